"""How fast copydesk runs, what Prefect costs of it, and how much memory it takes.

    python tests/eval/rate.py CORPUS.parquet --articles 10000 [--workers 2] [--plain]

CORPUS has a column `html` or `text`; its rows are taken again and again, each time as other articles, until
there are as many as asked for. `--plain` runs the same stages without Prefect, on the same processes: the
difference of `run` is the orchestrator's share. `seconds` is the whole command, `run` the run itself without
Prefect's start; memory is the largest of sums over all processes, read every quarter of a second.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from copydesk.tasks.batch import Batch, work_folder_for
from copydesk.tasks.clean import clean_batch, keep_sites, recall_sites
from copydesk.tasks.enrich import enrich_batch
from copydesk.tasks.load import Shard, load_shard, plan_shards
from copydesk.tasks.version import RULES_VERSION
from copydesk.tasks.workers import Workers
from copydesk.tasks.write import RunStamp, write_batches


def make_input(corpus: Path, count: int, path: Path) -> None:
    """Write `count` rows of `corpus`, over and over, each with an id and address of its own."""
    file = pq.ParquetFile(corpus)
    column = "html" if "html" in file.schema_arrow.names else "text"
    schema = pa.schema(
        [("id", pa.string()), ("url", pa.string()), (column, file.schema_arrow.field(column).type)]
    )
    done = 0
    rows = file.read([column])[column]
    with pq.ParquetWriter(path, schema) as writer:
        while done < count:
            # Row groups of 500 and more, so that shards are cut as the loader wants them, not as we write.
            again = pa.chunked_array([chunk for _ in range(1 + 500 // len(rows)) for chunk in rows.chunks])
            again = again[: count - done]
            names = [f"{number:08}" for number in range(done, done + len(again))]
            urls = [f"https://news.example.com/{name}" for name in names]
            writer.write_table(pa.table([names, urls, again], schema=schema))
            done += len(again)


def run_plain(source: Path, output: Path, count: int | None) -> None:
    """Run every stage without Prefect, shards side by side on worker processes."""
    from concurrent.futures import ThreadPoolExecutor

    workers, work, began = Workers(count), work_folder_for(output, "all"), time.perf_counter()

    def clean(shard: Shard) -> Batch:
        return clean_batch(load_shard(shard, work), workers)

    with ThreadPoolExecutor(2 * workers.count) as threads:
        cleaned = list(threads.map(clean, plan_shards([str(source)], work)))
        recall_sites(cleaned, output, print)
        batches = list(threads.map(lambda batch: enrich_batch(batch, "all", workers), cleaned))
    workers.close()
    write_batches(batches, output, RunStamp("plain", datetime.now(UTC), RULES_VERSION), "month")
    keep_sites(output)
    print(f"plain: {time.perf_counter() - began:.1f} s")


def memory(group: int) -> tuple[int, int]:
    """Return the resident memory of a process group, summed and of the largest, in bytes."""
    sizes = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                sizes.append(int(fields[21]) * 4096)
        except (OSError, IndexError):
            continue
    return sum(sizes), max(sizes, default=0)


def main() -> int:
    """Make the input, run, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=None)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        run_plain(options.corpus, options.inside, options.workers)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "in.parquet"), Path(folder, "out")
        make_input(options.corpus, options.articles, source)
        more = ["--workers", str(options.workers)] if options.workers else []
        command = [sys.executable, __file__, str(source), "--inside", str(output), *more]
        if not options.plain:
            command = [
                sys.executable,
                "-m",
                "copydesk.flows",
                "run",
                str(source),
                "--output",
                str(output),
                *more,
            ]
        began, peak = time.perf_counter(), (0, 0)
        process = subprocess.Popen(command, start_new_session=True)
        while process.poll() is None:
            now = memory(process.pid)
            peak = max(peak[0], now[0]), max(peak[1], now[1])
            time.sleep(0.25)
        runs = ds.dataset(output / "runs").to_table().to_pylist() if (output / "runs").exists() else []
        print(f"articles {options.articles}, seconds {time.perf_counter() - began:.1f}", end=", ")
        print(*(f"run {row['seconds']:.1f}," for row in runs), end=" ")
        print(f"memory {peak[0] / 1e6:.0f} MB in all, {peak[1] / 1e6:.0f} MB in the largest process")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
