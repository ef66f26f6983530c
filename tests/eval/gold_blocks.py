"""Which of a page's blocks stand in its gold body: labels to learn from.

Every block is looked for in the gold body; of all places found, the chain is kept that
covers most words with blocks and body both in order, so that a short line that merely
occurs somewhere in the body is not taken for a part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_MANY = 40


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def align(texts: Sequence[str], gold: str) -> tuple[np.ndarray, np.ndarray]:
    """Return for each text whether it stands in `gold`, and whether that is sure (bool arrays).

    Unsure are texts that the gold has but at another block's place (responsive duplicates).
    """
    body: list[str] = []
    starts, ends = set(), set()
    for line in gold.splitlines():
        words = words_of(line)
        if words:
            starts.add(len(body))
            body += words
            ends.add(len(body))
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, _SHINGLE + 1):
        for place in range(len(body) - size + 1):
            index[tuple(body[place : place + size])].append(place)
    places = [_places(words_of(text), body, index, starts, ends) for text in texts]
    kept = _best_chain(places, len(body))
    sure = np.array(
        [kept[i] or not any(w >= _SHINGLE for _, _, w in found) for i, found in enumerate(places)]
    )
    return kept, sure


def _places(
    words: list[str],
    body: list[str],
    index: dict[tuple[str, ...], list[int]],
    starts: set[int],
    ends: set[int],
) -> list[tuple[int, int, float]]:
    length = len(words)
    if not length:
        return []
    size = min(_SHINGLE, length)
    exact = []
    for place in index.get(tuple(words[:size]), ())[:_MANY]:
        if body[place : place + length] == words:
            whole = place in starts and place + length in ends
            edge = place in starts or place + length in ends
            weight = length if length >= 8 or whole else length * (0.6 if edge else 0.1)
            exact.append((place, place + length, float(weight)))
    if exact or length < _SHINGLE:
        return exact
    hits = [
        (offset, index[tuple(words[offset : offset + size])])
        for offset in range(length - size + 1)
        if tuple(words[offset : offset + size]) in index
    ]
    share = len(hits) / (length - size + 1)
    if share < 0.5:
        return []
    votes: dict[int, int] = defaultdict(int)
    for offset, found in hits:
        for place in found[:_MANY]:
            votes[(place - offset) // 8] += 1
    around = max(votes, key=lambda key: votes[key]) * 8
    near = [
        place
        for offset, found in hits
        for place in found[:_MANY]
        if abs(place - offset - around) <= 12 + length // 4
    ]
    return [(min(near), max(near) + size, share * length)] if near else []


def _best_chain(places: list[list[tuple[int, int, float]]], size: int) -> np.ndarray:
    # Frontier of (end, weight), both rising: the best chain that ends at or before a place.
    ends, weights, chains = [0], [0.0], [()]  # type: list[int], list[float], list[tuple]
    for number, found in enumerate(places):
        grown = []
        for start, end, weight in found:
            at = bisect_right(ends, start + 2) - 1
            grown.append((end, weights[at] + weight, (number, chains[at])))
        for end, weight, chain in grown:
            at = bisect_right(ends, end) - 1
            if weights[at] >= weight:
                continue
            at += 1
            stop = at
            while stop < len(ends) and weights[stop] <= weight:
                stop += 1
            if ends[at - 1] == end:
                at -= 1
            ends[at:stop], weights[at:stop], chains[at:stop] = [end], [weight], [chain]
    kept = np.zeros(len(places), dtype=bool)
    chain = chains[-1]
    while chain:
        kept[chain[0]] = True
        chain = chain[1]
    return kept
