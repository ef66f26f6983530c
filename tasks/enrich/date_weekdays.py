"""English weekdays and weekends told from the day of writing: `on Monday`, `last Friday`, `over the weekend`.

A weekday is the last one or the next, as the tense beside it tells (`date_tense`), and today's own where it
is the same. `last Friday` is the Friday before, `next Friday` that of next week. A habit (`on Mondays`) and a
name (`Black Friday`) are none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from copydesk.tasks.enrich.date_calendar import (
    weekday_before,
    weekday_behind,
    weekday_in_week,
    weekend_value,
)
from copydesk.tasks.enrich.date_telling import STEPS, WEEKDAYS, Telling
from copydesk.tasks.enrich.date_tense import tense
from copydesk.tasks.mention import DateMention

DAYS = "|".join(WEEKDAYS)
PART = "(?: (?:night|morning|afternoon|evening)(?!s))?"
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|[Oo]ne|[Aa]ny|[Ss]ome|[Mm]ost|[Oo]ther|[Aa]lternate|Black|Good|Super|Ash"
    r"|Easter"
    r"|Bloody|Cyber|Giving|Sheffield|Casual|Throwback|Palm|Holy|Red|Ruby|Mardi|[Ff]irst|[Ss]econd"
    r"|[Tt]hird"
    r"|[Ff]ourth|[Ff]ifth|[Tt]hat|[Pp]revious|[Ff]ollowing|[Ss]ame|[Oo]pen|[Ww]eekly|Wild|Manic|Blue"
    r"|Stir-up"
    r"|Maundy|Shrove|Big|Mad|a|an|A|An)|\d(?:st|nd|rd|th)) $"
)
_DETERMINED = re.compile(r"\b(?:[Tt]he|a|an) $")
_NO_DAY_BEHIND = re.compile(
    r"\.com\b| (?:brunch|roast|newsletters?|worship|talk shows?|Times|Night|Telegraph|Mirror|Express"
    r"|Mail|Post|Herald|Independent"
    r"|World"
    r"|Tribune|Magazine|School|school|Mass|League|Review|Business|Star|Sun|People|Age|Group|Club|the"
    r" 13th)\b"
    rf"|['’]s Child|(?: to | ?[-–] ?| through | thru )(?:{DAYS})| (?:nights|mornings|afternoons"
    rf"|evenings)\b"
    r"|:? \d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?[-–]\d"
)
_SPAN_BEFORE = re.compile(rf"(?:{DAYS})(?: to | ?[-–] ?| through | thru )$")
# A timetable's row or heading: Monday Tuesday Wednesday, Monday | Tuesday, Monday: rest.
_TABLE_BEFORE = re.compile(rf"(?:^|(?:{DAYS}|Mon|Tue|Week)(?: \| | )|[|•:,] )$")
_TABLE_BEHIND = re.compile(rf"(?:$| ?\||:| [-–—] (?!\w+day)| (?:{DAYS})\b)")
# On a Tuesday or Sunday, every Monday and Friday, a sunny Friday.
_ANY_BEFORE = re.compile(
    rf"\b(?:an?|every|each|any|most|on)(?P<on>(?<=on))? (?:(?:{DAYS})s?(?:, (?:and |or )?| and | or"
    rf" ))+(?:an? |every )?$"
    r"|\b(?:an?|one|every) (?:sunny|rainy|quiet|busy|typical|recent|cold|warm|hot|late|random|normal"
    r"|lazy|snowy|chilly"
    r"|single|given|wet|grey|gray|dreary|fine|usual|ordinary) $"
)
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]ou're|[Yy]ourself)\b")
# What a weekday may stand before: the Friday deadline, in a Friday interview.
EVENT = re.compile(
    r" (?:night |morning |afternoon |evening )?(?:attack|bombing|blast|vote|meeting|deadline|game|match"
    r"|shooting"
    r"|rally|announcement|hearing|speech|debate|crash|fire|raid|statement|ruling|decision|summit|talks"
    r"|incident"
    r"|protest|letter|interview|report|filing|email|e-mail|tweet|post|news conference|press conference"
    r"|briefing"
    r"|memo|collision|accident|explosion|storm|killing|murder|parade|march|event|remarks|comments"
    r"|appearance|loss|win|victory|defeat|contest|arrest|visit|phone call|call|op-ed|election|primary"
    r"|ceremony|session|concert|strike|fundraiser|town hall)s?\b"
)
_NEAR_BEFORE = re.compile(r"\b(?:[Ll]ast|[Tt]his|[Nn]ext|past|coming) $")
_OF_WEEK = re.compile(r",? (?:of )?(?P<which>last|next|this) week\b")
_PART = re.compile(PART)
_THE = re.compile(r"\b[Tt]he $")


_SPAN = re.compile(rf"(?: (?:to|through|until) |[-–])(?P<last>{DAYS})(?!s){PART}")
_HOURS = re.compile(
    r"\b(?:open|hours|daily|every|each|weekdays|weekly|[ap]\.?m)\b|\d(?:am|pm)\b", re.IGNORECASE
)


def _span(told: Telling, start: int, end: int, first: int) -> DateMention | None:
    """Read `from Friday to Sunday` where it is told of one week, not of each."""
    found = _SPAN.match(told.body, end)
    if found is None or _HOURS.search(told.before(start) + told.behind(found.end())):
        return None
    told_in = tense(told.body, start, found.end())
    last = WEEKDAYS.index(found["last"])
    if told_in == "past":
        until = weekday_before(told.today, last)
        since = weekday_before(until, first)
    elif told_in == "ahead":
        since = weekday_behind(told.today, first)
        until = weekday_behind(since, last)
    else:
        return None
    return told.mention(start, found.end(), f"{since.isoformat()}/{until.isoformat()}", "range")


def _is_a_day(told: Telling, start: int, end: int) -> bool:
    before, behind = told.before(start), told.behind(end)
    any_day = _ANY_BEFORE.search(before)
    if (any_day and not any_day["on"]) or (_TABLE_BEFORE.search(before) and _TABLE_BEHIND.match(behind)):
        return False
    if not told.body[start].isupper() or _NO_DAY_BEHIND.match(behind) or _SPAN_BEFORE.search(before):
        return False
    if _DETERMINED.search(before):
        return EVENT.match(behind) is not None
    return not _NO_DAY_BEFORE.search(before) and not _NEAR_BEFORE.search(before)


def addresses_reader(told: Telling, start: int, end: int) -> bool:
    """Whether the words around speak to `you`: advice of any day, not news of one."""
    around = told.before(start) + told.behind(end)
    return _YOU.search(around) is not None and not told.spoken(start)


def weekday(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read a weekday that stands alone, with its part of the day (`Tuesday night`) or week."""
    number = WEEKDAYS.index(word.capitalize())
    if not _is_a_day(told, start, end):
        return _span(told, start, end, number) if told.before(start).endswith(("from ", "From ")) else None
    part = _PART.match(told.body, end)
    end = part.end() if part else end
    of_week = _OF_WEEK.match(told.body, end)
    if of_week:
        day = weekday_in_week(told.today, number, STEPS[of_week["which"]])
        return told.mention(start, of_week.end(), day.isoformat(), "day")
    told_in = tense(told.body, start, end)
    if told_in == "open" and number != told.today.weekday():
        return None
    if told_in != "past" and addresses_reader(told, start, end):
        return None
    day = (weekday_behind if told_in in ("ahead", "now") else weekday_before)(told.today, number)
    return told.mention(start, end, day.isoformat(), "day")


