"""Reads an article's paragraphs: what each sentence attributes, and which words stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from copydesk.tasks.enrich.quotes_clauses import Clause, carrier, clauses, features, subject
from copydesk.tasks.enrich.quotes_marks import Frame, Quotation, frames, quotations
from copydesk.tasks.enrich.quotes_parse import Parse, parse
from copydesk.tasks.enrich.quotes_speakers import source_words
from copydesk.tasks.enrich.quotes_words import SAYING, cue_stem

MOST_SENTENCES = 2_000
"""Sentences of one article that are parsed; longer ones are read no further."""
LONGEST_SENTENCE = 1_500
"""Characters of a sentence that is parsed; what is longer is no sentence."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Saying:
    """Something attributed: offsets into its paragraph, the source's kind, words, head and offset."""

    start: int
    end: int
    score: float
    kind: str
    cue: str
    source: tuple[str, str, str] | None
    source_at: int
    via: str | None


@dataclass(slots=True)
class Sentence:
    """A sentence of a paragraph: its frame, its parse where it was worth one, what it attributes."""

    frame: Frame
    parse: Parse | None = None
    sayings: list[Saying] = field(default_factory=list)
    speaking: Saying | None = None
    """Who says a quotation beside it, by its verb of saying alone."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its offset in the body, its quotations, its sentences."""

    start: int
    text: str
    quotations: list[Quotation]
    sentences: list[Sentence]


@cache
def weights() -> dict[str, float]:
    """Return the learnt weight of each feature and `bias`; `worth` and `parse` mark words known."""
    with np.load(Path(__file__).with_name("weights_quotes.npz"), allow_pickle=False) as file:
        names = bytes(file["names"]).decode().split("\n")
        return dict(zip(names, file["values"].astype(float).tolist(), strict=True))


def worth_parsing(frame: Frame) -> bool:
    """Whether a sentence may attribute something: it quotes, or holds a word that is known to."""
    if len(frame.text) > LONGEST_SENTENCE:
        return False
    if any(number >= 0 for number in frame.quotations):
        return len(_WORD.findall(_bare(frame))) > 1
    known = weights()
    return any(f"parse {cue_stem(word)}" in known for word in _WORD.findall(frame.text))


def is_known(saying: Saying) -> bool:
    """Whether the word that attributes has been seen to; a finite clause may be attributed by any."""
    return saying.kind.startswith(("clause", "aside")) or f"worth {cue_stem(saying.cue)}" in weights()


def _bare(frame: Frame) -> str:
    """Return a frame's text without what stands for quotations."""
    ends = (*frame.starts[1:], len(frame.text))
    parts = zip(frame.starts, ends, frame.quotations, strict=True)
    return " ".join(frame.text[start:end] for start, end, number in parts if number < 0)


def read_paragraphs(
    body: str,
    parser: Callable[[Sequence[str]], list[Parse]] = parse,
    worth: Callable[[Frame], bool] = worth_parsing,
) -> list[Paragraph]:
    """Return a body's paragraphs with their sentences parsed where that is worth it."""
    paragraphs: list[Paragraph] = []
    left = MOST_SENTENCES
    asked: list[Sentence] = []
    for match in re.finditer(r"[^\n]+", body):
        quoted = quotations(match[0])
        sentences = [Sentence(frame) for frame in frames(match[0], quoted)]
        paragraphs.append(Paragraph(match.start(), match[0], quoted, sentences))
        wanted = [sentence for sentence in sentences if worth(sentence.frame)][:left]
        left -= len(wanted)
        asked += wanted
        if left <= 0:
            break
    for sentence, parsed in zip(asked, parser([sentence.frame.text for sentence in asked]), strict=True):
        sentence.parse = parsed
    return paragraphs


def score(sentence: Sentence) -> None:
    """Fill in what a parsed sentence attributes, with the log-odds of each, and who says what it quotes."""
    if sentence.parse is None:
        return
    known = weights()
    bias = known["bias"]
    for clause in clauses(sentence.parse):
        odds = bias + sum(known.get(name, 0.0) for name in features(sentence.parse, clause))
        sentence.sayings.append(_saying(sentence, clause, odds))
    sentence.speaking = next(_speaking(sentence, sentence.parse), None)


def _saying(sentence: Sentence, clause: Clause, odds: float) -> Saying:
    parsed, frame = sentence.parse, sentence.frame
    assert parsed is not None
    source, at = None, 0
    if clause.source is not None:
        kind, words, first = source_words(parsed, clause.source)
        source, at = (kind, words, parsed.words[clause.source]), frame.origin(parsed.starts[first])
    start = frame.origin(parsed.starts[clause.start])
    end = frame.origin(parsed.end(clause.end), ending=True)
    via = source_words(parsed, clause.via)[1] if clause.via is not None else None
    return Saying(start, end, odds, clause.kind, parsed.words[clause.cue], source, at, via)


def _speaking(sentence: Sentence, parsed: Parse) -> Iterator[Saying]:
    """Yield the verbs of saying that have a subject, the outermost first."""
    verbs = [
        t
        for t in range(len(parsed))
        if parsed.tags[t].startswith("VB") and cue_stem(parsed.words[t]) in SAYING
    ]
    for verb in verbs:
        who = subject(parsed, verb)
        if (
            who is not None
            and who != verb
            and sentence.frame.quotations[sentence.frame.piece(parsed.starts[who])] < 0
        ):
            yield _saying(sentence, Clause("beside", verb, who, verb, verb, carrier(parsed, verb)), 0.0)
