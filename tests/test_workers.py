import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copydesk.tasks.article import RawArticle
from copydesk.tasks.clean.batch import clean_raws_apart
from copydesk.tasks.workers import TooSlowError, WorkerDiedError, Workers, time_limit


def test_a_slow_piece_of_work_is_given_up() -> None:
    with pytest.raises(TooSlowError), time_limit(0.05):
        while True:
            time.sleep(0.01)
    time.sleep(0.06)  # the timer is gone: nothing comes after the block


def test_a_quick_one_is_not() -> None:
    with time_limit(5):
        pass


def test_results_and_errors_come_back_and_a_dead_worker_is_replaced() -> None:
    workers = Workers(1)
    try:
        assert workers.call(len, "abc") == 3
        with pytest.raises(ZeroDivisionError):
            workers.call(divmod, 1, 0)
        with pytest.raises(WorkerDiedError):
            workers.call(os._exit, 1)
        assert workers.call(len, "abcd") == 4
    finally:
        workers.close()


def is_alive(process: str) -> bool:
    try:
        state = Path("/proc", process, "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # dead, and nobody asked for its exit status yet


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="reads /proc")
def test_a_worker_keeps_to_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    workers = Workers(1)
    assert workers.call(os.getenv, "OMP_NUM_THREADS") == "1"
    workers.close()


def test_workers_end_with_a_run_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import os, signal\nfrom copydesk.tasks.workers import Workers\n"
        "if __name__ == '__main__':\n"
        "    print(Workers(1).call(os.getpid), flush=True)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    run = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, text=True, timeout=60, check=False)
    deadline = time.monotonic() + 20
    while is_alive(run.stdout.strip()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_alive(run.stdout.strip())


def test_an_article_that_kills_its_worker_is_refused_and_the_others_are_cleaned(tmp_path: Path) -> None:
    raws = [
        RawArticle(f"{name}.txt", text=f"Some copy of {name} for the test, long enough.".encode())
        for name in "ab"
    ]
    deadly = RawArticle("deadly.txt", text=_Deadly(b"x"))
    articles, rejects = clean_raws_apart([raws[0], deadly, raws[1]])
    assert [article.raw_ref for article in articles] == ["a.txt", "b.txt"]
    assert [(reject.raw_ref, reject.reason) for reject in rejects] == [("deadly.txt", "killed_worker")]


class _Deadly(bytes):
    """Bytes that end the process that unpacks them, as a bug in a parser would."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)
