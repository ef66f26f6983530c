"""The enrichment `amounts`: money, percentages, quantities with their units, and casualties.

In English all of them, in the languages of `amounts_elsewhere` money and percentages. Magnitudes are worked
in (`₹2,700 crore` is 27000000000); ranges have both ends; `at least` and the like are `bound`, and stand
outside of the mention. Which currency a shared sign means, `amounts_currencies` says. Numbers that count
something else, scores, ages, years, addresses, are left out.
"""

from __future__ import annotations

import re

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.amounts_bounds import bound
from copydesk.tasks.enrich.amounts_casualties import CASUALTY_WORDS, casualties
from copydesk.tasks.enrich.amounts_elsewhere import amounts_elsewhere
from copydesk.tasks.enrich.amounts_elsewhere_words import ELSEWHERE
from copydesk.tasks.enrich.amounts_measures import Measure, measures
from copydesk.tasks.enrich.amounts_numbers import NUMBER_WORDS, Numeral, digits, words
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.mention import Amount

_WORD = re.compile("[A-Za-z]+")
_ONE_POINT = re.compile(r"(?<!of )(?<!half )(?<!\w)(?P<one>[Aa]) percentage point\b")


def _of_measure(text: str, found: Measure) -> Amount:
    limit = bound(text, found.start, found.end)[0]
    surface = text[found.start : found.end]
    return Amount(
        found.start, found.end, surface, found.value, found.to, found.unit, found.currency, found.kind, limit
    )


def _english(article: Article) -> tuple[Amount, ...]:
    text = article.body
    numbers: list[tuple[int, int, str]] = []
    harms: list[int] = []
    points: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word in NUMBER_WORDS:
            numbers.append((match.start(), match.end(), word))
        elif word == "percentage":
            points.extend(_ONE_POINT.finditer(text, max(0, match.start() - 7), match.end() + 6))
        elif word in CASUALTY_WORDS:
            harms.append(match.start())
    ones = [Numeral(point.start("one"), point.end("one"), 1.0, in_words=True) for point in points]
    found_numbers = [*digits(text, comma_decimals=False), *words(text, numbers), *ones]
    numerals = sorted(found_numbers, key=lambda numeral: numeral.start)
    found = [_of_measure(text, one) for one in measures(article, numerals)]
    if harms:
        taken = {amount.start for amount in found}
        found.extend(a for a in casualties(text, numerals, harms) if a.start not in taken)
        found.sort(key=lambda amount: amount.start)
    return tuple(found)


def amounts(article: Article) -> dict[str, object]:
    """Return `amounts`: the mentions in order, () where there is none, None for a language without tables."""
    language = language_to_read(article)
    if language == "en":
        return {"amounts": _english(article)}
    if language in ELSEWHERE:
        return {"amounts": tuple(amounts_elsewhere(article, language))}
    return {"amounts": None}
