"""Addresses are read as browsers read them: the WHATWG's URL standard, and its tests where they are at hand."""

import json
import os
from pathlib import Path

import ada_url
import pytest

from copydesk.tasks.address import absolute_url, canonical_url, parsed_url

CORPORA = os.environ.get("COPYDESK_CORPORA")


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTP://Example.COM:80", "http://example.com/"),
        ("https://example.com:443/a/./b/../c", "https://example.com/a/c"),
        ("https://example.com/%7Eann/%zz", "https://example.com/%7Eann/%zz"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("https://example.com\\a\\b", "https://example.com/a/b"),
        ("https:example.com/x", "https://example.com/x"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("https://exa\tmple.com/\na", "https://example.com/a"),
        ("https://example.com/?b=2&utm_source=x&a=1#top", "https://example.com/?b=2&a=1"),
        ("https://example.com/?utm_source=x", "https://example.com/"),
        ("https://example.com//a//", "https://example.com//a//"),
        ("https://example.com./", "https://example.com./"),
        ("ftp://example.com/", None),
        ("https://", None),
        ("https://exa mple.com/", None),
        ("http://1.2.3.256/", None),
        ("http://example.com:99999/", None),
        ("javascript:alert(1)", None),
        ("//example.com/a", None),
    ],
)
def test_one_spelling(address: str, canonical: str | None) -> None:
    assert canonical_url(address) == canonical
    if canonical:
        assert canonical_url(canonical) == canonical


@pytest.mark.skipif(not CORPORA, reason="COPYDESK_CORPORA names no folder")
def test_every_address_of_the_standards_tests() -> None:
    cases = json.loads((Path(CORPORA or "") / "urltestdata.json").read_text())
    read = refused = 0
    for case in cases:
        # No address at all is none here; to a browser it is the page's own.
        if not isinstance(case, dict) or not case["input"].strip():
            continue
        base = case.get("base")
        if case.get("failure"):
            assert absolute_url(case["input"], base) is None, case
            refused += 1
        elif case["protocol"] in ("http:", "https:"):
            assert absolute_url(case["input"], base) == case["href"], case
            assert canonical_url(case["href"]) == without_fragment(case["href"]), case
            read += 1
    assert read > 200 and refused > 200


def without_fragment(address: str) -> str:
    """The address as the standard says it, less what `canonical_url` takes out of it."""
    expected = ada_url.URL(address)
    expected.hash = ""
    parsed = parsed_url(address)
    assert parsed is not None
    # None of the standard's cases holds a tracking parameter or an empty one but these.
    if expected.search:
        expected.search = "&".join(part for part in expected.search[1:].split("&") if part)
    return str(expected.href)
