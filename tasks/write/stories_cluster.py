"""Which articles tell one story: from the links among them, whatever the order in which they came.

Articles that are linked, directly or by others, are one story; but a page that holds two texts which have
nothing in common is a compilation, and joins no stories: it counts with the one that it holds most of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from copydesk.tasks.write.stories_links import Text, among

Links = Mapping[int, Mapping[int, int]]
"""By article, the articles that it is linked with, and how much of it each of them holds (‰)."""

_TOGETHER = 0.8
_IN_COMMON = 0.15
_MOST_PARTS = 256


def originals(
    links: Links, rank: Mapping[int, Any], texts: Callable[[list[int]], Mapping[int, Text]]
) -> dict[int, int]:
    """Return each article's original: the first of its story, itself where it is that one.

    Args:
        links: of whole components, in both directions; an article without links may be there too.
        rank: what orders the articles by time, without ties.
        texts: returns the texts of the articles with these numbers.
    """
    compilations = {
        one for one in links if _are_apart(links[one], links) and _is_compilation(one, links[one], texts)
    }
    found: dict[int, int] = {}
    for one in sorted(links.keys() - compilations, key=rank.__getitem__):
        if one not in found:
            _spread(one, links, compilations, found)
    for one in compilations:
        holds = [(share, other) for other, share in links[one].items() if other not in compilations]
        most = max((share for share, _ in holds), default=None)
        story = [found[other] for share, other in holds if share == most]
        found[one] = min(story, key=rank.__getitem__, default=one)
    return found


def _spread(first: int, links: Links, compilations: set[int], found: dict[int, int]) -> None:
    """Make `first` the original of all that it reaches."""
    found[first] = first
    reached = [first]
    while reached:
        for other in links[reached.pop()]:
            if other not in compilations and other not in found:
                found[other] = first
                reached.append(other)


def _are_apart(linked: Mapping[int, int], links: Links) -> bool:
    """Whether some of these articles are not linked with each other."""
    return any(len(linked.keys() & links[other].keys()) < len(linked) - 1 for other in linked)


def _is_compilation(
    one: int, linked: Mapping[int, int], texts: Callable[[list[int]], Mapping[int, Text]]
) -> bool:
    """Whether linked articles hold parts of it that have nothing in common and make up most of it."""
    # The largest come first; a text of more parts than these shows by them what it is.
    parts = sorted(linked, key=lambda part: (-linked[part], part))[:_MOST_PARTS]
    found = texts([one, *parts])
    held = {number: found[number].told_by for number in (one, *parts)}
    keys = held[one].within(max(held[part].scale for part in parts))
    holds = np.array([among(keys, held[part].keys) for part in parts], dtype=np.float32)
    sizes = holds.sum(axis=1)
    apart = holds @ holds.T < _IN_COMMON * np.minimum.outer(sizes, sizes)
    for first in np.flatnonzero(apart.any(axis=1)).tolist():
        chosen = [first]
        for part in np.argsort(-sizes, kind="stable").tolist():
            if apart[part, chosen].all():
                chosen.append(part)
        if sizes[chosen].sum() >= _TOGETHER * len(keys):
            return True
    return False
