"""The IPTC Media Topics: their names, the topic above each, and the top level.

`topics_names.json` holds the topics that IPTC had not retired by March 2025, with their names in eleven
languages. They are IPTC's, under CC BY 4.0 (https://iptc.org/standards/media-topics/). One name is changed:
`medtop:20000076`, now `peace talks`, is called by the name that IPTC's Subject Codes gave it, `peace
negotiations`.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def read_table(name: str) -> dict[str, str | list[str]]:
    """Read one of the tables that stand beside this module, keyed by the topic's number."""
    table: dict[str, str | list[str]] = json.loads((_HERE / name).read_text(encoding="utf-8"))
    return table


@cache
def _names() -> dict[str, list[str]]:
    return {topic: list(values) for topic, values in read_table("topics_names.json").items()}


@cache
def _bearers() -> dict[str, str]:
    return {name: topic for topic, (_, _, own) in _names().items() for name in own.split("|") if name}


def name_of(topic: str) -> str:
    """Return a topic's English name. Raises KeyError for a number that is no topic's."""
    return _names()[topic][0]


@cache
def top_of(topic: str) -> str:
    """Return the topmost of the topics above this one, which may be itself."""
    above = _names()[topic][1]
    return top_of(above) if above else topic


def folded(label: str) -> str:
    """Return a section's or tag's name as the tables spell it."""
    label = unicodedata.normalize("NFC", label.casefold().replace("-", " ").replace("_", " "))
    return " ".join(label.lstrip("#").split())


def topic_named(label: str) -> str | None:
    """Return the topic that bears this name in one of IPTC's languages, None where there is none."""
    return _bearers().get(folded(label)) or _bearers().get(label.casefold().strip())
