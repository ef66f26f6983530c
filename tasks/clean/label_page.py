"""A page's blocks, each with one label: the body by learnt weights, the rest by rules and markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from copydesk.tasks.article import KEPT_LABELS, Block
from copydesk.tasks.clean.features import OWN_NAMES, block_matrix
from copydesk.tasks.clean.features_page import Floats
from copydesk.tasks.clean.features_text import PageEvidence, prepare, shingles_of, words_of
from copydesk.tasks.clean.metadata_body import with_metadata_body
from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.page import PageBlock, read_blocks
from copydesk.tasks.clean.page_labels import NAMED, NEEDED, labels_by_names, struck_label
from copydesk.tasks.clean.rules import Verdict, apply_rules
from copydesk.tasks.clean.state_body import with_state_body

__all__ = ["PageEvidence", "label_blocks", "label_page", "line_verdicts", "page_matrix"]

# Tuned for the body's F1 on pages of publishers that the weights had not seen.
KEEP_ABOVE = 0.5
# The weights have seen which rules fire: where they are this sure of a line, only rules for lines that no one
# reports with strike it (on unseen publishers the others were wrong there more often than right).
SURE_ABOVE = 0.8
NEVER_BODY = frozenset(("wire_credit", "desk_initials", "paywall", "offer", "benefit", "template"))
_COLUMN = {name: number for number, name in enumerate(OWN_NAMES)}
_MOST_EMPTY = 2
"""Headings: more of them in a row are a list whose items are written as headings."""
_QUOTE_TAGS = ("blockquote", "aside", "figure")
# A block of a dozen words that is hidden, or holds much of all that is kept, is a copy where all but a few of
# its shingles have been said before. What is shown twice on purpose (rows, cards of a list) is shorter.
_LONG_ENOUGH, _SAID_BEFORE, _MUCH = 9, 0.85, 0.3
_SHORTEST_COPY = 8
"""Words: shorter lines may recur in a body."""
_CAPTION = re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:[_-]*text)?(?:\s|$)", re.IGNORECASE)
# Each is looked for in the whole page.
_MOST_PULL_QUOTES = 300


def label_page(
    root: HtmlElement, evidence: PageEvidence, shown: Sequence[PageBlock] | None = None
) -> list[Block]:
    """Return all blocks of the page in order, each with its label and the reason for it.

    Where the weights keep nothing but the page has running text, the container with most of it is kept.
    Behind the page's blocks stand those of the metadata's article body, or of a script's state, where the
    page does not show it. `shown` are the page's blocks, where they have been read already.
    """
    blocks = _label_shown(read_blocks(root) if shown is None else shown, evidence)
    return with_state_body(with_metadata_body(blocks, evidence.article_body), root, [evidence.title])


def _label_shown(blocks: Sequence[PageBlock], evidence: PageEvidence) -> list[Block]:
    if not blocks:
        return []
    verdicts = line_verdicts(blocks)
    matrix = page_matrix(blocks, evidence, verdicts)
    return label_blocks(blocks, evidence, verdicts, matrix, load_model("page").scores(matrix))


def label_blocks(
    blocks: Sequence[PageBlock],
    evidence: PageEvidence,
    verdicts: Sequence[Sequence[Verdict | None]],
    matrix: Floats,
    scores: Floats,
) -> list[Block]:
    """Return what `label_page` does, given the rules' verdicts, the features and the body model's scores."""
    kept = (scores > KEEP_ABOVE) & ~_headlines(matrix) & ~_named_captions(blocks)
    reason = "model:{:.2f}"
    if not kept.any():
        kept, reason = _running_text(matrix), "html:running_text"
    struck = _repeats(blocks, np.flatnonzero(kept).tolist())
    struck |= _empty_headings(blocks, [n for n in np.flatnonzero(kept).tolist() if n not in struck])
    values = matrix[:, [_COLUMN[name] for name in NEEDED]].tolist()
    by_names = labels_by_names(matrix[:, [_COLUMN[name] for name in NAMED]])
    started = False
    out: list[Block] = []
    for number, block in enumerate(blocks):
        if kept[number] and number not in struck:
            score = float(scores[number])
            heeded = [_heeded(verdict, score) for verdict in verdicts[number]]
            out += _kept_lines(block, heeded, reason.format(score))
            started = True
            continue
        label, why = _struck(verdicts[number]) or struck_label(
            block, values[number], by_names[number], started
        )
        out.append(Block(block.text, label, struck.get(number, why)))
    return out


def _struck(verdicts: Sequence[Verdict | None]) -> tuple[str, str] | None:
    for verdict in verdicts:
        if verdict is not None and verdict.label not in KEPT_LABELS:
            return verdict.label, verdict.reason
    return None


def line_verdicts(blocks: Sequence[PageBlock]) -> list[list[Verdict | None]]:
    """Return what the rules say of each line of each block, the page's lines taken in order."""
    lines = [block.text.split("\n") for block in blocks]
    found = iter(apply_rules([line for block_lines in lines for line in block_lines]))
    return [[next(found) for _ in block_lines] for block_lines in lines]


def page_matrix(
    blocks: Sequence[PageBlock], evidence: PageEvidence, verdicts: Sequence[Sequence[Verdict | None]]
) -> Floats:
    """Return the features that the body model scores the blocks by (blocks by `features.NAMES`)."""
    ruled = [found[0] if (found := _struck(block_verdicts)) else None for block_verdicts in verdicts]
    return block_matrix(blocks, prepare(evidence), ruled)


