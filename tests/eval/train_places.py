"""Learn what recognises a place and what resolves it, and say how well that does on papers that it has not seen.

    python tests/eval/train_places.py PLACES.parquet [--out tasks/enrich/weights_places.npz]

The file has the columns `id`, `text` and `places` (`start`, `end`, `lat`, `lon`, `geonameid`), as the corpus LGL
of local news gives them (for research; what is kept are weights of a few hundred features and thirty numbers,
no text). Texts of one paper follow each other with rising ids, so a lower id opens the next paper.

A feature is kept where texts of several papers show it. Needs scikit-learn and scipy; takes two minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from scipy import sparse
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.entities import entities
from copydesk.tasks.enrich.places_features import Surroundings
from copydesk.tasks.enrich.places_gazetteer import gazetteer
from copydesk.tasks.enrich.places_names import names_of
from copydesk.tasks.enrich.places_recognise import chosen
from copydesk.tasks.enrich.places_resolve import FEATURES, ROUNDS, Choice
from copydesk.tasks.enrich.places_spans import Candidate, candidates, words_of

OUTPUT = Path(__file__).parents[2] / "tasks" / "enrich" / "weights_places.npz"
TEXTS, PAPERS = 12, 6
"""That must show a feature."""
STRENGTH = 0.3
SHRINKING = 0.05
# The corpus is of local papers, taken for their homes' famous namesakes; with these, national news has a third
# of the villages in the stead of countries, states and capitals that it has without (and local news 1 in 100 more
# misses).
LEAST = {
    "kind country": 5.0,
    "kind continent": 6.0,
    "kind state": 3.0,
    "kind region": 4.0,
    "kind water": 3.0,
    "kind facility": 0.5,
    "population": 2.0,
    "share of the people of all that it may mean": 0.8,
    "capital of a country": 3.5,
    "town in the dateline": 3.0,
    "in the country of the source": 2.0,
    "inside what is said behind it": 3.0,
}
"""Weights that are not learned lower."""
MOST = {"named after its own state or county": -3.0}
"""Weights that are not learned higher."""
NEAR = 161


@dataclass
class Text:
    """A text of the corpus, read."""

    article: Article
    paper: int
    gold: dict[tuple[int, int], dict[str, Any]]
    possible: list[Candidate]
    features: list[list[str]]


def read(path: Path) -> list[Text]:
    """Return the texts with their candidates and what is seen of each."""
    known, texts, paper, last = gazetteer(), [], 0, 0
    for row in pq.read_table(path).to_pylist():
        paper, last = paper + (int(row["id"]) < last), int(row["id"])
        article = _article(row["text"])
        article = replace(article, entities=entities(article)["entities"])  # type: ignore[arg-type]
        words = words_of(article.body)
        possible = candidates(article.body, words, known, article.entities or ())
        around = Surroundings(article.body, words, article.entities or ())
        gold = {(p["start"], p["end"]): p for p in row["places"]}
        texts.append(Text(article, paper, gold, possible, [around.features(c, known) for c in possible]))
    return texts


def _article(text: str) -> Article:
    return Article("", "", text, "", "article", "open", "full", "utf-8", "bom", "", language="en")


def gold_of(text: Text, candidate: Candidate) -> dict[str, Any] | None:
    """Return the gold mention that a candidate is; a full stop behind it makes no difference."""
    its = text.gold.get((candidate.start, candidate.end))
    if its is None and text.article.body[candidate.end : candidate.end + 1] == ".":
        its = text.gold.get((candidate.start, candidate.end + 1))
    return its


def recogniser(texts: Sequence[Text]) -> dict[str, float]:
    """Learn the weight of each feature that is kept."""
    seen: dict[str, set[int]] = defaultdict(set)
    papers: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for features in text.features:
            for feature in features:
                seen[feature].add(number)
                papers[feature].add(text.paper)
    kept = sorted(f for f in seen if len(seen[f]) >= TEXTS and len(papers[f]) >= PAPERS)
    place = {feature: column for column, feature in enumerate(kept)}
    rows = [
        (f, gold_of(t, c) is not None) for t in texts for c, f in zip(t.possible, t.features, strict=True)
    ]
    pairs = [
        (n, place[f]) for n, (features, _) in enumerate(rows) for f in sorted(set(features)) if f in place
    ]
    ones = np.ones(len(pairs), np.float32)
    matrix = sparse.csr_matrix((ones, tuple(zip(*pairs, strict=True))), shape=(len(rows), len(kept)))
    model = LogisticRegression(C=STRENGTH, max_iter=500, fit_intercept=False).fit(
        matrix, [is_place for _, is_place in rows]
    )
    return dict(zip(kept, model.coef_[0].round(3).tolist(), strict=True))


def mentions_of(text: Text, of_feature: dict[str, float]) -> list[Candidate]:
    scores = [sum(of_feature.get(f, 0) for f in set(features)) for features in text.features]
    return chosen(text.possible, [1 / (1 + np.exp(-score)) for score in scores])


@dataclass
class Puzzle:
    """The names of a text to resolve, which places are right, how often each name is in the gold."""

    choice: Choice
    right: np.ndarray
    counts: np.ndarray
    gold: list[tuple[int, dict[str, Any]]]
    """The name of each gold mention that was recognised (-1: not known), and the mention."""


def puzzle(text: Text, mentions: Sequence[Candidate]) -> Puzzle | None:
    """Return what is to resolve in a text; None where nothing is."""
    known = gazetteer()
    names, name_of = names_of(text.article, mentions, known)
    gold = [
        (n, its)
        for n, m in zip(name_of, mentions, strict=True)
        if (its := gold_of(text, m)) and its["lat"] is not None
    ]
    if not names:
        return None
    choice = Choice(names, known, -1)
    right, counts = np.zeros(len(choice.rows), bool), np.zeros(len(names))
    for name, its in gold:
        if name < 0:
            continue
        counts[name] += 1
        rows = np.flatnonzero(choice.of_name == name)
        same = rows[known.geonames_id[choice.rows[rows]] == int(its["geonameid"] or -1)]
        if counts[name] == 1:
            if len(same):
                right[same] = True
            else:
                away = [distance(its, int(row)) for row in choice.rows[rows]]
                if min(away) < NEAR / 2:
                    right[rows[int(np.argmin(away))]] = True
    return Puzzle(choice, right, counts, gold)


def distance(gold: dict[str, Any], row: int) -> float:
    """Return the kilometres between a gold place and a place of the gazetteer."""
    known = gazetteer()
    a, b, c, d = map(
        radians, (gold["lat"], gold["lon"], float(known.latitude[row]), float(known.longitude[row]))
    )
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def resolver(puzzles: Sequence[Puzzle]) -> tuple[np.ndarray, np.ndarray]:
    """Learn the weights of the first guess, then those of the rounds, on what the rounds before would give."""
    alone = _fit([(p.choice.fixed, p) for p in puzzles])
    likely = [p.choice.probabilities(p.choice.fixed @ alone) for p in puzzles]
    together = alone
    for _ in range(ROUNDS + 1):
        together = _fit([(p.choice.features(its), p) for p, its in zip(puzzles, likely, strict=True)])
        likely = [p.choice.resolve(alone, together) for p in puzzles]
    return alone, together


def _fit(parts: Iterable[tuple[np.ndarray, Puzzle]]) -> np.ndarray:
    """Fit a conditional logit: of each name's places, the right ones should be likely."""
    parts = list(parts)
    x = np.concatenate([features for features, _ in parts]).astype(float)
    right = np.concatenate([p.right for _, p in parts]).astype(float)
    sizes = np.concatenate([np.bincount(p.choice.of_name) for _, p in parts])
    firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    of_name = np.repeat(np.arange(len(sizes)), sizes)
    weight = np.sqrt(np.concatenate([p.counts for _, p in parts])) * (np.add.reduceat(right, firsts) > 0)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, firsts)[of_name])
        total, of_right = np.add.reduceat(odds, firsts), np.add.reduceat(odds * right, firsts)
        value = (weight * (np.log(total) - np.log(np.maximum(of_right, 1e-12)))).sum()
        wrong = odds / total[of_name] - odds * right / np.maximum(of_right, 1e-12)[of_name]
        shrink = SHRINKING * len(sizes) / 50
        return value + shrink * w @ w, x.T @ (wrong * weight[of_name]) + 2 * shrink * w

    bounds = [(LEAST.get(name), MOST.get(name)) for name in FEATURES]
    start = np.array([LEAST.get(name, MOST.get(name, 0.0)) for name in FEATURES])
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x.astype(np.float32)


