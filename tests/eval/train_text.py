"""Learn the weights for lines of bare text, or say how well they do on publishers they have not seen.

    python tests/eval/train_text.py CORPUS.parquet --out tasks/clean      # trains on everything, writes weights
    python tests/eval/train_text.py CORPUS.parquet --validate             # cross-validation by publisher

CORPUS has the columns `corpus`, `id`, `text` (scraped) and `body` (gold). Publishers are told apart by `id` up to
its date, or, where another Parquet with `corpus`, `id` and `url` is given by --addresses, by registered domain.
The score is the F1 of words, macro-averaged by corpus. The same corpora give the same weights.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import tldextract
from export_model import export_model
from gold_blocks import align
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from copydesk.tasks.clean.label_text import choose_kept
from copydesk.tasks.clean.rule import Verdict
from copydesk.tasks.clean.rules import apply_rules
from copydesk.tasks.clean.text_features import NAMES, line_matrix
from copydesk.tasks.clean.text_lines import blocks_of

FOLDS = 5
SETTINGS = {
    "max_iter": 200,
    "max_leaf_nodes": 15,
    "learning_rate": 0.07,
    "min_samples_leaf": 40,
    "l2_regularization": 2.0,
    "max_features": 0.25,
    "max_bins": 63,
    "early_stopping": False,
    "random_state": 0,
}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """One scraped text with its gold."""

    corpus: str
    publisher: str
    body: str
    lines: list[str]
    verdicts: list[Verdict | None]
    matrix: np.ndarray
    kept: np.ndarray
    weights: np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--addresses", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    texts = read_texts(options.corpus, options.addresses)
    if options.validate:
        report(texts, unseen_scores(texts))
    if options.out:
        export_model(learn(texts), NAMES, options.out / "weights_text.npz")


def read_texts(corpus: Path, addresses: Path | None) -> list[Text]:
    domains = {}
    if addresses:
        extract = tldextract.TLDExtract(suffix_list_urls=())
        for row in pq.read_table(addresses, columns=["corpus", "id", "url"]).to_pylist():
            domains[row["corpus"], row["id"]] = extract(row["url"] or "").top_domain_under_public_suffix
    return [read_text(row, domains) for row in pq.read_table(corpus).to_pylist()]


def read_text(row: dict[str, str], domains: dict[tuple[str, str], str]) -> Text:
    lines = blocks_of(row["text"])
    verdicts = apply_rules(lines)
    kept, _ = align(lines, row["body"])
    named = re.sub(r"_\d{4}_.*", "", row["id"].split("/")[-1])
    dated = named != row["id"].split("/")[-1]
    words = np.array([len(_WORD.findall(line)) for line in lines]) + 0.3
    return Text(
        corpus=row["corpus"],
        publisher=f"{row['corpus']}:{named if dated else domains.get((row['corpus'], row['id'])) or row['id']}",
        body=row["body"],
        lines=lines,
        verdicts=verdicts,
        matrix=line_matrix(lines, verdicts),
        kept=kept,
        # Texts count alike, lines by their words: so does the score.
        weights=words / words.sum() * 20,
    )


def learn(texts: Sequence[Text]) -> HistGradientBoostingClassifier:
    classifier = HistGradientBoostingClassifier(**SETTINGS)
    return classifier.fit(
        np.vstack([text.matrix for text in texts]),
        np.concatenate([text.kept for text in texts]),
        sample_weight=np.concatenate([text.weights for text in texts]),
    )


def unseen_scores(texts: Sequence[Text]) -> list[np.ndarray]:
    """Return the scores of each text's lines by weights learnt from other publishers."""
    scores: list[np.ndarray] = [np.empty(0)] * len(texts)
    publishers = [text.publisher for text in texts]
    folds = GroupKFold(FOLDS, shuffle=True, random_state=0).split(texts, groups=publishers)
    for train, test in folds:
        classifier = learn([texts[i] for i in train])
        for i in test:
            scores[i] = classifier.predict_proba(texts[i].matrix)[:, 1].astype(np.float32)
    return scores


def report(texts: Sequence[Text], scores: Sequence[np.ndarray]) -> None:
    by_corpus: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for text, text_scores in zip(texts, scores, strict=True):
        chosen = choose_kept(text.lines, text.verdicts, text_scores)
        body = "\n\n".join(line for line, keep in zip(text.lines, chosen, strict=True) if keep)
        by_corpus[text.corpus].append((word_f1(text.body, "\n".join(text.lines)), word_f1(text.body, body)))
    for corpus, pairs in sorted(by_corpus.items()):
        before, after = np.mean(pairs, axis=0)
        print(f"{corpus}: {len(pairs)} texts, word F1 {before:.4f} as scraped, {after:.4f} labelled")


def word_f1(gold: str, found: str) -> float:
    true, got = Counter(_WORD.findall(gold.lower())), Counter(_WORD.findall(found.lower()))
    shared = sum((true & got).values())
    if not shared:
        return 0.0
    precision, recall = shared / sum(got.values()), shared / sum(true.values())
    return 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    main()
