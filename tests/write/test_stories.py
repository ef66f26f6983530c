"""Near-identical articles share a story, whatever the order of runs and whatever became of the sketches."""

import hashlib
import random
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from copydesk.tasks.article import Block
from copydesk.tasks.write import stories_filed
from copydesk.tasks.write.check import check_output
from copydesk.tasks.write.stories_sketch import sketch

START = datetime(2026, 3, 30, 8, tzinfo=UTC)
_WORDS = (
    "harbour ferry mayor council storm bridge school market river union doctor pilot farmer "
    "engine rain night signal captain budget vote police crew island port station road winter "
    "summer court judge plan tower"
)
WORDS = _WORDS.split()


def text(seed, sentences=14):
    """A text of its own for each seed, of sentences of ten words."""
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=10)).capitalize() + "." for _ in range(sentences)]


@pytest.fixture
def copy(article):
    def made(number, sentences, hours=0, **changes):
        body = "\n\n".join(sentences)
        times = {
            "published_at": START + timedelta(hours=hours),
            "fetched_at": START + timedelta(hours=hours + 1),
        }
        blocks = tuple(Block(sentence, "body", "made") for sentence in sentences)
        digest = hashlib.sha256(body.encode()).hexdigest()
        facts = {"body": body, "body_sha256": digest, "blocks": blocks, "dates": (), "offers": ()}
        return article(number, **{**facts, **times, "source": f"site{number}.example.com", **changes})

    return made


@pytest.fixture
def copies(copy):
    """Copies of two stories as editors make them, a page with both, and others that tell neither."""
    ferry, court = text("ferry"), text("court", 10)
    return [
        copy(1, ferry),
        copy(2, ferry[:5], 30, title="Cut to a third"),
        copy(3, ["There is another beginning, written by another desk in a hurry.", *ferry[1:]], 2),
        copy(4, [s.upper().replace(" ", "\N{NO-BREAK SPACE}").replace(".", "…") for s in ferry], 3),
        copy(5, ["VARNHOLM (NNA) — " + ferry[0], *ferry[1:], "--NNA", "Sign up for our morning letter."], 60),
        copy(6, court, 5),
        copy(7, court[:6], 6, published_at=None),
        copy(8, [*ferry, *court], 50),
        copy(9, text("other"), 1),
        copy(10, [], 1),
        copy(11, ["Read on."], 1),
        copy(12, court, 1, page_kind="index"),
    ]


def told(desk):
    """The stories of several, each its articles' numbers with the original first; and the rows without one."""
    numbers = {row["article_id"]: int(row["raw_ref"].partition("#")[2]) for row in desk.rows("articles")}
    stories = [tuple(numbers[id_] for id_ in row["article_ids"]) for row in desk.rows("stories")]
    without = [numbers[row["article_id"]] for row in desk.rows("articles") if row["story_id"] is None]
    return sorted(stories), sorted(without)


EXPECTED = [(1, 3, 4, 2, 8, 5), (6, 7)], [10, 11, 12]


def test_copies_share_a_story_and_its_original_is_the_earliest(desk, copies):
    desk.file(copies)
    assert told(desk) == EXPECTED
    rows = {row["raw_ref"].partition("#")[2]: row for row in desk.rows("articles")}
    assert rows["2"]["story_id"] == rows["2"]["duplicate_of"] == rows["1"]["article_id"]
    assert rows["1"]["story_id"] == rows["1"]["article_id"] and rows["1"]["duplicate_of"] is None
    assert rows["9"]["story_id"] == rows["9"]["article_id"] and rows["9"]["duplicate_of"] is None
    story = next(row for row in desk.rows("stories") if row["size"] == 6)
    assert story["article_id"] == story["story_id"] == rows["1"]["article_id"]
    assert story["title"] == "Ferry 1" and story["published_month"] == "2026-03"
    assert story["sources"][0] == "site1.example.com" and len(story["sources"]) == 6
    assert story["first_published"] == START and story["last_published"] == START + timedelta(hours=60)


def test_filing_again_changes_nothing(desk, copies, run):
    desk.file(copies)
    before = desk.files()
    for part in (copies, copies[3:5], copies[::-1], []):
        assert not desk.file(part, run=run("run-2")).changed
    assert desk.files() == before


