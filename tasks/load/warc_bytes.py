"""The bytes of an archive one after another, packed or not, with the place in the file that each comes from.

Both sources do the same: `advance` to the next record, look at its `head`, `move` and `take`; where that
raises `DamagedError`, `resync` finds the next place that records begin at. Nothing holds more than a window.
"""

from __future__ import annotations

import os
import re
import zlib
from typing import BinaryIO, Protocol

from copydesk.tasks.gzip_members import GZIP, PIECE, find_member

_CHUNK = 1 << 18
_JUNK_LIMIT = 64 << 20
"""So far a member is searched for its next record: what is no record may unpack to any size."""
_OVERLAP = 1 << 12


class DamagedError(Exception):
    """Raised where the bytes are not what they should be; the message says what was found."""

    def __init__(self, why: str, unpacks: bool = False) -> None:
        """Take what was found, and whether the bytes themselves unpack so that a search goes on in them."""
        super().__init__(why)
        self.unpacks = unpacks


def _on_a_line(begins: re.Pattern[bytes]) -> re.Pattern[bytes]:
    return re.compile(b"\n" + begins.pattern)


class ArchiveBytes(Protocol):
    """A cursor over an archive's content."""

    size: int
    """Of the file, in bytes."""

    @property
    def place(self) -> tuple[int, int]:
        """Where in the file the next byte, or its gzip member, begins; and how far into the member it is."""

    def advance(self) -> bool:
        """Go beyond line ends and, where a member ends, into the next; False at the end of the file."""

    def head(self, count: int) -> bytes:
        """Return the next bytes, fewer where the file or the member ends, and stay."""

    def move(self, count: int) -> None:
        """Go beyond bytes that `head` showed."""

    def take(self, count: int, keep: int) -> bytes:
        """Go beyond `count` bytes and return the first `keep` of them."""

    def ends_well(self) -> bool:
        """Go beyond line ends in the file or member; whether it ends there, and is proved right so far."""

    def resync(self, begins: re.Pattern[bytes], within: bool) -> int:
        """Go to the next record that begins after where `advance` stopped last; return its place in the file.

        `within` says that the bytes unpack, so that it may stand in the same member.
        """


