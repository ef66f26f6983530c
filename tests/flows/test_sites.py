"""The memory of sites from run to run: twice the same, in any order, killed anywhere, damaged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from copydesk.tasks.article import Block
from copydesk.tasks.clean import desk
from copydesk.tasks.load import shards
from copydesk.tasks.write import check_output

PROMPT = "Get the harbour letter in your inbox every Friday, free of charge."
HEAD = "What it means"


@pytest.fixture(autouse=True)
def labeller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for the weights, which change: a line says itself whether it is taken for body."""

    def label(text: str, title: str | None = None) -> list[Block]:
        lines = (line.partition("|") for line in text.splitlines())
        return [Block(line, name, "model:0.50") for name, _, line in lines]

    monkeypatch.setattr(desk, "label_text", label)


def records(numbers: Iterable[int], kept: Sequence[int] = (), path: str = "story") -> list[dict[str, str]]:
    """Articles of a site with a prompt behind the body, which the labeller keeps in some of them."""
    return [
        {
            "url": f"https://gazette.example.com/{path}/{n}",
            "published": f"2024-05-{n % 28 + 1:02}",
            "text": "\n".join(
                [
                    f"body|Ship {n} came in on May {n % 28 + 1} with timber and grain from the northern ports.",
                    f"subheading|{HEAD}",
                    f"body|Its captain, the {n}th of her line, said that she would not sail again this year.",
                    f"{'body' if n in kept else 'newsletter'}|{PROMPT}",
                ]
            ),
        }
        for n in numbers
    ]


