"""The scheduled form of the main flow: on Prefect's own runner, by a schedule and when asked over its API."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.settings import PREFECT_API_URL, PREFECT_RUNNER_POLL_FREQUENCY, temporary_settings
from prefect.types.entrypoint import EntrypointType

from copydesk.flows.run import run
from copydesk.flows.server import prefect_server
from copydesk.flows.usage import fetch_options
from copydesk.tasks.fetch.schedule import Schedule


class _Runner(Runner):
    """Prefect's runner, but SIGTERM ends it as Ctrl-C does.

    Its own handler blocks the event loop on a call that needs that loop while a run is under way, and never
    returns (prefect 3.8.8).
    """

    def handle_sigterm(self, *args: Any, **kwargs: Any) -> None:
        signal.raise_signal(signal.SIGINT)


Timetable = Sequence[tuple[str, list[str], Schedule]]
"""Of each deployment: its name, its sources, when it runs."""


def serve(options: argparse.Namespace, table: Timetable) -> int:
    """Serve the main flow until SIGTERM or Ctrl-C; return the exit status."""
    # SIGTERM while the server is still starting must pass through the block below, which stops it.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    seconds = min(schedule.seconds or 20 for _, _, schedule in table)
    try:
        with prefect_server(PREFECT_API_URL.value(), options.port, Path(options.output)) as api_url:
            poll = min(10, max(1, seconds // 2))
            with temporary_settings({PREFECT_API_URL: api_url, PREFECT_RUNNER_POLL_FREQUENCY: poll}):
                asyncio.run(_runner(options, table).start())
    except KeyboardInterrupt:
        print("copydesk: stopped", file=sys.stderr)
    except ConnectionError as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return 1
    return 0


def _runner(options: argparse.Namespace, table: Timetable) -> _Runner:
    # One at a time: a second would only wait for the first to let go of the output.
    runner = _Runner(name="copydesk", limit=1)
    for name, sources, schedule in table:
        runner.add_deployment(_deployment(options, name, sources, schedule))
    return runner


def _deployment(
    options: argparse.Namespace, name: str, sources: list[str], schedule: Schedule
) -> RunnerDeployment:
    when: dict[str, Any] = (
        {"interval": timedelta(seconds=schedule.seconds)} if schedule.seconds else {"cron": schedule.cron}
    )
    return RunnerDeployment.from_flow(
        run,
        name=name,
        description=f"copydesk: {', '.join(sources)} into {options.output}",
        entrypoint_type=EntrypointType.MODULE_PATH,
        parameters={
            "sources": sources,
            "output": str(Path(options.output).absolute()),
            "workers": options.workers,
            "enrich": options.enrich,
            "partition": options.partition,
            "fetching": asdict(fetch_options(options)),
        },
        **when,
    )
