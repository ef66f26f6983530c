"""Where the memory of sites lies on disk, and what batches keep of theirs.

`.copydesk/sites.parquet` beside the datasets: a row is a line in an article, sorted by site, line and
article. The columns are those of `site_lines.SIGHTING`, all numbers, `sketch` as 16 bytes. A row group is a
bucket of sites; the footer's `copydesk.buckets` lists their numbers. A damaged file is as good as none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.tasks.article import LABELS
from copydesk.tasks.clean.site_lines import SIGHTING, TAIL, Sightings
from copydesk.tasks.clean.site_memory import bucket
from copydesk.tasks.clean.site_proof import Proof
from copydesk.tasks.durable import state_folder, sync_file, sync_folder

Result = TypeVar("Result")

VERSION = f"1 {' '.join(LABELS)}"
"""Labels are kept as numbers: where they change, the memory begins anew."""
_NUMBERS = {np.dtype(np.uint64): pa.uint64(), np.dtype(np.int32): pa.int32(), np.dtype(np.uint8): pa.uint8()}
SCHEMA = pa.schema(
    [
        *(
            pa.field(name, _NUMBERS[SIGHTING[name]], False)
            for name in SIGHTING.names or ()
            if name != "sketch"
        ),
        pa.field("sketch", pa.binary(16), False),
    ]
)
PROVEN = np.dtype([("line", np.uint64), ("label", np.uint8), ("articles", np.uint8), ("inside", np.bool_)])
"""The proofs for one batch: fields as of `site_proof.Proof`, `label` as an index into `LABELS`."""


def memory_path(output: Path) -> Path:
    """Return where the memory lies that the last run left."""
    return state_folder(output) / "sites.parquet"


def unfinished_path(output: Path) -> Path:
    """Return where the memory waits that the run under way will leave."""
    return memory_path(output).with_name("sites.parquet.unfinished")


class History:
    """The memory as earlier runs left it; none where it is missing, or damaged, which `say` is told once."""

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        """Open the file at `path`, if there is one."""
        self._path, self._say = path, say
        self._file: pq.ParquetFile | None = None
        self._groups: dict[int, int] = {}
        if path.exists():
            self._guarded(self._open)

    def bucket(self, number: int) -> Sightings:
        """Return the sightings of a bucket of sites."""
        found = self._guarded(lambda: self._read(number)) if number in self._groups else None
        return np.zeros(0, SIGHTING) if found is None else found

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()

    def _open(self) -> None:
        self._file = pq.ParquetFile(self._path, page_checksum_verification=True)
        said = self._file.metadata.metadata or {}
        if said.get(b"copydesk.version") != VERSION.encode() or self._file.schema_arrow != SCHEMA:
            raise ValueError("it is of another version")
        self._groups = {int(number): at for at, number in enumerate(json.loads(said[b"copydesk.buckets"]))}

    def _read(self, number: int) -> Sightings:
        assert self._file is not None
        table = self._file.read_row_group(self._groups[number], use_threads=False)
        rows = np.zeros(len(table), SIGHTING)
        for name in SCHEMA.names[:-1]:
            rows[name] = table[name].to_numpy()
        sketches = b"".join(table["sketch"].to_pylist())
        rows["sketch"] = np.frombuffer(sketches, np.dtype("<u2")).reshape(-1, 8)
        if len(rows) and (rows["label"].max() >= len(LABELS) or rows["place"].max() > TAIL):
            raise ValueError("it holds values that no run writes")
        return rows

    def _guarded(self, read: Callable[[], Result]) -> Result | None:
        try:
            return read()
        except (pa.ArrowException, OSError, ValueError, KeyError, TypeError) as error:
            self._groups = {}
            cause = str(error).split("\n", 1)[0]
            self._say(
                f"{self._path} can't be read ({cause}): what it held of sites' boilerplate is learnt anew"
            )
            return None


class Unfinished:
    """Writes the memory anew, bucket by bucket, to where it waits to be put in place."""

    def __init__(self, path: Path) -> None:
        """Begin the file at `path`, over whatever lies there."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._buckets = path, list[int]()
        self._writer = pq.ParquetWriter(path, SCHEMA, compression="zstd", write_page_checksum=True)

    def add(self, number: int, rows: Sightings) -> None:
        """Write a bucket, sorted; buckets come in order."""
        if not len(rows):
            return
        columns = [pa.array(np.ascontiguousarray(rows[name])) for name in SCHEMA.names[:-1]]
        sketch = np.ascontiguousarray(rows["sketch"].astype("<u2"))
        columns.append(
            pa.Array.from_buffers(pa.binary(16), len(rows), [None, pa.py_buffer(sketch.tobytes())])
        )
        self._writer.write_table(pa.table(columns, schema=SCHEMA), row_group_size=len(rows))
        self._buckets.append(number)

    def close(self) -> None:
        """Finish the file and make it durable."""
        self._writer.add_key_value_metadata(
            {"copydesk.version": VERSION, "copydesk.buckets": json.dumps(self._buckets)}
        )
        self._writer.close()
        sync_file(self._path)


def put_in_place(output: Path) -> None:
    """Make what the run under way has learnt the memory, in one step."""
    unfinished_path(output).replace(memory_path(output))
    sync_folder(memory_path(output).parent)


def write_lines(folder: Path, rows: Sightings) -> None:
    """Keep the sightings of a batch, sorted by site."""
    _save(folder / "lines.npy", rows[np.argsort(rows["site"], kind="stable")])


def read_lines(folder: Path, number: int) -> Sightings:
    """Return the sightings of a batch that fall into a bucket; the file is not kept open."""
    return np.array(bucket(np.load(folder / "lines.npy", mmap_mode="r", allow_pickle=False), number))


def write_proofs(folder: Path, proofs: Sequence[Proof]) -> None:
    """Keep the proofs for a batch."""
    rows = [(p.line, LABELS.index(p.label), p.articles, p.inside) for p in proofs]
    _save(folder / "proofs.npy", np.array(rows, dtype=PROVEN))


def read_proofs(folder: Path) -> list[Proof]:
    """Return the proofs for a batch; none where none were written."""
    path = folder / "proofs.npy"
    rows = [] if not path.exists() else np.load(path, allow_pickle=False).tolist()
    return [Proof(line, LABELS[label], articles, inside) for line, label, articles, inside in rows]


def _save(path: Path, array: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".unfinished")
    with unfinished.open("wb") as file:
        np.save(file, array, allow_pickle=False)
    unfinished.replace(path)
