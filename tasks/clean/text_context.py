"""What the scores of all lines say of one: the second look at a text (stacked generalization, Wolpert 1992).

A first model scores each line by itself and its surroundings; whether an article goes on or is over shows in
how the scores run.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

_NEIGHBOURS = (-4, -3, -2, -1, 1, 2, 3, 4)
_WIDTHS = (2, 5, 10)
_FAR = 30
_DOUBTLESS = 0.004
CONTEXT_NAMES = (
    "odds",
    *(f"odds_{offset:+d}" for offset in _NEIGHBOURS),
    *(f"odds_{side}_{width}" for width in _WIDTHS for side in ("around", "above", "below")),
    *("odds_above", "odds_below", "kept_above", "kept_below"),
    *("from_best", "to_best_end", "in_best", "cost_to_best", "gain_below", "gain_above"),
    *("from_first_kept", "to_last_kept", "kept_characters", "mean_score", "kept_share"),
)


def context_matrix(scores: Floats, characters: Floats) -> Floats:
    """Return one row a line and a column for each of `CONTEXT_NAMES`: float32, no NaN.

    `scores` are the first model's probabilities, `characters` the lengths of the lines.
    """
    score = np.clip(scores.astype(np.float64), _DOUBTLESS, 1 - _DOUBTLESS)
    odds = np.log(score / (1 - score))
    weight = np.sqrt(characters.astype(np.float64))
    gains, count = odds * weight, len(odds)
    rows = np.arange(count)
    likely = score * characters
    total = float(likely.sum()) + 1.0
    above = np.cumsum(likely)
    at = np.flatnonzero(odds > 0)
    first, last = (at[0], at[-1]) if len(at) else (0, count - 1)
    whole = (np.log1p(total), score.mean(), total / characters.sum())
    columns = [
        odds,
        *(_shifted(odds, offset, -6.0) for offset in _NEIGHBOURS),
        *_means(gains, weight, rows),
        *((above - likely) / total, (total - above) / total),
        *_best_stretch(gains, rows),
        *(_near(rows - first), _near(last - rows)),
        *(np.full(count, value) for value in whole),
    ]
    return np.column_stack(columns).astype(np.float32)


def _shifted(values: Doubles, offset: int, beyond: float) -> Doubles:
    padded = np.concatenate([np.full(4, beyond), values, np.full(4, beyond)])
    return padded[4 + offset : 4 + offset + len(values)]


def _near(lines: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    return np.clip(lines, -_FAR, _FAR)


def _means(gains: Doubles, weight: Doubles, rows: npt.NDArray[np.intp]) -> list[Doubles]:
    """Return the mean odds around, above and below each line, near by and as far as the text goes."""
    gain = np.concatenate([[0.0], np.cumsum(gains)])
    weights = np.concatenate([[0.0], np.cumsum(weight)])
    columns = []
    for width in _WIDTHS:
        low, high = np.maximum(0, rows - width), np.minimum(len(rows), rows + width + 1)
        for start, end, slack in ((low, high, 0), (low, rows, 1), (rows + 1, high, 1)):
            columns.append((gain[end] - gain[start]) / (weights[end] - weights[start] + slack))
    columns.append(gain[rows] / (weights[rows] + 10))
    columns.append((gain[-1] - gain[rows + 1]) / (weights[-1] - weights[rows + 1] + 10))
    return columns


def _best_stretch(gains: Doubles, rows: npt.NDArray[np.intp]) -> list[npt.NDArray[np.generic]]:
    """Return where each line stands to the stretch whose gains sum highest, and what going on would bring."""
    sums = np.concatenate([[0.0], np.cumsum(gains)])
    reached = sums[1:] - np.minimum.accumulate(sums[:-1])
    ahead = np.maximum.accumulate(sums[::-1])[::-1][1:] - sums[:-1]
    end = int(reached.argmax()) + 1
    start = int(sums[:end].argmin())
    cost = np.where(rows >= end, sums[1:] - sums[end], np.where(rows < start, sums[start] - sums[:-1], 0.0))
    return [
        *(_near(rows - start), _near(end - 1 - rows), (rows >= start) & (rows < end), cost / 100),
        *(_shifted(ahead, 1, 0.0) / 100, _shifted(reached, -1, 0.0) / 100),
    ]
