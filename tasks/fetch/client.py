"""HTTP as the crawl needs it: one hop an exchange, bounded in time and bytes, and never an exception.

No redirect is followed and nothing is tried again here, no cookie is kept, and a URL with credentials is not
asked. One requests session a host keeps its connection alive.
"""

from __future__ import annotations

import logging
import re
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any

import ada_url
import requests

from copydesk.tasks.address import parsed_url
from copydesk.tasks.fetch.body import ACCEPTED
from copydesk.tasks.fetch.call import Call
from copydesk.tasks.fetch.connections import GuardedAdapter, Way, tls_context
from copydesk.tasks.fetch.download import Download
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.failures import failure, without_credentials
from copydesk.tasks.fetch.guard import Resolve
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.output_error import OutputError

_PIECE = 64 << 10
# Of the page that comes with an error or a redirect, and how long it is waited for.
_ASIDE_BYTES = 1 << 20
_ASIDE_SECONDS = 10.0
_MOST_SESSIONS = 256
_DOCUMENT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
)
_PAGE = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
_ACCEPT = {"page": _PAGE, "home": _PAGE, "auto": _PAGE, "feed": _DOCUMENT, "sitemap": _DOCUMENT}
_HEADER_VALUE = re.compile(r"[\x21-\x7e\x80-\xff][\x20-\x7e\x80-\xff]*")


class Client:
    """Asks servers on behalf of many threads. Close it, or use it as a context."""

    def __init__(self, settings: FetchSettings, resolve: Resolve = socket.getaddrinfo) -> None:
        """Prepare; `resolve` is for tests, which have names of their own."""
        self._settings = settings
        self._way = Way(settings, resolve)
        self._tls = tls_context(settings)
        self._sessions: OrderedDict[str, requests.Session] = OrderedDict()
        self._lock = threading.Lock()
        # urllib3 warns of odd headers with the whole URL, tokens in its query included.
        logging.getLogger("urllib3").setLevel(logging.ERROR)

    def __enter__(self) -> Client:  # noqa: D105
        return self

    def __exit__(self, *_: object) -> None:  # noqa: D105
        self.close()

    def close(self) -> None:
        """Close all connections that are not in use."""
        with self._lock:
            while self._sessions:
                self._sessions.popitem()[1].close()

    def get(
        self,
        url: str,
        kind: str,
        etag: str | None = None,
        last_modified: str | None = None,
        deadline: float | None = None,
    ) -> Exchange:
        """Ask for an address once, and say what came of it.

        With the validators of an earlier answer the server may answer 304, outcome `not_modified`. The whole
        takes no longer than `deadline` seconds (the settings' where None), however slowly it drips. A
        robots.txt is cut at its cap; anything else that is larger than its kind may be is `too_large` and
        comes without a body. A broken body comes as far as it could be had.
        """
        call = Call(without_credentials(url), kind, self._settings.most_bytes(kind))
        conditions = _conditions(etag, last_modified)
        call.conditional = bool(conditions)
        headers = {"Accept": _ACCEPT.get(kind, "*/*"), "Accept-Encoding": ACCEPTED, **conditions}
        parsed = parsed_url(url)
        if parsed is None or parsed.username or parsed.password:
            return _unasked(call, parsed)
        try:
            with self._answer(call, parsed, headers, deadline or self._settings.deadline) as raw:
                refused = _read(raw, call, self._way)
        except Exception as error:
            return self._failed(call, parsed, error)
        return refused or call.finished()

    def download(self, url: str, target: Path, deadline: float | None = None) -> Exchange:
        """Fetch a web archive into a file, which is there whole or not at all.

        What an earlier attempt left beside it (`TARGET.part`) is gone on with, where the server's validators
        say that it is still the same. Raises OutputError where the file can't be written.
        """
        call = Call(without_credentials(url), "archive", self._settings.archive_bytes)
        parsed = parsed_url(url)
        if parsed is None or parsed.username or parsed.password:
            return _unasked(call, parsed)
        part = Download(target, call)
        headers = {"Accept": "*/*", "Accept-Encoding": "identity", **part.conditions()}
        try:
            with self._answer(call, parsed, headers, deadline or self._settings.archive_deadline) as raw:
                if call.succeeds or call.status == 416:
                    return part.receive(raw)
                _read(raw, call, self._way)
        except OutputError:
            raise
        except Exception as error:
            return self._failed(call, parsed, error)
        return call.finished()

    def _failed(self, call: Call, parsed: ada_url.URL, error: Exception) -> Exchange:
        call.address = self._way.address
        outcome, message = failure(error, parsed.host, call.status is not None)
        if outcome == "timeout" and time.monotonic() >= self._way.ends_at:
            message = f"{parsed.host} was not done at the deadline"
        return call.broke(outcome, message)

    @contextmanager
    def _answer(
        self, call: Call, parsed: ada_url.URL, headers: dict[str, str], deadline: float
    ) -> Iterator[Any]:
        """Send a request; gives urllib3's response, its headers read and its body not."""
        self._way.ends_at, self._way.address = call.began + deadline, None
        session = self._session(f"{parsed.protocol}//{parsed.host}")
        request = requests.Request("GET", parsed.href.partition("#")[0], {"Host": parsed.host, **headers})
        prepared = session.prepare_request(request)
        call.asks(prepared.headers.items())
        options: Any = {}
        if self._settings.trust_environment:
            options = session.merge_environment_settings(prepared.url, {}, True, None, None)
        options |= {"stream": True, "allow_redirects": False}
        timeout = (self._settings.connect_timeout, self._settings.read_timeout)
        response = session.send(prepared, timeout=timeout, **options)
        try:
            call.answered(response.raw)
            call.address = self._way.address
            yield response.raw
        finally:
            response.close()

    def _session(self, origin: str) -> requests.Session:
        with self._lock:
            session = self._sessions.get(origin)
            if session is None:
                session = self._sessions[origin] = self._new_session()
            self._sessions.move_to_end(origin)
            oldest = self._sessions.popitem(last=False)[1] if len(self._sessions) > _MOST_SESSIONS else None
        if oldest is not None:
            oldest.close()
        return session

    def _new_session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = self._settings.trust_environment
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        session.headers.clear()
        session.headers["User-Agent"] = self._settings.user_agent
        session.adapters.clear()
        adapter = GuardedAdapter(self._way, self._tls)
        for scheme in ("http://", "https://"):
            session.mount(scheme, adapter)
        return session


