"""What a document that lists pages leads to: the pages, and further documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.discover import discover
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.feeds import read_feed
from copydesk.tasks.fetch.pages import stamp_of
from copydesk.tasks.fetch.seeds import is_home
from copydesk.tasks.fetch.sitemaps import read_sitemap
from copydesk.tasks.fetch.sniff import document_kind


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that a document lists."""

    url: str
    stamp: datetime | None = None
    entry: FeedEntry | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a document."""

    pages: Sequence[Listed] = ()
    links: Sequence[tuple[str, str]] = ()
    """Further documents, as (address, kind)."""
    guesses: Sequence[tuple[str, str]] = ()
    """Where else they mostly are, for when `links` is empty."""
    problems: Sequence[str] = ()


def settled_kind(kind: str, exchange: Exchange) -> str:
    """Return what an answer is: `home`, `feed`, `sitemap`, `list`, `page` or `other`.

    A page's address gives a page, if it gives HTML or text; for all else what came decides.
    """
    if kind == "robots":
        return kind
    found = document_kind(exchange.body, exchange.header("Content-Type"), exchange.url)
    if kind == "page":
        return "page" if found in ("html", "text") else "other"
    if found == "html":
        return "home" if kind == "home" or is_home(exchange.url) else "page"
    if found in ("urls", "text") and kind == "list":
        return "list"
    names = {"urls": "list", "feed": "feed", "sitemap": "sitemap", "text": "page"}
    return names.get(found, "other")


def read_document(kind: str, exchange: Exchange, robots_sitemaps: Sequence[str]) -> Reading:
    """Read a feed, a sitemap, a list of addresses or a home page; never raises for what is in it."""
    if kind == "feed":
        feed = read_feed(exchange.body, exchange.url, exchange.header("Content-Type"))
        entries = [(entry, stamp_of(entry.published, entry.updated)) for entry in feed.entries]
        return Reading([Listed(e.url, stamp, e) for e, stamp in entries], problems=feed.problems)
    if kind in ("sitemap", "list"):
        sitemap = read_sitemap(exchange.body, exchange.url)
        listed = [
            Listed(page.url, stamp_of(page.lastmod, page.entry.published if page.entry else None), page.entry)
            for page in sitemap.pages
        ]
        links = [(child.url, "sitemap") for child in sitemap.children]
        return Reading(listed, links, problems=sitemap.problems)
    found = discover(exchange.body, exchange.url)
    sitemaps = dict.fromkeys((*robots_sitemaps, *found.sitemaps))
    links = [*((url, "feed") for url in found.feeds), *((url, "sitemap") for url in sitemaps)]
    guesses = [
        *((url, "feed") for url in found.guessed_feeds),
        *((url, "sitemap") for url in found.guessed_sitemaps),
    ]
    return Reading(links=links, guesses=guesses)
