"""Verify that articles agree with themselves, with their blocks and with what is derived from them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.tasks.schema import DERIVED, Dataset
from copydesk.tasks.write.derive import DERIVED_FROM, derived_rows
from copydesk.tasks.write.partition import stock_of, take_stock
from copydesk.tasks.write.rows import filed_rows, open_file, row_groups

_RUN_AGAIN = "delete the file and run again on the same sources"
_NEXT_RUN = "the next run rebuilds it"
_BATCH = 1_000
_MENTIONS = ("dates",)


def few(names: Sequence[str]) -> str:
    """Return the first of the names, and how many more there are."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(str(name) for name in names[:3]) + more


def article_problems(articles: Path, blocks: Path | None) -> Iterator[str]:
    """Judge a partition's articles row by row: hash, kept blocks, offsets; and the file's fingerprint."""
    found: dict[str, list[str]] = defaultdict(list)
    filed = _blocks_by_article(blocks)
    standing = next(filed, None)
    for row in _article_rows(articles):
        while standing and standing[0] < row["article_id"]:
            found["blocks without an article"].append(standing[0])
            standing = next(filed, None)
        body = ""
        if standing and standing[0] == row["article_id"]:
            body = standing[1]
            standing = next(filed, None)
        if body != row["body"]:
            found["a body that is not its kept blocks"].append(row["article_id"])
        for problem in _row_problems(row):
            found[problem].append(row["article_id"])
    if standing:
        found["blocks without an article"] += [standing[0], *(article_id for article_id, _ in filed)]
    for problem, ids in found.items():
        yield f"{articles}: {problem} ({few(ids)}): {_RUN_AGAIN}"
    with open_file(articles) as file:
        stock = stock_of(file)
        columns = ["fingerprint", *DERIVED]
        batches = file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False)
        if stock is None or stock.fingerprint != take_stock(pa.table(b) for b in batches).fingerprint:
            yield f"{articles}: its rows are not those that its fingerprint was taken from: {_RUN_AGAIN}"


def derived_problems(articles: Path | None, file: Path | None, dataset: Dataset) -> Iterator[str]:
    """Judge whether a derived partition holds what its partition of `articles` gives."""
    if articles is None:
        yield f"{file}: built from articles that are not there or can't be read: {_NEXT_RUN}"
        return
    expected = row_groups(derived_rows(articles, dataset), _BATCH, 1 << 40, None)
    if file is None:
        if next(expected, None) is not None:
            yield f"{articles}: its rows of `{dataset.name}` are missing: {_NEXT_RUN}"
        return
    with open_file(file) as opened, open_file(articles) as source:
        stock = stock_of(source)
        claimed = (opened.metadata.metadata or {}).get(DERIVED_FROM.encode(), b"").decode()
    if stock is None or claimed != stock.fingerprint:
        yield f"{file}: built from other articles than stand in {articles}: {_NEXT_RUN}"
        return
    actual = row_groups(filed_rows(file, dataset), _BATCH, 1 << 40, None)
    if not all(a is not None and a.equals(b) for a, b in zip_longest(expected, actual)):
        yield f"{file}: its rows are not those of {articles}: delete the file; {_NEXT_RUN}"


def revision_problems(path: Path) -> Iterator[str]:
    """Judge whether each revision's body fits its hash."""
    with open_file(path) as file:
        columns = ["article_id", "body", "body_sha256"]
        wrong = [
            row["article_id"]
            for batch in file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False)
            for row in batch.to_pylist()
            if hashlib.sha256((row["body"] or "").encode()).hexdigest() != row["body_sha256"]
        ]
    if wrong:
        yield f"{path}: a body that does not fit its body_sha256 ({few(wrong)}): {_RUN_AGAIN}"


def _article_rows(path: Path) -> Iterator[dict[str, Any]]:
    columns = ["article_id", "body", "body_sha256", *_MENTIONS]
    with open_file(path) as file:
        for batch in file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
            yield from batch.to_pylist()


def _row_problems(row: dict[str, Any]) -> Iterator[str]:
    body = row["body"] or ""
    if hashlib.sha256(body.encode()).hexdigest() != row["body_sha256"]:
        yield "a body that does not fit its body_sha256"
    for name in _MENTIONS:
        mentions = row[name] or ()
        if any(body[mention["start"] : mention["end"]] != mention["text"] for mention in mentions):
            yield f"{name} whose offsets do not fit the body"
        spans = [(mention["start"], mention["end"]) for mention in mentions]
        if len(set(spans)) < len(spans):
            yield f"{name} with the same offsets twice"


def _blocks_by_article(path: Path | None) -> Iterator[tuple[str, str]]:
    """Yield each article's id and its kept blocks, joined."""
    if path is None:
        return
    for article_id, rows in groupby(_block_rows(path), key=itemgetter(0)):
        yield article_id, "\n\n".join(text for _, text, kept in rows if kept)


def _block_rows(path: Path) -> Iterator[tuple[str, str, bool]]:
    columns = ["article_id", "text", "kept"]
    with open_file(path) as file:
        for batch in file.iter_batches(batch_size=10 * _BATCH, columns=columns, use_threads=False):
            yield from zip(*(batch[name].to_pylist() for name in columns), strict=True)
