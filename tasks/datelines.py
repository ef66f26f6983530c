"""Reads the dateline that opens wire copy: place, date, agency, as in `NEW DELHI, Jan 17 (IANS) —`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.tasks.agencies import AGENCIES_PATTERN, AGENCY_PATTERN, first_agency

_DASH = r"[-–—―:]"
# Vowel signs, which are no word characters to `re`, belong to the words of Indic scripts.
_INDIC = "\u0900-\u0963\u0971-\u09e5"
_MONTH = rf"(?:[^\W\d_]{{3,10}}|[{_INDIC}]{{2,12}})\.?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? (?:de )?{_MONTH}|\d{{1,2}}\.\d{{1,2}}\.?)(?:,? (?:19"
    rf"|20)\d\d)?"
)
_WORD = rf"[^\W\d_][\w{_INDIC}.'’-]*"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_CAPITALS = r"(?:[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ.'’-]+|[A-Z]\.)"
_LOUD_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_REGION = r"(?:, [^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){0,2})?"

_WITH_AGENCY = (
    # Dec 29 (Reuters) - ; the place is left out where it says nothing
    re.compile(rf"{_DATE} ?\((?P<agency>{AGENCIES_PATTERN})\)(?P<place>) ?{_DASH}"),
    # NEW DELHI, Jan 17 (IANS) — ; Berlin (dpa) - ; Madrid, 3 mar (EFE).- ; МОСКВА, 3 марта. /ТАСС/.
    re.compile(
        rf"(?P<place>{_PLACE}{_REGION}(?:,? {_DATE})?)[.,]? ?[(/\[](?P<agency>{AGENCIES_PATTERN})[)/\]]"
        rf" ?\.? ?(?:{_DASH}|।)"
    ),
    # Jammu, Feb 11 (PTI) The …
    re.compile(
        rf"(?P<place>{_PLACE}{_REGION},? {_DATE}) ?\((?P<agency>{AGENCIES_PATTERN})\) (?=[^\W\d_a-z]|[\"“])"
    ),
    # KUWAIT CITY (KUNA) The …
    re.compile(
        rf"(?P<place>{_LOUD_PLACE}{_REGION}(?:,? {_DATE})?)[.,]? "
        rf"?[(/\[](?P<agency>{AGENCIES_PATTERN})[)/\]]"
        rf"(?:\.| (?=[^\W\d_a-z]|[\"“]))"
    ),
    # (ANSA) - ROMA, 03 MAR - ; (Reuters) -
    re.compile(
        rf"\((?P<agency>{AGENCIES_PATTERN})\) ?\.? ?{_DASH}+ ?(?:(?P<place>{_LOUD_PLACE}{_REGION}(?:,? "
        rf"{_DATE})?) "
        rf"?{_DASH})?"
    ),
    # МОСКВА, 3 мар - РИА Новости.
    re.compile(rf"(?P<place>{_LOUD_PLACE},? {_DATE}) ?{_DASH} (?P<agency>{AGENCY_PATTERN})\."),
    # 【ワシントン共同】, 【パリ時事】
    re.compile(rf"【(?P<place>[^】＝=]{{1,12}}?)(?:[＝=]?)(?P<agency>{AGENCY_PATTERN})】"),
    # 新华社北京1月17日电, （中央社台北17日電）
    re.compile(
        rf"[（(]?(?P<agency>{AGENCY_PATTERN})(?:记者.{{0,12}})?(?P<place>[\u4e00-\u9fff]{{2,6}}?(?:\d{{1,2"
        rf"}}月)?\d{{1,2}}日)[电電]"
    ),
    # (서울=연합뉴스), [부산=뉴시스]
    re.compile(rf"[(\[](?P<place>[^()=\[\]]{{1,12}})=(?P<agency>{AGENCY_PATTERN})[)\]]"),
)
_PLAIN = (
    re.compile(rf"(?P<place>{_LOUD_PLACE}{_REGION}(?:, {_DATE})?) ?(?:—|–|--?)(?: |(?=[\"“]))"),
    re.compile(rf"(?P<place>{_LOUD_PLACE}(?:, {_DATE})?): (?=[^\W\d_a-z]|[\"“])"),
)
_LETTERS = re.compile(r"[^\W\d_]+")
# What every dateline with an agency holds.
_HINT = re.compile(rf"[(/\[【=（]|{AGENCY_PATTERN}")
# Words in capitals that open a paragraph and are no place.
_NO_PLACE = re.compile(
    r"WATCH|BREAKING|UPDATE|UPDATED|EXCLUSIVE|OPINION|ANALYSIS|COMMENT|VIDEO|PHOTOS|READ|ALSO"
    r"|RELATED|NOTE|FACT|CHECK|LIVE|CORRECTION|EDITORIAL|REVIEW|INTERVIEW|LISTEN|PODCAST|SPOILER"
    r"|WARNING|DISCLAIMER|ADVERTISEMENT|QUESTION|ANSWER|FACTS|CLAIM|TRUTH|RATING|PROS|CONS|VERDICT"
    r"|BEST|WORST|NEWS|SPORT|SPORTS|DEAR|SUBSCRIBE|FOLLOW|MORE|PLUS|TIP|TIPS|STEP|DAY|WEEK|PART"
    r"|CHAPTER|ROUND|RESULT|RESULTS|EILMELDUNG|ACHTUNG|HINWEIS|EXKLUSIV|INFO|FRAGE|ANTWORT|URGENT"
    r"|MISE|ATTENTION|ÚLTIMA|HORA|Q|A|I"
)


def read_dateline(paragraphs: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the dateline's place and date, and its agency; a headline or standfirst may stand before it."""
    for paragraph in paragraphs[:3]:
        found = _with_agency(paragraph)
        if found:
            return (_tidy(found["place"]) if found["place"] else None), first_agency(found["agency"])
    for paragraph in paragraphs[:2]:
        for pattern in _PLAIN:
            found = pattern.match(paragraph[:90])
            if found and len(paragraph) >= 60 and _is_place(found["place"]):
                return _tidy(found["place"]), None
    return None, None


def opens_copy(line: str) -> bool:
    """Whether a line begins with a dateline that names an agency: there the copy begins."""
    return _with_agency(line) is not None


def _with_agency(line: str) -> re.Match[str] | None:
    start = line[:160].lstrip()
    if not _HINT.search(start):
        return None
    return next((found for pattern in _WITH_AGENCY if (found := pattern.match(start))), None)


def _tidy(place: str) -> str:
    """Drop the full stop after a whole word, such as a month's name; an abbreviation keeps its own."""
    return re.sub(r"(?<=[^\W\d_A-Z]{5})\.$", "", place.strip(" ,"))


def _is_place(text: str) -> bool:
    words = _LETTERS.findall(text)
    return len("".join(words)) >= 4 and not any(map(_NO_PLACE.fullmatch, words))
