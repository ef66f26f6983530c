"""Near-identical articles become stories: what a run brings is looked up among the sketches of all before.

Which articles make a story, and which is its original, follows from the articles that are filed and from
nothing else: neither from the order of runs nor from that of input. Bodies of history are not read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from copydesk.tasks.output_error import OutputError
from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write.journal import Swap
from copydesk.tasks.write.partition import footer, stage
from copydesk.tasks.write.stories_cluster import originals
from copydesk.tasks.write.stories_filed import stamps, take_filed, take_staged
from copydesk.tasks.write.stories_store import Known, Store

Told = tuple[str | None, str | None]
"""The `story_id` and `duplicate_of` of an article."""
_NEVER = 1 << 63


@dataclass(frozen=True, slots=True)
class Stories:
    """What a run makes of the stories."""

    amended: Mapping[str, Told]
    """By article, the columns that differ from those that it stands or comes with."""
    amending: frozenset[str]
    """The partitions of `articles` that these articles lie in."""
    filed: Mapping[str, pa.Table]
    """The partitions of `stories` that may change, with all their rows."""

    def stage(self, output: Path, rules_version: str) -> list[Swap]:
        """Stage these partitions."""
        dataset = DATASETS["stories"]
        says = footer(dataset, rules_version)
        swaps = (stage(output, dataset, name, iter([rows]), says) for name, rows in self.filed.items())
        return [swap for swap in swaps if swap]


@contextmanager
def story_store(output: Path) -> Iterator[Store]:
    """Open what is known of the output's stories; what is not kept by its end is undone.

    Raises:
        OutputError: where it can't be written, and beginning anew does not help.
    """
    try:
        store = Store(output)
        try:
            yield store
        finally:
            store.close()
    except sqlite3.Error as error:
        raise OutputError(
            f"{output}/.copydesk/stories.sqlite: {error}; look at the cause, then run again: "
            "it is made anew where it is missing. Each dataset is whole, old or new."
        ) from error


def tell(
    store: Store,
    output: Path,
    staged: Sequence[Path],
    arriving: pa.Table,
    seen: Mapping[str, datetime],
) -> Stories:
    """Work out which stories the articles tell that will stand.

    Args:
        store: what is known; where it is damaged it is begun anew.
        output: the output directory.
        staged: the staged batches.
        arriving: the winners that are to be written, as from `index.winners`.
        seen: when articles were first fetched as they will stand, where they have several copies.
    """
    try:
        return _told(store, output, staged, arriving, seen)
    except sqlite3.DatabaseError:
        store.begin_anew()
        return _told(store, output, staged, arriving, seen)


def note_files(store: Store, output: Path) -> None:
    """Keep what was told, now that the datasets say so."""
    for dataset in ("articles", "stories"):
        store.set_stamps(dataset, stamps(output, dataset))
    store.keep()


def _told(
    store: Store,
    output: Path,
    staged: Sequence[Path],
    arriving: pa.Table,
    seen: Mapping[str, datetime],
) -> Stories:
    take_filed(store, output)
    take_staged(store, staged, arriving, seen)
    known, told = _clustered(store)
    differ = {
        number: columns
        for number, columns in told.items()
        if columns != (known[number].story_id, known[number].duplicate_of)
    }
    store.set_stories(differ)
    stale = {known[number].story_id for number in differ} | {story for story, _ in told.values()}
    return Stories(
        {known[number].article_id: columns for number, columns in differ.items()},
        frozenset(known[number].partition for number in differ),
        _stories(store, output, {story for story in stale if story}),
    )


def _clustered(store: Store) -> tuple[dict[int, Known], dict[int, Told]]:
    """Return the articles whose stories this run may change, and what these are now, by number."""
    links = store.index.links(store.touched)
    held = store.known(links)
    known = {number: article for number, (article, _) in held.items()}
    rank = {number: _rank(article) for number, article in known.items()}
    linked = {number: others for number, others in links.items() if others}
    found = originals(linked, rank, store.index.texts)
    told: dict[int, Told] = {}
    for number, (article, has_text) in held.items():
        original = known[found.get(number, number)].article_id
        own = original == article.article_id
        told[number] = (original, None if own else original) if has_text else (None, None)
    return known, told


def _rank(article: Known) -> tuple[int, str]:
    times = (article.published, article.seen)
    return next((time for time in times if time is not None), _NEVER), article.article_id


def _stories(store: Store, output: Path, stale: set[str]) -> dict[str, pa.Table]:
    """Return the rows of each partition of `stories` that may differ from what stands."""
    standing, noted = stamps(output, "stories"), store.stamps("stories")
    rebuilt = {name for name in standing.keys() | noted.keys() if standing.get(name) != noted.get(name)}
    rebuilt |= store.partitions_of(stale | store.stale) | (store.left & standing.keys())
    schema = DATASETS["stories"].schema
    tables = {}
    for name in sorted(rebuilt):
        rows = [_row(original, copies) for original, copies in store.stories_in(name)]
        if rows or name in standing:
            tables[name] = pa.Table.from_pylist(rows, schema=schema)
    return tables


def _row(original: Known, copies: Sequence[Known]) -> dict[str, Any]:
    articles = [original, *copies]
    times = np.array([article.published for article in articles if article.published is not None])
    return {
        "story_id": original.article_id,
        "article_id": original.article_id,
        "title": original.title,
        "article_ids": [article.article_id for article in articles],
        "sources": sorted({article.source for article in articles if article.source}),
        "size": len(articles),
        "first_published": int(times.min()) if len(times) else None,
        "last_published": int(times.max()) if len(times) else None,
    }
