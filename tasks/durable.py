"""What lies beside the datasets: where, and how it is written so that it survives a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder(output: Path) -> Path:
    """Return the folder for everything that is no dataset, on the same filesystem."""
    return output / ".copydesk"


def write_small(path: Path, content: bytes) -> None:
    """Write a small file in one step, so that it survives a power cut whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".unfinished")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)  # noqa: PTH105 -- beside os.fsync, which has no other form
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make a file's content durable."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable (where the platform can open folders)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
