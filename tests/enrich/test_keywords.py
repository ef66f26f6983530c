import time
from dataclasses import replace
from unicodedata import normalize

import pytest

from copydesk.tasks.enrich.keywords import MOST_KEYWORDS, keywords, keywords_of
from copydesk.tasks.mention import EntityMention
from tests.enrich.articles import ARTICLE

FERRY = (
    "The ferry company said on Monday that its new electric ferry would enter service in May. The electric ferry"
    " carries 300 passengers and 40 cars across the strait in half an hour.\n\n"
    "Fishermen had protested against the pier that Nordhavn Lines built for it. The pier, they said, would drive away"
    " the herring. Captain Inga Solberg called the fear of the fishermen unfounded: the batteries of the electric"
    " ferry are charged at the pier at night.\n\n"
    "Solberg, who has crossed the strait for 20 years, said passengers would hear nothing but the gulls."
)


def names(text: str, language: str = "en", title: str = "") -> list[str]:
    return [keyword.name for keyword in keywords_of(text, language, title) or ()]


def test_what_the_text_turns_about_comes_first() -> None:
    found = names(FERRY, title="Electric ferry to cross the strait")
    assert found[0] == "electric ferry"
    assert {"pier", "fishermen", "strait", "Solberg"} <= set(found)


def test_nothing_comes_twice_in_other_words() -> None:
    found = names(FERRY)
    words = [word for name in found for word in name.lower().split()]
    assert len(words) == len(set(words)) and len(found) <= MOST_KEYWORDS
    assert not {"the", "said", "monday", "ferries"} & set(words)


def test_scores_fall_from_at_most_1() -> None:
    scores = [keyword.score for keyword in keywords_of(FERRY, "en") or ()]
    assert scores == sorted(scores, reverse=True) and all(0 < score <= 1 for score in scores)


def test_entities_give_their_fullest_name() -> None:
    places = [FERRY.index("Inga Solberg"), FERRY.rindex("Solberg")]
    entities = tuple(
        EntityMention(start, start + 7, FERRY[start : start + 7], "person", "Inga Solberg")
        for start in places
    )
    found = keywords(replace(ARTICLE, body=FERRY, language="en", entities=entities))["keywords"]
    assert isinstance(found, tuple)
    assert "Inga Solberg" in {keyword.name for keyword in found}
    assert "Solberg" not in {keyword.name for keyword in found}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "Der Stadtrat hat den Neubau der Brücke beschlossen. Die Brücke über den Fluss war 2019 gesperrt worden."
            " Der Neubau kostet 40 Millionen Euro. Der Stadtrat stritt lange über den Radweg auf der Brücke.",
            {"Brücke", "Stadtrat", "Neubau"},
        ),
        (
            "fr",
            "L'usine fermera en mars. Les ouvriers de l'usine ont bloqué la route. Le préfet a reçu les ouvriers,"
            " qui demandent un repreneur. « Sans repreneur, c'est la fin », dit un élu.",
            {"usine", "ouvriers", "repreneur"},
        ),
        (
            "ru",
            "Мост закрыли на ремонт. Ремонт продлится год. Через мост ездили тысячи машин, говорит мэр города.",
            {"ремонт", "мост"},
        ),
        (
            "hi",
            "सरकार ने नए पुल को मंजूरी दी। पुल की लागत दस करोड़ होगी। सरकार ने कहा कि पुल अगले साल खुलेगा।",
            {"सरकार"},
        ),
    ],
)
def test_other_languages_with_spaces(language: str, text: str, wanted: set[str]) -> None:
    found = {name.casefold() for name in names(text, language)}
    assert {name.casefold() for name in wanted} <= found
    assert "l'usine" not in found


@pytest.mark.parametrize("language", ["zh", "ja", "th", "ko", "xx", None])
def test_languages_that_are_not_covered_are_null(language: str | None) -> None:
    assert keywords(replace(ARTICLE, body="大桥通车。" * 9, language=language)) == {"keywords": None}


def test_an_empty_body_has_none() -> None:
    assert keywords(replace(ARTICLE, body="", language="en")) == {"keywords": ()}


@pytest.mark.parametrize(
    "body",
    [
        "ferry strike " * 80_000,
        "x" * 100_000,
        "a-" * 500_000,
        "l'" * 500_000,
        '"' * 1_000_000,
        "\u200b\u202e" * 200_000,
        "\ud800 ferry \udfff ferry",
        "".join(f"word{chr(97 + i % 26)}{i} " for i in range(100_000)),
    ],
    ids=lambda body: body[:6].encode("unicode_escape").decode(),
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_hostile_text_costs_no_time(body: str, language: str) -> None:
    start = time.process_time()
    found = keywords_of(body, language, body)
    assert found is not None and len(found) <= MOST_KEYWORDS
    assert all(normalize("NFC", keyword.name) and 0 < keyword.score <= 1 for keyword in found)
    assert time.process_time() - start < 2
