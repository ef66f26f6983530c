"""Reads a line that is a credit and nothing else: `--IANS`, `(dpa/AFP)`, `Avec AFP`, `© 2026 AFP`.

What a line is called by the cleaner does not matter here: where copy is signed, a line that reads as a
credit from end to end is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from copydesk.tasks.agencies import AGENCY_PATTERN, agency_named
from copydesk.tasks.enrich.wire_words import (
    AGENCY,
    BY,
    DESKS,
    DRAWS_ON,
    JOIN,
    PICTURE,
    RIGHTS,
    RIGHTS_RESERVED,
    SOURCE,
)

_LONGEST = 160
"""Characters of a credit; a disclaimer may have four times as many before it names the agency."""
_PIECE = r"(?:[A-Za-z]{2,5}(?:\([a-z]{2,3}\))?|[Vv]ietnam\+|\d[\d.]{5,9})"
_NAMES = rf"(?:{AGENCY}|{DESKS})(?:{JOIN}(?:{AGENCY}|{DESKS}|{_PIECE})){{0,6}}"
_HOUSE = rf"(?!{PICTURE})(?:[a-z]{{2,4}}(?:, ?[\w.]+)?? ?[/,] ?|[\w.&]{{2,20}} ?/ ?)"
_HOST = r"[\w.’&' -]{2,40}"
# Le Courrier avec AFP; in English only in brackets, since a headline may read so.
_HOST_DRAWS = rf"(?:{_HOST} (?=avec |met |mit )|(?<=[(\[]){_HOST} (?=with ))?"
# Quelle: hafenpost.de, abc/dpa; but Credit: Ana Weber/AP is a picture's.
_HOST_NAMES = rf"(?:(?<!redit: )(?:{_HOST}?(?:, ?| (?:and|und|et|y|mit|avec|with) )|[\w.&]{{2,20}} ?/ ?))??"
_INITIALS = (
    r"[a-z]{2,4}(?:/[a-z]{2,4})*|[A-Z]{2,4}(?: [A-Z]{2,4}){0,4}(?: \d{3,4})?"
    r"|[\u0900-\u097f]{2,10}(?: [\u0900-\u097f]{2,10}){0,3}"
)
_AUTHORS_IN_BRACKETS = re.compile(rf"(?P<credit>{AGENCY_PATTERN}) ?/ ?\([^()]{{3,160}}\)\.?$")
_FIRST_PUBLISHED = re.compile(
    rf"(?:This|The) (?:report|story|article|content) (?:by {AGENCY} was (?:first|originally) published\b"
    r"|(?:was )?(?:first |originally )(?:published|appeared|reported|written|produced) (?:by|on|in|at|for)"
    rf" {AGENCY}\b).{{0,40}}"
)
_WITH_INPUTS = re.compile(
    rf"[(\[]?(?:[Ww]ith (?:additional )?(?:{AGENCY}|{DESKS})(?:{JOIN}(?:{AGENCY}|{DESKS})){{0,6}}"
    rf" (?:inputs?|reports?|feeds?|files)|[Mm]it {AGENCY}[ -](?:Material|Informationen|Meldungen)"
    rf"|(?:{AGENCY}|{DESKS})(?: के| से)? इनपुट के साथ)\.?[)\]]?\.?"
)
_RIGHTS = re.compile(RIGHTS)
_INITIALS_BEFORE = re.compile(r"(?P<initials>[a-z]{2,4}(?:/[a-z]{2,4})*) (?=\()")
# What a house says of copy that it took over as it came.
_FED_BY = re.compile(
    r"\b(?:published|generated|sourced|provided|taken|supplied|created|produced|distributed) (?:\w+ ){0,3}?"
    r"(?:by|from|of|through|via|with) (?:\w+[- ]){0,4}?(?:feeds? (?:of|from|by) (?:the )?)?"
    rf"(?P<agency>{AGENCY_PATTERN})(?!\w)"
)
# Names that alone on a line are as likely a button, a state or a word.
_ALSO_WORDS = frozenset(
    (
        *(
            "AA",
            "ABI",
            "ANA",
            "APP",
            "apa",
            "BNA",
            "Beta",
            "CNA",
            "CNS",
            "INA",
            "MAP",
            "MENA",
            "NAN",
            "NNA",
            "ONA",
        ),
        *("PA", "Petra", "PNA", "RIA", "RNS", "SITA", "SPA", "STA", "TAP", "TNS", "UNI"),
    )
)
# Channel NewsAsia signs its own copy `Source: CNA`; Taiwan's agency stands in a dateline.
_NOT_AS_SOURCE = frozenset({"CNA"})
_NO_INITIALS = frozenset(
    (
        "and",
        "de",
        "del",
        "der",
        "des",
        "die",
        "end",
        "ends",
        "fim",
        "fin",
        "for",
        "le",
        "les",
        "red",
        "the",
        "und",
    )
)
_REGIONAL_SERVICE = re.compile(r"l[a-z]{2}")
_SPLIT = re.compile(r"[^\w.+'’ \u0900-\u097f-]+|(?<= )(?:and|und|et|y|e|i|og|och|en)(?= )")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit line: as it stands but for initials after it, its agencies in order, those initials."""

    text: str
    agencies: tuple[str, ...]
    """None where it says `agencies` and does not name them."""
    initials: tuple[str, ...] = ()
    bare: bool = False
    """Whether nothing tells it from a name: no bracket, dash, sign or introducing word."""
    draws_on: bool = False
    """Whether it names what the copy draws upon (`with inputs from`), not whose it is."""
    is_byline: bool = False
    is_word: bool = False
    """Whether the name alone may as well be another word: `MAP`."""


