import json
import os
import random
import time
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import orjson
import pytest

from copydesk.tasks.address import canonical_url
from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.discover import discover
from copydesk.tasks.fetch.feed_parser import MOST_ENTRIES
from copydesk.tasks.fetch.feeds import MOST_BYTES, Feed, read_feed
from copydesk.tasks.fetch.fragments import TEASER_RULES, fragment_text, teaser_text
from copydesk.tasks.fetch.sitemaps import read_sitemap
from copydesk.tasks.fetch.sniff import document_kind
from tests.fetch.documents import (
    ATOM,
    BROKEN_RSS,
    FEED,
    FOUR_ADDRESSES,
    JSON_FEED,
    NEWS_SITEMAP,
    RDF,
    RSS,
    SITE,
    entity_bomb,
    mutated,
)

CORPORA = os.environ.get("COPYDESK_CORPORA")


def feed_of(text: str, url: str = FEED) -> Feed:
    return read_feed(text.encode(), url, "application/xml")


def test_rss() -> None:
    feed = feed_of(RSS)
    assert (feed.title, feed.language) == ("Bay Herald & Post", "en-GB")
    first, second, third = feed.entries
    assert first.url == f"{SITE}/2026/11/harbour-vote?utm_source=rss#top"
    assert first.feed_url == FEED and first.feed_title == feed.title
    assert first.title == "Council votes on harbour & ferry"
    assert first.published == "Mon, 23 Nov 2026 08:15:00 +0000"
    assert first.authors == ("Ana Ruiz", "Tom Blake")
    assert first.tags == ("Politics", "Harbour & coast")
    assert first.image_url == f"{SITE}/img/a.jpg"
    assert first.language == "en-GB"
    assert second.url == f"{SITE}/2026/11/proxied"
    assert second.authors == ("Mia Long",) and second.image_url == f"{SITE}/b.png"
    assert third.url == f"{SITE}/2026/11/by-guid"
    assert feed.problems == ("2 entries without a readable http(s) address are left out",)


def test_teaser() -> None:
    first = feed_of(RSS).entries[0]
    assert teaser_text(first) == "The council votes today on the harbour.\n\nIt is the third vote."


def test_rdf_files_its_only_date_as_the_publication() -> None:
    (entry,) = feed_of(RDF).entries
    assert entry.published == "2026-11-23T09:00:00Z"
    assert entry.tags == ("Hafen",) and entry.language == "de"


def test_atom() -> None:
    feed = feed_of(ATOM)
    assert (feed.title, feed.language) == ("Le Phare", "fr")
    (entry,) = feed.entries
    assert entry.url == "https://phare.example/blog/2026/port"
    assert (entry.published, entry.updated) == ("2026-11-22T10:00:00+01:00", "2026-11-23T10:00:00+01:00")
    assert entry.authors == ("Zoé Petit",) and entry.tags == ("Politique",)
    assert teaser_text(entry) == "Le port s’ouvre demain.\n\nFin."


def test_json_feed() -> None:
    feed = read_feed(JSON_FEED.encode(), FEED, "application/feed+json")
    first, second = feed.entries
    assert first.url == f"{SITE}/j1" and first.title == "First & last"
    assert first.authors == ("Ana Ruiz",) and first.tags == ("Port",)
    assert first.image_url == f"{SITE}/i.jpg" and first.updated == "2026-11-23T09:00:00Z"
    assert second.url == f"{SITE}/j2" and second.authors == ("The Desk",)
    assert teaser_text(second) == "Plain.\n\nText."
    assert feed.problems == ("2 entries without a readable http(s) address are left out",)


