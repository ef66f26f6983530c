"""The top-level topics of English text, by a linear model of its words.

The weights are learnt by `tests/eval/train_topics.py`, which says from what. The score is the share of
texts, of publishers that the model had not seen, for which a topic with that score was right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

READ = 12_000
"""Characters of the body that are read: what an article is about stands in its beginning."""
_IN_TITLE = 3
"""A word of the title counts as often."""
_FEWEST_WORDS = 12
"""With fewer known words nothing is said."""
_IDF_STEPS = 40

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Weights:
    index: dict[str, int]
    idf: Floats
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    slope: float
    offset: float
    topics: tuple[str, ...]


@cache
def _weights() -> _Weights:
    with np.load(Path(__file__).with_name("weights_topics.npz")) as stored:
        return _Weights(
            {word: i for i, word in enumerate(stored["words"].tobytes().decode().split("\n"))},
            stored["idf"].astype(np.float64) / _IDF_STEPS,
            stored["weights"],
            stored["scale"],
            stored["bias"],
            float(stored["line"][0]),
            float(stored["line"][1]),
            tuple(stored["topics"].tobytes().decode().split("\n")),
        )


def idf_of(word: str, unknown: float) -> float:
    """Return a stemmed word's inverse document frequency in English news, up to 6."""
    model = _weights()
    return float(model.idf[model.index[word]]) if word in model.index else unknown


def counts_of(title: Sequence[str], text: Sequence[str]) -> Counter[str]:
    """Count stemmed words, those of the title more than once each."""
    counts = Counter(text)
    for word in title:
        counts[word] += _IN_TITLE
    return counts


def weighted(counts: Floats, idf: Floats) -> Floats:
    """Return the weights of words by count and inverse document frequency, of length 1 together."""
    values = (1 + np.log(counts)) * idf
    length = float(np.sqrt((values * values).sum()))
    return values / length if length else values


def scores_of(title: Sequence[str], text: Sequence[str]) -> dict[str, float]:
    """Return for each top-level topic the share of being right, from 0 to 1; nothing for too few words."""
    model = _weights()
    known = {model.index[w]: n for w, n in counts_of(title, text).items() if w in model.index}
    if len(known) < _FEWEST_WORDS:
        return {}
    rows = np.fromiter(known, np.int64, len(known))
    values = weighted(np.fromiter(known.values(), np.float64, len(known)), model.idf[rows])
    sums = (values @ model.weights[rows]) * model.scale + model.bias
    shares = np.exp(sums - sums.max())
    shares /= shares.sum()
    return {
        topic: _calibrated(float(share), model) for topic, share in zip(model.topics, shares, strict=True)
    }


def _calibrated(share: float, model: _Weights) -> float:
    odds = log(share + 1e-9) - log(1 - share + 1e-9)
    return 1 / (1 + exp(-(odds * model.slope + model.offset)))
