"""Learn the weights of the page's kind, and say how well they do on sites that they have not seen.

    python tests/eval/train_page_kind.py CORPUS.parquet --out tasks/clean

A corpus has the columns `id, url, html, page_type`. Every page is learnt from three times: as it is, without
its address, since files come without one, and by its title and text alone, since small outlets have no more.
Needs scikit-learn. The same corpus gives the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from export_model import export_model
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from copydesk.tasks.article import Block, RejectedInputError
from copydesk.tasks.clean.address import registered_domain
from copydesk.tasks.clean.decode import decode
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.metadata import Metadata, read_metadata
from copydesk.tasks.clean.page import parse_page
from copydesk.tasks.clean.page_evidence import EVIDENCE_NAMES, evidence
from copydesk.tasks.clean.page_kind import ARTICLE_ABOVE

FOLDS = 8
SETTINGS = {"max_iter": 100, "max_leaf_nodes": 8, "learning_rate": 0.08, "max_features": 0.3}
WAYS = ("as it is", "without address", "title and text alone")
_WEIGHTS = (1.0, 0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's evidence in each of `WAYS`, whether it is an article, and its site."""

    ways: list[list[float]]
    article: bool
    site: str


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    columns = ["id", "url", "html", "page_type"]
    pages = [
        seen for row in pq.read_table(options.corpus, columns=columns).to_pylist() if (seen := look(row))
    ]
    report(pages)
    if options.out:
        export_model(learn(pages), EVIDENCE_NAMES, options.out / "weights_kind.npz")


def look(row: dict[str, Any]) -> Seen | None:
    """Gather the evidence of one page; None where it is no HTML."""
    try:
        root = parse_page(decode(row["html"], None, is_html=True).text)
    except RejectedInputError:
        return None
    found = read_metadata(root, row["url"], None)
    known = PageEvidence(found.title, found.lead, found.authors, found.article_body, found.language)
    blocks = tuple(label_page(root, known))
    return Seen(
        ways=in_all_ways(found, blocks, row["url"] or found.canonical_url or ""),
        article=row["page_type"] == "article",
        site=(registered_domain(row["url"]) if row["url"] else None) or row["id"],
    )


def in_all_ways(found: Metadata, blocks: Sequence[Block], address: str) -> list[list[float]]:
    told = ((found, address), (found, ""), (Metadata(title=found.title), ""))
    return [list(evidence(metadata, blocks, where).values()) for metadata, where in told]


def learn(pages: Sequence[Seen]) -> HistGradientBoostingClassifier:
    classifier = HistGradientBoostingClassifier(
        early_stopping=False, random_state=0, l2_regularization=2.0, min_samples_leaf=15, **SETTINGS
    )
    return classifier.fit(
        np.array([page.ways[way] for way in range(len(WAYS)) for page in pages]),
        np.array([page.article for page in pages] * len(WAYS)),
        sample_weight=np.repeat(_WEIGHTS, len(pages)),
    )


def report(pages: Sequence[Seen]) -> None:
    """Print precision and recall of `article` on held-out sites, for each of `WAYS`."""
    truth = np.array([page.article for page in pages])
    guesses = np.zeros((len(WAYS), len(pages)), dtype=bool)
    for train, test in GroupKFold(FOLDS).split(truth, truth, [page.site for page in pages]):
        classifier = learn([pages[number] for number in train])
        for way in range(len(WAYS)):
            found = classifier.predict_proba([pages[number].ways[way] for number in test])
            guesses[way][test] = found[:, 1] > ARTICLE_ABOVE
    for name, guess in zip(WAYS, guesses, strict=True):
        right = (guess & truth).sum()
        print(f"{name}: precision {right / guess.sum():.3f}, recall {right / truth.sum():.3f}")


if __name__ == "__main__":
    main()
