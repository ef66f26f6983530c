"""The scheduled form of the main flow: Prefect's own `serve`, and a Prefect server where none is set."""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import requests

from copydesk.flows.start import require_server, settle_prefect

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_INTERVAL = re.compile(r"(\d+)\s*([smhd])")
_START_SECONDS = 120
_STOP_SECONDS = 20


def interval_seconds(text: str) -> int:
    """Read an interval such as `30s`, `15m`, `2h` or `1d`; raises ValueError for anything else."""
    found = _INTERVAL.fullmatch(text.strip().lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if not seconds:
        raise ValueError(f"{text!r} is no interval; give a number and s, m, h or d, such as 15m")
    return seconds


def serve(options: argparse.Namespace, seconds: int | None) -> int:
    """Run the main flow by the schedule, and when asked to over the API or in the UI, until stopped."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
    settle_prefect()
    from prefect.settings import PREFECT_API_URL, PREFECT_RUNNER_POLL_FREQUENCY, temporary_settings

    # SIGTERM must pass through the blocks below, so that the server that was started is stopped too.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    try:
        with _server(PREFECT_API_URL.value(), options) as api_url:
            poll = min(10, max(1, (seconds or 20) // 2))
            with temporary_settings({PREFECT_API_URL: api_url, PREFECT_RUNNER_POLL_FREQUENCY: poll}):
                _serve_flow(options, seconds)
    except ConnectionError as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return 1
    return 0


def _serve_flow(options: argparse.Namespace, seconds: int | None) -> None:
    from prefect.flows import EntrypointType

    from copydesk.flows.run import run

    schedule: dict[str, Any] = {"interval": timedelta(seconds=seconds)} if seconds else {"cron": options.cron}
    run.serve(
        name="scheduled",
        description=f"copydesk: {', '.join(options.sources)} into {options.output}",
        # One at a time: a second would only wait for the first to let go of the output.
        limit=1,
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


@contextmanager
def _server(configured: str | None, options: argparse.Namespace) -> Iterator[str]:
    """Give the API's address: the configured server's, else that of one that lives as long as the block."""
    if configured:
        require_server(configured)
        yield configured
        return
    api_url = f"http://127.0.0.1:{options.port}/api"
    if _answers(api_url):
        raise ConnectionError(
            f"something listens on port {options.port} already; set PREFECT_API_URL={api_url} if it is your "
            "Prefect server, or name another --port"
        )
    log = Path(options.output, ".copydesk", "server.log")
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as stream:
        process = _start_server(options.port, stream.fileno())
    try:
        _await(process, api_url, log)
        print(f"copydesk: Prefect's UI and API are at http://127.0.0.1:{options.port}", file=sys.stderr)
        yield api_url
    finally:
        _stop(process)


def _start_server(port: int, log: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    # The UI calls the port of this setting, whatever --port says.
    environment = {**os.environ, "PREFECT_SERVER_API_PORT": str(port)}
    return subprocess.Popen(  # noqa: S603 -- our own interpreter, no shell, an integer
        command, env=environment, stdout=log, stderr=log, start_new_session=True
    )


def _await(process: subprocess.Popen[bytes], api_url: str, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(api_url):
            return
        time.sleep(0.2)
    raise ConnectionError(f"the Prefect server did not start within {_START_SECONDS} seconds; {log} says why")


def _answers(api_url: str) -> bool:
    try:
        return requests.get(f"{api_url}/health", timeout=2).ok
    except requests.RequestException:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and what it started: its whole process group, by force where it does not listen."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(_STOP_SECONDS)
            return
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
