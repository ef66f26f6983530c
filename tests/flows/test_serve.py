"""The scheduled form, as users run it: the command, a real Prefect server, files dropped in, SIGTERM."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

COPY = "HARBOUR CITY (Reuters) - The {} ferry was late again on Monday, its captain told passengers on the quay.\n"


def wait_for(what: Callable[[], Any], seconds: float = 150) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := what():
            return found
        time.sleep(0.3)
    raise AssertionError(f"nothing came of {what} in {seconds} s")


@pytest.fixture
def serving(
    tmp_path: Path, alone: dict[str, str], port: int
) -> Iterator[tuple[subprocess.Popen[bytes], str, Path]]:
    """`copydesk serve` over a folder, on a free port, with a Prefect home of its own."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "first.txt").write_text(COPY.format("first"))
    command = [
        sys.executable,
        "-m",
        "copydesk.flows",
        "serve",
        str(tmp_path / "in"),
        "--output",
        str(tmp_path / "out"),
    ]
    command += ["--interval", "10s", "--port", str(port), "--workers", "1"]
    alone = {**alone, "PREFECT_HOME": str(tmp_path / "prefect")}  # two servers would fight over one database
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, env=alone, stdout=log, stderr=log, start_new_session=True)
    try:
        yield process, f"http://127.0.0.1:{port}/api", tmp_path
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(60)
        print((tmp_path / "log").read_text()[-3000:])


def asking(method: str, address: str, **more: Any) -> dict[str, Any]:
    """Ask the API, again where it says 503: its SQLite database is busy at times, and Prefect's client asks again."""
    answer = wait_for(
        lambda: (got := requests.request(method, address, timeout=20, **more)).status_code != 503 and got
    )
    assert answer.ok, answer.text
    found: dict[str, Any] = answer.json()
    return found


def bodies(rows: Any, output: Path) -> str:
    try:
        return " ".join(row["body"] for row in rows(output, "articles"))
    except FileNotFoundError:  # listed, then replaced, before it was opened
        return ""


def test_files_are_filed_runs_can_be_asked_for_and_sigterm_ends_it(
    serving: tuple[subprocess.Popen[bytes], str, Path], rows: Any
) -> None:
    process, api, folder = serving
    output = folder / "out"
    wait_for(lambda: "first ferry" in bodies(rows, output))

    (folder / "in" / "second.txt").write_text(COPY.format("second"))
    wait_for(lambda: "second ferry" in bodies(rows, output))

    deployment = asking("get", f"{api}/deployments/name/copydesk/scheduled")
    parameters = {**deployment["parameters"], "output": str(folder / "asked")}
    order = {"parameters": parameters, "state": {"type": "SCHEDULED"}}
    asked = asking("post", f"{api}/deployments/{deployment['id']}/create_flow_run", json=order)
    wait_for(lambda: asking("get", f"{api}/flow_runs/{asked['id']}")["state_type"] == "COMPLETED")
    assert "second ferry" in bodies(rows, folder / "asked")

    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{api}/health", timeout=2)
    assert not any("serve" in command and str(folder) in command for command in running())


def running() -> Iterator[str]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
