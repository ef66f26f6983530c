"""The enrichment `tone`: whether the body's words are rather of praise or of blame. English.

A lexical measure and no more: it counts words of our own list (`tone_words.py`), turned where a negation
stands before them, and knows neither irony nor whose side the writer is on. News of a war has a negative
tone however it is told. From -1 to 1; 0 where neither prevails or such words are few.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.tone_words import BAD, GOOD, NEGATIONS, VERY_BAD, VERY_GOOD

READ = 20_000
"""Characters of the body that are read."""
FEWEST_WORDS = 5
_REACH = 3
"""Words after a negation that it turns, if no mark of punctuation stands between."""
_TURNED = -0.5
# As if so many words of the list stood there in balance, so that few of them in a long text say little.
_DOUBT, _DOUBT_PER_WORD = 0.5, 0.01

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()\n]")
_LONGEST_WORD = 40


@cache
def _negations() -> frozenset[str]:
    return frozenset(NEGATIONS.split())


@cache
def _values() -> dict[str, float]:
    lists = ((GOOD, 1.0), (BAD, -1.0), (VERY_GOOD, 2.0), (VERY_BAD, -2.0))
    return {word: value for words, value in lists for word in words.split()}


@lru_cache(maxsize=50_000)
def value_of(word: str) -> float:
    """Return what a word in small letters counts, by its own or its base form: 2, 1, 0, -1 or -2."""
    values = _values()
    return next((values[form] for form in _forms(word) if form in values), 0.0)


def _forms(word: str) -> list[str]:
    """Return the word and the base forms that it may have (`robbed`: `robb`, `robbe`, `rob`)."""
    forms = [word]
    for ending in ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "est"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2:
            forms += [base] if ending in ("s", "d", "ly") else [base, base + "e"]
            if ending in ("ed", "ing") and base[-1] == base[-2]:
                forms.append(base[:-1])
            if base.endswith("i"):
                forms.append(base[:-1] + "y")
    return forms


def tone_of(text: str) -> float | None:
    """Return the tone of an English text, from -1 to 1; None for a text of a few words."""
    good = bad = 0.0
    negations = _negations()
    words = turned = 0
    for token in _TOKEN.findall(text[:READ]):
        if not token[0].isalpha():
            turned = 0
            continue
        word = token.lower().replace("’", "'") if len(token) <= _LONGEST_WORD else ""
        words += 1
        value = value_of(word) * (_TURNED if turned else 1)
        turned = _REACH if word in negations else max(0, turned - 1)
        good, bad = good + max(value, 0.0), bad - min(value, 0.0)
    if words < FEWEST_WORDS:
        return None
    return round((good - bad) / (good + bad + _DOUBT + _DOUBT_PER_WORD * words), 3)


def tone(article: Article) -> dict[str, object]:
    """Return `tone` of the body; None for other languages than English."""
    return {"tone": tone_of(article.body) if language_to_read(article) == "en" else None}
