"""English money, percentages and quantities: what stands around each number, and the spans of two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.amounts_currencies import CODES, NAMED, SIGNS, currency_named, currency_of
from copydesk.tasks.enrich.amounts_numbers import Numeral
from copydesk.tasks.enrich.amounts_units import PERCENTAGES, inches_behind, is_no_measure, unit_behind


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with what stands around it; offsets with its sign, magnitude and unit."""

    start: int
    end: int
    number: float
    factor: float = 1.0
    """The magnitude: a million and the like; a hundredth for cents."""
    unit: str | None = None
    currency: str | None = None
    in_words: bool = False
    to: float | None = None
    """The upper end of a range, magnitude included."""

    @property
    def value(self) -> float:
        """The number with its magnitude, free of the dust of binary fractions."""
        return _clean(self.number * self.factor)

    @property
    def counts(self) -> bool:
        """Whether it is an amount of something that is named."""
        return self.unit is not None or self.currency is not None

    @property
    def kind(self) -> str:
        """`money`, `percentage` or `quantity`."""
        if self.currency is not None:
            return "money"
        return "percentage" if self.unit in PERCENTAGES else "quantity"


def _clean(value: float) -> float:
    return float(f"{value:.12g}")


_SIGN = re.compile(
    "(?:"
    + "|".join(re.escape(sign) for sign in sorted((*SIGNS, *CODES), key=lambda sign: -len(sign)))
    + ")(?P<space>[ \u00a0\u202f]?)$"
)
_SIGN_LENGTH = 6
_LEAST_PESOS = 1000
_LETTER_BEFORE = re.compile(r"[^\W\d_]|[^\W\d_]-$")
_HUNDREDS = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
    "crore": 1e7,
    "lakhs": 1e5, "crores": 1e7, "lac": 1e5, "lacs": 1e5, "lakh crore": 1e12,
}  # fmt: skip
_SHORT = {
    "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12, "cr": 1e7, "Cr": 1e7, "t": 1e12,
}  # fmt: skip
_MAGNITUDE = re.compile(
    rf"(?:[ \u00a0\u202f]|-)?(?P<word>lakh crore"
    rf"|{'|'.join(sorted(_HUNDREDS, key=lambda w: -len(w)))})\b(?!s\b)"
)
_SHORT_MAGNITUDE = re.compile(
    rf"[ \u00a0]?(?P<word>{'|'.join(sorted(_SHORT, key=lambda w: -len(w)))})(?![\w'’])"
)
_PENCE = re.compile(r"p(?= (?:a|per|each|to|from|on)\b|[.,;)]|$| [^A-Z\d])(?!\w)")
_MINUS = re.compile(r"(?:\b[Mm]inus |(?<!\w)[-−–])$")
_NO_DOLLAR = re.compile(r"-(?!dollar|euro|pound|rupee|yen|yuan)")
_TITLE = re.compile(r" Dollar\b")
_RICHTER = re.compile(r"\b[Mm]agnitude(?: of |-| )$")
_RICHTER_BEHIND = re.compile(r"[- ]magnitude\b")


def measure(article: Article, numeral: Numeral) -> Measure | None:
    """Read what stands around a number; None where it is part of a name or another number."""
    text = article.body
    before = text[max(0, numeral.start - _SIGN_LENGTH) : numeral.start]
    found = Measure(numeral.start, numeral.end, numeral.value, in_words=numeral.in_words)
    if not numeral.in_words:
        sign = _SIGN.search(before)
        if sign and _stands_alone(text, numeral.start - len(sign[0]), sign[0]):
            currency = currency_of(SIGNS.get(sign[0].strip(), sign[0].strip()), article)
            if sign[0].startswith("COP") and numeral.value < _LEAST_PESOS:
                return None  # the climate conference
            return None if currency is None else _of_sign(text, found, len(sign[0]), currency)
        if before and _LETTER_BEFORE.search(before[-2:] if before.endswith("-") else before[-1]):
            return None
    return _of_unit(article, found)


