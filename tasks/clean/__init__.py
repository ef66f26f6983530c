"""Clean: bytes become labelled blocks, and the blocks labelled `body` the article.

In: a `Batch` with raw articles. Out: the same batch with `cleaned.parquet`: articles with their blocks,
offers and metadata, and rejects for what holds no text at all. Always: every block of the source is there,
kept or struck, with its label and the reason; `body` is the kept blocks and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.tasks.article import Article, Reject
from copydesk.tasks.batch import Batch
from copydesk.tasks.clean.batch import clean_raws, clean_raws_apart
from copydesk.tasks.staging import read_raw, write_articles
from copydesk.tasks.workers import WorkerDiedError, Workers

__all__ = ["clean_batch"]


def clean_batch(batch: Batch, workers: Workers) -> Batch:
    """Clean a loaded batch in a worker process, unless an earlier run did.

    Where an article kills its worker, the batch is cleaned again one by one, and that article is refused.
    """
    if not batch.done("cleaned"):
        try:
            workers.call(_clean, batch)
        except WorkerDiedError:
            _keep(batch, *clean_raws_apart(read_raw(batch.path("loaded"))))
        batch.drop("loaded")
    return batch


def _clean(batch: Batch) -> None:
    _keep(batch, *clean_raws(read_raw(batch.path("loaded"))))


def _keep(batch: Batch, articles: Sequence[Article], rejects: Sequence[Reject]) -> None:
    batch.refuse("cleaned", rejects)
    write_articles(articles, batch.path("cleaned"))