def test_the_order_of_runs_does_not_show(new_desk, tmp_path, copies):
    chance = random.Random(5)
    results = []
    for number, size in enumerate((12, 1, 3, 5)):
        (tmp_path / str(number)).mkdir()
        desk = new_desk(tmp_path / str(number))
        chance.shuffle(copies)
        for start in range(0, len(copies), size):
            desk.file(copies[start : start + size])
        assert told(desk) == EXPECTED
        results.append(desk.content())
    assert all(result == results[0] for result in results)


def test_an_earlier_copy_that_comes_late_becomes_the_original(desk, copy, run):
    ferry = text("ferry")
    desk.file([copy(1, ferry), copy(2, ferry, 40)])
    desk.file([copy(3, ferry[:6], -100)], run=run("run-2"))
    assert told(desk) == ([(3, 1, 2)], [])
    assert {row["duplicate_of"] for row in desk.rows("articles")} == {None, copy(3, []).article_id}
    assert {row["run_id"] for row in desk.rows("articles")} == {"run-1", "run-2"}


def test_an_article_that_is_revised_leaves_its_story(desk, copy, run):
    ferry = text("ferry")
    desk.file([copy(1, ferry), copy(2, ferry, 1), copy(3, ferry, 2)])
    desk.file([copy(1, text("another"), fetched_at=START + timedelta(days=2))], run=run("run-2"))
    assert told(desk) == ([(2, 3)], [])
    desk.file([copy(3, text("more"), 2, fetched_at=START + timedelta(days=2))], run=run("run-3"))
    assert told(desk) == ([], []) and not any((desk.output / "stories").iterdir())
    assert all(row["story_id"] == row["article_id"] for row in desk.rows("articles"))


def test_a_compilation_that_comes_first_joins_no_stories(new_desk, tmp_path, copy):
    ferry, court = text("ferry"), text("court", 10)
    both = [copy(1, [*court, *ferry], -9), copy(2, ferry, 1), copy(3, court, 2), copy(4, court[2:], 3)]
    for number, order in enumerate([*permutations(both)][::5]):
        (tmp_path / str(number)).mkdir()
        desk = new_desk(tmp_path / str(number))
        for one in order:
            desk.file([one])
        assert told(desk) == ([(2, 1), (3, 4)], [])


def test_reports_that_differ_in_figures_are_stories_of_their_own(desk, copy):
    report = (
        "Shares in {0} closed higher as investors bought banks and carmakers on the exchange. The benchmark "
        "gained {1} points, or {2} per cent, to end at {3} after a quiet day of trading. Gold was at {4} dollars "
        "an ounce and analysts said that trading would remain cautious ahead of the bank's meeting this week."
    )
    figures = [(f"Port {n}", 100 + n, 3 + n, 20_000 + n, 1900 + n) for n in range(30)]
    desk.file([copy(n, [report.format(*some)], n) for n, some in enumerate(figures)])
    assert told(desk) == ([], [])


def test_a_paragraph_that_very_many_share_makes_no_story(desk, copy, new_desk, tmp_path):
    notice = text("notice", 6)
    articles = [copy(n, [*text(n, 5), *notice], n) for n in range(130)]
    articles.append(copy(130, [*text(7, 5), "That is all."], 200))
    random.Random(1).shuffle(articles)
    desk.file(articles)
    assert told(desk) == ([(7, 130)], [])
    (tmp_path / "other").mkdir()
    other = new_desk(tmp_path / "other")
    for start in range(0, 131, 40):
        other.file(articles[start : start + 40])
    assert other.content()["stories"] == desk.content()["stories"]


@pytest.mark.parametrize("size", [200, 60])
def test_a_story_that_very_many_carry_is_one(desk, copy, size):
    ferry = text("ferry", 12)
    articles = [copy(n, [*text(n, 2), *ferry[: 6 + n % 7]], n) for n in range(200)]
    random.Random(2).shuffle(articles)
    for start in range(0, 200, size):
        desk.file(articles[start : start + size])
    (story,) = desk.rows("stories")
    assert story["size"] == 200


