from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from copydesk.tasks.output_error import OutputError
from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write import replace
from copydesk.tasks.write.filing import file_batches, file_run

UNKNOWN_MONTH = "published_month=unknown"


def test_what_was_staged_is_filed(desk, article):
    filed = desk.file([article(n) for n in range(6)], [article(n) for n in range(6, 9)])
    assert (filed.filed, filed.unchanged, filed.duplicates, filed.rejected) == (9, 0, 0, 0)
    assert filed.struck == {"headline": 9, "paywall": 9}
    assert filed.changed and filed.partitions_written == 7
    rows = {row["article_id"]: row for row in desk.rows("articles")}
    row = rows[article(4).article_id]
    assert row["title"] == "Ferry 4" and row["run_id"] == "run-1" and row["published_month"] == "2017-01"
    blocks = [row for row in desk.rows("blocks") if row["article_id"] == article(4).article_id]
    assert [(b["position"], b["label"], b["kept"]) for b in blocks] == [
        (0, "headline", False),
        (1, "body", True),
        (2, "body", True),
        (3, "paywall", False),
    ]
    assert len(desk.rows("dates")) == 4 and len(desk.rows("offers")) == 3


def test_filing_twice_touches_no_file(desk, article, run):
    articles = [article(n) for n in range(6)]
    desk.file(articles, rejects=[("x.bin", "binary", "not text")])
    before = desk.files()
    again = desk.file(articles, rejects=[("x.bin", "binary", "not text")], run=run("run-2", day=2))
    assert (again.filed, again.unchanged, again.rejected, again.changed) == (0, 6, 1, False)
    assert again.struck == {"headline": 6, "paywall": 6}
    assert desk.files() == before


def test_the_order_of_input_does_not_show(new_desk, tmp_path, article):
    copies = [article(1, title="Late ferry"), article(2, published_at=None), article(2, word_count=99)]
    articles = [article(n) for n in range(8)]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = new_desk(tmp_path / "a"), new_desk(tmp_path / "b")
    first = one.file(articles[:5], articles[5:], copies)
    second = other.file([*copies, *articles[::-1]])
    assert first == second and first.duplicates == 3
    assert one.bytes_by_partition() == other.bytes_by_partition()


def test_of_several_copies_the_latest_fetched_wins(desk, article):
    early, late = datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)
    desk.file(
        [article(1, title="unknown"), article(1, title="late", fetched_at=late)],
        [article(1, title="early", fetched_at=early, word_count=10_000)],
    )
    assert [row["title"] for row in desk.rows("articles")] == ["late"]
    older = desk.file([article(1, title="early again", fetched_at=early)])
    assert (older.filed, older.unchanged) == (0, 1)
    assert [row["title"] for row in desk.rows("revisions")] == ["early again"]
    desk.file([article(1, title="latest", fetched_at=datetime(2022, 1, 1, tzinfo=UTC))])
    assert [row["title"] for row in desk.rows("articles")] == ["latest"]
    assert len(desk.rows("blocks")) == 4


def test_a_changed_article_replaces_its_row_blocks_and_mentions(desk, article, run):
    desk.file([article(n) for n in range(6)])
    changed = article(3, opening="Corrected: the ferry sailed on Monday.", offers=())
    filed = desk.file([changed], run=run("run-2"))
    assert (filed.filed, filed.unchanged) == (1, 0)
    # articles, blocks, dates and offers of one month; the month's dates are rebuilt, its offers went.
    assert filed.partitions_written == 4
    rows = {row["article_id"]: row for row in desk.rows("articles")}
    assert len(rows) == 6
    assert rows[changed.article_id]["run_id"] == "run-2" and rows[article(1).article_id]["run_id"] == "run-1"
    assert sum(row["article_id"] == changed.article_id for row in desk.rows("blocks")) == 4
    assert not any(row["article_id"] == changed.article_id for row in desk.rows("dates"))
    assert not (desk.output / "offers" / "published_month=2017-02").exists()


def test_an_article_moves_with_its_month_and_leaves_nothing_behind(desk, article):
    desk.file([article(1, published_at=None), article(2)])
    assert (desk.output / "articles" / UNKNOWN_MONTH).exists()
    desk.file([article(1)])
    for dataset in ("articles", "blocks", "dates"):
        assert not (desk.output / dataset / UNKNOWN_MONTH).exists()
    assert len(desk.rows("articles")) == 2 and len(desk.rows("blocks")) == 8


def test_rejects_are_filed_once_under_the_run_that_met_them_first(desk, run):
    first = desk.file(rejects=[("a", "empty", "m"), ("a", "empty", "m"), ("b", "empty", "m")])
    second = desk.file(rejects=[("a", "empty", "m"), ("c", "empty", "m")], run=run("run-2", day=2))
    assert (first.rejected, second.rejected) == (3, 2)
    assert sorted((row["raw_ref"], row["run_id"]) for row in desk.rows("rejects")) == [
        ("a", "run-1"),
        ("b", "run-1"),
        ("c", "run-2"),
    ]


def test_runs_are_added(desk):
    for number in (1, 2, 2):
        started = datetime(2026, 10, number, tzinfo=UTC)
        file_run({"run_id": f"run-{number}", "started_at": started, "sources": ["a"]}, desk.output)
    assert [row["run_id"] for row in desk.rows("runs")] == ["run-1", "run-2"]


def test_a_deleted_derived_file_comes_back(desk, article):
    desk.file([article(n) for n in range(6)])
    before = desk.bytes_by_partition()
    for path in (desk.output / "dates").rglob("*.parquet"):
        path.unlink()
    assert desk.file([article(0)]).partitions_written == 1
    assert desk.bytes_by_partition() == before


