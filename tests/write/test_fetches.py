from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from copydesk.tasks.schema import DATASETS
from copydesk.tasks.write import file_fetches
from copydesk.tasks.write.check import check_output
from copydesk.tasks.write.journal import journal_path

ASKED = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)


def made(number, **changes):
    row = {
        "fetch_id": f"{number:08x}",
        "url": f"https://courier.example.com/{number}",
        "asked_at": ASKED + timedelta(seconds=10 * number),
        "outcome": "ok",
        "status": 200,
    }
    return {**row, **changes}


def test_fetches_lie_in_the_month_in_which_they_were_asked(desk):
    assert file_fetches([made(n) for n in reversed(range(12))], desk.output) == 2
    months = [row["fetched_month"] for row in sorted(desk.rows("fetches"), key=lambda row: row["fetch_id"])]
    assert months == ["2026-11"] * 6 + ["2026-12"] * 6
    for path in (desk.output / "fetches").rglob("*.parquet"):
        assert pq.read_schema(path).equals(DATASETS["fetches"].schema)
    assert check_output(desk.output) == []


def test_fetches_filed_again_change_nothing(desk):
    file_fetches([made(n) for n in range(5)], desk.output)
    before = desk.files()
    assert file_fetches([made(2), made(1), made(1)], desk.output) == 0
    assert file_fetches([], desk.output) == 0
    assert desk.files() == before


def test_fetches_are_added_and_only_their_month_is_written(desk):
    file_fetches([made(1), made(9)], desk.output)
    assert file_fetches([made(1), made(2)], desk.output) == 1
    assert sorted(row["fetch_id"] for row in desk.rows("fetches")) == ["00000001", "00000002", "00000009"]


def test_a_column_that_fetches_do_not_have_is_no_trouble(desk):
    file_fetches([made(1, note="x")], desk.output)
    assert "note" not in desk.rows("fetches")[0]


def test_fetches_cut_short_by_a_kill_are_completed(desk, monkeypatch):
    rows = [made(n) for n in range(12)]

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("copydesk.tasks.write.journal.put_in_place", killed)
        with pytest.raises(KeyboardInterrupt):
            file_fetches(rows, desk.output)
    assert journal_path(desk.output).exists()
    file_fetches(rows, desk.output)
    assert len(desk.rows("fetches")) == 12 and check_output(desk.output) == []
