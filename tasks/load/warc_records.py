"""The records of web archives, WARC 0.18 to 1.1 and ARC 1 and 2, found again after damage.

WARC: ISO 28500, https://iipc.github.io/warc-specifications/. ARC: the Internet Archive's File Format
Reference of 1996, https://archive.org/web/researcher/ArcFileFormat.php.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from copydesk.tasks.article import BYTES_AN_ARTICLE
from copydesk.tasks.gzip_members import find_member
from copydesk.tasks.load.warc_bytes import ArchiveBytes, DamagedError, GzipBytes, PlainBytes
from copydesk.tasks.warc_entry import ENTRY_TYPE

KEPT_BYTES = BYTES_AN_ARTICLE + (1 << 16)
"""Of a record's content; more is no article."""
_HEAD_LIMIT = 1 << 16
_HEAD_USUAL = 1 << 11
_WITH_CONTENT = frozenset({"response", "resource", "conversion"})
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_ARC_LINE = rb"[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\n]{0,4000} \S{1,64} \d{12,17} [^\n]{0,900}\d\r?\n"
_BAD_LENGTH = "the record's length is missing or wrong"

Fields = Mapping[str, str]
Head = tuple[Fields, int, int]
"""A record's fields by lower-case name, the bytes of its head, and those of its content."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record. An ARC record has the fields that a WARC record of its kind would have."""

    place: tuple[int, int]
    """The byte of the file where it, or its gzip member, begins; and how far into the member it does."""
    fields: Fields
    content: bytes
    """Up to `KEPT_BYTES` of it, and only of the kinds that can be articles."""
    size: int
    """Of the whole content."""
    entry: Record | None = None
    """The feed's entry that stands right before it (in our own archives)."""

    @property
    def kind(self) -> str:
        """The record's type, such as `response` or `revisit`."""
        return self.fields.get("warc-type", "").lower()


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes that could not be read, from `place` on, and why."""

    place: tuple[int, int]
    bytes_lost: int
    why: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one format writes its records."""

    begins: re.Pattern[bytes]
    """What the first bytes of every record match."""
    read_head: Callable[[bytes], Head | None]
    """Makes a head of the bytes that begin with it; None where they hold none."""


def records(
    file: BinaryIO, start: int, stop: int, grammar: Grammar, contents: bool = True
) -> Iterator[Record | Damage]:
    """Yield the records that begin in the bytes from `start` to `stop`, and what damage cost between them.

    Of a gzip file `start` may be any byte: reading begins with the first member there that a record begins.
    A record belongs to the bytes where its member begins; one that follows its feed's entry goes with that.
    """
    source = _source(file, start, stop, grammar)
    entry: Record | None = None
    while source:
        place = None
        try:
            if not source.advance():
                return
            place = source.place
            if place[0] >= stop and entry is None:
                yield from _damage_at(file, source, grammar)
                return
            record = _read(source, grammar, contents)
        except DamagedError as error:
            place = place or source.place
            lost = source.resync(grammar.begins, error.unpacks) - place[0]
            entry = None
            yield Damage(place, lost, str(error))
            continue
        record = replace(record, entry=entry) if entry else record
        entry = record if _is_entry(record) else None
        yield record


def _source(file: BinaryIO, start: int, stop: int, grammar: Grammar) -> ArchiveBytes | None:
    if not is_packed(file, grammar):
        return PlainBytes(file, start)
    if start:
        found = find_member(file, start, grammar.begins)
        if found is None or found >= stop:
            return None
        start = found
    return GzipBytes(file, start)


def is_packed(file: BinaryIO, grammar: Grammar) -> bool:
    """Whether the file is gzip: by its first bytes, or by its name where they are damaged."""
    file.seek(0)
    data = file.read(_HEAD_LIMIT)
    return data[:2] == b"\x1f\x8b" or (
        str(file.name).lower().endswith(".gz") and not grammar.begins.match(data)
    )


def _damage_at(file: BinaryIO, source: ArchiveBytes, grammar: Grammar) -> Iterator[Damage]:
    """Yield the damage that the next shard, looking for its first record, would pass over in silence."""
    place = source.place
    if isinstance(source, GzipBytes):
        found = find_member(file, place[0], grammar.begins)
        lost = (source.size if found is None else found) - place[0]
        if lost:
            yield Damage(place, lost, "no record begins where one should")


def _read(source: ArchiveBytes, grammar: Grammar, contents: bool) -> Record:
    place = source.place
    head = grammar.read_head(source.head(_HEAD_USUAL)) or grammar.read_head(source.head(_HEAD_LIMIT))
    if not head:
        raise DamagedError("no record begins where one should", unpacks=True)
    fields, head_size, size = head
    if size < 0:
        raise DamagedError(_BAD_LENGTH, unpacks=True)
    source.move(head_size)
    wanted = contents and (fields.get("warc-type", "").lower() in _WITH_CONTENT or _is_entry_head(fields))
    content = source.take(size, KEPT_BYTES if wanted else 0)
    if not source.ends_well() and not grammar.begins.match(source.head(_HEAD_USUAL)):
        raise DamagedError(_BAD_LENGTH, unpacks=True)
    return Record(place, fields, content, size)


def _is_entry_head(fields: Fields) -> bool:
    return fields.get("content-type") == ENTRY_TYPE


def _is_entry(record: Record) -> bool:
    return _is_entry_head(record.fields) and "warc-concurrent-to" in record.fields


def _warc_head(data: bytes) -> Head | None:
    end = _HEAD_END.search(data)
    if not end or not data.startswith(b"WARC/"):
        return None
    fields: dict[str, str] = {}
    name = ""
    for line in data[: end.start()].decode("utf-8", "replace").split("\n")[1:]:
        if line[:1] in " \t":
            fields[name] = f"{fields.get(name, '')} {line.strip()}"
            continue
        name, _, value = line.partition(":")
        name = name.strip().lower()
        fields.setdefault(name, value.strip())
    length = fields.get("content-length", "")
    return fields, end.end(), int(length) if length.isascii() and length.isdigit() else -1


def _arc_head(data: bytes) -> Head | None:
    line, newline, _ = data.partition(b"\n")
    # Addresses may hold blanks, so the fields are counted from the end: five in version 1, ten in version 2.
    for count in (4, 9):
        parts = line.decode("utf-8", "replace").rstrip("\r").rsplit(" ", count)
        if newline and len(parts) == count + 1 and parts[2].isdigit() and 12 <= len(parts[2]) <= 17:
            break
    else:
        return None
    url, address, date, content_type, length = *parts[:4], parts[-1]
    fields = {
        "warc-type": "filedesc" if url.startswith("filedesc:") else "response",
        "warc-target-uri": url,
        "warc-ip-address": address,
        "warc-date": f"{date[:8]}T{date[8:14]:0<6}Z",
        "content-type": content_type,
    }
    return fields, len(line) + 1, int(length) if length.isascii() and length.isdigit() else -1


WARC = Grammar(re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n"), _warc_head)
ARC = Grammar(re.compile(_ARC_LINE), _arc_head)
