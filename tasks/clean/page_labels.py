"""What a struck block of a page is, by its markup and simple evidence, where no rule has said it."""

from __future__ import annotations

from collections.abc import Mapping

from copydesk.tasks.clean.page import PageBlock
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


NEEDED = (
    *("copyright", "words", "title_share", "title_cover", "link_share", "lead_share", "author_named"),
    *(f"near_{group}" for group, _ in _BY_WORDS),
    *(f"under_{group}" for group, _ in _BY_WORDS if group in _AROUND),
)
"""The features that `struck_label` looks at."""


def struck_label(block: PageBlock, features: Mapping[str, float], in_body: bool) -> tuple[str, str]:
    """Return the label and reason of a block that is not body.

    `features` are the block's values of `NEEDED`; `in_body` tells that some of the body stands before it.
    """
    return (
        _by_text(block, features, in_body)
        or _by_tag(block)
        or _by_metadata(features, in_body)
        or _by_words(features)
        or _by_links(features, in_body)
    )


def _by_text(block: PageBlock, features: Mapping[str, float], in_body: bool) -> tuple[str, str] | None:
    if features["copyright"] and features["words"] < 60:
        return "legal", "html:copyright"
    likeness = features["title_share"] * features["title_cover"]
    if likeness > 0.7 and (block.heading or features["link_share"] < 0.5):
        return "headline", "html:title"
    if block.heading == 1 and not in_body and features["title_share"] > 0.5:
        return "headline", "html:h1"
    return None


def _by_tag(block: PageBlock) -> tuple[str, str] | None:
    within = block.container.within
    return next(((label, f"html:{tag}") for tag, label in _BY_TAG if within(tag)), None)


def _by_metadata(features: Mapping[str, float], in_body: bool) -> tuple[str, str] | None:
    if not in_body and features["lead_share"] > 0.8 and features["words"] >= 6:
        return "standfirst", "html:description"
    if features["author_named"] and features["words"] < 30:
        return "byline", "html:author"
    return None


def _by_words(features: Mapping[str, float]) -> tuple[str, str] | None:
    for group, label in _BY_WORDS:
        if features[f"near_{group}"]:
            return label, f"html:names:{group}"
    for group, label in _BY_WORDS:
        if group in _AROUND and features[f"under_{group}"]:
            return label, f"html:around:{group}"
    return None


def _by_links(features: Mapping[str, float], in_body: bool) -> tuple[str, str]:
    if features["link_share"] <= 0.8:
        return "other", "html:unlike_body"
    return ("related", "html:links") if in_body and features["words"] > 4 else ("navigation", "html:links")


assert {group for group, _ in _BY_WORDS} <= GROUPS.keys()
