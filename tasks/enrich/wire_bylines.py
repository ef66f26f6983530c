"""The agency that stands in a byline: alone, or behind the name of who wrote for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from copydesk.tasks.agencies import AGENCIES, AGENCY_PATTERN, agency_named, first_agency
from copydesk.tasks.article import Article, Block
from copydesk.tasks.enrich.wire_credits import read_credit
from copydesk.tasks.enrich.wire_lines import ASIDE, lines_above
from copydesk.tasks.enrich.wire_words import BY, STAFF

_LONGEST, _LONGEST_KEPT = 160, 60
"""Characters of a byline, and of one that the cleaner took for the first line of the body."""
_NAME = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,5}"
_BY = re.compile(BY)
_ABOVE, _BELOW = 12, 5
"""Lines around the beginning of the body, and below its end, in which its byline stands."""
_UNSURE = frozenset({"other", "navigation", "standfirst", "dateline"})


def byline_agency(article: Article, body: Sequence[int]) -> str | None:
    """Return the agency of the authors or of a byline; `body` are the places of the blocks that are kept."""
    for text in (*article.authors, *_bylines(article.blocks, body)):
        if agency := _read(text.strip()[:_LONGEST]):
            return agency
    return _with_its_place(article.blocks, body)


def _read(line: str) -> str | None:
    credit = read_credit(line)
    if credit and credit.bare and credit.agencies and not credit.is_word:
        return credit.agencies[0]
    if found := _byline().fullmatch(line) or _dated_byline().fullmatch(line):
        return first_agency(next(name for name in found.groupdict().values() if name))
    if _BY.match(line) and (found := _loud_byline().search(line)):
        return agency_named(found["agency"])
    return None


def _bylines(blocks: Sequence[Block], body: Sequence[int]) -> Iterator[str]:
    """Yield the bylines of this copy: a page has those of other stories too."""
    if not body:
        return
    first, last = body[0], body[-1]
    near = (*range(max(0, first - _ABOVE), first + _BELOW), *range(last + 1, last + 1 + _BELOW))
    yield from (
        blocks[place].text for place in near if place < len(blocks) and blocks[place].label == "byline"
    )
    yield from (blocks[place].text for place in lines_above(blocks, body) if _may_sign(blocks, place))
    if len(body) > 1 and len(blocks[body[0]].text) <= _LONGEST_KEPT:
        yield blocks[body[0]].text


def _may_sign(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line over the copy may sign it: the cleaner made nothing else of it, no picture is above."""
    block = blocks[place]
    if place and blocks[place - 1].label in ASIDE:
        return False
    if _BY.match(block.text):
        return block.label != "related"
    credit = read_credit(block.text)
    unsure = block.label in _UNSURE and not block.reason.startswith("html:")
    return (unsure or block.label == "wire_credit") and not (credit and credit.is_word)


def _with_its_place(blocks: Sequence[Block], body: Sequence[int]) -> str | None:
    """Return the agency of a line `IANS | New Delhi` over copy that opens with the same place."""
    for place in lines_above(blocks, body):
        agency, _, town = blocks[place].text[:_LONGEST].partition("|")
        opening = blocks[body[0]].text.casefold()
        if town.strip() and opening.startswith(town.strip().casefold()):
            return agency_named(agency.strip())
    return None


@cache
def _byline() -> re.Pattern[str]:
    """Matches `By Ana Weber, Associated Press`, `Reuters Staff`, `Ana Weber/TT`, `AP in Rome`."""
    return re.compile(
        # Beside a name and a stroke stands who took a picture, but for agencies that send words above all.
        rf"(?:{BY})?(?:{_NAME}(?:,| -| –| \||/(?=TT|NTB|Ritzau|STT|BNS|PA)| and| with| of| \() ?(?:for )?"
        rf"|[a-z]{{2,4}}/)?"
        rf"(?:[Tt]he )?(?P<agency>{AGENCY_PATTERN})\)?{STAFF}(?: in {_NAME})?"
        r"(?:(?: ?[|,/·–-] ?| and ).{0,80})?"
    )


@cache
def _dated_byline() -> re.Pattern[str]:
    """Matches `Publié le 3 juin 2026 par AFP`, `2026年06月03日 10:14 来源：新华网`."""
    return re.compile(
        rf".{{0,40}}[来來]源 ?[:：] ?(?P<source>{AGENCY_PATTERN})|"
        rf"(?:[Pp]ubli|[Vv]eröffentlicht|[Uu]pdated|[Aa]ctuali|[Pp]osted).{{2,60}} {BY}"
        rf"(?P<agency>{AGENCY_PATTERN})"
    )


@cache
def _loud_byline() -> re.Pattern[str]:
    """Matches an agency's long name that ends a byline in any case: `BY ANA WEBER ASSOCIATED PRESS`."""
    long = sorted(
        {name for agency in AGENCIES for name in agency.spellings if name.isascii() and " " in name}
    )
    return re.compile(rf"\W(?P<agency>{'|'.join(map(re.escape, long))})$", re.IGNORECASE)
