"""When an article was published and last changed: every place that may say so, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from copydesk.tasks.clean.date_words import MONTH_BY_WORD
from copydesk.tasks.clean.jsonld import text_of
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.published_shown import (
    Said,
    ShownDates,
    dates_alone,
    dates_in_scripts,
    said_by,
)
from copydesk.tasks.clean.published_text import Stamp, read_stamp
from copydesk.tasks.clean.published_zone import local_day, true_instant

_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_LONGEST = 200
_WITH_OFFSET = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d.*[+-](?!00)\d\d:?\d\d$")
_MOST_STATED = 12

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
PUBLISHED_METAS_SURE = frozenset(PUBLISHED_METAS) - {
    "dcterms.date", "date", "dc.date", "created", "datetime", "timestamp", "time",
}  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "modified", "article:modified", "article.updated", "cxenseparse:modified",
    "og:article:modified_time", "vr:modified_time", "lastmodified", "revised",
)  # fmt: skip

_MONTH_FIRST_COUNTRIES = frozenset({"us", "ph"})
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>199\d|20\d\d)[/_.-]?(?P<m>0[1-9]|1[0-2])[/_.-]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))"
)
_URL_WORD = re.compile(r"/(?P<y>199\d|20\d\d)/(?P<word>[a-z]{3,9})/(?P<d>\d{1,2})/", re.IGNORECASE)
_ARCHIVE_STAMP = re.compile(r"^https?://[^/]+/web/\d{14}[a-z_]*/")


class FoundDate(NamedTuple):
    """A date, the string that it was read from, and where that stood."""

    at: datetime
    """UTC."""
    day: date
    """The day in the outlet's own zone as far as the page tells; else that of `at`."""
    raw: str
    source: str
    """`json-ld`, `meta`, `time`, `url`, `text` or `script`."""


class _Said(NamedTuple):
    source: str
    raw: str
    stamp: Stamp


class _Reader(NamedTuple):
    """Reads the dates that can be true of a page."""

    month_first: bool
    latest: datetime
    known: date | None
    """A day that the page is known by, to tell days from months."""

    def read(self, strings: Iterable[tuple[str, str]]) -> Iterator[_Said]:
        for source, raw in strings:
            stamp = self._stamp(raw[:_LONGEST])
            if stamp:
                yield _Said(source, raw[:_LONGEST].strip(), stamp)

    def _stamp(self, raw: str) -> Stamp | None:
        stamp = read_stamp(raw, self.month_first)
        if stamp is None or stamp.day == self.known:
            return stamp if stamp and self._possible(stamp) else None
        if "/" in raw or ("-" in raw and not raw[:4].isdigit()):
            other = read_stamp(raw, not self.month_first)
            if other and other.day != stamp.day and (other.day == self.known or not self._possible(stamp)):
                stamp = other
        return stamp if self._possible(stamp) else None

    def _possible(self, stamp: Stamp) -> bool:
        return _EARLIEST <= stamp.at <= self.latest


def find_dates(
    markup: Markup, url: str | None, fetched_at: datetime | None
) -> tuple[FoundDate | None, FoundDate | None]:
    """Return when the page's article was published and last changed, None where nothing plausible says so."""
    shown = ShownDates(markup)
    return _find_published(markup, shown, url, fetched_at), _find_modified(markup, shown, fetched_at)


def _find_published(
    markup: Markup, shown: ShownDates, url: str | None, fetched_at: datetime | None
) -> FoundDate | None:
    address = url_date(url) if url else None
    reader = _reader(markup, url, fetched_at, address)
    stated = list(reader.read(_telling(islice(_stated(markup), _MOST_STATED))))
    if stated:
        best = _best(stated, markup, shown, reader)
    else:
        found = next(reader.read(_unstated(markup, shown, reader.month_first, address)), None)
        if found is None:
            return None
        best = found
    same = [said.stamp for said in stated if said is not best]
    if best.stamp.offset or not best.stamp.has_time:
        return FoundDate(best.stamp.at, best.stamp.day, best.raw, best.source)
    others = [said.stamp for said in reader.read(_changed(markup))]
    stamp = true_instant(best.stamp, same, others)
    days = [reader.known] if reader.known else []
    if stamp.offset == timedelta(0) and not (stamp.at.minute or stamp.at.second):
        # A full hour of UTC may be the outlet's midnight.
        days += [said.stamp.day for said in reader.read(shown.near())]
    return FoundDate(stamp.at, local_day(stamp, same, others, days), best.raw, best.source)


def _find_modified(markup: Markup, shown: ShownDates, fetched_at: datetime | None) -> FoundDate | None:
    reader = _Reader(month_first(markup.language, None), _latest(fetched_at), None)
    found = next(reader.read(_changed(markup)), None) or next(reader.read(_updates(markup, shown)), None)
    return FoundDate(found.stamp.at, found.stamp.day, found.raw, found.source) if found else None


