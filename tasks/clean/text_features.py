"""What can be measured of a line without markup: its wording, its place, what stands around it.

Nothing here reads a language but the share of function words, which is 0 where they are not known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, compress

import numpy as np
import numpy.typing as npt

from copydesk.tasks.clean.features_text import shingles_of
from copydesk.tasks.clean.rule import Verdict
from copydesk.tasks.clean.text_counts import count_characters
from copydesk.tasks.clean.text_words import (
    ABOUT_PEOPLE,
    CAPTION_WORDS,
    FUNCTION_WORDS,
    PITCHING,
    TAIL_HEADS,
    TO_READERS,
)

Floats = npt.NDArray[np.float32]

_WORD = re.compile(r"\w+")
# Scripts written without spaces: a word is taken to be two characters of them.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)|[。！？।؟۔]")
_ENDS = re.compile(r"[.!?…。！？।؟۔][\"”“’»)\]」』*]*$")
_MARKS = re.compile(r"[|©®™›»→▶•·@#_=<>{}\[\]]|https?:")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w")
_QUOTE = re.compile(r"[\"“”„«»「『]")

OWN = (
    "characters", "words", "sentences", "ends_sentence", "ends_colon", "ends_ellipsis",
    "ends_question", "starts_lower", "starts_digit", "starts_mark", "capitalised", "capitals",
    "digits", "punctuation", "commas", "word_length", "quotes", "marks", "function_words",
    "to_readers", "about_people", "pitching", "date", "address", "caption_words",
)  # fmt: skip
GROUPS = {
    "headline": "about", "standfirst": "about", "byline": "about", "dateline": "about", "caption":
    "caption", "wire_credit": "wire", "desk_initials": "wire", "disclaimer": "disclaimer",
    "paywall": "sells", "offer": "sells", "benefit": "sells", "newsletter": "newsletter", "related":
    "related", "share": "share", "comment": "comment", "navigation": "navigation", "consent":
    "legal", "legal": "legal", "template": "template", "advertisement": "advertisement", "other":
    "other",
}  # fmt: skip
_GROUP_NAMES = tuple(dict.fromkeys(GROUPS.values()))
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_OF_NEIGHBOUR = ("characters", "ends_sentence", "capitalised", "function_words")
_WIDTHS = (3, 8)
PLACE = (
    "from_start", "from_end", "place", "share_before", "before_prose", "after_prose",
    "to_first_prose", "to_last_prose", "to_prose_above", "to_prose_below", "prose_above",
    "prose_below", "run", "place_in_run", "core", "to_core_start", "to_core_end", "copies",
    "copy_before", "opening_copies", "echo_share", "opening_share", "topic_share", "since_comment",
    "since_related",
    "since_newsletter", "since_tail", "replies_around", "struck_above", "struck_below", "lines",
    "prose_lines", "prose_length", "against_prose", "struck",
)  # fmt: skip
NAMES = (
    *OWN,
    *(f"rule_{group}" for group in _GROUP_NAMES),
    *PLACE,
    *(f"{name}_{offset:+d}" for offset in _NEIGHBOURS for name in (*_OF_NEIGHBOUR, "struck")),
    *(f"{name}_around_{width}" for width in _WIDTHS for name in (*_OF_NEIGHBOUR, "struck")),
)
_FAR = 30.0
_PROSE = 90
"""Characters from which a line that ends as a sentence is taken for prose."""


def line_matrix(lines: Sequence[str], verdicts: Sequence[Verdict | None]) -> Floats:
    """Return one row a line and a column for each of `NAMES`: float32, no NaN; no line may be blank."""
    words = [_WORD.findall(line.casefold()) for line in lines]
    counts = count_characters(lines)
    own = np.array([_own(*known) for known in zip(lines, words, *counts, strict=True)], dtype=np.float32)
    struck = np.array([verdict is not None for verdict in verdicts], dtype=np.float32)
    around = np.column_stack([own[:, [OWN.index(name) for name in _OF_NEIGHBOUR]], struck])
    return np.column_stack(
        [
            own,
            _groups(verdicts),
            _places(lines, words, own, verdicts, struck),
            *(_shifted(around, offset) for offset in _NEIGHBOURS),
            *(_mean_around(around, width) for width in _WIDTHS),
        ]
    ).astype(np.float32)


def _own(line: str, words: list[str], letters: int, capitals: int, digits: int) -> tuple[float, ...]:
    length = len(line)
    count = max(1.0, len(words) + len(_UNSPACED.findall(line)) / 2 if not line.isascii() else len(words))
    letters = letters or 1
    first = line[0]
    plain_words = line.split()
    return (
        math.log1p(length),
        math.log1p(count),
        min(12, len(_SENTENCE.findall(line))),
        _ENDS.search(line) is not None,
        line.endswith((":", "：")),
        line.endswith(("…", "...")),
        line.endswith(("?", "？", "؟")),
        first.islower(),
        first.isdigit(),
        not first.isalnum() and first not in "\"“„«'‘「『¿¡",
        sum(map(str.isupper, [word[0] for word in plain_words])) / len(plain_words),
        capitals / letters,
        digits / length,
        (length - letters - line.count(" ")) / length,
        min(0.5, line.count(",") / count),
        min(20.0, letters / count),
        min(6, len(_QUOTE.findall(line))),
        min(8, len(_MARKS.findall(line))),
        sum(map(FUNCTION_WORDS.__contains__, words)) / count,
        sum(map(TO_READERS.__contains__, words)) / count,
        min(6, sum(map(ABOUT_PEOPLE.__contains__, words))),
        min(6, sum(map(PITCHING.__contains__, words))),
        _DATE.search(line) is not None,
        _ADDRESS.search(line) is not None,
        min(4, sum(map(CAPTION_WORDS.__contains__, words))),
    )


def _groups(verdicts: Sequence[Verdict | None]) -> Floats:
    found = np.zeros((len(verdicts), len(_GROUP_NAMES)), dtype=np.float32)
    for row, verdict in enumerate(verdicts):
        if verdict is not None:
            found[row, _GROUP_NAMES.index(GROUPS[verdict.label])] = 1
    return found


def _shifted(matrix: Floats, offset: int) -> Floats:
    """Return the rows `offset` further down; beyond the ends -1."""
    moved = np.full_like(matrix, -1)
    if abs(offset) < len(matrix):
        if offset > 0:
            moved[:-offset] = matrix[offset:]
        else:
            moved[-offset:] = matrix[:offset]
    return moved


def _mean_around(matrix: Floats, width: int) -> Floats:
    total = np.vstack([np.zeros((1, matrix.shape[1])), np.cumsum(matrix, axis=0, dtype=np.float64)])
    rows = np.arange(len(matrix))
    low, high = np.maximum(0, rows - width), np.minimum(len(matrix), rows + width + 1)
    return np.asarray((total[high] - total[low]) / (high - low)[:, None], dtype=np.float32)


def _places(
    lines: Sequence[str],
    words: list[list[str]],
    own: Floats,
    verdicts: Sequence[Verdict | None],
    struck: Floats,
) -> Floats:
    count = len(lines)
    rows = np.arange(count, dtype=np.float32)
    lengths = np.array([len(line) for line in lines], dtype=np.float32)
    prose = (struck == 0) & (((lengths >= _PROSE) & (own[:, 3] > 0)) | (lengths >= 2.5 * _PROSE))
    at = np.flatnonzero(prose)
    first, last = (at[0], at[-1]) if len(at) else (0, count - 1)
    above, below = _nearest(at, rows)
    start, end = _core(np.where(prose, lengths, -60.0))
    mean_prose = float(lengths[prose].mean()) if len(at) else 0.0
    columns = [
        *(np.log1p(rows), np.log1p(count - 1 - rows), rows / count, np.cumsum(lengths) / lengths.sum()),
        *(rows < first, rows > last, _near(first - rows), _near(rows - last), above, below),
        *(_length_at(lengths, at, rows, side) for side in ("left", "right")),
        *_runs(prose),
        *((rows >= start) & (rows < end), _near(rows - start), _near(end - 1 - rows)),
        *_copies(lines),
        *_echoes(words),
        *_shares(words, prose),
        *(_since(_labelled(verdicts, label), rows) for label in ("comment", "related", "newsletter")),
        _since([" ".join(found) in TAIL_HEADS for found in words], rows),
        _replies_around(verdicts),
        *(np.log1p(np.cumsum(struck)), np.log1p(np.cumsum(struck[::-1])[::-1])),
        *(np.full(count, np.log1p(whole)) for whole in (count, len(at), mean_prose)),
        *(lengths / (mean_prose + 1), struck),
    ]
    return np.column_stack(columns).astype(np.float32)


def _near(lines: Floats) -> Floats:
    return np.clip(lines, -_FAR, _FAR)


def _nearest(at: npt.NDArray[np.intp], rows: Floats) -> tuple[Floats, Floats]:
    """Return how many lines away the next prose stands above and below, itself not counted."""
    padded = np.concatenate([[-_FAR], at, [rows[-1] + _FAR]])
    over = rows - padded[np.searchsorted(padded, rows, side="left") - 1]
    under = padded[np.searchsorted(padded, rows, side="right")] - rows
    return np.minimum(over, _FAR).astype(np.float32), np.minimum(under, _FAR).astype(np.float32)


def _length_at(lengths: Floats, at: npt.NDArray[np.intp], rows: Floats, side: str) -> Floats:
    """Return the length of the next prose above (`left`) or below (`right`), as a logarithm."""
    values = np.concatenate([[0.0], np.log1p(lengths[at]), [0.0]])
    if side == "left":
        return np.asarray(values[np.searchsorted(at, rows, side="left")], dtype=np.float32)
    return np.asarray(values[np.searchsorted(at, rows, side="right") + 1], dtype=np.float32)


def _runs(prose: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return for lines between prose the length of their run and their place in it; 0 for prose."""
    length, place = np.zeros(len(prose), dtype=np.float32), np.zeros(len(prose), dtype=np.float32)
    start = 0
    for row in range(len(prose) + 1):
        if row == len(prose) or prose[row]:
            length[start:row] = min(_FAR, row - start)
            place[start:row] = np.minimum(_FAR, np.arange(1, row - start + 1))
            start = row + 1
    return length, place


