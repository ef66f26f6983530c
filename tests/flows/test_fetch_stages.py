"""From addresses to datasets, every stage in a row without Prefect: servers that misbehave, runs that die."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.write import check_output
from tests.conftest import Rows
from tests.fetch.misbehaviour import misbehave
from tests.fetch.servers import STORY, Authority, Site
from tests.flows.site import Courier, served
from tests.flows.stages import SETTINGS, DiedError, contents, filed

STEPS = ("fetch", "load", "clean", "recall", "enrich", "write", "keep_sites", "file_fetches", "mark_filed")


@pytest.fixture(scope="module")
def courier() -> Iterator[Courier]:
    with served(Courier(articles=6, forbidden=1, crawl_delay=0)) as courier:
        yield courier


@pytest.fixture(scope="module")
def calm(courier: Courier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run that nothing disturbs."""
    output = tmp_path_factory.mktemp("calm")
    filed((Seed(f"{courier.address}/", "courier"),), output)
    return output


@pytest.mark.parametrize("step", STEPS)
def test_dead_before_any_step_the_next_run_leaves_what_an_undisturbed_one_leaves(
    courier: Courier, calm: Path, tmp_path: Path, rows: Rows, step: str
) -> None:
    seeds = (Seed(f"{courier.address}/", "courier"),)
    with pytest.raises(DiedError):
        filed(seeds, tmp_path, step)
    courier.site.log.clear()
    filed(seeds, tmp_path)
    assert courier.asked("news/") == [] or step == "fetch", "what is in the archive is not asked again"
    one, two = contents(rows, tmp_path), contents(rows, calm)
    # The run after asks whether the lists are unchanged, and decides anew what it may not ask.
    again = {row for row in one.pop("fetches") if not row.endswith("not_modified")}
    assert again == set(two.pop("fetches"))
    assert one == two
    assert len(one["articles"]) == 6
    assert [row for row in check_output(tmp_path) if "runs" not in row] == []


ENDS = {
    "/story.html": None,
    "/chain/5": None,
    "/flaky/2": None,
    "/429": None,
    "/wrong/charset": None,
    "/wrong/image": None,
    "/loop/a": "redirect_loop",
    "/chain/30": "too_many_redirects",
    "/private": "refused_address",
    "/403": "http_403",
    "/404": "http_404",
    "/410": "http_410",
    "/500": "http_500",
    "/drip": "timeout",
    "/cut/length": "broken_body",
    "/cut/chunked": "broken_body",
    "/cut/gzip": "broken_body",
    "/bomb/gzip": "too_large",
    "/bomb/br": "too_large",
    "/bomb/twice": "too_large",
}
"""Of every page how it ends: filed, or in `rejects` with this reason."""


def test_servers_that_misbehave_cost_only_what_they_break(tmp_path: Path, rows: Rows) -> None:
    with ExitStack() as stack:
        # A host each: one that does nothing but fail is let alone after a while.
        urls = {misbehave(stack.enter_context(Site())).url(path): reason for path, reason in ENDS.items()}
        filed(tuple(Seed(url, "test", kind="page") for url in urls), tmp_path)
    refused = {row["url"]: row["reason"] for row in rows(tmp_path, "rejects")}
    assert refused == {url: reason for url, reason in urls.items() if reason}
    exchanges = Counter(row["url"].partition("?")[0] for row in rows(tmp_path, "fetches"))
    assert exchanges.keys() >= urls.keys()
    assert [count for url, count in exchanges.items() if url.endswith("/flaky/2")] == [3]
    arrived = {url.replace("/chain/5", "/story.html") for url, reason in urls.items() if reason is None}
    assert {row["url"] for row in rows(tmp_path, "articles")} == arrived


def test_certificates_that_are_not_to_be_trusted(tmp_path: Path, rows: Rows) -> None:
    authority = Authority()
    settings = replace(SETTINGS, certificates=authority.file(tmp_path))
    with (
        Site(tls=authority.context("127.0.0.1")) as right,
        Site(tls=authority.context("news.example")) as wrong,
        Site(tls=authority.context("127.0.0.1", expired=True)) as expired,
    ):
        sites = (right, wrong, expired)
        for site in sites:
            site.put("/story.html", STORY)
        seeds = tuple(Seed(site.url("/story.html"), "test", kind="page") for site in sites)
        filed(seeds, tmp_path / "out", settings=settings)
        assert wrong.asked == expired.asked == []
    ends = {row["url"]: row["outcome"] for row in rows(tmp_path / "out", "fetches") if row["kind"] == "page"}
    assert ends == dict(zip((seed.url for seed in seeds), ("ok", "tls", "tls"), strict=True))
    why = {row["url"]: (row["reason"], row["message"]) for row in rows(tmp_path / "out", "rejects")}
    assert [why[seed.url][0] for seed in seeds[1:]] == ["tls", "tls"]
    assert "127.0.0.1" in why[seeds[1].url][1]
    assert "expired" in why[seeds[2].url][1]
    assert [row["url"] for row in rows(tmp_path / "out", "articles")] == [seeds[0].url]


def test_an_article_that_a_feed_lists_under_four_addresses_is_asked_and_filed_once(
    tmp_path: Path, rows: Rows
) -> None:
    with Site() as site:
        site.put("/story.html", STORY)
        site.answer("/s/123", lambda visit: visit.send(301, headers={"Location": "/story.html"}))
        links = (
            "/story.html?utm_source=rss&amp;utm_medium=feed",
            "/story.html#comments",
            "/s/123",
            "/./story.html",
        )
        items = "".join(f"<item><title>A story</title><link>{site.url(link)}</link></item>" for link in links)
        feed = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
        site.put("/rss", feed, content_type="application/rss+xml")
        filed((Seed(site.url("/rss"), "test"),), tmp_path)
        asked = Counter(one.path for one in site.asked)
        assert asked == Counter({"/robots.txt": 1, "/rss": 1, "/story.html": 1, "/s/123": asked["/s/123"]})
        assert asked["/s/123"] <= 1
        (article,) = rows(tmp_path, "articles")
        assert article["url"] == site.url("/story.html")
    assert rows(tmp_path, "rejects") == []
