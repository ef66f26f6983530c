"""Print where the pipeline and the gold of the shipped samples differ: `python tests/eval/sample_check.py`.

Without Prefect and without files: each sample is cleaned and enriched in this process, which takes a second.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from copydesk.tasks.article import Article, RawArticle
from copydesk.tasks.clean.batch import clean_raws
from copydesk.tasks.enrich.registry import choose, enrich

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tasks" / "load" / "samples"
GOLD = ROOT / "tests" / "load" / "samples_gold.json"


def raw_of(name: str) -> RawArticle:
    """Read one sample by its name in the gold: a file, or `file#N` for record N of a file of many."""
    file, _, number = name.partition("#")
    data = (SAMPLES / file).read_bytes()
    if not number:
        kind = "html" if file.endswith(".html") else "text"
        return RawArticle(raw_ref=name, **{kind: data})  # type: ignore[arg-type]
    record = json.loads(data.decode().splitlines()[int(number) - 1])
    return RawArticle(
        raw_ref=name,
        html=record["html"].encode() if "html" in record else None,
        text=record["text"].encode() if "text" in record else None,
        declared_encoding="utf-8",
        url=record.get("url"),
        input_id=record["id"],
        title=record.get("title"),
        published=record.get("published"),
    )


def differences(article: Article, gold: dict[str, Any]) -> list[str]:
    """Return what differs between an article and its gold, one line each; the keys are test_samples.py's."""
    found = [*_facts(article, gold), *_credits(article, gold), *_body(article, gold)]
    return [f"{name}: {got!r}, expected {wanted!r}" for name, got, wanted in found]


def _facts(article: Article, gold: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    published = article.published_at.date().isoformat() if article.published_at else None
    title = article.title if article.title is None else " ".join(article.title.split())
    pairs = [("published", published, gold["published"])]
    if gold["title"] is not None:
        pairs.append(("title", title, gold["title"]))
    pairs += [
        (name, getattr(article, name), gold[name])
        for name in ("wire_agency", "language", "page_kind", "wire_credit", "input_id")
        if name in gold
    ]
    differing = [pair for pair in pairs if pair[1] != pair[2]]
    for name in ("access", "completeness", "encoding"):
        if name in gold and getattr(article, name) not in gold[name]:
            differing.append((name, getattr(article, name), gold[name]))
    return differing


def _credits(article: Article, gold: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    fold = str.casefold if gold.get("authors_ignore_case") else str
    authors = {fold(author) for author in article.authors}
    wanted = {fold(author) for author in gold["authors"]}
    differing: list[tuple[str, Any, Any]] = []
    if not wanted <= authors <= wanted | {fold(author) for author in gold.get("authors_may_be", ())}:
        differing.append(("authors", sorted(authors), sorted(wanted)))
    initials = list(article.desk_initials)
    if initials != gold.get("desk_initials", []) and initials != gold.get("desk_initials_may_be", []):
        differing.append(("desk_initials", initials, gold.get("desk_initials", [])))
    if gold.get("dateline", "") not in (article.dateline or ""):
        differing.append(("dateline", article.dateline, gold["dateline"]))
    offers = [
        [o.name, o.price, o.currency, o.period_months, o.monthly_price, o.renews] for o in article.offers
    ]
    if "offers" in gold and offers != gold["offers"]:
        differing.append(("offers", offers, gold["offers"]))
    return differing


def _body(article: Article, gold: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    paragraphs = article.body.split("\n\n")
    if paragraphs[0] == article.lead:  # publishers disagree on whether the standfirst is part of the copy
        paragraphs = paragraphs[1:] or paragraphs
    fewest, most = gold.get("paragraphs_between", [gold["paragraphs"]] * 2)
    differing: list[tuple[str, Any, Any]] = []
    if not fewest <= len(paragraphs) <= most:
        differing.append(("paragraphs", len(paragraphs), (fewest, most)))
    if gold.get("first_sentence", "") not in " ".join(paragraphs[:2]):  # a heading may stand above it
        differing.append(("first paragraph", paragraphs[0], gold["first_sentence"]))
    if gold.get("last_sentence", "") not in paragraphs[-1]:
        differing.append(("last paragraph", paragraphs[-1], gold["last_sentence"]))
    differing += [("body", text, "never") for text in gold["never"] if text in article.body]
    differing += [("body", "without", text) for text in gold.get("must", ()) if text not in article.body]
    mentions = {(mention.text, mention.value) for mention in article.dates or ()}
    differing += [("dates", "without", date) for date in gold["dates"] if tuple(date) not in mentions]
    return differing


def check(name: str) -> list[str]:
    """Process one sample and return what differs from its gold."""
    articles, rejects = clean_raws([raw_of(name)])
    if rejects:
        return [f"rejected: {rejects[0].message}"]
    article, failed = enrich(articles[0], choose("all"))
    return differences(article, golds()[name]) + [f"enrichment failed: {failed}"] * bool(failed)


def golds() -> dict[str, dict[str, Any]]:
    """Return the gold of every sample by its name."""
    found: dict[str, dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf-8"))
    return found


def main() -> int:
    """Check every sample and return how many differ."""
    wrong = 0
    for name in golds():
        lines = check(name)
        wrong += bool(lines)
        print(name, "as expected" if not lines else "")
        for line in lines:
            print("   ", line)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
