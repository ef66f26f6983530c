"""Who did what to whom.

The gold marks what a reader would: a row for each pair of actor and target, the control verb's infinitive with the
flags that it lends (`refused to sign` is a negated signing), no verbs of state, thought or saying; judging,
urging and accusing someone is an event. Alternatives stand between bars.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.events import events
from copydesk.tasks.enrich.events_lemmas import lemma
from copydesk.tasks.enrich.registry import choose, enrich
from copydesk.tasks.mention import Event, Quote
from tests.enrich.articles import ARTICLE, gold

FLAGS = ("passive", "negated", "planned", "reported")
FLOORS = {"precision": 0.93, "recall": 0.90, "pairs": 0.90, "flags": 0.95, "places": 0.85, "dates": 0.9}
GOLD = gold("events")


def read(body: str, published: str = "2024-06-10") -> Article:
    article = replace(
        ARTICLE, body=body, language="en", published_at=datetime.fromisoformat(published).replace(tzinfo=UTC)
    )
    article, failed = enrich(article, choose("dates,entities,quotes,events"))
    assert not failed
    for event in article.events or ():
        assert 0 <= event.start < event.end <= len(body) and body[event.start : event.end] == event.text
        assert event.actor or event.target
    return article


def found(body: str) -> list[tuple[str | None, str, str | None]]:
    return [(event.actor, event.action, event.target) for event in read(body).events or ()]


def _bare(name: str) -> str:
    words = name.casefold().replace(" the ", " ").split(" ")
    return " ".join(words[1:] if words[0] in ("the", "a", "an") else words)


def _is(marked: str | None, name: str | None) -> bool:
    if marked is None or name is None:
        return marked is name
    return _bare(name) in map(_bare, marked.split("|"))


@cache
def figures() -> dict[str, float]:
    """Return the shares that the floors are for, over the whole gold."""
    count: Counter[str] = Counter()
    for case in GOLD:
        left: list[Event] = list(read(case["text"], case["published"]).events or ())
        count["found"] += len(left)
        for row in case["events"]:
            pair = [e for e in left if _is(row["actor"], e.actor) and _is(row["target"], e.target)]
            match = next((e for e in pair if e.action == row["action"]), None)
            count.update(marked=1, pairs=bool(pair), places_marked="place" in row, dates_marked="date" in row)
            if match is None:
                continue
            left.remove(match)
            count.update(right=1, places="place" in row and _is(row["place"], match.place))
            count.update(dates="date" in row and _is(row["date"], match.date))
            count["flags"] += sum(getattr(match, flag) == (flag in row["flags"]) for flag in FLAGS)
    return {
        "precision": count["right"] / count["found"],
        "recall": count["right"] / count["marked"],
        "pairs": count["pairs"] / count["marked"],
        "flags": count["flags"] / (len(FLAGS) * count["right"]),
        "places": count["places"] / count["places_marked"],
        "dates": count["dates"] / count["dates_marked"],
    }


@pytest.mark.parametrize("figure", FLOORS)
def test_gold(figure: str) -> None:
    assert figures()[figure] >= FLOORS[figure], figures()


def test_gold_is_broad() -> None:
    assert len(GOLD) >= 45
    assert sum(not case["events"] for case in GOLD) >= 12
    assert sum(len(case["events"]) for case in GOLD) >= 60
    flags = Counter(flag for case in GOLD for row in case["events"] for flag in row["flags"])
    assert all(flags[flag] >= 8 for flag in FLAGS)


def test_who_acts_together_acts_each() -> None:
    assert found("France and Spain condemned Hungary.") == [
        ("France", "condemn", "Hungary"),
        ("Spain", "condemn", "Hungary"),
    ]


def test_a_name_is_the_fullest_of_the_article() -> None:
    body = "Clara Novak, the harbour master, resigned on Monday.\n\nThe council had accused Novak of neglect."
    (_, accused) = read(body).events or ()
    assert (accused.action, accused.target, accused.target_entity) == ("accuse", "Clara Novak", "Clara Novak")


def test_what_stands_in_a_quote_is_reported() -> None:
    article = replace(ARTICLE, body="The army attacked the town of Aldham.", language="en")
    (plain,) = events(article)["events"]  # type: ignore[misc]
    quote = Quote(0, 37, article.body, "Ada Weber", "Ada Weber", None, None, True)
    (said,) = events(replace(article, quotes=(quote,)))["events"]  # type: ignore[misc]
    assert (plain.reported, said.reported) == (False, True)


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("seized", "VBD", "seize"),
        ("attacked", "VBD", "attack"),
        ("shot", "VBD", "shoot"),
        ("fled", "VBD", "flee"),
        ("controlled", "VBN", "control"),
        ("killing", "VBG", "kill"),
        ("dying", "VBG", "die"),
        ("charged", "VBN", "charge"),
        ("hanged", "VBD", "hang"),
        ("agreed", "VBN", "agree"),
        ("accuses", "VBZ", "accuse"),
        ("passes", "VBZ", "pass"),
        ("vetoed", "VBD", "veto"),
        ("denies", "VBZ", "deny"),
        ("defeated", "VBD", "defeat"),
        ("Reached", "VBD", "reach"),
    ],
)
def test_lemma(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag) == base


def test_other_languages_are_null() -> None:
    article = replace(ARTICLE, body="Die Armee griff die Stadt an.", language="de")
    assert events(article) == {"events": None}


@pytest.mark.parametrize(
    "body",
    [
        "x" * 100_000,
        "“" * 20_000,
        "1234 5678 " * 10_000,
        "The army attacked\ud800 the \u200b\u202etown of Aldham\udfff. ",
        "The army and " * 3_000 + "attacked the town.",
        "The army attacked the town. " * 10_000,
        "police\n" * 100_000,
        "\n".join(f"President Weber attacked Novak {n} in Paris on May 3." for n in range(20_000)),
    ],
    ids=["one word", "marks", "figures", "controls", "one sentence", "long", "lines", "a million"],
)
def test_hostile_text_takes_bounded_time(body: str) -> None:
    began = time.process_time()
    values = events(replace(ARTICLE, body=body, language="en"))["events"]
    assert isinstance(values, tuple)
    assert all(body[event.start : event.end] == event.text for event in values)
    assert time.process_time() - began < 20
