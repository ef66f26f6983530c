"""Whether what stands beside a weekday or a month is past or to come, by the English words around it.

News says `on Monday` of the Monday before and of the one ahead; the verb that the weekday belongs to tells
which: the nearest before it in its clause, or where it opens the clause, the first behind it.
"""

from __future__ import annotations

import re

from copydesk.tasks.word_set import word_set

_FAR = 140
_WORDS = 14
# A verb in the present stands beside its weekday, or tells nothing of it.
_NEAR_NOW = 5
_BESIDE = 2


_AHEAD_WORDS = word_set(
    "will would shall may might could can should must won't set due scheduled expected slated planned"
    " planning plans"
    " plan poised hopes hoping hope intends intend likely deadline upcoming rescheduled postponed"
    " forecast forecasts"
    " outlook expects expect begins starts opens ends resumes closes meets faces plays hosts visits"
    " travels returns"
    " goes heads expires votes holds launches comes leaves arrives flies runs kicks gets joins appears"
    " convenes"
    " continues airs premieres takes lasts remains starting beginning tomorrow"
)
# Verbs to come behind a plural (`polls close`), nouns elsewhere (`a vote`).
_OF_MANY = word_set(
    "close open begin start meet play vote face return arrive leave end resume remain go travel"
)
_MANY = word_set("they we you who people and")
_BEFORE_TO = word_set("plan plans hope hopes intend intends")
_DETERMINERS = word_set("the a an his her their its our this that no each first second final last")
_MODALS = word_set("would could might may must should")
_PAST_MODALS = word_set("would could")
_PAST_WORDS = word_set(
    "said told was were had did went came took made got gave saw found left lost won held met began"
    " broke fell rose"
    " hit shot spoke wrote sent sat stood ran led fought fled flew drove struck bought sold paid"
    " brought thought"
    " caught built felt kept became grew knew threw chose stole swore wore woke drew ate drank sank"
    " sang laid sought"
    " cut put shut quit wasn't weren't didn't hadn't been swept spent showed shown seen taken done hurt"
    " tore slid"
    " shook dealt overtook withdrew wouldn't couldn't"
)
_NOW_WORDS = word_set("is are has have does do isn't aren't")
# `was scheduled for Monday`, said on Tuesday or on Sunday: nothing tells.
_ARRANGED = word_set("due scheduled set expected slated planned supposed planning")
_WAS = (["was"], ["were"])
# `-ed` words that tell no tense of their clause.
_NO_VERB = word_set("need speed indeed hundred sacred seed feed breed armed wounded")
# Whoever accuses tells of the past in the present.
_TOLD = word_set("accused charged alleged suspected believed reported known wanted blamed been set")
_COMMITTED = word_set(
    "agreed decided voted promised pledged vowed planned urged asked ordered invited wants want vows"
    " pledges expected"
    " scheduled due set going is are likely slated hopes hoping plans"
)
_NO_INFINITIVE = word_set("the a an his her their its this that our my your")
_IF = word_set("if unless until till")
_PAST_AFTER = word_set("after following since because")
_DONE = word_set("victory victories loss performance attacks slaying shooting massacre bombing")
# Nouns behind an article or a possessive, verbs elsewhere.
_DONE_BY = word_set("win defeat attack")
_TO_HOLD = word_set(
    "primary vote election debate match game deadline caucuses final launch summit meeting start polls"
    " hearing contest"
    " elections talks referendum"
)

_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = "(?: (?:night|morning|afternoon|evening))?"
_LISTED = re.compile(rf"(?:(?:{_DAYS}|[Tt]oday|[Tt]omorrow){_PART}(?:, | and | or )(?:on |again )?)+$")
_LEADING = re.compile(
    r"(?:\b(?:on|in|by|at|late|early|earlier|later|around|about|from|next|last|this|past|coming|the|mid"
    r"|end"
    r"|start|beginning|of|sometime|again|both|back) |mid-|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.? )+$",
    re.IGNORECASE,
)
_CLAUSE_OPENS = re.compile(
    r"(?:^|[,;:—–(“\"] ?|,[\"”'’]* (?:and|but|while) |\b(?:that|as|while|when|because|if|where) )$"
)
_OPEN_ENDED = re.compile(
    r"\b(?:unless|if|put off|postponed|delayed|adjourned|extended|suspended|remanded|moved|pushed back)\b"
)
_AHEAD = re.compile(
    r"\b(?:ahead of|starting|beginning|effective|due|as early as|as soon as|as late as|no later than|come"
    r"|scheduled for|set for|expected|planned|planned for|slated for|postponed to|delayed to|moved to) $",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|before|by|through) $", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:after|since|following|during|in the wake of) $", re.IGNORECASE)
