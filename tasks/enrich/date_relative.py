"""English dates told from the day of writing: `last week`, `yesterday`, `two years ago`, `earlier this year`.

Words that only place something within (`early`, `late`, `earlier`, `over`) stand outside of the mention. A
length of time (`for two weeks`, `over the last year`), `several years ago` and what is told from another day
than the day of writing (`the following week`) are none. `today` and the like in direct speech are left out:
who speaks may have spoken on another day; and so is a `today` that means these days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

from copydesk.tasks.enrich.date_calendar import (
    add_months,
    month_value,
    quarter_beside,
    week_value,
    weekend_value,
)
from copydesk.tasks.enrich.date_telling import MONTHS, STEPS, WEEKDAYS, Telling
from copydesk.tasks.enrich.date_tense import tense
from copydesk.tasks.enrich.date_weekdays import (
    DAYS,
    EVENT,
    PART,
    addresses_reader,
    near_weekday,
    near_weekend,
    weekday,
    weekend,
)
from copydesk.tasks.mention import DateMention

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen"
    " eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), start=1)}
_NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
_LONGEST = 200

_NEAR = re.compile(
    rf" (?P<past>past |coming )?(?:(?P<weekday>{DAYS})(?!s\b){PART}|(?P<month>{'|'.join(MONTHS)})(?! \d)"
    r"|(?P<unit>weekend|week|month|quarter|year)|(?P<part>night|morning|afternoon|evening))\b(?!-)"
)
_COUNTED = re.compile(
    r"(?:\b(?:the|his|her|my|your|our|their|its|a|an|every|each|whose|very|first|second|final|of all)"
    r"|['’]s"
    r"|s['’]) $",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?P<before>(?:[^\s]+ )?)(?<![\w.,-])(?P<count>[A-Za-z]+|\d{1,3}) (?P<unit>day|week|month|year)s? $",
    re.IGNORECASE,
)
# What makes a count of years a rough one.
_ROUGH = re.compile(
    r"(?:about|around|roughly|some|nearly|almost|over|than|least|under|approximately|and|or|to|maybe|half"
    r"|perhaps|up|few|\d+) $",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\b(?:end|start|beginning|rest|remainder|middle|course) of the $", re.IGNORECASE)
_THESE_DAYS_BEFORE = re.compile(
    r"\b(?:of|even|until|than|still|like|as|are|is|world|have|people|countr\w+|America|times|live"
    r"|lives) $",
    re.IGNORECASE,
)
_BESIDE = 5
_SOON = 32
_SENTENCE = re.compile(r"[.!?|] ")
_THESE = (
    "is are has have if remains continued used known started needed required involved based located"
    " found seen offered"
    " faced practiced overworked available common get"
)
_THESE_DAYS = frozenset(_THESE.split())
_TO_COME = frozenset(("will", "would", "to", "due", "set", "scheduled", "expected", "shall"))
_NO_DAY = re.compile(
    r"['’]s (?:\S+ )?(?:world|society|youth|young|children|generations?|technolog\w+|workforce|women"
    r"|men|leaders"
    r"|jobs|cities|citizens|America|news)\b"
)
_DAY_PART = re.compile(" (?:night|morning|afternoon|evening)")
_BEYOND = re.compile(r"\b[Tt]he day (?P<way>before|after) $")


def _today(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read `today` where it is this day rather than these days: beside a verb of what is done or to come."""
    before, behind = told.before(start), told.behind(end)
    if told.spoken(start) or addresses_reader(told, start, end):
        return None
    if behind.startswith(("'s", "’s")):
        is_day = EVENT.match(behind[2:]) is not None
    elif before.endswith("earlier "):
        is_day = True
    else:
        beside = _SENTENCE.split(before)[-1].split()[-_BESIDE:]
        near = max(start - len(" ".join(beside)) - 1, 0)
        told_in = tense(told.body[near : end + _SOON], start - near, end - near)
        to_come = told_in == "ahead" and not _TO_COME.isdisjoint((*beside, *behind.split()[:1]))
        these_days = _THESE_DAYS_BEFORE.search(before) or not _THESE_DAYS.isdisjoint(map(str.lower, beside))
        is_day = (told_in == "past" or to_come) and not these_days and not behind.startswith((", we", " we"))
    return told.mention(start, end, told.today.isoformat(), "day") if is_day else None


