"""What several tests need: a run without Prefect, and the rows and files that it leaves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pytest

from copydesk.tasks.batch import clear_work, work_folder_for
from copydesk.tasks.clean import clean_batch, keep_sites, recall_sites
from copydesk.tasks.enrich import enrich_batch
from copydesk.tasks.load import load_shard, plan_shards
from copydesk.tasks.write import Filed, RunStamp, recover, write_batches

Process = Callable[[Sequence[Path], Path], Filed]
Rows = Callable[[Path, str], list[dict[str, Any]]]
Files = Callable[[Path], dict[str, str]]


class Here:
    """Stands in for the worker processes: does the work where it is called."""

    count = 1

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        return function(*arguments)


def _process(sources: Sequence[Path], output: Path) -> Filed:
    recover(output)
    work = work_folder_for(output, "all")
    here: Any = Here()
    shards = plan_shards(map(str, sources), work, leave_out=output)
    cleaned = [clean_batch(load_shard(shard, work), here) for shard in shards]
    recall_sites(cleaned, output, print)
    batches = [enrich_batch(batch, "all", here) for batch in cleaned]
    filed = write_batches(batches, output, RunStamp("test", datetime(2026, 1, 1, tzinfo=UTC), "1"), "month")
    keep_sites(output)
    clear_work(output)
    return filed


@pytest.fixture
def process() -> Process:
    """Run every stage over sources into an output, in this process and without Prefect."""
    return _process


@pytest.fixture
def rows() -> Rows:
    """Read all rows of a dataset of an output; none where the dataset is not there."""

    def read(output: Path, name: str) -> list[dict[str, Any]]:
        folder = output / name
        return ds.dataset(folder, partitioning="hive").to_table().to_pylist() if folder.exists() else []

    return read


@pytest.fixture
def files() -> Files:
    """Fingerprint every file of an output's datasets but `runs`, by path, time of change and content."""

    def read(output: Path) -> dict[str, str]:
        found = sorted(path for path in output.glob("[a-qs-z]*/**/*") if path.is_file())
        found += sorted(path for path in output.glob("rejects/**/*") if path.is_file())
        found += sorted(path for path in output.glob("*.*") if path.is_file())
        digest = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
        return {str(path.relative_to(output)): f"{path.stat().st_mtime_ns} {digest[path]}" for path in found}

    return read
