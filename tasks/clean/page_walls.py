"""What stands in an article's place: error pages, checks for robots, walls that ask for consent.

`tests/clean/test_page_walls.py` has pages that are some, and articles that speak of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from copydesk.tasks.article import Block
from copydesk.tasks.clean.jsonld import ARTICLE_TYPES
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.page_shape import count_words
from copydesk.tasks.clean.page_wall_words import (
    CONSENT_NOUN,
    CONSENT_SPEECH,
    ERROR_SPEECH,
    ERROR_TITLES,
    STATUS_CODE,
)
from copydesk.tasks.clean.rule import plain

_TITLE, _SPEECH, _CONSENT = (
    re.compile("|".join(phrases.values())) for phrases in (ERROR_TITLES, ERROR_SPEECH, CONSENT_SPEECH)
)
_NOUN = re.compile(CONSENT_NOUN)
_CODE = re.compile(STATUS_CODE)
_OPENING = re.compile(
    r"^(?:(?:o+ps|uh[- ]oh|ups|hoppla|sorry|error|erreur|fehler|we're sorry|d'oh)\b[ ,.!:;…-]*)+"
)
_PART = re.compile(r"\s+[|\-–—·•»«:]+\s+|\s*[|｜]\s*")
# Headlines too, where no code stands before them.
_WITH_CODE = frozenset(("gone", "unauthorized", "payment required", "error page"))
_MARKS = " .!:;,-–—|()[]\"'"
# Words kept: an article has more, but for briefs, which hold no such phrases.
_MOST_IN_ERROR, _MOST_BESIDE_TITLE = 80, 400
_MOST_IN_WALL, _LEAST_CONSENT = 60, 20
_MOST_ON_CHECK = 250
_MOST_LINES = 60
_AROUND = frozenset(("navigation", "legal", "share"))
# Characters: longer lines are running text, whatever the body's weights make of them.
_LONG_LINE = 120
_LONGEST_ASKING = 1_500


def is_error(metadata: Metadata, blocks: Sequence[Block]) -> bool:
    """Whether the page says that there is no page, or checks who asks for it.

    It is one where its title is nothing but an error's, or where it has hardly any text and one of its first
    lines is an error's or speaks as error pages do; never where its JSON-LD calls it an article.
    """
    if metadata.schema_types & ARTICLE_TYPES or metadata.article_body:
        return False
    kept = _words(block for block in blocks if block.kept)
    if kept < _MOST_BESIDE_TITLE and metadata.title and _names_error(metadata.title, is_heading=True):
        return True
    if kept >= _MOST_IN_ERROR:
        return False
    short = _words(blocks) < _MOST_ON_CHECK
    for block in blocks[:_MOST_LINES]:
        is_heading = block.label in ("headline", "subheading")
        if len(block.text) < 100 and (short or is_heading) and _names_error(block.text, is_heading):
            return True
        if short and len(block.text) < 600 and _SPEECH.search(plain(block.text)):
            return True
    return False


def _names_error(line: str, is_heading: bool) -> bool:
    whole = plain(line)
    return any(_is_error(part, is_heading) for part in (whole, *_PART.split(whole)))


def _is_error(part: str, is_heading: bool) -> bool:
    rest, codes = _CODE.subn(" ", part)
    rest = _OPENING.sub("", rest.strip(_MARKS)).strip(_MARKS)
    if not rest:
        return is_heading and bool(codes)
    if codes and rest in _WITH_CODE:
        return True
    return _TITLE.fullmatch(rest) is not None


def is_consent_wall(blocks: Sequence[Block]) -> bool:
    """Whether most of the page's words ask for consent, and hardly any others are running text."""
    consent = beside = running = 0
    for block in blocks:
        count = count_words(block.text)
        if block.label == "consent" or (block.label not in _AROUND and _asks_consent(block.text)):
            consent += count
        elif block.label not in _AROUND:
            beside += count
            running += count if block.kept or len(block.text) > _LONG_LINE else 0
            if running >= _MOST_IN_WALL:
                return False
    return consent >= _LEAST_CONSENT and consent > beside


def _asks_consent(text: str) -> bool:
    if len(text) > _LONGEST_ASKING:
        return False
    line = plain(text)
    return _CONSENT.search(line) is not None and _NOUN.search(line) is not None


def _words(blocks: Iterable[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)
