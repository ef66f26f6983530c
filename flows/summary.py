"""What a run did: the closing table, the row in `runs`, the artifact in Prefect's UI."""

from __future__ import annotations

import platform
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any

import orjson

from copydesk.tasks.batch import Batch
from copydesk.tasks.fetch import Fetched
from copydesk.tasks.fetch.exchange import OUTCOMES
from copydesk.tasks.version import RULES_VERSION, VERSION
from copydesk.tasks.write import Filed

_DECLINED = ("robots_disallowed", "robots_unreachable")
_WELL = ("ok", "not_modified", "redirect")
_STANDS_ON = ("prefect", "pyarrow", "beautifulsoup4", "lxml", "requests")


@dataclass(frozen=True, slots=True)
class Fetching:
    """What a run asked of the network."""

    requests: int
    pages: int
    """Pages that came, new or changed."""
    not_modified: int
    declined: int
    """Addresses not asked since robots.txt forbids it."""
    failed: int
    """Exchanges that brought nothing."""
    bytes: int
    """On the wire."""

    def columns(self) -> dict[str, int]:
        """Return its columns of the dataset `runs`."""
        return {
            "requests": self.requests,
            "fetched": self.pages,
            "not_modified": self.not_modified,
            "declined": self.declined,
            "failed": self.failed,
            "wire_bytes": self.bytes,
        }

    def lines(self) -> list[tuple[str, str]]:
        """Return its lines of the closing table."""
        return [
            ("fetched", f"{self.pages} pages in {self.requests} requests, {self.bytes / 1e6:.1f} MB"),
            ("not modified", f"{self.not_modified}"),
            ("declined by robots", f"{self.declined}"),
            ("failed", f"{self.failed}"),
        ]


def fetching(counts: Mapping[str, int]) -> Fetching | None:
    """Sum up the counts of a crawl; None where nothing was to be fetched."""
    if not counts:
        return None
    declined = sum(counts.get(outcome, 0) for outcome in _DECLINED)
    well = sum(counts.get(outcome, 0) for outcome in _WELL)
    everything = sum(counts.get(outcome, 0) for outcome in OUTCOMES)
    return Fetching(
        counts.get("requests", 0),
        counts.get("pages", 0),
        counts.get("not_modified", 0),
        declined,
        everything - declined - well,
        counts.get("bytes", 0),
    )


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
    fetching: Fetching | None = None
    loads: bool = True
    """Whether it was a whole run; else it only fetched."""

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
        fetched = [("sources", ", ".join(names)), *(self.fetching.lines() if self.fetching else [])]
        if not self.loads:
            return [*fetched, ("rejected", f"{self.rejected}"), ("seconds", f"{self.seconds:.1f}")]
        return [
            *fetched,
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
        if not self.loads:
            return f"{self.fetching.pages if self.fetching else 0} pages fetched into {self.output}/raw."
        if not self.changed:
            return f"Nothing changed: {self.output} holds all of it already."
        return f"{self.filed} articles filed in {self.output}."


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def summarise(
    filed: Filed,
    fetched: Fetched,
    output: str,
    sources: Sequence[str],
    times: tuple[datetime, datetime],
) -> Summary:
    """Put together what was filed and fetched, and when the run began and ended."""
    return Summary(
        fetched.run_id,
        output,
        tuple(sources),
        *times,
        filed.filed,
        filed.unchanged,
        filed.duplicates,
        filed.rejected,
        dict(filed.struck),
        filed.changed,
        fetching(fetched.counts),
    )


def summarise_fetch(
    fetched: Fetched, output: str, sources: Sequence[str], times: tuple[datetime, datetime]
) -> Summary:
    """Put together what was fetched where nothing is filed yet."""
    return Summary(
        fetched.run_id,
        output,
        tuple(sources),
        *times,
        filed=0,
        unchanged=0,
        duplicates=0,
        rejected=len(fetched.rejects),
        struck={},
        changed=False,
        fetching=fetching(fetched.counts),
        loads=False,
    )


def profile_of(batches: Iterable[Batch]) -> dict[str, float]:
    """Return the CPU seconds of the cleaning and of each enrichment over all batches, the longest first."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for batch in batches:
        for name, spent in (batch.seconds("cleaned") | batch.seconds("enriched")).items():
            seconds[name] += spent
    return {name: round(spent, 3) for name, spent in sorted(seconds.items(), key=lambda item: -item[1])}


def as_run_row(
    summary: Summary, settings: dict[str, Any], profile: dict[str, float] | None = None
) -> dict[str, Any]:
    """Return the row of the dataset `runs`."""
    versions = {name: version(name) for name in _STANDS_ON}
    return {
        "run_id": summary.run_id,
        "started_at": summary.started_at,
        "ended_at": summary.ended_at,
        "sources": list(summary.sources),
        "settings": orjson.dumps(settings, option=orjson.OPT_SORT_KEYS).decode(),
        **(summary.fetching.columns() if summary.fetching else {}),
        "articles_in": summary.articles_in,
        "filed": summary.filed,
        "unchanged": summary.unchanged,
        "duplicates": summary.duplicates,
        "rejected": summary.rejected,
        "struck": orjson.dumps(summary.struck, option=orjson.OPT_SORT_KEYS).decode(),
        "seconds": summary.seconds,
        "profile": orjson.dumps(profile).decode() if profile else None,
        "versions": orjson.dumps(
            {"copydesk": VERSION, "rules": RULES_VERSION, "python": platform.python_version(), **versions}
        ).decode(),
    }


def as_markdown(summary: Summary) -> str:
    """Return the closing table for Prefect's UI."""
    rows = [f"| {name} | {value.replace('|', '∣')} |" for name, value in summary.lines()]
    return "\n".join(["| | |", "|---|---|", *rows, "", summary.verdict()])
