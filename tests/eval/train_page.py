"""Learn the weights of the body model, or say how well it does on publishers it has not seen.

    python tests/eval/train_page.py CORPUS.parquet... --out tasks/clean   # trains on everything, writes weights
    python tests/eval/train_page.py CORPUS.parquet... --validate          # cross-validation by publisher
    python tests/eval/train_page.py CORPUS.parquet... --across            # train on one corpus, score the others

A corpus has the columns `corpus, id, url, html, page_type, body, keep, drop`: a gold body, or
passages that a body must and must not hold. Needs scikit-learn and tldextract. The same corpora
give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from body_scores import score_all
from export_model import export_model
from page_corpus import Page, read_pages
from sklearn.ensemble import HistGradientBoostingClassifier

from copydesk.tasks.clean.features import NAMES

FOLDS = 5
SETTINGS = {"max_iter": 120, "max_leaf_nodes": 31, "learning_rate": 0.1, "max_features": 0.3}
# Blocks far from any body are many and easy: a fifth of them, weighing five times as much, will do.
_FAR, _SHARE = 5, 0.2
# Validation learns from half of the blocks, to halve its time; the weights that ship learn from all.
_HALF = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--validate", action="store_true")
    parser.add_argument("--across", action="store_true")
    options = parser.parse_args()
    pages = read_pages(options.corpora)
    thin(pages)
    if options.out:
        export_model(learn(pages), NAMES, options.out / "weights_page.npz")
    halve(pages)
    if options.across:
        report_across(pages)
    if options.validate:
        report("unseen publishers", pages, unseen_scores(pages))


def thin(pages: Sequence[Page]) -> None:
    """Take the weight of most blocks that stand far from any body."""
    random = np.random.default_rng(0)
    window = np.ones(2 * _FAR + 1)
    for page in pages:
        if not page.body or len(page.kept) <= len(window):
            continue
        near = np.convolve(page.kept, window, mode="same") > 0
        stays = random.random(len(page.kept)) < _SHARE
        page.weight = np.where(near, page.weight, np.where(stays, page.weight / _SHARE, 0.0))


def halve(pages: Sequence[Page]) -> None:
    random = np.random.default_rng(1)
    for page in pages:
        if page.body:
            page.weight = np.where(random.random(len(page.kept)) < _HALF, page.weight / _HALF, 0.0)


def learn(pages: Sequence[Page]) -> HistGradientBoostingClassifier:
    used = [page.weight > 0 for page in pages]
    classifier = HistGradientBoostingClassifier(
        early_stopping=False, random_state=0, l2_regularization=1.0, min_samples_leaf=40, **SETTINGS
    )
    return classifier.fit(
        np.vstack([page.matrix[use] for page, use in zip(pages, used, strict=True)]),
        np.concatenate([page.kept[use] for page, use in zip(pages, used, strict=True)]),
        sample_weight=np.concatenate([page.weight[use] for page, use in zip(pages, used, strict=True)]),
    )


def predict(classifier: HistGradientBoostingClassifier, pages: Sequence[Page]) -> list[np.ndarray]:
    scores = classifier.predict_proba(np.vstack([page.matrix for page in pages]))[:, 1]
    return np.split(scores.astype(np.float32), np.cumsum([len(page.kept) for page in pages])[:-1])


def unseen_scores(pages: Sequence[Page]) -> list[np.ndarray]:
    """Return every page's scores by a model that saw no page of its publisher."""
    scores: list[np.ndarray] = [np.empty(0)] * len(pages)
    for fold in range(FOLDS):
        unseen = [number for number, page in enumerate(pages) if page.fold(FOLDS) == fold]
        classifier = learn([page for page in pages if page.fold(FOLDS) != fold])
        for number, found in zip(unseen, predict(classifier, [pages[i] for i in unseen]), strict=True):
            scores[number] = found
    return scores


def report(name: str, pages: Sequence[Page], scores: Sequence[np.ndarray]) -> None:
    for above in (0.35, 0.45, 0.55):
        print(name, f"above {above}", score_all(pages, scores, above), flush=True)


def report_across(pages: Sequence[Page]) -> None:
    for corpus in sorted({page.corpus for page in pages if page.body}):
        known = [page for page in pages if page.corpus == corpus]
        publishers = {page.publisher for page in known}
        other = [page for page in pages if page.corpus != corpus and page.publisher not in publishers]
        report(f"trained on {corpus}", other, predict(learn(known), other))


if __name__ == "__main__":
    main()
