"""The numbers of a text, in digits or in English words: `2,700`, `1.5`, `12,00,000`, `a dozen`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands: offsets into the text, and what it says."""

    start: int
    end: int
    value: float
    in_words: bool = False


# Longer is no number of news, and `int` would take its time.
_LONGEST = 18
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_FRACTION = r"(?:[ \u00a0]?(?P<fraction>[½¼¾])|[ \u00a0](?P<slashed>1/2|1/4|3/4)(?![\d/]))?"
_NO_DIGIT_BEFORE = r"(?<![\d.,/:#])"
# Spaces divide thousands behind a sign: R 120 000.
_SPACED = r"(?:(?<=[R$€£])|(?<=[R$€£] ))\d{1,3}(?: \d{3})+"
_POINT = re.compile(
    rf"{_NO_DIGIT_BEFORE}(?:(?P<whole>\d{{1,3}}(?:,\d{{2,3}})+|\d{{1,3}}(?:[\u00a0\u202f]\d{{3}})+"
    rf"|{_SPACED}|\d+)(?P<part>\.\d+)?|(?<!\w)(?P<bare>\.\d+))"
    rf"(?!\d|[/:,.]\d){_FRACTION}"
)
_COMMA = re.compile(
    rf"{_NO_DIGIT_BEFORE}(?P<whole>\d{{1,3}}(?:[. \u00a0\u202f’']\d{{3}})+"
    rf"|\d+)(?P<part>,\d+)?(?P<bare>(?!))?"
    rf"(?!\d|[/:.,]\d){_FRACTION}"
)

_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_LARGE = {"hundred": 100, "thousand": 1000}
# Behind a number these are its magnitude, behind `a` they are the number.
_HUGE = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_LARGE, *_HUGE, "dozen", "half"))
_WORDS_LINK = re.compile(r"-|[ \u00a0](?:and )?")
_ARTICLE = re.compile(r"\b(?:[Aa]|[Hh]alf a|[Aa] half) $")


def digits(text: str, *, comma_decimals: bool) -> Iterator[Numeral]:
    """Find the numbers in digits; `comma_decimals` tells 1,5 from 1.5. Any script's digits count."""
    for match in (_COMMA if comma_decimals else _POINT).finditer(text):
        whole = re.sub(r"\D", "", match["whole"] or "0")
        if len(whole) <= _LONGEST:
            part = match["part"] or match["bare"]
            value = float(f"{int(whole)}.{int_digits(part[1:])}") if part else float(int(whole))
            fraction = match["fraction"] or match["slashed"]
            yield Numeral(match.start(), match.end(), value + _FRACTIONS.get(fraction or "", 0.0))


def int_digits(text: str) -> str:
    """Write digits of any script in those of ASCII."""
    return "".join(str(int(digit)) for digit in text[:_LONGEST])


def words(text: str, tokens: list[tuple[int, int, str]]) -> Iterator[Numeral]:
    """Join number words that stand together: `two hundred and five`, `half a`, `a dozen`.

    `tokens` are the offsets and the lower-case form of each word of NUMBER_WORDS, in order.
    """
    place = 0
    while place < len(tokens):
        run = [tokens[place]]
        while place + 1 < len(tokens) and _joins(text, run[-1], tokens[place + 1]):
            place += 1
            run.append(tokens[place])
        place += 1
        numeral = _read(text, run)
        if numeral is not None:
            yield numeral


def _joins(text: str, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    between = text[left[1] : right[0]]
    if len(between) > 5 or not _WORDS_LINK.fullmatch(between):
        return False
    if right[2] in _LARGE or right[2] == "dozen":
        return left[2] in _SMALL or left[2] in _TENS or left[2] == "hundred"
    if left[2] in _LARGE:
        return right[2] in _SMALL or right[2] in _TENS
    return "and" not in between and left[2] in _TENS and right[2] in _SMALL and 0 < _SMALL[right[2]] < 10


def _read(text: str, run: list[tuple[int, int, str]]) -> Numeral | None:
    start, end = run[0][0], run[-1][1]
    before = _ARTICLE.search(text, max(0, start - 8), start)
    total, current = 0.0, 0.0
    for _, _, word in run:
        if word in _SMALL or word in _TENS:
            current += _SMALL.get(word, 0) + _TENS.get(word, 0)
        elif word in _LARGE:
            current = (current or 1) * _LARGE[word]
            if word == "thousand":
                total, current = total + current, 0.0
        elif word in _HUGE:
            current = _HUGE[word]
        elif word == "dozen":
            current = (current or 1) * 12
        else:
            article = re.match(r" (?:a|an)\b", text[end : end + 4])
            if article is None:
                return None
            return Numeral(start, end + article.end(), 0.5, in_words=True)
    first = run[0][2]
    if first in _LARGE or first in _HUGE or first == "dozen":
        if before is None or "alf" in before[0]:
            return None
        start = before.start()
    return Numeral(start, end, total + current, in_words=True)
