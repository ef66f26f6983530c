"""What a sentence's verbs say was done: by which tokens, to which, and whether it was, was not, or may be.

Purely by the parse: who the tokens are, `events_who` tells. Labels are ClearNLP's, as spaCy's models give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.tasks.enrich.events_lemmas import lemma
from copydesk.tasks.enrich.events_words import (
    APPEARING,
    CONDITIONS,
    DIRECTING,
    DOING,
    FAILING,
    HEARSAY,
    NEGATIONS,
    NO_ONE,
    PLANNING,
    PLANS,
    SAYING,
)
from copydesk.tasks.enrich.quotes_parse import Parse

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_SUBJECTS = ("nsubj", "nsubjpass")
_DEEPEST = 12
"""Clauses that are climbed for a subject or a flag; a parse gone wrong may be deeper."""
_MODALS = frozenset(("MD",))
_PRESENT = frozenset(("VBZ", "VBP"))
_MOST_TOGETHER = 4
"""Parties of a conjunction that are taken; a longer one is a list."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who a verb's subject is, and what stands between: its token, whether it is acted upon, the flags."""

    token: int | None = None
    acted_upon: bool = False
    negated: bool = False
    planned: bool = False
    reported: bool = False
    verbs: tuple[int, ...] = ()
    """The verbs that the subject was reached by."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of a sentence with its parties, as tokens; a target may be None, an actor too."""

    verb: int
    lemma: str
    who: Who
    objects: tuple[int, ...]
    passive: bool
    negated: bool
    planned: bool
    reported: bool
    present: bool
    """Whether it is in the simple present, which tells of habits rather than of events."""
    directs: bool
    """Whether someone is told to act: an infinitive follows."""


def is_verb(parse: Parse, token: int) -> bool:
    """Whether a token is the verb of a clause: no auxiliary, no modifier of a noun."""
    return parse.tags[token].startswith("VB") and parse.deps[token] in (
        "ROOT",
        "ccomp",
        "conj",
        "xcomp",
        "relcl",
        "acl",
        "advcl",
        "pcomp",
        "parataxis",
        "dep",
        "csubj",
    )


def verb_lemma(parse: Parse, token: int) -> str:
    """Return the lemma of a token, as a verb's."""
    return lemma(parse.words[token], parse.tags[token])


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
        yield Clause(
            verb,
            verb_lemma(parse, verb),
            who,
            objects,
            passive,
            who.negated != _is_negated(parse, verb, objects),
            who.planned or _is_planned(parse, verb),
            who.reported or _is_reported(parse, verb),
            parse.tags[verb] in _PRESENT and not _auxiliaries(parse, verb),
            verb_lemma(parse, verb) in DIRECTING
            and any(parse.deps[t] in ("xcomp", "ccomp") and _is_infinitive(parse, t) for t in parse.children[verb]),
        )


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


def subject(parse: Parse, verb: int, depth: int = 0) -> Who:
    """Return who does what a verb says, or has it done to them, by the clauses around it."""
    own = parse.child(verb, *_SUBJECTS)
    dep, head = parse.deps[verb], parse.heads[verb]
    passive = _is_passive(parse, verb)
    if own is not None:
        passive = passive or parse.deps[own] == "nsubjpass"
        if parse.words[own].lower() in _RELATIVE and dep in ("relcl", "acl"):
            own = head
        return _directed(parse, verb, Who(own, passive))
    if head == verb or depth >= _DEEPEST:
        return Who()
    if dep == "conj" and parse.tags[head].startswith("VB"):
        return _joined(parse, verb, head, depth)
    if dep == "xcomp":
        return _controlled(parse, verb, head, depth)
    if dep == "acl":
        return _of_noun(parse, verb, head, depth)
    if dep == "relcl":
        return Who(None, passive)
    return _participle(parse, verb, depth)


def _joined(parse: Parse, verb: int, head: int, depth: int) -> Who:
    """The subject of a verb that a conjunction joins to another."""
    who = subject(parse, head, depth + 1)
    tag = parse.tags[verb]
    passive = _is_passive(parse, verb) or (
        who.acted_upon and tag in ("VBN", "VBD") and parse.child(verb, "dobj", "aux", "auxpass") is None
    )
    if parse.deps[head] == "acl" and tag != parse.tags[head] and parse.tags[head] in ("VBG", "VBN"):
        return Who()
    shares = tag == "VB" or (tag == parse.tags[head] and not _auxiliaries(parse, verb))
    planned = who.planned or (shares and _has_modal(parse, head))
    negated = who.negated or (
        shares and tag == "VB" and _is_negated(parse, head, ()) and _joins(parse, head) in ("or", "nor")
    )
    return replace(who, acted_upon=passive, planned=planned, negated=negated)


