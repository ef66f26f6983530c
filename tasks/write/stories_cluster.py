"""Which articles tell one story: from the links among them, whatever the order in which they came.

Articles that are linked, directly or by others, are one story; but a page that holds two texts which have
nothing in common is a compilation, and joins no stories: it counts with the one that it holds most of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from copydesk.tasks.write.stories_sketch import Sketch

Links = Mapping[int, Mapping[int, int]]
"""By article, the articles that it is linked with, and how much of it each of them holds (‰)."""

_PART = range(200, 801)
_PARTS_TOGETHER = 500
_IN_COMMON = 0.15
_MOST_PARTS = 256


def originals(
    links: Links, rank: Mapping[int, Any], sketches: Callable[[list[int]], Mapping[int, Sketch]]
) -> dict[int, int]:
    """Return each article's original: the first of its story, itself where it is that one.

    Args:
        links: of whole components, in both directions; an article without links may be there too.
        rank: what orders the articles by time, without ties.
        sketches: returns the sketches of the articles with these numbers.
    """
    compilations = {one for one in links if _is_compilation(one, links[one], sketches)}
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


def _is_compilation(
    one: int, linked: Mapping[int, int], sketches: Callable[[list[int]], Mapping[int, Sketch]]
) -> bool:
    """Whether two of the linked articles hold different parts of this one."""
    parts = [other for other, share in linked.items() if share in _PART]
    if len(parts) < 2 or sum(sorted(linked[part] for part in parts)[-2:]) < _PARTS_TOGETHER:
        return False
    # The largest come first; a text with more parts than these shows by them what it is.
    parts = sorted(parts, key=lambda part: (-linked[part], part))[:_MOST_PARTS]
    held = sketches([one, *parts])
    mine = held[one]
    scale = max(sketch.scale for sketch in (held[part] for part in parts))
    keys = mine.within(scale)
    holds = np.array([np.isin(keys, held[part].keys) for part in parts], dtype=np.float32)
    common = holds @ holds.T
    sizes = holds.sum(axis=1)
    apart = common < _IN_COMMON * np.minimum.outer(sizes, sizes)
    together = np.add.outer(sizes, sizes) >= _PARTS_TOGETHER / 1000 * len(keys)
    return bool((apart & together).any())
