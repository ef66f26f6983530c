"""How many were killed, injured or are missing, by what English says around a number.

Read from the words alone: `at least 14 people were killed`, `killing 14`, `14 dead`, `left three dead`, `the
death toll rose to 2,000`, `claimed 14 lives`. A number before an active verb (`five soldiers killed two
rebels`) is none; neither is what is counted of the hurt once more (`one of the men`), nor numbers without a
figure (`hundreds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.tasks.enrich.amounts_bounds import bound
from copydesk.tasks.enrich.amounts_numbers import Numeral
from copydesk.tasks.mention import Amount

_UNITS = {
    "killed": "killed dead died slain massacred executed murdered beheaded perished drowned"
    " killing kills kill"
    " deaths death fatalities fatality lives toll claimed claiming claims drowning murdering executing"
    " massacring"
    " beheading",
    "injured": "injured wounded hurt maimed injuring wounding hurting injures wounds injuries injury",
    "missing": "missing unaccounted",
}
UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
CASUALTY_WORDS = frozenset(UNIT_OF)

_PEOPLE = (
    r"people|persons?|civilians?|soldiers?|children|child|women|woman|men|man|militants?|police(?:men"
    r"|man)?|officers?"
    r"|others?|passengers?|students?|workers?|protest[eo]rs|rebels?|fighters?|troops|migrants?"
    r"|villagers?|residents?"
    r"|miners?|tourists?|victims?|insurgents?|terrorists?|gunmen|refugees?|sailors?|crew(?: members)?"
    r"|fishermen"
    r"|firefighters?|guards?|members?|employees|journalists?|demonstrators?|worshippers|pilgrims|boys?"
    r"|girls?|babies"
    r"|teenagers?|youths?|farmers?|servicem[ea]n|personnel|Palestinians?|Israelis?|Syrians?|Iraqis?"
    r"|Afghans?|Americans?"
    r"|Russians?|Ukrainians?|Turks?|Kurds?|Indians?|Pakistanis?|Egyptians?|foreigners|locals|patients"
    r"|inmates|prisoners"
    r"|drivers?|pedestrians?|cyclists?|motorcyclists?|families|family members|relatives|brothers"
    r"|sisters|suspects?"
    r"|attackers?|bombers?|jihadis(?:ts?)?|peacekeepers?|marines|commandos|cadets|recruits|pilots?"
    r"|athletes|players"
    r"|spectators|shoppers|guests|hostages|teachers?|nurses|doctors|elderly|adults?|infants?|Muslims"
    r"|Christians|Hindus"
    r"|Jews|Yazidis|Tamils|Rohingya|asylum[ -]seekers|bystanders|aid workers|commuters|climbers|hikers"
    r"|loved ones|souls"
    r"|officials|artists|combatants|paramilitaries|extremists|supporters|cops|deputies|constables"
    r"|jawans|labou?rers|pupils"
)
# Up to three words of any kind but those that begin something else.
_NO_OTHER = (
    r"(?!(?:in|of|to|on|at|by|for|from|with|was|were|is|are|and|or|but|who|that|after|when|years?|days?"
    r"|hours?|minutes?"
    r"|months?|weeks?|times?|more than|per|percent|had|have|has|when|killed|injured|wounded|dead|died"
    r"|missing)\b)"
)
_NOUN = rf"(?: {_NO_OTHER}[^\W\d_][\w'’-]*){{0,3}} (?:{_PEOPLE})\b"
_OF_THEM = (
    rf" of (?:(?:the|its|his|her|their|those|these)(?: [\w'’-]+){{0,2}} "
    rf"(?:{_PEOPLE})\b|them|those|these|whom)"
)
# Others that were killed are people too, where they are no animals.
_OTHERS = re.compile(
    rf"(?: {_NO_OTHER}[a-z][\w'’-]*){{0,2}}? (?!\w*(?:dogs|cats|birds|animals|pigs|horses|cows|chickens"
    rf"|whales|elephants|wolves"
    r"|bears|trees|calves|goats|lambs|ducks|seals|dolphins|tigers|lions|turtles|rhinos|buildings|houses"
    r"|homes|cars|jobs"
    r"|feelings|chances)\b)[a-z][a-z-]{3,}s(?= (?:were|have been|had been|are feared) )"
)
_COUNTED = re.compile(rf"(?P<noun>{_NOUN}|{_OF_THEM})?")
_PASSIVE = re.compile(
    r"(?:,? (?:including|among them|mostly|mainly|[\w-]+ of (?:them|whom))"
    r" [^.;\n]{1,70}?,)?"
    r"(?: (?:aboard|in|on|at|inside|from|near|across) (?!which)[^.,;\n]{1,40}?)?"
    r"(?P<aux>(?: (?:who|were|was|have|had|has|been|are|is|being|be|reported|reportedly|feared"
    r"|confirmed|believed|to|also"
    r"|still|remain|remained|remains|went|later|allegedly|all|both|themselves|either|presumed|found"
    r"|left|officially|now)\b)*)"
    r" (?:shot |stabbed |beaten |burned |burnt |critically |seriously |badly |severely |slightly )?"
    r"(?P<verb>killed|dead|died|slain|massacred|executed|murdered|beheaded|perished|drowned"
    r"|lost their lives"
    r"|injured|wounded|hurt|maimed|missing|unaccounted for)\b(?!-)"
)
# Five soldiers and two rebels were killed.
_ALSO = re.compile(
    r"(?:, [^.;\n]{1,40}?)?,? and (?:an?|another|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine"
    r"|ten)"
    r"(?: [^\W\d_][\w'’-]*){1,4}?(?= (?:were|died|have been|had been)\b)"
)
_OBJECT = re.compile(
    r" (?:at least |more than |about |some |up to |nearly |around )?(?:\d|the\b|an?\b|his\b|her\b"
    r"|their\b|its\b|one\b|two\b"
    r"|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens|hundreds|scores|people\b"
    r"|civilians\b|him\b|them\b"
    r"|himself|themselves|another\b|several\b|many\b|[A-Z])"
)
_THING = re.compile(
    r" (?!(?:in|on|at|and|or|when|after|as|since|from|by|during|including|were|was|are|is|have|had|has"
    r"|while|over|near|inside"
    r"|so|before|but|with|for|to|who|last|this|more|others|than|if|because|across|outside|early|late"
    r"|yesterday|today"
    r"|despite|amid|following|remained|remain|said|that|of|among|along|under|within|there|here|when"
    r"|where|it|they|he|she"
    r"|we|the|an?)\b)[a-z]+"
)
_PERSON = re.compile(_NOUN)
_DEATHS = re.compile(
    r"(?P<noun>(?: (?:more|other|further|additional|confirmed|civilian|new|reported|traffic|related"
    r"|\w+-related|road"
    r"|accidental|suspected))? (?P<what>deaths?|fatalities|fatality|injuries|lives|bodies))\b(?! (?:per"
    r"|a year|each)\b|-)"
)
_LOST = re.compile(
    r"\b(?:claim(?:ed|ing|s)?|cost(?:ing|s)?|took|take[sn]?|taking|lost|los[es]s|loss of)(?: the)? $"
)
_VERB = (
    r"kill(?:ed|ing|s)?|shot dead|shooting dead|execut(?:ed|ing)|behead(?:ed|ing)|massacr(?:ed|ing)"
    r"|murder(?:ed|ing)"
    r"|drown(?:ed|ing)|claim(?:ed|ing|s)? the lives of|tak(?:ing|es) the lives of|took the lives of"
)
_HARM = r"injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing|s)?|maim(?:ed|ing)"
_LEFT = re.compile(
    rf"\b(?:(?P<killed>(?:{_VERB})(?: or injur(?:ed|ing))?|(?:killing|deaths?|murders?|slaying"
    rf"|execution)s? of(?: the)?)"
    rf"|(?P<injured>{_HARM}|wounding of))(?: another| a total of)? $",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"\b(?:{_VERB}|{_HARM}) (?:and|or) (?:{_VERB}|{_HARM})(?: another| a total of)? $", re.IGNORECASE
)
_LEAVING = re.compile(r"\b(?:left|leaves|leaving)(?: another| a total of)? $", re.IGNORECASE)
_LEFT_SO = re.compile(r" (?P<verb>dead|injured|wounded|hurt|missing|maimed)\b")
_ENDS = re.compile(
    r"(?:[.,;:)—–\"”]|$|\n| (?:and|in|on|at|when|during|after|as|since|near|from|of (?:them|whom|the"
    r"|his|her)|more|others"
    r"|before|while|inside|outside|across|over|last|yesterday|—|–|-|including|by|with|Monday|Tuesday"
    r"|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday)\b)"
)
_TOLL = re.compile(
    r"\b(?:[Dd]eath|[Cc]asualty|[Tt]he|[Ii]ts) toll\b(?:(?!\d)[^.;\n]){0,60}?\b(?:to|at|reached"
    r"|reaching|hit|hitting|passed"
    r"|topped|exceeded|surpassed|was|is|now|of|stands at|stood at|put at)(?: now)? $"
)
_NEGATED = re.compile(
    r"\b(?:no|not|nor|than|last|page|room|No\.|number|class|grade|division|flight|highway|route|group"
    r"|phase|stage|type|aged?|since|in|until|by) $",
    re.IGNORECASE,
)
_OF_THE = re.compile(r" of (?:the|its|his|her|their|these|those)\b")
# Two of the three: the three are not who was killed.
_WHOLE = re.compile(r"\bof (?:the|its|his|her|their|those|these) $")
_NO_TOLL = re.compile(
    r"(?: ?%| per ?cent|-|[.,]?\d| (?:years?|days?|hours?|months?|weeks?|times|million dollars)\b)"
)
_BETWEEN = re.compile(r"\b[Bb]etween $")
_FAR = 120
_NEAR = 90


def _year_like(text: str, numeral: Numeral) -> bool:
    return (
        not numeral.in_words
        and 1900 <= numeral.value <= 2100
        and "," not in text[numeral.start : numeral.end]
    )


def _unit_of(verb: str) -> str:
    return "killed" if verb.startswith("lost") else UNIT_OF.get(verb.split(maxsplit=1)[0], "killed")


def _told(text: str, numeral: Numeral, begin: int) -> tuple[str, int] | None:
    """Return what befell those counted and where the mention ends; `begin` is where its bound begins."""
    end = numeral.end
    right = text[end : end + _FAR]
    before = text[max(0, begin - _NEAR) : begin].rpartition("\n")[2]
    counted = _COUNTED.match(right)
    noun = counted.end() if counted else 0
    if not noun and (others := _OTHERS.match(right)):
        noun = others.end()
    deaths = _DEATHS.match(right)
    if deaths:
        what = deaths["what"]
        if what == "bodies" or (what == "lives" and not _LOST.search(before)):
            return None
        return ("injured" if what == "injuries" else "killed"), end + deaths.end()
    unit = _told_behind(right, noun) or _told_before(before, right, noun)
    return (unit, end + noun) if unit else None


def _told_behind(right: str, noun: int) -> str | None:
    """Return what befell those counted, by what follows: `14 people were killed`."""
    also = _ALSO.match(right, noun) if noun else None
    passive = _PASSIVE.match(right, also.end() if also else noun)
    if passive is None or _is_active(right, passive):
        return None
    # One dead switch, two missing keys.
    bare = not noun and not passive["aux"].strip()
    thing = _THING.match(right, passive.end()) if bare else None
    return None if thing and not _PERSON.match(right, passive.end()) else _unit_of(passive["verb"])


def _told_before(before: str, right: str, noun: int) -> str | None:
    """Return what befell those counted, by what stands before: `killing 14`, `left three dead`, a toll."""
    left = _LEFT_SO.match(right, noun) if _LEAVING.search(before) else None
    if left:
        return _unit_of(left["verb"])
    harmed = _LEFT.search(before)
    ends = noun or (_ENDS.match(right) and not right.startswith(" another"))
    if harmed and ends and not _BOTH.search(before):
        return harmed.lastgroup
    return "killed" if _TOLL.search(before) and not _NO_TOLL.match(right) else None


def _is_active(right: str, passive: re.Match[str]) -> bool:
    """Whether those counted are they who killed: `five soldiers killed two rebels`."""
    verb = passive["verb"]
    if verb in ("dead", "died", "missing", "perished") or verb.startswith("lost"):
        return False
    voice = passive["aux"].split()
    if {"were", "was", "been", "are", "being", "be", "is", "feared", "confirmed", "reported"} & set(voice):
        return False
    return bool(voice) or _OBJECT.match(right, passive.end()) is not None


def casualties(text: str, numerals: Iterable[Numeral], words: list[int]) -> Iterator[Amount]:
    """Find the casualties among the numbers of an English text; `words` are where CASUALTY_WORDS stand."""
    place = 0
    left: Numeral | None = None
    for numeral in numerals:
        first, left = _range_start(text, left, numeral), numeral
        while place < len(words) and words[place] < numeral.start - _NEAR:
            place += 1
        if place == len(words):
            return
        if words[place] > numeral.end + _FAR or _is_no_count(text, numeral, first):
            continue
        start = (first or numeral).start
        limit, begin = bound(text, start, numeral.end)
        if _NEGATED.search(text, max(0, begin - 12), begin) or _WHOLE.search(text, max(0, start - 12), start):
            continue
        told = _told(text, numeral, begin)
        if told is not None:
            unit, end = told
            value, to = (first.value, numeral.value) if first else (numeral.value, None)
            yield Amount(start, end, text[start:end], value, to, unit, None, "casualties", limit)


def _range_start(text: str, left: Numeral | None, right: Numeral) -> Numeral | None:
    """Return the lower end where a number is the upper end of a range: `15-20 people`."""
    if left is None or left.value >= right.value or right.start - left.end > 5:
        return None
    link = text[left.end : right.start]
    if link == " and ":
        return left if _BETWEEN.search(text, max(0, left.start - 8), left.start) else None
    return left if link in ("-", "–", " to ", " or ", " - ", " – ") else None


def _is_no_count(text: str, numeral: Numeral, first: Numeral | None) -> bool:
    if _year_like(text, numeral) or numeral.value != int(numeral.value) or numeral.value < 1:
        return True
    if numeral.in_words and numeral.value == 1 and _OF_THE.match(text, numeral.end):
        return True
    start = (first or numeral).start
    joined = text[max(0, start - 1) : start]
    return joined in ("-", "–", "$", "£", "€", "#") or joined.isalnum()
