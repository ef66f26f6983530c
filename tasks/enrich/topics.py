"""The enrichment `topics`: what an article is about, as IPTC's Media Topics call it.

The publisher's word comes first (section, tags, the folders of the address; in any language that the tables
know), then the text (English). The score is the share of being right among topics with such a score, as
measured on articles of publishers that the models had not seen; what is less sure is left out. Every topic
comes with its top level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.topics_names import name_of, top_of
from copydesk.tasks.enrich.topics_sections import topics_of_section, topics_of_tags, topics_of_url
from copydesk.tasks.enrich.topics_terms import points_of
from copydesk.tasks.enrich.topics_text import READ, scores_of
from copydesk.tasks.enrich.topics_words import stems
from copydesk.tasks.mention import Topic

_SURE_TOP = 0.6
_SURE = 0.7
_MOST_TOPICS = 10
# How often the publisher's word names the topic that a reader would: a section is of more than one story,
# and tags name much that is only touched.
_BY_PUBLISHER = {"section": 0.8, "tags": 0.6, "url": 0.8}
_UNHEARD = 0.05
"""A topic that the text gives less is not in it: the publisher's word is worth less then."""
_LESS = 0.75
# Fitted by `tests/eval/fit_topic_terms.py` to 453 topics judged by reading: the logarithm of the points, the
# odds of the top level.
_POINTS, _ODDS, _OFFSET = 4.19, 0.27, -5.73
_LEAST = 0.005


@dataclass(slots=True)
class _Evidence:
    """How sure each source is of each topic."""

    scores: dict[str, dict[str, float]] = field(default_factory=dict)

    def add(self, topic: str, source: str, score: float) -> None:
        said = self.scores.setdefault(topic, {})
        said[source] = max(score, said.get(source, 0.0))

    def score(self, topic: str, english: bool) -> float:
        """Return how sure all sources are together."""
        said = self.scores[topic]
        told = said.get("text", 0.0)
        published = max((score for source, score in said.items() if source != "text"), default=0.0)
        if english and told < _UNHEARD:
            published *= _LESS
        return 1 - (1 - told) * (1 - published)

    def found_in(self, topic: str) -> str:
        said = self.scores[topic]
        return next((source for source in _BY_PUBLISHER if source in said), "text")


def _term_score(points: float, top: float) -> float:
    top = min(max(top, _LEAST), 1 - _LEAST)
    return 1 / (1 + exp(-(_POINTS * log(points) + _ODDS * log(top / (1 - top)) + _OFFSET)))


def _read_text(article: Article, evidence: _Evidence) -> None:
    title = stems(article.title or "")
    text = stems(f"{article.lead or ''}\n{article.body}"[:READ])
    tops = scores_of(title, text)
    for topic, score in tops.items():
        evidence.add(topic, "text", score)
    for topic, points in points_of(title, text).items():
        if points > 1:
            evidence.add(topic, "text", _term_score(points, tops.get(top_of(topic), 0.0)))


def _read_publisher(article: Article, evidence: _Evidence) -> None:
    sources: tuple[tuple[str, Iterable[str]], ...] = (
        ("section", topics_of_section(article.section)),
        ("tags", topics_of_tags(article.tags)),
        ("url", topics_of_url(article.canonical_url or article.url)),
    )
    for source, found in sources:
        for topic in found:
            for named in {topic, top_of(topic)}:
                evidence.add(named, source, _BY_PUBLISHER[source])


def topics_of(article: Article) -> tuple[Topic, ...] | None:
    """Return an article's topics, surest first; None where neither text nor publisher can be read."""
    english = language_to_read(article) == "en"
    evidence = _Evidence()
    _read_publisher(article, evidence)
    if not english and not evidence.scores:
        return None
    if english:
        _read_text(article, evidence)
    scores = {topic: evidence.score(topic, english) for topic in evidence.scores}
    chosen = {
        topic: score
        for topic, score in scores.items()
        if score >= (_SURE_TOP if topic == top_of(topic) or not english else _SURE)
    }
    for topic, score in list(chosen.items()):
        top = top_of(topic)
        if score > chosen.get(top, 0.0):
            chosen[top] = score
            evidence.add(top, evidence.found_in(topic), score)
    ranked = sorted(chosen, key=lambda topic: (-chosen[topic], topic != top_of(topic), topic))
    return tuple(
        Topic(name_of(topic), f"medtop:{topic}", round(chosen[topic], 3), evidence.found_in(topic))
        for topic in ranked[:_MOST_TOPICS]
    )


def topics(article: Article) -> dict[str, object]:
    """Return `topics`."""
    return {"topics": topics_of(article)}
