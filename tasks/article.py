"""The records that travel: what is loaded, what is cleaned, what is refused.

An input becomes a `RawArticle` (load), then an `Article` with its `Block`s (clean), whose
empty fields the enrichments fill. An input that cannot become an article becomes a `Reject`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from copydesk.tasks.mention import (
    Amount,
    Contributor,
    DateMention,
    EntityMention,
    Event,
    Keyword,
    Place,
    Quote,
    Topic,
)

BYTES_AN_ARTICLE = 20 << 20
"""No article is larger; what is, is a dump of something else, and would cost the run its memory."""

LABELS = (
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "subheading",
    "caption",
    "wire_credit",
    "desk_initials",
    "disclaimer",
    "paywall",
    "offer",
    "benefit",
    "newsletter",
    "related",
    "share",
    "comment",
    "navigation",
    "consent",
    "advertisement",
    "legal",
    "template",
    "other",
)

# A subheading is part of what the reporter wrote: it stands in `body` at its place.
KEPT_LABELS = frozenset({"body", "subheading"})


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed or a news sitemap says of an article, as it stands there: dates unread, text as HTML."""

    url: str
    """The article's address, absolute."""
    feed_url: str
    """The feed or sitemap that lists it."""
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    """The teaser, an HTML fragment or plain text."""
    content: str | None = None
    """The whole text where the feed carries it, an HTML fragment or plain text."""
    language: str | None = None
    image_url: str | None = None
    feed_title: str | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> FeedEntry:
        """Return the entry that was written as these values, its lists being tuples again."""
        lists: dict[str, Any] = {name: tuple(v) for name, v in values.items() if isinstance(v, list)}
        return cls(**{**values, **lists})


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One input as it came: exactly one of `html` and `text` is set, as undecoded bytes."""

    raw_ref: str
    """Where it came from: the file's path, and `#N` for record N (from 1) of a file of many."""
    html: bytes | None = None
    text: bytes | None = None
    declared_encoding: str | None = None
    """What a transport or container said of the bytes (`utf-8` where a record was Unicode already)."""
    url: str | None = None
    input_id: str | None = None
    title: str | None = None
    published: str | None = None
    fetched_at: datetime | None = None
    feed: FeedEntry | None = None
    """What led here. Where `text` is set with it, the page could not be had and the text is the feed's."""


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not be filed, and why."""

    raw_ref: str
    reason: str
    """A short code that can be counted, such as `empty`, `binary`, `invalid_json`."""
    message: str
    """What was wrong and what the user can do about it."""
    input_id: str | None = None
    url: str | None = None


class RejectedInputError(Exception):
    """Raised where an input cannot become an article; the caller files it as a `Reject`."""

    def __init__(self, reason: str, message: str) -> None:
        """Take the countable reason and the message for the user."""
        super().__init__(message)
        self.reason = reason
        self.message = message


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text of the source between two breaks: a paragraph, heading, list item or line."""

    text: str
    label: str
    """One of `LABELS`."""
    reason: str
    """What gave the label, such as `rule:paywall.limit_reached`, `model:0.97` or `html:nav`."""

    @property
    def kept(self) -> bool:
        """Whether the block stands in the article's body."""
        return self.label in KEPT_LABELS


@dataclass(frozen=True, slots=True)
class Offer:
    """A subscription offer found in a paywall."""

    name: str | None
    price: float | None
    currency: str | None
    """ISO 4217."""
    period_months: int | None
    monthly_price: float | None
    renews: bool | None


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. Fields are named as the columns in `schema.py` that describe them."""

    raw_ref: str
    article_id: str
    body: str
    body_sha256: str
    page_kind: str
    access: str
    completeness: str
    encoding: str
    encoding_from: str
    rules_version: str
    blocks: tuple[Block, ...] = ()
    offers: tuple[Offer, ...] = ()
    input_id: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    source: str | None = None
    site_name: str | None = None
    title: str | None = None
    lead: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    published_date: date | None = None
    """In the outlet's own zone as far as the page tells."""
    modified_at: datetime | None = None
    fetched_at: datetime | None = None
    published_raw: str | None = None
    published_from: str | None = None
    modified_raw: str | None = None
    modified_from: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image_url: str | None = None
    declared_language: str | None = None
    """What the page says of itself; the enrichment `language` decides `language`."""
    language: str | None = None
    word_count: int | None = None
    wire_agency: str | None = None
    wire_credit: str | None = None
    desk_initials: tuple[str, ...] = ()
    dateline: str | None = None
    text_from: str | None = None
    """`feed` where the page could not be had and the text is its feed's."""
    contributors: tuple[Contributor, ...] = ()
    main_country: str | None = None
    """ISO 3166-1 alpha-2."""
    main_place: str | None = None
    main_place_id: int | None = None
    """GeoNames."""
    # Each None where the enrichment did not run or does not know the language, () where it found none.
    dates: tuple[DateMention, ...] | None = None
    entities: tuple[EntityMention, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    places: tuple[Place, ...] | None = None
    amounts: tuple[Amount, ...] | None = None
    events: tuple[Event, ...] | None = None
    topics: tuple[Topic, ...] | None = None
    keywords: tuple[Keyword, ...] | None = None
    tone: float | None = None
    readability: float | None = None

    def facts(self) -> dict[str, Any]:
        """Return the fields by name, without copying what they hold."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
