"""The main flow, from the sources to the datasets. Read it from top to bottom: it is an article's life."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, get_run_logger, runtime
from prefect.artifacts import create_markdown_artifact
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner

from copydesk.flows import stages
from copydesk.flows.progress import PROGRESS
from copydesk.flows.summary import Summary, as_markdown, as_run_row, profile_of, summarise
from copydesk.tasks.batch import Batch, clear_work, work_folder_for
from copydesk.tasks.clean import keep_sites
from copydesk.tasks.fetch import Fetched, FetchOptions, mark_filed, plan_sources, unfiled_fetches
from copydesk.tasks.load import SAMPLES, Shard, plan_shards
from copydesk.tasks.version import RULES_VERSION
from copydesk.tasks.workers import Workers
from copydesk.tasks.write import RunStamp, file_fetches, file_run, recover, write_dictionary, writer_lock


@flow(name="copydesk", flow_run_name="run into {output}", task_runner=ThreadPoolTaskRunner(max_workers=64))  # type: ignore[arg-type]
def run(  # noqa: PLR0913, PLR0917 -- a run's settings, as the form in Prefect's UI has them
    sources: list[str] | None = None,
    output: str = "output",
    workers: int | None = None,
    enrich: str = "all",
    partition: str = "month",
    fetching: FetchOptions = FetchOptions(),  # noqa: B008 -- frozen
) -> Summary:
    """Process `sources` (addresses, names, files; the samples that ship where none are) into `output`."""
    sources, folder, began = sources or [str(SAMPLES)], Path(output), datetime.now(UTC)
    run_id, plan = str(runtime.flow_run.id), plan_sources(sources, fetching)
    with writer_lock(folder, PROGRESS.message):
        recover(folder)
        fetched = stages.fetch(plan, folder, run_id, PROGRESS.message, PROGRESS.batch)
        batches = _process(fetched, plan.paths, folder, workers, enrich)
        filed = stages.write(batches, folder, RunStamp(run_id, began, RULES_VERSION), partition)
        keep_sites(folder)
        file_fetches(unfiled_fetches(folder), folder)
        summary = summarise(filed, fetched, output, sources, (began, datetime.now(UTC)))
        settings = {"workers": workers, "enrich": enrich, "partition": partition}
        file_run(as_run_row(summary, settings, profile_of(batches)), folder)
        mark_filed(folder, fetched)
        write_dictionary(folder)
        clear_work(folder)
    create_markdown_artifact(as_markdown(summary), key="copydesk-run", description=f"What {output} received")
    get_run_logger().info(summary.verdict())
    return summary


def _process(
    fetched: Fetched, paths: Sequence[str], output: Path, count: int | None, enrich: str
) -> list[Batch]:
    """Load and clean every shard, recall what their sites have shown, enrich; return the batches in order."""
    workers, work = Workers(count), work_folder_for(output, enrich)
    PROGRESS.batch("cleaned", 0, 0)
    try:
        loaded = (stages.load.submit(shard, work) for shard in _shards(fetched, paths, output, work))
        cleaning = (stages.clean.submit(batch, workers) for batch in loaded)  # type: ignore[call-overload]
        cleaned = list(_finished(cleaning, "cleaned", 2 * workers.count))
        stages.recall(cleaned, output, PROGRESS.message)
        enriching = (stages.enrich.submit(batch, enrich, workers) for batch in cleaned)
        return list(_finished(enriching, "enriched", 2 * workers.count))
    finally:
        workers.close()


def _shards(fetched: Fetched, paths: Sequence[str], output: Path, work: Path) -> Iterator[Shard]:
    """Yield what could not be fetched, what lies here, and what was fetched and not filed yet."""
    if fetched.rejects:
        yield Shard("rejects", f"unfetched-{fetched.run_id}", (), rejects=fetched.rejects)
    yield from plan_shards([*paths, *fetched.archives], work, leave_out=output)


def _finished(submitted: Iterable[PrefectFuture[Batch]], stage: str, most: int) -> Iterator[Batch]:
    """Yield the batches in order, as `stage` leaves them, with at most so many under way."""
    under_way: deque[PrefectFuture[Batch]] = deque()
    for future in submitted:
        under_way.append(future)
        if len(under_way) > most:
            yield _result(under_way.popleft(), stage)
    for future in under_way:
        yield _result(future, stage)


def _result(future: PrefectFuture[Batch], stage: str) -> Batch:
    batch = future.result()
    PROGRESS.batch(stage, *batch.counts(stage))
    return batch
