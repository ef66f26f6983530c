"""The expressions that find calendar dates written with month names, by language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, repeat

from copydesk.tasks.enrich.date_names import LANGUAGES, DateLanguage


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as it stands: offsets into the text, and of year, month and day those that it names."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's expressions, compiled."""

    month_of: dict[str, int]
    """From a month's name as it stands, without full stop, to 1–12."""
    day_month: re.Pattern[str]
    month_day: re.Pattern[str] | None
    month_year: re.Pattern[str]
    years: tuple[tuple[re.Pattern[str], bool], ...]
    """Bare years, and whether a round one may yet be a count (`in 2000 homes`)."""
    between: re.Pattern[str]
    """What stands between two dates that are the ends of one span."""


# A date does not run over a line's end.
SPACE = "[ \t\u00a0\u2009\u202f\u200e\u200f]{1,3}"
# Not behind a word, a decimal, a price, a score or a longer number.
NOT_BEFORE = r"(?<![\w.,:/$€£₹#+\-–])"
_DASH = r"[ \u00a0\u2009]?[-–/][ \u00a0\u2009]?"
# Behind the full stop of an abbreviation a day may follow at once: Feb.1.
_NAME_ENDS = r"(?:(?<=\.)|(?![\w\u0900-\u0963]))"
_YEAR_ENDS = r"(?![\w%°]|[.,:]\d)"
# What is counted after a number shows that it is no year.
_COUNTED = (
    "%|percent|per cent|people|persons|men|women|children|soldiers|troops|police|votes|seats|metres|meters|km"
    "|kilomet|miles|feet|acres|hectares|euro|dollars|pounds|rupees|tonnes|tons|jobs|homes|houses|villages"
    "|schools|cases|deaths|points|runs|GMT|UTC|hours|hrs|Euro|Menschen|Meter|Kilometer|Uhr|Einwohner"
    "|personnes|personas|persone|pessoas|mensen|heures|horas|ore|uur"
)

_UNCERTAIN_IN_ANY = {"listopad", "listopada", "listopadu", "lipnja", "srpanj"}  # other months in Croatian
_FUNCTION_WORDS = re.compile(
    r"(?:in|at|to|for|with|on|by|as|from|when|after|before|the|and|but|of|that|where|which|is|was|were|will|has"
    r"|had|during|between|because|while|under|to|until|through|he|she|it|they|a)\b"
)


def _spellings(name: str, language: DateLanguage) -> set[str]:
    # A capital tells the month May from the verb where the language writes months with capitals.
    written = {name, name.upper()}
    if language.code != "en":
        written.add(name[0].upper() + name[1:])
    return written


def _is_abbreviation(name: str, names: list[str]) -> bool:
    return len(name) < 5 and any(other != name and other.startswith(name) for other in names)


def _month_names(language: DateLanguage) -> tuple[dict[str, int], str]:
    month_of: dict[str, int] = {}
    alternatives: dict[str, str] = {}
    for number, cell in enumerate(language.months, start=1):
        names = cell.split("|")
        for name in names:
            # The full stop of an abbreviation is part of it; a full month's ends the sentence.
            stop = r"\.?" if _is_abbreviation(name, names) else ""
            for spelling in _spellings(name, language):
                month_of[spelling] = number
                alternatives[spelling] = re.escape(spelling) + stop
    return month_of, "|".join(alternatives[name] for name in sorted(alternatives, key=lambda n: (-len(n), n)))


def _compile(language: DateLanguage) -> Grammar:
    month_of, names = _month_names(language)
    ordinal = f"(?:{language.ordinal})?" if language.ordinal else ""
    link = f"(?:(?:{language.link}){SPACE})?" if language.link else ""
    span = f"{SPACE}(?:{language.span}){SPACE}" if language.span else _DASH
    join = f"(?:{_DASH}|{span})"
    days = rf"(?P<days>\d{{1,2}}{ordinal}(?:{join}\d{{1,2}}{ordinal}){{0,3}})"
    # A full stop behind the day is an ordinal's in `3. Mai`, the sentence's in `May 3.`
    plain_days = days.replace(ordinal, "(?:st|nd|rd|th)?") if ordinal else days
    # Arabic names a month twice, by both its calendars' names: أيار/مايو.
    month = rf"(?P<month>{names})(?: ?/ ?(?:{names}))?{_NAME_ENDS}"
    comma = ",?" if language.month_first else ""
    year = rf"(?P<year>\d{{4}}){_YEAR_ENDS}"
    month_day = None
    if language.month_first:
        month_day = re.compile(
            rf"(?<!\w){month}(?:{SPACE}|(?<=\.)){plain_days}(?![\w%°]|[.,:]\d|-[a-z])(?:{comma}{SPACE}{year})?"
        )
    return Grammar(
        month_of=month_of,
        day_month=re.compile(rf"{NOT_BEFORE}{days}{SPACE}{link}{month}(?:{comma}{SPACE}{link}{year})?"),
        month_day=month_day,
        month_year=re.compile(rf"(?<!\w){month}{comma}{SPACE}{link}{year}"),
        years=_year_patterns(language),
        between=re.compile(f"(?:{_DASH}|{span})(?:the |den |le |el |il )?"),
    )


