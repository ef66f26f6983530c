"""The main flow under Prefect, as the command runs it: real processes, real files, killed and run again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest

from tests.flows.conftest import COMMAND, copydesk


@pytest.fixture(scope="module")
def samples(alone: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of `copydesk run` without a source."""
    output = tmp_path_factory.mktemp("samples") / "out"
    done = copydesk(alone, "run", "--output", output)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "articles in" in done.stdout
    assert "18 articles filed" in done.stdout
    return output


def test_every_reader_finds_the_same_rows(samples: Path) -> None:
    for dataset in ("articles", "blocks", "dates", "offers"):
        folder = samples / dataset
        with duckdb.connect() as connection:
            query = f"select count(*) from read_parquet('{folder}/**/*.parquet', hive_partitioning=true)"
            counted = connection.sql(query).fetchone()
        assert counted
        counts = {
            counted[0],
            len(pd.read_parquet(folder)),
            pl.scan_parquet(folder, hive_partitioning=True).select(pl.len()).collect().item(),
            ds.dataset(folder, partitioning="hive").count_rows(),
        }
        assert len(counts) == 1
        assert counts.pop() > 0


def test_a_second_run_says_that_nothing_changed(served: dict[str, str], samples: Path, files: Any) -> None:
    before = files(samples)
    done = copydesk(served, "run", "--output", samples, "--workers", "1")
    assert done.returncode == 0
    assert "Nothing changed" in done.stdout
    assert files(samples) == before
    assert copydesk(served, "check", "--output", samples).returncode == 0


def test_check_says_where_an_output_is_damaged(served: dict[str, str], samples: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "out"
    subprocess.run(["cp", "-r", samples, damaged], check=True)
    victim = next(damaged.glob("articles/*/*.parquet"))
    victim.write_bytes(victim.read_bytes()[:-100])
    done = copydesk(served, "check", "--output", damaged)
    assert done.returncode == 1
    assert victim.name in done.stdout


def test_some_rejected_is_status_3_and_they_are_named(
    served: dict[str, str], tmp_path: Path, rows: Any
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(
        '{"text": "The bridge opened on Friday, the council said."}\n{oops\n'
    )
    done = copydesk(served, "run", tmp_path / "in", "--output", tmp_path / "out")
    assert done.returncode == 3
    assert "1 inputs were rejected" in done.stdout
    (refused,) = rows(tmp_path / "out", "rejects")
    assert refused["raw_ref"].endswith("a.jsonl#2")
    (run,) = rows(tmp_path / "out", "runs")
    assert (run["articles_in"], run["filed"], run["rejected"]) == (2, 1, 1)
    profile = json.loads(run["profile"])
    assert {"clean", "language", "dates"} <= profile.keys()
    assert list(profile.values()) == sorted(profile.values(), reverse=True)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user"
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    code = (
        "import os; from copydesk.tasks.load.files import walk_sources; os.setuid(65534)\n"
        f"(found,) = walk_sources([{str(path)!r}]); print(found.reason, found.message)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.startswith("unreadable")
    assert "the right to read" in said


def test_a_killed_run_run_again_gives_what_an_undisturbed_one_gives(
    served: dict[str, str], tmp_path: Path, rows: Any
) -> None:
    source = tmp_path / "in.jsonl"
    with source.open("w") as stream:
        for number in range(3000):
            text = (
                f"PORT TOWN (AP) - Ship {number} sailed on Tuesday.\nIts captain had waited since May 3.\n"
                * 8
            )
            stream.write(
                json.dumps({"id": str(number), "text": f"{text}End {number}.", "published": "2024-05-09"})
                + "\n"
            )
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    assert copydesk(served, "run", source, "--output", calm).returncode == 0

    process = subprocess.Popen(
        [*COMMAND, "run", str(source), "--output", str(killed)], env=served, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while not list(killed.glob(".copydesk/work/*/*/enriched.parquet")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    finished = list(killed.glob(".copydesk/work/*/*/enriched.parquet"))
    assert finished, "the run was over before it could be killed"

    assert copydesk(served, "run", source, "--output", killed).returncode == 0
    for name in ("articles", "blocks", "dates"):
        one, two = (rows(output, name) for output in (calm, killed))
        for row in (*one, *two):
            row.pop("run_id", None)
        assert one == two
    assert not (killed / ".copydesk" / "work").exists()
