"""What the environment and the libraries could slip in: proxies, netrc, logs with secrets."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.settings import FetchSettings
from tests.fetch.servers import STORY, Site, Visit

OPEN = FetchSettings(allow_loopback=True, deadline=2)
TRUSTING = FetchSettings(trust_environment=True, deadline=2)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A forward proxy that the environment names; it answers for all sites."""
    with Site() as proxy:
        proxy.answer("http://news.example/*", lambda visit: visit.send(200, STORY))
        proxy.answer("http://127.0.0.1*", lambda visit: visit.send(200, b"through the proxy"))
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, f"http://user:s3cret@127.0.0.1:{proxy.port}")
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield proxy


def test_proxies_of_the_environment_are_left_alone(proxy: Site) -> None:
    with Site() as site, Client(OPEN) as client:
        site.put("/", STORY)
        assert client.get(site.url("/"), "page").body == STORY
    assert proxy.asked == []


def test_proxies_are_used_when_the_environment_is_trusted(proxy: Site) -> None:
    with Client(TRUSTING) as client:
        exchange = client.get("http://news.example/story", "page")
        assert (exchange.outcome, exchange.body) == ("ok", STORY)
        assert proxy.asked[0].headers["host"] == "news.example"
        assert "s3cret" not in str(exchange)
        for host in ("127.0.0.1", "localhost", "[::1]", "169.254.169.254", "2130706433"):
            assert client.get(f"http://{host}/", "page").outcome == "refused_address"
            assert client.get(f"https://{host}/", "page").outcome == "refused_address"
    assert len(proxy.asked) == 1


def test_a_drip_through_a_proxy_ends_at_the_deadline(proxy: Site) -> None:
    def drip(visit: Visit) -> None:
        visit.raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not proxy.closing.wait(0.02):
            visit.raw(b".")

    proxy.answer("http://news.example/*", drip)
    with Client(TRUSTING) as client:
        exchange = client.get("http://news.example/", "page", deadline=0.3)
    assert exchange.outcome == "timeout"
    assert exchange.seconds < 0.6


def test_a_proxy_that_refuses_is_named_as_the_cause(proxy: Site) -> None:
    with Client(TRUSTING) as client:
        exchange = client.get("https://news.example/", "page")  # the proxy knows no CONNECT
    assert exchange.outcome == "connection"
    assert "proxy" in str(exchange.message)


def test_a_socks_proxy_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1080")
    with Client(TRUSTING) as client:
        assert client.get("http://news.example/", "page").outcome == "connection"


def test_netrc_only_where_the_environment_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login desk password s3cret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with Site() as site:
        site.put("/", STORY)
        for trusting in (False, True):
            with Client(FetchSettings(allow_loopback=True, trust_environment=trusting)) as client:
                exchange = client.get(site.url("/"), "page")
            assert ("authorization" in site.asked[-1].headers) == trusting
            assert "uthorization" not in str(exchange)


def test_nothing_is_logged_of_a_query(caplog: pytest.LogCaptureFixture) -> None:
    def odd_header(visit: Visit) -> None:
        visit.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nno colon here\r\n\r\nx")
        visit.cut()

    with caplog.at_level(logging.DEBUG), Site() as site, Client(OPEN) as client:
        site.answer("/odd", odd_header)
        site.answer("/hang-up", lambda visit: visit.cut())
        for path in ("/odd", "/hang-up", "/missing"):
            client.get(site.url(f"{path}?token=s3cret"), "page")
    assert "s3cret" not in caplog.text
