from __future__ import annotations

import numpy as np

from copydesk.tasks.clean.model import load_model
from copydesk.tasks.clean.text_context import CONTEXT_NAMES, context_matrix
from copydesk.tasks.clean.text_scores import FIRST_NAMES, SECOND_NAMES, line_scores
from copydesk.tasks.clean.text_wording import (
    WORDING_NAMES,
    length_class,
    load_wording,
    terms_of,
    wording_matrix,
)


def context(scores: list[float]) -> dict[str, list[float]]:
    matrix = context_matrix(np.array(scores, dtype=np.float32), np.full(len(scores), 100, dtype=np.float32))
    assert matrix.shape == (len(scores), len(CONTEXT_NAMES))
    assert np.isfinite(matrix).all()
    return dict(zip(CONTEXT_NAMES, matrix.T.tolist(), strict=True))


def test_context_knows_the_stretch_of_likely_lines() -> None:
    found = context([0.1, 0.9, 0.4, 0.9, 0.1])
    assert found["in_best"] == [0, 1, 1, 1, 0]
    assert found["from_best"] == [-1, 0, 1, 2, 3]
    assert found["to_best_end"] == [3, 2, 1, 0, -1]
    assert found["cost_to_best"][1:4] == [0, 0, 0]
    assert found["cost_to_best"][0] < 0


def test_context_knows_what_lies_beyond() -> None:
    found = context([0.9, 0.1, 0.8, 0.1])
    assert found["gain_below"][1] > 0 > found["gain_below"][2]
    assert found["gain_above"][0] == 0
    assert found["odds_+1"][-1] == -6
    assert found["to_last_kept"] == [2, 1, 0, -1]


def test_context_of_one_line_or_doubtful_lines() -> None:
    context([0.5])
    context([0.0, 1.0])
    assert context([0.1, 0.1])["kept_share"][0] < 0.2


def test_terms_are_words_and_pairs_with_the_edges() -> None:
    assert terms_of("Read more 2024") == {
        "read",
        "more",
        "0000",
        "^ read",
        "read more",
        "more 0000",
        "0000 $",
    }
    assert {"会議", "議は"} <= terms_of("会議は")
    assert terms_of("…") == {"^ $"}


def test_lines_without_spaces_count_as_longer() -> None:
    assert length_class("a" * 30) == 0
    assert length_class("会" * 30) == 1
    assert length_class("a" * 140) == 2


def test_wording_of_lines() -> None:
    weights = ({"read more": -2.0, "said": 0.5}, {}, {"said": 1.5})
    matrix = wording_matrix(["Read more", "…", "said " * 40], weights)
    assert matrix.shape == (3, len(WORDING_NAMES))
    found = dict(zip(WORDING_NAMES, matrix.T.tolist(), strict=True))
    assert found["wording_total"] == [-2.0, 0.0, 1.5]
    assert found["wording_lowest_+1"] == [0.0, 1.5, 0.0]


def test_shipped_weights_fit_together() -> None:
    assert load_model("text").names == FIRST_NAMES
    assert load_model("text_second").names == SECOND_NAMES
    assert load_wording()[0]["newsletter"] < 0
    scores = line_scores(["Sign up for our newsletter"], [None])
    assert scores.shape == (1,)
