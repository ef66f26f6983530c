"""Articles of made-up sites, and what the memory of sites makes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from copydesk.tasks.article import KEPT_LABELS, Article, Block
from copydesk.tasks.clean.site_lines import SIGHTING, Sightings, sightings
from copydesk.tasks.clean.site_memory import BUCKETS, bucket, merge
from copydesk.tasks.clean.site_proof import Proof, prove
from copydesk.tasks.clean.site_strike import without_sites_lines

NONE = np.zeros(0, SIGHTING)
Line = tuple[str, str]
PROMPT = "Get the harbour letter in your inbox every Friday, free of charge."
DAY = datetime(2024, 5, 1, tzinfo=UTC)


def paragraphs(number: int, count: int = 4) -> list[Line]:
    """Running text that no other article has."""
    return [
        (
            f"Ship {number} came in on tide {part}, laden with timber and grain from the northern ports.",
            "body",
        )
        for part in range(count)
    ]


def article(
    number: int, lines: Sequence[Line], site: str | None = "gazette.example", **facts: Any
) -> Article:
    blocks = tuple(Block(text, label, "model:0.50") for text, label in lines)
    body = "\n\n".join(text for text, label in lines if label in KEPT_LABELS)
    settled = {
        "raw_ref": str(number),
        "article_id": f"{site}/{number}",
        "body": body,
        "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
        "page_kind": "article",
        "access": "unknown",
        "completeness": "unknown",
        "encoding": "utf-8",
        "encoding_from": "bom",
        "rules_version": "1",
        "blocks": blocks,
        "source": site,
        "published_at": DAY + timedelta(days=number),
    }
    return Article(**{**settled, **facts})


def remembered(
    articles: Sequence[Article], history: dict[int, Sightings] | None = None
) -> dict[int, Sightings]:
    rows = sightings(articles)
    rows = rows[np.argsort(rows["site"], kind="stable")]
    return {n: merge((history or {}).get(n, NONE), bucket(rows, n)) for n in range(BUCKETS)}


def proofs(memory: dict[int, Sightings]) -> dict[int, Proof]:
    return {p.line: p for rows in memory.values() for p in prove(rows, np.unique(rows["line"]))}


def after(articles: Sequence[Article], judged: Article) -> Article:
    """What becomes of the last article of a site where all were cleaned in one run."""
    return without_sites_lines(judged, proofs(remembered([*articles, judged])))


def site(line: Line, count: int = 6, first: int = 0) -> list[Article]:
    """Articles with the line behind the body, or, with an empty label, without it."""
    return [article(n, [*paragraphs(n), line]) for n in range(first, first + count)]
