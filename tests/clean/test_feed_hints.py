from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from copydesk.tasks.article import FeedEntry, RawArticle, RejectedInputError
from copydesk.tasks.clean.desk import clean_article
from copydesk.tasks.clean.feed_hints import with_feed_hints
from copydesk.tasks.clean.metadata import Metadata

FETCHED = datetime(2024, 5, 20, tzinfo=UTC)
ENTRY = FeedEntry(
    url="https://courier.example.com/ferry?utm_source=feed",
    feed_url="https://courier.example.com/feed",
    title="Ferry returns to <em>Varnholm</em> &amp; Hede",
    published="Sun, 12 May 2024 23:15:00 +0200",
    updated="2024-05-13T08:00:00Z",
    authors=("By Ada Moreno",),
    tags=("Ferries", "ferries", "https://courier.example.com/tag/3", "Varnholm"),
    summary="<p>The ferry sails again after two years.</p><p>Continue reading…</p>",
    language="en-GB",
    image_url="/ferry.jpg",
    feed_title="Varnholm Courier",
)


def test_what_a_page_lacks_comes_from_the_feed():
    found = with_feed_hints(Metadata(), ENTRY, FETCHED)
    assert found.title == "Ferry returns to Varnholm & Hede"
    assert found.lead == "The ferry sails again after two years."
    assert found.authors == ("Ada Moreno",)
    assert found.tags == ("Ferries", "Varnholm")
    assert found.published_at == datetime(2024, 5, 12, 21, 15, tzinfo=UTC)
    assert found.published_date == date(2024, 5, 12)
    assert (found.published_raw, found.published_from) == (ENTRY.published, "feed")
    assert (found.modified_at, found.modified_from) == (datetime(2024, 5, 13, 8, tzinfo=UTC), "feed")
    assert (found.language, found.site_name) == ("en-GB", "Varnholm Courier")
    assert found.image_url == "https://courier.example.com/ferry.jpg"


def test_the_page_is_believed_first():
    page = Metadata(
        title="Ferry",
        lead="It sails.",
        authors=("Ben Okafor",),
        tags=("Sea",),
        published_at=datetime(2024, 5, 11, 7, tzinfo=UTC),
        published_date=date(2024, 5, 11),
        published_raw="2024-05-11T07:00:00Z",
        published_from="meta",
        modified_at=datetime(2024, 5, 12, tzinfo=UTC),
        language="da",
        image_url="https://courier.example.com/own.jpg",
        site_name="Courier",
    )
    assert with_feed_hints(page, ENTRY, FETCHED) == page
    assert with_feed_hints(page, None, FETCHED) is page


@pytest.mark.parametrize(
    ("raw", "source", "day", "better"),
    [
        ("2024-05-12", "meta", 12, True),
        ("2024/05/12", "url", 12, True),
        ("2024-05-11", "meta", 11, False),
        ("2024-05-12T07:00:00Z", "json-ld", 12, False),
    ],
)
def test_a_time_of_the_same_day_is_better_than_the_day(raw, source, day, better):
    page = Metadata(
        published_at=datetime(2024, 5, day, tzinfo=UTC),
        published_date=date(2024, 5, day),
        published_raw=raw,
        published_from=source,
    )
    found = with_feed_hints(page, ENTRY, FETCHED)
    assert found.published_from == ("feed" if better else source)
    assert found.published_date == date(2024, 5, day)
    assert (found.published_at.hour == 21) is better


@pytest.mark.parametrize("published", ["2031-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "soon", ""])
def test_dates_that_cannot_be_are_not_taken(published):
    entry = replace(ENTRY, published=published, updated=None)
    assert with_feed_hints(Metadata(), entry, FETCHED).published_at is None


@pytest.mark.parametrize(
    "summary", ["The ferry sails again and […]", ENTRY.title, "word " * 200, "<img src=x>", "Read more »"]
)
def test_summaries_that_are_no_standfirst_are_no_lead(summary):
    assert with_feed_hints(Metadata(), replace(ENTRY, summary=summary), FETCHED).lead is None


def teaser(text, entry=ENTRY):
    return RawArticle(
        "feed.warc.gz#9", text=text.encode(), declared_encoding="utf-8", fetched_at=FETCHED, feed=entry
    )


def test_a_teaser_is_filed_as_one_however_short():
    article = clean_article(teaser("It sails again.\n\nSubscribe now to continue reading."))
    assert article.body == "It sails again."
    assert (article.completeness, article.page_kind) == ("teaser", "article")
    assert article.url == ENTRY.url and article.canonical_url == "https://courier.example.com/ferry"
    assert article.source == "example.com" and article.title == "Ferry returns to Varnholm & Hede"
    assert article.published_from == "feed"


def test_a_teaser_that_rules_would_strike_whole_stands():
    assert clean_article(teaser("Read more")).body == "Read more"


def test_a_teaser_without_text_is_refused():
    with pytest.raises(RejectedInputError):
        clean_article(teaser("  \n "))


def test_the_page_fetched_later_is_the_same_article():
    html = b"<html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>The ferry sails again.</p></body>"
    page = RawArticle(
        "p.html", html=html, url="https://courier.example.com/ferry", fetched_at=FETCHED, feed=ENTRY
    )
    article = clean_article(page)
    assert article.article_id == clean_article(teaser("It sails.")).article_id
    assert article.title == "Ferry" and article.published_from == "feed"
    assert article.completeness != "teaser"
