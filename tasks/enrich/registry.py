"""The one table of enrichments: what each is called, its version, the columns it fills, in running order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.amounts import amounts
from copydesk.tasks.enrich.contributors import contributors
from copydesk.tasks.enrich.dates import dates
from copydesk.tasks.enrich.entities import entities
from copydesk.tasks.enrich.events import events
from copydesk.tasks.enrich.keywords import keywords
from copydesk.tasks.enrich.language import language
from copydesk.tasks.enrich.places import places
from copydesk.tasks.enrich.quotes import quotes
from copydesk.tasks.enrich.readability import readability
from copydesk.tasks.enrich.tone import tone
from copydesk.tasks.enrich.topics import topics
from copydesk.tasks.enrich.wire import wire
from copydesk.tasks.enrich.words import words


@dataclass(frozen=True, slots=True)
class Enrichment:
    """A named step that reads a cleaned article and returns values for the columns that are its own."""

    name: str
    version: str
    """Raised whenever the step may give other values for the same article."""
    columns: tuple[str, ...]
    enrich: Callable[[Article], dict[str, object]]


# Language first: the others read by its rules.
ENRICHMENTS: tuple[Enrichment, ...] = (
    Enrichment("language", "1", ("language",), language),
    Enrichment("words", "1", ("word_count",), words),
    Enrichment("wire", "2", ("wire_agency", "wire_credit", "desk_initials", "dateline"), wire),
    Enrichment("contributors", "1", ("contributors",), contributors),
    Enrichment("dates", "2", ("dates",), dates),
    # Which country's money it is may hang on the dateline.
    Enrichment("amounts", "1", ("amounts",), amounts),
    Enrichment("entities", "1", ("entities",), entities),
    Enrichment("places", "1", ("places", "main_country", "main_place", "main_place_id"), places),
    # Speakers are named by the entities.
    Enrichment("quotes", "2", ("quotes",), quotes),
    # What is quoted is reported, and pronouns mean who was named.
    Enrichment("events", "1", ("events",), events),
    Enrichment("topics", "1", ("topics",), topics),
    # Key words are named by the entities, too.
    Enrichment("keywords", "1", ("keywords",), keywords),
    Enrichment("tone", "1", ("tone",), tone),
    Enrichment("readability", "1", ("readability",), readability),
)


def choose(names: str) -> tuple[Enrichment, ...]:
    """Return the enrichments that `all`, `none` or a list such as `language,dates` names, in running order.

    Raises ValueError, which names those known, for a name that is none of them.
    """
    wanted = {name.strip() for name in names.split(",")} - {""}
    if wanted == {"all"}:
        return ENRICHMENTS
    if wanted == {"none"}:
        return ()
    unknown = sorted(wanted - {enrichment.name for enrichment in ENRICHMENTS})
    if unknown or not wanted:
        known = ", ".join(enrichment.name for enrichment in ENRICHMENTS)
        raise ValueError(
            f"no enrichment is called {', '.join(unknown) or 'nothing'}: give all, none or some of {known}"
        )
    return tuple(enrichment for enrichment in ENRICHMENTS if enrichment.name in wanted)


def enrich(article: Article, enrichments: Iterable[Enrichment]) -> tuple[Article, tuple[str, ...]]:
    """Run enrichments over an article; return it with their columns, and the names of those that failed.

    A step that raises costs its own columns, which stay as they were, never the article.
    """
    failed: list[str] = []
    for enrichment in enrichments:
        try:
            values = enrichment.enrich(article)
            unowned = values.keys() - set(enrichment.columns)
            if unowned:
                raise ValueError(f"{enrichment.name} returned columns not its own: {sorted(unowned)}")
            article = replace(article, **values)  # type: ignore[arg-type]
        except Exception:
            failed.append(enrichment.name)
    return article, tuple(failed)
