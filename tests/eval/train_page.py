"""Learn the weights of the body model, or say how well it does on publishers it has not seen.

    python tests/eval/train_page.py CORPUS.parquet... --out tasks/clean   # trains on everything, writes weights
    python tests/eval/train_page.py CORPUS.parquet... --validate          # cross-validation by publisher
    python tests/eval/train_page.py CORPUS.parquet... --across            # train on one corpus, score the others

A corpus has the columns `corpus, id, url, html, page_type, body, keep, drop`: a gold body, or
passages that a body must and must not hold. Only articles are scored. Needs lightgbm and tldextract. The same corpora
give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import lightgbm
import numpy as np
from body_scores import score_all
from export_model import export_booster
from page_corpus import Page, read_pages

from copydesk.tasks.clean.features import NAMES

FOLDS = 5
TREES = 200
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": 31,
    "feature_fraction_bynode": 0.3,
    "min_data_in_leaf": 40,
    "lambda_l2": 1.0,
    "seed": 0,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}
# Pages that are no articles (products, threads, manuals) teach what furniture looks like, but have bodies of
# their own kind.
_OTHER_KINDS = 0.2
# Blocks far from any body are many and easy: a fifth of them, weighing five times as much, will do.
_FAR, _SHARE = 5, 0.2


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
        export_booster(learn(pages), NAMES, options.out / "weights_page.npz")
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


def learn(pages: Sequence[Page]) -> lightgbm.Booster:
    used = [page.weight > 0 for page in pages]
    weights = [page.weight * (1.0 if page.is_article else _OTHER_KINDS) for page in pages]
    data = lightgbm.Dataset(
        np.vstack([page.matrix[use] for page, use in zip(pages, used, strict=True)]),
        np.concatenate([page.kept[use] for page, use in zip(pages, used, strict=True)]),
        weight=np.concatenate([weight[use] for weight, use in zip(weights, used, strict=True)]),
    )
    return lightgbm.train(SETTINGS, data, TREES)


def predict(booster: lightgbm.Booster, pages: Sequence[Page]) -> list[np.ndarray]:
    scores = booster.predict(np.vstack([page.matrix for page in pages]))
    return np.split(scores.astype(np.float32), np.cumsum([len(page.kept) for page in pages])[:-1])


def unseen_scores(pages: Sequence[Page]) -> list[np.ndarray]:
    """Return every page's scores by a model that saw no page of its publisher."""
    scores: list[np.ndarray] = [np.empty(0)] * len(pages)
    for fold in range(FOLDS):
        unseen = [number for number, page in enumerate(pages) if page.fold(FOLDS) == fold]
        booster = learn([page for page in pages if page.fold(FOLDS) != fold])
        for number, found in zip(unseen, predict(booster, [pages[i] for i in unseen]), strict=True):
            scores[number] = found
    return scores


def report(name: str, pages: Sequence[Page], scores: Sequence[np.ndarray]) -> None:
    articles = [number for number, page in enumerate(pages) if page.is_article]
    judged = [pages[number] for number in articles], [scores[number] for number in articles]
    print(name, score_all(*judged), flush=True)


def report_across(pages: Sequence[Page]) -> None:
    for corpus in sorted({page.corpus for page in pages if page.body}):
        known = [page for page in pages if page.corpus == corpus]
        publishers = {page.publisher for page in known}
        other = [page for page in pages if page.corpus != corpus and page.publisher not in publishers]
        report(f"trained on {corpus}", other, predict(learn(known), other))


if __name__ == "__main__":
    main()
