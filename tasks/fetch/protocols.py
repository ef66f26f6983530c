"""What the asking needs of a client and of an archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.archive import Place
from copydesk.tasks.fetch.exchange import Exchange

Count = Callable[[str, int, int], None]
"""Is told of a stage (`fetched`) as it happens: how many more articles it is done with, how many refused."""


def uncounted(stage: str, articles: int, rejected: int) -> None:
    """Tell nobody."""


class Getter(Protocol):
    """What makes an exchange, such as `client.Client`."""

    def get(self, url: str, kind: str, etag: str | None = None, last_modified: str | None = None) -> Exchange:
        """Make one exchange."""

    def download(self, url: str, target: Path) -> Exchange:
        """Make one exchange whose body goes to a file."""


class Keeper(Protocol):
    """What keeps an exchange, such as `archive.ArchiveWriter`."""

    def pack(self, exchange: Exchange, entry: FeedEntry | None = None) -> Sequence[bytes]:
        """Return an exchange ready to be appended."""

    def append(self, members: Sequence[bytes]) -> Place:
        """Append it."""

    def write_teaser(self, url: str, entry: FeedEntry, at: datetime, text: str) -> Place:
        """Append a feed's own text."""
