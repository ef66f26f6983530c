"""The past of articles: which of their copies are revisions, worked out anew from all copies that are known.

The copies whose time of fetching is known, in its order, are an article's history. Copies that follow each
other with the same text are one revision, filed as its last copy; `articles` has the last revision,
`revisions` the others. Each row names all its copies, so a copy that is met later takes its place as if it
had been there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write.change import Past
from copydesk.tasks.write.index import Standing
from copydesk.tasks.write.layout import partition_file, partition_names, partitions
from copydesk.tasks.write.rows import conform, in_order, open_file

_REVISIONS = DATASETS["revisions"]
_LIGHT = pa.schema(
    [
        DATASETS["articles"].schema.field(name)
        for name in (
            *("article_id", "revision", "fetched_at", "raw_ref", "title", "body_sha256", "fingerprint"),
            *("text_from", "copies"),
        )
    ]
)
_ROWS_AT_ONCE = 1_000


class _Copy(NamedTuple):
    """A copy of an article, and the row that holds its text."""

    fetched_at: datetime
    raw_ref: str
    text: tuple[str, str | None]
    from_feed: bool
    fingerprint: str | None
    """None where the row is of another copy with the same text."""
    file: Path
    row: int


class _Revision(NamedTuple):
    article_id: str
    number: int
    copies: tuple[_Copy, ...]

    @property
    def past(self) -> Past:
        return self.number, [{"fetched_at": copy.fetched_at, "raw_ref": copy.raw_ref} for copy in self.copies]


@dataclass(frozen=True, slots=True)
class Pasts:
    """What a run makes of the pasts of the articles that it brings other copies of."""

    ids: pa.Array
    """These articles' ids, sorted: all their rows in `revisions` are made anew."""
    earlier: Sequence[_Revision]
    """Their revisions but the last."""
    amended: Mapping[str, Past]
    """What `articles` has to say of their last one."""
    amending: frozenset[str]
    """The partitions of `articles` whose standing rows this changes."""
    losing: frozenset[str]
    """The partitions of `revisions` that have rows of them."""
    brought: int
    """How many of the run's copies are earlier revisions."""

    def first_seen(self) -> dict[str, datetime]:
        """Return when each article whose past this is was first fetched as its last revision has it."""
        return {article_id: copies[0]["fetched_at"] for article_id, (_, copies) in self.amended.items()}

    def revisions(self, constants: Mapping[str, str]) -> Iterator[tuple[str, pa.Table]]:
        """Yield the partitions of `revisions` with their new rows; `constants` are the run's own columns."""
        if not self.earlier:
            return
        times = pa.array([one.copies[-1].fetched_at for one in self.earlier], pa.timestamp("us", tz="UTC"))
        names = partition_names(times, _REVISIONS).to_pylist()
        by_partition = defaultdict(list)
        for name, one in zip(names, self.earlier, strict=True):
            by_partition[name].append(one)
        for name, wanted in sorted(by_partition.items()):
            yield name, in_order(_rows(wanted, constants), _REVISIONS.key)


def pasts(
    output: Path, staged: Sequence[Path], given: pa.Table, index: pa.Table, standing: Standing
) -> Pasts:
    """Work out the pasts of the articles that have more than one copy; only these are looked at.

    Args:
        output: the output directory.
        staged: the staged batches.
        given: all copies, as from `index.winners`.
        index: the winners among them.
        standing: how they relate to what stands.
    """
    known = given.filter(pc.is_valid(given["fetched_at"]))
    ids = _in_question(known, index, standing)
    if not len(ids):
        return Pasts(ids, (), {}, frozenset(), frozenset(), 0)
    copies, was, where, losing = _standing_copies(output, ids)
    brought = _take_given(copies, staged, known.filter(pc.is_in(known["article_id"], value_set=ids)))
    earlier: list[_Revision] = []
    amended: dict[str, Past] = {}
    amending: set[str] = set()
    places = pc.index_in(ids, value_set=index["article_id"].combine_chunks()).to_pylist()
    for article_id, place in zip(ids.to_pylist(), places, strict=True):
        # The winner is counted as an article, whatever becomes of it.
        brought.discard((article_id, index["fetched_at"][place].as_py()))
        *before, last = _history(article_id, copies[article_id].values())
        if not _stands(last, index, place, standing, was.get(article_id)):
            continue
        earlier += before
        amended[article_id] = last.past
        if standing.kept[place] and was.get(article_id) != last.past:
            amending.add(where[article_id])
    seen = sum((one.article_id, one.copies[-1].fetched_at) in brought for one in earlier)
    return Pasts(ids, earlier, amended, frozenset(amending), losing, seen)


