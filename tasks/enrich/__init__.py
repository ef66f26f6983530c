"""Enrich: what the body tells becomes columns: language, wire agency, dates.

In: a `Batch` with cleaned articles. Out: the same batch with `enriched.parquet`. Always: an enrichment
reads the article and adds columns, and changes no other; one that was not asked for, or failed, leaves null.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from time import process_time

from copydesk.tasks.batch import Batch
from copydesk.tasks.clean import cleaned_articles
from copydesk.tasks.enrich.registry import choose, enrich
from copydesk.tasks.staging import write_articles
from copydesk.tasks.workers import WorkerDiedError, Workers

__all__ = ["enrich_batch"]

_LOG = logging.getLogger("copydesk")


def enrich_batch(batch: Batch, names: str, workers: Workers) -> Batch:
    """Run the enrichments that `names` chooses (`all`, `none` or names with commas) in a worker process."""
    if not batch.done("enriched"):
        try:
            workers.call(_enrich, batch, names)
        except WorkerDiedError:
            _LOG.warning("an article in %s killed its worker: the batch is filed unenriched", batch.folder)
            write_articles(cleaned_articles(batch), batch.path("enriched"))
    return batch


def _enrich(batch: Batch, names: str) -> None:
    chosen = choose(names)
    seconds: defaultdict[str, float] = defaultdict(float)
    articles = []
    for article in cleaned_articles(batch):
        for enrichment in chosen:
            began = process_time()
            article, failed = enrich(article, (enrichment,))  # noqa: PLW2901 -- it grows step by step
            seconds[enrichment.name] += process_time() - began
            if failed:
                _LOG.warning("%s: %s failed and left nulls; please report it", article.raw_ref, *failed)
        articles.append(article)
    batch.note_seconds("enriched", seconds)
    write_articles(articles, batch.path("enriched"))
