"""Dates written in numbers alone: `2017-01-23`, `23.01.2017`, `03/04/2024` where its order is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.date_names import LANGUAGES
from copydesk.tasks.enrich.date_patterns import FoundDate, Windows, matches

_YEAR_FIRST = re.compile(
    r"(?<![\w./\-–$€£₹])(?P<year>(?:1[89]|20)\d\d)"
    r"(?:(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})|\.(?P<month2>\d\d)\.(?P<day2>\d\d))"
    r"(?=T\d|(?![\w%]|[./\-–]\d))"
)
_YEAR_LAST = re.compile(
    r"(?<![\w./\-–$€£₹,:])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)"
    r"(?![\w%]|[./\-–:,]\d)"
)
# Korean sets a space behind each full stop.
_KOREAN = re.compile(
    r"(?<![\w.])(?P<year>20\d\d)\. ?(?P<month>\d{1,2})\. ?(?P<day>\d{1,2})(?:\.(?!\d)|(?![\w.]))"
)

_DAY_FIRST_REGIONS = {
    "GB",
    "UK",
    "IE",
    "IN",
    "AU",
    "NZ",
    "ZA",
    "PK",
    "BD",
    "LK",
    "NG",
    "KE",
    "SG",
    "MY",
    "HK",
}
_DAY_FIRST_AGENCIES = {"PTI", "IANS", "ANI", "UNI", "PA", "AAP", "APP", "BERNAMA"}
_MONTH_FIRST_AGENCIES = {"AP", "UPI"}
_YEARS_NEAR = 10


def _day_first(article: Article, language: str | None) -> bool | None:
    """Tell whether `03/04` is the third of April; None where nothing shows it."""
    if language != "en":
        return True if language in LANGUAGES else None
    tag = re.search(r"[-_]([A-Za-z]{2})$", article.declared_language or "")
    region = (tag[1] if tag else (article.source or "").rpartition(".")[2]).upper()
    if region in _DAY_FIRST_REGIONS or article.wire_agency in _DAY_FIRST_AGENCIES:
        return True
    if region in {"US", "GOV", "MIL"} or article.wire_agency in _MONTH_FIRST_AGENCIES:
        return False
    return None


def _near(two_digits: int, reference_year: int | None) -> int | None:
    """Return the full year of `17` where it lies within ten years of the article's."""
    if reference_year is None:
        return None
    century = reference_year - reference_year % 100
    years = [century + shift + two_digits for shift in (-100, 0, 100)]
    year = min(years, key=lambda y: abs(y - reference_year))
    return year if abs(year - reference_year) <= _YEARS_NEAR else None


def _year_last(
    windows: Windows, article: Article, language: str | None, year_now: int | None
) -> Iterator[FoundDate]:
    found = list(matches(_YEAR_LAST, article.body, windows))
    orders = set()
    for match in found:
        first, second = int(match["first"]), int(match["second"])
        if match["mark"] != "." and (first > 12) != (second > 12):
            orders.add(first > 12)
    day_first = orders.pop() if len(orders) == 1 else _day_first(article, language)
    for match in found:
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if len(match["year"]) == 2:
            # Two-digit years only where both others have two digits: 1.2.17 is a version or a clause.
            near = _near(year, year_now)
            if near is None or len(match["first"]) + len(match["second"]) != 4:
                continue
            year = near
        if match["mark"] == "." and language == "en" and len(match["first"]) + len(match["second"]) != 4:
            continue  # 10.4.2012 in English is a version
        if match["mark"] == "." or first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            day, month = second, first
        elif day_first is None:
            continue
        else:
            day, month = (first, second) if day_first else (second, first)
        yield FoundDate(match.start(), match.end(), year, month, day)


def numeric_dates(
    article: Article, windows: Windows, language: str | None, year_now: int | None
) -> Iterator[FoundDate]:
    """Find the dates in numbers. Where day and month could be either, language and country decide, or none.

    `year_now` is the article's year, by which a year of two digits is read.
    """
    body = article.body
    for match in matches(_YEAR_FIRST, body, windows):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        yield FoundDate(match.start(), match.end(), int(match["year"]), int(month), int(day))
    if language == "ko":
        for match in matches(_KOREAN, body, windows):
            yield FoundDate(
                match.start(), match.end(), int(match["year"]), int(match["month"]), int(match["day"])
            )
    yield from _year_last(windows, article, language, year_now)
