"""Ask for one address after the other: as robots.txt allows, again where that helps, and all on record."""

from __future__ import annotations

import hashlib
import re
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from copydesk.tasks.address import canonical_url
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.frontier import Frontier, Job, host_of, origin_of
from copydesk.tasks.fetch.protocols import Count, Getter, Keeper, uncounted
from copydesk.tasks.fetch.reading import settled_kind
from copydesk.tasks.fetch.retries import Breaker, rest_asked, wait_before_retry
from copydesk.tasks.fetch.robots import FRESH_SECONDS, MOST_REDIRECTS, Robots, rules_of
from copydesk.tasks.fetch.rows import declined, fetch_row
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.state import State

_OF_THE_HOST = frozenset({"refused_address", "dns", "tls", "bad_url"})
"""What is wrong with a host whatever is asked of it."""
_STALE = timedelta(days=30)
"""RFC 9309 2.3.1.4: for so long the last copy may stand in for a robots.txt that can't be reached."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A job that is done with, and how."""

    job: Job
    exchange: Exchange
    robots: str | None = None
    """What robots.txt said of it: `allow`, `disallow` or `unreachable`."""
    packed: Sequence[bytes] = ()
    """The exchange, ready for the archive."""
    asked: bool = True
    """False where the request was declined, though it may bear the outcome of an earlier one."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a crawl is to the run that it is part of."""

    run_id: str
    delays: Mapping[str, float]
    """Seconds between two requests to a host, by source, where other than the settings'."""
    settings: FetchSettings
    raw: Path
    """The folder of the raw archive."""
    count: Count = uncounted


