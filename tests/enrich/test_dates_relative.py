from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.date_anchor import spoken_day
from copydesk.tasks.enrich.date_tense import tense
from copydesk.tasks.enrich.dates import dates
from copydesk.tasks.mention import DateMention
from tests.enrich.articles import ARTICLE, gold

GOLD = gold("dates_relative")
# Floors: what is measured, less what one passage more or less may change.
PRECISION, RECALL = 0.98, 0.98


def _article(body: str, published: str | None, language: str = "en", dateline: str | None = None) -> Article:
    at = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return replace(ARTICLE, body=body, language=language, published_at=at, dateline=dateline)


def _mentions(article: Article) -> tuple[DateMention, ...]:
    found = dates(article)["dates"]
    assert isinstance(found, tuple)
    return found


def test_gold_is_met() -> None:
    right = found = wanted = 0
    wrong = []
    for case in GOLD:
        article = _article(case["text"], case["published"], case["language"], case.get("dateline"))
        got = [[m.text, m.value, m.granularity] for m in _mentions(article)]
        right += sum(mention in case["dates"] for mention in got)
        found, wanted = found + len(got), wanted + len(case["dates"])
        if got != case["dates"]:
            wrong.append((case["text"], got))
    assert right / found >= PRECISION and right / wanted >= RECALL, wrong


def test_gold_has_every_granularity_and_passages_without_a_date() -> None:
    dates_in = [mention for case in GOLD for mention in case["dates"]]
    assert len(dates_in) >= 150
    assert {granularity for _, _, granularity in dates_in} == {
        "day", "week", "weekend", "month", "quarter", "year", "decade", "time", "range",
    }  # fmt: skip
    assert sum(not case["dates"] for case in GOLD) >= 30


def _published(**facts: Any) -> Article:
    return replace(ARTICLE, **facts)


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"published_at": datetime(2017, 1, 17, 23, tzinfo=UTC)}, date(2017, 1, 17)),
        (
            {"published_at": datetime(2017, 1, 17, 23, tzinfo=UTC), "published_date": date(2017, 1, 18)},
            date(2017, 1, 18),
        ),
        ({"published_date": date(2017, 1, 18), "dateline": "NEW DELHI, Jan 17"}, date(2017, 1, 17)),
        ({"published_date": date(2017, 1, 18), "dateline": "NEW DELHI, Jan 3"}, date(2017, 1, 18)),
        ({"published_date": date(2017, 1, 1), "dateline": "NEW DELHI, Dec 31"}, date(2016, 12, 31)),
        ({"dateline": "LONDON, March 3, 2015"}, date(2015, 3, 3)),
        ({"dateline": "LONDON, March 3"}, None),
        ({"dateline": "LONDON, March 3", "fetched_at": datetime(2016, 1, 1, tzinfo=UTC)}, date(2015, 3, 3)),
        ({"dateline": "LONDON", "fetched_at": datetime(2016, 1, 1, tzinfo=UTC)}, None),
        ({}, None),
        ({"published_at": datetime(1, 1, 1, tzinfo=UTC)}, None),
        ({"published_at": datetime(9999, 12, 31, tzinfo=UTC)}, None),
    ],
)
def test_the_day_that_is_spoken_from(facts: dict[str, Any], day: date | None) -> None:
    assert spoken_day(_published(**facts), "en") == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The court ruled on Monday.", "past"),
        ("The court will rule on Monday.", "ahead"),
        ("The court said on Monday it will rule.", "past"),
        ("The court is to rule on Monday.", "ahead"),
        ("The court declined to rule on Monday.", "past"),
        ("The court agreed to rule on Monday.", "ahead"),
        ("The court was scheduled to rule on Monday.", "open"),
        ("On Monday, the court will rule.", "ahead"),
        ("On Monday, the court ruled, and it will rule again.", "past"),
        ("A rule of the court, Monday", None),
        ("Bids are due Monday.", "ahead"),
        ("Polls close on Monday.", "ahead"),
        ("He praised the close vote on Monday.", "past"),
    ],
)
def test_tense(text: str, told: str | None) -> None:
    start = text.index("Monday")
    assert tense(text, start, start + 6) == told


def test_without_a_day_to_speak_from_nothing_is_guessed() -> None:
    body = "Last week, on Monday and two years ago, in March, in the third quarter of sales, it rained."
    assert _mentions(_article(body, None)) == ()


def test_a_day_told_of_another_year_is_no_day_of_this_week() -> None:
    body = "In 1944 the bridge fell on Monday, and in March they fled.\n\nOn Monday it was rebuilt."
    assert [(m.text, m.value) for m in _mentions(_article(body, "2017-01-17"))] == [
        ("1944", "1944"),
        ("Monday", "2017-01-16"),
    ]
