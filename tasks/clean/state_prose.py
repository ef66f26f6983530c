"""Prose out of what a state holds: paragraphs of an HTML string, of plain text, of a tree of rich text."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.limits import refuse_excess

Line = tuple[str, bool]
"""A paragraph without line breaks, and whether it is a heading."""

_BLOCKS = (
    *("p", "div", "section", "article", "li", "ul", "ol", "blockquote", "table", "tr", "pre", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "main"),
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BESIDE = (
    *("script", "style", "figure", "figcaption", "aside", "nav", "iframe", "button", "form", "svg", "select"),
    *("noscript", "video", "audio", "footer"),
)
_CAPTION = re.compile(r"caption|credit|photo", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:/?(?:p|div|h[1-6]|ul|li|blockquote|section|article)\b|br\b)", re.IGNORECASE)
_BREAK, _HEADING = "\x1e", "\x1d"
_LONGEST = 1_000_000
_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)|[。！？।۔؟]")
_LONG_LINE = 40
_DEEPEST = 40
# What holds the text of an item of rich text, the likeliest first.
_TEXT_KEYS = (
    *("text", "value", "content", "html", "children", "body", "paragraph", "paragraphs", "data", "nodes"),
    *("items", "props", "content_elements", "contents", "attrs", "model", "blocks", "copy", "richText"),
)
APART = re.compile(
    r"comment|related|recommend|teaser|footer|header|menu|\bnav|sidebar|translation|i18n|locale|message"
    r"|dictionar|label|intl|consent|cookie|config|most_?read|popular|trending|\bads?\b|promo|newsletter|latest"
    r"|\bauthors?\b|\bbio|caption|description|summary|excerpt|\bcss|style|script|\bsvg|terms|privacy|legal"
    r"|policy|query|disclaimer|schema|\balt\b|credit|polyfill|template|fragment|layout|site_?service",
    re.IGNORECASE,
)
"""Names of what is no copy wherever it stands: interface, other stories, readers."""
_OTHER_ITEM = re.compile(
    r"image|photo|picture|galler|video|audio|podcast|embed|\bads?\b|advert|related|newsletter|promo|caption"
    r"|script|link_list|interstitial|social|media|button|divider|slot|author",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"text(?:node)?|a|link|hyperlink|strong|em|b|i|u|span|bold|italic|mark|sup|sub", re.IGNORECASE
)
_TITLE_KEYS = ("title", "headline", "headlines")
_ADDRESS_KEYS = ("url", "slug", "href", "link", "canonical_url", "website_url", "permalink", "uri", "path")


def lines_of(source: str) -> list[Line]:
    """Return the paragraphs of a string: of HTML, escaped or not, or of plain text."""
    if len(source) > _LONGEST:
        return []
    text = html.unescape(source) if "&lt;p" in source else source
    if _MARKUP.search(text):
        return _of_fragment(text)
    if "<" in text or "&" in text:
        text = _soup(text).get_text()
    return [(line, False) for raw in text.splitlines() if (line := " ".join(raw.split()))]


def _of_fragment(fragment: str) -> list[Line]:
    try:
        refuse_excess(fragment.encode("utf-8", "replace"))
    except RejectedInputError:
        return []
    soup = _soup(fragment)
    for tag in soup.find_all(_BESIDE):
        tag.decompose()
    for tag in soup.find_all(class_=_CAPTION):
        if not tag.decomposed and len(tag.get_text()) < 400:
            tag.decompose()
    for tag in soup.find_all("br"):
        tag.replace_with(_BREAK)
    for tag in soup.find_all(_BLOCKS):
        tag.insert_before(_BREAK + _HEADING if tag.name in _HEADINGS else _BREAK)
        tag.insert_after(_BREAK)
    return _lines(soup.get_text())


def _lines(text: str) -> list[Line]:
    return [
        (line, part.startswith(_HEADING))
        for part in text.split(_BREAK)
        if (line := " ".join(part.lstrip(_HEADING).split()))
    ]


def _soup(fragment: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(fragment.replace("\0", ""), "lxml")


def prose_length(lines: list[Line]) -> int:
    """Return the characters that stand in paragraphs of sentences."""
    return sum(len(text) for text, head in lines if not head and len(text) >= _LONG_LINE and _reads(text))


def _reads(text: str) -> bool:
    letters = sum(map(str.isalpha, text[:400]))
    return letters > 0.6 * len(text[:400]) and (
        _SENTENCE.search(text) is not None or (not text.isascii() and len(text) > 200)
    )


def lines_of_list(items: list[Any], references: Mapping[str, str], inline: bool = False) -> list[Line]:
    """Return the paragraphs of a list of strings, or of objects each of which holds one somewhere."""
    text = _text_of_list(items, references, inline, _DEEPEST)
    found: list[Line] = []
    for part in text.split(_BREAK):
        lines = lines_of(part.lstrip(_HEADING)) if part.strip() else []
        found += [(line, True) for line, _ in lines] if part.startswith(_HEADING) else lines
    return found


def _text_of_list(items: list[Any], references: Mapping[str, str], inline: bool, left: int) -> str:
    if len(items) == 4 and items[0] == "$" and isinstance(items[3], dict):  # a React element
        return _text_of(items[3], references, left - 1)
    joined: list[str] = []
    for item in items:
        text = _text_of(item, references, left - 1)
        if not text:
            continue
        if inline if isinstance(item, str) else _is_inline(item):
            joined.append(text)
        else:
            joined.append(f"{_BREAK}{_HEADING if _is_heading(item) else ''}{text}{_BREAK}")
    return "".join(joined)


def _text_of(value: Any, references: Mapping[str, str], left: int) -> str:
    if left < 0:
        return ""
    if isinstance(value, str):
        return references.get(value, value)
    if isinstance(value, list):
        return _text_of_list(value, references, True, left)
    if not isinstance(value, dict) or _is_other(value):
        return ""
    for key in _TEXT_KEYS:
        if key in value and (text := _text_of(value[key], references, left - 1)):
            return text
    return _text_within(value, references, left)


def _text_within(value: dict[str, Any], references: Mapping[str, str], left: int) -> str:
    """Return the text of an object that has it under names of its own: what it holds, and its sentences."""
    parts = []
    for key, inner in value.items():
        if APART.search(str(key)):
            continue
        text = _text_of(inner, references, left - 1) if isinstance(inner, str | list | dict) else ""
        if text and (not isinstance(inner, str) or (len(text) >= _LONG_LINE and _reads(text))):
            parts.append(f"{_BREAK}{text}{_BREAK}")
    return "".join(parts)


def _kind(item: dict[str, Any]) -> str:
    found = next(
        (item[key] for key in ("type", "_type", "nodeType", "__typename", "kind") if key in item), ""
    )
    return found if isinstance(found, str) else ""


def _is_other(item: dict[str, Any]) -> bool:
    """Whether an item is a picture, an advertisement or another story, not a paragraph."""
    if _OTHER_ITEM.search(_kind(item)):
        return True
    return any(item.get(key) for key in _TITLE_KEYS) and has_address(item)


def has_address(item: Mapping[str, Any]) -> bool:
    """Whether an object names an address of its own, as stories do and paragraphs do not."""
    return any(item.get(key) for key in _ADDRESS_KEYS)


def _is_inline(item: Any) -> bool:
    if isinstance(item, list):
        return len(item) == 4 and item[0] == "$" and _INLINE.fullmatch(str(item[1])) is not None
    if not isinstance(item, dict):
        return False
    kind = _kind(item)
    if kind.lower() == "text":  # a leaf of rich text, or Arc's paragraph
        leaf = isinstance(item.get("text", item.get("value")), str)
        return leaf and not any(key in item for key in ("content", "_id", "id"))
    return (
        _INLINE.fullmatch(kind) is not None if kind else isinstance(item.get("text"), str) and len(item) < 4
    )


def _is_heading(item: Any) -> bool:
    if isinstance(item, list):
        return len(item) == 4 and item[0] == "$" and item[1] in _HEADINGS
    return isinstance(item, dict) and "head" in _kind(item).lower()
