from dataclasses import fields, replace

import pytest

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.registry import ENRICHMENTS, Enrichment, choose, enrich
from copydesk.tasks.schema import ARTICLE_COLUMNS
from tests.enrich.articles import ARTICLE

COPY = replace(
    ARTICLE, body="The council voted on Monday, May 6, to close the old bridge for repairs in 2025."
)


def test_columns_are_fields_and_columns_and_no_two_share_one() -> None:
    filled = [column for enrichment in ENRICHMENTS for column in enrichment.columns]
    assert len(set(filled)) == len(filled)
    assert set(filled) <= {field.name for field in fields(Article)}
    assert set(filled) <= {column.name for column in ARTICLE_COLUMNS}


def test_choose_keeps_running_order() -> None:
    assert choose("all") == ENRICHMENTS
    assert choose("none") == ()
    assert [e.name for e in choose(" dates, language ")] == ["language", "dates"]


@pytest.mark.parametrize("names", ["", "date", "language,nothing", "all,language", ","])
def test_unknown_names_are_refused_with_those_known(names: str) -> None:
    with pytest.raises(ValueError, match="language, words"):
        choose(names)


def test_enrich_fills_its_columns() -> None:
    article, failed = enrich(COPY, choose("all"))
    assert failed == ()
    assert (article.language, article.word_count) == ("en", 16)
    assert article.dates is not None and [m.value for m in article.dates] == ["2025"]


def test_what_was_not_chosen_stays_null() -> None:
    article, _ = enrich(COPY, choose("words"))
    assert article.language is None and article.dates is None


def _broken(_: Article) -> dict[str, object]:
    raise RuntimeError("a page that nobody thought of")


def _greedy(_: Article) -> dict[str, object]:
    return {"language": "xx", "body": ""}


@pytest.mark.parametrize("step", [_broken, _greedy])
def test_a_failure_costs_its_columns_only(step: object) -> None:
    broken = Enrichment("broken", "1", ("language",), step)  # type: ignore[arg-type]
    article, failed = enrich(COPY, (broken, *choose("words")))
    assert failed == ("broken",)
    assert article == replace(COPY, word_count=16)
