"""What a run did: the closing table, the row in `runs`, the artifact in Prefect's UI."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any

import orjson

from copydesk.tasks.version import RULES_VERSION, VERSION
from copydesk.tasks.write import Filed

_STANDS_ON = ("prefect", "pyarrow", "beautifulsoup4", "lxml", "requests")


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one run. `seconds` is from the flow's beginning, without Prefect's own start."""

    run_id: str
    output: str
    sources: tuple[str, ...]
    started_at: datetime
    ended_at: datetime
    filed: int
    unchanged: int
    duplicates: int
    rejected: int
    struck: dict[str, int]
    changed: bool

    @property
    def articles_in(self) -> int:
        """Inputs read, refused ones included."""
        return self.filed + self.unchanged + self.duplicates + self.rejected

    @property
    def seconds(self) -> float:
        """How long the run took."""
        return (self.ended_at - self.started_at).total_seconds()

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles_in / self.seconds if self.seconds else 0.0

    def lines(self) -> list[tuple[str, str]]:
        """Return the closing table: what, and how many."""
        names = (
            self.sources
            if len(self.sources) <= 3
            else (*self.sources[:3], f"and {len(self.sources) - 3} more")
        )
        struck = ", ".join(
            f"{label} {count}" for label, count in sorted(self.struck.items(), key=_most_first)
        )
        return [
            ("sources", ", ".join(names)),
            ("articles in", f"{self.articles_in}"),
            ("filed", f"{self.filed}"),
            ("unchanged", f"{self.unchanged}"),
            ("duplicates", f"{self.duplicates}"),
            ("rejected", f"{self.rejected}"),
            ("blocks struck", f"{sum(self.struck.values())}" + (f" ({struck})" if struck else "")),
            ("seconds", f"{self.seconds:.1f}"),
            ("articles a second", f"{self.rate:.1f}"),
        ]

    def verdict(self) -> str:
        """Return one sentence on what came of it."""
        if not self.changed:
            return f"Nothing changed: {self.output} holds all of it already."
        return f"{self.filed} articles filed in {self.output}."


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def summarise(
    filed: Filed, run_id: str, output: str, sources: list[str], times: tuple[datetime, datetime]
) -> Summary:
    """Put together what `filed` says and when the run began and ended."""
    return Summary(
        run_id,
        output,
        tuple(sources),
        *times,
        filed.filed,
        filed.unchanged,
        filed.duplicates,
        filed.rejected,
        dict(filed.struck),
        filed.changed,
    )


def as_run_row(summary: Summary, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the row of the dataset `runs`."""
    versions = {name: version(name) for name in _STANDS_ON}
    return {
        "run_id": summary.run_id,
        "started_at": summary.started_at,
        "ended_at": summary.ended_at,
        "sources": list(summary.sources),
        "settings": orjson.dumps(settings, option=orjson.OPT_SORT_KEYS).decode(),
        "articles_in": summary.articles_in,
        "filed": summary.filed,
        "unchanged": summary.unchanged,
        "duplicates": summary.duplicates,
        "rejected": summary.rejected,
        "struck": orjson.dumps(summary.struck, option=orjson.OPT_SORT_KEYS).decode(),
        "seconds": summary.seconds,
        "versions": orjson.dumps(
            {"copydesk": VERSION, "rules": RULES_VERSION, "python": platform.python_version(), **versions}
        ).decode(),
    }


def as_markdown(summary: Summary) -> str:
    """Return the closing table for Prefect's UI."""
    rows = [f"| {name} | {value.replace('|', '∣')} |" for name, value in summary.lines()]
    return "\n".join(["| | |", "|---|---|", *rows, "", summary.verdict()])
