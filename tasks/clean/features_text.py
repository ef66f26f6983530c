"""Evidence of a block's wording alone, in any script: lengths, punctuation, likeness to what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from copydesk.tasks.clean.features_wording import WORDING_NAMES, Doubles, wording
from copydesk.tasks.clean.jsonld import NEWS_TYPES
from copydesk.tasks.clean.metadata import Metadata

WORD = re.compile(r"\w+")
_CLOSING = '"”“’»)]」』'
_ENDING = tuple(".!?…。！？।۔؟።")
_SHINGLE = 4
# A long block's beginning is likeness enough.
_HEAD_WORDS = 100
TEXT_NAMES = (
    *WORDING_NAMES,
    "ends_sentence",
    "ends_colon",
    "starts_lower",
    "starts_mark",
    "title_share",
    "title_cover",
    "lead_share",
    "author_named",
    "article_body_share",
    "copyright",
)


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """What a page's metadata says of its article, as far as it does."""

    title: str | None = None
    lead: str | None = None
    authors: tuple[str, ...] = ()
    article_body: str | None = None
    """`articleBody` of the page's JSON-LD, as text."""
    language: str | None = None
    """BCP 47."""
    schema_types: frozenset[str] = frozenset()
    """Of JSON-LD and microdata, in lower case."""
    dated: bool = False

    @classmethod
    def of(cls, metadata: Metadata, title: str | None = None) -> PageEvidence:
        """Return the evidence in a page's metadata; `title` is used where the page gives none."""
        return cls(
            title=metadata.title or title,
            lead=metadata.lead,
            authors=metadata.authors,
            article_body=metadata.article_body,
            language=metadata.language,
            schema_types=metadata.schema_types,
            dated=metadata.published_at is not None,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """`PageEvidence` made ready for comparing blocks with it."""

    title: frozenset[str]
    lead: frozenset[str]
    authors: tuple[str, ...]
    body: frozenset[tuple[str, ...]]
    body_length: int
    """Words of the metadata's article body; 0 where there is none."""
    body_text: str
    wide: tuple[float, ...]
    """What holds for the page as a whole, by `features.PAGE_WIDE`."""


def prepare(evidence: PageEvidence) -> Known:
    """Split the evidence into words and shingles."""
    body = WORD.findall((evidence.article_body or "").lower())
    return Known(
        title=frozenset(WORD.findall((evidence.title or "").lower())),
        lead=frozenset(WORD.findall((evidence.lead or "").lower())),
        authors=tuple(author.lower() for author in evidence.authors if len(author) > 3),
        body=frozenset(shingles_of(body)),
        body_length=len(body),
        body_text=" ".join(body),
        wide=(
            bool(evidence.schema_types & NEWS_TYPES),
            (evidence.language or "").lower().startswith("en"),
            evidence.dated,
            len(evidence.authors),
        ),
    )


# A page's words are asked for twice; more pages are not remembered, since memory that is used anew is faster.
@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a block in lower case."""
    return tuple(WORD.findall(text.lower()))


def shingles_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every four words that follow one another; none of fewer than four."""
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def text_features(texts: Sequence[str], known: Known) -> Doubles:
    """Return the blocks' texts (at least one, none of them empty) by `TEXT_NAMES`."""
    return np.hstack((wording(texts), np.array([_features(text, known) for text in texts])))


def _features(text: str, known: Known) -> tuple[float, ...]:
    lower = text.lower()
    words = words_of(text) if known.title or known.lead or known.body_length else ()
    named = bool(known.authors) and len(text) < 400 and any(map(lower.count, known.authors))
    return (
        text[-4:].rstrip(_CLOSING).endswith(_ENDING),
        text[-1] in ":：",
        text[0].islower(),
        not text[0].isalnum(),
        *_likeness(set(words[:_HEAD_WORDS]), known),
        named,
        _body_share(words, known),
        "©" in text or "copyright" in lower,
    )


def _likeness(words: set[str], known: Known) -> tuple[float, float, float]:
    if not words:
        return 0.0, 0.0, 0.0
    shared = len(words & known.title)
    cover = shared / len(known.title) if known.title else 0.0
    return shared / len(words), cover, len(words & known.lead) / len(words)


def _body_share(words: Sequence[str], known: Known) -> float:
    # The share of the text's shingles in the metadata's article body; -1 without one.
    if not known.body_length:
        return -1.0
    if len(words) < _SHINGLE:
        return float(bool(words) and " ".join(words) in known.body_text) * 0.5
    found = sum(map(known.body.__contains__, shingles_of(words)))
    return found / (len(words) - _SHINGLE + 1)
