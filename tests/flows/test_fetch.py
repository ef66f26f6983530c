"""A newspaper's site fetched, fetched again, corrected, and read again from the raw archive: the real command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Rows
from tests.flows.conftest import copydesk
from tests.flows.site import Courier
from tests.flows.site import served as serve

QUICK = ("--allow-loopback", "--delay", "0")
RUN = (*QUICK, "--enrich", "language,words,dates")  # what needs a model is tested elsewhere
OF_THE_RUN = {"run_id", "raw_ref", "fingerprint"}


@pytest.fixture(scope="module")
def courier() -> Iterator[Courier]:
    with serve(Courier(crawl_delay=0.002)) as courier:
        yield courier


def plain(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(
        ({name: value for name, value in row.items() if name not in OF_THE_RUN} for row in found), key=str
    )


def test_a_site_day_after_day(served: dict[str, str], courier: Courier, tmp_path: Path, rows: Rows) -> None:
    output, copy = tmp_path / "out", tmp_path / "copy"
    done = copydesk(served, "run", f"{courier.address}/", "--output", output, *RUN)
    assert done.returncode == 3, done.stdout + done.stderr  # two pages are forbidden
    articles = rows(output, "articles")
    assert len(articles) == 200
    assert courier.asked("private") == []
    assert {row["reason"] for row in rows(output, "rejects")} == {"robots_disallowed"}
    assert len(courier.site.asked) == len(set(courier.asked())) == len(rows(output, "fetches")) - 2
    assert all("Sign up" not in row["body"] and "Read also" not in row["body"] for row in articles)

    courier.site.log.clear()
    done = copydesk(served, "run", f"{courier.address}/", "--output", output, *RUN)
    assert "Nothing changed" in done.stdout or "200 articles" not in done.stdout, done.stdout + done.stderr
    assert courier.asked("news/") == []
    assert courier.unconditional() == []

    courier.change(7, "The council has since withdrawn the plan.")
    courier.site.log.clear()
    done = copydesk(served, "run", f"{courier.address}/", "--output", output, *RUN)
    assert courier.asked("news/") == [courier.path_of(7)]
    (changed,) = (row for row in rows(output, "articles") if "since withdrawn" in row["body"])
    (before,) = rows(output, "revisions")
    assert (changed["revision"], before["revision"]) == (2, 1)
    assert before["article_id"] == changed["article_id"]
    assert "since withdrawn" not in before["body"]

    checked = copydesk(served, "check", "--output", output)
    assert checked.returncode == 0, checked.stdout
    courier.site.log.clear()
    done = copydesk(served, "run", output / "raw", "--output", copy, *RUN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert courier.site.asked == []
    for dataset in ("articles", "blocks", "dates", "revisions"):
        assert plain(rows(copy, dataset)) == plain(rows(output, dataset))


def test_fetching_alone_leaves_an_archive_for_the_next_run(
    served: dict[str, str], courier: Courier, tmp_path: Path, rows: Rows
) -> None:
    output = tmp_path / "out"
    done = copydesk(served, "fetch", f"{courier.address}/feed.xml", "--output", output, *QUICK)
    assert done.returncode == 0, done.stdout + done.stderr
    assert rows(output, "articles") == []
    assert len(rows(output, "fetches")) == 52
    courier.site.log.clear()
    done = copydesk(served, "run", f"{courier.address}/feed.xml", "--output", output, *RUN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(rows(output, "articles")) == 50
    assert courier.asked("news/") == []
