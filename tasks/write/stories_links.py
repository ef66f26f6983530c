"""Which articles are near-identical, in pairs: candidates that share hashes, then the samples compared.

Two articles are linked where one holds half of the other and at least a fifth of the longer one is in the
shorter, and where they do not disagree on the figures of what they share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from copydesk.tasks.write.stories_sketch import Sketch, has_figures, skeletons_of

MOST_POSTINGS = 128
"""A hash leads to so many articles, the first that had it: those that share more are one story already."""

_OF_THE_SHORTER = 0.5
_OF_THE_LONGER = 0.2
_OTHER_FIGURES = 1 / 3
_FEW_FIGURES = 3
_SHARED_HASHES = 2


def candidates(
    owners: np.ndarray, hashes: np.ndarray, known_owners: np.ndarray, known_hashes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pairs of articles that share hashes, and which of the new postings are to be kept.

    Args:
        owners: the number of an article for each of its hashes, of the new articles.
        hashes: these hashes.
        known_owners: the same of the articles known so far; all their numbers are lower.
        known_hashes: these hashes; only those are needed that new articles have.

    Returns:
        the new article and the earlier one of each pair, sorted; for each new posting, in the given
        order, whether it is among the first of its hash.
    """
    all_hashes = np.concatenate([known_hashes, hashes])
    all_owners = np.concatenate([known_owners, owners])
    order = np.lexsort((all_owners, all_hashes))
    sorted_hashes, sorted_owners = all_hashes[order], all_owners[order]
    starts = np.flatnonzero(np.r_[True, sorted_hashes[1:] != sorted_hashes[:-1]]) if len(order) else order
    lengths = np.diff(np.r_[starts, len(order)])
    first = np.repeat(starts, lengths)
    place = np.arange(len(order)) - first
    kept = np.empty(len(order), dtype=bool)
    kept[order] = place < MOST_POSTINGS
    earlier = np.where(order >= len(known_hashes), np.minimum(place, MOST_POSTINGS), 0)
    ones = np.repeat(sorted_owners, earlier)
    begins = np.cumsum(earlier) - earlier
    others = sorted_owners[np.repeat(first - begins, earlier) + np.arange(len(ones))]
    pairs, counts = np.unique((ones << 32) | others, return_counts=True)
    pairs = pairs[counts >= _SHARED_HASHES]
    return pairs >> 32, pairs & 0xFFFFFFFF, kept[len(known_hashes) :]


def links(
    ones: np.ndarray, others: np.ndarray, sketches: Mapping[int, Sketch]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the pairs that are near-identical: their numbers, and how much of each is in the other (‰).

    Args:
        ones: an article's number for each pair, sorted.
        others: the other's.
        sketches: of all of them.
    """
    starts = np.flatnonzero(np.r_[True, ones[1:] != ones[:-1]]) if len(ones) else ones
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(ones)], strict=True):
        one, numbers = int(ones[start]), others[start:end].tolist()
        near, shares, of_others = compared(sketches[one], [sketches[number] for number in numbers])
        for place in np.flatnonzero(near).tolist():
            yield one, numbers[place], int(shares[place] * 1000), int(of_others[place] * 1000)


def compared(one: Sketch, others: Sequence[Sketch]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each of `others` whether it is near-identical, and the share of each text in the other."""
    mine = [one.within(other.scale) for other in others]
    theirs = [other.within(one.scale) for other in others]
    sizes = np.array([len(keys) for keys in theirs])
    own_sizes = np.array([len(keys) for keys in mine])
    keys = np.concatenate(theirs)
    owner = np.repeat(np.arange(len(others)), sizes)
    hit = _among(keys, one.keys)
    shared = np.bincount(owner[hit], minlength=len(others))
    skeletons = skeletons_of(keys)
    alike = _among(skeletons, skeletons_of(one.keys))
    # A shingle that stands in a text with several figures is one.
    words_shared = np.bincount(owner[alike & _firsts(owner, skeletons)], minlength=len(others))
    agreed = _firsts(owner[hit], skeletons[hit])
    agreeing = np.bincount(owner[hit][agreed], minlength=len(others))
    with_figures = agreed & has_figures(keys[hit])
    figures = np.bincount(owner[hit][with_figures], minlength=len(others))
    other_figures = words_shared - agreeing
    lesser, larger = np.minimum(sizes, own_sizes), np.maximum(sizes, own_sizes)
    near = (shared >= _OF_THE_SHORTER * lesser) & (shared >= _OF_THE_LONGER * larger) & (lesser > 0)
    differ = (other_figures >= _FEW_FIGURES) & (other_figures > _OTHER_FIGURES * (other_figures + figures))
    return near & ~differ, shared / np.maximum(own_sizes, 1), shared / np.maximum(sizes, 1)


def _among(values: np.ndarray, within: np.ndarray) -> np.ndarray:
    """Return whether each value stands in `within`, which is sorted and not empty."""
    places = np.searchsorted(within, values)
    return np.asarray(within[np.minimum(places, len(within) - 1)] == values)


def _firsts(owner: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return whether each value, sorted by owner, is the first of its kind of its owner."""
    if not len(values):
        return np.zeros(0, dtype=bool)
    return np.asarray(np.r_[True, (values[1:] != values[:-1]) | (owner[1:] != owner[:-1])])
