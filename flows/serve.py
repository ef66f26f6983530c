"""The scheduled form of the main flow: on Prefect's own runner, by a schedule and when asked over its API."""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.settings import PREFECT_API_URL, PREFECT_RUNNER_POLL_FREQUENCY, temporary_settings
from prefect.types.entrypoint import EntrypointType

from copydesk.flows.run import run
from copydesk.flows.server import prefect_server

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_INTERVAL = re.compile(r"(\d+)\s*([smhd])")


def interval_seconds(text: str) -> int:
    """Read an interval such as `30s`, `15m`, `2h` or `1d`; raises ValueError for anything else."""
    found = _INTERVAL.fullmatch(text.strip().lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if not seconds:
        raise ValueError(f"{text!r} is no interval; give a number and s, m, h or d, such as 15m")
    return seconds


class _Runner(Runner):
    """Prefect's runner, but SIGTERM ends it as Ctrl-C does.

    Its own handler blocks the event loop on a call that needs that loop while a run is under way, and never
    returns (prefect 3.8.8).
    """

    def handle_sigterm(self, *args: Any, **kwargs: Any) -> None:
        signal.raise_signal(signal.SIGINT)


def serve(options: argparse.Namespace, seconds: int | None) -> int:
    """Serve the main flow until SIGTERM or Ctrl-C; return the exit status."""
    # SIGTERM while the server is still starting must pass through the block below, which stops it.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    try:
        with prefect_server(PREFECT_API_URL.value(), options.port, Path(options.output)) as api_url:
            poll = min(10, max(1, (seconds or 20) // 2))
            with temporary_settings({PREFECT_API_URL: api_url, PREFECT_RUNNER_POLL_FREQUENCY: poll}):
                asyncio.run(_runner(options, seconds).start())
    except KeyboardInterrupt:
        print("copydesk: stopped", file=sys.stderr)
    except ConnectionError as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return 1
    return 0


def _runner(options: argparse.Namespace, seconds: int | None) -> _Runner:
    schedule: dict[str, Any] = {"interval": timedelta(seconds=seconds)} if seconds else {"cron": options.cron}
    deployment = RunnerDeployment.from_flow(
        run,
        name="scheduled",
        description=f"copydesk: {', '.join(options.sources)} into {options.output}",
        entrypoint_type=EntrypointType.MODULE_PATH,
        parameters={
            "sources": [str(Path(source).absolute()) for source in options.sources],
            "output": str(Path(options.output).absolute()),
            "workers": options.workers,
            "enrich": options.enrich,
            "partition": options.partition,
        },
        **schedule,
    )
    # One at a time: a second would only wait for the first to let go of the output.
    runner = _Runner(name="copydesk", limit=1)
    runner.add_deployment(deployment)
    return runner