def _joins(parse: Parse, head: int) -> str:
    word = parse.child(head, "cc")
    return parse.words[word].lower() if word is not None else ""


def _controlled(parse: Parse, verb: int, head: int, depth: int) -> Who:
    """The subject of an infinitive or gerund, which the verb or adjective above it lends."""
    passive = _is_passive(parse, verb)
    if parse.tags[head].startswith("VB"):
        name, who = verb_lemma(parse, head), subject(parse, head, depth + 1)
        governor = head
    else:
        name, governor = parse.words[head].lower(), _verb_above(parse, head)
        who = subject(parse, governor, depth + 1) if governor is not None else Who()
    if governor is None or (name == "be" and governor == head):
        return Who()
    given = parse.child(head, "dobj", "dative")
    if given is None and name == "call":
        on = parse.child(head, "prep")
        given = parse.child(on, "pobj") if on is not None else None
    if given is not None and name in DIRECTING and not who.acted_upon:
        who = replace(who, token=given)
    elif name == "have" or (given is not None and name not in PLANNING | FAILING | DOING):
        return Who()
    gerund = parse.tags[verb] == "VBG" or (parse.tags[verb] != "VB" and name in DOING)
    return Who(
        who.token,
        passive,
        who.negated ^ _is_negated(parse, governor, ()) ^ (name in FAILING),
        who.planned
        or _has_modal(parse, governor)
        or (name not in DOING | FAILING | APPEARING and not gerund)
        or (name in PLANNING and name not in DOING | FAILING | APPEARING),
        who.reported or name in APPEARING or (name == "deny"),
        (*who.verbs, head),
    )


def _directed(parse: Parse, verb: int, who: Who) -> Who:
    """Flag what someone is told to do where a parser takes who is told for the subject: `ordered police to go`."""
    head = parse.heads[verb]
    if (
        parse.deps[verb] != "ccomp"
        or not parse.tags[head].startswith("VB")
        or not _is_infinitive(parse, verb)
    ):
        return who
    name = verb_lemma(parse, head)
    return replace(
        who,
        planned=name not in DOING,
        negated=name in FAILING or (_is_negated(parse, head, ()) and name in DOING),
        verbs=(head,),
    )


def _of_noun(parse: Parse, verb: int, noun: int, depth: int) -> Who:
    """The subject of a participle or infinitive that hangs on a noun."""
    tag = parse.tags[verb]
    if tag == "VBN" and not _auxiliaries(parse, verb):
        # A sentence without another verb: `The opposition called on …`, taken for a participle.
        whole = parse.heads[noun] == noun and parse.child(verb, "agent") is None
        return Who(noun, not (whole and parse.child(verb, "dobj", "xcomp", "prep", "ccomp") is not None))
    if tag == "VBG":
        return Who(noun, False)
    name = singular_plan(parse.words[noun])
    above = _verb_above(parse, noun)
    if not _is_infinitive(parse, verb) or name not in PLANS or above is None or above == verb:
        return Who()
    owner = parse.child(noun, "poss")
    who = Who(owner) if owner is not None else subject(parse, above, depth + 1)
    if who.token == noun:
        return Who()
    negated = name in ("refusal", "failure") or (who.negated and owner is None)
    return Who(who.token, _is_passive(parse, verb), negated, name != "failure", who.reported, (above,))


def singular_plan(word: str) -> str:
    """Return a noun for a plan in the singular."""
    word = word.lower()
    return word[:-1] if word.endswith("s") else word


