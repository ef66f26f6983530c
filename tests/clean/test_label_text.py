from __future__ import annotations

import textwrap

import numpy as np

from copydesk.tasks.clean.label_text import label_text
from copydesk.tasks.clean.rules import apply_rules
from copydesk.tasks.clean.text_features import NAMES, line_matrix
from copydesk.tasks.clean.text_lines import blocks_of

PARAGRAPHS = (
    "The harbour board of Eastmere has put off its vote on a new sea wall until the spring, after "
    "two of its "
    "members asked for more time to read the engineers' report.",
    "The wall, planned since the flood of 1911, would be the longest on the coast and cost about "
    "$640 million, "
    "most of which the ministry in the capital has promised to pay.",
    '"We have waited for a century and can wait for a few months more," said Ana Weber, who chairs the board and '
    "has spoken for the plan in each of its hearings.",
    "Fishermen in the old town, however, fear that the works will close the eastern basin for two "
    "seasons, and "
    "their union has asked a court to look at the permits.",
    "A first hearing is expected on March 3. Neither the ministry nor the company that drew the "
    "plans answered "
    "questions on Monday evening.",
)
TAIL = (
    "--PTI",
    "kl/mbr",
    "Disclaimer: This story has not been edited by the Eastmere Post staff",
    "You've reached your limit of 3 free articles this month.",
    "Already a member? Sign in",
    "Post Monthly",
    "₹150",
    "1 Month",
    "Auto-renews, cancel any time",
    "© 2025 The Eastmere Post. All rights reserved.",
)


def labels(text: str, title: str | None = None) -> list[str]:
    return [block.label for block in label_text(text, title)]


def test_article_with_a_dirty_tail() -> None:
    assert labels("\n".join((*PARAGRAPHS, *TAIL))) == [
        *["body"] * 5,
        "wire_credit",
        "desk_initials",
        "disclaimer",
        "paywall",
        "paywall",
        *["offer"] * 4,
        "legal",
    ]


def test_given_title_is_struck_at_the_top() -> None:
    title = "Eastmere puts off its vote on the sea wall"
    found = label_text("\n\n".join((title + ".", *PARAGRAPHS)), title)
    assert (found[0].label, found[0].reason) == ("headline", "rule:headline.given_title")
    assert [block.label for block in found[1:]] == ["body"] * 5


def test_agency_dateline_opens_the_copy() -> None:
    text = "\n".join(("EASTMERE, Jan 17 (ANI) — " + PARAGRAPHS[0], *PARAGRAPHS[1:]))
    assert labels(text) == ["body"] * 5


def test_blank_lines_vanish_and_nothing_else_does() -> None:
    text = "\n\n \n".join((*PARAGRAPHS, *TAIL))
    assert [block.text for block in label_text(text)] == [*PARAGRAPHS, *TAIL]
    assert label_text(" \n\n\t\n") == []


def test_short_text_is_its_own_body() -> None:
    assert labels(PARAGRAPHS[0]) == ["body"]
    assert labels("Flood") == ["body"]


def test_readers_prose_is_struck_below_the_head_of_the_comments() -> None:
    reader = (
        "I have lived beside that harbour for sixty years and never once saw the water come over the quay."
    )
    found = labels("\n".join((*PARAGRAPHS, "2 Comments", reader, reader.replace("sixty", "ten"))))
    assert found == [*["body"] * 5, "comment", "comment", "comment"]


def test_a_paragraph_that_comes_twice_is_kept_once() -> None:
    assert labels("\n".join((*PARAGRAPHS, PARAGRAPHS[0]))).count("body") == 5


def test_reasons_name_rule_or_score() -> None:
    for block in label_text("\n".join((*PARAGRAPHS, *TAIL))):
        assert block.reason.startswith(("rule:", "model:"))


def test_wrapped_paragraphs_are_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert blocks_of(wrapped) == list(PARAGRAPHS)
    assert labels(wrapped) == ["body"] * 5


def test_wrapped_text_keeps_a_sign_off_apart() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS) + "\n--PTI\nkl/mbr"
    assert blocks_of(wrapped)[-2:] == ["--PTI", "kl/mbr"]


def test_lists_and_plain_paragraphs_are_not_joined() -> None:
    listed = "\n".join(["Eggs", "Flour", "A pound of butter", "Sugar", "Salt", "Two lemons", "Milk"])
    assert blocks_of(listed) == listed.split("\n")
    assert blocks_of("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_features_are_finite_and_named() -> None:
    for lines in (["a"], ["(", "…", "1"], [*PARAGRAPHS, *TAIL], ["東京で会議が開かれた。", "関連記事"]):
        matrix = line_matrix(lines, apply_rules(lines))
        assert matrix.shape == (len(lines), len(NAMES))
        assert np.isfinite(matrix).all()
