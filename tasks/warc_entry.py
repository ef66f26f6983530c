"""What our own archives say beyond the standard: the kind of each exchange, and the feed's word of a page."""

from __future__ import annotations

from dataclasses import asdict, fields

import orjson

from copydesk.tasks.article import FeedEntry

KIND_FIELD = "X-Copydesk-Kind"
"""Of a response: what was asked for, one of the kinds of an exchange; only a `page` is an article."""
ENTRY_FIELD = "X-Copydesk-Entry"
"""Of a response: the id of the metadata record right before it, which holds the feed's entry."""
ENTRY_TYPE = "application/vnd.copydesk.entry+json"
_LISTS = ("authors", "tags")


def pack_entry(entry: FeedEntry, teaser: str | None = None) -> bytes:
    """Return `entry` as JSON; with a `teaser` it stands alone: the page could not be had."""
    alone = {} if teaser is None else {"alone": True, "text": teaser}
    return orjson.dumps({name: value for name, value in (asdict(entry) | alone).items() if value})


def unpack_entry(data: bytes) -> tuple[FeedEntry, str | None] | None:
    """Return the entry and, where it stands alone, the teaser's text; None where `data` is no entry."""
    try:
        record = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(record, dict) or not isinstance(record.get("url"), str):
        return None
    known: dict[str, str | tuple[str, ...]] = {"feed_url": ""}
    for name in (field.name for field in fields(FeedEntry)):
        value = record.get(name)
        if name in _LISTS and isinstance(value, list):
            known[name] = tuple(item for item in value if isinstance(item, str))
        elif name not in _LISTS and isinstance(value, str):
            known[name] = value
    text = record.get("text")
    teaser = text if record.get("alone") is True and isinstance(text, str) else None
    return FeedEntry(**known), teaser  # type: ignore[arg-type]
