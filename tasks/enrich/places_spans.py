"""Where a body may name a place: what the gazetteer knows, what was found as an entity, roads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.tasks.enrich.places_gazetteer import Gazetteer, letters_key, name_key
from copydesk.tasks.mention import EntityMention

_WORD = re.compile(
    r"(?:[A-Z]\.){2,5}|[A-Z]\. ?[A-Z][a-z]{1,2}\.(?![^\W_])|[^\W_]{1,40}(?:['’](?!s\b)[^\W_]{1,40})?"
)
_BETWEEN = re.compile(r"[ \u00a0]|-|\. ?|['’]s ")
_SMALL_WORDS = frozenset(
    {
        "of",
        "the",
        "and",
        "on",
        "upon",
        "de",
        "la",
        "del",
        "da",
        "do",
        "al",
        "el",
        "le",
        "les",
        "du",
        "in",
        "by",
        "sur",
        "am",
        "an",
        "under",
        "en",
        "di",
        "y",
        "e",
        "und",
        "der",
    }
)
_LONGEST = 5
_ENTITY_LABELS = frozenset({"place", "facility"})
_SIDE = r"(?:[NSEW]\. |North |South |East |West )?"
_ROAD_NAME = _SIDE + r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w'’.-]{0,20})(?: [A-Z][\w'’-]{1,20}){0,3}"
_ROAD = re.compile(
    rf"(?:{_ROAD_NAME} (?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Drive|Dr\.|Boulevard|Blvd\.|Lane|Ln\."
    r"|Parkway|Pkwy\.|Highway|Pike|Trail|Court|Way|Place)"
    r"|(?:Interstate|Highway|Route|(?:County|State) Road|State Route|U\.S\. Highway|FM|KY|I-|US-) ?\d{1,4})"
    r"(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a body: where each starts and ends, what it is, and whether it opens with a capital."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    capital: list[bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words, `first` to `last`, that may name a place."""

    start: int
    end: int
    first: int
    last: int
    number: int
    """Of the name in the gazetteer; -1 where it has none such."""
    letters: bool
    """It is known as letters that stand for a name."""


def words_of(body: str) -> Words:
    """Cut a body into words; letters with full stops (`U.S.`) are one, a possessive's `s` is none."""
    starts, ends, forms = [], [], []
    for match in _WORD.finditer(body):
        starts.append(match.start())
        ends.append(match.end())
        forms.append(match[0])
    return Words(starts, ends, forms, [form[0].isupper() for form in forms])


def candidates(body: str, words: Words, known: Gazetteer, found: Sequence[EntityMention]) -> list[Candidate]:
    """Return the candidates in order; some overlap."""
    stretches = _stretches(body, words)
    numbers = known.find(key for _, _, _, key, _ in stretches)
    by_bounds: dict[tuple[int, int], Candidate] = {}
    for (first, last, end, _, letters), number in zip(stretches, numbers, strict=True):
        if number >= 0:
            start = words.starts[first]
            if (start, end) not in by_bounds:
                by_bounds[start, end] = Candidate(start, end, first, last, number, letters)
    # `Fla.` is no `Fla`.
    for start, end in [(c.start, c.end) for c in by_bounds.values() if c.letters and body[c.end - 1] == "."]:
        by_bounds.pop((start, end - 1), None)
    bounds = [(e.start, e.end) for e in found if e.label in _ENTITY_LABELS]
    bounds += [(m.start(), m.end()) for m in _ROAD.finditer(body)]
    for start, end in bounds:
        if (start, end) not in by_bounds:
            first = _word_at(words, start)
            last = max(first, _word_at(words, end) - 1)
            by_bounds[start, end] = Candidate(start, end, first, last, -1, False)
    return sorted(by_bounds.values(), key=lambda c: (c.start, c.end))


def _word_at(words: Words, position: int) -> int:
    return min(bisect_left(words.starts, position), len(words.starts) - 1)


def _stretches(body: str, words: Words) -> list[tuple[int, int, int, int, bool]]:
    """Return first word, last word, end, key and whether by its letters, of what may be a name."""
    stretches = []
    starts, ends, forms, capital = words.starts, words.ends, words.forms, words.capital
    for first, form in enumerate(forms):
        if not capital[first]:
            continue
        end = ends[first]
        if len(form) <= 6:
            stretches.append((first, first, end, letters_key(form), True))
            if body[end : end + 1] == "." and form[-1] != ".":
                stretches.append((first, first, end + 1, letters_key(form + "."), True))
        stretches.append((first, first, end, name_key(form), False))
        for last in range(first + 1, min(first + _LONGEST, len(forms))):
            if not _BETWEEN.fullmatch(body, ends[last - 1], starts[last]):
                break
            if capital[last]:
                stretches.append((first, last, ends[last], name_key(body[starts[first] : ends[last]]), False))
            elif forms[last] not in _SMALL_WORDS:
                break
    return stretches
