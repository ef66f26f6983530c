"""Where a crawl begins, and which of the pages that it finds are wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_PAGES = 10_000
"""Of a source in one run, unless it says otherwise; the newest first, the rest in the next run."""


@dataclass(frozen=True, slots=True)
class Seed:
    """An address to begin at."""

    url: str
    source: str
    """What the user calls it: its name in sources.toml, else the address."""
    kind: str = "auto"
    """`auto` (told by what comes), `feed`, `sitemap`, `home`, `list`, `page` or `archive`."""
    include: tuple[str, ...] = ()
    """Regular expressions; a page's address must hold one of them, where there are any."""
    exclude: tuple[str, ...] = ()
    """Regular expressions; a page whose address holds one is left out."""
    most: int = MOST_PAGES
    pages: tuple[str, ...] = ()
    """Addresses of pages, where the list is at hand (then `url` only names it)."""
    delay: float | None = None
    """Seconds between two requests to a host, where other than the run's."""

    def wants(self, url: str) -> bool:
        """Whether a page's address is among those to be fetched."""
        if any(re.search(pattern, url) for pattern in self.exclude):
            return False
        return not self.include or any(re.search(pattern, url) for pattern in self.include)


def is_home(url: str) -> bool:
    """Whether an address is a site's home page."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query
