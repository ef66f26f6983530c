"""What a run brings, against what stands: one light pass over ids, fingerprints and times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write.layout import partition_file, partition_names, partitions
from copydesk.tasks.write.rows import open_file

# The order in which copies of an article are preferred. The last two only make it a total order.
_RANK = [
    ("article_id", "ascending"),
    # A feed's teaser never takes the place of a page's text, however late.
    ("feed", "ascending"),
    ("fetched_at", "descending"),
    ("modified_at", "descending"),
    ("word_count", "descending"),
    ("fingerprint", "descending"),
    ("input_id", "ascending"),
    ("raw_ref", "ascending"),
]
_COLUMNS = [name for name, _ in _RANK if name != "feed"] + ["text_from", "published_at", "size"]
_WINNERS = ["article_id", "feed", "fingerprint", "fetched_at", "partition", "size", "file", "row"]
_LONG_AGO = -(1 << 63)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the winners of a run relate to the articles that stand in the output."""

    kept: np.ndarray
    """For each winner, whether the row that stands is kept: the same, or fetched later."""
    losing: frozenset[str]
    """Partitions with rows that a winner replaces."""
    changed: np.ndarray
    """For each winner, whether a row stands of which it is another copy, fetched at a known time."""


def winners(staged: Sequence[Path], granularity: str) -> tuple[pa.Table, pa.Table]:
    """Return the preferred copy of each article, sorted by id, and all copies in the order of preference.

    The tables have the columns article_id, feed (whether it is a feed's teaser), fingerprint, fetched_at,
    partition, size (characters), file (index into `staged`) and row (in that file). They are the same
    whatever the order of input, but for file and row.
    """
    tables = [_index(path, number, granularity) for number, path in enumerate(staged)]
    if not tables:
        return _index_of_none(), _index_of_none()
    table = pa.concat_tables(tables)
    table = table.take(pc.sort_indices(table, sort_keys=_RANK)).select(_WINNERS)
    ids = table["article_id"].combine_chunks()
    first = np.ones(len(ids), dtype=bool)
    if len(ids):
        first[1:] = pc.not_equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)
    return table.filter(pa.array(first)).combine_chunks(), table


def compare(output: Path, index: pa.Table) -> Standing:
    """Compare winners with the rows of the same ids in all partitions of `articles`."""
    kept = np.zeros(len(index), dtype=bool)
    changed = np.zeros(len(index), dtype=bool)
    losing = set()
    ids, fingerprints = (_one(index[name]) for name in ("article_id", "fingerprint"))
    fetched = _ticks(index["fetched_at"])
    feed = index["feed"].to_numpy()
    for partition in partitions(output, "articles") if len(index) else ():
        path = partition_file(output, "articles", partition)
        assert path is not None
        # An article whose blocks are gone is filed anew, which brings them back.
        whole = partition_file(output, "blocks", partition) is not None
        with open_file(path) as file:
            columns = ["article_id", "fingerprint", "fetched_at", "text_from"]
            for batch in file.iter_batches(batch_size=50_000, columns=columns, use_threads=False):
                place = pc.index_in(batch["article_id"], value_set=ids)
                here = pc.is_valid(place)
                place, old = place.filter(here), batch.filter(here)
                same = pc.equal(old["fingerprint"], fingerprints.take(place)).to_numpy(zero_copy_only=False)
                where = place.to_numpy()
                then, teaser = _ticks(old["fetched_at"]), _from_feed(old)
                later = np.where(teaser == feed[where], then > fetched[where], feed[where])
                alike = same & (then == fetched[where])
                stays = (whole & alike) | later
                kept[where[stays]] = True
                changed[where[(then != _LONG_AGO) & ~(whole & alike)]] = True
                if not stays.all():
                    losing.add(partition)
    return Standing(kept, frozenset(losing), changed)


def _index(path: Path, number: int, granularity: str) -> pa.Table:
    with open_file(path) as file:
        table = file.read(columns=_COLUMNS, use_threads=False)
    names = partition_names(_one(table["published_at"]), DATASETS["articles"], granularity)
    return (
        table.drop_columns(["published_at", "text_from"])
        .append_column("feed", pa.array(_from_feed(table)))
        .append_column("partition", names)
        .append_column("file", pa.array(np.full(len(table), number, dtype=np.int32)))
        .append_column("row", pa.array(np.arange(len(table), dtype=np.int32)))
    )


def _index_of_none() -> pa.Table:
    text, whole = pa.string(), pa.int32()
    types = [text, pa.bool_(), text, pa.timestamp("us", tz="UTC"), text, pa.int64(), whole, whole]
    return pa.schema(list(zip(_WINNERS, types, strict=True))).empty_table()


def _from_feed(rows: pa.Table | pa.RecordBatch) -> np.ndarray:
    if "text_from" not in rows.schema.names:
        return np.zeros(len(rows), dtype=bool)
    return np.asarray(pc.fill_null(pc.equal(rows["text_from"], "feed"), False))


def _one(column: pa.ChunkedArray) -> pa.Array:
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def _ticks(times: pa.Array) -> np.ndarray:
    # An unknown time counts as before all others, here as in the rank.
    return np.asarray(pc.fill_null(times.cast(pa.int64()), _LONG_AGO).to_numpy())