def test_an_article_listed_under_four_addresses_is_one() -> None:
    assert [entry.url for entry in feed_of(FOUR_ADDRESSES).entries] == [f"{SITE}/story", f"{SITE}/story?id=2"]


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    feed = feed_of(BROKEN_RSS)
    assert feed.title == "Fish & Chips News"
    first, second = feed.entries
    assert first.title == "One & two é" and first.url == f"{SITE}/one?a=1&b=2"
    assert first.authors == ("Ana",) and first.image_url == f"{SITE}/t.jpg"
    assert second.url == f"{SITE}/two"
    assert "no well-formed XML" in feed.problems[0]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (RSS.encode(), "text/xml"),
        (RSS.encode(), "text/xml; charset=iso-8859-1"),
        (b"\xef\xbb\xbf" + RSS.encode(), None),
        (RSS.replace("UTF-8", "UTF-16").encode("utf-16"), None),
        (RSS.replace("UTF-8", "UTF-16").encode("utf-16-be"), None),
    ],
)
def test_encodings(body: bytes, content_type: str | None) -> None:
    assert len(read_feed(body, FEED, content_type).entries) == 3


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "utf-8"])
def test_declared_encodings(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?><rss><channel><item><title>Порт открыт</title><link>{SITE}/p</link></item></channel></rss>'
    assert read_feed(text.encode(name), FEED, "text/xml").entries[0].title == "Порт открыт"


def test_bytes_are_never_a_file_name(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    assert not read_feed(str(tmp_path / "feed.xml").encode(), FEED, None).entries


def test_entities_are_never_expanded() -> None:
    item = f"<channel><item><link>{SITE}/a</link><title>x &a10; &file; y</title></item></channel>"
    started = time.monotonic()
    (entry,) = read_feed(entity_bomb("rss", item), FEED, None).entries
    assert time.monotonic() - started < 1
    assert entry.title is not None and "ha" not in entry.title and len(entry.title) < 40


def test_a_feed_of_too_many_entries_is_cut_and_says_so() -> None:
    items = "".join(f"<item><link>{SITE}/{n}</link></item>" for n in range(MOST_ENTRIES + 500))
    feed = feed_of(f"<rss><channel>{items}</channel></rss>")
    assert len(feed.entries) == MOST_ENTRIES
    assert feed.problems == (f"entries after the first {MOST_ENTRIES} are left out",)


@pytest.mark.parametrize(
    "inside",
    [
        "".join(f"<category>c{n}</category>" for n in range(30_000)),
        "<description>" + "&lt;!--" * 100_000 + "</description>",
        "<!--" * 100_000,
        "<div>" * 50_000,
        "<a>" * 30_000 + "</a>" * 30_000,
        "".join(f"<p{n}:x/>" for n in range(30_000)),
        "<author " + "".join(f'a{n}="" ' for n in range(30_000)) + "/>",
        "<description>" + "<![CDATA[" * 100_000,
    ],
    ids=["tags", "comments", "open comments", "open", "deep", "prefixes", "attributes", "cdata"],
)
def test_hostile_feeds_take_linear_time(inside: str) -> None:
    started = time.monotonic()
    feed = feed_of(f"<rss><channel><item><link>{SITE}/a</link>{inside}</item></channel></rss>")
    assert all(len(teaser_text(entry)) < 10_000_000 for entry in feed.entries)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "body", [b"", b" ", b"<", b"{", b"[]", b"null", b"\x00" * 99, b"[" * 99_999, b"\x1f\x8b"]
)
def test_what_is_no_feed_says_so(body: bytes) -> None:
    feed = read_feed(body, FEED, None)
    assert not feed.entries and feed.problems


def test_bytes_are_capped() -> None:
    feed = read_feed(RSS.encode() + b" " * MOST_BYTES, FEED, None)
    assert len(feed.entries) == 3 and "cut after" in feed.problems[0]


def read_entries(body: bytes) -> None:
    for entry in read_feed(body, FEED, "text/xml").entries:
        teaser_text(entry)
        # What the archive keeps of it; no lone surrogate gets through.
        assert json.loads(orjson.dumps(asdict(entry))) == json.loads(json.dumps(asdict(entry)))
        assert canonical_url(entry.url)


def read_every_way(body: bytes) -> float:
    """Run every reader over the document and return the seconds of the slowest."""
    slowest = 0.0
    for read in (
        lambda: read_entries(body),
        lambda: read_sitemap(body, FEED),
        lambda: discover(body, FEED),
        lambda: document_kind(body, None, FEED),
    ):
        started = time.monotonic()
        read()
        slowest = max(slowest, time.monotonic() - started)
    return slowest


def test_mutated_samples_raise_nothing() -> None:
    dice = random.Random(4)
    samples = [text.encode() for text in (RSS, RDF, ATOM, JSON_FEED, BROKEN_RSS, NEWS_SITEMAP)]
    assert max(read_every_way(mutated(dice.choice(samples), dice)) for _ in range(200)) < 5


def corpus() -> Iterator[bytes]:
    with zipfile.ZipFile(Path(CORPORA or "") / "feeds.zip") as packed:
        yield from (body for name in packed.namelist() if (body := packed.read(name)))


@pytest.mark.skipif(not CORPORA, reason="COPYDESK_CORPORA names no folder")
def test_feedparsers_own_feeds_and_a_mutated_thousand_raise_nothing() -> None:
    feeds = list(corpus())
    assert len(feeds) > 1_000
    dice = random.Random(7)
    assert max(map(read_every_way, feeds)) < 5
    assert max(read_every_way(mutated(dice.choice(feeds), dice)) for _ in range(1_000)) < 5


@pytest.mark.parametrize("rule", TEASER_RULES, ids=lambda rule: f"{rule.name}-{rule.language}")
def test_every_teaser_rule_strikes_and_keeps(rule) -> None:
    assert fragment_text(f"<p>News.</p><p>{rule.struck}</p>") == "News."
    assert fragment_text(f"<p>{rule.kept}</p>") == rule.kept
    if rule.ends:
        assert fragment_text(f"News comes first. {rule.struck}") == "News comes first."


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("Plain &amp; simple", "Plain & simple"),
        ("a < b and c > d", "a < b and c > d"),
        ("One<br>two<br/><br>three", "One\n\ntwo\n\nthree"),
        ("<p>One <b>bold</b> word</p><!-- no --><iframe src=x>y</iframe><style>p{}</style>", "One bold word"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<p>Cut in the mid<", "Cut in the mid<"),
        ("Half\ud800 a <b>word", "Half? a word"),
        ("<meta charset='\x01'>No\x00thing", "No\ufffdthing"),
        ("", ""),
    ],
)
def test_fragments(fragment: str, text: str) -> None:
    assert fragment_text(fragment) == text


def test_an_entry_survives_json() -> None:
    for text in (RSS, ATOM, RDF, JSON_FEED):
        for entry in feed_of(text).entries:
            told = json.loads(json.dumps(asdict(entry)))
            again = FeedEntry(**{**told, "authors": tuple(told["authors"]), "tags": tuple(told["tags"])})
            assert again == entry
            assert canonical_url(entry.url)
