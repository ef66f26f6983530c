"""Web archives as inputs: ours and others', whole and damaged."""

from __future__ import annotations

import gzip
import os
import random
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from copydesk.tasks.article import FeedEntry, RawArticle, Reject
from copydesk.tasks.fetch.archive import ArchiveWriter
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.load import shards as shards_module
from copydesk.tasks.load.read import read_shard
from copydesk.tasks.load.shards import plan_shards
from copydesk.tasks.load.warc import read_archive

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def page(number: int) -> bytes:
    # Words that do not pack well, so that a record has some size.
    words = " ".join(str(random.Random(number * 1000 + word).random()) for word in range(60))
    return f"<html><body><p>Story {number}: {words}</p></body></html>".encode()


def exchange(number: int, kind: str = "page") -> Exchange:
    body = page(number)
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    url = f"https://example.org/{number}"
    return Exchange(url, kind, AT, 0.1, "ok", status=200, reason="OK", headers=headers, wire=body, body=body)


def archive(folder: Path, count: int) -> Path:
    writer = ArchiveWriter(folder, "test")
    for number in range(count):
        writer.write(exchange(number))
    writer.close()
    (path,) = folder.glob("*.warc.gz")
    return path


def pages(path: Path) -> list[RawArticle | Reject]:
    return list(read_archive(str(path), path.name, 0, path.stat().st_size))


def numbers(found: Sequence[RawArticle | Reject]) -> list[int]:
    return [int((raw.url or "").rpartition("/")[2]) for raw in found if isinstance(raw, RawArticle)]


def test_what_was_fetched_is_read_as_it_came(tmp_path: Path) -> None:
    entry = FeedEntry("https://example.org/1", "https://example.org/rss", "Rain", authors=("Ann",))
    writer = ArchiveWriter(tmp_path, "test")
    writer.write(exchange(1), entry)
    writer.write(exchange(2, "feed"))
    writer.write_teaser("https://example.org/3", entry, AT, "It rained all day.")
    writer.close()
    full, teaser = pages(next(tmp_path.glob("*.warc.gz")))
    assert isinstance(full, RawArticle)
    assert (full.html, full.url, full.feed) == (page(1), "https://example.org/1", entry)
    assert (full.fetched_at, full.declared_encoding) == (AT, "utf-8")
    assert isinstance(teaser, RawArticle)
    assert (teaser.html, teaser.text, teaser.feed) == (None, b"It rained all day.", entry)


@pytest.mark.parametrize("packed", [True, False])
def test_shards_hold_every_page_once(tmp_path: Path, packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path, 40)
    if not packed:
        path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
        path.unlink()
        path = path.with_suffix("")
    monkeypatch.setattr(shards_module, "ARCHIVE_BYTES_A_SHARD", 3_000)
    shards = list(plan_shards([str(path)], tmp_path / "work"))
    assert len(shards) > 5
    found = [raw for shard in shards for raw in read_shard(shard)]
    assert numbers(found) == list(range(40))
    assert len({raw.raw_ref for raw in found}) == 40


@pytest.mark.parametrize("seed", range(60))
def test_damage_costs_the_records_that_it_hit(tmp_path: Path, seed: int) -> None:
    path = archive(tmp_path, 40)
    data, chance = bytearray(path.read_bytes()), random.Random(seed)
    if seed % 3 == 0:
        del data[chance.randrange(len(data) // 2, len(data)) :]
        least = sum(place < len(data) for place in _places(path)) - 1
    else:
        at = chance.randrange(1_000, len(data) - 30)
        for place in range(at, at + (20 if seed % 3 == 1 else 1)):
            data[place] = chance.randrange(256)
        least = 38
    path.write_bytes(data)
    found = pages(path)
    had = numbers(found)
    assert len(had) >= least
    assert len(set(had)) == len(had)
    lost = [reject for reject in found if isinstance(reject, Reject)]
    assert all(reject.reason == "damaged" and path.name in reject.message for reject in lost)
    assert lost or len(had) >= 39


def _places(path: Path) -> list[int]:
    return [int(raw.raw_ref.rpartition("#")[2]) for raw in pages(path)]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    body = gzip.compress(bytes(30 << 20))
    head = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    writer = ArchiveWriter(tmp_path, "test")
    writer.write(
        Exchange("https://example.org/b", "page", AT, 0.1, "ok", status=200, headers=head, wire=body)
    )
    writer.write(exchange(1))
    writer.close()
    bomb, whole = pages(next(tmp_path.glob("*.warc.gz")))
    assert isinstance(bomb, Reject)
    assert bomb.reason == "too_large"
    assert isinstance(whole, RawArticle)


def test_an_arc_is_read(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(7)
    version = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    top = b"filedesc://x.arc 0.0.0.0 20200102030405 text/plain %d\n%s\n" % (len(version), version)
    line = b"https://example.org/7 127.0.0.1 20200102030405 text/html %d\n" % len(answer)
    path = tmp_path / "x.arc"
    path.write_bytes(top + line + answer + b"\n")
    (raw,) = pages(path)
    assert isinstance(raw, RawArticle)
    assert raw.html == page(7)
    assert raw.fetched_at == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.skipif(
    "COPYDESK_CORPORA" not in os.environ, reason="COPYDESK_CORPORA names no folder of corpora"
)
def test_others_archives_are_read_as_far_as_can_be(tmp_path: Path) -> None:
    with zipfile.ZipFile(Path(os.environ["COPYDESK_CORPORA"], "archives.zip")) as packed:
        packed.extractall(tmp_path)
    found = {}
    for path in tmp_path.iterdir():
        if path.name.endswith((".warc", ".warc.gz", ".arc", ".arc.gz")):
            items = pages(path)
            found[path.name] = (len(articles(items)), len(items) - len(articles(items)))
    assert found["warcfile.warc.gz"] == found["warcfile.warc"] == (16, 0)
    assert found["clueweb-quirk.warc.gz"] == (29, 0)
    assert found["example-wrong-chunks.warc.gz"] == found["example-bad-non-chunked.warc.gz"] == (1, 0)
    assert found["example.arc"] == found["example.arc.gz"] == (1, 0)
    damaged = {name for name, (_, lost) in found.items() if lost}
    assert damaged == {"bad.arc", "clipped.warc.gz", "example-space-in-url.arc", "example-trunc.warc"}


def articles(found: Sequence[RawArticle | Reject]) -> list[RawArticle]:
    return [raw for raw in found if isinstance(raw, RawArticle)]
