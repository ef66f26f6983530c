import gzip
import io
import os
import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import fastwarc.warc
import pytest
from warcio.archiveiterator import ArchiveIterator

from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.archive import ArchiveWriter, Place, recover_archive
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.warc_entry import pack_entry, unpack_entry

AT = datetime(2026, 11, 24, 15, 49, 4, 250000, tzinfo=UTC)
ENTRY = FeedEntry(
    "https://news.example.com/a", "https://news.example.com/feed", "Title", authors=("A", "B"), summary="Ünï"
)


def exchange(number: int = 1, **other: object) -> Exchange:
    wire = gzip.compress(f"<html><p>Story number {number} of the day".encode())
    known: dict[str, object] = {
        "url": f"https://news.example.com/{number}?q=1",
        "kind": "page",
        "asked_at": AT,
        "seconds": 0.1,
        "outcome": "ok",
        "status": 200,
        "reason": "OK",
        "request_headers": (("User-Agent", "copydesk/1 (+mailto:desk@example.com)"), ("Cookie", "s=secret")),
        "headers": (
            ("content-TYPE", "text/html; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
            ("X-Name", "caf\xe9"),
            ("Set-Cookie", "a=1"),
            ("Set-Cookie", "b=2"),
        ),
        "wire": wire,
        "address": "192.0.2.7",
    }
    return Exchange(**(known | other))  # type: ignore[arg-type]


def written(folder: Path, *exchanges: Exchange, entry: FeedEntry | None = None) -> list[Place]:
    writer = ArchiveWriter(folder, "run")
    places = [writer.write(item, entry) for item in exchanges]
    writer.close()
    return places


def kinds(path: Path) -> list[str]:
    """Return the records' types as warcio reads them, every digest verified."""
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()
            assert record.digest_checker.passed is not False, record.digest_checker.problems
            found.append(record.rec_type)
    return found


def test_warcio_and_fastwarc_read_every_record_with_its_digests(tmp_path: Path) -> None:
    place, *_ = written(tmp_path, exchange(1), exchange(2, status=304, wire=b""), entry=ENTRY)
    path = tmp_path / place.file
    expected = ["warcinfo", "request", "metadata", "response", "request", "metadata", "revisit"]
    assert kinds(path) == expected
    records = []
    for record in fastwarc.warc.ArchiveIterator(path.open("rb"), parse_http=False):
        assert "WARC-Block-Digest" not in record.headers or record.verify_block_digest()
        record.parse_http()
        if "WARC-Payload-Digest" in record.headers:
            assert record.verify_payload_digest()
        records.append(record.headers["WARC-Type"])
    assert records == expected


def test_an_answer_is_kept_as_it_came_but_for_its_transfer_coding(tmp_path: Path) -> None:
    sent = exchange()
    (place,) = written(tmp_path, sent)
    data = (tmp_path / place.file).read_bytes()
    member = gzip.decompress(data[place.offset : place.end])
    warc, http, body = member.split(b"\r\n\r\n", 2)
    assert http == (
        b"HTTP/1.1 200 OK\r\ncontent-TYPE: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
        b"X-Crawl-Transfer-Encoding: chunked\r\nX-Name: caf\xe9\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2"
    )
    assert body == sent.wire + b"\r\n\r\n"
    for line in (
        b"WARC-Type: response",
        b"WARC-Date: 2026-11-24T15:49:04.250000Z",
        b"WARC-IP-Address: 192.0.2.7",
        b"X-Copydesk-Kind: page",
        b"WARC-Target-URI: https://news.example.com/1?q=1",
    ):
        assert line in warc.split(b"\r\n")
    assert place.end == len(data)


def test_no_secret_and_no_broken_line_gets_into_the_archive(tmp_path: Path) -> None:
    odd = exchange(
        url="https://me:secret@news.example.com/a b", headers=(("X", "1\r\nEvil: 2"), ("Y", "\u20ac"))
    )
    (place,) = written(tmp_path, odd)
    whole = gzip.decompress((tmp_path / place.file).read_bytes())
    assert b"secret" not in whole
    assert b"\r\nEvil" not in whole
    assert b"GET /a%20b HTTP/1.1\r\nHost: news.example.com\r\n" in whole
    assert "\r\nY: \u20ac\r\n".encode() in whole


def test_an_entry_stands_right_before_its_answer_and_reads_back(tmp_path: Path) -> None:
    (place,) = written(tmp_path, exchange(), entry=ENTRY)
    with (tmp_path / place.file).open("rb") as file:
        records = [
            (record.rec_type, record.rec_headers, record.raw_stream.read())
            for record in ArchiveIterator(file)
        ]
    kind, headers, content = records[-2]
    assert kind == "metadata"
    assert unpack_entry(content) == (ENTRY, None)
    answer = records[-1][1]
    assert headers["WARC-Concurrent-To"] == answer["WARC-Record-ID"]
    assert answer["X-Copydesk-Entry"] == headers["WARC-Record-ID"]


def test_entries_of_strange_shape_are_none() -> None:
    assert unpack_entry(pack_entry(ENTRY, "Teaser")) == (ENTRY, "Teaser")
    for data in (b"", b"[1]", b'{"url": 3}', b"{", b"\xff"):
        assert unpack_entry(data) is None
    entry, teaser = unpack_entry(b'{"url": "u", "title": 3, "tags": ["a", 4, "b"], "text": "t"}') or (
        None,
        "",
    )
    assert entry == FeedEntry("u", "", tags=("a", "b"))
    assert teaser is None


def test_a_body_that_broke_off_is_marked(tmp_path: Path) -> None:
    (place,) = written(tmp_path, exchange(outcome="broken_body"))
    data = (tmp_path / place.file).read_bytes()
    assert b"\r\nWARC-Truncated: disconnect\r\n" in gzip.decompress(data)


def test_what_was_not_answered_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="timeout"):
        ArchiveWriter(tmp_path, "run").write(exchange(status=None, outcome="timeout"))
    assert not list(tmp_path.iterdir())


