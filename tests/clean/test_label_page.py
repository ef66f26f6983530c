from copydesk.tasks.article import LABELS, Block
from copydesk.tasks.clean.features import NAMES
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.page import parse_page

TITLE = "Harbour wall at Ostrelle gives way after three days of storms"
PARAGRAPHS = (
    "The old harbour wall at Ostrelle gave way on Tuesday morning, sending water into forty houses along the "
    "quay, the town's fire service said.",
    "“We heard it go before we saw it,” said Maren Tolvik, who has run the chandlery on the quay since 1998. "
    "“By the time I had my boots on, the street was a river.”",
    "Engineers had warned the council in March that the wall, built in 1887, would not stand another winter "
    "without repairs that were put at 2.4 million crowns.",
    "The council said that it had set the money aside but that no contractor had bid for the work. A second "
    "tender closes next week, and the mayor has asked the government in the capital for help.",
    "Schools will stay closed until Friday, and trains along the coast are not expected to run again before "
    "the weekend, the railway said in a statement.",
)


def page(*, extra: str = "", after: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:3])
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[3:])
    return f"""<!doctype html><html lang="en"><head><title>{TITLE} | The Ostrelle Courier</title></head><body>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
    <main><article><h1>{TITLE}</h1><div class="byline">By <a href="/a">Ida Brandvold</a></div>
    <figure><img src="w.jpg"><figcaption>The quay on Tuesday. Photo: Jon Asker</figcaption></figure>
    <div class="article-body">{body}{extra}<h2>No contractor bid for the work</h2>{rest}</div></article>
    <aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Ferries stay in port as gale nears</a></li>
    <li><a href="/2">Council debates the wall, again</a></li></ul></aside></main>{after}
    <footer><p>© 2024 The Ostrelle Courier. All rights reserved.</p></footer></body></html>"""


def labels(text: str, evidence: PageEvidence | None = None) -> list[Block]:
    return label_page(parse_page(text), evidence or PageEvidence(title=TITLE))


def label_of(blocks: list[Block], start: str) -> str:
    return next(block.label for block in blocks if block.text.startswith(start))


def test_the_paragraphs_are_kept_and_the_page_around_them_is_not() -> None:
    blocks = labels(page())
    kept = [block.text for block in blocks if block.kept]
    assert kept == [*PARAGRAPHS[:3], "No contractor bid for the work", *PARAGRAPHS[3:]]
    assert label_of(blocks, "No contractor") == "subheading"
    assert label_of(blocks, TITLE) == "headline"
    assert label_of(blocks, "By Ida") == "byline"
    assert label_of(blocks, "The quay on Tuesday") == "caption"
    assert label_of(blocks, "Home") == "navigation"
    assert label_of(blocks, "Ferries") == "related"
    assert label_of(blocks, "©") == "legal"


def test_the_weights_were_learnt_on_these_features() -> None:
    assert load_model("page").names == NAMES


def test_every_block_has_a_label_and_a_reason() -> None:
    for block in labels(page()):
        assert block.label in LABELS
        assert block.reason.partition(":")[0] in ("model", "html", "rule", "json-ld")


def test_it_needs_no_metadata() -> None:
    kept = [block.text for block in labels(page(), PageEvidence()) if block.kept]
    assert set(PARAGRAPHS) <= set(kept)


def test_a_rule_strikes_a_line_within_a_paragraph() -> None:
    paragraph = "Divers will look at the foundations of the pier as soon as the swell allows, she said."
    blocks = labels(page(extra=f"<p>{paragraph}<br>--IANS<br>ahm/dg</p>"))
    assert next(block.text for block in blocks if block.text.startswith("Divers")) == paragraph
    assert label_of(blocks, "--IANS") == "wire_credit"
    assert not any(block.kept and "ahm/dg" in block.text for block in blocks)


def test_a_pull_quote_is_struck() -> None:
    quote = "By the time I had my boots on, the street was a river."
    blocks = labels(page(extra=f'<blockquote class="pullquote"><p>{quote}</p></blockquote>'))
    assert not any(block.kept for block in blocks if block.text == quote)


def test_a_paragraph_that_is_there_twice_is_kept_once() -> None:
    blocks = labels(page(extra=f"<p>{PARAGRAPHS[1]}</p>"))
    assert [block.kept for block in blocks if block.text == PARAGRAPHS[1]] == [True, False]


def test_a_copy_of_the_whole_text_in_one_piece_is_struck() -> None:
    copy = " ".join(PARAGRAPHS)
    blocks = labels(page(extra=f"<div>{copy}</div>"))
    assert [block.kept for block in blocks if block.text == copy] == [False]
    assert {block.text for block in blocks if block.kept} >= set(PARAGRAPHS)


def test_a_page_of_a_few_words_keeps_its_paragraph() -> None:
    blocks = labels("<html><body><nav><a href=/>Home</a></nav><p>Service suspended</p></body></html>")
    assert [block.text for block in blocks if block.kept] == ["Service suspended"]


def test_a_body_that_only_the_metadata_holds_is_filed() -> None:
    shell = "<html><body><nav><a href=/>Home</a></nav><div><p>This site needs scripts to run.</p></div></body></html>"
    blocks = labels(shell, PageEvidence(title=TITLE, article_body="\n\n".join([*PARAGRAPHS, "--IANS"])))
    assert tuple(block.text for block in blocks if block.kept) == PARAGRAPHS
    assert {block.reason for block in blocks if block.kept} == {"json-ld:articleBody"}
    assert label_of(blocks, "--IANS") == "wire_credit"


def test_a_body_that_the_page_shows_is_not_filed_twice() -> None:
    blocks = labels(page(), PageEvidence(title=TITLE, article_body=" ".join(PARAGRAPHS)))
    assert sum(block.kept for block in blocks) == len(PARAGRAPHS) + 1


def test_a_page_without_text_has_no_blocks() -> None:
    assert labels("<html><body><img src=x></body></html>") == []
