"""What a robots.txt allows, as RFC 9309 and Google's own parser read it."""

from __future__ import annotations

import os
import re
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import robotstxt

from copydesk.tasks.address import canonical_url
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.robots import ALLOW_ALL, Robots, rules_of
from copydesk.tasks.fetch.settings import PRODUCT

CORPORA = os.environ.get("COPYDESK_CORPORA")
AT = datetime(2026, 11, 24, tzinfo=UTC)
_RULE = re.compile(r"^[ \t]*(?:dis)?allow[ \t]*:[ \t]*(\S[^\r\n#]*)", re.IGNORECASE | re.MULTILINE)
_RULES_A_FILE = 10

OWN = {
    "none": "",
    "all closed": "User-agent: *\nDisallow: /\n",
    "all open": "User-agent: *\nDisallow:\n",
    "one page open": "User-agent: *\nDisallow: /\nAllow: /$\nAllow: /news/\n",
    "us alone": "User-agent: copydesk\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n",
    "us among others": "User-agent: other\nUser-agent: CopyDesk\nDisallow: /a\nAllow: /a/b\n",
    "two groups for us": "user-agent: copydesk\ndisallow: /a\nuser-agent: x\ndisallow: /x\nuser-agent: copydesk\ndisallow: /b",
    "longest rule wins": "User-agent: *\nAllow: /page\nDisallow: /page.html\nAllow: /folder/\nDisallow: /folder\n",
    "as long, allow wins": "User-agent: *\nDisallow: /page\nAllow: /page\n",
    "wildcards": "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?print=\nDisallow: /a*b*c\nAllow: /*/open$\n",
    "many stars": "User-agent: *\nDisallow: /***a***b\nDisallow: *gif\nDisallow: /*$\nAllow: /x\n",
    "dollar within": "User-agent: *\nDisallow: /a$b\nDisallow: /c$$\n",
    "case": "USER-AGENT: *\nDISALLOW: /Story\n",
    "encoded": "User-agent: *\nDisallow: /caf%C3%A9\nDisallow: /caf\u00e9s\nDisallow: /%7euser\n",
    "comments": "# all\nUser-agent: * # any\nDisallow: /a # this\n#Disallow: /b\n",
    "line ends": "User-agent: *\rDisallow: /a\r\nDisallow: /b\n\n\rDisallow: /c",
    "blanks": "  User-agent :  *  \n\t Disallow\t:\t/a \n Allow : /a/b\n",
    "no blank line": "User-agent: *\nDisallow: /a\nUser-agent: copydesk\nDisallow: /b\n",
    "blank within": "User-agent: copydesk\n\nDisallow: /a\n\nDisallow: /b\n",
    "rules before any": "Disallow: /a\nUser-agent: *\nDisallow: /b\n",
    "unknown lines": "Host: x\nUser-agent: *\nCrawl-delay: 3\nClean-param: a /b\nDisallow: /b\nNoindex: /c\n",
    "typo": "User agent: *\nDissallow: /a\n",
    "html": "<!doctype html><html><body><p>Not found. Disallow: /</p></body></html>",
    "query": "User-agent: *\nDisallow: /?\nDisallow: /search?q=\nAllow: /?page=1$\n",
    "sitemap between": "User-agent: copydesk\nSitemap: https://a.example/s.xml\nDisallow: /a\n",
    "version of us": "User-agent: copydesk/2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n",
}


