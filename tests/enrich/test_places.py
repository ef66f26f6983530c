import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from copydesk.tasks.enrich.entities import entities
from copydesk.tasks.enrich.places import places
from copydesk.tasks.mention import Place
from tests.enrich.articles import ARTICLE, gold

GOLD = gold("places")


def read(body: str, **about: Any) -> dict[str, Any]:
    article = replace(ARTICLE, body=body, **{"language": "en", **about})
    article = replace(article, entities=entities(article)["entities"])  # type: ignore[arg-type]
    return places(article)


def found(body: str, **about: Any) -> tuple[Place, ...]:
    mentions: tuple[Place, ...] = read(body, **about)["places"]
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(body)
        assert body[mention.start : mention.end] == mention.text
        assert (mention.latitude is None) == (mention.longitude is None) == (mention.name is None)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    return mentions


def by_text(body: str, **about: Any) -> dict[str, Place]:
    return {mention.text: mention for mention in found(body, **about)}


def test_a_place_is_what_geonames_knows() -> None:
    paris = by_text("The fire broke out in Paris, France, on Monday, officials in Lyon said.")["Paris"]
    assert (paris.name, paris.country_code, paris.admin1) == ("Paris", "FR", "Île-de-France")
    assert (paris.kind, paris.geonames_id) == ("city", 2988507)
    assert paris.latitude == pytest.approx(48.85, abs=0.01)
    assert paris.longitude == pytest.approx(2.35, abs=0.01)


def test_what_is_named_behind_a_comma_decides_for_all_mentions_of_the_name() -> None:
    mentions = found("A man from Paris, Texas, was arrested on Friday. Police in Paris said he was unhurt.")
    assert [(m.text, m.country_code, m.admin1) for m in mentions if m.text == "Paris"] == [
        ("Paris", "US", "Texas")
    ] * 2


def test_a_people_names_its_country() -> None:
    mention = by_text("Syrian rebels met Russian officers near Damascus.")["Syrian"]
    assert (mention.name, mention.country_code, mention.kind) == ("Syria", "SY", "country")


def test_what_is_not_known_has_its_country_by_what_stands_around_it() -> None:
    base = by_text("Russia will repair a runway at Hmeimim air base in the Syrian city of Latakia.")[
        "Hmeimim"
    ]
    assert (base.country_code, base.name, base.latitude, base.geonames_id) == ("SY", None, None, None)


def test_the_site_and_its_domain_help() -> None:
    body = "Two people were hurt in a crash in Halifax on Sunday night, police said."
    assert by_text(body, source="morningnews.ca")["Halifax"].country_code == "CA"
    assert by_text(body, source="morningnews.co.uk")["Halifax"].country_code == "GB"
    body = "Two people were hurt in a crash in Springfield on Sunday night, police said."
    assert by_text(body, site_name="Illinois Daily News")["Springfield"].admin1 == "Illinois"


@pytest.mark.parametrize("language", ["de", "ru", None])
def test_other_languages_are_null(language: str | None) -> None:
    values = read("The fire broke out in Paris.", language=language)
    assert set(values.values()) == {None}


def test_a_text_without_names_has_none() -> None:
    for body in ("", "12 34 … !!", "nothing happened here"):
        values = read(body)
        assert values["places"] == ()
        assert values["main_country"] is values["main_place"] is values["main_place_id"] is None


def test_without_entities_the_gazetteer_still_finds_what_is_plain() -> None:
    values = places(replace(ARTICLE, body="Talks were held in Kazakhstan on Monday.", language="en"))
    assert [place.country_code for place in values["places"]] == ["KZ"]  # type: ignore[attr-defined]


def test_gold_passages_of_many_outlets() -> None:
    """The world's namesakes, peoples and datelines, as a reader marks them; floors that must not fall."""
    assert len(GOLD) >= 60
    wanted = got = hit = right = country = with_country = 0
    for passage in GOLD:
        values = read(passage["body"])
        left = list(values["places"])
        got += len(left)
        for text, code, state in passage["places"]:
            wanted += 1
            mention = next((one for one in left if one.text == text), None)
            if mention:
                left.remove(mention)
                hit += 1
                right += mention.country_code == code and state in {None, mention.admin1}
        if passage["main_country"]:
            with_country += 1
            country += values["main_country"] == passage["main_country"]
    assert hit / got >= 0.97
    assert hit / wanted >= 0.98
    assert right / hit >= 0.98
    assert country / with_country >= 0.96


def test_what_an_article_is_about() -> None:
    about = read(
        "Floods closed roads in Gainesville on Monday. Hall County sent boats, and Georgia's governor is to visit"
        " Gainesville today. Help came from Atlanta."
    )
    assert (about["main_country"], about["main_place"]) == ("US", "Gainesville")
    about = read("Syria said that it would free prisoners. Syria's allies, Russia and Iran, welcomed it.")
    assert (about["main_country"], about["main_place"], about["main_place_id"]) == ("SY", "Syria", 163843)


HOSTILE = [
    "Paris, Texas. " * 20_000,
    "Washington County, Georgia and Springfield. " * 5_000,
    " ".join(f"Name{n} Paris{n}" for n in range(20_000)),
    "New " * 50_000,
    "a" * 100_000,
    "A" * 100_000,
    "A." * 100_000,
    "North Main " * 30_000 + "Street",
    "“" * 100_000,
    "\u200b\u202e" * 50_000,
    "\ud800Paris\udfff, Texas. " * 2_000,
    "東京で Paris, Texas が話した。" * 2_000,
    "x" * 1_000_000,
    "Paris and London agreed. " * 40_000,
]


@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: repr(body[:12]))
def test_hostile_texts_take_bounded_time(body: str) -> None:
    article = replace(ARTICLE, body=body, language="en", entities=())
    began = time.perf_counter()
    mentions: tuple[Place, ...] = places(article)["places"]  # type: ignore[assignment]
    assert time.perf_counter() - began < 10
    assert all(body[mention.start : mention.end] == mention.text for mention in mentions)
