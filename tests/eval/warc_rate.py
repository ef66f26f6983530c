"""How fast a large web archive is read, and in how much memory, beside warcio's plain reading.

`python tests/eval/warc_rate.py PAGES.parquet --gigabytes 2` makes an archive like CC-NEWS' of the pages (a
Parquet file with a column `html`), each again and again under other addresses, and reads it with both.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator

from copydesk.tasks.article import RawArticle
from copydesk.tasks.fetch.archive import ArchiveWriter
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.load.read import read_shard
from copydesk.tasks.load.shards import plan_shards


def make(pages: list[bytes], folder: Path, size: int) -> Path:
    """Write an archive of `size` bytes, packed."""
    writer, number = ArchiveWriter(folder, "rate", rotate_bytes=size * 2), 0
    headers = (("Content-Type", "text/html"),)
    while True:
        html = pages[number % len(pages)]
        url = f"https://example.org/{number}"
        place = writer.write(
            Exchange(url, "page", datetime.now(UTC), 0.1, "ok", status=200, headers=headers, wire=html)
        )
        number += 1
        if place.end >= size:
            break
    writer.close()
    (path,) = folder.glob("*.warc.gz")
    return path


def memory() -> float:
    """Return the most memory that this process has used, in MB."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    return int(line.split()[1]) / 1024


def ours(path: Path, folder: Path) -> tuple[int, float]:
    """Read with copydesk; return pages and seconds."""
    began, found = time.perf_counter(), 0
    for shard in plan_shards([str(path)], folder):
        found += sum(isinstance(raw, RawArticle) for raw in read_shard(shard))
    return found, time.perf_counter() - began


def warcios(path: Path, folder: Path) -> tuple[int, float]:
    """Read with warcio; return responses and seconds."""
    began, found = time.perf_counter(), 0
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                record.content_stream().read()
                found += 1
    return found, time.perf_counter() - began


def main() -> None:
    """Make, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--gigabytes", type=float, default=2.0)
    options = parser.parse_args()
    pages = [
        html.encode() if isinstance(html, str) else html
        for html in pq.read_table(options.pages, columns=["html"])["html"].to_pylist()
        if html
    ]
    with tempfile.TemporaryDirectory() as name:
        path = make(pages, Path(name), int(options.gigabytes * 1e9))
        pages.clear()
        print(f"{path.stat().st_size / 1e9:.2f} GB packed")
        for reader in (ours, warcios):
            # In a process of its own, whose memory is the reader's.
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                found, seconds = pool.apply(reader, (path, Path(name)))
                most = pool.apply(memory)
            print(f"{reader.__name__}: {found} pages, {found / seconds:.0f} a second; at most {most:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
