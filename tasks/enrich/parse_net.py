"""The parser: a small network over all sentences of an article at once, in numpy.

Each token is its word (the vector that the tagger of entities has too), what was learnt of it where it
is common, its first and last three letters and its shape. Convolutions of three tokens and attention
within the sentence read its surroundings. Then each token gets a Penn tag, for each token of its
sentence a score of being its head, itself meaning that it is a root (a biaffine form: Dozat and Manning,
2017), and with its head a label.
`tests/eval/train_parse.py` makes the weights and says from what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.entities_net import net as entities_net
from copydesk.tasks.enrich.entities_tokens import form_features
from copydesk.tasks.enrich.nets import Floats, convolved, normal, read_weights, rows_of

_TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS"
    " PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
)
_LABELS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj"
    " csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd"
    " parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
TAGS, LABELS = tuple(_TAGS.split()), tuple(_LABELS.split())
TABLES = ("word", "common", "first", "last", "shape")
STEPS = "ccaccac"
"""The order of convolutions and attentions."""
HEADS = 4
FAR = 24
"""Tokens from which all distances are alike."""
WIDTHS = (4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 64, 96, 128, 192)
"""Tokens of the sentences that are read together, at most; longer ones are read in parts of the last."""
MOST_TOGETHER = 6_000
"""Tokens that are read at a time, which bounds memory."""

_PATH = Path(__file__).with_name("weights_parse.npz")
_Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of about one length: their numbers, lengths, width with the gap, first row in the layout."""

    sentences: list[int]
    lengths: _Numbers
    width: int
    begin: int

    @property
    def end(self) -> int:
        """The row behind the group's last."""
        return self.begin + len(self.sentences) * self.width

    @property
    def outside(self) -> Floats:
        """What is added to scores [sentence, any, row]: rows that are no tokens must not be taken."""
        inside = np.arange(self.width) < self.lengths[:, None]
        return np.where(inside, np.float32(0), np.float32(-1e9))[:, None, :]


def groups(lengths: Sequence[int]) -> list[Group]:
    """Return sentences grouped by length; each has a row for each token and at least one free row behind."""
    order = np.argsort(lengths, kind="stable")
    bounds = np.searchsorted(np.asarray(lengths)[order], WIDTHS, side="right")
    made: list[Group] = []
    begin = first = 0
    for width, last in zip(WIDTHS, bounds.tolist(), strict=True):
        if last > first:
            numbers = order[first:last].tolist()
            made.append(Group(numbers, np.array([lengths[n] for n in numbers]), width + 1, begin))
            begin, first = made[-1].end, last
    return made


class Net:
    """Weights, read once a process; the table of word vectors is the tagger's."""

    def __init__(self, path: Path) -> None:
        """Read the weights."""
        self.arrays, stored = read_weights(path, "commons")
        self.common: NDArray[np.uint32] = stored["commons"]
        self.arrays["word"] = entities_net().arrays["word"]

    def states(self, forms: Sequence[str], kinds: _Numbers, made: Sequence[Group]) -> Floats:
        """Return what is known of each row of the layout; `kinds` gives its form, -1 for free rows."""
        a, rows = self.arrays, form_rows(forms, self.common)
        tables = [a[name][rows[:, column]] for column, name in enumerate(TABLES)]
        of_form = np.maximum(np.concatenate(tables, axis=1) @ a["in_form"] + a["in_bias"], 0)
        filled = (kinds >= 0).astype(np.float32)[:, None]
        x = of_form[kinds] * filled
        for place, step in enumerate(STEPS):
            read = normal(x) * filled
            if step == "c":
                x = x + np.maximum(convolved(read, a[f"conv{place}"]) + a[f"bias{place}"], 0)
            else:
                x = x + self._attention(read, place, made)
        return normal(x) * filled

    def _attention(self, x: Floats, place: int, made: Sequence[Group]) -> Floats:
        read = x @ self.arrays[f"ask{place}"]
        near = self.arrays[f"near{place}"]
        size = read.shape[1] // 3 // HEADS
        found = np.empty((len(x), HEADS * size), dtype=np.float32)
        for group in made:
            shape = (len(group.sentences), group.width, 3, HEADS, size)
            asks, keys, values = read[group.begin : group.end].reshape(shape).transpose(2, 0, 3, 1, 4)
            scores = asks @ keys.swapaxes(2, 3)
            scores += near[:, distances(group.width)]
            scores += group.outside[:, None]
            scores -= scores.max(axis=3, keepdims=True)
            np.exp(scores, out=scores)
            read_by = (scores @ values) / scores.sum(axis=3, keepdims=True)
            found[group.begin : group.end] = read_by.transpose(0, 2, 1, 3).reshape(-1, HEADS * size)
        return np.asarray(found @ self.arrays[f"mix{place}"])

    def arcs(self, x: Floats, made: Sequence[Group]) -> list[Floats]:
        """Return for each group the scores [sentence, token, head], -1e9 for what is no token."""
        a = self.arrays
        child = np.maximum(x @ a["arc_child"] + a["arc_child_bias"], 0)
        head = np.maximum(x @ a["arc_head"] + a["arc_head_bias"], 0)
        asks, near, root = child @ a["arc"], child @ a["arc_near"] + a["arc_near_bias"], child @ a["arc_root"]
        scored = []
        for group in made:
            part, shape = slice(group.begin, group.end), (len(group.sentences), group.width, -1)
            scores = asks[part].reshape(shape) @ head[part].reshape(shape).swapaxes(1, 2)
            scores += np.take_along_axis(near[part].reshape(shape), distances(group.width)[None], axis=2)
            scores += group.outside
            diagonal = np.arange(group.width)
            scores[:, diagonal, diagonal] = root[part].reshape(shape[:2])
            scored.append(scores)
        return scored

    def tags(self, x: Floats) -> _Numbers:
        """Return for each row the place of its tag in TAGS."""
        return np.asarray((x @ self.arrays["tag"] + self.arrays["tag_bias"]).argmax(axis=1))

    def labels(self, x: Floats, heads: _Numbers) -> _Numbers:
        """Return for each row the place of its label in LABELS, `heads` being rows."""
        a = self.arrays
        apart = np.clip(heads - np.arange(len(heads)), -FAR, FAR) + FAR
        hidden = x @ a["label_child"] + (x @ a["label_head"])[heads] + a["label_near"][apart]
        scores = np.maximum(hidden, 0) @ a["label"] + a["label_bias"]
        root = heads == np.arange(len(heads))
        return np.asarray(np.where(root, LABELS.index("ROOT"), scores[:, 1:].argmax(axis=1) + 1))


def form_rows(forms: Sequence[str], common: NDArray[np.uint32]) -> _Numbers:
    """Return each form's rows in TABLES; row 0 stands for words that a table does not know."""
    features = np.array([form_features(form.replace("’", "'")) for form in forms], dtype=np.int64)
    hashes = features[:, 0].astype(np.uint32)
    return np.stack((entities_net().vectors_of(hashes), rows_of(hashes, common), *features.T[1:]), axis=1)


@cache
def distances(width: int) -> _Numbers:
    """Return how far each token stands from each, cut at FAR, as a place in a table."""
    tokens = np.arange(width)
    return np.asarray(np.clip(tokens[None, :] - tokens[:, None], -FAR, FAR) + FAR)


@cache
def net() -> Net:
    """Return the shipped parser."""
    return Net(_PATH)
