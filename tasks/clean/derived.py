"""What an article's record has from its labelled blocks alone: derived anew wherever blocks are struck."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from copydesk.tasks.article import Block
from copydesk.tasks.clean.access import judge_access
from copydesk.tasks.clean.offers import read_offers

FEED_TEXT = "feed:text"
"""The reason of a block that is a feed's own text, in place of a page's."""


def derived(blocks: Sequence[Block], is_accessible_for_free: bool | None, is_metered: bool) -> dict[str, Any]:
    """Return, as fields of `Article`: body and its hash, access, completeness, offers, the blocks themselves.

    `is_accessible_for_free` and `is_metered` are what the page says of itself, as `judge_access` takes them.
    """
    body = "\n\n".join(block.text for block in blocks if block.kept)
    access, completeness = judge_access(blocks, is_accessible_for_free, is_metered)
    if any(block.reason == FEED_TEXT for block in blocks):
        completeness = "teaser"
    return {
        "blocks": tuple(blocks),
        "body": body,
        "body_sha256": hashlib.sha256(body.encode("utf-8")).hexdigest(),
        "access": access,
        "completeness": completeness,
        "offers": read_offers(blocks),
    }
