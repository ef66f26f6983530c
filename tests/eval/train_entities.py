"""Learn the weights of the tagger of entities, in three runs of about ten minutes each on one core.

    train=tests/eval/train_entities.py
    python $train CORPORA --out first.npz
    python $train CORPORA --out second.npz --second first.npz
    python $train CORPORA --out tasks/enrich/weights_entities.npz --teachers first.npz second.npz

CORPORA is a directory with `articles.parquet` (`body`), `attributions.parquet` and `places.parquet` (`text`): news
that the spaCy model labels and our rules correct, once as it stands and once with the names of people and places
replaced by others from all over the world; and `entities_open.parquet` (`corpus, tokens, tags`: re3d, wikigold,
GUM). The second run learns nothing where the first's net and spaCy differ; the third learns what both nets say
together. A corpus that entities are measured on is not read. The same corpora give the same weights on one machine.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from entities_corpus import Learnt, Renaming, english_texts, labelled, labelled_by, open_corpora, person_lists
from entities_tables import VECTOR, gazetteer, vectors
from net_training import Weights, adam, convolved, dropped, normal, save

from copydesk.tasks.enrich.entities_gazetteer import HINTS, LISTS, Gazetteer
from copydesk.tasks.enrich.entities_net import TAGS, Net
from copydesk.tasks.enrich.entities_tokens import (
    AFFIXES,
    BUCKETS,
    SHAPES,
    Tokens,
    form_features,
    surroundings,
    tokens_of,
)
from copydesk.tasks.enrich.nets import rows_of

WIDTH, LAYERS, EPOCHS = 128, 4, 2.5
CHUNK, BATCH, DROPPED, RATE = 512, 8, 0.2, 2e-3
TIMES = {"labelled": 1, "wikigold": 3, "re3d": 2, "gum": 1}
ANY = np.ones(len(TAGS), np.float32)
NONE = np.eye(len(TAGS), dtype=np.float32)[0]
MISC = np.array([tag[2:] in ("group", "product", "event", "other") for tag in TAGS], np.float32)


@dataclass
class Example:
    """A learnt text as tokens, and for each token the tags that it may have (1) or not (0)."""

    corpus: str
    tokens: Tokens
    allowed: np.ndarray


def example(learnt: Learnt) -> Example:
    tokens = tokens_of(learnt.text)
    starts = np.array(tokens.starts)
    allowed = np.tile(NONE, (len(starts), 1))
    for start, end, label in learnt.names:
        first, last = np.searchsorted(starts, (start, end))
        for token in range(first, last):
            tag = TAGS.index(("B-" if token == first else "I-") + label)
            allowed[token] = np.eye(len(TAGS), dtype=np.float32)[tag]
    for start, end, kind in learnt.unsure:
        for token in range(*np.searchsorted(starts, (start, end))):
            if kind == "misc":
                allowed[token] = MISC
            elif kind == "any" or (tokens.forms[tokens.kinds[token]][0].isupper() and allowed[token][0]):
                allowed[token] = ANY
    return Example(learnt.corpus, tokens, allowed)


def chunks(
    examples: list[Example], words: np.ndarray, rows: np.ndarray, known: Gazetteer
) -> list[tuple[str, *tuple[np.ndarray, ...]]]:
    """Cut the examples in pieces of CHUNK tokens: rows of the tables, flags, kinds, allowed tags."""
    pieces = []
    for one in examples:
        if len(one.tokens.starts) < 5:
            continue
        features = np.array([form_features(form) for form in one.tokens.forms], dtype=np.int64)
        hashes = features[:, 0].astype(np.uint32)
        features[:, 0] = rows_of(hashes, words, rows)
        features = np.concatenate((features, (hashes % BUCKETS)[:, None]), axis=1).astype(np.int32)
        flags = np.concatenate((surroundings(one.tokens), known.hints(one.tokens)), axis=1)
        for first in range(0, len(one.tokens.starts), CHUNK):
            part = slice(first, first + CHUNK)
            kinds = one.tokens.kinds[part]
            pieces.append(
                (
                    one.corpus,
                    features[kinds],
                    flags[part],
                    np.unique(kinds, return_inverse=True)[1],
                    one.allowed[part],
                )
            )
    return pieces


def fresh() -> Weights:
    draw = np.random.default_rng(1)

    def weights(rows: int, columns: int, scale: float = 1.0) -> np.ndarray:
        return (draw.standard_normal((rows, columns)) * scale * np.sqrt(2 / rows)).astype(np.float32)

    new = {
        "bucket": weights(BUCKETS, 16, 5),
        "first": weights(AFFIXES, 16, 5),
        "last": weights(AFFIXES, 16, 5),
        "shape": weights(SHAPES, 12, 2),
        "in_form": weights(VECTOR + 16 + 16 + 12 + 16, WIDTH),
        "in_flags": weights(6 + HINTS, WIDTH),
        "in_bias": np.zeros(WIDTH, np.float32),
        "out_here": weights(WIDTH, WIDTH),
        "out_mean": weights(WIDTH, WIDTH, 0.5),
        "out_bias": np.zeros(WIDTH, np.float32),
        "tag": weights(WIDTH, len(TAGS), 0.5),
        "tag_bias": np.zeros(len(TAGS), np.float32),
    }
    for layer in range(LAYERS):
        new[f"conv{layer}"] = weights(3 * WIDTH, WIDTH, 0.7)
        new[f"bias{layer}"] = np.zeros(WIDTH, np.float32)
    return {name: jnp.array(value) for name, value in new.items()}


def log_odds(  # noqa: PLR0917
    w: Weights, vector: Any, features: Any, flags: Any, kinds: Any, mask: Any, key: Any
) -> Any:
    """The net of `entities_net`, with dropout; the word is forgotten for all tokens of a kind at once."""
    batch, length = kinds.shape
    keys = jax.random.split(key, 4)

    chance = jnp.take_along_axis(jax.random.uniform(keys[0], (batch, length)), kinds % length, axis=1)
    known = chance >= DROPPED
    word = jnp.where(known, features[..., 0], 0)
    bucket = w["bucket"][features[..., 4]] * (word == features[..., 0])[..., None]
    tables = [w[name][features[..., 1 + place]] for place, name in enumerate(("first", "last", "shape"))]
    x = dropped(jnp.concatenate([vector[word], *tables, bucket], -1), keys[1], DROPPED)
    x = jax.nn.relu(x @ w["in_form"] + flags @ w["in_flags"] + w["in_bias"]) * mask[..., None]
    for layer in range(LAYERS):
        y = convolved(normal(x) * mask[..., None], w[f"conv{layer}"]) + w[f"bias{layer}"]
        x = x + dropped(jax.nn.relu(y), jax.random.fold_in(keys[2], layer), DROPPED)
    x = normal(x) * mask[..., None]
    segments = (kinds + jnp.arange(batch)[:, None] * CHUNK).reshape(-1)
    sums = jax.ops.segment_sum(x.reshape(-1, WIDTH), segments, batch * CHUNK)
    counts = jax.ops.segment_sum(mask.reshape(-1), segments, batch * CHUNK)
    means = (sums / jnp.maximum(counts, 1)[:, None]) @ w["out_mean"]
    hidden = jax.nn.relu(x @ w["out_here"] + means[segments].reshape(batch, length, WIDTH) + w["out_bias"])
    return jax.nn.log_softmax(dropped(hidden, keys[3], DROPPED) @ w["tag"] + w["tag_bias"])


def loss(w: Weights, vector: Any, batch: tuple[Any, ...], key: Any) -> Any:
    features, flags, kinds, mask, allowed = batch
    found = log_odds(w, vector, features, flags, kinds, mask, key)
    missed = -jax.scipy.special.logsumexp(jnp.where(allowed > 0, found, -1e9), axis=-1)
    return (missed * mask).sum() / mask.sum()


def batch_of(pieces: list[Any]) -> tuple[np.ndarray, ...]:
    features = np.zeros((BATCH, CHUNK, 5), np.int32)
    flags = np.zeros((BATCH, CHUNK, 6 + HINTS), np.float32)
    kinds = np.full((BATCH, CHUNK), CHUNK - 1, np.int32)
    mask = np.zeros((BATCH, CHUNK), np.float32)
    allowed = np.ones((BATCH, CHUNK, len(TAGS)), np.float32)
    for place, (_, *parts) in enumerate(pieces):
        length = len(parts[2])
        for whole, part in zip((features, flags, kinds, allowed), parts, strict=True):
            whole[place, :length] = part
        mask[place, :length] = 1
    return features, flags, kinds, mask, allowed


def learn(pieces: list[Any], vector: np.ndarray) -> Weights:
    places = [place for place, piece in enumerate(pieces) for _ in range(TIMES[piece[0]])]
    steps = int(EPOCHS * len(places) / BATCH)
    draw = np.random.default_rng(0)
    order = np.concatenate([draw.permutation(places) for _ in range(int(EPOCHS) + 1)])
    w = fresh()
    m, v = (jax.tree.map(jnp.zeros_like, w) for _ in range(2))
    table, step = jnp.array(vector), adam(loss, memory=0.999)
    for number in range(steps):
        batch = batch_of([pieces[place] for place in order[number * BATCH : (number + 1) * BATCH]])
        rate = RATE * min(1, (number + 1) / 200) * max(0.02, 1 - number / steps)
        w, m, v, value = step(w, m, v, number + 1.0, rate, table, batch, jax.random.PRNGKey(number))
        if number % 200 == 199:
            print(f"{number + 1} of {steps}: {float(value):.4f}", flush=True)
    return {name: np.array(value) for name, value in w.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--second", type=Path, help="weights of the first run")
    parser.add_argument(
        "--teachers", type=Path, nargs="+", help="weights of earlier runs, which label instead"
    )
    options = parser.parse_args()
    people = person_lists()
    texts = english_texts(options.corpora)
    if options.teachers:
        as_they_stand = list(labelled_by(texts, [Net(path) for path in options.teachers]))
    else:
        as_they_stand = list(labelled(texts, Net(options.second) if options.second else None))
    renaming = Renaming(people)
    renamed = [renaming.of(one) for one in as_they_stand]
    gold = open_corpora(options.corpora / "entities_open.parquet")
    examples = [example(one) for one in (*as_they_stand, *renamed, *gold)]
    counts: Counter[str] = Counter()
    for one in examples:
        counts.update(one.tokens.forms[kind].lower() for kind in one.tokens.kinds)
    words, rows, vector = vectors(counts)
    known = gazetteer(counts, people)
    weights = learn(chunks(examples, words, rows, known), vector)
    lists = {f"gaz_{name}": np.array(sorted(getattr(known, name)), np.uint32) for name in LISTS}
    save({**weights, "word": vector}, {"words": words, "rows": rows, **lists}, options.out)


if __name__ == "__main__":
    main()
