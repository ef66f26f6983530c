"""The memory of sites: sightings of lines, merged from run to run and kept within bounds.

What stays is chosen by what was seen, never by when or in which order: the same articles give the same memory
however they come, and an article that is seen again adds nothing.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from copydesk.tasks.clean.site_lines import NO_ARTICLE, UNKNOWN_DAY, Sightings

BUCKETS = 16
"""Sites are worked on in so many parts, by the first bits of their hashes, to bound what is in memory."""
SIGHTINGS_A_LINE = 8
"""Besides the first and the last. They are those with the lowest hash of the article: a random sample."""
LINES_A_SITE = 300
SITES_A_BUCKET = 256

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def bucket(rows: Sightings, number: int) -> Sightings:
    """Return the part of `rows`, which are sorted by site, whose sites fall into the bucket."""
    shift = 64 - (BUCKETS - 1).bit_length()
    bounds = [np.uint64(number << shift), np.uint64(((number + 1) << shift) - 1)]
    start = np.searchsorted(rows["site"], bounds[0], side="left")
    return rows[start : np.searchsorted(rows["site"], bounds[1], side="right")]


def merge(history: Sightings, run: Sightings) -> Sightings:
    """Return what is remembered after a run, sorted by site, line and article.

    Where both hold a line of an article, the run's word counts: it may have been cleaned by other rules.
    Merging the same run again changes nothing.
    """
    rows = np.concatenate([history, run[run["article"] != NO_ARTICLE]])
    rows = _without_copies(rows, np.arange(len(rows)) < len(history))
    rows = rows[_of_line(rows)]
    return rows[_within_bounds(rows)]


def groups(*columns: npt.NDArray[np.generic]) -> tuple[Integers, Integers]:
    """Return the starts of the runs of equal values in sorted columns, and each row's run."""
    first = np.ones(len(columns[0]), dtype=bool)
    if len(first):
        first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.flatnonzero(first), np.cumsum(first) - 1


def _without_copies(rows: Sightings, is_history: Flags) -> Sightings:
    # Copies of an article within a run may differ, so that all columns are needed to choose among them.
    sketch = np.ascontiguousarray(rows["sketch"]).view(np.uint64)
    by = (sketch[:, 1], sketch[:, 0], rows["next"], rows["day"], rows["label"], rows["place"], is_history)
    order = np.lexsort((*by, rows["article"], rows["line"], rows["site"]))
    rows = rows[order]
    return rows[groups(rows["site"], rows["line"], rows["article"])[0]]


def _of_line(rows: Sightings) -> Flags:
    """Which sightings of each line are remembered: the sample, the first by day, and the last."""
    starts, line = groups(rows["site"], rows["line"])
    chosen = np.arange(len(rows)) - starts[line] < SIGHTINGS_A_LINE
    for days in (rows["day"], -_last_day(rows)):
        order = np.lexsort((rows["article"], days, line))
        chosen[order[starts]] = True
    return np.asarray(chosen)


def _within_bounds(rows: Sightings) -> Flags:
    """Which sightings belong to the lines and sites that are remembered.

    Lines that recur go before those seen once, lines and sites seen later before those seen earlier.
    """
    starts, line = groups(rows["site"], rows["line"])
    if not len(starts):
        return np.zeros(0, dtype=bool)
    last = np.maximum.reduceat(_last_day(rows), starts)
    single = np.diff(starts, append=len(rows)) == 1
    sites, site = groups(rows["site"][starts])
    order = np.lexsort((rows["line"][starts], -last, single, site))
    rank = np.empty(len(starts), dtype=np.int64)
    rank[order] = np.arange(len(starts)) - sites[site[order]]
    newest = np.lexsort((rows["site"][starts][sites], -np.maximum.reduceat(last, sites)))
    known = np.zeros(len(sites), dtype=bool)
    known[newest[:SITES_A_BUCKET]] = True
    return np.asarray(((rank < LINES_A_SITE) & known[site])[line])


def _last_day(rows: Sightings) -> Integers:
    # A day that is not known counts as before all others where the last is sought.
    return np.where(rows["day"] == UNKNOWN_DAY, -1, rows["day"]).astype(np.int64)
