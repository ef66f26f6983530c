"""What a stage hands to the next: where a batch's Parquet lies. Articles never pass by the orchestrator."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson
import pyarrow.parquet as pq

from copydesk.tasks.article import Reject
from copydesk.tasks.durable import state_folder
from copydesk.tasks.staging import write_rejects
from copydesk.tasks.version import RULES_VERSION

STAGES = ("loaded", "cleaned", "enriched")


@dataclass(frozen=True, slots=True)
class Batch:
    """A folder with what has been made of one shard so far.

    A stage writes its rejects first and its articles last, whole or not at all: where `<stage>.parquet`
    is there, the stage is done and is not done again.
    """

    folder: str

    def path(self, stage: str) -> Path:
        """Where the articles lie as `stage` left them."""
        return Path(self.folder, f"{stage}.parquet")

    def rejects_path(self, stage: str) -> Path:
        """Where the inputs lie that `stage` refused."""
        return Path(self.folder, f"{stage}-rejects.parquet")

    def done(self, stage: str) -> bool:
        """Whether `stage`, or one that follows it, has finished this batch."""
        return any(self.path(later).exists() for later in STAGES[STAGES.index(stage) :])

    def refuse(self, stage: str, rejects: Iterable[Reject]) -> None:
        """Keep what `stage` refused; no file where it refused nothing."""
        if refused := list(rejects):
            write_rejects(refused, self.rejects_path(stage))

    def note_seconds(self, stage: str, seconds: Mapping[str, float]) -> None:
        """Keep how much CPU each step of `stage` took, in seconds."""
        self._seconds_path(stage).write_bytes(orjson.dumps(dict(seconds)))

    def seconds(self, stage: str) -> dict[str, float]:
        """Return what `note_seconds` kept; nothing where the stage has not been gone through."""
        path = self._seconds_path(stage)
        return dict(orjson.loads(path.read_bytes())) if path.exists() else {}

    def _seconds_path(self, stage: str) -> Path:
        return Path(self.folder, f"{stage}-seconds.json")

    def drop(self, stage: str) -> None:
        """Give back the disk space of a stage whose successor is done."""
        self.path(stage).unlink(missing_ok=True)

    def counts(self, stage: str) -> tuple[int, int]:
        """Return how many articles the batch holds as `stage` left them, and how many rejects."""
        paths = [self.path(stage), *map(self.rejects_path, STAGES)]
        articles, *rejects = (pq.read_metadata(path).num_rows if path.exists() else 0 for path in paths)
        return articles, sum(rejects)


def work_folder_for(output: Path, enrich: str) -> Path:
    """Return the folder for the batches of runs into `output` with these rules and enrichments.

    Other settings give other articles, so they must not find each other's batches.
    """
    settings = hashlib.sha256(f"{RULES_VERSION}\0{enrich}".encode()).hexdigest()[:16]
    return _work(output) / settings


def clear_work(output: Path) -> None:
    """Remove the batches that were filed, and what unfinished runs of other settings left."""
    shutil.rmtree(_work(output), ignore_errors=True)


def _work(output: Path) -> Path:
    return state_folder(output) / "work"
