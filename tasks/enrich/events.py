"""The enrichment `events`: who did what to whom, and whether it was done, is to come, or is only said.

English only. A clause is an event where its verb is one of doing (`events_words` lists those that are not),
and someone known takes part: an entity, a group, or a noun for people and bodies that act. Each pair of actor
and target is an event of its own. `events_clauses` reads the clauses, `events_who` tells who takes part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.events_cast import Cast, Party, cast_of
from copydesk.tasks.enrich.events_clauses import Clause, agent, clauses, together
from copydesk.tasks.enrich.events_nouns import may_tell, singular
from copydesk.tasks.enrich.events_where import Mentions, date_of, dates_of, place_of, places_of
from copydesk.tasks.enrich.events_who import party
from copydesk.tasks.enrich.events_words import (
    ACTION_NOUNS,
    DROPPED,
    HEARERS,
    LIGHT,
    NEVER_PASSIVE,
    OWN_PREPOSITION,
    REACHING,
    SAYING,
    SPEECH_ACTS,
    STANDING,
    TOWARDS,
    TRAVEL,
    is_alone,
)
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.sentences import ParsedSentence, parsed, read_sentences
from copydesk.tasks.mention import Event

LANGUAGES = frozenset({"en"})
MOST_EVENTS = 2_000
"""Events of one article; a longer list is a dump."""


def events(article: Article) -> dict[str, object]:
    """Return `events`: what is done in the body, in order; None for a language other than English."""
    if language_to_read(article) not in LANGUAGES:
        return {"events": None}
    return {"events": find_events(article)}


def find_events(
    article: Article, parser: Callable[[Sequence[str]], list[Parse]] = parsed
) -> tuple[Event, ...]:
    """Return the events of an English article's body."""
    cast, dates, places = cast_of(article), dates_of(article), places_of(article)
    found: dict[tuple[object, ...], Event] = {}
    for sentence in read_sentences(article.body, parser, may_tell):
        for clause in clauses(sentence.parse):
            if sentence.stands_in(clause.verb):
                continue
            for event in _of_clause(cast, sentence, clause, dates, places):
                key = (event.start, event.actor, event.action, event.target)
                found.setdefault(key, event)
        if len(found) >= MOST_EVENTS:
            break
    return tuple(found.values())[:MOST_EVENTS]


def _of_clause(
    cast: Cast, sentence: ParsedSentence, clause: Clause, dates: Mentions, places: Mentions
) -> Iterator[Event]:
    """Yield the events of a clause: one for each actor and target."""
    subjects = _parties(cast, sentence, clause.who.token)
    if not clause.passive:
        for one in subjects:
            cast.acted(one, sentence.at(clause.verb))
    if _is_bare_state(clause):
        return
    action, targets = _target(cast, sentence, clause)
    actors = subjects
    if clause.passive:
        by = agent(clause.parse, clause.verb)
        actors, targets = _parties(cast, sentence, by), subjects
        if by is not None and not actors:
            return
    cast.done_to(targets, sentence.at(clause.verb))
    if not any(one.known for one in (*actors, *targets)):
        return
    verbs = (clause.verb, *clause.who.verbs)
    date, place = date_of(dates, sentence, verbs), place_of(places, sentence, verbs)
    pairs = [(actor, target) for actor in actors or (None,) for target in targets or (None,)]
    for actor, target in pairs:
        if actor != target and _is_event(clause, action, place, actor, target):
            yield _event(cast, sentence, clause, (actor, action, target, date, place))


def _event(
    cast: Cast,
    sentence: ParsedSentence,
    clause: Clause,
    facts: tuple[Party | None, str, Party | None, str | None, str | None],
) -> Event:
    actor, action, target, date, place = facts
    return Event(
        sentence.start,
        sentence.end,
        cast.article.body[sentence.start : sentence.end],
        actor.name if actor else None,
        actor.entity if actor else None,
        action,
        target.name if target else None,
        target.entity if target else None,
        date,
        place if place not in {one.name for one in (actor, target) if one} else None,
        clause.passive,
        clause.negated,
        clause.planned,
        clause.reported or sentence.quoted or _is_quoted(cast, sentence, clause),
    )


