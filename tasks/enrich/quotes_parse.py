"""Parsed sentences as plain tuples, which are cheap to walk and outlive the model's memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from copydesk.tasks.enrich.model import analysed

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARSE_STEPS = ("tok2vec", "tagger", "parser")


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


def parse(sentences: Sequence[str]) -> list[Parse]:
    """Return the parses of sentences, in order."""
    with analysed(sentences, *PARSE_STEPS) as docs:
        return [_tuples(doc) for doc in docs]


def _tuples(doc: Doc) -> Parse:
    tokens: Iterable = list(doc)  # type: ignore[type-arg]
    return Parse(
        tuple(token.text for token in tokens),
        tuple(token.idx for token in tokens),
        tuple(token.tag_ for token in tokens),
        tuple(token.dep_ for token in tokens),
        tuple(token.head.i for token in tokens),
    )
