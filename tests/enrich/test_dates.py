import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.date_names import LANGUAGES
from copydesk.tasks.enrich.dates import dates
from copydesk.tasks.mention import DateMention
from tests.enrich.articles import ARTICLE, gold

NEWS_LANGUAGES = {
    "ar",
    "de",
    "en",
    "es",
    "fr",
    "hi",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "tr",
    "uk",
    "zh",
}
GOLD = gold("dates")


def _article(body: str, language: str | None, published: str | None = "2024-06-10", **facts: Any) -> Article:
    return replace(
        ARTICLE,
        body=body,
        language=language,
        published_at=datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None,
        **facts,
    )


def _mentions(article: Article) -> tuple[DateMention, ...]:
    found = dates(article)["dates"]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("case", GOLD, ids=[f"{n}-{case['language']}" for n, case in enumerate(GOLD, 1)])
def test_gold(case: dict[str, Any]) -> None:
    facts = {key: case[key] for key in ("declared_language", "wire_agency", "source") if key in case}
    article = _article(case["text"], case["language"], case["published"], **facts)
    assert [[m.text, m.value] for m in _mentions(article)] == case["dates"]


def test_gold_covers_the_languages_that_news_is_read_in() -> None:
    covered = {case["language"] for case in GOLD if case["dates"]}
    assert covered >= NEWS_LANGUAGES


def test_offsets_and_granularity() -> None:
    body = "Signed on 3 March 2020.\n\nIn April 2021 it lapsed, and in 2022 it returned."
    found = _mentions(_article(body, "en"))
    assert [body[m.start : m.end] for m in found] == [m.text for m in found]
    assert [m.granularity for m in found] == ["day", "month", "year"]
    assert [m.start for m in found] == sorted(m.start for m in found)


def test_a_date_does_not_run_over_a_paragraph() -> None:
    assert _mentions(_article("It was his best May\n\n2016 people came", "en")) == ()


def test_language_without_tables_is_null_not_empty() -> None:
    assert dates(_article("3 Bealtaine 2024", "ga")) == {"dates": None}


def test_declared_language_serves_where_none_was_decided() -> None:
    article = _article("Am 12. März 2024 war es so weit.", None, declared_language="de-AT")
    assert [m.value for m in _mentions(article)] == ["2024-03-12"]


@pytest.mark.parametrize(("published", "value"), [("2016-02-10", "2016-02-29"), ("2018-02-10", "2016-02-29")])
def test_leap_day_is_found_in_a_year_that_has_one(published: str, value: str) -> None:
    assert [m.value for m in _mentions(_article("On February 29 it rained.", "en", published))] == [value]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_month_of_every_language_is_read(language: str) -> None:
    for number, cell in enumerate(LANGUAGES[language].months, start=1):
        for name in cell.split("|"):
            found = _mentions(_article(f"(7 {name} 2023)", language))
            assert [m.value for m in found] == [f"2023-{number:02}-07"], name


@pytest.mark.parametrize(
    "body",
    [
        "3 March " * 5_000,
        "1-2-3-4-" * 10_000,
        "9" * 30_000,
        "March " * 10_000,
        "in 2016 to " * 5_000,
        "2024-" * 10_000,
        "12 \ud800 May \u202e 5 \u0000",
        "5月" * 10_000,
        "today " * 20_000,
        "on Monday " * 10_000,
        '"' * 100_000,
        "a" * 100_000 + " last week",
        "\u200b\u202e last \ud800 week \u2066 ago" * 5_000,
        "9:30 p.m. " * 10_000,
        "the third quarter " * 5_000,
        "1990s" * 20_000,
    ],
)
def test_odd_text_is_read_in_time(body: str) -> None:
    for language in ("en", "de", "ja", "ru", None):
        started = time.perf_counter()
        found = _mentions(_article(body, language))
        assert time.perf_counter() - started < 4
        assert all(body[m.start : m.end] == m.text for m in found)
