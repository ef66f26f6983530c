from __future__ import annotations

from datetime import UTC, date, datetime

import lxml.html
import pytest

from copydesk.tasks.clean.date_words import MONTHS
from copydesk.tasks.clean.markup import read_markup
from copydesk.tasks.clean.published import find_dates, month_first, url_date
from copydesk.tasks.clean.published_text import read_date

MAY_12 = datetime(2024, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-12", MAY_12),
        ("20240512", MAY_12),
        ("2024-05-12T00:30:00+02:00", datetime(2024, 5, 11, 22, 30, tzinfo=UTC)),
        ("2024-05-12T09:15:30.123Z", datetime(2024, 5, 12, 9, 15, 30, tzinfo=UTC)),
        ("2024-05-12 09:15", datetime(2024, 5, 12, 9, 15, tzinfo=UTC)),
        ("20240512T091530+0530", datetime(2024, 5, 12, 3, 45, 30, tzinfo=UTC)),
        ("2024-05-12T00:00:00+08:00", MAY_12),
        ("1715505330", datetime(2024, 5, 12, 9, 15, 30, tzinfo=UTC)),
        ("1715505330000", datetime(2024, 5, 12, 9, 15, 30, tzinfo=UTC)),
        ("Sun, 12 May 2024 09:15:30 +0200", datetime(2024, 5, 12, 7, 15, 30, tzinfo=UTC)),
        ("Sun May 12 2024", MAY_12),
        ("Sun May 12 09:15:30 CEST 2024", datetime(2024, 5, 12, 7, 15, 30, tzinfo=UTC)),
        ("May 12 09:15 2024", datetime(2024, 5, 12, 9, 15, tzinfo=UTC)),
        ("May 12th, 2024 at 9:15 p.m. EDT", datetime(2024, 5, 13, 1, 15, tzinfo=UTC)),
        ("Published 12 May 2024", MAY_12),
        ("Sonntag, 12. Mai 2024, 9.15 Uhr", datetime(2024, 5, 12, 9, 15, tzinfo=UTC)),
        ("12.05.2024 - 09:15", datetime(2024, 5, 12, 9, 15, tzinfo=UTC)),
        ("12.05.24", MAY_12),
        ("12 de mayo de 2024", MAY_12),
        ("12 mai 2024 à 9h15", datetime(2024, 5, 12, 9, 15, tzinfo=UTC)),
        ("12 мая 2024", MAY_12),
        ("2024年5月12日 9:15", datetime(2024, 5, 12, 9, 15, tzinfo=UTC)),
        ("2024. 5. 12.", MAY_12),
        ("2024. május 12.", MAY_12),
        ("12 tháng 5, 2024", MAY_12),
        ("12/05/2024", MAY_12),
        ("25/12/2024", datetime(2024, 12, 25, tzinfo=UTC)),
        ("Mar. 5, 2024", datetime(2024, 3, 5, tzinfo=UTC)),
        ("12 मार्च 2024", datetime(2024, 3, 12, tzinfo=UTC)),
        ("12 במאי 2024", MAY_12),
        ("five years ago", None),
        ("31.02.2024", None),
        ("1.234.567", None),
        ("version 10.2.3", None),
        ("", None),
    ],
)
def test_forms_of_dates(text: str, expected: datetime | None) -> None:
    assert read_date(text, month_first=False) == expected


def test_month_first_where_the_page_comes_from() -> None:
    assert read_date("5/12/2024", month_first=True) == MAY_12
    assert month_first("en-US", "https://example.co.uk/")
    assert month_first("en", "https://example.com/")
    assert not month_first("en-GB", "https://example.com/")
    assert not month_first("en", "https://example.co.uk/")
    assert not month_first("de", "https://example.com/")


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_every_month_of_every_language(language: str) -> None:
    months = MONTHS[language].split()
    assert len(months) == 12
    for number, names in enumerate(months, start=1):
        found = read_date(f"3 {names.split('|')[0]} 2021", month_first=False)
        # Some names stand for different months in different languages: null, never the wrong one.
        assert found is None or found.month == number, names


def published(html: str, url: str | None = None, fetched_at: datetime | None = None):
    return find_dates(read_markup(lxml.html.document_fromstring(html)), url, fetched_at)[0]


