"""Make a partition's new file in staging, verified and durable, ready to be put in place."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.tasks.durable import sync_file, sync_folder
from copydesk.tasks.output_error import OutputError
from copydesk.tasks.schema import DERIVED, SCHEMA_VERSION, Dataset
from copydesk.tasks.version import VERSION
from copydesk.tasks.write.journal import Swap, staged_folder
from copydesk.tasks.write.layout import partition_file
from copydesk.tasks.write.rows import row_groups

# Long texts: fewer rows, so that a reader and this writer hold tens of megabytes at a time.
_ARTICLE_ROWS = 20_000
_OTHER_ROWS = 100_000
_TEXT_BYTES = 32 << 20
_WEIGHED = {"articles": "body", "blocks": "text", "revisions": "body"}


@dataclass(frozen=True, slots=True)
class Stock:
    """What the footer of an `articles` file says of its content; derived files are judged by it."""

    fingerprint: str
    """SHA-256 over the rows' fingerprints, in order."""
    derived: Mapping[str, int]
    """How many rows each derived dataset has for it."""


def footer(dataset: Dataset, rules_version: str) -> dict[str, str]:
    """Return what a file's footer says of where it comes from (nothing that differs between runs)."""
    return {
        "copydesk.dataset": dataset.name,
        "copydesk.row": dataset.row,
        "copydesk.key": ", ".join(dataset.key),
        "copydesk.schema_version": SCHEMA_VERSION,
        "copydesk.rules_version": rules_version,
        "copydesk.created_by": f"copydesk {VERSION}",
    }


def stage(
    output: Path, dataset: Dataset, partition: str, rows: Iterable[pa.Table], says: Mapping[str, str]
) -> Swap | None:
    """Write a partition's rows, sorted by the key, to staging, with what the footer `says` of them.

    Returns:
        what is to be put in place; None where nothing changes.

    Raises:
        OutputError: where what was written does not read back.
        OSError: where the disk fails; the old partition is untouched then.
    """
    folder = staged_folder(output, dataset.name, partition)
    folder.mkdir(parents=True)
    unnamed = folder / "unnamed"
    old = partition_file(output, dataset.name, partition)
    count = _write(unnamed, dataset, rows, says)
    if count == 0:
        shutil.rmtree(folder)
        return Swap(dataset.name, partition, None) if old else None
    sync_file(unnamed)
    _verify(unnamed, dataset, count)
    digest = _digest(unnamed)
    if old and old.stat().st_size == unnamed.stat().st_size and _digest(old) == digest:
        shutil.rmtree(folder)
        return None
    name = f"{dataset.name}-{digest[:12]}.parquet"
    if old and old.name == name:
        # Its name does not fit its content (the fallback of `put_in_place` leaves that), and
        # `recover` needs to tell the new file from the old one by name.
        name = f"{dataset.name}-{digest[12:24]}.parquet"
    unnamed.rename(folder / name)
    sync_folder(folder)
    return Swap(dataset.name, partition, name)


def staged_file(output: Path, swap: Swap) -> Path | None:
    """Return the file that a swap will put in place, None where it removes the partition."""
    return staged_folder(output, swap.dataset, swap.partition) / swap.file if swap.file else None


def stock_of(file: pq.ParquetFile) -> Stock | None:
    """Return what the footer of an `articles` file says of it; None where another tool wrote it."""
    said = {key.decode(): value.decode() for key, value in (file.metadata.metadata or {}).items()}
    if "copydesk.fingerprint" not in said:
        return None
    derived = {name: int(said.get(f"copydesk.rows.{name}", -1)) for name in DERIVED}
    return Stock(said["copydesk.fingerprint"], derived)


def take_stock(tables: Iterable[pa.Table]) -> Stock:
    """Return the stock of rows of `articles` (at least the fingerprint and the derived columns)."""
    digest, derived = hashlib.sha256(), Counter[str]()
    for table in tables:
        _add_to_stock(table, digest, derived)
    return Stock(digest.hexdigest(), derived)


def _write(path: Path, dataset: Dataset, rows: Iterable[pa.Table], says: Mapping[str, str]) -> int:
    count = 0
    digest, derived = hashlib.sha256(), Counter[str]()
    most_rows = _ARTICLE_ROWS if dataset.name == "articles" else _OTHER_ROWS
    with pq.ParquetWriter(
        path,
        dataset.schema,
        compression="zstd",
        sorting_columns=_sorting(dataset),
        write_page_checksum=True,
    ) as writer:
        for group in row_groups(rows, most_rows, _TEXT_BYTES, _WEIGHED.get(dataset.name)):
            writer.write_table(group, row_group_size=len(group))
            count += len(group)
            if dataset.name == "articles":
                _add_to_stock(group, digest, derived)
        writer.add_key_value_metadata(dict(says))
        if dataset.name == "articles":
            counts = {f"copydesk.rows.{name}": str(derived[name]) for name in DERIVED}
            writer.add_key_value_metadata({"copydesk.fingerprint": digest.hexdigest(), **counts})
    return count


def _add_to_stock(table: pa.Table, digest: hashlib._Hash, derived: Counter[str]) -> None:
    digest.update("".join(table["fingerprint"].to_pylist()).encode())
    for name in DERIVED:
        derived[name] += pc.sum(pc.list_value_length(table[name])).as_py() or 0


def _sorting(dataset: Dataset) -> list[pq.SortingColumn]:
    ordering = [(name, "ascending") for name in dataset.key[:2]]
    flat = [] if dataset.name == "offers" else ordering
    return list(pq.SortingColumn.from_ordering(dataset.schema, flat or ordering[:1]))


def _verify(path: Path, dataset: Dataset, count: int) -> None:
    with pq.ParquetFile(path) as file:
        if file.metadata.num_rows != count or not file.schema_arrow.equals(dataset.schema):
            raise OutputError(f"{path} does not read back as it was written: check the disk, then run again")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
