import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.dataset as ds
import pytest

from copydesk.tasks.article import Article, Block, Offer, Reject
from copydesk.tasks.mention import DateMention
from copydesk.tasks.staging import write_articles, write_rejects
from copydesk.tasks.write.filing import RunStamp, file_batches

DATASETS = ("articles", "blocks", "revisions", "dates", "entities", "offers", "stories", "rejects", "runs")


def make_article(number, **changes):
    """An article of an invented outlet; every third has an offer, every second a date."""
    opening = changes.pop("opening", f"The ferry to Varnholm sailed {number} times on 30 December 2016.")
    paragraphs = (opening, "Nobody was hurt, the harbour master said.")
    body = "\n\n".join(paragraphs)
    start = opening.find("30 December 2016")
    facts = {
        "raw_ref": f"harbour.jsonl#{number}",
        "article_id": hashlib.sha256(str(number).encode()).hexdigest()[:16],
        "body": body,
        "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
        "word_count": len(body.split()),
        "page_kind": "article",
        "access": "open",
        "completeness": "full",
        "encoding": "utf-8",
        "encoding_from": "bom",
        "rules_version": "1",
        "blocks": (
            Block(f"Ferry {number}", "headline", "html:h1"),
            *(Block(text, "body", "model:0.97") for text in paragraphs),
            Block("Subscribe to the Varnholm Courier", "paywall", "rule:paywall.subscribe"),
        ),
        "offers": (Offer("Digital", 9.0, "EUR", 1, 9.0, None),) if number % 3 == 0 else (),
        "title": f"Ferry {number}",
        "url": f"https://courier.example.com/{number}",
        "published_at": datetime(2017, 1 + number % 2, 3, 9, 30, tzinfo=UTC),
        "dates": (DateMention(start, start + 16, "30 December 2016", "2016-12-30", "day"),)
        if number % 2 and start >= 0
        else (),
    }
    return Article(**{**facts, **changes})


def make_run(run_id="run-1", day=1):
    return RunStamp(run_id, datetime(2026, 11, day, tzinfo=UTC), "1")


class Desk:
    """Files articles into an output directory and reads it back."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.output = folder / "output"
        self.batches = 0

    def stage(self, articles):
        self.batches += 1
        path = self.folder / f"batch-{self.batches}.parquet"
        write_articles(articles, path)
        return path

    def file(self, *batches, rejects=(), run=None, **options):
        refused = []
        if rejects:
            refused = [self.folder / "rejects.parquet"]
            write_rejects([Reject(*reject) for reject in rejects], refused[0])
        staged = [self.stage(batch) for batch in batches]
        return file_batches(staged, refused, self.output, run or make_run(), **options)

    def rows(self, dataset):
        folder = self.output / dataset
        if not folder.is_dir() or not any(folder.rglob("*.parquet")):
            return []
        return ds.dataset(folder, partitioning="hive").to_table().to_pylist()

    def content(self):
        """All rows of all datasets, in an order of their own."""
        return {name: sorted(map(repr, self.rows(name))) for name in DATASETS}

    def files(self):
        """Every dataset file with its bytes and time."""
        found = [path for path in self.output.glob("*/*/*") if ".copydesk" not in path.parts]
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}

    def bytes_by_partition(self):
        return {path.parent.relative_to(self.output): content for path, (content, _) in self.files().items()}


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch):
    """No test cuts the power, so none waits for the disk."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture
def article():
    return make_article


@pytest.fixture
def run():
    return make_run


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def new_desk():
    return Desk
