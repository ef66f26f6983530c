"""Learn the top-level topics of English text, and say how well that does on publishers that it has not seen.

    python tests/eval/train_topics.py OUTPUT/articles PLACES.parquet ATTRIBUTIONS.parquet \
        --taxonomy IPTC-MediaTopic-NewsCodes.xlsx --out tasks/enrich

A dataset has the columns `input_id` or `id`, `title`, `body` or `text`, and `source` or `publisher`. What
they are about stands in `topics_labels.tsv`, by their id, as a reader marked it from headline and opening;
more than one topic may be right. Beside them the definitions of the Media Topics (IPTC, CC BY 4.0) and our
own terms are learnt from. What a word says is drawn towards what its neighbours in the vectors of
en_core_web_md (MIT) say, so that words which were seldom seen have their say too. What is kept are weights
of words, no text.

Needs scikit-learn. The same texts give the same weights. Takes about two minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow.dataset as ds
import spacy
from build_topics_names import LEVELS, rows
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from copydesk.tasks.enrich.model import DEFAULT_MODEL
from copydesk.tasks.enrich.topics_names import read_table, top_of
from copydesk.tasks.enrich.topics_text import READ, counts_of, weighted
from copydesk.tasks.enrich.topics_words import stems

LABELS = Path(__file__).with_name("topics_labels.tsv")
TOPS = sorted({top_of(topic) for topic in read_table("topics_names.json")})
STRENGTH = 10.0
FROM_DEFINITIONS, FROM_TERMS = 0.1, 0.5
"""What a definition and a list of terms count beside an article."""
EVEN = 0.5
"""How far rare topics are made to count as much as common ones: 0 not at all, 1 wholly."""
SELDOM = 3
NAME_PUBLISHERS = 8
"""A name is a word only where so many publishers use it."""

Texts = list[Counter[str]]


def read_all(paths: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """Return (id, publisher, headline, text) of every text, in the order of their ids."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for path in paths:
        for row in ds.dataset(path, partitioning="hive").to_table().to_pylist():
            key = row.get("input_id") or f"{Path(path).stem}:{row['id']}"
            publisher = row.get("source") or row.get("publisher") or Path(path).stem
            text = "\n".join(filter(None, (row.get("lead"), row.get("body") or row.get("text"))))
            found[key] = (key, publisher, row["title"] or "", text)
    return [found[key] for key in sorted(found)]


