"""Sitemaps: the addresses that a site lists of itself, and what news sitemaps say of its articles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from copydesk.tasks.address import absolute_url
from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.markup import bare_xml, decoded, fault_of, repaired
from copydesk.tasks.fetch.unpack import unpacked

MOST_BYTES = 50 << 20
MOST_ADDRESSES = 50_000
"""Both as sitemaps.org allows a file."""
_MOST_BETWEEN = 200_000
"""Elements between two addresses: they pile up in memory."""
_LONGEST_VALUE = 2_000
_XML_SPACE = " \t\r\n\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page that a sitemap lists."""

    url: str
    lastmod: str | None = None
    """As it stands there."""
    entry: FeedEntry | None = None
    """Where it is a news sitemap."""


@dataclass(frozen=True, slots=True)
class SitemapChild:
    """A sitemap that an index lists."""

    url: str
    lastmod: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap, an index or a plain list of addresses holds."""

    pages: tuple[SitemapPage, ...] = ()
    children: tuple[SitemapChild, ...] = ()
    problems: tuple[str, ...] = ()
    """What was wrong with it, or cut; what could be read is there all the same."""


@dataclass(slots=True)
class _Found:
    url: str
    pages: list[SitemapPage] = field(default_factory=list)
    children: list[SitemapChild] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def add(self, kind: str, values: dict[str, str]) -> bool:
        """Take one `<url>` or `<sitemap>`; False where the file is full."""
        address = absolute_url(values.get("loc", "").strip(_XML_SPACE), self.url)
        if address is None:
            return True
        if len(self.seen) >= MOST_ADDRESSES:
            self.problems.append(f"more than {MOST_ADDRESSES} addresses: the rest is left out")
            return False
        if address in self.seen or (kind == "sitemap" and address == self.url):
            return True
        self.seen.add(address)
        lastmod = values.get("lastmod") or None
        if kind == "sitemap":
            self.children.append(SitemapChild(address, lastmod))
        else:
            self.pages.append(SitemapPage(address, lastmod, _news_entry(address, self.url, values)))
        return True


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """Read a sitemap, a sitemap index, a news sitemap or a list of addresses, gzipped or not.

    Broken XML is read as far as it goes, wrong namespaces are no matter, entities are never resolved.
    `url` is the file's own address, against which relative addresses are read. Raises nothing.
    """
    inner, problem = unpacked(body, MOST_BYTES)
    found = _Found(url, problems=[problem] if problem else [])
    text = decoded(inner)
    if text.lstrip(_XML_SPACE)[:1] == "<":
        _read_xml(bare_xml(text), found)
    else:
        for line in text.splitlines():
            if line.strip()[:4].lower() == "http" and not found.add("url", {"loc": line}):
                break
    if not found.seen and not found.problems:
        found.problems.append("no addresses: neither a sitemap nor a list of them")
    return Sitemap(tuple(found.pages), tuple(found.children), tuple(found.problems))


def _read_xml(text: str, found: _Found) -> None:
    fault = fault_of(text)
    if fault:
        found.problems.append(f"no well-formed XML: {fault}; read as far as it can be repaired")
        text = repaired(text)
    try:
        for kind, values in _records(text.encode("utf-8", "replace")):
            if not found.add(kind, values):
                return
    except etree.XMLSyntaxError as error:
        found.problems.append(f"read up to {error}")


def _records(body: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    steps = etree.iterparse(
        io.BytesIO(body),
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    between = 0
    for _, element in steps:
        kind = _name(element)
        between += 1
        if between > _MOST_BETWEEN:
            return
        if kind in ("url", "sitemap"):
            between = 0
            yield kind, _values(element)
            element.clear()
            # What was read would pile up under the root.
            parent = element.getparent()
            while parent is not None and (before := element.getprevious()) is not None:
                parent.remove(before)


def _values(element: etree._Element) -> dict[str, str]:
    """The values that say something of the page itself: its own, and those of its news."""
    values: dict[str, str] = {}
    for child in element:
        name = _name(child)
        if name == "news":
            for inner in child.iter():
                if inner is not child and not len(inner):
                    _put(values, f"news:{_name(inner)}", inner)
            values.setdefault("news", "")
        else:
            _put(values, name, child)
    return values


def _put(values: dict[str, str], name: str, element: etree._Element) -> None:
    text = (element.text or "").strip(_XML_SPACE)
    if text and name not in values:
        values[name] = text[:_LONGEST_VALUE] if name != "loc" else text


def _name(element: etree._Element) -> str:
    """The element's name without namespace or prefix, which sitemaps get wrong in many ways."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _news_entry(address: str, url: str, values: dict[str, str]) -> FeedEntry | None:
    if "news" not in values:
        return None
    keywords = (word.strip() for word in values.get("news:keywords", "").split(","))
    return FeedEntry(
        url=address,
        feed_url=url,
        title=" ".join(values.get("news:title", "").split()) or None,
        published=values.get("news:publication_date"),
        updated=values.get("lastmod"),
        tags=tuple(dict.fromkeys(word for word in keywords if word)),
        language=values.get("news:language"),
        feed_title=values.get("news:name"),
    )
