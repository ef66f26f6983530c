"""What a struck block of a page is, by its markup and simple evidence, where no rule has said it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from copydesk.tasks.clean.features_page import Floats
from copydesk.tasks.clean.page import TAGS, PageBlock
from copydesk.tasks.clean.page_words import GROUPS

# The first that holds gives the label: an element's own names before those around it, the
# particular before the general.
_BY_WORDS: tuple[tuple[str, str], ...] = (
    ("consent", "consent"),
    ("comment", "comment"),
    ("newsletter", "newsletter"),
    ("share", "share"),
    ("related", "related"),
    ("paywall", "paywall"),
    ("legal", "legal"),
    ("teaser", "related"),
    ("caption", "caption"),
    ("byline", "byline"),
    ("date", "byline"),
    ("advertisement", "advertisement"),
    ("navigation", "navigation"),
    ("lead", "standfirst"),
    ("meta", "navigation"),
    ("footer", "navigation"),
    ("header", "navigation"),
)
_AROUND = frozenset(
    ("consent", "comment", "newsletter", "share", "related", "navigation", "legal", "footer", "paywall")
)
_BY_TAG = (
    ("figcaption", "caption"),
    ("figure", "caption"),
    ("nav", "navigation"),
    ("button", "navigation"),
    ("footer", "navigation"),
)


NEEDED = ("copyright", "words", "title_share", "title_cover", "link_share", "lead_share", "author_named")
"""The features that `struck_label` looks at."""
NAMED = (
    *(f"near_{group}" for group, _ in _BY_WORDS),
    *(f"under_{group}" for group, _ in _BY_WORDS if group in _AROUND),
)
"""The features that `labels_by_names` looks at."""
_BY_NAMES = (
    *((label, f"html:names:{group}") for group, label in _BY_WORDS),
    *((label, f"html:around:{group}") for group, label in _BY_WORDS if group in _AROUND),
    None,
)


def labels_by_names(named: Floats) -> list[tuple[str, str] | None]:
    """Return what the names of elements say of blocks, given blocks by `NAMED`: label and reason, or None."""
    found = np.column_stack((named != 0, np.ones(len(named), dtype=np.bool_)))
    return [_BY_NAMES[first] for first in found.argmax(axis=1).tolist()]


def struck_label(
    block: PageBlock, features: Sequence[float], by_names: tuple[str, str] | None, in_body: bool
) -> tuple[str, str]:
    """Return the label and reason of a block that is not body.

    `features` are the block's values of `NEEDED`, `by_names` is what `labels_by_names` says of it; `in_body`
    tells that some of the body stands before it.
    """
    _, words, _, _, link_share, lead_share, author_named = features
    return (
        _by_text(block, features[:5], in_body)
        or _by_tag(block.container.tags)
        or (("standfirst", "html:description") if not in_body and lead_share > 0.8 and words >= 6 else None)
        or (("byline", "html:author") if author_named and words < 30 else None)
        or by_names
        or _by_links(link_share, words, in_body)
    )


def _by_text(block: PageBlock, features: Sequence[float], in_body: bool) -> tuple[str, str] | None:
    copyrighted, words, title_share, title_cover, link_share = features
    if copyrighted and words < 60:
        return "legal", "html:copyright"
    if title_share * title_cover > 0.7 and (block.heading or link_share < 0.5):
        return "headline", "html:title"
    if block.heading == 1 and not in_body and title_share > 0.5:
        return "headline", "html:h1"
    return None


@cache
def _by_tag(tags: int) -> tuple[str, str] | None:
    return next(((label, f"html:{tag}") for tag, label in _BY_TAG if tags >> TAGS.index(tag) & 1), None)


def _by_links(link_share: float, words: float, in_body: bool) -> tuple[str, str]:
    if link_share <= 0.8:
        return "other", "html:unlike_body"
    return ("related", "html:links") if in_body and words > 4 else ("navigation", "html:links")


assert {group for group, _ in _BY_WORDS} <= GROUPS.keys()