def _year_patterns(language: DateLanguage) -> tuple[tuple[re.Pattern[str], bool], ...]:
    patterns: list[tuple[str, bool]] = []
    alone = rf"(?![\w%°]|[.,:]\d|/\d|[-–]\d{{1,2}}(?!\d)|[-–][^\W\d]|{SPACE}(?:{_COUNTED}))"
    link = "[-–]"
    if language.year_span:
        link = f"(?:[-–]|{SPACE}(?:{language.year_span}){SPACE})"
        # Between 2000 and 3000 is no span of years.
        alone += rf"(?!{link}(?!(?:1[7-9]|20)\d\d(?!\d))\d)"
    second = rf"{link}(?P<second>(?:1[7-9]|20)\d\d){alone}"
    patterns.append(
        (rf"(?P<year>(?:1[7-9]|20)\d\d)(?<![\w.,:/$€£₹#+\-–]\d{{4}})(?<!pages \d{{4}}){second}", True)
    )
    if language.year_before:
        patterns.append(
            (rf"(?<!\w)(?:{language.year_before}){SPACE}(?P<year>\d{{4}}){alone}(?:{second})?", True)
        )
    if language.year_inside:
        # Digits first, then what stands before them: several times faster than the other way.
        before = "|".join(rf"(?<={word} \d{{4}})" for word in language.year_inside.split("|"))
        inside = rf"(?P<year>(?:19|20)\d\d)(?P<second>)(?:{before})"
        patterns.append((rf"{inside}(?={SPACE}[a-z]){alone}", True))
    if language.year_after:
        patterns.append(
            (rf"{NOT_BEFORE}(?P<year>\d{{4}})(?P<second>)(?={SPACE}(?:{language.year_after}))", False)
        )
    if language.code == "tr":
        patterns.append((rf"{NOT_BEFORE}(?P<year>\d{{4}})(?P<second>)(?=['’][dtny][eaıiuü])", False))
    return tuple((re.compile(pattern), may_count) for pattern, may_count in patterns)


def _any_language() -> DateLanguage:
    """Put together the month names that mean one month wherever they occur."""
    meanings: dict[str, set[int]] = defaultdict(set)
    for language in LANGUAGES.values():
        for number, cell in enumerate(language.months, start=1):
            for name in cell.split("|"):
                meanings[name].add(number)
                meanings[name.lower()].add(number)
    months: list[list[str]] = [[] for _ in range(12)]
    for name, numbers in meanings.items():
        if len(name) > 3 and len(numbers) == 1 and name.lower() not in _UNCERTAIN_IN_ANY:
            # These stay capital: `march` and `august` are words.
            if name in ("march", "august"):
                continue
            months[min(numbers) - 1].append(name)
    return DateLanguage(
        "en",
        tuple("|".join(names) for names in months),
        ordinal=r"st|nd|rd|th|er|º|°|\.",
        link="of|de|del",
        month_first=True,
    )


@cache
def grammar(language: str | None) -> Grammar:
    """Return the expressions of a language (ISO 639-1), for None those that hold in any."""
    return _compile(LANGUAGES[language] if language is not None else _any_language())


Windows = list[tuple[int, int]]

_DIGITS = re.compile(r"\d+")
# Longer than any month with the words around it.
_BEFORE_DIGITS, _BEHIND_DIGITS = 32, 48


def near_digits(text: str) -> Windows:
    """Return the stretches of text around its numbers, the only ones where dates can stand.

    Searching these alone is several times faster than searching the text.
    """
    windows: Windows = []
    for digits in _DIGITS.finditer(text):
        start, end = max(0, digits.start() - _BEFORE_DIGITS), digits.end() + _BEHIND_DIGITS
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def matches(pattern: re.Pattern[str], text: str, windows: Windows) -> Iterator[re.Match[str]]:
    """Find a pattern in stretches of a text."""
    for start, end in windows:
        yield from pattern.finditer(text, start, end)


