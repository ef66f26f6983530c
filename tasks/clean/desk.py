"""One article over the desk: decode, read the page or the lines, judge, and put the record together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from copydesk.tasks.address import registered_domain
from copydesk.tasks.article import Article, Block, FeedEntry, RawArticle, RejectedInputError
from copydesk.tasks.clean.decode import Decoded, decode
from copydesk.tasks.clean.derived import derived
from copydesk.tasks.clean.feed_hints import read_teaser, with_feed_hints
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.label_text import label_text
from copydesk.tasks.clean.metadata import Metadata, read_metadata
from copydesk.tasks.clean.page import PageBlock, parse_page, read_blocks
from copydesk.tasks.clean.page_kind import judge_page_kind
from copydesk.tasks.clean.published import month_first
from copydesk.tasks.clean.published_text import read_stamp
from copydesk.tasks.clean.squash import compatible
from copydesk.tasks.clean.text_metadata import read_text_metadata
from copydesk.tasks.version import RULES_VERSION

SHORTEST_HEADLINE = 15
"""Letters: shorter lines that stand in a title are mostly the names of sections."""
_TITLE_SEPARATOR = re.compile(r"\s+[-–—|•·»]\s+")
SHORTEST_COPY = 40
"""Characters: the shortest brief of one sentence."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of an input before it is judged."""

    decoded: Decoded
    metadata: Metadata
    blocks: tuple[Block, ...]
    root: HtmlElement | None = None
    shown: Sequence[PageBlock] = ()
    """The page's blocks before they were labelled."""
    teaser: bool = False
    """Whether it is a feed's own text, in place of the page's."""


def clean_article(raw: RawArticle) -> Article:
    """Make the article of one input: its blocks with labels and reasons, its body, its metadata.

    Raises RejectedInputError where there is nothing to file: no bytes, binary data, no text at all.
    """
    read = _read(raw)
    if not read.blocks:
        raise RejectedInputError(
            "no_text",
            "it holds no text; if the page is filled in by scripts, save it as a browser shows it.",
        )
    return _assemble(raw, read)


def _read(raw: RawArticle) -> _Found:
    if raw.html is not None:
        return _read_page(raw)
    return _read_text(raw) if raw.feed is None else _read_teaser(raw, raw.feed)


def _read_page(raw: RawArticle) -> _Found:
    decoded = decode(raw.html or b"", raw.declared_encoding, is_html=True)
    root = parse_page(decoded.text)
    microdata = any(mark in decoded.text for mark in ("itemprop", "itemtype", ":date"))
    metadata = read_metadata(root, raw.url, raw.fetched_at, microdata)
    evidence = PageEvidence.of(metadata, raw.title)
    shown = read_blocks(root)
    return _Found(decoded, metadata, tuple(label_page(root, evidence, shown)), root, shown)


def _read_text(raw: RawArticle) -> _Found:
    decoded = decode(raw.text or b"", raw.declared_encoding, is_html=False)
    blocks = tuple(label_text(decoded.text, raw.title))
    return _Found(decoded, read_text_metadata(blocks, raw.url, raw.fetched_at), blocks)


def _read_teaser(raw: RawArticle, entry: FeedEntry) -> _Found:
    decoded = decode(raw.text or b"", raw.declared_encoding, is_html=False)
    metadata, blocks = read_teaser(decoded.text, entry)
    return _Found(decoded, metadata, tuple(blocks), teaser=True)


def _assemble(raw: RawArticle, read: _Found) -> Article:
    metadata, blocks = with_feed_hints(read.metadata, raw.feed, raw.fetched_at), read.blocks
    from_blocks = derived(blocks, metadata.is_accessible_for_free, metadata.is_metered)
    body = from_blocks["body"]
    return Article(
        raw_ref=raw.raw_ref,
        article_id=article_id(metadata.canonical_url, body, blocks),
        page_kind=_page_kind(raw, read, body),
        encoding=read.decoded.encoding,
        encoding_from=read.decoded.decided_by,
        rules_version=RULES_VERSION,
        input_id=raw.input_id,
        url=raw.url or (raw.feed.url if raw.feed else None),
        canonical_url=metadata.canonical_url,
        source=registered_domain(metadata.canonical_url or raw.url or ""),
        site_name=metadata.site_name,
        title=raw.title or shown_headline(metadata.title, blocks) or _first(blocks, "headline"),
        lead=metadata.lead or _first(blocks, "standfirst"),
        authors=metadata.authors,
        modified_at=metadata.modified_at,
        fetched_at=raw.fetched_at,
        modified_raw=metadata.modified_raw,
        modified_from=metadata.modified_from,
        section=metadata.section,
        tags=metadata.tags,
        image_url=metadata.image_url,
        declared_language=metadata.language,
        text_from="feed" if read.teaser else None,
        **from_blocks,
        **_published(raw, metadata),
    )


def _page_kind(raw: RawArticle, read: _Found, body: str) -> str:
    if raw.html is not None:
        return judge_page_kind(read.metadata, read.blocks, raw.url, read.root, read.shown)
    if read.teaser:
        return "article"
    # Whoever gives bare text has chosen it already: there are no links to tell an index by.
    return "article" if len(body) >= SHORTEST_COPY else "other"


def _published(raw: RawArticle, metadata: Metadata) -> dict[str, Any]:
    """Return when it was published, as what string, and where that stood: the input's own word first."""
    given = read_stamp(raw.published, month_first(metadata.language, raw.url)) if raw.published else None
    if given:
        return {
            "published_at": given.at,
            "published_date": given.day,
            "published_raw": raw.published,
            "published_from": "input",
        }
    return {
        "published_at": metadata.published_at,
        "published_date": metadata.published_date,
        "published_raw": metadata.published_raw,
        "published_from": metadata.published_from,
    }


def shown_headline(title: str | None, blocks: Sequence[Block]) -> str | None:
    """Return the part of a page's title that the page shows as a line of its own; the whole where none is.

    So the names of outlet and section go that no markup tells apart from the headline.
    """
    parts = _TITLE_SEPARATOR.split(title or "")
    if len(parts) < 2:
        return title
    lines = (line for block in blocks for line in block.text.split("\n"))
    shown = {_letters(line) for line in lines if len(line) <= len(title or "") + 20}
    if _letters(title or "") in shown:
        return title
    whole = [part for part in parts if len(_letters(part)) >= SHORTEST_HEADLINE and _letters(part) in shown]
    return max(whole, key=len) if whole else title


def article_id(canonical: str | None, body: str, blocks: Sequence[Block] = ()) -> str:
    """Return the article's id, 32 hexadecimal digits: of its address, else of its words.

    The words are the body's in lower case, without punctuation and white space, so that typographic changes
    don't make another article; those of all blocks where there is no body.
    """
    if canonical:
        seed = f"url\0{canonical}"
    else:
        seed = f"text\0{_letters(body) or _letters(' '.join(block.text for block in blocks))}"
    return hashlib.sha256(seed.encode("utf-8")).hexdigest()[:32]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, compatible(text).casefold()))


def _first(blocks: Sequence[Block], label: str) -> str | None:
    return next((block.text for block in blocks if block.label == label), None)
