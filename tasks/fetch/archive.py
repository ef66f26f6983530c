"""The raw archive: every exchange as WARC 1.1, one gzip member a record, whole at every moment.

A member is appended in one write and flushed; when a write fails or a run dies, what it left is cut off
again. WARC 1.1 is ISO 28500:2017, https://iipc.github.io/warc-specifications/.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from copydesk.tasks.article import FeedEntry
from copydesk.tasks.durable import sync_folder
from copydesk.tasks.fetch.exchange import SECRET_HEADERS, Exchange
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.gzip_members import find_member, member_end
from copydesk.tasks.version import VERSION
from copydesk.tasks.warc_entry import ENTRY_FIELD, ENTRY_TYPE, KIND_FIELD, pack_entry

SYNC_SECONDS = 5.0
"""How much of the archive a power cut may cost."""
_NAME = re.compile(r"\d{8}T\d{6}Z-.+-\d{5}\.warc\.gz")
_BEGINS = re.compile(rb"WARC/")
_UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_TRUNCATED = {"too_large": "length", "timeout": "time", "broken_body": "disconnect"}

Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: its file's name in the archive's folder, its first byte there, its length."""

    file: str
    offset: int
    length: int

    @property
    def end(self) -> int:
        """The first byte after the record: everything up to here is whole."""
        return self.offset + self.length


class ArchiveWriter:
    """Appends exchanges to the archive of one run; threads may share it.

    A file is opened with the first record that needs it, so a run that fetches nothing leaves none.
    """

    def __init__(
        self, folder: Path, run_id: str, rotate_bytes: int = 1 << 30, user_agent: str | None = None
    ) -> None:
        """Write into `folder`, new files beginning wherever one has `rotate_bytes`."""
        self._folder = folder
        self._run = re.sub(r"[^A-Za-z0-9._]+", "_", run_id) or "run"
        self._rotate_bytes = rotate_bytes
        self._user_agent = user_agent or FetchSettings().user_agent
        self._lock = threading.Lock()
        self._file: BinaryIO | None = None
        self._closed = False
        self._name, self._number, self._size, self._synced = "", 0, 0, 0.0

    def write(self, exchange: Exchange, entry: FeedEntry | None = None) -> Place:
        """Append an exchange that was answered, after its request and the feed's entry; return its place.

        Raises ValueError where there was no answer.
        """
        return self.append(self.pack(exchange, entry))

    def pack(self, exchange: Exchange, entry: FeedEntry | None = None) -> list[bytes]:
        """Return the records of an exchange that was answered, ready for `append`.

        Raises ValueError where there was no answer: such an exchange has its row in `fetches` alone.
        """
        if exchange.status is None:
            raise ValueError(f"{exchange.url} gave no answer ({exchange.outcome}); only answers are archived")
        answer, asked = _new_id(), _stamp(exchange.asked_at)
        about: Fields = [("WARC-Target-URI", _uri(exchange.url)), ("WARC-Date", asked)]
        members = [_request(exchange, about, answer)]
        link: Fields = []
        if entry:
            link = [(ENTRY_FIELD, _new_id())]
            members.append(_entry(about, pack_entry(entry), link[0][1], answer))
        members.append(_response(exchange, about, answer, link))
        return members

    def write_teaser(self, url: str, entry: FeedEntry, at: datetime, text: str) -> Place:
        """Append what the feed says of a page that could not be had, with the teaser's plain text."""
        about: Fields = [("WARC-Target-URI", _uri(url)), ("WARC-Date", _stamp(at))]
        return self.append([_entry(about, pack_entry(entry, text), _new_id(), None)])

    def close(self) -> None:
        """Make what was written durable and end the file."""
        with self._lock:
            self._end_file()
            self._closed = True

    def append(self, members: Sequence[bytes]) -> Place:
        """Append what `pack` made, in one piece; return the place of its last record."""
        data = b"".join(members)
        with self._lock:
            if self._closed:
                raise ValueError("the archive is closed: what came after the end of the run is not kept")
            if self._file is None or self._size >= self._rotate_bytes:
                self._end_file()
                self._begin_file()
            self._put(data)
            return Place(self._name, self._size - len(members[-1]), len(members[-1]))

    def _put(self, data: bytes) -> None:
        """Append `data` whole or not at all (a full disk leaves what stood before)."""
        assert self._file is not None
        try:
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
        except OSError:
            with suppress(OSError):
                self._file.truncate(self._size)
            raise
        self._size += len(data)
        if time.monotonic() - self._synced > SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def _begin_file(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC)
        while self._file is None:
            self._number += 1
            self._name = f"{now:%Y%m%dT%H%M%SZ}-{self._run}-{self._number:05}.warc.gz"
            with suppress(FileExistsError):
                # Appending, so that after a cut the next write lands at the end, not beyond it.
                handle = os.open(
                    self._folder / self._name, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o666
                )
                self._file = os.fdopen(handle, "wb", buffering=0)
        self._size, self._synced = 0, time.monotonic()
        sync_folder(self._folder)
        self._put(_warcinfo(self._name, now, self._user_agent))

    def _end_file(self) -> None:
        if self._file is not None:
            os.fsync(self._file.fileno())
            self._file.close()
            self._file = None


