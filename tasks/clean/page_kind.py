"""What kind of page it is: an article, or something else that came in with the articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from copydesk.tasks.article import Block
from copydesk.tasks.clean.jsonld import ARTICLE_TYPES
from copydesk.tasks.clean.metadata import Metadata

_OTHER_TYPES = frozenset({
    "product", "productgroup", "offer", "aggregateoffer", "service", "localbusiness",
    "softwareapplication", "jobposting", "recipe", "discussionforumposting", "qapage", "question",
    "event", "course", "hotel", "restaurant", "realestatelisting", "profilepage", "aboutpage",
    "contactpage", "apireference", "book", "movie",
})  # fmt: skip
_INDEX_TYPES = frozenset({"collectionpage", "searchresultspage", "itemlist", "offercatalog"})
_ERROR = re.compile(
    r"^\W*(?:404|403|410|500|502|503)\b|\b(?:404|page not found|not found|access denied|forbidden"
    r"|seite nicht gefunden"
    r"|page introuvable|página no encontrada|pagina non trovata|pagina niet gevonden|siden finnes ikke"
    r"|attention required"
    r"|just a moment|service unavailable|are you a robot|verify you are human|bad gateway)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:consent|cookies?|datenschutz|privacy|einwilligung|zustimmung|confidentialité)\b", re.IGNORECASE
)
_ARTICLE_PATH = re.compile(r"/(?:19|20)\d\d/|\d{5,}|(?:[^\W_]+-){3,}[^\W_]+")
_INDEX_PATH = re.compile(
    r"/(?:tag|tags|category|categories|topic|topics|author|autor|search|archive|archives|page"
    r"|section)(?:/|$)",
    re.IGNORECASE,
)
_OTHER_PATH = re.compile(
    r"/(?:product|products|shop|store|p|dp|item|forum|forums|thread|threads|viewtopic|docs?|documentation"
    r"|reference|api|manual|"
    r"services?|pricing|about|contact|jobs|collections?|questions)(?:/|$|\.)|showthread|viewtopic",
    re.IGNORECASE,
)


def judge_page_kind(metadata: Metadata, blocks: Sequence[Block], url: str | None) -> str:
    """Return `article`, `index`, `consent_wall`, `error` or `other`."""
    words = sum(len(block.text.split()) for block in blocks if block.kept)
    if words < 120 and metadata.title and _ERROR.search(metadata.title):
        return "error"
    consent = sum(len(block.text.split()) for block in blocks if block.label == "consent")
    if consent > 2 * words and words < 60 and (consent > 40 or _CONSENT.search(metadata.title or "")):
        return "consent_wall"
    score = _markup_score(metadata) + _address_score(url or metadata.canonical_url) + _prose_score(blocks)
    if score > 0:
        return "article"
    return "index" if _looks_index(metadata, blocks, url) else "other"


def _markup_score(metadata: Metadata) -> float:
    score = 0.0
    if metadata.schema_types & (ARTICLE_TYPES - {"review", "discussionforumposting"}):
        score += 2.0
    if metadata.og_type == "article":
        score += 1.0
    elif metadata.og_type and metadata.og_type != "website":
        score -= 1.0
    if metadata.schema_types & _OTHER_TYPES:
        score -= 1.5
    if metadata.schema_types & _INDEX_TYPES:
        score -= 1.5
    if metadata.published_from in ("json-ld", "meta", "time"):
        score += 1.0
    return score + (0.7 if metadata.authors else 0.0)


def _address_score(url: str | None) -> float:
    if not url:
        return 0.0
    path = urlsplit(url).path
    if path in ("", "/"):
        return -2.0
    score = 1.0 if _ARTICLE_PATH.search(path) else -0.5
    if _INDEX_PATH.search(path):
        score -= 1.5
    return score - (1.5 if _OTHER_PATH.search(path) else 0.0)


def _prose_score(blocks: Sequence[Block]) -> float:
    lengths = [len(block.text.split()) for block in blocks if block.kept]
    if not lengths:
        return -2.0
    prose = sum(length for length in lengths if length >= 25)
    everything = sum(len(block.text.split()) for block in blocks) or 1
    score = 0.8 if prose > 250 else -0.8 if prose < 80 else 0.0
    return score + (0.7 if prose > 0.5 * everything else -0.7 if prose < 0.2 * everything else 0.0)


def _looks_index(metadata: Metadata, blocks: Sequence[Block], url: str | None) -> bool:
    path = urlsplit(url or "").path
    if metadata.schema_types & _INDEX_TYPES or path in ("", "/") or _INDEX_PATH.search(path):
        return True
    short = sum(len(block.text.split()) < 15 for block in blocks)
    return len(blocks) > 40 and short > 0.85 * len(blocks)
