"""Finds the news agency that copy is credited to, its credit, the desk's initials and the dateline.

A credit stands in a line of its own, in the byline, in the dateline that opens the copy, or at the
very end of its last paragraph. An agency that is merely named in running text ("told AFP") is a
source, not a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import dropwhile

from copydesk.tasks.agencies import AGENCY_PATTERN, first_agency
from copydesk.tasks.article import Article, Block
from copydesk.tasks.datelines import read_dateline
from copydesk.tasks.signoffs import sign_off

_INITIALS_AT_END = re.compile(r"[.!?”\"’)] ?[(/]?(?P<initials>[a-z]{2,4}(?:/[a-z]{2,4}){1,3})[)/]?$")
_INITIALS = re.compile(r"[^\W\d_]+")
_INITIALS_AFTER_CREDIT = re.compile(
    r"(?<=\w) (?P<initials>[a-z]{2,4}(?:/[a-z]{2,4})+|[A-Z]{2,4}(?: [A-Z]{2,4})*)\.?$"
)
# What an agency's staff sign with beside their names.
_STAFF = (
    r"(?: (?:[Ss]taff|[Ww]riters?|[Nn]ews|[Ss]ports [Ww]riter|[Cc]orrespondents?|[Rr]eporters?"
    r"|[Ee]ditors?))*"
)
_SHORTEST_LEDE = 120
_NO_CREDIT = ("rule:wire.reporting_by",)
# Reuters alone closes its copy so: (Reporting by … in …; Editing by …)
_REUTERS_CLOSE = re.compile(
    r"\((?:Additional )?(?:[Rr]eporting|[Ww]riting) by [^()]{3,240}; ?(?:[Ww]riting"
    r"|[Ee]diting) by [^()]{3,80}\)\.?"
    r"|(?:Additional )?Reporting by [^()]{3,240}; ?(?:[Ww]riting|[Ee]diting) by [^()]{3,80}"
)


def wire(article: Article) -> dict[str, object]:
    """Return what the copy tells of its agency: any of wire_agency, wire_credit, desk_initials and dateline.

    `article` is cleaned: its blocks are labelled. A key is missing where the copy does not tell.
    """
    blocks = article.blocks
    paragraphs = [block.text for block in blocks if block.label == "body"]
    place, by_dateline = read_dateline(paragraphs)
    if place is None and by_dateline is None:
        # What the cleaner left above the copy is short; the copy opens with a paragraph.
        place, by_dateline = read_dateline(list(dropwhile(_is_short, paragraphs)))
    credit, by_credit, signed_initials = _credit(blocks, paragraphs)
    agency = by_dateline or by_credit or _byline_agency(article) or _closing_agency(blocks, paragraphs)
    initials = _desk_initials(blocks, paragraphs) or signed_initials
    found: dict[str, object] = {
        "wire_agency": agency,
        "wire_credit": credit,
        "desk_initials": initials,
        "dateline": place,
    }
    return {name: value for name, value in found.items() if value}


def _is_short(paragraph: str) -> bool:
    return len(paragraph) < _SHORTEST_LEDE


def _credit(
    blocks: Sequence[Block], paragraphs: Sequence[str]
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return the credit as it stands, its agency, and initials that stand in the same line."""
    for text in _credit_lines(blocks):
        after = _INITIALS_AFTER_CREDIT.search(text)
        kept = text[: after.start()].strip() if after and first_agency(text[: after.start()]) else text
        initials = _split(after["initials"]) if after and kept != text else ()
        return kept, first_agency(kept), initials
    for paragraph in reversed(paragraphs[-2:]):
        if signed := sign_off(paragraph):
            return signed[0], first_agency(signed[0]), _split(signed[1])
    return None, None, ()


def _credit_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the credits where copy is signed: after the body, then before it, never at a picture."""
    body = [place for place, block in enumerate(blocks) if block.kept]
    if not body:
        return
    first, last = body[0], body[-1]
    places = [*range(last + 1, len(blocks)), *range(first)]
    named: list[str] = []
    for place in places:
        block = blocks[place]
        if block.label != "wire_credit" or block.reason in _NO_CREDIT:
            continue
        before = blocks[place - 1] if place else None
        bare = block.reason == "rule:wire.bare"
        if bare and (place - last > 3 or (before is not None and before.label == "caption")):
            continue
        if (
            bare
            and place < first
            and not (before is not None and before.label in {"byline", "dateline", "headline"})
        ):
            continue
        named.append(block.text.strip())
    yield from sorted(named, key=lambda text: first_agency(text) is None)


def _byline_agency(article: Article) -> str | None:
    lines = [block.text for block in article.blocks if block.label == "byline"]
    for text in (*article.authors, *lines):
        found = _byline_pattern().fullmatch(text.strip())
        if found:
            return first_agency(found["agency"])
    return None


@cache
def _byline_pattern() -> re.Pattern[str]:
    """An agency by itself, or after a name: `By Ana Weber, Associated Press`, `Reuters Staff`."""
    name = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,5}"
    return re.compile(
        rf"(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i) )?(?:{name}(?:,| -| –| \||/| and| of"
        rf"| \() ?(?:for )?)?(?:[Tt]he )?"
        rf"(?P<agency>{AGENCY_PATTERN})\)?{_STAFF}(?: ?[|,–-] .{{0,40}})?"
    )


def _closing_agency(blocks: Sequence[Block], paragraphs: Sequence[str]) -> str | None:
    lines = [block.text for block in blocks if block.reason in _NO_CREDIT]
    closes = any(_REUTERS_CLOSE.match(line) for line in lines)
    if not closes and paragraphs:
        found = _REUTERS_CLOSE.search(paragraphs[-1])
        closes = found is not None and found.end() == len(paragraphs[-1].rstrip())
    return "Reuters" if closes else None


def _desk_initials(blocks: Sequence[Block], paragraphs: Sequence[str]) -> tuple[str, ...]:
    signed = [block.text for block in blocks if block.label == "desk_initials"]
    if signed:
        return _split(signed[-1])
    found = _INITIALS_AT_END.search(paragraphs[-1][-24:]) if paragraphs else None
    return _split(found["initials"]) if found else ()


def _split(text: str) -> tuple[str, ...]:
    return tuple(_unique(_INITIALS.findall(text)))


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
