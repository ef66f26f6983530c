from __future__ import annotations

import time
from dataclasses import replace
from functools import cache

import pytest

from copydesk.tasks.article import LABELS, Block
from copydesk.tasks.enrich.contributors import contributors
from copydesk.tasks.mention import Contributor
from tests.enrich.articles import ARTICLE, cleaned, gold

RECALL, PRECISION = 0.97, 0.98
LINES = [
    "Harbour board puts off vote on sea wall",
    "The harbour board put off the vote on the new sea wall until spring, its chair said on Monday evening.",
    "The wall is to protect some 4,000 homes in the lower town, where the quay stood under water for nine days.",
]


@cache
def _pairs() -> tuple[tuple[set[tuple[str, str]], set[tuple[str, str]]], ...]:
    """What the gold marks beside what is found, as names with roles."""
    return tuple(
        (
            {(name, role) for name, role in case["contributors"]},
            {(who.name, who.role) for who in _of(case["lines"])},
        )
        for case in gold("contributors")
    )


def _of(lines: list[str], *authors: str) -> tuple[Contributor, ...]:
    article = cleaned(lines)
    found = contributors(replace(article, authors=authors or article.authors))["contributors"]
    assert isinstance(found, tuple)
    return found


def test_floors() -> None:
    right = sum(len(marked & found) for marked, found in _pairs())
    assert right / sum(len(marked) for marked, _ in _pairs()) >= RECALL
    assert right / sum(len(found) for _, found in _pairs()) >= PRECISION


def test_gold_covers_every_role_and_many_languages() -> None:
    cases = gold("contributors")
    roles = {role for case in cases for _, role in case["contributors"]}
    assert roles == {
        "reporting",
        "writing",
        "editing",
        "translation",
        "photography",
        "video",
        "graphics",
        "agency",
    }
    assert len({case["language"] for case in cases}) >= 15
    assert sum(not case["contributors"] for case in cases) >= 10


def test_authors_are_not_named_again() -> None:
    lines = [*LINES, "(Reporting by Ana Weber and Tom Pike; Editing by Mia Cole)"]
    assert [who.name for who in _of(lines)] == ["Ana Weber", "Tom Pike", "Mia Cole"]
    assert [who.name for who in _of(lines, "ANA WEBER", "Tom Pike")] == ["Mia Cole"]


def test_the_agency_whose_copy_it_is_is_no_contributor_and_those_beside_it_are() -> None:
    assert _of([*LINES, "--IANS"]) == ()
    assert _of([*LINES, "dpa/AFP"]) == (Contributor("AFP", "agency"),)


def test_each_hand_is_named_once() -> None:
    lines = [LINES[0], "Photo: Ana Weber", *LINES[1:], "Photographs by Ana Weber", "Translated by Ana Weber"]
    assert _of(lines) == (Contributor("Ana Weber", "photography"), Contributor("Ana Weber", "translation"))


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    "line",
    [
        "A" * 100_000,
        '"' * 100_000,
        "(" * 50_000 + ")" * 50_000,
        "photo by " * 40,
        "Ana Weber and " * 25,
        "editing by Ana Weber; " * 18,
        "\u200b\u202e" * 20_000,
        "\ud800 photo by \udfff",
        "a contributed. " * 26,
        "Photo: " + "Ana Weber/" * 12,
        "word " * 200_000,
    ],
)
def test_odd_text_is_read_in_time(line: str, label: str) -> None:
    body = Block(LINES[1], "body", "test")
    odd = Block(line, label, "test")
    started = time.perf_counter()
    contributors(replace(ARTICLE, blocks=(odd, body, odd, odd), authors=(line,)))
    assert time.perf_counter() - started < 1


def test_an_article_without_text_has_none() -> None:
    assert contributors(ARTICLE) == {"contributors": ()}
