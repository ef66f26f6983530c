"""The enrichment `dates`: the dates that a body names, resolved against when it was written.

Explicit dates (`December 30`, `12 mars 2017`, `2024年5月3日`, `23.01.2017`, `in 2016`) in any language with
tables; those told from the day of writing (`last week`, `on Monday`, `two years ago`, `in March`) in English
(`date_relative`, `date_parts`), the plainest of them in ten more (`date_elsewhere`). That day is the one of
publication or a dateline's (`date_anchor`). A day without a year is taken as the one nearest to it
(`date_years`), unless the body names the same day with its year, or it opens a span that has one. Where
something cannot be decided, the mention is left out rather than guessed.

Values are ISO 8601: a day `2017-01-13`, a week `2017-W02`, a month `2017-01`, a year `2017`, a time
`2017-01-17T20:30` (local, or with `Z`), and with a slash between first and last a weekend
(`2017-01-14/2017-01-15`), a quarter (`2017-01/2017-03`), a decade (`1990/1999`) and a range.
Prepositions and what places something within (`early`, `late`, `the end of`) are no part of a mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.date_anchor import spoken_day
from copydesk.tasks.enrich.date_calendar import same_day_in_year
from copydesk.tasks.enrich.date_counted import COUNTED_MONTHS, counted_dates
from copydesk.tasks.enrich.date_elsewhere import dates_elsewhere
from copydesk.tasks.enrich.date_elsewhere_words import ELSEWHERE
from copydesk.tasks.enrich.date_months import months
from copydesk.tasks.enrich.date_names import LANGUAGES
from copydesk.tasks.enrich.date_numbers import numeric_dates
from copydesk.tasks.enrich.date_parts import decades, named_parts
from copydesk.tasks.enrich.date_patterns import FoundDate, Windows, grammar, named_dates, near_digits
from copydesk.tasks.enrich.date_plain_years import plain_years
from copydesk.tasks.enrich.date_relative import relative_dates
from copydesk.tasks.enrich.date_spans import ranges, short_spans, with_times
from copydesk.tasks.enrich.date_telling import STEPS, WEEKDAYS, Telling
from copydesk.tasks.enrich.date_years import likely_day
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.mention import DateMention

# Days that are named without their year long after: month, day, what must follow, year.
_REMEMBERED_DAYS: tuple[tuple[int, int, str, int], ...] = (
    (9, 11, r",? (?:terror(?:ist)? )?attack", 2001),
    (10, 7, r",? (?:Hamas|terror|massacre|attack|assault)", 2023),
    (1, 6, r",? (?:Capitol|riot|insurrection|attack|committee)", 2021),
)


_NEAR_YEAR = re.compile(r",? (?:of )?(?P<which>last|this|next) year\b")

# Next year's tournament runs from June 14 to July 14.
_NEXT_YEARS = re.compile(r"\b[Nn]ext year['’]s [^.;\n]*$")
_FAR_BEHIND = 80

Spanned = TypeVar("Spanned", FoundDate, DateMention)


def _without_overlaps(found: Iterable[Spanned]) -> list[Spanned]:
    """Keep the leftmost of dates that overlap, and of those the longest."""
    kept: list[Spanned] = []
    for candidate in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


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
        year, end = one.year, one.end
        if year is None and one.month and one.day and reference and (beside := _NEAR_YEAR.match(body, end)):
            year, end = reference.year + STEPS[beside["which"]], beside.end()
        elif year is None and one.month and one.day:
            elsewhere = named.get((one.month, one.day), set())
            year = _remembered(one, body, reference)
            if year is None and len(elsewhere) == 1:
                year = min(elsewhere)
            elif year is None and reference is not None:
                there = likely_day(one, body, language, reference)
                year = there.year if there else None
                if _NEXT_YEARS.search(body, max(0, one.start - _FAR_BEHIND), one.start):
                    year = reference.year + 1
        if year is None:
            continue
        value = _value(year, one.month, one.day)
        if value is not None:
            granularity = "year" if one.month is None else "month" if one.day is None else "day"
            mentions.append(DateMention(one.start, end, body[one.start : end], value, granularity))
    return mentions


def _value(year: int, month: int | None, day: int | None) -> str | None:
    """Write a date in ISO 8601, cut to what is known; None where the calendar has no such date."""
    there = same_day_in_year(year, month or 1, day or 1)
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
    today = spoken_day(article, language)
    seen = article.modified_at or article.fetched_at
    reference = today or (seen.date() if seen else None)
    found = list(numeric_dates(article, windows, language, reference.year if reference else None))
    if language in COUNTED_MONTHS:
        found.extend(counted_dates(body, windows, language))
    else:
        found.extend(named_dates(body, windows, language))
    settled = _share_years(_without_overlaps(found), body, language)
    explicit = _resolve(settled, body, language, reference)
    return {"dates": tuple(_with_relative(explicit, body, windows, language, today))}


def _with_relative(
    explicit: list[DateMention], body: str, windows: Windows, language: str | None, today: date | None
) -> list[DateMention]:
    """Add to the explicit dates, which go first where they overlap, those told from the day of writing."""
    told = Telling(body, today) if today else None
    others: list[DateMention] = []
    if language == "en":
        others.extend(decades(body))
        others.extend(short_spans(body, windows))
        others.extend(plain_years(body, windows))
        if told:
            others.extend(months(told))
            others.extend(named_parts(told))
            others.extend(relative_dates(told))
    elif told and language in ELSEWHERE:
        others.extend(dates_elsewhere(told, language))
    mentions = _without_overlaps([*explicit, *_fitting(others, explicit, body, today)])
    mentions = ranges(body, mentions, language)
    return with_times(body, mentions, windows) if language == "en" else mentions


_WEEKDAY = re.compile("|".join(WEEKDAYS))
_BEFORE_ITS_DATE = re.compile(r",? ?\(?(?:the )?")
_BEHIND_ITS_DATE = re.compile(r" ?\(|, (?:a )?")
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?][\"”’]? )(?:In |By |Since )?$")
_BESIDE, _FAR_TEXT, _FAR_YEARS = 10, 400, 2


def _goes_with_a_date(
    weekday: DateMention, before: DateMention | None, behind: DateMention | None, body: str
) -> bool:
    """Whether a weekday is only that of the date beside it: `Monday, March 3`, `March 3 (Monday)`."""
    if behind and behind.granularity == "day":
        between = body[weekday.end : behind.start]
        if len(between) < _BESIDE and _BEFORE_ITS_DATE.fullmatch(between):
            return True
    if before and before.granularity == "day":
        between = body[before.end : weekday.start]
        return len(between) < _BESIDE and _BEHIND_ITS_DATE.fullmatch(between) is not None
    return False


def _fitting(
    others: list[DateMention], explicit: list[DateMention], body: str, today: date | None
) -> list[DateMention]:
    """Leave out weekdays that only go with a date, and what is told of a time long before or after."""
    starts = [mention.start for mention in explicit]
    fitting = []
    for other in others:
        place = bisect_left(starts, other.start)
        before = explicit[place - 1] if place else None
        behind = explicit[place] if place < len(explicit) else None
        weekday = _WEEKDAY.match(other.text) is not None
        if weekday and _goes_with_a_date(other, before, behind, body):
            continue
        told = weekday or (other.granularity == "month" and other.text[0].isupper())
        far = before and today and abs(int(before.value[:4]) - today.year) >= _FAR_YEARS
        if not (told and before and far and _tells_of(before, other.start, body, weekday=weekday)):
            fitting.append(other)
    return fitting


def _tells_of(before: DateMention, start: int, body: str, *, weekday: bool) -> bool:
    """Whether a date sets the time of what follows it at `start`: it stands in the same paragraph.

    For a weekday it is a day, or a year that opens the same sentence; others are only background.
    """
    between = body[before.end : start] if start - before.end < _FAR_TEXT else "\n"
    if "\n" in between:
        return False
    if not weekday or before.granularity == "day":
        return True
    opens = _OPENS_SENTENCE.search(body[max(0, before.start - _BESIDE) : before.start]) is not None
    return opens and ". " not in between
