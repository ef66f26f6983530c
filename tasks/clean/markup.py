"""What a page says of itself in markup, gathered in one pass and still unjudged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import cast

import lxml.html
from lxml import etree

from copydesk.tasks.clean.elements import is_aside, short_text
from copydesk.tasks.clean.jsonld import Node, address_of, main_article, main_page, read_json_ld, types_of
from copydesk.tasks.clean.near import lines_after, lines_before

_HEAD = ("meta", "link", "title", "script", "base", "h1")
_MARKED_TAGS = frozenset({"h1", "time", "amp-timeago"})
_MAY_BE_MARKED = (
    "div", "span", "li", "a", "p", "time", "amp-timeago", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "section", "header", "footer", "figcaption", "address", "small", "strong", "em", "i", "b", "td", "th",
    "dl", "dd", "dt", "label", "abbr", "cite", "font", "meta", "link", "data", "button",
)  # fmt: skip
# Classes of elements that can carry a byline or a date.
_MARKED_CLASS = re.compile("uthor|yline|utor|ublish|date|Date|ime|posted|meta|atum|fecha")
_TYPES = etree.XPath("//@itemtype", smart_strings=False)
# No headline, byline or description is longer; what is longer would keep the patterns busy.
_LONGEST = 4_000


@dataclass(frozen=True)
class Markup:
    """A page's meta elements, links, JSON-LD and marked elements, unjudged."""

    root: lxml.html.HtmlElement
    microdata: bool = True
    """Whether there may be any, or dates in RDFa."""
    language: str | None = None
    title: str = ""
    base: str | None = None
    metas: dict[str, list[str]] = field(default_factory=dict)
    """Contents by lower-case `name`, `property` or `itemprop`, in order."""
    links: dict[str, list[str]] = field(default_factory=dict)
    """Addresses by lower-case `rel`, in order."""
    headings: tuple[lxml.html.HtmlElement, ...] = ()
    """The h1 elements, those in sidebars and lists of other articles only where there are no others."""
    types: frozenset[str] = frozenset()
    """The types of the page's JSON-LD and microdata, in lower case."""
    nodes: tuple[Node, ...] = ()
    """Typed JSON-LD nodes."""
    article: Node = field(default_factory=dict)
    """The JSON-LD node of the page's own article, empty where there is none."""
    page: Node = field(default_factory=dict)
    """The JSON-LD node of the web page, empty where there is none."""

    @cached_property
    def marked(self) -> tuple[lxml.html.HtmlElement, ...]:
        """Elements that may carry a byline or a date, and h1, in document order; searched when asked for."""
        found: list[lxml.html.HtmlElement] = []
        for element in self.root.iter(*_MAY_BE_MARKED):
            names, tag = element.get("class"), element.tag
            if (
                (names is not None and _names_author_or_date(names))
                or tag in _MARKED_TAGS
                or (tag == "a" and element.get("rel") == "author")
                or (self.microdata and _in_microdata(element))
            ):
                found.append(element)
        return tuple(found)

    @cached_property
    def lines_after(self) -> tuple[str, ...]:
        """The short lines that follow the headline, nearest first; searched when asked for."""
        return tuple(lines_after(self.root, self.headings))

    @cached_property
    def lines_before(self) -> tuple[str, ...]:
        """The short lines that stand before the headline, nearest first; searched when asked for."""
        return tuple(lines_before(self.headings))

    @cached_property
    def around(self) -> dict[lxml.html.HtmlElement, int]:
        """The headline's element and those that it lies in, by their steps from it; empty without one."""
        own = self.headings[0] if self.headings else None
        return {} if own is None else {one: step for step, one in enumerate((own, *own.iterancestors()))}

    def away(self, element: lxml.html.HtmlElement) -> int:
        """Return how far above the headline the nearest element lies that holds both of them."""
        levels = self.around
        return next((levels[one] for one in element.iterancestors() if one in levels), len(levels))

    def first(self, *names: str) -> str | None:
        """Return the first meta content under the first of the names that has one."""
        return next((value for name in names for value in self.metas.get(name, ())), None)

    @property
    def addresses(self) -> Iterator[str]:
        """The addresses that the page gives for itself, the most trustworthy first."""
        yield from self.links.get("canonical", ())
        yield from self.metas.get("og:url", ())
        for node, key in ((self.article, "mainEntityOfPage"), (self.article, "url"), (self.page, "url")):
            address = address_of(node.get(key))
            if address:
                yield address


def read_markup(root: lxml.html.HtmlElement, microdata: bool = True) -> Markup:
    """Gather what a parsed page says of itself; without `microdata` there is none, nor RDFa, to look for."""
    found = _Gathered()
    for element in root.iter(*_HEAD):
        found.add(element)
    nodes = read_json_ld(found.scripts)
    own = _own_headings(found.headings)
    shown = [short_text(element) for element in own[:3]]
    shown += [value for name in ("og:title", "twitter:title") for value in found.metas.get(name, ())]
    types = {name for node in nodes for name in types_of(node)}
    if microdata:
        addresses = cast("list[str]", _TYPES(root))
        types.update(address.rstrip("/").rsplit("/", 1)[-1].lower() for address in addresses)
    return Markup(
        root=root,
        microdata=microdata,
        language=_language(root),
        title=found.titles[0] if found.titles else "",
        base=found.base,
        metas=found.metas,
        links=found.links,
        headings=own,
        types=frozenset(types),
        nodes=tuple(nodes),
        article=main_article(nodes, shown) or {},
        page=main_page(nodes) or {},
    )


@dataclass(slots=True)
class _Gathered:
    """What one pass over the page has found so far."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[lxml.html.HtmlElement] = field(default_factory=list)
    base: str | None = None

    def add(self, element: lxml.html.HtmlElement) -> None:
        """Take what one of the elements of `_HEAD` says."""
        tag = element.tag
        if tag == "meta":
            _add_meta(self.metas, element)
        elif tag == "link":
            _add_link(self.links, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                self.scripts.append(element.text)
        elif tag == "base":
            self.base = self.base or element.get("href")
        elif tag == "h1":
            self.headings.append(element)
        elif element.text:
            self.titles.append(" ".join(element.text[:_LONGEST].split()))


def _in_microdata(element: lxml.html.HtmlElement) -> bool:
    return element.get("itemprop") is not None or ":date" in element.get("property", "")


@lru_cache(maxsize=16_384)
def _names_author_or_date(names: str) -> bool:
    return _MARKED_CLASS.search(names) is not None


def _add_link(links: dict[str, list[str]], element: lxml.html.HtmlElement) -> None:
    address = element.get("href")
    for rel in (element.get("rel") or element.get("itemprop") or "").lower().split() if address else ():
        links.setdefault(rel, []).append(address.strip())


def _own_headings(headings: list[lxml.html.HtmlElement]) -> tuple[lxml.html.HtmlElement, ...]:
    first = headings[:20]
    return tuple([element for element in first if not is_aside(element)] or first)


def _language(root: lxml.html.HtmlElement) -> str | None:
    names = ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang")
    return next((value for name in names if (value := root.get(name))), None)


def _add_meta(metas: dict[str, list[str]], element: lxml.html.HtmlElement) -> None:
    content = " ".join((element.get("content") or element.get("value") or "")[:_LONGEST].split())
    if not content:
        return
    for name in {
        element.get("name"),
        element.get("property"),
        element.get("itemprop"),
        element.get("http-equiv"),
    }:
        if name:
            metas.setdefault(name.strip().lower(), []).append(content)
