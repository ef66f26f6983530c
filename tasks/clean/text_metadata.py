"""What bare text says of itself: the byline and the timestamp that stand around the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from copydesk.tasks.article import Block
from copydesk.tasks.clean.address import canonical_url
from copydesk.tasks.clean.names import names_in_byline
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.published import month_first
from copydesk.tasks.clean.published_text import read_date


def read_text_metadata(blocks: Sequence[Block], url: str | None, fetched_at: datetime | None) -> Metadata:
    """Read the metadata of a text from its labelled lines; `fetched_at` bounds its date."""
    published = next(_dates(blocks, url, fetched_at), (None, None))
    return Metadata(
        canonical_url=canonical_url(url) if url else None,
        authors=_authors(blocks),
        published_at=published[0],
        published_raw=published[1],
        published_from="text" if published[0] else None,
    )


def _dates(
    blocks: Sequence[Block], url: str | None, fetched_at: datetime | None
) -> Iterator[tuple[datetime, str]]:
    latest = fetched_at + timedelta(days=1) if fetched_at else None
    for block in blocks:
        if block.label == "dateline":
            at = read_date(block.text, month_first(None, url))
            if at and (latest is None or at <= latest):
                yield at, block.text


def _authors(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The names of the first line that holds any: further bylines are often those of related articles."""
    named = (names_in_byline(block.text) for block in blocks if block.label == "byline")
    return next(filter(None, named), ())
