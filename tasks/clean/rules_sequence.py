"""What the order of lines tells: an offer is several lines, a benefit list runs on, links follow a head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from copydesk.tasks.agencies import first_agency
from copydesk.tasks.clean.rule import Verdict, plain
from copydesk.tasks.clean.rules_offers import AMOUNT, PERIOD

_PER = r"(?:/|-|for|a|an|per|every|each|pro|im|für|par|al|por|ao|la|в|за|på|om)"
_PRICE = re.compile(
    rf"(?:(?:only|just|from|now|was|then|nur|ab|dès|solo|desde|por|für|danach|puis|月額|年額"
    rf"|月々) ?)?{AMOUNT}\*?"
    rf"(?: ?{_PER}? ?{PERIOD})?(?: only|\*| \+ (?:gst|vat|tax).{{0,12}})?"
)
_PERIOD = re.compile(
    rf"(?:(?:for|billed|every|für|durée) )?{PERIOD}(?: (?:plan|pass|access|abo|subscription))?"
)
_PRICED_LINE = re.compile(
    rf"(?:.{{2,50}}?[ :,|(-]+{AMOUNT} ?{_PER}? ?{PERIOD}\b.{{0,40}}"
    rf"|(?:.{{2,40}} )?{PERIOD}:? (?:(?:for|für|à|por|per|a) )?(?:only |just |nur |solo )?{AMOUNT})"
)
_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"\d|^.{3,20}$")
_END_OF_SENTENCE = re.compile(r"[.!?。！？।؟]['\"”’»）)\]]*$")
_SUBSCRIPTION = re.compile(r"subscri|member|abo\b|abonn|suscrip|assina|購読|会員")
_OFFER = Verdict("offer", "rule:offer.plan")
_BENEFIT = Verdict("benefit", "rule:benefit.list")
_LINK = Verdict("related", "rule:related.link")
_INITIALS = ("rule:wire.initials", "rule:wire.single_initials")
_LINK_HEADS = frozenset({"rule:related.head", "rule:related.world"})
# Without a colon these are heads too; Thai is left out, since its prose ends with no mark either.
_HEADS_OR_LINKS = tuple(
    f"rule:related.{name}"
    for name in ("head_", "hebrew", "arabic", "persian", "hindi", "bengali", "chinese", "korean")
)
_SIGN_OFF = "rule:wire.bhasha"
_SELLS = frozenset({"paywall", "offer"})
_RUNS_ON = frozenset({"benefit", "paywall", "offer", "newsletter", "navigation", "share"})
_NEARBY = 5
"""Lines between a price and the prompt that makes it a subscription's."""
_LONGEST_BENEFIT = 140
_MOST_BENEFITS = 40
_MOST_LINKS = 8

Verdicts = list[Verdict | None]


def judge_sequence(texts: Sequence[str], verdicts: Sequence[Verdict | None]) -> Verdicts:
    """Return the verdicts of single lines (none of them blank), mended by what stands around each."""
    found = list(verdicts)
    _drop_stray_initials(texts, found)
    _drop_early_sign_offs(texts, found)
    _mark_offers(texts, found)
    _mark_runs(texts, found)
    return found


def _ends_as_prose(text: str) -> bool:
    """Whether a line is long and ends as copy does: with a sentence, or an agency's name after one."""
    ends = _END_OF_SENTENCE.search(text) or first_agency(text.rsplit(" ", 1)[-1])
    return len(text) >= 60 and ends is not None


def _drop_stray_initials(texts: Sequence[str], found: Verdicts) -> None:
    """Keep initials only where a desk signs: under a credit, under prose, or at the very end."""
    for place, verdict in enumerate(found):
        if verdict is None or verdict.reason not in _INITIALS:
            continue
        before = found[place - 1] if place else None
        signed = before is not None and before.label in {"wire_credit", "desk_initials"}
        if not signed and not (place and _ends_as_prose(texts[place - 1])):
            found[place] = None


def _drop_early_sign_offs(texts: Sequence[str], found: Verdicts) -> None:
    """Keep what reads as a sign-off but stands above prose: a subheading may open with the agency's name."""
    for place, verdict in enumerate(found):
        if verdict is not None and verdict.reason == _SIGN_OFF:
            below = range(place + 1, min(len(texts), place + 1 + _NEARBY))
            if any(found[other] is None and _ends_as_prose(texts[other]) for other in below):
                found[place] = None


