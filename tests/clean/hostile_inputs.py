"""Pages that no newsroom publishes: too large, too deep, cut off, contradictory, made to stall.

`PAGES` names them (`hostile_texts.TEXTS` the texts), each with a function from a size (a count of what there is too much of) to
the bytes of one input, the size for everyday tests, and the full size.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

TITLE = "Two ferries stay in port until spring"
PROSE = (
    "The ferry company said on Tuesday that two of its boats would stay in port until the spring, after "
    "inspectors found cracks in the hulls of both. Passengers will be taken by bus instead."
)
STORY = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>Nobody was hurt in either boat, the harbour master said.</p>"
MARKS = "\u0301\u0323"
"""Marks that Unicode's normalisation has to sort."""
Make = Callable[[int], bytes]
Case = tuple[Make, int, int]


def page(after: str = "", head: str = "", story: str = STORY) -> bytes:
    """Return a page with a short story, and what else is given."""
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE}</title>{head}</head><body>{story}{after}"
    ).encode("utf-8", "surrogatepass")


def _json_ld(text: str) -> bytes:
    return page(head=f'<script type="application/ld+json">{text}</script>')


def _article(body: str) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": body})


def _state(text: str) -> bytes:
    return page(story=f'<h1>{TITLE}</h1><script id="__NEXT_DATA__" type="application/json">{text}</script>')


def _mixed(size: int) -> bytes:
    part = f"<p>Prozeß über zwei Fähren. {PROSE}</p>"
    encodings = ("utf-8", "cp1252", "utf-16-le", "shift_jis", "koi8-r")
    return page() + b"".join(part.encode(name, "ignore") for _ in range(size) for name in encodings)


def zipped(size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", page() * size)
    return stream.getvalue()


def _entities(size: int) -> bytes:
    names = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, min(size, 50)))
    doctype = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{names}]>'
    return f"{doctype}<html><body>{STORY}<p>&l{min(size, 50) - 1};</p></body></html>".encode()


def _repeated(part: str) -> Make:
    return lambda size: page(part * size)


def _numbered(part: str) -> Make:
    return lambda size: page("".join(part.replace("N", str(number)) for number in range(size)))


def _nested(opening: str, closing: str = "") -> Make:
    return lambda size: page(f"{opening * size}{PROSE}{closing * size}")


_RELATED = "".join(f"<p>Paragraph {number} of the report. {PROSE}</p>" for number in range(20))

