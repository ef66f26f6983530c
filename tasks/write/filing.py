"""File a run: merge what it brings into the datasets, replace the partitions that change, all or none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.output_error import explained
from copydesk.tasks.schema import DATASETS, SCHEMA_VERSION
from copydesk.tasks.write.change import Change, stage_change
from copydesk.tasks.write.derive import stage_derived
from copydesk.tasks.write.index import compare, winners
from copydesk.tasks.write.journal import Swap, clear_staging, commit, recover
from copydesk.tasks.write.layout import (
    partition_file,
    partition_names,
    partitions,
    settle_granularity,
    staging_folder,
)
from copydesk.tasks.write.revisions import pasts
from copydesk.tasks.write.rows import conform, in_order, open_file
from copydesk.tasks.write.spill import distribute, spilled
from copydesk.tasks.write.stories import note_files, story_store, tell
from copydesk.tasks.write.stories_store import Store


@dataclass(frozen=True, slots=True)
class RunStamp:
    """What a run writes of itself into the rows that it files."""

    run_id: str
    started_at: datetime
    """Aware, UTC."""
    rules_version: str


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a run's articles and rejects."""

    filed: int
    """Articles new or changed."""
    unchanged: int
    """Articles that stood there just so, or as fetched later."""
    duplicates: int
    """Further copies of an article within the run, but for those that are its earlier revisions."""
    rejected: int
    """Inputs refused, those of earlier runs included."""
    struck: Mapping[str, int]
    """Blocks struck, by label."""
    partitions_written: int

    @property
    def changed(self) -> bool:
        """Whether any file of the datasets changed."""
        return self.partitions_written > 0


def file_batches(
    staged: Sequence[Path],
    rejects: Sequence[Path],
    output: Path,
    run: RunStamp,
    granularity: str = "month",
) -> Filed:
    """Merge staged articles and rejects into the datasets; the caller holds `lock.writer_lock`.

    Args:
        staged: files by `staging.write_articles`, in any order.
        rejects: files by `staging.write_rejects`.
        output: the output directory; made where it is not there.
        run: goes into the rows that are filed.
        granularity: `month`, `day` or `year`; settled by an output's first run.

    Raises:
        OutputError: where the output can't be written; says what to do. Killed or failed at any
            point, the next run leaves the same datasets as if nothing had happened.
    """
    with explained(output):
        recover(output)
        settle_granularity(output, granularity)
        with story_store(output) as store:
            try:
                filed, swaps = _stage_run(staged, rejects, output, run, granularity, store)
            except Exception:
                with suppress(OSError):
                    clear_staging(output)
                raise
            commit(output, swaps)
            note_files(store, output)
    return filed


def file_run(row: Mapping[str, Any], output: Path) -> None:
    """Add a row to `runs` (a row of the same `run_id` is replaced); the caller holds `lock.writer_lock`.

    Raises:
        OutputError: as `file_batches`.
    """
    dataset = DATASETS["runs"]
    with explained(output):
        recover(output)
        table = pa.Table.from_pylist([dict(row)], schema=dataset.schema)
        (partition,) = partition_names(table["started_at"].combine_chunks(), dataset).to_pylist()
        change = Change([(partition, table)], gone=pa.array([row["run_id"]]))
        commit(output, stage_change(output, dataset, change, rules_version=""))


def _stage_run(  # noqa: PLR0913, PLR0917 -- what `file_batches` was given
    staged: Sequence[Path],
    rejects: Sequence[Path],
    output: Path,
    run: RunStamp,
    granularity: str,
    store: Store,
) -> tuple[Filed, list[Swap]]:
    index, given = winners(staged, granularity)
    standing = compare(output, index)
    written = ~standing.kept
    past = pasts(output, staged, given, index, standing)
    stories = tell(store, output, staged, index.filter(pa.array(written)), past.first_seen())
    spill = staging_folder(output) / "spill"
    constants = {"run_id": run.run_id, "schema_version": SCHEMA_VERSION}
    count, struck = distribute(staged, index, written, spill, constants)
    gone = index["article_id"].combine_chunks().filter(pa.array(written))
    amended = {"revision, copies": past.amended, "story_id, duplicate_of": stories.amended}
    losing = standing.losing | past.amending | stories.amending
    articles = Change(spilled(spill, "articles", count), gone, losing, amended)
    swaps = stage_change(output, DATASETS["articles"], articles, run.rules_version)
    blocks = Change(spilled(spill, "blocks", count), gone, standing.losing)
    swaps += stage_change(output, DATASETS["blocks"], blocks, run.rules_version)
    earlier = Change(past.revisions(constants), past.ids, past.losing)
    swaps += stage_change(output, DATASETS["revisions"], earlier, run.rules_version)
    swaps += stage_derived(output, swaps, run.rules_version)
    swaps += stories.stage(output, run.rules_version)
    refused, rejected = _rejects(rejects, output, run)
    swaps += stage_change(output, DATASETS["rejects"], Change(refused), run.rules_version)
    filed = int(np.count_nonzero(written))
    return Filed(
        filed=filed,
        unchanged=len(index) - filed,
        duplicates=len(given) - len(index) - past.brought,
        rejected=rejected,
        struck=dict(sorted(struck.items())),
        partitions_written=len(swaps),
    ), swaps


def _rejects(paths: Sequence[Path], output: Path, run: RunStamp) -> tuple[list[tuple[str, pa.Table]], int]:
    """Return the rejects not met before, for their partition, and how many were given."""
    dataset = DATASETS["rejects"]
    known: set[str] = set()
    for partition in partitions(output, "rejects"):
        path = partition_file(output, "rejects", partition)
        if path is not None:
            with open_file(path) as file:
                known.update(file.read(columns=["reject_id"])["reject_id"].to_pylist())
    rows: dict[str, dict[str, Any]] = {}
    given = 0
    for path in paths:
        with open_file(path) as file:
            refused = file.read().to_pylist()
        given += len(refused)
        for row in refused:
            reject_id = _reject_id(row)
            if reject_id not in known:
                rows[reject_id] = {"reject_id": reject_id, **row}
    if not rows:
        return [], given
    table = pa.Table.from_pylist(list(rows.values()))
    table = table.append_column("rejected_at", pa.repeat(run.started_at, len(table)))
    table = table.append_column("run_id", pa.repeat(run.run_id, len(table)))
    table = in_order(conform(table, dataset.schema), dataset.key)
    (partition,) = pc.unique(partition_names(table["rejected_at"].combine_chunks(), dataset)).to_pylist()
    return [(partition, table)], given


def _reject_id(row: Mapping[str, str | None]) -> str:
    parts = (row[name] or "" for name in ("raw_ref", "input_id", "url", "reason", "message"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
