"""English months named without a day or a year: `in March`, `from June to August`, `a January debate`.

A month is the last one or the next, as the tense beside it tells, else the nearest; before what is to be held
(`the November election`) the next. A capital and what stands before it tell May from may, March from a march
and April from a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.tasks.enrich.date_calendar import month_value, year_of_month
from copydesk.tasks.enrich.date_telling import MONTHS, STEPS, Telling
from copydesk.tasks.enrich.date_tense import tense
from copydesk.tasks.enrich.date_weekdays import EVENT
from copydesk.tasks.mention import DateMention

_MONTH = "|".join(MONTHS)
# One opening word apart, which the engine can look for, is several times faster than the names alone.
_BARE_MONTH = re.compile(
    rf"\b(?P<month>{_MONTH})\b(?!['’.]?\d|\.? ?\d|[-–]\d| (?:the |of )?\d|['’][a-rt-z])"
    rf"(?:(?P<link> to | through | until | till | and |[-–])(?:early |late "
    rf"|mid-)?(?P<second>{_MONTH})\b(?! \d{{1,2}}\b)"
    rf"(?:,? (?P<year>(?:19|20)\d\d)\b)?)?"
    r"(?:,? (?:of )?(?P<which>last|this|next) year\b)?"
)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|during|through|throughout|early|late|mid|between|to|for|before|and"
    r"|(?:end|start|beginning|middle|month|months|half|week|weekend|rest|days|part) of) $|\b[Mm]id-$",
    re.IGNORECASE,
)
# Before a name that is a word or a person's too.
_SURE_BEFORE = re.compile(
    r"\b(?:in|since|until|during|through|throughout|early|late|mid|(?:end|start|beginning|middle|month"
    r"|months|half|week|weekend|rest) of)"
    r" $|\b[Mm]id-$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|by|before|after) $", re.IGNORECASE)
_NAMES_TOO = frozenset(("March", "April", "May", "June", "August"))
_WITHOUT_PERSON = re.compile(r" [A-Z][a-z]")
# A January debate, the August death of, his November loss.
_DETERMINED = re.compile(r"\b(?P<word>an?|the|his|her|its|their|this) $", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r" (?!(?:for|of|against|on|to|in|and|or|is|was|at|by|with|has|had|will|as|but|that|than"
    r"|from)\b)[a-z]{3,}"
    r"|['’]s (?:[a-z]{3,})"
)
_OF_MONTH = re.compile(r"['’]s [a-z]{3,}")
_TO_HOLD = re.compile(
    r"(?:['’]s)? (?:general |presidential |parliamentary |midterm |mid-term |runoff |primary |municipal "
    r"|local )?"
    r"(?:elections?|vote|ballot|referendum|matchup|convention|primary|primaries|caucus(?:es)?|deadline"
    r"|polls"
    r"|summit|showdown|contests?|runoff)\b"
)
_HELD = re.compile(
    EVENT.pattern
    + r"| (?:death|murder|survey|poll|jobs|sales|board|rally|rallies|trial|opening|launch|release|average"
    r"|figures|data|index|inflation|earthquake|floods?|coup|murders|killings|budget|issue|edition"
    r"|recess)\b"
)
_AFTER = re.compile(r"\b(?:after|since|following|in|during) (?:the|its|his|her|last) $", re.IGNORECASE)


def is_ahead(told: Telling, start: int, end: int) -> bool | None:
    """Whether what is told beside body[start:end] is to come; None where nothing shows it."""
    return {"past": False, "ahead": True, "now": True}.get(tense(told.body, start, end) or "")


def _month_is_named(told: Telling, match: re.Match[str]) -> bool:
    before = told.before(match.start())
    if match["second"] and match["link"] != " and ":
        return not before.endswith(("last ", "next ", "this "))
    if match["month"] in _NAMES_TOO and not match["which"]:
        sure = _SURE_BEFORE.search(before) or (match["month"] != "May" and _FROM.search(before))
        if not sure and not (match["second"] and _MONTH_BEFORE.search(before)):
            return False
    elif not (match["which"] or _MONTH_BEFORE.search(before)):
        return False
    return not _WITHOUT_PERSON.match(told.behind(match.end())) or before.lower().endswith("in ")


def _attributed(told: Telling, match: re.Match[str]) -> DateMention | None:
    """Read a month that stands before what happened in it."""
    start, end = match.span("month")
    before, behind = told.before(start), told.behind(end)
    determined = _DETERMINED.search(before)
    possessed = match["month"] not in _NAMES_TOO and _OF_MONTH.match(behind)
    if not (possessed or (determined and _NOUN_BEHIND.match(behind))):
        return None
    if match["month"] in _NAMES_TOO and not (_TO_HOLD.match(behind) or _HELD.match(behind)):
        return None  # the May government, the March for Babies
    word = determined["word"].lower() if determined else ""
    ahead = is_ahead(told, start, end)
    if _TO_HOLD.match(behind) and word not in ("a", "an") and not _AFTER.search(before):
        ahead = True
    elif ahead is None:
        ahead = False
    month = MONTHS.index(match["month"]) + 1
    year = year_of_month(told.today, month, ahead)
    if ahead and not _TO_HOLD.match(behind):
        year = min(year, year_of_month(told.today, month, None))  # must file their February reports
    return told.mention(start, end, month_value(year, month), "month")


def _is_habit(told: Telling, start: int, end: int) -> bool:
    """Whether a span of months is every year's: `the season is from July to October`."""
    return tense(told.body, start, end) in (None, "now")


def months(told: Telling) -> Iterator[DateMention]:
    """Find months without a year, and spans of two."""
    day = told.today
    for match in _BARE_MONTH.finditer(told.body):
        if not _month_is_named(told, match):
            attributed = _attributed(told, match)
            if attributed is not None:
                yield attributed
            continue
        first = MONTHS.index(match["month"]) + 1
        last = MONTHS.index(match["second"]) + 1 if match["second"] else first
        if match["which"]:
            year = day.year + STEPS[match["which"]]
        elif match["year"]:
            year = int(match["year"])
        else:
            year = year_of_month(day, last, is_ahead(told, match.start(), match.end()))
        start, end = match.span()
        if match["second"] and not (match["year"] or match["which"]) and _is_habit(told, start, end):
            continue
        if match["second"] is None:
            yield told.mention(start, end, month_value(year, first), "month")
        elif match["link"] != " and " or told.before(start).lower().endswith("between "):
            value = f"{month_value(year - (first > last), first)}/{month_value(year, last)}"
            yield told.mention(start, end, value, "range")
        else:
            yield told.mention(start, match.end("month"), month_value(year - (first > last), first), "month")
            yield told.mention(match.start("second"), end, month_value(year, last), "month")
