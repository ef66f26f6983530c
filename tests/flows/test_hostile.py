"""A folder of hostile inputs beside a good page: the run ends as it should, and the good page is filed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.clean.hostile_inputs import PAGES
from tests.clean.hostile_texts import TEXTS
from tests.flows.test_pipeline import BODY, PAGE
from tests.flows.test_run import copydesk

OUR_FAULT = {"cleaner_failed", "killed_worker", "too_slow"}
# One for each reason to refuse a page, and pages that are filed although they hold too much of something.
FULL = ("nested div", "attributes on one element", "tiny blocks", "only NUL bytes", "zero length", "a PDF",
        "unclosed comment first", "unclosed script first", "JSON-LD, brackets closed", "combining marks")  # fmt: skip


def folder_of(folder: Path, names: dict[str, bytes]) -> Path:
    folder.mkdir()
    (folder / "good.html").write_text(PAGE)
    for name, data in names.items():
        (folder / name.replace("/", "-")).write_bytes(data)
    return folder


def test_each_input_is_filed_or_refused_and_the_good_page_stays(
    tmp_path: Path, process: Any, rows: Any
) -> None:
    small = {f"{name}.html": make(max(1, size // 10)) for name, (make, size, _) in PAGES.items()}
    small |= {f"{name}.txt": make(max(1, size // 10)) for name, (make, size, _) in TEXTS.items()}
    filed = process([folder_of(tmp_path / "in", small)], tmp_path / "out")
    assert filed.filed + filed.duplicates + filed.rejected == len(small) + 1
    assert not OUR_FAULT & {row["reason"] for row in rows(tmp_path / "out", "rejects")}
    (good,) = (row for row in rows(tmp_path / "out", "articles") if row["raw_ref"].endswith("good.html"))
    assert good["body"] == BODY


def test_the_run_ends_with_its_rejects_named(served: dict[str, str], tmp_path: Path, rows: Any) -> None:
    folder = folder_of(tmp_path / "in", {f"{name}.html": PAGES[name][0](PAGES[name][2]) for name in FULL})
    with (folder / "fifty megabytes.html").open("wb") as stream:
        stream.truncate(50 << 20)
    done = copydesk(served, "run", folder, "--output", tmp_path / "out", "--workers", "1")
    assert done.returncode == 3, done.stdout + done.stderr
    refused = {Path(row["raw_ref"]).stem: row["reason"] for row in rows(tmp_path / "out", "rejects")}
    assert refused == {
        "nested div": "too_complex",
        "attributes on one element": "too_complex",
        "tiny blocks": "too_complex",
        "only NUL bytes": "binary",
        "zero length": "empty",
        "a PDF": "binary",
        "unclosed comment first": "not_html",
        "unclosed script first": "no_text",
        "fifty megabytes": "too_large",
    }
    articles = {Path(row["raw_ref"]).stem: row for row in rows(tmp_path / "out", "articles")}
    assert set(articles) == {"good", "JSON-LD, brackets closed", "combining marks"}
    assert articles["good"]["body"] == BODY
