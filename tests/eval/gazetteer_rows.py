"""A place on its way into the table of places, and the lists by hand that tell of some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.tasks.enrich.places_gazetteer import VIAS, folded, letters_key, name_key

HERE = Path(__file__).parent


@dataclass
class Row:
    """A place on its way into the table; `state`, `county` and `country` are other rows."""

    kind: str
    name: str
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    geonames_id: int = 0
    country: Row | None = None
    state: Row | None = None
    county: Row | None = None
    code: str = ""
    capital: str = ""
    names: dict[int, int] = field(default_factory=dict)
    """The keys of its names, and how each is its."""

    def call(self, names: Sequence[str], via: str) -> None:
        """Add names."""
        for name in names:
            exact = (
                via == "abbreviation"
                or (len(name) < 4 and name.isupper())
                or re.fullmatch(r"(\w\. ?)+", name)
            )
            if folded(name):
                self.names.setdefault(letters_key(name) if exact else name_key(name), VIAS.index(via))


def lines(name: str) -> Iterator[list[str]]:
    """Return the fields of a table beside this script."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def listed(names: str) -> list[str]:
    return [name for name in names.split("|") if name]