def near_weekday(told: Telling, start: int, end: int, number: int, step: int) -> DateMention | None:
    """Read a weekday behind `last` (step -1), `this` or `next`."""
    if _OF_WEEK.match(told.body, end):
        return None
    day = told.today
    if step < 0:
        found = weekday_before(day - timedelta(days=1), number)
    elif step > 0:
        found = weekday_in_week(day, number, 1)
    elif tense(told.body, start, end) == "past":
        found = weekday_before(day, number)
    else:
        found = weekday_behind(day, number)
    return told.mention(start, end, found.isoformat(), "day")


def near_weekend(told: Telling, start: int, end: int, step: int) -> date:
    """Return a day of the week whose weekend is the last, this or the next one."""
    over = told.today.weekday() < 4 and step == 0 and tense(told.body, start, end) == "past"
    return told.today + timedelta(days=-7 if over else 7 * step)


def weekend(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read `the weekend`: the last one, but from Friday on and where something is to come this one."""
    the = _THE.search(told.before(start))
    if the is None or told.behind(end).startswith((" of", " before", " after", "-")):
        return None
    start -= len(the[0])
    day = told.today
    if day.weekday() < 4 and tense(told.body, start, end) not in ("ahead", "now"):
        day -= timedelta(days=7)
    return told.mention(start, end, weekend_value(day), "weekend")
