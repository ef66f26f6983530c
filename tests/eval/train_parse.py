"""Learn the weights of the parser: about half an hour on one core.

    python tests/eval/train_parse.py CORPORA --silver SILVER.pickle --out tasks/enrich/weights_parse.npz

CORPORA is a directory with `articles.parquet`, `attributions.parquet` and `places.parquet`, whose English texts the
spaCy model parses (`parse_corpus`; SILVER keeps that for the next time). Publishers whose names' hash is low are held out:
on them the share of heads, of heads with labels and of tags that are the model's is printed. The same corpora give the
same weights on one machine. The vectors of words are those of `weights_entities.npz`: learn anew when they change.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from net_training import Weights, adam, convolved, dropped, normal, save
from parse_corpus import Sentence, held_out, silver

from copydesk.tasks.enrich.entities_net import net as entities_net
from copydesk.tasks.enrich.entities_tokens import AFFIXES, SHAPES, hashed
from copydesk.tasks.enrich.parse_decode import parsed
from copydesk.tasks.enrich.parse_net import (
    FAR,
    HEADS,
    LABELS,
    STEPS,
    TABLES,
    TAGS,
    Net,
    distances,
    form_rows,
)

COMMON, WIDTH, STATES = 6000, 128, 96
BATCH, DROPPED, RATE = 3_000, 0.08, 2e-3
WIDTHS = (8, 16, 24, 32, 40, 56, 80)
Batch = tuple[np.ndarray, ...]


def batches(sentences: list[Sentence], form_of: dict[str, int], draw: Any) -> list[Batch]:
    """Return forms, tags, labels, heads and lengths of sentences of about one length, in no order."""
    tag_of = {tag: place for place, tag in enumerate(TAGS)}
    label_of = {label: place for place, label in enumerate(LABELS)}
    made = []
    lengths = np.array([len(one.words) for one in sentences])
    for width, least in zip(WIDTHS, (0, *WIDTHS[:-1]), strict=True):
        within = draw.permutation(np.flatnonzero((lengths > least) & (lengths <= width)))
        size = BATCH // width
        for first in range(0, len(within) - size + 1, size):
            arrays = np.zeros((4, size, width), np.int32)
            numbers = within[first : first + size]
            for row, number in enumerate(numbers):
                one = sentences[number]
                n = len(one.words)
                arrays[0, row, :n] = [form_of[word] for word in one.words]
                arrays[1, row, :n] = [tag_of[tag] for tag in one.tags]
                arrays[2, row, :n] = [label_of[label] for label in one.labels]
                arrays[3, row, :n] = one.heads
            made.append((*arrays, lengths[numbers]))
    return made


def fresh() -> Weights:
    draw = np.random.default_rng(1)

    def weights(rows: int, columns: int, scale: float = 1.0) -> np.ndarray:
        return (draw.standard_normal((rows, columns)) * scale * np.sqrt(2 / rows)).astype(np.float32)

    new = {
        "common": weights(COMMON + 1, 40, 10),
        "first": weights(AFFIXES, 16, 5),
        "last": weights(AFFIXES, 24, 5),
        "shape": weights(SHAPES, 12, 2),
        "in_form": weights(96 + 40 + 16 + 24 + 12, WIDTH),
        "arc_child": weights(WIDTH, STATES),
        "arc_head": weights(WIDTH, STATES),
        "arc": weights(STATES, STATES, 0.3),
        "arc_near": weights(STATES, 2 * FAR + 1, 0.3),
        "arc_root": weights(STATES, 1, 0.3)[:, 0],
        "label_child": weights(WIDTH, STATES, 0.7),
        "label_head": weights(WIDTH, STATES, 0.7),
        "label_near": weights(2 * FAR + 1, STATES, 0.5),
        "label": weights(STATES, len(LABELS), 0.5),
        "tag": weights(WIDTH, len(TAGS), 0.5),
        "in_bias": np.zeros(WIDTH),
        "arc_child_bias": np.zeros(STATES),
        "arc_head_bias": np.zeros(STATES),
        "arc_near_bias": np.zeros(2 * FAR + 1),
        "label_bias": np.zeros(len(LABELS)),
        "tag_bias": np.zeros(len(TAGS)),
    }
    for place, step in enumerate(STEPS):
        if step == "c":
            new[f"conv{place}"] = weights(3 * WIDTH, WIDTH, 0.7)
            new[f"bias{place}"] = np.zeros(WIDTH)
        else:
            new[f"ask{place}"] = weights(WIDTH, 3 * HEADS * 16, 0.7)
            new[f"near{place}"] = np.zeros((HEADS, 2 * FAR + 1))
            new[f"mix{place}"] = weights(HEADS * 16, WIDTH, 0.5)
    return {name: jnp.array(value, jnp.float32) for name, value in new.items()}


def attention(w: Weights, x: Any, place: int, known: Any, far: Any) -> Any:
    batch, width, _ = x.shape
    read = (x @ w[f"ask{place}"]).reshape(batch, width, 3, HEADS, 16).transpose(2, 0, 3, 1, 4)
    scores = read[0] @ read[1].swapaxes(2, 3) + w[f"near{place}"][:, far]
    weights = jax.nn.softmax(scores + jnp.where(known, 0, -1e9)[:, None, None, :], axis=-1)
    return (weights @ read[2]).transpose(0, 2, 1, 3).reshape(batch, width, -1) @ w[f"mix{place}"]


def states(w: Weights, rows: Any, known: Any, key: Any) -> Any:
    """The states of `parse_net`, with dropout; a word is now and then known by its affixes and shape alone."""
    keys = jax.random.split(key, 3)

    seen = jax.random.uniform(keys[0], (*known.shape, 2)) >= 0.08
    rows = rows.at[..., :2].multiply(seen)
    x = jnp.concatenate([w[name][rows[..., column]] for column, name in enumerate(TABLES)], -1)
    filled = known[..., None].astype(jnp.float32)
    x = dropped(x, keys[1], DROPPED) @ w["in_form"] + w["in_bias"]
    x = dropped(jax.nn.relu(x), keys[2], DROPPED) * filled
    far = distances(known.shape[1])
    for place, step in enumerate(STEPS):
        n = normal(x) * filled
        if step == "c":
            y = jax.nn.relu(convolved(n, w[f"conv{place}"]) + w[f"bias{place}"])
        else:
            y = attention(w, n, place, known, far)
        x = x + dropped(y, jax.random.fold_in(key, place), DROPPED)
    return dropped(normal(x) * filled, jax.random.fold_in(key, 99), DROPPED)


def loss(w: Weights, word: Any, batch: Any, key: Any) -> Any:
    rows, tags, labels, heads, lengths = batch
    width = heads.shape[1]
    known = jnp.arange(width) < lengths[:, None]
    x = states({**w, "word": word}, rows, known, key)
    child = jax.nn.relu(x @ w["arc_child"] + w["arc_child_bias"])
    head = jax.nn.relu(x @ w["arc_head"] + w["arc_head_bias"])
    scores = (child @ w["arc"]) @ head.swapaxes(1, 2)
    near = child @ w["arc_near"] + w["arc_near_bias"]
    scores += jnp.take_along_axis(near, jnp.broadcast_to(distances(width), scores.shape), axis=2)
    root = (child @ w["arc_root"])[..., None]
    scores = jnp.where(jnp.eye(width, dtype=bool), root, scores) + jnp.where(known, 0, -1e9)[:, None, :]
    above = jnp.take_along_axis(x @ w["label_head"], heads[..., None], axis=1)
    apart = jnp.clip(heads - jnp.arange(width), -FAR, FAR) + FAR
    hidden = jax.nn.relu(x @ w["label_child"] + above + w["label_near"][apart])
    found = (scores, hidden @ w["label"] + w["label_bias"], x @ w["tag"] + w["tag_bias"])
    missed = sum(
        -jnp.take_along_axis(jax.nn.log_softmax(odds), gold[..., None], axis=2)[..., 0]
        for odds, gold in zip(found, (heads, labels, tags), strict=True)
    )
    return (missed * known).sum() / known.sum()


def learn(sentences: list[Sentence], common: np.ndarray, epochs: float) -> Weights:
    draw = np.random.default_rng(0)
    forms = sorted({word for one in sentences for word in one.words})
    rows = form_rows(forms, common).astype(np.int32)
    made = batches(sentences, {form: place for place, form in enumerate(forms)}, draw)
    steps = int(epochs * len(made))
    order = np.concatenate([draw.permutation(len(made)) for _ in range(int(epochs) + 1)])
    w = fresh()
    m, v = (jax.tree.map(jnp.zeros_like, w) for _ in range(2))
    word, step = jnp.array(entities_net().arrays["word"]), adam(loss, memory=0.99)
    begun, running = time.time(), 0.0
    for number in range(steps):
        kinds, *rest = made[order[number]]
        rate = RATE * min(1, (number + 1) / 300) * max(0.01, 1 - number / steps)
        batch = (rows[kinds], *rest)
        w, m, v, value = step(w, m, v, number + 1.0, rate, word, batch, jax.random.PRNGKey(number))
        running += float(value)
        if number % 500 == 499:
            print(f"{number + 1} of {steps}: {running / 500:.4f}, {time.time() - begun:.0f} s", flush=True)
            running = 0.0
    return {name: np.array(value) for name, value in w.items()}


def judge(sentences: list[Sentence], by: Net) -> None:
    """Print how many heads, heads with labels and tags of sentences are the model's."""
    found = parsed([(one.words, tuple(range(len(one.words)))) for one in sentences], by)
    right: Counter[str] = Counter()
    for one, own in zip(sentences, found, strict=True):
        for head, label, tag, h, d, t in zip(
            one.heads, one.labels, one.tags, own.heads, own.deps, own.tags, strict=True
        ):
            right.update(tokens=1, heads=head == h, labelled=head == h and label == d, tags=tag == t)
            if label != "punct":
                right.update(words=1, word_heads=head == h, word_labelled=head == h and label == d)
        right.update(sentences=1, whole=own.heads == one.heads)
    tokens, words = right["tokens"], right["words"]
    print(
        f"{tokens} tokens: UAS {right['heads'] / tokens:.4f}, LAS {right['labelled'] / tokens:.4f},"
        f" without punctuation {right['word_heads'] / words:.4f} and {right['word_labelled'] / words:.4f},"
        f" tags {right['tags'] / tokens:.4f}, sentences whole {right['whole'] / right['sentences']:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--part", type=int, default=1, help="learn from every n-th sentence only")
    options = parser.parse_args()
    sentences = silver(options.corpora, options.silver)
    kept = [one for one in sentences if not held_out(one.publisher)][:: options.part]
    counts = Counter(word.lower().replace("’", "'") for one in kept for word in one.words)
    common = np.array(sorted({hashed(word) for word, _ in counts.most_common(COMMON)}), np.uint32)
    weights = learn(kept, common, options.epochs)
    save(weights, {"commons": common}, options.out)
    judge([one for one in sentences if held_out(one.publisher)][::4], Net(options.out))


if __name__ == "__main__":
    main()
