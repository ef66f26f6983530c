"""A crawl: from the seeds to the documents that list pages, then the pages, into the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from copydesk.tasks.address import canonical_url
from copydesk.tasks.article import Reject
from copydesk.tasks.fetch.archive import ArchiveWriter, recover_archive
from copydesk.tasks.fetch.asking import Asker, Run
from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.frontier import Job
from copydesk.tasks.fetch.listing import Lister
from copydesk.tasks.fetch.pages import Page
from copydesk.tasks.fetch.protocols import Count, uncounted
from copydesk.tasks.fetch.seeds import Seed, is_home
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.state import State, opened

_ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")


@dataclass(frozen=True, slots=True)
class Crawled:
    """What came of a crawl."""

    counts: Mapping[str, int]
    """Exchanges by outcome, and `requests`, `pages` (fetched), `bytes` (on the wire)."""
    rejects: tuple[Reject, ...]
    """Addresses that should have become articles and could not be had, those of a run that died included."""
    lost: tuple[str, ...]
    """The pages behind `rejects`, for `State.forget_losses` when these are filed."""
    left: tuple[str, ...]
    """Sources with pages that wait for the next run."""
    archives: tuple[str, ...]
    """Files of the raw archive that no run has filed."""


def raw_folder(output: Path) -> Path:
    """Return the folder of the raw archive."""
    return output / "raw"


def crawl(  # noqa: PLR0913, PLR0917 -- two of them say how it goes
    seeds: Sequence[Seed],
    output: Path,
    settings: FetchSettings,
    run_id: str,
    say: Callable[[str], None] = print,
    count: Count = uncounted,
) -> Crawled:
    """Fetch what is new from `seeds` into the archive of `output`; the caller holds its lock.

    A run that died before is gone on with: what it archived is not asked again.
    """
    began = datetime.now(UTC)
    with opened(output, say) as state:
        _recover(output, state)
        with (
            closing(Client(settings)) as client,
            closing(ArchiveWriter(raw_folder(output), run_id, user_agent=settings.user_agent)) as archive,
        ):
            run = Run(run_id, _delays(seeds), settings, raw_folder(output), count)
            asker = Asker(client, archive, state, run)
            lister = Lister(asker, state, seeds, say)
            lister.list_pages(seed for seed in seeds if seed.pages)
            for seed in seeds:
                if not seed.pages and not _is_kept(job := _seed_job(seed, state), state):
                    asker.ask(job)
            asker.run(lister.answer)
            lister.end_lists()
            left = _ask_pages(asker, state, seeds, began, say)
            asker.run(lister.answer)
        return _crawled(asker.counts, lister.rejects, state, left)


def _ask_pages(
    asker: Asker, state: State, seeds: Sequence[Seed], began: datetime, say: Callable[[str], None]
) -> list[str]:
    """Queue the newest pages of each source; return the sources with more than they may have in a run.

    A page that could not be had since the run `began` is the next run's.
    """
    left = []
    for source, most in {seed.source: seed.most for seed in seeds}.items():
        pages = state.open_pages(source, began, most + 1)
        for page in pages[:most]:
            asker.ask(_page_job(page))
        if len(pages) > most:
            left.append(source)
            say(f"{source}: the {most} newest pages are fetched now, the rest by the next run")
    return left


def _recover(output: Path, state: State) -> None:
    """Bring archive and state in line after a run that died."""
    known = state.archive_ends()
    ends = recover_archive(raw_folder(output), known)
    with state.transaction():
        for file, end in ends.items():
            if end < known.get(file, end):
                state.lose_tail(file, end)
            else:
                state.extend_archive(file, end)


def _crawled(counts: Counter[str], rejects: Sequence[Reject], state: State, left: Sequence[str]) -> Crawled:
    lost = state.lost_pages()
    pages = [Reject(page.url, page.reason or "failed", page.message or "", url=page.url) for page in lost]
    keys = tuple(page.key for page in lost)
    archives = tuple(state.pending_archives())
    return Crawled(dict(counts), (*rejects, *pages), keys, tuple(left), archives)


def _delays(seeds: Sequence[Seed]) -> dict[str, float]:
    return {seed.source: seed.delay for seed in seeds if seed.delay is not None}


def _seed_job(seed: Seed, state: State) -> Job:
    """Return the first request of a seed; conditional, where its answer is known."""
    kind = seed.kind
    if kind == "auto" and seed.url.lower().partition("?")[0].endswith(_ARCHIVES):
        kind = "archive"
    elif kind == "auto" and is_home(seed.url):
        kind = "home"
    key = canonical_url(seed.url) or seed.url
    job = Job(key, kind, seed.source, key, is_seed=True)
    known = state.document(key)
    if known:
        return job.conditional(known)
    page = state.page(key) if kind in ("page", "auto") else None
    if page is not None and page.state in ("fetched", "changed"):
        return replace(_page_job(page), is_seed=True, source=seed.source)
    return job


def _is_kept(job: Job, state: State) -> bool:
    """Whether it is for a web archive that is here: these do not change."""
    page = state.page(job.key) if job.kind == "archive" else None
    return page is not None and page.state == "fetched"


def _page_job(page: Page) -> Job:
    job = Job(canonical_url(page.url) or page.url, "page", page.source, page.key, page.entry)
    return job.conditional({"etag": page.etag, "last_modified": page.last_modified})
