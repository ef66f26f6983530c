"""Enrich: what the body tells becomes columns: language, wire agency, dates.

In: a `Batch` with cleaned articles. Out: the same batch with `enriched.parquet`. Always: an enrichment
reads the article and adds columns, and changes no other; one that was not asked for, or failed, leaves null.
"""

from __future__ import annotations

from copydesk.tasks.batch import Batch
from copydesk.tasks.enrich.registry import choose, enrich
from copydesk.tasks.staging import read_articles, write_articles
from copydesk.tasks.workers import Workers

__all__ = ["enrich_batch"]


def enrich_batch(batch: Batch, names: str, workers: Workers) -> Batch:
    """Run the enrichments that `names` chooses (`all`, `none` or names with commas) in a worker process."""
    if not batch.done("enriched"):
        workers.call(_enrich, batch, names)
        batch.drop("cleaned")
    return batch


def _enrich(batch: Batch, names: str) -> None:
    chosen = choose(names)
    articles = [enrich(article, chosen)[0] for article in read_articles(batch.path("cleaned"))]
    write_articles(articles, batch.path("enriched"))
