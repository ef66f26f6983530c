from __future__ import annotations

import time
from dataclasses import replace

import pytest

from copydesk.tasks.enrich.quotes import quotes
from copydesk.tasks.mention import Quote
from tests.enrich.articles import ARTICLE


def found(body: str) -> tuple[Quote, ...]:
    values = quotes(replace(ARTICLE, body=body, language="en"))["quotes"]
    assert isinstance(values, tuple)
    for quote in values:
        assert 0 <= quote.start < quote.end <= len(body) and body[quote.start : quote.end] == quote.text
    return values


def direct(body: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in found(body) if quote.direct]


WEIR = "The weir at Aldham will be rebuilt this autumn, Clara Novak, the harbour master, said on Monday.\n\n"


def test_a_quotation_and_the_full_name_of_who_said_it() -> None:
    body = WEIR + "“The old weir has had its day. We have waited long enough,” Novak said."
    assert direct(body) == [("The old weir has had its day. We have waited long enough,", "Clara Novak")]


@pytest.mark.parametrize(
    "sentence",
    [
        '"We have waited long enough," she said.',
        '"We have waited long enough," said Ms. Novak.',
        'Novak said: "We have waited long enough."',
        "“We have waited long enough,” added Novak, who has run the harbour since 2009.",
    ],
)
def test_who_said_it_in_many_ways(sentence: str) -> None:
    assert [speaker for _, speaker in direct(WEIR + sentence)] == ["Clara Novak"]


def test_the_outlet_that_carried_it_is_not_the_speaker() -> None:
    body = '"All the boats are going. Everyone agreed," Omar Haddad, a skipper, was quoted by the Courier News as saying.'
    (quote,) = found(body)
    assert (quote.speaker, quote.via, quote.direct) == ("Omar Haddad", "Courier News", True)
    # A parser may leave such a quotation without a tie to the verb of saying.
    body = body.replace("a skipper,", "a leading figure in the Bahr al-Nur boatmen's group")
    assert [(quote.speaker, quote.via) for quote in found(body) if quote.direct] == [
        ("Omar Haddad", "Courier News")
    ]
    (told, *_) = found("Omar Haddad told Reuters that the boats would leave the harbour on Friday.")
    assert (told.speaker, told.via, told.direct) == ("Omar Haddad", "Reuters", False)
    assert told.text.startswith("the boats would leave")


def test_an_interrupted_quotation_is_one() -> None:
    body = WEIR + "“We have waited long enough,” Novak said. “The money is there. The plans are drawn.”"
    ((text, speaker),) = direct(body)
    assert (text[:7], text[-6:], speaker) == ("We have", "drawn.", "Clara Novak")


def test_a_quotation_that_goes_on_in_the_next_paragraph() -> None:
    body = WEIR + "“We have waited long enough,” Novak said. “The money is there.\n\n“The plans are drawn.”"
    assert [speaker for _, speaker in direct(body)] == ["Clara Novak", "Clara Novak"]


def test_what_is_said_without_marks() -> None:
    (quote, *_) = found(
        "A spokesman for the River Trust said the weir would be rebuilt before the winter floods."
    )
    assert quote.text == "the weir would be rebuilt before the winter floods"
    assert (quote.speaker, quote.cue, quote.direct) == ("A spokesman for the River Trust", "said", False)


def test_mixed_quotes_are_not_direct() -> None:
    (quote, *_) = found(
        "Clara Novak said the old weir was a “danger to every boat” and would be pulled down in spring."
    )
    assert not quote.direct and quote.text.startswith("the old weir") and quote.speaker == "Clara Novak"


@pytest.mark.parametrize(
    "body",
    [
        "The so-called “super weir” was opened in 2009 near the mill.",
        "The film “Two Rivers” won the prize in Aldham for the second time.",
        "Rain fell on the hills.",
        "",
    ],
)
def test_titles_and_scare_quotes_are_no_quotes(body: str) -> None:
    assert direct(body) == []


def test_other_languages_are_null() -> None:
    assert quotes(replace(ARTICLE, body="„Wir haben lange gewartet“, sagte sie.", language="de")) == {
        "quotes": None
    }


@pytest.mark.parametrize(
    "body",
    [
        '"' * 100_000,
        "“" * 100_000,
        "”" * 50_000 + "“" * 50_000,
        "“a” " * 50_000,
        "“It is so.” " * 20_000,
        "said " * 40_000,
        'He said "no. ' * 20_000,
        "x" * 300_000,
        "‘" * 100_000,
        "Ada Weber " * 30_000,
        "\n".join(['"He said.'] * 20_000),
        "\ud800 said “\udfff we go,” she said",
    ],
)
def test_hostile_texts_take_bounded_time(body: str) -> None:
    begun = time.perf_counter()
    found(body)
    assert time.perf_counter() - begun < 20
