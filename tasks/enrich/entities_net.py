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
from copydesk.tasks.enrich.nets import Floats, convolved, normal, read_weights, rows_of

LABELS = ("person", "organization", "place", "facility", "group", "product", "event", "other")
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))

_PATH = Path(__file__).with_name("weights_entities.npz")
_TABLES = ("word", "first", "last", "shape", "bucket")


class Net:
    """Weights, read once a process."""

    def __init__(self, path: Path) -> None:
        """Read the weights."""
        lists = [f"gaz_{name}" for name in LISTS]
        self.arrays, stored = read_weights(path, "words", "rows", *lists)
        self.words: NDArray[np.uint32] = stored["words"]
        self.vector_of: NDArray[np.uint16] = stored["rows"]
        self.gazetteer = Gazetteer(*(frozenset(stored[name].tolist()) for name in lists))
        self.layers = sum(name.startswith("conv") for name in self.arrays)

    def vectors_of(self, hashes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return the rows of words' vectors by the words' hashes, 0 where there is none."""
        return rows_of(hashes, self.words, self.vector_of)

    def inputs(self, tokens: Tokens) -> tuple[NDArray[np.int64], Floats]:
        """Return for each form its rows in the tables, for each token its flags."""
        rows = np.zeros((len(tokens.forms), len(_TABLES)), dtype=np.int64)
        rows[:, :4] = [form_features(form) for form in tokens.forms]
        hashes = rows[:, 0].astype(np.uint32)
        rows[:, 0] = self.vectors_of(hashes)
        rows[:, 4] = hashes % BUCKETS
        return rows, np.concatenate((surroundings(tokens), self.gazetteer.hints(tokens)), axis=1)

    def log_odds(self, tokens: Tokens) -> Floats:
        """Return the logarithm of the probability of each of TAGS for each token."""
        rows, flags = self.inputs(tokens)
        a = self.arrays
        tables = [a[name][rows[:, column]] for column, name in enumerate(_TABLES)]
        of_form = np.concatenate(tables, axis=1) @ a["in_form"]
        x = np.maximum(of_form[tokens.kinds] + flags @ a["in_flags"] + a["in_bias"], 0)
        for layer in range(self.layers):
            x = x + np.maximum(convolved(normal(x), a[f"conv{layer}"]) + a[f"bias{layer}"], 0)
        x = normal(x)
        hidden = x @ a["out_here"] + (_means(x, tokens) @ a["out_mean"])[tokens.kinds]
        scores = np.maximum(hidden + a["out_bias"], 0) @ a["tag"] + a["tag_bias"]
        scores -= scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), dtype=np.float32)


def _means(x: Floats, tokens: Tokens) -> Floats:
    order = np.argsort(tokens.kinds, kind="stable")
    counts = np.bincount(tokens.kinds, minlength=len(tokens.forms))
    firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return np.asarray(np.add.reduceat(x[order], firsts, axis=0) / counts[:, None], dtype=np.float32)


@cache
def net() -> Net:
    """Return the shipped tagger."""
    return Net(_PATH)
