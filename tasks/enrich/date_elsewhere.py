"""Dates told from the day of writing in languages other than English: yesterday, last week, on Monday.

The plain ones only. A weekday is the last one, or the next where its clause looks ahead; where the language's
signs of both are known and the clause shows none, it is left out, as is `today`, which may be these days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Patterns:
    words: re.Pattern[str]
    """Days and spans; the group's name has the unit, and how many after this one, plus two."""
    weekday: re.Pattern[str]
    habit: re.Pattern[str]
    ahead: re.Pattern[str]
    past: re.Pattern[str] | None


@cache
def _patterns(language: str) -> _Patterns:
    table = ELSEWHERE[language]
    # The words of Indic scripts end where no letter or vowel sign follows.
    mark = "\u0900-\u0963"
    opens, closes = (rf"(?<![\w{mark}])", rf"(?![\w{mark}])") if table.spaced else ("", "")
    named = [f"(?P<day_{step + 2}>{words})" for step, words in table.days.items()]
    named += [f"(?P<{unit}_{step + 2}>{words})" for (unit, step), words in table.spans.items()]
    last, following = table.last, table.following
    days = "|".join(f"(?P<weekday_{n}>{names})" for n, names in enumerate(table.weekdays.split()))
    weekday = re.compile(
        f"{opens}(?P<before>{last[0] or '(?!)'}|(?P<ahead>{following[0] or '(?!)'}))?(?:{days})"
        f"(?P<behind>{last[1] or '(?!)'}|(?P<ahead2>{following[1] or '(?!)'}))?{closes}"
    )
    return _Patterns(
        re.compile(f"{opens}(?:{'|'.join(named)}){closes}"),
        weekday,
        re.compile(rf"(?<!\w)(?:{table.no_weekday}) ?$"),
        re.compile(f"{opens}(?:{table.ahead}){closes}"),
        re.compile(f"{opens}(?:{table.past}){closes}") if table.past else None,
    )


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


def _clause(told: Telling, start: int, end: int) -> str:
    before = _CLAUSE.split(told.body[max(0, start - _CLAUSE_LENGTH) : start])[-1]
    return f"{before}|{_CLAUSE.split(told.body[end : end + _CLAUSE_LENGTH])[0]}"


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
    patterns = _patterns(language)
    for match in patterns.words.finditer(told.body):
        unit, _, shifted = str(match.lastgroup).partition("_")
        step = int(shifted) - 2
        if unit == "day" and _spoken(told, match.start()):
            continue
        if unit == "day" and step == 0 and _ahead(told, *match.span(), patterns) is None:
            continue
        yield told.mention(match.start(), match.end(), _value(told, unit, step), unit)
    yield from _weekdays(told, language, patterns)


def _ahead(told: Telling, start: int, end: int, patterns: _Patterns) -> bool | None:
    """Whether the clause around looks ahead; None where it looks neither way and both could be told."""
    clause = _clause(told, start, end)
    if patterns.ahead.search(clause):
        return True
    return False if patterns.past is None or patterns.past.search(clause) else None


def _weekdays(told: Telling, language: str, patterns: _Patterns) -> Iterator[DateMention]:
    day = timedelta(days=1)
    for match in patterns.weekday.finditer(told.body):
        number = next(n for n in range(7) if match[f"weekday_{n}"])
        before = told.before(match.start())
        if _EXPLICIT.match(told.behind(match.end())) or patterns.habit.search(before):
            continue
        coming = match["ahead"] or match["ahead2"]
        last = (match["before"] or match["behind"]) and not coming
        if language == "zh" and (match["before"] or before.endswith(("本", "这", "這"))):
            there = weekday_in_week(told.today, number, 1 if coming else -1 if last else 0)
        elif coming:
            there = weekday_behind(told.today + day, number)
        elif last:
            there = weekday_before(told.today - day, number)
        else:
            ahead = _ahead(told, match.start(), match.end(), patterns)
            if ahead is None and number != told.today.weekday():
                continue
            there = (weekday_behind if ahead else weekday_before)(told.today, number)
        yield told.mention(match.start(), match.end(), there.isoformat(), "day")
