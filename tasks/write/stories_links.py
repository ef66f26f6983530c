"""Which articles are near-identical, in pairs: candidates that share hashes, then the samples compared.

Two articles are linked where one holds most of the other and at least a seventh of the longer one is in the
shorter, and where they do not disagree on the figures of what they share. What very many articles hold is
no story's own, unless most of them are copies of each other: it is a paragraph that some site puts under
each of its articles. It does not count, but for articles that consist of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copydesk.tasks.write.stories_sketch import Sketch, has_figures, skeletons_of

COMMON = 100
"""What so many articles hold is common, unless they tell one story."""

_OF_THE_SHORTER = 0.6
_OF_THE_LONGER = 0.15
_FEWEST = 5
_FEWEST_HASHES = 4
_OTHER_FIGURES = 0.2
_FEW_FIGURES = 3
_ALL_COMMON = 0.85


class Text(NamedTuple):
    """What counts of a text."""

    sketch: Sketch
    own: Sketch
    """Without what is common."""
    common: bool
    """Whether there is little else."""

    @property
    def told_by(self) -> Sketch:
        """What the text is compared by."""
        return self.sketch if self.common else self.own


def text_of(sketch: Sketch, common: np.ndarray) -> Text:
    """Return what counts of a text, given the hashes (sorted) that are common."""
    shared = among(skeletons_of(sketch.keys).astype(np.int64), common)
    if not shared.any():
        return Text(sketch, sketch, common=False)
    own = Sketch(sketch.keys[~shared], sketch.scale)
    return Text(sketch, own, bool(shared.mean() >= _ALL_COMMON))


def are_one_story(sketches: Mapping[int, Sketch], numbers: Sequence[int]) -> bool:
    """Whether most of these articles, in pairs, are near-identical."""
    near = 0
    for place, number in enumerate(numbers[1:], start=1):
        others = [sketches[other] for other in numbers[:place]]
        near += int(near_identical(sketches[number], others)[0].sum())
    return near >= len(numbers) * (len(numbers) - 1) / 4


def candidates(texts: Mapping[int, Text], owners: np.ndarray, hashes: np.ndarray) -> np.ndarray:
    """Return the pairs of articles that share hashes: an article of `texts`, and another of the index.

    Args:
        texts: the articles that are looked up, by number.
        owners: an article's number for each entry of the index that may matter.
        hashes: the hash of each entry.

    Returns:
        int64 of shape (pairs, 2), sorted, each pair once; the first is one of `texts`.
    """
    order = np.argsort(hashes, kind="stable")
    owners, hashes = owners[order], hashes[order]
    sought = [text.told_by.hashes() for text in texts.values()]
    seekers = np.repeat(np.array(list(texts), dtype=np.int64), [len(some) for some in sought])
    wanted = np.concatenate(sought)
    first, last = np.searchsorted(hashes, wanted), np.searchsorted(hashes, wanted, "right")
    counts = last - first
    begins = np.cumsum(counts) - counts
    places = np.repeat(first - begins, counts) + np.arange(counts.sum())
    pairs, shared = np.unique((np.repeat(seekers, counts) << 32) | owners[places], return_counts=True)
    pairs = pairs[shared >= _FEWEST_HASHES]
    one, other = pairs >> 32, pairs & 0xFFFFFFFF
    # A pair of which both are looked up is met from both sides.
    twice = (one < other) & np.isin((other << 32) | one, pairs)
    return np.asarray(np.stack([one, other], axis=1)[(one != other) & ~twice])


def links(pairs: np.ndarray, texts: Mapping[int, Text]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the pairs that are near-identical: their numbers, and how much of each is in the other (‰)."""
    ones, others = pairs[:, 0], pairs[:, 1]
    starts = np.flatnonzero(np.r_[True, ones[1:] != ones[:-1]]) if len(ones) else ones
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(ones)], strict=True):
        one, numbers = texts[int(ones[start])], others[start:end].tolist()
        for common in (True, False):
            group = [number for number in numbers if (one.common and texts[number].common) == common]
            if not group:
                continue
            mine = one.sketch if common else one.own
            theirs = [texts[number].sketch if common else texts[number].own for number in group]
            near, shares, of_others = near_identical(mine, theirs)
            for place in np.flatnonzero(near).tolist():
                share, of_other = int(shares[place] * 1000), int(of_others[place] * 1000)
                yield int(ones[start]), group[place], share, of_other


def near_identical(one: Sketch, others: Sequence[Sketch]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each of `others` whether it is near-identical, and the share of each text in the other.

    Arrays of the length of `others`, which are one at least; shares from 0 to 1.
    """
    theirs = [other.within(one.scale) for other in others]
    sizes = np.array([len(keys) for keys in theirs], dtype=np.int64)
    own_sizes = np.array([len(one.within(other.scale)) for other in others], dtype=np.int64)
    keys = np.concatenate(theirs)
    owner = np.repeat(np.arange(len(others)), sizes)
    skeletons = skeletons_of(keys)
    # A shingle that stands in a text with several figures is one.
    alike = owner[among(skeletons, skeletons_of(one.keys)) & _firsts(owner, skeletons)]
    hit = among(keys, one.keys)
    shared = np.bincount(owner[hit], minlength=len(others))
    agreed = _firsts(owner[hit], skeletons[hit])
    other_figures = np.bincount(alike, minlength=len(others)) - np.bincount(
        owner[hit][agreed], minlength=len(others)
    )
    figures = np.bincount(owner[hit][agreed & has_figures(keys[hit])], minlength=len(others))
    differ = (other_figures >= _FEW_FIGURES) & (other_figures > _OTHER_FIGURES * (other_figures + figures))
    near = (shared >= _OF_THE_SHORTER * np.minimum(sizes, own_sizes)) & (shared >= _FEWEST)
    near &= (shared >= _OF_THE_LONGER * np.maximum(sizes, own_sizes)) & ~differ
    return near, shared / np.maximum(own_sizes, 1), shared / np.maximum(sizes, 1)


def among(values: np.ndarray, within: np.ndarray) -> np.ndarray:
    """Return whether each value stands in `within`, which is sorted."""
    if not len(within):
        return np.zeros(len(values), dtype=bool)
    places = np.searchsorted(within, values)
    return np.asarray(within[np.minimum(places, len(within) - 1)] == values)


def _firsts(owner: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return whether each value, sorted by owner, is the first of its kind of its owner."""
    if not len(values):
        return np.zeros(0, dtype=bool)
    return np.asarray(np.r_[True, (values[1:] != values[:-1]) | (owner[1:] != owner[:-1])])