def _unasked(call: Call, parsed: ada_url.URL | None) -> Exchange:
    if parsed is None:
        return call.ended("bad_url", "not a valid http or https address")
    return call.ended(
        "bad_url",
        "a URL with user name or password is not asked: keep them in .netrc and trust the environment",
    )


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    wanted = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in wanted.items() if value and _HEADER_VALUE.fullmatch(value)}


def _read(raw: Any, call: Call, way: Way) -> Exchange | None:
    """Read the body as it comes into `call.pieces`, no more than may be; an exchange where it is refused."""
    most, cuts = call.most, call.kind == "robots"
    if not call.succeeds:
        most, cuts = _ASIDE_BYTES, True
        way.ends_at = min(way.ends_at, time.monotonic() + _ASIDE_SECONDS)
    declared = call.header("content-length") or ""
    too_large = not cuts and declared.isdecimal() and int(declared) > most
    while not too_large and (piece := raw.read1(_PIECE, decode_content=False)):
        call.pieces.append(piece)
        call.received += len(piece)
        too_large = call.received > most
    if not too_large:
        return None
    call.truncated = "length"
    if cuts:
        call.pieces[-1] = call.pieces[-1][: len(call.pieces[-1]) - (call.received - most)]
        return None
    call.pieces.clear()
    return call.ended("too_large", f"the body has more than {most} bytes")