def written(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def bodies(rows: Any, output: Path) -> dict[str, str]:
    return {row["url"].rpartition("/")[2]: row["body"] for row in rows(output, "articles")}


def contents(output: Path, rows: Any) -> list[list[str]]:
    return [sorted(map(str, rows(output, name))) for name in ("articles", "blocks", "dates", "offers")]


def test_ten_articles_of_a_site_prove_what_one_cannot(tmp_path: Path, process: Any, rows: Any) -> None:
    nine = written(tmp_path / "in" / "nine.jsonl", records(range(9)))
    tenth = written(tmp_path / "in" / "tenth.jsonl", records([9], kept=[9]))
    process([tenth], tmp_path / "cold")
    assert bodies(rows, tmp_path / "cold")["9"].endswith(PROMPT)

    process([nine], tmp_path / "out")
    process([tenth], tmp_path / "out")
    (article,) = [row for row in rows(tmp_path / "out", "articles") if row["url"].endswith("/9")]
    assert article["body"].endswith("this year.")
    assert HEAD in article["body"]
    assert article["word_count"] == len(article["body"].split())
    assert article["body_sha256"] == hashlib.sha256(article["body"].encode()).hexdigest()
    (struck,) = [
        row
        for row in rows(tmp_path / "out", "blocks")
        if row["article_id"] == article["article_id"] and not row["kept"]
    ]
    assert (struck["text"], struck["label"]) == (PROMPT, "newsletter")
    assert struck["reason"] == "site:seen on 8 or more articles"
    assert article["article_id"] == rows(tmp_path / "cold", "articles")[0]["article_id"]
    assert not check_output(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out" / ".copydesk").glob("sites*")] == ["sites.parquet"]


def test_a_second_run_changes_nothing_though_more_is_remembered(
    tmp_path: Path, process: Any, files: Any, rows: Any
) -> None:
    source = written(tmp_path / "in" / "all.jsonl", records(range(12), kept=[2, 7, 11]))
    process([source], tmp_path / "out")
    assert not any(body.endswith(PROMPT) for body in bodies(rows, tmp_path / "out").values())
    before, memory = files(tmp_path / "out"), (tmp_path / "out/.copydesk/sites.parquet").read_bytes()
    again = process([source], tmp_path / "out")
    assert files(tmp_path / "out") == before
    assert not again.changed
    assert (tmp_path / "out/.copydesk/sites.parquet").read_bytes() == memory


def test_neither_order_nor_shards_make_a_difference(
    tmp_path: Path, process: Any, rows: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = records(range(40), kept=[0, 3, 8, 21, 22, 39])
    # Other copies of the same addresses, cleaned otherwise.
    many += records(range(5), kept=[1, 2])
    process([written(tmp_path / "in" / "one.jsonl", many)], tmp_path / "one")
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 3)
    process([written(tmp_path / "in" / "two.jsonl", many[::-1])], tmp_path / "two")

    def remade(output: Path) -> list[list[str]]:
        return [[row.replace("two.jsonl", "one.jsonl") for row in part] for part in contents(output, rows)]

    one, two = (
        [[row.partition("'raw_ref'")[0] for row in part] for part in remade(tmp_path / output)]
        for output in ("one", "two")
    )
    assert one == two
    memories = [(tmp_path / output / ".copydesk/sites.parquet").read_bytes() for output in ("one", "two")]
    assert memories[0] == memories[1]


@pytest.mark.parametrize("moment", ["write_articles", "recall", "enrich", "write_batches", "keep_sites"])
def test_killed_anywhere_and_run_again_it_is_as_if_undisturbed(
    tmp_path: Path, process: Any, rows: Any, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 4)
    first = written(tmp_path / "in" / "a.jsonl", records(range(8)))
    then = written(tmp_path / "in" / "b.jsonl", records(range(8, 20), kept=[8, 13, 19]))
    for output in ("calm", "killed"):
        process([first], tmp_path / output)
    process([then], tmp_path / "calm")
    _die_at(moment, process, [then], tmp_path / "killed")
    process([then], tmp_path / "killed")
    assert contents(tmp_path / "killed", rows) == contents(tmp_path / "calm", rows)
    memories = [(tmp_path / output / ".copydesk/sites.parquet").read_bytes() for output in ("calm", "killed")]
    assert memories[0] == memories[1]


def test_what_a_killed_run_enriched_is_enriched_again_where_more_is_known(
    tmp_path: Path, process: Any, rows: Any
) -> None:
    one = written(tmp_path / "in" / "a.jsonl", records([1], kept=[1]))
    more = written(tmp_path / "in" / "b.jsonl", records(range(2, 9)))
    _die_at("write_batches", process, [one], tmp_path / "killed")
    assert list((tmp_path / "killed").glob(".copydesk/work/*/*/enriched.parquet"))
    process([one, more], tmp_path / "killed")
    process([one, more], tmp_path / "calm")
    assert contents(tmp_path / "killed", rows) == contents(tmp_path / "calm", rows)
    assert not bodies(rows, tmp_path / "calm")["1"].endswith(PROMPT)


def _die_at(moment: str, process: Any, sources: Sequence[Path], output: Path) -> None:
    import sys

    import copydesk.tasks.clean
    import copydesk.tasks.enrich

    flow = sys.modules[process.__module__]
    module = {
        "write_articles": copydesk.tasks.clean,
        "recall": copydesk.tasks.clean,
        "enrich": copydesk.tasks.enrich,
    }
    calls = []
    with pytest.MonkeyPatch.context() as patch:
        owner = module.get(moment, flow)
        real = getattr(owner, moment)

        def dies(*arguments: Any, **options: Any) -> Any:
            calls.append(moment)
            if len(calls) > (1 if moment in module and moment != "recall" else 0):
                raise KeyboardInterrupt
            return real(*arguments, **options)

        patch.setattr(owner, moment, dies)
        with pytest.raises(KeyboardInterrupt):
            process(sources, output)


def test_a_damaged_memory_is_said_and_learnt_anew(
    tmp_path: Path, process: Any, rows: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    process([written(tmp_path / "in" / "a.jsonl", records(range(9)))], tmp_path / "out")
    memory = tmp_path / "out" / ".copydesk" / "sites.parquet"
    whole = memory.read_bytes()
    memory.write_bytes(whole[: len(whole) // 2])
    capsys.readouterr()
    process([written(tmp_path / "in" / "b.jsonl", records([9], kept=[9]))], tmp_path / "out")
    assert "sites.parquet can't be read" in capsys.readouterr().out
    assert bodies(rows, tmp_path / "out")["9"].endswith(PROMPT)
    process([tmp_path / "in" / "a.jsonl", tmp_path / "in" / "b.jsonl"], tmp_path / "out")
    assert "can't be read" not in capsys.readouterr().out
    assert not bodies(rows, tmp_path / "out")["9"].endswith(PROMPT)
