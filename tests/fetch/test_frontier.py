"""Each host gets one request at a time and its pause; many hosts go side by side; nothing is lost or stuck."""

from __future__ import annotations

import threading
import time
import tracemalloc
from collections import defaultdict
from itertools import pairwise

import pytest

from copydesk.tasks.fetch.frontier import Frontier, Job, host_of, origin_of


class Log:
    """Takes jobs as a host would, and keeps when each began and ended."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.times: defaultdict[str, list[tuple[float, float, str]]] = defaultdict(list)
        self.most_at_once = 0
        self._seconds, self._now = seconds, 0
        self._lock = threading.Lock()

    def __call__(self, job: Job) -> None:
        began = time.monotonic()
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        time.sleep(self._seconds)
        with self._lock:
            self._now -= 1
            self.times[job.host].append((began, time.monotonic(), job.url))

    def gaps(self) -> list[float]:
        """The pauses between the end of a request and the beginning of the next, over all hosts."""
        return [after[0] - before[1] for times in self.times.values() for before, after in pairwise(times)]

    def urls(self, host: str) -> list[str]:
        return [url for _, _, url in self.times[host]]


def job(host: str, number: int = 0, kind: str = "page") -> Job:
    return Job(f"https://{host}/{number}", kind, "test")


def test_one_at_a_time_and_a_pause_for_each_host() -> None:
    frontier, log = Frontier(lambda host: 0.03), Log(0.005)
    for number in range(5):
        for host in range(8):
            frontier.add(job(f"h{host}.example", number))
    began = time.monotonic()
    frontier.run(log, 8)
    assert len(log.gaps()) == 32
    assert min(log.gaps()) >= 0.03
    assert log.most_at_once > 3, "hosts go side by side"
    assert time.monotonic() - began < 1.0, "eight hosts take hardly longer than one"


def test_hosts_have_delays_of_their_own() -> None:
    frontier, log = Frontier(lambda host: 0.1 if host == "slow.example" else 0.0), Log()
    for number in range(3):
        frontier.add(job("slow.example", number))
        frontier.add(job("fast.example", number))
    frontier.run(log, 4)
    slow, fast = log.times["slow.example"], log.times["fast.example"]
    assert slow[-1][0] - slow[0][1] >= 0.2
    assert fast[-1][1] - fast[0][0] < 0.1


def test_order_is_robots_then_lists_then_pages_as_they_came() -> None:
    frontier, log = Frontier(lambda host: 0.0), Log()
    for number, kind in enumerate(("page", "archive", "page", "feed", "sitemap", "robots")):
        frontier.add(job("a.example", number, kind))
    frontier.run(log, 3)
    assert [url[-1] for url in log.urls("a.example")] == ["5", "3", "4", "0", "2", "1"]


def test_a_retry_waits_and_holds_up_nobody() -> None:
    frontier, log = Frontier(lambda host: 0.0), Log()
    began = time.monotonic()
    frontier.add(job("a.example", 1), wait=0.15)
    frontier.add(job("a.example", 2))
    frontier.add(job("b.example", 3))
    frontier.run(log, 2)
    assert log.urls("a.example") == ["https://a.example/2", "https://a.example/1"]
    assert log.times["a.example"][1][0] - began >= 0.15
    assert log.times["b.example"][0][0] - began < 0.1


def test_a_host_that_asks_for_rest_gets_it_and_the_others_go_on() -> None:
    frontier, log = Frontier(lambda host: 0.0), Log()

    def handle(one: Job) -> None:
        log(one)
        if one.url == "https://a.example/0":
            frontier.rest(one.host, 0.15)

    for number in range(2):
        frontier.add(job("a.example", number))
        frontier.add(job("b.example", number))
    frontier.run(handle, 2)
    (_, ended, _), (began, _, _) = log.times["a.example"]
    assert began - ended >= 0.14
    assert log.times["b.example"][1][0] < began - 0.1


def test_jobs_that_lead_to_jobs_are_all_done() -> None:
    frontier = Frontier(lambda host: 0.0)
    done: list[str] = []

    def handle(one: Job) -> None:
        done.append(one.url)
        number = int(one.url.rpartition("/")[2])
        if number < 6:
            for host in ("a.example", "b.example"):
                frontier.add(job(host, number + 1), wait=0.002)

    frontier.add(job("a.example", 1))
    frontier.run(handle, 4)
    assert len(done) == 2**6 - 1


def test_it_can_be_run_again() -> None:
    frontier, log = Frontier(lambda host: 0.02), Log()
    for number in range(2):
        frontier.add(job("a.example", number))
        frontier.run(log, 2)
    assert len(log.urls("a.example")) == 2
    assert min(log.gaps()) >= 0.02, "the pause holds from one run of it to the next"


@pytest.mark.parametrize("error", [RuntimeError("disk full"), KeyboardInterrupt()])
def test_what_a_job_raises_ends_all(error: BaseException) -> None:
    frontier = Frontier(lambda host: 0.0)
    done: list[Job] = []

    def handle(one: Job) -> None:
        done.append(one)
        if len(done) == 3:
            raise error
        time.sleep(0.001)

    for number in range(1000):
        frontier.add(job(f"h{number % 7}.example", number))
    before = threading.active_count()
    with pytest.raises(type(error)):
        frontier.run(handle, 4)
    assert len(done) < 50
    assert threading.active_count() == before, "no thread is left"


def test_an_idle_frontier_waits_without_spinning() -> None:
    frontier, log = Frontier(lambda host: 0.25), Log()
    for number in range(3):
        frontier.add(job("a.example", number))
    cpu = time.process_time()
    frontier.run(log, 64)
    assert time.process_time() - cpu < 0.2


def test_many_jobs_take_little_memory_and_time() -> None:
    frontier, count = Frontier(lambda host: 0.0), 60_000
    jobs = [job(f"h{number % 3}.example", number) for number in range(count)]
    tracemalloc.start()
    began = time.monotonic()
    for one in jobs:
        frontier.add(one)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held / count < 200, "bytes a job, beside the job itself"
    done = []
    frontier.run(done.append, 4)
    assert len(done) == count
    assert time.monotonic() - began < 15


@pytest.mark.parametrize(
    ("url", "host", "origin"),
    [
        ("https://News.example/a", "news.example", "https://news.example"),
        ("http://news.example:8080/a?b#c", "news.example:8080", "http://news.example:8080"),
        ("https://user:secret@news.example/", "news.example", "https://news.example"),
        ("https://[2001:db8::1]:81/x", "[2001:db8::1]:81", "https://[2001:db8::1]:81"),
    ],
)
def test_host_and_origin(url: str, host: str, origin: str) -> None:
    assert (host_of(url), origin_of(url)) == (host, origin)