class Asker:
    """Makes the requests of a crawl and keeps them in archive and state."""

    def __init__(
        self,
        client: Getter,
        archive: Keeper,
        state: State,
        run: Run,
    ) -> None:
        """Take what it works with."""
        self._client, self.archive, self._state = client, archive, state
        self._settings, self._run_id, self._delays = run.settings, run.run_id, run.delays
        self._raw, self._count = run.raw, run.count
        self._frontier = Frontier(self._delay)
        self._breaker = Breaker()
        self._lock = threading.Lock()
        self._robots: dict[str, Robots] = {}
        self._unreached: dict[str, Exchange] = {}
        self._waiting: defaultdict[str, list[Job]] = defaultdict(list)
        self._own_delays: dict[str, float] = {}
        self._asked_delays: dict[str, float] = {}
        self.counts = Counter[str]()

    def run(self, answer: Callable[[Answer], None]) -> None:
        """Make all requests; `answer` gets each that is done with, and may ask further."""
        self._frontier.run(lambda job: self._handle(job, answer), self._settings.hosts_at_once)

    def ask(self, job: Job) -> None:
        """Queue a request until its host's robots.txt is known and its turn has come."""
        origin = origin_of(job.url)
        with self._lock:
            known = origin in self._robots
            if not known:
                self._waiting[origin].append(job)
                if len(self._waiting[origin]) > 1:
                    return
        if job.source in self._delays:
            self._own_delays[job.host] = self._delays[job.source]
        if known:
            self._frontier.add(job)
        else:
            self._ask_robots(origin, job.source)

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's host names."""
        robots = self._robots.get(origin_of(url))
        return robots.sitemaps if robots else ()

    def _delay(self, host: str) -> float:
        own = self._own_delays.get(host, self._settings.delay)
        return min(max(own, self._asked_delays.get(host, 0.0)), max(own, self._settings.longest_delay))

    # robots.txt

    def _ask_robots(self, origin: str, source: str) -> None:
        url = f"{origin}/robots.txt"
        known = self._state.document(url)
        age = datetime.now(UTC) - datetime.fromisoformat(known["checked_at"]) if known else None
        if age is not None and age < timedelta(seconds=FRESH_SECONDS):
            self._settle(origin, Robots.read(known["body"] or b""))
            return
        self._frontier.add(Job(url, "robots", source, origin).conditional(known))

    def _settle(self, origin: str, robots: Robots) -> None:
        with self._lock:
            self._robots[origin] = robots
            waiting = self._waiting.pop(origin, [])
            host = host_of(origin)  # http and https of it are one host
            self._asked_delays[host] = max(robots.delay, self._asked_delays.get(host, 0.0))
        for job in waiting:
            self._frontier.add(job)

    def _take_robots(self, job: Job, exchange: Exchange) -> None:
        answer = self._kept(job, exchange, None)
        url = f"{job.key}/robots.txt"
        body = rules_of(exchange)
        known = self._state.document(url)
        with self._state.transaction():
            self.record(answer)
            if body is not None:
                facts = {**exchange.validators, "body": body}
                self._state.keep_document(url, "robots", exchange.asked_at, facts)
            elif exchange.outcome == "not_modified":
                self._state.confirm_document(url, exchange.asked_at)
        if body is None and known:
            age = exchange.asked_at - datetime.fromisoformat(known["checked_at"])
            body = known["body"] if age < _STALE or exchange.outcome == "not_modified" else None
        if body is None:
            self._unreached[job.key] = exchange
            self._settle(job.key, Robots.read(b"", reachable=False))
        else:
            self._settle(job.key, Robots.read(body))

    # One job

    def _handle(self, job: Job, answer: Callable[[Answer], None]) -> None:
        said = None
        if job.kind != "robots":
            said = self._robots[origin_of(job.url)].decision(job.url)
            if refusal := self._refusal(job, said):
                answer(Answer(job, refusal, said, asked=False))
                return
            if self._is_here(job):
                return
        exchange = self._ask_now(job)
        self._breaker.note(job.host, exchange)
        if not self._breaker.is_open(job.host):
            self._frontier.rest(job.host, rest_asked(exchange))
        exchange = self._judged(job, exchange)
        wait = wait_before_retry(exchange, job.attempt, self._settings.attempts, self._settings.backoff)
        if wait is not None:
            self._pass(job, exchange, said)
            self._frontier.add(replace(job, attempt=job.attempt + 1), wait)
        elif exchange.outcome == "redirect":
            self._pass(job, exchange, said)
            self._follow(job, exchange)
        elif job.kind == "robots":
            self._take_robots(job, exchange)
        else:
            answer(self._kept(job, exchange, said))

    def _refusal(self, job: Job, said: str) -> Exchange | None:
        now = datetime.now(UTC)
        if said == "disallow":
            return declined(job, "robots_disallowed", "its robots.txt forbids it", now)
        if said == "unreachable":
            return self._unreachable(job, now)
        if self._breaker.is_open(job.host):
            return declined(job, "circuit_open", f"{job.host} failed too often in this run", now)
        return None

    def _unreachable(self, job: Job, now: datetime) -> Exchange:
        """Return what a request for robots.txt that failed means for the others to its host."""
        why = self._unreached[origin_of(job.url)]
        if why.outcome in _OF_THE_HOST:
            return declined(job, why.outcome, why.message or why.outcome, now)
        what = why.message or (f"the server answered {why.status}" if why.status else why.outcome)
        return declined(job, "robots_unreachable", f"its robots.txt can't be had: {what}", now)

    def _is_here(self, job: Job) -> bool:
        """Whether a page came meanwhile under another address that led to it."""
        if job.kind != "page" or job.is_seed or job.trail or job.attempt > 1:
            return False
        page = self._state.page(job.key)
        return page is not None and page.state == "fetched"

    def _ask_now(self, job: Job) -> Exchange:
        if job.kind == "archive":
            return self._client.download(job.url, self.archive_path(job.url))
        return self._client.get(job.url, job.kind, job.etag, job.last_modified)

    def archive_path(self, url: str) -> Path:
        """Return where a web archive from elsewhere is kept."""
        digest = hashlib.sha256(url.encode()).hexdigest()[:8]
        name = re.sub(r"[^\w.-]+", "_", url.partition("?")[0].rpartition("/")[2], flags=re.ASCII)
        return self._raw / f"from-{host_of(url).replace(':', '_')}-{digest}-{name[-120:]}"

    def _judged(self, job: Job, exchange: Exchange) -> Exchange:
        """Return the exchange with its kind settled, and with a redirect that leads nowhere named so."""
        if exchange.outcome == "redirect":
            return self._judged_redirect(job, exchange)
        if exchange.outcome != "ok" or job.kind in ("robots", "archive"):
            return exchange
        kind = settled_kind(job.kind, exchange)
        if kind == "other":
            what = exchange.header("Content-Type") or "no Content-Type"
            return replace(exchange, outcome="wrong_type", message=f"it is no page or list of pages ({what})")
        return replace(exchange, kind=kind)

    def _judged_redirect(self, job: Job, exchange: Exchange) -> Exchange:
        target = canonical_url(exchange.redirect_to or "")
        most = MOST_REDIRECTS if job.kind == "robots" else self._settings.redirects
        if target is None:
            return replace(exchange, outcome="bad_url", message="it redirects to what is no web address")
        if target == job.url or target in job.trail:
            return replace(exchange, outcome="redirect_loop", message="it redirects in a circle")
        if len(job.trail) >= most:
            message = f"it redirects more than {most} times"
            return replace(exchange, outcome="too_many_redirects", message=message)
        return exchange

    def _follow(self, job: Job, exchange: Exchange) -> None:
        target = canonical_url(exchange.redirect_to or "") or job.url
        trail = (*job.trail, job.url)
        onward = replace(job, url=target, trail=trail, attempt=1, etag=None, last_modified=None)
        if job.kind == "robots":
            self._frontier.add(onward)
            return
        page = self._state.page(target) if job.kind == "page" else None
        if page is not None and page.state == "fetched" and target != job.key:
            with self._state.transaction():
                if known := self._state.page(job.key):
                    self._state.keep_page(known.fetched(exchange, known.quiet))
            return
        self.ask(onward)

    def record(self, answer: Answer) -> None:
        """Put an exchange into the archive and on record.

        It is for a transaction of the state, which holds what follows from it too: so the archive has nothing
        from before its last recorded byte that is not on record.
        """
        job, exchange, where = answer.job, answer.exchange, None
        is_page = exchange.kind == "page" and exchange.outcome == "ok"
        if answer.packed:
            place = self.archive.append(answer.packed)
            self._state.extend_archive(place.file, place.end)
            where = (place.file, place.offset)
        self._state.keep_fetch(fetch_row(job, exchange, self._run_id, answer.robots, where))
        with self._lock:
            # A host without a robots.txt is none that failed.
            if exchange.kind != "robots" or exchange.outcome != "http_error":
                self.counts[exchange.outcome] += 1
            self.counts["requests"] += answer.asked
            self.counts["bytes"] += exchange.wire_bytes
            self.counts["pages"] += is_page
            if is_page:
                self._count("fetched", 1, 0)

    def _kept(self, job: Job, exchange: Exchange, said: str | None) -> Answer:
        """Return the answer with its exchange ready for the archive."""
        if exchange.status is None or exchange.kind == "archive":
            return Answer(job, exchange, said)
        entry = job.entry if exchange.kind == "page" and exchange.outcome == "ok" else None
        return Answer(job, exchange, said, self.archive.pack(exchange, entry))

    def _pass(self, job: Job, exchange: Exchange, said: str | None) -> None:
        answer = self._kept(job, exchange, said)
        with self._state.transaction():
            self.record(answer)
