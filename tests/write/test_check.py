import dataclasses
import shutil
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from copydesk.tasks.write.check import check_output
from copydesk.tasks.write.filing import file_run

MONTH = "published_month=2017-02"


@pytest.fixture
def output(desk, article, run):
    desk.file([article(n) for n in range(6)] + [article(9, published_at=None)], rejects=[("x", "empty", "m")])
    file_run({"run_id": "run-1", "started_at": run().started_at}, desk.output)
    return desk.output


def only_file(output, dataset, partition=MONTH):
    (path,) = (output / dataset / partition).iterdir()
    return path


def rewrite(path, change):
    """Write a file anew after `change`, with its footer, as one who edits it would."""
    with pq.ParquetFile(path) as file:
        table = file.read().replace_schema_metadata(file.metadata.metadata)
    changed = change(table)
    pq.write_table(
        changed.cast(table.schema) if changed.schema.names == table.schema.names else changed, path
    )


def with_column(table, name, values):
    return table.set_column(table.schema.get_field_index(name), table.schema.field(name), [values])


def test_a_sound_output_has_no_problems(output):
    assert check_output(output) == []


def test_an_output_that_is_not_there_is_a_problem(tmp_path):
    assert "no such directory" in check_output(tmp_path / "nowhere")[0]


@pytest.mark.parametrize(
    "name", ["notes.txt", f"{MONTH}/.tmp-1.parquet", f"{MONTH}/articles-000000000000.parquet"]
)
def test_strays_are_found(output, name):
    path = output / "articles" / name
    path.write_bytes(b"")
    problems = check_output(output)
    assert any("move it away" in problem or "can't be read" in problem for problem in problems)
    assert any("articles" in problem for problem in problems)


def test_a_flipped_byte_is_found(output):
    path = only_file(output, "blocks")
    content = bytearray(path.read_bytes())
    content[200] ^= 0xFF
    path.write_bytes(bytes(content))
    assert any(str(path) in problem and "can't be read" in problem for problem in check_output(output))


def test_a_torn_file_is_found(output):
    path = only_file(output, "articles")
    path.write_bytes(path.read_bytes()[:-9])
    assert any(str(path) in problem and "delete the file" in problem for problem in check_output(output))


def test_an_unfinished_journal_is_found(output):
    (output / ".copydesk" / "journal.json").write_text("[]")
    assert "journal.json: a run has not finished" in check_output(output)[0]


def test_the_same_article_in_two_partitions_is_found(output):
    shutil.copytree(output / "articles" / MONTH, output / "articles" / "published_month=2016-12")
    assert any("belong in another partition" in problem for problem in check_output(output))
    earlier = datetime(2016, 12, 1, tzinfo=UTC)
    rewrite(
        only_file(output, "articles", "published_month=2016-12"),
        lambda table: with_column(
            table, "published_at", pa.array([earlier] * len(table), table.schema.field("published_at").type)
        ),
    )
    assert any("the same article_id in several partitions" in problem for problem in check_output(output))


@pytest.mark.parametrize(
    ("dataset", "column", "value", "message"),
    [
        ("articles", "body", "Another text.", "a body that does not fit its body_sha256"),
        ("articles", "body", "Another text.", "a body that is not its kept blocks"),
        ("articles", "fingerprint", "0", "not those that its fingerprint was taken from"),
        ("articles", "article_id", "a", "rows doubled or out of order"),
        ("blocks", "text", "Another text.", "a body that is not its kept blocks"),
        ("blocks", "article_id", "a", "rows doubled or out of order"),
        ("dates", "value", "2017-01-01", "its rows are not those of"),
        ("articles", "published_at", None, "belong in another partition"),
    ],
)
def test_changed_rows_are_found(output, dataset, column, value, message):
    path = only_file(output, dataset)
    rewrite(
        path,
        lambda table: with_column(
            table, column, pa.array([value] * len(table), table.schema.field(column).type)
        ),
    )
    assert any(message in problem and MONTH in problem for problem in check_output(output))


def test_blocks_without_articles_are_found(output):
    path = only_file(output, "articles")
    rewrite(path, lambda table: table.slice(1))
    assert any("blocks without an article" in problem for problem in check_output(output))


def test_missing_and_orphaned_derived_rows_are_found(output):
    only_file(output, "dates").unlink()
    assert any("rows of `dates` are missing" in problem for problem in check_output(output))
    only_file(output, "articles").unlink()
    only_file(output, "blocks").unlink()
    assert any("built from articles that are not there" in problem for problem in check_output(output))


def test_mentions_that_do_not_fit_the_body_are_found(desk, article):
    one = article(1)
    shifted = tuple(dataclasses.replace(mention, start=mention.start + 1) for mention in one.dates)
    desk.file([article(1, dates=shifted), article(3, dates=article(3).dates * 2)])
    problems = "\n".join(check_output(desk.output))
    assert "dates whose offsets do not fit the body" in problems
    assert "dates with the same offsets twice" in problems


def test_the_remedies_help(desk, output, article):
    for dataset in ("articles", "blocks", "dates"):
        path = only_file(output, dataset)
        path.write_bytes(path.read_bytes()[:-9])
    problems = check_output(output)
    assert len(problems) >= 3
    for dataset in ("articles", "blocks", "dates"):
        only_file(output, dataset).unlink()
    desk.file([article(n) for n in range(6)])
    assert check_output(output) == []


def test_a_revision_that_was_edited_is_found(desk, article):
    early, late = datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 9, 2, tzinfo=UTC)
    desk.file([article(1, fetched_at=early), article(1, title="Corrected", fetched_at=late)])
    path = only_file(desk.output, "revisions", "fetched_month=2026-09")
    assert check_output(desk.output) == []
    rewrite(path, lambda table: with_column(table, "body", ["Another text."]))
    assert "does not fit its body_sha256" in " ".join(check_output(desk.output))
