"""Finds who had a hand in the copy besides its authors: who reported, edited, translated or photographed.

They stand in the lines that sign the copy (`Additional reporting by …; editing by …`), in what credits its
pictures, and in the credits of agencies that it draws upon (`with inputs from PTI`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.tasks.agencies import agency_named
from copydesk.tasks.article import Article, Block
from copydesk.tasks.clean.names import is_full_name
from copydesk.tasks.enrich.contributors_words import (
    CONTRIBUTED,
    CUE,
    HANDS,
    HOUSES,
    LIST,
    NO_HAND,
    WHERE,
)
from copydesk.tasks.enrich.wire_lines import credits_of
from copydesk.tasks.mention import Contributor

_ABOVE, _BELOW, _LAST = 12, 15, 2
"""Lines above and below the body, and at its end, that may name contributors."""
_LONGEST = 400
_LONGEST_CAPTION, _LONGEST_WHOLE, _LONGEST_CREDIT = 600, 80, 160
"""Characters of a caption that are read, of one that may be a credit as a whole, and of a credit in it."""
_MAY_BE_CAPTION = frozenset({"standfirst", "other"})
_MOST = 60
_SIGNS = frozenset({"wire_credit", "byline", "disclaimer", "legal", "other", "navigation", "desk_initials"})
_FRAME = ("html:nav", "html:footer", "html:around")
"""Reasons of what is the page's and not the article's: an imprint names the paper's editors."""
_NO_NAME = re.compile(r"[\d:+@]")
_OPENING = re.compile(
    r"^(?:(?:copyright|courtesy(?: of)?|by|von|par|quelle|source|archivo|bild från|foto)[ :]+)+",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"\s*(?:Purchase|Acquire) Licensing Rights.*", re.DOTALL)
_PARTS = re.compile(
    r"\s*[/|;•©\n]\s*|\s+(?:via|for|für|pour)\s+|,\s+|\s+[-–—]\s+|\s*[()\[\]]\s*|\s+(?:and|und|et|y)\s+"
)
_END = re.compile(r"[;)\]|\n]|\.(?= [A-Z])(?<=[a-zß-ÿ]{2}\.)|\s[-–—]\s")
_AT_END = re.compile(
    r"[(（](?P<credit>[^()（）]{3,120})[)）]\.?$|\[(?P<squared>[^\[\]]{3,120})\]\.?$"
    r"|[–—] (?P<dashed>[\w .]{2,40}) (?:pic|photo|picture|image)s?$"
    rf"|(?:^|\. |\s)(?P<owned>{HOUSES.pattern} ?/ ?[^.|]{{3,80}})$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*(?:기자|記者|记者|摄|撮影)$")
_CASELESS = re.compile(
    r"[\uac00-\ud7a3]{2,4}|[\u4e00-\u9fff\u3040-\u30ff]{2,5}|[\u0600-\u06ff\u0900-\u0dff ]{4,40}"
)


def contributors(article: Article) -> dict[str, object]:
    """Return `contributors`, each once, in the order of the article's lines; () where nobody is named.

    `article` is cleaned: its blocks are labelled and its authors known; these are not named again.
    """
    blocks = article.blocks
    body = [place for place, block in enumerate(blocks) if block.kept]
    known = {author.casefold() for author in article.authors}
    found: dict[tuple[str, str], Contributor] = {}
    for who in _of_lines(blocks, body):
        if who.name and who.name.casefold() not in known:
            found.setdefault((who.name.casefold(), who.role), who)
    return {"contributors": tuple(found.values())[:_MOST]}


def _of_lines(blocks: Sequence[Block], body: Sequence[int]) -> Iterator[Contributor]:
    if not body:
        return
    last = set(body[-_LAST:])
    for place in range(max(0, body[0] - _ABOVE), min(len(blocks), body[-1] + 1 + _BELOW)):
        block = blocks[place]
        text = block.text.strip()
        if block.label == "caption" and len(text) <= _LONGEST_WHOLE:
            yield from _of_picture(text) if CUE.search(text) else _of_credit(text, named=False)
        if block.label == "caption" or (place < body[0] and block.label in _MAY_BE_CAPTION):
            yield from _of_picture(text[-_LONGEST_CAPTION:])
        elif place in last:
            yield from _of_last(text)
        elif block.label in _SIGNS and len(text) <= _LONGEST and not block.reason.startswith(_FRAME):
            yield from _of_signature(text)
    for credit in credits_of(blocks, body):
        for agency in credit.agencies if credit.draws_on else credit.agencies[1:]:
            yield Contributor(agency, "agency")


