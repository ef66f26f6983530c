"""Who a token of a sentence is: an entity by its fullest name, whom a pronoun means, or its own phrase."""

from __future__ import annotations

import re

from copydesk.tasks.enrich.events_cast import Cast, Party, meant
from copydesk.tasks.enrich.events_nouns import ANYONE, EMPTY, FAMILY, MASSES, TIMES, is_role, singular
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.sentences import ParsedSentence
from copydesk.tasks.mention import EntityMention

_ACTING = frozenset(("person", "organization", "place", "group", "facility"))
_BEFORE = frozenset(
    (
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "case",
        "punct",
        "predet",
        "advmod",
        "npadvmod",
    )
)
_LONGEST = 9
"""Words of a phrase."""
_ARTICLE = re.compile(
    r"^(?:(?:the|a|an|at least|at most|more than|about|around|some|up to|nearly|almost|whose|only)\s+"
    r"(?!of\b))+",
    re.IGNORECASE,
)
_ADJECTIVAL = frozenset(("JJ", "JJS", "DT", "VBG"))
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "$")) | _ADJECTIVAL


def party(cast: Cast, sentence: ParsedSentence, token: int) -> Party | None:
    """Return who a token of a sentence is; None where it is nobody that can be told, a time, or nothing."""
    parse = sentence.parse
    if sentence.stands_in(token):
        return None
    if parse.tags[token] in ("PRP", "PRP$"):
        return meant(cast, sentence, token, parse.words[token].lower())
    if parse.tags[token] not in _NOMINAL:
        return None
    entity = _named(cast, sentence, token)
    if entity is not None and not (entity.label == "group" and _is_counted(parse, token)):
        return Party(entity.canonical, entity.canonical, entity.label in _ACTING)
    head = _counted(parse, token)
    noun = parse.words[head].lower()
    name = _phrase(cast, sentence, token)
    if (
        _tells_nothing(parse, token, head)
        or name.lower().startswith("your ")
        or (len(name) == 1 and name.islower())
    ):
        return None
    known = entity is not None or is_role(noun) or _is_name(sentence, head)
    return Party(name, None, known, singular(noun) in ANYONE and not _is_definite(parse, token))


def _tells_nothing(parse: Parse, token: int, head: int) -> bool:
    """Whether a phrase names nobody and nothing: a time, a figure of speech, a pronoun, a lone mark."""
    noun, tag = parse.words[head].lower(), parse.tags[head]
    return (
        singular(noun) in TIMES
        or noun in EMPTY
        or tag.startswith("PRP")
        or (tag in _ADJECTIVAL and head == token and not is_role(noun))
        or (tag != "CD" and not any(map(str.isalpha, noun)))
    )


def _is_definite(parse: Parse, token: int) -> bool:
    """Whether a noun's words say which, or how many."""
    return any(
        parse.deps[t] in ("poss", "nummod")
        or parse.tags[t].startswith("NNP")
        or parse.words[t].lower() in ("the", "this", "that", "these", "those")
        for t in parse.children[token]
    )


def _is_counted(parse: Parse, token: int) -> bool:
    """Whether some of a group are meant, not the group: `four Palestinians`, `a German`."""
    return any(
        parse.deps[t] == "nummod" or parse.words[t].lower() in ("a", "an", "some", "several", "many", "no")
        for t in parse.children[token]
    )


def _named(cast: Cast, sentence: ParsedSentence, token: int) -> EntityMention | None:
    """Return the entity that a noun is, by itself or by the name beside it: `the minister, Tom Reed`."""
    parse = sentence.parse
    found = cast.entity_at(sentence.at(token), sentence.end_of(token))
    if found is not None:
        return _possessed(found, sentence, token)
    for below in parse.children[token]:
        near = parse.deps[below] == "appos" or (below == token + 1 and parse.tags[below].startswith("NNP"))
        if near and parse.tags[below].startswith("NNP") and is_role(parse.words[token]):
            found = cast.entity_at(sentence.at(below), sentence.end_of(below))
            if found is not None and found.label in ("person", "organization"):
                return _relative(parse, token, found)
    return None


def _relative(parse: Parse, token: int, found: EntityMention) -> EntityMention | None:
    """Return nothing for one of a family whom the name that it shares was taken for: `her son, Novak`."""
    own = found.text.split(" ")[0] == found.canonical.split(" ")[0]
    return found if own or singular(parse.words[token]) not in FAMILY else None


def _possessed(found: EntityMention, sentence: ParsedSentence, token: int) -> EntityMention | None:
    """Return nothing for a name that only tells which: `Volkswagen plants`, `Nobel prize`."""
    parse = sentence.parse
    after = token + 1
    if (
        after < len(parse)
        and parse.deps[token] in ("compound", "nmod", "amod")
        and parse.heads[token] > token
    ):
        return None
    return found


def _is_name(sentence: ParsedSentence, token: int) -> bool:
    """Whether a capitalised noun is a name that the entities lack."""
    parse = sentence.parse
    return (
        parse.tags[token].startswith("NNP")
        and token > 0
        and parse.words[token][:1].isupper()
        and parse.words[token].isalpha()
    )


def _counted(parse: Parse, token: int) -> int:
    """Return the noun that a word of number or mass counts: `thousands of protesters`."""
    for _ in range(3):
        word = parse.words[token].lower()
        if singular(word) not in MASSES and parse.tags[token] != "CD":
            return token
        of = next((t for t in parse.children[token] if parse.words[t].lower() == "of"), None)
        below = parse.child(of, "pobj") if of is not None else None
        if below is None:
            return token
        token = below
    return token


def _phrase(cast: Cast, sentence: ParsedSentence, token: int) -> str:
    """Return a noun's phrase without its article: the words before it, and what `of` adds."""
    parse = sentence.parse
    first = token
    below = set(parse.subtree(token))
    while (
        first
        and first - 1 in below
        and token - first < _LONGEST
        and (parse.deps[first - 1] in _BEFORE or parse.heads[first - 1] in range(first, token + 1))
    ):
        first -= 1
    while first < token and parse.deps[first] in ("punct", "case", "cc"):
        first += 1
    last = token
    of = next(
        (t for t in parse.children[token] if t == token + 1 and parse.words[t].lower() in ("of", "in")), None
    )
    if of is not None and (parse.words[of].lower() == "of"):
        through = max(t for t in parse.subtree(of) if _reaches(parse, t, of))
        if of < through < token + _LONGEST:
            last = through
    text = cast.article.body[sentence.at(first) : sentence.end_of(last)]
    text = " ".join(text.split()).strip(" ,;:“”\"'‘’")
    return _ARTICLE.sub("", text) or text


def _reaches(parse: Parse, token: int, of: int) -> bool:
    """Whether a word belongs to what `of` adds, and not to a clause or list behind it."""
    for _ in range(6):
        if token == of:
            return True
        if parse.deps[token] not in ("pobj", *_BEFORE, "prep") or (
            parse.deps[token] == "prep" and parse.words[token].lower() != "of"
        ):
            return False
        token = parse.heads[token]
    return False
