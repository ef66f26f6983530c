"""What the words around a verb say of it: passive, in the present, negated, planned, reported."""

from __future__ import annotations

from copydesk.tasks.enrich.events_lemmas import lemma
from copydesk.tasks.enrich.events_words import CONDITIONS, HEARSAY, NEGATIONS, NO_ONE, SAYING
from copydesk.tasks.enrich.quotes_parse import Parse

SUBJECTS = ("nsubj", "nsubjpass")
DEEPEST = 12
"""Clauses that are climbed for a subject or a flag; a parse gone wrong may be deeper."""
_MODALS = frozenset(("MD",))
_PRESENT = frozenset(("VBZ", "VBP"))

_REPORTS = frozenset(
    ("report", "reports", "claim", "claims", "allegation", "allegations", "rumours", "rumors", "suspicions")
)


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


def auxiliaries(parse: Parse, verb: int) -> list[int]:
    """Return a verb's auxiliaries, in order."""
    return [t for t in parse.children[verb] if parse.deps[t] in ("aux", "auxpass") and t < verb]


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Whether a verb stands with `to`."""
    return any(parse.tags[t] == "TO" for t in auxiliaries(parse, verb))


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is in the passive by its own words."""
    if parse.tags[verb] not in ("VBN", "VBD"):
        return False
    return parse.child(verb, "auxpass", "nsubjpass") is not None


def is_present(parse: Parse, verb: int) -> bool:
    """Whether a verb is in the simple present: `signs`, `is signed`."""
    tags = [parse.tags[t] for t in auxiliaries(parse, verb)]
    if parse.tags[verb] == "VBN":
        return len(tags) == 1 and tags[0] in _PRESENT and is_passive(parse, verb)
    return parse.tags[verb] in _PRESENT and not tags


def has_modal(parse: Parse, verb: int) -> bool:
    """Whether a verb stands with `will`, `may` and the like."""
    return any(parse.tags[t] in _MODALS for t in auxiliaries(parse, verb))


def is_negated(parse: Parse, verb: int, objects: tuple[int, ...]) -> bool:
    """Whether a verb, its subject or one of its `objects` is negated."""
    below = parse.children[verb]
    if any(
        parse.deps[t] in ("neg", "advmod", "preconj", "aux")
        and parse.words[t].lower() in NEGATIONS
        and parse.words[t + 1 : t + 2] not in (("only",), ("just",), ("merely",))
        for t in below
    ):
        return True
    if any(parse.words[t].lower() == "longer" and parse.words[t - 1].lower() == "no" for t in below if t):
        return True
    parties = [t for t in below if parse.deps[t] in SUBJECTS] + list(objects)
    return any(
        parse.words[t].lower() in NO_ONE
        or any(
            parse.words[d].lower() in NO_ONE and parse.deps[d] in ("det", "neg", "preconj")
            for d in parse.children[t]
        )
        for t in parties
    )


def is_planned(parse: Parse, verb: int) -> bool:
    """Whether a clause is to come, a condition, or asked, by its own words and those it hangs on."""
    if has_modal(parse, verb):
        return True
    here = verb
    for _ in range(DEEPEST):
        dep, head = parse.deps[here], parse.heads[here]
        marks = [parse.words[t].lower() for t in parse.children[here] if parse.deps[t] in ("mark", "advmod")]
        if dep in ("advcl", "ccomp", "pcomp") and any(mark in CONDITIONS for mark in marks):
            return True
        if head == here:
            break
        if (
            dep == "advcl"
            and has_modal(parse, head)
            and parse.tags[here] in _PRESENT
            and not auxiliaries(parse, here)
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
    return here == verb and "?" in parse.words[-3:] and not parse.tags[0].startswith("W")


def is_reported(parse: Parse, verb: int) -> bool:
    """Whether a clause is what someone says or thinks, by the verbs that it hangs on or that hang on it."""
    here = verb
    for _ in range(DEEPEST):
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
            and not is_infinitive(parse, here)
        ):
            return True
        if dep in ("ccomp", "acl") and parse.words[head].lower() in _REPORTS:
            return True
        here = head
    return False
