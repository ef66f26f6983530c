"""A whole run, from a site to datasets, that is killed with SIGKILL: the next leaves what an undisturbed one does.

It is killed at points spread evenly over all that it does to files and sockets: before each opening, renaming,
removal or connection that Python's audit events tell. A process that has the modules loaded forks one for
each kill.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

import pytest

from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.write import check_output
from tests.conftest import Rows
from tests.flows.site import Courier, served
from tests.flows.stages import contents, filed

POINTS, ARTICLES = 30, 8
HOSTS_AT_ONCE = 1
EVENTS = frozenset(
    {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "sqlite3.connect", "socket.connect"}
)
START = multiprocessing.get_context("forkserver")
START.set_forkserver_preload([__name__])


def _watch(output: Path, step: Callable[[], None]) -> None:
    """Have this process take a step before each thing that it does to the output or to the network."""
    inside = str(output)

    def heard(event: str, given: tuple[Any, ...]) -> None:
        if event in EVENTS and (event == "socket.connect" or inside in str(given[0])):
            step()

    sys.addaudithook(heard)


def _run(seeds: tuple[Seed, ...], output: Path, at: int, steps: Synchronized[int] | None = None) -> None:
    counted = count(1)

    def step() -> None:
        number = next(counted)
        if steps is not None:
            steps.value = number
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)

    _watch(output, step)
    filed(seeds, output)


def _ended(*given: Any) -> int | None:
    process = START.Process(target=_run, args=given)
    process.start()
    process.join(60)
    return process.exitcode


@pytest.fixture(scope="module")
def courier() -> Iterator[Courier]:
    with served(Courier(articles=ARTICLES, forbidden=1, crawl_delay=0)) as courier:
        yield courier


@pytest.fixture(scope="module")
def calm(courier: Courier, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The output of a run that nothing disturbs, and how many steps it took."""
    output, steps = tmp_path_factory.mktemp("calm"), START.Value("i", 0)
    assert _ended((Seed(f"{courier.address}/", "courier"),), output, 0, steps) == 0
    return output, steps.value


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_and_run_again(
    courier: Courier, calm: tuple[Path, int], tmp_path: Path, rows: Rows, point: int
) -> None:
    whole, steps = calm
    seeds = (Seed(f"{courier.address}/", "courier"),)
    courier.site.log.clear()
    assert _ended(seeds, tmp_path, 1 + point * (steps - 1) // POINTS) == -signal.SIGKILL
    filed(seeds, tmp_path)
    asked = Counter(courier.asked("news/"))
    assert len(asked) == ARTICLES
    assert asked.total() <= ARTICLES + HOSTS_AT_ONCE, "nothing is asked twice but what was under way"
    one, two = contents(rows, tmp_path), contents(rows, whole)
    # The run after asks whether the lists are unchanged, and decides anew what it may not ask.
    again = {row for row in one.pop("fetches") if not row.endswith("not_modified")}
    assert again == set(two.pop("fetches"))
    assert one == two
    assert [problem for problem in check_output(tmp_path) if "runs" not in problem] == []
