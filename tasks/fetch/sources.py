"""`sources.toml`: which sources there are, when each is due, and how politely it is fetched.

What is wrong with the file is said all at once, each with its line, its key and the remedy.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from copydesk.tasks.fetch.schedule import Schedule
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.sources_keys import SETTINGS, SOURCE, SOURCE_NAME, Check
from copydesk.tasks.fetch.toml_lines import line_of

SOURCES_FILE = "sources.toml"
"""Looked for in the working directory."""


class SourcesError(ValueError):
    """sources.toml is not as it should be; the message has a line for each fault."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its name: addresses to fetch, or files to load."""

    name: str
    urls: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    """Files with an address a line."""
    paths: tuple[str, ...] = ()
    kind: str = "auto"
    schedule: Schedule | None = None
    include: tuple[str, ...] = ()
    """Regular expressions; an article's address must match one, where there are any."""
    exclude: tuple[str, ...] = ()
    most: int | None = None
    """Articles a run."""
    delay: float | None = None
    """Seconds between two requests to a host of this source; the settings' where None."""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Sources:
    """What the file says."""

    settings: FetchSettings = field(default_factory=FetchSettings)
    named: Mapping[str, Source] = field(default_factory=dict)
    path: str | None = None
    """The file; None where there is none."""


def find_sources(path: str | None) -> Sources:
    """Read the file at `path`, else the one in the working directory, else nothing.

    Raises SourcesError where it is wrong, or is not where `path` says.
    """
    if path is None and not Path(SOURCES_FILE).is_file():
        return Sources()
    return read_sources(Path(path or SOURCES_FILE))


def read_sources(path: Path) -> Sources:
    """Read and check a file; raises SourcesError, which names line, key and remedy of every fault."""
    try:
        text = path.read_text("utf-8-sig")
        document = tomllib.loads(text)
    except FileNotFoundError:
        raise SourcesError(f"{path}: no such file; write one (README.md shows how), or name it") from None
    except UnicodeDecodeError:
        raise SourcesError(f"{path} is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise SourcesError(f"{path} can't be read ({error.strerror}); check its rights") from None
    except tomllib.TOMLDecodeError as error:
        raise SourcesError(f"{path} is not TOML: {error}; correct it there") from None
    reader = _Reader(path, text)
    found = reader.read(document)
    if reader.faults:
        raise SourcesError("\n".join(reader.faults))
    return found


class _Reader:
    """Goes through the parsed document once and keeps the faults that it meets."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text
        self.faults: list[str] = []

    def read(self, document: Mapping[str, Any]) -> Sources:
        known = {"settings": None, "sources": None}
        for name in document:
            if name not in known:
                self._unknown((name,), known)
        settings = FetchSettings(**self._table(("settings",), document.get("settings", {}), SETTINGS))
        sources = document.get("sources", {})
        if not isinstance(sources, dict):
            self._fault(("sources",), "is no table; write [sources.NAME] above each source's keys")
            sources = {}
        named = {name: self._source(name, keys) for name, keys in sources.items()}
        return Sources(settings, named, str(self._path))

    def _source(self, name: str, keys: Any) -> Source:
        place = ("sources", name)
        if not SOURCE_NAME.fullmatch(name):
            self._fault(place, "is no name; use letters, digits, '-', '_' and '.', a letter or digit first")
        before = len(self.faults)
        read = self._table(place, keys, SOURCE)
        wheres = {key: read.pop(key, ()) for key in ("url", "urls", "list", "path", "paths")}
        urls, paths = wheres["url"] + wheres["urls"], wheres["path"] + wheres["paths"]
        folder = self._path.absolute().parent
        if before == len(self.faults) and not (urls or paths or wheres["list"]):
            self._fault(place, "names nothing to read; add url, list or path")
        lists, paths = (tuple(str(folder / entry) for entry in some) for some in (wheres["list"], paths))
        return Source(name, urls, lists, paths, **read)

    def _table(self, place: tuple[str, ...], keys: Any, checks: Mapping[str, Check]) -> dict[str, Any]:
        if not isinstance(keys, dict):
            self._fault(place, f"is no table; write [{'.'.join(place)}] on a line of its own above the keys")
            return {}
        read = {}
        for key, value in keys.items():
            if key not in checks:
                self._unknown((*place, key), checks)
                continue
            try:
                read[key] = checks[key](value)
            except ValueError as error:
                self._fault((*place, key), str(error))
        return read

    def _unknown(self, place: tuple[str, ...], known: Mapping[str, Any]) -> None:
        near = get_close_matches(place[-1], known, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
        self._fault(place, f"is not known; {remedy}")

    def _fault(self, place: tuple[str, ...], says: str) -> None:
        line = line_of(self._text, place)
        where = f"{self._path}, line {line}" if line else str(self._path)
        self.faults.append(f"{where}: {'.'.join(place)} {says}")


def described() -> Iterator[str]:
    """Yield every key that the file may have, as `settings.KEY` and `sources.NAME.KEY`."""
    yield from (f"settings.{key}" for key in SETTINGS)
    yield from (f"sources.NAME.{key}" for key in SOURCE)
