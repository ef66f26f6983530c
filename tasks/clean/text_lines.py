"""Cuts a text into lines that are blocks: paragraphs wrapped at a fixed width are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_SPACES = re.compile(r"[^\S\n]+")
_WIDEST = 100
_NARROWEST = 40
_FEWEST = 6
"""Wrapped lines that a text must have before they are taken for more than chance."""
_SHARE = 0.8


def blocks_of(text: str) -> list[str]:
    """Return the text's blocks in order, single spaces within; blank lines vanish.

    A line is a block, unless the text is wrapped, as e-mails and agency feeds are: there the lines of a
    paragraph are joined. A line counts as wrapped where the next one's first word would not have fitted.
    """
    groups = [lines for lines in _groups(text) if lines]
    width = max((len(line) for lines in groups for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _is_wrapped(groups, width):
        return [line for lines in groups for line in lines]
    return [block for lines in groups for block in _joined(lines, width)]


def _groups(text: str) -> Iterable[list[str]]:
    """Yield the lines between blank lines."""
    group: list[str] = []
    for line in text.splitlines():
        tidy = _SPACES.sub(" ", line).strip()
        if tidy:
            group.append(tidy)
        elif group:
            yield group
            group = []
    yield group


def _is_wrapped(groups: list[list[str]], width: int) -> bool:
    pairs = [pair for lines in groups for pair in pairwise(lines)]
    full = sum(_runs_on(line, following, width) for line, following in pairs)
    return full >= _FEWEST and full >= _SHARE * len(pairs)


def _runs_on(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _joined(lines: list[str], width: int) -> Iterable[str]:
    last = lines[0]
    block = [last]
    for line in lines[1:]:
        if not _runs_on(last, line, width):
            yield " ".join(block)
            block = []
        block.append(line)
        last = line
    yield " ".join(block)