def _day_word(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read `tonight`, `yesterday` and `tomorrow`, and the days beyond these."""
    before, behind = told.before(start), told.behind(end)
    if told.spoken(start) or _NO_DAY.match(behind) or before.endswith((" a ", " of ")):
        return None
    if addresses_reader(told, start, end):
        return None
    days = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if days:
        beyond = _BEYOND.search(before)
        if beyond and (beyond["way"] == "before") == (days < 0):
            start, days = start - len(beyond[0]), 2 * days
        part = _DAY_PART.match(behind)
        end += len(part[0]) if part else 0
    return told.mention(start, end, (told.today + timedelta(days=days)).isoformat(), "day")


def _near(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read `last`, `this` and `next` with what they stand before."""
    found = _NEAR.match(told.body, end)
    if found is None or _COUNTED.search(told.before(start)):
        return None
    step = STEPS[word]
    if found["past"]:
        if step or not found["weekday"]:
            return None
        step = -1 if found["past"] == "past " else 0
    if found["weekday"]:
        return near_weekday(told, start, found.end(), WEEKDAYS.index(found["weekday"]), step)
    if found["part"]:
        return _near_part(told, start, found, step)
    if found["month"]:
        return _near_month(told, start, found, step)
    return _near_unit(told, start, found, step)


def _near_part(told: Telling, start: int, found: re.Match[str], step: int) -> DateMention | None:
    """Read `this morning` and `last night`."""
    if told.spoken(start) or step > 0 or (step == 0) == (found["part"] == "night"):
        return None
    if step < 0 and found["part"] not in ("night", "evening"):
        return None
    return told.mention(start, found.end(), (told.today + timedelta(days=step)).isoformat(), "day")


def _near_month(told: Telling, start: int, found: re.Match[str], step: int) -> DateMention | None:
    """Read `last December`: the one before this month."""
    month, day = MONTHS.index(found["month"]) + 1, told.today
    year = day.year
    if step < 0:
        year -= month >= day.month
    elif step > 0:
        year += month <= day.month
    return told.mention(start, found.end(), month_value(year, month), "month")


def _near_unit(told: Telling, start: int, found: re.Match[str], step: int) -> DateMention | None:
    day, unit, end = told.today, found["unit"], found.end()
    if unit == "week":
        value = week_value(day + timedelta(days=7 * step))
    elif unit == "weekend":
        value = weekend_value(near_weekend(told, start, end, step))
    elif unit == "month":
        value = month_value(*add_months(day, step))
    elif unit == "quarter":
        value = quarter_beside(day, step)
    else:
        value = f"{day.year + step:04}"
    return told.mention(start, end, value, unit)


def _ago(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read `two weeks ago`: as exact as its unit."""
    before = told.before(start)
    found = _AGO.search(before)
    if found is None or _ROUGH.search(found["before"]):
        return None
    count = int(found["count"]) if found["count"].isdigit() else _NUMBERS.get(found["count"].lower(), 0)
    if not 0 < count <= _LONGEST:
        return None
    day, unit = told.today, found["unit"].lower()
    if unit == "day":
        value = (day - timedelta(days=count)).isoformat()
    elif unit == "week":
        value = week_value(day - timedelta(days=7 * count))
    elif unit == "month":
        value = month_value(*add_months(day, -count))
    else:
        value = f"{day.year - count:04}"
    return told.mention(start - len(before) + found.start("count"), end, value, unit)


def _of_the(told: Telling, start: int, end: int, word: str) -> DateMention | None:
    """Read `the end of the year`, which is this one."""
    if not _OF_THE.search(told.before(start)) or tense(told.body, start - 4, end) == "past":
        return None
    day = told.today
    value = {"week": week_value(day), "month": day.isoformat()[:7], "year": f"{day.year:04}"}[word]
    return told.mention(start - 4, end, value, word)


_RULES: dict[str, Callable[[Telling, int, int, str], DateMention | None]] = {
    "today": _today,
    **dict.fromkeys(("tonight", "yesterday", "tomorrow"), _day_word),
    **dict.fromkeys(STEPS, _near),
    **dict.fromkeys((day.lower() for day in WEEKDAYS), weekday),
    **dict.fromkeys(("week", "month", "year"), _of_the),
    "ago": _ago,
    "weekend": weekend,
}
_WORD = re.compile("[A-Za-z]+")


# USA Today and the Yesterday of a title: capitals inside a sentence.
_TITLES = frozenset(("today", "tonight", "yesterday", "tomorrow"))
_OPENS = re.compile(r"(?:^|[.!?:;—–\-\n>|*•(\[]\s?|[\"“'‘][ ]?)$")


def _is_title(text: str, start: int) -> bool:
    return text[start].isupper() and not _OPENS.search(text, max(0, start - 3), start)


def relative_dates(told: Telling) -> Iterator[DateMention]:
    """Find what is told from the day of writing; mentions may overlap."""
    for match in _WORD.finditer(told.body):
        word = match[0].lower()
        rule = _RULES.get(word)
        if rule is not None and not (word in _TITLES and _is_title(told.body, match.start())):
            mention = rule(told, match.start(), match.end(), word)
            if mention is not None:
                yield mention
