"""The line rules: what a table of patterns, and the order of lines, can tell without learning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from copydesk.tasks.clean.rule import Rule, Verdict, plain
from copydesk.tasks.clean.rule_heads import heads, heads_of_line
from copydesk.tasks.clean.rules_captions import RULES as CAPTIONS
from copydesk.tasks.clean.rules_chinese import RULES as CHINESE
from copydesk.tasks.clean.rules_comments import RULES as COMMENTS
from copydesk.tasks.clean.rules_cyrillic import RULES as CYRILLIC
from copydesk.tasks.clean.rules_greek_thai import RULES as GREEK_THAI
from copydesk.tasks.clean.rules_house import RULES as HOUSE
from copydesk.tasks.clean.rules_indic import RULES as INDIC
from copydesk.tasks.clean.rules_japanese_korean import RULES as JAPANESE_KOREAN
from copydesk.tasks.clean.rules_legal import RULES as LEGAL
from copydesk.tasks.clean.rules_navigation import RULES as NAVIGATION
from copydesk.tasks.clean.rules_offers import RULES as OFFERS
from copydesk.tasks.clean.rules_paywall import RULES as PAYWALL
from copydesk.tasks.clean.rules_paywall_scripts import RULES as PAYWALL_SCRIPTS
from copydesk.tasks.clean.rules_paywall_world import RULES as PAYWALL_WORLD
from copydesk.tasks.clean.rules_related import RULES as RELATED
from copydesk.tasks.clean.rules_rtl import RULES as RTL
from copydesk.tasks.clean.rules_sequence import judge_sequence
from copydesk.tasks.clean.rules_times import RULES as TIMES
from copydesk.tasks.clean.rules_wire import RULES as WIRE

__all__ = ["RULES", "Verdict", "apply_rules", "line_verdict"]

# The first rule that matches gives the label: the more particular tables stand first.
RULES: tuple[Rule, ...] = (
    *WIRE,
    *PAYWALL_SCRIPTS,
    *CYRILLIC,
    *GREEK_THAI,
    *RTL,
    *INDIC,
    *CHINESE,
    *JAPANESE_KOREAN,
    *HOUSE,
    *RELATED,
    *CAPTIONS,
    *TIMES,
    *PAYWALL,
    *PAYWALL_WORLD,
    *OFFERS,
    *NAVIGATION,
    *COMMENTS,
    *LEGAL,
)
LONGEST = max(rule.longest for rule in RULES)
_STEPS = (40, 80, 120, 180, 260, LONGEST)
"""Lines are sorted by length up to these, so that prose meets the few rules for long lines only."""


# A rule's place in the table, its longest line, needed words, pattern and verdict: a bare tuple, since
# unpacking one is what costs least.
_Trial = tuple[int, int, tuple[str, ...], re.Pattern[str], Verdict]
_Index = dict[str, list[_Trial]]


@cache
def _index(exact: bool) -> _Index:
    """Return the rules by the heads of what they match: those for lines as they stand, or the others."""
    index: _Index = {}
    for place, rule in enumerate(RULES):
        if rule.exact == exact:
            verdict = Verdict(rule.label, f"rule:{rule.name}")
            trial = (place, rule.longest, rule.needs, re.compile(rule.pattern), verdict)
            for head in heads(rule.pattern):
                index.setdefault(head, []).append(trial)
    return index


@lru_cache(maxsize=65_536)
def _trials(start: str, exact: bool, step: int) -> tuple[_Trial, ...]:
    """Return the rules to try on lines that begin so and are about so long, in the table's order."""
    shortest = _STEPS[step - 1] + 1 if step else 1
    index = _index(exact)
    found = {trial[0]: trial for head in heads_of_line(start) for trial in index.get(head, ())}
    return tuple(trial for _, trial in sorted(found.items()) if trial[1] >= shortest)


def line_verdict(line: str) -> Verdict | None:
    """Return what the tables say of one line by itself, or None where no rule matches."""
    exact = line.strip()
    if not 0 < len(exact) <= LONGEST:
        return None
    return _short_verdict(exact) if len(exact) <= _STEPS[1] else _verdict(exact)


def _verdict(exact: str) -> Verdict | None:
    length = len(exact)
    step = bisect_left(_STEPS, length)
    folded = plain(exact)
    return _first_match(_trials(exact[:2], True, step), exact, folded, length) or _first_match(
        _trials(folded[:2], False, step), folded, folded, length
    )


# A site's short lines come again on each of its pages.
_short_verdict = lru_cache(maxsize=16_384)(_verdict)


def _first_match(trials: tuple[_Trial, ...], text: str, folded: str, length: int) -> Verdict | None:
    for _, longest, needs, pattern, verdict in trials:
        if length > longest:
            continue
        for word in needs:
            if word in folded:
                break
        else:
            if needs:
                continue
        if pattern.fullmatch(text):
            return verdict
    return None


def apply_rules(lines: Sequence[str]) -> list[Verdict | None]:
    """Return, for every line of a document in order, what the rules say of it; None where none fires.

    Blank lines get None. Prose that talks about a prompt is left alone: a rule matches whole lines only.
    """
    places = [place for place, line in enumerate(lines) if line.strip()]
    texts = [lines[place].strip() for place in places]
    found: list[Verdict | None] = [None] * len(lines)
    for place, verdict in zip(places, judge_sequence(texts, [line_verdict(t) for t in texts]), strict=True):
        found[place] = verdict
    return found
