"""An article's cast: its entities by place, its people, who acted before; whom a pronoun means among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.events_nouns import singular
from copydesk.tasks.enrich.quotes_speakers import Speakers, speakers_of
from copydesk.tasks.enrich.sentences import ParsedSentence
from copydesk.tasks.mention import EntityMention


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: by what name, and whether it is one that acts."""

    name: str
    entity: str | None = None
    known: bool = False
    """Whether it is an entity, a group, or a noun for people and bodies that act."""
    anyone: bool = False
    """Whether it is no one in particular: `parents`, `a student`."""


@dataclass(slots=True)
class Cast:
    """The article's entities by place, its people, and who the sentences before were about."""

    article: Article
    speakers: Speakers
    entities: tuple[EntityMention, ...]
    starts: list[int]
    breaks: list[int]
    people: frozenset[str]
    bodies: list[tuple[int, Party]] = field(default_factory=list)
    """Parties other than people that were subjects, in order, and where."""
    things: list[tuple[int, Party]] = field(default_factory=list)
    """What was done something to, in order, and where."""

    def entity_at(self, start: int, end: int) -> EntityMention | None:
        """Return the entity whose mention holds the characters from `start` to `end`."""
        number = bisect_right(self.starts, start) - 1
        if number >= 0 and self.entities[number].end >= end:
            return self.entities[number]
        return None

    def acted(self, party: Party, at: int) -> None:
        """Remember the subject of a clause, whom a pronoun may mean later."""
        if party.entity in self.speakers.canonicals:
            self.speakers.spoke(party.entity, at)
        if party.known and party.entity not in self.people:
            self.bodies.append((at, party))

    def done_to(self, parties: Sequence[Party], at: int) -> None:
        """Remember what a clause is done to, which a pronoun in its stead may mean in the same sentence."""
        if len(parties) == 1 and parties[0].entity not in self.people:
            self.things.append((at, parties[0]))


def cast_of(article: Article) -> Cast:
    """Return the cast of an article, by its entities."""
    entities = tuple(sorted(article.entities or (), key=lambda entity: entity.start))
    breaks = [0, *(match.end() for match in re.finditer(r"\n+", article.body))]
    people = frozenset(entity.canonical for entity in entities if entity.label == "person")
    starts = [entity.start for entity in entities]
    return Cast(article, speakers_of(article), entities, starts, breaks, people)


def meant(cast: Cast, sentence: ParsedSentence, token: int, word: str) -> Party | None:
    """Return whom a pronoun means, None where that is a guess."""
    at = sentence.at(token)
    if word in ("i", "me", "my"):
        return _speaker(cast, at)
    if word in ("he", "him", "his", "she", "her"):
        where, last = cast.bodies[-1] if cast.bodies else (-1, None)
        # A lone name that acted in this sentence may be a person's whom the entities take for something else.
        lone = (
            last is not None and sentence.start <= where < at and last.name.istitle() and " " not in last.name
        )
        if sentence.quoted or lone:
            return None
        name = cast.speakers.bearer(at, "m" if word in ("he", "him", "his") else "f", cast.breaks)
        return Party(name, name, True) if name is not None else None
    if word in ("it", "they", "them", "its", "their"):
        return _body_before(cast, sentence, token, word)
    return None


def _speaker(cast: Cast, at: int) -> Party | None:
    for quote in cast.article.quotes or ():
        if quote.direct and quote.start <= at < quote.end and quote.speaker is not None:
            return Party(quote.speaker, quote.speaker_entity, True)
    return None


def _body_before(cast: Cast, sentence: ParsedSentence, token: int, word: str) -> Party | None:
    """Return the body or group that acted last, or for an object what was done something to last."""
    at = sentence.at(token)
    if sentence.quoted:
        return None
    if sentence.parse.deps[token] in ("dobj", "pobj"):
        where, found = cast.things[-1] if cast.things else (-1, None)
        return found if sentence.start <= where < at else None
    if not cast.bodies:
        return None
    here = bisect_left(cast.breaks, at + 1) - 1
    earliest = cast.breaks[max(0, here - 1)]
    where, found = cast.bodies[-1]
    if where >= at or where < earliest:
        return None
    plural = word in ("they", "them", "their")
    if plural and found.entity is None:
        return (
            found
            if singular(found.name.split(" ")[-1]) != found.name.split(" ")[-1].lower()
            or "police" in found.name.lower()
            else None
        )
    return found
