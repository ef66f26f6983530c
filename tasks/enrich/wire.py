"""Finds the news agency that copy is credited to, its credit, the desk's initials and the dateline.

A credit stands in a line of its own, in the byline, in the dateline that opens the copy, or at the
very end of its last paragraph. An agency that is merely named in running text ("told AFP") is a
source, not a credit; one that is named at a picture took the picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile

from copydesk.tasks.agencies import AGENCY_PATTERN, first_agency
from copydesk.tasks.article import Article, Block
from copydesk.tasks.datelines import quiet_dateline, read_dateline
from copydesk.tasks.enrich.wire_bylines import byline_agency
from copydesk.tasks.enrich.wire_credits import Credit, agencies_in, fed_by
from copydesk.tasks.enrich.wire_lines import credits_of, split_initials

_INITIALS_AT_END = re.compile(
    r"[.!?”\"’)](?: \((?:end|fin|ende|END)\) (?P<one>[a-z]{2,4})"
    r"|(?: |(?= ?[(/])) ?[(/]?(?P<initials>[a-z]{2,4}(?:/[a-z]{2,4}){1,3})[)/]?)$"
)
_INITIALS_LINE = re.compile(
    r"(?:Enditem|ENDITEM|Ends?) ?/ ?(?P<end>[A-Z]{2,4}(?: ?/ ?[A-Z]{2,4})*)"
    r"|[A-Za-z]{2,4}(?: ?//? ?[A-Za-z]{2,4}){1,4} ?/?|[\u0900-\u097f]{3,9}(?:/[\u0900-\u097f]{3,9}){1,3}"
)
_INITIALS_WITHIN = 6
"""Lines below the body in which the desk signs."""
_SHORTEST_LEDE = 120
_BY_STAFF = ("rule:wire.reporting_by", "rule:wire.contributed")
# Reuters alone closes its copy so: (Reporting by … in …; Editing by …)
_REUTERS_CLOSE = re.compile(
    r"\(?(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting) by [^()]{3,240}; ?(?:[Ww]riting|[Ee]diting) by"
    r" [^()]{3,120}"
    r"|(?:Rédigé|Reportage|Version française)[^()]{3,240}[,;] ?édité par [^()]{3,80}"
    r"|(?:Bericht|[Gg]eschrieben) von [^()]{3,200}[,;] ?redigiert von [^()]{3,200}"
    r"|(?:Reporte|Información|Escrito|Traducido)[^()]{3,240}[,;] ?[Ee]ditado (?:en español )?por [^()]{3,80}"
    r"|(?:Reportagem|Por) (?:de |por )?[^()]{3,240}[,;] ?[Ee]dição de [^()]{3,80})\)?\.?"
)
_LONGEST_CLOSE = 400


def wire(article: Article) -> dict[str, object]:
    """Return what the copy tells of its agency: any of wire_agency, wire_credit, desk_initials and dateline.

    `article` is cleaned: its blocks are labelled. A key is missing where the copy does not tell.
    """
    blocks = article.blocks
    body = [place for place, block in enumerate(blocks) if block.kept]
    paragraphs = [blocks[place].text for place in body if blocks[place].label == "body"]
    place, by_dateline = read_dateline(paragraphs)
    if place is None and by_dateline is None:
        # What the cleaner left above the copy is short; the copy opens with a paragraph.
        place, by_dateline = read_dateline(list(dropwhile(_is_short, paragraphs)))
    credit = _credit(blocks, body, by_dateline)
    agency = by_dateline or (credit.agencies[0] if credit and credit.agencies else None)
    agency = agency or byline_agency(article, body) or _closing_agency(blocks, paragraphs) or _fed_by(blocks)
    if agency and place is None and paragraphs:
        place = quiet_dateline(paragraphs[0])
    found: dict[str, object] = {
        "wire_agency": agency,
        "wire_credit": credit.text if credit else None,
        "desk_initials": _desk_initials(blocks, body, agency) or (credit.initials if credit else ()),
        "dateline": place,
    }
    return {name: value for name, value in found.items() if value}


def _is_short(paragraph: str) -> bool:
    return len(paragraph) < _SHORTEST_LEDE


def _credit(blocks: Sequence[Block], body: Sequence[int], by_dateline: str | None) -> Credit | None:
    """Return the credit that signs the copy, one that names its agency before one that does not."""
    found = (
        credit for credit in credits_of(blocks, body) if not credit.is_word or by_dateline in credit.agencies
    )
    return min(found, key=lambda credit: not credit.agencies, default=None)


def _closing_agency(blocks: Sequence[Block], paragraphs: Sequence[str]) -> str | None:
    for block in blocks:
        if block.reason not in _BY_STAFF:
            continue
        if _REUTERS_CLOSE.match(block.text):
            return "Reuters"
        # Associated Press writers … contributed to this report.
        if found := _agency_contributes().match(block.text):
            return first_agency(found["agency"])
    last = paragraphs[-1].rstrip() if paragraphs else ""
    found = _REUTERS_CLOSE.search(last, max(0, len(last) - _LONGEST_CLOSE))
    return "Reuters" if found and found.end() == len(last) else None


@cache
def _agency_contributes() -> re.Pattern[str]:
    return re.compile(rf"[_ ]*(?:The )?(?P<agency>{AGENCY_PATTERN}) .*contributed")


def _fed_by(blocks: Sequence[Block]) -> str | None:
    """Return the agency whose feed the house says that it took the copy from."""
    said = (fed_by(block.text) for block in blocks if block.label == "disclaimer")
    return next((agency for agency in said if agency), None)


def _desk_initials(blocks: Sequence[Block], body: Sequence[int], agency: str | None) -> tuple[str, ...]:
    if not body:
        return ()
    last = body[-1]
    for place in (*reversed(range(last + 1, min(len(blocks), last + 1 + _INITIALS_WITHIN))), last):
        block = blocks[place]
        if block.label == "desk_initials":
            return split_initials(block.text)
        found = _INITIALS_LINE.fullmatch(block.text.strip()) if agency else None
        if found and not agencies_in(block.text):
            return split_initials(found["end"] or block.text)
    found = _INITIALS_AT_END.search(blocks[last].text.rstrip()[-24:])
    return split_initials(found["initials"] or found["one"]) if found else ()
