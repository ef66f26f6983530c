"""What a sentence's verbs and nouns may attribute: a content, its source, the word that attributes it.

Everything that may be said by someone is listed here; what is in fact said, learnt weights decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from copydesk.tasks.enrich.parse_tree import RELATIVE
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.quotes_words import cue_stem, is_outlet

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A content that may be attributed: tokens of its sentence, ends inclusive; None where there is none."""

    kind: str
    """How the cue governs it: `clause`, `infinitive`, `object`, `aside`, `according`, `prep of` and so on."""
    cue: int
    source: int | None
    start: int
    end: int
    via: int | None = None


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that attributes, in its sentence, with whom to."""

    parse: Parse
    token: int
    source: int | None
    via: int | None


def clauses(parse: Parse) -> Iterator[Clause]:
    """Yield what a sentence may attribute, in the order of the words that attribute it."""
    for token in range(len(parse)):
        word = parse.words[token].lower()
        tag = parse.tags[token]
        if word in ("according", "per") or (
            word == "to" and parse.words[token - 1 : token] == ("according",)
        ):
            yield from _according(parse, token)
        elif tag.startswith("VB"):
            yield from _of_verb(parse, token)
        elif tag in ("NN", "NNS", "JJ", "JJR"):
            yield from _of_noun(parse, token)


def _of_verb(parse: Parse, verb: int) -> Iterator[Clause]:
    passive, by = _passive(parse, verb)
    via = carrier(parse, verb)
    cue = _Cue(parse, verb, subject(parse, verb), via)
    asked = False
    for child in parse.children[verb]:
        dep = parse.deps[child]
        if dep == "ccomp":
            yield from _span(cue, "clause", child)
            asked = True
        elif dep == "xcomp" and passive:
            yield from _span(_Cue(parse, verb, by, via), "passive", child)
        elif dep == "xcomp":
            to = any(parse.deps[below] == "aux" for below in parse.children[child])
            yield from _span(cue, "infinitive" if to else "complement", child)
        elif dep in ("dobj", "oprd", "attr", "dative") and not passive:
            yield from _span(cue, "object", child)
        elif dep == "prep":
            yield from _of_preposition(cue, child)
        elif dep == "advcl" and not asked and child > verb:
            yield from _span(cue, "adverbial", child)
    if passive and by is not None and cue.source is not None:
        yield from _span(_Cue(parse, verb, by, None), "passive by", cue.source)
    yield from _aside(cue)


def _of_preposition(cue: _Cue, preposition: int) -> Iterator[Clause]:
    parse, word = cue.parse, cue.parse.words[preposition].lower()
    below = parse.child(preposition, "pobj", "pcomp")
    if below is None:
        return
    if word == "as" and parse.deps[below] == "pcomp":
        # was quoted by the Telegraph as saying that
        for inner in _of_verb(parse, below):
            yield Clause(inner.kind, inner.cue, cue.source, inner.start, inner.end, cue.via)
    else:
        yield from _span(cue, f"prep {word}", below)


def _aside(cue: _Cue) -> Iterator[Clause]:
    """Yield the rest of a sentence that a clause such as `he said` is put into."""
    parse, verb = cue.parse, cue.token
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb or dep not in ("parataxis", "advcl", "ccomp", "relcl", "conj"):
        return
    if dep != "parataxis" and (cue.source is None or parse.child(verb, "ccomp", "dobj") is not None):
        return
    yield from _span(cue, f"aside {dep}", head, set(parse.subtree(verb)))


def _passive(parse: Parse, verb: int) -> tuple[bool, int | None]:
    """Return whether a verb is in the passive, and whom its `by` names."""
    agent = parse.child(verb, "agent")
    by = parse.child(agent, "pobj") if agent is not None else None
    return parse.child(verb, "nsubjpass", "auxpass") is not None, by


def carrier(parse: Parse, verb: int) -> int | None:
    """Return the outlet that carried what a verb attributes: `quoted by AFP as saying`, `told AFP`."""
    above = parse.heads[verb]
    if parse.deps[verb] == "pcomp" and parse.words[above].lower() == "as":
        verb = parse.heads[above]
    passive, by = _passive(parse, verb)
    return by if passive and by is not None else _told(parse, verb)


def _told(parse: Parse, verb: int) -> int | None:
    if parse.words[verb].lower() not in ("told", "tell", "tells", "telling"):
        return None
    told = parse.child(verb, "dobj", "dative")
    return told if told is not None and is_outlet(name_words(parse, told)) else None


def name_words(parse: Parse, token: int) -> str:
    """Return a noun with the capitalised words and possessives before it, as text."""
    words = [
        t
        for t in parse.subtree(token)
        if t <= token and parse.deps[t] in ("compound", "nmod", "amod", "poss", "det", "case")
    ]
    return " ".join(parse.words[t] for t in sorted({*words, token}))


def _according(parse: Parse, token: int) -> Iterator[Clause]:
    to = parse.child(token, "prep") if parse.words[token].lower() == "according" else token
    named = parse.child(to if to is not None else token, "pobj", "pcomp")
    if named is None:
        named = parse.child(token, "pobj", "pcomp")
    if named is None or (parse.words[token].lower() == "to" and parse.heads[token] == token - 1):
        return
    via = named if is_outlet(name_words(parse, named)) else None
    head = parse.heads[token]
    # The clause that it belongs to, not the noun that it happens to hang from.
    while not parse.tags[head].startswith("VB") and parse.heads[head] != head:
        head = parse.heads[head]
    yield from _span(_Cue(parse, token, named, via), "according", head, set(parse.subtree(token)))


def _of_noun(parse: Parse, noun: int) -> Iterator[Clause]:
    owner = parse.child(noun, "poss")
    head = parse.heads[noun]
    if owner is None and parse.deps[noun] in ("dobj", "attr", "acomp", "pobj") and head != noun:
        owner = subject(parse, head if parse.tags[head].startswith("VB") else parse.heads[head])
    cue = _Cue(parse, noun, owner, None)
    for child in parse.children[noun]:
        dep = parse.deps[child]
        if dep in ("acl", "ccomp", "xcomp"):
            yield from _span(cue, f"noun {dep}", child)
        elif dep == "prep" and owner is not None:
            below = parse.child(child, "pobj", "pcomp")
            if below is not None:
                yield from _span(cue, f"noun {parse.words[child].lower()}", below)


def _span(cue: _Cue, kind: str, top: int, without: Set[int] = frozenset()) -> Iterator[Clause]:
    """Yield the longest run of the words below `top` that are not the cue's own clause."""
    parse, source = cue.parse, cue.source
    words = [t for t in parse.subtree(top) if t != cue.token and t not in without]
    if source is not None and kind.startswith(("aside", "according")):
        own = set(parse.subtree(source))
        words = [t for t in words if t not in own]
    runs: list[list[int]] = []
    for token in words:
        if runs and token == runs[-1][-1] + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    if not runs:
        return
    run = max(runs, key=len)
    while run and (
        parse.tags[run[0]] in (",", ":", ".", "HYPH", "''", "CC")
        or (parse.words[run[0]].lower() == "that" and parse.deps[run[0]] == "mark")
    ):
        run = run[1:]
    while run and parse.tags[run[-1]] in (",", ":", ".", "``", "CC", "_SP"):
        run = run[:-1]
    if len(run) > 1 and run[0] == top and parse.words[top].lower() in ("is", "are", "was", "were"):
        # what she says is a boost
        run = run[1:]
    if run:
        yield Clause(kind, cue.token, source, run[0], run[-1], cue.via)