@pytest.mark.parametrize("harm", ["missing", "damaged", "torn", "of another version", "behind", "ahead"])
def test_sketches_that_are_harmed_are_made_anew(desk, copies, run, harm):
    store = desk.output / ".copydesk" / "stories.sqlite"
    desk.file(copies[:4])
    behind = store.read_bytes()
    desk.file(copies[4:], run=run("run-2"))
    before, files = desk.content(), desk.files()
    content = store.read_bytes()
    harmed = {
        "missing": None,
        "damaged": b"no database" * 1000,
        "torn": content[:9000] + b"\xff" * 9000,
        "of another version": content[:60] + b"\0\0\0\x63" + content[64:],
        "behind": behind,
        "ahead": content,
    }[harm]
    store.unlink()
    if harmed is not None:
        store.write_bytes(harmed)
    if harm == "ahead":
        for path in (desk.output / "articles").rglob("*.parquet"):
            path.touch()
    assert not desk.file([], run=run("run-3")).changed
    assert harm == "ahead" or desk.files() == files
    desk.file([copies[0]], run=run("run-4"))
    assert desk.content() == before and check_output(desk.output) == []


def test_deleted_rows_of_stories_come_back(desk, copies):
    desk.file(copies)
    before = desk.bytes_by_partition()
    for path in (desk.output / "stories").rglob("*.parquet"):
        path.unlink()
    desk.file([])
    assert desk.bytes_by_partition() == before


def test_bodies_of_history_are_not_read(desk, copies, copy, monkeypatch):
    desk.file(copies)
    sketched = []
    monkeypatch.setattr(stories_filed, "sketch", lambda body: sketched.append(body) or sketch(body))
    monkeypatch.setattr(stories_filed, "_take_new", None)
    desk.file([*copies, copy(20, text("ferry"), 90)])
    assert len(sketched) == 1
    assert told(desk)[0][0] == (*EXPECTED[0][0], 20)


def test_a_teaser_joins_the_teasers_of_others_and_the_page_that_follows_leaves_them(desk, copy, run):
    teaser, page = text("teaser", 3), text("page", 3)
    fed = {"text_from": "feed", "completeness": "teaser"}
    desk.file([copy(1, teaser, **fed), copy(2, teaser, 1, **fed)])
    assert told(desk) == ([(1, 2)], [])
    full = [*teaser, *page, *text("rest", 20)]
    desk.file([copy(1, full, fetched_at=START + timedelta(days=1))], run=run("run-2"))
    assert told(desk) == ([], [])


def test_columns_of_an_earlier_version_are_filled(desk, copies, run):
    desk.file(copies)
    before = desk.content()
    for path in (desk.output / "articles").rglob("*.parquet"):
        pq.write_table(
            pq.read_table(path, partitioning=None).drop_columns(["story_id", "duplicate_of"]), path
        )
    desk.file([], run=run("run-2"))
    assert desk.content() == before


@pytest.mark.parametrize(
    ("place", "change", "message"),
    [
        (("articles", "story_id"), lambda values: values[1:] + values[:1], "not the original's id"),
        (("articles", "duplicate_of"), lambda values: [None] * len(values), "not the original's id"),
        (("stories", "size"), lambda values: [9] * len(values), "not those of the articles"),
        (("stories", "title"), lambda values: ["x"] * len(values), "not those of the articles"),
        (("stories", "sources"), lambda values: [None] * len(values), "not those of the articles"),
        (("stories", None), None, "`stories` does not have"),
        (("articles", None), None, "no originals"),
    ],
)
def test_check_finds_what_is_wrong_and_the_next_run_mends_it(desk, copies, place, change, message):
    dataset, column = place
    desk.file(copies)
    before = desk.content()
    path = sorted((desk.output / dataset).rglob("*.parquet"))[0]
    if column is None:
        path.unlink()
    else:
        with pq.ParquetFile(path) as file:
            table = file.read().replace_schema_metadata(file.metadata.metadata)
        number = table.schema.get_field_index(column)
        field = table.schema.field(number)
        values = pa.array(change(table[column].to_pylist()), field.type)
        pq.write_table(table.set_column(number, field, values), path)
    assert any(message in problem for problem in check_output(desk.output))
    desk.file(copies)
    assert desk.content() == before and check_output(desk.output) == []
