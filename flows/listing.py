"""`copydesk sources`: the configured sources, when each is due, how its last run went."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.dataset as ds
from rich.console import Console
from rich.table import Table
from rich.text import Text

from copydesk.tasks.fetch.sources import Source, Sources


def list_sources(sources: Sources, output: Path) -> None:
    """Print a row for each source, in the order of the file."""
    now, last = datetime.now(UTC), last_runs(output)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("source", "schedule", "next run", "last run", "filed", "rejected", "what"):
        table.add_column(heading, overflow="fold")
    for source in sources.named.values():
        table.add_row(*map(Text, _row(source, last.get(source.name), now)))
    screen = Console(highlight=False)
    screen.print(table)
    if not sources.named:
        screen.print(f"{sources.path} names no source yet; README.md shows how.", markup=False)


def last_runs(output: Path) -> dict[str, dict[str, Any]]:
    """Return the last run's row of everything that a run of this output was given as a source."""
    if not any((output / "runs").glob("*/*.parquet")):
        return {}
    columns = ["started_at", "sources", "filed", "rejected"]
    runs = ds.dataset(output / "runs", partitioning="hive").to_table(columns)
    rows = runs.take(pc.sort_indices(runs["started_at"])).to_pylist()
    return {source: row for row in rows for source in row["sources"]}


def _row(source: Source, last: dict[str, Any] | None, now: datetime) -> tuple[str, ...]:
    began = last["started_at"] if last else None
    due = source.schedule.next_after(now, began) if source.schedule and source.enabled else None
    return (
        source.name,
        str(source.schedule or "-") if source.enabled else "off",
        "-" if due is None else "now" if due <= now else f"{due:%Y-%m-%d %H:%M} UTC",
        f"{began:%Y-%m-%d %H:%M} UTC" if began else "never",
        str(last["filed"]) if last else "-",
        str(last["rejected"]) if last else "-",
        ", ".join((*source.urls, *source.lists, *source.paths)),
    )
