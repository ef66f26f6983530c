"""Where things lie under an output directory, and what a partition is called.

output/<dataset>/<key>=<value>/<dataset>-<12 hexadecimal digits of its content>.parquet
output/.copydesk/           everything that is no dataset: lock, settings, journal, staging
"""

from __future__ import annotations

from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tasks.durable import state_folder, write_small
from copydesk.tasks.output_error import OutputError
from copydesk.tasks.schema import Dataset

UNKNOWN = "unknown"
"""The partition of rows without a time, in place of hive's `__HIVE_DEFAULT_PARTITION__`.

With that, pandas fails on any dataset with a null and another partition, and pyarrow on one with the
null partition only (pandas-dev/pandas#55400, apache/arrow#39927); a plain word is read by all alike.
"""
_LENGTHS = {"year": 4, "month": 7, "day": 10}


def staging_folder(output: Path) -> Path:
    """Return the folder where new partitions are made and old ones await deletion."""
    return state_folder(output) / "staging"


def granularity_of(output: Path) -> str | None:
    """Return what the output is partitioned by (`year`, `month`, `day`), None before its first run."""
    settings = state_folder(output) / "settings.json"
    if settings.exists():
        return str(orjson.loads(settings.read_bytes())["granularity"])
    folder = next((output / "articles").glob("published_*=*"), None)
    return folder.name.partition("=")[0].removeprefix("published_") if folder else None


def settle_granularity(output: Path, granularity: str) -> None:
    """Keep the output's granularity (`year`, `month`, `day`) at its first use.

    Raises:
        OutputError: where the output was begun with another one.
    """
    if granularity not in _LENGTHS:
        raise OutputError(f"granularity {granularity!r} is none of {', '.join(_LENGTHS)}")
    kept = granularity_of(output)
    if kept not in (None, granularity):
        raise OutputError(
            f"{output} is partitioned by {kept}, so it can't be written by {granularity}: "
            f"run with granularity {kept}, or name another directory with --output"
        )
    settings = state_folder(output) / "settings.json"
    if not settings.exists():
        write_small(settings, orjson.dumps({"granularity": granularity}))


def partitions(output: Path, dataset: str) -> list[str]:
    """Return the names of the dataset's partition folders that hold a file, sorted."""
    folder = output / dataset
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in folder.iterdir() if "=" in entry.name and any(entry.iterdir()))


def partition_file(output: Path, dataset: str, partition: str) -> Path | None:
    """Return the partition's one file, None where there is none.

    Raises:
        OutputError: where there are several, since what a reader sees then is not what was filed.
    """
    folder = output / dataset / partition
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    if len(files) > 1:
        raise OutputError(
            f"{folder} holds {len(files)} files where one belongs: move away what copydesk did not write"
        )
    return files[0] if files else None


def partition_key(dataset: Dataset, granularity: str) -> str:
    """Return the name before the `=` in the dataset's partition folders, such as `published_month`."""
    by_article = dataset.partition == "published_month"
    return f"published_{granularity}" if by_article else dataset.partition


def partition_names(times: pa.Array, dataset: Dataset, granularity: str = "month") -> pa.Array:
    """Return each row's partition folder, such as `published_month=2016-12`, from its time (UTC)."""
    key = partition_key(dataset, granularity)
    stamps = times.cast(pa.timestamp("us")).cast(pa.string())
    values = pc.utf8_slice_codeunits(stamps, 0, _LENGTHS[key.rpartition("_")[2]])
    return pc.binary_join_element_wise(f"{key}=", pc.fill_null(values, UNKNOWN), "")
