"""The names of an article that are to be resolved: its mentions by name, and what stands around the copy."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.places_gazetteer import KINDS, Gazetteer, folded, name_key
from copydesk.tasks.enrich.places_resolve import MOST_PLACES, Name
from copydesk.tasks.enrich.places_spans import Candidate

_COUNTY = re.compile(
    r"\b(?:county|counties|parish|borough|province|governorate|district|oblast|prefecture)$"
    r"|^(?:county|co|province of)\b"
)
_DATELINED = re.compile(r"(?:, [\w .]{2,30})? ?(?:—|–|--| - |\(|: |, [A-Z][a-z]{2,8}\.? \d)")
_HOLDS = frozenset({"state", "country", "county"})
_CONTAINER_MARKS = (", ", ",", " (", ", (")
_LIST_MARKS = (", ", " and ", " or ")
_LARGE = 300_000
_SHARE_OF_TOWN, _SHARE_IN_LIST = 0.1, 0.02
_NAME_WORD = re.compile(r"[^\W\d_]+")
# Words of newspapers' names that are towns somewhere.
_PAPER_WORDS = """
advertiser advocate bee bulletin chronicle citizen courier daily dispatch eagle echo enterprise examiner
express gazette globe guardian herald hindu independence independent inquirer journal leader ledger mail
mercury mirror monitor news observer online post press record reporter republic review sentinel standard
star sun telegram telegraph time times today tribune union voice week weekly world
"""
_PAPERS = frozenset(_PAPER_WORDS.split())
_SITE_WEIGHT, _DATELINE_WEIGHT = 1.0, 2.0


def names_of(
    article: Article, mentions: Sequence[Candidate], known: Gazetteer
) -> tuple[list[Name], list[int]]:
    """Return the names to resolve, and for each mention the place of its name among them (-1: not known).

    The dateline and the site's name add names that no mention has.
    """
    containers = _containers(article.body, mentions, known)
    keys = _keys(mentions, containers)
    counts: dict[tuple[int, tuple[int, ...]], list[Candidate]] = {}
    for mention, key in zip(mentions, keys, strict=True):
        if key:
            counts.setdefault(key, []).append(mention)
    names = [
        Name(
            number,
            1 + math.log(len(its)),
            _says_county(article.body, its[0]),
            _opens(article.body, its[0]),
            inside,
        )
        for (number, inside), its in counts.items()
    ]
    place_of = {key: place for place, key in enumerate(counts)}
    around = _around(article, known)
    names += [
        Name(n, weight, False, weight == _DATELINE_WEIGHT, ())
        for n, weight in around.items()
        if n not in {k[0] for k in counts}
    ]
    return names, [place_of[key] if key else -1 for key in keys]


def _containers(body: str, mentions: Sequence[Candidate], known: Gazetteer) -> list[tuple[int, ...]]:
    """Return for each mention the states, countries and counties that the mention behind its comma may be."""
    containers: list[tuple[int, ...]] = [()] * len(mentions)
    for place in range(len(mentions) - 1):
        mention, behind = mentions[place], mentions[place + 1]
        if min(mention.number, behind.number) >= 0 and body[mention.end : behind.start] in _CONTAINER_MARKS:
            rows = known.places(behind.number)[0][:MOST_PLACES].tolist()
            inside = tuple(row for row in rows if KINDS[known.kind[row]] in _HOLDS)
            if _believable(mention, inside, known, _listed(body, mentions, place)):
                containers[place] = inside
    return containers


def _listed(body: str, mentions: Sequence[Candidate], place: int) -> bool:
    """Whether a mention and the one behind it stand in a list of three (`Dallas, Ohio and Maine`)."""
    before = body[mentions[place - 1].end : mentions[place].start] if place else ""
    following = mentions[place + 2 : place + 3]
    behind = body[mentions[place + 1].end : following[0].start] if following else ""
    return before == ", " or behind in _LIST_MARKS


def _believable(mention: Candidate, inside: tuple[int, ...], known: Gazetteer, listed: bool) -> bool:
    """Whether a name may mean a place in one of `inside`: `Florida, New York` names two states.

    In a list, or where the name is a country's or a state's without a large town, the place must be large.
    """
    rows = known.places(mention.number)[0][:MOST_PLACES]
    kinds, people = known.kind[rows], known.population[rows].astype(float)
    town = people[kinds == KINDS.index("city")].max(initial=0) >= _SHARE_OF_TOWN * people[0]
    plain = kinds[0] == KINDS.index("country") or (kinds[0] == KINDS.index("state") and not town)
    if not plain and not (listed and people[0] >= _LARGE):
        return True
    within = np.any(
        [np.isin(part[rows], inside) for part in (known.state, known.county, known.country)], axis=0
    )
    return bool(people[within & ~np.isin(rows, inside)].max(initial=0) >= _SHARE_IN_LIST * people[0])


def _keys(
    mentions: Sequence[Candidate], containers: Sequence[tuple[int, ...]]
) -> list[tuple[int, tuple[int, ...]] | None]:
    """Return the name of each mention with what holds it; said once, it holds for all of the name."""
    said: dict[int, tuple[int, ...]] = {}
    for mention, inside in zip(mentions, containers, strict=True):
        if inside:
            said.setdefault(mention.number, inside)
    return [
        (mention.number, inside or said.get(mention.number, ())) if mention.number >= 0 else None
        for mention, inside in zip(mentions, containers, strict=True)
    ]


def _says_county(body: str, mention: Candidate) -> bool:
    return bool(_COUNTY.search(folded(body[mention.start : mention.end])))


def _opens(body: str, mention: Candidate) -> bool:
    """Whether a mention is the dateline's place: it opens the body, and a dash, date or agency follows."""
    return not mention.start and bool(_DATELINED.match(body, mention.end))


def _around(article: Article, known: Gazetteer) -> dict[int, float]:
    """Return the known names in the dateline and the site's name, with their weights."""
    weights: dict[int, float] = {}
    parts = [(part, _DATELINE_WEIGHT) for part in re.split(r"[,/]", article.dateline or "")[:3]]
    parts += [(part, _SITE_WEIGHT) for part in _of_site(article.site_name or "")]
    for number, (_, weight) in zip(known.find(name_key(part) for part, _ in parts), parts, strict=True):
        if number >= 0:
            weights[number] = max(weight, weights.get(number, 0))
    return weights


def _of_site(name: str) -> Iterable[str]:
    words = _NAME_WORD.findall(name)[:8]
    for first in range(len(words)):
        for last in range(first, min(first + 3, len(words))):
            stretch = words[first : last + 1]
            if stretch[0][0].isupper() and not _PAPERS.intersection(word.casefold() for word in stretch):
                yield " ".join(stretch)