def _participle(parse: Parse, verb: int, depth: int) -> Who:
    """The subject of a participle beside its clause: `…, killing two`; `after attacking the town`."""
    dep, head = parse.deps[verb], parse.heads[verb]
    if parse.tags[verb] != "VBG" or _is_passive(parse, verb):
        return Who()
    negated = False
    if dep == "pcomp":
        word = parse.words[head].lower()
        negated = word == "without"
        if word not in ("after", "by", "since", "without", "while", "in") or parse.heads[head] == head:
            return Who()
        head = parse.heads[head]
    elif dep != "advcl":
        return Who()
    if not is_verb(parse, head):
        return Who()
    who = subject(parse, head, depth + 1)
    planned = who.planned or _has_modal(parse, head)
    return Who(who.token, False, negated, planned, who.reported, (*who.verbs, head))


def _verb_above(parse: Parse, token: int) -> int | None:
    for _ in range(_DEEPEST):
        above = parse.heads[token]
        if above == token:
            return None
        if parse.tags[above].startswith("VB"):
            return above
        token = above
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
                if parse.deps[below] == "ccomp" and _is_infinitive(parse, below)
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
        parse.deps[t] in ("dobj", "ccomp", "xcomp") and parse.words[t].lower() not in _RELATIVE
        for t in parse.children[verb]
    ) and not any(
        parse.deps[t] in ("prep", "advmod")
        and (parse.words[t].lower() in ("where", "when", "why") or parse.child(t, "pobj") is None)
        for t in parse.children[verb]
    )


def _auxiliaries(parse: Parse, verb: int) -> list[int]:
    return [t for t in parse.children[verb] if parse.deps[t] in ("aux", "auxpass") and t < verb]


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tags[t] == "TO" for t in _auxiliaries(parse, verb))


def _is_passive(parse: Parse, verb: int) -> bool:
    if parse.tags[verb] not in ("VBN", "VBD"):
        return False
    return parse.child(verb, "auxpass", "nsubjpass") is not None


def _has_modal(parse: Parse, verb: int) -> bool:
    return any(parse.tags[t] in _MODALS for t in _auxiliaries(parse, verb))


def _is_negated(parse: Parse, verb: int, objects: tuple[int, ...]) -> bool:
    below = parse.children[verb]
    if any(
        parse.deps[t] in ("neg", "advmod", "preconj", "aux") and parse.words[t].lower() in NEGATIONS
        for t in below
    ):
        return True
    if any(parse.words[t].lower() == "longer" and parse.words[t - 1].lower() == "no" for t in below if t):
        return True
    parties = [t for t in below if parse.deps[t] in _SUBJECTS] + list(objects)
    return any(
        parse.words[t].lower() in NO_ONE
        or any(
            parse.words[d].lower() in NO_ONE and parse.deps[d] in ("det", "neg", "preconj")
            for d in parse.children[t]
        )
        for t in parties
    )


def _is_planned(parse: Parse, verb: int) -> bool:
    """Whether a clause is to come, a condition, or asked, by its own words and those it hangs on."""
    if _has_modal(parse, verb):
        return True
    here = verb
    for _ in range(_DEEPEST):
        dep, head = parse.deps[here], parse.heads[here]
        marks = [parse.words[t].lower() for t in parse.children[here] if parse.deps[t] in ("mark", "advmod")]
        if dep in ("advcl", "ccomp", "pcomp") and any(mark in CONDITIONS for mark in marks):
            return True
        if head == here:
            break
        if (
            dep == "advcl"
            and _has_modal(parse, head)
            and parse.tags[here] in _PRESENT
            and not _auxiliaries(parse, here)
        ):
            return True
        if dep == "ccomp" and verb_lemma(parse, head) in (
            "hope",
            "want",
            "demand",
            "propose",
            "wish",
            "insist",
            "ensure",
        ):
            return parse.tags[here] in ("VB", "VBP", "VBZ")
        here = head
    root_words = parse.words[-3:]
    return here == verb and "?" in root_words


def _is_reported(parse: Parse, verb: int) -> bool:
    """Whether a clause is what someone says or thinks, by the verbs that it hangs on or that hang on it."""
    here = verb
    for _ in range(_DEEPEST):
        for below in parse.children[here]:
            word = parse.words[below].lower()
            if word in HEARSAY or word == "according":
                return True
            if parse.deps[below] == "parataxis" and verb_lemma(parse, below) in SAYING:
                return True
        dep, head = parse.deps[here], parse.heads[here]
        if head == here:
            return False
        if (
            dep in ("ccomp", "parataxis")
            and verb_lemma(parse, head) in SAYING
            and not _is_infinitive(parse, here)
        ):
            return True
        here = head
    return False
