"""Evidence of where a block stands in its page: order, containers, kinds of places, running text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from copydesk.tasks.clean.page import Container, PageBlock

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

PAGE_NAMES = (
    "position",
    "characters_before",
    "after_h1",
    "from_h1",
    "twins",
    "twin_before",
    "parent_prose",
    "parent_links",
    "parent_blocks",
    "grandparent_prose",
    "grandparent_links",
    "grandparent_blocks",
    "path_prose",
    "path_links",
    "path_blocks",
    "path_parents",
    "path_rank",
    "h1_before",
    "best_share",
    "in_best",
    "best_height",
    "after_best_start",
    "before_best_end",
    "page_prose",
    "page_blocks",
)


def page_features(
    blocks: Sequence[PageBlock], lines: Floats, prose: Doubles, headline: int | None, best: Container
) -> Floats:
    """Return blocks by `PAGE_NAMES`.

    `lines` has each block's characters, share of characters in links, and level of heading; `prose` its
    characters of running text; `headline` is the headline's block and `best` the container of the most prose.
    """
    count = len(blocks)
    characters = lines[:, 0].astype(np.float64)
    links = lines[:, 1] * characters
    order = np.arange(count, dtype=np.float64)
    groups = _groups(blocks)
    total = max(1.0, float(prose.sum()))
    columns = [order / count, np.cumsum(characters) / max(1.0, characters.sum())]
    if headline is None:
        columns += [np.zeros(count), np.full(count, -1e3)]
    else:
        columns += [np.sign(order - headline), order - headline]
    columns += _twins(blocks)
    for group in groups:
        columns += _sums(group, prose, links, characters, total)
    columns += _path(groups, prose)
    columns.append(np.cumsum(lines[:, 2] == 1).astype(np.float64))
    columns += _best(blocks, best, prose, order, total)
    columns += [np.full(count, np.log1p(total)), np.full(count, float(count))]
    return np.column_stack(columns).astype(np.float32)


def _groups(blocks: Sequence[PageBlock]) -> tuple[Integers, Integers, Integers]:
    # Same parent, same grandparent, same kind of place (tags and names).
    parents: dict[int, int] = {}
    grands: dict[int, int] = {}
    paths: dict[object, int] = {}
    out = np.empty((3, len(blocks)), dtype=np.int64)
    known: dict[int, tuple[int, int, int]] = {}
    for number, block in enumerate(blocks):
        container = block.container
        found = known.get(container.index)
        if found is None:
            parent = container.parent or container
            grand = parent.parent or parent
            path = (container.tag, container.names, parent.tag, parent.names, grand.tag)
            found = known[container.index] = (
                parents.setdefault(parent.index, len(parents)),
                grands.setdefault(grand.index, len(grands)),
                paths.setdefault(path, len(paths)),
            )
        out[:, number] = found
    return out[0], out[1], out[2]


def _path(groups: tuple[Integers, Integers, Integers], prose: Doubles) -> list[Doubles]:
    # Paragraphs of a body share one parent; those of cards have a parent each.
    parents, _, paths = groups
    distinct = np.unique(paths * (parents.max() + 1) + parents) // (parents.max() + 1)
    in_prose = np.bincount(paths, prose)
    return [
        np.bincount(distinct).astype(np.float64)[paths],
        in_prose[paths] / max(1.0, float(in_prose.max())),
    ]


def _sums(
    group: Integers, prose: Doubles, links: Doubles, characters: Doubles, total: float
) -> list[Doubles]:
    in_prose = np.bincount(group, prose)
    in_links = np.bincount(group, links) / np.maximum(1.0, np.bincount(group, characters))
    size = np.bincount(group).astype(np.float64)
    return [in_prose[group] / total, in_links[group], size[group]]


def _twins(blocks: Sequence[PageBlock]) -> list[Doubles]:
    seen: dict[str, int] = {}
    before = []
    for block in blocks:
        before.append(float(seen.get(block.text, 0)))
        seen[block.text] = seen.get(block.text, 0) + 1
    return [np.array([float(seen[block.text]) for block in blocks]), np.array(before)]


def best_container(blocks: Sequence[PageBlock], prose: Doubles) -> Container:
    """The container with most running text near its surface (as readability scores them)."""
    score: dict[int, float] = {}
    by_index: dict[int, Container] = {}
    for block, weight in zip(blocks, prose.tolist(), strict=True):
        container: Container | None = block.container
        share = weight
        for step in range(4):
            if container is None or share <= 0:
                break
            by_index[container.index] = container
            score[container.index] = score.get(container.index, 0.0) + share
            share *= 0.8 if step else 1.0
            container = container.parent
    return by_index[max(score, key=lambda index: score[index])] if score else blocks[0].container


def _best(
    blocks: Sequence[PageBlock], best: Container, prose: Doubles, order: Doubles, total: float
) -> list[Doubles]:
    inside = np.zeros(len(blocks))
    height = np.full(len(blocks), -1.0)
    for number, block in enumerate(blocks):
        container: Container | None = block.container
        steps = 0
        while container is not None and container.index >= best.index:
            if container is best:
                inside[number], height[number] = 1.0, float(steps)
                break
            container, steps = container.parent, steps + 1
    texts_in = np.flatnonzero(inside * prose)
    first, last = (texts_in[0], texts_in[-1]) if len(texts_in) else (0, len(blocks) - 1)
    share_in = float((inside * prose).sum()) / total
    return [np.full(len(blocks), share_in), inside, height, order - first, last - order]
