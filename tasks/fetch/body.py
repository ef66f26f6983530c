"""Content codings undone: within bounds, and only believed whole where the coding says that it ended.

Every stage yields small pieces, so that a bomb costs the memory of what may be kept, never of what it
inflates to; each stage's output is counted, so that one bomb in another costs no time either.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import brotli
import zstandard

ACCEPTED = "gzip, deflate, br, zstd"
"""What Accept-Encoding offers."""

_STEP = 64 << 10
# A zstd block of four bytes inflates to 128 KB, and its decoder can't be told to stop.
_ZSTD_STEP = 128
# RFC 9659: what a decoder of the content coding must support, and none may demand more.
_ZSTD_WINDOW = 8 << 20
_MOST_CODINGS = 3
_MOST_MEMBERS = 10_000
# Known codings that were not offered; an unknown one is ignored, as browsers do: servers put charsets there.
_NOT_OFFERED = frozenset({"compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm"})

_Pieces = Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body with its content codings undone, as far as that went."""

    body: bytes
    problem: str | None = None
    """Why it is not whole; None where it is."""
    too_large: bool = False


class _BrokenError(Exception):
    pass


class _TooLargeError(Exception):
    pass


def decode(wire: bytes, codings: str | None, most: int, keep_cut: bool = False) -> Decoded:
    """Undo the content codings that a Content-Encoding header names.

    `most` bounds the decoded bytes. A larger body gives none of it, or its first `most` bytes with
    `keep_cut`. A broken one gives what could be decoded. Never raises.
    """
    named = [name.strip() for name in (codings or "").lower().split(",")]
    names = [name for name in named if name in _STAGES]
    foreign = next((name for name in named if name in _NOT_OFFERED), None)
    if foreign or len(names) > _MOST_CODINGS:
        return Decoded(b"", f"content codings that can't be undone: {foreign or ', '.join(names)}")
    if not wire or not names:
        return _bounded(wire, most, keep_cut)
    stage: _Pieces = (wire[at : at + _STEP] for at in range(0, len(wire), _STEP))
    for name in reversed(names):
        stage = _counted(_STAGES[name](stage), most)
    pieces: list[bytes] = []
    try:
        for piece in stage:
            pieces.append(piece)
    except _BrokenError as error:
        return Decoded(b"".join(pieces), str(error))
    except (zlib.error, brotli.error, zstandard.ZstdError):
        return Decoded(b"".join(pieces), f"the body is damaged: it can't be decoded as {', '.join(names)}")
    except _TooLargeError:
        return Decoded(b"".join(pieces)[:most] if keep_cut else b"", _beyond(most), too_large=True)
    return Decoded(b"".join(pieces))


def _bounded(body: bytes, most: int, keep_cut: bool) -> Decoded:
    if len(body) <= most:
        return Decoded(body)
    return Decoded(body[:most] if keep_cut else b"", _beyond(most), too_large=True)


def _beyond(most: int) -> str:
    return f"the body decodes to more than {most} bytes"


def _counted(pieces: _Pieces, most: int) -> _Pieces:
    size = 0
    for piece in pieces:
        size += len(piece)
        yield piece
        if size > most:
            raise _TooLargeError


def _gzip(pieces: _Pieces) -> _Pieces:
    """Undo gzip, of several members too; what follows the last and is none is ignored, as browsers do."""
    decoder = zlib.decompressobj(31)
    members, head = 1, b""
    for piece in pieces:
        data = head + piece
        while data:
            if decoder.eof:
                if len(data) < 2 or data[:2] != b"\x1f\x8b":
                    break
                members += 1
                if members > _MOST_MEMBERS:
                    raise _BrokenError(f"the gzip body has more than {_MOST_MEMBERS} members")
                decoder = zlib.decompressobj(31)
            yield from _inflated(decoder, data)
            data = decoder.unused_data
        head = data if len(data) == 1 else b""
        if decoder.eof and len(data) > 1:
            return
    if not decoder.eof:
        raise _BrokenError("the gzip body stops before its end")


def _deflate(pieces: _Pieces) -> _Pieces:
    """Undo deflate: with zlib's header, as the standard says, or without, as some servers send it."""
    first = next(pieces, b"")
    has_header = len(first) > 1 and first[0] & 15 == 8 and (first[0] << 8 | first[1]) % 31 == 0
    decoder = zlib.decompressobj(15 if has_header else -15)
    yield from _inflated(decoder, first)
    for piece in pieces:
        yield from _inflated(decoder, piece)
    if not decoder.eof:
        raise _BrokenError("the deflate body stops before its end")


def _inflated(decoder: zlib._Decompress, data: bytes) -> _Pieces:
    while not decoder.eof:
        inflated = decoder.decompress(data, _STEP)
        if inflated:
            yield inflated
        data = decoder.unconsumed_tail
        if not data and len(inflated) < _STEP:
            return


def _brotli(pieces: _Pieces) -> _Pieces:
    decoder = brotli.Decompressor()
    for piece in pieces:
        inflated = decoder.process(piece, output_buffer_limit=_STEP)
        # It says that it takes more input, and is finished, while output is still to come.
        while inflated:
            yield inflated
            inflated = decoder.process(b"", output_buffer_limit=_STEP)
    if not decoder.is_finished():
        raise _BrokenError("the brotli body stops before its end")


def _zstd(pieces: _Pieces) -> _Pieces:
    frames = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    decoder = frames.decompressobj()
    for piece in pieces:
        for at in range(0, len(piece), _ZSTD_STEP):
            data = piece[at : at + _ZSTD_STEP]
            while data:
                if decoder.eof:
                    decoder = frames.decompressobj()
                yield decoder.decompress(data)
                data = decoder.unused_data
    if not decoder.eof:
        raise _BrokenError("the zstd body stops before its end")


_STAGES: dict[str, Callable[[_Pieces], _Pieces]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
