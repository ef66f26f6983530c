from __future__ import annotations

import lxml.html
import pytest

from copydesk.tasks.clean.authors import find_authors
from copydesk.tasks.clean.headline import site_names
from copydesk.tasks.clean.markup import read_markup
from copydesk.tasks.clean.names import clean_authors, is_full_name, names_in_byline


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (["By Ada Moreno"], ["Ada Moreno"]),
        (["Ada Moreno and Ben Okafor"], ["Ada Moreno", "Ben Okafor"]),
        (["Ada Moreno, Ben Okafor & Cleo Lindqvist"], ["Ada Moreno", "Ben Okafor", "Cleo Lindqvist"]),
        (["Von Ada Moreno und Ben Okafor"], ["Ada Moreno", "Ben Okafor"]),
        (["Por Ada Moreno y Ben Okafor"], ["Ada Moreno", "Ben Okafor"]),
        (["Par Ada Moreno"], ["Ada Moreno"]),
        (["Ada Moreno, Senior Reporter"], ["Ada Moreno"]),
        (["Ada Moreno, PhD"], ["Ada Moreno"]),
        (["Ada Moreno (amo)"], ["Ada Moreno"]),
        (["Ada Moreno ada.moreno@example.org"], ["Ada Moreno"]),
        (["Ada Moreno @adamoreno"], ["Ada Moreno"]),
        (["https://example.org/staff/ada"], []),
        (["@norhavenpost"], []),
        (["May 12, 2024"], []),
        (["admin"], []),
        (["Edited by Ben Okafor"], []),
        (["Centre for Roads and Bridges"], ["Centre for Roads and Bridges"]),
        (["Norhaven News Desk"], ["Norhaven News Desk"]),
        (["dpa"], ["dpa"]),
        (["ADA MORENO", "Ada Moreno"], ["ADA MORENO"]),
        ([""], []),
    ],
)
def test_clean_authors(raw: list[str], names: list[str]) -> None:
    assert list(clean_authors(raw)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Moreno and Ben Okafor Updated May 3, 2024", ["Ada Moreno", "Ben Okafor"]),
        ("Ada Moreno • 5 min read", ["Ada Moreno"]),
        ("12 May 2024 | Written by Ada Moreno", ["Ada Moreno"]),
        ("Autor: Ada Moreno", ["Ada Moreno"]),
        ("By Ada Moreno, Political Editor", ["Ada Moreno"]),
        ("Ada Moreno Ada Moreno", ["Ada Moreno"]),
        ("3 May 2024 Ada Moreno", ["Ada Moreno"]),
        ("03/05/2024 by Ada Moreno", ["Ada Moreno"]),
        ("By Md Karim Sheikh", ["Md Karim Sheikh"]),
        ("BO Ben Okafor", ["Ben Okafor"]),
        ("By the Norhaven Team", ["the Norhaven Team"]),
        ("Norhaven Staff", ["Norhaven Staff"]),
        ("Meet our team", []),
        ("Read more about this topic", []),
        ("Share this article", []),
        ("By the river, a bridge is growing", []),
    ],
)
def test_names_in_byline(line: str, names: list[str]) -> None:
    assert list(names_in_byline(line)) == names


@pytest.mark.parametrize("name", ["Ada Moreno", "Ludwig van der Berg", "J. R. Okafor", "Zoë O'Brien"])
def test_full_names(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize(
    "text", ["Ada", "read more", "News Desk", "The Author", "bridge opens in spring", ""]
)
def test_no_full_names(text: str) -> None:
    assert not is_full_name(text)


def authors(html: str) -> list[str]:
    markup = read_markup(lxml.html.document_fromstring(html))
    return list(find_authors(markup, site_names(markup, "https://norhavenpost.example.org/a")))


LD = '<script type="application/ld+json">{"@type":"NewsArticle","author":%s}</script>'


def test_people_before_the_outlet() -> None:
    head = '<meta property="og:site_name" content="Norhaven Post">' + LD % '{"name":"Norhaven Post"}'
    page = f"<html><head>{head}</head><body><h1>Bridge opens</h1>%s<p>Text.</p></body></html>"
    assert authors(page % '<p class="byline">By Ada Moreno</p>') == ["Ada Moreno"]
    assert authors(page % "") == ["Norhaven Post"]


@pytest.mark.parametrize(
    "page",
    [
        "<html><head>" + LD % '[{"name":"Ada Moreno"},{"name":"Ben Okafor"}]' + "</head><body></body></html>",
        '<html><head><meta name="author" content="Ada Moreno, Ben Okafor"></head><body></body></html>',
        '<html><head><meta name="citation_author" content="Moreno, Ada">'
        '<meta name="citation_author" content="Okafor, Ben"></head><body></body></html>',
        '<html><body><h1>Bridge</h1><a rel="author" href="/a">Ada Moreno</a><a rel="author" href="/b">Ben Okafor</a></body></html>',
        "<html><body><h1>Bridge</h1><div>By Ada Moreno and Ben Okafor</div></body></html>",
        '<html><head><meta name="twitter:label1" content="Written by"><meta name="twitter:data1"'
        ' content="Ada Moreno, Ben Okafor"></head><body></body></html>',
        '<html><body><h1>Bridge</h1><a href="/author/ada-moreno">Ada Moreno</a> and <a'
        ' href="/author/ben-okafor">Ben Okafor</a><div><a href="/author/x">Local News</a></div></body></html>',
        '<html><head><meta name="author" content="Ada Moreno"></head><body><h1>Bridge</h1><div><a rel="author"'
        ' href="/1">Ada Moreno</a><a rel="author" href="/2">Ben Okafor</a></div></body></html>',
        '<html><head><meta name="author" content="Norhaven Post"><meta property="og:site_name"'
        ' content="Norhaven Post"><meta name="description" content="Ada Moreno/Ben Okafor NORHAVEN, The bridge">'
        "</head><body><h1>Bridge</h1><p>Ada Moreno/Ben Okafor</p><p>NORHAVEN, The bridge is open.</p></body></html>",
    ],
)
def test_places_of_bylines(page: str) -> None:
    assert authors(page) == ["Ada Moreno", "Ben Okafor"]


def test_of_linked_authors_those_nearest_to_the_headline() -> None:
    page = """<html><body><main><article><h1>Bridge opens</h1><p><a rel="author" href="/1">Ada Moreno</a></p>
    <p>Text.</p></article><div><h2>Harbour</h2><a rel="author" href="/2">Ben Okafor</a></div></main></body></html>"""
    assert authors(page) == ["Ada Moreno"]


def test_nobody_is_nobody() -> None:
    assert authors("<html><body><h1>Bridge opens</h1><p>By the river it rained.</p></body></html>") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("מאת: נועה פרידמן, 11/03/2025", ["נועה פרידמן"]),
        ("كتبت: سلمى الحارثي", ["سلمى الحارثي"]),
        ("लेखक: प्रियंका जोशी", ["प्रियंका जोशी"]),
        ("Γράφει η Μαρία Παπά", ["Μαρία Παπά"]),
        ("文／林佩蓉", ["林佩蓉"]),
        ("최은별 기자 star@harbour.example.com", ["최은별"]),
        ("โดย กองบรรณาธิการ", ["กองบรรณาธิการ"]),
        ("سلمى الحارثي", []),
        ("โดย นายสมชาย ทองดี นายกเทศมนตรีตำบลคลองสิบ เปิดเผยว่า", []),
    ],
)
def test_names_in_scripts_without_capitals_need_a_word_that_says_so(line: str, names: list[str]) -> None:
    assert list(names_in_byline(line)) == names
