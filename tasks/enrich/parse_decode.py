"""Makes trees of what the parser's net finds, and sentences of the whole article at once cheap to parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.parse_net import LABELS, MOST_TOGETHER, TAGS, WIDTHS, Group, Net, groups, net
from copydesk.tasks.enrich.parse_tree import Parse

Words = tuple[tuple[str, ...], tuple[int, ...]]
"""A sentence's words and their offsets."""
_Numbers = NDArray[np.int64]
_LONGEST = WIDTHS[-1]


def parsed(sentences: Sequence[Words], by: Net | None = None) -> list[Parse]:
    """Return the parses of sentences, in order; one of more than 192 words is parsed in parts of that."""
    parts = [
        (number, first)
        for number, (words, _) in enumerate(sentences)
        for first in range(0, len(words), _LONGEST)
    ]
    found: list[tuple[list[str], list[str], list[int]]] = [([], [], []) for _ in sentences]
    for some in _together(parts, sentences):
        words = [sentences[number][0][first : first + _LONGEST] for number, first in some]
        for (number, first), (tags, labels, heads) in zip(some, _read(words, by or net()), strict=True):
            found[number][0].extend(tags)
            found[number][1].extend(labels)
            found[number][2].extend(first + head for head in heads)
    return [
        Parse(words, starts, tuple(tags), tuple(labels), tuple(heads))
        for (words, starts), (tags, labels, heads) in zip(sentences, found, strict=True)
    ]


def _together(parts: list[tuple[int, int]], sentences: Sequence[Words]) -> Iterator[list[tuple[int, int]]]:
    some: list[tuple[int, int]] = []
    size = 0
    for number, first in parts:
        length = min(_LONGEST, len(sentences[number][0]) - first)
        if some and size + length > MOST_TOGETHER:
            yield some
            some, size = [], 0
        some.append((number, first))
        size += length
    if some:
        yield some


def _read(words: list[tuple[str, ...]], by: Net) -> Iterator[tuple[list[str], list[str], list[int]]]:
    """Yield tags, labels and heads of each sentence; none is empty."""
    made = groups([len(one) for one in words])
    kinds = np.full(made[-1].end, -1, dtype=np.int64)
    rows = [0] * len(words)
    forms: dict[str, int] = {}
    for group in made:
        for place, number in enumerate(group.sentences):
            row = rows[number] = group.begin + place * group.width
            kinds[row : row + len(words[number])] = [forms.setdefault(w, len(forms)) for w in words[number]]
    x = by.states(list(forms), kinds, made)
    heads = np.concatenate(
        [_rows(trees(s, g.lengths), g) for s, g in zip(by.arcs(x, made), made, strict=True)]
    )
    tags, labels, above = by.tags(x).tolist(), by.labels(x, heads).tolist(), heads.tolist()
    for row, one in zip(rows, words, strict=True):
        part = slice(row, row + len(one))
        yield [TAGS[t] for t in tags[part]], [LABELS[d] for d in labels[part]], [h - row for h in above[part]]


def _rows(heads: _Numbers, group: Group) -> _Numbers:
    begins = group.begin + np.arange(len(group.sentences)) * group.width
    return (heads + begins[:, None]).reshape(-1)


def trees(scores: NDArray[np.float32], lengths: _Numbers) -> _Numbers:
    """Return the head [sentence, token] of each token, itself for a root; what is no token heads itself."""
    width = scores.shape[1]
    own = np.arange(width)
    heads = np.where(own < lengths[:, None], scores.argmax(axis=2), own)
    top = heads
    for _ in range(width.bit_length()):
        top = np.take_along_axis(top, top, axis=1)
    for sentence in np.flatnonzero((np.take_along_axis(heads, top, axis=1) != top).any(axis=1)).tolist():
        _open_circles(scores[sentence], heads[sentence], int(lengths[sentence]))
    return heads


def _open_circles(scores: NDArray[np.float32], heads: _Numbers, length: int) -> None:
    """Give in each circle one token the next best head outside of it, where that costs least."""
    while circle := _circle(heads[:length].tolist()):
        inside = np.zeros(len(heads), dtype=bool)
        inside[circle] = True
        for _ in range(length):
            more = inside | inside[heads]
            if (more == inside).all():
                break
            inside = more
        members = np.array(circle)
        costs = scores[members] - scores[members, heads[members]][:, None]
        itself = costs[np.arange(len(members)), members]
        costs[:, inside] = -np.inf
        costs[np.arange(len(members)), members] = itself
        member, head = np.unravel_index(int(costs.argmax()), costs.shape)
        heads[members[member]] = head


def _circle(heads: list[int]) -> list[int]:
    """Return the tokens of a circle, none where all lead to a root."""
    seen = [0] * len(heads)
    for first in range(len(heads)):
        here = first
        while not seen[here] and heads[here] != here:
            seen[here] = first + 1
            here = heads[here]
        if seen[here] == first + 1 and heads[here] != here:
            circle = [here]
            while heads[circle[-1]] != here:
                circle.append(heads[circle[-1]])
            return circle
        seen[here] = seen[here] or first + 1
    return []
