"""What is known from run to run: kept whole, changed all or nothing, begun anew where it is damaged."""

from __future__ import annotations

import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.pages import GONE_FOR, Page, stamp_of
from copydesk.tasks.fetch.state import State, has_state, opened

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "https://a.example/1"


def page(number: int = 1, **given: object) -> Page:
    url = f"https://a.example/{number}"
    return Page(url, url, "test", **given)  # type: ignore[arg-type]


def had(at: datetime = AT, outcome: str = "ok") -> Exchange:
    headers = (("ETag", '"1"'), ("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT"))
    return Exchange(URL, "page", at, 0.1, outcome, status=200, headers=headers)


def row(
    fetch_id: str, url: str = URL, file: str | None = None, offset: int | None = None
) -> dict[str, object]:
    asked_at = AT.isoformat()
    return {"fetch_id": fetch_id, "url": url, "asked_at": asked_at, "warc_file": file, "warc_offset": offset}


def damage(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * 4096)


def test_all_of_a_page_comes_back(tmp_path: Path) -> None:
    entry = FeedEntry(
        URL, "https://a.example/rss", "T\u00eftle", authors=("A", "B"), tags=("x",), summary="<p>S"
    )
    kept = page(stamp=AT, known=AT - HOUR, fetched_at=AT, etag='"1"', quiet=2, entry=entry, teased=1)
    with opened(tmp_path) as state, state.transaction():
        state.keep_page(kept)
    with opened(tmp_path) as state:
        assert state.page(kept.key) == kept
        assert state.page("https://a.example/2") is None


def test_open_pages_are_the_newest_that_may_be_asked(tmp_path: Path) -> None:
    pages = [
        page(1, stamp=AT - 3 * HOUR),
        page(2, stamp=AT - HOUR),
        page(3),
        page(4, stamp=AT, state="fetched"),
        page(5, stamp=AT - 2 * HOUR, state="changed"),
        page(6, stamp=AT, state="failed", not_before=AT + HOUR),
        page(7, stamp=AT, state="gone"),
        page(8, stamp=AT - 4 * HOUR, state="failed", not_before=AT - HOUR),
    ]
    with opened(tmp_path) as state:
        with state.transaction():
            for one in pages:
                state.keep_page(one)
        found = [one.url[-1] for one in state.open_pages("test", AT, 10)]
        assert found == ["2", "5", "1", "8", "3"]
        assert len(state.open_pages("test", AT, 2)) == 2
        assert state.open_pages("other", AT, 10) == []


def test_a_transaction_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    with opened(tmp_path) as state:
        with pytest.raises(RuntimeError), state.transaction():
            state.keep_page(page())
            state.keep_fetch(row("1"))
            raise RuntimeError
        assert state.page(URL) is None
        assert state.unfiled_fetches() == []


