from __future__ import annotations

import time
from dataclasses import replace

import pytest

from copydesk.tasks.agencies import AGENCIES, agency_named
from copydesk.tasks.article import Article, Block
from copydesk.tasks.clean.rules import apply_rules
from copydesk.tasks.enrich.wire import wire
from tests.enrich.articles import ARTICLE

PROSE = "The harbour board put off the vote on the new sea wall until spring, its chair said on Monday."


def article(text: str, authors: tuple[str, ...] = ()) -> Article:
    lines = text.split("\n")
    blocks = tuple(
        Block(line, verdict.label if verdict else "body", verdict.reason if verdict else "model:1.00")
        for line, verdict in zip(lines, apply_rules(lines), strict=True)
    )
    return replace(
        ARTICLE,
        body="\n\n".join(block.text for block in blocks if block.kept),
        blocks=blocks,
        authors=authors,
    )


@pytest.mark.parametrize(
    ("opening", "agency", "dateline"),
    [
        ("NEW DELHI, Jan 17 (IANS) — ", "IANS", "NEW DELHI, Jan 17"),
        ("BERLIN (dpa) - ", "dpa", "BERLIN"),
        ("LONDON, March 3 (Reuters) - ", "Reuters", "LONDON, March 3"),
        ("RENO, Nev. (AP) — ", "AP", "RENO, Nev."),
        ("Washington (AFP) – ", "AFP", "Washington"),
        ("New Delhi, January 3 (ANI): ", "ANI", "New Delhi, January 3"),
        ("Sonpur Khurd, Feb 11 (PTI) ", "PTI", "Sonpur Khurd, Feb 11"),
        ("Madrid, 3 mar (EFE).- ", "EFE", "Madrid, 3 mar"),
        ("(ANSA) - ROMA, 03 MAR - ", "ANSA", "ROMA, 03 MAR"),
        ("МОСКВА, 3 марта. /ТАСС/. ", "TASS", "МОСКВА, 3 марта"),
        ("МОСКВА, 3 мар - РИА Новости. ", "RIA Novosti", "МОСКВА, 3 мар"),
        ("【ワシントン共同】", "Kyodo", "ワシントン"),
        ("新华社北京1月17日电", "Xinhua", "北京1月17日"),
        ("(서울=연합뉴스) ", "Yonhap", "서울"),
        ("[부산=뉴시스] ", "Newsis", "부산"),
        ("中新网广州3月1日电 ", "China News Service", "广州3月1日"),
        ("नयी दिल्ली, 21 मई (भाषा) ", "PTI", "नयी दिल्ली, 21 मई"),
        ("Berlin/Paris (dpa/AFP) - ", "dpa", "Berlin/Paris"),
        ("Dec 29 (Reuters) - ", "Reuters", None),
        ("PARIS — ", None, "PARIS"),
        ("ISLAMABAD: ", None, "ISLAMABAD"),
        ("EXCLUSIVE — ", None, None),
        ("", None, None),
    ],
)
def test_datelines(opening: str, agency: str | None, dateline: str | None) -> None:
    found = wire(article(opening + PROSE))
    assert (found.get("wire_agency"), found.get("dateline")) == (agency, dateline)


@pytest.mark.parametrize(
    ("ending", "agency", "credit", "initials"),
    [
        ("\n--IANS\nkl/mbr", "IANS", "--IANS", ("kl", "mbr")),
        ("\n- PTI", "PTI", "- PTI", None),
        ("\n(ANI)", "ANI", "(ANI)", None),
        (" --IANS", "IANS", "--IANS", None),
        (" (AP)", "AP", "(AP)", None),
        (" EFE", "EFE", "EFE", None),
        (" EFE\nkl/mbr", "EFE", "EFE", ("kl", "mbr")),
        (" — Bernama", "Bernama", "— Bernama", None),
        ("\n(With inputs from agencies)", None, "(With inputs from agencies)", None),
        ("\n© AFP", "AFP", "© AFP", None),
        ("\nAvec AFP", "AFP", "Avec AFP", None),
        ("\nQuelle: APA/dpa", "APA", "Quelle: APA/dpa", None),
        ("\n(Reporting by Ana Weber in Oslo; Editing by Tom Pike)", "Reuters", None, None),
        ("\nPhoto: Reuters", None, None, None),
        (" kl/mbr", None, None, ("kl", "mbr")),
    ],
)
def test_endings(
    ending: str, agency: str | None, credit: str | None, initials: tuple[str, ...] | None
) -> None:
    found = wire(article(f"{PROSE}\n{PROSE}{ending}"))
    assert found.get("wire_agency") == agency
    assert found.get("wire_credit") == credit
    assert found.get("desk_initials") == initials


@pytest.mark.parametrize(
    "text",
    [
        "She told AFP that the board would meet again in May, and that the wall would be built.",
        "The wall will be built, according to Russia's Interfax news agency.",
        "The harbour is old, the Reuters report of last week had said. The board denied it.",
    ],
)
def test_a_mention_is_no_credit(text: str) -> None:
    assert wire(article(f"{text}\n{PROSE}\n{text}")) == {}


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        ("Reuters", "Reuters"),
        ("Reuters Staff", "Reuters"),
        ("Ana Weber, Associated Press", "AP"),
        ("Press Trust of India", "PTI"),
        ("Ana Weber", None),
        ("Ana Reutersward", None),
    ],
)
def test_bylines(author: str, agency: str | None) -> None:
    assert wire(article(PROSE, (author,))).get("wire_agency") == agency


def test_agency_table() -> None:
    assert len(AGENCIES) >= 40
    assert len({agency.name for agency in AGENCIES}) == len(AGENCIES)
    assert agency_named("ТАСС") == "TASS"
    assert agency_named("associated press") == "AP"
    assert agency_named("ap") is None


@pytest.mark.parametrize(
    "line",
    [
        "A" * 100_000,
        '"' * 100_000,
        "(" * 50_000 + ")" * 50_000,
        "/ " * 50_000,
        "AP, " * 25_000,
        "AP/" * 50,
        "AP/" * 30 + "!",
        "AP " + "/ AP " * 25 + "!",
        "Source: " * 19,
        "with inputs from " * 9,
        "\u200b\u202e" * 20_000,
        "\ud800 (AP) \udfff",
        "© " * 80,
        "3 June " * 20,
        "a b " * 40 + "avec ",
        "word " * 200_000,
        "Москва. 3 июня. " * 10_000,
        "published by the " * 35,
        "-" * 159,
        "=-" * 79 + "x",
    ],
)
@pytest.mark.parametrize("label", ["body", "wire_credit", "disclaimer", "byline", "desk_initials"])
def test_odd_text_is_read_in_time(line: str, label: str) -> None:
    blocks = tuple(
        Block(text, kind, "test")
        for text, kind in ((PROSE, "body"), (line, label), (line, "body"), (line, label))
    )
    started = time.perf_counter()
    wire(replace(ARTICLE, blocks=(Block(line, "headline", "test"), *blocks), authors=(line,)))
    assert time.perf_counter() - started < 1
