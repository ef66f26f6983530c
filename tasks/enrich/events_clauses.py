"""What a sentence's verbs say was done: by which tokens, to which, and whether it was, was not, or may be.

By the parse alone: who the tokens are, `events_who` tells. Labels are ClearNLP's, as spaCy's are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.tasks.enrich.events_flags import (
    is_infinitive,
    is_negated,
    is_planned,
    is_present,
    is_reported,
    is_verb,
    verb_lemma,
)
from copydesk.tasks.enrich.events_subjects import Who, subject
from copydesk.tasks.enrich.events_words import DIRECTING
from copydesk.tasks.enrich.parse_tree import RELATIVE
from copydesk.tasks.enrich.quotes_parse import Parse

_MOST_TOGETHER = 4
"""Parties of a conjunction that are taken; a longer one is a list."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of a sentence with its parties, as tokens; a target may be None, an actor too."""

    parse: Parse
    verb: int
    lemma: str
    who: Who
    objects: tuple[int, ...]
    passive: bool

    @property
    def negated(self) -> bool:
        """Whether it says that it was not done."""
        return self.who.negated != is_negated(self.parse, self.verb, self.objects)

    @property
    def planned(self) -> bool:
        """Whether it is to come, wished, or only possible."""
        return self.who.planned or is_planned(self.parse, self.verb)

    @property
    def reported(self) -> bool:
        """Whether it is what someone says or thinks."""
        return self.who.reported or is_reported(self.parse, self.verb)

    @property
    def present(self) -> bool:
        """Whether it is in the simple present, which tells of habits rather than of events."""
        return is_present(self.parse, self.verb)

    @property
    def done(self) -> bool:
        """Whether its own verb is in the past."""
        return self.parse.tags[self.verb] in ("VBD", "VBN") and not self.present

    @property
    def directs(self) -> bool:
        """Whether someone is told to act: an infinitive follows."""
        return self.lemma in DIRECTING and any(
            self.parse.deps[t] in ("xcomp", "ccomp") and is_infinitive(self.parse, t)
            for t in self.parse.children[self.verb]
        )


def clauses(parse: Parse) -> Iterator[Clause]:
    """Yield the sentence's clauses that have an actor or are in the passive, in order of their verbs."""
    for verb in range(len(parse)):
        if not is_verb(parse, verb):
            continue
        who = subject(parse, verb)
        passive = who.acted_upon
        if who.token is None and not passive:
            continue
        objects = () if passive else _objects(parse, verb)
        relative = parse.deps[verb] == "relcl" and not objects and not passive
        if relative and who.token != parse.heads[verb] and _object_is_relative(parse, verb):
            objects = (parse.heads[verb],)
        yield Clause(parse, verb, verb_lemma(parse, verb), who, objects, passive)


def together(parse: Parse, token: int) -> list[int]:
    """Return a noun with those that a conjunction joins to it, none where they are alternatives."""
    found, here = [token], token
    while len(found) < _MOST_TOGETHER:
        joined = [
            t
            for t in parse.children[here]
            if parse.deps[t] == "conj" and parse.tags[t][:2] in ("NN", "PR", "CD")
        ]
        if not joined or joined[0] in found:
            break
        found += joined[: _MOST_TOGETHER - len(found)]
        here = joined[-1]
    return found


def agent(parse: Parse, verb: int) -> int | None:
    """Return who a passive verb's `by` names."""
    for below in parse.children[verb]:
        if parse.deps[below] == "agent" or (
            parse.words[below].lower() == "by" and parse.deps[below] == "prep"
        ):
            return parse.child(below, "pobj")
    return None


def _objects(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return what a verb is done to: its object, and who is given it."""
    found = [
        t
        for t in parse.children[verb]
        if parse.deps[t] in ("dobj", "dative") and parse.tags[t] not in ("IN", "TO")
    ]
    # Told to act: who is told may be taken for a subject.
    if not found and verb_lemma(parse, verb) in DIRECTING:
        for below in parse.children[verb]:
            told = (
                parse.child(below, "nsubj")
                if parse.deps[below] == "ccomp" and is_infinitive(parse, below)
                else None
            )
            if told is not None:
                return (told,)
    if not found:
        # found him guilty
        for below in parse.children[verb]:
            if parse.deps[below] == "ccomp" and not parse.tags[below].startswith("VB") and below > verb:
                named = parse.child(below, "nsubj")
                if named is not None and parse.child(below, "mark") is None:
                    return (named,)
    return tuple(found)


def _object_is_relative(parse: Parse, verb: int) -> bool:
    """Whether a relative clause leaves its object to the noun: `the man whom police arrested`."""
    return not any(
        parse.deps[t] in ("dobj", "ccomp", "xcomp") and parse.words[t].lower() not in RELATIVE
        for t in parse.children[verb]
    ) and not any(
        parse.deps[t] in ("prep", "advmod")
        and (parse.words[t].lower() in ("where", "when", "why") or parse.child(t, "pobj") is None)
        for t in parse.children[verb]
    )
