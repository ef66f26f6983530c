"""What the sightings of a line prove: that it is its site's, and belongs to no article.

A line is never struck that stood inside running text where its site first showed it, such as a refrain or the
standing head of a column. Of the others, two kinds are:

- struck elsewhere: the labeller itself struck it in two articles, and kept it inside running text in no more;
- at the edge: it stood in at least half of the site's articles, always before or behind the running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from copydesk.tasks.article import KEPT_LABELS, LABELS
from copydesk.tasks.clean.site_lines import INNER, STRUCK, TAIL, Sightings
from copydesk.tasks.clean.site_memory import groups

ARTICLES = 3
"""Distinct bodies that a line must have stood with."""
STRUCK_IN, KEPT_IN = 2, 2
AT_EDGE_IN, SHARE = 5, 0.5
_SAMPLE = 8
_SAME_BODY = 4
"""Of the eight numbers of a sketch: so many are equal where half of the sentences are."""
_NOT_THE_SITES = KEPT_LABELS | {"headline", "standfirst"}


Lines = npt.NDArray[np.uint64]
Spans = Mapping[int, tuple[int, int]]
"""Where the sightings of each recurring line stand among the rows."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A line that is its site's."""

    line: int
    """As `site_lines.line_hash` gives it."""
    label: str
    articles: int
    """How many articles are remembered that it stood on."""
    inside: bool
    """Whether it may be struck inside running text too."""


def prove(rows: Sightings, lines: Lines) -> Iterator[Proof]:
    """Yield the proofs that the sightings give for any of `lines`, in order.

    `rows` are as from `site_memory.merge`.
    """
    if not len(rows):
        return
    starts, _ = groups(rows["line"])
    stops = np.append(starts[1:], len(rows))
    recurring = stops - starts >= ARTICLES
    spans = dict(
        zip(
            rows["line"][starts[recurring]].tolist(),
            zip(starts[recurring].tolist(), stops[recurring].tolist(), strict=True),
            strict=True,
        )
    )
    sample = _samples(rows)
    for line in np.intersect1d(lines, rows["line"][starts[recurring]]).tolist():
        found = _judge(rows, spans, line, sample)
        if found:
            yield found


def _judge(rows: Sightings, spans: Spans, line: int, samples: Mapping[int, frozenset[int]]) -> Proof | None:
    own = rows[slice(*spans[line])]
    stood = [_place(rows, spans, row, set()) for row in own]
    if stood[_first(own)] == INNER or distinct_bodies(own) < ARTICLES:
        return None
    inner, struck = stood.count(INNER), [n for n, place in enumerate(stood) if place == STRUCK]
    elsewhere = inner <= len(struck) and distinct_bodies(own[struck]) >= STRUCK_IN
    sample = samples[int(own["site"][0])]
    share = len(sample.intersection(own["article"].tolist())) / len(sample)
    at_edge = not inner and distinct_bodies(own) >= AT_EDGE_IN and share >= SHARE
    if not elsewhere and not at_edge:
        return None
    inside = elsewhere and len(own) - len(struck) >= KEPT_IN
    return Proof(line, _label([LABELS[own["label"][n]] for n in struck]), len(own), inside)


def _place(rows: Sightings, spans: Spans, row: np.void, seen: set[int]) -> int:
    """Where a line stood, seen that what follows it may be the site's as well and no running text."""
    place, following = int(row["place"]), int(row["next"])
    if place != INNER or following not in spans or following in seen:
        return place
    behind = rows[slice(*spans[following])]
    here = np.flatnonzero(behind["article"] == row["article"])
    at = int(here[0]) if len(here) else _first(behind)
    return TAIL if _place(rows, spans, behind[at], seen | {following}) == TAIL else place


def _first(own: Sightings) -> int:
    return int(np.lexsort((own["article"], own["day"]))[0])


def distinct_bodies(own: Sightings) -> int:
    """Return how many of the articles' bodies are not nearly those of others among them."""
    sketch = own["sketch"]
    same = (sketch[:, None, :] == sketch[None, :, :]).sum(axis=2) >= _SAME_BODY
    group = np.arange(len(own))
    for _ in range(len(own)):
        group = np.where(same, group[None, :], len(own)).min(axis=1)
    return len(set(group.tolist()))


def _samples(rows: Sightings) -> dict[int, frozenset[int]]:
    """Return some articles of each site, at random: those with the lowest hashes."""
    pairs = np.unique(rows[["site", "article"]])
    starts, site = groups(pairs["site"])
    chosen = pairs[np.arange(len(pairs)) - starts[site] < _SAMPLE]
    bounds, _ = groups(chosen["site"])
    parts = np.split(chosen["article"], bounds[1:])
    return {int(chosen["site"][at]): frozenset(part.tolist()) for at, part in zip(bounds, parts, strict=True)}


def _label(struck: Sequence[str]) -> str:
    counts = Counter(label for label in struck if label not in _NOT_THE_SITES)
    return min(counts, key=lambda label: (-counts[label], label)) if counts else "other"
