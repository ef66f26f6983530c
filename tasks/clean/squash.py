"""Comparing strings as a reader would: by their words, without case, marks and spacing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"\w+")
# As many marks on one letter as Unicode's stream-safe text has (UAX 15): sorting more takes quadratic time.
_MOST_MARKS = 30
_MARKS_END = 0x1E950
# No letter of Latin, ideograph or Hangul is a mark: a few ranges are searched in a fraction of the time.
_MAY_BE_MARKS = re.compile(f"[^\0-\u02ff\u3400-\u9fff\uac00-\ud7a3]{{{_MOST_MARKS + 1}}}")
# Nothing in so few characters takes long.
_SHORT = 500


def squash(text: str) -> str:
    """Return the words of a string in lower case, a space between them (NFKC)."""
    return " ".join(_WORD.findall(compatible(text).lower()))


def compatible(text: str) -> str:
    """Return a string with compatible characters made one (NFKC), at most 30 marks on a letter."""
    if text.isascii():
        return text
    if len(text) < _SHORT or not _MAY_BE_MARKS.search(text):
        return unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFKC", _many_marks().sub(lambda marks: marks[0][:_MOST_MARKS], text))


@cache
def _many_marks() -> re.Pattern[str]:
    marks = "".join(filter(unicodedata.combining, map(chr, range(_MARKS_END))))
    return re.compile(f"[{marks}]{{{_MOST_MARKS + 1},}}")
