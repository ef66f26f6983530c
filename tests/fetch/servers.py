"""HTTP servers for tests: a site that serves what it is given, and TLS gone wrong.

    with Site() as site:
        site.put("/story.html", b"<p>News</p>", etag='"1"')
        site.answer("/odd", lambda visit: visit.send(418, b"teapot"))
        misbehave(site)                 # the routes of misbehaviour.py
        client.get(site.url("/story.html"), "page")
        site.count("/story.html"); site.asked[0].headers["user-agent"]

Everything is on loopback, on a free port, and ends with the context. `names({"news.example": site})` stands in
for `socket.getaddrinfo`: give it to the client, and http://news.example/ is that site, whatever its port.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli
import trustme

STORY = b"<html><head><title>Rain</title></head><body><h1>Rain</h1><p>It rained all day.</p></body></html>"


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it; times are monotonic."""

    path: str
    """With the query."""
    headers: dict[str, str]
    """Names in lower case."""
    at: float
    ended: float
    status: int
    wire: int
    """Bytes of body that were sent."""


class Visit(BaseHTTPRequestHandler):
    """One connection; a route's function gets it, and answers with `send`, or byte by byte with `raw`."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    site: Site
    status = 0
    sent = 0

    def do_GET(self) -> None:
        began, self.status, self.sent = time.monotonic(), 0, 0
        site = self.site
        site.here.append(self)
        if site.latency:
            time.sleep(site.latency)
        try:
            site.route(self.path)(self)
        except (OSError, ssl.SSLError):
            self.close_connection = True
        headers = {name.lower(): value for name, value in self.headers.items()}
        site.log.append(Asked(self.path, headers, began, time.monotonic(), self.status, self.sent))
        site.here.remove(self)

    def send(self, status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        """Answer; Content-Type is HTML and Content-Length right unless the headers say otherwise."""
        named = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        if status not in (204, 304) and not {"Content-Length", "Transfer-Encoding"} & set(named):
            named["Content-Length"] = str(len(body))
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", *(f"{k}: {v}" for k, v in named.items())]
        self.status, self.sent = status, self.sent + len(body)
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.wfile.write(data)

    def cut(self) -> None:
        """Close the connection after this."""
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


Answer = Callable[[Visit], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *_: Any) -> None:
        pass  # a client that hangs up is what these tests are about


class Site:
    """A server on loopback; a context."""

    def __init__(
        self, address: str = "127.0.0.1", tls: ssl.SSLContext | None = None, latency: float = 0.0
    ) -> None:
        self.latency = latency
        self.here: list[Visit] = []
        self.log: list[Asked] = []
        self.closing = threading.Event()
        self._routes: dict[str, Answer] = {}
        self._server = _Server((address, 0), type("_Visit", (Visit,), {"site": self}))
        self.address, self.port = address, self._server.server_address[1]
        self._scheme = "https" if tls else "http"
        if tls:
            # The handshake is the visit's thread's: a client that does not shake hands holds up nobody.
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def asked(self) -> list[Asked]:
        """All requests in order; a client has its answer a moment before the server is done with it."""
        patience = time.monotonic() + 0.5
        while self.here and time.monotonic() < patience:
            time.sleep(0.001)
        return sorted(self.log, key=lambda asked: asked.at)

    def url(self, path: str = "/", host: str | None = None) -> str:
        return f"{self._scheme}://{host or self.address}:{self.port}{path}"

    def count(self, path: str) -> int:
        """How often a path was asked for, whatever the query."""
        return sum(asked.path.partition("?")[0] == path for asked in self.log)

    def put(
        self,
        path: str,
        body: bytes | str,
        *,
        content_type: str = "text/html; charset=utf-8",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        coding: str | None = None,
    ) -> None:
        """Serve a body at a path (its query included, if it has one), 304 where the validators say so."""
        content = body.encode() if isinstance(body, str) else body
        named = {"Content-Type": content_type, **(headers or {})}
        if coding:
            named["Content-Encoding"] = coding
            content = {"gzip": gzip.compress, "br": brotli.compress}[coding](content)
        named |= {"ETag": etag} if etag else {}
        named |= {"Last-Modified": last_modified} if last_modified else {}

        def answer(visit: Visit) -> None:
            if _unchanged(visit, etag, last_modified):
                visit.send(304, b"", named)
            else:
                visit.send(status, content, named)

        self._routes[path] = answer

    def answer(self, path: str, function: Answer) -> None:
        """Serve a path by a function; a path that ends with `*` stands for all that begin so."""
        self._routes[path] = function

    def remove(self, path: str) -> None:
        self._routes.pop(path, None)

    def route(self, path: str) -> Answer:
        plain = path.partition("?")[0]
        exact = self._routes.get(path) or self._routes.get(plain)
        if exact:
            return exact
        stars = (route for route in self._routes if route.endswith("*") and plain.startswith(route[:-1]))
        return self._routes.get(
            max(stars, key=len, default=""), lambda visit: visit.send(404, b"no such page")
        )


def _unchanged(visit: Visit, etag: str | None, last_modified: str | None) -> bool:
    known = visit.headers.get("If-None-Match")
    if known is not None:
        return known == etag
    since = visit.headers.get("If-Modified-Since")
    if since is None or last_modified is None:
        return False
    return parsedate_to_datetime(last_modified) <= parsedate_to_datetime(since)


def names(sites: Mapping[str, Site]) -> Callable[..., list[tuple[Any, ...]]]:
    """A resolver that knows these names only; literal addresses are what they are."""

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[tuple[Any, ...]]:
        site = sites.get(host)
        if site is not None:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (site.address, site.port))]
        return socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)

    return resolve


class Authority:
    """A certificate authority of the test's own; give `file(folder)` to `FetchSettings.certificates`."""

    def __init__(self) -> None:
        self._authority = trustme.CA()

    def file(self, folder: Path) -> Path:
        path = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(path))
        return path

    def context(self, *hosts: str, expired: bool = False) -> ssl.SSLContext:
        """A server's context with a certificate for these names or addresses."""
        ends = datetime.now(UTC) + timedelta(days=-1 if expired else 30)
        certificate = self._authority.issue_cert(*hosts, not_after=ends, not_before=ends - timedelta(days=60))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        return context
