"""Pages that scripts fill in: they show little of the article, but the state of their scripts holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lxml.html
import orjson

from copydesk.tasks.article import Block
from copydesk.tasks.clean.metadata_body import in_place_of
from copydesk.tasks.clean.squash import squash
from copydesk.tasks.clean.state_prose import APART, Line, has_address, lines_of, lines_of_list, prose_length
from copydesk.tasks.clean.state_scripts import SHORTEST, State, read_states

# Whatever shows more than this is not filled in by scripts.
_SHOWN_AT_MOST = 1_000
# Text that does not stand in the state is a notice where it is short, else what the page is about.
_UNLIKE_AT_MOST = 400
_MOST_NODES = 300_000
_DEEPEST = 60
_MOST_CANDIDATES = 40
_MOST_CHARACTERS = 3_000_000
# Objects above a text whose title can be the text's: its own, and those of its parents.
_HEADED_WITHIN = 4
_SPEAKS_OF, _BEGINNING = 0.5, 1_500
# Less is a list of wares, or of all that a page consists of.
_PROSE = 0.6
_LONGEST = 200_000
"""Characters: what is longer is all that a site has."""
_SUMMARY = 2
"""Paragraphs."""
_TITLE_KEY = re.compile(r"title|headline", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Around:
    """The titles of the nearest object around a text that has any."""

    titles: tuple[str, ...] = ()
    addressed: bool = False
    """Whether the object has an address too: it is a story then, and not a section of one."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """A string or list that may hold the article, and what is around it."""

    value: str | list[Any]
    key: str
    around: _Around
    state: State


def with_state_body(
    blocks: Sequence[Block], root: lxml.html.HtmlElement, titles: Sequence[str | None]
) -> list[Block]:
    """Return the blocks, and behind them those of the article in a script's state where the page lacks it.

    `titles` are the page's, to tell its article from others in the state. The page's own text is struck
    then, as it is some other text or the article's beginning.
    """
    shown = sum(len(block.text) for block in blocks if block.kept)
    if shown >= _SHOWN_AT_MOST:
        return list(blocks)
    best = find_body(root, [*titles, _html_title(root)])
    if best is None or prose_length(best[1]) < 2 * shown:
        return list(blocks)
    name, lines = best
    if shown > _UNLIKE_AT_MOST and not _begins_it(blocks, lines):
        return list(blocks)
    return in_place_of(blocks, lines, f"state:{name}", "state:not_in_state")


def _begins_it(blocks: Sequence[Block], lines: Sequence[Line]) -> bool:
    """Whether some of what a page shows stands in the state too."""
    text = " ".join(line for line, _ in lines)
    return any(block.kept and len(block.text) > 40 and block.text in text for block in blocks)


def find_body(root: lxml.html.HtmlElement, titles: Sequence[str | None]) -> tuple[str, list[Line]] | None:
    """Return the article in a page's scripts: the name of the state, and the paragraphs; None without one.

    It is the longest prose in an object with one of the page's titles, or else prose whose beginning holds
    most of a title's words, unless it stands in an object with another title and an address: another story.
    """
    wanted = {squash(title) for title in titles if title} - {""}
    own: list[tuple[int, int, str, list[Line]]] = []
    untitled: list[tuple[int, int, str, list[Line]]] = []
    for found in _longest(found for state in read_states(root) for found in _candidates(state)):
        lines = _lines(found)
        length = prose_length(lines)
        if not SHORTEST <= length <= _LONGEST or length < _PROSE * sum(len(text) for text, _ in lines):
            continue
        weighed = (length, len(lines), found.state.name, lines)
        if any(_same_title(squash(title), one) for title in found.around.titles for one in wanted):
            own.append(weighed)
        elif not found.around.addressed and any(_speaks_of(lines, title) for title in wanted):
            untitled.append(weighed)
    best = max(own, default=None, key=_length)
    other = max(untitled, default=None, key=_length)
    # An object with the title may hold a summary only.
    if best is None or (other is not None and best[1] <= _SUMMARY and other[0] > 2 * best[0]):
        best = other
    return best[2:] if best else None


def _length(weighed: tuple[int, int, str, list[Line]]) -> tuple[int, int]:
    return weighed[:2]


def _speaks_of(lines: list[Line], title: str) -> bool:
    """Whether a text begins with most of a squashed title's words; without spaces, its pairs of letters."""
    words = {word for word in title.split() if len(word) > 3}
    if len(words) < 3:
        solid = title.replace(" ", "")
        words = set() if solid.isascii() else {solid[at : at + 2] for at in range(len(solid) - 1)}
    text = squash("\n".join(line for line, _ in lines)[:_BEGINNING])
    return len(words) >= 3 and sum(word in text for word in words) >= _SPEAKS_OF * len(words)


