"""The day from which an article speaks: what `yesterday` and `on Monday` are counted from."""

from __future__ import annotations

from datetime import date

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.date_calendar import same_day_in_year
from copydesk.tasks.enrich.date_names import LANGUAGES
from copydesk.tasks.enrich.date_patterns import named_dates, near_digits

# Copy is dated by its desk and printed within two days.
_PRINTED_WITHIN = 2
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


def spoken_day(article: Article, language: str | None) -> date | None:
    """Return the day that the article's relative dates count from, None where nothing tells it.

    That is the day of publication, in the outlet's own zone where the page tells it; where a dateline names
    a day shortly before, that day, on which the copy was written. An article of unknown date has its
    dateline's day: with its year, or the last such day before the page was changed or fetched.
    """
    day = _spoken_day(article, language)
    # A year that no newspaper is of is a clock's error, and the ends of the calendar have no day beside them.
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _spoken_day(article: Article, language: str | None) -> date | None:
    published = _published(article)
    seen = article.modified_at or article.fetched_at
    written = _written(article.dateline, language, published or (seen.date() if seen else None))
    if published is None:
        return written
    if written is not None and 0 <= (published - written).days <= _PRINTED_WITHIN:
        return written
    return published


def _published(article: Article) -> date | None:
    if article.published_date is not None:
        return article.published_date
    return article.published_at.date() if article.published_at else None


def _written(dateline: str | None, language: str | None, latest: date | None) -> date | None:
    if not dateline or not any(map(str.isdigit, dateline)):
        return None
    known = language if language in LANGUAGES else None
    for found in named_dates(dateline, near_digits(dateline), known):
        if not found.month or not found.day:
            continue
        if found.year is not None:
            years = [found.year]
        elif latest is not None:
            years = [latest.year, latest.year - 1]
        else:
            return None
        for year in years:
            day = same_day_in_year(year, found.month, found.day)
            if day and (latest is None or found.year is not None or day <= latest):
                return day
    return None