def recover_archive(folder: Path, known: Mapping[str, int]) -> dict[str, int]:
    """Cut off what a dead run left unjournaled or torn; return where each of our files ends now, in bytes.

    `known` says up to which byte the journal knows each file (by name). A file that ends before that lost
    its tail to a power cut: rows beyond the returned end name records that are gone. A file of ours that
    the journal does not know keeps every whole record.
    """
    ends = {}
    for path in sorted(folder.glob("*.warc.gz")):
        size = path.stat().st_size
        if size == known.get(path.name) or not (path.name in known or _NAME.fullmatch(path.name)):
            ends[path.name] = size
            continue
        end = min(known.get(path.name, size), size)
        if end < known.get(path.name, size + 1):
            end = _whole_end(path, end)
        if end == 0:
            path.unlink()
        elif end < size:
            os.truncate(path, end)
        ends[path.name] = end
    return ends


def _whole_end(path: Path, size: int) -> int:
    """Return where the last whole record ends, looking beyond damage in the middle."""
    end, at = 0, 0
    with path.open("rb") as file:
        while at < size:
            after = member_end(file, at)
            if after is not None:
                end = at = after
                continue
            following = find_member(file, at + 1, _BEGINS)
            if following is None:
                break
            at = following
    return end


def _warcinfo(name: str, now: datetime, user_agent: str) -> bytes:
    fields = (
        f"software: copydesk/{VERSION}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        f"http-header-user-agent: {user_agent}\r\nrobots: obeyed as RFC 9309 says\r\n"
    )
    about: Fields = [("WARC-Filename", name), ("WARC-Date", _stamp(now))]
    return _record("warcinfo", _new_id(), about, "application/warc-fields", fields.encode())


def _request(exchange: Exchange, about: Fields, answer: str) -> bytes:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = [pair for pair in exchange.request_headers if pair[0].lower() not in SECRET_HEADERS]
    if not any(name.lower() == "host" for name, _ in headers):
        headers.insert(0, ("Host", parts.netloc.rpartition("@")[2]))
    block = _http_head(f"GET {_uri(target)} HTTP/1.1", headers)
    about = [*about, ("WARC-Concurrent-To", answer)]
    return _record("request", _new_id(), about, "application/http;msgtype=request", block)


def _entry(about: Fields, content: bytes, record_id: str, answer: str | None) -> bytes:
    about = [*about, ("WARC-Concurrent-To", answer)] if answer else about
    return _record("metadata", record_id, about, ENTRY_TYPE, content)


def _response(exchange: Exchange, about: Fields, answer: str, link: Fields) -> bytes:
    # The transfer coding is undone, so its header must not say otherwise; Common Crawl renames it likewise.
    headers = [
        (f"X-Crawl-{name}" if name.lower() == "transfer-encoding" else name, value)
        for name, value in exchange.headers
    ]
    head = _http_head(f"HTTP/1.1 {exchange.status} {exchange.reason}", headers)
    about = [*about, (KIND_FIELD, exchange.kind), *link]
    if exchange.address:
        about.append(("WARC-IP-Address", exchange.address))
    if exchange.status == 304:
        about += [("WARC-Profile", _UNCHANGED), ("WARC-Refers-To-Target-URI", _uri(exchange.url))]
        return _record("revisit", answer, about, "application/http;msgtype=response", head)
    about.append(("WARC-Payload-Digest", _digest(exchange.wire)))
    if why := exchange.truncated or _TRUNCATED.get(exchange.outcome):
        about.append(("WARC-Truncated", why))
    return _record("response", answer, about, "application/http;msgtype=response", head + exchange.wire)


def _record(kind: str, record_id: str, about: Fields, content_type: str, block: bytes) -> bytes:
    fields = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", record_id),
        *about,
        ("WARC-Block-Digest", _digest(block)),
        ("Content-Type", content_type),
        ("Content-Length", str(len(block))),
    ]
    lines = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in fields)
    return gzip.compress(f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n", 6, mtime=0)


def _http_head(first: str, headers: list[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers)]
    return b"".join(_as_sent(_one_line(line)) + b"\r\n" for line in lines) + b"\r\n"


def _as_sent(line: str) -> bytes:
    """Undo the decoding of header lines, which HTTP libraries do as Latin-1."""
    try:
        return line.encode("latin-1")
    except UnicodeEncodeError:
        return line.encode("utf-8", "replace")


def _one_line(value: str) -> str:
    return re.sub(r"[\r\n\0]+", " ", value)


def _uri(url: str) -> str:
    """Return an address fit for a header: without a password, blanks and control characters as `%XX`."""
    url = re.sub(r"^(https?://)[^/?#@]*@", r"\1", url)
    return re.sub(r"[\0-\x20\x7f]", lambda found: f"%{ord(found[0]):02X}", url)


def _digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _new_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"
