"""Counts of characters in all blocks of a page at once: by a table of characters, not by patterns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.uint16]

_CLASSES = {
    "word": r"\w",
    "capital": r"[^\W\d_a-z]",
    "digit": r"\d",
    "comma": "[,，、،]",
    "quote": '["“”„«»‘「『]',
    "mark": "[|©®™›»→▶•·/@#_]",
    # Scripts written without spaces: a word is taken to be two characters of them.
    "unspaced": "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]",
    "space": " ",
    "newline": "\n",
}
_FLAGS = {name: 1 << number for number, name in enumerate(_CLASSES)}
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)|[。！？।۔؟።]")
_CODES = 0x10000
# A short block's wording is cheap to look at; a long one's beginning tells the same.
_HEAD = 600
# Classes that are counted in whole blocks (of at most a million characters), and in their beginnings.
_WHOLE = ("space", "newline", "unspaced")
_BEGINNING = ("comma", "digit", "capital", "space", "quote", "mark")
WORDING_NAMES = (
    "characters",
    "words",
    "sentences",
    "commas",
    "digit_share",
    "capital_share",
    "word_length",
    "quotes",
    "marks",
    "lines",
)


@cache
def _table() -> Flags:
    # What classes each character of the basic plane is of; those beyond it are taken for its last.
    every = "".join(map(chr, range(_CODES)))
    table = np.zeros(_CODES, dtype=np.uint16)
    for name, members in _CLASSES.items():
        table[[match.start() for match in re.finditer(members, every)]] |= _FLAGS[name]
    return table


def wording(texts: Sequence[str]) -> Doubles:
    """Return texts (none of them empty) by `WORDING_NAMES`; shares and marks are those of their beginning."""
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _table().take(np.minimum(codes, _CODES - 1))
    in_word = kinds[:-1] & _FLAGS["word"] != 0
    kinds[1:][in_word] &= ~np.uint16(_FLAGS["capital"])
    length = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    starts = np.cumsum(length + 1) - length - 1
    ends = starts + length
    head = np.minimum(ends, starts + _HEAD)
    whole, beginning = _counts(kinds, _WHOLE, starts, ends), _counts(kinds, _BEGINNING, starts, head)
    sentence_ends = np.array([match.start() for match in _SENTENCE_END.finditer(joined)], dtype=np.int64)
    words = whole["space"] + whole["newline"] + 1 + whole["unspaced"] // 2
    size = head - starts
    return np.column_stack(
        (
            length,
            words,
            _between(sentence_ends, starts, ends),
            beginning["comma"] / size * 100,
            beginning["digit"] / size,
            beginning["capital"] / (beginning["space"] + 1),
            length / words,
            beginning["quote"],
            beginning["mark"] + _addresses(joined, starts, head),
            whole["newline"],
        )
    )


def _counts(
    kinds: Flags, names: tuple[str, ...], starts: Places, ends: Places
) -> dict[str, npt.NDArray[np.int64]]:
    # All classes are summed at once, each in some bits of one number; no count is as large as its bits allow.
    width = 62 // len(names)
    sums = np.concatenate(([0], np.cumsum(_packed(names).take(kinds))))
    found = sums[ends] - sums[starts]
    return {name: found >> width * place & (1 << width) - 1 for place, name in enumerate(names)}


@cache
def _packed(names: tuple[str, ...]) -> Places:
    # For each set of classes that a character may be of, a one in the bits of each of `names`.
    width = 62 // len(names)
    sets = np.arange(1 << len(_CLASSES), dtype=np.int64)
    ones = [(sets & _FLAGS[name] != 0).astype(np.int64) << width * at for at, name in enumerate(names)]
    return np.asarray(sum(ones))


def _between(places: Places, starts: Places, ends: Places) -> Places:
    return np.searchsorted(places, ends) - np.searchsorted(places, starts)


def _addresses(joined: str, starts: Places, ends: Places) -> Places:
    found = [match.start() for match in re.finditer("https?:", joined)] if "http" in joined else []
    return _between(np.array(found, dtype=np.int64), starts, ends)
