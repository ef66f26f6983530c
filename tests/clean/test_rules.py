from __future__ import annotations

import re

import pytest

from copydesk.tasks.article import LABELS
from copydesk.tasks.clean.rule import Rule, plain
from copydesk.tasks.clean.rule_heads import LENGTH, heads, heads_of_line
from copydesk.tasks.clean.rules import RULES, apply_rules, line_verdict

STRUCK = [(rule, line) for rule in RULES for line in rule.strikes]
KEPT = [(rule, line) for rule in RULES for line in rule.keeps]
OTHER_SCRIPTS = [
    rule
    for rule in RULES
    if rule.language in {*["ru", "uk", "el", "th", "ar", "he", "fa", "hi", "bn", "zh", "ja", "ko"]}
]
LATIN = (
    *("Note", "X", "line", "Facebook", "1/5", "2024-11-06 10:15", "Published by Harbour Games", "© Harbour"),
    *("Disclaimer: prices are a guide, and no offer", "Copyright and the press", "Follow us", "(end)"),
)


def matches(rule: Rule, line: str) -> bool:
    text = line.strip() if rule.exact else plain(line)
    needed = not rule.needs or any(word in plain(line) for word in rule.needs)
    return len(line) <= rule.longest and needed and re.fullmatch(rule.pattern, text) is not None


def labels(text: str) -> list[str | None]:
    return [verdict.label if verdict else None for verdict in apply_rules(text.strip().split("\n"))]


@pytest.mark.parametrize(("rule", "line"), STRUCK, ids=[f"{r.name}-{i}" for i, (r, _) in enumerate(STRUCK)])
def test_rule_strikes_its_example(rule: Rule, line: str) -> None:
    assert matches(rule, line)
    assert line_verdict(line) is not None


@pytest.mark.parametrize(("rule", "line"), KEPT, ids=[f"{r.name}-{i}" for i, (r, _) in enumerate(KEPT)])
def test_rule_keeps_its_counterexample(rule: Rule, line: str) -> None:
    assert not matches(rule, line)


@pytest.mark.parametrize("line", LATIN)
def test_rules_for_other_scripts_leave_latin_lines_to_the_others(line: str) -> None:
    assert not [rule.name for rule in OTHER_SCRIPTS if matches(rule, line)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_is_complete(rule: Rule) -> None:
    assert rule.label in LABELS
    assert rule.strikes
    assert rule.keeps
    assert all(
        not set(heads_of_line((s if rule.exact else plain(s))[:LENGTH])).isdisjoint(heads(rule.pattern))
        for s in rule.strikes
    )


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "line",
    [
        "The newspaper asked readers to subscribe now for unlimited access, its editor said.",
        "“You have reached your limit,” the officer told the driver, who had asked for a third coffee.",
        "What is included in a full move?",
        "All rights of the heirs, said the court, were preserved when the harbour was sold to the state "
        "in 1911.",
        "She told AFP that the talks would go on.",
        "Advertisements, long the paper's main income, fell by a fifth last year, the publisher said on "
        "Friday.",
        "The minister, who had been asked to comment by Reuters, did not reply.",
        "Cookies were served to the jury.",
        "He paid $4.99 for it.",
        "Related charges were dropped on Monday.",
        "Photography was his life.",
        "By Friday the river had fallen.",
    ],
)
def test_prose_about_such_things_stays(line: str) -> None:
    assert apply_rules([line]) == [None]


def test_blank_lines_get_no_verdict_and_keep_their_place() -> None:
    assert apply_rules(["", "Advertisement", "  "])[0] is None
    assert [verdict is not None for verdict in apply_rules(["", "Advertisement", "  "])] == [
        False,
        True,
        False,
    ]


def test_offer_is_marked_from_its_name_to_its_renewal() -> None:
    text = """
Subscribe to read the whole report
Harbour Monthly
$6.50
1 Month
$6.50/month
Harbour Yearly
$60
1 Year
$5/month
Renews automatically, cancel anytime
"""
    assert labels(text) == ["paywall", *["offer"] * 9]


def test_prices_of_an_article_are_no_offer() -> None:
    text = """
The three pumps that we tried differ by more than their price.
Harbour pump
$640
Small, loud, and slow to start.
Dyke pump
$1,280
Guaranteed for 3 years.
"""
    assert labels(text) == [None] * 7


def test_benefits_run_on_to_the_end_of_their_list() -> None:
    text = """
What's included in your subscription
Unlimited reading
Every story on the web and in the app
Newsletters
Sent to your inbox each morning
Archive
All pages since 1911
© 2025 The Harbour Post. All rights reserved.
"""
    assert labels(text) == [*["benefit"] * 7, "legal"]


def test_links_follow_their_head_until_prose() -> None:
    text = """
Related articles
Floods close three schools in the old town
How the harbour lost its bell
"""
    assert labels(text) == ["related"] * 3
    before_prose = (
        text + "The bell, which rang for two hundred years, was last heard on the night of the great flood."
    )
    assert labels(before_prose) == ["related", "related", None, None]


def test_initials_count_only_where_a_desk_signs() -> None:
    prose = "The talks, which began in spring, will go on until the end of the month, the envoy said."
    assert labels(f"{prose}\n--IANS\nkl/mbr") == [None, "wire_credit", "desk_initials"]
    assert labels(f"{prose}\nkl/mbr") == [None, "desk_initials"]
    assert labels("Sizes\nxs/xl\nColours") == [None, None, None]


def test_a_head_in_another_script_opens_links() -> None:
    text = """
Популярні новини
Повінь закрила три школи у старому місті
Як гавань утратила свій дзвін
"""
    assert labels(text) == ["related"] * 3


def test_bhasha_signs_below_the_copy_only() -> None:
    prose = "गांव के लोगों ने बताया कि पुल टूटने के बाद से बच्चे स्कूल नहीं जा सके हैं और नाव ही एकमात्र सहारा है।"
    assert labels(f"{prose}\nभाषा अजय रमण") == [None, "wire_credit"]
    assert labels(f"भाषा संस्थान बंद\n{prose}") == [None, None]
