"""The Prefect server that `copydesk serve` starts where none is set, and stops when it stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from copydesk.flows.start import require_server
from copydesk.tasks.durable import state_folder

_START_SECONDS = 120
_STOP_SECONDS = 20


@contextmanager
def prefect_server(configured: str | None, port: int, output: Path) -> Iterator[str]:
    """Give the API's address: the configured server's, else that of one that lives as long as the block.

    Raises ConnectionError, with what to do, where neither can be had.
    """
    if configured:
        require_server(configured)
        yield configured
        return
    api_url = f"http://127.0.0.1:{port}/api"
    if _answers(api_url):
        raise ConnectionError(
            f"something listens on port {port} already; set PREFECT_API_URL={api_url} if it is your "
            "Prefect server, or name another --port"
        )
    log = state_folder(output) / "server.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as stream:
        process = _start(port, stream.fileno())
    try:
        _await(process, api_url, log)
        print(f"copydesk: Prefect's UI and API are at http://127.0.0.1:{port}", file=sys.stderr)
        yield api_url
    finally:
        _stop(process)


def _start(port: int, log: int) -> subprocess.Popen[bytes]:
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
