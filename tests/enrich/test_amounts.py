import time
from dataclasses import replace
from typing import Any

import pytest

from copydesk.tasks.enrich.amounts import amounts
from copydesk.tasks.enrich.amounts_elsewhere_words import ELSEWHERE
from copydesk.tasks.mention import Amount
from tests.enrich.articles import ARTICLE, gold

GOLD = gold("amounts")
# Floors: what is measured, less what one passage more or less may change.
PRECISION, RECALL = 0.98, 0.98


def _found(body: str, language: str = "en", **facts: Any) -> tuple[Amount, ...]:
    found = amounts(replace(ARTICLE, body=body, language=language, **facts))["amounts"]
    assert isinstance(found, tuple)
    return found


def test_gold_is_met() -> None:
    right = found = wanted = 0
    wrong = []
    for case in GOLD:
        facts = {key: case[key] for key in ("source", "dateline", "wire_agency") if key in case}
        got = [
            [m.text, m.value, m.value_to, m.unit, m.currency, m.kind, m.bound]
            for m in _found(case["text"], case["language"], **facts)
        ]
        right += sum(amount in case["amounts"] for amount in got)
        found, wanted = found + len(got), wanted + len(case["amounts"])
        if got != case["amounts"]:
            wrong.append((case["text"], got))
    assert right / found >= PRECISION and right / wanted >= RECALL, wrong


def test_gold_has_every_kind_and_passages_without_an_amount() -> None:
    kinds = [amount[5] for case in GOLD for amount in case["amounts"]]
    assert len(kinds) >= 100
    assert all(kinds.count(kind) >= 20 for kind in ("money", "percentage", "quantity", "casualties"))
    assert sum(not case["amounts"] for case in GOLD) >= 20


@pytest.mark.parametrize(
    ("text", "value", "to"),
    [
        ("15-20 people were injured", 15, 20),
        ("between 20 and 30 people died", 20, 30),
        ("two hundred and five people died", 205, None),
        ("two or three people were killed", 2, 3),
        ("the deaths of three other children", 3, None),
        ("three other children who died in a fire", 3, None),
        ("52 police officials were also injured", 52, None),
    ],
)
def test_casualties(text: str, value: float, to: float | None) -> None:
    (found,) = _found(text)
    assert (found.value, found.value_to, found.kind) == (value, to, "casualties")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (".86 percent", 0.86),
        ("$120 000", 120000),
        ("at .5, 7 percent", 7),
        ("a trillion dollars", 1e12),
        ("half a million euros", 5e5),
        ("2½ percent", 2.5),
        ("twenty-five miles", 25),
        ("two thousand five hundred tonnes", 2500),
        ("5-foot-11", 5.9167),
        ("$1,299.99", 1299.99),
        ("Rs 12,34,567", 1234567),
        ("a percentage point", 1),
        ("$0.1bn", 1e8),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert [m.value for m in _found(text)] == [value]


@pytest.mark.parametrize(
    ("facts", "currency"),
    [
        ({}, "USD"),
        ({"source": "abc.net.au"}, "AUD"),
        ({"source": "example.com", "declared_language": "en-CA"}, "CAD"),
        ({"source": "example.com", "declared_language": "en-US", "dateline": "TORONTO"}, "CAD"),
        ({"dateline": "TORONTO, May 3", "wire_agency": "CP"}, "CAD"),
        ({"dateline": "TORONTO, May 3", "wire_agency": "Reuters"}, "USD"),
        ({"source": "start.co"}, "USD"),
        ({"source": "bbc.co.uk"}, "USD"),
    ],
)
def test_dollars_are_those_of_the_country(facts: dict[str, Any], currency: str) -> None:
    assert [m.currency for m in _found("It cost $5 million.", **facts)] == [currency]


def test_a_name_that_countries_share_is_left_out_where_none_is_named() -> None:
    assert _found("It cost 500 pesos.") == ()
    assert [m.currency for m in _found("It cost 500 pesos in Chile.")] == ["CLP"]


def test_language_without_tables_is_null_not_empty() -> None:
    assert amounts(replace(ARTICLE, body="5% agus €3", language="ga")) == {"amounts": None}


@pytest.mark.parametrize(
    "body",
    [
        "$5 " * 30_000,
        "5-" * 50_000,
        "1,000," * 20_000,
        "9" * 100_000,
        "two hundred and " * 10_000,
        "million " * 20_000,
        "at least 14 people were killed and " * 5_000,
        "3 killed" * 10_000,
        "killed " * 20_000,
        "5 pesos " * 10_000,
        "a" * 100_000 + " 5%",
        '"' * 100_000,
        "5 \ud800 % \u202e 7 km \u200b $ 3" * 5_000,
        "5億3万" * 10_000,
        "٣٪ 五 １２％ " * 10_000,
        " ".join(["word 5"] * 100_000),
    ],
)
def test_odd_text_is_read_in_time(body: str) -> None:
    for language in ("en", "de", "ja", "hi"):
        started = time.perf_counter()
        found = _found(body, language)
        assert time.perf_counter() - started < 4
        assert all(body[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize("language", sorted(ELSEWHERE))
def test_every_language_reads_a_percentage(language: str) -> None:
    body = "%5" if language == "tr" else "5 %"
    assert [(m.value, m.unit) for m in _found(f"({body})", language)] == [(5, "percent")]
