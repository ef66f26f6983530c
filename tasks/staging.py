"""How records travel between tasks: a Parquet file for each batch, written in one step.

A staged article has the columns of `articles` that don't depend on the run, its blocks, and its size.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.tasks.article import Article, Block, FeedEntry, Offer, RawArticle, Reject
from copydesk.tasks.mention import (
    Amount,
    Contributor,
    DateMention,
    EntityMention,
    Event,
    Keyword,
    Place,
    Quote,
    Topic,
)
from copydesk.tasks.schema import ARTICLE_COLUMNS

OF_THE_RUN = ("run_id", "schema_version", "revision", "copies")
"""Columns of `articles` that the run adds when it files."""

_NESTED: dict[str, type] = {
    "amounts": Amount,
    "blocks": Block,
    "contributors": Contributor,
    "dates": DateMention,
    "entities": EntityMention,
    "events": Event,
    "keywords": Keyword,
    "offers": Offer,
    "places": Place,
    "quotes": Quote,
    "topics": Topic,
}
# The version of the rules is left out: rules that change nothing about an article do not change its row.
_NOT_OF_THE_ARTICLE = frozenset({"raw_ref", "fetched_at", "rules_version"})
_TEXT = pa.string()
_TIME = pa.timestamp("us", tz="UTC")

STAGED_SCHEMA = pa.schema(
    [
        *(pa.field(c.name, c.type, c.nullable) for c in ARTICLE_COLUMNS if c.name not in OF_THE_RUN),
        pa.field(
            "blocks",
            pa.list_(pa.struct([("text", _TEXT), ("label", _TEXT), ("reason", _TEXT), ("kept", pa.bool_())])),
        ),
        pa.field("size", pa.int64(), nullable=False),
    ]
)
"""One staged article a row; `size` counts the characters of body and blocks."""

RAW_SCHEMA = pa.schema(
    [
        ("raw_ref", _TEXT),
        ("html", pa.large_binary()),
        ("text", pa.large_binary()),
        ("declared_encoding", _TEXT),
        ("url", _TEXT),
        ("input_id", _TEXT),
        ("title", _TEXT),
        ("published", _TEXT),
        ("fetched_at", _TIME),
        (
            "feed",
            pa.struct(
                [
                    (field.name, pa.list_(_TEXT) if field.name in ("authors", "tags") else _TEXT)
                    for field in fields(FeedEntry)
                ]
            ),
        ),
    ]
)
REJECT_SCHEMA = pa.schema([(field.name, _TEXT) for field in fields(Reject)])


def fingerprint(article: Article) -> str:
    """Return the SHA-256 (hexadecimal) of what is filed of an article, whenever and wherever it was read.

    It is taken over JSON with sorted keys and without nulls, so that a column that is added
    later does not make every row look changed.
    """
    facts = {
        name: value.astimezone(UTC) if isinstance(value, datetime) else value
        for name, value in article.facts().items()
        if value is not None and name not in _NOT_OF_THE_ARTICLE
    }
    return hashlib.sha256(orjson.dumps(facts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def write_articles(articles: Sequence[Article], path: Path) -> None:
    """Write articles to `path`, one a row, as `STAGED_SCHEMA`."""
    rows = []
    for article in articles:
        row = {name: _plain(value) for name, value in article.facts().items()}
        row["raw_ref"] = _storable(article.raw_ref)
        row["blocks"] = [{**_plain(block), "kept": block.kept} for block in article.blocks]
        row["fingerprint"] = fingerprint(article)
        row["size"] = len(article.body) + sum(len(block.text) for block in article.blocks)
        rows.append(row)
    _write(rows, STAGED_SCHEMA, path)


def read_articles(path: Path) -> list[Article]:
    """Return the articles that `write_articles` wrote, equal to what they were."""
    names = [field.name for field in fields(Article)]
    return [Article(**row) for row in _read(path, names)]


def write_raw(raws: Sequence[RawArticle], path: Path) -> None:
    """Write raw articles to `path`, one a row, as `RAW_SCHEMA`."""
    _write((_row(raw) for raw in raws), RAW_SCHEMA, path)


def read_raw(path: Path) -> list[RawArticle]:
    """Return the raw articles that `write_raw` wrote."""
    return [RawArticle(**row) for row in _read(path, RAW_SCHEMA.names)]


def write_rejects(rejects: Sequence[Reject], path: Path) -> None:
    """Write rejects to `path`, one a row, as `REJECT_SCHEMA`."""
    _write((_row(reject) for reject in rejects), REJECT_SCHEMA, path)


def read_rejects(path: Path) -> list[Reject]:
    """Return the rejects that `write_rejects` wrote."""
    return [Reject(**row) for row in _read(path, REJECT_SCHEMA.names)]


def _row(record: RawArticle | Reject) -> dict[str, Any]:
    row = {name: _plain(value) for name, value in _plain(record).items()}
    return {**row, "raw_ref": _storable(record.raw_ref)}


def _storable(text: str) -> str:
    # A file's name may hold bytes that are not UTF-8, which Python keeps as lone surrogates.
    return text.encode("utf-8", "backslashreplace").decode()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _write(rows: Iterable[dict[str, Any]], schema: pa.Schema, path: Path) -> None:
    table = pa.Table.from_pylist(list(rows), schema=schema)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        pq.write_table(table, unfinished, compression="lz4", use_dictionary=False, write_statistics=False)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _read(path: Path, names: Sequence[str]) -> list[dict[str, Any]]:
    table = pq.ParquetFile(path).read(columns=list(names))
    return [{name: _revived(name, value) for name, value in row.items()} for row in table.to_pylist()]


def _revived(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if name == "feed" and value is not None:
        return FeedEntry.of(value)
    if not isinstance(value, list):
        return value
    record = _NESTED.get(name)
    if record is None:
        return tuple(value)
    names = [field.name for field in fields(record)]
    return tuple(record(**{name: item[name] for name in names}) for item in value)
