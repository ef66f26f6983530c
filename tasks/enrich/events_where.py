"""When and where a sentence's verbs happened: the dates and places that their clauses govern."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.events_flags import is_verb, verb_lemma
from copydesk.tasks.enrich.events_words import TRAVEL, WHERE, WHERE_TO
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.sentences import ParsedSentence

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class When:
    """A sentence's dates and places by the verb that governs them: token of the verb, distance, value."""

    dates: tuple[tuple[int, int, str], ...]
    places: tuple[tuple[int, int, str], ...]

    def of(self, verb: int, chain: tuple[int, ...]) -> tuple[str | None, str | None]:
        """Return a verb's date and place, else those of the verbs in `chain`, which lend it its subject."""
        return _nearest(self.dates, verb, chain), _nearest(self.places, verb, chain)


def _nearest(found: tuple[tuple[int, int, str], ...], verb: int, chain: tuple[int, ...]) -> str | None:
    own = [(abs(at - verb), value) for governor, at, value in found if governor == verb]
    lent = [(abs(at - verb), value) for governor, at, value in found if governor in chain]
    best = min(own or lent, default=None)
    return best[1] if best is not None else None


def moments(article: Article, sentence: ParsedSentence) -> When:
    """Return the dates and places of a sentence, each with the verb whose clause it stands in."""
    dates = [
        (governor, token, mention.value)
        for mention in article.dates or ()
        if sentence.start <= mention.start < sentence.end
        and (token := _token(sentence, mention.start, mention.end)) is not None
        and (governor := _governor(sentence.parse, token)) is not None
    ]
    names = {place.start: place.name for place in article.places or () if place.name}
    places = []
    for entity in article.entities or ():
        if entity.label not in ("place", "facility") or not sentence.start <= entity.start < sentence.end:
            continue
        token = _token(sentence, entity.start, entity.end)
        governor = _located(sentence.parse, token) if token is not None else None
        if token is not None and governor is not None:
            places.append((governor, token, names.get(entity.start) or entity.canonical))
    return When(tuple(dates), tuple(places))


def _token(sentence: ParsedSentence, start: int, end: int) -> int | None:
    """Return the token of a mention that the others of it hang on."""
    parse = sentence.parse
    tokens = [t for t in range(len(parse)) if start <= sentence.at(t) < end and not sentence.stands_in(t)]
    return next((t for t in tokens if parse.heads[t] not in tokens or parse.heads[t] == t), None)


def _governor(parse: Parse, token: int) -> int | None:
    """Return the verb whose clause holds a token."""
    for _ in range(_DEEPEST):
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
