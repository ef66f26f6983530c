"""One HTTP exchange as it went, or the decision not to make one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

OUTCOMES = (
    "ok",
    "not_modified",
    "redirect",
    "http_error",
    "too_many_redirects",
    "redirect_loop",
    "timeout",
    "too_large",
    "broken_body",
    "refused_address",
    "tls",
    "dns",
    "connection",
    "robots_disallowed",
    "robots_unreachable",
    "circuit_open",
    "bad_url",
    "wrong_type",
)
# Whoever is handed the archive must not be handed the keys to the sites.
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie"})
"""Of a request, in lower case: they are kept nowhere."""
KINDS = ("robots", "home", "feed", "sitemap", "list", "page", "archive", "auto")


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked and what came of it; never an exception."""

    url: str
    """As it was asked; one with credentials is never asked, and stands here without them."""
    kind: str
    """What the answer is to be, one of `KINDS`."""
    asked_at: datetime
    """Aware, UTC."""
    seconds: float
    outcome: str
    """One of `OUTCOMES`."""
    message: str | None = None
    """What went wrong and what can be done, without credentials or query strings."""
    status: int | None = None
    reason: str = ""
    request_headers: tuple[tuple[str, str], ...] = ()
    """As sent, Host included, credentials left out."""
    headers: tuple[tuple[str, str], ...] = ()
    """The answer's, in order, as they came."""
    wire: bytes = b""
    """The body as it came, transfer coding undone, content coding not."""
    body: bytes = b""
    """The body decoded; what could be decoded before it broke."""
    address: str | None = None
    """The IP address that was connected to."""
    redirect_to: str | None = None
    """Absolute."""
    truncated: str | None = None
    """Why `wire` is not the whole body, in the words of WARC-Truncated: `length`, `time`, `disconnect`."""
    wire_bytes: int = 0
    """How many bytes of body came in this exchange, also where they went into a file."""

    def header(self, name: str) -> str | None:
        """Return the first header of that name, case ignored."""
        return first_header(self.headers, name)

    @property
    def validators(self) -> dict[str, str | None]:
        """What a later request may be made conditional by: `etag` and `last_modified`."""
        return {"etag": self.header("ETag"), "last_modified": self.header("Last-Modified")}


def first_header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """Return the first header of that name, case ignored."""
    wanted = name.lower()
    return next((value for key, value in headers if key.lower() == wanted), None)