def test_files_rotate_by_size_and_no_run_writes_into_anothers(tmp_path: Path) -> None:
    for _ in range(2):
        writer = ArchiveWriter(tmp_path, "run/1", rotate_bytes=2000)
        for number in range(6):
            writer.write(exchange(number))
        writer.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 6
    assert all(kinds(path) == ["warcinfo", *["request", "response"] * 2] for path in files)


def test_threads_share_one_writer(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, "run")
    with ThreadPoolExecutor(8) as pool:
        places = list(pool.map(lambda number: writer.write(exchange(number)), range(200)))
    writer.close()
    data = (tmp_path / places[0].file).read_bytes()
    for number, place in enumerate(places):
        member = gzip.decompress(data[place.offset : place.end])
        assert f"example.com/{number}?".encode() in member
    assert len(kinds(tmp_path / places[0].file)) == 401


def test_a_failed_write_leaves_what_stood_before(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, "run")
    first = writer.write(exchange(1))
    full = Full(writer._file)  # type: ignore[arg-type]
    writer._file = full  # type: ignore[assignment]
    with pytest.raises(OSError, match="full"):
        writer.write(exchange(2))
    full.full = False
    second = writer.write(exchange(3))
    writer.close()
    assert (tmp_path / first.file).stat().st_size == second.end
    assert kinds(tmp_path / first.file) == ["warcinfo", "request", "response", "request", "response"]


class Full:
    """A file on a disk that has room for a hundred bytes more."""

    def __init__(self, file: io.RawIOBase) -> None:
        self.file, self.full, self.left = file, True, 100

    def write(self, data: memoryview) -> int:
        if self.full and not self.left:
            raise OSError(28, "disk full")
        taken = self.file.write(data[: self.left] if self.full else data)
        self.left = 0
        return taken or 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)


def test_recovery_cuts_what_the_journal_does_not_know(tmp_path: Path) -> None:
    first, second = written(tmp_path, exchange(1), exchange(2))
    path = tmp_path / first.file
    whole = path.read_bytes()
    for cut in range(first.end, second.end + 1, 7):
        path.write_bytes(whole[:cut])
        assert recover_archive(tmp_path, {first.file: first.end}) == {first.file: first.end}
        assert path.read_bytes() == whole[: first.end]


def test_recovery_after_a_power_cut_ends_with_the_last_whole_record(tmp_path: Path) -> None:
    first, second = written(tmp_path, exchange(1), exchange(2))
    path = tmp_path / first.file
    whole = path.read_bytes()
    for torn in (whole[: second.offset + 9], whole[: second.offset] + b"\0" * 30):
        path.write_bytes(torn)
        assert recover_archive(tmp_path, {first.file: second.end}) == {first.file: second.offset}
        assert path.read_bytes() == whole[: second.offset]


def test_recovery_keeps_every_whole_record_where_the_journal_is_lost(tmp_path: Path) -> None:
    places = written(tmp_path, *map(exchange, range(9)))
    path = tmp_path / places[0].file
    damaged = bytearray(path.read_bytes())
    damaged[places[3].offset + 40] ^= 255  # rot in the middle is no reason to cut what follows
    path.write_bytes(damaged + b"\x1f\x8b\x08torn")
    other = tmp_path / "theirs.warc.gz"
    other.write_bytes(b"not ours")
    ends = recover_archive(tmp_path, {})
    assert ends == {places[0].file: len(damaged), other.name: 8}
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("seed", range(5))
def test_a_killed_run_leaves_whole_records(tmp_path: Path, seed: int) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "sys.path.insert(0, sys.argv[2])\n"
        "from tests.fetch.test_archive import exchange\n"
        "from copydesk.tasks.fetch.archive import ArchiveWriter\n"
        "writer = ArchiveWriter(Path(sys.argv[1]), 'run', 20_000)\n"
        "number = 0\n"
        "while True:\n"
        "    place = writer.write(exchange(number)); number += 1\n"
        "    print(place.file, place.end, flush=True)\n"
    )
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path), root], stdout=subprocess.PIPE)
    assert process.stdout
    known: dict[str, int] = {}
    wanted = 20 + random.Random(seed).randrange(60)
    for number, line in enumerate(process.stdout):
        if number == wanted:
            os.kill(process.pid, signal.SIGKILL)
        if line.endswith(b"\n"):
            name, end = line.split()
            known[name.decode()] = int(end)
    process.wait()
    process.stdout.close()
    recover_archive(tmp_path, known)
    answers = sum(kinds(tmp_path / name).count("response") for name in known)
    assert answers == number + line.endswith(b"\n")


def test_a_closed_archive_takes_nothing_more(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, "run")
    writer.write(exchange())
    writer.close()
    with pytest.raises(ValueError, match="closed"):
        writer.write(exchange(2))
    assert len(list(tmp_path.iterdir())) == 1
