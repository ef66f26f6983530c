"""The fetching alone: into the raw archive, for a later run to file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, get_run_logger, runtime
from prefect.artifacts import create_markdown_artifact

from copydesk.flows import stages
from copydesk.flows.progress import PROGRESS
from copydesk.flows.summary import Summary, as_markdown, as_run_row, summarise_fetch
from copydesk.tasks.fetch import FetchOptions, mark_filed, plan_sources, unfiled_fetches
from copydesk.tasks.write import file_fetches, file_run, recover, write_dictionary, writer_lock


@flow(name="copydesk-fetch", flow_run_name="fetch into {output}")
def fetch(
    sources: list[str],
    output: str = "output",
    fetching: FetchOptions = FetchOptions(),  # noqa: B008 -- frozen
) -> Summary:
    """Fetch what is new from `sources` into the raw archive of `output`; the next run files it."""
    folder, began = Path(output), datetime.now(UTC)
    run_id, plan = str(runtime.flow_run.id), plan_sources(sources, fetching)
    with writer_lock(folder, PROGRESS.message):
        recover(folder)
        fetched = stages.fetch(plan, folder, run_id, PROGRESS.message, PROGRESS.batch)
        file_fetches(unfiled_fetches(folder), folder)
        summary = summarise_fetch(fetched, output, sources, (began, datetime.now(UTC)))
        file_run(as_run_row(summary, {"only": "fetch"}), folder)
        mark_filed(folder)
        write_dictionary(folder)
    create_markdown_artifact(
        as_markdown(summary), key="copydesk-fetch", description=f"What {output} received"
    )
    get_run_logger().info(summary.verdict())
    return summary
