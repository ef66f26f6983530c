"""One exchange with servers that misbehave: each ends with its outcome, in bounded time."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.retries import may_pass
from copydesk.tasks.fetch.settings import FetchSettings
from tests.fetch.misbehaviour import MISBEHAVIOURS, misbehave
from tests.fetch.servers import STORY, Site, names

QUICK = FetchSettings(allow_loopback=True, deadline=0.6, read_timeout=0.3, page_bytes=1 << 20)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as site:
        yield misbehave(site)


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client(QUICK) as client:
        yield client


OUTCOMES = {
    "/story.html": "ok",
    "/chain/3": "redirect",
    "/loop/a": "redirect",
    "/loop/b": "redirect",
    "/self": "redirect",
    "/nowhere": "http_error",
    "/private": "redirect",
    "/file": "http_error",
    "/403": "http_error",
    "/404": "http_error",
    "/410": "http_error",
    "/429": "http_error",
    "/503": "http_error",
    "/500": "http_error",
    "/flaky/1": "http_error",
    "/drip": "timeout",
    "/drip-head": "timeout",
    "/silent": "timeout",
    "/cut/length": "broken_body",
    "/cut/chunked": "broken_body",
    "/cut/in-chunk": "broken_body",
    "/cut/gzip": "broken_body",
    "/cut/br": "broken_body",
    "/bomb/gzip": "too_large",
    "/bomb/br": "too_large",
    "/bomb/twice": "too_large",
    "/garbage": "connection",
    "/hang-up": "connection",
    "/wrong/charset": "ok",
    "/wrong/type": "ok",
    "/wrong/image": "ok",
    "/wrong/coding": "broken_body",
}


def test_every_misbehaviour_has_an_outcome_here() -> None:
    stems = {path.rstrip("*") for path in MISBEHAVIOURS}
    assert all(any(path.startswith(stem) for path in OUTCOMES) for stem in stems)


@pytest.mark.parametrize("path", OUTCOMES)
def test_outcome(path: str, site: Site, client: Client) -> None:
    exchange = client.get(site.url(path), "page")
    assert exchange.outcome == OUTCOMES[path], exchange.message
    assert exchange.seconds < 2
    assert exchange.address == "127.0.0.1"
    assert (exchange.message is None) == (exchange.outcome in ("ok", "redirect"))


def test_what_came_before_it_broke_is_kept(site: Site, client: Client) -> None:
    for path in ("/cut/length", "/cut/chunked", "/cut/in-chunk"):
        cut = client.get(site.url(path), "page")
        assert cut.body == cut.wire == STORY[:40]
        assert cut.truncated == "disconnect"
    assert client.get(site.url("/drip"), "page").truncated == "time"
    gzipped = client.get(site.url("/cut/gzip"), "page")
    assert gzipped.wire.startswith(b"\x1f\x8b")
    assert STORY.startswith(gzipped.body[: len(STORY)])


def test_a_redirect_names_the_absolute_address(site: Site, client: Client) -> None:
    assert client.get(site.url("/chain/2"), "page").redirect_to == site.url("/chain/1")
    site.answer("/utf-8", lambda visit: visit.send(302, headers={"Location": "/caf\xc3\xa9?q=\xc3\xbc"}))
    assert client.get(site.url("/utf-8"), "page").redirect_to == site.url("/caf%C3%A9?q=%C3%BC")


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_body_is_decoded_and_its_wire_kept(coding: str, site: Site, client: Client) -> None:
    site.put(f"/{coding}", STORY * 9, coding=coding)
    exchange = client.get(site.url(f"/{coding}"), "page")
    assert exchange.body == STORY * 9
    assert len(exchange.wire) == exchange.wire_bytes < len(exchange.body)


def test_conditional_requests(site: Site, client: Client) -> None:
    date = "Mon, 05 Jan 2026 08:00:00 GMT"
    site.put("/feed", b"<rss/>", etag='"v1"', last_modified=date)
    assert client.get(site.url("/feed"), "feed").outcome == "ok"
    assert client.get(site.url("/feed"), "feed", etag='"v1"').outcome == "not_modified"
    assert client.get(site.url("/feed"), "feed", last_modified=date).outcome == "not_modified"
    assert client.get(site.url("/feed"), "feed", etag='"v0"', last_modified=date).outcome == "ok"
    assert client.get(site.url("/feed"), "feed", etag='"v1"\r\nX-Other: 1').outcome == "ok"


def test_a_304_that_was_not_asked_for_is_an_error(site: Site, client: Client) -> None:
    site.answer("/304", lambda visit: visit.send(304))
    assert client.get(site.url("/304"), "page").outcome == "http_error"


def test_an_honest_request(site: Site) -> None:
    with Client(FetchSettings(allow_loopback=True, contact="desk@news.example")) as client:
        exchange = client.get(site.url("/story.html?id=7#top"), "page")
    asked = site.asked[-1]
    assert asked.path == "/story.html?id=7"
    assert asked.headers["user-agent"].startswith("copydesk/")
    assert "desk@news.example" in asked.headers["user-agent"]
    assert {"host", "accept", "accept-encoding"} < set(asked.headers)
    assert {name.lower(): value for name, value in exchange.request_headers} == asked.headers


def test_cookies_are_neither_kept_nor_sent(site: Site, client: Client) -> None:
    site.answer("/cookie", lambda visit: visit.send(200, b"x", {"Set-Cookie": "reader=7; Path=/"}))
    client.get(site.url("/cookie"), "page")
    client.get(site.url("/cookie"), "page")
    assert "cookie" not in site.asked[-1].headers


def test_caps_by_kind(site: Site) -> None:
    settings = FetchSettings(allow_loopback=True, page_bytes=100, document_bytes=300, robots_bytes=50)
    site.put("/200", b"x" * 200)
    site.answer(
        "/200-chunked",
        lambda v: v.send(200, b"c8\r\n%s\r\n0\r\n\r\n" % (b"x" * 200), {"Transfer-Encoding": "chunked"}),
    )
    with Client(settings) as client:
        for path in ("/200", "/200-chunked"):
            page = client.get(site.url(path), "page")
            assert (page.outcome, page.wire, page.body, page.truncated) == ("too_large", b"", b"", "length")
            assert client.get(site.url(path), "feed").body == b"x" * 200
            robots = client.get(site.url(path), "robots")
            assert (robots.outcome, robots.body, robots.truncated) == ("ok", b"x" * 50, "length")


def test_the_page_of_an_error_is_kept_up_to_a_megabyte(site: Site, client: Client) -> None:
    site.put("/big-error", b"e" * (3 << 20), status=500)
    exchange = client.get(site.url("/big-error"), "page")
    assert (exchange.outcome, len(exchange.wire), exchange.truncated) == ("http_error", 1 << 20, "length")


def test_names_that_do_not_resolve() -> None:
    with Client(QUICK, names({})) as client:
        exchange = client.get("http://news.example/story?token=s3cret", "page")
    assert exchange.outcome == "dns"
    assert "s3cret" not in str(exchange.message)


def test_a_name_that_does_not_resolve_just_now_may_the_next_time() -> None:
    def busy(*_: object, **__: object) -> list[tuple[Any, ...]]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with Client(QUICK, busy) as client:
        exchange = client.get("http://news.example/story", "page")
    assert exchange.outcome == "connection"
    assert exchange.message == "the name news.example could not be resolved just now"
    assert may_pass(exchange)


def test_a_closed_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with Client(QUICK) as client:
            exchange = client.get(f"http://127.0.0.1:{free.getsockname()[1]}/", "page")
    assert exchange.outcome == "connection"
    assert "refused" in str(exchange.message)


@pytest.mark.parametrize(
    "url",
    [
        "http://user:s3cret@127.0.0.1/",
        "http://user@127.0.0.1/",
        "ftp://news.example/",
        "http://",
        "http://[::1",
        "http://news.example:99999/",
        "http://user:s3cret@:99/",
        "http://" + "a" * 70 + ".example/",
        "http://news.example/" + "x" * 9000,
        "//news.example/",
        "",
    ],
)
def test_what_is_no_address_is_not_asked(url: str, client: Client) -> None:
    exchange = client.get(url, "page")
    assert exchange.outcome == "bad_url"
    assert "s3cret" not in str(exchange)


def test_a_connection_is_used_again(site: Site) -> None:
    ports = set()
    site.answer("/port", lambda visit: (ports.add(visit.client_address[1]), visit.send(200, b"x"))[1])  # type: ignore[func-returns-value]
    with Client(QUICK) as client:
        for _ in range(5):
            exchange = client.get(site.url("/port"), "page")
    assert len(ports) == 1
    assert exchange.address == "127.0.0.1"
