"""Labels the lines of a text that lost all its markup: rules first, then learnt weights for the rest.

The weights may overrule a rule whose lines an article may hold as well, never one that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from copydesk.tasks.article import Block
from copydesk.tasks.clean.limits import MOST_BLOCKS, too_complex
from copydesk.tasks.clean.rule import Verdict
from copydesk.tasks.clean.rules import apply_rules
from copydesk.tasks.clean.text_lines import blocks_of
from copydesk.tasks.clean.text_scores import line_scores
from copydesk.tasks.datelines import opens_copy
from copydesk.tasks.signoffs import sign_off

_KEEP = (0.3, 0.55)
"""The least and the greatest score from which a line is kept: texts differ in how sure they are."""
_OVERRULE = 0.6
# Rules whose lines an article may hold too: a list of dates, a listing of code, a table of prices.
_UNSURE = tuple(
    f"rule:{name}"
    for name in (
        *("dateline.", "template.", "note.", "related.inline", "related.link", "legal.links", "share.bar"),
        *("caption.labelled", "byline.by", "byline.native", "paywall.support", "offer.pitch", "offer.plan"),
        "navigation.word",
    )
)
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!…。！।][\"”“’»)\]」』]*$")
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*,?|de|van|von|der|da|di|al|bin|and|und|et|y|&)"
_NAMES = re.compile(rf"{_NAME}(?: {_NAME})*")
_TITLE_WITHIN = 12
_OPENING_WITHIN = 20
_PARAGRAPH = 60
_REPEATED = 30
_ARTICLE = 600
_SHARE = 0.2
_TITLE_LIKE = 0.8


def label_text(text: str, title: str | None = None, language: str | None = None) -> list[Block]:
    """Return the text's lines as blocks, in order, each with its label and the reason; blank lines vanish.

    `title` is the headline where it is known; `language` is not needed. Lines wrapped at a fixed width are
    joined to paragraphs first.
    """
    lines = blocks_of(text)
    if not lines:
        return []
    if len(lines) > MOST_BLOCKS:
        raise too_complex(f"more than {MOST_BLOCKS:,} lines")
    verdicts = _with_title(lines, apply_rules(lines), title)
    scores = line_scores(lines, verdicts)
    kept = choose_kept(lines, verdicts, scores)
    _keep_wire_copy(lines, verdicts, scores, kept)
    return [_block(lines, verdicts, scores, kept, place) for place in range(len(lines))]


def _with_title(
    lines: Sequence[str], verdicts: Sequence[Verdict | None], title: str | None
) -> list[Verdict | None]:
    """Label the given title where it stands near the top: the body begins after it."""
    found = list(verdicts)
    for place, line in enumerate(lines[:_TITLE_WITHIN] if title else ()):
        if found[place] is None and _same_words(line, title or ""):
            found[place] = Verdict("headline", "rule:headline.given_title")
    return found


def _same_words(line: str, title: str) -> bool:
    one, other = set(_WORD.findall(line.casefold())), set(_WORD.findall(title.casefold()))
    return bool(one) and len(one & other) >= _TITLE_LIKE * max(len(one), len(other))


def choose_kept(
    lines: Sequence[str], verdicts: Sequence[Verdict | None], scores: npt.NDArray[np.float32]
) -> list[bool]:
    """Say of each line whether it stands in the body: by its rule, its score (a probability), its place."""
    keep = _cut(lines, verdicts, scores)
    kept = [
        bool(score >= (keep if verdict is None else _OVERRULE))
        and (verdict is None or verdict.reason.startswith(_UNSURE))
        for verdict, score in zip(verdicts, scores, strict=True)
    ]
    if not any(kept):
        # An article has some text: where every line looks doubtful, the least doubtful ones are it.
        free = [float(score) for verdict, score in zip(verdicts, scores, strict=True) if verdict is None]
        floor = max(free, default=1.0) / 2
        kept = [v is None and bool(score > floor) for v, score in zip(verdicts, scores, strict=True)]
    _strike_repeats(lines, kept)
    _strike_readers(lines, verdicts, kept)
    return kept


def _cut(lines: Sequence[str], verdicts: Sequence[Verdict | None], scores: npt.NDArray[np.float32]) -> float:
    """Return the score from which to keep lines, so that the words kept have the best F1 to be expected.

    Where little is sure, a doubtful line is worth keeping; where nearly all is, it is not (Ye et al.,
    Optimizing F-measure: a tale of two approaches, 2012).
    """
    free = [score for score, verdict in zip(scores.tolist(), verdicts, strict=True) if verdict is None]
    words = [len(_WORD.findall(line)) for line, v in zip(lines, verdicts, strict=True) if v is None]
    if not any(words):
        return _KEEP[1]
    score, size = np.array(free), np.array(words)
    order = np.argsort(-score, kind="stable")
    likely, kept = np.cumsum((score * size)[order]), np.cumsum(size[order])
    best = int((likely / (kept + likely[-1])).argmax())
    return float(np.clip(score[order[best]], *_KEEP))


def _strike_repeats(lines: Sequence[str], kept: list[bool]) -> None:
    seen: set[str] = set()
    for place, line in enumerate(lines):
        kept[place] = kept[place] and not (len(line) > _REPEATED and line in seen)
        if kept[place]:
            seen.add(line)


def _strike_readers(lines: Sequence[str], verdicts: Sequence[Verdict | None], kept: list[bool]) -> None:
    """Strike all below the head of the comments, where it stands under an article and not over it.

    Readers write prose as the paper does; nothing but the head above them tells them from it.
    """
    lengths = [len(line) if keep else 0 for line, keep in zip(lines, kept, strict=True)]
    above, total = 0, sum(lengths)
    for place, verdict in enumerate(verdicts):
        above += lengths[place]
        if verdict is not None and verdict.label == "comment" and above >= max(_ARTICLE, _SHARE * total):
            kept[place:] = [False] * (len(kept) - place)
            return


def _keep_wire_copy(
    lines: Sequence[str],
    verdicts: Sequence[Verdict | None],
    scores: npt.NDArray[np.float32],
    kept: list[bool],
) -> None:
    """Keep what an agency's dateline opens or its sign-off ends, whatever the score: it is wire copy."""
    for place, line in enumerate(lines):
        if kept[place] or verdicts[place] is not None or len(line) < _PARAGRAPH:
            continue
        following = verdicts[place + 1] if place + 1 < len(lines) else None
        signed = following is not None and following.label in {"wire_credit", "desk_initials"}
        opens = place < _OPENING_WITHIN and opens_copy(line)
        if opens or sign_off(line) or (signed and _ENDS.search(line)):
            kept[place], scores[place] = True, 1.0


