"""What the user names becomes what is fetched and what is loaded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from copydesk.tasks.address import canonical_url
from copydesk.tasks.fetch.seeds import MOST_PAGES, Seed
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.sources import Source, Sources, SourcesError, find_sources

_WEB = ("http://", "https://")
_LIST_NAMES = (".txt", ".text", ".list", ".urls", "")


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How a run fetches, as far as its command says; the rest is in sources.toml."""

    sources_file: str | None = None
    contact: str | None = None
    delay: float | None = None
    allow_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to fetch, how, and which local files it loads."""

    seeds: tuple[Seed, ...]
    paths: tuple[str, ...]
    settings: FetchSettings


def is_address(source: str) -> bool:
    """Whether a SOURCE is an address to fetch."""
    return source.lower().startswith(_WEB)


def plan_sources(given: Sequence[str], options: FetchOptions) -> Plan:
    """Tell addresses, names from sources.toml and local files apart, and look all of them up.

    A name wins over a file that is called so; a text file with nothing but addresses is a list of them.
    Raises SourcesError, with the remedy, where one is none of these.
    """
    sources = find_sources(options.sources_file)
    seeds: list[Seed] = []
    paths: list[str] = []
    for source in given:
        if is_address(source):
            seeds.append(_seed(source))
        elif source in sources.named:
            named = sources.named[source]
            seeds += _seeds_of(named)
            paths += _there(named)
        elif not os.path.lexists(source):
            raise SourcesError(_not_found(source, sources))
        elif (listed := listed_addresses(Path(source))) is not None:
            seeds.append(Seed(source, source, pages=tuple(listed)))
        else:
            paths.append(source)
    return Plan(tuple(seeds), tuple(paths), settled(sources.settings, options))


def settled(settings: FetchSettings, options: FetchOptions) -> FetchSettings:
    """Return the settings with what the command says in place of what the file says."""
    return replace(
        settings,
        contact=options.contact or settings.contact,
        delay=settings.delay if options.delay is None else options.delay,
        allow_loopback=options.allow_loopback or settings.allow_loopback,
    )


def listed_addresses(path: Path) -> list[str] | None:
    """Return the addresses in a text file that holds nothing else, one a line; None for another file.

    Empty lines, and lines that begin with `#`, do not count.
    """
    if path.suffix.lower() not in _LIST_NAMES or not path.is_file():
        return None
    addresses = []
    try:
        for _, line in _lines(path):
            if not is_address(line) or len(line.split()) > 1:
                return None
            addresses.append(line)
    except (OSError, UnicodeDecodeError):
        return None
    return addresses or None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with path.open(encoding="utf-8-sig") as stream:
        for number, line in enumerate(stream, 1):
            if (text := line.strip()) and not text.startswith("#"):
                yield number, text


def _seed(address: str) -> Seed:
    if canonical_url(address) is None:
        raise SourcesError(f"{address}: no address that can be fetched; check its host")
    return Seed(address, address)


def _seeds_of(source: Source) -> Iterator[Seed]:
    seed = Seed(
        "",
        source.name,
        source.kind,
        source.include,
        source.exclude,
        source.most or MOST_PAGES,
        delay=source.delay,
    )
    for address in source.urls:
        yield replace(seed, url=address)
    for path in source.lists:
        yield replace(seed, url=path, pages=tuple(_listed(path, source)))


def _listed(path: str, source: Source) -> Iterator[str]:
    try:
        for number, line in _lines(Path(path)):
            if canonical_url(line) is None:
                raise SourcesError(
                    f"{path}, line {number}: {line[:80]!r} is no whole http(s) address; correct it"
                )
            yield line
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SourcesError(
            f"{path} can't be read ({reason}); source {source.name} names it as its list"
        ) from None


def _there(source: Source) -> tuple[str, ...]:
    for path in source.paths:
        if not os.path.lexists(path):
            raise SourcesError(
                f"{path}: no such file or directory; source {source.name} names it as its path"
            )
    return source.paths


def _not_found(source: str, sources: Sources) -> str:
    says = f"{source}: no such file or directory"
    if near := get_close_matches(source, sources.named, n=1):
        return f"{says}, and no source of {sources.path}; did you mean {near[0]}?"
    if sources.named:
        return f"{says}, and no source of {sources.path}, which has {', '.join(sources.named)}"
    return f"{says}; a SOURCE is an address, a file, a directory or the name of a source in sources.toml"
