"""Evidence of a block's wording alone, in any script: lengths, punctuation, likeness to what is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"\w+")
# Scripts written without spaces: a word is taken to be two characters of them.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)|[。！？।۔؟።]")
_DIGIT = re.compile(r"\d")
_UPPER_WORD = re.compile(r"\b[^\W\d_a-z]\w*")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।۔؟።][\"”“’»)\]」』]*$")
_QUOTES = re.compile('["“”„«»‘「『]')
_MARKS = re.compile(r"[|©®™›»→▶•·/@#_]|https?:")
_SHINGLE = 4
TEXT_NAMES = (
    "characters",
    "words",
    "sentences",
    "commas",
    "digit_share",
    "capital_share",
    "word_length",
    "ends_sentence",
    "ends_colon",
    "starts_lower",
    "starts_mark",
    "quotes",
    "marks",
    "lines",
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


def prepare(evidence: PageEvidence) -> Known:
    """Split the evidence into words and shingles."""
    body = WORD.findall((evidence.article_body or "").lower())
    return Known(
        title=frozenset(WORD.findall((evidence.title or "").lower())),
        lead=frozenset(WORD.findall((evidence.lead or "").lower())),
        authors=tuple(author.lower() for author in evidence.authors if len(author) > 3),
        body=frozenset(zip(*(body[start:] for start in range(_SHINGLE)), strict=False)),
        body_length=len(body),
        body_text=" ".join(body),
    )


def word_count(text: str) -> int:
    """Count words; two characters make one in scripts written without spaces."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return text.count(" ") + text.count("\n") + 1 + unspaced // 2


def text_features(text: str, known: Known) -> list[float]:
    """Return the values of `TEXT_NAMES` for a block's text (not empty)."""
    length = len(text)
    words = word_count(text)
    # A short block's wording is cheap to look at; a long one's beginning tells the same.
    head = text if length <= 600 else text[:600]
    lower = head.lower()
    capitals = len(_UPPER_WORD.findall(head))
    share, cover, lead = _likeness(lower, known)
    return [
        float(length),
        float(words),
        float(len(_SENTENCE_END.findall(text))),
        (head.count(",") + head.count("，") + head.count("、") + head.count("،")) / len(head) * 100,
        len(_DIGIT.findall(head)) / len(head),
        capitals / (head.count(" ") + 1),
        length / words,
        float(_ENDS_SENTENCE.search(text[-4:]) is not None),
        float(text[-1] in ":："),
        float(text[0].islower()),
        float(not text[0].isalnum()),
        float(len(_QUOTES.findall(head))),
        float(len(_MARKS.findall(head))),
        float(text.count("\n")),
        share,
        cover,
        lead,
        float(bool(known.authors) and length < 400 and any(map(lower.count, known.authors))),
        body_share(text, known),
        float("©" in text or "copyright" in lower),
    ]


def _likeness(lower: str, known: Known) -> tuple[float, float, float]:
    if not known.title and not known.lead:
        return 0.0, 0.0, 0.0
    words = set(WORD.findall(lower))
    if not words:
        return 0.0, 0.0, 0.0
    shared = len(words & known.title)
    cover = shared / len(known.title) if known.title else 0.0
    return shared / len(words), cover, len(words & known.lead) / len(words)


def body_share(text: str, known: Known) -> float:
    """Return the share of the text's shingles in the metadata's article body; -1 without one."""
    if not known.body_length:
        return -1.0
    words = WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return float(bool(words) and " ".join(words) in known.body_text) * 0.5
    found = sum(
        shingle in known.body for shingle in zip(words, words[1:], words[2:], words[3:], strict=False)
    )
    return found / (len(words) - _SHINGLE + 1)
