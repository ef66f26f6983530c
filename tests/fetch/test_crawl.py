"""Crawls of small sites: what is asked, what is not asked again, and what becomes of what can't be had."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from copydesk.tasks.fetch.crawl import Crawled, crawl
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.state import opened
from tests.fetch.misbehaviour import misbehave
from tests.fetch.servers import Site, Visit

SETTINGS = FetchSettings(
    delay=0.0, hosts_at_once=4, allow_loopback=True, backoff=0.01, deadline=2.0, read_timeout=1.0, attempts=3
)
PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>Story {0} runs here.</p></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


def run(
    output: Path, *seeds: Seed, settings: FetchSettings = SETTINGS
) -> tuple[Crawled, list[dict[str, Any]]]:
    """Crawl, and return what came of it with the rows of this run."""
    crawled = crawl(seeds, output, settings, "test", lambda text: None)
    with opened(output) as state:
        rows = state.unfiled_fetches()
        state.mark_fetches_filed(row["fetch_id"] for row in rows)
        state.forget_losses(crawled.lost)
    return crawled, rows


def seed(site: Site, path: str, **given: Any) -> Seed:
    return Seed(site.url(path), "test", **given)


def rss(site: Site, *items: str) -> str:
    listed = "".join(
        f"<item><title>Item {item}</title><link>{site.url(item)}</link><description>Teaser of {item}, "
        "long enough to say what it is about.</description></item>"
        for item in items
    )
    return f'<rss version="2.0"><channel><title>News</title>{listed}</channel></rss>'


def sitemap(site: Site, pages: dict[str, str]) -> str:
    urls = "".join(
        f"<url><loc>{site.url(path)}</loc><lastmod>{lastmod}</lastmod></url>"
        for path, lastmod in pages.items()
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def put_pages(site: Site, *paths: str) -> None:
    for path in paths:
        site.put(path, PAGE.format(path[1:]), etag=f'"{path}"')


def asked(site: Site) -> list[str]:
    paths = [asked.path for asked in site.asked]
    site.log.clear()
    return paths


def test_a_home_page_leads_to_all_articles_once(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/a", "/b", "/c")
    site.put("/", '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>')
    site.put("/rss", rss(site, "/a", "/a?utm_source=rss", "/a#top", "/b"), content_type="application/rss+xml")
    site.put("/robots.txt", f"Sitemap: {site.url('/map.xml')}\n", content_type="text/plain")
    site.put("/map.xml", sitemap(site, {"/b": "2026-01-01", "/c": "2026-01-02"}), content_type="text/xml")
    crawled, rows = run(tmp_path, seed(site, "/"))
    assert sorted(asked(site)) == ["/", "/a", "/b", "/c", "/map.xml", "/robots.txt", "/rss"]
    assert (crawled.counts["pages"], crawled.rejects) == (3, ())
    assert {row["kind"] for row in rows} == {"robots", "home", "feed", "sitemap", "page"}
    assert all(row["robots"] == "allow" for row in rows if row["kind"] != "robots")
    assert all((tmp_path / "raw" / row["warc_file"]).stat().st_size > row["warc_offset"] for row in rows)


def test_a_second_crawl_asks_conditionally_for_lists_and_for_no_page(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/a", "/b")
    site.put("/rss", rss(site, "/a", "/b"), content_type="text/xml", etag='"1"')
    run(tmp_path, seed(site, "/rss"))
    asked(site)
    crawled, rows = run(tmp_path, seed(site, "/rss"))
    assert asked(site) == ["/rss"]
    assert [row["outcome"] for row in rows] == ["not_modified"]
    assert crawled.counts["requests"] == 1


def test_an_unchanged_index_still_leads_to_its_sitemaps(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/a", "/b")
    index = (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
        f"<loc>{site.url('/map.xml')}</loc></sitemap></sitemapindex>"
    )
    site.put("/index.xml", index, content_type="text/xml", etag='"i"')
    site.put("/map.xml", sitemap(site, {"/a": "2026-01-01"}), content_type="text/xml", etag='"1"')
    run(tmp_path, seed(site, "/index.xml"))
    site.put(
        "/map.xml",
        sitemap(site, {"/a": "2026-01-01", "/b": "2026-01-02"}),
        content_type="text/xml",
        etag='"2"',
    )
    asked(site)
    run(tmp_path, seed(site, "/index.xml"))
    assert asked(site) == ["/index.xml", "/map.xml", "/b"]


def test_a_page_that_changed_is_asked_again_conditionally(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/a", "/b")
    site.put("/map.xml", sitemap(site, {"/a": "2026-01-01", "/b": "2026-01-01"}), content_type="text/xml")
    run(tmp_path, seed(site, "/map.xml"))
    later = datetime.now(UTC).replace(year=datetime.now(UTC).year + 1).isoformat()
    site.put("/map.xml", sitemap(site, {"/a": later, "/b": "2026-01-01"}), content_type="text/xml")
    site.put("/a", PAGE.format("a, corrected"), etag='"new"')
    asked(site)
    _, rows = run(tmp_path, seed(site, "/map.xml"))
    assert [a.headers.get("if-none-match") for a in site.asked if a.path == "/a"] == ['"/a"']
    assert asked(site) == ["/map.xml", "/a"]
    assert [row["outcome"] for row in rows] == ["ok", "ok"]
    run(tmp_path, seed(site, "/map.xml"))
    assert asked(site) == ["/map.xml"]


def test_robots_txt_is_obeyed_and_said(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/open", "/closed/a")
    site.put("/robots.txt", "\ufeffUser-agent: copydesk\nDisallow: /closed/\n", content_type="text/plain")
    site.put("/list", f"{site.url('/open')}\n{site.url('/closed/a')}\n", content_type="text/plain")
    crawled, rows = run(tmp_path, seed(site, "/list"))
    assert "/closed/a" not in asked(site)
    assert [reject.reason for reject in crawled.rejects] == ["robots_disallowed"]
    (refused,) = (row for row in rows if row["outcome"] == "robots_disallowed")
    assert (refused["robots"], refused["status"], refused["warc_file"]) == ("disallow", None, None)


def test_a_robots_txt_that_fails_forbids_all(site: Site, tmp_path: Path) -> None:
    site.answer("/robots.txt", lambda visit: visit.send(503, b"busy"))
    put_pages(site, "/a")
    crawled, _ = run(tmp_path, seed(site, "/a", kind="page"))
    assert asked(site) == ["/robots.txt"] * 3
    assert [reject.reason for reject in crawled.rejects] == ["robots_unreachable"]


def test_what_a_feed_says_stands_in_for_a_page_that_is_gone(site: Site, tmp_path: Path) -> None:
    site.put("/rss", rss(site, "/gone"), content_type="text/xml")
    crawled, _ = run(tmp_path, seed(site, "/rss"))
    assert crawled.rejects == ()
    asked(site)
    run(tmp_path, seed(site, "/rss"))
    assert asked(site) == ["/rss"], "what is not there is not asked again at once"


@pytest.mark.parametrize(
    ("path", "reason", "requests"),
    [
        ("/loop/a", "redirect_loop", 2),
        ("/self", "redirect_loop", 1),
        ("/chain/30", "too_many_redirects", 11),
        ("/private", "refused_address", 1),
        ("/file", "http_302", 1),
        ("/403", "http_403", 1),
        ("/404", "http_404", 1),
        ("/410", "http_410", 1),
        ("/500", "http_500", 3),
        ("/drip", "timeout", 3),
        ("/cut/length", "broken_body", 3),
        ("/cut/chunked", "broken_body", 3),
        ("/cut/gzip", "broken_body", 3),
        ("/bomb/br", "too_large", 1),
    ],
)
def test_what_cannot_be_had_is_rejected_with_its_reason(
    site: Site, tmp_path: Path, path: str, reason: str, requests: int
) -> None:
    misbehave(site)
    crawled, rows = run(tmp_path, seed(site, path, kind="page"))
    assert [reject.reason for reject in crawled.rejects] == [reason]
    assert crawled.rejects[0].message.startswith(site.url(path))
    pages = [row for row in rows if row["kind"] == "page"]
    assert len([p for p in asked(site) if p != "/robots.txt"]) <= requests
    assert len(pages) == requests + (reason == "refused_address")


@pytest.mark.parametrize("path", ["/flaky/2", "/429", "/chain/5", "/story.html"])
def test_what_passes_is_asked_again_and_had(site: Site, tmp_path: Path, path: str) -> None:
    misbehave(site)
    crawled, _ = run(tmp_path, seed(site, path, kind="page"))
    assert (crawled.counts["pages"], crawled.rejects) == (1, ())


def test_a_host_is_asked_one_at_a_time_with_a_pause(site: Site, tmp_path: Path) -> None:
    paths = [f"/{number}" for number in range(6)]
    put_pages(site, *paths)
    listed = "\n".join(map(site.url, paths))
    site.put("/list", listed, content_type="text/plain")
    run(tmp_path, Seed(site.url("/list"), "test", delay=0.1))
    times = [(asked.at, asked.ended) for asked in site.asked]
    gaps = [at - ended for (_, ended), (at, _) in pairwise(times)]
    assert len(gaps) == 7
    assert min(gaps) >= 0.09


def test_include_exclude_and_most(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/news/1", "/news/2", "/news/3", "/sport/1", "/news/video/1")
    dates = {f"/news/{n}": f"2026-01-0{n}" for n in (1, 2, 3)}
    listed = sitemap(site, {**dates, "/sport/1": "2026-02-01", "/news/video/1": "2026-02-01"})
    site.put("/map.xml", listed, content_type="text/xml", etag='"1"')
    chosen = seed(site, "/map.xml", include=("/news/",), exclude=("/video/",), most=2)
    crawled, _ = run(tmp_path, chosen)
    assert sorted(asked(site)[2:]) == ["/news/2", "/news/3"]
    assert crawled.left == ("test",)
    run(tmp_path, chosen)
    assert asked(site) == ["/map.xml", "/news/1"]


def test_a_dead_host_costs_the_others_nothing(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/a")
    dead = "http://127.0.0.1:9/x"
    pages = (dead, site.url("/a"), "nonsense")
    crawled, _ = run(tmp_path, Seed("urls.txt", "test", pages=pages))
    assert crawled.counts["pages"] == 1
    assert sorted(reject.reason for reject in crawled.rejects) == ["bad_url", "robots_unreachable"]


def test_a_host_that_fails_on_and_on_is_left_alone(site: Site, tmp_path: Path) -> None:
    def broken(visit: Visit) -> None:
        visit.send(500, b"oops")

    paths = [f"/{number}" for number in range(20)]
    for path in paths:
        site.answer(path, broken)
    crawled, rows = run(tmp_path, Seed("urls.txt", "test", pages=tuple(map(site.url, paths))))
    assert len(asked(site)) <= 12
    assert len(crawled.rejects) == 20
    assert sum(row["outcome"] == "circuit_open" for row in rows) >= 10


def test_a_seed_that_is_no_list_and_a_home_that_names_none(site: Site, tmp_path: Path) -> None:
    site.put("/", "<html><body><p>Nothing here.</p></body></html>")
    site.put("/picture", b"\x89PNG\r\n\x1a\n" + bytes(50), content_type="image/png")
    crawled, _ = run(tmp_path, seed(site, "/"), Seed(site.url("/picture"), "other"))
    assert sorted(reject.reason for reject in crawled.rejects) == ["nothing_found", "wrong_type"]


def test_damaged_state_is_moved_aside(site: Site, tmp_path: Path) -> None:
    put_pages(site, "/a")
    run(tmp_path, seed(site, "/a", kind="page"))
    (tmp_path / ".copydesk" / "fetch.sqlite").write_bytes(b"not a database at all" * 100)
    said: list[str] = []
    crawl([seed(site, "/a", kind="page")], tmp_path, SETTINGS, "again", said.append)
    assert "is damaged" in said[0]
    with opened(tmp_path) as state:
        assert len(state.pending_archives()) == 2


def test_a_web_archive_is_fetched_once(site: Site, tmp_path: Path) -> None:
    site.put("/news.warc.gz", gzip.compress(b"WARC/1.0\r\n"), content_type="application/warc")
    crawled, rows = run(tmp_path, seed(site, "/news.warc.gz"))
    assert (crawled.rejects, [row["kind"] for row in rows]) == ((), ["robots", "archive"])
    with opened(tmp_path) as state:
        assert [name.endswith("news.warc.gz") for name in state.pending_archives()] == [False, True]
    asked(site)
    run(tmp_path, seed(site, "/news.warc.gz"))
    assert asked(site) == []


def test_a_host_that_asks_for_a_long_rest_is_not_asked_again(site: Site, tmp_path: Path) -> None:
    site.answer("/1", lambda visit: visit.send(429, b"enough", {"Retry-After": "3600"}))
    put_pages(site, "/2", "/3")
    pages = tuple(map(site.url, ("/1", "/2", "/3")))
    crawled, _ = run(tmp_path, Seed("urls.txt", "test", pages=pages))
    assert asked(site) == ["/robots.txt", "/1"]
    assert sorted(one.reason for one in crawled.rejects) == ["circuit_open", "circuit_open", "http_429"]


def test_a_short_rest_is_given_to_the_whole_host(site: Site, tmp_path: Path) -> None:
    site.answer("/1", lambda visit: visit.send(503, b"busy", {"Retry-After": "1"}))
    put_pages(site, "/2")
    run(tmp_path, Seed("urls.txt", "test", pages=(site.url("/1"), site.url("/2"))))
    times = [one.at for one in site.asked]
    assert times[2] - times[1] >= 0.99
