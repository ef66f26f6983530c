"""Which mentions of an article are one entity: each gets the fullest of its names in the article.

A surname goes to the full name before it, initials to the name that they stand for, `Acme` to `Acme Inc`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from copydesk.tasks.enrich.entities_spans import Span
from copydesk.tasks.enrich.entities_words import SAME_PLACE
from copydesk.tasks.mention import EntityMention

_INITIALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,6}s?|(?:[A-Z]\. ?){2,6}")
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "y", "e", "al", "&"}
)
_FORMS = frozenset(
    {"inc", "corp", "corporation", "ltd", "limited", "plc", "co", "company", "group", "llc", "ag", "sa"}
)
_MOST_NAMESAKES = 40
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"\s?\(\s?")


def linked(body: str, spans: Sequence[Span]) -> tuple[EntityMention, ...]:
    """Return the mentions with `canonical`; the initials of a name take its label."""
    names = [" ".join(body[span.start : span.end].split()) for span in spans]
    full = _stood_for(body, spans, names)
    labels = [spans[full[place]].label if place in full else span.label for place, span in enumerate(spans)]
    canonical = [names[full.get(place, place)] for place in range(len(spans))]
    canonical = _persons(canonical, labels)
    canonical = _alike(canonical, labels)
    return tuple(
        EntityMention(span.start, span.end, body[span.start : span.end], label, name)
        for span, label, name in zip(spans, labels, canonical, strict=True)
    )


def _stood_for(body: str, spans: Sequence[Span], names: Sequence[str]) -> dict[int, int]:
    """Return for each mention that is initials the first mention of the name that they stand for."""
    by_initials: dict[str, int] = {}
    for place, name in enumerate(names):
        for initials in _initials_of(name):
            by_initials.setdefault(initials, place)
    meaning: dict[str, int] = {}
    for place, name in enumerate(names):
        if not _INITIALS.fullmatch(name):
            continue
        letters = re.sub(r"\W", "", name).rstrip("s")
        if letters in by_initials:
            meaning[name] = by_initials[letters]
        elif place and name not in meaning and _beside(body, spans[place - 1], spans[place]):
            before = names[place - 1]
            if before[0] == letters[0] and " " in before and set(letters.lower()) <= set(before.lower()):
                meaning[name] = place - 1
    return {place: meaning[name] for place, name in enumerate(names) if name in meaning}


def _beside(body: str, left: Span, right: Span) -> bool:
    """Whether the second stands in parentheses behind the first."""
    between = body[left.end : right.start]
    return bool(_OPENING.fullmatch(between)) and body[right.end : right.end + 2].strip().startswith(")")


def _initials_of(name: str) -> set[str]:
    words = _WORD.findall(name)
    large = [word for word in words if word.lower() not in _SMALL_WORDS]
    if len(large) < 2 or len(words) > 12:
        return set()
    return {"".join(word[0] for word in chosen).upper() for chosen in (words, large)}


def _persons(names: list[str], labels: Sequence[str]) -> list[str]:
    """Give a person named in part the last full name before it that has the part, else the first after it."""
    known: dict[str, dict[str, None]] = defaultdict(dict)
    for name, label in zip(names, labels, strict=True):
        words = _folded(name)
        if label == "person" and len(words) > 1:
            for word in {words[0], words[-1]}:
                if len(known[word]) < _MOST_NAMESAKES:
                    known[word][name] = None
    latest: dict[str, str] = {}
    linked_names = list(names)
    for place, (name, label) in enumerate(zip(names, labels, strict=True)):
        words = _folded(name) if label == "person" else []
        if len(words) > 1:
            latest[words[0]] = latest[words[-1]] = name
        if words and words[-1] in known:
            linked_names[place] = _fullest(name, words, known[words[-1]], latest.get(words[-1]))
    return linked_names


def _fullest(name: str, words: Sequence[str], known: Iterable[str], latest: str | None) -> str:
    namesakes = {one: _folded(one) for one in known}
    of_name = [one for one, its in namesakes.items() if _part_of(words, its)]
    if not of_name and len(words) == 1:
        of_name = list(namesakes)
    if not of_name:
        return name
    meant = latest if latest in of_name else of_name[0]
    fuller = [one for one, its in namesakes.items() if _part_of(namesakes[meant], its)]
    return max([meant, *fuller], key=lambda one: (len(namesakes[one]), not one.isupper()))


def _folded(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _part_of(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether all words of `short` stand in `long` in their order, and both end alike."""
    rest = iter(long)
    return (
        bool(short)
        and short[-1] == long[-1]
        and all(any(_same(word, other) for other in rest) for word in short)
    )


def _same(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _alike(names: list[str], labels: Sequence[str]) -> list[str]:
    """Give one form to the spellings of a name: other case, a company's legal form, a country's names."""
    chosen: dict[tuple[str, ...], str] = {}
    keys = [_key(name, label) for name, label in zip(names, labels, strict=True)]
    for name, key in zip(names, keys, strict=True):
        best = chosen.get(key)
        if best is None or (len(name), not name.isupper()) > (len(best), not best.isupper()):
            chosen[key] = name
    return [chosen[key] for key in keys]


def _key(name: str, label: str) -> tuple[str, ...]:
    for number, same in enumerate(SAME_PLACE):
        if name in same:
            return ("same", str(number))
    words = _folded(name)
    while label == "organization" and len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    return (label, *words) if words else (label, name)
