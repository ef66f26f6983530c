"""How likely each line of a text stands in its body: learnt weights, in two looks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.rule import Verdict
from copydesk.tasks.clean.text_context import CONTEXT_NAMES, context_matrix
from copydesk.tasks.clean.text_features import NAMES, Floats, line_matrix
from copydesk.tasks.clean.text_wording import WORDING_NAMES, load_wording, wording_matrix

__all__ = ["FIRST_NAMES", "SECOND_NAMES", "line_lengths", "line_scores", "second_matrix"]

FIRST_NAMES = (*NAMES, *WORDING_NAMES)
SECOND_NAMES = (*FIRST_NAMES, *CONTEXT_NAMES)


def line_scores(lines: Sequence[str], verdicts: Sequence[Verdict | None]) -> Floats:
    """Return a probability for each of `lines`, none of which may be blank; `verdicts` are the rules'."""
    first = np.column_stack([line_matrix(lines, verdicts), wording_matrix(lines, load_wording())])
    scores = load_model("text").scores(first)
    return load_model("text_second").scores(second_matrix(first, scores, line_lengths(lines)))


def second_matrix(first: Floats, scores: Floats, characters: Floats) -> Floats:
    """Return the features of the second look: lines by `SECOND_NAMES`."""
    return np.column_stack([first, context_matrix(scores, characters)])


def line_lengths(lines: Sequence[str]) -> Floats:
    """Return the characters of each line."""
    return np.array([len(line) for line in lines], dtype=np.float32)
