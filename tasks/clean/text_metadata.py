"""What bare text says of itself: the byline and the timestamp that stand around the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from copydesk.tasks.address import canonical_url
from copydesk.tasks.article import Block
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.names import names_in_byline
from copydesk.tasks.clean.published import month_first
from copydesk.tasks.clean.published_text import Stamp, read_stamp


def read_text_metadata(blocks: Sequence[Block], url: str | None, fetched_at: datetime | None) -> Metadata:
    """Read the metadata of a text from its labelled lines; `fetched_at` bounds its date."""
    stamp, raw = next(_dates(blocks, url, fetched_at), (None, None))
    return Metadata(
        canonical_url=canonical_url(url) if url else None,
        authors=_authors(blocks),
        published_at=stamp.at if stamp else None,
        published_date=stamp.day if stamp else None,
        published_raw=raw,
        published_from="text" if stamp else None,
    )


def _dates(
    blocks: Sequence[Block], url: str | None, fetched_at: datetime | None
) -> Iterator[tuple[Stamp, str]]:
    latest = fetched_at + timedelta(days=1) if fetched_at else None
    for block in blocks:
        if block.label == "dateline":
            stamp = read_stamp(block.text, month_first(None, url))
            if stamp and (latest is None or stamp.at <= latest):
                yield stamp, block.text


def _authors(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The names of the first line that holds any: further bylines are often those of related articles."""
    named = (names_in_byline(block.text) for block in blocks if block.label == "byline")
    return next(filter(None, named), ())
