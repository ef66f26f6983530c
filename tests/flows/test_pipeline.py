"""Every stage in a row, without Prefect: stories as users have them, and folders as users have them."""

from __future__ import annotations

import html
import json
import random
from pathlib import Path
from typing import Any

import pytest

from copydesk.tasks.load import shards

STORY = """\
Fishermen of the three delta districts have agreed to a shared closed season, in what the ministry says is a step \
towards ending a decade of disputes over the spawning grounds.
The agreement is to build on a trial that began on November 2 and has already brought larger catches for most of the villages.
"All the cooperatives signed. Nobody stayed away," Marta Olsen, who chairs the largest of the cooperatives, said.
However, a spokesman for the boat owners said that they would only discuss the dates of the season, not the quotas.
The talks on March 14 in the provincial capital could be the best chance yet of a settlement, the ministry said."""

TAIL = """\
--PTI
ksm/rl
(This story has not been edited by The Harbour Gazette staff and is auto-generated from a syndicated feed.)
You've reached your limit of {{meter_count}} free articles this month.
Subscribe now for unlimited access.
Already a subscriber? Log in
Digital Basic
€12
3 Months
€4/Month
Digital Plus
€36
1 Year
€3/Month
Renews automatically, cancel anytime
What's included in your subscription
Every story in full
More than 20 exclusive reports a week, chosen by our editors"""