_FOR = re.compile(r"\bfor $", re.IGNORECASE)
_PAST_EVENT = re.compile(
    r"['’]s (?:\S+ ){0,2}?(?:win|victory|defeat|loss|attacks?|deaths?|bombings?|shootings?|crash|fire"
    r"|violence"
    r"|decision|ruling|verdict|announcement|massacre|explosion|raid|interview|comments|remarks|incident"
    r"|resignation)\b"
)
_SENTENCE = re.compile(
    r"\n|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)"
    r"(?<!\bLt)(?<!\b[A-Z])[.!?][\"”’]{0,2} {1,2}(?=[A-Z“\"])"
)
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def _kind(word: str, before: list[str], after: str = "") -> str | None:
    """Tell what a word says of the time: `past`, `ahead`, `now`, `open`, or None.

    `before` are the words before it, backwards, `after` is the one behind it.
    """
    kind = None
    if word in _NOW_WORDS:
        kind = "now"
    elif word in _MODALS and (after == "have" or (after == "not" and word in _PAST_MODALS)):
        kind = "past"
    elif word in _ARRANGED and before[:1] in (*_WAS, ["been"], ["had"]):
        kind = "open"
    elif word in _AHEAD_WORDS or word.endswith("'ll"):
        named = before and before[0] in _DETERMINERS and word != "deadline"
        kind = None if named or (word in _BEFORE_TO and after != "to") else "ahead"
    elif word in _OF_MANY and before and (before[0] in _MANY or before[0].endswith("s")):
        kind = "ahead"
    elif word in _PAST_WORDS or (word.endswith("ed") and len(word) > 3 and word[0].islower()):
        kind = None if word in _NO_VERB else _of_participle(word, before)
    return kind


def _of_participle(word: str, before: list[str]) -> str | None:
    if before[:1] == ["be"]:
        return None  # what stands before it tells: will be, was to be
    return "ahead" if before[:1] in (["is"], ["are"]) and word not in _TOLD else "past"


def _backwards(words: list[str]) -> str | None:
    """Read the words before, the nearest first, until one tells."""
    for place, word in enumerate(words):
        before, after = words[place + 1 :], words[place - 1] if place else ""
        kind = _kind(word, before, after)
        if kind == "now" and place > _NEAR_NOW:
            return None
        if kind is None:
            kind = _of_particle(word, words, place)
        elif before[:1] == ["to"]:
            return _of_infinitive(before[1:])
        if kind is not None:
            return kind
    return None


def _of_particle(word: str, words: list[str], place: int) -> str | None:
    """Tell the time by a word that is no verb."""
    before, after = words[place + 1 :], words[place - 1] if place else ""
    if word in _PAST_AFTER or (place < _BESIDE and word in _DONE):
        return "past"
    if (
        place < _BESIDE
        and word in _DONE_BY
        and before
        and (before[0] in _DETERMINERS or before[0].endswith("'s"))
    ):
        return "past"
    if word in _IF or (word == "before" and words[0] in _TO_HOLD):
        return "ahead"
    if word == "to" and after == "be" and before[:1] not in _WAS:
        return "ahead"
    if word == "to" and after and after[0].islower() and after not in _NO_INFINITIVE:
        return _of_infinitive(before)
    return None


def _of_infinitive(before: list[str]) -> str | None:
    """Tell the time of `to meet` by what it hangs on: `agreed to` is ahead, `declined to` is past."""
    for place, word in enumerate(before[:4]):
        if word in _COMMITTED:
            return "open" if word in _ARRANGED and before[place + 1 : place + 2] in _WAS else "ahead"
        kind = _kind(word, [])
        if kind is not None:
            return "past" if kind == "past" else "ahead"
    return None


def _forwards(words: list[str]) -> str | None:
    for place, word in enumerate(words):
        kind = _kind(word, words[max(0, place - 1) : place], "".join(words[place + 1 : place + 2]))
        if kind is not None:
            return kind
    return None


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def tense(body: str, start: int, end: int) -> str | None:
    """Return when that happens which body[start:end] dates, by the English around it.

    `past`, `ahead`, `now`, `open` where it had been arranged and may be over, None where nothing shows.
    """
    # One character more, since a sentence's end is known by the capital behind it.
    before = _SENTENCE.split(body[max(0, start - _FAR) : start + 1])[-1][:-1]
    behind = _SENTENCE.split(body[end : end + _FAR])[0]
    if _BEHIND.search(before) or _PAST_EVENT.match(behind):
        return "past"
    if _AHEAD.search(before) or _FOR.search(before):
        return "ahead"
    until = _UNTIL.search(before)
    back = _LEADING.sub("", before[: until.start()] if until else before)
    back = _LEADING.sub("", _LISTED.sub("", back))
    backwards, forwards = _words(back)[::-1][:_WORDS], _words(behind)[:_WORDS]
    if _CLAUSE_OPENS.search(back) or (behind.startswith(",") and back.endswith((" and ", " but "))):
        if behind.startswith(" that "):
            return "past"  # said on Friday that …, and on Sunday that …
        return _forwards(forwards) or ("ahead" if until else _backwards(backwards))
    found = _backwards(backwards)
    if until:
        return "past" if found == "past" and not _OPEN_ENDED.search(before) else "ahead"
    # The council on Monday approved, or will approve.
    beside = _kind(forwards[0], []) if forwards else None
    return beside if beside in ("past", "ahead") and found in (None, "now") else found