def _standing_copies(
    output: Path, ids: pa.Array
) -> tuple[dict[str, dict[datetime, _Copy]], dict[str, tuple[Any, Any]], dict[str, str], frozenset[str]]:
    """Return what stands of these articles: their copies by time, what `articles` says of their past and
    in which partition, and the partitions of `revisions` that have rows of them.
    """
    copies: dict[str, dict[datetime, _Copy]] = defaultdict(dict)
    was, where, losing = {}, {}, set()
    for partition, path, number, row in _filed(output, "revisions", ids):
        _take_filed(copies[row["article_id"]], row, path, number)
        losing.add(partition)
    for partition, path, number, row in _filed(output, "articles", ids):
        _take_filed(copies[row["article_id"]], row, path, number)
        was[row["article_id"]] = row["revision"], row["copies"]
        where[row["article_id"]] = partition
    return copies, was, where, frozenset(losing)


def _in_question(known: pa.Table, index: pa.Table, standing: Standing) -> pa.Array:
    """Return the sorted ids of which the run has several copies, or another than stands."""
    ids = known["article_id"].combine_chunks()
    several = pa.array([], pa.string())
    if len(ids) > 1:
        several = ids[1:].filter(pc.equal(ids[1:], ids[:-1]))
    changed = index["article_id"].combine_chunks().filter(pa.array(standing.changed))
    changed = changed.filter(pc.is_in(changed, value_set=ids))
    found = pc.unique(pa.concat_arrays([several, changed]))
    return found.take(pc.sort_indices(found))


def _filed(output: Path, dataset: str, ids: pa.Array) -> Iterator[tuple[str, Path, int, dict[str, Any]]]:
    for partition in partitions(output, dataset):
        path = partition_file(output, dataset, partition)
        assert path is not None
        with open_file(path) as file:
            names = [name for name in _LIGHT.names if name in file.schema_arrow.names]
            start = 0
            for batch in file.iter_batches(batch_size=20 * _ROWS_AT_ONCE, columns=names, use_threads=False):
                here = pc.is_in(batch["article_id"], value_set=ids)
                rows = np.flatnonzero(here.to_numpy(zero_copy_only=False)) + start
                found = conform(pa.table(batch.filter(here)), _LIGHT).to_pylist()
                for number, row in zip(rows.tolist(), found, strict=True):
                    yield partition, path, number, row
                start += len(batch)


def _take_filed(copies: dict[datetime, _Copy], row: Mapping[str, Any], path: Path, number: int) -> None:
    own = {"fetched_at": row["fetched_at"], "raw_ref": row["raw_ref"]}
    for copy in row["copies"] or ([own] if row["fetched_at"] else []):
        of_row = copy["fetched_at"] == row["fetched_at"]
        copies[copy["fetched_at"]] = _Copy(
            copy["fetched_at"],
            copy["raw_ref"],
            (row["body_sha256"], row["title"]),
            row["text_from"] == "feed",
            row["fingerprint"] if of_row else None,
            path,
            number,
        )


