"""Which three characters a line must begin with for a pattern to match it: most rules are ruled out by that.

A page has hundreds of lines and there are a hundred rules; trying each on each would cost more than all else.
"""

from __future__ import annotations

import re._constants as tokens  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable
from itertools import product
from typing import Any

ANY = "\0"
"""Stands for whatever character in a head."""
LENGTH = 3
"""Characters of a head."""
_FEW = 40


def heads(pattern: str) -> frozenset[str]:
    """Return the beginnings, three characters long, of all that `pattern` matches."""
    found = _of_sequence(parser.parse(pattern))
    return frozenset(head.ljust(LENGTH, ANY) for head in found)


def heads_of_line(start: str) -> tuple[str, ...]:
    """Return the heads that match a line beginning with `start`, its first characters."""
    choices = (("0" if character.isdigit() else character, ANY) for character in start.ljust(LENGTH, ANY))
    return tuple(map("".join, product(*choices)))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> set[str]:
    found = {""}
    for item in items:
        if all(len(head) >= LENGTH for head in found):
            break
        found = _followed(found, _of_item(*item))
    return found


def _followed(heads: set[str], options: set[str]) -> set[str]:
    # What is longer than a head has room for is cut off first: many options begin alike.
    cut = {room: {option[:room] for option in options} for room in {LENGTH - len(head) for head in heads}}
    return {head + option for head in heads for option in cut[LENGTH - len(head)]}


def _of_item(kind: Any, value: Any) -> set[str]:
    if kind is tokens.LITERAL:
        return {_character(value)}
    if kind is tokens.BRANCH:
        return set().union(*map(_of_sequence, value[1]))
    if kind is tokens.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind in (tokens.MAX_REPEAT, tokens.MIN_REPEAT):
        once = _of_sequence(value[2])
        found = once | ({""} if value[0] == 0 else set())
        for _ in range(1, min(value[1], LENGTH)):
            found = found | _followed(found, once)
        return found
    if kind is tokens.IN:
        return _of_set(value)
    return {""} if kind in (tokens.ASSERT, tokens.ASSERT_NOT, tokens.AT) else {ANY}


def _of_set(members: list[tuple[Any, Any]]) -> set[str]:
    found: set[str] = set()
    for kind, value in members:
        if kind is tokens.LITERAL:
            found.add(_character(value))
        elif kind is tokens.RANGE and value[1] - value[0] <= _FEW:
            found.update(_character(code) for code in range(value[0], value[1] + 1))
        elif kind is tokens.CATEGORY and value is tokens.CATEGORY_DIGIT:
            found.add("0")
        else:
            return {ANY}
    return found


def _character(code: int) -> str:
    """Return the character; any digit stands for all of them."""
    return "0" if chr(code).isdigit() else chr(code)
