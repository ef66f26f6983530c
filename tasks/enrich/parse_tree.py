"""Parsed sentences as plain tuples, which are cheap to walk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

RELATIVE = frozenset(("who", "which", "that", "whom"))
"""Pronouns that stand in a relative clause for what it hangs on."""


@dataclass(frozen=True)
class Parse:
    """A sentence's tokens: words, offsets, Penn tags, dependency labels (ClearNLP) and heads."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def end(self, token: int) -> int:
        """Return the offset behind a token."""
        return self.starts[token] + len(self.words[token])

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The tokens that depend on each token, in order."""
        below: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                below[head].append(token)
        return tuple(map(tuple, below))

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels, or None."""
        return next((below for below in self.children[token] if self.deps[below] in deps), None)

    def subtree(self, token: int) -> list[int]:
        """Return a token and all below it, in order."""
        found, queue = [], [token]
        while queue:
            here = queue.pop()
            found.append(here)
            queue.extend(self.children[here])
        return sorted(found)
