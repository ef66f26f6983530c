"""Unpack compressed JSONL part by part, since a place inside a compressed stream cannot be sought."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import zstandard

from copydesk.tasks.article import BYTES_AN_ARTICLE, Reject
from copydesk.tasks.load.files import InputFile, too_large

LINE_LIMIT = 6 * BYTES_AN_ARTICLE
"""No line is longer: a JSON string may spend six bytes (a unicode escape) on one byte of text."""


def is_compressed(path: str) -> bool:
    """Whether the file is gzip or zstd by its name."""
    return path.lower().endswith((".gz", ".zst"))


def spool_lines(
    file: InputFile, folder: Path, lines_a_part: int, bytes_a_part: int
) -> Iterator[tuple[Path, int, int] | Reject]:
    """Unpack `file` into `folder`; yield each part's path, first line number (from 1) and size in bytes.

    What follows damage is lost to the compression: a last `Reject` says from which line on. A line longer
    than `LINE_LIMIT` bytes gives a `Reject`, and an empty line in its place keeps the others' numbers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first, number, size = 1, 0, 0
    part: list[bytes] = []
    damage: Exception | None = None
    lines = split_lines(_unpacked(file.path))
    while True:
        try:
            line = next(lines, b"")
        except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
            damage, line = error, b""
        if part and (not line or len(part) >= lines_a_part or size + len(line or b"") > bytes_a_part):
            yield _write(folder, file, first, part)
            first, part, size = number + 1, [], 0
        if line == b"":
            break
        number += 1
        if line is None:
            yield Reject(f"{file.path}#{number}", "too_large", too_large(f"{file.path}#{number}", LINE_LIMIT))
        part.append(line or b"\n")
        size += len(part[-1])
    if damage:
        yield _damaged(file, number, damage)


def split_lines(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of a stream of chunks, with their ends; None for one longer than `LINE_LIMIT` bytes."""
    rest: list[bytes] = []
    size = 0
    for chunk in chunks:
        *whole, tail = chunk.split(b"\n")
        for line in whole:
            yield b"".join([*rest, line, b"\n"]) if size + len(line) < LINE_LIMIT else None
            rest, size = [], 0
        size += len(tail)
        if size < LINE_LIMIT:
            rest.append(tail)
        else:
            rest = []
    if size:
        yield b"".join(rest) if size < LINE_LIMIT else None


def _unpacked(path: str) -> Iterator[bytes]:
    """Yield what `path` unpacks to, member by member; raise EOFError where the last one is cut off.

    The bytes are fed in small pieces because each may unpack to a thousand times its size (zstd: far more).
    """
    zipped = path.lower().endswith(".gz")
    unpacker: Any = None
    with Path(path).open("rb") as stream:
        while data := stream.read(1 << 16 if zipped else 1 << 9):
            while data:
                if unpacker is None:
                    unpacker = (
                        zlib.decompressobj(31) if zipped else zstandard.ZstdDecompressor().decompressobj()
                    )
                yield unpacker.decompress(data)
                data = unpacker.unused_data if unpacker.eof else b""
                if unpacker.eof:
                    unpacker = None
                    # Tapes and some writers pad the end of gzip files with zeros.
                    data = data.lstrip(b"\0") if zipped else data
    if unpacker is not None:
        raise EOFError("it ends within a compressed stream")


def _damaged(file: InputFile, number: int, error: Exception) -> Reject:
    message = (
        f"{file.path} is damaged or cut off after line {number} ({error}); what stands before is filed. "
        "Get the file again for the rest."
    )
    return Reject(f"{file.path}#{number + 1}", "damaged", message)


def _write(folder: Path, file: InputFile, first: int, part: list[bytes]) -> tuple[Path, int, int]:
    name = hashlib.sha256(file.identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    path = folder / f"{name}-{first}.jsonl"
    path.write_bytes(b"".join(part))
    return path, first, sum(map(len, part))
