"""The enrichment `dates`: the calendar dates that a body names, resolved against when it was published.

Explicit dates only (`December 30`, `12 mars 2017`, `2024年5月3日`, `23.01.2017`, `in 2016`); what is said
relative to now (`last week`, `on Monday`) is left out. A day without a year is taken as the one nearest to
publication (`date_years`), unless the body names the same day with its year, or it opens a span that has one.
Where that cannot be decided, the mention is left out rather than guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.date_counted import COUNTED_MONTHS, counted_dates
from copydesk.tasks.enrich.date_names import LANGUAGES
from copydesk.tasks.enrich.date_numbers import numeric_dates
from copydesk.tasks.enrich.date_patterns import FoundDate, grammar, named_dates, near_digits
from copydesk.tasks.enrich.date_years import likely_day
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.mention import DateMention

# Days that are named without their year long after: month, day, what must follow, year.
_REMEMBERED_DAYS: tuple[tuple[int, int, str, int], ...] = (
    (9, 11, r",? (?:terror(?:ist)? )?attack", 2001),
    (10, 7, r",? (?:Hamas|terror|massacre|attack|assault)", 2023),
    (1, 6, r",? (?:Capitol|riot|insurrection|attack|committee)", 2021),
)


def _without_overlaps(found: Iterable[FoundDate]) -> list[FoundDate]:
    """Keep the leftmost of dates that overlap, and of those the longest."""
    kept: list[FoundDate] = []
    for candidate in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _share_years(found: list[FoundDate], body: str, language: str | None) -> list[FoundDate]:
    """Give the first end of a span the year of the second (`from 30 March to 5 April 2012`)."""
    if language is not None and language not in LANGUAGES:
        return found
    between = grammar(language).between
    shared = list(found)
    for place, (left, right) in enumerate(pairwise(found)):
        if not (left.year is None and left.month and right.year and right.month and right.day):
            continue
        if between.fullmatch(body[left.end : right.start]):
            turns = (left.month, left.day or 1) > (right.month, right.day)
            shared[place] = replace(left, year=right.year - turns)
    return shared


def _remembered(found: FoundDate, body: str, reference: date | None) -> int | None:
    """Return the year of a day that goes by its name alone, such as the September 11 attacks."""
    for month, day, behind, year in _REMEMBERED_DAYS:
        named = (found.month, found.day) == (month, day) and re.match(
            behind, body[found.end : found.end + 20]
        )
        if named and (reference is None or reference > date(year, month, day)):
            return year
    return None


def _resolve(
    found: list[FoundDate], body: str, language: str | None, reference: date | None
) -> list[DateMention]:
    named: dict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    for one in found:
        if one.year is not None and one.day is not None:
            named[one.month, one.day].add(one.year)
    mentions = []
    for one in found:
        year = one.year
        if year is None and one.month and one.day:
            elsewhere = named.get((one.month, one.day), set())
            year = _remembered(one, body, reference)
            if year is None and len(elsewhere) == 1:
                year = min(elsewhere)
            elif year is None and reference is not None:
                there = likely_day(one, body, language, reference)
                year = there.year if there else None
        if year is None:
            continue
        value = _value(year, one.month, one.day)
        if value is not None:
            granularity = "year" if one.month is None else "month" if one.day is None else "day"
            mentions.append(DateMention(one.start, one.end, body[one.start : one.end], value, granularity))
    return mentions


def _value(year: int, month: int | None, day: int | None) -> str | None:
    """Write a date in ISO 8601, cut to what is known; None where the calendar has no such date."""
    there = _exists(year, month or 1, day or 1)
    if there is None:
        return None
    return there.isoformat()[: 4 if month is None else 7 if day is None else 10]


def dates(article: Article) -> dict[str, object]:
    """Return `dates`: the mentions in order, `()` where there is none, None for a language without tables."""
    language = language_to_read(article)
    if language is not None and language not in LANGUAGES and language not in COUNTED_MONTHS:
        return {"dates": None}
    body = article.body
    windows = near_digits(body)
    published = article.published_at or article.modified_at or article.fetched_at
    reference = published.date() if published else None
    found = list(numeric_dates(article, windows, language, reference.year if reference else None))
    if language in COUNTED_MONTHS:
        found.extend(counted_dates(body, windows, language))
    else:
        found.extend(named_dates(body, windows, language))
    settled = _share_years(_without_overlaps(found), body, language)
    return {"dates": tuple(_resolve(settled, body, language, reference))}
