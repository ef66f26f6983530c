import json

from copydesk.tasks.schema import DATASETS, FILED
from copydesk.tasks.write.dictionary import data_package, dictionary, write_dictionary


def test_every_dataset_and_column_is_described():
    text = dictionary("month")
    for name in FILED:
        assert f"\n## {name}\n" in text
        for column in DATASETS[name].columns:
            assert f"| `{column.name}` |" in text
            assert column.description.strip()
    assert "`published_day`" in dictionary("day")


def test_the_data_package_fits_its_specification():
    package = data_package("month")
    names = [resource["name"] for resource in package["resources"]]
    assert names == list(FILED)
    known = {"string", "integer", "number", "boolean", "datetime", "date", "array"}
    for resource in package["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert {field["type"] for field in fields.values()} <= known
        assert not resource["path"].startswith(("/", ".")) and ".." not in resource["path"]
        assert set(resource["schema"].get("primaryKey", ())) <= set(fields)
        for reference in resource["schema"].get("foreignKeys", ()):
            assert reference["reference"]["resource"] in names
    assert package["resources"][0]["schema"]["primaryKey"] == ["article_id"]


def test_they_are_written_once(desk, article):
    desk.file([article(1)], granularity="year")
    write_dictionary(desk.output)
    paths = [desk.output / "DICTIONARY.md", desk.output / "datapackage.json"]
    before = [path.stat().st_mtime_ns for path in paths]
    assert (
        json.loads(paths[1].read_text())["resources"][0]["schema"]["fields"][-1]["name"] == "published_year"
    )
    write_dictionary(desk.output)
    assert [path.stat().st_mtime_ns for path in paths] == before
    paths[0].write_text("old")
    write_dictionary(desk.output)
    assert paths[0].read_text() == dictionary("year")
