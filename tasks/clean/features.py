"""Evidence of a page's blocks as a matrix: wording, markup, containers, neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.tasks.clean.features_page import (
    PAGE_NAMES,
    Doubles,
    Floats,
    Integers,
    best_container,
    page_features,
)
from copydesk.tasks.clean.features_rules import RULE_NAMES, rule_features
from copydesk.tasks.clean.features_text import TEXT_NAMES, Known, text_features
from copydesk.tasks.clean.page_block import OBJECTS, TAGS, Container, PageBlock
from copydesk.tasks.clean.page_words import GROUPS

# What holds for a page as a whole: outlets of different kinds differ in what they count as the article.
PAGE_WIDE = ("news", "english", "dated", "authors")
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
    "italic_share",
    *(f"{name}s" for name in OBJECTS),
    *(f"{name}s_next" for name in OBJECTS),
    "same_start",
    "articles_before",
    *PAGE_WIDE,
)
# What the neighbours lend: their length, sentences, links, heading, tag p, standing in the best container.
_LENT = ("characters", "sentences", "link_share", "heading", "tag_p", "in_best", "path_prose", "near_related")
_OFFSETS = (-3, -2, -1, 1, 2, 3)
OWN_NAMES = (*TEXT_NAMES, *_BLOCK_NAMES, *PAGE_NAMES, *RULE_NAMES)
NAMES = (*OWN_NAMES, *(f"{name}_{offset:+d}" for offset in _OFFSETS for name in _LENT))
_TAG_BITS = np.arange(len(TAGS), dtype=np.int64)
_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS)}
_GROUP_BITS = np.arange(len(_GROUPS), dtype=np.int64)


def block_matrix(blocks: Sequence[PageBlock], known: Known, ruled: Sequence[str | None]) -> Floats:
    """Return blocks by `NAMES` (float32): everything that the body model looks at.

    `ruled` has each block's label by the line rules, None where no rule fires.
    """
    texts = text_features([block.text for block in blocks], known).astype(np.float32)
    lines = _lines(blocks)
    prose = _prose(texts, lines)
    headline = _headline(texts, lines)
    best = best_container(blocks, prose)
    markup = _markup(blocks, headline, best)
    page = page_features(
        blocks, np.column_stack((texts[:, 0], lines[:, 0], lines[:, 3])), prose, headline, best
    )
    own = np.hstack(
        (texts, lines, markup, _beside(blocks), _wide(known, len(blocks)), page, rule_features(ruled))
    )
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


def _beside(blocks: Sequence[PageBlock]) -> Floats:
    objects = np.array([block.objects for block in blocks], dtype=np.float32)
    after = np.vstack((objects[1:], np.zeros((1, len(OBJECTS)), dtype=np.float32)))
    italic = np.array([block.italic_characters / len(block.text) for block in blocks], dtype=np.float32)
    return np.column_stack((italic, objects, after, _same_start(blocks), _articles_before(blocks)))


def _same_start(blocks: Sequence[PageBlock]) -> Floats:
    # Lines that point elsewhere begin alike: `READ MORE: …`, `Placeholder 1`.
    starts = [" ".join(block.text[:40].split(None, 2)[:2]) for block in blocks]
    count = Counter(starts)
    return np.array([count[start] for start in starts], dtype=np.float32)


def _articles_before(blocks: Sequence[PageBlock]) -> Floats:
    # How many outermost <article> elements begin before the block.
    out = []
    seen: set[int] = set()
    known: dict[int, int | None] = {}
    for block in blocks:
        index = block.container.index
        if index not in known:
            known[index] = _outermost_article(block.container)
        if (outermost := known[index]) is not None:
            seen.add(outermost)
        out.append(len(seen))
    return np.array(out, dtype=np.float32)


def _outermost_article(container: Container | None) -> int | None:
    outermost = None
    while container is not None and container.within("article"):
        if container.tag == "article":
            outermost = container.index
        container = container.parent
    return outermost


def _wide(known: Known, count: int) -> Floats:
    return np.tile(np.array(known.wide, dtype=np.float32), (count, 1))


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