def _lines(found: _Found) -> list[Line]:
    if isinstance(found.value, str):
        lines = lines_of(found.value)
    else:
        listed = lines_of_list(found.value, found.state.references, found.key == "children")
        # Numbers and names of formats, which pictures have among the paragraphs.
        lines = [(text, heading) for text, heading in listed if " " in text or not text.isascii()]
    return list(dict.fromkeys(lines))


def _same_title(title: str, page_title: str) -> bool:
    """Whether two squashed titles are one: some pages add the outlet's name, some cut the end off."""
    if title == page_title:
        return True
    shorter, longer = sorted((title, page_title), key=len)
    return len(shorter) >= 12 and longer.startswith(shorter)


def _html_title(root: lxml.html.HtmlElement) -> str | None:
    found = root.find(".//title")
    return (found.text or "")[:400] if found is not None else None


def _longest(found: Iterator[_Found]) -> list[_Found]:
    """Return the candidates that may be longest, of a bounded length in all."""
    sized = sorted(((_size(one.value), place, one) for place, one in enumerate(found)), reverse=True)
    kept, left = [], _MOST_CHARACTERS
    for size, _, one in sized[:_MOST_CANDIDATES]:
        if size <= left:
            left -= size
            kept.append(one)
    return kept


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    try:
        return len(orjson.dumps(value))
    except TypeError:  # nested too deep, or half an emoji
        return 0


def _candidates(state: State) -> Iterator[_Found]:
    if isinstance(state.value, str):
        yield _Found(state.value, state.name, _Around(), state)
        return
    waiting: list[tuple[Any, str, int, _Around]] = [(state.value, "", 0, _Around())]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value, key, depth, around = waiting.pop()
        if around.titles and depth - around.depth > _HEADED_WITHIN:
            around = _Around()
        if isinstance(value, str):
            text = state.references.get(value, value)
            inner = _parsed(text) if text[:1] in ("{", "[") and depth < _DEEPEST else None
            if inner is not None:
                waiting.append((inner, key, depth + 1, around))
            elif len(text) >= SHORTEST and " " in text[:200]:
                yield _Found(text, key, around, state)
        elif isinstance(value, list) and depth < _DEEPEST:
            # The outermost list is a script's, not an article's: rows, or every string of the page.
            if len(value) > 1 and depth:
                yield _Found(value, key, around, state)
            waiting += [
                (item, key, depth + 1, around) for item in value if isinstance(item, str | list | dict)
            ]
        elif isinstance(value, dict) and depth < _DEEPEST:
            if titles := tuple(_titles(value)):
                around = _Around(titles, has_address(value), depth)
            waiting += [
                (inner, str(name), depth + 1, around)
                for name, inner in value.items()
                if isinstance(inner, str | list | dict) and not APART.search(str(name))
            ]


def _titles(value: Mapping[str, Any]) -> Iterator[str]:
    for key, inner in value.items():
        if _TITLE_KEY.search(str(key)):
            parts = inner.values() if isinstance(inner, dict) else (inner,)
            yield from (part for part in parts if isinstance(part, str) and 3 < len(part) < 400)


def _parsed(text: str) -> Any:
    if len(text) < SHORTEST:
        return None
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