def _mark_offers(texts: Sequence[str], found: Verdicts) -> None:
    """Label the lines of subscription plans: a name, prices, periods, one plan after another."""
    with_digits = [place for place, text in enumerate(texts) if len(text) <= 90 and _DIGIT.search(text)]
    prices = [place for place in with_digits if _offer_part(texts[place]) in {"price", "priced"}]
    if not prices:
        return
    kinds = [_offer_part(text) if len(text) <= 90 and _HINT.search(text) else "" for text in texts]
    while prices:
        run = [prices.pop(0)]
        while prices and prices[0] - run[-1] <= _NEARBY and _all_short(texts, run[-1], prices[0]):
            run.append(prices.pop(0))
        first, last = _grow(texts, found, kinds, run[0], run[-1])
        if _is_offer(texts, found, kinds, first, last):
            found[first : last + 1] = [
                old if old is not None and old.label in _SELLS else _OFFER for old in found[first : last + 1]
            ]


@lru_cache(maxsize=4096)
def _offer_part(text: str) -> str:
    folded = plain(text)
    if _PRICE.fullmatch(folded):
        return "price"
    if _PERIOD.fullmatch(folded):
        return "period"
    return "priced" if _PRICED_LINE.fullmatch(folded) else ""


def _all_short(texts: Sequence[str], start: int, end: int) -> bool:
    return all(len(text) <= 70 for text in texts[start : end + 1])


def _grow(texts: Sequence[str], found: Verdicts, kinds: list[str], first: int, last: int) -> tuple[int, int]:
    """Widen a run of prices by the plan's name and period around it."""
    while first and (kinds[first - 1] == "period" or _sells(found[first - 1], {"offer"})):
        first -= 1
    names_itself = kinds[first] == "priced" and not texts[first][0].isdigit()
    if not names_itself and first and found[first - 1] is None and _is_name(texts[first - 1]):
        first -= 1
    while last + 1 < len(texts) and (kinds[last + 1] == "period" or _sells(found[last + 1], {"offer"})):
        last += 1
    return first, last


def _is_name(text: str) -> bool:
    return len(text) <= 45 and _END_OF_SENTENCE.search(text) is None


def _sells(verdict: Verdict | None, labels: frozenset[str] | set[str]) -> bool:
    return verdict is not None and verdict.label in labels


def _is_offer(texts: Sequence[str], found: Verdicts, kinds: list[str], first: int, last: int) -> bool:
    """A price is a subscription's where a period stands with it and a prompt to subscribe nearby."""
    timed = any(
        kind in {"period", "priced"} or (kind == "price" and re.search(PERIOD, plain(text)[-14:]))
        for kind, text in zip(kinds[first : last + 1], texts[first : last + 1], strict=True)
    )
    around = found[max(0, first - _NEARBY) : last + 1 + _NEARBY]
    return timed and any(_sells(verdict, _SELLS) for verdict in around)


def _mark_runs(texts: Sequence[str], found: Verdicts) -> None:
    """Label what follows a head: a benefit list to its end, links as long as lines look like headlines."""
    place = 0
    while place < len(texts):
        verdict = found[place]
        place += 1
        if verdict is None:
            continue
        if verdict.label == "benefit":
            if _sold_here(texts, found, place - 1):
                place = _mark_benefits(texts, found, place)
            else:
                found[place - 1] = None
        elif _opens_links(texts[place - 1], verdict.reason):
            place = _mark_links(texts, found, place)


def _sold_here(texts: Sequence[str], found: Verdicts, place: int) -> bool:
    """Whether a benefit head is a subscription's: it says so, or a prompt or an offer stands near it."""
    around = (*found[max(0, place - _NEARBY) : place], *found[place + 1 : place + 1 + _NEARBY])
    return _SUBSCRIPTION.search(plain(texts[place])) is not None or any(_sells(v, _SELLS) for v in around)


def _mark_benefits(texts: Sequence[str], found: Verdicts, start: int) -> int:
    place = start
    while place < len(texts) and place - start < _MOST_BENEFITS:
        verdict = found[place]
        if len(texts[place]) > _LONGEST_BENEFIT or not (verdict is None or verdict.label in _RUNS_ON):
            break
        if verdict is None or verdict.label not in _SELLS:
            found[place] = _BENEFIT
        place += 1
    return place


def _mark_links(texts: Sequence[str], found: Verdicts, start: int) -> int:
    """Label headline-like lines after a head; before prose only the first, since a subheading may follow."""
    end = start
    while end < len(texts) and end - start < _MOST_LINKS and found[end] is None and _is_link(texts[end]):
        end += 1
    if end < len(texts) and found[end] is None and end - start > 1:
        end = start + 1
    found[start:end] = [_LINK] * (end - start)
    return max(end, start)


def _opens_links(text: str, reason: str) -> bool:
    if len(text) > 60:
        return False
    folded = plain(text)
    if reason.startswith(_HEADS_OR_LINKS):
        return ":" not in folded
    # "Learn more" is a button as a rule; what stands below it is the next section's head.
    return reason in _LINK_HEADS and not folded.startswith("learn more")


def _is_link(text: str) -> bool:
    return 24 <= len(text) <= 160 and _END_OF_SENTENCE.search(text) is None
