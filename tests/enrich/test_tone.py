import time
from dataclasses import replace

import pytest

from copydesk.tasks.enrich.tone import tone, tone_of, value_of
from copydesk.tasks.enrich.tone_words import BAD, GOOD, VERY_BAD, VERY_GOOD
from tests.enrich.articles import ARTICLE, gold

GOLD = gold("tone")


def test_the_gold_sentences_come_out() -> None:
    judged = [(gold["tone"], tone_of(gold["text"]) or 0.0) for gold in GOLD]
    sided = [value * side > 0 for side, value in judged if side]
    assert len(GOLD) >= 40
    assert sum(sided) / len(sided) >= 0.95
    assert all(abs(value) <= 0.35 for side, value in judged if not side)


def test_a_word_stands_in_one_list() -> None:
    words = f"{GOOD} {BAD} {VERY_GOOD} {VERY_BAD}".split()
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("killed", -1),
        ("robbed", -1),
        ("celebrates", 1),
        ("happier", 1),
        ("brutally", -2),
        ("house", 0),
        ("cars", 0),
    ],
)
def test_inflected_words_count_as_their_base(word: str, value: float) -> None:
    assert value_of(word) == value


def test_negation_turns_within_its_clause() -> None:
    assert (tone_of("The bridge is not safe at all today.") or 0) < 0
    assert (tone_of("The bridge is not new, safe as ever.") or 0) > 0
    assert (tone_of("There isn’t any danger on the road.") or 0) > 0


def test_few_such_words_in_a_long_text_say_little() -> None:
    short, long = "It was a happy day.", "It was a happy day. " + "The train leaves at noon. " * 200
    assert (tone_of(short) or 0) > 2 * (tone_of(long) or 0) > 0


def test_other_languages_and_few_words_are_null() -> None:
    assert tone(replace(ARTICLE, body="Ein schöner Tag für alle Leute.", language="de")) == {"tone": None}
    assert tone(replace(ARTICLE, body="", language="en")) == {"tone": None}


@pytest.mark.parametrize(
    "body",
    [
        "happy " * 200_000,
        "x" * 100_000 + " a b c d e",
        '"' * 1_000_000,
        "\ud800 good\u202e" * 100_000,
        "not-" * 300_000,
    ],
    ids=lambda body: body[:6].encode("unicode_escape").decode(),
)
def test_hostile_text_costs_no_time(body: str) -> None:
    start = time.process_time()
    value = tone_of(body)
    assert value is None or -1 <= value <= 1
    assert time.process_time() - start < 2
