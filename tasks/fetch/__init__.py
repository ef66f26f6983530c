"""Fetch: addresses become a raw archive, politely, and only what is new.

In: a `Plan`, whose seeds are feeds, sitemaps, home pages, single pages, web archives. Out: WARC files, and a
row for every exchange, made or declined. Always: one request at a time and a pause between two for each host;
no robots.txt disobeyed; no address reached that is not public; what was fetched is in the archive before it
counts as fetched. This is the one folder that touches the network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.tasks.article import Reject
from copydesk.tasks.fetch.crawl import crawl, raw_folder
from copydesk.tasks.fetch.plan import FetchOptions, Plan, plan_sources
from copydesk.tasks.fetch.protocols import Count, uncounted
from copydesk.tasks.fetch.state import has_state, opened
from copydesk.tasks.output_error import explained

__all__ = [
    "FetchOptions",
    "Fetched",
    "Plan",
    "fetch_sources",
    "mark_filed",
    "plan_sources",
    "unfiled_fetches",
]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What there is to file after fetching, of this run and of those that died before they filed theirs."""

    run_id: str
    counts: dict[str, int]
    """Exchanges by outcome, and `requests`, `pages`, `bytes` (on the wire)."""
    archives: tuple[str, ...] = ()
    """Files of the raw archive that no run has filed."""
    rejects: tuple[Reject, ...] = ()
    """Pages that could not be had."""
    lost: tuple[str, ...] = ()
    """The state's keys of these pages."""


def fetch_sources(
    plan: Plan,
    output: Path,
    run_id: str,
    say: Callable[[str], None] = print,
    count: Count = uncounted,
) -> Fetched:
    """Fetch what is new from the plan's seeds; the caller holds the output's lock.

    Without seeds nothing is asked, but what earlier runs left is made ready to be filed.

    Raises:
        OutputError: where the archive or the state of fetching can't be written.
    """
    if not plan.seeds and not has_state(output):
        return Fetched(run_id, {})
    with explained(output):
        crawled = crawl(plan.seeds, output, plan.settings, run_id, say, count)
    archives = tuple(str(raw_folder(output) / file) for file in crawled.archives)
    return Fetched(run_id, dict(crawled.counts), archives, crawled.rejects, crawled.lost)


def unfiled_fetches(output: Path) -> list[dict[str, Any]]:
    """Return the rows of the dataset `fetches` that are not in it yet."""
    if not has_state(output):
        return []
    with opened(output) as state:
        return state.unfiled_fetches()


def mark_filed(output: Path, fetched: Fetched | None = None) -> None:
    """Note that the rows of `fetches` are filed, and what `fetched` brought: no run files them again."""
    if not has_state(output):
        return
    with opened(output) as state:
        state.mark_fetches_filed(row["fetch_id"] for row in state.unfiled_fetches())
        if fetched:
            state.forget_losses(fetched.lost)
            state.mark_archives_filed([Path(file).name for file in fetched.archives])
