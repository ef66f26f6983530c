"""Who wrote it: people and desks, from what the page states to what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.tasks.clean.byline_words import WRITTEN_BY
from copydesk.tasks.clean.bylines import author_links, shown_authors
from copydesk.tasks.clean.jsonld import Node, names_of
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.names import clean_authors, is_full_name, squashed
from copydesk.tasks.clean.squash import squash

AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator",
    "dcterms.creator", "citation_author", "article:author_name", "og:article:author",
    "cxenseparse:author", "authors", "dc.contributor", "article.author", "bt:author", "author_name",
    "rbauthors", "vr:author", "creator", "writer", "twitter:creator:name", "twitter:misc:written by",
)  # fmt: skip


def find_authors(markup: Markup, outlet: frozenset[str]) -> tuple[str, ...]:
    """Return the article's authors in the page's order, the outlet itself only where nobody else is named.

    `outlet` are the names that the outlet goes by, as `headline.site_names` returns them.
    """
    outlets: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    for raw in _stated(markup):
        names = clean_authors(raw, outlet)
        named = tuple(name for name in names if squash(name) not in outlet)
        if not people or _adds(named, people):
            people = named
        outlets = outlets or names
    if not people:
        return shown_authors(markup, outlet) or outlets
    linked = tuple(author_links(markup, stated=True))
    return linked if _adds(linked, people) else people


def _adds(names: tuple[str, ...], people: tuple[str, ...]) -> bool:
    """Whether names are the people and more: one place may name the first of several authors only."""
    return squashed(people) < squashed(names) and all(map(is_full_name, names))


def _stated(markup: Markup) -> Iterator[list[str]]:
    """Yield what each place that speaks to machines says of the authors."""
    by_id: dict[str, Node] = {node["@id"]: node for node in markup.nodes if isinstance(node.get("@id"), str)}
    for key in ("author", "creator"):
        yield names_of(markup.article.get(key), by_id)
    yield names_of(markup.page.get("author"), by_id)
    for name in AUTHOR_METAS:
        if name in markup.metas:
            values = markup.metas[name]
            yield list(map(_given_name_first, values)) if name == "citation_author" else values
    yield _labelled(markup)


def _given_name_first(name: str) -> str:
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _labelled(markup: Markup) -> list[str]:
    """Twitter cards carry free labels; blogs use them for "Written by"."""
    for number in ("1", "2"):
        label = markup.first(f"twitter:label{number}") or ""
        if WRITTEN_BY.search(label):
            return markup.metas.get(f"twitter:data{number}", [])
    return []
