import gzip
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from copydesk.tasks.article import RawArticle, Reject
from copydesk.tasks.load import shards
from copydesk.tasks.load.read import read_shard
from copydesk.tasks.load.shards import plan_shards


def read(*sources: Path, spool: Path | None = None) -> list[RawArticle | Reject]:
    planned = plan_shards(map(str, sources), spool or sources[0].parent / "spool")
    return [item for shard in planned for item in read_shard(shard)]


def texts(items: Iterable[RawArticle | Reject]) -> list[bytes | None]:
    return [item.text for item in items if isinstance(item, RawArticle)]


def refused(items: Iterable[RawArticle | Reject]) -> list[tuple[str, str]]:
    return [(item.raw_ref.rpartition("/")[2], item.reason) for item in items if isinstance(item, Reject)]


def test_a_record_keeps_what_it_says_of_itself(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "url": "https://news.example.com/a",
        "html": "<p>Ünï",
        "title": "T",
        "published": "2017-01-17",
        "fetched_at": "2017-01-18T10:00:00+02:00",
    }
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(record))
    (raw,) = read(path)
    assert raw == RawArticle(
        f"{path}#1",
        html="<p>Ünï".encode(),
        declared_encoding="utf-8",
        url="https://news.example.com/a",
        input_id="7",
        title="T",
        published="2017-01-17",
        fetched_at=datetime(2017, 1, 18, 8, tzinfo=UTC),
    )


def test_a_broken_line_costs_only_itself_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text":"one"}\n\n{"text":\n{"text":"four"}\n[1]\n{"text":5}\n{"text":""}\n"\xff"'
    )
    items = read(path)
    assert texts(items) == [b"one", b"four"]
    assert refused(items) == [
        ("in.jsonl#3", "invalid_json"),
        ("in.jsonl#5", "invalid_json"),
        ("in.jsonl#6", "no_text"),
        ("in.jsonl#7", "empty"),
        ("in.jsonl#8", "invalid_json"),
    ]


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz", ".jsonl.zst"])
def test_shards_cut_a_file_without_losing_or_doubling_a_line(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 7)
    monkeypatch.setattr(shards, "READ_SIZE", 64)
    plain = "".join(json.dumps({"text": f"line {number}"}) + "\n" for number in range(1, 101)).encode()
    packed = {".jsonl": plain, ".jsonl.gz": gzip.compress(plain), ".jsonl.zst": zstandard.compress(plain)}
    path = tmp_path / f"in{ending}"
    path.write_bytes(packed[ending])
    items = read(path)
    assert texts(items) == [b"line %d" % number for number in range(1, 101)]
    assert [item.raw_ref for item in items] == [f"{path}#{number}" for number in range(1, 101)]
    planned = list(plan_shards([str(path)], tmp_path / "spool"))
    assert len({shard.key for shard in planned}) == len(planned) == 15


def test_members_of_a_gzip_file_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text":"a"}\n') + gzip.compress(b'{"text":"b"}\n') + b"\0" * 512)
    assert texts(read(path)) == [b"a", b"b"]


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_cut_archive_gives_what_it_has_and_says_what_is_lost(tmp_path: Path, ending: str) -> None:
    lines = b"".join(
        b'{"text":"%d %s"}\n' % (number, bytes(str(hash(str(number))), "ascii")) for number in range(50_000)
    )
    packed = gzip.compress(lines) if ending == "gz" else zstandard.compress(lines)
    path = tmp_path / f"in.jsonl.{ending}"
    path.write_bytes(packed[: len(packed) // 2])
    items = read(path)
    assert len(texts(items)) > 10_000
    assert items[-1].reason == "damaged"  # type: ignore[union-attr]
    assert "Get the file again" in items[-1].message  # type: ignore[union-attr]


def test_an_endless_line_is_passed_over_in_bounded_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("spool", "read"):
        monkeypatch.setattr(f"copydesk.tasks.load.{module}.LINE_LIMIT", 50)
    for packed in (False, True):
        path = tmp_path / ("in.jsonl.gz" if packed else "in.jsonl")
        content = b'{"text":"a"}\n{"text":"' + b"x" * 100 + b'"}\n{"text":"c"}\n'
        path.write_bytes(gzip.compress(content) if packed else content)
        items = read(path)
        assert texts(items) == [b"a", b"c"]
        assert refused(items) == [(f"{path.name}#2", "too_large")]
        assert items[-1].raw_ref.endswith("#3")


def test_parquet_rows_over_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 4)
    path = tmp_path / "in.parquet"
    rows = [None if number == 5 else f"row {number}" for number in range(1, 24)]
    table = pa.table(
        {"text": rows, "id": list(range(1, 24)), "published": [datetime(2020, 1, 2)] * 23, "x": ["-"] * 23}
    )
    pq.write_table(table, path, row_group_size=10)
    items = read(path)
    assert [item.input_id for item in items] == [str(number) for number in range(1, 24)]
    assert [item.raw_ref for item in items] == [f"{path}#{number}" for number in range(1, 24)]
    assert refused(items) == [("in.parquet#5", "empty")]
    assert items[0].published == "2020-01-02T00:00:00"  # type: ignore[union-attr]


def test_parquet_that_is_none_or_has_no_text(tmp_path: Path) -> None:
    broken, other = tmp_path / "broken.parquet", tmp_path / "other.parquet"
    broken.write_bytes(b"PAR1 and nothing more")
    pq.write_table(pa.table({"body": ["x"]}), other)
    items = read(broken, other)
    assert refused(items) == [("broken.parquet", "broken_parquet"), ("other.parquet", "no_text")]
    assert "body" in items[1].message  # type: ignore[union-attr]


def test_files_without_a_telling_name_are_told_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("<!DOCTYPE html><title>x</title>")
    (tmp_path / "copy").write_text("PARIS (AFP) - 2 < 3")
    page, copy = sorted(
        (item for item in read(tmp_path) if isinstance(item, RawArticle)),
        key=lambda raw: raw.html or b"",
        reverse=True,
    )
    assert page.html and not page.text
    assert copy.text and not copy.html


def test_many_files_make_few_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "ARTICLES_A_SHARD", 10)
    for number in range(25):
        (tmp_path / f"{number:02}.txt").write_text(f"text {number}")
    planned = list(plan_shards([str(tmp_path)], tmp_path / "spool"))
    assert [len(shard.paths) for shard in planned] == [10, 10, 5]


def test_a_changed_file_is_another_shard(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    (first,) = plan_shards([str(path)], tmp_path)
    path.write_text("other")
    (second,) = plan_shards([str(path)], tmp_path)
    assert first.key != second.key
