"""Pages a second from many slow hosts, the CPU a page, and the proof from the hosts' own logs that they were
asked one at a time with the pause between: `python -m tests.eval.hosts_rate [--hosts 64] [--pages 15]
[--delay 0.5] [--latency 0.2]`.

The hosts are 127.0.0.2 and on, all served by another process, whose time is not counted.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from contextlib import ExitStack
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from copydesk.tasks.fetch.crawl import crawl
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.settings import FetchSettings
from tests.fetch.servers import Site
from tests.flows.site_copy import story


def page(number: int, size: int) -> bytes:
    """A story's page, filled up to `size` bytes with the markup that pages are full of."""
    one = story(number)
    text = "".join(f"<p>{paragraph}</p>" for paragraph in one.paragraphs)
    filling = "".join(f'<div class="c{n}" data-id="{n * 7919}"></div>' for n in range(size // 40))
    return f"<!doctype html><title>{one.title}</title><article>{text}</article>{filling}".encode()[:size]


def serve(hosts: int, pages: int, latency: float, size: int, pipe: Connection) -> None:
    """Serve the hosts until told to stop; then send every host's requests as (began, ended), in order."""
    with ExitStack() as stack:
        sites = [stack.enter_context(Site(f"127.0.0.{n + 2}", latency=latency)) for n in range(hosts)]
        for place, site in enumerate(sites):
            paths = [f"/news/{number}.html" for number in range(pages)]
            entries = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in paths)
            urlset = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
            site.put("/sitemap.xml", urlset, content_type="application/xml")
            site.put("/robots.txt", "User-agent: *\nAllow: /\n", content_type="text/plain")
            for number, path in enumerate(paths):
                site.put(path, page(place * pages + number, size), coding="gzip")
        pipe.send([site.url("/sitemap.xml") for site in sites])
        pipe.recv()
        pipe.send([[(asked.at, asked.ended) for asked in site.asked] for site in sites])


def cpu() -> float:
    """Seconds of processor time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Crawl the hosts once and print what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hosts", type=int, default=64)
    parser.add_argument("--pages", type=int, default=15, help="of a host")
    parser.add_argument("--delay", type=float, default=0.5)
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--size", type=int, default=150_000, help="bytes of a page, before gzip")
    options = parser.parse_args()
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    arguments = (options.hosts, options.pages, options.latency, options.size, theirs)
    server = context.Process(target=serve, args=arguments, daemon=True)
    server.start()
    seeds = [Seed(url, url, "sitemap") for url in ours.recv()]
    settings = FetchSettings(delay=options.delay, hosts_at_once=options.hosts, allow_loopback=True)
    with tempfile.TemporaryDirectory() as folder:
        began, used = time.monotonic(), cpu()
        crawled = crawl(seeds, Path(folder), settings, "rate", print)
        seconds, used = time.monotonic() - began, cpu() - used
    ours.send("stop")
    logs = ours.recv()
    server.join()
    gaps = [later[0] - earlier[1] for log in logs for earlier, later in pairwise(log)]
    pages = crawled.counts["pages"]
    print(f"{pages} pages of {options.hosts} hosts in {seconds:.1f} s: {pages / seconds:.0f} pages a second")
    print(f"{1000 * used / max(pages, 1):.1f} ms of CPU a page")
    print(f"the smallest gap between two requests to a host: {1000 * min(gaps):.0f} ms of {len(gaps)}")


if __name__ == "__main__":
    main()