PAGE = """<html lang="en-GB"><head>{head}</head><body><nav><time datetime="2024-06-01">1 June 2024</time></nav>
<h1>Bridge opens in spring</h1>{byline}<p>The bridge over the Nor opened in 1961 and closed in 2019.</p>
<div class="related"><h3>Harbour closes</h3><span class="date">11 May 2024</span></div></body></html>"""


@pytest.mark.parametrize(
    ("head", "byline", "source"),
    [
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-12"}</script>',
            "",
            "json-ld",
        ),
        ('<meta property="article:published_time" content="2024-05-12">', "", "meta"),
        ('<meta name="DC.date.issued" content="2024-05-12">', "", "meta"),
        ("", '<span itemprop="datePublished" content="2024-05-12">today</span>', "time"),
        ("", '<time datetime="2024-05-12" pubdate>yesterday</time>', "time"),
        ("", '<p class="byline">By Ada Moreno <span class="date">12 May 2024</span></p>', "text"),
        ("", "<div>Published: 12 May 2024, updated 14 May 2024</div>", "text"),
    ],
)
def test_where_it_was_found(head: str, byline: str, source: str) -> None:
    found = published(PAGE.format(head=head, byline=byline))
    assert found is not None
    assert found.at == MAY_12
    assert found.source == source
    assert "12" in found.raw


def test_published_before_updated() -> None:
    byline = (
        '<time datetime="2024-05-14">Updated 14 May</time><time datetime="2024-05-12">Published 12 May</time>'
    )
    found = published(PAGE.format(head="", byline=byline))
    assert found is not None
    assert found.at == MAY_12


def day(*dates: str, url: str | None = None, changed: str = "") -> date | None:
    """The day of a page with dates of publication in JSON-LD, then metas, and one of change."""
    names = ("article:published_time", "parsely-pub-date")
    head = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{dates[0]}"}}</script>'
    )
    for name, value in zip(names, dates[1:], strict=False):
        head += f'<meta property="{name}" content="{value}">'
    head += f'<meta property="article:modified_time" content="{changed}">' if changed else ""
    found = published(f"<html><head>{head}</head><body><h1>Bridge</h1></body></html>", url)
    return found.day if found else None


@pytest.mark.parametrize(
    ("dates", "url", "changed", "expected"),
    [
        (("2024-05-12T00:30:00+02:00",), None, "", 12),
        (("2024-05-11T22:30:00Z",), None, "", 11),
        (("2024-05-11T22:30:00Z", "2024-05-12T00:30:00+02:00"), None, "", 12),
        (("2024-05-11T22:30:00Z", "2024-05-12 00:30"), None, "", 12),
        (("2024-05-11T22:30:00Z",), None, "2024-05-13T08:00:00+02:00", 12),
        (("2024-05-12T03:30:00Z",), "https://example.org/2024/05/11/bridge", "", 11),
        # No clock in the world shows the eleventh then: the address is of the day the story was begun.
        (("2024-05-12T13:30:00Z",), "https://example.org/2024/05/11/bridge", "", 12),
        (("2024-05-11T22:30:00",), None, "2024-05-13T08:00:00+02:00", 11),
    ],
)
def test_the_day_where_the_outlet_is(
    dates: tuple[str, ...], url: str | None, changed: str, expected: int
) -> None:
    assert day(*dates, url=url, changed=changed) == date(2024, 5, expected)


def test_a_full_hour_of_utc_may_be_the_outlets_midnight() -> None:
    head = '<meta property="article:published_time" content="2024-05-11T22:00Z">'
    found = published(PAGE.format(head=head, byline='<p><span class="date">12 May 2024</span></p>'))
    assert found is not None
    assert (found.day, found.at) == (date(2024, 5, 12), datetime(2024, 5, 11, 22, tzinfo=UTC))


@pytest.mark.parametrize("zoned", ["2024-05-12T07:15:30Z", "2024-05-12T09:15:30+02:00"])
def test_a_time_without_zone_is_told_by_the_same_time_with_one(zoned: str) -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-12T09:15:30"}</script>'
    head += f'<meta property="article:published_time" content="{zoned}">'
    found = published(PAGE.format(head=head, byline=""))
    assert found is not None
    assert (found.day, found.at) == (date(2024, 5, 12), datetime(2024, 5, 12, 7, 15, 30, tzinfo=UTC))


