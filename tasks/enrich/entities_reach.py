"""How far a name reaches: over the `of` within it, and over the article that explains it once.

A tagger reads words in their surroundings; these rules read the article. `(NIRF)` behind a body's name makes
`NIRF` that body in every sentence, and some bodies are known to all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from copydesk.tasks.enrich.entities_known import KNOWN_ORGANIZATIONS
from copydesk.tasks.enrich.entities_spans import Span, uncovered
from copydesk.tasks.enrich.entities_words import NOT_ALONE, ORGANIZATION_HEADS

_CAPITALS = r"[A-ZÀ-Ý][\w’'-]*(?:(?: (?:and|&|de|del|la|los|las|of|the|for)){0,2} [A-ZÀ-Ý][\w’'-]*){0,7}"
_OF = re.compile(rf" (?:of|for|de|del)(?: the| la| los| las)? (?={_CAPITALS})")
_OF_AT_END = re.compile(r" (?:of|for|de|del|and|in)(?: the| la| los| las)?$")
_CAPITALISED = re.compile(_CAPITALS)
_PLACE_HEADS = frozenset(
    {"Bay", "Cape", "City", "Emirate", "Governorate", "Gulf", "Isle", "Isthmus", "Kingdom", "Mount", "Port"}
    | {"Province", "Republic", "Sea", "State", "Strait"}
)
_BODY_HEADS = ORGANIZATION_HEADS | {"Government", "Embassy", "Consulate", "Community", "Kingdom"}
_ACRONYM = re.compile(r"\s?\(\s?(?P<letters>[A-Z][A-Za-z&-]{0,8}[A-Z])\s?\)")
_WORD = re.compile(r"[\w’'-]+")


def reaching(body: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans with names joined over `of`, and the organisations that the article or all know."""
    joined = _joined(body, spans)
    own = frozenset(_acronyms(body, joined))
    fronts = _fronts(KNOWN_ORGANIZATIONS) | {name: [name] for name in own}
    known = KNOWN_ORGANIZATIONS | own
    settled = [
        span._replace(label="organization") if body[span.start : span.end] in known else span
        for span in joined
    ]
    return sorted([*settled, *uncovered(settled, _named(body, fronts), "organization")])


@lru_cache(maxsize=8)
def _fronts(names: frozenset[str]) -> dict[str, list[str]]:
    """Return the names by their first word, longest first."""
    fronts: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for word in _WORD.findall(name)[:1]:
            fronts.setdefault(word, []).append(name)
    return fronts


def _joined(body: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            continue
        stretched = _stretched(body, span)
        if body[stretched.start : stretched.end] not in NOT_ALONE:
            joined.append(stretched)
    return joined


def _stretched(body: str, span: Span) -> Span:
    if span.label not in ("organization", "place"):
        return span
    text = body[span.start : span.end]
    stub = _OF_AT_END.search(text)
    end = span.start + stub.start() if stub else span.end
    last = body[span.start : end].rpartition(" ")[2]
    heads = _BODY_HEADS if span.label == "organization" else _PLACE_HEADS
    if (stub or last in heads) and (of := _OF.match(body, end)):
        behind = _CAPITALISED.match(body, of.end())
        if behind:
            return span._replace(end=behind.end())
    return span._replace(end=end)


def _acronyms(body: str, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the initials in parentheses behind an organisation's name."""
    for span in spans:
        if span.label == "organization" and " " in body[span.start : span.end]:
            found = _ACRONYM.match(body, span.end)
            if found and found["letters"][0] == body[span.start]:
                yield found["letters"]


def _named(body: str, fronts: dict[str, list[str]]) -> Iterator[tuple[int, int]]:
    """Yield where names, given by their first words, stand: at each word the longest."""
    for match in _WORD.finditer(body):
        for name in fronts.get(match[0], ()):
            end = match.start() + len(name)
            if body.startswith(name, match.start()) and not body[end : end + 1].isalnum():
                yield match.start(), end
                break
