"""Fit the weights of `page_evidence` and print them, with precision and recall held out by site.

Usage: python tests/eval/train_page_kind.py CORPUS.parquet (columns id, url, html, page_type). Needs scikit-learn.
"""

from __future__ import annotations

import sys

import numpy as np
import pyarrow.parquet as pq
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.address import registered_domain
from copydesk.tasks.clean.decode import decode
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.metadata import read_metadata
from copydesk.tasks.clean.page import parse_page
from copydesk.tasks.clean.page_evidence import EVIDENCE_WEIGHTS, evidence


def rows_of(path: str) -> list[tuple[list[float], bool, str]]:
    """Return the evidence of each page, whether it is an article, and its site."""
    rows = []
    for row in pq.read_table(path, columns=["id", "url", "html", "page_type"]).to_pylist():
        try:
            root = parse_page(decode(row["html"], None, is_html=True).text)
        except RejectedInputError:
            continue
        metadata = read_metadata(root, row["url"], None)
        page = PageEvidence(
            title=metadata.title,
            lead=metadata.lead,
            authors=metadata.authors,
            article_body=metadata.article_body,
            language=metadata.language,
        )
        values = evidence(metadata, tuple(label_page(root, page)), row["url"] or metadata.canonical_url or "")
        site = (registered_domain(row["url"]) if row["url"] else None) or row["id"]
        rows.append(([values[name] for name in EVIDENCE_WEIGHTS], row["page_type"] == "article", site))
    return rows


def main(path: str) -> None:
    """Fit, judge held out, print."""
    rows = rows_of(path)
    matrix = np.array([values for values, _, _ in rows])
    truth = np.array([article for _, article, _ in rows])
    sites = [site for _, _, site in rows]
    guess = np.zeros(len(rows), dtype=bool)
    for train, test in GroupKFold(10).split(matrix, truth, sites):
        guess[test] = (
            LogisticRegression(C=0.5, max_iter=3000).fit(matrix[train], truth[train]).predict(matrix[test])
        )
    right = (guess & truth).sum()
    print(f"held out: precision {right / guess.sum():.3f}, recall {right / truth.sum():.3f}")
    model = LogisticRegression(C=0.5, max_iter=3000).fit(matrix, truth)
    print(f"START = {model.intercept_[0]:.2f}")
    for name, weight in zip(EVIDENCE_WEIGHTS, model.coef_[0], strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main(sys.argv[1])
