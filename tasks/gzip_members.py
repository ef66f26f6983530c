"""The members of a gzip file: where each begins and ends, found again after damage."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

GZIP = 31
"""zlib's `wbits` for a gzip header and a checked end."""
PIECE = 1 << 15
_MAGIC = b"\x1f\x8b\x08"
_WINDOW = 1 << 20


def find_member(file: BinaryIO, start: int, begins: re.Pattern[bytes]) -> int | None:
    """Return where the first member at or after byte `start` lies whose content `begins` so, line ends aside.

    Three bytes mark a member's start and turn up by chance too, so each candidate is unpacked a little.
    """
    while True:
        file.seek(start)
        window = file.read(_WINDOW)
        at = window.find(_MAGIC)
        while at >= 0:
            if begins.match(_head(file, start + at).lstrip(b"\r\n")):
                return start + at
            at = window.find(_MAGIC, at + 1)
        if len(window) < _WINDOW:
            return None
        start += _WINDOW - len(_MAGIC) + 1


def _head(file: BinaryIO, offset: int) -> bytes:
    file.seek(offset)
    try:
        return zlib.decompressobj(GZIP).decompress(file.read(PIECE), 512)
    except zlib.error:
        return b""


def member_end(file: BinaryIO, offset: int) -> int | None:
    """Return where the member that begins at `offset` ends; None where it is cut off or damaged."""
    file.seek(offset)
    unpacker = zlib.decompressobj(GZIP)
    try:
        while not unpacker.eof:
            data = unpacker.unconsumed_tail or file.read(PIECE)
            if not data:
                return None
            unpacker.decompress(data, _WINDOW)
    except zlib.error:
        return None
    return file.tell() - len(unpacker.unused_data)
