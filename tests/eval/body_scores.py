"""Scores of bodies: F1 of 4-word shingles, macro-averaged; and of passages to keep and drop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from page_corpus import Page

_WORD = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)))


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_bodies(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Return F1 of the mean precision and recall, and the two, over pairs of gold and found body."""
    precisions, recalls = [], []
    for gold, found in pairs:
        true, got = shingles(gold), shingles(found)
        shared = sum((true & got).values())
        precisions.append(shared / sum(got.values()) if got else float(not true))
        recalls.append(shared / sum(true.values()) if true else 1.0)
    precision, recall = float(np.mean(precisions)), float(np.mean(recalls))
    return f1(precision, recall), precision, recall


def score_passages(pages: Sequence[tuple[Page, str]]) -> tuple[float, float, float]:
    """Return F1, precision and recall of passages: to keep and there, to drop and there."""
    right = wrong = missed = 0
    for page, body in pages:
        flat = " ".join(body.split())
        found = sum(passage in flat for passage in page.keep)
        right += found
        missed += len(page.keep) - found
        wrong += sum(passage in flat for passage in page.drop)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f1(precision, recall), precision, recall


def score_all(pages: Sequence[Page], scores: Sequence[np.ndarray]) -> dict[str, tuple[float, ...]]:
    """Return F1, precision and recall by corpus; corpora without bodies are scored by passages."""
    bodies: dict[str, list[tuple[str, str]]] = {}
    passages: dict[str, list[tuple[Page, str]]] = {}
    for page, page_scores in zip(pages, scores, strict=True):
        body = page.text(page_scores)
        if page.body:
            bodies.setdefault(page.corpus, []).append((page.body, body))
        else:
            passages.setdefault(page.corpus, []).append((page, body))
    found = {corpus: score_bodies(pairs) for corpus, pairs in bodies.items()}
    found |= {corpus: score_passages(pairs) for corpus, pairs in passages.items()}
    return {corpus: tuple(round(value, 4) for value in values) for corpus, values in sorted(found.items())}
