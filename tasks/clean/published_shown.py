"""The dates that a page shows its readers, those that are of its article's publication first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import lxml.html

from copydesk.tasks.clean.elements import is_aside, short_text
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.published_text import read_date

# Over lower case, since the search is many times faster where it need not fold.
_UPDATED = re.compile(
    r"updat|modif|edited|aktualisi|geändert|mise? à jour|actualizad|atualizad|aggiornat|bijgewerkt|gewijzigd"
    r"|uppdaterad|oppdatert|opdateret|päivitetty|zaktualizowano|aktualizov|обновлен|оновлен|güncelle|更新|수정"
)
_PUBLISHED = re.compile(
    r"publi|posted|post time|written|created|issued|veröffentlicht|erschienen|erstellt|online seit|pubbl"
    r"|mise en ligne|gepubliceerd|geplaatst|publicer|julkaistu|opublikowan|dodan|objavljeno|közzé|đăng|tayang"
    r"|terbit|опубликован|опубліковано|yayın|giriş|公開|配信|発表|입력|등록|entry-date|post-date|dateline|pubdate"
)
_OTHER = re.compile(r"verfügbar|available|expire|deadline|until|\bbis:|jusqu|hasta|fino al")
# Ranks from here on stand in sidebars, comments or lists of other articles.
_ASIDE_RANK = 4
_UPDATE_RANK = 2
_DIGITS = re.compile(r"\d{1,2}\D|\d{4}")
_OPENING = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\. ?|[^\W\d_]{3,9}\.? )\d{4}\b")
_FEW = 6
_NEAR_LINES, _NEAR_MARKS = 12, 12
# What says more than a date and a name may be a caption; what stands above, the day of the visit.
_BARE = 50
# Of a page's outermost elements, what stands before the headline is the day of the visit.
_TOP_LEVELS = 3
_IN_SCRIPT = re.compile(
    r"[\"'](?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|ed)|first_?publi(?:shed|cation)"
    r"(?:_?(?:at|date|time))?|publication_?(?:date|time)|pub_?date)\\?[\"']\s*:\s*\\?[\"']?"
    r"(\d{4}-\d\d-\d\d[T ]?[\d:.Z+-]*|\d{10}(?:\d{3})?)",
    re.IGNORECASE,
)


Said = tuple[str, str]
"""Where something was found, and the string."""


def said_by(element: lxml.html.HtmlElement) -> str:
    """Return the date that an element states: its `datetime`, `content` or `title`, else its text."""
    return (
        element.get("datetime") or element.get("content") or element.get("title") or short_text(element, 120)
    )


@dataclass(frozen=True)
class ShownDates:
    """What may be dates on a page, as source and string each; nothing is searched before it is asked for."""

    markup: Markup

    def own(self) -> Iterator[Said]:
        """Yield those that markup marks out and that stand with the article itself."""
        yield from ((source, raw) for rank, _, source, raw in self._marked if rank < _ASIDE_RANK)

    def near(self) -> Iterator[Said]:
        """Yield those near the headline that are not said to be of something else."""
        yield from islice(self.marked_near(), _FEW)
        yield from _lines(self.markup, _NEAR_LINES)

    def marked_near(self) -> Iterator[Said]:
        """Yield those of them that markup marks out."""
        for rank, away, source, raw in self._marked:
            if rank < 2 and away < _NEAR_MARKS:
                yield source, raw

    def apart(self) -> Iterator[Said]:
        """Yield the short lines around the headline, then those that markup marks out in sidebars."""
        yield from _lines(self.markup)
        yield from ((source, raw) for rank, _, source, raw in self._marked if rank >= _ASIDE_RANK)

    def updates(self) -> Iterator[Said]:
        """Yield those that stand with the article and are said to be of updates."""
        yield from ((source, raw) for rank, _, source, raw in self._marked if rank == _UPDATE_RANK)

    @cached_property
    def _marked(self) -> list[tuple[int, int, str, str]]:
        """The dates that markup marks out, as rank, distance from the headline, source and string.

        Those said to be of publication come first, those of updates later, those in sidebars last.
        """
        marked, around = self.markup.marked, self.markup.around
        own = next(iter(around), None)
        headline = next((place for place, element in enumerate(marked) if element is own), 0)
        ranked: list[tuple[int, int, str, str]] = []
        for place, element in enumerate(marked):
            raw = _dated(element)
            if raw:
                said = f"{_names(element)} {short_text(element, 120)}"
                rank = _rank(said, element.get("pubdate") is not None)
                level = self.markup.away(element)
                top = place < headline and len(around) - level <= _TOP_LEVELS
                rank += _ASIDE_RANK * (top or _in_page_header(element, around) or is_aside(element))
                distance = 4 * level + (place - headline if place >= headline else 2 * (headline - place))
                source = "time" if element.get("datetime") or element.tag == "time" else "text"
                ranked.append((rank, distance, source, raw))
        return sorted(ranked)[:60]


def _in_page_header(element: lxml.html.HtmlElement, around: Mapping[lxml.html.HtmlElement, int]) -> bool:
    """Whether an element stands in a header that is not the headline's, as the day of the visit does."""
    header = next(element.iterancestors("header"), None)
    return header is not None and header not in around and header.find(".//h1") is None


