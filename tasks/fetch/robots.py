"""What a site's robots.txt allows (RFC 9309), parsed by protego."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.settings import PRODUCT

FRESH_SECONDS = 24 * 3600
"""RFC 9309 2.4: a copy is not to be used for longer."""
MOST_REDIRECTS = 5
ALLOW_ALL = b""

# "copydesk/2.0" means us too: RFC 9309 2.2.1 has the token end with its letters, protego does not.
_OURS = re.compile(rf"^(\s*user-agent\s*:\s*{PRODUCT})(?![\w-]).*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin."""

    rules: Protego
    reachable: bool = True
    """Whether it could be had: while it can't, nothing may be asked, whatever `rules` say."""

    @classmethod
    def read(cls, body: bytes, reachable: bool = True) -> Robots:
        """Read a robots.txt, in whatever encoding; what is no rule is skipped."""
        text = body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        return cls(Protego.parse(_OURS.sub(r"\1", text)), reachable)

    def decision(self, url: str) -> str:
        """Return `allow`, `disallow` or `unreachable` for an address."""
        if not self.reachable:
            return "unreachable"
        return "allow" if self.rules.can_fetch(url, PRODUCT) else "disallow"

    @property
    def delay(self) -> float:
        """The seconds between two requests that it asks for, 0 where none."""
        rate = self.rules.request_rate(PRODUCT)
        asked = self.rules.crawl_delay(PRODUCT) or 0.0
        return max(asked, rate.seconds / rate.requests if rate and rate.requests else 0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names."""
        return tuple(self.rules.sitemaps)


def rules_of(exchange: Exchange) -> bytes | None:
    """Return the robots.txt that an answer stands for: RFC 9309 2.3.1. None where it says nothing.

    A file that is not there (4xx) allows all. None is for an unchanged file, and for failures of the server
    or the line, which forbid all.
    """
    if exchange.outcome == "ok":
        return exchange.body
    status = exchange.status or 0
    if exchange.outcome == "too_large" and exchange.body:
        return exchange.body
    if exchange.outcome in ("http_error", "too_many_redirects", "redirect_loop") and (
        status != 429 and 300 <= status < 500
    ):
        return ALLOW_ALL
    return None
