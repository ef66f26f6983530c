"""feedparser's reader of well-formed XML, held to limits that keep its time linear."""

from __future__ import annotations

import io
import xml.sax  # What comes here has no document type, hence no entities.
from dataclasses import dataclass, field
from typing import Any
from xml.sax.handler import feature_external_ges, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, InputSource

from feedparser.api import StrictFeedParser

MOST_ENTRIES = 20_000
"""A feed of 300 000 items takes feedparser 20 seconds and 500 MB."""
MOST_ELEMENTS = 500_000
"""Thirty microseconds each."""
_MOST_ATTRIBUTES = 100
_MOST_NAMESPACES = 100
_MOST_TAGS = 100


class _EnoughError(Exception):
    """Ends the reading; what was read stays."""


@dataclass(slots=True)
class ParsedFeed:
    """What feedparser made of a feed: its own dictionaries, to be looked into with care."""

    version: str = ""
    feed: dict[str, Any] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class _Reader(StrictFeedParser):  # type: ignore[misc]
    """feedparser fails on some elements of odd feeds, and compares every tag of an entry with every other."""

    def __init__(self, url: str) -> None:
        super().__init__(url, None, "utf-8")
        # Fragments are only ever read as text; sanitising takes quadratic time on unclosed comments.
        self.sanitize_html = False
        self.resolve_relative_uris = False
        self.elements = 0
        self.faults: list[str] = []

    def startPrefixMapping(self, prefix: str | None, uri: str | None) -> None:  # noqa: N802
        if len(self.namespaces_in_use) < _MOST_NAMESPACES:
            super().startPrefixMapping(prefix, uri)

    def startElementNS(self, name: Any, qname: str | None, attrs: Any) -> None:  # noqa: N802
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise _EnoughError(f"more than {MOST_ELEMENTS} elements: what follows is left out")
        if len(attrs) > _MOST_ATTRIBUTES:
            attrs = AttributesNSImpl({}, {})
        try:
            super().startElementNS(name, qname, attrs)
        except Exception as error:
            self.faults.append(f"<{name[1]}>: {type(error).__name__}: {error}"[:200])
        if len(self.entries) > MOST_ENTRIES:
            del self.entries[MOST_ENTRIES:]
            raise _EnoughError(f"entries after the first {MOST_ENTRIES} are left out")

    def endElementNS(self, name: Any, qname: str | None) -> None:  # noqa: N802
        try:
            super().endElementNS(name, qname)
        except Exception as error:
            self.faults.append(f"</{name[1]}>: {type(error).__name__}: {error}"[:200])

    def _sync_author_detail(self, key: str = "author") -> None:
        # Its own way takes mail addresses of a few domains only out of the name.
        context = self._get_context()
        people, name = dict.get(context, f"{key}s"), dict.get(context, key)
        if people and not people[-1] and name:
            people[-1]["name"] = name

    def _add_tag(self, term: Any, scheme: Any, label: Any) -> None:
        if len(dict.get(self._get_context(), "tags") or ()) < _MOST_TAGS:
            super()._add_tag(term, scheme, label)


def parse_feed(text: str, url: str) -> ParsedFeed:
    """Return what feedparser reads in well-formed XML without a document type.

    `url` is what relative addresses are resolved against. Elements that feedparser fails on are named in
    `problems`. Raises `xml.sax.SAXException` where the XML is not well formed.
    """
    reader = _Reader(url)
    parser = xml.sax.make_parser()  # noqa: S317
    parser.setFeature(feature_namespaces, True)
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(reader)
    parser.setErrorHandler(reader)
    source = InputSource()
    source.setByteStream(io.BytesIO(text.encode("utf-8")))
    problems = []
    try:
        parser.parse(source)
    except _EnoughError as enough:
        problems.append(str(enough))
    if reader.faults:
        problems.append(f"{len(reader.faults)} elements could not be read, the first: {reader.faults[0]}")
    return ParsedFeed(str(reader.version or ""), reader.feeddata, reader.entries, problems)
