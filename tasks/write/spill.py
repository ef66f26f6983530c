"""Carry the rows to be written from the staged batches, in their order, to where they are filed in order.

Rows are cut into slots, which are runs of rows in the order of (partition, article_id) that fit into
memory: a first pass appends each row to its slot's file, and then one slot at a time is sorted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.schema import DATASETS
from copydesk.tasks.schema_revision import COPIES_TYPE
from copydesk.tasks.write.rows import in_order, open_file

_SLOT_ROWS = 2_000
_SLOT_CHARACTERS = 16_000_000
_DATASETS = ("articles", "blocks")


def slots(index: pa.Table) -> np.ndarray:
    """Return the slot of each row of a winners' table, from 0 in the order of (partition, article_id)."""
    order = pc.sort_indices(
        index, sort_keys=[("partition", "ascending"), ("article_id", "ascending")]
    ).to_numpy()
    sizes = index["size"].to_numpy()[order]
    slot = np.zeros(len(order), dtype=np.int32)
    number = rows = size = 0
    for position, row_size in enumerate(sizes.tolist()):
        if rows >= _SLOT_ROWS or (rows and size + row_size > _SLOT_CHARACTERS):
            number, rows, size = number + 1, 0, 0
        rows, size = rows + 1, size + row_size
        slot[order[position]] = number
    return slot


def distribute(
    staged: Sequence[Path], index: pa.Table, written: np.ndarray, folder: Path, constants: dict[str, str]
) -> tuple[int, Counter[str]]:
    """Append the rows to be written to their slots' files.

    Args:
        staged: the staged batches.
        index: the winners, as from `index.winners`.
        written: for each winner, whether it is to be written.
        folder: where the slots' files go.
        constants: columns of `articles` that are the same in all rows of the run.

    Returns:
        how many slots there are, and the blocks struck, by label, of all winners.
    """
    folder.mkdir(parents=True)
    slot = np.full(len(index), -1, dtype=np.int32)
    slot[written] = slots(index.filter(pa.array(written)))
    struck = Counter[str]()
    waiting: list[tuple[pa.Table, pa.Table]] = []
    for path, places in _by_file(staged, index):
        rows = _winning_rows(path, index, places, slot)
        struck.update(_struck(rows["blocks"]))
        rows = rows.filter(pc.greater_equal(rows["slot"], 0))
        waiting.append((_articles(rows, constants), _blocks(rows)))
        if sum(len(articles) for articles, _ in waiting) >= _SLOT_ROWS:
            _append(waiting, folder)
            waiting = []
    _append(waiting, folder)
    return int(slot.max(initial=-1)) + 1, struck


def spilled(folder: Path, dataset: str, count: int) -> Iterator[tuple[str, pa.Table]]:
    """Yield partitions and their rows, in the order of partition and key; big ones in several parts."""
    for number in range(count):
        path = folder / f"{dataset}-{number}.arrow"
        if not path.exists():
            continue
        table = in_order(_streams(path), ("partition", *DATASETS[dataset].key))
        start = 0
        for run in pc.value_counts(table["partition"]).to_pylist():
            part = table.slice(start, run["counts"])
            yield run["values"], part.drop_columns("partition").cast(DATASETS[dataset].schema)
            start += run["counts"]


def _by_file(staged: Sequence[Path], index: pa.Table) -> Iterator[tuple[Path, np.ndarray]]:
    """Yield each staged file that has winners, and their places in the index."""
    files = index["file"].to_numpy()
    order = np.argsort(files, kind="stable")
    bounds = np.searchsorted(files[order], np.arange(len(staged) + 1))
    for number, path in enumerate(staged):
        if bounds[number] < bounds[number + 1]:
            yield path, order[bounds[number] : bounds[number + 1]]