def _is_bare_state(clause: Clause) -> bool:
    """Whether a verb of no doing has no particle or object that could make it an action."""
    parse = clause.parse
    return (
        _is_no_doing(clause, both=True)
        and parse.child(clause.verb, "prt") is None
        and not any(parse.words[one].lower() in ACTION_NOUNS for one in clause.objects)
    )


def _parties(cast: Cast, sentence: ParsedSentence, token: int | None) -> list[Party]:
    if token is None:
        return []
    found = [party(cast, sentence, one) for one in together(sentence.parse, token)]
    return [one for one in found if one is not None]


def _target(cast: Cast, sentence: ParsedSentence, clause: Clause) -> tuple[str, list[Party]]:
    """Return a clause's action and whom or what it is done to, over the action's noun where it has one."""
    parse, verb = sentence.parse, clause.verb
    particle = next(
        (t for t in parse.children[verb] if parse.deps[t] == "prt" or parse.tags[t] == "RP"), None
    )
    action = f"{clause.lemma} {parse.words[particle].lower()}" if particle is not None else clause.lemma
    if clause.passive:
        return action, []
    for one in clause.objects:
        noun = parse.words[one].lower()
        if noun in ACTION_NOUNS:
            reached = _reached(cast, sentence, (one, verb), TOWARDS, known=True)
            if reached:
                return f"{action} {noun}", reached
    if clause.objects:
        ranked = [_parties(cast, sentence, one) for one in clause.objects]
        ranked.sort(key=lambda found: not any(one.known for one in found))
        return action, ranked[0]
    for below in parse.children[verb]:
        preposition = parse.words[below].lower()
        if parse.deps[below] not in ("prep", "prt", "dative") or (clause.lemma, preposition) not in REACHING:
            continue
        own = f"{clause.lemma} {preposition}" in OWN_PREPOSITION
        reached = _parties(cast, sentence, parse.child(below, "pobj"))
        if not own:
            reached = [one for one in reached if one.known or clause.lemma in ("withdraw", "resign", "flee")]
        if reached:
            return (f"{clause.lemma} {preposition}" if own else action), reached
    return action, []


def _reached(
    cast: Cast, sentence: ParsedSentence, tops: Sequence[int], prepositions: frozenset[str], known: bool
) -> list[Party]:
    parse = sentence.parse
    for top in tops:
        for below in parse.children[top]:
            if (
                parse.deps[below] in ("prep", "dative")
                and parse.words[below].lower() in prepositions
                and below > tops[0]
            ):
                found = _parties(cast, sentence, parse.child(below, "pobj"))
                found = [one for one in found if one.known or not known]
                if found:
                    return found
    return []


def _is_event(
    clause: Clause, action: str, place: str | None, actor: Party | None, target: Party | None
) -> bool:
    """Whether a clause with these parties is an event: no state, saying or habit, and by or to someone."""
    known = [one for one in (actor, target) if one is not None and one.known]
    name, simple = clause.lemma, action == clause.lemma
    both = len(known) == 2
    if not known or (simple and _is_no_doing(clause, both)):
        return False
    habit = clause.present and not clause.planned and not both and not (clause.passive and name in STANDING)
    if habit or ((clause.planned or not clause.done) and all(one.anyone for one in known)):
        return False
    if target is None:
        return is_alone(action) or (name in TRAVEL and place is not None)
    noun = target.name.rpartition(" ")[2]
    if actor is None or (name in ("speak", "talk") and singular(noun) in HEARERS):
        return clause.passive
    return both or not simple or name not in LIGHT or noun in ACTION_NOUNS


def _is_no_doing(clause: Clause, both: bool) -> bool:
    """Whether a verb is one of state, thought or saying, which does nothing to anyone."""
    if clause.directs:
        return False
    if clause.passive and clause.lemma in NEVER_PASSIVE:
        return True
    return clause.lemma in DROPPED or (clause.lemma in SAYING and not (both and clause.lemma in SPEECH_ACTS))


def _is_quoted(cast: Cast, sentence: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause stands in what someone is quoted as saying, and is not what they set out to do."""
    at = sentence.at(clause.verb)
    lending = {sentence.parse.words[verb] for verb in clause.who.verbs}
    return any(
        quote.start <= at < quote.end and (quote.direct or quote.cue not in lending)
        for quote in cast.article.quotes or ()
    )
