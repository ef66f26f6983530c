"""Connections that go only where the guard lets them, and never outlast their exchange's deadline.

A read timeout alone does not stop a server that sends a byte now and then, in the headers or in the body: so
every single read of the socket is given no more than what is left until the deadline.
"""

from __future__ import annotations

import math
import os
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import certifi
import requests
from requests.adapters import HTTPAdapter
from requests.exceptions import InvalidProxyURL
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.ssl_ import create_urllib3_context

from copydesk.tasks.fetch.guard import Judged, Resolve, judge_behind_proxy, judged_addresses
from copydesk.tasks.fetch.settings import FetchSettings


class Way(threading.local):
    """How connections are made, and what the exchange that a thread is busy with may still take."""

    ends_at = math.inf
    """On the monotonic clock."""
    address: str | None = None
    """What the exchange is, or was last, connected to."""

    def __init__(self, settings: FetchSettings, resolve: Resolve) -> None:
        """Begin, in each thread, with no deadline."""
        self.settings = settings
        self.resolve = resolve

    def patience(self, most: float) -> float:
        """Return the seconds that may be waited now; raises TimeoutError where none is left."""
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline is over")
        return min(most, left)

    def connect(self, host: str, port: int, behind_proxy: bool) -> BoundedSocket:
        """Return a socket that is connected to a judged address of a host."""
        if behind_proxy:
            found = self.resolve(host, port, 0, socket.SOCK_STREAM)
            addresses = [Judged(family, address) for family, _, _, _, address in found]
        else:
            addresses = judged_addresses(host, port, self.settings.allow_loopback, self.resolve)
        return self._first_connected(addresses)

    def _first_connected(self, addresses: list[Judged]) -> BoundedSocket:
        until = time.monotonic() + self.settings.connect_timeout
        failed: OSError = OSError("the name has no address")
        for place, judged in enumerate(addresses):
            self.address = str(judged.socket_address[0])
            share = max(until - time.monotonic(), 0.1) / (len(addresses) - place)
            connected = BoundedSocket(judged.family, socket.SOCK_STREAM)
            try:
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connected.settimeout(self.patience(share))
                connected.connect(judged.socket_address)
            except OSError as error:
                connected.close()
                failed = error
            else:
                connected.settimeout(self.patience(self.settings.connect_timeout))
                connected.way = self
                return connected
        raise failed


class BoundedSocket(socket.socket):
    """A socket whose every read ends by the exchange's deadline."""

    way: Way | None = None

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Read as a socket does, for no longer than the exchange may still take."""
        if self.way is not None:
            self.settimeout(self.way.patience(self.way.settings.read_timeout))
        return super().recv_into(*arguments, **options)


class BoundedTlsSocket(ssl.SSLSocket):
    """The same over TLS."""

    way: Way | None = None

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Read as a socket does, for no longer than the exchange may still take."""
        if self.way is not None:
            self.settimeout(self.way.patience(self.way.settings.read_timeout))
        return super().recv_into(*arguments, **options)


class _PlainConnection(HTTPConnection):
    def __init__(self, *arguments: Any, way: Way, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.way = way
        self.address: str | None = None

    def _new_conn(self) -> socket.socket:
        connected = self.way.connect(self._dns_host, self.port, behind_proxy=self.proxy is not None)
        self.address = self.way.address
        return connected

    def putrequest(self, *arguments: Any, **options: Any) -> None:
        self.way.address = self.address  # of a connection that is used again too
        super().putrequest(*arguments, **options)


class _TlsConnection(_PlainConnection, HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        if isinstance(self.sock, BoundedTlsSocket):
            self.sock.way = self.way


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


_POOLS = {"http": _PlainPool, "https": _TlsPool}


class GuardedAdapter(HTTPAdapter):
    """requests' way to a host, over the connections above; one context for TLS serves all hosts."""

    def __init__(self, way: Way, tls: ssl.SSLContext) -> None:
        """Use one way and one context for all."""
        self._way = way
        self._tls = tls
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Make the pools of guarded connections."""
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """Return the pools behind a proxy: not judged, as the proxy is trusted, but bounded in time."""
        if not proxy.lower().startswith(("http://", "https://")):
            raise InvalidProxyURL("only http and https proxies are supported")
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: Any,
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> Any:
        """Return the pool for a request, with what its connections need to know."""
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies, cert)
        pool.conn_kw["way"] = self._way
        if pool.proxy is not None:
            # The pool of a plain proxy is named by the proxy's host, not by the host that is asked.
            host = urlsplit(request.url or "").hostname or ""
            judge_behind_proxy(host, self._way.settings.allow_loopback)
        return pool

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> tuple[Any, Any]:
        """Name the pool by the host alone: how certificates are checked is the same for all."""
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {"ssl_context": self._tls} if host["scheme"] == "https" else {}

    def cert_verify(self, *arguments: Any, **options: Any) -> None:
        """Leave the checking to the context: requests would read all authorities anew for each connection."""


def tls_context(settings: FetchSettings) -> ssl.SSLContext:
    """Return the context that checks certificate and host name, and makes sockets with a deadline.

    Raises FileNotFoundError or ssl.SSLError where the file of authorities can't be used.
    """
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    named = os.environ.get("REQUESTS_CA_BUNDLE") if settings.trust_environment else None
    context.load_verify_locations(settings.certificates or named or certifi.where())
    context.sslsocket_class = BoundedTlsSocket
    return context
