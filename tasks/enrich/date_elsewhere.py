"""Dates told from the day of writing in languages other than English: yesterday, last week, on Monday.

The plain ones only. A weekday is the last one unless its clause looks ahead; where the clause shows both, it
is left out. Words for today are left out in direct speech, and beside words that make them nowadays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from copydesk.tasks.enrich.date_calendar import (
    add_months,
    month_value,
    week_value,
    weekday_before,
    weekday_behind,
    weekday_in_week,
)
from copydesk.tasks.enrich.date_elsewhere_words import ELSEWHERE
from copydesk.tasks.enrich.date_telling import Telling
from copydesk.tasks.mention import DateMention

_CLAUSE = re.compile(r"[,;:.!?\n。，；：、！？।؛،«»„“”\"—–]")
_CLAUSE_LENGTH = 100
_LINE = 600
_EXPLICIT = re.compile(r",? ?(?:\(|den |le |el |dem |dia )?\d|（\d")
_MARKS = re.compile('[„“”«»"「」『』]')


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str]]:
    """Return the patterns of days and spans, of weekdays, and of what looks ahead."""
    table = ELSEWHERE[language]
    mark = "\u0900-\u0963"
    opens, closes = (rf"(?<![\w{mark}])", rf"(?![\w{mark}])") if table.spaced else ("", "")
    named = [f"(?P<day_{step + 2}>{words})" for step, words in table.days.items()]
    named += [f"(?P<{unit}_{step + 2}>{words})" for (unit, step), words in table.spans.items()]
    words = re.compile(f"{opens}(?:{'|'.join(named)}){closes}")
    last, following = table.last, table.following
    # Arabic and Hindi write the weekday behind a word for day; Portuguese behind its preposition.
    days = "|".join(f"(?P<weekday_{n}>{names})" for n, names in enumerate(table.weekdays.split()))
    weekday = re.compile(
        f"{opens}(?P<before>{last[0] or '(?!)'}|(?P<ahead>{following[0] or '(?!)'}))?(?:{days})"
        f"(?P<behind>{last[1] or '(?!)'}|(?P<ahead2>{following[1] or '(?!)'}))?{closes}"
    )
    return words, weekday, re.compile(f"{opens}(?:{table.ahead}){closes}")


def _spoken(told: Telling, offset: int) -> bool:
    line = told.body[max(0, offset - _LINE) : offset].rpartition("\n")[2]
    last = _MARKS.findall(line)
    if not last:
        return False
    return (
        last[-1] in "„«「『"
        or (last[-1] == '"' and last.count('"') % 2 == 1)
        or (last[-1] == "“" and "„" not in last)
    )


def _looks_ahead(told: Telling, start: int, end: int, ahead: re.Pattern[str]) -> bool:
    before = _CLAUSE.split(told.body[max(0, start - _CLAUSE_LENGTH) : start])[-1]
    behind = _CLAUSE.split(told.body[end : end + _CLAUSE_LENGTH])[0]
    return ahead.search(f"{before}|{behind}") is not None


def _value(told: Telling, unit: str, step: int) -> str:
    today = told.today
    if unit == "day":
        return (today + timedelta(days=step)).isoformat()
    if unit == "week":
        return week_value(today + timedelta(days=7 * step))
    if unit == "month":
        return month_value(*add_months(today, step))
    return f"{today.year + step:04}"


def dates_elsewhere(told: Telling, language: str) -> Iterator[DateMention]:
    """Find the relative dates of a language with a table; mentions may overlap."""
    words, weekday, ahead = _patterns(language)
    for match in words.finditer(told.body):
        unit, _, shifted = str(match.lastgroup).partition("_")
        if unit == "day" and _spoken(told, match.start()):
            continue
        yield told.mention(match.start(), match.end(), _value(told, unit, int(shifted) - 2), unit)
    if weekday is not None:
        yield from _weekdays(told, language, weekday, ahead)


def _weekdays(
    told: Telling, language: str, pattern: re.Pattern[str], ahead: re.Pattern[str]
) -> Iterator[DateMention]:
    table = ELSEWHERE[language]
    habit = re.compile(rf"(?<!\w)(?:{table.no_weekday}) ?$")
    day = timedelta(days=1)
    for match in pattern.finditer(told.body):
        number = next(n for n in range(7) if match[f"weekday_{n}"])
        before = told.before(match.start())
        if _EXPLICIT.match(told.behind(match.end())) or habit.search(before):
            continue
        coming = match["ahead"] or match["ahead2"]
        last = (match["before"] or match["behind"]) and not coming
        if language == "zh" and (match["before"] or before.endswith(("本", "这", "這"))):
            there = weekday_in_week(told.today, number, 1 if coming else -1 if last else 0)
        elif coming:
            there = weekday_behind(told.today + day, number)
        elif last:
            there = weekday_before(told.today - day, number)
        elif _looks_ahead(told, match.start(), match.end(), ahead):
            there = weekday_behind(told.today, number)
        else:
            there = weekday_before(told.today, number)
        yield told.mention(match.start(), match.end(), there.isoformat(), "day")
