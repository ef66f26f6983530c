"""The sentences of a whole body, parsed: those of the running text, and those inside its quotations.

A quotation stands short in the sentence around it (`quotes_marks`), and its own sentences are read apart.
What one enrichment has had parsed of an article, the next finds parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.tasks.enrich.quotes_marks import LONGEST_PARAGRAPH, Frame, frames, quotations
from copydesk.tasks.enrich.quotes_parse import Parse, parse
from copydesk.tasks.enrich.quotes_read import LONGEST_SENTENCE, MOST_SENTENCES

_REMEMBERED = 2 * MOST_SENTENCES
_memory: dict[str, Parse] = {}


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its parse; its offsets count characters of the body."""

    start: int
    end: int
    paragraph: int
    """Where its paragraph starts."""
    base: int
    """Where the text starts that the frame was cut from."""
    frame: Frame
    parse: Parse
    quoted: bool
    """Whether it stands inside a quotation."""

    def at(self, token: int) -> int:
        """Return where a token starts in the body."""
        if len(self.frame.starts) == 1:
            return self.base + self.frame.origins[0] + self.parse.starts[token]
        return self.base + self.frame.origin(self.parse.starts[token])

    def end_of(self, token: int) -> int:
        """Return where a token ends in the body."""
        return self.base + self.frame.origin(self.parse.end(token), ending=True)

    def stands_in(self, token: int) -> bool:
        """Whether a token is none of the body's, but stands for a quotation."""
        return self.frame.quotations[self.frame.piece(self.parse.starts[token])] >= 0


def parsed(sentences: Sequence[str]) -> list[Parse]:
    """Return the parses of sentences, in order; those that were asked for last are remembered."""
    missing = [text for text in dict.fromkeys(sentences) if text not in _memory]
    found = {text: _memory[text] for text in sentences if text in _memory}
    found.update(zip(missing, parse(missing) if missing else (), strict=True))
    if len(_memory) + len(missing) > _REMEMBERED:
        _memory.clear()
    _memory.update(found)
    return [found[text] for text in sentences]


def read_sentences(
    body: str,
    parser: Callable[[Sequence[str]], list[Parse]] = parsed,
    worth: Callable[[str], bool] = bool,
) -> list[ParsedSentence]:
    """Return a body's sentences that are worth a parse by their text, in order, at most MOST_SENTENCES."""
    wanted: list[tuple[int, int, Frame, bool]] = []
    for paragraph, base, frame, quoted in _frames(body):
        if len(frame.text) <= LONGEST_SENTENCE and worth(frame.text):
            wanted.append((paragraph, base, frame, quoted))
            if len(wanted) == MOST_SENTENCES:
                break
    found = []
    for (paragraph, base, frame, quoted), tree in zip(
        wanted, parser([frame.text for _, _, frame, _ in wanted]), strict=True
    ):
        start, end = _edges(body, base, frame)
        found.append(ParsedSentence(start, end, paragraph, base, frame, tree, quoted))
    return sorted(found, key=lambda sentence: (sentence.start, -sentence.end))


def _frames(body: str) -> Iterator[tuple[int, int, Frame, bool]]:
    """Yield where a frame's paragraph and its text start, the frame, and whether a quotation holds it."""
    for match in re.finditer(r"[^\n]+", body):
        text, start = match[0], match.start()
        quoted = quotations(text)
        for frame in frames(text, quoted):
            yield start, start, frame, False
        for quotation in quoted:
            if quotation.whole:
                inside = text[quotation.start : min(quotation.end, quotation.start + LONGEST_PARAGRAPH)]
                for frame in frames(inside, []):
                    yield start, start + quotation.start, frame, True


def _edges(body: str, base: int, frame: Frame) -> tuple[int, int]:
    """Return a sentence's offsets in the body, white space off and the marks of its quotations in."""
    start, end = base + frame.origin(0), base + frame.origin(len(frame.text), ending=True)
    text = body[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
