"""What is known of every article filed, as far as stories need it: an SQLite file beside the datasets.

It holds nothing that the datasets don't give: where it is missing, damaged or behind them, it is made anew
or brought up to date from them. All that a run changes in it is one transaction, which ends after the
datasets are in place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from copydesk.tasks.durable import state_folder
from copydesk.tasks.write.stories_index import Index, named
from copydesk.tasks.write.stories_sketch import VERSION, Sketch

_TABLES = """
create table article (
  number integer primary key, article_id text not null unique, partition text not null, text text not null,
  title text, source text, published integer, seen integer, story_id text, duplicate_of text,
  scale integer, keys blob);
create index article_partition on article (partition);
create index article_duplicate on article (duplicate_of) where duplicate_of is not null;
create table posting (hash integer, number integer, primary key (hash, number)) without rowid;
create table common (hash integer primary key, of_one_story integer);
create table link (one integer, other integer, share integer, primary key (one, other)) without rowid;
create table stamp (dataset text, partition text, stamp text, primary key (dataset, partition));
"""
_INSERT = "insert into article values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = """
update article set (article_id, partition, text, title, source, published, seen, story_id, duplicate_of)
  = (?, ?, ?, ?, ?, ?, ?, ?, ?) where number = ?"""
_ORIGINALS = """
select * from article original where partition = ? and duplicate_of is null
  and exists (select 1 from article copy where copy.duplicate_of = original.article_id)
  order by article_id"""
_COPIES = """
select * from article where duplicate_of = ?
  order by coalesce(published, seen, 9223372036854775807), article_id"""


class Known(NamedTuple):
    """What is known of an article that is filed, or is about to be: as the columns of `article`."""

    article_id: str
    partition: str
    text: str
    """SHA-256 of its body; empty where what stands there is no article's text."""
    title: str | None
    source: str | None
    published: int | None
    """Microseconds since 1970, as `seen`."""
    seen: int | None
    """When it was first fetched so."""
    story_id: str | None
    """As it stands in `articles`, as `duplicate_of`."""
    duplicate_of: str | None


class Store:
    """The state of an output's stories. `touched`, `stale` and `left` say what a run changed in it."""

    def __init__(self, output: Path) -> None:
        """Open it, or begin it where it is missing, damaged or of another version."""
        self.path = state_folder(output) / "stories.sqlite"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._start()

    def _start(self) -> None:
        self.touched: set[int] = set()
        """Articles that are new or changed, and those that were linked with what has gone."""
        self.stale: set[str] = set()
        """Stories that articles told which are changed or gone."""
        self.left: set[str] = set()
        """Partitions that these articles lay in."""
        self._db, self.index = _opened(self.path)
        self._db.execute("begin")

    def begin_anew(self) -> None:
        """Throw away what is held; it comes back from the datasets."""
        self._db.close()
        _delete(self.path)
        self._start()

    def keep(self) -> None:
        """Make durable what was changed."""
        self._db.execute("commit")

    def close(self) -> None:
        """Close the file; what was not kept is undone."""
        self._db.close()

    def stamps(self, dataset: str) -> dict[str, str]:
        """Return what told the file of each partition of a dataset from others when it was last read."""
        return dict(self._db.execute("select partition, stamp from stamp where dataset = ?", (dataset,)))

    def set_stamps(self, dataset: str, stamps: Mapping[str, str]) -> None:
        """Replace them."""
        self._db.execute("delete from stamp where dataset = ?", (dataset,))
        rows = ((dataset, *item) for item in stamps.items())
        self._db.executemany("insert into stamp values (?, ?, ?)", rows)

    def filed_in(self, partition: str) -> set[str]:
        """Return the ids of the articles of a partition."""
        query = "select article_id from article where partition = ?"
        return {article_id for (article_id,) in self._db.execute(query, (partition,))}

    def held(self, ids: Iterable[str]) -> dict[str, tuple[int, Known]]:
        """Return the articles that are known, by id, with their numbers."""
        query = "select * from article where article_id = ?"
        rows = (self._db.execute(query, (article_id,)).fetchone() for article_id in ids)
        return {row[1]: (row[0], _known(row)) for row in rows if row}

    def take(self, articles: Sequence[Known], sketches: Mapping[str, Sketch | None]) -> None:
        """Take in articles, with the sketches of those whose text is not held already."""
        new = []
        for known, (number, old) in self._changed(articles):
            if number is not None and old is not None:
                self._touch(number, old)
                if old.text == known.text:
                    self._db.execute(_UPDATE, (*known, number))
                    continue
                self._remove(number)
            sketch = sketches[known.article_id]
            stored = (sketch.scale, sketch.stored()) if sketch else (None, None)
            cursor = self._db.execute(_INSERT, (*known, *stored))
            assert cursor.lastrowid is not None
            self.touched.add(cursor.lastrowid)
            if sketch:
                new.append((cursor.lastrowid, sketch))
        self.touched |= self.index.add(dict(new))

    def _changed(self, articles: Sequence[Known]) -> Iterator[tuple[Known, tuple[int | None, Known | None]]]:
        held = self.held(known.article_id for known in articles)
        # In the order of ids, whatever the order of input.
        for known in sorted(articles):
            number, old = held.get(known.article_id, (None, None))
            if old != known:
                yield known, (number, old)

    def leave(self, ids: Iterable[str]) -> None:
        """Forget articles that are not filed any more."""
        for number, old in self.held(ids).values():
            self._touch(number, old)
            self._remove(number)

    def _touch(self, number: int, old: Known) -> None:
        self.touched.add(number)
        self.left.add(old.partition)
        if old.story_id:
            self.stale.add(old.story_id)

    def _remove(self, number: int) -> None:
        self.touched |= self.index.remove(number)
        self.touched.discard(number)
        self._db.execute("delete from article where number = ?", (number,))

    def known(self, numbers: Iterable[int]) -> dict[int, tuple[Known, bool]]:
        """Return articles by number, and whether each has enough text to be told from others."""
        rows = named(self._db, "select * from article where number in", numbers)
        return {row[0]: (_known(row), row[-1] is not None) for row in rows}

    def set_stories(self, told: Mapping[int, tuple[str | None, str | None]]) -> None:
        """Note the `story_id` and `duplicate_of` that articles, by number, are filed with."""
        rows = ((*columns, number) for number, columns in told.items())
        self._db.executemany("update article set story_id = ?, duplicate_of = ? where number = ?", rows)

    def stories_in(self, partition: str) -> Iterator[tuple[Known, list[Known]]]:
        """Yield the originals of a partition that have copies, by id, with these copies by time."""
        for row in self._db.execute(_ORIGINALS, (partition,)).fetchall():
            original = _known(row)
            yield original, [_known(copy) for copy in self._db.execute(_COPIES, (original.article_id,))]

    def partitions_of(self, ids: Iterable[str]) -> set[str]:
        """Return the partitions that articles lie in."""
        return {known.partition for _, known in self.held(ids).values()}


def _known(row: Sequence[Any]) -> Known:
    return Known(*row[1:10])


def _opened(path: Path) -> tuple[sqlite3.Connection, Index]:
    with suppress(sqlite3.DatabaseError):
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("pragma cache_size = -65536")
        if db.execute("pragma user_version").fetchone()[0] == VERSION:
            return db, Index(db)
        db.close()
    _delete(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(f"begin; {_TABLES} pragma user_version = {VERSION}; commit;")
    return db, Index(db)


def _delete(path: Path) -> None:
    for end in ("", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
