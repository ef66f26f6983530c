"""Which year a day without a year is of: the nearest to publication, unless what stands beside it objects.

On news the nearest such day is the right one for about 19 of 20 mentions. Most of the others are told apart
by the weekday that stands before them, or by the tense around them.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from copydesk.tasks.enrich.date_calendar import same_day_in_year
from copydesk.tasks.enrich.date_patterns import FoundDate

# By language, Monday first; `|` divides alternatives.
_WEEKDAYS: dict[str, str] = {
    "en": "Monday|Mon Tuesday|Tues|Tue Wednesday|Wed Thursday|Thurs|Thu Friday|Fri Saturday|Sat Sunday|Sun",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środę|środa czwartek piątek sobotę|sobota niedzielę|niedziela",
    "ru": "понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье",
    "sv": "måndag|måndagen tisdag|tisdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen lördag|lördagen"
    " söndag|söndagen",
}

# Words that put what stands beside them before or after publication: (before, after).
_TENSES: dict[str, tuple[str, str]] = {
    "en": (
        r"was|were|had|did|began|came|went|took|became|left|died|won|lost|held|fell|rose|[a-z]{2,}ed",
        r"will|would|shall|to be|is to|are to|going to|until|till|through|by|deadline|scheduled|expected"
        r"|planned|due|upcoming|next|begins?|starts?|opens?|runs|ahead of|plans?|hopes?|may|could|should|if",
    ),
    "de": (
        "wurden?|war|waren|hatten?|kam|kamen|begann|kehrte|ging|gingen|starb|starben|fiel|fielen",
        "wird|werden|soll|sollen|sollte|will|wollen|würden?|bis|ab|geplant|voraussichtlich|kommenden|nächsten",
    ),
    "fr": (
        "a été|ont été|était|étaient|avait|avaient|fut|furent",
        r"[a-zé]+(?:ra|ront|rait|raient)|prévue?s?|doit|doivent|d['’]ici|jusqu['’]au|à partir|prochaine?",
    ),
    "es": (
        "fue|fueron|era|eran|había|habían|[a-z]+ó|[a-z]+aron|[a-z]+ieron",
        r"[a-z]+(?:rá|rán|ría|rían)|hasta|previst[oa]s?|próxim[oa]|debe|deben|va a|van a",
    ),
}
_FAR = 60
_BESIDE = 120


@cache
def _weekday_pattern(language: str) -> re.Pattern[str]:
    groups = "|".join(f"({names})" for names in _WEEKDAYS[language].split())
    return re.compile(rf"(?<!\w)(?:{groups})(?:\.?,)? (?:the |den |le |el |dem )?$", re.IGNORECASE)


@cache
def _tense_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = _TENSES[language]
    return re.compile(rf"(?<!\w)(?:{before})(?!\w)"), re.compile(rf"(?<!\w)(?:{after})(?!\w)|['’]ll\b")


def _days(month: int, day: int, reference: date) -> list[date]:
    years = range(reference.year - 4, reference.year + 5)
    days = [there for year in years if (there := same_day_in_year(year, month, day))]
    return sorted(days, key=lambda there: abs(there - reference))


def _clause(body: str, start: int, end: int) -> str:
    """Return the sentence around a mention, as far as it goes within some words."""
    before = re.split(r"\n|[.!?][\"”’]? (?=[A-ZÄÖÜ«„“\"¿])", body[max(0, start - _BESIDE) : start])[-1]
    behind = re.split(r"\n|[.!?](?:[\"”’]|$| )", body[end : end + _BESIDE])[0]
    return f"{before} | {behind}"


def _weekday(body: str, start: int, language: str) -> int | None:
    found = _weekday_pattern(language).search(body[max(0, start - 20) : start])
    return None if found is None or found.lastindex is None else found.lastindex - 1


def likely_day(found: FoundDate, body: str, language: str | None, reference: date) -> date | None:
    """Return the day that a mention without a year means; None where it exists in no year or must stay open.

    `reference` is the day of publication.
    """
    days = _days(found.month or 1, found.day or 1, reference)
    if not days:
        return None
    if language in _WEEKDAYS:
        weekday = _weekday(body, found.start, language)
        if weekday is not None:
            # A weekday that fits no year around is a slip of the writer's in one or the other.
            return next((there for there in days[:3] if there.weekday() == weekday), None)
    nearest = days[0]
    if language in _TENSES and abs((nearest - reference).days) > _FAR:
        clause = _clause(body, found.start, found.end)
        before, after = (pattern.search(clause) for pattern in _tense_patterns(language))
        if nearest > reference and before and not after:
            return max(there for there in days if there <= reference)
        if nearest < reference and after and not before:
            return min(there for there in days if there >= reference)
    return nearest
