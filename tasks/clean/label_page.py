"""A page's blocks, each with one label: the body by learnt weights, the rest by rules and markup."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from copydesk.tasks.article import KEPT_LABELS, Block
from copydesk.tasks.clean.features import OWN_NAMES, Floats, block_matrix
from copydesk.tasks.clean.features_text import WORD, PageEvidence, prepare
from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.page import PageBlock, read_blocks
from copydesk.tasks.clean.page_labels import struck_label
from copydesk.tasks.clean.rules import Verdict, apply_rules

__all__ = ["PageEvidence", "label_page", "score_blocks"]

# Tuned for the body's F1 on pages of publishers that the weights had not seen.
KEEP_ABOVE = 0.5
_COLUMN = {name: number for number, name in enumerate(OWN_NAMES)}
_QUOTE_TAGS = frozenset(("blockquote", "aside", "figure", "q"))


def label_page(root: HtmlElement, evidence: PageEvidence) -> list[Block]:
    """Return all blocks of the page in order, each with its label and the reason for it.

    Where the weights keep nothing but the page has running text, the container with most of it is kept.
    """
    blocks = read_blocks(root)
    if not blocks:
        return []
    matrix, scores = score_blocks(blocks, evidence)
    kept = scores > KEEP_ABOVE
    reasons = [f"model:{score:.2f}" for score in scores]
    if not kept.any():
        kept = _running_text(matrix)
        reasons = [
            "html:running_text" if keep else reason for keep, reason in zip(kept, reasons, strict=True)
        ]
    verdicts = _verdicts(blocks)
    repeats = _repeats(blocks, kept)
    started = False
    out: list[Block] = []
    for number, block in enumerate(blocks):
        repeat = repeats.get(number)
        if kept[number] and not repeat:
            out += _kept_lines(block, verdicts[number], reasons[number])
            started = True
        elif repeat:
            out.append(Block(block.text, "other", repeat))
        else:
            verdict = next((verdict for verdict in verdicts[number] if verdict), None)
            label, reason = (
                (verdict.label, verdict.reason)
                if verdict and verdict.label not in KEPT_LABELS
                else struck_label(block, dict(zip(OWN_NAMES, matrix[number].tolist(), strict=False)), started)
            )
            out.append(Block(block.text, label, reason))
    return out


def score_blocks(blocks: Sequence[PageBlock], evidence: PageEvidence) -> tuple[Floats, Floats]:
    """Return the blocks' features and the probability of each that it is the article's body."""
    matrix = block_matrix(blocks, prepare(evidence))
    return matrix, load_model("page").scores(matrix)


def _verdicts(blocks: Sequence[PageBlock]) -> list[list[Verdict | None]]:
    lines = [block.text.split("\n") for block in blocks]
    found = iter(apply_rules([line for block_lines in lines for line in block_lines]))
    return [[next(found) for _ in block_lines] for block_lines in lines]


def _kept_lines(block: PageBlock, verdicts: Sequence[Verdict | None], reason: str) -> list[Block]:
    # Lines of one paragraph stay together as far as no rule strikes one among them.
    out: list[Block] = []
    together: list[str] = []
    label = "subheading" if _is_subheading(block) else "body"
    for line, verdict in zip(block.text.split("\n"), verdicts, strict=True):
        if verdict is None or verdict.label in KEPT_LABELS:
            together.append(line)
            continue
        if together:
            out.append(Block("\n".join(together), label, reason))
            together = []
        out.append(Block(line, verdict.label, verdict.reason))
    if together:
        out.append(Block("\n".join(together), label, reason))
    return out


def _is_subheading(block: PageBlock) -> bool:
    if block.heading:
        return True
    text = block.text
    return (
        len(text) < 100
        and block.container.tag in ("p", "div", "section")
        and block.strong_characters >= 0.95 * len(text)
        and text[-1] not in '.!?。！？,;:…"”»'
    )


def _running_text(matrix: Floats) -> npt.NDArray[np.bool_]:
    # Sentences in the container that has most of them; else every block of sentences.
    running = (
        (matrix[:, _COLUMN["sentences"]] > 0)
        & (matrix[:, _COLUMN["words"]] >= 8)
        & (matrix[:, _COLUMN["link_share"]] < 0.5)
        & (matrix[:, _COLUMN["hidden"]] == 0)
    )
    best = running & (matrix[:, _COLUMN["in_best"]] > 0)
    return np.asarray(best if best.any() else running)


def _repeats(blocks: Sequence[PageBlock], kept: npt.NDArray[np.bool_]) -> dict[int, str]:
    """Kept blocks that say again what another kept block says: by block, the reason to strike it."""
    repeats: dict[int, str] = {}
    seen: set[str] = set()
    numbers = [int(number) for number in np.flatnonzero(kept)]
    for number in numbers:
        text = blocks[number].text
        if text in seen and len(text) > 30:
            repeats[number] = "html:repeat"
        seen.add(text)
    suspects = [number for number in numbers if number not in repeats and _may_be_pull_quote(blocks[number])]
    if suspects:
        words = {number: f" {' '.join(WORD.findall(blocks[number].text.lower()))} " for number in numbers}
        for number in suspects:
            own = words[number]
            if own.count(" ") > 5 and any(
                own in other for at, other in words.items() if at != number and len(other) > len(own)
            ):
                repeats[number] = "html:pull_quote"
    return repeats


def _may_be_pull_quote(block: PageBlock) -> bool:
    return (
        bool(block.heading)
        or not _QUOTE_TAGS.isdisjoint(block.container.tags)
        or "quote"
        in (block.container.names + (block.container.parent.names if block.container.parent else "")).lower()
    )
