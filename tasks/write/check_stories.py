"""Verify that articles agree on the stories that they tell, and `stories` with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.compute as pc

from copydesk.tasks.write.check_articles import few
from copydesk.tasks.write.rows import open_file

_BATCH = 10_000
_NEXT_RUN = "the next run tells them anew"


class _Copy(NamedTuple):
    article_id: str
    source: str | None
    published_at: Any


def story_problems(articles: Mapping[str, Path], stories: Mapping[str, Path]) -> Iterator[str]:
    """Judge both datasets, given all their partitions.

    Memory: the ids, sources and times of the articles that have copies, and of these.
    """
    copies: dict[str, list[_Copy]] = defaultdict(list)
    for path in articles.values():
        odd = []
        for row in _rows(path, ("article_id", "story_id", "duplicate_of", "source", "published_at")):
            if row["story_id"] != (row["duplicate_of"] or (row["story_id"] and row["article_id"])):
                odd.append(row["article_id"])
            elif row["duplicate_of"]:
                copies[row["duplicate_of"]].append(
                    _Copy(row["article_id"], row["source"], row["published_at"])
                )
        if odd:
            yield f"{path}: a story_id that is not the original's id ({few(odd)}): {_NEXT_RUN}"
    told: dict[str, Any] = {}
    for partition, path in articles.items():
        told.update(_originals(path, partition, copies))
    lost = sorted(copies.keys() - told.keys())
    if lost:
        yield f"duplicate_of names articles that are no originals ({few(lost)}): {_NEXT_RUN}"
    for partition, path in stories.items():
        columns = ("story_id", "article_id", "title", "article_ids", "sources", "size")
        rows = _rows(path, (*columns, "first_published", "last_published"))
        wrong = [row["story_id"] for row in rows if told.pop(row["story_id"], None) != _said(partition, row)]
        if wrong:
            yield f"{path}: stories that are not those of the articles ({few(wrong)}): {_NEXT_RUN}"
    if told:
        yield f"stories that `stories` does not have ({few(sorted(told))}): {_NEXT_RUN}"


def _originals(
    path: Path, partition: str, copies: Mapping[str, list[_Copy]]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the originals of a partition that have copies, with what `stories` has to say of them."""
    for row in _rows(path, ("article_id", "story_id", "duplicate_of", "source", "published_at", "title")):
        own = row["article_id"]
        if own in copies and row["story_id"] == own and not row["duplicate_of"]:
            all_ = [_Copy(own, row["source"], row["published_at"]), *copies[own]]
            times = [copy.published_at for copy in all_ if copy.published_at]
            ids = sorted(copy.article_id for copy in all_)
            sources = sorted({copy.source for copy in all_ if copy.source})
            span = (min(times, default=None), max(times, default=None))
            yield own, (partition, own, row["title"], own, ids, sources, len(ids), *span)


def _said(partition: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    ids = row["article_ids"] or [None]
    named = (row["article_id"], row["title"], ids[0], sorted(ids), row["sources"], row["size"])
    return (partition, *named, row["first_published"], row["last_published"])


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    with open_file(path) as file:
        for batch in file.iter_batches(batch_size=_BATCH, columns=list(columns), use_threads=False):
            # An article without a story has nothing to say here.
            told = pc.or_(pc.is_valid(batch[columns[1]]), pc.is_valid(batch[columns[2]]))
            yield from batch.filter(told).to_pylist()
