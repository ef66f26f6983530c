"""Read a shard: bytes to raw articles, each record on its own, so that a broken one costs no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.tasks.article import BYTES_AN_ARTICLE, RawArticle, Reject, RejectedInputError
from copydesk.tasks.load.files import file_kind, too_large
from copydesk.tasks.load.shards import READ_SIZE, Shard
from copydesk.tasks.load.sniff import looks_like_html
from copydesk.tasks.load.spool import LINE_LIMIT, split_lines
from copydesk.tasks.load.warc import read_archive

_COLUMNS = ("html", "text", "url", "id", "fetched_at", "title", "published")


def read_shard(shard: Shard) -> Iterator[RawArticle | Reject]:
    """Yield every input of `shard`, in order: a `RawArticle`, or a `Reject` that says what is wrong."""
    yield from shard.rejects
    if shard.kind == "files":
        yield from map(_read_file, shard.paths)
    elif shard.kind == "lines":
        yield from _read_lines(shard)
    elif shard.kind == "rows":
        yield from _read_rows(shard)
    elif shard.kind == "archive":
        yield from read_archive(shard.paths[0], shard.name, shard.start, shard.stop)


def _read_file(path: str) -> RawArticle | Reject:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return Reject(
            path, "unreadable", f"{path} could not be read ({error.strerror}); check it and run again."
        )
    kind = file_kind(path)
    is_html = kind == "html" or (kind == "unknown" and looks_like_html(data))
    return RawArticle(path, html=data) if is_html else RawArticle(path, text=data)


def _read_lines(shard: Shard) -> Iterator[RawArticle | Reject]:
    for number, line in enumerate(split_lines(_bytes_of(shard)), shard.first_record):
        ref = f"{shard.name}#{number}"
        if line is None:
            yield Reject(ref, "too_large", too_large(ref, LINE_LIMIT))
        elif line.strip():
            yield _parse_line(line.removeprefix(b"\xef\xbb\xbf"), ref)


def _bytes_of(shard: Shard) -> Iterator[bytes]:
    left = shard.stop - shard.start
    with Path(shard.paths[0]).open("rb") as stream:
        stream.seek(shard.start)
        while left > 0 and (data := stream.read(min(left, READ_SIZE))):
            left -= len(data)
            yield data


def _parse_line(line: bytes, ref: str) -> RawArticle | Reject:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Reject(ref, "invalid_json", f"{ref} is not valid JSON ({error}); correct or remove that line.")
    if not isinstance(record, dict):
        message = (
            f'{ref} is JSON but not an object; give each article as {{"text": …}} or {{"html": …}} on a line.'
        )
        return Reject(ref, "invalid_json", message)
    return _raw_article(record, ref)


def _read_rows(shard: Shard) -> Iterator[RawArticle | Reject]:
    number = 0
    try:
        with pq.ParquetFile(shard.paths[0]) as parquet:
            columns = [name for name in _COLUMNS if name in parquet.schema_arrow.names]
            groups, number = _groups(parquet, shard)
            for batch in parquet.iter_batches(shard.stop - shard.start, row_groups=groups, columns=columns):
                start, stop = max(shard.start - number, 0), min(shard.stop - number, batch.num_rows)
                for record in batch.slice(start, max(stop - start, 0)).to_pylist():
                    yield _raw_article(record, f"{shard.name}#{number + start + 1}")
                    start += 1
                number += batch.num_rows
                if number >= shard.stop:
                    return
    except (OSError, ValueError, pa.ArrowException) as error:
        ref = f"{shard.name}#{max(number, shard.start) + 1}"
        yield Reject(
            ref,
            "broken_parquet",
            f"{ref} and the rows after it cannot be read: {error}. Write the file again.",
        )


def _groups(parquet: pq.ParquetFile, shard: Shard) -> tuple[list[int], int]:
    """Return the row groups that hold the shard's rows, and the number of rows before them."""
    first, before, groups = 0, 0, []
    for index in range(parquet.metadata.num_row_groups):
        rows = parquet.metadata.row_group(index).num_rows
        if first < shard.stop and first + rows > shard.start:
            groups.append(index)
        elif first + rows <= shard.start:
            before = first + rows
        first += rows
    return groups, before


def _raw_article(record: Mapping[str, Any], ref: str) -> RawArticle | Reject:
    text, input_id, url = record.get("text"), _string(record.get("id")), _string(record.get("url"))
    html = record.get("html")
    try:
        content = _content(html if html else text, ref)
    except RejectedInputError as error:
        return Reject(ref, error.reason, error.message, input_id, url)
    data, declared = content
    return RawArticle(
        ref,
        html=data if html else None,
        text=None if html else data,
        declared_encoding=declared,
        url=url,
        input_id=input_id,
        title=_string(record.get("title")),
        published=_string(record.get("published")),
        fetched_at=_time(record.get("fetched_at")),
    )


def _content(value: object, ref: str) -> tuple[bytes, str | None]:
    """Return the bytes and, where they were Unicode already, the encoding that they have now."""
    if value is None or value in ("", b""):
        raise RejectedInputError("empty", f"{ref} has nothing in `html` or `text`; fill one of them.")
    if not isinstance(value, str | bytes):
        kind = type(value).__name__
        raise RejectedInputError("no_text", f"{ref} has a {kind} where `html` or `text` should be a string.")
    if len(value) > BYTES_AN_ARTICLE:
        raise RejectedInputError("too_large", too_large(ref, len(value)))
    if isinstance(value, bytes):
        return value, None
    return value.encode("utf-8", "replace"), "utf-8"


def _string(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    return (value if isinstance(value, str) else str(value)).strip() or None


def _time(value: object) -> datetime | None:
    """Read a time as ISO 8601 or seconds since 1970; naive ones are UTC. None where it is neither."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return datetime.fromtimestamp(value, UTC)
        except (OverflowError, ValueError, OSError):
            return None
    return None