def read(paths: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """Return those of the texts that have a label."""
    labelled = {line.split("\t")[0] for line in LABELS.read_text().splitlines()}
    return [text for text in read_all(paths) if text[0] in labelled]


def names_of(texts: Sequence[tuple[str, str, str, str]]) -> set[str]:
    """Return the words that are mostly written with a capital within sentences."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for *_, text in texts:
        for match in re.finditer(r"(?<![.!?\"“”:] )(?<!^)\b[^\W_]+(?:['’.-][^\W_]+)*", text[:READ]):
            (capital if match[0][0].isupper() else small).update(stems(match[0]))
    return {word for word, count in capital.items() if count > 4 * small[word]}


def vocabulary(texts: Sequence[tuple[str, str, str, str]], counts: Texts, beside: Texts) -> dict[str, float]:
    """Return the words to learn from, with their inverse document frequency."""
    seen: Counter[str] = Counter(word for count in counts for word in count)
    publishers: defaultdict[str, set[str]] = defaultdict(set)
    for (_, publisher, _, _), count in zip(texts, counts, strict=True):
        for word in count:
            publishers[word].add(publisher)
    names, sure = names_of(texts), {word for count in beside for word in count}
    return {
        word: float(np.clip(np.log((len(texts) + 1) / (seen[word] + 1)), 0, 6))
        for word in sorted(seen.keys() | sure)
        if len(word) > 1
        and (
            word in sure
            or (
                seen[word] >= SELDOM
                and len(publishers[word]) >= (NAME_PUBLISHERS if word in names else SELDOM)
            )
        )
    }


def matrix(counts: Texts, words: dict[str, float]) -> csr_matrix:
    """Return the weights of the words that each text holds, texts by words."""
    index, idf = {word: i for i, word in enumerate(words)}, np.array(list(words.values()))
    data, columns, starts = [], [], [0]
    for count in counts:
        known = {index[word]: number for word, number in count.items() if word in index}
        values = weighted(np.array(list(known.values()), float), idf[list(known)])
        data.extend(values)
        columns.extend(known)
        starts.append(len(columns))
    return csr_matrix((data, columns, starts), shape=(len(counts), len(words)))


def vectors(words: dict[str, float]) -> np.ndarray:
    """Return the words' vectors, of length 1, less their mean; zeros for a word that has none."""
    vocab = spacy.load(DEFAULT_MODEL).vocab
    out = np.array([vocab.get_vector(word) for word in words], np.float64)
    norms = np.linalg.norm(out, axis=1)
    known = norms > 0
    out[known] /= norms[known, None]
    out[known] -= out[known].mean(axis=0)
    return out


def taxonomy(path: str) -> tuple[Texts, list[list[int]]]:
    """Return the words of the topics' names and definitions, and their top levels."""
    table, texts, labels = read_table("topics_names.json"), [], []
    for cells in rows(path):
        topic = next((cells[c] for c in LEVELS if cells.get(c)), "").removeprefix("medtop:")
        if topic in table:
            texts.append(Counter(stems(f"{cells['P']} {cells['P']} {cells.get('Q', '')}")))
            labels.append([TOPS.index(top_of(topic))])
    return texts, labels


def terms() -> tuple[Texts, list[list[int]]]:
    """Return the terms of each topic as a text, the telling ones twice, and its top level."""
    table = read_table("topics_terms.json")
    texts = [Counter(stems(f"{sure} {sure} {supporting}")) for sure, supporting in table.values()]
    return texts, [[TOPS.index(top_of(topic))] for topic in table]


class Learner:
    """A multinomial logistic regression over words and, beside them, the sum of their vectors."""

    def __init__(self, vectors: np.ndarray, beside: list[tuple[csr_matrix, list[list[int]], float]]) -> None:
        self.vectors, self.beside = vectors, beside

    def learn(self, texts: csr_matrix, labels: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
        """Return the weights, words by topics, and the bias."""
        parts, wanted, shares = [], [], []
        for part, said, share in [(texts, labels, 1.0), *self.beside]:
            parts.append(part[[i for i, found in enumerate(said) for _ in found]])
            wanted += [topic for found in said for topic in found]
            shares += [share / len(found) for found in said for _ in found]
        found, weights = np.array(wanted), np.array(shares)
        total = np.bincount(found, weights, len(TOPS))
        weights *= (total.mean() / total[found]) ** EVEN
        stacked = vstack(parts).tocsr()
        both = hstack([csr_matrix(stacked @ self.vectors), stacked]).tocsr()
        model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-4).fit(both, found, sample_weight=weights)
        size = self.vectors.shape[1]
        return self.vectors @ model.coef_[:, :size].T + model.coef_[:, size:].T, model.intercept_


def validate(
    learner: Learner, texts: csr_matrix, labels: list[list[int]], publishers: np.ndarray
) -> np.ndarray:
    """Return the log-odds of each topic for each text, each publisher judged by the others."""
    odds = np.zeros((texts.shape[0], len(TOPS)))
    for train, test in GroupKFold(5).split(texts, groups=publishers):
        weights, bias = learner.learn(texts[train], [labels[i] for i in train])
        scores = texts[test] @ weights + bias
        share = np.exp(scores - scores.max(1, keepdims=True))
        share /= share.sum(1, keepdims=True)
        odds[test] = np.log(share + 1e-9) - np.log(1 - share + 1e-9)
    return odds


def calibrated(odds: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return the line that turns the odds into those of being right (Platt)."""
    # Only what could be said: far below, it is all alike.
    near = odds.ravel() > -4
    model = LogisticRegression(C=1e4).fit(odds.ravel()[near, None], right.ravel()[near])
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def report(odds: np.ndarray, right: np.ndarray, line: tuple[float, float], kinds: np.ndarray) -> None:
    """Print how often the best topic is right among the texts of which the model is surest."""
    best, rank = odds.argmax(1), np.arange(len(odds))
    score, good = 1 / (1 + np.exp(-(odds.max(1) * line[0] + line[1]))), right[rank, best]
    for kind in sorted(set(kinds)):
        inside = kinds == kind
        for floor in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
            said = inside & (score >= floor)
            print(
                f"{kind}: from {floor}: speaks {said.sum() / inside.sum():.2f}, right {good[said].mean():.3f}"
            )
    for low, high in ((0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        said = (score >= low) & (score < high)
        print(
            f"score {low}-{high}: {said.sum()} texts, right {good[said].mean():.2f}, score {score[said].mean():.2f}"
        )


def write(
    path: Path, words: dict[str, float], weights: np.ndarray, bias: np.ndarray, line: tuple[float, float]
) -> None:
    """Write the weights as bytes, each topic's by its own scale."""
    scale = np.abs(weights).max(axis=0) / 127
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        idf=np.round(np.array(list(words.values())) * 40).astype(np.uint8),
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
        line=np.array(line, np.float32),
        topics=np.frombuffer("\n".join(TOPS).encode(), np.uint8),
    )


def main() -> None:
    """Validate, learn from all and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--taxonomy", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    texts = read(args.texts)
    said = dict(line.split("\t") for line in LABELS.read_text().splitlines())
    labels = [[TOPS.index(code + "000000") for code in said[key].split()] for key, *_ in texts]
    counts = [counts_of(stems(title), stems(text[:READ])) for _, _, title, text in texts]
    defined, named = taxonomy(args.taxonomy), terms()
    words = vocabulary(texts, counts, defined[0] + named[0])
    beside = [
        (matrix(defined[0], words), defined[1], FROM_DEFINITIONS),
        (matrix(named[0], words), named[1], FROM_TERMS),
    ]
    learner, held = Learner(vectors(words), beside), matrix(counts, words)
    odds = validate(learner, held, labels, np.array([publisher for _, publisher, *_ in texts]))
    right = np.array([[topic in found for topic in range(len(TOPS))] for found in labels])
    line = calibrated(odds, right)
    report(odds, right, line, np.array([key.partition(":")[0] for key, *_ in texts]))
    weights, bias = learner.learn(held, labels)
    write(args.out / "weights_topics.npz", words, weights, bias, line)
    print(json.dumps({"texts": len(texts), "words": len(words), "line": line}))


if __name__ == "__main__":
    main()
