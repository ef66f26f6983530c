"""Strikes in an article what is proven to be its site's, and derives anew what comes of the blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copydesk.tasks.article import Article, Block
from copydesk.tasks.clean.derived import derived
from copydesk.tasks.clean.site_lines import INNER, PROSE, SHORTEST_LINE, line_hash, places
from copydesk.tasks.clean.site_memory import SIGHTINGS_A_LINE
from copydesk.tasks.clean.site_proof import Proof
from copydesk.tasks.clean.squash import squash


def without_sites_lines(article: Article, proofs: Mapping[int, Proof]) -> Article:
    """Return the article without what `proofs`, by line, say is its site's.

    Its id stays: it was derived before. Nothing is struck where no running text would be left, nor what the
    page gives as the article's own title or lead.
    """
    struck = _struck(article, proofs) if proofs and article.source else {}
    if not struck:
        return article
    blocks = tuple(struck.get(number, block) for number, block in enumerate(article.blocks))
    if not any(block.kept and len(block.text) >= PROSE for block in blocks):
        return article
    # What the page says of its access is not kept, but shows in what was judged by it.
    is_free = {"open": True, "paid": False}.get(article.access)
    return replace(article, **derived(blocks, is_free, is_metered=article.access == "metered"))


def _struck(article: Article, proofs: Mapping[int, Proof]) -> dict[int, Block]:
    site = article.source or ""
    found = {
        number: proofs[line]
        for number, block in enumerate(article.blocks)
        if block.kept and len(block.text) >= SHORTEST_LINE and (line := line_hash(site, block.text)) in proofs
    }
    if not found:
        return {}
    own = squash(f"{article.title or ''}\n{article.lead or ''}")
    stood = places(article.blocks, passing=found)
    return {
        number: replace(article.blocks[number], label=proof.label, reason=_reason(proof))
        for number, proof in found.items()
        if (proof.inside or stood[number] != INNER) and squash(article.blocks[number].text) not in own
    }


def _reason(proof: Proof) -> str:
    more = " or more" if proof.articles >= SIGHTINGS_A_LINE else ""
    return f"site:seen on {min(proof.articles, SIGHTINGS_A_LINE)}{more} articles"
