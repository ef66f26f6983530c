import pytest

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.page import parse_page, read_blocks


def texts(page: str) -> list[str]:
    return [block.text for block in read_blocks(parse_page(page))]


def test_runs_of_text_between_block_tags() -> None:
    page = "<div>Loose <b>words</b>.<p>The  first\n<a href=x>link</a>ed.</p>tail<h2>Head</h2></div>"
    assert texts(page) == ["Loose words.", "The first linked.", "tail", "Head"]


def test_two_line_breaks_part_paragraphs_and_one_stays_a_line_break() -> None:
    assert texts("<p>One<br>still one<br><br>two<br/> <br/>three</p>") == ["One\nstill one", "two", "three"]


def test_a_table_gives_a_block_per_row() -> None:
    table = "<table><tr><th>Pier</th><th>Boats</th></tr><tr><td>North</td><td>4</td></tr></table>"
    assert texts(table) == ["Pier Boats", "North 4"]


def test_a_layout_table_does_not_glue_its_columns() -> None:
    cell = "The harbour master opened the sluices at dawn. " * 6
    assert len(texts(f"<table><tr><td>{cell}</td><td>News</td></tr></table>")) == 2


def test_scripts_styles_and_comments_are_no_text_but_what_follows_them_is() -> None:
    page = "<p>a<script>x()</script>b<style>p{}</style>c<!-- d -->e<noscript>f</noscript>g</p>"
    assert texts(page) == ["abceg"]


def test_a_block_knows_its_links_headings_and_surroundings() -> None:
    page = "<article class='story-body'><h2><a href=/x>Tide</a></h2><aside hidden><p>Ad</p></aside></article>"
    head, aside = read_blocks(parse_page(page))
    assert (head.heading, head.link_characters, head.links) == (2, 4, 1)
    assert not head.container.hidden
    assert aside.container.hidden
    assert aside.container.within("article") and aside.container.within("aside")


@pytest.mark.parametrize("style", ["display: none", "visibility:hidden", "color:red;DISPLAY:none"])
def test_a_style_can_hide(style: str) -> None:
    (block,) = read_blocks(parse_page(f'<div style="{style}"><p>x</p></div>'))
    assert block.container.hidden


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("\x00<p>a\x00b\x0b</p>", ["a b"]),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html><p>Größe</p>', ["Größe"]),
        ("plain words, no tags", ["plain words, no tags"]),
        ("<p>a\ud800b</p>", ["a b"]),
        ("<td>cell</td><li>item", ["cell", "item"]),
        ("<html><body><p>a</p></body></html><p>after the end</p></BODY >", ["a", "after the end"]),
    ],
)
def test_broken_pages_are_read(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize("page", ["", " \n", "<!-- only a comment -->", "\x00"])
def test_what_holds_no_element_is_refused(page: str) -> None:
    with pytest.raises(RejectedInputError) as refused:
        read_blocks(parse_page(page))
    assert refused.value.reason == "not_html"


def test_depth_is_no_danger() -> None:
    with pytest.raises(RejectedInputError, match="within more than"):
        texts("<div>" * 100_000 + "deep")
    assert texts("<div>" * 2_000 + "deep") == ["deep"]
    assert texts("<div>" * 200 + "deep") == ["deep"]


def test_a_huge_paragraph_is_read_whole() -> None:
    (text,) = texts("<p>" + "word " * 2_500_000 + "</p>")
    assert len(text) == 12_499_999
