"""Environments for commands in processes of their own: without a Prefect server, and with a real one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.flows.server import prefect_server

COMMAND = [sys.executable, "-m", "copydesk.flows"]


def copydesk(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command as users do, in a process of its own."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a Prefect home of its own and no server."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**inherited, "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect"))}


@pytest.fixture(scope="session")
def served(alone: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The same with a real server's address, which saves each command from starting one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFECT_HOME", alone["PREFECT_HOME"])
        with prefect_server(None, free_port(), tmp_path_factory.mktemp("server")) as api_url:
            yield {**alone, "PREFECT_API_URL": api_url}


@pytest.fixture
def port() -> int:
    """A port that nobody listens on."""
    return free_port()
