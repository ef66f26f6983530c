"""The flat datasets: built from the nested columns of `articles`, and rebuilt where they don't fit it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.schema import DATASETS, DERIVED, Dataset
from copydesk.tasks.write.journal import Swap
from copydesk.tasks.write.layout import partition_file, partitions
from copydesk.tasks.write.partition import Stock, footer, stage, staged_file, stock_of, take_stock
from copydesk.tasks.write.rows import conform, open_file

DERIVED_FROM = "copydesk.derived_from"
"""In the footer of a derived file: the fingerprint of the `articles` file that it was built from."""

_ROWS_AT_ONCE = 2_000


def stage_derived(output: Path, swaps: Sequence[Swap], rules_version: str) -> list[Swap]:
    """Stage every derived partition that does not fit its partition of `articles` as it will be.

    Args:
        output: the output directory.
        swaps: what waits to be put in place, of `articles` at least.
        rules_version: for the footer.
    """
    files = {name: partition_file(output, "articles", name) for name in partitions(output, "articles")}
    files |= {swap.partition: staged_file(output, swap) for swap in swaps if swap.dataset == "articles"}
    for dataset in DERIVED:
        files |= {name: None for name in partitions(output, dataset) if name not in files}
    staged = []
    for partition, articles in sorted(files.items()):
        stock = _stock(articles) if articles else None
        for name in DERIVED:
            if not _fits(partition_file(output, name, partition), DATASETS[name], stock):
                fingerprint = stock.fingerprint if stock else ""
                says = {**footer(DATASETS[name], rules_version), DERIVED_FROM: fingerprint}
                rows = derived_rows(articles, DATASETS[name]) if articles else iter(())
                staged.append(stage(output, DATASETS[name], partition, rows, says))
    return [swap for swap in staged if swap]


def derived_rows(articles: Path, dataset: Dataset) -> Iterator[pa.Table]:
    """Yield the rows of a derived dataset: the nested ones of each article, in its order."""
    with open_file(articles) as file:
        if dataset.name not in file.schema_arrow.names:
            return
        columns = ["article_id", dataset.name]
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns, use_threads=False):
            nested = batch[dataset.name]
            ids = batch["article_id"].take(pc.list_parent_indices(nested))
            flat = pa.Table.from_struct_array(pc.list_flatten(nested))
            yield conform(flat.append_column("article_id", ids), dataset.schema)


def _stock(articles: Path) -> Stock:
    with open_file(articles) as file:
        stock = stock_of(file)
        if stock is not None and file.schema_arrow.equals(DATASETS["articles"].schema):
            return stock
        # Another tool, or an earlier version, wrote it: its footer does not say what we need.
        columns = [name for name in ("fingerprint", *DERIVED) if name in file.schema_arrow.names]
        batches = file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns, use_threads=False)
        return take_stock(conform(pa.table(batch), DATASETS["articles"].schema) for batch in batches)


def _fits(file: Path | None, dataset: Dataset, stock: Stock | None) -> bool:
    if stock is None or stock.derived[dataset.name] == 0:
        return file is None
    if file is None:
        return False
    with open_file(file) as opened:
        said = opened.metadata.metadata or {}
        fits = said.get(DERIVED_FROM.encode(), b"").decode() == stock.fingerprint
        return fits and bool(opened.schema_arrow.equals(dataset.schema))