def _core(gains: Floats) -> tuple[int, int]:
    """Return the stretch of lines whose gains sum highest (Bentley, Programming Pearls, column 8)."""
    best, total, start, found = 0.0, 0.0, 0, (0, len(gains))
    for row, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, row
        total += float(gain)
        if total > best:
            best, found = total, (start, row + 1)
    return found


def _copies(lines: Sequence[str]) -> tuple[Floats, Floats]:
    counts = Counter(lines)
    seen: set[str] = set()
    before = []
    for line in lines:
        before.append(line in seen)
        seen.add(line)
    return (
        np.array([min(6, counts[line]) for line in lines], dtype=np.float32),
        np.array(before, dtype=np.float32),
    )


def _echoes(words: list[list[str]]) -> tuple[Floats, Floats]:
    """Return how many other lines open with the same two words, and the share of 4-grams others have too.

    Links keep their lead-in ("Read also: …"); pull quotes and teasers say again what stands elsewhere.
    """
    openings = Counter(tuple(found[:2]) for found in words if len(found) > 2)
    grams = [set(shingles_of(found)) for found in words]
    shared = {gram for gram, count in Counter(chain.from_iterable(grams)).items() if count > 1}
    same = [min(6, openings[tuple(found[:2])] - 1) if len(found) > 2 else 0 for found in words]
    shares = [len(own & shared) / len(own) if own else 0.0 for own in grams]
    return np.array(same, dtype=np.float32), np.array(shares, dtype=np.float32)


