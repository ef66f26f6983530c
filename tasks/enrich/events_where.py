"""When and where a sentence's verbs happened: the dates and places that their clauses govern."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.events_flags import DEEPEST, is_verb, verb_lemma
from copydesk.tasks.enrich.events_words import TRAVEL, WHERE, WHERE_TO
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.sentences import ParsedSentence


@dataclass(frozen=True, slots=True)
class Mentions:
    """An article's dates or places in order: starts, ends, values."""

    starts: list[int]
    ends: list[int]
    values: list[str]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield what begins between two offsets of the body."""
        for number in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            yield self.starts[number], self.ends[number], self.values[number]


def mentions(found: Iterable[tuple[int, int, str]]) -> Mentions:
    """Return mentions by their place in the body."""
    ordered = sorted(found)
    return Mentions([m[0] for m in ordered], [m[1] for m in ordered], [m[2] for m in ordered])


def dates_of(article: Article) -> Mentions:
    """Return the dates of an article."""
    return mentions((date.start, date.end, date.value) for date in article.dates or ())


def places_of(article: Article) -> Mentions:
    """Return the places of an article by GeoNames' name, else the fullest of the article."""
    names = {place.start: place.name for place in article.places or () if place.name}
    return mentions(
        (entity.start, entity.end, names.get(entity.start) or entity.canonical)
        for entity in article.entities or ()
        if entity.label in ("place", "facility")
    )


def date_of(dates: Mentions, sentence: ParsedSentence, verbs: tuple[int, ...]) -> str | None:
    """Return the date of the first of `verbs`, else of the others, which lend it its subject."""
    found = [
        (_governor(sentence.parse, token), token, value)
        for start, end, value in dates.within(sentence.start, sentence.end)
        if (token := _token(sentence, start, end)) is not None
    ]
    return _nearest(found, verbs)


def place_of(places: Mentions, sentence: ParsedSentence, verbs: tuple[int, ...]) -> str | None:
    """Return the place of the first of `verbs`, else of the others, which lend it its subject."""
    found = [
        (_located(sentence.parse, token), token, value)
        for start, end, value in places.within(sentence.start, sentence.end)
        if (token := _token(sentence, start, end)) is not None
    ]
    return _nearest(found, verbs)


def _nearest(found: list[tuple[int | None, int, str]], verbs: tuple[int, ...]) -> str | None:
    """Return what the first of `verbs` governs, else what another does, the nearest to the first."""
    ranked = [
        (governor != verbs[0], abs(at - verbs[0]), value)
        for governor, at, value in found
        if governor in verbs
    ]
    return min(ranked)[2] if ranked else None


def _token(sentence: ParsedSentence, start: int, end: int) -> int | None:
    """Return the token of a mention that the others of it hang on."""
    parse = sentence.parse
    tokens = [t for t in range(len(parse)) if start <= sentence.at(t) < end and not sentence.stands_in(t)]
    return next((t for t in tokens if parse.heads[t] not in tokens or parse.heads[t] == t), None)


def _governor(parse: Parse, token: int) -> int | None:
    """Return the verb whose clause holds a token."""
    for _ in range(DEEPEST):
        token, before = parse.heads[token], token
        if is_verb(parse, token):
            return token
        if token == before:
            return None
    return None


def _located(parse: Parse, token: int) -> int | None:
    """Return the verb that a place is the place of, over the preposition and what that hangs on."""
    preposition = parse.heads[token]
    if parse.deps[token] == "appos" or parse.deps[token] == "conj":
        preposition = parse.heads[preposition]
    if parse.deps[token] in ("compound", "nmod") and parse.deps[parse.heads[token]] == "pobj":
        preposition = parse.heads[parse.heads[token]]
    word = parse.words[preposition].lower()
    if parse.tags[preposition] not in ("IN", "TO", "RP") or word not in WHERE | WHERE_TO:
        return None
    governor = _governor(parse, preposition)
    if governor is None:
        return None
    if word in WHERE_TO and verb_lemma(parse, governor) not in TRAVEL:
        return None
    return governor
