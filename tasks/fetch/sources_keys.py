"""The keys of `sources.toml`, and what each may say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from copydesk.tasks.address import canonical_url
from copydesk.tasks.fetch.schedule import Schedule, read_schedule

Check = Callable[[Any], Any]
"""Returns the value as it is used; raises ValueError, whose words follow the key's name."""

SOURCE_NAME = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
_KINDS = ("auto", "feed", "sitemap", "home", "page", "list", "archive")
_SIZE = re.compile(r"(\d+)\s*([KMG]?)B?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"is {value!r}; give a text in quotes")
    return value.strip()


def _contact(value: Any) -> str:
    contact = _text(value)
    if not contact.isascii() or not contact.isprintable() or not re.search(r"@|^https?://", contact):
        raise ValueError(f"is {value!r}; give a mail address or a web address where you can be reached")
    return contact


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"is {value!r}; give true or false, without quotes")
    return value


def _seconds(least: float) -> Check:
    def check(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= 86_400:
            raise ValueError(f"is {value!r}; give seconds from {least:g} to 86400, without quotes")
        return float(value)

    return check


def _count(least: int, most: int) -> Check:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"is {value!r}; give a whole number from {least} to {most}")
        return value

    return check


def _size(value: Any) -> int:
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    size = int(found[1]) * _UNITS[found[2].upper()] if found else value
    if isinstance(size, bool) or not isinstance(size, int) or not 1_000 <= size <= 1 << 40:
        raise ValueError(f"is {value!r}; give bytes, or a text such as '20 MB'")
    return size


def _file(value: Any) -> Path:
    path = Path(_text(value)).absolute()
    if not path.is_file():
        raise ValueError(f"is {value!r}, no file; give the path of a PEM file with certificates")
    return path


def _one_or_many(check: Callable[[Any], str]) -> Check:
    def checked(value: Any) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        if not values:
            raise ValueError("is empty; give one or more, or take the key out")
        return tuple(check(one) for one in values)

    return checked


def _address(value: Any) -> str:
    address = _text(value)
    if canonical_url(address) is None:
        raise ValueError(f"is {value!r}; give a whole address that begins with http:// or https://")
    return address


def _pattern(value: Any) -> str:
    pattern = _text(value)
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(
            f"is {value!r}, no regular expression ({error}); put a \\ before signs meant as they stand"
        ) from None
    return pattern


def _kind(value: Any) -> str:
    if value not in _KINDS:
        raise ValueError(f"is {value!r}; give one of {', '.join(_KINDS)}")
    return str(value)


def _schedule(value: Any) -> Schedule:
    try:
        return read_schedule(_text(value))
    except ValueError as error:
        raise ValueError(str(error) if str(error).startswith("is ") else f"is {error}") from None


SETTINGS: dict[str, Check] = {
    "contact": _contact,
    "delay": _seconds(0),
    "longest_delay": _seconds(0),
    "hosts_at_once": _count(1, 1_000),
    "connect_timeout": _seconds(0.1),
    "read_timeout": _seconds(0.1),
    "deadline": _seconds(1),
    "page_bytes": _size,
    "document_bytes": _size,
    "robots_bytes": _size,
    "archive_bytes": _size,
    "archive_deadline": _seconds(1),
    "redirects": _count(0, 50),
    "attempts": _count(1, 20),
    "backoff": _seconds(0),
    "allow_loopback": _flag,
    "trust_environment": _flag,
    "certificates": _file,
}
"""The keys of `[settings]`: the fields of `FetchSettings`."""

SOURCE: dict[str, Check] = {
    "url": _one_or_many(_address),
    "urls": _one_or_many(_address),
    "list": _one_or_many(_text),
    "path": _one_or_many(_text),
    "paths": _one_or_many(_text),
    "kind": _kind,
    "schedule": _schedule,
    "include": _one_or_many(_pattern),
    "exclude": _one_or_many(_pattern),
    "most": _count(1, 1_000_000_000),
    "delay": _seconds(0),
    "enabled": _flag,
}
"""The keys of a `[sources.NAME]`."""
