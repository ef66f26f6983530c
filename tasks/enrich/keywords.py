"""The enrichment `keywords`: the words and phrases that the body turns about.

A word counts by how often it stands in the text and how early; in English also by how seldom it stands in
others (tf-idf, with the frequencies that `topics_text` learnt). A phrase is two or three words that stand
together more than once with no function word between; an entity that is named more than once stands there by
its fullest name. The score is a term's weight, from 0 to 1; the main term of a usual article has about 0.6.

Languages: those written with spaces for which `keywords_stopwords.json` lists the function words (from
spaCy, MIT).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.topics_names import read_table
from copydesk.tasks.enrich.topics_text import idf_of
from copydesk.tasks.enrich.topics_words import stem
from copydesk.tasks.mention import EntityMention, Keyword

READ = 16_000
"""Characters of the body that are read."""
MOST_KEYWORDS = 10
_LEAST_SCORE = 0.25
_LONGEST_PHRASE, _LONGEST_NAME = 3, 5
_FEWEST_LETTERS, _LONGEST_WORD = 3, 40
_SHORT_TEXT = 75
"""Words with a meaning of their own; in a longer text one that stands there once is no key word."""
_LEAST_IDF = 1.8
_ROOT, _INFLECTION = 5, 3
_UNKNOWN_IDF = 4.5
"""Of a word that the table does not have, and of the words of other languages than English."""
_IN_TITLE = 2
_EARLY, _EARLY_WORDS = 0.5, 150
"""How much more a term counts that stands first; it falls to nothing over so many words."""
_NO_NOUN = re.compile(r"(?:ed|ing|ly)$")
_NO_NOUN_COUNTS = 0.5
_USUAL_WEIGHT = 20.0

# The signs of vowels and their like are no letters to `re`, and yet no end of a word.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_SIGNS}])*+(?:['’.&-](?:[^\W_]|[{_SIGNS}])++)*+|[^\w\s]|\n")
_LETTER = re.compile(r"[^\W\d_]")
# l'affaire, dell'Artico: the article is no part of the word; nor is the ending of Alaska's.
_ELIDED = re.compile(
    r"\b(?:\w|gl|qu|jusqu|lorsqu|dell|nell|all|dall|sull|quell|un)['’](?=\w{2})", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s$")
_TOO_COMMON = """
january february march april june july august september october november december monday tuesday wednesday
thursday friday saturday sunday year month week day time people
"""

Stems = tuple[str, ...]


@dataclass(slots=True)
class _Words:
    """The words of a text in order, as written and as counted; an empty one where a phrase is broken off."""

    written: list[str]
    counted: list[str]

    def phrases(self, length: int) -> list[Stems]:
        """Return the runs of so many words that nothing breaks."""
        return [run for run in zip(*(self.counted[i:] for i in range(length)), strict=False) if "" not in run]

    def places(self, phrase: Stems) -> Iterator[int]:
        """Give the places where a phrase stands."""
        place = -1
        try:
            while True:
                place = self.counted.index(phrase[0], place + 1)
                if tuple(self.counted[place : place + len(phrase)]) == phrase:
                    yield place
        except ValueError:
            return


@cache
def _stopwords(language: str) -> frozenset[str] | None:
    words = read_table("keywords_stopwords.json").get(language)
    if not words:
        return None
    return frozenset(f"{words} {_TOO_COMMON}".split() if language == "en" else str(words).split())


def _plain(word: str, language: str) -> str:
    if language == "en":
        return stem(word)
    return unicodedata.normalize("NFC", word.casefold())


def _word(token: str, language: str, stopwords: frozenset[str]) -> tuple[str, str]:
    """Return a word as written, less the possessive's ending, and as counted."""
    word = _POSSESSIVE.sub("", token) if language == "en" and ("'" in token or "’" in token) else token
    if len(word) > _LONGEST_WORD or not _LETTER.search(word) or word.lower() in stopwords:
        return word, ""
    plain = _plain(word, language)
    return word, "" if plain in stopwords or "'" in plain or "’" in plain else plain


def _read(text: str, language: str, stopwords: frozenset[str]) -> _Words:
    if language != "en":
        text = _ELIDED.sub(" ' ", text)
    tokens = _TOKEN.findall(text)
    known = {token: _word(token, language, stopwords) for token in set(tokens)}
    return _Words([known[token][0] for token in tokens], [known[token][1] for token in tokens])


