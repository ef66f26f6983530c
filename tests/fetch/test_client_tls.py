"""TLS: certificates that are not to be trusted, and each says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.settings import FetchSettings
from tests.fetch.servers import STORY, Authority, Site, names


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def settings(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> FetchSettings:
    file = authority.file(tmp_path_factory.mktemp("authority"))
    return FetchSettings(
        allow_loopback=True, certificates=file, deadline=3, read_timeout=1, connect_timeout=1
    )


@pytest.fixture(scope="module")
def trusted(authority: Authority) -> Iterator[Site]:
    with Site(tls=authority.context("news.example", "127.0.0.1")) as site:
        site.put("/", STORY)
        yield site


def test_the_certificate_is_checked_against_the_name_and_not_the_address(
    trusted: Site, settings: FetchSettings
) -> None:
    known = names({"news.example": trusted, "other.example": trusted})
    with Client(settings, known) as client:
        for _ in range(2):
            exchange = client.get("https://news.example/", "page")
            assert (exchange.outcome, exchange.body) == ("ok", STORY)
        assert client.get(trusted.url("/"), "page").outcome == "ok"
        wrong = client.get("https://other.example/", "page")
    assert wrong.outcome == "tls"
    assert wrong.message == (
        "the certificate of other.example is not to be trusted: Hostname mismatch, certificate is not valid "
        "for 'other.example'"
    )


def test_expired(authority: Authority, settings: FetchSettings) -> None:
    with Site(tls=authority.context("127.0.0.1", expired=True)) as site, Client(settings) as client:
        exchange = client.get(site.url("/"), "page")
        assert site.asked == []
    assert exchange.outcome == "tls"
    assert "expired" in str(exchange.message)


def test_an_unknown_authority(trusted: Site) -> None:
    with Client(FetchSettings(allow_loopback=True)) as client:
        exchange = client.get(trusted.url("/"), "page")
    assert exchange.outcome == "tls"
    assert "issuer" in str(exchange.message)


def test_no_tls_where_it_was_expected(settings: FetchSettings) -> None:
    with Site() as site, Client(settings) as client:
        exchange = client.get(f"https://127.0.0.1:{site.port}/", "page")
    assert exchange.outcome == "tls"


def test_the_deadline_holds_over_tls(trusted: Site, settings: FetchSettings) -> None:
    def drip(visit: object) -> None:
        visit.send(200, b"", {"Content-Length": "100"})  # type: ignore[attr-defined]
        while not trusted.closing.wait(0.02):
            visit.raw(b".")  # type: ignore[attr-defined]

    trusted.answer("/drip", drip)
    with Client(settings) as client:
        exchange = client.get(trusted.url("/drip"), "page", deadline=0.4)
    assert (exchange.outcome, exchange.truncated) == ("timeout", "time")
    assert exchange.seconds < 0.6


def test_who_does_not_shake_hands_is_left(settings: FetchSettings) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server, Client(settings) as client:
        exchange = client.get(f"https://127.0.0.1:{server.getsockname()[1]}/", "page", deadline=0.3)
    assert exchange.outcome == "timeout"
    assert exchange.seconds < 0.6


def test_a_file_of_authorities_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Client(FetchSettings(certificates=tmp_path / "none.pem"))
