"""The index that near-identical articles are found in, and the links among those that were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from copydesk.tasks.write.stories_links import COMMON, Text, are_one_story, candidates, links, text_of
from copydesk.tasks.write.stories_sketch import Sketch, distinct, restored

# At a time: articles that are linked, pairs that are compared, numbers that a query names,
# texts that are kept at hand.
_LINKED = 5_000
_COMPARED = 200_000
_NAMED = 10_000
_REMEMBERED = 20_000
# Of the holders of a hash, so many are asked whether they tell one story.
_ASKED = 16


class Index:
    """Which articles hold which hashes, what hashes are common, and which articles are near-identical."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read what is common."""
        self._db = db
        self._read_common()

    def add(self, new: Mapping[int, Sketch]) -> set[int]:
        """Link new articles, whose numbers are higher than all others, with all.

        Returns:
            the articles whose links were made anew, since they hold what has become common.
        """
        changed: set[int] = set()
        numbers = list(new)
        for start in range(0, len(numbers), _LINKED):
            changed |= self._link({number: new[number] for number in numbers[start : start + _LINKED]})
        return changed

    def remove(self, number: int) -> set[int]:
        """Forget an article; return those that it was linked with."""
        self._texts.pop(number, None)
        for sketch in self.sketches([number]).values():
            postings = ((hash_, number) for hash_ in sketch.hashes().tolist())
            self._db.executemany("delete from posting where hash = ? and number = ?", postings)
        return self._unlink(number)

    def links(self, numbers: Iterable[int]) -> dict[int, dict[int, int]]:
        """Return the links of articles, and of all that they lead to."""
        found: dict[int, dict[int, int]] = {number: {} for number in numbers}
        frontier = set(found)
        while frontier:
            reached = set()
            for one, other, share in named(
                self._db, "select one, other, share from link where one in", frontier
            ):
                found.setdefault(one, {})[other] = share
                reached.add(other)
            frontier = reached - found.keys()
        return found

    def sketches(self, numbers: Iterable[int]) -> dict[int, Sketch]:
        """Return the sketches of articles that have one."""
        query = "select number, keys, scale from article where keys is not null and number in"
        return {number: restored(keys, scale) for number, keys, scale in named(self._db, query, numbers)}

    def _unlink(self, number: int) -> set[int]:
        others = [other for (other,) in self._db.execute("select other from link where one = ?", (number,))]
        self._db.execute("delete from link where one = ?", (number,))
        pairs = ((other, number) for other in others)
        self._db.executemany("delete from link where one = ? and other = ?", pairs)
        return set(others)

    def _link(self, new: Mapping[int, Sketch]) -> set[int]:
        sought = [sketch.hashes() for sketch in new.values()]
        numbers = np.repeat(np.array(list(new), dtype=np.int64), [len(hashes) for hashes in sought])
        entries = self._entries(distinct(np.sort(np.concatenate(sought))))
        known = len(entries)
        entries = np.concatenate([entries, np.stack([np.concatenate(sought), numbers], axis=1)])
        entries, fresh, many = _first_of_each(entries, known)
        self._db.executemany("insert into posting values (?, ?)", fresh.tolist())
        again = self.sketches(self._note_common(many, entries, new) - new.keys())
        changed = set(again).union(*(self._unlink(number) for number in again))
        if again:
            others = np.unique(np.concatenate([sketch.hashes() for sketch in again.values()]))
            more = self._entries(others[~np.isin(others, entries[:, 0])])
            entries = np.concatenate([entries, more])
        texts = {number: text_of(sketch, self._common) for number, sketch in {**new, **again}.items()}
        self._insert_links(texts, candidates(texts, entries[:, 1], entries[:, 0]))
        return changed

    def _note_common(self, many: np.ndarray, entries: np.ndarray, new: Mapping[int, Sketch]) -> set[int]:
        """Judge hashes that many articles hold; return the articles that hold what has become common."""
        holders: set[int] = set()
        judged: dict[tuple[int, ...], bool] = {}
        known = np.union1d(self._common, self._popular)
        for hash_ in many[~np.isin(many, known)].tolist():
            first, last = np.searchsorted(entries[:, 0], [hash_, hash_ + 1])
            who = tuple(entries[first:last, 1].tolist())
            if who not in judged:
                some = who[:: max(1, len(who) // _ASKED)]
                judged[who] = are_one_story({**self.sketches(set(some) - new.keys()), **new}, some)
            self._db.execute("insert into common values (?, ?)", (hash_, judged[who]))
            if not judged[who]:
                holders.update(who)
        self._read_common()
        return holders

    def _read_common(self) -> None:
        rows = np.array(self._db.execute("select * from common order by hash").fetchall(), np.int64)
        rows = rows.reshape(-1, 2)
        self._common, self._popular = (rows[rows[:, 1] == kind, 0] for kind in (0, 1))
        self._texts: dict[int, Text] = {}

    def _insert_links(self, texts: Mapping[int, Text], pairs: np.ndarray) -> None:
        for start in range(0, len(pairs), _COMPARED):
            some = pairs[start : start + _COMPARED]
            others = set(some[:, 1].tolist()) - texts.keys()
            held = {**self.texts(others), **texts}
            found = [
                pair
                for one, other, share, of_other in links(some, held)
                for pair in ((one, other, share), (other, one, of_other))
            ]
            self._db.executemany("insert into link values (?, ?, ?)", sorted(found))

    def _entries(self, hashes: np.ndarray) -> np.ndarray:
        """Return the index's entries for some hashes: int64, a hash and an article's number a row."""
        self._db.execute("create temp table if not exists sought (hash integer primary key)")
        self._db.execute("delete from sought")
        self._db.executemany("insert into sought values (?)", ((hash_,) for hash_ in hashes.tolist()))
        query = "select posting.hash, number from sought cross join posting using (hash)"
        return np.array(self._db.execute(query).fetchall(), dtype=np.int64).reshape(-1, 2)

    def texts(self, numbers: Iterable[int]) -> Mapping[int, Text]:
        """Return what counts of articles' texts, at least of those among `numbers` that have enough of it."""
        wanted = set(numbers)
        if len(self._texts) > _REMEMBERED:
            self._texts.clear()
        fresh = self.sketches(wanted - self._texts.keys())
        self._texts.update((number, text_of(sketch, self._common)) for number, sketch in fresh.items())
        return self._texts


def named(db: sqlite3.Connection, query: str, numbers: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query that ends in `in`, for all these numbers."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _NAMED):
        listed = ",".join(map(str, wanted[start : start + _NAMED]))
        yield from db.execute(f"{query} ({listed})").fetchall()


def _first_of_each(entries: np.ndarray, known: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the entries with the first new ones of each hash, these alone, and what hashes many hold.

    Args:
        entries: a hash and an article's number a row, those known first.
        known: how many are known.
    """
    order = np.lexsort((entries[:, 1], entries[:, 0]))
    hashes = entries[order, 0]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    lengths = np.diff(np.r_[starts, len(hashes)])
    kept = np.arange(len(hashes)) - np.repeat(starts, lengths) < COMMON
    fresh = entries[order[kept & (order >= known)]]
    return entries[order[kept]], fresh, hashes[starts[lengths >= COMMON]]
