"""One writer per output at a time."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from copydesk.tasks.durable import state_folder
from copydesk.tasks.output_error import explained

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        # Byte 1 GB on: a locked byte can't be read by others, and they read who holds the lock.
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _wait(handle: int) -> None:
        while True:
            try:
                os.lseek(handle, 1 << 30, os.SEEK_SET)
                return msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
            except OSError:
                continue
else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _wait(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


@contextmanager
def writer_lock(output: Path, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the output for one writer; the system lets go of it when the holder dies.

    Where another holds it, `on_wait` is told once who and since when, and the call waits.
    """
    path = state_folder(output) / "lock"
    with explained(output):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            _try(handle)
        except (BlockingIOError, PermissionError):
            on_wait(f"{output} is being written by {_holder(path)}; waiting until it is done")
            _wait(handle)
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"process {os.getpid()} on {socket.gethostname()}".encode())
        yield
    finally:
        os.close(handle)


def _holder(path: Path) -> str:
    # The holder writes its name when it takes the lock, so the file's time says since when.
    since = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return f"{path.read_text() or 'another run'} since {since:%Y-%m-%d %H:%M:%S} UTC"
