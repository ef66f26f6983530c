"""Names out of bylines as they stand on pages: without roles, degrees, handles, dates and what opens them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from copydesk.tasks.agencies import agency_named
from copydesk.tasks.clean.byline_words import (
    AND,
    BEGINS,
    BY,
    BYLINE_END,
    DEGREE,
    DESK,
    EMAIL,
    GROUP,
    HANDLE,
    IN_BRACKETS,
    LIST,
    NO_PERSON,
    NOT_A_NAME,
    NOT_WRITING,
    OPENING_DATE,
    PARTICLES,
    ROLE,
    TITLE_AFTER_NAME,
    TRAILING,
)
from copydesk.tasks.clean.published_text import read_date
from copydesk.tasks.clean.squash import squash

_CASED = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f\d]")
_CASELESS_NAMES = re.compile(
    # Two to four words of Hebrew, Arabic or Indic letters; names of East Asia and Thailand may be one.
    r"[\u0590-\u06ff\u0900-\u0dff'\"׳״\u200c-]{2,}(?: [\u0590-\u06ff\u0900-\u0dff'\"׳״\u200c-]{2,}){1,3}"
    r"|[\uac00-\ud7a3]{2,4}|[\u3040-\u30ff\u4e00-\u9fff]{2,5}(?: [\u3040-\u30ff\u4e00-\u9fff]{1,4})?"
    r"|[\u0e00-\u0e7f]{4,}(?: [\u0e00-\u0e7f]{3,})?"
)


def squashed(names: Iterable[str]) -> set[str]:
    """Return names as they compare: by their words in lower case."""
    return {squash(name) for name in names}


def names_in_byline(line: str) -> tuple[str, ...]:
    """Return the names in a line that stands near a headline, () where nothing in it is surely a name.

    >>> names_in_byline("By Ada Moreno and Ben Okafor Updated May 3, 2024")
    ('Ada Moreno', 'Ben Okafor')
    """
    line = OPENING_DATE.sub("", line.lstrip(" &"))
    said = BEGINS.search(line)
    rest = line[said.end() :] if said else line
    rest = BYLINE_END.split(EMAIL.sub("", rest).strip(" :|-–—•·"), maxsplit=1)[0]
    names = [name for part in re.split(r"\s*[,;]\s*", rest) for name in AND.split(part)]
    kept: list[str] = []
    for name in names:
        cleaned = _halved(_clean(name.strip()) or "")
        # One name alone may sign; an agency's is a credit for `wire_agency`.
        alone = said is not None and not kept and _signs_alone(cleaned)
        signed = said is not None or TRAILING.search(name) is not None
        native = signed and _is_caseless_name(cleaned)
        desk = not kept and DESK.search(cleaned) is not None and len(cleaned.split()) <= 5
        if not (
            is_full_name(cleaned) or alone or native or (desk and (said or NO_PERSON.search(cleaned) is None))
        ):
            break
        kept.append(cleaned)
    return tuple(dict.fromkeys(kept))


def _signs_alone(name: str) -> bool:
    return name.isalpha() and name[0].isupper() and 3 <= len(name) < 16 and agency_named(name) is None


def _is_caseless_name(text: str) -> bool:
    """Whether a string may be a name in a script without capitals; what stands around must say that it is."""
    words = text.split()
    if not words or len(words) > 4 or len(text) > 40 or _CASED.search(text):
        return False
    return _CASELESS_NAMES.fullmatch(text) is not None


def _halved(name: str) -> str:
    """A name that stands twice, as picture text and link, is one, as are its initials and the name."""
    words = name.split()
    half = len(words) // 2
    if len(words) > 2 and words[0] == "".join(word[0] for word in words[1:]).upper():
        return " ".join(words[1:])
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def is_full_name(text: str) -> bool:
    """Whether a string is shaped like a person's name: two to five words, all but particles in capitals."""
    words = text.split()
    if not 2 <= len(words) <= 5 or ROLE.search(text) or NO_PERSON.search(text):
        return False
    return all(word[0].isupper() or word.lower() in PARTICLES for word in words) and words[-1][0].isupper()


def clean_authors(raw: Sequence[str], outlet: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names in bylines as they stand on pages, each once, in order.

    `outlet` are the squashed names of the site, which may look like addresses and are names all the same.
    """
    found: dict[str, str] = {}
    for text in raw[:50]:
        if len(text) < 200 and squash(text) in outlet:
            found.setdefault(squash(text), " ".join(text.split()))
            continue
        for name in _split(text):
            cleaned = _clean(name)
            if cleaned:
                found.setdefault(squash(cleaned), cleaned)
    return tuple(found.values())


def _split(text: str) -> list[str]:
    text = " ".join(html.unescape(text[:1_000]).split())
    text = HANDLE.sub(" ", EMAIL.sub(" ", text))
    text = BY.sub("", IN_BRACKETS.sub("", text) or text).strip()
    names: list[str] = []
    for part in LIST.split(text):
        pieces = [piece for piece in re.split(r"\s*[,、，]\s*", part) if piece]
        kept = [piece for place, piece in enumerate(pieces) if place == 0 or not _adds_to_name(piece)]
        for piece in kept:
            ends = [end.strip() for end in AND.split(piece)]
            whole = len(ends) > 1 and (GROUP.search(piece) or not all(is_full_name(end) for end in ends))
            names += [piece] if whole else ends
    return names


def _adds_to_name(piece: str) -> bool:
    """Whether what follows a name and a comma is a role, a degree or a generation, not another name."""
    return ROLE.search(piece) is not None or DEGREE.fullmatch(piece.strip()) is not None


def _clean(name: str) -> str | None:
    if NOT_WRITING.search(name):
        return None
    name = BY.sub("", name.strip(" \t\"'“”„.,:;|·•-–—()[]*")).strip(" .,:;|-–—()")
    name = TRAILING.sub("", name)
    role = TITLE_AFTER_NAME.search(name)
    if role and len(name[: role.start()].split()) >= 2:
        name = name[: role.start()].rstrip(" ,-–—")
    if not 2 <= len(name) <= 80 or len(name.split()) > 9 or NOT_A_NAME.search(name):
        return None
    # A list split at its commas leaves "May 12" of a date.
    if any(char.isdigit() for char in name) and (read_date(name, True) or read_date(f"{name}, 2000", True)):
        return None
    return name