def probes(text: str) -> list[str]:
    """Addresses that a file's own rules speak of: as they stand, a little longer, a little shorter."""
    paths = ["/", "/news/2026/11/24/story.html", "/a", "/a/b", "/b", "/c"]
    rules = list(dict.fromkeys(_RULE.findall(text)))
    for rule in rules[:: len(rules) // _RULES_A_FILE + 1]:
        path = rule.strip().removesuffix("$").replace("*", "x1")
        path = path if path.startswith("/") else "/" + path
        paths += [path, path + "more", path + "/more?x=1", path[:-1] or "/", path.swapcase()]
    found = (canonical_url(f"https://site.example{path}") for path in dict.fromkeys(paths))
    # The oracle drops an empty query before it matches; a crawler asks for the address as it is.
    return [url for url in dict.fromkeys(found) if url and not url.endswith("?")]


def google_allows(text: str, url: str) -> bool:
    return bool(robotstxt.RobotsMatcher().is_allowed(text, PRODUCT, url))


def agreement(texts: dict[str, str]) -> tuple[float, list[tuple[str, str]]]:
    """The share of probes on which Google's parser says the same, and those on which it does not."""
    asked, apart = 0, []
    for name, text in texts.items():
        robots = Robots.read(text.encode())
        for url in probes(text):
            asked += 1
            if (robots.decision(url) == "allow") != google_allows(text, url):
                apart.append((name, url))
    return 1 - len(apart) / asked, apart


@pytest.mark.parametrize("name", OWN)
def test_own_files_are_read_as_google_reads_them(name: str) -> None:
    assert agreement({name: OWN[name]})[1] == []


def _corpus() -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(Path(CORPORA or "") / "robots.zip") as files:
        for name in files.namelist():
            yield name, files.read(name).decode("utf-8", "replace").removeprefix("\ufeff")


@pytest.mark.skipif(CORPORA is None, reason="COPYDESK_CORPORA names no folder")
def test_files_of_the_web_are_read_as_google_reads_them() -> None:
    share, apart = agreement(dict(_corpus()))
    assert share >= 0.98, apart[:20]


def test_a_byte_order_mark_and_other_encodings() -> None:
    for body in (
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /a",
        b"User-agent: *\nDisallow: /a\nDisallow: /caf\xe9",
    ):
        assert Robots.read(body).decision("https://a.example/a") == "disallow"
        assert Robots.read(body).decision("https://a.example/b") == "allow"
    assert Robots.read(bytes(range(256)) * 100).decision("https://a.example/a") == "allow"


def test_what_is_slow_elsewhere_is_not_here() -> None:
    body = b"User-agent: *\nDisallow: /" + b"*a" * 40 + b"$\n" + b"Disallow: /x\n" * 30_000
    began = time.monotonic()
    Robots.read(body).decision("https://a.example/" + "a" * 300 + "b")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 10", 10.0),
        ("User-agent: copydesk\nCrawl-delay: 2.5\n\nUser-agent: *\nCrawl-delay: 10", 2.5),
        ("User-agent: *\nRequest-rate: 1/20", 20.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: -5", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
        ("", 0.0),
    ],
)
def test_the_delay_that_is_asked_for(text: str, seconds: float) -> None:
    assert Robots.read(text.encode()).delay == seconds


def test_sitemaps_are_named_whatever_the_group() -> None:
    text = "Sitemap: https://a.example/1.xml\nUser-agent: x\nDisallow: /\nsitemap: https://a.example/2.xml\n"
    assert Robots.read(text.encode()).sitemaps == ("https://a.example/1.xml", "https://a.example/2.xml")


def test_robots_that_cannot_be_reached_forbid_all() -> None:
    assert Robots.read(b"", reachable=False).decision("https://a.example/") == "unreachable"


def answer(outcome: str, status: int | None = None, body: bytes = b"") -> Exchange:
    return Exchange("https://a.example/robots.txt", "robots", AT, 0.1, outcome, status=status, body=body)


@pytest.mark.parametrize(
    ("exchange", "rules"),
    [
        (answer("ok", 200, b"User-agent: *"), b"User-agent: *"),
        (answer("too_large", 200, b"User-agent: *"), b"User-agent: *"),
        (answer("http_error", 404), ALLOW_ALL),
        (answer("http_error", 401), ALLOW_ALL),
        (answer("http_error", 403), ALLOW_ALL),
        (answer("http_error", 410), ALLOW_ALL),
        (answer("too_many_redirects", 301), ALLOW_ALL),
        (answer("http_error", 429), None),
        (answer("http_error", 500), None),
        (answer("http_error", 503), None),
        (answer("timeout"), None),
        (answer("connection"), None),
        (answer("dns"), None),
        (answer("tls"), None),
        (answer("broken_body", 200, b"User-agent: *"), None),
        (answer("not_modified", 304), None),
    ],
)
def test_what_an_answer_stands_for(exchange: Exchange, rules: bytes | None) -> None:
    assert rules_of(exchange) == rules