def _of_last(paragraph: str) -> Iterator[Contributor]:
    """Read a last paragraph: what it ends with in brackets, all of it where it is a signature by itself."""
    opened = paragraph.rfind("(") if paragraph.endswith((")", ").")) else -1
    if opened >= 0 and len(paragraph) - opened <= _LONGEST:
        yield from _of_signature(paragraph[opened:])
    elif len(paragraph) <= _LONGEST and (
        CUE.match(paragraph.lstrip("-–—_( ")) or CONTRIBUTED.match(paragraph)
    ):
        yield from _of_signature(paragraph)


def _of_signature(line: str) -> Iterator[Contributor]:
    """Read `Additional reporting by A in B and C; editing by D`, `A and B contributed to this report`."""
    for found in CONTRIBUTED.finditer(line):
        yield from _of_names(found["names"], "reporting")
    cues = list(CUE.finditer(line))
    ends = [*(cue.start() for cue in cues[1:]), len(line)]
    for cue, end in zip(cues, ends, strict=False):
        text = line[cue.end() : end]
        if cue.lastgroup == "photography":
            yield from _of_credit(text, named=True)
        elif cue.lastgroup:
            yield from _of_names(_END.split(text, maxsplit=1)[0], cue.lastgroup)


def _of_names(text: str, role: str) -> Iterator[Contributor]:
    """Read names in a list; what follows something that is no name is no list of names any more."""
    for number, piece in enumerate(LIST.split(text[:_LONGEST])):
        name = WHERE.sub("", HANDS.sub("", piece.strip(" .:-–—_*"))).strip(" .")
        if agency := agency_named(name):
            yield Contributor(agency, "agency")
        elif _is_name(name):
            yield Contributor(_TRAILING.sub("", name), role)
        elif number == 0:
            return


def _is_name(text: str) -> bool:
    if _NO_NAME.search(text) or text[:1].islower():
        return False
    return is_full_name(text) or _CASELESS.fullmatch(_TRAILING.sub("", text)) is not None


def _of_picture(caption: str) -> Iterator[Contributor]:
    """Read who made a picture: behind a word for it, in brackets at the caption's end, or all of it."""
    *_, cue = (None, *CUE.finditer(caption))
    found: list[Contributor] = []
    if cue and cue.lastgroup == "photography":
        found = list(_of_credit(caption[cue.end() :], named=True))
    elif cue and cue.lastgroup:
        found = list(_of_names(_END.split(caption[cue.end() :], maxsplit=1)[0], cue.lastgroup))
    if not found and (ending := _AT_END.search(caption)):
        found = list(_of_credit(ending[ending.lastgroup or 0], named=False))
    yield from found


def _of_credit(text: str, named: bool) -> Iterator[Contributor]:
    """Read `Ana Weber/AFP via Getty Images`: the photographers, or the agency where none is named.

    `named` says that a word for the picture stands before the text; without one, an agency must stand in it.
    """
    parts = [_OPENING.sub("", part.strip(" .:*'\"“”")) for part in _PARTS.split(_first_sentence(text))]
    houses = [part for part in parts if HOUSES.fullmatch(part) or agency_named(part)]
    if not named and not houses:
        return
    people = [part for part in parts if part not in houses and not NO_HAND.fullmatch(part) and _is_name(part)]
    if people:
        yield from (Contributor(_TRAILING.sub("", name), "photography") for name in people[:3])
    elif houses:
        house = houses[0]
        yield Contributor(agency_named(house) or house, "photography")


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[a-zß-ÿ]{3}\.) ", _LICENCE.sub("", text[:_LONGEST_CREDIT]), maxsplit=1)[0]
