import os
import subprocess
import sys
import threading

import pytest

from copydesk.tasks.output_error import OutputError
from copydesk.tasks.write.lock import writer_lock

HOLDER = """
import sys
from pathlib import Path
from copydesk.tasks.write.lock import writer_lock
with writer_lock(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


def refuse(message):
    raise AssertionError(message)


def test_the_lock_can_be_taken_again_when_it_was_let_go(tmp_path):
    for _ in range(2):
        with writer_lock(tmp_path, refuse):
            assert f"process {os.getpid()}" in (tmp_path / ".copydesk" / "lock").read_text()


def test_a_second_writer_says_for_whom_it_waits(tmp_path):
    said = []
    waiting = threading.Event()

    def second():
        with writer_lock(tmp_path, lambda message: (said.append(message), waiting.set())):
            said.append("held")

    with writer_lock(tmp_path, refuse):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        assert len(said) == 1 and f"process {os.getpid()} on" in said[0] and "UTC" in said[0]
    thread.join(10)
    assert said[1:] == ["held"]


def test_a_dead_writer_holds_nothing(tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    with writer_lock(tmp_path, refuse):
        pass


def test_an_output_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file"), writer_lock(tmp_path / "file", refuse):
        pass
