"""Use all cores: worker processes that live as long as a run and are replaced when one dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")


class WorkerDiedError(Exception):
    """A worker process ended in the middle of its work: out of memory, or killed."""


class TooSlowError(Exception):
    """A piece of work took longer than it may."""


class Workers:
    """`count` processes, started when first needed. Spawned, since a forked pyarrow can hang."""

    def __init__(self, count: int | None = None) -> None:
        """Take the number of processes; all cores where None."""
        self.count = count or os.cpu_count() or 1
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    def call(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Run `function` in a worker and return its result; raises what it raises, or WorkerDiedError.

        When a worker dies, the calls of all others break with it: each is tried once more.
        """
        for _ in range(2):
            pool = self._open()
            try:
                return pool.submit(function, *arguments).result()
            except BrokenProcessPool:
                self._discard(pool)
        raise WorkerDiedError(f"a worker process died twice in {function.__name__}")

    def _open(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers were closed, since the run ended")
            if self._pool is None:
                # There is a worker for each core: numpy's own threads would stand in each other's way, and
                # their number is settled by what a process finds when it loads numpy.
                for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
                    os.environ.setdefault(name, "1")
                spawn = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self.count, spawn, initializer=_end_with_parent)
            return self._pool

    def _discard(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the processes; work that has not begun is given up."""
        with self._lock:
            pool, self._pool, self._closed = self._pool, None, True
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)


def _end_with_parent() -> None:
    """Watch the run from its worker: one that was killed cannot end its workers, and they would wait on."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the body after `seconds`; no limit where there is no SIGALRM."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlowError(f"it took more than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
