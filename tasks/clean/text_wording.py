"""What the words of a line say of it: how often lines with them stood in a body, on publishers at large.

A term is a word or a pair of words, the line's edges among them. Its weight is the logarithm of the odds that
a line of its length with the term stands in the body, against those of all such lines (naive Bayes; the
publishers count alike). The weights lie in `weights_wording.npz` beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

LENGTHS = (45, 140)
"""Characters up to which a line is short or middling: a word means another thing in a heading."""
SCALE = 20.0
"""Weights are kept as whole numbers, so many to one."""
_OWN = ("mean", "total", "lowest", "low", "high")
_NEIGHBOURS = (-2, -1, 1, 2)
_WIDTHS = (4, 10)
_OF_NEIGHBOUR = 3
WORDING_NAMES = (
    *(f"wording_{name}" for name in _OWN),
    *(f"wording_{name}_{offset:+d}" for offset in _NEIGHBOURS for name in _OWN[:_OF_NEIGHBOUR]),
    *(f"wording_{name}_around_{width}" for width in _WIDTHS for name in _OWN),
)
_FEW = 4
_MOST = 20.0
_WORD = re.compile(r"\w+")
# Scripts written without spaces: their terms are pairs of characters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

Weights = Sequence[Mapping[str, float]]
"""The terms' weights in short, in middling and in long lines."""


@cache
def load_wording() -> tuple[dict[str, float], ...]:
    """Read the terms' weights from beside this file, once."""
    return read_wording(Path(__file__).with_name("weights_wording.npz"))


def read_wording(path: Path) -> tuple[dict[str, float], ...]:
    """Read the terms' weights by class of length; terms that say nothing in one are left out of it."""
    with np.load(path, allow_pickle=False) as arrays:
        terms = arrays["terms"].tobytes().decode().split("\n")
        classes = (arrays["weights"] / SCALE).tolist()
    return tuple({term: w for term, w in zip(terms, found, strict=True) if w} for found in classes)


def terms_of(line: str) -> set[str]:
    """Return the line's words in lower case, digits made 0, and its pairs of words."""
    words = _WORD.findall(line.casefold())
    words = ["0" * len(word) if word.isdigit() else word for word in words]
    terms = set(words)
    terms.update([f"{one} {other}" for one, other in zip(["^", *words], [*words, "$"], strict=True)])
    if not line.isascii() and (characters := _UNSPACED.findall(line)):
        terms.update(map("".join, pairwise(characters)))
    return terms


def length_class(line: str) -> int:
    """Return 0 for a short line, 1 for a middling, 2 for a long one."""
    length = len(line)
    if not line.isascii():
        length += len(_UNSPACED.findall(line))
    return (length >= LENGTHS[0]) + (length >= LENGTHS[1])


def wording_matrix(lines: Sequence[str], weights: Weights) -> Floats:
    """Return one row a line and a column for each of `WORDING_NAMES`: float32, no NaN."""
    own = []
    for line in lines:
        terms = terms_of(line)
        found = map(weights[length_class(line)].get, terms)
        own.append(summary([weight for weight in found if weight], len(terms)))
    return with_surroundings(np.array(own, dtype=np.float32))


def summary(weights: Sequence[float], terms: int) -> tuple[float, ...]:
    """Sum up the weights of a line with so many terms."""
    if not weights:
        return (0.0,) * len(_OWN)
    ordered = sorted(weights)
    total = sum(ordered)
    low, high = sum(ordered[:_FEW]), sum(ordered[-_FEW:])
    return total / terms, max(-_MOST, min(_MOST, total)), ordered[0], low, high


def with_surroundings(own: Floats) -> Floats:
    """Add what stands around each line, nothing where there is none."""
    count = len(own)
    padded = np.zeros((count + 4, own.shape[1]), dtype=np.float32)
    padded[2:-2] = own
    sums = np.vstack([np.zeros((1, own.shape[1])), np.cumsum(own, axis=0, dtype=np.float64)])
    rows = np.arange(count)
    columns = [own]
    columns += [padded[2 + offset : 2 + offset + count, :_OF_NEIGHBOUR] for offset in _NEIGHBOURS]
    for width in _WIDTHS:
        low, high = np.maximum(0, rows - width), np.minimum(count, rows + width + 1)
        columns.append(((sums[high] - sums[low]) / (high - low)[:, None]).astype(np.float32))
    return np.column_stack(columns)
