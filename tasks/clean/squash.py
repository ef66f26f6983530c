"""Comparing strings as a reader would: by their words, without case, marks and spacing."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def squash(text: str) -> str:
    """Return the words of a string in lower case, a space between them (NFKC)."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))
