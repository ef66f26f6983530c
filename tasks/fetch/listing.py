"""What an answer means: documents list pages and name documents, pages are had or lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from copydesk.tasks.address import canonical_url
from copydesk.tasks.article import Reject
from copydesk.tasks.fetch.asking import Answer, Asker
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.fragments import teaser_text
from copydesk.tasks.fetch.frontier import Job
from copydesk.tasks.fetch.pages import Page
from copydesk.tasks.fetch.reading import Listed, read_document
from copydesk.tasks.fetch.rows import lost_for_good, message_of, reason_of, reject_of
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.state import State

_PAGES_AT_ONCE = 2_000


class Lister:
    """Takes answers, keeps what follows from them in the state, and asks for what they lead to."""

    def __init__(self, asker: Asker, state: State, seeds: Sequence[Seed], say: Callable[[str], None]) -> None:
        """Begin; `say` is told of documents that could not be had or read whole."""
        self._asker, self._state, self._say = asker, state, say
        self._seeds = {seed.source: seed for seed in reversed(seeds)}
        self._lock = threading.Lock()
        self._asked: set[str] = set()
        self._homes: dict[str, Job] = {}
        self._found: set[str] = set()
        self.rejects: list[Reject] = []
        """Seeds that could not be had; pages are in the state."""

    def answer(self, answer: Answer) -> None:
        """Take one answer."""
        job, exchange = answer.job, answer.exchange
        if exchange.kind in ("page", "archive"):
            self._take_page(answer)
        elif exchange.outcome == "ok":
            self._take_document(answer)
        elif exchange.outcome == "not_modified":
            self._take_unchanged(answer)
        else:
            with self._state.transaction():
                self._asker.record(answer)
            self._miss(job, exchange)

    def list_pages(self, seeds: Iterable[Seed]) -> None:
        """Take the pages that seeds list themselves."""
        now = datetime.now(UTC)
        for seed in seeds:
            with self._state.transaction():
                for url in seed.pages:
                    if canonical_url(url) is None:
                        message = f"{url} is no web address; correct it in {seed.url}."
                        self.rejects.append(Reject(url, "bad_url", message, url=url))
                    else:
                        self._list(seed.source, Listed(url), now)

    def end_lists(self) -> None:
        """Reject the home pages that led to no list of pages."""
        for source, job in self._homes.items():
            if source not in self._found:
                message = f"{job.url} names no feed and no sitemap; give the address of one, or of its pages."
                self.rejects.append(Reject(job.url, "nothing_found", message, url=job.url))

    # Documents

    def _note(self, job: Job, exchange: Exchange) -> None:
        """Note whether a source's home page is had, or a list of its pages."""
        with self._lock:
            if exchange.kind == "home":
                self._homes[job.source] = job
            else:
                self._found.add(job.source)

    def _take_document(self, answer: Answer) -> None:
        job, exchange = answer.job, answer.exchange
        reading = read_document(exchange.kind, exchange, self._asker.sitemaps(job.url))
        for problem in reading.problems:
            self._say(f"{job.url}: {problem}")
        links = reading.links or (reading.guesses if job.is_seed else ())
        self._note(job, exchange)
        # Pages first: where the run dies between, the document is simply read again.
        for start in range(0, len(reading.pages), _PAGES_AT_ONCE):
            with self._state.transaction():
                for listed in reading.pages[start : start + _PAGES_AT_ONCE]:
                    self._list(job.source, listed, exchange.asked_at)
        with self._state.transaction():
            self._asker.record(answer)
            facts = {**exchange.validators, "links": links}
            self._state.keep_document(job.key, exchange.kind, exchange.asked_at, facts)
        if not (links or reading.pages) and reading.problems and job.is_seed:
            message = f"{job.url}: {'; '.join(reading.problems)}."
            self.rejects.append(Reject(job.url, "broken_list", message, url=job.url))
        self._ask_links(job, links, optional=not reading.links)

    def _take_unchanged(self, answer: Answer) -> None:
        job = answer.job
        self._note(job, answer.exchange)
        links = self._state.links(job.key)
        with self._state.transaction():
            self._asker.record(answer)
            self._state.confirm_document(job.key, answer.exchange.asked_at)
        self._ask_links(job, links, optional=True)

    def _ask_links(self, job: Job, links: Sequence[tuple[str, str]], optional: bool) -> None:
        for url, kind in links:
            address = canonical_url(url)
            with self._lock:
                if address is None or address in self._asked:
                    continue
                self._asked.add(address)
            known = self._state.document(address)
            link = Job(address, kind, job.source, address, optional=optional)
            self._asker.ask(link.conditional(known))

    def _list(self, source: str, listed: Listed, now: datetime) -> None:
        key = canonical_url(listed.url)
        if key is None or not self._seeds[source].wants(key):
            return
        page = self._state.page(key) or Page(key, listed.url, source)
        self._state.keep_page(page.listed(listed.url, listed.stamp, listed.entry, now))

    def _miss(self, job: Job, exchange: Exchange) -> None:
        if job.is_seed:
            self.rejects.append(reject_of(job.url, exchange))
        elif not job.optional:
            self._say(message_of(job.url, exchange))

    # Pages

    def _take_page(self, answer: Answer) -> None:
        job, exchange = answer.job, answer.exchange
        teaser, page = "", self._state.page(job.key) or Page(job.key, (*job.trail, job.url)[0], job.source)
        if exchange.outcome == "not_modified":
            page = page.fetched(exchange, page.quiet + 1)
        elif exchange.outcome == "ok":
            page = page.fetched(exchange)
        else:
            page, teaser = _lost(page, exchange)
        with self._state.transaction():
            self._asker.record(answer)
            self._state.keep_page(page)
            if teaser and page.entry:
                place = self._asker.archive.write_teaser(page.url, page.entry, exchange.asked_at, teaser)
                self._state.extend_archive(place.file, place.end)
            if exchange.outcome == "ok" and job.url != job.key and exchange.kind == "page":
                self._state.keep_page(replace(page, key=job.url))
            if exchange.outcome == "ok" and exchange.kind == "archive":
                file = self._asker.archive_path(job.url)
                self._state.extend_archive(file.name, file.stat().st_size)


def _lost(page: Page, exchange: Exchange) -> tuple[Page, str]:
    """Return the page after it could not be had, and the feed's text that stands in for it, if any."""
    lost = page.lost(
        exchange.asked_at, reason_of(exchange), message_of(page.url, exchange), lost_for_good(exchange)
    )
    if page.fetched_at is not None or page.teased:
        # It was filed already; what changed in it may be had another time.
        return replace(lost, reason=None, message=None), ""
    if page.entry is None or not (text := teaser_text(page.entry)):
        return lost, ""
    return replace(lost, reason=None, message=None, teased=1), text
