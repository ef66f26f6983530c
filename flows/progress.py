"""Tell whoever watches a run how far it is; a run that nobody watches tells nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


class Watcher(Protocol):
    """Someone who wants to know how a run goes, such as a terminal."""

    def message(self, text: str) -> None:
        """Take a sentence for the user."""

    def batch(self, stage: str, articles: int, rejected: int) -> None:
        """Take what a batch holds that `stage` (such as `cleaned`) has finished."""


@dataclass
class Progress:
    """Hands on to the watchers. They are not parameters of the flow since those travel as JSON."""

    watchers: list[Watcher] = field(default_factory=list)

    def message(self, text: str) -> None:
        """Tell all watchers a sentence."""
        for watcher in self.watchers:
            watcher.message(text)

    def batch(self, stage: str, articles: int, rejected: int) -> None:
        """Tell all watchers that `stage` is done with another batch."""
        for watcher in self.watchers:
            watcher.batch(stage, articles, rejected)


PROGRESS = Progress()
"""The watchers of the runs in this process."""
