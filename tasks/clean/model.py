"""Learnt weights, evaluated with numpy alone.

A model is a sum of decision trees (gradient boosting, Friedman 2001), grown elsewhere and
kept as flat arrays in `weights_<name>.npz` beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
# Of the width that numpy indexes by: it would convert any other at every step.
Integers = npt.NDArray[np.intp]

# Rows times trees that are walked at once: the working arrays stay in the processor's cache.
_CELLS_AT_ONCE = 16_384


@dataclass(frozen=True, slots=True)
class Model:
    """Trees as arrays over all their nodes; a node's two children stand side by side.

    A row goes from `node` to `child[node]`, or to the one after it where the row's value of
    `feature[node]` is above `threshold[node]`. A leaf is its own child and has an infinite
    threshold, so that trees of unequal depth can be walked in step.
    """

    names: tuple[str, ...]
    """The features, in the order of the matrix's columns."""
    roots: Integers
    """Deepest trees first."""
    deep: tuple[int, ...]
    """How many trees are deeper than 0, 1, 2… levels."""
    feature: Integers
    threshold: Floats
    child: Integers
    value: Floats
    bias: float

    def scores(self, matrix: Floats) -> Floats:
        """Return a probability for every row of `matrix` (rows by features, no NaN)."""
        if matrix.ndim != 2 or matrix.shape[1] != len(self.names):
            raise ValueError(f"the model has {len(self.names)} features, the matrix is {matrix.shape}")
        rows = np.ascontiguousarray(matrix, dtype=np.float32)
        total = np.empty(len(rows), dtype=np.float32)
        step = max(1, _CELLS_AT_ONCE // max(1, len(self.roots)))
        for start in range(0, len(rows), step):
            total[start : start + step] = self._sum(rows[start : start + step])
        return np.asarray(1.0 / (1.0 + np.exp(-(total + np.float32(self.bias)))), dtype=np.float32)

    def _sum(self, rows: Floats) -> Floats:
        # Trees by rows, so that the trees which go on are one slice.
        cells = rows.ravel()
        first = np.arange(len(rows), dtype=np.intp) * rows.shape[1]
        node = np.repeat(self.roots, len(rows)).reshape(len(self.roots), len(rows))
        for count in self.deep:
            going = node[:count]
            # No node is out of bounds: `wrap` spares the check.
            cell = first + self.feature.take(going, mode="wrap")
            above = cells.take(cell, mode="wrap") > self.threshold.take(going, mode="wrap")
            node[:count] = self.child.take(going, mode="wrap") + above
        return np.asarray(self.value.take(node).sum(axis=0), dtype=np.float32)


@cache
def load_model(name: str) -> Model:
    """Read `weights_<name>.npz` from beside this file, once; FileNotFoundError where there is none."""
    return read_model(Path(__file__).with_name(f"weights_{name}.npz"))


def read_model(path: Path) -> Model:
    """Read a model that `tests/eval/export_model.py` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        roots, child = arrays["roots"].astype(np.intp), arrays["child"].astype(np.intp)
        depths = _depths(roots, child)
        return Model(
            names=tuple(str(name) for name in arrays["names"]),
            roots=roots[np.argsort(-depths, kind="stable")],
            deep=tuple(int((depths > level).sum()) for level in range(int(depths.max(initial=0)))),
            feature=arrays["feature"].astype(np.intp),
            threshold=arrays["threshold"].astype(np.float32),
            child=child,
            value=arrays["value"].astype(np.float32),
            bias=float(arrays["bias"]),
        )


def _depths(roots: Integers, child: Integers) -> Integers:
    # Steps from each root to its furthest leaf.
    depths = np.zeros(len(roots), dtype=np.intp)
    for number, root in enumerate(roots.tolist()):
        level = [root]
        while level := [
            down for node in level if child[node] != node for down in (child[node], child[node] + 1)
        ]:
            depths[number] += 1
    return depths
