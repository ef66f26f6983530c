import gzip
import time

import pytest

from copydesk.tasks.fetch.sitemaps import MOST_ADDRESSES, SitemapChild, SitemapPage, read_sitemap
from tests.fetch.documents import NEWS_SITEMAP, SITE, SITEMAP_INDEX, entity_bomb

URL = f"{SITE}/sitemap.xml"


def addresses(body: bytes) -> list[str]:
    return [page.url for page in read_sitemap(body, URL).pages]


def test_a_news_sitemap_tells_of_its_articles() -> None:
    sitemap = read_sitemap(NEWS_SITEMAP.encode(), URL)
    first, second = sitemap.pages
    assert first.url == f"{SITE}/2026/11/harbour-vote" and first.lastmod == "2026-11-23T09:00:00Z"
    entry = first.entry
    assert entry is not None and entry.feed_url == URL
    assert entry.title == "Council votes on harbour" and entry.published == "2026-11-23T08:15:00Z"
    assert entry.tags == ("harbour", "council") and entry.language == "en"
    assert entry.feed_title == "Bay Herald"
    assert second == SitemapPage(f"{SITE}/relative")
    assert not sitemap.problems


def test_an_index_names_other_sitemaps_but_not_itself() -> None:
    sitemap = read_sitemap(SITEMAP_INDEX.encode(), URL)
    assert sitemap.children == (
        SitemapChild(f"{SITE}/sitemap-1.xml.gz", "2026-11-01"),
        SitemapChild(f"{SITE}/sitemap-2.xml"),
    )
    assert not sitemap.pages


def test_gzip_is_unpacked_once() -> None:
    packed = gzip.compress(NEWS_SITEMAP.encode())
    assert len(addresses(packed)) == 2
    twice = read_sitemap(gzip.compress(packed), URL)
    assert not twice.pages and twice.problems == ("gzip within gzip is not read",)


def test_a_gzip_bomb_is_capped() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * (60 << 20), 1)
    assert "cut after" in read_sitemap(bomb, URL).problems[0]


def test_damaged_gzip_is_read_as_far_as_it_goes() -> None:
    body = "".join(f"<url><loc>{SITE}/{n * n}</loc></url>" for n in range(2_000))
    packed = gzip.compress(f"<urlset>{body}</urlset>".encode())
    cut = read_sitemap(packed[: len(packed) // 2], URL)
    assert len(cut.pages) > 500 and "cut off" in cut.problems[0]
    middle = len(packed) // 2
    damaged = read_sitemap(packed[:middle] + b"\xff" * 50 + packed[middle + 50 :], URL)
    assert len(damaged.pages) > 500 and "damaged" in damaged.problems[0]


@pytest.mark.parametrize(
    "body",
    [
        f"<urlset><url><loc>{SITE}/a</loc></url><url><loc>{SITE}/b</loc></url><url><loc>",
        f"<urlset><url><loc>{SITE}/a</loc><x></url><url><loc>{SITE}/b</loc></url></urlset>",
        f"<urlset xmlns='urn:wrong'><url><loc>{SITE}/a</loc></url><url><loc>{SITE}/b</loc></url></urlset>",
        f"<s:urlset><s:url><s:loc>{SITE}/a</s:loc></s:url><s:url><s:loc>{SITE}/b</s:loc></s:url></s:urlset>",
        f"\n\n<?xml version='1.0'?><urlset><url><loc><![CDATA[{SITE}/a]]></loc></url><url><loc>{SITE}/b</loc></url>\x0b</urlset>",
        f"{SITE}/a\r\n{SITE}/b\r\n",
        f"\ufeff{SITE}/a\n\n# {SITE}/c\n{SITE}/b",
    ],
)
def test_odd_and_broken_sitemaps(body: str) -> None:
    assert addresses(body.encode()) == [f"{SITE}/a", f"{SITE}/b"]


def test_bare_ampersands_stay_in_addresses() -> None:
    body = (
        f"<urlset><url><loc>{SITE}/a?x=1&y=2</loc></url><url><loc>{SITE}/b?x=1&amp;y=2</loc></url></urlset>"
    )
    assert addresses(body.encode()) == [f"{SITE}/a?x=1&y=2", f"{SITE}/b?x=1&y=2"]


def test_no_more_addresses_than_the_standard_allows() -> None:
    body = "".join(f"<url><loc>{SITE}/{n}</loc></url>" for n in range(MOST_ADDRESSES + 1))
    sitemap = read_sitemap(f"<urlset>{body}</urlset>".encode(), URL)
    assert len(sitemap.pages) == MOST_ADDRESSES and "the rest is left out" in sitemap.problems[0]


def test_entities_are_never_expanded() -> None:
    inside = f"<url><loc>{SITE}/a?&a10;&file;</loc></url><url><loc>{SITE}/b</loc></url>"
    started = time.monotonic()
    found = addresses(entity_bomb("urlset", inside))
    assert time.monotonic() - started < 1
    assert f"{SITE}/b" in found and all(len(address) < 60 and "ha" not in address[30:] for address in found)


@pytest.mark.parametrize("body", [b"", b"<", b"<html></html>", b"\x1f\x8b\x08", b"\x00\x01", b"words"])
def test_what_is_no_sitemap_says_so(body: bytes) -> None:
    sitemap = read_sitemap(body, URL)
    assert not sitemap.pages and not sitemap.children and sitemap.problems
