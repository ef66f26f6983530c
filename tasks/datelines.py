"""Reads the dateline that opens wire copy: place, date, agency, as in `NEW DELHI, Jan 17 (IANS) —`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.tasks.agencies import AGENCIES_PATTERN, AGENCY_PATTERN, first_agency

_DASH = r"[-–—―:]"
# Vowel signs, which are no word characters to `re`, belong to the words of Indic scripts.
_INDIC = "\u0900-\u0963\u0971-\u09e5"
_MONTH = rf"(?:[^\W\d_]{{3,12}}|[{_INDIC}]{{2,12}})\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_DATE = (
    rf"(?:{_MONTH} {_DAY}|{_DAY}\.? (?:de )?{_MONTH}|\d{{1,2}}\.\d{{1,2}}\.?"
    # In words, as Hindi copy has it.
    rf"|[{_INDIC}]{{2,8}} [{_INDIC}]{{2,12}})(?:,? \d{{4}}(?: م)?)?"
    rf"|\d{{4}}\. {_MONTH} \d{{1,2}}\.(?:, [^\W\d_]{{4,12}})?"
)
_DATE = rf"(?:{_DATE})"
_WORD = rf"[^\W\d_][\w{_INDIC}.'’-]*"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_CAPITALS = r"(?:[^\W\d_a-zà-ÿа-яёіїєґ][^\W\d_a-zà-ÿа-яёіїєґ.'’-]+|[A-Z]\.)"
_LOUD_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_TITLED = r"[^\W\d_a-zà-ÿа-яёіїєґ][\w'’-]+"
_TITLED_PLACE = rf"{_TITLED}(?:[ /]{_TITLED}){{0,2}}"
_REGION = r"(?: \([^()]{2,30}\))?(?: \[[^\[\]]{2,20}\])?(?:, [^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){0,2})?"
_NAMED = rf"(?P<agency>{AGENCIES_PATTERN}(?:/(?:[a-z]{{3}}|[A-Z]{{2,3}}))?)"
_IN_MARKS = rf"[(/\[（] ?(?:Корр\. )?{_NAMED} ?[)/\]）]"
_OPENS = r"(?=[^\W\d_a-z]|[\"“«„])"
# Services that carry the releases of firms; no agency stands behind the copy.
_RELEASE = (
    r"(?P<agency>PR ?Newswire|BUSINESS WIRE|Business Wire|GLOBE ?NEWSWIRE|GlobeNewswire|ACCESSWIRE"
    r"|EZ Newswire)"
)

_WITH_AGENCY = (
    # Dec 29 (Reuters) - ; the place is left out where it says nothing
    re.compile(rf"{_DATE} ?\((?P<agency>{AGENCIES_PATTERN})\)(?P<place>) ?{_DASH}"),
    # NEW DELHI, Jan 17 (IANS) — ; Berlin (dpa) - ; Madrid, 3 mar (EFE).- ; МОСКВА, 3 марта. /ТАСС/.
    re.compile(rf"(?P<place>{_PLACE}{_REGION}(?:,? {_DATE})?)[.,]? ?{_IN_MARKS} ?\.? ?(?:{_DASH}|।)"),
    # Jammu, Feb 11 (PTI) The … ; 3 июня, Минск /Корр. БЕЛТА/. ; МОСКВА, 3 июня. /ТАСС/.
    re.compile(
        rf"(?P<place>{_PLACE}{_REGION},? {_DATE}|{_DAY} {_MONTH}, {_PLACE})[.,]? ?{_IN_MARKS}\.? {_OPENS}"
    ),
    # KUWAIT CITY (KUNA) The … ; Bonn (KNA) Der … ; Hannover (epd). Der …
    re.compile(
        rf"(?P<place>(?:{_LOUD_PLACE}|{_TITLED_PLACE}){_REGION}(?:,? {_DATE})?)[.,]? ?{_IN_MARKS}"
        rf"(?:\.| {_OPENS})"
    ),
    # (ANSA) - ROMA, 03 MAR - ; (Reuters) -
    re.compile(
        rf"\((?P<agency>{AGENCIES_PATTERN})\) ?\.? ?{_DASH}+ ?(?:(?P<place>{_LOUD_PLACE}{_REGION}(?:,? "
        rf"{_DATE})?) ?{_DASH})?"
    ),
    # МОСКВА, 3 мар - РИА Новости. ; Москва. 3 июня. INTERFAX.RU - ; Київ. 3 червня. Інтерфакс-Україна.
    re.compile(rf"(?P<place>{_LOUD_PLACE},? {_DATE}) ?{_DASH} (?P<agency>{AGENCY_PATTERN})\."),
    re.compile(
        rf"(?P<place>{_TITLED_PLACE}\. {_DATE})\. (?P<agency>{AGENCY_PATTERN})(?:\.RU|\.UA)?(?:\.| ?{_DASH})"
    ),
    # Riyadh, June 3, 2026, SPA -- ; TOKYO, Kyodo - ; Damascus, SANA- ; دمشق-سانا ; تهران - ایرنا -
    re.compile(rf"(?P<place>{_PLACE}{_REGION},? {_DATE}),? (?P<agency>{AGENCY_PATTERN}) ?{_DASH}"),
    re.compile(rf"(?P<place>{_TITLED_PLACE}), (?P<agency>{AGENCY_PATTERN}) ?{_DASH}+ ?{_OPENS}"),
    re.compile(
        rf"(?P<place>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)?) ?{_DASH} ?(?P<agency>{AGENCY_PATTERN})"
        rf"(?: ?{_DASH}| )"
    ),
    # एएनआई, नई दिल्ली। ; नई दिल्ली, आईएएनएस।
    re.compile(
        rf"(?P<agency>{AGENCY_PATTERN}), (?P<place>[{_INDIC}]{{2,12}}(?: [{_INDIC}]{{2,12}}){{0,2}})।"
    ),
    re.compile(
        rf"(?P<place>[{_INDIC}]{{2,12}}(?: [{_INDIC}]{{2,12}}){{0,2}}), (?P<agency>{AGENCY_PATTERN})।"
    ),
    # الرياض 3 يونيو 2026 م واس
    re.compile(
        rf"(?P<place>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){{0,2}} {_DATE}) (?P<agency>{AGENCY_PATTERN}) "
    ),
    # ТАСС, 3 июня. ; ایسنا/خوزستان ; AGI -
    re.compile(rf"(?P<agency>{AGENCY_PATTERN}),(?P<place>) {_DATE}\. "),
    re.compile(r"(?P<agency>ایسنا|ایرنا|تسنیم)/(?P<place>[\u0600-\u06ff]+)"),
    re.compile(r"(?P<agency>AGI|ANSA|ADNKRONOS|Adnkronos|LaPresse|Italpress|askanews)(?P<place>) [-–—] "),
    # 【ワシントン共同】, 【パリ時事】, 【6月3日 AFP】, （ロンドン共同）
    re.compile(rf"[【（](?P<place>[^】）＝=]{{1,12}}?)(?:[＝= ]?)(?P<agency>{AGENCY_PATTERN})[】）]"),
    # [東京 3日 ロイター] -
    re.compile(rf"[\[［](?P<place>[^\[\]［］]{{1,16}}?)[ \u3000](?P<agency>{AGENCY_PATTERN})[\]］]"),
    # 新华社北京1月17日电, （中央社台北17日電）, （中央社記者王小明台北3日電）, （中央社巴黎2日綜合外電報導）
    re.compile(
        rf"[（(]?(?P<agency>{AGENCY_PATTERN})(?:[记記]者[\u4e00-\u9fff]{{2,3}}(?:、[\u4e00-\u9fff]{{2,3}})*)?"
        r"(?P<place>[\u4e00-\u9fff]{2,6}?(?:\d{1,2}月)?\d{1,2}日)(?:[综綜]合)?(?:[电電]|外[电電]|[专專][电電])"
    ),
    # (서울=연합뉴스), [부산=뉴시스]
    re.compile(rf"[(\[【](?P<place>[^()=\[\]]{{1,12}})=(?P<agency>{AGENCY_PATTERN})[)\]】]"),
    # BERLIN, June 3, 2026 /PRNewswire/ -- ; LONDON--(BUSINESS WIRE)--
    re.compile(rf"(?P<place>{_PLACE}{_REGION}(?:,? {_DATE})?),? ?(?:--)?[/(]{_RELEASE}[/)] ?--?"),
)
_PLAIN = (
    re.compile(rf"(?P<place>{_LOUD_PLACE}{_REGION}(?:, {_DATE})?) ?(?:—|–|--?)(?: |(?=[\"“]))"),
    re.compile(rf"(?P<place>{_LOUD_PLACE}(?:, {_DATE})?): (?=[^\W\d_a-z]|[\"“])"),
)
_QUIET = re.compile(rf"(?P<place>{_TITLED_PLACE}(?:, {_DATE})?)(?: ?[-–—]|:) {_OPENS}")
_LETTERS = re.compile(r"[^\W\d_]+")
# What every dateline with an agency holds.
_HINT = re.compile(rf"[(/\[【=（［]|{AGENCY_PATTERN}")
# Words in capitals that open a paragraph and are no place.
_NO_PLACE = re.compile(
    r"WATCH|BREAKING|UPDATE|UPDATED|EXCLUSIVE|OPINION|ANALYSIS|COMMENT|VIDEO|PHOTOS|READ|ALSO"
    r"|RELATED|NOTE|FACT|CHECK|LIVE|CORRECTION|EDITORIAL|REVIEW|INTERVIEW|LISTEN|PODCAST|SPOILER"
    r"|WARNING|DISCLAIMER|ADVERTISEMENT|QUESTION|ANSWER|FACTS|CLAIM|TRUTH|RATING|PROS|CONS|VERDICT"
    r"|BEST|WORST|NEWS|SPORT|SPORTS|DEAR|SUBSCRIBE|FOLLOW|MORE|PLUS|TIP|TIPS|STEP|DAY|WEEK|PART"
    r"|CHAPTER|ROUND|RESULT|RESULTS|EILMELDUNG|ACHTUNG|HINWEIS|EXKLUSIV|INFO|FRAGE|ANTWORT|URGENT"
    r"|MISE|ATTENTION|ÚLTIMA|HORA|TLDR|Q|A|I"
)
# The words within a place's name that are written small; any other says that a sentence has begun.
_SMALL = re.compile(
    r"a|al|am|an|auf|aux|bei|bin|da|das|de|dei|del|della|den|der|des|di|do|dos|du|e|el|en|es|et|i|im|la|las|le"
    r"|les|los|of|on|près|sur|the|und|upon|van|y"
)
_LOWER = re.compile(r"(?<![\w'’.-])[a-zà-ÿа-яёіїєґ][\w'’-]*")
_DATED = re.compile(r"\d")
# Names of agencies that are names or abbreviations of much else: alone beside a place they tell nothing.
_AMBIGUOUS = frozenset(
    (
        *("AA", "ABI", "ANA", "APP", "APS", "BNA", "CNA", "CNS", "INA", "MAP", "NNA", "ONA", "PA", "PNA"),
        *("PPI", "RIA", "RNS", "SITA", "SPA", "STA", "TAP", "TNS", "TT", "UNI"),
    )
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


def quiet_dateline(paragraph: str) -> str | None:
    """Return a dateline in small letters, `Cape Town - `; it is one where the copy is an agency's."""
    found = _QUIET.match(paragraph[:90])
    return _tidy(found["place"]) if found and first_agency(found["place"]) is None else None


