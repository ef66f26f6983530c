"""Who does what a verb says: its own subject, or the one that the clause around it lends."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.tasks.enrich.events_flags import (
    DEEPEST,
    SUBJECTS,
    auxiliaries,
    has_modal,
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    verb_lemma,
)
from copydesk.tasks.enrich.events_words import APPEARING, DIRECTING, DOING, FAILING, PLANNING, PLANS
from copydesk.tasks.enrich.parse_tree import RELATIVE
from copydesk.tasks.enrich.quotes_parse import Parse


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


def subject(parse: Parse, verb: int, depth: int = 0) -> Who:
    """Return who does what a verb says, or has it done to them, by the clauses around it."""
    own = parse.child(verb, *SUBJECTS)
    dep, head = parse.deps[verb], parse.heads[verb]
    passive = is_passive(parse, verb)
    if own is not None:
        passive = passive or parse.deps[own] == "nsubjpass"
        if parse.words[own].lower() in RELATIVE and dep in ("relcl", "acl"):
            own = head
        return _directed(parse, verb, Who(own, passive))
    if head == verb or depth >= DEEPEST:
        return Who()
    if dep == "relcl":
        return Who(None, passive)
    if dep == "conj" and not parse.tags[head].startswith("VB"):
        return Who()
    above = {"conj": _joined, "xcomp": _controlled, "acl": _of_noun}.get(dep, _participle)
    return above(parse, verb, head, depth)


def _joined(parse: Parse, verb: int, head: int, depth: int) -> Who:
    """The subject of a verb that a conjunction joins to another."""
    who = subject(parse, head, depth + 1)
    tag = parse.tags[verb]
    passive = is_passive(parse, verb) or (
        who.acted_upon and tag in ("VBN", "VBD") and parse.child(verb, "dobj", "aux", "auxpass") is None
    )
    if parse.deps[head] == "acl" and tag != parse.tags[head] and parse.tags[head] in ("VBG", "VBN"):
        return Who()
    shares = tag == "VB" or (tag == parse.tags[head] and not auxiliaries(parse, verb))
    planned = who.planned or (shares and has_modal(parse, head))
    negated = who.negated or (
        shares and tag == "VB" and is_negated(parse, head, ()) and _joins(parse, head) in ("or", "nor")
    )
    return replace(who, acted_upon=passive, planned=planned, negated=negated)


def _joins(parse: Parse, head: int) -> str:
    word = parse.child(head, "cc")
    return parse.words[word].lower() if word is not None else ""


def _controlled(parse: Parse, verb: int, head: int, depth: int) -> Who:
    """The subject of an infinitive or gerund, which the verb or adjective above it lends."""
    passive = is_passive(parse, verb)
    governor: int | None
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
        who.negated ^ is_negated(parse, governor, ()) ^ (name in FAILING),
        who.planned
        or has_modal(parse, governor)
        or (name not in DOING | FAILING | APPEARING and not gerund)
        or (name in PLANNING and name not in DOING | FAILING | APPEARING),
        who.reported or name in APPEARING or (name == "deny"),
        (*who.verbs, head),
    )


def _directed(parse: Parse, verb: int, who: Who) -> Who:
    """Flag what someone is told to do, where who is told is taken for the subject: `ordered police to go`."""
    head = parse.heads[verb]
    if parse.deps[verb] != "ccomp" or not parse.tags[head].startswith("VB") or not is_infinitive(parse, verb):
        return who
    name = verb_lemma(parse, head)
    return replace(
        who,
        planned=name not in DOING,
        negated=name in FAILING or (is_negated(parse, head, ()) and name in DOING),
        verbs=(head,),
    )


def _of_noun(parse: Parse, verb: int, noun: int, depth: int) -> Who:
    """The subject of a participle or infinitive that hangs on a noun."""
    tag = parse.tags[verb]
    if tag == "VBN" and not auxiliaries(parse, verb):
        # A sentence without another verb: `The opposition called on …`, taken for a participle.
        whole = parse.heads[noun] == noun and parse.child(verb, "agent") is None
        return Who(noun, not (whole and parse.child(verb, "dobj", "xcomp", "prep", "ccomp") is not None))
    if tag == "VBG":
        return Who(noun, False)
    name = singular_plan(parse.words[noun])
    above = _verb_above(parse, noun)
    if not is_infinitive(parse, verb) or name not in PLANS or above is None or above == verb:
        return Who()
    owner = parse.child(noun, "poss")
    who = Who(owner) if owner is not None else subject(parse, above, depth + 1)
    if who.token == noun:
        return Who()
    negated = name in ("refusal", "failure") or (who.negated and owner is None)
    return Who(who.token, is_passive(parse, verb), negated, name != "failure", who.reported, (above,))


def singular_plan(word: str) -> str:
    """Return a noun for a plan in the singular."""
    word = word.lower()
    return word[:-1] if word.endswith("s") else word


def _participle(parse: Parse, verb: int, head: int, depth: int) -> Who:
    """The subject of a participle beside its clause: `…, killing two`; `after attacking the town`."""
    dep = parse.deps[verb]
    if parse.tags[verb] != "VBG" or is_passive(parse, verb):
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
    planned = who.planned or has_modal(parse, head)
    return Who(who.token, False, negated, planned, who.reported, (*who.verbs, head))


def _verb_above(parse: Parse, token: int) -> int | None:
    for _ in range(DEEPEST):
        above = parse.heads[token]
        if above == token:
            return None
        if parse.tags[above].startswith("VB"):
            return above
        token = above
    return None
