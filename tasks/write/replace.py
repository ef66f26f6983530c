"""Put a staged partition folder in the old one's place, in one step."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

from copydesk.tasks.durable import sync_folder

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE
_NOT_HERE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


def put_in_place(staged: Path, target: Path) -> None:
    """Make the staged folder, which holds one file, the partition; the old files end up under `staged`.

    On Linux the two folders change places; where the system or the filesystem can't do that, the
    staged file replaces the old one under the old one's name. The caller syncs the parents.
    """
    if not target.exists():
        os.rename(staged, target)  # noqa: PTH104
    elif not exchange(staged, target):
        (new,) = staged.iterdir()
        old = next(target.iterdir(), target / new.name)
        os.replace(new, old)  # noqa: PTH105
        sync_folder(target)


def take_away(target: Path, bin_folder: Path) -> None:
    """Remove a partition in one step, by moving it to `bin_folder` (which is not there yet)."""
    bin_folder.parent.mkdir(parents=True, exist_ok=True)
    os.rename(target, bin_folder)  # noqa: PTH104


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of a filesystem change places; False where that can't be done here.

    Linux's renameat2(2) with RENAME_EXCHANGE.
    """
    renameat2 = _renameat2()
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _renameat2() -> ctypes._NamedFuncPointer | None:
    if os.name != "posix":
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is not None:
        function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return function