LABELS = ["wire_credit", "desk_initials", "disclaimer", *["paywall"] * 3, *["offer"] * 9, *["benefit"] * 3]
BODY = STORY.replace("\n", "\n\n")
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Delta districts agree on closed season | The Harbour Gazette</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Delta districts agree on closed season</h1>
{"".join(f"<p>{html.escape(line)}</p>" for line in STORY.splitlines())}
{"".join(f"<p>{html.escape(line)}</p>" for line in TAIL.splitlines()[:3])}</article>
<div class="paywall">{"".join(f"<div>{html.escape(line)}</div>" for line in TAIL.splitlines()[3:])}</div>
<footer><p>© 2017 The Harbour Gazette. All rights reserved.</p></footer></body></html>"""


def story_inputs(folder: Path) -> dict[str, Path]:
    folder.mkdir()
    inputs = {"text": folder / "story.txt", "record": folder / "story.jsonl", "page": folder / "story.html"}
    inputs["text"].write_text(f"{STORY}\n{TAIL}\n")
    inputs["record"].write_text(
        json.dumps({"id": "s1", "text": f"{STORY}\n{TAIL}", "published": "2017-01-17"})
    )
    inputs["page"].write_text(PAGE)
    return inputs


@pytest.mark.parametrize("kind", ["text", "record", "page"])
def test_a_story_comes_out_the_same_however_it_came_in(
    tmp_path: Path, process: Any, rows: Any, kind: str
) -> None:
    process([story_inputs(tmp_path / "in")[kind]], tmp_path / "out")
    (article,) = rows(tmp_path / "out", "articles")
    assert article["body"] == BODY
    assert (article["wire_agency"], article["wire_credit"]) == ("PTI", "--PTI")
    assert article["desk_initials"] == ["ksm", "rl"]
    assert (article["access"], article["completeness"]) == ("metered", "full")
    assert (article["language"], article["page_kind"]) == ("en", "article")
    offers = [
        (o["name"], o["price"], o["currency"], o["period_months"], o["monthly_price"], o["renews"])
        for o in article["offers"]
    ]
    assert offers == [("Digital Basic", 12, "EUR", 3, 4, True), ("Digital Plus", 36, "EUR", 12, 3, True)]
    blocks = sorted(rows(tmp_path / "out", "blocks"), key=lambda block: block["position"])
    labels = {block["text"]: block["label"] for block in blocks}
    assert [labels[line] for line in TAIL.splitlines()] == LABELS
    assert [block["label"] for block in blocks if block["text"] in STORY].count("body") == 5


def test_dates_are_resolved_against_the_given_day(tmp_path: Path, process: Any, rows: Any) -> None:
    process([story_inputs(tmp_path / "in")["record"]], tmp_path / "out")
    (article,) = rows(tmp_path / "out", "articles")
    assert (article["input_id"], article["published_from"]) == ("s1", "input")
    dates = sorted(rows(tmp_path / "out", "dates"), key=lambda date: date["start"])
    assert [(date["text"], date["value"]) for date in dates] == [
        ("November 2", "2016-11-02"),
        ("March 14", "2017-03-14"),
    ]
    assert all(article["body"][date["start"] : date["end"]] == date["text"] for date in dates)


def test_the_same_words_under_no_address_are_one_article(tmp_path: Path, process: Any, rows: Any) -> None:
    filed = process([tmp_path / "in"] if story_inputs(tmp_path / "in") else [], tmp_path / "out")
    assert (filed.filed, filed.duplicates, filed.rejected) == (1, 2, 0)
    assert len(rows(tmp_path / "out", "articles")) == 1


def test_a_second_run_changes_no_file_and_says_so(tmp_path: Path, process: Any, files: Any) -> None:
    story_inputs(tmp_path / "in")
    (tmp_path / "in" / "bad.jsonl").write_text("{")
    assert process([tmp_path / "in"], tmp_path / "out").changed
    before = files(tmp_path / "out")
    again = process([tmp_path / "in"], tmp_path / "out")
    assert files(tmp_path / "out") == before
    assert not again.changed
    assert (again.filed, again.unchanged, again.rejected) == (0, 1, 1)


def corpus(folder: Path, count: int = 60) -> list[Path]:
    folder.mkdir()
    records = [
        {
            "id": str(number),
            "url": f"https://news.example.com/{number % (count - 5)}",
            "text": f"{STORY}\nThe count of boats stood at {number}, the harbour master said.\n{TAIL}",
            "published": f"2017-{number % 3 + 1:02}-11",
        }
        for number in range(count)
    ]
    random.Random(5).shuffle(records)
    paths = [folder / f"{name}.jsonl" for name in "abc"]
    for place, path in enumerate(paths):
        path.write_text("".join(json.dumps(record) + "\n" for record in records[place::3]))
    return paths


def test_order_and_size_of_shards_make_no_difference(
    tmp_path: Path, process: Any, rows: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = corpus(tmp_path / "in")
    process(paths, tmp_path / "one")
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 7)
    process(paths[::-1], tmp_path / "two")
    for name in ("articles", "blocks", "dates", "offers"):
        one, two = (sorted(map(str, rows(tmp_path / output, name))) for output in ("one", "two"))
        assert one == two
        assert one
    assert len(rows(tmp_path / "one", "articles")) == 55


def test_finished_batches_are_not_done_again_after_a_crash(
    tmp_path: Path, process: Any, files: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = corpus(tmp_path / "in")
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 10)
    process(paths, tmp_path / "undisturbed")

    import copydesk.tasks.clean as stage

    real, cleaned = stage.clean_raws, []

    def dies(raws: Any) -> Any:
        if len(cleaned) == 3:
            raise KeyboardInterrupt
        cleaned.append(len(raws))
        return real(raws)

    monkeypatch.setattr(stage, "clean_raws", dies)
    with pytest.raises(KeyboardInterrupt):
        process(paths, tmp_path / "out")
    assert not (tmp_path / "out" / "articles").exists()

    again: list[int] = []
    monkeypatch.setattr(stage, "clean_raws", lambda raws: (again.append(len(raws)), real(raws))[1])
    process(paths, tmp_path / "out")
    assert sum(cleaned) + sum(again) == 60
    contents = [
        [(name, value.split()[1]) for name, value in files(tmp_path / out).items()]
        for out in ("out", "undisturbed")
    ]
    assert contents[0] == contents[1]


def test_a_folder_of_everything_that_goes_wrong(tmp_path: Path, process: Any, rows: Any) -> None:
    folder = tmp_path / "in"
    story_inputs(folder)["record"].write_text(f'{json.dumps({"text": STORY})}\n\n{{"text": "cut\n')
    (folder / "empty.txt").touch()
    (folder / "zero.jsonl").touch()
    (folder / "picture").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "headless.html").write_text("<html><head><title>x</title></head></html>")
    (folder / "word.txt").write_text("Hello")
    (folder / "latin.html").write_bytes(
        f"<html><head><meta charset=utf-8></head><body><p>{STORY.replace('ministry', 'Ministère délégué')}".encode(
            "latin-1"
        )
    )
    with (folder / "dump.txt").open("wb") as stream:
        stream.truncate(200 << 20)
    (folder / "loop").symlink_to(folder)
    filed = process([folder], tmp_path / "out")
    refused = {Path(row["raw_ref"]).name: row["reason"] for row in rows(tmp_path / "out", "rejects")}
    assert refused == {
        "story.jsonl#3": "invalid_json",
        "empty.txt": "empty",
        "zero.jsonl": "empty",
        "picture": "binary",
        "headless.html": "no_text",
        "dump.txt": "too_large",
        "loop": "symlink_loop",
    }
    assert all(
        Path(row["raw_ref"].split("#")[0]).name in row["message"] for row in rows(tmp_path / "out", "rejects")
    )
    articles = {Path(row["raw_ref"].split("#")[0]).name: row for row in rows(tmp_path / "out", "articles")}
    assert set(articles) >= {"word.txt", "latin.html"}
    assert "Ministère délégué" in articles["latin.html"]["body"]
    assert articles["latin.html"]["encoding_from"] == "detection"
    assert (filed.filed, filed.duplicates, filed.rejected) == (3, 2, 7)