def _shares(words: list[list[str]], prose: npt.NDArray[np.bool_]) -> tuple[Floats, ...]:
    """Return the shares of longer words that stand in the opening lines and in other prose."""
    opening = {word for found in words[:6] for word in found if len(word) > 3}
    held = Counter(chain.from_iterable(set(found) for found in compress(words, prose.tolist())))
    twice = {word for word, count in held.items() if count > 1}
    shares = []
    for row, found in enumerate(words):
        longer = [word for word in found if len(word) > 3] or found or [""]
        others = twice if prose[row] else held
        shares.append(
            (
                sum(map(opening.__contains__, longer)) / len(longer) if row >= 6 else 1.0,
                sum(map(others.__contains__, longer)) / len(longer),
            )
        )
    return tuple(np.array(shares, dtype=np.float32).T)


def _labelled(verdicts: Sequence[Verdict | None], *labels: str) -> list[bool]:
    return [verdict is not None and verdict.label in labels for verdict in verdicts]


def _since(marked: Sequence[bool], rows: Floats) -> Floats:
    """Return how many lines back the last marked line stands; far where there is none."""
    given = np.where(np.array(marked, dtype=bool), rows, -4 * _FAR)
    return np.asarray(np.minimum(_FAR, rows - np.maximum.accumulate(given)), dtype=np.float32)


def _replies_around(verdicts: Sequence[Verdict | None]) -> Floats:
    """Return the share of comment marks and of dates around: readers' comments are dated one by one."""
    marks = np.array(_labelled(verdicts, "comment", "dateline"), dtype=np.float32)
    return _mean_around(marks[:, None], _WIDTHS[-1])[:, 0]
