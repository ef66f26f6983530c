"""Parses sentences: with the parser of our own, with the spaCy model where the user names one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from copydesk.tasks.enrich.model import analysed
from copydesk.tasks.enrich.parse_tree import Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["PARSE_STEPS", "Parse", "parse", "parse_by_model"]

PARSE_STEPS = ("tok2vec", "tagger", "parser")


def parse(sentences: Sequence[str]) -> list[Parse]:
    """Return the parses of sentences, in order."""
    return parse_by_model(sentences)


def parse_by_model(sentences: Sequence[str]) -> list[Parse]:
    """Return the parses of sentences by the spaCy model, in order."""
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
