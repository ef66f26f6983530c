"""What a fetched document is: by its content first, by its declared type and address second."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from copydesk.tasks.address import parsed_url
from copydesk.tasks.fetch.markup import decoded
from copydesk.tasks.fetch.unpack import GZIP, unpacked

DocumentKind = Literal["feed", "sitemap", "html", "urls", "warc", "text", "other"]

_HEAD_BYTES = 64 << 10
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TELLING = re.compile(
    r"<(?:[A-Za-z][\w.-]*:)?(?P<feed>rss|feed|RDF|channel)(?=[\s>/])"
    r"|<(?:[A-Za-z][\w.-]*:)?(?P<sitemap>urlset|sitemapindex)(?=[\s>/])"
    r"|<(?P<html>html|head|body|title|meta|link|script|style|div|p|h1|article|table|br|a|img)(?=[\s>/])",
    re.IGNORECASE,
)
_PAGE_TYPE = re.compile(r"<!DOCTYPE\s+html\b", re.IGNORECASE)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.IGNORECASE)
_JSON_LIKE_FEED = re.compile(r'"(?:items|home_page_url|feed_url)"\s*:')
_ARCHIVES = (b"WARC/", b"filedesc://")
_BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"RIFF",
    b"\x28\xb5\x2f\xfd",
    b"PAR1",
)
_LINES_READ = 200


def document_kind(body: bytes, content_type: str | None, url: str) -> DocumentKind:
    """Return what `body` is; `other` for what no reader here takes. Total, and fast whatever the size.

    A gzip file counts as what it holds where that is a list of some kind (feed, sitemap, addresses) or a
    web archive.
    """
    head = body[:_HEAD_BYTES]
    packed = head.startswith(GZIP)
    if packed:
        head = unpacked(head, _HEAD_BYTES)[0]
    if head.startswith(_ARCHIVES):
        return "warc"
    if head.startswith(_BINARY):
        return "other"
    kind = _kind_of_text(decoded(head, content_type), content_type, url)
    return "other" if packed and kind in ("html", "text") else kind


def _kind_of_text(head: str, content_type: str | None, url: str) -> DocumentKind:
    text = head.lstrip("\ufeff \t\r\n")
    if not text:
        return "other"
    if text[0] in "{[":
        return _kind_of_json(text, content_type)
    telling = _TELLING.search(_COMMENT.sub("", text))
    if telling and not _starts_with_addresses(text):
        return _kind_of_markup(telling)
    if _PAGE_TYPE.match(text):
        return "html"
    return "urls" if _are_addresses(text) else _kind_of_bare_text(text, content_type, url)


def _kind_of_markup(telling: re.Match[str]) -> DocumentKind:
    if telling["feed"]:
        return "feed"
    return "sitemap" if telling["sitemap"] else "html"


def _kind_of_json(text: str, content_type: str | None) -> DocumentKind:
    if _JSON_FEED.search(text[:4_000]):
        return "feed"
    declared = "feed+json" in (content_type or "").lower()
    return "feed" if _JSON_LIKE_FEED.search(text) and (declared or '"title"' in text) else "other"


def _kind_of_bare_text(text: str, content_type: str | None, url: str) -> DocumentKind:
    """What markup-free text is: plain text unless the server calls it a page."""
    if text.count("\ufffd") + text.count("\x00") > len(text) // 20:
        return "other"
    declared = (content_type or "").partition(";")[0].strip().lower()
    if declared in ("text/html", "application/xhtml+xml"):
        return "html"
    if declared.startswith("text/") or not declared:
        return "text"
    return "text" if _path(url).endswith((".txt", ".text", ".md")) else "other"


def _path(url: str) -> str:
    """Return an address's path in lower case, "" where it has none that can be read."""
    try:
        return urlsplit(url).path.lower()
    except ValueError:
        return ""


def _starts_with_addresses(text: str) -> bool:
    return text[:8].lower().startswith(("http://", "https://")) and _are_addresses(text)


def _are_addresses(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines()[: _LINES_READ + 1]]
    # The head may end within a line; comments are common in hand-kept lists.
    told = [line for line in lines[:_LINES_READ] if line and not line.startswith("#")]
    return bool(told) and all(
        line[:8].lower().startswith(("http://", "https://"))
        and " " not in line
        and parsed_url(line) is not None
        for line in told
    )
