"""Bring what is known of the articles up to date: with the datasets as they stand, with what a run brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write.layout import partition_file, partitions
from copydesk.tasks.write.rows import conform, open_file
from copydesk.tasks.write.stories_sketch import Sketch, sketch
from copydesk.tasks.write.stories_store import Known, Store

_FACTS = pa.schema(
    [
        DATASETS["articles"].schema.field(name).with_nullable(True)
        for name in (
            *("article_id", "body_sha256", "page_kind", "title", "source", "published_at", "fetched_at"),
            *("story_id", "duplicate_of", "copies"),
        )
    ]
)
_NO_ARTICLES = ("index", "consent_wall", "error")
_ROWS_AT_ONCE = 20_000
_BODIES_AT_ONCE = 1_000


def stamps(output: Path, dataset: str) -> dict[str, str]:
    """Return what tells the file of each partition from others, without reading it."""
    found = {}
    for partition in partitions(output, dataset):
        path = partition_file(output, dataset, partition)
        if path is not None:
            status = path.stat()
            found[partition] = f"{path.name} {status.st_size} {status.st_mtime_ns}"
    return found


def take_filed(store: Store, output: Path) -> None:
    """Take in what stands in partitions that changed since they were last read: after a crash, say."""
    standing, noted = stamps(output, "articles"), store.stamps("articles")
    leaving: dict[str, set[str]] = {}
    for partition in sorted(standing.keys() | noted.keys()):
        if standing.get(partition) == noted.get(partition):
            continue
        leaving[partition] = store.filed_in(partition)
        path = partition_file(output, "articles", partition)
        if path is not None:
            leaving[partition] -= _take_partition(store, path, partition)
    for partition, ids in leaving.items():
        # Those that stand in another partition now have been taken in there.
        store.leave(ids & store.filed_in(partition))


def take_staged(
    store: Store, staged: Sequence[Path], arriving: pa.Table, seen: Mapping[str, datetime]
) -> None:
    """Take in the articles that a run brings.

    Args:
        store: what is known.
        staged: the staged batches.
        arriving: the winners that are to be written, as from `index.winners`.
        seen: when articles, standing ones too, were first fetched as they will stand.
    """
    files = arriving["file"].combine_chunks()
    waiting: list[Known] = []
    sketches: dict[str, Sketch | None] = {}
    for number in pc.unique(files).sort().to_pylist():
        mine = arriving.filter(pc.equal(files, number))
        with open_file(staged[number]) as file:
            names = [name for name in _FACTS.names if name in file.schema_arrow.names]
            table = file.read(columns=[*names, "body"], use_threads=False).take(mine["row"])
        rows = conform(table, _FACTS).to_pylist()
        bodies = zip(rows, table["body"], mine["partition"].to_pylist(), strict=True)
        for row, body, partition in bodies:
            known = _known({**row, "story_id": None, "duplicate_of": None}, partition)
            waiting.append(_first_seen(known, seen))
            sketches[known.article_id] = sketch(body.as_py() or "") if known.text else None
        if len(waiting) >= _ROWS_AT_ONCE:
            store.take(waiting, sketches)
            waiting, sketches = [], {}
    store.take(waiting, sketches)
    # Of the articles that stand, some were first seen at another time than was known so far.
    store.take([_first_seen(known, seen) for _, known in store.held(seen).values()], {})


def _take_partition(store: Store, path: Path, partition: str) -> set[str]:
    """Take in a partition of `articles`; only bodies that are not known are read. Return all ids."""
    ids: set[str] = set()
    with open_file(path) as file:
        for batch in _batches(file, _FACTS.names, _ROWS_AT_ONCE):
            articles = [_known(row, partition) for row in conform(pa.table(batch), _FACTS).to_pylist()]
            held = store.held(known.article_id for known in articles)
            new = {
                known.article_id: known
                for known in articles
                if known.article_id not in held or held[known.article_id][1].text != known.text
            }
            ids.update(known.article_id for known in articles)
            store.take([known for known in articles if known.article_id not in new], {})
            if new:
                _take_new(store, path, new)
    return ids


def _take_new(store: Store, path: Path, new: Mapping[str, Known]) -> None:
    wanted = pa.array(sorted(new))
    with open_file(path) as file:
        for batch in _batches(file, ("article_id", "body"), _BODIES_AT_ONCE):
            found = batch.filter(pc.is_in(batch["article_id"], value_set=wanted))
            pairs = zip(found["article_id"].to_pylist(), found["body"].to_pylist(), strict=True)
            sketches = {id_: sketch(body or "") if new[id_].text else None for id_, body in pairs}
            store.take([new[article_id] for article_id in sketches], sketches)


def _batches(file: pq.ParquetFile, wanted: Sequence[str], size: int) -> Iterator[pa.RecordBatch]:
    names = [name for name in wanted if name in file.schema_arrow.names]
    yield from file.iter_batches(batch_size=size, columns=names, use_threads=False)


def _known(row: Mapping[str, Any], partition: str) -> Known:
    copies = row["copies"]
    return Known(
        row["article_id"],
        partition,
        row["body_sha256"] or "" if row["page_kind"] not in _NO_ARTICLES else "",
        row["title"],
        row["source"],
        _ticks(row["published_at"]),
        _ticks(copies[0]["fetched_at"] if copies else row["fetched_at"]),
        row["story_id"],
        row["duplicate_of"],
    )


def _first_seen(known: Known, seen: Mapping[str, datetime]) -> Known:
    time = seen.get(known.article_id)
    return known if time is None else known._replace(seen=_ticks(time))


def _ticks(time: datetime | None) -> int | None:
    return None if time is None else pa.scalar(time, pa.timestamp("us", tz="UTC")).value
