"""What the small networks have in common: weights as they are stored, words by their hashes, the layers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def read_weights(path: Path, *apart: str) -> tuple[dict[str, Floats], dict[str, Any]]:
    """Return a net's arrays as numbers, and those named `apart` as they are stored.

    Large tables are stored as bytes, `NAME_scale` having a scale for each column.
    """
    with np.load(path) as stored:
        arrays = dict(stored)
    as_stored = {name: arrays.pop(name) for name in apart}
    scales = {name.removesuffix("_scale"): a for name, a in arrays.items() if name.endswith("_scale")}
    weights = {
        name: array.astype(np.float32) * scales.get(name, np.float32(1))
        for name, array in arrays.items()
        if not name.endswith("_scale")
    }
    return weights, as_stored


def rows_of(
    hashes: NDArray[np.uint32], known: NDArray[np.uint32], rows: NDArray[Any] | None = None
) -> NDArray[np.int64]:
    """Return the row in a table of each hash's word; 0 for one that is not among `known` (sorted).

    `rows` gives the row of each of `known`; without it, they are the rows from 1 on.
    """
    places = np.searchsorted(known, hashes).clip(max=len(known) - 1)
    found = places + 1 if rows is None else rows[places]
    return np.where(known[places] == hashes, found, 0).astype(np.int64)


def normal(x: Floats) -> Floats:
    """Return each row with a mean of 0 and a spread of 1."""
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / x.shape[1] + 1e-5)
    return np.asarray(centred / spread[:, None])


def convolved(x: Floats, weights: Floats) -> Floats:
    """Read each row with its two neighbours; `weights` has three blocks: before, here, after."""
    width = x.shape[1]
    read = x @ weights[width : 2 * width]
    read[1:] += x[:-1] @ weights[:width]
    read[:-1] += x[1:] @ weights[2 * width :]
    return np.asarray(read)
