"""Body text and CPU time of copydesk beside trafilatura, on the same pages in one process.

    python tests/eval/beside.py CORPUS.parquet [--limit N] [--repeat 3]

CORPUS has the columns `corpus, id, url, html, page_type, body`. Each page goes through both in turn: all of
cleaning (decoding, labels, metadata, offers) against `bare_extraction` with metadata; repetitions show how far the
machine's mood moves the ratio. Pages that the shipped
weights have learnt from flatter copydesk's F1: for publishers unseen in training see `train_page.py --validate`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pyarrow.parquet as pq
from body_scores import score_bodies
from trafilatura import bare_extraction

from copydesk.tasks.article import Article, RawArticle
from copydesk.tasks.clean.batch import clean_raws


def by_copydesk(row: dict[str, str]) -> str:
    """Return the body that copydesk files; empty where it rejects the page."""
    articles, _ = clean_raws([RawArticle(row["id"], html=row["html"], url=row["url"])])  # type: ignore[arg-type]
    found: list[Article] = articles
    return found[0].body if found else ""


def by_trafilatura(row: dict[str, str]) -> str:
    """Return the text that trafilatura finds, comments left out as in its evaluation."""
    found = bare_extraction(row["html"], url=row["url"], with_metadata=True, include_comments=False)
    return (found.text or "") if found else ""


SYSTEMS = {"copydesk": by_copydesk, "trafilatura": by_trafilatura}
Pairs = dict[tuple[str, str], list[tuple[str, str]]]


def run_beside(rows: Sequence[dict[str, str]]) -> tuple[dict[str, float], Pairs]:
    """Return seconds of CPU by system, and pairs of gold and found bodies by corpus and system."""
    seconds = dict.fromkeys(SYSTEMS, 0.0)
    pairs: Pairs = {}
    for row in rows:
        for name, system in SYSTEMS.items():
            began = time.process_time()
            body = system(row)
            seconds[name] += time.process_time() - began
            pairs.setdefault((row["corpus"], name), []).append((row["body"], body))
    return seconds, pairs


def main() -> None:
    """Print F1, precision and recall by corpus, and CPU milliseconds a page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args()
    rows = pq.read_table(options.corpus).to_pylist()
    rows = [row for row in rows if row["body"] and row["page_type"] == "article"][: options.limit]
    by_copydesk(rows[0])  # rules and weights are read at the first page
    ratios = []
    for _ in range(options.repeat):
        seconds, pairs = run_beside(rows)
        ratios.append(seconds["trafilatura"] / seconds["copydesk"])
        for name, spent in seconds.items():
            print(
                f"{name}: {1000 * spent / len(rows):.1f} ms of CPU a page, {len(rows) / spent:.0f} pages a second"
            )
    for (corpus, name), found in sorted(pairs.items()):
        print(corpus, name, "F1 {:.3f}, precision {:.3f}, recall {:.3f}".format(*score_bodies(found)))
    low, high = min(ratios), max(ratios)
    print(f"copydesk cleans {median(ratios):.2f} times as many pages a second ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main()
