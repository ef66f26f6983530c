"""What a crawl does with robots.txt: redirected, cached, checked again, failing, asking for a delay."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from copydesk.tasks.fetch.crawl import Crawled, crawl
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.frontier import Job
from copydesk.tasks.fetch.rows import fetch_row, robots_tag
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.state import opened
from tests.fetch.servers import STORY, Site

SETTINGS = FetchSettings(delay=0.0, hosts_at_once=4, allow_loopback=True, backoff=0.01, attempts=2)
CLOSED = "User-agent: *\nDisallow: /closed"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        for path in ("/open", "/closed"):
            site.put(path, STORY)
        yield site


def run(output: Path, *urls: str, settings: FetchSettings = SETTINGS) -> tuple[Crawled, list[dict[str, Any]]]:
    """Crawl pages, and return what came of it with the rows of this run."""
    crawled = crawl([Seed("list", "test", pages=urls)], output, settings, "test", lambda text: None)
    with opened(output) as state:
        rows = state.unfiled_fetches()
        state.mark_fetches_filed(row["fetch_id"] for row in rows)
        state.forget_losses(crawled.lost)
    return crawled, rows


def paths(site: Site) -> list[str]:
    found = [one.path for one in site.asked]
    site.log.clear()
    return found


def age(output: Path, days: float) -> None:
    """Have all documents been checked so many days ago."""
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    with closing(sqlite3.connect(output / ".copydesk" / "fetch.sqlite")) as database, database:
        database.execute("update documents set checked_at = ?", (then,))


def test_it_is_followed_to_another_host(site: Site, tmp_path: Path) -> None:
    with Site("127.0.0.2") as other:
        other.put("/rules", CLOSED, content_type="text/plain")
        site.answer("/robots.txt", lambda visit: visit.send(301, b"", {"Location": other.url("/rules")}))
        crawled, rows = run(tmp_path, site.url("/open"), site.url("/closed"))
    assert paths(site) == ["/robots.txt", "/open"]
    assert [reject.reason for reject in crawled.rejects] == ["robots_disallowed"]
    assert [row["hop"] for row in rows if row["kind"] == "robots"] == [0, 1]


def test_one_that_is_redirected_on_and_on_is_as_good_as_none(site: Site, tmp_path: Path) -> None:
    def onward(number: int) -> None:
        path = "/robots.txt" if number == 0 else f"/r{number}"
        site.answer(path, lambda visit: visit.send(302, b"", {"Location": f"/r{number + 1}"}))

    for number in range(9):
        onward(number)
    crawled, _ = run(tmp_path, site.url("/open"))
    assert paths(site) == ["/robots.txt", "/r1", "/r2", "/r3", "/r4", "/r5", "/open"]
    assert crawled.rejects == ()


def test_it_is_kept_for_a_day_and_then_asked_conditionally(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", CLOSED, content_type="text/plain", etag='"r"')
    site.put("/2", STORY)
    site.put("/3", STORY)
    run(tmp_path, site.url("/open"))
    paths(site)
    run(tmp_path, site.url("/2"))
    assert paths(site) == ["/2"]
    age(tmp_path, 1.1)
    crawled, rows = run(tmp_path, site.url("/3"), site.url("/closed"))
    assert paths(site) == ["/robots.txt", "/3"]
    assert [row["outcome"] for row in rows] == ["not_modified", "ok", "robots_disallowed"]
    assert [reject.reason for reject in crawled.rejects] == ["robots_disallowed"]


@pytest.mark.parametrize(("days", "reason"), [(2, "robots_disallowed"), (31, "robots_unreachable")])
def test_the_last_copy_stands_in_for_thirty_days(site: Site, tmp_path: Path, days: int, reason: str) -> None:
    site.put("/robots.txt", CLOSED, content_type="text/plain")
    run(tmp_path, site.url("/open"))
    age(tmp_path, days)
    site.answer("/robots.txt", lambda visit: visit.send(500, b"oops"))
    crawled, _ = run(tmp_path, site.url("/closed"))
    assert [reject.reason for reject in crawled.rejects] == [reason]


def test_that_it_could_not_be_had_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.answer("/robots.txt", lambda visit: visit.send(500, b"oops"))
    crawled, _ = run(tmp_path, site.url("/open"))
    assert "its robots.txt can't be had: status 500" in crawled.rejects[0].message
    site.put("/robots.txt", CLOSED, content_type="text/plain")
    crawled, _ = run(tmp_path, site.url("/open"))
    assert (crawled.counts["pages"], crawled.rejects) == (1, ())


@pytest.mark.parametrize(("longest", "least", "most"), [(60.0, 0.29, 0.9), (0.1, 0.09, 0.28)])
def test_the_delay_that_it_asks_for_is_kept_up_to_the_longest(
    site: Site, tmp_path: Path, longest: float, least: float, most: float
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", content_type="text/plain")
    run(tmp_path, site.url("/open"), site.url("/closed"), settings=replace(SETTINGS, longest_delay=longest))
    gaps = [after.at - before.ended for before, after in pairwise(site.asked)]
    assert len(gaps) == 2
    assert least <= min(gaps)
    assert min(gaps) < most


def test_a_redirect_comes_under_the_other_hosts_rules(site: Site, tmp_path: Path) -> None:
    with Site("127.0.0.2") as other:
        other.put("/robots.txt", CLOSED, content_type="text/plain")
        other.put("/closed", STORY)
        site.answer("/open", lambda visit: visit.send(301, b"", {"Location": other.url("/closed")}))
        crawled, _ = run(tmp_path, site.url("/open"))
        assert paths(other) == ["/robots.txt"]
    assert [(one.reason, one.url) for one in crawled.rejects] == [("robots_disallowed", site.url("/open"))]


def test_an_address_that_may_not_be_reached_is_said_as_such(tmp_path: Path) -> None:
    crawled, rows = run(tmp_path, "http://169.254.169.254/latest/meta-data/")
    assert [reject.reason for reject in crawled.rejects] == ["refused_address"]
    assert [row["outcome"] for row in rows] == ["refused_address", "refused_address"]


@pytest.mark.parametrize(
    ("headers", "body", "said"),
    [
        ((("X-Robots-Tag", "noarchive"),), "", "noarchive"),
        ((("x-robots-tag", "noindex"), ("X-Robots-Tag", "unavailable_after: 1 Jan")), "", None),
        ((), '<META content="noarchive, nosnippet" NAME=robots>', "noarchive, nosnippet"),
        ((), "<meta name='copydesk' content='none'>", "none"),
        ((("X-Robots-Tag", "noindex"),), '<meta name="robots" content="noindex">', "noindex"),
        ((), '<meta name="description" content="robots">', ""),
        ((), '<meta name="robots">', ""),
    ],
)
def test_what_a_page_says_to_robots_is_recorded(
    headers: tuple[tuple[str, str], ...], body: str, said: str | None
) -> None:
    url, now = "https://a.example/1", datetime.now(UTC)
    exchange = Exchange(url, "page", now, 0.1, "ok", headers=headers, body=body.encode())
    expected = "noindex, unavailable_after: 1 Jan" if said is None else said or None
    assert robots_tag(exchange) == expected
    assert fetch_row(Job(url, "page", "test"), exchange, "run", "allow", None)["robots_tag"] == expected
