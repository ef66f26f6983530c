"""When an article was published and last changed: every place that may say so, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import lxml.html

from copydesk.tasks.clean.date_words import MONTH_BY_WORD
from copydesk.tasks.clean.elements import is_aside, short_text
from copydesk.tasks.clean.jsonld import text_of
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.published_text import read_date

_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate",
    "article:published", "article:post_date", "datepublished", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_online_date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date.published", "dcterms.date", "publication_date",
    "publication-date", "publicationdate", "publish_date", "publish-date", "publishdate", "published",
    "published_time", "published-date", "publisheddate", "pubdate", "pub_date", "pubyear",
    "article.published", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate", "displaydate", "ptime",
    "date", "dc.date", "article.created", "datecreated", "created", "creation_date", "release_date",
    "rnews:datepublished", "article:created", "datetime", "timestamp", "time",
    "shareaholic:article_published_time", "gentime", "dateposted", "vr:published_time",
)  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "modified", "article:modified", "article.updated", "cxenseparse:modified",
    "og:article:modified_time", "vr:modified_time", "lastmodified", "revised",
)  # fmt: skip

_MONTH_FIRST_COUNTRIES = frozenset({"us", "ph"})
_UPDATED = re.compile(
    r"updat|modif|edited|aktualisi|geändert|mise? à jour|actualizad|atualizad|aggiornat|bijgewerkt|gewijzigd"
    r"|uppdaterad|oppdatert|opdateret|päivitetty|zaktualizowano|aktualizov|обновлен|оновлен|güncelle|更新|수정",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi|posted|post time|written|created|issued|veröffentlicht|erschienen|erstellt|online seit|pubbl"
    r"|mise en ligne|gepubliceerd|geplaatst|publicer|julkaistu|opublikowan|dodan|objavljeno|közzé|đăng|tayang"
    r"|terbit|опубликован|опубліковано|yayın|giriş|公開|配信|発表|입력|등록|entry-date|post-date|dateline|pubdate",
    re.IGNORECASE,
)
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>199\d|20\d\d)[/_.-]?(?P<m>0[1-9]|1[0-2])[/_.-]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))"
)
_URL_WORD = re.compile(r"/(?P<y>199\d|20\d\d)/(?P<word>[a-z]{3,9})/(?P<d>\d{1,2})/", re.IGNORECASE)
# Ranks from here on stand in sidebars, comments or lists of other articles.
_ASIDE_RANK = 4
_DIGITS = re.compile(r"\d{1,2}\D|\d{4}")
_ARCHIVE_STAMP = re.compile(r"^https?://[^/]+/web/\d{14}[a-z_]*/")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, the string that it was read from, and where that stood."""

    at: datetime
    """UTC."""
    raw: str
    source: str
    """`json-ld`, `meta`, `time`, `url` or `text`."""


def find_published(markup: Markup, url: str | None, fetched_at: datetime | None) -> FoundDate | None:
    """Return when the page's article was published, None where nothing plausible says so."""
    first = month_first(markup.language, url)
    latest = _latest(fetched_at)
    for source, raw in _published_strings(markup, url):
        at = read_date(raw[:200], first)
        if at and _EARLIEST <= at <= latest:
            return FoundDate(at, raw[:200].strip(), source)
    return None


def find_modified(markup: Markup, fetched_at: datetime | None) -> FoundDate | None:
    """Return when the page's article was last changed, None where it does not say so."""
    latest = _latest(fetched_at)
    for source, raw in _modified_strings(markup):
        at = read_date(raw[:200], True)
        if at and _EARLIEST <= at <= latest:
            return FoundDate(at, raw[:200].strip(), source)
    return None


def _modified_strings(markup: Markup) -> Iterator[tuple[str, str]]:
    for node in (markup.article, markup.page):
        if value := text_of(node.get("dateModified")):
            yield "json-ld", value
    yield from (("meta", value) for name in MODIFIED_METAS for value in markup.metas.get(name, ()))
    # Microdata and JSON-LD are two ways to say the same; searching the tree costs most of the time.
    if not markup.article:
        for element in markup.marked:
            if "dateModified" in (element.get("itemprop") or ""):
                yield "time", _said(element)


def month_first(language: str | None, url: str | None) -> bool:
    """Whether 5/12/2024 is the twelfth of May where this page comes from."""
    parts = (language or "").replace("_", "-").lower().split("-")
    if len(parts) > 1 and len(parts[-1]) == 2:
        return parts[-1] in _MONTH_FIRST_COUNTRIES
    top = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    return parts[0] in ("en", "") and (len(top) != 2 or top in _MONTH_FIRST_COUNTRIES)


def _latest(fetched_at: datetime | None) -> datetime:
    return (fetched_at or datetime(9999, 1, 1, tzinfo=UTC)) + (
        timedelta(days=1) if fetched_at else timedelta(0)
    )


