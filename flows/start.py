"""Start a run in this process: quietly, with the user's Prefect server where one is set, else without any."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from copydesk.flows.summary import Summary
from copydesk.flows.terminal import Terminal
from copydesk.flows.usage import fetch_options


def settle_prefect() -> None:
    """Set what Prefect reads when it is imported; what the user has set stays.

    Prefect's own log lines and stacks of exceptions would bury what we say, and its telemetry is nothing that
    a run should wait for.
    """
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    # The server inside the process takes 7 seconds on a quiet machine, over 20 on a busy one.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")


def require_server(api_url: str) -> None:
    """Raise ConnectionError, with what to do, where the configured Prefect server does not answer.

    Prefect itself would try for a minute and then show a stack of exceptions.
    """
    try:
        requests.get(f"{api_url.rstrip('/')}/health", timeout=10).raise_for_status()
    except requests.RequestException as error:
        raise ConnectionError(
            f"the Prefect server at {api_url} does not answer ({type(error).__name__}); start it with "
            "`prefect server start`, or unset PREFECT_API_URL to run without one"
        ) from error


def run_once(options: argparse.Namespace, terminal: Terminal) -> Summary:
    """Run the main flow with the command's options, watched by `terminal`; returns its summary."""
    with _prefect_for(terminal):
        from copydesk.flows.run import run

        return run(
            options.sources,
            options.output,
            options.workers,
            options.enrich,
            options.partition,
            fetch_options(options),
        )


def fetch_once(options: argparse.Namespace, terminal: Terminal) -> Summary:
    """Run the fetching flow with the command's options, watched by `terminal`; returns its summary."""
    with _prefect_for(terminal):
        from copydesk.flows.fetch import fetch

        return fetch(options.sources, options.output, fetch_options(options))


@contextmanager
def _prefect_for(terminal: Terminal) -> Iterator[None]:
    settle_prefect()
    from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from copydesk.flows.progress import PROGRESS

    if api_url := PREFECT_API_URL.value():
        require_server(api_url)
    PROGRESS.watchers.append(terminal)
    # Joining the heartbeat's thread costs a second at the end of every run.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield
