"""A page from when it is first listed: what is known of it, and whether it is to be asked (again)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.exchange import Exchange

GONE_FOR = timedelta(days=7)
"""A page that was not there (404, 410) or may not be asked is let alone for so long."""
LONGEST_ENTRY = 200_000
"""Characters of a feed's text that are kept until the page is fetched."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its canonical address."""

    key: str
    url: str
    """As it was listed."""
    source: str
    state: str = "pending"
    """`pending`, `changed` (to be asked again), `fetched`, `failed` (may pass) or `gone`."""
    stamp: datetime | None = None
    """The latest time that a list gives for it: of publication or change."""
    known: datetime | None = None
    """The same when it was fetched."""
    fetched_at: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    not_before: datetime | None = None
    quiet: int = 0
    """How often in a row it was said to be changed and was not."""
    entry: FeedEntry | None = None
    teased: int = 0
    """1 where the feed's own text stands in the archive for it."""
    reason: str | None = None
    """Why it could not be had, until that is filed."""
    message: str | None = None

    @classmethod
    def of(cls, row: dict[str, Any]) -> Page:
        """Make a page of its row in the state."""
        times = {name: _time(row[name]) for name in ("stamp", "known", "fetched_at", "not_before")}
        entry = FeedEntry.of(orjson.loads(row["entry"])) if row["entry"] else None
        return cls(**{**row, **times, "entry": entry})

    def row(self) -> dict[str, Any]:
        """Return its row in the state."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        values["entry"] = orjson.dumps(asdict(self.entry)).decode() if self.entry else None
        return {name: v.isoformat() if isinstance(v, datetime) else v for name, v in values.items()}

    def listed(self, url: str, stamp: datetime | None, entry: FeedEntry | None, now: datetime) -> Page:
        """Return the page after a list named it (again), at `now`.

        It is to be asked again where the list says that it changed after it was fetched. A site that says so
        every time, and errs, is believed less and less often.
        """
        stamp = max(filter(None, (stamp, self.stamp)), default=None)
        page = replace(self, stamp=stamp, entry=_fuller(self.entry, entry))
        if self.state == "gone" and self.not_before is not None and self.not_before <= now:
            return replace(page, state="pending", url=url)
        if self.state != "fetched" or stamp is None or self.fetched_at is None:
            return page
        if (self.known is not None and stamp <= self.known) or stamp <= self.fetched_at:
            return page
        again = self.fetched_at + timedelta(hours=2**self.quiet) if self.quiet else None
        return replace(page, state="changed", url=url, not_before=again)

    def fetched(self, exchange: Exchange, quiet: int = 0) -> Page:
        """Return the page after it was had, or found unchanged for the `quiet`-th time in a row."""
        here = exchange.outcome == "ok"
        return replace(
            self,
            state="fetched",
            known=self.stamp,
            fetched_at=exchange.asked_at,
            etag=exchange.header("ETag") if here else self.etag,
            last_modified=exchange.header("Last-Modified") if here else self.last_modified,
            not_before=None,
            quiet=quiet,
            reason=None,
            message=None,
        )

    def lost(self, now: datetime, reason: str, message: str, for_good: bool) -> Page:
        """Return the page after it could not be had."""
        return replace(
            self,
            state="gone" if for_good else "failed",
            not_before=now + GONE_FOR if for_good else now,
            reason=reason,
            message=message,
        )


def stamp_of(*texts: str | None) -> datetime | None:
    """Return the latest of some times as feeds and sitemaps write them (RFC 822, ISO 8601), aware.

    Naive ones are taken as UTC; None where none can be read.
    """
    return max(filter(None, map(_stamp, texts)), default=None)


def _stamp(text: str | None) -> datetime | None:
    if not text:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at = read(text.strip())
            return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _fuller(old: FeedEntry | None, new: FeedEntry | None) -> FeedEntry | None:
    """Return the entry that says more; the newer one where both say as much."""
    if old is None or new is None:
        return _cut(new) or old
    return _cut(new) if _weight(new) >= _weight(old) else old


def _weight(entry: FeedEntry) -> int:
    return sum(getattr(entry, field.name) not in (None, ()) for field in fields(entry))


def _cut(entry: FeedEntry | None) -> FeedEntry | None:
    if entry is None or entry.content is None or len(entry.content) <= LONGEST_ENTRY:
        return entry
    return replace(entry, content=entry.content[:LONGEST_ENTRY])
