"""Web archives on their way into a file."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.output_error import OutputError
from tests.fetch.servers import Site, Visit

ARCHIVE = os.urandom(3 << 20)
SETTINGS = FetchSettings(allow_loopback=True, read_timeout=1, archive_bytes=4 << 20)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(SETTINGS) as client:
        yield client


def serve(site: Site, body: bytes, etag: str | None = '"1"', cut_after: int | None = None) -> None:
    """Serve with ranges; every answer is cut off after so many bytes."""

    def answer(visit: Visit) -> None:
        first, status = 0, 200
        headers = {"ETag": etag} if etag else {}
        if visit.headers.get("Range") and visit.headers.get("If-Range") == etag:
            first, status = int(visit.headers["Range"][6:-1]), 206
            if first >= len(body):
                return visit.send(416, b"", {"Content-Range": f"bytes */{len(body)}"})
            headers["Content-Range"] = f"bytes {first}-{len(body) - 1}/{len(body)}"
        headers["Content-Length"] = str(len(body) - first)
        visit.send(status, body[first:][:cut_after], headers)
        visit.cut()

    site.answer("/news.warc.gz", answer)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_whole_and_nothing_else(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE)
    exchange = client.download(site.url("/news.warc.gz"), tmp_path / "new" / "news.warc.gz")
    assert (exchange.outcome, exchange.wire, exchange.wire_bytes) == ("ok", b"", len(ARCHIVE))
    assert (tmp_path / "new" / "news.warc.gz").read_bytes() == ARCHIVE
    assert files(tmp_path / "new") == ["news.warc.gz"]


def test_gone_on_with_where_it_broke_off(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE, cut_after=1 << 20)
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    outcomes = []
    while not target.exists():
        assert len(outcomes) < 5
        outcomes.append(client.download(url, target).outcome)
    assert outcomes == ["broken_body", "broken_body", "ok"]
    assert target.read_bytes() == ARCHIVE
    assert [asked.headers.get("range") for asked in site.asked] == [None, "bytes=1048576-", "bytes=2097152-"]
    assert files(tmp_path) == ["news.warc.gz"]


def test_another_version_is_begun_anew(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE, cut_after=1 << 20)
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    client.download(url, target)
    serve(site, ARCHIVE[::-1], etag='"2"')
    assert client.download(url, target).outcome == "ok"
    assert target.read_bytes() == ARCHIVE[::-1]


@pytest.mark.parametrize("etag", [None, 'W/"1"'])
def test_without_a_strong_validator_it_is_begun_anew(
    etag: str | None, site: Site, client: Client, tmp_path: Path
) -> None:
    serve(site, ARCHIVE, etag=etag, cut_after=1 << 20)
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    assert client.download(url, target).outcome == "broken_body"
    serve(site, ARCHIVE, etag=etag)
    assert client.download(url, target).outcome == "ok"
    assert site.asked[-1].headers.get("range") is None
    assert target.read_bytes() == ARCHIVE


def test_all_had_come_but_for_the_end(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE, cut_after=1 << 20)
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    client.download(url, target)
    (tmp_path / "news.warc.gz.part").write_bytes(ARCHIVE)
    assert client.download(url, target).outcome == "ok"
    assert target.read_bytes() == ARCHIVE


def test_a_part_that_is_longer_than_the_whole_is_dropped(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE, cut_after=1 << 20)
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    client.download(url, target)
    (tmp_path / "news.warc.gz.part").write_bytes(ARCHIVE + b"x")
    assert client.download(url, target).outcome == "broken_body"
    assert files(tmp_path) == []


def test_a_range_that_was_not_asked_for(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE, cut_after=1 << 20)
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    client.download(url, target)
    site.answer(
        "/news.warc.gz", lambda v: v.send(206, ARCHIVE[:10], {"Content-Range": f"bytes 0-9/{len(ARCHIVE)}"})
    )
    assert client.download(url, target).outcome == "broken_body"
    assert not target.exists()


def test_too_large_with_and_without_its_length_known(site: Site, client: Client, tmp_path: Path) -> None:
    url, target = site.url("/news.warc.gz"), tmp_path / "news.warc.gz"
    serve(site, bytes(5 << 20))
    assert client.download(url, target).outcome == "too_large"

    def unending(visit: Visit) -> None:
        visit.send(200, b"", {"Transfer-Encoding": "chunked"})
        while not site.closing.is_set():
            visit.raw(b"10000\r\n" + bytes(0x10000) + b"\r\n")

    site.answer("/news.warc.gz", unending)
    assert client.download(url, target).outcome == "too_large"
    assert files(tmp_path) == []


def test_errors_leave_no_file(site: Site, client: Client, tmp_path: Path) -> None:
    missing = client.download(site.url("/none.warc.gz"), tmp_path / "none.warc.gz")
    assert (missing.outcome, missing.status, missing.body) == ("http_error", 404, b"no such page")
    refused = client.download("http://10.0.0.1/x.warc.gz", tmp_path / "x.warc.gz")
    assert refused.outcome == "refused_address"
    assert files(tmp_path) == []


def test_a_file_that_can_not_be_written_is_said_aloud(site: Site, client: Client, tmp_path: Path) -> None:
    serve(site, ARCHIVE)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="file"):
        client.download(site.url("/news.warc.gz"), tmp_path / "file" / "news.warc.gz")
