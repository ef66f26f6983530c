"""What is still to be asked, host by host: one request at a time for each, and a pause after it.

A job is one exchange. Redirects and retries are jobs of their own, so that each waits for its host's turn.
"""

from __future__ import annotations

import heapq
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from copydesk.tasks.article import FeedEntry

_FIRST = {"robots": 0, "page": 2, "archive": 3}
"""robots.txt goes before all else; what lists pages (1) before pages."""


@dataclass(frozen=True, slots=True)
class Job:
    """One request to be made."""

    url: str
    kind: str
    """One of `exchange.KINDS`."""
    source: str
    key: str = ""
    """The canonical address of the page that it is for; the origin for robots.txt."""
    entry: FeedEntry | None = None
    etag: str | None = None
    last_modified: str | None = None
    attempt: int = 1
    trail: tuple[str, ...] = ()
    """The addresses that were redirected to this one, in order."""

    optional: bool = False
    """A guess: nothing is amiss where it is not there."""
    is_seed: bool = False

    def conditional(self, known: Mapping[str, Any]) -> Job:
        """Return the job asking only for what is newer than `known` (`etag`, `last_modified`)."""
        return replace(self, etag=known.get("etag"), last_modified=known.get("last_modified"))

    @property
    def host(self) -> str:
        """The host and port that it asks."""
        return host_of(self.url)


def host_of(url: str) -> str:
    """Return the host of a canonical address, with its port where that is not the scheme's own."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address: what a robots.txt is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()


@dataclass(slots=True)
class _Host:
    jobs: list[tuple[float, int, int, Job]] = field(default_factory=list)
    busy: bool = False
    free_at: float = 0.0
    rests_until: float = 0.0

    def ready_at(self) -> float:
        return max(self.free_at, self.jobs[0][0])


class Frontier:
    """Jobs waiting, by host. `delay_of` gives the seconds from a host's answer to its next request."""

    def __init__(self, delay_of: Callable[[str], float]) -> None:
        """Begin empty."""
        self._delay_of = delay_of
        self._changed = threading.Condition()
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._ready: list[tuple[float, int, str]] = []
        self._number = count()
        self._open = 0
        self._error: BaseException | None = None

    def add(self, job: Job, wait: float = 0.0) -> None:
        """Queue a job, to be made in `wait` seconds at the earliest."""
        not_before = monotonic() + wait if wait else 0.0
        with self._changed:
            host = self._hosts[job.host]
            entry = (not_before, _FIRST.get(job.kind, 1), next(self._number), job)
            heapq.heappush(host.jobs, entry)
            self._open += 1
            if not host.busy and host.jobs[0] is entry:
                self._offer(job.host, host)

    def rest(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for a while; for whoever handles a job of it."""
        with self._changed:
            self._hosts[host].rests_until = monotonic() + seconds

    def run(self, handle: Callable[[Job], None], threads: int) -> None:
        """Hand every job to `handle`, many hosts side by side, until none is left.

        What `handle` raises ends all and is raised here.
        """
        workers = [threading.Thread(target=self._work, args=(handle,), daemon=True) for _ in range(threads)]
        for worker in workers:
            worker.start()
        try:
            for worker in workers:
                while worker.is_alive():
                    worker.join(1.0)
        except BaseException as error:
            self._end(error)
            raise
        if self._error is not None:
            raise self._error

    def _work(self, handle: Callable[[Job], None]) -> None:
        while (job := self._take()) is not None:
            try:
                handle(job)
            except BaseException as error:
                self._end(error)
                return
            self._release(job)

    def _take(self) -> Job | None:
        with self._changed:
            while self._open and self._error is None:
                wait = None
                while self._ready:
                    at, _, name = self._ready[0]
                    host = self._hosts[name]
                    if host.busy or not host.jobs or at < host.ready_at():
                        heapq.heappop(self._ready)  # another offer of this host holds
                        if not host.busy and host.jobs:
                            self._offer(name, host)
                        continue
                    wait = at - monotonic()
                    break
                if wait is not None and wait <= 0:
                    heapq.heappop(self._ready)
                    host.busy = True
                    if self._ready:
                        self._changed.notify()  # whoever slept until that is due may have been us
                    return heapq.heappop(host.jobs)[3]
                self._changed.wait(wait)
            return None

    def _release(self, job: Job) -> None:
        with self._changed:
            host = self._hosts[job.host]
            host.busy = False
            host.free_at = max(monotonic() + self._delay_of(job.host), host.rests_until)
            self._open -= 1
            if host.jobs:
                self._offer(job.host, host)
            if not self._open:
                self._changed.notify_all()

    def _offer(self, name: str, host: _Host) -> None:
        heapq.heappush(self._ready, (host.ready_at(), next(self._number), name))
        self._changed.notify()

    def _end(self, error: BaseException) -> None:
        with self._changed:
            self._error = self._error or error
            self._changed.notify_all()
