import gzip

import pytest

from copydesk.tasks.fetch.sniff import document_kind
from tests.fetch.documents import (
    ATOM,
    BROKEN_RSS,
    HOME,
    JSON_FEED,
    NEWS_SITEMAP,
    RDF,
    RSS,
    SITE,
    SITEMAP_INDEX,
)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (RSS, "feed"),
        (RDF, "feed"),
        (ATOM, "feed"),
        (JSON_FEED, "feed"),
        (BROKEN_RSS, "feed"),
        (NEWS_SITEMAP, "sitemap"),
        (SITEMAP_INDEX, "sitemap"),
        (HOME, "html"),
        ("<!-- <rss> --><html><body>x</body></html>", "html"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head/></html>", "html"),
        ("<p>Only a paragraph", "html"),
        (f"{SITE}/a\n{SITE}/b\n", "urls"),
        (f"# ours\r\n{SITE}/a", "urls"),
        (f"{SITE}/a is where it was said.", "text"),
        ("The council votes today.", "text"),
        ('{"a": 1}', "other"),
        ("%PDF-1.7", "other"),
        ("WARC/1.1\r\nWARC-Type: warcinfo", "warc"),
        ("filedesc://x.arc 0.0.0.0 20090101000000 text/plain 9", "warc"),
        ("", "other"),
        ("\x00\x01\x02" * 50, "other"),
    ],
)
def test_content_decides(body: str, kind: str) -> None:
    assert document_kind(body.encode(), None, URL) == kind
    if kind in ("feed", "sitemap", "urls", "warc"):
        assert document_kind(body.encode(), "text/html", URL) == kind
        assert document_kind(gzip.compress(body.encode()), "application/octet-stream", URL) == kind


URL = f"{SITE}/x"


def test_the_type_decides_where_content_does_not() -> None:
    assert document_kind(b"Words.", "text/html; charset=utf-8", URL) == "html"
    assert document_kind(b"Words.", "text/plain", URL) == "text"
    assert document_kind(b"Words.", "application/octet-stream", f"{SITE}/a.txt") == "text"
    assert document_kind(b"Words.", "application/octet-stream", URL) == "other"
    assert document_kind(gzip.compress(HOME.encode()), None, URL) == "other"


def test_other_encodings() -> None:
    assert document_kind(RSS.encode("utf-16"), None, URL) == "feed"
    assert document_kind(NEWS_SITEMAP.encode(), None, URL) == "sitemap"
