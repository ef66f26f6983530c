from __future__ import annotations

import lxml.html
import pytest

from copydesk.tasks.address import TRACKING_PARAMETERS, canonical_url, registered_domain
from copydesk.tasks.clean.address import choose_address, page_address

STORY = "https://www.norhaven-post.example.org/politics/2024/05/12/bridge-opens-in-spring-1234567"


@pytest.mark.parametrize("rule", TRACKING_PARAMETERS, ids=lambda rule: rule.pattern)
def test_tracking_parameters(rule) -> None:
    assert canonical_url(f"https://example.org/a?id=7&{rule.struck}") == "https://example.org/a?id=7"
    assert canonical_url(f"https://example.org/a?{rule.kept}") == f"https://example.org/a?{rule.kept}"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Example.org:80/A/../B#top", "http://example.org/B"),
        ("https://example.org:443/?utm_source=x#y", "https://example.org/"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"),
        ("https://münchen.example.org/ä", "https://xn--mnchen-3ya.example.org/%C3%A4"),
        ("ftp://example.org/a", None),
        ("javascript:alert(1)", None),
        ("not an address", None),
        ("", None),
    ],
)
def test_canonical_url(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


def test_canonical_url_stays_the_same_when_taken_twice() -> None:
    once = canonical_url("https://Example.org/a b?x=ü&fbclid=1#c")
    assert once is not None
    assert canonical_url(once) == once


def test_registered_domain_knows_public_suffixes() -> None:
    assert registered_domain("https://news.norhaven.co.uk/a") == "norhaven.co.uk"
    assert registered_domain("http://127.0.0.1/a") == "127.0.0.1"
    assert registered_domain("mailto:desk@example.org") is None


@pytest.mark.parametrize(
    ("candidate", "trusted"),
    [
        (STORY, True),
        ("/politics/2024/05/12/bridge-opens-in-spring-1234567", True),
        (STORY.replace("www.", "m."), True),
        ("https://www.norhaven-post.example.org/", False),
        ("https://www.norhaven-post.example.org/politics", False),
        ("https://www.norhaven-post.example.org/politics/2024/05", False),
        ("https://other.example.net/politics/2024/05/12/bridge-opens-in-spring-1234567", False),
        ("javascript:void(0)", False),
    ],
)
def test_a_wrong_canonical_would_file_many_articles_as_one(candidate: str, trusted: bool) -> None:
    fetched = STORY + "?utm_source=feed"
    # example.org is a registered domain, so its subdomains are one site.
    chosen = choose_address([candidate], fetched)
    expected = canonical_url(STORY.replace("www.", "m.")) if "//m." in candidate else STORY
    assert (chosen == expected) if trusted else (chosen == STORY)


def test_an_amp_copy_is_filed_under_the_article() -> None:
    assert choose_address([STORY], STORY + "/amp") == STORY


def test_the_query_that_tells_articles_apart_stays() -> None:
    fetched = "https://example.org/news_view.htm?lang=e&id=181595"
    assert choose_address(["https://example.org/news_view.htm"], fetched) == fetched


def test_page_address_reads_link_then_open_graph() -> None:
    root = lxml.html.document_fromstring(
        f'<html><head><meta property="og:url" content="{STORY}"><link rel="canonical" href="/"></head></html>'
    )
    assert page_address(root, STORY + "?fbclid=1") == STORY
    assert page_address(root, None) == STORY
