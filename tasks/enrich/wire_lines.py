"""Where in an article copy is signed: under the body, at its end, and between the headline and the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.tasks.agencies import agency_named
from copydesk.tasks.article import Block
from copydesk.tasks.enrich.wire_credits import Credit, agencies_in, read_credit
from copydesk.tasks.signoffs import sign_off

ASIDE = frozenset({"caption", "related", "comment", "advertisement"})
"""Labels of what copy is laid around: a name below it is not the copy's."""
_AFTER, _AFTER_IF_BARE = 15, 3
"""Lines below the body within which a credit stands, and within which bare names are one."""
_ABOVE, _ABOVE_WITHOUT_HEAD = 12, 6
"""Lines above the body that may sign it: as far as its headline, or where there is none."""
_AT_THE_END = 2
"""Last paragraphs that may be a credit, or end with one: the cleaner keeps a line too many at times."""
_INPUTS = "rule:wire.inputs"
_PEOPLE = re.compile(r"\b(?:writer|reporter|journalist|correspondent)s?\b")
_IN_BRACKETS = re.compile(
    r"[.!?\"”'’»…)。।؟][\"”'’»)]? ?(?P<credit>[(（【][^()\[\]（）【】]{2,80}[)）】])\.?$"
)
_INITIALS = re.compile(r"[^\W\d_\u0900-\u097f]+|[\u0900-\u097f]+")
_NO_INITIALS = frozenset({"more", "end", "ends", "photo", "video", "dcr", "and"})


def credits_of(blocks: Sequence[Block], body: Sequence[int]) -> Iterator[Credit]:
    """Yield the credits where copy is signed, below it before above it; none is a picture's.

    `body` are the places of the blocks that are kept, in order.
    """
    if not body:
        return
    last = body[-1]
    for place in range(last + 1, min(len(blocks), last + 1 + _AFTER)):
        text = blocks[place].text
        credit = read_credit(text)
        if credit and not (credit.bare and (place - last > _AFTER_IF_BARE or _stands_aside(blocks, place))):
            yield credit
        elif blocks[place].reason == _INPUTS and not _PEOPLE.search(text):
            yield Credit(text.strip(), agencies_in(text), draws_on=True)
    for place in reversed(body[-_AT_THE_END:]):
        if credit := read_credit(blocks[place].text) or _signed(blocks[place].text):
            yield credit
    for place in lines_above(blocks, body):
        credit = read_credit(blocks[place].text)
        if credit and not (credit.bare or credit.is_byline or _stands_aside(blocks, place)):
            yield credit


def lines_above(blocks: Sequence[Block], body: Sequence[int]) -> range:
    """Return the places between the headline and the body."""
    if not body:
        return range(0)
    first = body[0]
    above = range(max(0, first - _ABOVE), first)
    heads = (place + 1 for place in reversed(above) if blocks[place].label == "headline")
    return range(next(heads, max(0, first - _ABOVE_WITHOUT_HEAD)), first)


def _stands_aside(blocks: Sequence[Block], place: int) -> bool:
    return blocks[place].label in {"related", "comment"} or (place > 0 and blocks[place - 1].label in ASIDE)


def _signed(paragraph: str) -> Credit | None:
    """Return the credit that ends a paragraph, behind its last sentence."""
    if signed := sign_off(paragraph):
        return Credit(signed[0], agencies_in(signed[0]), split_initials(signed[1]))
    found = _IN_BRACKETS.search(paragraph.rstrip()[-90:])
    return read_credit(found["credit"]) if found else None


def split_initials(text: str) -> tuple[str, ...]:
    """Return the initials in `ahm/dg`, each once, in order."""
    words = (word for word in _INITIALS.findall(text) if word not in _NO_INITIALS)
    return tuple(dict.fromkeys(word for word in words if agency_named(word) is None))
