"""Verify an output: every file, every key, every fingerprint, and that the datasets fit each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.tasks.schema import DATASETS, DERIVED, Dataset
from copydesk.tasks.write.check_articles import article_problems, derived_problems, few, revision_problems
from copydesk.tasks.write.check_stories import story_problems
from copydesk.tasks.write.journal import journal_path
from copydesk.tasks.write.layout import granularity_of, partition_key, partition_names, partitions

_TIMES = {
    "articles": "published_at",
    "revisions": "fetched_at",
    "rejects": "rejected_at",
    "fetches": "asked_at",
    "runs": "started_at",
}
_ROWS_AT_ONCE = 1_000
_RUN_AGAIN = "delete the file and run again on the same sources"


def check_output(output: Path) -> list[str]:
    """Return what is wrong in an output, each with the file and the remedy; empty where all is well.

    Memory: the article ids, and a few thousand rows at a time.
    """
    if not output.is_dir():
        return [f"{output}: no such directory: name the one that a run wrote to with --output"]
    return list(_problems(output))


def _problems(output: Path) -> Iterator[str]:
    if journal_path(output).exists():
        yield f"{journal_path(output)}: a run has not finished: let it, or if none is running run again"
    granularity = granularity_of(output) or "month"
    good: dict[str, dict[str, Path]] = {}
    for dataset in DATASETS.values():
        files, strays = _files(output / dataset.name, dataset, granularity)
        yield from (f"{path}: not a file that copydesk wrote: move it away" for path in strays)
        problems = {name: list(_file_problems(path, dataset, granularity)) for name, path in files.items()}
        for found in problems.values():
            yield from found
        good[dataset.name] = {name: path for name, path in files.items() if not problems[name]}
        if dataset.name in _TIMES and len(dataset.key) == 1:
            yield from _doubled(good[dataset.name], dataset)
    yield from _misfits(good)
    if len(good["articles"]) == len(partitions(output, "articles")):
        yield from story_problems(good["articles"], good["stories"])


def _misfits(good: dict[str, dict[str, Path]]) -> Iterator[str]:
    """Judge the datasets that depend on `articles`, in the files that are sound in themselves."""
    for partition, path in good["articles"].items():
        yield from article_problems(path, good["blocks"].get(partition))
    for partition, path in good["blocks"].items():
        if partition not in good["articles"]:
            yield f"{path}: blocks of articles that are not there: delete the file"
    for path in good["revisions"].values():
        yield from revision_problems(path)
    for name in DERIVED:
        for partition in sorted({*good["articles"], *good[name]}):
            articles = good["articles"].get(partition)
            yield from derived_problems(articles, good[name].get(partition), DATASETS[name])


def _files(folder: Path, dataset: Dataset, granularity: str) -> tuple[dict[str, Path], list[Path]]:
    """Return the file of each partition, and all that does not belong under the dataset's folder."""
    name = re.compile(rf"{dataset.name}-[0-9a-f]{{12}}\.parquet")
    files: dict[str, Path] = {}
    strays = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        key = path.parent.name.partition("=")[0]
        belongs = path.parent.parent == folder and key == partition_key(dataset, granularity)
        if belongs and name.fullmatch(path.name) and path.is_file() and path.parent.name not in files:
            files[path.parent.name] = path
        elif not (path.is_dir() and path.parent == folder and "=" in path.name):
            strays.append(path)
    return files, strays


def _file_problems(path: Path, dataset: Dataset, granularity: str) -> Iterator[str]:
    try:
        with pq.ParquetFile(path, pre_buffer=False, page_checksum_verification=True) as file:
            if not file.schema_arrow.equals(dataset.schema):
                yield f"{path}: not this version's columns: the next run brings them up to date"
                return
            yield from _row_problems(path, file, dataset, granularity)
    except (OSError, pa.ArrowException) as error:
        yield f"{path}: can't be read ({error}): {_RUN_AGAIN}"


def _row_problems(path: Path, file: pq.ParquetFile, dataset: Dataset, granularity: str) -> Iterator[str]:
    """Judge order, keys and partition of a file's rows; the derived ones are compared as a whole."""
    # Where an article's mentions follow the text, their order need not be that of all key columns.
    key = dataset.key if dataset.name not in DERIVED else dataset.key[:1]
    unique = dataset.name not in DERIVED
    last: list[tuple[str, ...]] = []
    disordered, misplaced = [], []
    for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, use_threads=False):
        keys = last + list(zip(*(batch[name].to_pylist() for name in key), strict=True))
        disordered += [b[0] for a, b in pairwise(keys) if a > b or (unique and a == b)]
        last = keys[-1:]
        if dataset.name in _TIMES:
            names = partition_names(batch[_TIMES[dataset.name]], dataset, granularity)
            wrong = pc.not_equal(names, path.parent.name)
            misplaced += batch[key[0]].filter(wrong).to_pylist()
    if disordered:
        yield f"{path}: rows doubled or out of order ({few(disordered)}): {_RUN_AGAIN}"
    if misplaced:
        yield f"{path}: rows that belong in another partition ({few(misplaced)}): {_RUN_AGAIN}"


def _doubled(files: dict[str, Path], dataset: Dataset) -> Iterator[str]:
    """Find ids that stand in several partitions (within one, the order of rows shows it)."""
    (key,) = dataset.key
    columns = [pq.read_table(path, columns=[key], partitioning=None)[key] for path in files.values()]
    if not columns:
        return
    counts = pc.value_counts(pa.chunked_array([chunk for column in columns for chunk in column.chunks]))
    twice = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    if len(twice):
        where = [
            str(path)
            for path, column in zip(files.values(), columns, strict=True)
            if pc.any(pc.is_in(column, value_set=twice)).as_py()
        ]
        ids = few(twice.to_pylist())
        yield f"{', '.join(where)}: the same {key} in several partitions ({ids}): {_RUN_AGAIN}"
