"""What goes wrong with the disk where the output lies, told with its remedy."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

_REMEDIES = {
    errno.ENOSPC: "free space there and run again",
    errno.EDQUOT: "free space within your quota and run again",
    errno.EACCES: "make it writable, or name another directory with --output",
    errno.EPERM: "make it writable, or name another directory with --output",
    errno.EROFS: "name a writable directory with --output",
    errno.EIO: "check the disk, then run again",
    errno.EXDEV: "keep the whole output on one filesystem",
}


class OutputError(Exception):
    """The output can't be written as asked; the message says where and what to do."""


@contextmanager
def explained(output: Path) -> Iterator[None]:
    """Turn a failure of the disk into an `OutputError` that names the place and a remedy."""
    try:
        yield
    except pa.ArrowInvalid as error:
        raise OutputError(f"{output}: {error}; run `copydesk check` to see which file is damaged") from error
    except sqlite3.OperationalError as error:
        raise OutputError(f"{output}: {error}; free space there, or see who else uses it") from error
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "look at the cause, then run again")
        cause = os.strerror(error.errno) if error.errno else str(error)
        raise OutputError(
            f"{error.filename or output}: {cause}; {remedy}. Each dataset is whole, old or new."
        ) from error