def _block(
    lines: Sequence[str],
    verdicts: Sequence[Verdict | None],
    scores: npt.NDArray[np.float32],
    kept: Sequence[bool],
    place: int,
) -> Block:
    line, verdict = lines[place], verdicts[place]
    reason = f"model:{scores[place]:.2f}"
    if kept[place]:
        return Block(line, _kept_label(lines, kept, place), reason)
    if verdict is not None:
        return Block(line, verdict.label, verdict.reason)
    return Block(line, _struck_label(lines, verdicts, kept, place), reason)


def _kept_label(lines: Sequence[str], kept: Sequence[bool], place: int) -> str:
    """A short line without a full stop that stands over kept prose is a subheading."""
    line = lines[place]
    after = lines[place + 1] if place + 1 < len(lines) and kept[place + 1] else ""
    heads = len(line) <= 90 and line[0].isalnum() and not _ENDS.search(line) and not line.endswith((":", ","))
    return "subheading" if heads and any(kept[:place]) and len(after) > 1.5 * len(line) + 20 else "body"


def _struck_label(
    lines: Sequence[str], verdicts: Sequence[Verdict | None], kept: Sequence[bool], place: int
) -> str:
    line = lines[place]
    words = len(_WORD.findall(line))
    if not any(kept[:place]):
        above = [v.label if v else "" for v in verdicts[:place]]
        return _label_above_body(line, words, "headline" in above or _has_headline(lines, verdicts, place))
    labels = [verdict.label for verdict in verdicts[:place] if verdict is not None]
    if not any(kept[place:]):
        if "comment" in labels:
            return "comment"
        return "navigation" if words <= 3 else "other"
    return "related" if 4 <= words <= 20 and not _ENDS.search(line) else "other"


def _has_headline(lines: Sequence[str], verdicts: Sequence[Verdict | None], place: int) -> bool:
    return any(
        v is None and _may_be_headline(line) for line, v in zip(lines[:place], verdicts[:place], strict=True)
    )


def _may_be_headline(line: str) -> bool:
    return 4 <= len(_WORD.findall(line)) <= 30 and len(line) <= 200 and not line.endswith((".", ":"))


def _label_above_body(line: str, words: int, headline_seen: bool) -> str:
    if not headline_seen and _may_be_headline(line):
        return "headline"
    if headline_seen and words >= 8:
        return "standfirst"
    if headline_seen and 2 <= words <= 5 and _NAMES.fullmatch(line):
        return "byline"
    return "navigation" if words <= 3 else "other"
