"""Reading one date from one string, in the forms that newsrooms use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from copydesk.tasks.clean.date_words import MONTH_BY_WORD, ZONES

_ISO = re.compile(
    r"(?P<y>[12]\d{3})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:[T_\s]+(?P<H>\d\d)(?::?(?P<M>\d\d)(?::?(?P<S>\d\d))?)?(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?"
    r"(?!\d)",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|\.)?"
# Vowel signs of Indian scripts are no letters to `re`.
_LETTER = r"[^\W\d_]|[\u0900-\u0d7f]"
_WORD = rf"(?P<word>(?:{_LETTER}){{2,}}(?:{_LETTER}|\.))\.?"
_FORMS = (
    re.compile(
        rf"(?<![\d.])(?P<d>\d{{1,2}}){_ORDINAL},?[\s/-]*(?:de\s|of\s|d['’])?\s*{_WORD},?[\s/-]*(?:de\s|del\s)?\s*(?P<y>\d{{4}})(?!\d)"
    ),
    re.compile(rf"(?<!\w){_WORD}[\s-]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s+(?:de\s)?(?P<y>\d{{4}})(?!\d)"),
    # As Unix prints it, the year behind the time.
    re.compile(
        rf"(?<!\w){_WORD}\s+(?P<d>\d{{1,2}})(?=\s+\d{{1,2}}:\d\d(?::\d\d)?(?:\s+[A-Z]{{3,4}})?\s+(?P<y>[12]\d{{3}})(?!\d))"
    ),
    re.compile(rf"(?<!\d)(?P<y>[12]\d{{3}})[.,]?[\s/-]*{_WORD}[\s/-]*(?P<d>\d{{1,2}})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>[12]\d{3})\s?[-/.年년]\s?(?P<m>\d{1,2})\s?[-/.月월]\s?(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d.,])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>[12]\d{3}|\d\d)(?![\d.]*\d)"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})\s?[/-]\s?(?P<b>\d{1,2})\s?[/-]\s?(?P<y>[12]\d{3}|\d\d)(?![\d/])"),
)
_VIETNAMESE = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.:/-])(?P<H>[01]?\d|2[0-3])(?::|\.|h|H|時|시\s?)(?P<M>[0-5]\d)(?:[:.](?P<S>[0-5]\d)(?:[.,]\d+)?)?(?![\d/])(?!\.\d)"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*\(?(?P<zone>[+-]\d\d:?\d\d|(?:UTC|GMT)\s?[+-]\d{1,2}|[A-Za-z]{1,4}\b)?"
    r"|(?<!\d)(?P<h>1[0-2]|[1-9])\s?(?P<half2>[ap]\.?\s?m\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as a page writes it."""

    day: date
    """The day as written, in the zone of who wrote it."""
    at: datetime
    """UTC; midnight of the day where no time stands with it; a time without zone is taken as UTC."""
    has_time: bool = False
    offset: timedelta | None = None
    """From UTC; None where no zone is named."""


def read_date(text: str, month_first: bool) -> datetime | None:
    """Return the first date in a string, in UTC; midnight where no time stands with it."""
    stamp = read_stamp(text, month_first)
    return stamp.at if stamp else None


@lru_cache(maxsize=1_024)
def read_stamp(text: str, month_first: bool) -> Stamp | None:
    """Return the first date in a string, None without one.

    `month_first` decides what 5/12/2024 is. Method: the common forms by pattern; the months' names in
    `date_words`.
    """
    text = text.strip()
    iso = _ISO.match(text)
    if iso:
        return _from_iso(iso)
    if _EPOCH.fullmatch(text):
        at = datetime.fromtimestamp(int(text[:10]), UTC)
        return Stamp(at.date(), at, True, timedelta(0))
    vietnamese = _VIETNAMESE.search(text)
    if vietnamese:
        day, month, year = (int(part) for part in vietnamese.groups())
        named = _day(year, month, day)
        return Stamp(named.date(), named) if named else None
    found = [hit for form in _FORMS if (hit := _from_form(form, text, month_first))]
    if not found:
        return None
    start, end, day_found = min(found, key=lambda hit: hit[0])
    return _with_clock(day_found, text, start, end)


def _from_iso(match: re.Match[str]) -> Stamp | None:
    day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return None
    hour, minute, second = int(match["H"] or 0), int(match["M"] or 0), int(match["S"] or 0)
    if not (hour or minute or second):
        # Midnight to the second is how systems write a day without a time, in their own zone.
        return Stamp(day.date(), day)
    return _at(day, hour, minute, second, match["zone"])


def _from_form(form: re.Pattern[str], text: str, month_first: bool) -> tuple[int, int, datetime] | None:
    for match in form.finditer(text):
        parts = match.groupdict()
        year = int(parts["y"])
        year += 2000 if year < 80 else 0
        if "word" in parts:
            month, day = MONTH_BY_WORD.get(parts["word"].lower().rstrip("."), 0), int(parts["d"])
        elif "m" in parts:
            month, day = int(parts["m"]), int(parts["d"])
        else:
            one, two = int(parts["a"]), int(parts["b"])
            month, day = (one, two) if (month_first and one <= 12) or two > 12 else (two, one)
        found = _day(year, month, day)
        if found:
            return match.start(), match.end(), found
    return None


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _with_clock(day: datetime, text: str, start: int, end: int) -> Stamp:
    """Add the time that stands close to the date, most often after it."""
    clock = _CLOCK.search(text[end : end + 40]) or _CLOCK.search(text[max(0, start - 25) : start])
    if clock is None:
        return Stamp(day.date(), day)
    hour = int(clock["H"] or clock["h"])
    half = (clock["half"] or clock["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    found = _at(day, hour, int(clock["M"] or 0), int(clock["S"] or 0), clock["zone"])
    return found or Stamp(day.date(), day)


def _at(day: datetime, hour: int, minute: int, second: int, zone: str | None) -> Stamp | None:
    offset = _offset(zone)
    try:
        local = day.replace(hour=hour % 24, minute=minute, second=min(second, 59))
        return Stamp(day.date(), local - (offset or timedelta(0)), True, offset)
    except (ValueError, OverflowError):
        return None


def _offset(name: str | None) -> timedelta | None:
    if not name:
        return None
    numbers = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", name)
    if numbers:
        minutes = int(numbers[2]) * 60 + int(numbers[3] or 0)
        return timedelta(minutes=minutes if numbers[1] == "+" else -minutes) if minutes < 24 * 60 else None
    hours = ZONES.get(name.lower()) if name.isupper() else None
    return None if hours is None else timedelta(hours=hours)
