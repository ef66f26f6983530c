"""Sorted streams of rows: tables of bounded size, one after the other, ordered by a dataset's key.

All orders are of bytes, as Arrow compares strings, so they are the same everywhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.tasks.output_error import OutputError
from copydesk.tasks.schema import Dataset

_ROWS_AT_ONCE = {"articles": 1_000}
_OTHER_ROWS_AT_ONCE = 10_000


def open_file(path: Path) -> pq.ParquetFile:
    """Open a Parquet file.

    Raises:
        OutputError: where it is none, or damaged.
    """
    try:
        # Buffering ahead would hold several row groups in memory at a time.
        return pq.ParquetFile(path, pre_buffer=False)
    except pa.ArrowInvalid as error:
        raise OutputError(f"{path} can't be read ({error}): move it away and run again") from error


def filed_rows(path: Path | None, dataset: Dataset) -> Iterator[pa.Table]:
    """Yield the rows of a dataset's file in order, in the registered columns."""
    if path is None:
        return
    size = _ROWS_AT_ONCE.get(dataset.name, _OTHER_ROWS_AT_ONCE)
    with open_file(path) as file:
        for batch in file.iter_batches(batch_size=size, use_threads=False):
            yield conform(pa.table(batch), dataset.schema)


def conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the table in the schema's columns: new ones are null, others are cast, unknown ones go."""
    columns = [
        table[field.name].cast(field.type)
        if field.name in table.column_names
        else pa.nulls(len(table), field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def without(tables: Iterable[pa.Table], column: str, gone: pa.Array) -> Iterator[pa.Table]:
    """Yield the rows whose `column`, the first of the key, is not among `gone` (sorted)."""
    for table in tables:
        if len(table):
            first, last = table[column][0].as_py(), table[column][-1].as_py()
            here = gone[bisect_left(gone, first, key=str) : bisect_right(gone, last, key=str)]
            yield table.filter(pc.invert(pc.is_in(table[column], value_set=here))) if len(here) else table


def merged(one: Iterable[pa.Table], other: Iterable[pa.Table], key: tuple[str, ...]) -> Iterator[pa.Table]:
    """Merge two sorted streams that share no value of the key's first column."""
    streams = [(table for table in stream if len(table)) for stream in (one, other)]
    heads: list[Any] = [next(stream, None) for stream in streams]
    while all(head is not None for head in heads):
        bound = min(head[key[0]][-1].as_py() for head in heads)
        cuts = [pc.sum(pc.less_equal(head[key[0]], bound)).as_py() for head in heads]
        ready = pa.concat_tables([head.slice(0, cut) for head, cut in zip(heads, cuts, strict=True)])
        yield in_order(ready, key) if all(cuts) else ready
        heads = [
            head.slice(cut) if cut < len(head) else next(stream, None)
            for head, cut, stream in zip(heads, cuts, streams, strict=True)
        ]
    for head, stream in zip(heads, streams, strict=True):
        if head is not None:
            yield head
            yield from stream


def in_order(table: pa.Table, key: tuple[str, ...]) -> pa.Table:
    """Return the rows sorted by the key's columns, nulls last."""
    return table.take(pc.sort_indices(table, sort_keys=[(name, "ascending") for name in key]))


def row_groups(
    tables: Iterable[pa.Table], most_rows: int, most_bytes: int, weighed: str | None
) -> Iterator[pa.Table]:
    """Yield the rows in row groups, each cut at the row that reaches a bound.

    Args:
        tables: the rows.
        most_rows: of a row group.
        most_bytes: of the text in the column `weighed`, so that long texts stay within memory.
        weighed: the column that holds the bulk of the dataset; None where rows are small.

    The cuts depend on the rows alone, not on how they arrive: the same rows give the same bytes.
    """
    pending: list[pa.Table] = []
    rows = size = 0
    for table in tables:
        weights = _weights(table, weighed)
        start = 0
        while start < len(table):
            fits = int(np.searchsorted(weights, weights[start] + most_bytes - size)) - start
            piece = table.slice(start, max(1, min(most_rows - rows, fits)))
            pending.append(piece)
            rows += len(piece)
            size += int(weights[start + len(piece)] - weights[start])
            start += len(piece)
            if rows >= most_rows or size >= most_bytes:
                yield pa.concat_tables(pending).combine_chunks()
                pending, rows, size = [], 0, 0
    if pending:
        yield pa.concat_tables(pending).combine_chunks()


def _weights(table: pa.Table, column: str | None) -> np.ndarray:
    """Return the weight of all rows before each row, and of all rows."""
    weights = np.zeros(len(table) + 1, dtype=np.int64)
    if column is not None:
        lengths = pc.fill_null(pc.binary_length(table[column]), 0)
        np.cumsum(lengths.to_numpy(), out=weights[1:])
    return weights