def subject(parse: Parse, verb: int) -> int | None:
    """Return who does what a verb says, looked for in the clauses around it."""
    here = verb
    if (
        parse.tags[verb] == "VBG"
        and parse.deps[verb] in ("acl", "advcl", "pcomp")
        and verb
        and parse.tags[verb - 1] == "NNP"
    ):
        # despite Ada Weber declaring that
        return verb - 1
    for _ in range(5):
        found = parse.child(here, *_SUBJECTS)
        if found is not None:
            if parse.words[found].lower() in RELATIVE and parse.deps[here] in ("relcl", "ccomp", "acl"):
                return parse.heads[here]
            return found
        dep, head = parse.deps[here], parse.heads[here]
        if dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp") and head != here:
            here = head
        elif dep in ("acl", "relcl"):
            return head
        else:
            return None
    return None


def features(parse: Parse, clause: Clause) -> tuple[str, ...]:
    """Return what the weights judge a clause by, as names."""
    cue, source = clause.cue, clause.source
    stem = cue_stem(parse.words[cue])
    kind, length = clause.kind, clause.end - clause.start + 1
    first = parse.words[clause.start].lower()
    who = "none" if source is None else _source_kind(parse, source)
    size = "1" if length == 1 else "2" if length < 4 else "4" if length < 8 else "8" if length < 20 else "20"
    below = parse.children[cue]
    top = next(
        (t for t in range(clause.start, clause.end + 1) if not clause.start <= parse.heads[t] <= clause.end),
        clause.start,
    )
    marks = [
        f"cue {stem}",
        f"kind {kind}",
        f"{kind} cue {stem}",
        f"who {who}",
        f"{kind} {who}",
        f"size {size}",
        f"{kind} {size}",
        f"first {first}" if first in _FIRST else "first other",
        f"tag {parse.tags[cue]}",
        f"{kind} {parse.tags[cue]}",
        f"dep {parse.deps[cue]}",
        f"top {parse.tags[top]}",
        f"{kind} top {parse.tags[top]}",
        f"after {clause.start > cue}",
        f"source word {parse.words[source].lower()}" if source is not None else "no source",
        f"cue {stem} {who}",
    ]
    if any(parse.words[t].lower() in _NEGATIONS for t in below):
        marks.append("negated")
    marks += [f"aux {parse.words[t].lower()}" for t in below if parse.deps[t] in ("aux", "auxpass")]
    marks += [f"mark {parse.words[t].lower()}" for t in below if parse.deps[t] == "mark"]
    if any(parse.words[t] in '“"”' for t in range(clause.start, clause.end + 1)):
        marks.append("quoted inside")
    if parse.child(top, "nsubj", "nsubjpass") is not None:
        marks.append(f"{kind} with subject")
    return tuple(marks)


_FIRST_WORDS = (
    "to that if whether what how why who when where it he she they the a an this his her their for on as"
    " about in because of being"
)
_FIRST = frozenset((*_FIRST_WORDS.split(), "“", '"'))


def _source_kind(parse: Parse, source: int) -> str:
    tag, word = parse.tags[source], parse.words[source].lower()
    if tag == "PRP":
        return word if word in ("it", "you", "i", "we", "he", "she", "they") else "pronoun"
    if tag.startswith("NNP"):
        return "name"
    return tag if tag in ("NN", "NNS", "WP", "WDT", "DT", "EX") else "other"