def _stands_alone(text: str, start: int, sign: str) -> bool:
    before = text[max(0, start - 1) : start]
    if sign in ("N", "R") and text.endswith("the ", 0, start):
        return False  # a road: the R102
    return not (sign[0].isalpha() and (before.isalnum() or before in ("-", ".", "/"))) and before not in SIGNS


def _of_sign(text: str, found: Measure, length: int, currency: str) -> Measure:
    """Read an amount behind a currency's sign: $5 million, £1.2bn."""
    factor, end = _magnitude(text, found.end, with_short=True)
    start = found.start - length
    if text[end : end + 2] in ("-d", "-e", "-p") and NAMED.match(text, end):
        end = end + len(NAMED.match(text, end)[0])  # type: ignore[index]
    return replace(found, start=start, end=end, factor=factor, currency=currency)


def _magnitude(text: str, end: int, *, with_short: bool) -> tuple[float, int]:
    word = _MAGNITUDE.match(text, end)
    if word:
        return _HUNDREDS[word["word"]], word.end()
    short = _SHORT_MAGNITUDE.match(text, end) if with_short else None
    return (_SHORT[short["word"]], short.end()) if short else (1.0, end)


def _of_unit(article: Article, found: Measure) -> Measure:
    """Read an amount by what follows it: 5 million euros, 3 percent, 12 miles, 50p."""
    text = article.body
    factor, end = _magnitude(text, found.end, with_short=False)
    if text.startswith((" a ", " an "), end) and factor > 1 and text[end:].startswith(" a percentage"):
        end += 2
    unit = unit_behind(text, end, in_words=found.in_words)
    if unit and unit[0] == "foot" and (inches := inches_behind(text, unit[1])):
        return replace(found, end=inches[1], number=round(found.number + inches[0], 4), unit="foot")
    named = _money_behind(article, end, found)
    if named is not None and (unit is None or unit[0] == "pound"):
        return (
            named if unit is None or _is_money(article, found, factor) else _unit(text, found, factor, unit)
        )
    if unit is not None and not is_no_measure(text, found.start, found.number, unit):
        return _unit(text, found, factor, unit)
    richter = _RICHTER.search(text, max(0, found.start - 16), found.start)
    if richter and found.number < 10 and not found.in_words:
        return replace(found, start=richter.start(), unit="magnitude")
    if found.number < 10 and not found.in_words and (behind := _RICHTER_BEHIND.match(text, end)):
        return replace(found, end=behind.end(), unit="magnitude")
    return replace(found, end=end, factor=factor)


def _unit(text: str, found: Measure, factor: float, unit: tuple[str, int]) -> Measure:
    number, start = found.number, found.start
    minus = _MINUS.search(text, max(0, start - 8), start)
    # 5-10 degrees is a range.
    alone = minus and (minus[0][0] in "mM" or not text[max(0, minus.start() - 1) : minus.start()].strip())
    if minus and alone and unit[0].startswith("degree"):
        number, start = -number, minus.start()
    return replace(found, start=start, end=unit[1], number=number, factor=factor, unit=unit[0])


def _money_behind(article: Article, end: int, found: Measure) -> Measure | None:
    text = article.body
    factor, money_end = _magnitude(text, found.end, with_short=not found.in_words)
    if not found.in_words and (pence := _PENCE.match(text, found.end)) and found.number < 100:
        return replace(found, end=pence.end(), factor=0.01, currency="GBP")
    match = NAMED.match(text, money_end)
    if match is None or (match["code"] is None and _TITLE.match(text, money_end)):
        return None
    named = currency_named(match, article)
    if named is None:
        return None
    return replace(found, end=match.end(), factor=factor * named[1], currency=named[0])


def _is_money(article: Article, found: Measure, factor: float) -> bool:
    """Whether `pounds` are sterling: millions of them, or in what tells of buying; else they weigh."""
    text = article.body
    around = text[max(0, found.start - 60) : found.end + 60]
    if re.search(
        r"\bweigh|\bof (?:\w+ )?(?:cocaine|meat|fish|rice|explosives|marijuana|heroin)|\blost\b", around
    ):
        return False
    return (
        factor >= 1e3
        or re.search(r"\b(?:cost|pa[iy]|price|worth|fine|wage|spen|£|sterling)", around) is not None
    )


