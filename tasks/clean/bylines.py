"""Bylines that a page shows its readers: marked up, linked, or on a line of their own near the headline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import lxml.html

from copydesk.tasks.clean.byline_words import BEGINS, BY, GROUP, LABEL, NAMED
from copydesk.tasks.clean.elements import is_aside, short_text
from copydesk.tasks.clean.jsonld import text_of
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.names import clean_authors, is_full_name, names_in_byline
from copydesk.tasks.clean.squash import squash

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|s)?|autor[ei]|auteurs?|forfatter|skribent|redakteur(?:in)?|profiles?"
    r"|staff|journalists?|journalisten|writers?|columnists?|contributors?|reporters?|users?|u|firmas?)"
    r"/(?:[^/?#]+/){0,2}?([^/?#]+?)(?:\.html?|,\d+)?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
# Sought first, since most links lead elsewhere and the whole pattern is slow to say so.
_MAY_BE_AUTHORS = re.compile("/(?:aut|prof|staff|jour|writ|colu|cont|repo|user|u/|redak|forf|skri|firma)")
_MOST_LINKED = 10
# Each is searched, and elements of a hostile page stand within one another.
_MOST_MARKED = 2_000
_NEAREST_LINES = 15


def shown_authors(markup: Markup, outlet: frozenset[str]) -> tuple[str, ...]:
    """Return the authors that the page shows, () where it shows none but the outlet."""
    for find in (_itemprops, author_links):
        people = _others(clean_authors(find(markup), outlet), outlet)
        if people:
            return people
    for line in _bylines(markup):
        people = _others(names_in_byline(line), outlet)
        if people:
            return people
    return _others(_signed_in_lead(markup), outlet)


def _others(names: tuple[str, ...], outlet: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if squash(name) not in outlet)


def _itemprops(markup: Markup) -> list[str]:
    found: list[str] = []
    for element in markup.marked[:_MOST_MARKED]:
        if "author" in (element.get("itemprop") or "").split() and not is_aside(element):
            named = element.xpath(".//*[@itemprop='name']")
            inner = named[0] if named else element
            found.append(inner.get("content") or short_text(inner, 120))
    return found


def author_links(markup: Markup, stated: bool = False) -> list[str]:
    """Return the names in the links that lead to authors and stand together nearest to the headline.

    Such links say so (`rel=author`), or, unless only those that are `stated` count, they lead to a page of
    authors that is called by the name in them.
    """
    near: dict[int, dict[str, str]] = {}
    apart: dict[str, str] = {}
    for link in markup.root.iter("a"):
        if stated and link.get("rel") is None:
            continue
        name = _linked_name(link, stated)
        if name and is_aside(link):
            apart.setdefault(squash(name), name)
        elif name:
            near.setdefault(markup.away(link), {}).setdefault(squash(name), name)
    if near:
        return list(near[min(near)].values())[:_MOST_LINKED]
    # A list of other articles has the links of other authors: one name alone can be this one's.
    return list(apart.values()) if len(apart) == 1 else []


def _linked_name(link: lxml.html.HtmlElement, stated: bool) -> str | None:
    says_so = "author" in (link.get("rel") or "").lower().split()
    page = None if says_so or stated else _author_page(link.get("href") or "")
    if not says_so and not page:
        return None
    name = BY.sub("", short_text(link, 80)).strip(" ,:|&")
    if not is_full_name(name) or (page and not _is_called(page[1], name)):
        return None
    return name


def _author_page(address: str) -> re.Match[str] | None:
    return _AUTHOR_PAGE.search(address) if _MAY_BE_AUTHORS.search(address) else None


def _is_called(slug: str, name: str) -> bool:
    """Whether an address is made of the words of a name."""
    letters = re.sub(r"\W", "", slug.lower())
    folded = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = [re.sub(r"\W", "", word) for word in folded.split()]
    return sum(len(word) > 1 and word in letters for word in words) >= 2


def _bylines(markup: Markup) -> Iterator[str]:
    """Yield what may be bylines: elements named so, then short lines near the headline that begin so."""
    apart: list[str] = []
    for element in markup.marked:
        names = f"{element.get('class') or ''} {element.get('rel') or ''}"
        if element.tag not in ("h1", "time", "meta") and NAMED.search(names):
            text = short_text(element, 140)
            if 3 < len(text) < 140:
                if is_aside(element):
                    apart.append(text)
                else:
                    yield text
    lines = markup.lines_after[:40]
    for line, following in zip(lines, (*lines[1:], ""), strict=False):
        if BEGINS.search(line):
            yield line
        elif LABEL.fullmatch(line):
            yield f"by {following}"
    yield from (line for line in (*markup.lines_before[:4], *apart) if BEGINS.search(line))


def _signed_in_lead(markup: Markup) -> tuple[str, ...]:
    """The names on a line above the copy that the description, which is the copy's beginning, has too."""
    lead = squash(text_of(markup.first("og:description", "description")) or "")
    for line in markup.lines_after[:_NEAREST_LINES] if lead else ():
        names = [name.strip() for name in re.split(r"[/,;&]| and ", line)]
        if all(map(is_full_name, names)) and not GROUP.search(line) and f" {squash(line)} " in f" {lead} ":
            return tuple(names)
    return ()
