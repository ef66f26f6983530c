"""JSON Feed 1.0 and 1.1 (jsonfeed.org), and what passes for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from copydesk.tasks.address import absolute_url
from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.feed_entries import (
    LONGEST_CONTENT,
    LONGEST_SUMMARY,
    FeedFacts,
    fragment_of,
    is_image,
    line_of,
    names_of,
    person_of,
)


def read_json(text: str, url: str) -> tuple[FeedFacts, Iterator[FeedEntry | None]]:
    """Return what a JSON feed says of itself, and its entries (None for one without an address).

    Raises ValueError where the text is no JSON or no feed.
    """
    feed = orjson.loads(text.lstrip("\ufeff").encode("utf-8", "replace"))
    items = feed.get("items") if isinstance(feed, dict) else feed
    if not isinstance(items, list):
        raise ValueError("JSON without a list of items")
    about: dict[str, Any] = feed if isinstance(feed, dict) else {}
    facts = FeedFacts(line_of(about.get("title")), line_of(about.get("language")), url)
    authors = _authors_of(about)
    return facts, (_entry_of(item, facts, authors) for item in items)


def _entry_of(item: Any, facts: FeedFacts, feed_authors: tuple[str, ...]) -> FeedEntry | None:
    if not isinstance(item, dict):
        return None
    url = _address(item.get("url"), facts.url) or _address_like(item.get("id"), facts.url)
    url = url or _address(item.get("external_url"), facts.url)
    if url is None:
        return None
    tags = item.get("tags")
    content = fragment_of(item.get("content_html"), LONGEST_CONTENT)
    return FeedEntry(
        url=url,
        feed_url=facts.url,
        title=line_of(item.get("title")),
        published=line_of(item.get("date_published")),
        updated=line_of(item.get("date_modified")),
        authors=_authors_of(item) or feed_authors,
        tags=names_of(tags) if isinstance(tags, list) else (),
        summary=fragment_of(item.get("summary"), LONGEST_SUMMARY),
        content=content or fragment_of(item.get("content_text"), LONGEST_CONTENT),
        language=line_of(item.get("language")) or facts.language,
        image_url=_image_of(item, facts.url),
        feed_title=facts.title,
    )


def _authors_of(item: dict[str, Any]) -> tuple[str, ...]:
    authors = item.get("authors")
    # 1.0 knows one author, 1.1 a list of them.
    named = [*(authors if isinstance(authors, list) else []), item.get("author")]
    return names_of(person_of(author.get("name")) for author in named if isinstance(author, dict))


def _image_of(item: dict[str, Any], base: str) -> str | None:
    attachments = item.get("attachments")
    attached = [
        attachment.get("url")
        for attachment in (attachments if isinstance(attachments, list) else [])
        if isinstance(attachment, dict) and is_image(attachment.get("mime_type"), attachment.get("url"))
    ]
    addresses = (_address(link, base) for link in (item.get("image"), item.get("banner_image"), *attached))
    return next((address for address in addresses if address), None)


def _address(value: Any, base: str) -> str | None:
    return absolute_url(value.strip(), base) if isinstance(value, str) else None


def _address_like(value: Any, base: str) -> str | None:
    return _address(value, base) if isinstance(value, str) and value.strip()[:4].lower() == "http" else None
