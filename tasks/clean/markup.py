"""What a page says of itself in markup, gathered in one pass and still unjudged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

import lxml.html
from lxml import etree

from copydesk.tasks.clean.elements import is_aside, marked_elements, short_text
from copydesk.tasks.clean.jsonld import Node, address_of, main_article, main_page, read_json_ld, types_of
from copydesk.tasks.clean.near import lines_after, lines_before

_HEAD = ("meta", "link", "title", "script", "base", "h1")
# No headline, byline or description is longer; what is longer would keep the patterns busy.
_LONGEST = 4_000
_TYPES = etree.XPath("//@itemtype")


@dataclass(frozen=True)
class Markup:
    """A page's meta elements, links, JSON-LD and marked elements, unjudged."""

    root: lxml.html.HtmlElement
    language: str | None = None
    title: str = ""
    base: str | None = None
    metas: dict[str, list[str]] = field(default_factory=dict)
    """Contents by lower-case `name`, `property` or `itemprop`, in order."""
    links: dict[str, list[str]] = field(default_factory=dict)
    """Addresses by lower-case `rel`, in order."""
    headings: tuple[lxml.html.HtmlElement, ...] = ()
    """The h1 elements, those in sidebars and lists of other articles only where there are no others."""
    nodes: tuple[Node, ...] = ()
    """Typed JSON-LD nodes."""
    article: Node = field(default_factory=dict)
    """The JSON-LD node of the page's own article, empty where there is none."""
    page: Node = field(default_factory=dict)
    """The JSON-LD node of the web page, empty where there is none."""

    @cached_property
    def marked(self) -> tuple[lxml.html.HtmlElement, ...]:
        """Elements that may carry a byline or a date, and h1, in document order; searched when asked for."""
        return tuple(marked_elements(self.root))

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

    @cached_property
    def types(self) -> frozenset[str]:
        """The types of the page's JSON-LD and microdata, in lower case."""
        types = {name for node in self.nodes for name in types_of(node)}
        addresses = cast("list[str]", _TYPES(self.root))
        return frozenset(
            types | {str(address).rstrip("/").rsplit("/", 1)[-1].lower() for address in addresses}
        )

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


def read_markup(root: lxml.html.HtmlElement) -> Markup:
    """Gather what a parsed page says of itself."""
    metas: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[str] = []
    titles: list[str] = []
    headings: list[lxml.html.HtmlElement] = []
    base: str | None = None
    for element in root.iter(*_HEAD):
        tag = element.tag
        if tag == "meta":
            _add_meta(metas, element)
        elif tag == "link":
            _add_link(links, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag == "base":
            base = base or element.get("href")
        elif tag == "h1":
            headings.append(element)
        elif element.text:
            titles.append(" ".join(element.text[:_LONGEST].split()))
    nodes = read_json_ld(scripts)
    own = _own_headings(headings)
    shown = [short_text(element) for element in own[:3]]
    shown += [value for name in ("og:title", "twitter:title") for value in metas.get(name, ())]
    return Markup(
        root=root,
        language=_language(root),
        title=titles[0] if titles else "",
        base=base,
        metas=metas,
        links=links,
        headings=own,
        nodes=tuple(nodes),
        article=main_article(nodes, shown) or {},
        page=main_page(nodes) or {},
    )


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
