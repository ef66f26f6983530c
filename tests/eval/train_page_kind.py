"""Learn the weights of the page's kind, and say how well they do on sites that they have not seen.

    python tests/eval/train_page_kind.py PAGES.parquet [ARTICLES.parquet...] --out tasks/clean
    python tests/eval/train_page_kind.py PAGES.parquet [ARTICLES.parquet...] --confusions

Files have the columns `corpus, id, url, html, page_type`. Corpora with other page types than articles are
learnt from and validated on; all pages of the others are articles, which weigh less and are not validated on.
Every page is learnt from four times: as it is; without its address, since files come without one; by its title
and text alone, since small outlets have no more; and without its elements, since scripts fill in some pages. What the makers' words say is learnt first, each site's
from other sites, so that the trees see words speak as they will of new sites.

Needs scikit-learn. The same corpora give the same weights. Takes about two minutes on two cores.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from export_model import export_model
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from copydesk.tasks.address import registered_domain
from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.decode import decode
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.metadata import Metadata, read_metadata
from copydesk.tasks.clean.page import parse_page, read_blocks
from copydesk.tasks.clean.page_kind import ARTICLE_ABOVE, EVIDENCE_NAMES, known_evidence
from copydesk.tasks.clean.page_tokens import BINS, VOICES, bins, page_tokens

FOLDS, INNER_FOLDS, SEEDS = 8, 5, 3
SETTINGS = {"max_iter": 120, "max_leaf_nodes": 8, "learning_rate": 0.06, "max_features": 0.3}
WAYS = ("as it is", "without address", "title and text alone", "without elements")
_WEIGHTS = (1.0, 0.5, 0.5, 0.3)
# Which of `VOICES` speak in each of `WAYS`.
_HEARD = np.array([[1, 1, 1, 1, 1], [0, 1, 1, 1, 1], [0, 0, 1, 1, 1], [1, 1, 0, 1, 0]], dtype=bool)
_ARTICLES_WEIGH = 0.6
# Words of fewer sites are names.
_LEAST_SITES = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's evidence in each of `WAYS` but its voices', its bags of words, and what it is."""

    corpus: str
    ways: list[list[float]]
    bags: list[list[int]]
    kind: str
    address: str
    site: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """The words' weights (`VOICES` by `BINS`) and biases, and the trees of each seed."""

    weights: np.ndarray
    biases: np.ndarray
    trees: list[HistGradientBoostingClassifier]


class Pages:
    """All pages as arrays."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        others = {page.corpus for page in seen if page.kind not in ("", "article")}
        self.seen = seen
        self.judged = np.array([page.corpus in others for page in seen])
        self.article = np.array([page.kind in ("", "article") or page.corpus not in others for page in seen])
        self.weight = np.where(self.judged, 1.0, _ARTICLES_WEIGH)
        self.site = np.unique([page.site for page in seen], return_inverse=True)[1]
        self.ways = [
            np.array([page.ways[way] for page in seen], dtype=np.float32) for way in range(len(WAYS))
        ]
        self.bags = [_sparse([page.bags[voice] for page in seen]) for voice in range(len(VOICES))]

    def voices(self, rows: np.ndarray, learnt: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        weights, biases = learnt
        said = [
            bag[rows] @ weights[voice] + np.where(bag[rows].getnnz(axis=1) > 0, biases[voice], 0)
            for voice, bag in enumerate(self.bags)
        ]
        return np.column_stack(said)

    def matrix(self, rows: np.ndarray, said: np.ndarray, way: int) -> np.ndarray:
        heard = said * _HEARD[way]
        return np.hstack([self.ways[way][rows], heard, heard.sum(axis=1, keepdims=True)]).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--confusions", action="store_true")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    options = parser.parse_args()
    columns = ["corpus", "id", "url", "html", "page_type"]
    rows = [row for path in options.corpora for row in pq.read_table(path, columns=columns).to_pylist()]
    with ProcessPoolExecutor(options.processes) as pool:
        pages = Pages([seen for seen in pool.map(look, rows, chunksize=20) if seen])
        report(pages, pool, options.confusions)
    if options.out:
        export(learn(pages, np.arange(len(pages.seen))), options.out)


def look(row: dict[str, Any]) -> Seen | None:
    """Gather the evidence of one page; None where it is no HTML."""
    try:
        root = parse_page(decode(row["html"], None, is_html=True).text)
    except RejectedInputError:
        return None
    found = read_metadata(root, row["url"], None)
    known = PageEvidence.of(found)
    shown = read_blocks(root)
    blocks = tuple(label_page(root, known, shown))
    address = row["url"] or found.canonical_url or ""
    told = (
        (found, address, shown),
        (found, "", shown),
        (Metadata(title=found.title), "", shown),
        (found, address, ()),
    )
    return Seen(
        corpus=row["corpus"],
        ways=[known_evidence(metadata, blocks, where, seen) for metadata, where, seen in told],
        bags=[bins(bag) for bag in page_tokens(found, address, root, shown)],
        kind=row["page_type"] or "",
        address=row["url"] or row["id"],
        site=(registered_domain(row["url"]) if row["url"] else None) or row["id"],
    )


def _sparse(bags: Sequence[Sequence[int]]) -> csr_matrix:
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    columns = np.array([number for bag in bags for number in bag], dtype=int)
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(bags), BINS))


def learn_words(pages: Pages, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights and biases of a logistic regression for each of `VOICES`."""
    weights, biases = np.zeros((len(VOICES), BINS), np.float32), np.zeros(len(VOICES), np.float32)
    site = pages.site[rows]
    by_site = csr_matrix((np.ones(len(rows)), (site, np.arange(len(rows)))))
    for voice, bag in enumerate(pages.bags):
        known = (by_site @ bag[rows]).getnnz(axis=0) >= _LEAST_SITES
        model = LogisticRegression(C=0.1, max_iter=100, tol=1e-3)
        model.fit(bag[rows][:, known], pages.article[rows], sample_weight=pages.weight[rows])
        weights[voice, known], biases[voice] = model.coef_[0], model.intercept_[0]
    # As they are stored.
    return weights.astype(np.float16).astype(np.float32), biases