def _days(match: re.Match[str]) -> list[tuple[int, int, int]]:
    """Return the days of a match as (number, start, end), ends with their ordinal marks.

    Only a rising row is one of days: in `a 2-1 March win` and `in May 12 and 3` it is not.
    """
    offset = match.start("days")
    numbers = list(re.finditer(r"\d+(?:st|nd|rd|th|er|ste|de|e|º|°|\.)?(?![^\W\d])", match["days"]))
    days = [(int(re.match(r"\d+", n[0])[0]), offset + n.start(), offset + n.end()) for n in numbers]  # type: ignore[index]
    if any(left[0] >= right[0] for left, right in pairwise(days)):
        return []
    return days


def _name(match: re.Match[str]) -> str:
    return match["month"].rstrip(".")


def _with_days_first(text: str, windows: Windows, rules: Grammar) -> Iterator[FoundDate]:
    for match in matches(rules.day_month, text, windows):
        month = rules.month_of[_name(match)]
        year = int(match["year"]) if match["year"] else None
        days = _days(match)
        if not days:
            last = list(re.finditer(r"\d+", match["days"]))[-1]
            days = [(int(last[0]), match.start("days") + last.start(), match.end("days"))]
        for number, start, end in days[:-1]:
            yield FoundDate(start, end, year, month, number)
        yield FoundDate(days[-1][1], match.end(), year, month, days[-1][0])


def _with_month_first(text: str, windows: Windows, rules: Grammar) -> Iterator[FoundDate]:
    if rules.month_day is None:
        return
    for match in matches(rules.month_day, text, windows):
        year = int(match["year"]) if match["year"] else None
        # `in March 15 people`: after "in" stands a month, and the number counts something.
        if year is None and re.search(r"\bin $", text[max(0, match.start() - 4) : match.start()], re.I):
            continue
        days = _days(match)
        if not days:
            first = re.match(r"\d+", match["days"])
            assert first is not None
            days = [(int(first[0]), match.start("days"), match.start("days") + first.end())]
            year = None
        elif len(days) > 1 and year is None and _counts_something(text, match):
            days = days[:1]
        month = rules.month_of[_name(match)]
        ends = [end for _, _, end in days]
        if year is not None:
            ends[-1] = match.end()
        yield FoundDate(match.start(), ends[0], year, month, days[0][0])
        for (number, start, _), end in zip(days[1:], ends[1:], strict=True):
            yield FoundDate(start, end, year, month, number)


def _counts_something(text: str, match: re.Match[str]) -> bool:
    """Whether the last number goes with the word behind it: `on March 3 and 12 others`."""
    behind = text[match.end() : match.end() + 12]
    return bool(re.match(r" [a-z]", behind)) and not _FUNCTION_WORDS.match(behind[1:])


def _months_and_years(text: str, windows: Windows, rules: Grammar) -> Iterator[FoundDate]:
    for match in matches(rules.month_year, text, windows):
        year = int(match["year"])
        if 1500 <= year <= 2199:
            yield FoundDate(match.start(), match.end(), year, rules.month_of[_name(match)], None)
    for pattern, may_count in rules.years:
        for match in matches(pattern, text, windows):
            groups = [group for group in ("year", "second") if match[group]]
            numbers = [int(match[group]) for group in groups]
            behind = [text[match.end(group) :][:12] for group in groups]
            # The ends of a span are both years, the earlier first, or both none.
            if numbers == sorted(set(numbers)) and all(map(_is_year, numbers, behind, repeat(may_count))):
                for group, number in zip(groups, numbers, strict=True):
                    yield FoundDate(*match.span(group), number, None, None)


def _is_year(number: int, behind: str, may_count: bool) -> bool:
    if not 1700 <= number <= 2100:
        return False
    # A round number before a noun is more often a count than a year.
    counted = may_count and number % 100 == 0 and re.match(r"[ \u00a0][^\W\d_A-Z]", behind)
    return not counted or _FUNCTION_WORDS.match(behind[1:]) is not None


def named_dates(text: str, windows: Windows, language: str | None) -> Iterator[FoundDate]:
    """Find the dates written with a month's name, and bare years; they may overlap."""
    rules = grammar(language)
    yield from _with_days_first(text, windows, rules)
    yield from _with_month_first(text, windows, rules)
    yield from _months_and_years(text, windows, rules)
