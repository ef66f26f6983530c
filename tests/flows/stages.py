"""Every stage in a row without Prefect, as `flows/run.py` calls them, and what they leave."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from copydesk.tasks.batch import clear_work, work_folder_for
from copydesk.tasks.clean import clean_batch, keep_sites, recall_sites
from copydesk.tasks.enrich import enrich_batch
from copydesk.tasks.fetch import Plan, fetch_sources, mark_filed, unfiled_fetches
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.load import Shard, load_shard, plan_shards
from copydesk.tasks.write import RunStamp, file_fetches, recover, write_batches
from tests.conftest import Here, Rows

SETTINGS = FetchSettings(
    delay=0.0, hosts_at_once=32, allow_loopback=True, backoff=0.01, deadline=2.0, read_timeout=1.0, attempts=3
)
OF_THE_RUN = {"run_id", "raw_ref", "fetched_at", "fingerprint", "copies"}


class DiedError(BaseException):
    """Stands in for the end of the process: nothing in the stages may catch it."""


def filed(
    seeds: tuple[Seed, ...], output: Path, dies_before: str = "", settings: FetchSettings = SETTINGS
) -> None:
    """Do what `flows/run.py` does, up to a step."""

    def at(step: str) -> None:
        if step == dies_before:
            raise DiedError

    recover(output)
    at("fetch")
    fetched = fetch_sources(Plan(seeds, (), settings), output, f"run {dies_before}", lambda text: None)
    work = work_folder_for(output, "none")
    here: Any = Here()
    shards = [*plan_shards(fetched.archives, work, leave_out=output)]
    if fetched.rejects:
        shards.insert(0, Shard("rejects", f"unfetched-{dies_before}", (), rejects=fetched.rejects))
    at("load")
    loaded = [load_shard(shard, work) for shard in shards]
    at("clean")
    cleaned = [clean_batch(batch, here) for batch in loaded]
    at("recall")
    recall_sites(cleaned, output, print)
    at("enrich")
    batches = [enrich_batch(batch, "none", here) for batch in cleaned]
    at("write")
    write_batches(batches, output, RunStamp("test", datetime(2026, 1, 1, tzinfo=UTC), "1"), "month")
    at("keep_sites")
    keep_sites(output)
    at("file_fetches")
    file_fetches(unfiled_fetches(output), output)
    at("mark_filed")
    mark_filed(output, fetched)
    clear_work(output)


def contents(rows: Rows, output: Path) -> dict[str, list[str]]:
    """What the datasets hold but what only this run could say."""
    found = {}
    for name in ("articles", "blocks", "dates", "rejects", "revisions"):
        plain = ({k: v for k, v in row.items() if k not in OF_THE_RUN} for row in rows(output, name))
        found[name] = sorted(map(str, plain))
    exchanges = (f"{row['url']} {row['kind']} {row['outcome']}" for row in rows(output, "fetches"))
    return {**found, "fetches": sorted(exchanges)}
