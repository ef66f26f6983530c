"""Money and percentages in languages other than English, where signs, separators and a few names suffice.

A name that several countries share (`Pesos`, `Kronen`) goes by the country of the outlet, else by the
language's own; where there is neither, the amount is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.amounts_currencies import CODES, SIGNS, country_of, currency_of
from copydesk.tasks.enrich.amounts_elsewhere_words import ELSEWHERE, MoneyLanguage
from copydesk.tasks.enrich.amounts_numbers import Numeral, digits
from copydesk.tasks.mention import Amount

_UNSPACED = frozenset(("zh", "ja", "ko"))
_SPACE = "[ \u00a0\u202f]"
_GAP_OF_PARTS = 2
_LINK_LENGTH = 10


@dataclass(frozen=True, slots=True)
class _Patterns:
    magnitude: re.Pattern[str]
    money: re.Pattern[str]
    percent: re.Pattern[str]
    before: re.Pattern[str]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]


_SIGN = "|".join(re.escape(sign) for sign in sorted((*SIGNS, *CODES), key=lambda sign: -len(sign)))
_SIGN_BEFORE = re.compile(rf"(?<!\w)(?P<sign>{_SIGN}){_SPACE}?$")
_SIGN_BEHIND = rf"(?P<sign>€|£|₽|₹|\$|zł|{'|'.join(CODES)})"


@cache
def _patterns(language: str) -> _Patterns:
    table = ELSEWHERE[language]
    # The words of Indic and Arabic scripts end where no letter or vowel sign follows.
    ends = "" if language in _UNSPACED else "(?![\\w\u0900-\u0963])"
    magnitudes = "|".join(f"(?P<m{n}>{words})" for n, words in enumerate(table.magnitudes))
    names = "|".join(f"(?P<c{n}>{words})" for n, words in enumerate(table.currencies))
    link = f"(?:{table.link})?" if table.link else ""
    return _Patterns(
        re.compile(f"{_SPACE}?(?:{magnitudes})(?:(?<=\\.)|{ends})"),
        re.compile(f"(?:{_SPACE}|-)?(?:{link}(?:{names})(?:(?<=\\.)|{ends})|{_SIGN_BEHIND}(?!\\w))"),
        re.compile(
            f"{_SPACE}?(?:(?P<points>{table.points})|(?:%|％|٪|{table.percent}))(?:(?<=[%％٪.])|{ends})"
        ),
        re.compile(f"(?:{table.percent_before})$"),
        tuple(
            (name, re.compile(rf"(?<!\w)(?:{words}) $", re.IGNORECASE))
            for name, words in table.bounds.items()
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number with its magnitudes: offsets, and what it comes to."""

    start: int
    end: int
    value: float
    factor: float = 1.0
    """Its last magnitude."""


def _sums(text: str, numerals: list[Numeral], language: str) -> Iterator[_Sum]:
    """Put numbers together with their magnitudes, and several of falling magnitude: 5億3000万."""
    table, magnitude = ELSEWHERE[language], _patterns(language).magnitude
    factors = list(table.magnitudes.values())
    open_sum: _Sum | None = None
    last = 0.0
    for numeral in numerals:
        factor, end = 1.0, numeral.end
        match = magnitude.match(text, numeral.end)
        if match:
            factor, end = factors[int(str(match.lastgroup)[1:])], match.end()
        value = numeral.value * factor
        joins = (
            language in _UNSPACED
            and open_sum is not None
            and numeral.start - open_sum.end < _GAP_OF_PARTS
            and not text[open_sum.end : numeral.start].strip()
            and last > value > 0
            and last > 1
        )
        if open_sum is not None and joins:
            open_sum = _Sum(open_sum.start, end, open_sum.value + value, factor)
        else:
            if open_sum is not None:
                yield open_sum
            open_sum = _Sum(numeral.start, end, value, factor)
        last = factor
    if open_sum is not None:
        yield open_sum


def _currency(name: str, article: Article, table: MoneyLanguage) -> tuple[str, float] | None:
    """Return the ISO 4217 code of a name or sign in this language, and what it counts of it."""
    if name == "EURCENT":
        return "EUR", 0.01
    if name in table.home and country_of(article) is None:
        return table.home[name], 1.0
    found = currency_of(name, article)
    return (found, 1.0) if found else None


def _bound(text: str, start: int, patterns: _Patterns) -> str | None:
    before = text[max(0, start - 24) : start]
    return next((name for name, pattern in patterns.bounds if pattern.search(before)), None)


def _amount(article: Article, one: _Sum, language: str) -> Amount | None:
    text, table, patterns = article.body, ELSEWHERE[language], _patterns(language)
    before = text[max(0, one.start - 10) : one.start]
    value = float(f"{one.value:.12g}")
    percent = patterns.percent.match(text, one.end)
    ahead = patterns.before.search(before)
    if percent or ahead:
        start, end = one.start - (len(ahead[0]) if ahead else 0), percent.end() if percent else one.end
        unit = "percentage point" if percent and percent["points"] else "percent"
        limit = _bound(text, start, patterns)
        return Amount(start, end, text[start:end], value, None, unit, None, "percentage", limit)
    start, end, named = one.start, one.end, None
    sign = _SIGN_BEFORE.search(before)
    money = patterns.money.match(text, one.end)
    if sign:
        start -= len(sign[0])
        named = _currency(SIGNS.get(sign["sign"], sign["sign"]), article, table)
    elif money:
        end = money.end()
        name = money["sign"]
        name = (
            {"zł": "PLN"}.get(name, SIGNS.get(name, name))
            if name
            else list(table.currencies.values())[int(str(money.lastgroup)[1:])]
        )
        named = _currency(name, article, table)
    if named is None or (before[-1:].isalpha() and not sign and language not in _UNSPACED):
        return None
    value = float(f"{value * named[1]:.12g}")
    limit = _bound(text, start, patterns)
    return Amount(start, end, text[start:end], value, None, None, named[0], "money", limit)


_LINK = re.compile(
    r"[ \u00a0]?[-–~〜～][ \u00a0]?| (?:bis(?: zu)?|à|a|al|do|до|से|till|til|tot|إلى|ile) |至|到|から|에서 ?"
)


def _ranged(article: Article, left: _Sum, right: _Sum, upper: Amount) -> Amount:
    """Return an amount with a number before it as its lower end (`5 bis 10 Prozent`), else as it is."""
    between = article.body[left.end : right.start] if right.start - left.end < _LINK_LENGTH else ""
    if upper.start != right.start or not _LINK.fullmatch(between):
        return upper
    scale = upper.value / right.value if right.value else 1.0
    magnitude = right.factor if left.factor == 1 and left.value < right.value / right.factor else 1.0
    low = float(f"{left.value * magnitude * scale:.12g}")
    if low >= upper.value:
        return upper
    text = article.body[left.start : upper.end]
    return replace(upper, start=left.start, text=text, value=low, value_to=upper.value)


def amounts_elsewhere(article: Article, language: str) -> Iterator[Amount]:
    """Find the money and percentages of a body in one of the languages of ELSEWHERE, in order."""
    table = ELSEWHERE[language]
    numerals = list(digits(article.body, comma_decimals=table.comma_decimals))
    bare: _Sum | None = None
    for one in _sums(article.body, numerals, language):
        found = _amount(article, one, language)
        if found is not None:
            yield _ranged(article, bare, one, found) if bare is not None else found
        bare = one if found is None else None
