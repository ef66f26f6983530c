"""All enrichments over texts that nobody wrote: none fails, all offsets fit, in bounded time."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import orjson
import pytest

from copydesk.tasks.enrich.registry import choose, enrich
from tests.enrich.articles import ARTICLE

SIZE = 1_000_000
SMALLER = SIZE // 5
"""Of texts that are like others: all of them at SIZE take minutes, and were gone through so."""
MENTIONS = ("dates", "amounts", "entities", "quotes", "places", "events")
STORY = (
    "LONDON (AP) — Ana Weber, the mayor of Paris, Texas, told Reuters on Monday that “two people were killed” "
    "and $5 million was lost. Police in Syria attacked rebels last week, he said.\n\n"
)
TEXTS = {
    "a story again and again": STORY * (SIZE // len(STORY)),
    "a story without a break": STORY.replace("\n", " ").replace(". ", ", ") * (SMALLER // len(STORY)),
    "no letters": "1 2, 3. (4) — 5%; " * (SIZE // 18),
    "one word": "x" * 100_000 + " was said on Monday.",
    "one word in capitals": "X" * 100_000,
    "only quotation marks": "“" * SIZE,
    "quotation marks of all kinds": "\"“”'‘’«»„" * (SMALLER // 10),
    "mixed scripts": "Ana сказала 新华社北京 في دمشق दिल्ली में said “да” ไทย 서울. " * (SMALLER // 56),
    "zero width": "\u200b".join(STORY * 500),
    "bidi controls": "\u202e\u2066".join((STORY * 300).split(" ")),
    "lone surrogates": "\ud800".join((STORY * 100).split(" ")) + "\udfff",
    "NUL and controls": "\0\x1b".join((STORY * 100).split(" ")),
    "combining marks": "a" + "\u0301" * SMALLER,
    "blank": " \u00a0\n\n" * (SMALLER // 4),
    "names": "Ana Maria de la Cruz y Weber of the Bank of the Gulf of X, " * (SMALLER // 60),
    "open brackets": "(" * (SMALLER // 2) + "[" * (SMALLER // 2),
}
SECONDS = 60
"""Far above what they take on an idle machine; a square of the length would take hours."""


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name: str) -> None:
    body = TEXTS[name]
    published = datetime(2026, 11, 24, tzinfo=UTC)
    article = replace(ARTICLE, body=body, declared_language="en", published_at=published, title=body[:500])
    began = time.process_time()
    for enrichment in choose("all"):
        article, failed = enrich(article, (enrichment,))
        assert not failed
        if enrichment.name == "language":
            article = replace(article, language="en")
    assert time.process_time() - began < SECONDS
    for column in MENTIONS:
        for mention in getattr(article, column) or ():
            assert 0 <= mention.start < mention.end <= len(body)
            assert body[mention.start : mention.end] == mention.text
    orjson.dumps([article.keywords, article.topics, article.contributors])