def learn(texts: Sequence[Text]) -> tuple[dict[str, float], np.ndarray, np.ndarray]:
    """Return all weights."""
    of_feature = recogniser(texts)
    puzzles = [puzzle(text, mentions_of(text, of_feature)) for text in texts]
    return of_feature, *resolver([p for p in puzzles if p])


def tally(texts: Sequence[Text], learned: tuple[dict[str, float], np.ndarray, np.ndarray]) -> Counter[str]:
    """Count what is found, what is right, and how many of the right ones are resolved near to the gold."""
    counts: Counter[str] = Counter()
    for text in texts:
        mentions = mentions_of(text, learned[0])
        counts["gold"] += len(text.gold)
        counts["found"] += len(mentions)
        counts["right"] += sum(gold_of(text, mention) is not None for mention in mentions)
        if its := puzzle(text, mentions):
            likely = its.choice.resolve(*learned[1:])
            counts["placed"] += len(its.gold)
            for name, gold in its.gold:
                rows = np.flatnonzero(its.choice.of_name == name)
                counts["near"] += (
                    name >= 0 and distance(gold, int(its.choice.rows[rows[np.argmax(likely[rows])]])) <= NEAR
                )
    return counts


def main() -> None:
    """Print the figures on unseen papers, then write the weights learned from all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=OUTPUT)
    options = parser.parse_args()
    texts = read(options.corpus)
    numbers, papers = np.arange(len(texts)), [text.paper for text in texts]
    total: Counter[str] = Counter()
    for seen, unseen in GroupKFold(5).split(numbers, groups=papers):
        total += tally([texts[n] for n in unseen], learn([texts[n] for n in seen]))
    precision, recall = total["right"] / total["found"], total["right"] / total["gold"]
    print(
        f"unseen papers: precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"
    )
    print(
        f"of {total['placed']} recognised with coordinates within {NEAR} km: {total['near'] / total['placed']:.3f}"
    )
    of_feature, alone, together = learn(texts)
    for name, first, rest in zip(FEATURES, alone, together, strict=True):
        print(f"  {name:60} {first:6.2f} {rest:6.2f}")
    names = np.frombuffer("\n".join(of_feature).encode(), np.uint8)
    values = np.array(list(of_feature.values()), np.float32)
    np.savez_compressed(options.out, names=names, values=values, alone=alone, together=together)
    print(f"{len(of_feature)} features, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
