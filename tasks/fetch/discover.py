"""A site's home page: which feeds and sitemaps it names, and where they usually are."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, SoupStrainer, Tag, XMLParsedAsHTMLWarning

from copydesk.tasks.address import absolute_url, parsed_url, registered_domain
from copydesk.tasks.fetch.markup import decoded

_FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/xml",
    "text/xml",
    "application/json",
)
_SURE_TYPES = _FEED_TYPES[:4]
_FEED_ADDRESS = re.compile(
    r"(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:[_-]?[12]0?)?(?:\.(?:xml|rss|rdf|atom|php|aspx?|json))?/?$"
    r"|\.(?:rss|atom|rdf)$|/(?:rss|feeds?)/[^/]+(?:\.(?:xml|rss))?/?$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comment|kommentar|comentario|commentaire|/replies\b|oembed|wp-json", re.IGNORECASE)
_FEED_HOSTS = (
    "feeds.feedburner.com",
    "feedproxy.google.com",
    "rss.app",
    "feedpress.me",
    "feeds.megaphone.fm",
)
_GUESSED_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
_GUESSED_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/sitemap_news.xml")
_HTML_BYTES = 2 << 20
_MOST = 50


@dataclass(frozen=True, slots=True)
class Discovered:
    """Addresses, absolute, the likelier first."""

    feeds: tuple[str, ...] = ()
    """Named by the page, comments' feeds left out."""
    sitemaps: tuple[str, ...] = ()
    """Named by the page; robots.txt, which names them more often, is not looked at here."""
    guessed_feeds: tuple[str, ...] = ()
    """Where sites that name none often have one."""
    guessed_sitemaps: tuple[str, ...] = ()


def discover(html: bytes, url: str) -> Discovered:
    """Return the feeds and sitemaps that a page names, and guesses; raises nothing.

    `url` is the page's own address. Of links in the text only those of the same registered domain, or of
    a host of feeds, count.
    """
    # BeautifulSoup fails on encodings of impossible names; the addresses are ASCII in nearly all.
    text = decoded(html[:_HTML_BYTES])
    strainer = SoupStrainer(["base", "link", "a"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(text, "lxml", parse_only=strainer)
    base_tag = soup.find("base", href=True)
    base = (absolute_url(_word(base_tag, "href"), url) if isinstance(base_tag, Tag) else None) or url
    links = [tag for tag in soup.find_all("link", href=True) if isinstance(tag, Tag)]
    anchors = (tag for tag in soup.find_all("a", href=True) if isinstance(tag, Tag))
    feeds = [*_feeds_of_links(links, base), *_feeds_of_anchors(anchors, base, url)]
    sitemaps = (absolute_url(_word(tag, "href"), base) for tag in links if "sitemap" in _relations(tag))
    return Discovered(
        feeds=_distinct(feeds, url),
        sitemaps=_distinct((address for address in sitemaps if address), url),
        guessed_feeds=_guesses(_GUESSED_FEEDS, url),
        guessed_sitemaps=_guesses(_GUESSED_SITEMAPS, url),
    )


def _feeds_of_links(links: list[Tag], base: str) -> Iterator[str]:
    for tag in links:
        relations = _relations(tag)
        kind = _word(tag, "type").partition(";")[0].strip().lower()
        address = absolute_url(_word(tag, "href"), base)
        if address is None or not relations & {"alternate", "feed", "home"}:
            continue
        sure = kind in _SURE_TYPES or ("feed" in relations and not kind)
        if (sure or (kind in _FEED_TYPES and _looks_like_feed(address))) and not _is_of_comments(
            tag, address
        ):
            yield address


def _feeds_of_anchors(anchors: Iterator[Tag], base: str, url: str) -> Iterator[str]:
    domain = registered_domain(url)
    for tag in anchors:
        address = absolute_url(_word(tag, "href"), base)
        if address is None or _is_of_comments(tag, address):
            continue
        parsed = parsed_url(address)
        if parsed is None:
            continue
        own = _looks_like_feed(address) and registered_domain(address) == domain
        if own or (parsed.hostname in _FEED_HOSTS and len(parsed.pathname) > 1):
            yield address


def _looks_like_feed(address: str) -> bool:
    parsed = parsed_url(address)
    return parsed is not None and (
        _FEED_ADDRESS.search(parsed.pathname) is not None
        or re.search(r"[?&](?:feed|format|output)=(?:rss|atom|feed|json)", parsed.search) is not None
    )


def _is_of_comments(tag: Tag, address: str) -> bool:
    return _COMMENTS.search(address) is not None or _COMMENTS.search(_word(tag, "title")) is not None


def _guesses(paths: tuple[str, ...], url: str) -> tuple[str, ...]:
    return tuple(address for path in paths if (address := absolute_url(path, url)))


def _distinct(addresses: Iterator[str] | list[str], url: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for address in addresses if address != url))[:_MOST]


def _relations(tag: Tag) -> set[str]:
    return set(_word(tag, "rel").lower().split())


def _word(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return (" ".join(value) if isinstance(value, list) else value or "").strip()