@cache
def _by_names() -> re.Pattern[str]:
    return re.compile(
        r"(?P<open>(?:[*•=/|–—-]|\.\.)*\s?[(\[（【]?\s?(?:[–—-]+\s?)?(?:©\s?)?)"
        rf"(?:(?P<draws>{_HOST_DRAWS}{DRAWS_ON})|(?P<source>{SOURCE}){_HOST_NAMES}(?P<desk>(?!{AGENCY})[a-z]{{2,4}}/)?"
        rf"|(?P<by>{BY})|(?P<house>{_HOUSE}))??(?P<names>{_NAMES})\s?[.:]?\s?[)\]）】/|]?\.?"
        rf"(?:\s(?P<after>{_INITIALS}))?(?: ?\([\w.]+\.\w{{2,8}}\))?"
    )


@cache
def _by_right() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{RIGHTS_RESERVED})?(?P<credit>(?:(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT):?\s?){{1,3}}"
        rf"(?:(?:19|20)\d\d,?\s)?(?:by )?(?P<names>{AGENCY}(?:(?! ?, ?dpa:) ?[/&+,] ?{AGENCY}){{0,6}})"
        r"(?: L\.P\.|(?:, dpa:[\d/-]+))?(?:,? (?:19|20)\d\d)?\.?)"
    )


def read_credit(line: str) -> Credit | None:
    """Return the credit that a whole line is, or None. A line that only names an agency's picture is none."""
    line = line.strip()
    if not 2 <= len(line) <= 2 * _LONGEST:
        return None
    if (owned := _by_right().match(line)) and (text := _owned_text(line, owned.end())):
        return Credit(text, agencies_in(owned["names"]))
    if len(line) > _LONGEST:
        return None
    if signed := _AUTHORS_IN_BRACKETS.match(line):
        return Credit(signed["credit"], agencies_in(signed["credit"]))
    inputs = _WITH_INPUTS.fullmatch(line) is not None
    if inputs or _FIRST_PUBLISHED.fullmatch(line):
        return Credit(line, agencies_in(line), draws_on=inputs)
    return _read_names(line)


def _read_names(line: str) -> Credit | None:
    desk = _INITIALS_BEFORE.match(line)
    named = _by_names().fullmatch(line[desk.end() :] if desk else line)
    if named is None:
        return None
    credit = _named(named)
    return replace(credit, initials=tuple(desk["initials"].split("/"))) if desk else credit


def _owned_text(line: str, end: int) -> str | None:
    """Return a copyright line without what the law says behind the owner's name, None where other text is."""
    rest = line[end:]
    if not rest:
        return line
    return line[:end].rstrip(".") if _RIGHTS.fullmatch(rest if rest[0] == " " else f" {rest}") else None


def _named(found: re.Match[str]) -> Credit:
    agencies = agencies_in(found["names"])
    if found["source"]:
        agencies = tuple(name for name in agencies if name not in _NOT_AS_SOURCE)
    house, after = found["house"] or "", found["after"] or ""
    marked = any(found[mark] for mark in ("open", "draws", "source", "by"))
    initials = [
        *_initials(house if house.islower() else ""),
        *_initials(found["desk"] or ""),
        *_initials_among_names(found["names"]),
        *_initials(after),
    ]
    text = found.string
    if after:
        text = text[: found.start("after")].strip()
    elif found["source"] and initials and not found["desk"]:
        text = re.split(r" ?/ ?(?=[a-z]{2,4}\b)", text)[0]
    return Credit(
        text,
        agencies,
        tuple(dict.fromkeys(initials)),
        bare=not marked,
        draws_on=found["draws"] is not None,
        is_byline=found["by"] is not None,
        is_word=not marked and not after and _SPLIT.split(found["names"])[0].strip() in _ALSO_WORDS,
    )


def agencies_in(text: str) -> tuple[str, ...]:
    """Return the agencies that a credit names, each once, in order."""
    found = (agency_named(match[0]) for match in _any_agency().finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\u0900-\u0dff\u3000-\u9fff]){AGENCY_PATTERN}(?![^\W\u3000-\u9fff])")


def fed_by(line: str) -> str | None:
    """Return the agency that a disclaimer says the copy was taken from, or None."""
    found = _FED_BY.search(line[: 4 * _LONGEST])
    return agency_named(found["agency"]) if found else None


def _initials_among_names(names: str) -> list[str]:
    """Return `fh` of `Reuters/fh`, `zl` and `mi` of `CNA/zl(mi)`; of `dpa/lno`, a regional service, none."""
    pieces = [piece.strip() for piece in _SPLIT.split(names)]
    regional = pieces[0].casefold() == "dpa"
    return [
        piece
        for piece in pieces[1:]
        if re.fullmatch(r"[a-z]{2,4}", piece)
        and agency_named(piece) is None
        and piece not in _NO_INITIALS
        and not (regional and _REGIONAL_SERVICE.fullmatch(piece))
    ]


def _initials(text: str) -> list[str]:
    return [
        word
        for word in re.findall(r"\b(?:[a-z]{2,4}|[A-Z]{2,4})\b|[\u0900-\u097f]+", text)
        if word not in _NO_INITIALS
    ]