class PlainBytes:
    """An archive that is not packed."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """Begin at byte `start`."""
        self._file, self.size = file, os.fstat(file.fileno()).st_size
        self._record = file.seek(start)

    @property
    def place(self) -> tuple[int, int]:
        """Where the next byte stands."""
        return self._file.tell(), 0

    def advance(self) -> bool:
        """Go beyond line ends; False at the end of the file."""
        ended = self.ends_well()
        self._record = self._file.tell()
        return not ended

    def head(self, count: int) -> bytes:
        """Return the next bytes, fewer at the end, and stay."""
        at = self._file.tell()
        data = self._file.read(count)
        self._file.seek(at)
        return data

    def move(self, count: int) -> None:
        """Go on by `count` bytes."""
        self._file.seek(count, os.SEEK_CUR)

    def take(self, count: int, keep: int) -> bytes:
        """Go beyond `count` bytes and return the first `keep` of them."""
        if self._file.tell() + count > self.size:
            raise DamagedError("the record is longer than the rest of the file", unpacks=True)
        data = self._file.read(min(count, keep)) if keep else b""
        self._file.seek(count - len(data), os.SEEK_CUR)
        return data

    def ends_well(self) -> bool:
        """Go beyond line ends; whether the file ends there."""
        while data := self._file.read(_OVERLAP):
            if rest := data.lstrip(b"\r\n"):
                self._file.seek(-len(rest), os.SEEK_CUR)
                return False
        return True

    def resync(self, begins: re.Pattern[bytes], within: bool) -> int:
        """Go to the next line that a record begins with, or to the end."""
        at = self._record
        while True:
            self._file.seek(at)
            window = self._file.read(_CHUNK)
            if found := _on_a_line(begins).search(window):
                return self._file.seek(at + found.start() + 1)
            if len(window) < _CHUNK:
                return self._file.seek(self.size)
            at += _CHUNK - _OVERLAP


class GzipBytes:
    """An archive of gzip members, most often one a record."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """Begin with the member at byte `start`."""
        self._file, self.size = file, os.fstat(file.fileno()).st_size
        self._open(start)

    def _open(self, start: int) -> None:
        self._file.seek(start)
        self._begin(start, b"")

    def _begin(self, start: int, packed: bytes) -> None:
        self._member, self._packed, self._unpacker = start, packed, zlib.decompressobj(GZIP)
        self._data, self._at, self._before = b"", 0, 0

    @property
    def place(self) -> tuple[int, int]:
        """Where the member begins, and how far into what it unpacks to the next byte is."""
        return self._member, self._before + self._at

    def advance(self) -> bool:
        """Go beyond line ends and into the next member where one ends; False at the end of the file."""
        while self.ends_well():
            if not self._next_member():
                return False
        return True

    def ends_well(self) -> bool:
        """Go beyond line ends; whether the member ends there and its checksum is right."""
        while True:
            data, at = self._data, self._at
            while at < len(data) and data[at] in b"\r\n":
                at += 1
            self._at = at
            if at < len(data):
                return False
            if self._member >= self.size or not self._pull():
                return True

    def head(self, count: int) -> bytes:
        """Return the next bytes of the member, fewer at its end, and stay."""
        while len(self._data) - self._at < count and self._pull(join=True):
            pass
        return self._data[self._at : self._at + count]

    def move(self, count: int) -> None:
        """Go on by `count` bytes that `head` showed."""
        self._at += count

    def take(self, count: int, keep: int) -> bytes:
        """Go beyond `count` bytes, into members that no record begins; return the first `keep` of them."""
        parts, left = [], count
        while left:
            if self._at == len(self._data) and not self._pull():
                self._continue()
            step = min(left, len(self._data) - self._at)
            if keep > count - left:
                parts.append(self._data[self._at : self._at + min(step, keep - count + left)])
            self._at += step
            left -= step
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def resync(self, begins: re.Pattern[bytes], within: bool) -> int:
        """Go to the next record in this member (`within`), or the next member that one begins, or the end."""
        if within and self._search(begins):
            return self._member
        found = find_member(self._file, self._member + 1, begins)
        self._open(self.size if found is None else found)
        return self._member

    def _search(self, begins: re.Pattern[bytes]) -> bool:
        """Look for a line in the rest of the member that a record begins with."""
        seen = 0
        try:
            while seen < _JUNK_LIMIT:
                if found := _on_a_line(begins).search(self._data, self._at):
                    self._at = found.start() + 1
                    return True
                seen += len(self._data) - self._at
                self._at = max(self._at, len(self._data) - _OVERLAP)
                if not self._pull(join=True):
                    return False
        except DamagedError:
            pass
        return False

    def _pull(self, join: bool = False) -> bool:
        """Unpack the next bytes, beside those that are left or instead of them; False at the member's end."""
        unpacker = self._unpacker
        while not unpacker.eof:
            packed = self._packed or self._file.read(PIECE)
            if not packed:
                raise DamagedError("the file ends within a record")
            try:
                data = unpacker.decompress(packed, _CHUNK)
            except zlib.error as error:
                raise DamagedError(f"it cannot be unpacked ({error})") from None
            self._packed = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            if data:
                self._before += self._at if join else len(self._data)
                self._data, self._at = self._data[self._at :] + data if join else data, 0
                return True
        return False

    def _next_member(self) -> bool:
        """Go to the member after this one, which has ended; False at the end of the file."""
        # Tapes and some writers pad the end of gzip files with zeros.
        while not (packed := self._packed.lstrip(b"\0")):
            self._packed = self._file.read(PIECE)
            if not self._packed:
                self._begin(self.size, b"")
                return False
        self._begin(self._file.tell() - len(packed), packed)
        return True

    def _continue(self) -> None:
        """Go into the next member in the middle of a record, as some writers cut them."""
        if not self._next_member():
            raise DamagedError("the file ends within a record")
        if self.head(5) == b"WARC/":
            # Not searched from its second byte on: it is where reading goes on.
            self._member -= 1
            raise DamagedError("the record is shorter than it says")