def _names(element: lxml.html.HtmlElement) -> str:
    parent = element.getparent()
    above = parent.get("class") or "" if parent is not None and len(parent) < _FEW else ""
    return f"{element.get('class') or ''} {element.get('id') or ''} {above}"


def _dated(element: lxml.html.HtmlElement) -> str | None:
    if element.tag in ("h1", "meta", "link"):
        return None
    raw = element.get("datetime") or _from_word(short_text(element, 120))
    return raw if len(raw) < 150 and _DIGITS.search(raw) else None


def _from_word(text: str) -> str:
    """Cut what stands before the word that says that the date is of publication."""
    said = _PUBLISHED.search(text.lower())
    return text[said.start() :] if said and _DIGITS.search(text, said.end()) else text


def _rank(said: str, marked: bool = False) -> int:
    """0 where it is said to be of publication, 2 of an update, 3 of something else, 1 where nothing is."""
    said = said.lower()
    if marked or _PUBLISHED.search(said):
        return 0
    if _OTHER.search(said):
        return 3
    return _UPDATE_RANK if _UPDATED.search(said) else 1


def _lines(markup: Markup, nearest: int | None = None) -> Iterator[Said]:
    """Yield the short lines around the headline that are dates, with a few words at most around them."""
    ranked: list[tuple[int, bool, int, str]] = []
    for place, line in enumerate(markup.lines_after[:nearest]):
        if len(line) < 110 and _DIGITS.search(line):
            ranked.append((_rank(line), len(line) > _BARE, place, _from_word(line)))
    for place, line in enumerate(markup.lines_before[:nearest]):
        if len(line) < 60 and _DIGITS.search(line):
            ranked.append((_rank(line), True, 5 + 4 * place, _from_word(line)))
    yield from (("text", line) for rank, _, _, line in sorted(ranked) if nearest is None or rank < 2)


def dates_in_scripts(markup: Markup) -> Iterator[Said]:
    """Yield the one day of publication that the page's scripts hold, where all that hold one agree."""
    found: dict[str, str] = {}
    for script in markup.root.iter("script"):
        for match in _IN_SCRIPT.finditer(script.text or ""):
            day = read_date(match[1], False)
            found.setdefault(str(day)[:10], match[1])
            if len(found) > 1:
                return
    yield from (("script", raw) for raw in found.values())


def dates_alone(markup: Markup, first: bool) -> Iterator[Said]:
    """Yield the date in the headline's element, else the one that all lines agree on that are dates.

    Those are lines of nothing else, lines said to be of publication, and the beginnings of paragraphs.
    """
    for heading in markup.headings[:1]:
        yield from (("text", text) for text in islice(heading.itertext(), 9) if len(text) < _BARE)
    found: dict[str, str] = {}
    for line in map(str.strip, markup.root.itertext()):
        raw = _alone(line) if len(line) > 5 and _DIGITS.search(line, 0, 100) else None
        if raw:
            at = read_date(raw, first)
            if at:
                found.setdefault(str(at)[:10], raw)
    if len(found) == 1:
        yield "text", next(iter(found.values()))


def _alone(line: str) -> str | None:
    if len(line) < 28 or (len(line) < 100 and _PUBLISHED.search(line.lower())):
        return _from_word(line)
    opening = _OPENING.match(line)
    return opening[0] if opening else None
