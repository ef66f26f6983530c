"""What is seen of a candidate and around it: the features by which places are recognised.

Each feature is a word such as `before=in`; `tests/eval/train_places.py` keeps those that many articles of
several places show, and learns how much each tells.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from copydesk.tasks.enrich.places_gazetteer import KINDS, VIAS, Gazetteer
from copydesk.tasks.enrich.places_spans import Candidate, Words
from copydesk.tasks.mention import EntityMention

_SENTENCE_ENDS = frozenset('.!?:"“”\n')

# Words that open sentences, or stand in names, and are places somewhere (Many, Louisiana).
_COMMON = """
a after all also among an and any april are as ask at august back bank be best big both but by call can
center central church city college commerce congress council county court day days december did do does
each early earth east even every february first five for force four friday from general good grand great
had hall has have he her here high hill his home hospital how if in interstate is it january july june
just kinder lake last later liberty like long man many march may men midtown monday more most much must
my near never new next no north not november now october of officer often on once one only or oracle
other our over own park parliament police post rivers school second see senate september several she
since six so some south street such sunday ten that the their then there these they this those three
thursday to today too town tuesday two under union university until up us valley very war was we
wednesday week well went were west what when where which while white who why will with year years yes yet
you young
"""
COMMON = frozenset(_COMMON.split())
_PLACE_WORDS = """
airport area base border camp capital city coast coastal county district governorate hamlet island
municipality neighborhood neighbourhood outskirts peninsula port province region river settlement state
suburb town township valley village
"""
_PLACE_NOUNS = frozenset(_PLACE_WORDS.split())


class Surroundings:
    """An article's entities and words, read once for all its candidates."""

    def __init__(self, body: str, words: Words, found: Sequence[EntityMention]) -> None:
        """Take the body, its words and its entities in order, none overlapping."""
        self.body, self.words, self.found = body, words, found
        self.ends = [entity.end for entity in found]
        self.lower = {form for form, capital in zip(words.forms, words.capital, strict=True) if not capital}
        self.in_person: set[str] = set()
        """The words of the full names of people."""
        self.labels: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in found:
            self.labels[entity.text.casefold()][entity.label] += 1
            if entity.label == "person" and " " in entity.canonical:
                self.in_person.update(entity.canonical.casefold().split())

    def entity(self, start: int, end: int) -> tuple[str, EntityMention | None]:
        """Return how a stretch lies to the entity that it touches, and that entity."""
        place = bisect_right(self.ends, start)
        if place == len(self.found) or self.found[place].start >= end:
            return "none", None
        its = self.found[place]
        if its.start == start and its.end in (end, end - 1):
            return "same", its
        if its.start <= start and end <= its.end:
            side = "first" if its.start == start else "last" if its.end == end else "within"
            return side, its
        return ("holds" if start <= its.start and its.end <= end else "crosses"), its

    def features(self, candidate: Candidate, known: Gazetteer) -> list[str]:
        """Return the features of a candidate."""
        c, forms = candidate, self.words.forms
        text = self.body[c.start : c.end]
        how, its = self.entity(c.start, c.end)
        relation = f"{how}:{its.label}" if its else "none"
        gazetted = _gazetted(c, known)
        return [
            "bias",
            relation,
            *gazetted,
            *(f"{relation}|{g}" for g in gazetted[:2]),
            f"words={min(c.last - c.first + 1, 4)}",
            f"shape={_shape(text)}",
            f"last={forms[c.last].lower()}" if c.last > c.first else f"length={min(len(text), 6)}",
            f"first={forms[c.first].lower()}" if c.last > c.first else f"common={text.lower() in COMMON}",
            *self._beside(c, relation),
            *self._elsewhere(text.casefold(), how, gazetted[0]),
            *(self._in_entity(c, how, its) if its and how != "same" else ()),
        ]

    def _beside(self, c: Candidate, relation: str) -> Iterator[str]:
        """Yield what stands before and behind."""
        forms, ends = self.words.forms, self.words.ends
        before = forms[c.first - 1] if c.first else "^"
        behind = forms[c.last + 1] if c.last + 1 < len(forms) else "$"
        gap_before = self.body[ends[c.first - 1] if c.first else 0 : c.start].strip(" ")
        gap_behind = self.body[c.end : c.end + 3].partition(behind[0])[0].strip(" ")
        opens = (not gap_before and not c.first) or any(mark in _SENTENCE_ENDS for mark in gap_before)
        yield f"opens={opens}"
        yield "before=^" if opens else f"before={before.lower()}"
        yield f"behind={behind.lower() if not gap_behind or gap_behind in '-’' else gap_behind}"
        yield f"gap={gap_before[:1]}|{_shape(before)}"
        yield f"gap behind={gap_behind[:1]}|{_shape(behind)}"
        near = forms[max(0, c.first - 3) : c.first] + forms[c.last + 1 : c.last + 3]
        if not _PLACE_NOUNS.isdisjoint(form.lower() for form in near):
            yield "place noun"
            yield f"place noun|{relation}"
        if opens and c.first == c.last and forms[c.first].lower() in self.lower:
            yield "may be no name"
        if c.first > 1:
            yield f"two before={forms[c.first - 2].lower()} {before.lower()}"
        if gap_behind == "," and behind[0].isupper():
            yield "comma name"

    def _elsewhere(self, text: str, how: str, kind: str) -> Iterator[str]:
        """Yield what the article has of the same name, case folded, elsewhere."""
        if how != "same" and text in self.labels:
            yield f"elsewhere={self.labels[text].most_common(1)[0][0]}"
        if text in self.lower:
            yield "lower"
        if text in self.in_person:
            yield f"of person|{how}"
            yield f"of person|{kind}"

    def _in_entity(self, c: Candidate, how: str, its: EntityMention) -> Iterator[str]:
        """Yield what the entity is that the candidate is a part of."""
        yield f"{how}|head={its.text.split()[-1].lower()}"
        yield f"{how}|tail={self.body[c.end : its.end].strip(' ’').lower()[:20]}"


def _gazetted(c: Candidate, known: Gazetteer) -> list[str]:
    if c.number < 0:
        return ["unknown"]
    rows, vias = known.places(c.number)
    kinds = [KINDS[kind] for kind in known.kind[rows[:20]]]
    best = int(known.population[rows[0]])
    return [
        f"{kinds[0]}:{VIAS[vias[0]]}",
        f"people={round(math.log10(best + 1))}",
        f"several={min(len(rows).bit_length(), 5)}",
        f"country={known.country_code(int(rows[0])) if kinds[0] == 'country' else ''}",
        *(f"may be {kind}" for kind in sorted(set(kinds))),
        *([f"letters={c.letters}"] if c.letters else []),
    ]


def _shape(form: str) -> str:
    if form[0].isdigit():
        return "0"
    if form.isupper():
        return "X." if "." in form else "XX"
    return "Xx" if form[0].isupper() else "x" if form[0].isalpha() else form[0]
