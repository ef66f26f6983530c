"""How politely, how long and how much is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copydesk.tasks.article import BYTES_AN_ARTICLE
from copydesk.tasks.version import VERSION

PRODUCT = "copydesk"
"""The token that robots.txt files name us by."""


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """The settings of one run's fetching. Times are seconds, sizes bytes."""

    contact: str | None = None
    """A mail or web address where the sites' operators reach whoever runs this."""
    delay: float = 1.0
    """The least time between the end of one request to a host and the beginning of the next."""
    longest_delay: float = 60.0
    """A robots.txt may ask for more; it gets this."""
    hosts_at_once: int = 64
    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    deadline: float = 120.0
    """For one exchange as a whole, however slowly it drips."""
    page_bytes: int = BYTES_AN_ARTICLE
    """Of a page, on the wire and decoded."""
    document_bytes: int = 50 << 20
    """Of a feed or sitemap, on the wire and decoded: sitemaps.org allows 50 MB."""
    robots_bytes: int = 500 << 10
    """RFC 9309: at least 500 KiB are to be parsed."""
    archive_bytes: int = 8 << 30
    """Of a web archive that is fetched."""
    archive_deadline: float = 6 * 3600.0
    """For one attempt at fetching a web archive; the next goes on where it stopped."""
    redirects: int = 10
    attempts: int = 4
    backoff: float = 1.0
    """Seconds; doubled with each attempt, and drawn at random below that."""
    allow_loopback: bool = False
    trust_environment: bool = False
    """Whether proxies, .netrc and certificates (`REQUESTS_CA_BUNDLE`) are taken from the environment.

    A proxy is trusted: it resolves names and judges them; only literal addresses are judged here then.
    """
    certificates: Path | None = None
    """A PEM file of the authorities that are trusted instead of the well-known ones."""

    def most_bytes(self, kind: str) -> int:
        """Return the cap on an answer of a kind, on the wire and decoded."""
        if kind in ("page", "home"):
            return self.page_bytes
        return self.robots_bytes if kind == "robots" else self.document_bytes

    @property
    def user_agent(self) -> str:
        """Who asks, and how to reach them: no disguise."""
        return f"{PRODUCT}/{VERSION}" + (f" (+{self.contact})" if self.contact else "")
