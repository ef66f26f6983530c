"""What a tagger does not know: where a name ends, what is settled, that a name is one thing in an article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from copydesk.tasks.enrich.entities_reach import reaching
from copydesk.tasks.enrich.entities_spans import Span, uncovered
from copydesk.tasks.enrich.entities_words import (
    ARMS,
    ARMS_HEADS,
    COUNTRIES,
    GROUPS,
    NOT_ALONE,
    ORGANIZATION_HEADS,
    TITLES,
)

_LEADING = re.compile(r"(?:[Tt]he\s+|[^\w]+)+")
_TRAILING = re.compile(r"(?:\s?['’‘]\s?s|\s?['’]|[\s\"“”,;:\])\[(\-–—/*|])+$")
_POSSESSIVE = re.compile(r"\s?['’‘]\s?s\s+")
_JOINED = re.compile(r"(?P<left>[A-Z][\w. ]{0,30}?)\s?[-–/]\s?(?P<right>[A-Z][\w. ]{0,30})")
_LETTER = re.compile(r"[^\W\d_]")
# `US $5 million`, `Tk 3,000`: the sign of a currency is no place.
_MONEY_BEHIND = re.compile(r"\s?[$€£¥]|\s(?:US )?[Dd]ollars?\b")
_CURRENCY = re.compile(r"(?:A|AED|BDT|C|CFA|Dhs?|GHS?|GH₵|HK|INR|KES|N|NT|PKR|QR|R|RM|Rs|S|SR|Tk|TZS|UGX|US)")
_FIGURE_BEHIND = re.compile(r"\s?\.?\s?\d")
# `Kim Jong-un`, as much of it as a tagger may have left; `Donald Trump-era` is another thing.
_SYLLABLE_BEHIND = re.compile(
    r"\s?-\s?(?!(?:aged|ally|area|backed|based|born|bound|class|dem|era|free|funded|held|hit|in|ish|led|level|like|linked"
    r"|loving|made|of|off|old|on|only|owned|run|size|sized|side|style|the|to|type|up|wide|wing|year)\b)[a-z]{1,6}(?![\w])"
)
_LONGEST_NAME = 120
_LOOK_BEHIND = 60
_LOOK_AHEAD = 24
_SAID_BEHIND = re.compile(r" (?:said|told|says|added|noted|wrote|asked|stated)\b")
# What shows a person counts as so many mentions; tuned for F1 on news that the tagger does not learn from.
_FULLER, _TITLED = 10, 4
_NAMED_BASE = re.compile(r" (?:air|naval|military) ?bases?\b")
_NAMED_WEAPON = re.compile(rf" (?:{ARMS}){{1,3}}{ARMS_HEADS}\b")
_NAMED_BODY = re.compile(
    r" (?:(?:rebel|militant|armed|terrorist|insurgent|jihadist) )(?:group|faction|movement)\b"
)
_WEAPON = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,4}\s?-\s?\d{1,4}[A-Z]?(?!\w)"
    rf"|[A-Z][a-z]{{3,20}}(?= (?:{ARMS}){{1,3}}{ARMS_HEADS}\b))"
)


@cache
def _titles() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
    return re.compile(rf"(?:(?:former |then )?(?:{names})\b\.?,?\s+)+")


@cache
def _title_before() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})\.? $")


@cache
def _countries() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})(?!\w)(?!\s?\$|\sdollar)")


def corrected(body: str, found: Iterable[Span]) -> list[Span]:
    """Return the spans cut to the names, with what is settled settled, in order, none overlapping."""
    spans = [part for span in found for part in _split(body, span)]
    spans = [span for span in (_trimmed(body, span) for span in spans) if _is_name(body, span)]
    spans = [_settled(body, span) for span in spans]
    spans += uncovered(spans, (m.span() for m in _countries().finditer(body)), "place")
    weapons = (m.span() for m in _WEAPON.finditer(body) if m[0] not in GROUPS)
    spans += uncovered(spans, weapons, "product")
    return consistent(body, reaching(body, sorted(spans)))


def _split(body: str, span: Span) -> list[Span]:
    """Divide `Xiao's Tomorrow Group` and `US-Egypt` in two names."""
    text = body[span.start : span.end]
    possessive = _POSSESSIVE.search(text)
    if possessive and possessive.start() and span.label in ("person", "organization", "place"):
        owner = Span(span.start, span.start + possessive.start(), span.label)
        owned = Span(span.start + possessive.end(), span.end, span.label)
        if body[owner.start : owner.end] in COUNTRIES:
            return [owner._replace(label="place"), owned]
        return [owner] if span.label == "person" else [owned]
    joined = _JOINED.fullmatch(text)
    if joined and joined["left"] in COUNTRIES and joined["right"] in COUNTRIES:
        return [
            Span(span.start + joined.start(side), span.start + joined.end(side), "place")
            for side in ("left", "right")
        ]
    return [span]


def _trimmed(body: str, span: Span) -> Span:
    start, end, label = span
    if leading := _LEADING.match(body, start, end):
        start = leading.end()
    if label == "person" and (titles := _titles().match(body, start, end)) and titles.end() < end:
        start = titles.end()
    if trailing := _TRAILING.search(body, start, end):
        end = trailing.start()
    if label == "person" and " " in body[start:end] and (more := _SYLLABLE_BEHIND.match(body, end)):
        end = more.end()
    return Span(start, end, label)


def _is_name(body: str, span: Span) -> bool:
    text = body[span.start : span.end]
    if _CURRENCY.fullmatch(text) and (
        _MONEY_BEHIND.match(body, span.end) or (text != "US" and _FIGURE_BEHIND.match(body, span.end))
    ):
        return False
    return (
        0 < span.end - span.start <= _LONGEST_NAME
        and bool(_LETTER.search(body, span.start, span.end))
        and text not in NOT_ALONE
    )


def _settled(body: str, span: Span) -> Span:
    text, label = body[span.start : span.end], span.label
    behind = body[span.end : span.end + _LOOK_BEHIND]
    if text in COUNTRIES and label != "organization":
        label = "place"
    elif text in GROUPS:
        label = "group"
    elif _NAMED_WEAPON.match(behind) and text not in ORGANIZATION_HEADS:
        label = "product"
    elif _NAMED_BASE.match(behind) and label == "organization":
        label = "place"
    elif (_NAMED_BODY.match(behind) and label in ("group", "place")) or (
        label in ("person", "place") and " " in text and text.rpartition(" ")[2] in ORGANIZATION_HEADS
    ):
        label = "organization"
    return span._replace(label=label)


def consistent(body: str, spans: list[Span]) -> list[Span]:
    """Give each name one label in an article: that of most mentions, or a person's where the text shows one.

    It shows one in a fuller name that ends so, in a title before it, and in what is said behind it.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people: Counter[str] = Counter()
    for span in spans:
        text = body[span.start : span.end]
        votes[text][span.label] += 1
        words = text.split()
        if len(words) > 1 and span.label == "person":
            people[words[-1]] += _FULLER
        if _title_before().search(body, max(0, span.start - _LOOK_AHEAD), span.start):
            people[text] += _TITLED
        if len(words) == 1 and not text.isupper() and _SAID_BEHIND.match(body, span.end):
            people[text] += 1
    label_of = {}
    for text, labels in votes.items():
        if text not in COUNTRIES:
            labels["person"] += people[text]
        label_of[text] = max(labels, key=lambda label: (labels[label], label))
    return [span._replace(label=label_of[body[span.start : span.end]]) for span in spans]
