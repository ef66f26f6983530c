"""Fit what the points of a topic's terms say of its being right, and say how well that holds.

    python tests/eval/fit_topic_terms.py OUTPUT/articles PLACES.parquet ATTRIBUTIONS.parquet

The texts are those of `train_topics.py`. `topics_judged.tsv` holds the topics that their terms gave for 150 of them, and
whether a reader agreed. Prints the constants of `tasks/enrich/topics.py` and, each tenth judged by the others, precision and
recall. Needs scikit-learn; seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from train_topics import read_all

from copydesk.tasks.enrich.topics_names import top_of
from copydesk.tasks.enrich.topics_terms import points_of
from copydesk.tasks.enrich.topics_text import READ, scores_of
from copydesk.tasks.enrich.topics_words import stems

JUDGED = Path(__file__).with_name("topics_judged.tsv")
LEAST = 0.005


def features(paths: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return for each judged topic the logarithm of its points and the odds of its top level, and whether it is right."""
    texts = {key: (title, text) for key, _, title, text in read_all(paths)}
    rows, right = [], []
    for line in JUDGED.read_text().splitlines():
        key, topic, judged = line.split("\t")
        title, text = stems(texts[key][0]), stems(texts[key][1][:READ])
        points = points_of(title, text).get(topic)
        if points:
            top = np.clip(scores_of(title, text).get(top_of(topic), 0.0), LEAST, 1 - LEAST)
            rows.append((np.log(points), np.log(top / (1 - top))))
            right.append(judged == "1")
    return np.array(rows), np.array(right)


def main() -> None:
    """Print the constants and how well they hold."""
    rows, right = features(sys.argv[1:])
    model = LogisticRegression(C=100)
    score = cross_val_predict(model, rows, right, cv=10, method="predict_proba")[:, 1]
    for floor in (0.5, 0.6, 0.7, 0.8, 0.9):
        said = score >= floor
        print(
            f"from {floor}: precision {right[said].mean():.2f}, recall {right[said].sum() / right.sum():.2f}"
        )
    model.fit(rows, right)
    print(f"points {model.coef_[0, 0]:.2f}, odds {model.coef_[0, 1]:.2f}, offset {model.intercept_[0]:.2f}")


if __name__ == "__main__":
    main()
