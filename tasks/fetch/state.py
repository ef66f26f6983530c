"""What earlier runs fetched: an SQLite file beside the output, changed in one transaction an exchange.

Pages stand in it from when they are first listed until they are fetched, so that a run that died goes on.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from copydesk.tasks.durable import state_folder
from copydesk.tasks.fetch.pages import Page

_TABLES = """
create table if not exists documents (
  url text primary key, kind text, etag text, last_modified text, checked_at text, body blob, links text);
create table if not exists pages (
  key text primary key, url text, source text, state text, stamp text, known text, fetched_at text,
  etag text, last_modified text, not_before text, quiet integer default 0,
  entry text, teased integer default 0,
  reason text, message text);
create index if not exists pages_open on pages (source, state, stamp);
create table if not exists fetches (fetch_id text primary key, row text);
create table if not exists archives (file text primary key, size integer, filed integer default 0);
"""


class State:
    """The state of an output's fetching. Safe to share between threads."""

    def __init__(self, output: Path, say: Callable[[str], None] = print) -> None:
        """Open it, or begin it; one that cannot be read is moved aside, and `say` is told."""
        path = state_folder(output) / "fetch.sqlite"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        try:
            self._db = _opened(path)
        except sqlite3.OperationalError as error:
            # In use, no space, no right to read it: no reason to begin anew.
            raise sqlite3.OperationalError(f"{path} can't be opened: {error}") from error
        except sqlite3.DatabaseError as error:
            aside = path.with_name("fetch.sqlite.damaged")
            path.replace(aside)
            for end in ("-wal", "-shm"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            say(
                f"{path} is damaged ({error}); it was moved to {aside}. What was fetched is in the archive, "
                "but will be fetched once more"
            )
            self._db = _opened(path)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all changes within it, or none."""
        with self._lock, self._db:
            yield

    def _all(self, query: str, *values: Any) -> list[sqlite3.Row]:
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def _do(self, query: str, *values: Any) -> None:
        with self._lock:
            self._db.execute(query, values)

    # Documents: feeds, sitemaps, home pages, robots.txt

    def document(self, url: str) -> dict[str, Any]:
        """Return what is known of a document, empty where nothing is."""
        rows = self._all("select * from documents where url = ?", url)
        return dict(rows[0]) if rows else {}

    def keep_document(self, url: str, kind: str, checked_at: datetime, facts: Mapping[str, Any]) -> None:
        """Keep a document's validators (`etag`, `last_modified`), and of robots.txt its `body`.

        `links` are the documents that it names, as (url, kind): they are asked even where it is unchanged.
        """
        links = orjson.dumps(facts.get("links", ())).decode()
        values = (kind, facts.get("etag"), facts.get("last_modified"), checked_at.isoformat())
        self._do(
            "insert or replace into documents values (?,?,?,?,?,?,?)", url, *values, facts.get("body"), links
        )

    def links(self, url: str) -> list[tuple[str, str]]:
        """Return the documents that a document names, as (url, kind)."""
        return [(link, kind) for link, kind in orjson.loads(self.document(url).get("links") or b"[]")]

    def confirm_document(self, url: str, checked_at: datetime) -> None:
        """Note that a document is unchanged."""
        self._do("update documents set checked_at = ? where url = ?", checked_at.isoformat(), url)

    # Pages

    def page(self, key: str) -> Page | None:
        """Return what is known of a page by its canonical address."""
        rows = self._all("select * from pages where key = ?", key)
        return Page.of(dict(rows[0])) if rows else None

    def keep_page(self, page: Page) -> None:
        """Keep a page as it is now."""
        row = page.row()
        marks = ",".join("?" * len(row))
        self._do(f"insert or replace into pages ({','.join(row)}) values ({marks})", *row.values())  # noqa: S608

    def open_pages(self, source: str, now: datetime, most: int) -> list[Page]:
        """Return the source's pages that wait to be fetched, the newest first."""
        rows = self._all(
            "select * from pages where source = ? and state in ('pending', 'changed', 'failed') "
            "and (not_before is null or not_before <= ?) order by stamp desc, rowid limit ?",
            source,
            now.isoformat(),
            most,
        )
        return [Page.of(dict(row)) for row in rows]

    def lost_pages(self) -> list[Page]:
        """Return the pages that could not be had and whose failure is not filed yet."""
        rows = self._all("select * from pages where reason is not null order by key")
        return [Page.of(dict(row)) for row in rows]

    def forget_losses(self, keys: Iterable[str]) -> None:
        """Note that the failures of these pages are filed."""
        with self.transaction():
            self._db.executemany("update pages set reason = null where key = ?", [(key,) for key in keys])

    # Rows of the dataset `fetches`

    def keep_fetch(self, row: Mapping[str, Any]) -> None:
        """Keep a row of `fetches` until it is filed."""
        content = orjson.dumps(dict(row)).decode()
        self._do("insert or replace into fetches (fetch_id, row) values (?,?)", row["fetch_id"], content)

    def unfiled_fetches(self) -> list[dict[str, Any]]:
        """Return the rows that are to be filed; times are datetimes."""
        rows = [orjson.loads(row["row"]) for row in self._all("select row from fetches")]
        return [{**row, "asked_at": datetime.fromisoformat(row["asked_at"])} for row in rows]

    def mark_fetches_filed(self, ids: Iterable[str]) -> None:
        """Note that rows are filed; they are not kept any longer."""
        with self.transaction():
            self._db.executemany("delete from fetches where fetch_id = ?", [(name,) for name in ids])

    # The archive

    def extend_archive(self, file: str, size: int) -> None:
        """Note up to which byte a file of the archive holds what is known."""
        self._do("insert or ignore into archives values (?,0,0)", file)
        self._do("update archives set size = max(size, ?) where file = ?", size, file)

    def lose_tail(self, file: str, size: int) -> None:
        """Note that a file of the archive ends at `size`: what stood behind is to be asked again."""
        rows = self._all("select fetch_id, row from fetches")
        lost = [(row["fetch_id"], orjson.loads(row["row"])) for row in rows]
        for fetch_id, row in lost:
            if row["warc_file"] == file and row["warc_offset"] >= size:
                self._do("delete from fetches where fetch_id = ?", fetch_id)
                again = "update pages set state = 'pending', fetched_at = null where ? in (key, url)"
                self._do(again, row["url"])
                self._do("update documents set etag = null, last_modified = null where url = ?", row["url"])
        self._do("update archives set size = ? where file = ?", size, file)

    def archive_ends(self) -> dict[str, int]:
        """Return the sizes of all files of the archive that this state knows."""
        return {row["file"]: row["size"] for row in self._all("select file, size from archives")}

    def pending_archives(self) -> list[str]:
        """Return the files of the archive that no run has filed, in order."""
        return [row["file"] for row in self._all("select file from archives where filed = 0 order by file")]

    def mark_archives_filed(self, files: Sequence[str]) -> None:
        """Note that all in these files is filed."""
        with self.transaction():
            self._db.executemany("update archives set filed = 1 where file = ?", [(file,) for file in files])


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60, check_same_thread=False, isolation_level="DEFERRED")
    try:
        database.row_factory = sqlite3.Row
        # In WAL mode NORMAL survives a killed process whole; a power cut may lose the last exchanges, which
        # are then cut off the archive too and asked again.
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")
        database.executescript(_TABLES)
        if (found := database.execute("pragma quick_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(found.strip().replace("\n", " "))
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def has_state(output: Path) -> bool:
    """Whether anything was ever fetched into this output."""
    return (state_folder(output) / "fetch.sqlite").exists()


@contextmanager
def opened(output: Path, say: Callable[[str], None] = print) -> Iterator[State]:
    """Open the state for a while."""
    with closing(State(output, say)) as state:
        yield state
