from copydesk.tasks.fetch.discover import discover
from tests.fetch.documents import HOME, SITE

URL = f"{SITE}/"


def test_a_home_page_names_its_feeds_and_sitemaps() -> None:
    found = discover(HOME.encode(), URL)
    assert found.feeds == (
        f"{SITE}/feeds/news.xml",
        f"{SITE}/home/atom.xml",
        f"{SITE}/feed.json",
        f"{SITE}/rss/sport.xml",
        "https://feeds.feedburner.com/bayherald",
    )
    assert found.sitemaps == (f"{SITE}/sitemap.xml",)


def test_where_nothing_is_named_there_are_guesses() -> None:
    found = discover(b"<html><body><a href='/about'>About</a></body></html>", URL)
    assert not found.feeds and not found.sitemaps
    assert f"{SITE}/feed" in found.guessed_feeds and f"{SITE}/sitemap.xml" in found.guessed_sitemaps


def test_any_bytes_are_a_page() -> None:
    for body in (
        b"",
        b"\x00\xff<",
        b"<link",
        b"<base href='http://['><link rel=alternate type=application/rss+xml href=/f>",
    ):
        assert discover(body, URL).guessed_feeds
