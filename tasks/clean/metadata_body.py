"""Pages that scripts fill in: they show nothing of the article, but their metadata holds it."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.tasks.article import Block
from copydesk.tasks.clean.features_text import WORD, shingles_of
from copydesk.tasks.clean.rules import apply_rules

# The metadata's text is filed only where it is long and the page shows neither it nor half as much text.
_LONG_ENOUGH, _SHOWN, _HALF = 800, 0.1, 0.5


def with_metadata_body(blocks: Sequence[Block], article_body: str | None) -> list[Block]:
    """Return the blocks, and those of JSON-LD's `articleBody` behind them where the page itself lacks it.

    What was kept of such a page is struck: it is some other text.
    """
    if not article_body or len(article_body) < _LONG_ENOUGH:
        return list(blocks)
    kept = [block.text for block in blocks if block.kept]
    if sum(map(len, kept)) > _HALF * len(article_body) or _share(article_body, kept) > _SHOWN:
        return list(blocks)
    lines = [(line, False) for raw in article_body.splitlines() if (line := " ".join(raw.split()))]
    return in_place_of(blocks, lines, "json-ld:articleBody", "json-ld:not_in_article_body")


def in_place_of(
    blocks: Sequence[Block], lines: Sequence[tuple[str, bool]], reason: str, struck: str
) -> list[Block]:
    """Return the page's blocks, what was kept of them struck by `struck`, and others as its body behind them.

    `lines` are the body's paragraphs, each with whether it is a subheading; `reason` says where they stood.
    The line rules strike of them what they strike anywhere.
    """
    verdicts = apply_rules([line for line, _ in lines])
    return [
        *(Block(block.text, "other", struck) if block.kept else block for block in blocks),
        *(
            Block(line, verdict.label, verdict.reason)
            if verdict
            else Block(line, "subheading" if heading else "body", reason)
            for (line, heading), verdict in zip(lines, verdicts, strict=True)
        ),
    ]


def _share(article_body: str, kept: Sequence[str]) -> float:
    # The share of the metadata's shingles that stand in what was kept.
    wanted = _shingles(article_body)
    return len(wanted & _shingles("\n".join(kept))) / max(1, len(wanted))


def _shingles(text: str) -> set[tuple[str, ...]]:
    return set(shingles_of(WORD.findall(text.lower())))
