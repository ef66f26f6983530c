"""What a run does to a dataset: rows that come, rows that go, the partitions that are made anew for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from copydesk.tasks.schema import Dataset
from copydesk.tasks.write.journal import Swap
from copydesk.tasks.write.layout import partition_file, partitions
from copydesk.tasks.write.partition import footer, stage
from copydesk.tasks.write.rows import filed_rows, merged, open_file, without

Past = tuple[int, list[dict[str, Any]]]
"""The number of an article's revision, and its copies as in the column `copies`."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a run does to a dataset."""

    incoming: Iterable[tuple[str, pa.Table]]
    """Partitions in order, with their new rows in order of the key, in one or several parts."""
    gone: pa.Array = field(default_factory=lambda: pa.array([], pa.string()))
    """Sorted values of the key's first column whose old rows go."""
    losing: frozenset[str] = frozenset()
    """Partitions that lose rows or whose rows are amended, whether or not they get new ones."""
    amended: Mapping[str, Mapping[str, tuple[Any, ...]]] = field(default_factory=dict)
    """By columns, such as `revision, copies`, the values that articles get in them, by article."""


def stage_change(output: Path, dataset: Dataset, change: Change, rules_version: str) -> list[Swap]:
    """Stage the partitions that get or lose rows, and those with an earlier version's columns."""
    says = footer(dataset, rules_version)

    def staged(partition: str, parts: Iterator[pa.Table]) -> Swap | None:
        old = filed_rows(partition_file(output, dataset.name, partition), dataset)
        rows = merged(without(old, dataset.key[0], change.gone), parts, dataset.key)
        for columns, values in change.amended.items():
            rows = _amended(rows, columns.split(", "), values)
        return stage(output, dataset, partition, rows, says)

    swaps, done = [], set()
    for partition, parts in groupby(change.incoming, key=itemgetter(0)):
        swaps.append(staged(partition, (table for _, table in parts)))
        done.add(partition)
    rest = (change.losing | outdated(output, dataset)) - done
    swaps += [staged(partition, iter(())) for partition in sorted(rest)]
    return [swap for swap in swaps if swap]


def _amended(
    tables: Iterable[pa.Table], columns: Sequence[str], amended: Mapping[str, tuple[Any, ...]]
) -> Iterator[pa.Table]:
    for table in tables:
        ids = table["article_id"].to_pylist()
        rows = np.array([row for row, article_id in enumerate(ids) if article_id in amended], dtype=np.int64)
        values = [amended[ids[row]] for row in rows.tolist()]
        new = table
        for place, name in enumerate(columns if values else ()):
            column = table.schema.get_field_index(name)
            field_ = table.schema.field(column)
            these = pa.array([value[place] for value in values], field_.type)
            source = np.arange(len(table))
            source[rows] = len(table) + np.arange(len(rows))
            both = pa.chunked_array([*table[name].chunks, these])
            new = new.set_column(column, field_, both.take(pa.array(source)))
        yield new


def outdated(output: Path, dataset: Dataset) -> frozenset[str]:
    """Return the partitions whose columns are an earlier version's: plain readers need all alike."""
    found = set()
    for partition in partitions(output, dataset.name):
        path = partition_file(output, dataset.name, partition)
        if path is not None:
            with open_file(path) as file:
                if not file.schema_arrow.equals(dataset.schema):
                    found.add(partition)
    return frozenset(found)