def test_deleted_blocks_come_back(desk, article):
    articles = [article(n) for n in range(6)]
    desk.file(articles)
    before = desk.content()["blocks"]
    for path in (desk.output / "blocks").rglob("*.parquet"):
        path.unlink()
    assert desk.file(articles).filed == 6
    assert desk.content()["blocks"] == before


def test_files_of_an_earlier_version_get_the_new_columns(desk, article):
    desk.file([article(n) for n in range(4)])
    for path in (desk.output / "articles").rglob("*.parquet"):
        pq.write_table(pq.read_table(path, partitioning=None).drop_columns(["offers", "tone"]), path)
    desk.file([article(9, published_at=None)])
    for path in (desk.output / "articles").rglob("*.parquet"):
        assert pq.read_schema(path).equals(DATASETS["articles"].schema)
    assert len(desk.rows("articles")) == 5


def test_the_partition_is_settled_by_the_first_run(desk, article):
    desk.file([article(1)], granularity="day")
    assert (desk.output / "articles" / "published_day=2017-02-03").is_dir()
    with pytest.raises(OutputError, match="partitioned by day"):
        desk.file([article(2)], granularity="month")
    with pytest.raises(OutputError, match="fortnight"):
        desk.file([article(2)], granularity="fortnight")
    (desk.output / ".copydesk" / "settings.json").unlink()
    with pytest.raises(OutputError, match="partitioned by day"):
        desk.file([article(2)], granularity="year")


def test_where_folders_cannot_be_exchanged_the_file_is_replaced(desk, article, monkeypatch):
    monkeypatch.setattr(replace, "exchange", lambda one, other: False)
    desk.file([article(n) for n in range(4)])
    (before,) = (desk.output / "articles" / "published_month=2017-01").iterdir()
    desk.file([article(0, title="Changed")])
    (after,) = (desk.output / "articles" / "published_month=2017-01").iterdir()
    assert before == after
    desk.file([article(0)])
    assert {row["title"] for row in desk.rows("articles")} == {f"Ferry {n}" for n in range(4)}
    assert desk.file([article(n) for n in range(4)]).changed is False


def test_nothing_but_dataset_files_lies_in_the_datasets(desk, article):
    desk.file([article(n) for n in range(4)])
    desk.file([article(0, title="Changed"), article(1, published_at=None)])
    folders = {path.name for path in desk.output.iterdir()} - {".copydesk"}
    assert folders <= set(DATASETS)
    for dataset in folders:
        files = [path for path in (desk.output / dataset).rglob("*") if path.is_file()]
        assert len(files) == len(list((desk.output / dataset).iterdir()))
        assert all(path.suffix == ".parquet" and path.name.startswith(dataset) for path in files)
    assert not (desk.output / ".copydesk" / "staging").exists()


def test_footers_say_what_is_in_the_file(desk, article):
    desk.file([article(n) for n in range(4)])
    path = next((desk.output / "dates").rglob("*.parquet"))
    footer = pq.ParquetFile(path).metadata.metadata
    assert footer[b"copydesk.dataset"] == b"dates" and footer[b"copydesk.rules_version"] == b"1"
    assert b"run-1" not in b"".join(footer.values())
    field = pq.read_schema(path).field("start")
    assert field.metadata[b"unit"] == b"characters from 0" and b"starts" in field.metadata[b"description"]


def test_a_foreign_or_damaged_file_stops_the_run_and_says_which(desk, article):
    desk.file([article(n) for n in range(4)])
    stray = desk.output / "articles" / "published_month=2017-01" / "copy.parquet"
    stray.write_bytes(b"x")
    with pytest.raises(OutputError, match="holds 2 files"):
        desk.file([article(0, title="Changed")])
    stray.unlink()
    path = next((desk.output / "articles" / "published_month=2017-01").iterdir())
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(OutputError, match=path.name):
        desk.file([article(0, title="Changed")])
    assert not (desk.output / ".copydesk" / "staging").exists()


def test_many_slots_and_row_groups_give_the_same_rows(desk, article, monkeypatch):
    monkeypatch.setattr("copydesk.tasks.write.spill._SLOT_ROWS", 3)
    monkeypatch.setattr("copydesk.tasks.write.partition._ARTICLE_ROWS", 4)
    monkeypatch.setattr("copydesk.tasks.write.rows._ROWS_AT_ONCE", {"articles": 2})
    monkeypatch.setattr("copydesk.tasks.write.rows._OTHER_ROWS_AT_ONCE", 3)
    desk.file([article(n) for n in range(0, 40, 2)])
    desk.file([article(n) for n in range(1, 40, 3)], [article(n, title="New") for n in range(0, 40, 5)])
    ids = {article(n).article_id for n in (*range(0, 40, 2), *range(1, 40, 3), *range(0, 40, 5))}
    for path in (desk.output / "articles").rglob("*.parquet"):
        found = pq.read_table(path, partitioning=None)["article_id"].to_pylist()
        assert found == sorted(found)
        groups = [pq.ParquetFile(path).metadata.row_group(n).num_rows for n in range(len(found) // 4)]
        assert set(groups) == {4}
    assert sorted(row["article_id"] for row in desk.rows("articles")) == sorted(ids)
    blocks = [(row["article_id"], row["position"]) for row in desk.rows("blocks")]
    assert sorted(blocks) == sorted((article_id, n) for article_id in ids for n in range(4))


def test_no_input_makes_no_dataset(tmp_path, run):
    filed = file_batches([], [], tmp_path / "output", run())
    assert not filed.changed and not (tmp_path / "output" / "articles").exists()


def test_an_empty_batch_is_no_trouble(desk, article):
    assert desk.file([], [article(1)], []).filed == 1