def opens_copy(line: str) -> bool:
    """Whether a line begins with a dateline that names an agency: there the copy begins."""
    return _with_agency(line) is not None


def _with_agency(line: str) -> re.Match[str] | None:
    start = line[:160].lstrip()
    if not _HINT.search(start):
        return None
    for pattern in _WITH_AGENCY:
        found = pattern.match(start)
        if found and not _opens_sentence(found):
            return found
    return None


def _opens_sentence(found: re.Match[str]) -> bool:
    """Whether what stands before the agency's letters is the beginning of a sentence: `Unilever (UNI) –`."""
    place, agency = found["place"] or "", found["agency"]
    if not place or _DATED.search(place):
        return False
    if "".join(word[0] for word in _LETTERS.findall(place) if word[0].isupper()) == agency:
        return True
    in_marks = found.string[found.start("agency") - 1] in "(/[（"
    if agency in _AMBIGUOUS and not (place.isupper() and in_marks):
        return True
    return not all(map(_SMALL.fullmatch, _LOWER.findall(place)))


def _tidy(place: str) -> str:
    """Drop the full stop after a whole word, such as a month's name; an abbreviation keeps its own."""
    # The station behind it is who reports: AUSTIN (KXAN) —
    place = re.sub(r" \([A-Z]{3,6}\)$", "", place)
    return re.sub(r"(?<=[^\W\d_A-Z]{5})\.$|(?<=[^\W\d_A-Z]{3}[aeiouяаюе])\.$", "", place.strip(" ,-–—"))


def _is_place(text: str) -> bool:
    words = _LETTERS.findall(text)
    return len("".join(words)) >= 4 and not any(map(_NO_PLACE.fullmatch, words))
