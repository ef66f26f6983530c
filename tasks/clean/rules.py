"""The line rules: what a table of patterns, and the order of lines, can tell without learning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from copydesk.tasks.clean.rule import Rule, Verdict, plain
from copydesk.tasks.clean.rule_heads import LENGTH, heads, heads_of_line
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
from copydesk.tasks.clean.rules_vietnamese import RULES as VIETNAMESE
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
    *VIETNAMESE,
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
# Prose is long, and few rules look at it.
_LONG = 100
# A site's short lines come again on each of its pages.
_SHORT, _MOST_REMEMBERED = 80, 16_384

# A rule's place in the order of trying, its longest line, pattern and verdict: a bare tuple, since unpacking
# one is what costs least.
_Trial = tuple[int, int, re.Pattern[str], Verdict]
_NO_TRIAL: _Trial = (len(RULES), 0, re.compile(""), Verdict("", ""))


@dataclass(frozen=True, slots=True)
class _Index:
    """The rules for lines as they stand, or the others."""

    by_head: dict[str, list[_Trial]]
    """Rules that need no words, by the heads of what they match."""
    by_word: dict[str, list[_Trial]]
    """The others by the words that they need."""
    by_word_if_long: dict[str, list[_Trial]]
    """Those of them that look at lines of more than `_LONG` characters."""


@cache
def _index(exact: bool) -> _Index:
    index = _Index({}, {}, {})
    for place, rule in enumerate(sorted(RULES, key=lambda rule: not rule.exact)):
        if rule.exact == exact:
            verdict = Verdict(rule.label, f"rule:{rule.name}")
            trial = (place, rule.longest, re.compile(rule.pattern), verdict)
            for word in rule.needs:
                index.by_word.setdefault(word, []).append(trial)
                if rule.longest > _LONG:
                    index.by_word_if_long.setdefault(word, []).append(trial)
            for head in heads(rule.pattern) if not rule.needs else ():
                index.by_head.setdefault(head, []).append(trial)
    return index


@lru_cache(maxsize=65_536)
def _trials(start: str, exact: bool) -> tuple[_Trial, ...]:
    """Return the rules without needed words to try on lines that begin so, in the table's order."""
    by_head = _index(exact).by_head
    found = {trial[0]: trial for head in heads_of_line(start) for trial in by_head.get(head, ())}
    return tuple(trial for _, trial in sorted(found.items()))


@cache
def _remembered() -> dict[str, Verdict | None]:
    return {}


def line_verdict(line: str) -> Verdict | None:
    """Return what the tables say of one line by itself, or None where no rule matches."""
    return _line_verdicts([line.strip()])[0]


def _line_verdicts(texts: Sequence[str]) -> list[Verdict | None]:
    known = _remembered()
    if len(known) > _MOST_REMEMBERED:
        known.clear()
    fresh = {text: plain(text) for text in texts if text not in known and 0 < len(text) <= LONGEST}
    found = {text: _by_head(text, folded) for text, folded in fresh.items()}
    for text, trial in _by_words(fresh):
        found[text] = min(found[text], trial, key=itemgetter(0))
    judged = {text: None if trial is _NO_TRIAL else trial[-1] for text, trial in found.items()}
    known.update((text, verdict) for text, verdict in judged.items() if len(text) <= _SHORT)
    return [judged[text] if text in judged else known.get(text) for text in texts]


def _by_head(text: str, folded: str) -> _Trial:
    length = len(text)
    for trial in _trials(text[:LENGTH], True):
        if length <= trial[1] and trial[2].fullmatch(text):
            return trial
    for trial in _trials(folded[:LENGTH], False):
        if length <= trial[1] and trial[2].fullmatch(folded):
            return trial
    return _NO_TRIAL


def _by_words(fresh: Mapping[str, str]) -> Iterator[tuple[str, _Trial]]:
    """Yield the lines that rules in need of words match, with the rule: few of the words stand on a page."""
    groups: dict[tuple[bool, bool], dict[str, str]] = {}
    for text, folded in fresh.items():
        groups.setdefault((len(text) > _LONG, folded.isascii()), {})[text] = folded
    for (long, _), lines in groups.items():
        joined = "\n".join(lines.values())  # other than ASCII takes several times as long to search
        for exact in (True, False):
            index = _index(exact)
            for word, trials in (index.by_word_if_long if long else index.by_word).items():
                if word in joined:
                    for text in [text for text, folded in lines.items() if word in folded]:
                        for trial in trials:
                            if len(text) <= trial[1] and trial[2].fullmatch(text if exact else lines[text]):
                                yield text, trial


def apply_rules(lines: Sequence[str]) -> list[Verdict | None]:
    """Return, for every line of a document in order, what the rules say of it; None where none fires.

    Blank lines get None. Prose that talks about a prompt is left alone: a rule matches whole lines only.
    """
    places = [place for place, line in enumerate(lines) if line.strip()]
    texts = [lines[place].strip() for place in places]
    found: list[Verdict | None] = [None] * len(lines)
    for place, verdict in zip(places, judge_sequence(texts, _line_verdicts(texts)), strict=True):
        found[place] = verdict
    return found
