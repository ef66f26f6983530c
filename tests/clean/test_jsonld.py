from __future__ import annotations

import time

import pytest

from copydesk.tasks.clean.jsonld import (
    address_of,
    flag_of,
    list_of,
    main_article,
    names_of,
    plain_body,
    read_json_ld,
    text_of,
    types_of,
)

WHOLE = '{"@type": "NewsArticle", "headline": "Bridge opens", "datePublished": "2024-05-12T09:00:00Z"}'


@pytest.mark.parametrize(
    "script",
    [
        WHOLE,
        f"<!-- {WHOLE} -->",
        f"//<![CDATA[\n{WHOLE}\n//]]>",
        f"/*<![CDATA[*/ {WHOLE} /*]]>*/",
        WHOLE.replace('"2024-05-12T09:00:00Z"}', '"2024-05-12T09:00:00Z",}'),
        WHOLE.replace("Bridge opens", "Bridge \n opens"),
        WHOLE.replace('"', "&quot;"),
        WHOLE + ";",
        WHOLE + "\n" + WHOLE,
        "[" + WHOLE + ",]",
        '{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ' + WHOLE + "]}",
        WHOLE.replace("Bridge", r"Bridge\'s").replace(r"\'s", ""),
        WHOLE[:-1] + ', "name": "an "unescaped" mark"}',
    ],
)
def test_damaged_scripts_are_read(script: str) -> None:
    article = main_article(read_json_ld([script]), [])
    assert article is not None
    assert text_of(article["headline"]) == "Bridge opens"
    assert article["datePublished"] == "2024-05-12T09:00:00Z"


@pytest.mark.parametrize(
    "script", ["", "null", "[]", "{", "var a = 1", "<!-- -->", "[" * 100_000, '"text"', "7"]
)
def test_what_is_no_json_ld_gives_nothing(script: str) -> None:
    assert main_article(read_json_ld([script]), []) is None


def test_ten_megabytes_do_not_hang() -> None:
    body = "word " * 2_000_000
    start = time.perf_counter()
    nodes = read_json_ld(['{"@type": "NewsArticle", "headline": "Long", "articleBody": "' + body + '"}'])
    read_json_ld(['{"@type": "NewsArticle", "articleBody": "' + body + '",}'])
    read_json_ld(["[" + ",".join(['{"@type": "ListItem"}'] * 300_000) + "]"])
    read_json_ld(
        [
            "{" + " " * 500_000 + "x",
            '{"a": "b"' + "\n" * 500_000 + "}",
            "<!--" * 100_000,
            "/*" * 100_000,
            "//" * 400_000,
        ]
    )
    assert time.perf_counter() - start < 3
    assert text_of(nodes[0]["headline"]) == "Long"


def test_deep_nesting_does_not_overflow() -> None:
    deep = "[" * 900 + "]" * 900
    nodes = read_json_ld(
        [f'{{"@type": "NewsArticle", "headline": {deep}, "author": {deep}, "image": {deep}}}']
    )
    assert text_of(nodes[0]["headline"]) is None
    assert names_of(nodes[0]["author"], {}) == []
    assert address_of(nodes[0]["image"]) is None


@pytest.mark.parametrize("tail", ["}", ",}", ', "name": "an "unescaped" mark"}'])
def test_half_an_emoji_can_still_be_written(tail: str) -> None:
    nodes = read_json_ld(
        ['{"@type": "NewsArticle", "headline": "Bridge \\ud83d\\ude00 opens \\ud83d"' + tail]
    )
    headline = text_of(nodes[0]["headline"])
    assert headline is not None
    assert headline.startswith("Bridge")
    headline.encode()


def test_the_article_that_the_page_shows_is_its_own() -> None:
    other = WHOLE.replace("Bridge opens", "Harbour closes")
    nodes = read_json_ld([f"[{other}, {WHOLE}]"])
    assert text_of(main_article(nodes, ["Bridge opens!"])["headline"]) == "Bridge opens"
    assert text_of(main_article(nodes, [])["headline"]) == "Harbour closes"


def test_listed_articles_are_of_other_pages() -> None:
    script = '{"@type": "ItemList", "itemListElement": [' + WHOLE + "]}"
    assert main_article(read_json_ld([script]), []) is None


def test_types_without_their_vocabulary() -> None:
    assert types_of({"@type": ["schema:NewsArticle", "https://schema.org/Report"]}) == {
        "newsarticle",
        "report",
    }


def test_names_by_reference_and_by_parts() -> None:
    by_id = {"#a": {"name": "Ada Moreno"}}
    value = [
        {"@id": "#a"},
        {"givenName": "Ben", "familyName": "Okafor"},
        "Cleo Lindqvist",
        {"name": ["Dan Wu"]},
    ]
    assert names_of(value, by_id) == ["Ada Moreno", "Ben Okafor", "Cleo Lindqvist", "Dan Wu"]


def test_text_is_unescaped_once_more_where_it_was_escaped_twice() -> None:
    assert text_of("R&amp;uuml;ckbau  der\nBr&uuml;cke") == "Rückbau der Brücke"
    assert text_of({"@value": "x"}) == "x"
    assert text_of(None) is None


@pytest.mark.parametrize(
    ("value", "flag"),
    [
        (True, True),
        ("False", False),
        ("https://schema.org/True", True),
        ("perhaps", None),
        (None, None),
        ([], None),
    ],
)
def test_flags_however_written(value: object, flag: bool | None) -> None:
    assert flag_of(value) is flag


def test_lists_and_strings_of_keywords() -> None:
    assert list_of("bridge, harbour ,") == ["bridge", "harbour"]
    assert list_of(["bridge", None, "harbour"]) == ["bridge", "harbour"]
    assert list_of(None) == []


def test_markup_in_the_body_goes() -> None:
    assert plain_body({"articleBody": "<p>One &amp; two.</p><p>Three.</p>"}) == "One & two.\nThree."
    assert plain_body({"articleBody": "&lt;p&gt;One.&lt;/p&gt;"}) == "One."
    assert plain_body({"articleBody": "  "}) is None
    assert plain_body({}) is None
