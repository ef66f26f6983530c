"""What an article said before is kept, whatever the order in which its copies come."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from random import Random

import pytest

from copydesk.tasks.write.check import check_output

START = datetime(2026, 10, 30, tzinfo=UTC)
OF_THE_RUN = ("run_id",)


@pytest.fixture
def copy(article):
    def made(day, text="A", number=1, **changes):
        said = {
            "opening": f"The ferry said {text} on 30 December 2016.",
            "raw_ref": f"raw.warc.gz#{number}-{day}",
        }
        return article(number, **{**said, "fetched_at": START + timedelta(days=day), **changes})

    return made


def said(desk, dataset="revisions"):
    """The number, the text's letter, the day, and the days of all copies of each row."""
    return sorted(
        (
            row["revision"],
            row["body"].split()[3],
            (row["fetched_at"] - START).days,
            [(copy["fetched_at"] - START).days for copy in row["copies"]],
        )
        for row in desk.rows(dataset)
    )


def history(desk):
    """All rows but what is of the run that filed them."""
    return {
        name: sorted(
            repr({key: value for key, value in row.items() if key not in OF_THE_RUN})
            for row in desk.rows(name)
        )
        for name in ("articles", "blocks", "dates", "offers", "revisions")
    }


def test_an_article_that_changed_is_a_new_revision_and_the_old_text_is_kept(desk, copy, run):
    desk.file([copy(0)])
    assert said(desk, "articles") == [(1, "A", 0, [0])] and desk.rows("revisions") == []
    filed = desk.file([copy(3, "B")], run=run("run-2"))
    assert (filed.filed, filed.unchanged, filed.duplicates) == (1, 0, 0)
    assert said(desk, "articles") == [(2, "B", 3, [3])]
    assert said(desk) == [(1, "A", 0, [0])]
    (row,) = desk.rows("revisions")
    assert row["run_id"] == "run-1" and row["raw_ref"] == "raw.warc.gz#1-0"
    assert row["fetched_month"] == "2026-10"
    assert check_output(desk.output) == []


def test_copies_with_the_same_text_are_one_revision(desk, copy):
    desk.file([copy(0), copy(1, tags=("harbour",)), copy(2, "B"), copy(3), copy(4)])
    assert said(desk, "articles") == [(3, "A", 4, [3, 4])]
    assert said(desk) == [(1, "A", 1, [0, 1]), (2, "B", 2, [2])]


def test_a_new_headline_is_a_new_revision(desk, copy):
    desk.file([copy(0)], [copy(1, title="Corrected")])
    assert [row["revision"] for row in desk.rows("articles")] == [2]
    assert [row["title"] for row in desk.rows("revisions")] == ["Ferry 1"]


def test_filing_again_changes_nothing(desk, copy, run):
    copies = [copy(0), copy(1, "B"), copy(2), copy(3), copy(5, number=2)]
    filed = desk.file(copies)
    assert (filed.filed, filed.duplicates) == (2, 1)
    before = desk.files()
    for part in (copies, copies[:1], copies[1:2], copies[::-1]):
        assert not desk.file(part, run=run("run-2")).changed
    assert desk.files() == before


def test_the_order_of_runs_does_not_show(new_desk, tmp_path, copy):
    copies = [copy(0), copy(1), copy(2, "B"), copy(40), copy(41, "C", published_at=None)]
    results = []
    for number, order in enumerate([*permutations(copies)][::7]):
        (tmp_path / str(number)).mkdir()
        desk = new_desk(tmp_path / str(number))
        for one in order:
            desk.file([one])
        results.append(history(desk))
    (tmp_path / "all").mkdir()
    desk = new_desk(tmp_path / "all")
    desk.file(copies)
    assert said(desk) == [(1, "A", 1, [0, 1]), (2, "B", 2, [2]), (3, "A", 40, [40])]
    assert all(result == history(desk) for result in results)


def test_many_articles_in_many_orders(new_desk, tmp_path, copy):
    random = Random(4)
    copies = [
        copy(day, random.choice("AB"), number) for number in range(8) for day in random.sample(range(90), 6)
    ]
    results = []
    for number, batch in enumerate((48, 7, 3)):
        (tmp_path / str(number)).mkdir()
        desk = new_desk(tmp_path / str(number))
        random.shuffle(copies)
        for start in range(0, len(copies), batch):
            desk.file(copies[start : start + batch])
        results.append(history(desk))
        assert check_output(desk.output) == []
    assert results[0] == results[1] == results[2]


def test_an_older_copy_that_comes_late_takes_its_place(desk, copy):
    desk.file([copy(0), copy(1), copy(4), copy(5)])
    filed = desk.file([copy(3, "B")])
    assert (filed.filed, filed.unchanged, filed.duplicates) == (0, 1, 0)
    assert said(desk, "articles") == [(3, "A", 5, [4, 5])]
    assert said(desk) == [(1, "A", 1, [0, 1]), (2, "B", 3, [3])]


def test_a_copy_cleaned_again_is_no_revision(desk, copy):
    desk.file([copy(0), copy(1, "B")])
    desk.file([copy(1, "C")])
    assert said(desk, "articles") == [(2, "C", 1, [1])]
    desk.file([copy(0, "D")])
    assert said(desk) == [(1, "D", 0, [0])]
    desk.file([copy(0, "C")])
    assert said(desk, "articles") == [(1, "C", 1, [0, 1])] and desk.rows("revisions") == []


def test_copies_of_an_unknown_time_have_no_history(desk, copy):
    desk.file([copy(0, fetched_at=None)])
    desk.file([copy(0, "B", fetched_at=None)])
    (row,) = desk.rows("articles")
    assert (row["revision"], row["copies"]) == (1, None) and desk.rows("revisions") == []
    desk.file([copy(3, "C")])
    desk.file([copy(0, "D", fetched_at=None)])
    assert said(desk, "articles") == [(1, "C", 3, [3])] and desk.rows("revisions") == []


@pytest.mark.parametrize("late", [False, True])
def test_a_teaser_of_a_feed_never_takes_the_place_of_a_page(new_desk, tmp_path, copy, late):
    page = copy(0 if late else 9, "B")
    teasers = [copy(day, text, text_from="feed", completeness="teaser") for day, text in ((5, "A"), (6, "C"))]
    results = []
    for number, order in enumerate(permutations([page, *teasers])):
        (tmp_path / str(number)).mkdir()
        desk = new_desk(tmp_path / str(number))
        for one in order:
            desk.file([one])
        results.append(history(desk))
        assert [(row["revision"], row["text_from"]) for row in desk.rows("articles")] == [(1, None)]
        assert desk.rows("revisions") == []
    assert all(result == results[0] for result in results)


def test_teasers_have_a_history_of_their_own(desk, copy):
    desk.file([copy(0, text_from="feed")])
    desk.file([copy(1, "B", text_from="feed")])
    assert said(desk, "articles") == [(2, "B", 1, [1])] and said(desk) == [(1, "A", 0, [0])]


def test_revisions_that_were_deleted_come_back(desk, copy):
    copies = [copy(0), copy(1, "B")]
    desk.file(copies)
    before = desk.bytes_by_partition()
    for path in (desk.output / "revisions").rglob("*.parquet"):
        path.unlink()
    desk.file(copies)
    assert desk.bytes_by_partition() == before