def _counts(words: _Words, title: _Words) -> Counter[Stems]:
    """Count words and phrases; what stands in the title too counts more."""
    counts: Counter[Stems] = Counter()
    for length in range(1, _LONGEST_PHRASE + 1):
        counts.update(words.phrases(length))
        for phrase in set(title.phrases(length)):
            if phrase in counts:
                counts[phrase] += _IN_TITLE
    return counts


def _names(entities: Sequence[EntityMention] | None, language: str) -> dict[Stems, tuple[str, int]]:
    """Return the entities that are named more than once, with how often."""
    counts = Counter(entity.canonical for entity in entities or () if entity.start < READ)
    named = ((canonical.split(), canonical, count) for canonical, count in counts.items() if count > 1)
    return {
        tuple(_plain(word, language) for word in words): (canonical, count)
        for words, canonical, count in named
        if 0 < len(words) <= _LONGEST_NAME and max(map(len, words)) <= _LONGEST_WORD
    }


def _weight(phrase: Stems, count: int, first: int, language: str) -> float:
    if language == "en":
        rare = [idf_of(word, _UNKNOWN_IDF) for word in phrase]
        if min(rare) < _LEAST_IDF:
            return 0.0
    else:
        # Function words are short, and no list of them is whole.
        rare = [_UNKNOWN_IDF * min(len(word), 6) / 6 for word in phrase]
    weight = (1 + log(count)) * sum(rare) / sqrt(len(rare))
    weight *= 1 + _EARLY * max(0.0, 1 - first / _EARLY_WORDS)
    return (
        weight * _NO_NOUN_COUNTS if language == "en" and len(phrase) == 1 and _no_noun(phrase[0]) else weight
    )


def _no_noun(word: str) -> bool:
    return bool(_NO_NOUN.search(word))


def _roots(phrase: Stems) -> set[str]:
    """Return the beginnings of the words, which inflected forms mostly have in common."""
    return {word[: max(_ROOT, len(word) - _INFLECTION)] for word in phrase}


def _written(phrase: Stems, words: _Words) -> str:
    """Return a phrase as it is mostly written, in small letters where it is so anywhere."""
    forms = Counter(" ".join(words.written[place : place + len(phrase)]) for place in words.places(phrase))
    # The capital may be a sentence's only.
    small = [form for form in forms if form.islower()]
    return min(small or forms, key=lambda form: (-forms[form], form))


def _weights(
    words: _Words, title: _Words, names: dict[Stems, tuple[str, int]], language: str
) -> dict[Stems, float]:
    counts = _counts(words, title)
    first: dict[str, int] = {}
    for place, word in enumerate(words.counted):
        first.setdefault(word, place)
    least = 1 if sum(map(bool, words.counted)) < _SHORT_TEXT else 2
    weights = {
        phrase: _weight(phrase, count, first[phrase[0]], language)
        for phrase, count in counts.items()
        if count >= (least if len(phrase) == 1 else 2)
        and all(len(word) >= _FEWEST_LETTERS for word in phrase)
    }
    for phrase, (_, count) in names.items():
        place = min((first[word] for word in phrase if word in first), default=_EARLY_WORDS)
        weights[phrase] = _weight(phrase, count, place, language)
    return weights


def keywords_of(
    text: str, language: str, title: str = "", entities: Sequence[EntityMention] | None = None
) -> tuple[Keyword, ...] | None:
    """Return the key words of a text, the weightiest first; None for a language that is not covered."""
    stopwords = _stopwords(language)
    if stopwords is None:
        return None
    words = _read(text[:READ], language, stopwords)
    names = _names(entities, language)
    weights = _weights(words, _read(title[:READ], language, stopwords), names, language)
    chosen: list[Stems] = []
    least = -_USUAL_WEIGHT * log(1 - _LEAST_SCORE)
    told: set[str] = set()
    for phrase in sorted(weights, key=lambda phrase: (-weights[phrase], phrase)):
        if weights[phrase] < least or len(chosen) == MOST_KEYWORDS:
            break
        roots = _roots(phrase)
        if not roots & told:
            chosen.append(phrase)
            told |= roots
    return tuple(
        Keyword(
            names[phrase][0] if phrase in names else _written(phrase, words),
            round(1 - exp(-weights[phrase] / _USUAL_WEIGHT), 3),
        )
        for phrase in chosen
    )


def keywords(article: Article) -> dict[str, object]:
    """Return `keywords` of the body."""
    language = language_to_read(article) or ""
    return {"keywords": keywords_of(article.body, language, article.title or "", article.entities)}
