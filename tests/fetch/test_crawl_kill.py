"""A crawl that is killed with SIGKILL at any step is gone on with: nothing lost, nothing archived twice.

The steps are those of every exchange: asked, answered, half written to the archive, written, and on both sides
of the state's commit. A process that has the modules loaded forks one for each kill.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from copydesk.tasks.fetch.archive import ArchiveWriter
from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.crawl import crawl
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.state import State, opened
from tests.fetch.servers import Site

SETTINGS = FetchSettings(delay=0.0, hosts_at_once=4, allow_loopback=True, backoff=0.01, attempts=2)
TEASER = "<description>A town hall burnt down on Monday night, and nobody was hurt in it.</description>"
PAGES, POINTS, HOSTS = 8, 30, 2
START = multiprocessing.get_context("forkserver")
START.set_forkserver_preload([__name__])


def _silent(text: str) -> None:
    pass


def _step(at: int) -> Callable[[], None]:
    """Return what counts the steps of a crawl and ends the process at the one numbered `at`."""
    steps = count(1)

    def step() -> None:
        if next(steps) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def _watch(step: Callable[[], None], patch: Callable[[Any, str, Any], None]) -> None:
    """Have every exchange take its steps."""
    get, put, transaction = Client.get, ArchiveWriter._put, State.transaction

    def watched_get(self: Client, *given: Any) -> Any:
        step()
        exchange = get(self, *given)
        step()
        return exchange

    def watched_put(self: ArchiveWriter, data: bytes) -> None:
        if self._size:
            put(self, data[: len(data) // 2])
            step()
            put(self, data[len(data) // 2 :])
            step()
        else:
            put(self, data)

    @contextmanager
    def watched_transaction(self: State) -> Iterator[None]:
        with transaction(self):
            yield
            step()
        step()

    patch(Client, "get", watched_get)
    patch(ArchiveWriter, "_put", watched_put)
    patch(State, "transaction", watched_transaction)


def _crawl_and_die(url: str, output: Path, at: int) -> None:
    _watch(_step(at), setattr)
    crawl([Seed(url, "test")], output, SETTINGS, "killed", _silent)


@pytest.fixture(scope="module")
def sites() -> Iterator[list[Site]]:
    """Two hosts with pages; the first has the feed of all, and one page on each is gone."""
    with Site() as one, Site("127.0.0.2") as two:
        sites = [one, two]
        for site in sites:
            for number in range(PAGES):
                text = f"<html><body><h1>Story {number}</h1><p>{'News. ' * 50}</p></body></html>"
                site.put(f"/{number}", text, etag=f'"{number}"')
        links = [site.url(f"/{number}") for number in range(PAGES + 1) for site in sites]
        items = "".join(f"<item><title>A story</title><link>{link}</link>{TEASER}</item>" for link in links)
        feed = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
        one.put("/rss", feed, content_type="application/rss+xml", etag='"feed"')
        yield sites


def archived(output: Path) -> Counter[str]:
    """The pages and teasers in the archive, and how often each is there; every record whole, every digest right."""
    found = Counter[str]()
    for path in sorted((output / "raw").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                headers = record.rec_headers
                if record.rec_type == "metadata" and not headers.get_header("WARC-Concurrent-To"):
                    found["teaser"] += 1
                if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                    kind = headers.get_header("X-Copydesk-Kind")
                    found[headers.get_header("WARC-Target-URI")] += kind == "page"
    return +found


def asked(sites: list[Site]) -> Counter[str]:
    """The requests for pages."""
    asked = Counter(site.url(one.path) for site in sites for one in site.asked if one.path[1:].isdigit())
    for site in sites:
        site.log.clear()
    return asked


def outcomes(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["url"]: row["outcome"] for row in rows if row["kind"] == "page"}


@pytest.fixture(scope="module")
def undisturbed(sites: list[Site], tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], int]:
    """What a crawl comes to that nobody kills: how each page went, and how many steps it took."""
    output, steps = tmp_path_factory.mktemp("undisturbed"), count()
    with pytest.MonkeyPatch.context() as patch:
        _watch(lambda: next(steps) and None, patch.setattr)
        crawled = crawl([Seed(sites[0].url("/rss"), "test")], output, SETTINGS, "whole", _silent)
    with opened(output) as state:
        rows = state.unfiled_fetches()
    assert crawled.counts["pages"] == PAGES * HOSTS == archived(output).total() - HOSTS
    assert crawled.rejects == ()
    asked(sites)
    return outcomes(rows), next(steps)


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_and_gone_on_with(
    sites: list[Site], tmp_path: Path, undisturbed: tuple[dict[str, str], int], point: int
) -> None:
    whole, steps = undisturbed
    url = sites[0].url("/rss")
    process = START.Process(target=_crawl_and_die, args=(url, tmp_path, 1 + point * (steps - 2) // POINTS))
    process.start()
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    crawled = crawl([Seed(url, "test")], tmp_path, SETTINGS, "again", _silent)
    with opened(tmp_path) as state:
        rows, pending = state.unfiled_fetches(), state.pending_archives()
    times = asked(sites)
    assert times.keys() == whole.keys()
    assert times.total() <= len(whole) + HOSTS, "no more is asked twice than was under way"
    assert outcomes(rows) == whole
    had = Counter(url for url, outcome in whole.items() if outcome == "ok")
    assert archived(tmp_path) == had + Counter(teaser=HOSTS)
    assert crawled.rejects == ()
    assert pending == sorted(path.name for path in (tmp_path / "raw").iterdir())
    kept = Counter(row["url"] for row in rows if row["kind"] == "page")
    assert kept == Counter(whole.keys()), "one row a page"
    _check_places(tmp_path, rows)
    crawl([Seed(url, "test")], tmp_path, SETTINGS, "quiet", _silent)
    assert asked(sites) == {}, "nothing is left to ask"


def _check_places(output: Path, rows: list[dict[str, Any]]) -> None:
    """Every row's place holds the record of its address."""
    for row in rows:
        if row["warc_file"] is None:
            continue
        with (output / "raw" / row["warc_file"]).open("rb") as file:
            file.seek(row["warc_offset"])
            record = next(iter(ArchiveIterator(file)))
            assert record.rec_headers.get_header("WARC-Target-URI") == row["url"]
            assert record.rec_type in ("response", "revisit")
