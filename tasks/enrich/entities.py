"""The enrichment `entities`: who and what a body names, where, and which mentions are one.

English only: for other languages `entities` is null. A tagger of our own finds the names (`entities_net`; the
spaCy model that the user named does, where one is named), rules cut them and settle what is known
(`entities_rules`), and the mentions of one entity get one `canonical` name (`entities_links`).
"""

from __future__ import annotations

import re

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.entities_links import linked
from copydesk.tasks.enrich.entities_net import net
from copydesk.tasks.enrich.entities_rules import corrected
from copydesk.tasks.enrich.entities_spans import Span, tagged
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.model import LONGEST_TEXT, analysed, named_model

LANGUAGES = frozenset({"en"})

_PARAGRAPH = re.compile(r"[^\n]+")
# Labels of OntoNotes and of Wikipedia's corpora, as spaCy's models have them; dates and amounts are none.
_LABELS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
    "MISC": "other",
}


def entities(article: Article) -> dict[str, object]:
    """Return `entities`: the mentions in order, none overlapping; None where the language is not covered."""
    if language_to_read(article) not in LANGUAGES:
        return {"entities": None}
    body = article.body
    found = _by_model(body) if named_model() else tagged(body, net())
    return {"entities": linked(body, corrected(body, found))}


def _by_model(body: str) -> list[Span]:
    paragraphs = [
        (start, body[start : min(start + LONGEST_TEXT, match.end())])
        for match in _PARAGRAPH.finditer(body)
        for start in range(match.start(), match.end(), LONGEST_TEXT)
    ]
    with analysed([text for _, text in paragraphs], "tok2vec", "transformer", "ner") as docs:
        return [
            Span(start + entity.start_char, start + entity.end_char, _LABELS[entity.label_])
            for (start, _), doc in zip(paragraphs, docs, strict=True)
            for entity in doc.ents
            if entity.label_ in _LABELS
        ]
