from __future__ import annotations

from datetime import UTC, datetime

from copydesk.tasks.article import Block, RawArticle
from copydesk.tasks.clean.desk import clean_article
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.page import parse_page, read_blocks
from copydesk.tasks.clean.page_kind import EVIDENCE_NAMES, judge_page_kind, known_evidence
from copydesk.tasks.clean.page_shape import shape
from copydesk.tasks.clean.page_tokens import VOICES, bins, page_tokens, voice_scores

SENTENCE = "The bridge over the Nor will open to trains in spring, the mayor of Norhaven said on Monday. "
STORY = tuple(Block(SENTENCE * 3, "body", "test") for _ in range(8))
LINKS = tuple(Block(f"Headline number {number}", "related", "test") for number in range(60))


def test_an_article() -> None:
    metadata = Metadata(
        title="Bridge over the Nor opens to trains in spring",
        authors=("Ada Moreno",),
        published_at=datetime(2024, 5, 12, tzinfo=UTC),
        published_from="json-ld",
        schema_types=frozenset({"newsarticle"}),
        og_type="article",
    )
    assert judge_page_kind(metadata, STORY, "https://example.org/news/bridge-over-the-nor-opens") == "article"


def test_an_article_without_any_markup() -> None:
    metadata = Metadata(
        title="Bridge over the Nor opens to trains in spring, says the mayor", authors=("Ada Moreno",)
    )
    assert (
        judge_page_kind(metadata, STORY, "https://example.org/news/bridge-over-the-nor-opens-in-spring")
        == "article"
    )


def test_a_front_page_is_an_index() -> None:
    assert judge_page_kind(Metadata(title="Norhaven Post"), LINKS, "https://example.org/") == "index"
    assert judge_page_kind(Metadata(title="Bridges"), LINKS, "https://example.org/tag/bridges") == "index"


def test_a_product_is_other() -> None:
    metadata = Metadata(title="Model bridge", schema_types=frozenset({"product"}), og_type="product")
    blocks = (Block("Add to cart", "other", "test"), Block("$19.99", "other", "test"), *STORY[:1])
    assert judge_page_kind(metadata, blocks, "https://example.org/products/model-bridge") == "other"


def test_an_error_page() -> None:
    for title in ("404", "Page not found", "403 Forbidden", "Seite nicht gefunden", "Just a moment..."):
        assert judge_page_kind(Metadata(title=title), (), "https://example.org/news/bridge") == "error"


def test_an_article_about_an_error_page_is_none() -> None:
    metadata = Metadata(
        title="Page not found: how museums lose their websites",
        authors=("Ada Moreno",),
        published_at=datetime(2024, 5, 12, tzinfo=UTC),
        schema_types=frozenset({"newsarticle"}),
    )
    assert (
        judge_page_kind(metadata, STORY, "https://example.org/news/how-museums-lose-their-websites")
        == "article"
    )


def test_a_consent_wall() -> None:
    consent = Block(
        "We and our partners store cookies on your device to show you advertising. " * 5, "consent", "test"
    )
    assert (
        judge_page_kind(Metadata(title="Norhaven Post"), (consent,), "https://example.org/a")
        == "consent_wall"
    )
    article = Metadata(
        title="Bridge over the Nor opens", schema_types=frozenset({"newsarticle"}), og_type="article"
    )
    assert (
        judge_page_kind(article, (consent, *STORY), "https://example.org/news/bridge-over-the-nor")
        == "article"
    )


def test_nothing_at_all() -> None:
    assert judge_page_kind(Metadata(), (), None) in {"index", "other"}


def test_evidence_of_nothing_is_finite_and_in_order() -> None:
    values = known_evidence(Metadata(), (), "", ())
    assert len(values) + len(VOICES) + 1 == len(EVIDENCE_NAMES)
    assert load_model("kind").names == EVIDENCE_NAMES
    assert all(-1 <= value <= 1 for value in values)


def test_paragraphs_stand_side_by_side_in_an_article_and_apart_on_cards() -> None:
    paragraphs = f"<p>{SENTENCE * 3}</p>" * 6
    cards = f"<div class='card'><h3>Bridges</h3><p>{SENTENCE * 3}</p></div>" * 6
    article, listing = (
        shape(read_blocks(parse_page(f"<body><main>{inner}</main></body>"))) for inner in (paragraphs, cards)
    )
    assert (article["best_place"], article["siblings"]) == (1.0, 0.0)
    assert listing["best_place"] < 0.2 and listing["siblings"] > 1
    assert article["voice_they"] > 0


def test_a_pages_makers_words() -> None:
    root = parse_page(
        "<head><meta name='generator' content='Discourse 3.1'><link rel='next' href='/2'></head>"
        "<body class='single-post postid-17'><div class='topic-body'><h2>Bridges open</h2></div></body>"
    )
    metadata = Metadata(title="Bridges", schema_types=frozenset({"newsarticle"}))
    address, head, names, title, headings = page_tokens(
        metadata, "https://forum.example.org/t/bridge-opens/12345?page=2", root, read_blocks(root)
    )
    assert {"host forum", "path t", "path bridge", "last digits 5", "query page", "depth 3"} <= address
    assert {"generator discourse", "body single", "class single-post", "type newsarticle"} <= head
    assert {"topic", "body"} <= names
    assert (title, headings) == ({"bridges", "first bridges"}, {"bridges", "open"})
    assert bins(title) == sorted(bins(title))
    assert voice_scores([set()] * len(VOICES)) == [0.0] * len(VOICES)


PARAGRAPHS = (
    "The bridge over the Nor will open to trains in spring, the mayor of Norhaven said on Monday, two years after"
    " its first pillar was laid and a winter in which floods carried off the scaffolding twice.",
    "“Nobody believed the date any longer, and least of all I did,” said Ivo Lund, who leads the works, on a visit"
    " to the northern shore, where welders were closing the last gap between the two halves.",
    "Commuters from the islands, who have taken the ferry since the old crossing was closed to traffic, will need"
    " eleven minutes to the central station instead of the fifty that they need now.",
    "The cost has risen from 210 to 340 million crowns. The opposition on the council wants to know why a report"
    " of the auditors, which warned of the price of steel, was not published before the vote.",
)


def test_a_file_without_an_address_is_judged_by_its_prose() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = f"<title>The Nor bridge opens</title><h1>The Nor bridge opens</h1>{story}"
    assert clean_article(RawArticle("test", html=html.encode())).page_kind == "article"
    assert judge_page_kind(Metadata(title="Norhaven Post"), LINKS, None) == "index"


def test_offers_below_an_article_leave_it_one() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    sold = "<div class='paywall-offer'><h3>Digital Plus</h3><p>€36 for 3 months</p><button>Subscribe</button></div>"
    head = "<title>The Nor bridge opens</title><meta property='article:published_time' content='2024-05-12'>"
    html = f"{head}<h1>The Nor bridge opens</h1><p class='byline'>By Ada Moreno</p>{story}{sold * 4}"
    assert clean_article(RawArticle("test", html=html.encode())).page_kind == "article"


def test_what_calls_itself_news_needs_little_else() -> None:
    html = f"<h1>Nor bridge: what we know</h1><nav><a href='/'>Home</a></nav><p>{PARAGRAPHS[0]}</p>"
    news = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    kinds = [
        clean_article(RawArticle("test", html=page.encode(), url="https://example.org/live")).page_kind
        for page in (html, news + html)
    ]
    assert kinds == ["other", "article"]