def _take_given(
    copies: dict[str, dict[datetime, _Copy]], staged: Sequence[Path], given: pa.Table
) -> set[tuple[str, datetime]]:
    """Add the run's copies, which replace those of the same time; return their ids and times."""
    taken: set[tuple[str, datetime]] = set()
    rows: dict[int, dict[int, dict[str, Any]]] = {}
    for file in pc.unique(given["file"]).to_pylist():
        mine = given.filter(pc.equal(given["file"], file))["row"]
        with open_file(staged[file]) as opened:
            table = opened.read(columns=[n for n in _LIGHT.names if n in opened.schema_arrow.names])
        found = conform(table.take(mine), _LIGHT).to_pylist()
        rows[file] = dict(zip(mine.to_pylist(), found, strict=True))
    for file, number in zip(given["file"].to_pylist(), given["row"].to_pylist(), strict=True):
        row = rows[file][number]
        article_id, time = row["article_id"], row["fetched_at"]
        if (article_id, time) in taken:
            continue
        taken.add((article_id, time))
        old = copies[article_id].get(time)
        # What stands just so stays, with the run that filed it.
        if old is None or old.fingerprint != row["fingerprint"]:
            _take_filed(copies[article_id], row, staged[file], number)
    return taken


def _history(article_id: str, copies: Iterable[_Copy]) -> list[_Revision]:
    """Return the revisions that copies make; a feed's teasers count only where no page's text is known."""
    ordered = sorted(copies, key=lambda copy: copy.fetched_at)
    full = [copy for copy in ordered if not copy.from_feed]
    texts = [tuple(group) for _, group in groupby(full or ordered, key=lambda copy: copy.text)]
    return [_Revision(article_id, number, group) for number, group in enumerate(texts, start=1)]


def _stands(
    last: _Revision, index: pa.Table, place: int, standing: Standing, was: tuple[Any, Any] | None
) -> bool:
    """Whether the last revision is the row that `articles` will have: one without a time may be preferred."""
    if standing.kept[place]:
        return bool(was and was[1])
    return bool(index["fetched_at"][place].as_py() == last.copies[-1].fetched_at)


def _rows(wanted: Sequence[_Revision], constants: Mapping[str, str]) -> pa.Table:
    """Return revisions as rows, each from the row that holds its text."""
    by_file: dict[Path, list[_Revision]] = defaultdict(list)
    for one in wanted:
        by_file[one.copies[-1].file].append(one)
    tables = []
    for path, ones in by_file.items():
        with open_file(path) as file:
            names = [name for name in _REVISIONS.schema.names if name in file.schema_arrow.names]
            table = _picked(file, names, sorted({one.copies[-1].row for one in ones}))
        if "run_id" not in names:
            for name, value in constants.items():
                table = table.append_column(name, pa.repeat(value, len(table)))
        rows = sorted({one.copies[-1].row for one in ones})
        found = dict(zip(rows, conform(table, _nullable()).to_pylist(), strict=True))
        tables.append(
            pa.Table.from_pylist([_row(one, found[one.copies[-1].row]) for one in ones], _REVISIONS.schema)
        )
    return pa.concat_tables(tables)


def _row(one: _Revision, held: Mapping[str, Any]) -> dict[str, Any]:
    last = one.copies[-1]
    number, copies = one.past
    said = {"revision": number, "copies": copies, "fetched_at": last.fetched_at, "raw_ref": last.raw_ref}
    return {**held, **said}


def _nullable() -> pa.Schema:
    return pa.schema([field.with_nullable(True) for field in _REVISIONS.schema])


def _picked(file: Any, names: list[str], rows: Sequence[int]) -> pa.Table:
    """Return the rows with these numbers (sorted) of a Parquet file."""
    picked, start = [], 0
    numbers = np.array(rows)
    for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=names, use_threads=False):
        here = numbers[(numbers >= start) & (numbers < start + len(batch))] - start
        if len(here):
            picked.append(batch.take(pa.array(here)))
        start += len(batch)
    return pa.Table.from_batches(picked)
