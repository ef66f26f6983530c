"""Learn the weights for lines of bare text, or say how well they do on publishers they have not seen.

    python tests/eval/train_text.py CORPUS.parquet [--pages PAGES.parquet...] --out tasks/clean   # writes weights
    python tests/eval/train_text.py CORPUS.parquet [--pages PAGES.parquet...] --validate   # folds by publisher

CORPUS has the columns `corpus`, `id`, `text` (scraped) and `body` (gold). PAGES have `corpus, id, url, html,
page_type, body`: they tell the publishers of CORPUS' texts (registered domains), and their other articles are
learnt from as well, never judged; those without a body are given the one that `label_page` finds. The score is
the F1 of words, macro-averaged by corpus. The same corpora give the same weights.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from export_model import export_model
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold
from text_corpus import Text, read_texts, word_f1
from wording_counts import WordingCounts

from copydesk.tasks.clean.label_text import choose_kept
from copydesk.tasks.clean.text_scores import FIRST_NAMES, SECOND_NAMES, second_matrix

FOLDS, INNER_FOLDS = 5, 3
SETTINGS = {
    "max_leaf_nodes": 15,
    "min_samples_leaf": 40,
    "l2_regularization": 2.0,
    "max_features": 0.25,
    "max_bins": 63,
    "early_stopping": False,
    "random_state": 0,
}
FIRST = {"max_iter": 100, "learning_rate": 0.1}
SECOND = {"max_iter": 130, "learning_rate": 0.1}
Matrices = Sequence[np.ndarray]
Models = tuple[HistGradientBoostingClassifier, HistGradientBoostingClassifier]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pages", nargs="+", type=Path, default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    texts = read_texts(options.corpus, options.pages)
    if options.validate:
        report(texts, unseen_scores(texts, count_wording(texts)))
    if options.out:
        write_weights(texts, options.out)


def write_weights(texts: Sequence[Text], folder: Path) -> None:
    """Write to `folder` the three files of weights that all of `texts` teach."""
    counts = count_wording(texts)
    every = range(len(texts))
    first, second = learn(texts, first_matrices(texts, counts, every), every)
    export_model(first, FIRST_NAMES, folder / "weights_text.npz")
    export_model(second, SECOND_NAMES, folder / "weights_text_second.npz")
    counts.write(folder / "weights_wording.npz")


def count_wording(texts: Sequence[Text]) -> WordingCounts:
    return WordingCounts(
        [text.publisher for text in texts], [text.lines for text in texts], [text.kept for text in texts]
    )


def first_matrices(texts: Sequence[Text], counts: WordingCounts, train: Sequence[int]) -> list[np.ndarray]:
    """Return all texts' features of the first look, by what the words of those to train on say."""
    wordings = counts.matrices({texts[number].publisher for number in train})
    return [np.column_stack([text.matrix, wording]) for text, wording in zip(texts, wordings, strict=True)]


def learn(texts: Sequence[Text], matrices: Matrices, train: Sequence[int]) -> Models:
    """Learn both looks; the second learns from scores as the first gives them to unseen publishers."""
    scores: dict[int, np.ndarray] = {}
    for inner, held in folds(texts, train, INNER_FOLDS):
        scores |= predict(fit(texts, matrices, inner, FIRST), matrices, held)
    return fit(texts, matrices, train, FIRST), fit(
        texts, second_matrices(texts, matrices, scores), train, SECOND
    )


def second_matrices(
    texts: Sequence[Text], matrices: Matrices, scores: dict[int, np.ndarray]
) -> dict[int, np.ndarray]:
    return {
        number: second_matrix(matrices[number], found, texts[number].characters)
        for number, found in scores.items()
    }


def folds(texts: Sequence[Text], numbers: Sequence[int], count: int) -> list[tuple[list[int], list[int]]]:
    """Cut the texts of these numbers into folds by publisher: what to train on, what to test."""
    numbers = list(numbers)
    groups = [texts[number].publisher for number in numbers]
    cut = GroupKFold(count, shuffle=True, random_state=0).split(numbers, groups=groups)
    return [([numbers[i] for i in train], [numbers[i] for i in test]) for train, test in cut]


def fit(
    texts: Sequence[Text],
    matrices: Matrices | dict[int, np.ndarray],
    train: Sequence[int],
    settings: dict[str, float],
) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(**SETTINGS, **settings).fit(
        np.vstack([matrices[number] for number in train]),
        np.concatenate([texts[number].kept for number in train]),
        sample_weight=np.concatenate([texts[number].weights for number in train]),
    )


def predict(
    classifier: HistGradientBoostingClassifier,
    matrices: Matrices | dict[int, np.ndarray],
    numbers: Sequence[int],
) -> dict[int, np.ndarray]:
    found = classifier.predict_proba(np.vstack([matrices[number] for number in numbers]))[:, 1]
    ends = np.cumsum([len(matrices[number]) for number in numbers])[:-1]
    return dict(zip(numbers, np.split(found.astype(np.float32), ends), strict=True))


def unseen_scores(texts: Sequence[Text], counts: WordingCounts) -> dict[int, np.ndarray]:
    """Return the scores of the judged texts' lines by weights learnt from other publishers."""
    scores: dict[int, np.ndarray] = {}
    for train, test in folds(texts, range(len(texts)), FOLDS):
        judged = [number for number in test if texts[number].judged]
        matrices = first_matrices(texts, counts, train)
        first, second = learn(texts, matrices, train)
        seconds = second_matrices(texts, matrices, predict(first, matrices, judged))
        scores |= predict(second, seconds, judged)
    return scores


def report(texts: Sequence[Text], scores: dict[int, np.ndarray]) -> None:
    by_corpus: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for number, text_scores in scores.items():
        text = texts[number]
        chosen = choose_kept(text.lines, text.verdicts, text_scores)
        body = "\n\n".join(line for line, keep in zip(text.lines, chosen, strict=True) if keep)
        by_corpus[text.corpus].append((word_f1(text.body, "\n".join(text.lines)), word_f1(text.body, body)))
    for corpus, pairs in sorted(by_corpus.items()):
        before, after = np.mean(pairs, axis=0)
        print(f"{corpus}: {len(pairs)} texts, word F1 {before:.4f} as scraped, {after:.4f} labelled")


if __name__ == "__main__":
    main()
