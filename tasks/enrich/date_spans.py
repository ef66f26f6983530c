"""Joins dates that belong together: the ends of a span to a range, a time of day to its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from copydesk.tasks.enrich.date_names import LANGUAGES
from copydesk.tasks.enrich.date_patterns import Windows, matches
from copydesk.tasks.mention import DateMention

_AND = "and und et y e en и і й та i oraz ve و और व och og și şi dan και".split()  # noqa: SIM905
# Before a pair with `and`: where it stands, they are the ends of a span.
_BETWEEN = {
    "en": "between",
    "de": "zwischen(?: dem)?",
    "fr": "entre(?: le)?",
    "es": "entre(?: el)?",
    "it": "[ft]ra(?: il)?",
    "pt": "entre",
    "nl": "tussen",
    "ru": "между",
    "uk": "між",
    "pl": "między",
    "sv": "mellan",
    "da": "mellem",
    "no": "mellom",
    "ar": "بين",
}
_DASH = r"[ \u00a0\u2009]?[-–—〜～~∼][ \u00a0\u2009]?"
_COUNTED_LINK = re.compile(rf"(?:{_DASH}|日?から|일?부터 ?|至|到)")


_TO_IN = {"es": "al?|hasta(?: el)?", "pt": "a|até", "cs": "až|do"}


@cache
def _link(language: str | None) -> re.Pattern[str]:
    """Return what stands between the ends of a span; with `and` as the group, which asks for a `between`."""
    table = LANGUAGES.get(language or "")
    if table is None:
        return re.compile(rf"(?:{_DASH}|日?から|일?부터 ?|至|到)(?P<and>(?!))?")
    words = {word for word in (*table.span.split("|"), *table.year_span.split("|")) if word}
    joining = {word for word in words if word.split()[0] in _AND and word != "tot en met"}
    to = _TO_IN.get(table.code) or "|".join(sorted(words - joining - {"a"}))
    article = "(?:(?:the|den|le|el|il) )?(?:early |late |mid-)?"
    linked = f"{_DASH}| (?:{to}) {article}" if to else _DASH
    return re.compile(f"(?:{linked}|(?P<and> (?:{'|'.join(sorted(joining)) or '(?!)'}) {article}))")


_RANGED = frozenset(("day", "month", "year"))
_FARTHEST = 20


def ranges(body: str, mentions: list[DateMention], language: str | None) -> list[DateMention]:
    """Make one mention of two that are the ends of a span: `March 3 to 5`, `between 1998 and 2003`."""
    joined: list[DateMention] = []
    for mention in mentions:
        left = joined[-1] if joined else None
        if left is not None and _is_span(body, left, mention, language):
            text, value = body[left.start : mention.end], f"{left.value}/{mention.value}"
            joined[-1] = DateMention(left.start, mention.end, text, value, "range")
        else:
            joined.append(mention)
    return joined


def _is_span(body: str, left: DateMention, right: DateMention, language: str | None) -> bool:
    if left.granularity != right.granularity or right.granularity not in _RANGED:
        return False
    if left.value >= right.value or right.start - left.end > _FARTHEST:
        return False
    link = _link(language).fullmatch(body[left.end : right.start])
    if link is None or not link["and"]:
        return link is not None
    between = _BETWEEN.get(language or "")
    before = body[max(0, left.start - _FARTHEST) : left.start]
    return between is not None and re.search(rf"(?<!\w)(?:{between}) $", before, re.IGNORECASE) is not None


_SHORT_SPAN = re.compile(
    r"(?P<year>(?:19|20)\d\d)[-–/](?P<second>\d\d)(?<![\w.,:/$€£₹#+\-–]\d{4}[-–/]\d\d)(?![\w%]"
    r"|[-–/.,:]\d)"
)
_LONGEST_SHORT_SPAN = 12


def short_spans(body: str, windows: Windows) -> Iterator[DateMention]:
    """Find `2015-16`: two years running, or a second that can be no month."""
    for match in matches(_SHORT_SPAN, body, windows):
        first, second = int(match["year"]), int(match["second"])
        length = (second - first) % 100
        if length == 1 or (second > 12 and 0 < length <= _LONGEST_SHORT_SPAN):
            value = f"{first}/{first + length}"
            yield DateMention(match.start(), match.end(), match[0], value, "range")


_TIME = re.compile(
    r"(?<![\w.,:$€£₹-])(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?"
    r" ?(?P<half>[apAP])(?:\.[mM]\.|[mM]\b|\.[mM]\b)"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![:\d])(?: ?h(?:ou)?rs\b)?"
    r"|(?P<plain>(?:[01]\d|2[0-3])[0-5]\d)(?= ?(?:GMT|UTC|hours|hrs)\b)(?: ?h(?:ou)?rs)?)"
    r"(?: \(?(?P<zone>GMT|UTC|E[SD]?T|C[SD]T|P[SD]?T|M[SD]T|BST|C?E[SU]T|CET|CEST|IST|AEST|AEDT|local"
    r" time|local"
    r"|Eastern(?: [Tt]ime)?|Pacific(?: [Tt]ime)?)\)?(?!\w))?"
)
_NOON = re.compile(r"\b[Nn]oon\b(?P<hour>)")
_TO_DAY = re.compile(r",? (?:on |early |late |the )?")
_FROM_DAY = re.compile(
    r",? (?:(?:(?:at|from|by|before|after|until|around) )?(?:(?:about|around|roughly|just after|just"
    r" before|exactly) )?)"
)
_SPAN_BEFORE = re.compile(r"(?:\d|[ap]\.?m\.?|noon) ?(?:to|until|till|and|-|–) ?$")
_EVERY = re.compile(r"(?:[Ee]very|[Ee]ach) $")
_GREENWICH = frozenset(("GMT", "UTC"))


def _clock(match: re.Match[str]) -> str:
    if match.re is _NOON:
        return "T12:00"
    if match["half"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
        value = f"T{hour:02}:{match['minute'] or '00'}"
    elif match["hour24"]:
        value = f"T{int(match['hour24']):02}:{match['minute24']}"
    else:
        value = f"T{match['plain'][:2]}:{match['plain'][2:]}"
    return value + ("Z" if match["zone"] in _GREENWICH else "")


def with_times(body: str, mentions: Iterable[DateMention], windows: Windows) -> list[DateMention]:
    """Give the days of an English text the time of day that stands beside them.

    The value is the place's own time without its zone, or Greenwich time with `Z` where the text says so.
    """
    found = [*matches(_TIME, body, windows), *_NOON.finditer(body)]
    days = list(mentions)
    if not found:
        return days
    by_start = {day.start: place for place, day in enumerate(days) if day.granularity == "day"}
    by_end = {day.end: place for place, day in enumerate(days) if day.granularity == "day"}
    for match in found:
        if _SPAN_BEFORE.search(body[max(0, match.start() - 8) : match.start()]):
            continue
        gap = _TO_DAY.match(body, match.end())
        place = by_start.pop(gap.end(), None) if gap else None
        if place is None:
            before = body[max(0, match.start() - 24) : match.start()]
            place = next(
                (
                    by_end[at]
                    for at in range(match.start() - len(before), match.start())
                    if at in by_end and _FROM_DAY.fullmatch(body[at : match.start()])
                ),
                None,
            )
        if (
            place is None
            or days[place].granularity != "day"
            or _EVERY.search(body[max(0, days[place].start - 8) : days[place].start])
        ):
            continue
        day = days[place]
        start, end = min(day.start, match.start()), max(day.end, match.end())
        days[place] = DateMention(start, end, body[start:end], day.value + _clock(match), "time")
    return days
