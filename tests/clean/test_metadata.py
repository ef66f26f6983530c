from __future__ import annotations

from datetime import UTC, date, datetime

import lxml.html
import pytest

from copydesk.tasks.clean.headline import find_headline, site_names
from copydesk.tasks.clean.markup import read_markup
from copydesk.tasks.clean.metadata import Metadata, read_metadata

URL = "https://www.norhavenpost.example.org/local/2024/05/12/bridge-opens-in-spring-1234567"
PAGE = """<!doctype html><html lang="en-GB"><head>
<title>Bridge opens in spring | Norhaven Post</title>
<link rel="canonical" href="{url}?utm_source=feed">
<meta property="og:title" content="Bridge opens in spring - Norhaven Post">
<meta property="og:site_name" content="Norhaven Post">
<meta property="og:type" content="Article">
<meta property="og:image" content="/images/bridge.jpg">
<meta property="og:description" content="Trains will cross the Nor again.">
<meta name="keywords" content="unused, words">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Bridge opens in spring", "datePublished": "2024-05-12T08:00:00+01:00",
"dateModified": "2024-05-13T08:00:00+01:00", "articleSection": ["Local", "News"],
"keywords": "Nor, bridges, Nor", "isAccessibleForFree": "False", "author": [{{"@type": "Person", "name": "Ada Moreno"}}],
"articleBody": "<p>Trains will cross.</p><p>From spring.</p>", "publisher": {{"name": "Norhaven Post"}},}}</script>
</head><body itemscope itemtype="https://schema.org/WebPage"><h1>Bridge opens in spring</h1><p>Text.</p></body></html>"""


def read(html: str, url: str | None = URL) -> Metadata:
    return read_metadata(lxml.html.document_fromstring(html), url, datetime(2024, 6, 1, tzinfo=UTC))


def test_a_whole_page() -> None:
    metadata = read(PAGE.format(url=URL))
    assert metadata == Metadata(
        title="Bridge opens in spring",
        lead="Trains will cross the Nor again.",
        authors=("Ada Moreno",),
        published_at=datetime(2024, 5, 12, 7, tzinfo=UTC),
        published_date=date(2024, 5, 12),
        published_raw="2024-05-12T08:00:00+01:00",
        published_from="json-ld",
        modified_at=datetime(2024, 5, 13, 7, tzinfo=UTC),
        modified_raw="2024-05-13T08:00:00+01:00",
        modified_from="json-ld",
        section="Local",
        tags=("Nor", "bridges"),
        image_url="https://www.norhavenpost.example.org/images/bridge.jpg",
        canonical_url=URL,
        site_name="Norhaven Post",
        language="en-GB",
        is_accessible_for_free=False,
        article_body="Trains will cross.\nFrom spring.",
        schema_types=frozenset({"newsarticle", "webpage"}),
        og_type="article",
    )


def test_an_empty_page_says_nothing() -> None:
    assert read("<html><body></body></html>", None) == Metadata()


@pytest.mark.parametrize(("tier", "free"), [("free", True), ("locked", False), ("metered", None), ("", None)])
def test_access_in_meta(tier: str, free: bool | None) -> None:
    page = f'<html><head><meta property="article:content_tier" content="{tier}"></head><body></body></html>'
    assert read(page).is_accessible_for_free is free
    assert read(page).is_metered is (tier == "metered")


@pytest.mark.parametrize(
    ("said", "free"),
    [
        ('"isAccessibleForFree": "False"', False),
        ('"isAccessibleForFree": true', True),
        ('"isAccessibleForFree": "http://schema.org/False"', False),
        (
            '"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".wall"}',
            False,
        ),
        ('"hasPart": [{"@type": "WebPageElement"}, {"isAccessibleForFree": "False"}]', False),
        ('"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}', True),
        ('"hasPart": {"isAccessibleForFree": true}', None),
    ],
)
def test_access_in_json_ld(said: str, free: bool | None) -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", %s}</script></head></html>'
    )
    assert read(page % said).is_accessible_for_free is free


def test_access_in_microdata() -> None:
    page = '<html><body itemscope><meta itemprop="isAccessibleForFree" content="False"><p>Text.</p></body></html>'
    assert read(page).is_accessible_for_free is False


