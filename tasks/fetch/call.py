"""One call to a server while it is under way: what is known of it becomes the exchange."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from copydesk.tasks.address import absolute_url
from copydesk.tasks.fetch.body import Decoded, decode
from copydesk.tasks.fetch.exchange import SECRET_HEADERS, Exchange, first_header

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class Call:
    """What is asked, and what has come of it so far."""

    url: str
    kind: str
    most: int
    """How many bytes of body may come, on the wire and decoded."""
    conditional: bool = False
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    began: float = field(default_factory=time.monotonic)
    status: int | None = None
    reason: str = ""
    request_headers: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    address: str | None = None
    pieces: list[bytes] = field(default_factory=list)
    received: int = 0
    truncated: str | None = None

    def asks(self, headers: Iterable[tuple[str, str]]) -> None:
        """Note the headers that are sent."""
        self.request_headers = tuple(
            (name, value) for name, value in headers if name.lower() not in SECRET_HEADERS
        )

    def answered(self, raw: Any) -> None:
        """Note the status and headers of urllib3's response."""
        self.status, self.reason = raw.status, raw.reason or ""
        self.headers = tuple(raw.headers.iteritems())

    def header(self, name: str) -> str | None:
        """Return the first header of that name, case ignored."""
        return first_header(self.headers, name)

    @property
    def succeeds(self) -> bool:
        """Whether the status says that the body is what was asked for."""
        return self.status is not None and 200 <= self.status < 300

    def ended(self, outcome: str, message: str | None = None, **known: Any) -> Exchange:
        """Return the exchange, ended with this outcome."""
        return Exchange(
            url=self.url,
            kind=self.kind,
            asked_at=self.asked_at,
            seconds=time.monotonic() - self.began,
            outcome=outcome,
            message=message,
            status=self.status,
            reason=self.reason,
            request_headers=self.request_headers,
            headers=self.headers,
            address=self.address,
            truncated=self.truncated,
            wire_bytes=self.received,
            **known,
        )

    def broke(self, outcome: str, message: str) -> Exchange:
        """Return the exchange that failed, with what had come; a status that refuses speaks for itself."""
        if self.status is None:
            return self.ended(outcome, message)
        self.truncated = "time" if outcome == "timeout" else "disconnect"
        if not self.succeeds:
            return self.finished()
        wire = b"".join(self.pieces)
        body = decode(wire, self.header("content-encoding"), self.most, keep_cut=True).body
        return self.ended(outcome, message, wire=wire, body=body)

    def finished(self) -> Exchange:
        """Return the exchange whose answer has been read, as status and body have it."""
        wire = b"".join(self.pieces)
        self.pieces.clear()
        cut = self.truncated is not None or self.kind == "robots"
        decoded = decode(wire, self.header("content-encoding"), self.most, keep_cut=cut)
        outcome, message, redirect_to = self._by_status()
        if outcome == "ok" and self.truncated is None:
            outcome, message = self._by_body(decoded)
            if outcome == "too_large":
                wire = b""  # a bomb is not kept
        return self.ended(outcome, message, wire=wire, body=decoded.body, redirect_to=redirect_to)

    def _by_status(self) -> tuple[str, str | None, str | None]:
        if self.succeeds and self.status != 206:
            return "ok", None, None
        if self.status == 206:
            return "broken_body", "a part of the body came (206), which was not asked for", None
        if self.status == 304 and self.conditional:
            return "not_modified", None, None
        if self.status in REDIRECTS:
            target = absolute_url(_as_utf8(self.header("location")), self.url)
            if target is not None:
                return "redirect", None, target
            return "http_error", f"status {self.status}, but no http address to go on to", None
        return "http_error", f"status {self.status} {self.reason}".rstrip(), None

    def _by_body(self, decoded: Decoded) -> tuple[str, str | None]:
        if decoded.too_large:
            if self.kind == "robots":
                return "ok", f"cut: {decoded.problem}"
            return "too_large", decoded.problem
        return ("broken_body", decoded.problem) if decoded.problem else ("ok", None)


def _as_utf8(value: str | None) -> str | None:
    """Return a header that servers write in UTF-8, which HTTP reads as Latin-1."""
    try:
        return value and value.encode("latin-1").decode()
    except UnicodeError:
        return value