def _published_strings(markup: Markup, url: str | None) -> Iterator[tuple[str, str]]:
    for node, key in (
        (markup.article, "datePublished"),
        (markup.page, "datePublished"),
        (markup.article, "dateCreated"),
        (markup.article, "uploadDate"),
    ):
        if value := text_of(node.get(key)):
            yield "json-ld", value
    for name in PUBLISHED_METAS:
        yield from (("meta", value) for value in markup.metas.get(name, ()))
    for element in markup.marked:
        said = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
        if "datePublished" in said or "dateCreated" in said:
            yield "time", _said(element)
    marked = _visible(markup)
    yield from ((source, raw) for rank, _, source, raw in marked if rank < _ASIDE_RANK)
    if url and (raw := url_date(url)):
        yield "url", raw
    yield from _lines_with_dates(markup)
    yield from ((source, raw) for rank, _, source, raw in marked if rank >= _ASIDE_RANK)
    yield from _dates_alone(markup, month_first(markup.language, url))


def url_date(url: str) -> str | None:
    """Return the day that an address names (`/2024/05/12/`, `/20240512-`) as YYYY-MM-DD, None without one."""
    path = urlsplit(_ARCHIVE_STAMP.sub("", url[:2_000])).path
    match = _URL_DAY.search(path)
    if match:
        return f"{match['y']}-{match['m']}-{match['d']}"
    match = _URL_WORD.search(path)
    month = MONTH_BY_WORD.get(match["word"].lower()) if match else None
    return f"{match['y']}-{month:02}-{int(match['d']):02}" if match and month else None


def _said(element: lxml.html.HtmlElement) -> str:
    return (
        element.get("datetime") or element.get("content") or element.get("title") or short_text(element, 120)
    )


def _visible(markup: Markup) -> list[tuple[int, int, str, str]]:
    """Return the dates that markup marks out, as rank, distance from the headline, source and string.

    Those said to be of publication come first, those of updates later, those in sidebars last.
    """
    headline = next((place for place, element in enumerate(markup.marked) if element.tag == "h1"), 0)
    ranked: list[tuple[int, int, str, str]] = []
    for place, element in enumerate(markup.marked):
        raw = _dated(element)
        if raw:
            names = f"{element.get('class') or ''} {element.get('id') or ''}"
            rank = _rank(f"{names} {short_text(element, 120)}", element.get("pubdate") is not None)
            rank += _ASIDE_RANK * is_aside(element) + (place < headline - 8)
            distance = place - headline if place >= headline else 4 * (headline - place)
            source = "time" if element.get("datetime") or element.tag == "time" else "text"
            ranked.append((rank, distance, source, raw))
    return sorted(ranked)[:60]


def _dated(element: lxml.html.HtmlElement) -> str | None:
    if element.tag in ("h1", "meta", "link"):
        return None
    raw = element.get("datetime") or _from_word(short_text(element, 120))
    return raw if len(raw) < 150 and _DIGITS.search(raw) else None


def _from_word(text: str) -> str:
    """Cut what stands before the word that says that the date is of publication."""
    said = _PUBLISHED.search(text)
    return text[said.start() :] if said and _DIGITS.search(text, said.end()) else text


def _rank(said: str, marked: bool = False) -> int:
    """0 where it is said to be of publication, 2 where of an update, 1 where nothing is said."""
    if marked or _PUBLISHED.search(said):
        return 0
    return 2 if _UPDATED.search(said) else 1


def _lines_with_dates(markup: Markup) -> Iterator[tuple[str, str]]:
    """Yield the short lines around the headline that are dates, with a few words at most around them."""
    ranked: list[tuple[int, int, str]] = []
    for place, line in enumerate(markup.lines_after):
        if len(line) < 110 and _DIGITS.search(line):
            ranked.append((_rank(line), place, _from_word(line)))
    for place, line in enumerate(markup.lines_before):
        if len(line) < 60 and _DIGITS.search(line):
            ranked.append((_rank(line), 5 + 4 * place, _from_word(line)))
    for _, _, line in sorted(ranked):
        yield "text", line


def _dates_alone(markup: Markup, first: bool) -> Iterator[tuple[str, str]]:
    """Yield the page's one date: a line of its own or one said to be of publication, where all such agree."""
    found: dict[datetime, str] = {}
    for line in map(str.strip, markup.root.itertext()):
        if 5 < len(line) < 100 and _DIGITS.search(line) and (len(line) < 28 or _PUBLISHED.search(line)):
            raw = _from_word(line)
            at = read_date(raw, first)
            if at:
                found.setdefault(at.replace(hour=0, minute=0, second=0), raw)
    if len(found) == 1:
        yield "text", next(iter(found.values()))
