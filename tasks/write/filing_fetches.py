"""File what was fetched: the rows of `fetches`, as they are, in the months in which they were asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.output_error import explained
from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write.change import Change, stage_change
from copydesk.tasks.write.journal import clear_staging, commit, recover
from copydesk.tasks.write.layout import partition_names
from copydesk.tasks.write.rows import in_order

_FETCHES = DATASETS["fetches"]


def file_fetches(rows: Sequence[Mapping[str, Any]], output: Path) -> int:
    """Add rows to `fetches`; one of a known `fetch_id` replaces it. The caller holds `lock.writer_lock`.

    Returns:
        how many partitions were written: 0 where all rows stood there just so.

    Raises:
        OutputError: as `filing.file_batches`; killed at any point, filing the same rows again completes it.
    """
    with explained(output):
        recover(output)
        if not rows:
            return 0
        unique = {row["fetch_id"]: row for row in rows}
        table = in_order(pa.Table.from_pylist(list(unique.values()), schema=_FETCHES.schema), _FETCHES.key)
        change = Change(_by_partition(table), gone=table["fetch_id"].combine_chunks())
        try:
            swaps = stage_change(output, _FETCHES, change, rules_version="")
        except Exception:
            with suppress(OSError):
                clear_staging(output)
            raise
        commit(output, swaps)
    return len(swaps)


def _by_partition(table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    # An exchange keeps its id and time for good, so none ever moves to another partition.
    names = partition_names(table["asked_at"].combine_chunks(), _FETCHES)
    for name in sorted(pc.unique(names).to_pylist()):
        yield name, table.filter(pc.equal(names, name))
