"""Finds what stands in quotation marks, and makes of each paragraph a frame that a parser reads with ease.

In the frame whole quotations are put short: `“It works,” she said.` parses better than three sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile("[“”„«»\"]|``|''|(?<!\\w)‘(?=[^’]{1,2000}[,.!?…]’(?!\\w))|(?<=[,.!?…])’(?!\\w)")
_OPENING = frozenset(("“", "„", "«", "``", "‘"))
_PUNCTUATION = ",.!?…-–—"
_SENTENCE_INSIDE = re.compile(r"[.!?] [A-Z]")
_LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
STAND_IN = "It works"
LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph that is read; the rest of a longer one is left."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"‘A-Z])|(?<=[.!?][”\"’])\s+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|Rev|Prof|vs|No|Inc|Corp|Co|Jan|Feb|Aug|Sept"
    r"|Oct|Nov|Dec)|\b[A-Z]|[A-Z]\.[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks, without them: offsets into its paragraph."""

    start: int
    end: int
    closed: bool
    whole: bool
    """Whether it reads as a sentence, not as a title or a few words taken up."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its whole quotations put short: its pieces' offsets there and in the paragraph."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    lengths: tuple[int, ...]
    quotations: tuple[int, ...]
    """For each piece the number of the quotation that it stands for, -1 for text as it is."""

    def piece(self, offset: int) -> int:
        """Return the number of the piece that holds the frame's character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def origin(self, offset: int, ending: bool = False) -> int:
        """Return the paragraph's offset of a character of the frame; a stand-in's is its quotation's edge."""
        piece = self.piece(offset - 1 if ending and offset else offset)
        if self.quotations[piece] >= 0:
            return self.origins[piece] + (self.lengths[piece] if ending else 0)
        return self.origins[piece] + min(offset - self.starts[piece], self.lengths[piece])


def quotations(paragraph: str) -> list[Quotation]:
    """Return what stands in quotation marks, in order, at most to the paragraph's end."""
    found: list[Quotation] = []
    opened, mark = -1, ""
    for match in _MARK.finditer(paragraph, 0, LONGEST_PARAGRAPH):
        sign = match[0]
        if opened < 0:
            before = paragraph[match.start() - 1] if match.start() else " "
            straight = sign in ('"', "''") and not (before.isalnum() or before in ",.!?")
            if sign in _OPENING or straight:
                opened, mark = match.end(), sign
        elif (sign == "’") == (mark == "‘") and sign not in _OPENING:
            found.append(_quotation(paragraph, opened, match.start(), True))
            opened = -1
        elif sign in _OPENING and sign == mark:
            # The first was never closed: what was opened last is the better guess.
            opened = match.end()
    if opened >= 0 and mark != "‘":
        found.append(_quotation(paragraph, opened, min(len(paragraph), LONGEST_PARAGRAPH), False))
    return [quotation for quotation in found if quotation.end > quotation.start]


def _quotation(paragraph: str, start: int, end: int, closed: bool) -> Quotation:
    inner = paragraph[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    inner = inner.strip()
    words = inner.count(" ") + 1
    after = paragraph[end + 1 : end + 2]
    stopped = inner[-1:] in _PUNCTUATION or after in (",", ".") or not closed
    before = paragraph[: max(0, start - 1)].rstrip()[-1:]
    opens = inner[:1].isupper() or before in ("", ",", ":", ".", "!", "?", ";")
    whole = (
        bool(inner)
        and not _is_title(inner)
        and ((words >= 2 and stopped and opens) or bool(_SENTENCE_INSIDE.search(inner)))
    )
    return Quotation(start, end, closed, whole)


def _is_title(inner: str) -> bool:
    """Whether words are spelt as a work's name is: `Saturday Night Live,` is no sentence."""
    words = _LONG_WORD.findall(inner)
    return 1 < len(words) <= 8 and all(word[0].isupper() for word in words)


def frames(paragraph: str, quoted: list[Quotation]) -> Iterator[Frame]:
    """Yield a paragraph's sentences, whole quotations put short."""
    pieces: list[tuple[str, int, int, int]] = []
    place = 0
    for number, quotation in enumerate(quoted):
        if not quotation.whole:
            continue
        pieces.append((paragraph[place : quotation.start], place, quotation.start - place, -1))
        last = paragraph[quotation.end - 1]
        stand_in = STAND_IN + (last if last in _PUNCTUATION else "")
        pieces.append((stand_in, quotation.start, quotation.end - quotation.start, number))
        place = quotation.end
    end = min(len(paragraph), LONGEST_PARAGRAPH)
    pieces.append((paragraph[place:end], place, max(0, end - place), -1))
    text = "".join(piece[0] for piece in pieces)
    begin = 0
    for match in _SENTENCE.finditer(text):
        if _ABBREVIATED.search(text, max(begin, match.start() - 8), match.start()):
            continue
        yield _cut(text, pieces, begin, match.end())
        begin = match.end()
    if text[begin:].strip():
        yield _cut(text, pieces, begin, len(text))


def _cut(text: str, pieces: list[tuple[str, int, int, int]], begin: int, end: int) -> Frame:
    rows: list[tuple[int, int, int, int]] = []
    place = 0
    for piece, origin, length, number in pieces:
        start, stop = max(place, begin), min(place + len(piece), end)
        if start < stop:
            if number >= 0:
                rows.append((start - begin, origin, length, number))
            else:
                rows.append((start - begin, origin + start - place, stop - start, -1))
        place += len(piece)
    starts, origins, lengths, numbers = zip(*rows, strict=True)
    return Frame(text[begin:end], starts, origins, lengths, numbers)