def learn(pages: Pages, rows: np.ndarray) -> Learnt:
    said = np.zeros((len(rows), len(VOICES)), np.float32)
    for train, test in GroupKFold(INNER_FOLDS).split(rows, groups=pages.site[rows]):
        said[test] = pages.voices(rows[test], learn_words(pages, rows[train]))
    matrix = np.vstack([pages.matrix(rows, said, way) for way in range(len(WAYS))])
    truth = np.tile(pages.article[rows], len(WAYS))
    weight = np.concatenate([pages.weight[rows] * way for way in _WEIGHTS])
    trees = [
        HistGradientBoostingClassifier(
            early_stopping=False, random_state=seed, l2_regularization=2.0, min_samples_leaf=15, **SETTINGS
        ).fit(matrix, truth, sample_weight=weight)
        for seed in range(SEEDS)
    ]
    return Learnt(*learn_words(pages, rows), trees)


def unseen_scores(pages: Pages, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    """Return, by `WAYS`, the probabilities of the pages `test` by what was learnt from `train`."""
    learnt = learn(pages, train)
    said = pages.voices(test, (learnt.weights, learnt.biases))
    scores = [
        np.mean([tree.decision_function(pages.matrix(test, said, way)) for tree in learnt.trees], axis=0)
        for way in range(len(WAYS))
    ]
    return 1 / (1 + np.exp(-np.array(scores)))


def report(pages: Pages, pool: ProcessPoolExecutor, confusions: bool) -> None:
    """Print precision and recall of `article` on held-out sites, for each of `WAYS`."""
    folds = list(GroupKFold(FOLDS).split(pages.site, groups=pages.site))
    trains, tests = zip(*folds, strict=True)
    scores = np.zeros((len(WAYS), len(pages.seen)))
    for test, found in zip(tests, pool.map(unseen_scores, [pages] * FOLDS, trains, tests), strict=True):
        scores[:, test] = found
    truth = pages.article[pages.judged]
    for name, way in zip(WAYS, scores, strict=True):
        print(f"{name}: {_figures(way[pages.judged] > ARTICLE_ABOVE, truth)}")
        print(f"    of the other corpora's articles found: {(way[~pages.judged] > ARTICLE_ABOVE).mean():.3f}")
    tuned = np.zeros(len(pages.seen), dtype=bool)
    for test in tests:
        rest = pages.judged.copy()
        rest[test] = False
        tuned[test] = scores[0, test] > _even(scores[0, rest], pages.article[rest])
    print(f"as it is, threshold tuned on the other folds: {_figures(tuned[pages.judged], truth)}")
    print(f"precision and recall meet at {_even(scores[0, pages.judged], truth):.2f}")
    if confusions:
        list_confusions(pages, scores[0])


def _figures(guess: np.ndarray, truth: np.ndarray) -> str:
    right = (guess & truth).sum()
    return f"precision {right / guess.sum():.3f}, recall {right / truth.sum():.3f}"


def _even(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the threshold above which there are as many pages as there are articles."""
    return float(np.sort(scores)[::-1][truth.sum()])


def list_confusions(pages: Pages, scores: np.ndarray) -> None:
    wrong = np.flatnonzero(pages.judged & ((scores > ARTICLE_ABOVE) != pages.article))
    for number in wrong[np.argsort(-scores[wrong])]:
        print(f"{scores[number]:.2f} {pages.seen[number].kind:14} {pages.seen[number].address[:120]}")


def export(learnt: Learnt, folder: Path) -> None:
    """Write the trees of all seeds as one model, each weighing its share, and the words' weights."""
    predictors: list[Any] = []
    for tree in learnt.trees:
        for (grown,) in tree._predictors:
            nodes = grown.nodes.copy()
            nodes["value"] /= len(learnt.trees)
            predictors.append((SimpleNamespace(nodes=nodes),))
    baseline = np.mean([np.ravel(tree._baseline_prediction)[0] for tree in learnt.trees])
    together = SimpleNamespace(_predictors=predictors, _baseline_prediction=baseline)
    export_model(together, EVIDENCE_NAMES, folder / "weights_kind.npz")
    np.savez_compressed(
        folder / "weights_kind_words.npz",
        weights=learnt.weights.astype(np.float16),
        biases=learnt.biases,
    )


if __name__ == "__main__":
    main()
