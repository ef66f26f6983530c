"""The tagger: a small convolutional network over a whole article, in numpy.

Each token is its word (spaCy's vector, cut to 96 numbers), its first and last three letters, its shape,
whether it is a known name (`entities_gazetteer`) and what the text around tells. Convolutions of three tokens
each read its surroundings. Then each token is read together with the mean of all tokens of the same form in
the article, so that a name that one sentence makes plain is known in all.
`tests/eval/train_entities.py` makes the weights and says from what.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.entities_gazetteer import LISTS, Gazetteer
from copydesk.tasks.enrich.entities_tokens import BUCKETS, Tokens, form_features, surroundings

LABELS = ("person", "organization", "place", "facility", "group", "product", "event", "other")
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))

_PATH = Path(__file__).with_name("weights_entities.npz")
_TABLES = ("word", "first", "last", "shape", "bucket")
_Array = NDArray[np.float32]


class Net:
    """Weights, read once a process."""

    def __init__(self, path: Path) -> None:
        """Read the weights: tables of bytes with a scale for each column become numbers again."""
        with np.load(path) as stored:
            arrays = dict(stored)
        self.words: NDArray[np.uint32] = arrays.pop("words")
        self.vector_of: NDArray[np.uint16] = arrays.pop("rows")
        lists = (arrays.pop(f"gaz_{name}").tolist() for name in LISTS)
        self.gazetteer = Gazetteer(*map(frozenset, lists))
        scales = {name.removesuffix("_scale"): a for name, a in arrays.items() if name.endswith("_scale")}
        self.arrays: dict[str, _Array] = {
            name: array.astype(np.float32) * scales.get(name, np.float32(1))
            for name, array in arrays.items()
            if not name.endswith("_scale")
        }
        self.layers = sum(name.startswith("conv") for name in self.arrays)

    def inputs(self, tokens: Tokens) -> tuple[NDArray[np.int64], _Array]:
        """Return for each form its rows in the tables, for each token its flags."""
        rows = np.zeros((len(tokens.forms), len(_TABLES)), dtype=np.int64)
        rows[:, :4] = [form_features(form) for form in tokens.forms]
        hashes = rows[:, 0].astype(np.uint32)
        places = np.searchsorted(self.words, hashes).clip(max=len(self.words) - 1)
        rows[:, 0] = np.where(self.words[places] == hashes, self.vector_of[places], 0)
        rows[:, 4] = hashes % BUCKETS
        return rows, np.concatenate((surroundings(tokens), self.gazetteer.hints(tokens)), axis=1)

    def log_odds(self, tokens: Tokens) -> _Array:
        """Return the logarithm of the probability of each of TAGS for each token."""
        rows, flags = self.inputs(tokens)
        a = self.arrays
        tables = [a[name][rows[:, column]] for column, name in enumerate(_TABLES)]
        of_form = np.concatenate(tables, axis=1) @ a["in_form"]
        x = np.maximum(of_form[tokens.kinds] + flags @ a["in_flags"] + a["in_bias"], 0)
        for layer in range(self.layers):
            x = x + np.maximum(_convolved(_normal(x), a[f"conv{layer}"]) + a[f"bias{layer}"], 0)
        x = _normal(x)
        hidden = x @ a["out_here"] + (_means(x, tokens) @ a["out_mean"])[tokens.kinds]
        scores = np.maximum(hidden + a["out_bias"], 0) @ a["tag"] + a["tag_bias"]
        scores -= scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), dtype=np.float32)


def _normal(x: _Array) -> _Array:
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / x.shape[1] + 1e-5)
    return np.asarray(centred / spread[:, None])


def _convolved(x: _Array, weights: _Array) -> _Array:
    """Read each token with its two neighbours; `weights` has three blocks: before, here, after."""
    width = x.shape[1]
    read = x @ weights[width : 2 * width]
    read[1:] += x[:-1] @ weights[:width]
    read[:-1] += x[1:] @ weights[2 * width :]
    return np.asarray(read)


def _means(x: _Array, tokens: Tokens) -> _Array:
    order = np.argsort(tokens.kinds, kind="stable")
    counts = np.bincount(tokens.kinds, minlength=len(tokens.forms))
    firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return np.asarray(np.add.reduceat(x[order], firsts, axis=0) / counts[:, None], dtype=np.float32)


@cache
def net() -> Net:
    """Return the shipped tagger."""
    return Net(_PATH)
