"""Parses sentences: with the parser of our own, or with the spaCy model that the user named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from copydesk.tasks.enrich.model import analysed, named_model
from copydesk.tasks.enrich.parse_decode import parsed
from copydesk.tasks.enrich.parse_tokens import words_of
from copydesk.tasks.enrich.parse_tree import Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Parse", "parse", "parse_by_model"]


def parse(sentences: Sequence[str]) -> list[Parse]:
    """Return the parses of sentences, in order; all at once are cheaper than each alone."""
    return parse_by_model(sentences) if named_model() else parsed([words_of(one) for one in sentences])


def parse_by_model(sentences: Sequence[str]) -> list[Parse]:
    """Return the parses of sentences by the spaCy model, in order."""
    with analysed(sentences, "tok2vec", "transformer", "tagger", "parser") as docs:
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
