"""Cuts English into the tokens that names are found in, and tells what each looks like.

Letters, digits and marks each make tokens of their own, and spaces make no difference: `U.S.` and `U. S.`,
`Trump's` and `Trump ’s`, `al-Islam` and `al - Islam` are the same to what reads them. A paragraph ends in a
token for itself.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

PARAGRAPH = "\n"
_TOKEN = re.compile(r"[A-Z]\.|[^\W\d_]{1,60}|\d{1,20}|\n+|[^\w\s]|_")
_SENTENCE_ENDS = frozenset({".", "!", "?", PARAGRAPH, ":", '"'})
_QUOTES = str.maketrans("“”„«»‘’‚`", '"""""\'\'\'\'')

AFFIXES = 4096
SHAPES = 64
BUCKETS = 8192


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where they stand in it, their forms, and the number of the form of each."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    """Each form once, quotation marks and apostrophes made alike, in order of appearance."""
    kinds: NDArray[np.int32]
    """For each token its place in `forms`."""


def tokens_of(text: str) -> Tokens:
    """Cut a text; a word of more than 60 letters gives several tokens."""
    starts, ends, kinds = [], [], []
    places: dict[str, int] = {}
    for match in _TOKEN.finditer(text.translate(_QUOTES)):
        form = match[0]
        if form[0] == "\n":
            form = PARAGRAPH
        starts.append(match.start())
        ends.append(match.end())
        kinds.append(places.setdefault(form, len(places)))
    return Tokens(starts, ends, list(places), np.array(kinds, dtype=np.int32))


def _shape(form: str) -> str:
    if not form[0].isalpha():
        return f"0{min(len(form), 5)}" if form[0].isdigit() else form
    if form.islower():
        return "x" if len(form) > 1 else "x1"
    if form.isupper():
        return f"X{min(len(form), 6)}"
    if form[0].isupper() and form[1:].islower():
        return f"Xx{min(len(form), 4)}"
    return "Xx." if form.endswith(".") else "xX"


def hashed(text: str) -> int:
    """Return a number of 32 bits that is the same in every run (CRC-32)."""
    return zlib.crc32(text.encode("utf-8", "replace"))


@lru_cache(maxsize=1 << 16)
def form_features(form: str) -> tuple[int, int, int, int]:
    """Return what a form alone tells: the hash of its lower case, its first and last letters, its shape."""
    lower = form.lower()
    return (
        hashed(lower),
        hashed("<" + lower[:3]) % AFFIXES,
        hashed(lower[-3:] + ">") % AFFIXES,
        hashed(_shape(form)) % SHAPES,
    )


def surroundings(tokens: Tokens) -> NDArray[np.float32]:
    """Return for each token, as 0 or 1, what the text around it tells.

    Opens a sentence; its lower case stands in the text; stands capitalised within a sentence; (none);
    capitals in a line of capitals; follows a mark.
    """
    forms, kinds = tokens.forms, tokens.kinds
    capital = np.array([form[0].isupper() for form in forms])
    upper = np.array([form.isupper() and len(form) > 1 for form in forms])
    ends = np.array([form in _SENTENCE_ENDS for form in forms])
    word = np.array([form[0].isalnum() for form in forms])
    seen = set(forms)
    lower_seen = np.array([form[0].isupper() and form.lower() in seen for form in forms])
    before = np.concatenate(([True], ends[kinds[:-1]]))
    after_mark = np.concatenate(([True], ~word[kinds[:-1]]))
    within = np.zeros(len(forms), dtype=bool)
    within[kinds[~before & capital[kinds]]] = True
    shouted = upper[kinds]
    near = np.convolve(shouted, np.ones(5))[2 : 2 + len(kinds)] >= 3
    columns = (before, lower_seen[kinds], within[kinds], np.zeros(len(kinds)), shouted & near, after_mark)
    return np.stack(columns, axis=1).astype(np.float32)
