"""Evidence of a page's blocks as a matrix: wording, markup, containers, neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from copydesk.tasks.clean.features_text import TEXT_NAMES, Known, text_features
from copydesk.tasks.clean.page import TAGS, Container, PageBlock
from copydesk.tasks.clean.page_words import GROUPS

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_TAGS = ("p", "div", "li", "tr", "span", "section", "blockquote", "figcaption", "pre", "dd", "button")
_GROUPS = tuple(GROUPS)
_BLOCK_NAMES = (
    "link_share",
    "links",
    "strong_share",
    "heading",
    "hidden",
    "depth",
    *(f"tag_{tag}" for tag in _TAGS),
    *(f"in_{tag}" for tag in TAGS),
    *(f"near_{group}" for group in _GROUPS),
    *(f"under_{group}" for group in _GROUPS),
    "steps_to_headline",
    "steps_from_headline",
    "own_article",
)
_PAGE_NAMES = (
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
# What the neighbours lend: their length, sentences, links, heading, tag p, standing in the best container.
_LENT = ("characters", "sentences", "link_share", "heading", "tag_p", "in_best", "path_prose", "near_related")
_OFFSETS = (-3, -2, -1, 1, 2, 3)
OWN_NAMES = (*TEXT_NAMES, *_BLOCK_NAMES, *_PAGE_NAMES)
NAMES = (*OWN_NAMES, *(f"{name}_{offset:+d}" for offset in _OFFSETS for name in _LENT))
_LINK_SHARE, _HEADING = OWN_NAMES.index("link_share"), OWN_NAMES.index("heading")
_TAG_BITS = np.arange(len(TAGS), dtype=np.int64)
_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS)}
_GROUP_BITS = np.arange(len(_GROUPS), dtype=np.int64)


def block_matrix(blocks: Sequence[PageBlock], known: Known) -> Floats:
    """Return blocks by `NAMES` (float32): everything the first stage of the body model looks at."""
    texts = np.array([text_features(block.text, known) for block in blocks], dtype=np.float32)
    lines = _lines(blocks)
    prose = _prose(texts, lines)
    headline = _headline(texts, lines)
    best = _best_container(blocks, prose)
    markup = _markup(blocks, headline, best)
    page = _page(blocks, np.hstack((texts, lines)), prose, headline, best)
    own = np.hstack((texts, lines, markup, page))
    lent = own[:, [OWN_NAMES.index(name) for name in _LENT]]
    return np.hstack((own, *(shifted(lent, offset) for offset in _OFFSETS)))


def shifted(columns: Floats, offset: int) -> Floats:
    """Return the rows of the neighbours `offset` blocks on (before, where negative); -1 beyond the page."""
    out = np.full_like(columns, -1.0)
    if offset > 0:
        out[:-offset] = columns[offset:]
    else:
        out[-offset:] = columns[:offset]
    return out


def _lines(blocks: Sequence[PageBlock]) -> Floats:
    return np.array(
        [
            (
                block.link_characters / len(block.text),
                block.links,
                block.strong_characters / len(block.text),
                block.heading,
            )
            for block in blocks
        ],
        dtype=np.float32,
    )


def _prose(texts: Floats, lines: Floats) -> Doubles:
    # Running text: long blocks without links.
    unlinked = texts[:, 0] * (1.0 - np.minimum(1.0, lines[:, 0]))
    running = (texts[:, 2] > 0) & (texts[:, 1] >= 8) & (lines[:, 0] < 0.5) & (lines[:, 3] == 0)
    return np.where(running, unlinked, 0.0).astype(np.float64)


def _headline(texts: Floats, lines: Floats) -> int | None:
    # The h1 most like the title, else the first h1, else the heading most like it.
    likeness = texts[:, TEXT_NAMES.index("title_share")] * texts[:, TEXT_NAMES.index("title_cover")]
    score = likeness + 0.5 * (lines[:, 3] == 1) + 0.1 * (lines[:, 3] > 0) - 1e-5 * np.arange(len(texts))
    at = int(score.argmax())
    return at if score[at] >= 0.35 else None


def _best_container(blocks: Sequence[PageBlock], prose: Doubles) -> Container:
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


def _markup(blocks: Sequence[PageBlock], headline: int | None, best: Container) -> Floats:
    holders = _holders(blocks[headline].container if headline is not None else None, best)
    depth = blocks[headline].container.depth if headline is not None else None
    places: dict[int, int] = {}
    rows: list[tuple[int, ...]] = []
    row_of = []
    for block in blocks:
        container = block.container
        at = places.get(container.index)
        if at is None:
            at = places[container.index] = len(rows)
            rows.append(_container_row(container, holders, depth))
        row_of.append(at)
    table = np.array(rows, dtype=np.int64)
    tags = np.zeros((len(rows), len(_TAGS)), dtype=np.int64)
    known = np.flatnonzero(table[:, 2] >= 0)
    tags[known, table[known, 2]] = 1
    around = _bits(table[:, 3], _TAG_BITS)
    near, under = _bits(table[:, 4], _GROUP_BITS), _bits(table[:, 5], _GROUP_BITS)
    out = np.hstack((table[:, :2], tags, around, near, under, table[:, 6:])).astype(np.float32)[row_of]
    inline = _bits(np.array([block.words for block in blocks], dtype=np.int64), _GROUP_BITS)
    first = 2 + len(_TAGS) + len(TAGS)
    names = out[:, first : first + len(_GROUPS)]
    np.maximum(names, 0.5 * inline, out=names)
    return out


def _bits(packed: Integers, places: Integers) -> Integers:
    return (packed[:, None] >> places) & 1


def _holders(headline: Container | None, best: Container) -> frozenset[int]:
    # What holds the headline, or holds the container of the running text, is about the whole page:
    # its names tell nothing of a block.
    found = set()
    for start in (headline, best):
        container = start.parent if start is not None else None
        while container is not None:
            found.add(container.index)
            container = container.parent
    return frozenset(found)


def _container_row(
    container: Container, holders: frozenset[int], headline_depth: int | None
) -> tuple[int, ...]:
    near = under = steps = 0
    article = -1
    at: Container | None = container
    while at is not None and at.index not in holders:
        if steps < 3:
            near |= at.words
        under |= at.words
        if article < 0 and at.tag == "article":
            article = 0
        steps += 1
        at = at.parent
    if article < 0 and at is not None and at.within("article"):
        article = 1
    away = headline_depth - at.depth if headline_depth is not None and at is not None else -1
    tag = _TAG_NUMBERS.get(container.tag, -1)
    return (int(container.hidden), container.depth, tag, container.tags, near, under, steps, away, article)


def block_groups(blocks: Sequence[PageBlock]) -> tuple[Integers, Integers, Integers]:
    """Number the blocks' groups: same parent, same grandparent, same kind of place (tags and names)."""
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


def _page(
    blocks: Sequence[PageBlock], lines: Floats, prose: Doubles, headline: int | None, best: Container
) -> Floats:
    count = len(blocks)
    characters = lines[:, 0].astype(np.float64)
    links = lines[:, _LINK_SHARE] * characters
    order = np.arange(count, dtype=np.float64)
    groups = block_groups(blocks)
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
    columns.append(np.cumsum(lines[:, _HEADING] == 1).astype(np.float64))
    columns += _best(blocks, best, prose, order, total)
    columns += [np.full(count, np.log1p(total)), np.full(count, float(count))]
    return np.column_stack(columns).astype(np.float32)


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