def test_threads_share_it(tmp_path: Path) -> None:
    def work(first: int) -> None:
        for number in range(first, first + 25):
            with state.transaction():
                state.keep_page(page(number))
                state.keep_fetch(row(str(number)))

    with opened(tmp_path) as state:
        threads = [threading.Thread(target=work, args=(first,)) for first in range(0, 200, 25)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(state.open_pages("test", AT, 999)) == len(state.unfiled_fetches()) == 200


def test_documents_and_their_links(tmp_path: Path) -> None:
    with opened(tmp_path) as state:
        assert state.document(URL) == {}
        assert state.links(URL) == []
        with state.transaction():
            facts = {"etag": '"1"', "body": b"\xff", "links": [("https://a.example/map", "sitemap")]}
            state.keep_document(URL, "home", AT, facts)
            state.confirm_document(URL, AT + HOUR)
        known = state.document(URL)
        assert (known["etag"], known["body"], known["checked_at"]) == (
            '"1"',
            b"\xff",
            (AT + HOUR).isoformat(),
        )
        assert state.links(URL) == [("https://a.example/map", "sitemap")]


def test_rows_wait_until_they_are_filed(tmp_path: Path) -> None:
    with opened(tmp_path) as state, state.transaction():
        state.keep_fetch(row("1"))
        state.keep_fetch(row("2"))
    with opened(tmp_path) as state:
        assert [one["asked_at"] for one in state.unfiled_fetches()] == [AT, AT]
        state.mark_fetches_filed(["1"])
        assert [one["fetch_id"] for one in state.unfiled_fetches()] == ["2"]


def test_archives_wait_until_they_are_filed(tmp_path: Path) -> None:
    with opened(tmp_path) as state:
        with state.transaction():
            for file, size in (("b", 10), ("a", 5), ("b", 7), ("b", 30)):
                state.extend_archive(file, size)
        assert state.archive_ends() == {"a": 5, "b": 30}
        assert state.pending_archives() == ["a", "b"]
        state.mark_archives_filed(["a"])
        with state.transaction():
            state.extend_archive("a", 5)
        assert state.pending_archives() == ["b"]


def test_a_tail_that_was_lost_is_asked_again(tmp_path: Path) -> None:
    with opened(tmp_path) as state:
        with state.transaction():
            for number, offset in ((1, 100), (2, 200)):
                state.keep_page(page(number).fetched(had()))
                state.keep_fetch(row(str(number), page(number).url, "f", offset))
            state.extend_archive("f", 300)
            state.lose_tail("f", 200)
        assert [one.url[-1] for one in state.open_pages("test", AT, 9)] == ["2"]
        assert [one["fetch_id"] for one in state.unfiled_fetches()] == ["1"]
        assert state.archive_ends() == {"f": 200}


def test_losses_wait_until_they_are_filed(tmp_path: Path) -> None:
    lost = page().lost(AT, "http_404", "it is gone", True)
    with opened(tmp_path) as state:
        with state.transaction():
            state.keep_page(lost)
        assert [(one.reason, one.message) for one in state.lost_pages()] == [("http_404", "it is gone")]
        state.forget_losses([lost.key])
        assert state.lost_pages() == []


@pytest.mark.parametrize("at", [0, 4096])
def test_a_damaged_file_is_moved_aside_and_said(tmp_path: Path, at: int) -> None:
    with opened(tmp_path) as state, state.transaction():
        for number in range(500):
            state.keep_page(page(number))
    path = tmp_path / ".copydesk" / "fetch.sqlite"
    damage(path, at)
    said: list[str] = []
    with opened(tmp_path, said.append) as state:
        assert state.open_pages("test", AT, 9) == []
    assert len(said) == 1
    assert str(path) in said[0] and "is damaged" in said[0] and "fetched once more" in said[0]
    assert path.with_name("fetch.sqlite.damaged").exists()


def test_a_file_that_is_in_use_or_not_ours_to_read_is_not_damaged(tmp_path: Path) -> None:
    with opened(tmp_path) as state, state.transaction():
        state.keep_page(page())
    path = tmp_path / ".copydesk" / "fetch.sqlite"
    content = path.read_bytes()
    path.unlink()
    path.mkdir()
    with pytest.raises(sqlite3.OperationalError):
        State(tmp_path)
    assert path.is_dir(), "it is left as it is"
    path.rmdir()
    path.write_bytes(content)
    with opened(tmp_path) as state:
        assert state.page(URL) is not None


def test_whether_anything_was_fetched(tmp_path: Path) -> None:
    assert not has_state(tmp_path)
    State(tmp_path).close()
    assert has_state(tmp_path)


def test_a_page_is_asked_again_where_a_list_says_that_it_changed() -> None:
    fetched = page(stamp=AT - HOUR).fetched(had())
    assert fetched.listed(URL, AT - HOUR, None, AT + HOUR).state == "fetched", "the same time"
    assert fetched.listed(URL, None, None, AT + HOUR).state == "fetched", "no time"
    assert fetched.listed(URL, AT - HOUR / 2, None, AT + HOUR).state == "fetched", "before it was fetched"
    assert fetched.listed(URL, AT + HOUR, None, AT + HOUR).state == "changed"


def test_a_list_that_errs_every_time_is_believed_less() -> None:
    known = page(stamp=AT).fetched(had())
    for quiet in range(1, 5):
        known = known.fetched(had(AT + quiet * HOUR, "not_modified"), quiet)
        assert known.etag == '"1"'
        again = known.listed(URL, AT + 100 * HOUR, None, AT).not_before
        assert again == AT + quiet * HOUR + HOUR * 2**quiet


def test_a_page_that_is_gone_is_let_alone_for_a_week() -> None:
    gone = page().lost(AT, "http_404", "gone", True)
    assert gone.listed(URL, AT, None, AT + GONE_FOR - HOUR).state == "gone"
    assert gone.listed(URL, AT, None, AT + GONE_FOR).state == "pending"


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2026-11-24T12:00:00Z", AT),
        ("2026-11-24T14:00:00+02:00", AT),
        ("2026-11-24T12:00:00", AT),
        ("2026-11-24", AT - 12 * HOUR),
        ("Tue, 24 Nov 2026 12:00:00 GMT", AT),
        ("Tue, 24 Nov 2026 07:00:00 -0500", AT),
        (" 2026-11-24T12:00:00Z\n", AT),
        ("0001-01-01T00:00:00+14:00", None),
        ("Tue, 24 Nov 99999999999999999999 12:00:00 GMT", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_times_as_lists_write_them(text: str | None, stamp: datetime | None) -> None:
    assert stamp_of(text) == stamp


def test_the_latest_of_several_times() -> None:
    assert stamp_of("2026-11-24T12:00:00Z", None, "2026-11-20") == AT
    assert stamp_of(None) is None
