"""Evidence of what the line rules say of a block and of those around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

RULE_NAMES = (
    "struck",
    "struck_before",
    "struck_after",
    "since_comment",
    "since_related",
    "since_byline",
)
_LABELS = {"comment": "comment", "related": "related", "byline": "byline", "dateline": "byline"}
_FAR = 60


def rule_features(labels: Sequence[str | None]) -> npt.NDArray[np.float32]:
    """Return blocks by `RULE_NAMES`, given each block's label by the rules (None where no rule fires)."""
    struck = np.array([label is not None for label in labels], dtype=np.float32)
    padded = np.concatenate((np.zeros(4, np.float32), struck, np.zeros(4, np.float32)))
    summed = np.concatenate(([0.0], np.cumsum(padded)))
    at = np.arange(len(labels)) + 4
    groups = np.array([_LABELS.get(label or "", "") for label in labels])
    since = [_since(groups == name) for name in ("comment", "related", "byline")]
    return np.column_stack(
        (struck, summed[at] - summed[at - 4], summed[at + 5] - summed[at + 1], *since)
    ).astype(np.float32)


def _since(fired: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    # Blocks since the last that fired, itself included; far where none has.
    order = np.arange(len(fired))
    last = np.maximum.accumulate(np.where(fired, order, -_FAR))
    return np.minimum(order - last, _FAR).astype(np.float64)
