"""Topics by the words that only they use: `ceasefire`, `wicket`, `aftershock`.

`topics_terms.json` holds for each topic the terms that tell it by themselves and, second, the words that
only support them. Terms are matched as `topics_words.stems` gives the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from copydesk.tasks.enrich.topics_names import read_table
from copydesk.tasks.enrich.topics_words import stems

_SURE, _SUPPORTING = 2.0, 0.6
_IN_TITLE = 3
"""A word of the title counts as often."""
_USUAL_WORDS, _FEWEST_WORDS = 300, 200
_LENGTH_POWER = 0.5
"""A long text has more words of every kind: its points are divided by the power of its length."""


@dataclass(frozen=True, slots=True)
class _Term:
    rest: tuple[str, ...]
    topic: str
    points: float


@cache
def _terms() -> dict[str, tuple[_Term, ...]]:
    """Return the terms by their first word."""
    found: dict[str, list[_Term]] = {}
    for topic, lists in read_table("topics_terms.json").items():
        for terms, points in zip(lists, (_SURE, _SUPPORTING), strict=True):
            for term in dict.fromkeys(tuple(stems(t)) for t in terms.split(",")):
                found.setdefault(term[0], []).append(_Term(term[1:], topic, points))
    return {word: tuple(terms) for word, terms in found.items()}


def _count(words: Sequence[str], times: int, counts: Counter[tuple[str, _Term]]) -> None:
    terms = _terms()
    for place, word in enumerate(words):
        for term in terms.get(word, ()):
            if not term.rest or tuple(words[place + 1 : place + 1 + len(term.rest)]) == term.rest:
                counts[word, term] += times


def points_of(title: Sequence[str], text: Sequence[str]) -> dict[str, float]:
    """Return the points of each topic of which the text has a telling term, by the topic's number.

    A term that comes again counts by the logarithm.
    """
    counts: Counter[tuple[str, _Term]] = Counter()
    _count(title, _IN_TITLE, counts)
    _count(text, 1, counts)
    points: dict[str, float] = {}
    sure: set[str] = set()
    for (_, term), count in counts.items():
        points[term.topic] = points.get(term.topic, 0.0) + term.points * (1 + log(count))
        if term.points == _SURE:
            sure.add(term.topic)
    share = (max(len(text), _FEWEST_WORDS) / _USUAL_WORDS) ** _LENGTH_POWER
    return {topic: points[topic] / share for topic in sure}
