"""English quarters, halves, holidays and decades: `the third quarter`, `Christmas Day`, `the 1990s`.

Quarters are the calendar's: a fiscal one is left
out, and a bare one counts only where its paragraph talks of business, since games have quarters too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.tasks.enrich.date_calendar import (
    month_value,
    quarter_of,
    quarter_value,
    same_day_in_year,
)
from copydesk.tasks.enrich.date_months import is_ahead
from copydesk.tasks.enrich.date_telling import STEPS, Telling
from copydesk.tasks.mention import DateMention

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_QUARTER = re.compile(
    r"\b(?P<the>[Tt]he )?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last|final)(?: |-)(?P<part>quarter"
    r"|half)\b(?!-)"
    r"(?:,? (?:of |in )?(?:(?P<year>(?:19|20)\d\d)|(?P<which>last|this|next|the) year)\b)?"
    r"|\bQ(?P<number>[1-4])\b(?:,? (?:of )?(?P<year2>(?:19|20)\d\d)\b)?"
)
_BUSINESS = (
    "revenue revenues sales earnings profit profits gdp economy economic economists quarterly inflation"
    " output income"
    " shares analysts exports imports shipments deliveries production investors lending dividend budget"
    " guidance"
    " fundraising unemployment jobless spending growth turnover orders margin margins cash forecast"
    " forecasts outlook"
    " share loss losses bank company raised"
)
_BUSINESS_WORDS = frozenset(_BUSINESS.split())
_FISCAL = re.compile(r"\b(?:fiscal|financial|FY\S*|fiscal-year)[ -](?:\d{4} )?$", re.IGNORECASE)
_FISCAL_BEHIND = re.compile(r",? (?:of )?(?:its |the )?(?:fiscal|financial)", re.IGNORECASE)
_QUOTED_DECADE = re.compile(r"(?<!\w)['’‘](?P<tens>[2-9]0)s\b")
_DECADE = re.compile(
    r"(?<![\w.,$€£₹#'’])(?:(?<!-)|(?<=[Mm]id-))(?P<decade>1[6-9][1-9]0|20[0-4]0)(?:['’]?s)\b(?!-\d)"
)
_MODEL_BEFORE = re.compile(r"\b(?!In |The |By |From |Since |During |Early |Late |To )[A-Z]\w* $")


def _paragraph(told: Telling, offset: int) -> str:
    before = told.body[max(0, offset - _PARAGRAPH) : offset].rpartition("\n")[2]
    return before + told.body[offset : offset + _PARAGRAPH].partition("\n")[0]


def _quarters(told: Telling) -> Iterator[DateMention]:
    day = told.today
    for match in _QUARTER.finditer(told.body):
        named = match["year"] or match["year2"]
        if _FISCAL.search(told.before(match.start())) or _FISCAL_BEHIND.match(told.behind(match.end())):
            continue
        number = int(match["number"]) if match["number"] else _ORDINALS[match["nth"].lower()]
        half = match["part"] == "half"
        if not named and not match["which"]:
            # `the last quarter` is a length; a half without its year is mostly a game's.
            if half or (match["nth"] or "") in ("last", "final"):
                continue
            if _BUSINESS_WORDS.isdisjoint(_WORD.findall(_paragraph(told, match.start()).lower())):
                continue
        if half and number > 2:
            number = 2
        year = int(named) if named else day.year
        if match["which"]:
            year += STEPS.get(match["which"], 0)  # `the year` is this one
        elif not named:
            ahead = is_ahead(told, match.start(), match.end())
            year -= ahead is not True and number > quarter_of(day)
            year += ahead is True and number < quarter_of(day)
        if half:
            value = f"{month_value(year, 6 * number - 5)}/{month_value(year, 6 * number)}"
            yield told.mention(match.start(), match.end(), value, "range")
        else:
            yield told.mention(match.start(), match.end(), quarter_value(year, number), "quarter")


_HOLIDAYS: dict[str, tuple[int, int]] = {
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "New Year's Day": (1, 1),
    "New Year's Eve": (12, 31),
    "Boxing Day": (12, 26),
    "May Day": (5, 1),
    "Halloween": (10, 31),
    "Valentine's Day": (2, 14),
    "St Patrick's Day": (3, 17),
    "St. Patrick's Day": (3, 17),
    "International Women's Day": (3, 8),
    "Anzac Day": (4, 25),
    "Veterans Day": (11, 11),
    "Armistice Day": (11, 11),
    "Bastille Day": (7, 14),
    "Juneteenth": (6, 19),
    "Fourth of July": (7, 4),
}
_HOLIDAY = re.compile(
    r"\b(?:on|by|until|since|before|after|last|this|from|of|late|early) (?:the )?(?P<name>(?:Christmas"
    r"|New Year['’]s) (?:Day"
    r"|Eve)|(?:Boxing|May|Anzac|Veterans|Armistice|Bastille) Day|Halloween|Juneteenth|Valentine['’]s Day"
    r"|St\.? Patrick['’]s"
    r" Day|International Women['’]s Day|Fourth of July)\b(?! [A-Z])(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_NEAR_ENOUGH = 120
_PARAGRAPH = 600
_WORD = re.compile("[a-z]+")
_SINCE = re.compile(r"(?:since|last) ")


def _holidays(told: Telling) -> Iterator[DateMention]:
    """Holidays of one day the world over, the nearest; months away, it is told of every year's."""
    for match in _HOLIDAY.finditer(told.body):
        month, number = _HOLIDAYS[match["name"].replace("’", "'")]
        year = int(match["year"]) if match["year"] else None
        years = [year] if year else [told.today.year + shift for shift in (-1, 0, 1)]
        days = [found for y in years if (found := same_day_in_year(y, month, number))]
        since = _SINCE.match(match[0]) is not None
        if since and not year:
            days = [max(there for there in days if there < told.today)]
        nearest = min(days, key=lambda there: abs(there - told.today), default=None)
        if nearest and (year or since or abs((nearest - told.today).days) <= _NEAR_ENOUGH):
            yield told.mention(match.start("name"), match.end(), nearest.isoformat(), "day")


def named_parts(told: Telling) -> Iterator[DateMention]:
    """Find quarters, halves and holidays; mentions may overlap."""
    yield from _quarters(told)
    yield from _holidays(told)


def decades(body: str) -> Iterator[DateMention]:
    """Find `the 1990s`, `the '90s`; a bare `90s` may be an age, and the 1900s, a century, are none."""
    for match in _DECADE.finditer(body):
        decade = int(match["decade"])
        if _MODEL_BEFORE.search(body[max(0, match.start() - 16) : match.start()]):
            continue
        yield DateMention(match.start(), match.end(), match[0], f"{decade}/{decade + 9}", "decade")
    for match in _QUOTED_DECADE.finditer(body):
        decade = 1900 + int(match["tens"])
        yield DateMention(match.start(), match.end(), match[0], f"{decade}/{decade + 9}", "decade")
