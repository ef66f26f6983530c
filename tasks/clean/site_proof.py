"""What the sightings of a line prove: that it is its site's, and belongs to no article.

A line is never struck that stood inside running text where its site first showed it, such as a refrain or the
standing head of a column. Of the others, two kinds are:

- struck elsewhere: the labeller itself struck it in two articles, and kept it inside running text in no more;
- at the edge: it stood in at least half of the site's articles, always before or behind the running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from copydesk.tasks.article import KEPT_LABELS, LABELS
from copydesk.tasks.clean.site_lines import INNER, STRUCK, TAIL, Sightings
from copydesk.tasks.clean.site_memory import Flags, Integers, groups

ARTICLES = 3
"""Distinct bodies that a line must have stood with."""
STRUCK_IN, KEPT_IN = 2, 2
AT_EDGE_IN, SHARE = 5, 0.5
_SAMPLE = 8
_LONGEST_EDGE = 12
"""Lines that stand one behind the other before or behind the running text."""
_SAME_BODY = 4
"""Of the eight numbers of a sketch: so many are equal where half of the sentences are."""
_NOT_THE_SITES = KEPT_LABELS | {"headline", "standfirst"}


Lines = npt.NDArray[np.uint64]
Places = npt.NDArray[np.uint8]


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
    starts, group = groups(rows["line"])
    counts = np.diff(starts, append=len(rows))
    stood = _stood(rows, starts, counts >= ARTICLES)
    first = np.lexsort((rows["article"], rows["day"], group))[starts]
    inner, struck = (np.add.reduceat((stood == place).astype(int), starts) for place in (INNER, STRUCK))
    may = (inner <= struck) & ((struck >= STRUCK_IN) | ((inner == 0) & (counts >= AT_EDGE_IN)))
    may &= (counts >= ARTICLES) & (stood[first] != INNER) & np.isin(rows["line"][starts], lines)
    samples: dict[int, frozenset[int]] = {}
    for start, count in zip(starts[may].tolist(), counts[may].tolist(), strict=True):
        own = slice(start, start + count)
        site = int(rows["site"][start])
        if site not in samples:
            samples[site] = _sample(rows, site)
        if found := _judge(rows[own], stood[own], samples[site]):
            yield found


def _stood(rows: Sightings, starts: Integers, recurring: Flags) -> Places:
    """Where each line stood, seen that what follows it may be its site's as well and no running text."""
    stood = rows["place"].copy()
    lines = rows["line"][starts]
    order = np.argsort(lines)
    at = order[np.minimum(np.searchsorted(lines, rows["next"], sorter=order), len(lines) - 1)]
    known = np.flatnonzero((stood == INNER) & (lines[at] == rows["next"]) & recurring[at])
    # What follows in the same article, if that sighting is remembered, else where that line stood first.
    keys, wanted = _pair(rows["line"], rows["article"]), _pair(rows["next"][known], rows["article"][known])
    order = np.argsort(keys)
    here = order[np.minimum(np.searchsorted(keys, wanted, sorter=order), len(rows) - 1)]
    first = np.lexsort((rows["article"], rows["day"], groups(rows["line"])[1]))[starts]
    following = np.where(keys[here] == wanted, here, first[at[known]])
    for _ in range(_LONGEST_EDGE):
        stood[known[stood[following] == TAIL]] = TAIL
    return stood


def _pair(line: Lines, article: Lines) -> Lines:
    return line * np.uint64(0x9E3779B97F4A7C15) ^ article


def _judge(own: Sightings, stood: Places, sample: frozenset[int]) -> Proof | None:
    struck = stood == STRUCK
    bodies, struck_bodies = distinct_bodies(own), distinct_bodies(own[struck])
    share = len(sample.intersection(own["article"].tolist())) / len(sample)
    elsewhere = struck_bodies >= STRUCK_IN
    at_edge = bodies >= AT_EDGE_IN and share >= SHARE and not (stood == INNER).any()
    if bodies < ARTICLES or not (elsewhere or at_edge):
        return None
    inside = elsewhere and int((~struck).sum()) >= KEPT_IN
    return Proof(int(own["line"][0]), _label(own["label"][struck].tolist()), len(own), inside)


def _sample(rows: Sightings, site: int) -> frozenset[int]:
    """Return some articles of the site, at random: those with the lowest hashes."""
    start, stop = (np.searchsorted(rows["site"], np.uint64(site), side=side) for side in ("left", "right"))
    return frozenset(np.unique(rows["article"][start:stop])[:_SAMPLE].tolist())


def distinct_bodies(own: Sightings) -> int:
    """Return how many of the articles' bodies are not nearly those of others among them."""
    sketch = own["sketch"]
    same = (sketch[:, None, :] == sketch[None, :, :]).sum(axis=2) >= _SAME_BODY
    group = np.arange(len(own))
    for _ in range(len(own)):
        group = np.where(same, group[None, :], len(own)).min(axis=1)
    return len(set(group.tolist()))


def _label(struck: Sequence[int]) -> str:
    names = (LABELS[number] for number in struck)
    counts = Counter(name for name in names if name not in _NOT_THE_SITES)
    return min(counts, key=lambda label: (-counts[label], label)) if counts else "other"
