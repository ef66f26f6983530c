"""Figures on larger corpora that are not part of the project, where a directory with them is at hand.

The environment variable COPYDESK_CORPORA names the directory: `articles.parquet` (columns `corpus, id, url, html,
page_type, body, title, authors, published`), `dirty.parquet` (`corpus, id, text, body`), `segments.parquet` (`url,
html, keep, drop`: passages) and `dates.parquet` (`url, html, published`). Shingles and words are counted as in the
article extraction benchmarks of Scrapinghub and WCXB. The shipped weights have learnt from such pages, so a figure
here tells of a loss, not how good copydesk is on publishers that it has not seen (`tests/eval` does).
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from copydesk.tasks.article import Article, RawArticle
from copydesk.tasks.clean.batch import clean_raws
from tests.gate.figures import cut_off

VARIABLE = "COPYDESK_CORPORA"
FLOORS = Path(__file__).with_name("floors_corpora.json")
FILES = ("articles.parquet", "dirty.parquet", "segments.parquet", "dates.parquet")
_WORD = re.compile(r"\w+")
_SIZE = 4
Row = dict[str, Any]


def folder() -> Path | None:
    """The directory of the corpora, None where none is named."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def read_floors() -> dict[str, float]:
    found: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return found


def write_floors(found: Mapping[str, float]) -> None:
    pinned = {name: cut_off(value) for name, value in found.items()}
    FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")


def corpora_figures(at: Path) -> dict[str, float]:
    """Every figure by its name, from 0 to 1; takes about a minute."""
    articles, dirty, segments, dates = (pq.read_table(at / name).to_pylist() for name in FILES)
    found = {
        **_articles([row for row in articles if row["body"] and row["page_type"] == "article"]),
        **_texts(dirty),
        "segments f1": _segments(segments),
        "dates": _dates([row for row in dates if row["published"]]),
    }
    return dict(sorted(found.items()))


def _articles(rows: list[Row]) -> dict[str, float]:
    bodies: dict[str, list[tuple[float, float]]] = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        article, corpus = _clean(row), row["corpus"]
        bodies[corpus].append(_shared(_shingles(row["body"]), _shingles(article.body if article else "")))
        for field, same in _fields(row, article):
            right[f"{corpus} {field}"].append(same)
    found = {f"{corpus} body shingles": _f1(scores) for corpus, scores in bodies.items()}
    return found | {name: _mean(values) for name, values in right.items()}


def _fields(row: Row, article: Article | None) -> Iterator[tuple[str, bool]]:
    if row["title"]:
        yield "title", article is not None and _norm(article.title) == _norm(row["title"])
    if row["authors"]:
        yield "authors", article is not None and _norms(article.authors) == _norms(row["authors"])
    if row["published"]:
        yield "published", _day(article) == str(row["published"])[:10]


def _texts(rows: list[Row]) -> dict[str, float]:
    scores: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        article = _clean(row)
        got = Counter(_WORD.findall(article.body.lower() if article else ""))
        pair = _shared(Counter(_WORD.findall(row["body"].lower())), got)
        scores[row["corpus"]].append(_f1([pair]))
    return {f"{corpus} text words": _mean(values) for corpus, values in scores.items()}


def _segments(rows: list[Row]) -> float:
    kept = missed = wrong = 0
    for row in rows:
        article = _clean(row)
        body = " ".join((article.body if article else "").split())
        found = [" ".join(passage.split()) in body for passage in row["keep"] or ()]
        kept += sum(found)
        missed += len(found) - sum(found)
        wrong += sum(" ".join(passage.split()) in body for passage in row["drop"] or ())
    return 2 * kept / (2 * kept + missed + wrong)


def _dates(rows: list[Row]) -> float:
    return _mean([_day(_clean(row)) == row["published"][:10] for row in rows])


def _clean(row: Row) -> Article | None:
    text = row["text"].encode() if "text" in row else None
    articles, _ = clean_raws([RawArticle(row["id"], html=row.get("html"), text=text, url=row.get("url"))])
    return articles[0] if articles else None


def _day(article: Article | None) -> str | None:
    return article.published_at.date().isoformat() if article and article.published_at else None


def _norm(text: str | None) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text or "").lower()))


def _norms(texts: Iterable[str]) -> set[str]:
    return set(map(_norm, texts))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _SIZE]) for at in range(max(1, len(words) - _SIZE + 1)) if words)


def _shared(true: Counter[Any], got: Counter[Any]) -> tuple[float, float]:
    """Precision and recall of a bag of words or shingles."""
    both = (true & got).total()
    return both / got.total() if got else float(not true), both / true.total() if true else 1.0


def _f1(pairs: list[tuple[float, float]]) -> float:
    """F1 of the mean precision and recall."""
    precision, recall = _mean([pair[0] for pair in pairs]), _mean([pair[1] for pair in pairs])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values)