def test_an_amp_page_is_filed_under_its_article() -> None:
    page = f"""<html amp lang="en"><head><link rel="canonical" href="{URL}"></head><body><h1>Bridge opens in spring</h1>
    <p>Posted <amp-timeago datetime="2024-05-12T08:00:00Z">days ago</amp-timeago></p><amp-img src="/a.jpg"></amp-img>
    </body></html>"""
    for url in (
        URL + "/amp",
        URL.replace("/local", "/amp/local"),
        "https://www-norhavenpost-example-org.cdn.ampproject.org/c/s/www.norhavenpost.example.org/amp/bridge-1234567",
        "https://www.google.com/amp/s/www.norhavenpost.example.org/amp/bridge-1234567",
    ):
        metadata = read(page, url)
        assert metadata.canonical_url == URL
        assert metadata.published_at == datetime(2024, 5, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize("tail", ["/print", "?print=1&id=3", "/drucken"])
def test_a_print_version_is_filed_under_its_article(tail: str) -> None:
    page = f'<html><head><link rel="canonical" href="{URL}"></head><body><h1>Bridge opens</h1></body></html>'
    assert read(page, URL + tail).canonical_url == URL


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        ('<meta property="article:tag" content="Nor, river"><meta property="article:tag" content="Bridges">',
         ("Nor, river", "Bridges")),
        ('<meta name="news_keywords" content="Nor; bridges">', ("Nor", "bridges")),
        ('<meta name="keywords" content="橋、鉄道">', ("橋", "鉄道")),
        ("", ("Nor", "Bridges")),
    ],
)  # fmt: skip
def test_tags(head: str, tags: tuple[str, ...]) -> None:
    page = """<html><head>{}</head><body><h1>Bridge opens</h1><p>Text.</p><a rel="tag" href="/t/nor">Nor</a>
    <a rel="tag" href="/t/bridges">Bridges</a><aside><a rel="tag" href="/t/x">Harbour</a></aside></body></html>"""
    assert read(page.format(head)).tags == tags


def test_a_section_is_a_name() -> None:
    page = '<html><head><meta property="article:section" content="https://example.org/local"></head></html>'
    assert read(page).section is None


def test_section_from_breadcrumbs() -> None:
    page = """<html><head><script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [
    {"@type": "ListItem", "name": "Home"}, {"@type": "ListItem", "name": "Local"}, {"@type": "ListItem", "name": "Bridge"}]}
    </script></head><body></body></html>"""
    assert read(page).section == "Local"


def test_a_description_is_plain_text() -> None:
    page = '<html><head><meta name="description" content="&lt;p&gt;Trains &amp;amp; ships.&lt;/p&gt;"></head></html>'
    assert read(page).lead == "Trains & ships."


def test_an_image_is_an_address_or_nothing() -> None:
    page = '<html><head><meta property="og:image" content="{}"></head><body></body></html>'
    assert read(page.format("data:image/png;base64,AAAA")).image_url is None
    assert read(page.format("//cdn.example.org/a.jpg")).image_url == "https://cdn.example.org/a.jpg"


def headline(html: str, url: str | None = URL) -> str | None:
    markup = read_markup(lxml.html.document_fromstring(html))
    return find_headline(markup, site_names(markup, url), url)


@pytest.mark.parametrize(
    "title",
    [
        "Bridge opens | Norhaven Post",
        "Bridge opens - Norhaven Post",
        "Bridge opens – norhavenpost.example.org",
        "Norhaven Post: Bridge opens",
        "Bridge opens",
        "Bridge opens｜Norhaven Post",
    ],
)
def test_the_outlet_is_no_part_of_the_headline(title: str) -> None:
    page = f'<html><head><title>{title}</title><meta property="og:site_name" content="Norhaven Post"></head><body></body></html>'
    assert headline(page) == "Bridge opens"


def test_the_kicker_goes_where_other_titles_lack_it() -> None:
    page = """<html><head><title>Bridge opens in spring | Norhaven Post</title>
    <meta property="og:title" content="Bridge opens in spring">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge opens in spring"}</script></head>
    <body><h1><span>Local</span> Bridge opens in spring</h1></body></html>"""
    assert headline(page) == "Bridge opens in spring"


def test_the_name_of_the_outlet_in_h1_is_no_headline() -> None:
    page = """<html><head><title>Bridge opens - Norhaven Post</title><meta property="og:site_name" content="Norhaven Post">
    </head><body><h1>Norhaven Post</h1><h2>Bridge opens</h2></body></html>"""
    assert headline(page) == "Bridge opens"


@pytest.mark.parametrize(
    "heading",
    [
        '<h1><a href="/">Notes from the quay</a></h1>',
        '<a href="https://quay.example.org"><h1>Notes from the quay</h1></a>',
    ],
)
def test_an_h1_that_leads_to_the_front_page_is_the_outlets_name(heading: str) -> None:
    page = f"<html><head><title>Bridge opens: Notes from the quay</title></head><body>{heading}</body></html>"
    assert headline(page, None) == "Bridge opens"
    assert headline(page.replace('href="', 'href="/bridge-opens?'), None) == "Notes from the quay"


@pytest.mark.parametrize(
    ("url", "title"),
    [
        (
            "https://example.org/tips/wie-spaete-aepfel-bis-ostern-halten/",
            "Wie späte Äpfel bis Ostern halten",
        ),
        ("https://example.org/tips/6170", "Äpfel lagern: die besten Tipps für den Keller"),
    ],
)
def test_of_two_titles_the_one_that_the_address_is_made_of(url: str, title: str) -> None:
    page = """<html><head><meta name="dc.title" content="Wie späte Äpfel bis Ostern halten">
    <meta property="og:title" content="Wie späte Äpfel bis Ostern halten"></head>
    <body><h1>Äpfel lagern: die besten Tipps für den Keller</h1></body></html>"""
    assert headline(page, url) == title


def test_a_dash_within_a_headline_stays() -> None:
    title = "Bridge opens - and trains are late"
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    assert headline(page) == title


def test_no_title_is_none() -> None:
    assert headline("<html><body><p>Text.</p></body></html>") is None
    assert headline("<html><head><title> </title></head><body></body></html>") is None
