"""A web archive streamed to a file, in as many attempts as it takes."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import IO, Any

from copydesk.tasks.durable import sync_folder, write_small
from copydesk.tasks.fetch.call import Call
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.output_error import explained

_PIECE = 1 << 20
_RANGE = re.compile(r"bytes (?:(?P<first>\d+)-\d+|\*)/(?P<total>\d+|\*)")


class Download:
    """The file under way, `TARGET.part`; `TARGET.part.json` says which version of what it is part of."""

    def __init__(self, target: Path, call: Call) -> None:
        """Look at nothing yet."""
        self._target = target
        self._call = call
        self._part = target.with_name(target.name + ".part")
        self._version = target.with_name(target.name + ".part.json")
        self._had = 0

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for the rest of what is there; none where nothing is."""
        try:
            known = json.loads(self._version.read_bytes())
            size = self._part.stat().st_size
        except (OSError, ValueError):
            return {}
        if not size or not isinstance(known, dict) or known.get("url") != self._call.url:
            return {}
        self._had = size
        return {"Range": f"bytes={size}-", "If-Range": str(known["validator"])}

    def receive(self, raw: Any) -> Exchange:
        """Write the body as it comes, put the file in its place, and return the exchange.

        Raises what reading raises, and OutputError where the file can't be written.
        """
        start, total = self._place()
        if self._call.status == 416 and total == self._had:
            return self._complete()
        if start is None:
            self._forget()
            return self._call.ended("broken_body", "the rest can't be had: the next attempt begins anew")
        if total is not None and total > self._call.most:
            return self._call.ended(
                "too_large", f"the archive has {total} bytes, more than {self._call.most}"
            )
        with explained(self._target):
            self._target.parent.mkdir(parents=True, exist_ok=True)
            if start == 0:
                self._part.unlink(missing_ok=True)
                self._remember_version()
            file = self._part.open("ab")
        with file:
            size = self._copy(raw, file, start)
        if size > self._call.most:
            self._forget()
            return self._call.ended("too_large", f"the archive has more than {self._call.most} bytes")
        if total is not None and size != total:
            return self._call.ended(
                "broken_body", f"{size} of {total} bytes came: the next attempt goes on there"
            )
        return self._complete()

    def _place(self) -> tuple[int | None, int | None]:
        """Return where the body begins in the file, None where it does not fit, and the whole's size."""
        if self._call.status not in (206, 416):
            length = self._call.header("content-length") or ""
            return 0, int(length) if length.isdecimal() else None
        found = _RANGE.fullmatch(self._call.header("content-range") or "")
        if found is None:
            return None, None
        total = int(found["total"]) if found["total"] != "*" else None
        fits = self._call.status == 206 and self._had > 0 and found["first"] == str(self._had)
        return self._had if fits else None, total

    def _copy(self, raw: Any, file: IO[bytes], size: int) -> int:
        while size <= self._call.most and (piece := raw.read1(_PIECE, decode_content=False)):
            size += len(piece)
            self._call.received += len(piece)
            with explained(self._target):
                file.write(piece)
        with explained(self._target):
            file.flush()
            os.fsync(file.fileno())
        return size

    def _complete(self) -> Exchange:
        with explained(self._target):
            self._part.replace(self._target)
            self._version.unlink(missing_ok=True)
            sync_folder(self._target.parent)
        return self._call.ended("ok")

    def _remember_version(self) -> None:
        """Keep what tells this version from another; without that, nothing is gone on with."""
        etag = self._call.header("etag") or ""
        validator = etag if etag.startswith('"') else self._call.header("last-modified")
        if validator:
            known = {"url": self._call.url, "validator": validator}
            write_small(self._version, json.dumps(known).encode())
        else:
            self._version.unlink(missing_ok=True)

    def _forget(self) -> None:
        self._part.unlink(missing_ok=True)
        self._version.unlink(missing_ok=True)
