"""Words as topics read them: in small letters, without possessive and plural: `Rebels'` is `rebel`."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_WORD = 40
"""Letters; what is longer is no word."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NO_PLURAL = ("ss", "us", "is", "as", "os")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word in small letters, less the possessive and the plural's ending."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def stems(text: str) -> list[str]:
    """Return the words of a text, stemmed, in order; what is longer than any word is left out."""
    return [stem(word) for word in _WORD.findall(text) if len(word) <= LONGEST_WORD]
