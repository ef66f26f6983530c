"""Killed or failing at any point, the next run leaves the same datasets as if nothing had happened."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from copydesk.tasks.output_error import OutputError
from copydesk.tasks.write import replace
from copydesk.tasks.write.filing import file_batches

OPERATIONS = ("rename", "replace", "fsync", "mkdir", "unlink", "rmdir")


class Killed(BaseException):
    """Stands for SIGKILL: nothing may be done after it."""


class Saboteur:
    """Counts the filesystem's operations and lets one fail, and where it kills all that follow."""

    def __init__(self, monkeypatch, fail_at, failure):
        self.count = 0
        self.journal = range(0)
        self.fail_at = fail_at
        self.failure = failure
        for name in OPERATIONS:
            monkeypatch.setattr(os, name, self.watched(getattr(os, name)))
        monkeypatch.setattr(replace, "exchange", self.watched(replace.exchange))

    def watched(self, operation):
        def call(*arguments, **options):
            self.count += 1
            if str(arguments[-1]).endswith("journal.json"):
                self.journal = range(self.journal.start or self.count, self.count + 1)
            dead = isinstance(self.failure, Killed) and self.count > self.fail_at
            if self.count == self.fail_at or dead:
                raise self.failure
            return operation(*arguments, **options)

        return call


@pytest.fixture
def scene(desk, article, run):
    """An output, and a second run over it that adds, changes, moves, empties and rebuilds."""
    early, late = datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
    first = [article(n) for n in range(4)] + [article(9, published_at=None), article(12, fetched_at=late)]
    # A copy that comes in the second run is earlier, so the story moves to its month and the rows are amended.
    story = " ".join(f"word{n}" for n in range(60))
    first += [article(20, opening=story), article(21, opening=story)]
    desk.file(first, rejects=[("x", "empty", "m")])
    earliest = article(22, opening=story, published_at=datetime(2016, 12, 3, tzinfo=UTC))
    staged = [desk.stage([article(0, title="Changed"), article(6), article(9), earliest])]
    staged.append(desk.stage([article(12, title="Older", fetched_at=early)]))
    staged.append(desk.stage([article(12, title="Newer", fetched_at=late + timedelta(days=1))]))
    kept = desk.folder / "kept"
    shutil.copytree(desk.output, kept)
    before = desk.content()

    def restore():
        shutil.rmtree(desk.output)
        shutil.copytree(kept, desk.output)

    def again():
        return file_batches(staged, [], desk.output, run("run-2"))

    again()
    after = desk.content()
    assert before != after and len(after["revisions"]) == 2
    assert before["stories"] != after["stories"] and len(after["stories"]) == 1
    restore()
    return desk, before, after, again, restore


def sabotaged(again, fail_at, failure):
    with pytest.MonkeyPatch.context() as patch:
        saboteur = Saboteur(patch, fail_at, failure)
        try:
            again()
        except (Killed, OutputError) as error:
            return saboteur, error
    return saboteur, None


def points(again, of_staging):
    """The operations at which to fail: some of the staging, which are all alike, and all of the commit."""
    saboteur, _ = sabotaged(again, sys.maxsize, Killed())
    assert len(saboteur.journal) > 10 and saboteur.journal.start > 40
    staging = range(1, saboteur.journal.start, saboteur.journal.start // of_staging)
    return [*staging, *saboteur.journal, saboteur.count - 1]


def partition_contents(desk):
    """The rows of each partition, read as any reader does that globs the folders."""
    return {
        path.parent.relative_to(desk.output): pq.read_table(path, partitioning=None).to_pylist()
        for path in desk.files()
    }


def test_killed_at_any_operation_the_next_run_completes_it(scene):
    desk, _, after, again, restore = scene
    old = partition_contents(desk)
    again()
    new = partition_contents(desk)
    restore()
    for fail_at in points(again, of_staging=4):
        restore()
        _, error = sabotaged(again, fail_at, Killed())
        assert error is not None
        for partition, rows in partition_contents(desk).items():
            assert rows in (old.get(partition), new.get(partition)), (fail_at, partition)
        again()
        assert desk.content() == after, fail_at
        assert not (desk.output / ".copydesk" / "journal.json").exists()
        assert not (desk.output / ".copydesk" / "staging").exists()


def test_killed_while_recovering_the_next_run_completes_it(scene):
    desk, _, after, again, restore = scene
    for second, fail_at in enumerate(points(again, of_staging=1)[1::4], start=1):
        restore()
        sabotaged(again, fail_at, Killed())
        sabotaged(again, second, Killed())
        again()
        assert desk.content() == after, (fail_at, second)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failing_disk_is_named_and_harms_nothing(scene, code):
    desk, before, after, again, restore = scene
    for fail_at in points(again, of_staging=3)[::4]:
        restore()
        _, error = sabotaged(again, fail_at, OSError(code, os.strerror(code)))
        if error is not None:
            assert os.strerror(code) in str(error) and "run again" in str(error)
            if not (desk.output / ".copydesk" / "journal.json").exists():
                assert desk.content() in (before, after)
        again()
        assert desk.content() == after, fail_at


def test_a_full_disk_while_parquet_is_written_leaves_the_old_data(scene, monkeypatch):
    desk, before, after, again, _ = scene

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(pq.ParquetWriter, "write_table", full)
        with pytest.raises(OutputError, match=r"No space left on device; free space there and run again"):
            again()
    assert desk.content() == before
    assert not (desk.output / ".copydesk" / "staging").exists()
    again()
    assert desk.content() == after


SCRIPT = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from copydesk.tasks.write import replace
from copydesk.tasks.write.filing import RunStamp, file_batches

exchange = replace.exchange
def deadly(one, other):
    done = exchange(one, other)
    os.kill(os.getpid(), signal.SIGKILL)
    return done
replace.exchange = deadly
*staged, output = sys.argv[1:]
file_batches([Path(one) for one in staged], [], Path(output), RunStamp("run-2", datetime(2026, 11, 1, tzinfo=UTC), "1"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="exchanging folders is Linux's")
def test_a_real_kill_between_two_partitions_is_completed(scene):
    desk, before, after, again, _ = scene
    staged = [desk.folder / f"batch-{number}.parquet" for number in (2, 3, 4)]
    killed = subprocess.run([sys.executable, "-c", SCRIPT, *staged, desk.output], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (desk.output / ".copydesk" / "journal.json").exists()
    assert desk.content() not in (before, after)
    assert again().changed is False
    assert desk.content() == after
