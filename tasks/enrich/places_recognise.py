"""Which of the candidates are places: each is weighed by its features, the likeliest without overlap stay."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.places_spans import Candidate

THRESHOLD = 0.4
"""The probability from which a candidate is a place."""
_PATH = Path(__file__).with_name("weights_places.npz")


class Weights:
    """What was learned, read once a process."""

    def __init__(self, path: Path) -> None:
        """Read the weights of the features of candidates, and those of the numbers of `places_resolve`."""
        with np.load(path, allow_pickle=False) as stored:
            names, values = stored["names"].tobytes().decode().split("\n"), stored["values"].tolist()
            self.of_feature: dict[str, float] = dict(zip(names, values, strict=True))
            self.alone: NDArray[np.float32] = stored["alone"]
            self.together: NDArray[np.float32] = stored["together"]

    def likely(self, features: Sequence[str]) -> float:
        """Return the probability that a candidate with these features is a place."""
        score = sum(self.of_feature.get(feature, 0.0) for feature in set(features))
        return float(1 / (1 + np.exp(-score)))


def chosen(candidates: Sequence[Candidate], likely: Sequence[float]) -> list[Candidate]:
    """Return the candidates that are places, in order; of two that overlap the likelier, then the longer."""
    ranked = sorted(
        (
            (p, c.end - c.start, -c.start, c)
            for p, c in zip(likely, candidates, strict=True)
            if p >= THRESHOLD
        ),
        key=lambda entry: entry[:3],
        reverse=True,
    )
    taken: list[Candidate] = []
    covered: set[int] = set()
    for *_, candidate in ranked:
        its = range(candidate.first, candidate.last + 1)
        if covered.isdisjoint(its):
            covered.update(its)
            taken.append(candidate)
    return sorted(taken, key=lambda candidate: candidate.start)


@cache
def weights() -> Weights:
    """Return the shipped weights."""
    return Weights(_PATH)