def _reader(markup: Markup, url: str | None, fetched_at: datetime | None, address: str | None) -> _Reader:
    known = read_stamp(address, False) if address else None
    return _Reader(month_first(markup.language, url), _latest(fetched_at), known.day if known else None)


def _latest(fetched_at: datetime | None) -> datetime:
    return fetched_at + _DAY if fetched_at else datetime.max.replace(tzinfo=UTC)


def _best(stated: list[_Said], markup: Markup, shown: ShownDates, reader: _Reader) -> _Said:
    """Return the first, unless the page's other words are more for another day than for its.

    Outlets that publish again what is old leave the old day in one place and show the new one in the others.
    """
    first = stated[0]
    vague = all(said.source == "meta" for said in stated)
    if vague and not PUBLISHED_METAS_SURE & markup.metas.keys():
        # Libraries' metas, and those that only say "date", may be of the record or of the printed page.
        return next(reader.read(shown.marked_near()), first)
    rivals = [said for said in stated[1:] if _apart(said, first.stamp.day)]
    if not rivals:
        return first
    near = [said.stamp.day for said in reader.read(shown.near())]
    address = [reader.known] if reader.known else []

    def votes(one: _Said) -> int:
        sources = {said.source for said in stated if not _apart(said, one.stamp.day)}
        seen = (any(abs(day - one.stamp.day) <= _DAY for day in days) for days in (near, address))
        return len(sources) + sum(seen)

    best = max(rivals, key=votes)
    return best if votes(best) > votes(first) else first


def _apart(said: _Said, day: date) -> bool:
    return abs(said.stamp.day - day) > _DAY


def month_first(language: str | None, url: str | None) -> bool:
    """Whether 5/12/2024 is the twelfth of May where this page comes from."""
    parts = (language or "").replace("_", "-").lower().split("-")
    if len(parts) > 1 and len(parts[-1]) == 2:
        return parts[-1] in _MONTH_FIRST_COUNTRIES
    top = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    return parts[0] in ("en", "") and (len(top) != 2 or top in _MONTH_FIRST_COUNTRIES)


def _stated(markup: Markup) -> Iterator[tuple[str, str]]:
    """Yield what the page states of its publication for machines."""
    for node, key in (
        (markup.article, "datePublished"),
        (markup.page, "datePublished"),
        (markup.article, "dateCreated"),
        (markup.article, "uploadDate"),
    ):
        if value := text_of(node.get(key)):
            yield "json-ld", value
    for name in filter(markup.metas.__contains__, PUBLISHED_METAS):
        yield from (("meta", value) for value in markup.metas[name])


def _telling(strings: Iterable[Said]) -> Iterator[Said]:
    """Yield the strings but those that only say the first again, a whole date with its zone."""
    first = ""
    whole = False
    for source, raw in strings:
        if not first:
            first, whole = raw, _WITH_OFFSET.search(raw) is not None
        elif raw == first or (whole and raw[:10] == first[:10]):
            continue
        yield source, raw


def _unstated(
    markup: Markup, shown: ShownDates, first: bool, address: str | None
) -> Iterator[tuple[str, str]]:
    """Yield what else may tell when the page's article was published, the best first."""
    for element in markup.marked:
        said = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
        if "datePublished" in said or "dateCreated" in said:
            yield "time", said_by(element)
    yield from shown.own()
    if address:
        yield "url", address
    yield from shown.apart()
    yield from dates_in_scripts(markup)
    yield from dates_alone(markup, first)


def _changed(markup: Markup) -> Iterator[tuple[str, str]]:
    """Yield what the page states of its last change for machines."""
    for node in (markup.article, markup.page):
        if value := text_of(node.get("dateModified")):
            yield "json-ld", value
    yield from (("meta", value) for name in MODIFIED_METAS for value in markup.metas.get(name, ()))


def _updates(markup: Markup, shown: ShownDates) -> Iterator[tuple[str, str]]:
    # Where the head states a day of publication, a change would stand there too: searching costs time.
    if not markup.article and not any(name in markup.metas for name in PUBLISHED_METAS):
        for element in markup.marked:
            if "dateModified" in (element.get("itemprop") or ""):
                yield "time", said_by(element)
        yield from shown.updates()


def url_date(url: str) -> str | None:
    """Return the day that an address names (`/2024/05/12/`, `/20240512-`) as YYYY-MM-DD, None without one."""
    path = urlsplit(_ARCHIVE_STAMP.sub("", url[:2_000])).path
    match = _URL_DAY.search(path)
    if match:
        return f"{match['y']}-{match['m']}-{match['d']}"
    match = _URL_WORD.search(path)
    month = MONTH_BY_WORD.get(match["word"].lower()) if match else None
    return f"{match['y']}-{month:02}-{int(match['d']):02}" if match and month else None
