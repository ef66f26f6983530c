"""What feedparser found in a feed's entry becomes a `FeedEntry`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.tasks.address import absolute_url
from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.feed_parser import ParsedFeed
from copydesk.tasks.fetch.fragments import parsed_fragment

LONGEST_SUMMARY = 50_000
LONGEST_CONTENT = 2_000_000
"""Characters of markup; longer fragments are cut there."""
_LONGEST_LINE = 1_000
_MOST_NAMES = 100
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[A-Za-z]\w{1,31});", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,255}\.\w{2,24}")
_BRACKETS = re.compile(r"[(<\[]\s*[)>\]]")
_IMAGE_PATH = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "")


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """What holds for every entry of a feed."""

    title: str | None = None
    language: str | None = None
    url: str = ""
    """The feed's own address."""
    dates_are_updates: bool = False
    """Whether the format tells when an entry was published from when it was changed (Atom does)."""


def facts_of(parsed: ParsedFeed, url: str) -> FeedFacts:
    """Return what feedparser's result says of the feed as a whole."""
    feed = parsed.feed
    return FeedFacts(
        title=line_of(_value(feed, "title")),
        language=line_of(_value(feed, "language") or _language_of(feed)),
        url=url,
        dates_are_updates=parsed.version.startswith("atom"),
    )


def entry_of(entry: Mapping[str, Any], facts: FeedFacts) -> FeedEntry | None:
    """Return what feedparser's entry says, None where it names no http(s) address."""
    url = _link_of(entry, facts.url)
    if url is None:
        return None
    published = line_of(_value(entry, "published") or _value(entry, "created"))
    updated = line_of(_value(entry, "updated"))
    if published is None and not facts.dates_are_updates:
        # An RSS entry's only date (dc:date, which feedparser files as a change) is when it came out.
        published = updated
    return FeedEntry(
        url=url,
        feed_url=facts.url,
        title=line_of(_value(entry, "title")),
        published=published,
        updated=updated,
        authors=_authors_of(entry),
        tags=names_of(_value(tag, "label") or _value(tag, "term") for tag in _items(entry, "tags")),
        summary=fragment_of(_value(entry, "summary"), LONGEST_SUMMARY),
        content=_content_of(entry),
        language=line_of(_value(entry, "language") or _language_of(entry)) or facts.language,
        image_url=_image_of(entry, facts.url),
        feed_title=facts.title,
    )


def line_of(value: Any) -> str | None:
    """Return a value that should be one line of text: without markup, entities and line breaks."""
    if not isinstance(value, str):
        return None
    value = value[: 10 * _LONGEST_LINE]
    # Twice escaped is the commonest fault of titles; a lone `<` or `&` is text.
    if _TAG.search(value):
        value = parsed_fragment(value).get_text()
    if _ENTITY.search(value):
        value = html.unescape(value)
    return " ".join(value.split())[:_LONGEST_LINE] or None


def names_of(values: Iterable[Any]) -> tuple[str, ...]:
    """Return distinct lines in their order."""
    lines = (line_of(value) for value in values)
    return tuple(dict.fromkeys(line for line in lines if line))[:_MOST_NAMES]


def fragment_of(value: Any, longest: int) -> str | None:
    """Return a fragment of markup as it stands, cut to `longest` characters."""
    return value.strip()[:longest] or None if isinstance(value, str) else None


def person_of(name: Any) -> str | None:
    """Return a name without the mail address that RSS wants beside it."""
    line = line_of(name)
    if line is None:
        return None
    if "@" in line:
        line = _BRACKETS.sub("", _MAIL.sub("", line)).strip(" ,;:-")
        line = line[1:-1].strip() if line[:1] == "(" and line[-1:] == ")" else line
    return line or None


def is_image(kind: Any, address: Any) -> bool:
    """Return whether a media type, or failing that an address, is an image's."""
    if isinstance(kind, str) and kind:
        return kind.lower().startswith("image")
    return isinstance(address, str) and _IMAGE_PATH.search(address) is not None


def _value(item: Any, name: str) -> Any:
    """What stands there under this very name: feedparser's own look-up puts other fields in its place."""
    return dict.get(item, name) if isinstance(item, dict) else None


def _items(item: Any, name: str) -> Iterator[Any]:
    values = _value(item, name)
    yield from (value for value in values if isinstance(value, dict)) if isinstance(values, list) else ()


def _link_of(entry: Mapping[str, Any], base: str) -> str | None:
    candidates = [_value(entry, "feedburner_origlink"), _value(entry, "link")]
    for link in _items(entry, "links"):
        if _value(link, "rel") in (None, "alternate") and (_value(link, "type") or "") in _PAGE_TYPES:
            candidates.append(_value(link, "href"))
    # A guid is an address only where it says so, or where it cannot be anything else.
    identity = _value(entry, "id")
    if isinstance(identity, str) and identity.strip()[:4].lower() == "http":
        candidates.append(identity)
    addresses = (absolute_url(link.strip(), base) for link in candidates if isinstance(link, str))
    return next((address for address in addresses if address), None)


def _authors_of(entry: Mapping[str, Any]) -> tuple[str, ...]:
    names = [person_of(_value(author, "name")) for author in _items(entry, "authors")]
    if not any(names):
        names = [person_of(_value(entry, "author"))]
    return names_of(names)


def _content_of(entry: Mapping[str, Any]) -> str | None:
    texts = (fragment_of(_value(content, "value"), LONGEST_CONTENT) for content in _items(entry, "content"))
    return max((text for text in texts if text), key=len, default=None)


def _language_of(item: Mapping[str, Any]) -> Any:
    return _value(_value(item, "title_detail"), "language")


def _image_of(entry: Mapping[str, Any], base: str) -> str | None:
    candidates = [
        _value(media, "url")
        for media in _items(entry, "media_content")
        if is_image(_value(media, "type") or _value(media, "medium"), _value(media, "url"))
    ]
    candidates += [
        _value(link, "href")
        for link in _items(entry, "links")
        if _value(link, "rel") == "enclosure" and is_image(_value(link, "type"), _value(link, "href"))
    ]
    candidates += [_value(media, "url") for media in _items(entry, "media_thumbnail")]
    candidates.append(_value(_value(entry, "image"), "href"))
    addresses = (absolute_url(link.strip(), base) for link in candidates if isinstance(link, str))
    return next((address for address in addresses if address), None)
