"""The places that are known: GeoNames' countries, states, counties and towns; regions and waters by hand.

A name is found by a hash of 40 bits of its folded form (a chance hit comes once in ten thousand articles).
`tests/eval/make_gazetteer.py` makes the table and says from what.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KINDS = ("country", "state", "county", "city", "region", "continent", "water", "facility", "other")
VIAS = ("name", "alternate", "people", "abbreviation")
"""How a name is a place's: its own, another, that of its people (`Syrian`), or letters that stand for it."""
DEGREE = 1000
"""Parts of a degree that coordinates are kept in: 110 metres."""

_PATH = Path(__file__).with_name("places_gazetteer.npz")
_WORD = re.compile(r"[^\W_]+")
_LONG_FORM = {"st": "saint", "mt": "mount", "ft": "fort", "ste": "sainte"}


def folded(name: str) -> str:
    """Return a name without case, accents and marks; `St.` and `Saint` are one, and `Mt.`, `Ft.`."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = _WORD.findall(name.casefold().replace("'s", "s").replace("\u2019s", "s"))
    if len(words) > 1:
        words = [_LONG_FORM.get(word, word) for word in words]
    return " ".join(words)


def name_key(name: str) -> int:
    """Return the hash of a name that is known in any case."""
    return _hash(folded(name))


def letters_key(name: str) -> int:
    """Return the hash of letters that are known in their own case only, as `US` and `Ore.`."""
    return _hash("=" + name.replace(" ", ""))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=5).digest(), "big")


class Gazetteer:
    """The table, read once a process; a place is a row of its arrays."""

    def __init__(self, path: Path) -> None:
        """Read the table; what was kept as differences becomes numbers again."""
        with np.load(path) as stored:
            arrays = dict(stored)
        self.kind: NDArray[np.uint8] = arrays["kind"]
        self.latitude = np.cumsum(arrays["latitude"], dtype=np.int32).astype(np.float32) / DEGREE
        self.longitude = np.cumsum(arrays["longitude"], dtype=np.int32).astype(np.float32) / DEGREE
        self.population: NDArray[np.int32] = arrays["population"]
        self.country: NDArray[np.int16] = arrays["country"]
        """The row of the country; -1 for what lies in several."""
        self.state = np.cumsum(arrays["state"], dtype=np.int32)
        self.county = np.cumsum(arrays["county"], dtype=np.int32)
        self.geonames_id: NDArray[np.int32] = arrays["geonames_id"]
        self.is_capital = np.zeros(len(self.kind), dtype=bool)
        self.is_capital[[row for row in arrays["capital"].tolist() if row >= 0]] = True
        self._codes: str = arrays["codes"].tobytes().decode("ascii")
        self._names: bytes = arrays["names"].tobytes()
        self._ends = np.cumsum(arrays["lengths"], dtype=np.int32)
        self._keys = np.cumsum(arrays["keys"], dtype=np.int64)
        self._firsts = np.concatenate(([0], np.cumsum(arrays["counts"], dtype=np.int32)))
        self._rows: NDArray[np.int32] = arrays["rows"]
        self._vias: NDArray[np.uint8] = arrays["vias"]

    def find(self, keys: Iterable[int]) -> list[int]:
        """Return for each key its number among the names; -1 where the name is not known."""
        wanted = np.fromiter(keys, dtype=np.int64)
        found = np.searchsorted(self._keys, wanted).clip(max=len(self._keys) - 1)
        numbers: list[int] = np.where(self._keys[found] == wanted, found, -1).tolist()
        return numbers

    def places(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
        """Return the rows of the places that a name may mean, and how it is theirs (of VIAS)."""
        of_name = slice(self._firsts[number], self._firsts[number + 1])
        return self._rows[of_name], self._vias[of_name]

    def name(self, row: int) -> str:
        """Return GeoNames' name of a place."""
        return self._names[self._ends[row - 1] if row else 0 : self._ends[row]].decode()

    def country_code(self, row: int) -> str | None:
        """Return ISO 3166-1's two letters of the country that a place is or lies in."""
        country = int(self.country[row])
        return self._codes[2 * country : 2 * country + 2] if country >= 0 else None

    def country_row(self, code: str) -> int:
        """Return the row of the country of two letters; -1 where no country has them."""
        places = range(0, len(self._codes), 2)
        return next((place // 2 for place in places if self._codes[place : place + 2] == code), -1)


@cache
def gazetteer() -> Gazetteer:
    """Return the shipped table."""
    return Gazetteer(_PATH)