def _winning_rows(path: Path, index: pa.Table, places: np.ndarray, slot: np.ndarray) -> pa.Table:
    # Where nothing is to be written, only the blocks are of interest: they are counted.
    columns = None if (slot[places] >= 0).any() else ["blocks"]
    with open_file(path) as file:
        table = file.read(columns=columns, use_threads=False)
    here = index.select(["partition", "row"]).take(pa.array(places))
    return (
        table.take(here["row"])
        .append_column("partition", here["partition"])
        .append_column("slot", pa.array(slot[places]))
    )


def _struck(blocks: pa.ChunkedArray) -> dict[str, int]:
    flat = pc.list_flatten(blocks)
    labels = pc.struct_field(flat, "label").filter(pc.invert(pc.struct_field(flat, "kept")))
    return {run["values"]: run["counts"] for run in pc.value_counts(labels).to_pylist()}


def _articles(rows: pa.Table, constants: dict[str, str]) -> pa.Table:
    if "article_id" not in rows.column_names:
        return pa.table({})
    for name, value in constants.items():
        rows = rows.append_column(name, pa.repeat(value, len(rows)))
    rows = rows.append_column("revision", pa.repeat(pa.scalar(1, pa.int32()), len(rows)))
    rows = rows.append_column("copies", only_copies(rows))
    return rows.select([*DATASETS["articles"].schema.names, "partition", "slot"])


def only_copies(rows: pa.Table) -> pa.Array:
    """Return the `copies` of rows of which no other copy is known."""
    fetched, places = (rows[name].combine_chunks() for name in ("fetched_at", "raw_ref"))
    known = pc.is_valid(fetched)
    copies = pa.StructArray.from_arrays(
        [fetched.filter(known), places.filter(known)], fields=list(COPIES_TYPE.value_type)
    )
    counts = known.to_numpy(zero_copy_only=False)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    missing = np.concatenate([~counts, [False]])
    return pa.ListArray.from_arrays(pa.array(offsets, mask=missing), copies, type=COPIES_TYPE)


def _blocks(rows: pa.Table) -> pa.Table:
    if "article_id" not in rows.column_names:
        return pa.table({})
    blocks = rows["blocks"].combine_chunks()
    parents = pc.list_parent_indices(blocks)
    lengths = pc.fill_null(pc.list_value_length(blocks), 0).to_numpy()
    starts = np.cumsum(lengths) - lengths
    position = np.arange(len(parents)) - starts[parents.to_numpy()]
    columns = {
        "article_id": rows["article_id"].take(parents),
        "position": pa.array(position, pa.int32()),
        **{
            name: pc.struct_field(pc.list_flatten(blocks), name)
            for name in ("text", "label", "reason", "kept")
        },
        "partition": rows["partition"].take(parents),
        "slot": rows["slot"].take(parents),
    }
    return pa.table(columns)


def _append(waiting: Iterable[tuple[pa.Table, pa.Table]], folder: Path) -> None:
    for dataset, tables in zip(_DATASETS, zip(*waiting, strict=True), strict=False):
        full = [table for table in tables if len(table)]
        if not full:
            continue
        table = pa.concat_tables(full)
        order = pc.sort_indices(table["slot"]).to_numpy()
        numbers = table["slot"].to_numpy()[order]
        for number in np.unique(numbers).tolist():
            first, last = np.searchsorted(numbers, [number, number + 1])
            rows = table.take(pa.array(order[first:last])).drop_columns("slot").combine_chunks()
            with (folder / f"{dataset}-{number}.arrow").open("ab") as file:  # noqa: SIM117
                with pa.ipc.new_stream(file, rows.schema) as stream:
                    stream.write_table(rows)


def _streams(path: Path) -> pa.Table:
    """Read the Arrow streams that stand in a file one after the other."""
    tables = []
    with path.open("rb") as file:
        size = path.stat().st_size
        while file.tell() < size:
            with pa.ipc.open_stream(file) as stream:
                tables.append(stream.read_all())
    return pa.concat_tables(tables)
