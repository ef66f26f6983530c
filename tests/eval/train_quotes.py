"""Learn which clauses are said by someone, and say how well that does on publishers that it has not seen.

    python tests/eval/train_quotes.py ATTRIBUTIONS.parquet --out tasks/enrich

The file has the columns `publisher`, `text` and `attributions` (`content`: spans of `text`), as PolNeAR's texts
and annotations give them. PolNeAR is for research; what is kept are weights of words and of kinds of clauses, no text.

Needs scikit-learn. The same corpus gives the same weights. Takes about three minutes on one core.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from copydesk.tasks.enrich.quotes_clauses import clauses, features
from copydesk.tasks.enrich.quotes_read import LONGEST_SENTENCE, read_paragraphs
from copydesk.tasks.enrich.quotes_words import cue_stem

STRENGTH = 0.1
SELDOM = 8
"""Features that are seen less often are left out."""
WORTH = 0.12
"""Share of its clauses from which a word is known to attribute."""
PARSED = 0.1
"""Attributions for each sentence that holds a word, from which such sentences are parsed; lower costs time."""
_WORD = re.compile(r"\w+")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def examples(row: dict[str, Any]) -> list[tuple[tuple[str, ...], bool, str]]:
    """Return the clauses of a text: features, whether half of the words are an attribution's, the cue's feature."""
    text = row["text"]
    gold = [
        (
            min(s["start"] for s in a["content"]),
            max(s["end"] for s in a["content"]),
            _words(" ".join(text[s["start"] : s["end"]] for s in a["content"])),
        )
        for a in row["attributions"]
        if a["content"]
    ]
    found = []
    for paragraph in read_paragraphs(text, worth=lambda frame: len(frame.text) <= LONGEST_SENTENCE):
        for sentence in paragraph.sentences:
            if sentence.parse is None:
                continue
            for clause in clauses(sentence.parse):
                start = paragraph.start + sentence.frame.origin(sentence.parse.starts[clause.start])
                end = paragraph.start + sentence.frame.origin(sentence.parse.end(clause.end), ending=True)
                words = _words(text[start:end])
                said = any(
                    s < end and e > start and len(words & w) >= 0.5 * len(words | w) > 0 for s, e, w in gold
                )
                marks = features(sentence.parse, clause)
                found.append((marks, said, marks[0].removeprefix("cue ")))
    return found


def sentences_with(texts: Iterable[str]) -> Counter[str]:
    """Return for each stem in how many sentences it stands."""
    read = read_paragraphs("\n".join(texts), parser=lambda _: [], worth=lambda _: False)
    return Counter(
        stem
        for paragraph in read
        for sentence in paragraph.sentences
        for stem in {cue_stem(word) for word in _WORD.findall(sentence.frame.text)}
    )


def learn(matrix: csr_matrix, said: np.ndarray) -> LogisticRegression:
    """Return a logistic regression over clauses."""
    return LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0).fit(matrix, said)


def validate(matrix: csr_matrix, said: np.ndarray, publishers: np.ndarray) -> None:
    """Print precision and recall of single clauses by threshold, each publisher judged by the others."""
    odds = np.zeros(len(said))
    for train, test in GroupKFold(5).split(matrix, said, publishers):
        odds[test] = learn(matrix[train], said[train]).decision_function(matrix[test])
    for floor in (-0.8, -0.6, -0.4, -0.2, 0.0):
        taken = odds > floor
        print(
            f"from {floor:+.1f}: precision {said[taken].mean():.3f}, recall {said[taken].sum() / said.sum():.3f}"
        )


def main() -> None:
    """Validate, learn from all and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = pq.read_table(args.corpus).to_pylist()
    found = [(row["publisher"], *example) for row in rows for example in examples(row)]
    publishers, marks, labels, cues = zip(*found, strict=True)
    vectorizer = CountVectorizer(analyzer=lambda names: names, min_df=SELDOM, binary=True)
    matrix, said = vectorizer.fit_transform(marks), np.array(labels, int)
    validate(matrix, said, np.array(publishers))
    model = learn(matrix, said)
    known = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].round(2), strict=True))
    seen, right = Counter(cues), Counter(cue for cue, label in zip(cues, labels, strict=True) if label)
    weights = {"bias": round(float(model.intercept_[0]), 2)} | {
        name: value for name, value in known.items() if value
    }
    weights |= {
        f"worth {cue}": 1.0
        for cue, count in sorted(right.items())
        if count >= SELDOM and count >= WORTH * seen[cue]
    }
    held = sentences_with(row["text"] for row in rows)
    weights |= {
        f"parse {cue}": 1.0
        for cue, count in sorted(right.items())
        if count >= SELDOM and count >= PARSED * held[cue]
    }
    names = "\n".join(weights).encode()
    np.savez_compressed(
        args.out / "weights_quotes.npz",
        names=np.frombuffer(names, np.uint8),
        values=np.array(list(weights.values()), np.float32),
    )
    print(len(weights), "weights,", sum(name.startswith("worth ") for name in weights), "words worth parsing")


if __name__ == "__main__":
    main()
