"""Body text and CPU time of copydesk beside trafilatura, on the same pages in one process.

    python tests/eval/beside.py CORPUS.parquet [--limit N]

CORPUS has the columns `corpus, id, url, html, page_type, body`. Each page goes through both in turn: all of
cleaning (decoding, labels, metadata, offers) against `bare_extraction` with metadata. Pages that the shipped
weights have learnt from flatter copydesk's F1: for publishers unseen in training see `train_page.py --validate`.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

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


def main() -> None:
    """Print F1, precision and recall by corpus, and CPU milliseconds a page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    rows = pq.read_table(options.corpus).to_pylist()
    rows = [row for row in rows if row["body"] and row["page_type"] == "article"][: options.limit]
    systems = {"copydesk": by_copydesk, "trafilatura": by_trafilatura}
    seconds = dict.fromkeys(systems, 0.0)
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    by_copydesk(rows[0])  # rules and weights are read at the first page
    for row in rows:
        for name, system in systems.items():
            began = time.process_time()
            body = system(row)
            seconds[name] += time.process_time() - began
            pairs.setdefault((row["corpus"], name), []).append((row["body"], body))
    for (corpus, name), found in sorted(pairs.items()):
        print(corpus, name, "F1 {:.3f}, precision {:.3f}, recall {:.3f}".format(*score_bodies(found)))
    for name, spent in seconds.items():
        print(f"{name}: {1000 * spent / len(rows):.1f} ms of CPU a page")


if __name__ == "__main__":
    main()
