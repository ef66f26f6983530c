"""Ill-formed XML of feeds and sitemaps made well formed: what is open is closed where it must end."""

from __future__ import annotations

import re
from html.entities import html5
from itertools import islice

_MARK = re.compile("[<&]")
_CHARACTERS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|&(?P<name>[A-Za-z][A-Za-z0-9]{1,31});"
    r"|&(?!#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)",
    re.DOTALL,
)
_NAME = r"[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?"
_ATTRIBUTE = re.compile(rf"(?<![^\s\"'])({_NAME})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=]+))")
_MARKUP = re.compile(
    r"<!--.*?(?P<comment>-->|\Z)|<!\[CDATA\[.*?(?P<data>\]\]>|\Z)|<\?.*?(?P<instruction>\?>|\Z)"
    rf"|<(?P<end>/?)(?P<name>{_NAME})(?P<rest>[^<>]*)(?P<closed>>?)|<",
    re.DOTALL,
)
_XML_NAMES = {"amp", "lt", "gt", "quot", "apos"}
# An inline element that nobody closed must not swallow the entries that follow.
_ENTRIES = {"item", "entry"}
_WALLS = _ENTRIES | {"channel", "feed", "rss", "rdf", "url", "sitemap", "urlset", "sitemapindex"}
_DEEPEST = 200
"""libxml2 reads no deeper than 256."""
_MOST_MARKS = 2_000_000
_LONGEST_TAG = 200_000


def first_marks(text: str) -> str:
    """Return as much of a text as can be mended in bounded memory: two million tags and entities."""
    if text.count("<") + text.count("&") <= _MOST_MARKS:
        return text
    return text[: next(islice(_MARK.finditer(text), _MOST_MARKS, None)).start()]


def known_characters(text: str) -> str:
    """Return XML with HTML's named characters as such and every other ampersand escaped, CDATA untouched.

    With no document type XML itself knows five names.
    """
    return _CHARACTERS.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found[0].startswith("<"):
        return found[0]
    name = found["name"]
    if name in _XML_NAMES:
        return found[0]
    # Two of HTML's names stand for markup under another spelling.
    known = html5.get(f"{name};") if name else None
    return known if known and known not in "<>&" else "&amp;" + found[0][1:]


def balanced(text: str) -> str:
    """Return XML in which every element that opens closes, in the right order.

    An end without a beginning is dropped, a lone `<` is text, an entry that begins within another ends it.
    """
    parts: list[str] = []
    opened: list[str] = []
    place = 0
    for found in _MARKUP.finditer(text):
        parts.append(text[place : found.start()])
        parts.append(_piece(found, opened))
        place = found.end()
    return "".join([*parts, text[place:], *(f"</{name}>" for name in reversed(opened))])


def _piece(found: re.Match[str], opened: list[str]) -> str:
    if found["name"] is None:
        return _other(found)
    if found["end"]:
        return _close(found["name"], opened)
    rest = found["rest"]
    if not found["closed"] or len(rest) > _LONGEST_TAG:
        # A tag that another one cuts off.
        return "&lt;" + found[0][1:].replace("<", "&lt;")
    tag = f"<{found['name']}{_attributes(rest)}"
    if rest.endswith("/"):
        return tag + "/>"
    before = _close_entry(opened) if _local(found["name"]) in _ENTRIES else ""
    if len(opened) >= _DEEPEST:
        return ""
    opened.append(found["name"])
    return f"{before}{tag}>"


def _attributes(rest: str) -> str:
    """What a tag says after its name, each attribute once and in quotes."""
    if "=" not in rest:
        return ""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        values.setdefault(name, (double or single or bare).replace('"', "&quot;"))
    return "".join(f' {name}="{value}"' for name, value in values.items())


def _other(found: re.Match[str]) -> str:
    piece = found[0]
    if piece == "<":
        return "&lt;"
    if piece.startswith("<![CDATA["):
        return piece if found["data"] else piece + "]]>"
    # Comments and instructions say nothing; "--" within one is forbidden besides.
    return ""


def _close(name: str, opened: list[str]) -> str:
    """The ends of all that was opened within `name`, and its own; nothing where it is not open here."""
    wall = _local(name) in _WALLS
    for place in range(len(opened) - 1, -1, -1):
        if opened[place] == name:
            ends = "".join(f"</{inner}>" for inner in reversed(opened[place:]))
            del opened[place:]
            return ends
        if not wall and _local(opened[place]) in _WALLS:
            break
    return ""


def _close_entry(opened: list[str]) -> str:
    for name in opened:
        if _local(name) in _ENTRIES:
            return _close(name, opened)
    return ""


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
