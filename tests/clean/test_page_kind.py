from __future__ import annotations

from datetime import UTC, datetime

from copydesk.tasks.article import Block
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.page_evidence import EVIDENCE_NAMES, evidence
from copydesk.tasks.clean.page_kind import judge_page_kind

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
    values = evidence(Metadata(), (), "")
    assert tuple(values) == EVIDENCE_NAMES == load_model("kind").names
    assert all(-1 <= value <= 1 for value in values.values())


def test_a_file_without_an_address_is_judged_by_its_prose() -> None:
    blocks = (Block("The Nor bridge opens", "headline", "test"), *STORY[:5])
    sold = (Block("Digital Plus", "offer", "test"), Block("€36", "offer", "test"))
    metadata = Metadata(title="The Nor bridge opens")
    assert judge_page_kind(metadata, (*blocks, *sold * 6), None) == "article"
    assert judge_page_kind(Metadata(title="Norhaven Post"), LINKS, None) == "index"
