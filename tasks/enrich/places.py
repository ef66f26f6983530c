"""The enrichment `places`: which places an English body names, and where the article is.

What the gazetteer, the entities and roads' forms make likely (`places_spans`) is weighed by what stands
around it (`places_features`, `places_recognise`); each name is resolved to GeoNames by what the article's
other names make likely (`places_resolve`). A people (`Syrian`) is its country. What is recognised and not
known keeps its country and state where the places around it settle them, and has no coordinates.
Reads `entities`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.places_features import Surroundings
from copydesk.tasks.enrich.places_gazetteer import KINDS, Gazetteer, gazetteer
from copydesk.tasks.enrich.places_main import chain, main_place
from copydesk.tasks.enrich.places_names import names_of
from copydesk.tasks.enrich.places_recognise import chosen, weights
from copydesk.tasks.enrich.places_resolve import MOST_NAMES, Choice, Name
from copydesk.tasks.enrich.places_spans import Candidate, candidates, words_of
from copydesk.tasks.mention import Place

LANGUAGES = frozenset({"en"})
LONGEST_BODY = 200_000
"""Characters in which places are sought; no article is as long."""

_FEW, _SMALL = 3, 20_000
_WATER = re.compile(
    r"\b(?:River|Lake|Creek|Bay|Sea|Ocean|Canal|Strait|Sound|Reservoir|Pond|Harbou?r|Gulf|Falls)\b"
)
_REGION = re.compile(
    r"\b(?:Valley|Mountains?|Hills|Forest|Wilderness|Peninsula|Island|Islands|Region|Coast|Delta)\b"
)
_COUNTY = re.compile(r"\b(?:County|Parish)$")
_FACILITY = re.compile(
    r"(?:\b(?:Street|St|Road|Rd|Avenue|Ave|Drive|Boulevard|Lane|Parkway|Highway|Interstate|Route|Park|Airport|Bridge|Square"
    r"|Stadium|Mall|Cent(?:er|re)|Hospital|School|Church|Building|Cemetery|Station|Base|Camp|Prison|Hotel|Tower)\b|\d)"
)
_KINDS = (("water", _WATER), ("county", _COUNTY), ("region", _REGION), ("facility", _FACILITY))
_BREAK = re.compile(r"[.!?][\"”]?\s+[A-Z]|\n")
# Domains of countries that the world registers under.
_WORLDLY = frozenset(
    {"co", "io", "tv", "me", "ai", "fm", "ly", "cc", "ws", "to", "gg", "im", "la", "eu", "st", "am"}
)


def places(article: Article) -> dict[str, object]:
    """Return `places`, in order, none overlapping, and main_country, main_place and main_place_id.

    All are None where the language is not covered.
    """
    if language_to_read(article) not in LANGUAGES:
        return {"places": None, "main_country": None, "main_place": None, "main_place_id": None}
    known = gazetteer()
    mentions = recognised(article, known)
    names, name_of = names_of(article, mentions, known)
    rows = resolved(names, known, home(article, known))
    doubtful = {row for row, name in zip(rows, names, strict=True) if len(known.places(name.number)[0]) > 1}
    row_of = believed([rows[name] if name >= 0 else -1 for name in name_of], doubtful, known)
    named = [(row, mention.start) for row, mention in zip(row_of, mentions, strict=True) if row >= 0]
    around = [row for place, row in enumerate(rows) if place not in set(name_of)]
    country, main = main_place(known, named, around)
    return {
        "places": tuple(_places(article.body, mentions, row_of, main, known)),
        "main_country": country,
        "main_place": known.name(main) if main is not None else None,
        "main_place_id": int(known.geonames_id[main]) or None if main is not None else None,
    }


def recognised(article: Article, known: Gazetteer) -> list[Candidate]:
    """Return what of the body names a place."""
    body = article.body[:LONGEST_BODY]
    found = tuple(entity for entity in article.entities or () if entity.end <= len(body))
    words = words_of(body)
    if not words.forms:
        return []
    possible = candidates(body, words, known, found)
    around = Surroundings(body, words, found)
    learned = weights()
    return chosen(possible, [learned.likely(around.features(one, known)) for one in possible])


def resolved(names: Sequence[Name], known: Gazetteer, home_row: int) -> list[int]:
    """Return for each name the row of the place that it means."""
    rows: list[int] = []
    for first in range(0, len(names), MOST_NAMES):
        choice = Choice(names[first : first + MOST_NAMES], known, home_row)
        likely = choice.resolve(weights().alone, weights().together)
        ends = [*choice.firsts[1:], len(choice.rows)]
        for start, end in zip(choice.firsts, ends, strict=True):
            rows.append(int(choice.rows[start + np.argmax(likely[start:end])]))
    return rows


def believed(row_of: Sequence[int], doubtful: set[int], known: Gazetteer) -> list[int]:
    """Return the rows of the mentions, -1 for a small one of those in doubt in whose state nothing else is.

    Of these, five in six are another place of the name, which the table lacks, or none.
    """
    rows = {row for row in row_of if row >= 0}
    if len(rows) < _FEW:
        return list(row_of)
    states = Counter(int(known.state[row]) for row in rows)
    lonely = {
        row
        for row in rows & doubtful
        if KINDS[known.kind[row]] in {"city", "county"}
        and known.population[row] < _SMALL
        and states[int(known.state[row])] == 1
    }
    return [-1 if row in lonely else row for row in row_of]


def home(article: Article, known: Gazetteer) -> int:
    """Return the row of the country whose domain the source has; -1 where it has none of a country."""
    domain = (article.source or "").rpartition(".")[2].lower()
    if len(domain) != 2 or domain in _WORLDLY:
        return -1
    return known.country_row("GB" if domain == "uk" else domain.upper())


def _places(
    body: str, mentions: Sequence[Candidate], row_of: Sequence[int], main: int | None, known: Gazetteer
) -> Iterator[Place]:
    for place, (mention, row) in enumerate(zip(mentions, row_of, strict=True)):
        start, end = mention.start, mention.end
        text = body[start:end]
        if row < 0:
            yield _unknown(start, text, _beside(body, mentions, row_of, place, main), known)
            continue
        state = int(known.state[row])
        yield Place(
            start,
            end,
            text,
            known.name(row),
            known.country_code(row),
            known.name(state) if state >= 0 else None,
            round(float(known.latitude[row]), 4),
            round(float(known.longitude[row]), 4),
            int(known.geonames_id[row]) or None,
            KINDS[known.kind[row]],
        )


def _beside(
    body: str, mentions: Sequence[Candidate], row_of: Sequence[int], place: int, main: int | None
) -> int:
    """Return the row of the sentence's nearest resolved place, else of the main one; -1 for none."""
    mention = mentions[place]
    near = [
        (abs(other.start - mention.start), row)
        for other, row in zip(
            mentions[max(0, place - 3) : place + 4], row_of[max(0, place - 3) : place + 4], strict=True
        )
        if row >= 0 and not _BREAK.search(body, min(other.end, mention.end), max(other.start, mention.start))
    ]
    return min(near)[1] if near else -1 if main is None else main


def _unknown(start: int, text: str, beside: int, known: Gazetteer) -> Place:
    way = chain(known, beside) if beside >= 0 else []
    state = int(known.state[beside]) if beside >= 0 else -1
    return Place(
        start,
        start + len(text),
        text,
        None,
        known.country_code(beside) if way else None,
        known.name(state) if state >= 0 else None,
        None,
        None,
        None,
        _kind(text),
    )


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "other")