def test_of_two_days_the_one_that_the_page_shows() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-01"}</script>'
    head += '<meta property="article:published_time" content="2024-05-12">'
    found = published(PAGE.format(head=head, byline="<p>12 May 2024</p>"))
    assert found is not None
    assert found.at == MAY_12
    assert published(PAGE.format(head=head, byline="")).at == datetime(2024, 5, 1, tzinfo=UTC)


def test_of_two_metas_the_one_that_the_page_shows() -> None:
    head = '<meta name="dc.date.issued" content="2024-03-01T10:00:00+01:00">'
    head += '<meta name="pubdate" content="2024-05-12T10:00:00+02:00">'
    found = published(PAGE.format(head=head, byline="<p>12 May 2024</p>"))
    assert found is not None
    assert found.day == MAY_12.date()
    assert published(PAGE.format(head=head, byline="")).day == date(2024, 3, 1)


def test_a_meta_that_only_says_date_gives_way_to_a_marked_date_with_or_without_a_time() -> None:
    page = PAGE.format(
        head='<meta name="date" content="{}">', byline='<time datetime="2024-05-12">Sunday</time>'
    )
    for stated in ("2024-05-20", "2024-05-20T14:20:08Z"):
        found = published(page.format(stated))
        assert found is not None
        assert found.day == MAY_12.date()


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Bridge opens <small>12 May 2024</small></h1><p>Text.</p>",
        "<h1>Bridge opens</h1><p>12.05.2024 – The bridge over the Nor has opened on time, the harbour board said.</p>",
        '<header><span class="date">14 May 2024</span></header><main><h1>Bridge</h1><p class="publication"><time'
        ' datetime="2024-05-12">Sunday</time></p></main>',
        '<h1>Bridge opens</h1><p>Text.</p><script>var page = {"id": 7, "publishedAt":"2024-05-12T09:15:00"};</script>',
        "<h1>Bridge opens</h1><p>The harbour at night, photographed for the Norhaven Post, 3 May 2024</p><p>Date 12.05.2024</p>",
    ],
)
def test_dates_without_markup_of_their_own(body: str) -> None:
    found = published(f'<html lang="en-GB"><body>{body}</body></html>')
    assert found is not None
    assert found.day == MAY_12.date()


def test_days_and_months_are_told_apart_by_the_address() -> None:
    page = '<html lang="en"><head><meta name="pubdate" content="05/12/2024"></head><body></body></html>'
    found = published(page, "https://example.com/2024/12/05/bridge")
    assert found is not None
    assert found.day == date(2024, 12, 5)


def test_the_address_where_the_page_is_silent() -> None:
    found = published(
        "<html><body><h1>Bridge opens</h1></body></html>", "https://example.org/2024/05/12/bridge"
    )
    assert found is not None
    assert (found.at, found.source) == (MAY_12, "url")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/05/12/bridge", "2024-05-12"),
        ("https://example.org/news/20240512-bridge", "2024-05-12"),
        ("https://example.org/2024/may/12/bridge", "2024-05-12"),
        ("https://archive.example.org/web/20230102030405/http://example.org/bridge", None),
        ("https://example.org/bridge-2024", None),
        ("https://example.org/a/2024051299999", None),
    ],
)
def test_days_in_addresses(url: str, day: str | None) -> None:
    assert url_date(url) == day


def test_implausible_dates_are_passed_over() -> None:
    head = '<meta property="article:published_time" content="{}">'
    assert (
        published("<html><head>" + head.format("1970-01-01T00:00:00Z") + "</head><body></body></html>")
        is None
    )
    page = "<html><head>" + head.format("2024-05-12T09:00:00Z") + "</head><body></body></html>"
    assert published(page, fetched_at=datetime(2024, 5, 1, tzinfo=UTC)) is None
    assert published(page, fetched_at=datetime(2024, 5, 11, 12, tzinfo=UTC)) is not None


def test_no_date_is_no_date() -> None:
    assert published("<html><body><h1>About us</h1><p>Founded in 1961.</p></body></html>") is None
    assert published("<html></html>") is None


def test_modified() -> None:
    root = lxml.html.document_fromstring(
        '<html><head><meta property="article:modified_time" content="2024-05-14T10:00:00Z"></head><body></body></html>'
    )
    found = find_dates(read_markup(root), None, None)[1]
    assert found is not None
    assert found.at == datetime(2024, 5, 14, 10, tzinfo=UTC)
