"""Learn what words say of a line: the weights of terms, and of each text's lines as if unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from copydesk.tasks.clean.text_wording import SCALE, length_class, summary, terms_of, with_surroundings

PUBLISHERS = 8
"""A term that fewer publishers use says more of its subject than of its place."""
PRIOR = 4.0
"""Publishers that are taken to use a term as chance would have it."""
SLIGHT = 0.4
"""Weights below this are left out."""
CLASSES = 3


class WordingCounts:
    """How often lines with a term stand in the body, publisher by publisher."""

    def __init__(self, publishers: Sequence[str], lines: Sequence[list[str]], kept: Sequence[np.ndarray]):
        """Count the terms of texts, each with its publisher, its lines, and which of them are kept."""
        terms = [[terms_of(line) for line in text] for text in lines]
        users: dict[str, set[str]] = defaultdict(set)
        for publisher, text_terms in zip(publishers, terms, strict=True):
            for term in set().union(*text_terms):
                users[term].add(publisher)
        self.terms = sorted(term for term, found in users.items() if len(found) >= PUBLISHERS)
        number = {term: place for place, term in enumerate(self.terms)}
        self.publishers = list(publishers)
        self.sizes = [[len(found) for found in text_terms] for text_terms in terms]
        # An entry is a term in lines of one class of length.
        self.entries = [
            [
                np.array([number[term] for term in found if term in number], dtype=np.int64)
                + len(self.terms) * length_class(line)
                for line, found in zip(text, text_terms, strict=True)
            ]
            for text, text_terms in zip(lines, terms, strict=True)
        ]
        self.shares = self._shares(kept)

    def _shares(self, kept: Sequence[np.ndarray]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Return for each publisher its entries, and for each of them the share of its lines that are kept."""
        by_publisher: dict[str, list[tuple[np.ndarray, np.ndarray]]] = defaultdict(list)
        for publisher, text, text_kept in zip(self.publishers, self.entries, kept, strict=True):
            sizes = [len(line) for line in text]
            by_publisher[publisher].append((np.concatenate(text), np.repeat(text_kept, sizes)))
        shares = {}
        for publisher, texts in by_publisher.items():
            entries, places = np.unique(np.concatenate([t[0] for t in texts]), return_inverse=True)
            kept_lines = np.bincount(places, np.concatenate([t[1] for t in texts]), len(entries))
            shares[publisher] = entries, kept_lines / np.bincount(places, minlength=len(entries))
        return shares

    def totals(self, publishers: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return for every entry the publishers' shares summed, and how many publishers have it."""
        kept, seen = np.zeros(CLASSES * len(self.terms)), np.zeros(CLASSES * len(self.terms))
        for publisher in sorted(publishers):
            entries, share = self.shares[publisher]
            kept[entries] += share
            seen[entries] += 1
        return kept, seen

    def matrices(self, publishers: set[str]) -> list[np.ndarray]:
        """Return all texts' features by what `publishers` teach, each text's own left out."""
        kept, seen = self.totals(publishers)
        chance = _chance(kept, seen)
        weights = _weights(kept, seen, chance)
        used = np.abs(weights) >= SLIGHT
        matrices = []
        for publisher, text, sizes in zip(self.publishers, self.entries, self.sizes, strict=True):
            unseen = weights
            if publisher in publishers:
                entries, share = self.shares[publisher]
                unseen = weights.copy()
                unseen[entries] = _weights(kept[entries] - share, seen[entries] - 1, chance[entries])
            rows = [
                summary(unseen[line[used[line]]].tolist(), size)
                for line, size in zip(text, sizes, strict=True)
            ]
            matrices.append(with_surroundings(np.array(rows, dtype=np.float32)))
        return matrices

    def write(self, path: Path) -> None:
        """Write the weights that all publishers teach."""
        kept, seen = self.totals(self.shares)
        weights = _weights(kept, seen, _chance(kept, seen)).reshape(CLASSES, -1)
        weights[np.abs(weights) < SLIGHT] = 0
        used = (weights != 0).any(axis=0)
        terms = "\n".join(term for term, use in zip(self.terms, used, strict=True) if use)
        whole = np.clip(np.rint(weights[:, used] * SCALE), -127, 127).astype(np.int8)
        np.savez_compressed(path, terms=np.frombuffer(terms.encode(), dtype=np.uint8), weights=whole)


def _chance(kept: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Return for every entry the share of kept lines among all of its class."""
    by_class = (kept.reshape(CLASSES, -1).sum(axis=1) + 1) / (seen.reshape(CLASSES, -1).sum(axis=1) + 2)
    return np.repeat(by_class, len(kept) // CLASSES)


def _weights(kept: np.ndarray, seen: np.ndarray, chance: np.ndarray) -> np.ndarray:
    odds = (kept + PRIOR * chance) / (seen - kept + PRIOR * (1 - chance))
    return np.log(odds * (1 - chance) / chance)
