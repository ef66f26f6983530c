"""Who wrote it: people and desks, without what stands around their names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from copydesk.tasks.agencies import agency_named
from copydesk.tasks.clean.byline_words import (
    AND,
    BEGINS,
    BY,
    BYLINE_END,
    DEGREE,
    EMAIL,
    GROUP,
    HANDLE,
    IN_BRACKETS,
    LABEL,
    LIST,
    NAMED,
    NO_PERSON,
    NOT_A_NAME,
    NOT_WRITING,
    PARTICLES,
    ROLE,
    TITLE_AFTER_NAME,
    TRAILING,
    WRITTEN_BY,
)
from copydesk.tasks.clean.elements import is_aside, short_text
from copydesk.tasks.clean.headline import site_names
from copydesk.tasks.clean.jsonld import Node, names_of
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.published_text import read_date
from copydesk.tasks.clean.squash import squash

AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator",
    "dcterms.creator", "citation_author", "article:author_name", "og:article:author",
    "cxenseparse:author", "authors", "dc.contributor", "article.author", "bt:author", "author_name",
    "rbauthors", "vr:author", "creator", "writer", "twitter:creator:name", "twitter:misc:written by",
)  # fmt: skip

_MOST_MARKED = 2_000
"""Each is searched, and elements of a hostile page stand within one another."""


def find_authors(markup: Markup, url: str | None) -> tuple[str, ...]:
    """Return the article's authors in the page's order, the outlet itself only where nobody else is named."""
    outlet = site_names(markup, url)
    outlets: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    for raw in _in_head(markup):
        names = clean_authors(raw, outlet)
        named = tuple(name for name in names if squash(name) not in outlet)
        # One place may name the first of several authors only.
        if not people or (_squashed(people) < _squashed(named) and all(map(is_full_name, named))):
            people = named
        outlets = outlets or names
    return people or _in_body(markup, outlet) or outlets


def _in_body(markup: Markup, outlet: frozenset[str]) -> tuple[str, ...]:
    for raw in _in_elements(markup):
        people = tuple(name for name in clean_authors(raw, outlet) if squash(name) not in outlet)
        if people:
            return people
    for line in _bylines(markup):
        people = tuple(name for name in names_in_byline(line) if squash(name) not in outlet)
        if people:
            return people
    return ()


def _squashed(names: Iterable[str]) -> set[str]:
    return {squash(name) for name in names}


def _in_head(markup: Markup) -> Iterator[list[str]]:
    by_id: dict[str, Node] = {node["@id"]: node for node in markup.nodes if isinstance(node.get("@id"), str)}
    for key in ("author", "creator"):
        yield names_of(markup.article.get(key), by_id)
    yield names_of(markup.page.get("author"), by_id)
    for name in AUTHOR_METAS:
        yield [
            _given_name_first(value) if name == "citation_author" else value
            for value in markup.metas.get(name, [])
        ]
    yield _labelled(markup)


def _in_elements(markup: Markup) -> Iterator[list[str]]:
    yield _itemprops(markup)
    yield _linked(markup)


def _given_name_first(name: str) -> str:
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _labelled(markup: Markup) -> list[str]:
    """Twitter cards carry free labels; blogs use them for "Written by"."""
    for number in ("1", "2"):
        label = markup.first(f"twitter:label{number}") or ""
        if WRITTEN_BY.search(label):
            return markup.metas.get(f"twitter:data{number}", [])
    return []


def _itemprops(markup: Markup) -> list[str]:
    found: list[str] = []
    for element in markup.marked[:_MOST_MARKED]:
        if "author" in (element.get("itemprop") or "").split() and not is_aside(element):
            named = element.xpath(".//*[@itemprop='name']")
            inner = named[0] if named else element
            found.append(inner.get("content") or short_text(inner, 120))
    return found


def _linked(markup: Markup) -> list[str]:
    """Links that say that they lead to the author; only what is shaped like a name, since some say "more"."""
    own: list[str] = []
    apart: list[str] = []
    for element in markup.marked:
        if "author" in (element.get("rel") or "").lower().split():
            name = BY.sub("", short_text(element, 80))
            if is_full_name(name):
                (apart if is_aside(element) else own).append(name)
    # A list of other articles has the links of other authors: one name alone can be this one's.
    return own[:10] or (apart[:1] if len(set(apart)) == 1 else [])


def _bylines(markup: Markup) -> Iterator[str]:
    """Yield what may be bylines: elements named so, then short lines near the headline that begin so."""
    apart: list[str] = []
    for element in markup.marked:
        names = f"{element.get('class') or ''} {element.get('rel') or ''}"
        if element.tag not in ("h1", "time", "meta") and NAMED.search(names):
            text = short_text(element, 140)
            if 3 < len(text) < 140:
                if is_aside(element):
                    apart.append(text)
                else:
                    yield text
    lines = markup.lines_after[:40]
    for line, following in zip(lines, (*lines[1:], ""), strict=False):
        if BEGINS.search(line):
            yield line
        elif LABEL.fullmatch(line):
            yield f"by {following}"
    yield from (line for line in (*markup.lines_before[:4], *apart) if BEGINS.search(line))


def names_in_byline(line: str) -> tuple[str, ...]:
    """Return the names in a line that stands near a headline, () where nothing in it is surely a name.

    >>> names_in_byline("By Ada Moreno and Ben Okafor Updated May 3, 2024")
    ('Ada Moreno', 'Ben Okafor')
    """
    said = BEGINS.search(line)
    rest = line[said.end() :] if said else line
    rest = BYLINE_END.split(rest.strip(" :|-–—•·"), maxsplit=1)[0]
    names = [name for part in re.split(r"\s*[,;]\s*", rest) for name in AND.split(part)]
    kept: list[str] = []
    for name in names:
        cleaned = _halved(_clean(name.strip()) or "")
        # One name alone may sign; an agency's is a credit for `wire_agency`.
        alone = said is not None and not kept and _signs_alone(cleaned)
        if not (is_full_name(cleaned) or alone):
            break
        kept.append(cleaned)
    return tuple(dict.fromkeys(kept))


def _signs_alone(name: str) -> bool:
    return name.isalpha() and name[0].isupper() and 3 <= len(name) < 16 and agency_named(name) is None


def _halved(name: str) -> str:
    """A name that stands twice, as picture text and link, is one."""
    words = name.split()
    half = len(words) // 2
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
