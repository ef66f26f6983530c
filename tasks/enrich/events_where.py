"""When and where a sentence's verbs happened: the dates and places that their clauses govern."""

from __future__ import annotations

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.events_flags import is_verb, verb_lemma
from copydesk.tasks.enrich.events_words import TRAVEL, WHERE, WHERE_TO
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.sentences import ParsedSentence

_DEEPEST = 12


def moment(
    article: Article, sentence: ParsedSentence, verbs: tuple[int, ...]
) -> tuple[str | None, str | None]:
    """Return the date and place of the first of `verbs`, else of the others, which lend it its subject."""
    parse = sentence.parse
    dates, places = [], []
    for mention in article.dates or ():
        if sentence.start <= mention.start < sentence.end:
            token = _token(sentence, mention.start, mention.end)
            dates.append((_governor(parse, token), token, mention.value))
    for entity in article.entities or ():
        if entity.label in ("place", "facility") and sentence.start <= entity.start < sentence.end:
            token = _token(sentence, entity.start, entity.end)
            name = next((p.name for p in article.places or () if p.start == entity.start), None)
            places.append((_located(parse, token), token, name or entity.canonical))
    return _nearest(dates, verbs), _nearest(places, verbs)


def _nearest(found: list[tuple[int | None, int | None, str]], verbs: tuple[int, ...]) -> str | None:
    """Return what the first of `verbs` governs, else what another does, the nearest to the first."""
    ranked = [
        (governor != verbs[0], abs(at - verbs[0]), value)
        for governor, at, value in found
        if governor in verbs and at is not None
    ]
    return min(ranked)[2] if ranked else None


def _token(sentence: ParsedSentence, start: int, end: int) -> int | None:
    """Return the token of a mention that the others of it hang on."""
    parse = sentence.parse
    tokens = [t for t in range(len(parse)) if start <= sentence.at(t) < end and not sentence.stands_in(t)]
    return next((t for t in tokens if parse.heads[t] not in tokens or parse.heads[t] == t), None)


def _governor(parse: Parse, token: int | None) -> int | None:
    """Return the verb whose clause holds a token."""
    for _ in range(_DEEPEST):
        if token is None:
            return None
        token, before = parse.heads[token], token
        if is_verb(parse, token):
            return token
        if token == before:
            return None
    return None


def _located(parse: Parse, token: int | None) -> int | None:
    """Return the verb that a place is the place of, over the preposition and what that hangs on."""
    if token is None:
        return None
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
