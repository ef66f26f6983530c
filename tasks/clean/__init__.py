"""Clean: bytes become labelled blocks, and the blocks labelled `body` the article.

In: a `Batch` with raw articles. Out: the same batch with `cleaned.parquet`: articles with their blocks,
offers and metadata, and rejects for what holds no text at all. Always: every block of the source is there,
kept or struck, with its label and the reason; `body` is the kept blocks and nothing else.

When all batches of a run are cleaned, `recall_sites` tells each which lines of its articles are their sites'
boilerplate, and `cleaned_articles` gives the articles without them. What a batch was told lies beside it, so
that one that was enriched before a run died is enriched again only where it is told otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from copydesk.tasks.article import Article, Reject
from copydesk.tasks.batch import Batch
from copydesk.tasks.clean.batch import clean_raws, clean_raws_apart
from copydesk.tasks.clean.site_file import put_in_place as keep_sites
from copydesk.tasks.clean.site_file import read_proofs, write_lines, write_proofs
from copydesk.tasks.clean.site_lines import sightings
from copydesk.tasks.clean.site_recall import recall
from copydesk.tasks.clean.site_strike import without_sites_lines
from copydesk.tasks.staging import read_articles, read_raw, write_articles
from copydesk.tasks.workers import WorkerDiedError, Workers

__all__ = ["clean_batch", "cleaned_articles", "keep_sites", "recall_sites"]


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


def recall_sites(batches: Sequence[Batch], output: Path, say: Callable[[str], None]) -> None:
    """Tell the cleaned batches of a run what this run and earlier ones prove to be their sites' lines.

    `say` is told where the memory of earlier runs can't be read. When the articles are filed, `keep_sites`
    makes what this run has learnt the memory of the next: a run that died before is as if it had not been.
    """
    for batch, proofs in zip(batches, recall(batches, output, say), strict=True):
        if read_proofs(Path(batch.folder)) != proofs:
            batch.drop("enriched")
            write_proofs(Path(batch.folder), proofs)


def cleaned_articles(batch: Batch) -> list[Article]:
    """Return the batch's articles, without the lines that are their sites'."""
    proofs = {proof.line: proof for proof in read_proofs(Path(batch.folder))}
    return [without_sites_lines(article, proofs) for article in read_articles(batch.path("cleaned"))]


def _clean(batch: Batch) -> None:
    began = process_time()
    cleaned = clean_raws(read_raw(batch.path("loaded")))
    batch.note_seconds("cleaned", {"clean": process_time() - began})
    _keep(batch, *cleaned)


def _keep(batch: Batch, articles: Sequence[Article], rejects: Sequence[Reject]) -> None:
    batch.refuse("cleaned", rejects)
    write_lines(Path(batch.folder), sightings(articles))
    write_articles(articles, batch.path("cleaned"))
