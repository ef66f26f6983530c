"""Which files the sources name, what kind each is, and why some cannot be read."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.tasks.article import BYTES_AN_ARTICLE, Reject

_JSONL = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
_PARQUET = (".parquet",)
_ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_UNSUPPORTED = {
    (".json",): "a single JSON document is not a list of articles; write one object a line as .jsonl",
    (".csv", ".tsv", ".xlsx", ".xml"): "convert it to .jsonl or .parquet with a column `text` or `html`",
    (
        ".gz",
        ".zst",
        ".lz4",
        ".zip",
        ".tar",
        ".bz2",
        ".xz",
        ".7z",
    ): "unpack it first (only .jsonl.gz and .jsonl.zst are read)",
}


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read: its path, its kind (as `file_kind` tells it), size in bytes."""

    path: str
    kind: str
    size: int
    modified_ns: int

    @property
    def identity(self) -> str:
        """The file's place, size and time of change: another file there is another identity."""
        return f"{Path(self.path).absolute()}\0{self.size}\0{self.modified_ns}"


def file_kind(path: str) -> str:
    """Tell a file's kind by its name: `jsonl`, `parquet`, `archive`, `html`, `text`, else `unknown`."""
    name = path.lower()
    if name.endswith(_JSONL):
        return "jsonl"
    if name.endswith(_PARQUET):
        return "parquet"
    if name.endswith(_ARCHIVES):
        return "archive"
    if name.endswith((".html", ".htm", ".xhtml", ".shtml")):
        return "html"
    return "text" if name.endswith((".txt", ".text", ".md")) else "unknown"


def walk_sources(sources: Iterable[str], leave_out: Path | None = None) -> Iterator[InputFile | Reject]:
    """Yield every file that `sources` name, directories recursively and in order of name.

    Hidden files and folders in a directory, and the folder `leave_out`, are no inputs. What cannot be read
    comes as a `Reject`. Raises FileNotFoundError where a source itself is not there.
    """
    seen: set[str] = set()
    left_out = os.path.realpath(leave_out) if leave_out else None
    for source in sources:
        path = Path(source)
        if path.is_dir():
            yield from _walk_folder(path, seen, left_out)
        elif not os.path.lexists(path):
            raise FileNotFoundError(f"{source}: no such file or directory")
        else:
            yield _describe(str(path))


def _walk_folder(folder: Path, seen: set[str], left_out: str | None) -> Iterator[InputFile | Reject]:
    pending = [folder]
    while pending:
        current = pending.pop()
        real = os.path.realpath(current)
        if real == left_out:
            continue
        if real in seen:
            message = f"{current} leads back to a folder that was read already; remove the link."
            yield Reject(str(current), "symlink_loop", message)
            continue
        seen.add(real)
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(str(current), error)
            continue
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        pending.extend(Path(entry.path) for entry in reversed(visible) if _is_folder(entry))
        yield from (_describe(entry.path) for entry in visible if not _is_folder(entry))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _describe(path: str) -> InputFile | Reject:
    try:
        status = Path(path).stat()
        if Path(path).is_file() and not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        return _unreadable(path, error)
    kind = file_kind(path)
    problem = _problem(path, kind, status.st_size)
    return Reject(path, *problem) if problem else InputFile(path, kind, status.st_size, status.st_mtime_ns)


def _problem(path: str, kind: str, size: int) -> tuple[str, str] | None:
    """Return why a file can be no input: the reason's code and the message; None where it can."""
    for endings, remedy in _UNSUPPORTED.items():
        if kind == "unknown" and path.lower().endswith(endings):
            return "unsupported", f"{path} cannot be read: {remedy}."
    if not Path(path).is_file():
        return "unsupported", f"{path} is not a regular file; give a file or a folder."
    if kind not in ("jsonl", "parquet", "archive") and size > BYTES_AN_ARTICLE:
        return "too_large", too_large(path, size)
    if size == 0:
        return "empty", f"{path} has no bytes; it may have been cut off while it was saved."
    return None


def too_large(ref: str, size: int) -> str:
    """Return the message for an article of `size` bytes at `ref`."""
    return (
        f"{ref} has {size / 1e6:.0f} MB, more than the {BYTES_AN_ARTICLE / 1e6:.0f} MB that one article "
        "may have; if it holds many articles, give them as .jsonl, one a line."
    )


def _unreadable(path: str, error: OSError) -> Reject:
    remedy = (
        "give the user that runs copydesk the right to read it"
        if isinstance(error, PermissionError)
        else "check it"
    )
    return Reject(path, "unreadable", f"{path} cannot be read ({error.strerror or error}); {remedy}.")
