"""Where an article is: the country, and the place in it, that most of what it names lies in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from copydesk.tasks.enrich.places_gazetteer import Gazetteer

_HALF = 0.5
_OPENING = 400
"""Characters of the body in which a place counts double: the lede says what the story is about."""


def main_place(
    known: Gazetteer, mentions: Iterable[tuple[int, int]], around: Sequence[int]
) -> tuple[str | None, int | None]:
    """Return the main country's code and the row of the main place; None where no country is named.

    `mentions` are the rows of the resolved mentions with where each starts, `around` the rows of what the
    dateline and the site's name mean. The main place is what the most lies in: from the country, the way
    goes into its state, the county, the town, as long as each holds half of all that the last holds.
    """
    weights: Counter[int] = Counter()
    for row, start in mentions:
        weights[row] += 2 if start < _OPENING else 1
    if weights:
        weights.update(around)
    totals: Counter[int] = Counter()
    parts: dict[int, dict[int, None]] = defaultdict(dict)
    for row, weight in weights.items():
        way = chain(known, row)
        for place, node in enumerate(way):
            totals[node] += weight
            parts[way[place - 1] if place else -1][node] = None
    if not parts:
        return None, None
    place = max(parts[-1], key=totals.__getitem__)
    country = place
    while inside := parts.get(place):
        largest = max(inside, key=totals.__getitem__)
        if totals[largest] < _HALF * totals[place]:
            break
        place = largest
    return known.country_code(country), place


def chain(known: Gazetteer, row: int) -> list[int]:
    """Return the country, state and county that a place lies in, and itself; nothing where none."""
    if known.country[row] < 0:
        return []
    way = [int(known.country[row]), int(known.state[row]), int(known.county[row]), row]
    return list(dict.fromkeys(part for part in way if part >= 0))
