"""A newspaper's site on loopback: home page, feed, sitemaps, robots.txt, validators."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.fetch.servers import Site, Visit
from tests.flows.site_copy import Story, story

NEWEST_IN_FEED = 50
NEWEST_IN_NEWS_SITEMAP = 40
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


class Courier:
    """The Wendle Courier: what its site holds, and what of it was asked for."""

    def __init__(self, articles: int = 200, forbidden: int = 2, crawl_delay: float = 0.01) -> None:
        self.stories: dict[int, Story] = {number: story(number) for number in range(articles)}
        self.forbidden = [story(1_000 + number) for number in range(forbidden)]
        self.crawl_delay = crawl_delay
        self.site: Site

    @property
    def address(self) -> str:
        return self.site.url("")

    def asked(self, kind: str = "") -> list[str]:
        """The paths asked for, in order; of `kind` `news` only pages, else all that begin so."""
        return [asked.path for asked in self.site.asked if asked.path.startswith(f"/{kind}")]

    def unconditional(self) -> list[str]:
        """What was asked for without a validator."""
        return [asked.path for asked in self.site.asked if "if-none-match" not in asked.headers]

    def path_of(self, number: int) -> str:
        return f"/news/{self.stories[number].slug}.html"

    def change(self, number: int, sentence: str) -> None:
        """Have a story corrected, as newsrooms do: a sentence more, a new lastmod."""
        old = self.stories[number]
        changed = (*old.paragraphs[:-1], f"{old.paragraphs[-1]} {sentence}")
        self.stories[number] = replace(
            old, paragraphs=changed, modified=datetime.now(UTC) + timedelta(seconds=2)
        )

    def newest(self, most: int) -> list[Story]:
        return sorted(self.stories.values(), key=lambda s: s.published, reverse=True)[:most]

    def content(self, path: str) -> tuple[str, bytes] | None:
        """Return the content type and body at a path."""
        fixed: dict[str, Callable[[], tuple[str, bytes]]] = {
            "/": self._home,
            "/robots.txt": self._robots,
            "/feed.xml": self._feed,
            "/sitemap_index.xml": self._index,
            "/news-sitemap.xml": self._news_sitemap,
        }
        if path in fixed:
            return fixed[path]()
        if path.startswith("/sitemap-") and path.endswith(".xml.gz"):
            return self._sitemap(int(path.removeprefix("/sitemap-").removesuffix(".xml.gz")))
        for one in (*self.stories.values(), *self.forbidden):
            if path.endswith(f"/{one.slug}.html"):
                return "text/html; charset=utf-8", self._page(one)
        return None

    def _robots(self) -> tuple[str, bytes]:
        lines = ["User-agent: *", "Disallow: /private/", f"Crawl-delay: {self.crawl_delay}", ""]
        return "text/plain", "\n".join([*lines, f"Sitemap: {self.address}/sitemap_index.xml", ""]).encode()

    def _home(self) -> tuple[str, bytes]:
        links = "".join(
            f'<li><a href="/news/{s.slug}.html">{html.escape(s.title)}</a></li>' for s in self.newest(30)
        )
        page = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Wendle Courier</title>'
            '<link rel="alternate" type="application/rss+xml" title="Latest" href="/feed.xml"></head>'
            f"<body><h1>The Wendle Courier</h1><ul>{links}</ul></body></html>"
        )
        return "text/html; charset=utf-8", page.encode()

    def _feed(self) -> tuple[str, bytes]:
        items = "".join(
            f"<item><title>{html.escape(s.title)}</title>"
            f"<link>{self.address}/news/{s.slug}.html?utm_source=rss&amp;utm_medium=feed</link>"
            f"<guid isPermaLink='false'>courier-{s.number}</guid>"
            f"<pubDate>{format_datetime(s.published)}</pubDate><author>{s.author}</author>"
            f"<description>{html.escape(s.paragraphs[0])}</description></item>"
            for s in self.newest(NEWEST_IN_FEED)
        )
        feed = f"<rss version='2.0'><channel><title>The Wendle Courier</title><link>{self.address}/</link>{items}"
        return "application/rss+xml", f"<?xml version='1.0'?>{feed}</channel></rss>".encode()

    def _index(self) -> tuple[str, bytes]:
        names = [f"sitemap-{part}.xml.gz" for part in range(0, len(self.stories), 100)] + ["news-sitemap.xml"]
        entries = "".join(f"<sitemap><loc>{self.address}/{name}</loc></sitemap>" for name in names)
        return "application/xml", f"<sitemapindex {NAMESPACES}>{entries}</sitemapindex>".encode()

    def _sitemap(self, first: int) -> tuple[str, bytes]:
        entries = [
            self._entry(f"/news/{s.slug}.html", s)
            for n, s in self.stories.items()
            if first <= n < first + 100
        ]
        if first == 0:
            entries += [self._entry(f"/private/{s.slug}.html", s) for s in self.forbidden]
        document = f"<urlset {NAMESPACES}>{''.join(entries)}</urlset>"
        return "application/gzip", gzip.compress(document.encode(), mtime=0)

    def _news_sitemap(self) -> tuple[str, bytes]:
        entries = (
            self._entry(
                f"/news/{s.slug}.html",
                s,
                "<news:news><news:publication><news:name>The Wendle Courier</news:name>"
                "<news:language>en</news:language></news:publication>"
                f"<news:publication_date>{s.published.isoformat()}</news:publication_date>"
                f"<news:title>{html.escape(s.title)}</news:title></news:news>",
            )
            for s in self.newest(NEWEST_IN_NEWS_SITEMAP)
        )
        return "application/xml", f"<urlset {NAMESPACES}>{''.join(entries)}</urlset>".encode()

    def _entry(self, path: str, one: Story, more: str = "") -> str:
        lastmod = (one.modified or one.published).isoformat()
        return f"<url><loc>{self.address}{path}</loc><lastmod>{lastmod}</lastmod>{more}</url>"

    def _page(self, one: Story) -> bytes:
        described = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": one.title,
            "datePublished": one.published.isoformat(),
            "author": {"@type": "Person", "name": one.author},
        }
        if one.modified:
            described["dateModified"] = one.modified.isoformat()
        paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in one.paragraphs)
        related = "".join(
            f'<li><a href="/news/{s.slug}.html">{html.escape(s.title)}</a></li>' for s in self.newest(4)
        )
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(one.title)} | '
            f'The Wendle Courier</title><script type="application/ld+json">{json.dumps(described)}</script></head><body>'
            '<nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li><li><a href="/sea">Sea</a></li></ul></nav>'
            f'<article><h1>{html.escape(one.title)}</h1><p class="byline">By {one.author}</p>'
            '<div class="share"><a href="#">Share on Facebook</a> <a href="#">Share by mail</a></div>'
            f'{paragraphs}<div class="newsletter"><p>Sign up for our morning letter.</p></div></article>'
            f"<aside><h2>Read also</h2><ul>{related}</ul></aside>"
            "<footer><p>© 2026 The Wendle Courier. All rights reserved.</p></footer></body></html>"
        ).encode()

    def answer(self, visit: Visit) -> None:
        """Answer whatever is asked for."""
        found = self.content(visit.path.partition("?")[0])
        if found is None:
            visit.send(404, b"not here")
            return
        content_type, body = found
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {"Content-Type": content_type, "ETag": etag}
        if visit.headers["If-None-Match"] == etag:
            visit.send(304, b"", headers)
        else:
            visit.send(200, body, headers)


@contextmanager
def served(courier: Courier, address: str = "127.0.0.1", latency: float = 0.0) -> Iterator[Courier]:
    """Serve the newspaper on a free port as long as the block lasts."""
    with Site(address, latency=latency) as site:
        courier.site = site
        site.answer("/*", courier.answer)
        yield courier
