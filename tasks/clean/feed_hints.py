"""What a feed says of an article, where its page does not say it, and the teaser where there is no page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from copydesk.tasks.address import absolute_url, canonical_url
from copydesk.tasks.article import Block, FeedEntry
from copydesk.tasks.clean.derived import FEED_TEXT
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.names import clean_authors
from copydesk.tasks.clean.published import month_first
from copydesk.tasks.clean.published_text import Stamp, read_stamp
from copydesk.tasks.clean.rules import apply_rules
from copydesk.tasks.clean.squash import squash
from copydesk.tasks.fetch.fragments import fragment_text

_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_LONGEST_LEAD = 600
_LONGEST_TAG = 100
_MOST_TAGS = 50
_DOTS = re.compile(r"…|\.\.\.|&#8230;|&hellip;")
_CUT_OFF = re.compile(rf"(?:{_DOTS.pattern})\]?\s*$")
_ENDS = re.compile(r"[.!?。！？।॥؟۔][\"”“’»)\]」』]*$")


def with_feed_hints(metadata: Metadata, entry: FeedEntry | None, fetched_at: datetime | None) -> Metadata:
    """Return a page's metadata, what it lacks taken from the feed; `fetched_at` bounds the feed's dates.

    Nothing that the page says is overruled but a bare day by a time on that day.
    """
    if entry is None:
        return metadata
    title = _line(entry.title)
    hints: dict[str, Any] = {
        "title": title,
        "lead": _lead(entry.summary, title or metadata.title),
        "authors": clean_authors(entry.authors),
        "tags": _tags(entry.tags),
        "language": _line(entry.language),
        "image_url": absolute_url(entry.image_url, entry.url) if entry.image_url else None,
        "site_name": _line(entry.feed_title),
    }
    missing: dict[str, Any] = {
        name: said for name, said in hints.items() if said and not getattr(metadata, name)
    }
    return replace(metadata, **missing, **_dates(metadata, entry, fetched_at))


def read_teaser(text: str, entry: FeedEntry) -> tuple[Metadata, list[Block]]:
    """Return the metadata and blocks of a feed's own text, which stands for a page that could not be had.

    A feed's text is the article's but for what the line rules strike; where nothing were left, all stands.
    """
    lines = [line for raw in text.splitlines() if (line := " ".join(raw.split()))]
    verdicts = apply_rules(lines)
    bare = all(verdicts)
    blocks = [
        Block(line, "body", FEED_TEXT)
        if bare or verdict is None
        else Block(line, verdict.label, verdict.reason)
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    return Metadata(canonical_url=canonical_url(entry.url)), blocks


def _line(text: str | None) -> str | None:
    return " ".join(fragment_text(text).split()) or None if text else None


def _lead(summary: str | None, title: str | None) -> str | None:
    """A summary that breaks off is the body's opening rather than a standfirst."""
    paragraphs = fragment_text(summary).split("\n\n") if summary else []
    verdicts = apply_rules(paragraphs)
    lead = " ".join(text for text, verdict in zip(paragraphs, verdicts, strict=True) if not verdict).strip()
    cut_off = _CUT_OFF.search(lead) or (_DOTS.search(summary or "") and not _ENDS.search(lead))
    fits = 0 < len(lead) <= _LONGEST_LEAD and squash(lead) != squash(title or "")
    return lead if fits and not cut_off else None


def _tags(said: Sequence[str]) -> tuple[str, ...]:
    unique: dict[str, str] = {}
    for tag in said:
        line = " ".join(tag.split())
        # Some feeds give the address of a category for its name.
        if 0 < len(line) < _LONGEST_TAG and "://" not in line:
            unique.setdefault(squash(line), line)
    return tuple(unique.values())[:_MOST_TAGS]


def _dates(metadata: Metadata, entry: FeedEntry, fetched_at: datetime | None) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    published = _stamp(entry.published, metadata, entry, fetched_at)
    if published and (metadata.published_at is None or _finer(published, metadata)):
        found = {
            "published_at": published.at,
            "published_date": metadata.published_date or published.day,
            "published_raw": entry.published,
            "published_from": "feed",
        }
    updated = _stamp(entry.updated, metadata, entry, fetched_at)
    if updated and metadata.modified_at is None:
        found |= {"modified_at": updated.at, "modified_raw": entry.updated, "modified_from": "feed"}
    return found


def _stamp(
    raw: str | None, metadata: Metadata, entry: FeedEntry, fetched_at: datetime | None
) -> Stamp | None:
    stamp = read_stamp(raw, month_first(metadata.language or entry.language, entry.url)) if raw else None
    if stamp is None or stamp.at < _EARLIEST or (fetched_at and stamp.at > fetched_at + _DAY):
        return None
    return stamp


def _finer(stamp: Stamp, metadata: Metadata) -> bool:
    """Whether the feed has the time of the day that is all that the page gives."""
    shown = read_stamp(metadata.published_raw or "", False)
    bare = metadata.published_from == "url" or (shown is not None and not shown.has_time)
    return bare and stamp.has_time and stamp.day == metadata.published_date