_LINK = re.compile(r"(?:[ \u00a0]?[-–—~][ \u00a0]?| (?P<word>to|and|or) )")
_CHANGE = re.compile(
    r"\b(?:rose|fell|grew|climbed|dropped|increased?|declined?|slid|slipped|jumped|surged|gained|lost"
    r"|up|down|by|rise"
    r"|fall|from|cut|raised?|lowered?|edged|rising|falling|soared|plunged|added|shed|current|initial"
    r"|previous|existing|earlier) (?:\w+ )?$",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"\b(?:polls?|lead(?:s|ing)?|led|trail(?:s|ing)?|favorab|ahead|beat|beats|defeat(?:ed|s)?|won|vote|voters)\b"
)
_DATE_BEFORE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.) $"
)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|by|of|from|until) $", re.IGNORECASE)
_FAR = 60
_BETWEEN = re.compile(r"\b[Bb]etween (?:about |an estimated )?$")


def joined(text: str, measures: Sequence[Measure | None]) -> list[Measure]:
    """Make one measure of two that are the ends of a range; leave out numbers that count nothing named."""
    kept: list[Measure] = []
    place = 0
    while place < len(measures):
        left = measures[place]
        right = measures[place + 1] if place + 1 < len(measures) else None
        place += 1
        if left is None or (kept and left.start < kept[-1].end):
            continue
        pair = _range(text, left, right) if right is not None else None
        if pair is not None:
            kept.extend(pair)
            place += 1
        elif left.counts:
            kept.append(left)
    return kept


def _range(text: str, left: Measure, right: Measure) -> list[Measure] | None:
    """Return the range that two measures are, or both where they only share what they count."""
    link = _LINK.fullmatch(text, left.end, right.start)
    if link is None or not _may_range(text, left, right, link["word"]):
        return None
    word, before = link["word"], text[max(0, left.start - 24) : left.start]
    unit, currency = left.unit or right.unit, left.currency or right.currency
    lower = right.factor if left.factor == 1 and left.number < right.number else left.factor
    low, high = _clean(left.number * lower), right.value
    change = (word == "to" and _CHANGE.search(before)) or (word == "or" and left.counts)
    if high > low and not change:
        end, to = right.end, high
        return [replace(left, end=end, number=low, factor=1.0, unit=unit, currency=currency, to=to)]
    if left.counts and right.counts:
        return [left, right]
    if not left.counts and word == "to":
        return [replace(left, factor=lower, unit=unit, currency=currency), right]
    return None


def _is_date(text: str, bare: Measure) -> bool:
    window = max(0, bare.start - 12)
    if 1900 <= bare.number <= 2100 and _YEAR_BEFORE.search(text, window, bare.start):
        return True
    return _DATE_BEFORE.search(text, window, bare.start) is not None


def _may_range(text: str, left: Measure, right: Measure, word: str | None) -> bool:
    """Whether two numbers so linked count the same thing."""
    if not (left.counts or right.counts):
        return False
    if left.counts and right.counts:
        if (left.unit, left.currency) != (right.unit, right.currency):
            return False
        if (
            left.unit == "percent"
            and word
            and _POLL.search(text, max(0, left.start - _FAR), right.end + _FAR)
        ):
            return word == "and"  # leads him 44 percent to 37 percent
    elif not left.counts and _is_date(text, left):
        return False  # on July 14 to 42 percent
    if not right.counts and (word is not None or left.unit) and right.factor == 1:
        return False  # paid $20 to 30 people
    return word != "and" or _BETWEEN.search(text, max(0, left.start - 24), left.start) is not None


def measures(article: Article, numerals: Iterable[Numeral]) -> list[Measure]:
    """Find the amounts of money, percentages and quantities around the numbers of an English body."""
    return joined(article.body, [measure(article, numeral) for numeral in numerals])
