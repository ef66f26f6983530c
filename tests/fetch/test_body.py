"""Content codings: undone whole, undone as far as they go, and bombs that cost nothing."""

import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard

from copydesk.tasks.fetch.body import decode
from tests.fetch.misbehaviour import inflating

TEXT = "".join(
    f"Line {number} of the story, and {number * 7919 % 1000} more.\n" for number in range(20_000)
).encode()
MOST = 5 << 20


def raw_deflate(data: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=5),
    "zstd": zstandard.compress,
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("text", [TEXT, b"x", b""], ids=["long", "one byte", "none"])
def test_whole(coding: str, text: bytes) -> None:
    decoded = decode(CODINGS[coding](text), coding, MOST)
    assert (decoded.body, decoded.problem) == (text, None)


@pytest.mark.parametrize("coding", CODINGS)
def test_cut_off(coding: str) -> None:
    wire = CODINGS[coding](TEXT)
    for length in (1, len(wire) // 2, len(wire) - 1):
        decoded = decode(wire[:length], coding, MOST)
        assert decoded.problem
        assert TEXT.startswith(decoded.body)
    assert len(decoded.body) > len(TEXT) // 2


@pytest.mark.parametrize("coding", CODINGS)
def test_damaged(coding: str) -> None:
    wire = bytearray(CODINGS[coding](TEXT))
    wire[len(wire) // 2 : len(wire) // 2 + 40] = bytes(40)
    # Only gzip and deflate always carry a checksum.
    assert decode(bytes(wire), coding, MOST).problem or coding in ("br", "zstd")
    assert decode(b"<html>not coded at all</html>", coding, MOST).problem


def test_deflate_without_the_header() -> None:
    assert decode(raw_deflate(TEXT), "deflate", MOST).body == TEXT


def test_nested_codings_are_undone_last_first() -> None:
    assert decode(gzip.compress(brotli.compress(TEXT, quality=5)), "br, gzip", MOST).body == TEXT
    assert decode(gzip.compress(gzip.compress(TEXT)), "GZIP , gzip", MOST).body == TEXT
    assert decode(b"x", "gzip, gzip, gzip, gzip", MOST).problem


def test_what_is_no_coding_is_ignored_and_what_was_not_offered_is_not() -> None:
    for name in (None, "", "identity", "utf-8", "none"):
        assert decode(TEXT, name, MOST).body == TEXT
    assert decode(TEXT, "compress", MOST).problem


def test_an_empty_body_is_no_broken_one() -> None:
    assert decode(b"", "gzip", MOST).problem is None


def test_members_of_gzip_and_frames_of_zstd_follow_each_other() -> None:
    half = len(TEXT) // 2
    for coding in ("gzip", "zstd"):
        coded = CODINGS[coding]
        assert decode(coded(TEXT[:half]) + coded(TEXT[half:]), coding, MOST).body == TEXT
    assert decode(gzip.compress(TEXT) + b"\0\0 junk", "gzip", MOST).body == TEXT


def test_members_of_gzip_are_found_wherever_they_meet() -> None:
    """At every place near the boundary between two pieces of input."""
    ends = set()
    rest = gzip.compress(b"the rest")
    for length in range((64 << 10) - 45, 64 << 10):
        head = gzip.compress(bytes(length), compresslevel=0)
        ends.add(len(head))
        assert decode(head + rest, "gzip", MOST).body.endswith(b"the rest")
    assert {(64 << 10) - 1, 64 << 10, (64 << 10) + 1} <= ends


def test_too_large_is_dropped_or_cut() -> None:
    for coding in (None, *CODINGS):
        wire = CODINGS[coding](TEXT) if coding else TEXT
        assert decode(wire, coding, 1000).body == b""
        assert decode(wire, coding, 1000).too_large
        assert decode(wire, coding, 1000, keep_cut=True).body == TEXT[:1000]
        assert not decode(wire, coding, len(TEXT)).too_large


def bombs() -> dict[str, tuple[bytes, str]]:
    once = b"".join(inflating(2 << 30))
    zeros = bytes(128 << 20)
    return {
        "gzip of 2 GB": (once, "gzip"),
        "gzip in gzip": (gzip.compress(once), "gzip, gzip"),
        "deflate of 2 GB": (once[10:], "deflate"),
        "brotli of 128 MB": (brotli.compress(zeros, quality=1), "br"),
        "zstd of 128 MB": (zstandard.compress(zeros), "zstd"),
        "a header without end": (
            gzip.compress(b"\x1f\x8b\x08\x08" + bytes(6) + b"n" * (64 << 20)),
            "gzip, gzip",
        ),
        "members without end": (gzip.compress(b"") * 100_000, "gzip"),
    }


BOMBS = bombs()


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_cost_neither_memory_nor_time(name: str) -> None:
    wire, coding = BOMBS[name]
    tracemalloc.start()
    began = time.perf_counter()
    decoded = decode(wire, coding, 20 << 20)
    seconds, peak = time.perf_counter() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert decoded.problem
    assert decoded.body == b""
    assert peak < 40 << 20
    assert seconds < 2
