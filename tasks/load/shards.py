"""Shards: small descriptions of a few hundred inputs each, cut without reading more than is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from copydesk.tasks.article import Reject
from copydesk.tasks.load.files import InputFile, walk_sources
from copydesk.tasks.load.spool import is_compressed, spool_lines
from copydesk.tasks.load.warc_cuts import archive_cuts

ARTICLES_A_SHARD = 500
"""Inputs in a shard: seconds of work, so that an orchestrated task's milliseconds do not count."""
BYTES_A_SHARD = 32 << 20
"""A shard of large pages is cut earlier, so that memory stays flat."""
ARCHIVE_BYTES_A_SHARD = 16 << 20
"""Of a web archive: packed pages, most of them, and as many bytes again of what is no page."""
READ_SIZE = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """Which inputs a batch is made of. `key` names them by place, size and time of change."""

    kind: str
    """`files` (one article a file), `lines` (JSONL), `rows` (Parquet), `archive`, or `rejects` (unread)."""
    key: str
    paths: tuple[str, ...]
    name: str = ""
    """The file as the user gave it, for `raw_ref`; empty for `files`, which are named by their paths."""
    start: int = 0
    """First byte (`lines`, `archive`) or first row in the file (`rows`)."""
    stop: int = 0
    """End of the bytes or rows, exclusive."""
    first_record: int = 1
    """Number of the first record in its file, from 1."""
    rejects: tuple[Reject, ...] = ()


def plan_shards(sources: Iterable[str], spool: Path, leave_out: Path | None = None) -> Iterator[Shard]:
    """Cut `sources` (files and directories) into shards, in the order of the sources and of names in them.

    Compressed JSONL is unpacked shard by shard into the folder `spool`. `leave_out` is a folder that is
    no input wherever it lies (the output). Raises FileNotFoundError for a source that does not exist.
    """
    files: list[InputFile] = []
    size = 0
    for item in walk_sources(sources, leave_out):
        if isinstance(item, Reject):
            yield Shard("rejects", _key("rejects", item.raw_ref, item.reason), (), rejects=(item,))
        elif item.kind == "jsonl":
            yield from _line_shards(item, spool)
        elif item.kind == "parquet":
            yield from _row_shards(item)
        elif item.kind == "archive":
            yield from _archive_shards(item)
        else:
            if files and (len(files) >= ARTICLES_A_SHARD or size + item.size > BYTES_A_SHARD):
                yield _file_shard(files)
                files, size = [], 0
            files.append(item)
            size += item.size
    if files:
        yield _file_shard(files)


def _key(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _file_shard(files: list[InputFile]) -> Shard:
    return Shard(
        "files", _key("files", *(file.identity for file in files)), tuple(file.path for file in files)
    )


def _line_shards(file: InputFile, spool: Path) -> Iterator[Shard]:
    if is_compressed(file.path):
        number = 0
        for number, part in enumerate(spool_lines(file, spool, ARTICLES_A_SHARD, BYTES_A_SHARD)):
            if isinstance(part, Reject):
                yield Shard("rejects", _key("lines", file.identity, "broken"), (), rejects=(part,))
            else:
                path, first, size = part
                key = _key("lines", file.identity, number)
                yield Shard("lines", key, (str(path),), file.path, 0, size, first)
        return
    first, start = 1, 0
    for stop, lines in _cut_lines(file.path):
        yield Shard(
            "lines", _key("lines", file.identity, start, stop), (file.path,), file.path, start, stop, first
        )
        first, start = first + lines, stop


def _archive_shards(file: InputFile) -> Iterator[Shard]:
    """Cut a web archive by bytes: reading begins with the first record after each cut."""
    for start, stop in archive_cuts(file.path, ARCHIVE_BYTES_A_SHARD):
        key = _key("archive", file.identity, start, stop)
        yield Shard("archive", key, (file.path,), file.path, start, stop)


def _cut_lines(path: str) -> Iterator[tuple[int, int]]:
    """Yield where each shard of a plain JSONL file ends (in bytes) and how many lines it has."""
    position = shard_start = lines = 0
    with Path(path).open("rb") as stream:
        while data := stream.read(READ_SIZE):
            at = 0
            while (newline := data.find(b"\n", at)) >= 0:
                at, lines = newline + 1, lines + 1
                if lines >= ARTICLES_A_SHARD or position + at - shard_start >= BYTES_A_SHARD:
                    yield position + at, lines
                    shard_start, lines = position + at, 0
            position += len(data)
    if position > shard_start:
        yield position, lines + 1


def _row_shards(file: InputFile) -> Iterator[Shard]:
    try:
        with pq.ParquetFile(file.path) as parquet:
            names = set(parquet.schema_arrow.names)
            groups = [parquet.metadata.row_group(i) for i in range(parquet.metadata.num_row_groups)]
            sizes = [(group.num_rows, group.total_byte_size) for group in groups]
    except (OSError, ValueError) as error:
        reason = Reject(file.path, "broken_parquet", f"{file.path} is not a readable Parquet file: {error}")
        yield Shard("rejects", _key("rows", file.identity), (), rejects=(reason,))
        return
    if not names & {"html", "text"}:
        message = (
            f"{file.path} has no column `html` or `text` (it has {', '.join(sorted(names)[:9])}); rename one."
        )
        yield Shard(
            "rejects", _key("rows", file.identity), (), rejects=(Reject(file.path, "no_text", message),)
        )
        return
    first = 0
    for rows, size in sizes:
        step = max(1, min(ARTICLES_A_SHARD, rows * BYTES_A_SHARD // max(size, 1)))
        for start in range(first, first + rows, step):
            stop = min(start + step, first + rows)
            key = _key("rows", file.identity, start, stop)
            yield Shard("rows", key, (file.path,), file.path, start, stop, start + 1)
        first += rows
