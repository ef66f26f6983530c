"""Counts of letters, capitals and digits in all lines of a text at once, by a table of characters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

_CODES = 0x10000
_LETTER, _CAPITAL, _DIGIT = 0, 21, 42
"""Where the three counts stand in one number: lines are far shorter than two million characters."""


@cache
def _table() -> npt.NDArray[np.int64]:
    every = list(map(chr, range(_CODES)))
    columns = (
        (np.fromiter(map(test, every), dtype=np.int64, count=_CODES) << place)
        for test, place in ((str.isalpha, _LETTER), (str.isupper, _CAPITAL), (str.isdigit, _DIGIT))
    )
    return np.asarray(sum(columns))


def count_characters(lines: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """Return for each line (none of them empty) how many letters, capitals and digits it has."""
    joined = "".join(lines)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    packed = _table().take(np.minimum(codes, _CODES - 1))
    for place in np.flatnonzero(codes >= _CODES).tolist():
        packed[place] = _count(joined[place])
    lengths = np.fromiter(map(len, lines), dtype=np.int64, count=len(lines))
    sums = np.add.reduceat(packed, np.cumsum(lengths) - lengths)
    counts = (sums >> place & 0x1FFFFF for place in (_LETTER, _CAPITAL, _DIGIT))
    letters, capitals, digits = (count.tolist() for count in counts)
    return letters, capitals, digits


def _count(character: str) -> int:
    letter, capital = character.isalpha() << _LETTER, character.isupper() << _CAPITAL
    return letter | capital | character.isdigit() << _DIGIT