def _heeded(verdict: Verdict | None, score: float) -> Verdict | None:
    if verdict is None or verdict.label in KEPT_LABELS:
        return None
    return verdict if verdict.label in NEVER_BODY or score < SURE_ABOVE else None


def _kept_lines(block: PageBlock, verdicts: Sequence[Verdict | None], reason: str) -> list[Block]:
    # Lines of one paragraph stay together as far as no rule strikes one among them.
    out: list[Block] = []
    together: list[str] = []
    label = "subheading" if _is_subheading(block) else "body"
    for line, verdict in zip(block.text.split("\n"), verdicts, strict=True):
        if verdict is None:
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


def _headlines(matrix: Floats) -> npt.NDArray[np.bool_]:
    # An h1 that says the title is the headline, however like a subheading it looks.
    likeness = matrix[:, _COLUMN["title_share"]] * matrix[:, _COLUMN["title_cover"]]
    return np.asarray((matrix[:, _COLUMN["heading"]] == 1) & (likeness > 0.7))


def _named_captions(blocks: Sequence[PageBlock]) -> npt.NDArray[np.bool_]:
    # On unseen publishers 1 of 40 such blocks stood in the gold body, and those were credits.
    return np.array([_CAPTION.search(block.container.names) is not None for block in blocks])


def _running_text(matrix: Floats) -> npt.NDArray[np.bool_]:
    # Sentences in the container that has most of them; else every block of sentences; else paragraphs.
    shown = (matrix[:, _COLUMN["link_share"]] < 0.5) & (matrix[:, _COLUMN["hidden"]] == 0)
    running = shown & (matrix[:, _COLUMN["sentences"]] > 0) & (matrix[:, _COLUMN["words"]] >= 8)
    best = running & (matrix[:, _COLUMN["in_best"]] > 0)
    paragraphs = shown & (matrix[:, _COLUMN["tag_p"]] > 0)
    return next(some for some in (best, running, paragraphs) if some.any() or some is paragraphs)


def _empty_headings(blocks: Sequence[PageBlock], numbers: Sequence[int]) -> dict[int, str]:
    """Of the blocks to keep, the headings behind the last paragraph: they head what was struck."""
    last = list(takewhile(lambda number: blocks[number].heading, reversed(numbers)))
    few = len(last) <= _MOST_EMPTY and len(last) < len(numbers)
    return dict.fromkeys(last if few else (), "html:heads_nothing")


def _repeats(blocks: Sequence[PageBlock], numbers: Sequence[int]) -> dict[int, str]:
    """Of the blocks to keep, those that say again what others say: by block, the reason to strike it.

    A page may hold its text once more, for other screens or in one piece: of copies the visible, shorter and
    earlier ones stay. A pull quote stands in a paragraph besides.
    """
    repeats: dict[int, str] = {}
    words = {number: words_of(blocks[number].text) for number in numbers}
    total = sum(map(len, words.values()))
    texts: set[str] = set()
    said = _Said()
    for number in sorted(numbers, key=lambda at: (blocks[at].container.hidden, len(blocks[at].text), at)):
        text, own = blocks[number].text, words[number]
        same = text in texts and len(text) > 30 and (len(own) >= _SHORTEST_COPY or not text.isascii())
        suspect = blocks[number].container.hidden or len(own) > _MUCH * total
        if same or (suspect and said.holds(own)):
            repeats[number] = "html:repeat"
            continue
        texts.add(text)
        said.add(own)
    repeats |= _pull_quotes(blocks, {number: own for number, own in words.items() if number not in repeats})
    return repeats


class _Said:
    # The shingles of blocks, made only once a block comes that has few words of its own.

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.shingles: set[tuple[str, ...]] = set()
        self.waiting: list[Sequence[str]] = []

    def add(self, words: Sequence[str]) -> None:
        self.words.update(words)
        self.waiting.append(words)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether nearly all of the shingles have been said."""
        count = len(words) - 3
        new = len(words) - sum(map(self.words.__contains__, words))
        # Of the shingles at least as many are new as words are, but for the last three.
        if count < _LONG_ENOUGH or new - 3 >= (1 - _SAID_BEFORE) * count:
            return False
        for waiting in self.waiting:
            self.shingles.update(shingles_of(waiting))
        self.waiting = []
        return sum(map(self.shingles.__contains__, shingles_of(words))) > _SAID_BEFORE * count


def _pull_quotes(blocks: Sequence[PageBlock], words: Mapping[int, Sequence[str]]) -> dict[int, str]:
    suspects = [number for number in words if len(words[number]) > 4 and _may_be_pull_quote(blocks[number])]
    if not suspects:
        return {}
    joined = {number: f" {' '.join(own)} " for number, own in words.items()}
    page, alike = "\n".join(joined.values()), Counter(joined.values())
    within = (n for n in suspects[:_MOST_PULL_QUOTES] if page.count(joined[n]) > alike[joined[n]])
    return dict.fromkeys(within, "html:pull_quote")


def _may_be_pull_quote(block: PageBlock) -> bool:
    container = block.container
    names = container.names + (container.parent.names if container.parent else "")
    return any(map(container.within, _QUOTE_TAGS)) or "quote" in names.lower()