PAGES: dict[str, Case] = {
    "large page": (_numbered(f"<p>Paragraph N. {PROSE}</p>"), 2_000, 80_000),
    "one large paragraph": (lambda size: page(f"<p>{(PROSE + ' ') * size}</p>"), 5_000, 100_000),
    "one large word": (lambda size: page(f"<p>{'x' * size}</p>"), 500_000, 19_000_000),
    "nested div": (_nested("<div>", "</div>"), 10_000, 100_000),
    "nested div, never closed": (_nested("<div class=story>"), 10_000, 100_000),
    "nested div with text each": (_repeated("<div>Nobody was hurt in either boat. "), 3_000, 100_000),
    "nested bold": (_nested("<b>"), 10_000, 100_000),
    "nested bold with text each": (_repeated("<b>word "), 10_000, 100_000),
    "nested links": (_repeated("<a href=/a>word "), 10_000, 100_000),
    "nested mixed inline": (_repeated("<b><i><a href=/a><span>word "), 3_000, 50_000),
    "nested lists": (_repeated("<ul><li>word "), 5_000, 50_000),
    "nested tables": (_repeated("<table><tr><td>word "), 2_000, 50_000),
    "nested headings": (_repeated("<section><h2>word "), 5_000, 50_000),
    "nested blockquotes": (_repeated(f"<blockquote>{PROSE}"), 2_000, 50_000),
    "nested articles": (_repeated(f"<article><p>{PROSE}</p>"), 2_000, 50_000),
    "no closing tags": (_repeated(f"<p>{PROSE}<b>Nobody was hurt.<li>word<td>cell"), 2_000, 50_000),
    "only closing tags": (_repeated("</div></p></span>"), 20_000, 1_000_000),
    "attributes on one element": (
        lambda size: page(f"<p {' '.join(f'a{number}=1' for number in range(size))}>{PROSE}</p>"),
        20_000,
        1_000_000,
    ),
    "attributes over elements": (_numbered("<p id=N>word"), 5_000, 1_000_000),
    "many class names": (_numbered("<div class='content-N story-N'>word N</div>"), 3_000, 400_000),
    "one long attribute": (lambda size: page(f'<p class="{"a " * size}">{PROSE}</p>'), 500_000, 5_000_000),
    "one long style": (lambda size: page(f'<p style="{"display : " * size}">{PROSE}</p>'), 50_000, 1_000_000),
    "one long address": (
        lambda size: page(f'<a href="/{"a" * size}">x</a>', f'<link rel=canonical href="/{"b" * size}">'),
        100_000,
        9_000_000,
    ),
    "NUL bytes": (lambda size: page("\0" * size + f"<p>{PROSE}\0</p>" * 50), 500, 5_000),
    "only NUL bytes": (lambda size: b"\0" * size, 100_000, 10_000_000),
    "mixed encodings": (_mixed, 50, 5_000),
    "JSON-LD, large": (lambda size: _json_ld(_article((PROSE + "\n") * size)), 5_000, 55_000),
    "JSON-LD, many articles": (
        lambda size: _json_ld(f"[{','.join([_article(PROSE)] * size)}]"),
        2_000,
        40_000,
    ),
    "JSON-LD, cut off": (lambda size: _json_ld(_article((PROSE + "\n") * size)[:-2]), 5_000, 55_000),
    "JSON-LD, repaired": (
        lambda size: _json_ld("[" + ",".join([_article(PROSE)] * size) + ",]"),
        500,
        3_000,
    ),
    "JSON-LD, brackets": (lambda size: _json_ld("[" * size), 20_000, 1_000_000),
    "JSON-LD, brackets closed": (lambda size: _json_ld("[" * size + "]" * size), 20_000, 400_000),
    "JSON-LD, braces": (lambda size: _json_ld('{"a":' * size), 20_000, 200_000),
    "JSON-LD, braces closed": (lambda size: _json_ld('{"a":' * size + "1" + "}" * size), 20_000, 150_000),
    "JSON-LD, graph in graph": (
        lambda size: _json_ld('{"@graph":[' * size + _article(PROSE) + "]}" * size),
        400,
        100_000,
    ),
    "JSON-LD, quotes": (lambda size: _json_ld('{"@type":"' + '\\"' * size), 20_000, 490_000),
    "JSON-LD, commas": (lambda size: _json_ld('{"@type":1' + ", " * size + "x"), 20_000, 490_000),
    "JSON-LD, line breaks": (lambda size: _json_ld('{"@type":"a"' + "\n" * size + "x"), 20_000, 900_000),
    "JSON-LD, surrogates": (lambda size: _json_ld('{"@type":"' + "\\ud800" * size), 20_000, 150_000),
    "JSON-LD, many scripts": (
        lambda size: page(head=f'<script type="application/ld+json">{_article(PROSE)}</script>' * size),
        2_000,
        50_000,
    ),
    "JSON-LD, wide values": (
        lambda size: _json_ld(
            json.dumps(
                {
                    "@type": "NewsArticle",
                    **dict.fromkeys(
                        (
                            "headline",
                            "author",
                            "keywords",
                            "datePublished",
                            "description",
                            "image",
                            "publisher",
                        ),
                        [["word" * 5]] * size,
                    ),
                }
            )
        ),
        5_000,
        50_000,
    ),
    "state, brackets": (lambda size: _state("[" * size + "]" * size), 20_000, 400_000),
    "state, braces": (lambda size: _state('{"content":' * size + "1" + "}" * size), 20_000, 150_000),
    "state, many bodies": (
        lambda size: _state(json.dumps([{"title": TITLE, "body": f"{PROSE} {PROSE}\n{PROSE}"}] * size)),
        2_000,
        25_000,
    ),
    "state, one body": (lambda size: _state(json.dumps({"body": f"<p>{PROSE}" * size})), 5_000, 80_000),
    "state, many scripts": (
        lambda size: page('<script>self.__next_f.push([1,"a:{"])</script>' * size, story=""),
        5_000,
        200_000,
    ),
    "script in title": (
        lambda size: page(head=f"<title>{'<script>alert(1)</script>' * size}</title>"),
        1_000,
        400_000,
    ),
    "long title": (
        lambda size: page(
            head=f"<meta property=og:title content='{'a | ' * size}'>",
            story=f"<h1>{'word - ' * size}</h1><p>{PROSE}</p>",
        ),
        10_000,
        1_000_000,
    ),
    "empty blocks": (_repeated("<p> </p>"), 50_000, 1_000_000),
    "tiny blocks": (_repeated("<p>a</p>"), 5_000, 1_000_000),
    "short blocks, numbered": (_numbered("<p>Line N of the list</p>"), 3_000, 500_000),
    "line breaks": (_repeated("<br>"), 50_000, 1_000_000),
    "lines": (_repeated("line of the page<br>"), 10_000, 500_000),
    "links": (_numbered("<a href=/N>A link with the number N</a> "), 3_000, 400_000),
    "list of links": (_numbered("<li><a href=/N>The story with the number N</a>"), 10_000, 300_000),
    "headings": (_numbered("<h2>Heading N of the page</h2>"), 5_000, 100_000),
    "first headings": (_numbered("<h1>Heading N of the page</h1>"), 5_000, 100_000),
    "quotes of the story": (
        lambda size: page(
            f"<blockquote>{PROSE[10:60]} N</blockquote>".replace("N", "again") * size, story=STORY * 2
        ),
        2_000,
        50_000,
    ),
    "paragraphs in quotes": (
        _numbered(f"<blockquote><p>Paragraph N. {PROSE}</p></blockquote>"),
        1_000,
        20_000,
    ),
    "the same paragraph": (_repeated(f"<p>{PROSE}</p>"), 2_000, 80_000),
    "billion laughs": (_entities, 12, 40),
    "entities": (_repeated("&amp;&#8217;&nosuchentity;"), 20_000, 700_000),
    "comments": (_repeated("<!-- a comment -->"), 20_000, 500_000),
    "one long comment": (lambda size: page(f"<!-- {'a - ' * size}-->"), 100_000, 4_500_000),
    "unclosed comment first": (lambda size: b"<!--" + page(_RELATED * size), 1, 200),
    "unclosed script first": (lambda size: b"<script>" + page(_RELATED * size), 1, 200),
    "unclosed textarea first": (lambda size: b"<textarea>" + page(_RELATED * size), 1, 200),
    "unclosed title first": (lambda size: b"<title>" + page(_RELATED * size), 1, 200),
    "unclosed attribute first": (lambda size: b'<p class="' + page(_RELATED * size), 1, 200),
    "lone surrogates": (_repeated("<p>\ud800 half a letter \udfff</p>"), 1_000, 100_000),
    "surrogates as entities": (
        _repeated("<p>&#xd800; half a letter &#xdfff; &#0; &#x110000;</p>"),
        1_000,
        100_000,
    ),
    "bidi controls": (_repeated(f"<p>\u202e{PROSE}\u202c\u2066\u200f</p>"), 500, 50_000),
    "combining marks": (
        lambda size: page(f"<p>a{MARKS * size}</p>", story=f"<h1>e{MARKS * size}</h1><p>{PROSE}</p>"),
        20_000,
        1_000_000,
    ),
    "wide table": (lambda size: page(f"<table><tr>{'<td>a cell' * size}</table>"), 10_000, 500_000),
    "long table": (_numbered("<table><tr><td>cell<td>N"), 5_000, 100_000),
    "long table, one": (
        lambda size: page(f"<table>{'<tr><td>cell<td>another' * size}</table>"),
        3_000,
        500_000,
    ),
    "tables in cells": (
        lambda size: page(f"<table><tr><td>{f'<table><tr><td>{PROSE}</table>' * size}</table>"),
        1_000,
        50_000,
    ),
    "bases and charsets": (
        lambda size: page(
            head="<base href=//a.example/><base href=x:><meta charset=utf-16><meta charset=koi8-r>" * size
        ),
        1_000,
        100_000,
    ),
    "metas": (lambda size: page(head=f"<meta name=author content='{TITLE}'>" * size), 5_000, 300_000),
    "dates": (_numbered("<time datetime=2024-13-N>On N</time>"), 5_000, 300_000),
    "bylines": (_numbered("<div class=byline>By Ada N</div>"), 5_000, 300_000),
    "bylines in asides": (
        _numbered("<aside><div class=author rel=author>By Ada Berg N</div></aside>"),
        5_000,
        200_000,
    ),
    "authors nested": (_repeated("<div itemprop=author class=byline>By "), 2_000, 50_000),
    "dates nested": (_repeated("<time class=date datetime=2024>May "), 2_000, 50_000),
    "forms": (_repeated("<form><input><select><option>a<option>b</select>"), 2_000, 100_000),
    "svg and math": (_repeated("<svg><math><p>word"), 2_000, 50_000),
    "UTF-16 without a mark": (lambda size: page(_RELATED * size).decode().encode("utf-16-le"), 5, 1_000),
    "UTF-32 without a mark": (lambda size: page(_RELATED * size).decode().encode("utf-32-be"), 5, 1_000),
    "UTF-7": (
        lambda size: b"<meta charset=utf-7>" + page("<p>Fähren" * size).decode().encode("utf-7"),
        500,
        500_000,
    ),
    "no known encoding": (lambda size: page() + bytes(range(128, 256)) * size, 500, 50_000),
    "zero length": (lambda size: b"", 1, 1),
    "only white space": (lambda size: b" \t\r\n" * size, 50_000, 4_000_000),
    "only no-break spaces": (lambda size: page(story=f"<p>{'&nbsp; ' * size}</p>"), 20_000, 2_000_000),
    "a PDF": (lambda size: b"%PDF-1.7\n" + page() * size, 10, 10_000),
    "gzip": (lambda size: gzip.compress(page() * size), 100, 10_000),
    "a ZIP": (zipped, 100, 10_000),
    "brackets": (lambda size: b"<" * size, 50_000, 2_000_000),
    "tag never ended": (lambda size: page() + b"<p " * size, 50_000, 2_000_000),
    "unknown tags": (_numbered("<xN>word"), 5_000, 300_000),
    "processing instructions": (_repeated("<?php echo 1 ?>"), 5_000, 500_000),
    "CDATA": (_repeated("<![CDATA[word]]>"), 5_000, 500_000),
    "doctypes": (_repeated("<!doctype html><html><body>"), 5_000, 300_000),
    "ends in the middle": (_repeated(f"</body></html><p>{PROSE}</p>"), 500, 50_000),
    "almost an end": (lambda size: page("</body" + " " * size), 50_000, 2_000_000),
    "many almost ends": (_repeated("</body " + " " * 50), 5_000, 200_000),
}
