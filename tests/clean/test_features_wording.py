import numpy as np
import pytest

from copydesk.tasks.clean.features_wording import WORDING_NAMES, wording


def measure(*texts: str) -> list[dict[str, float]]:
    return [dict(zip(WORDING_NAMES, row, strict=True)) for row in wording(texts).tolist()]


def test_characters_are_counted_block_by_block():
    first, second = measure(
        'Mira Holm said: "No, 12 boats." She left…', "late\nHARBOUR @ https://example.org/a"
    )
    assert (first["characters"], first["words"], first["sentences"], first["quotes"]) == (41, 8, 2, 2)
    assert first["commas"] == pytest.approx(100 / 41)
    assert first["digit_share"] == pytest.approx(2 / 41)
    assert first["capital_share"] == pytest.approx(4 / 8)
    assert (second["lines"], second["words"], second["marks"], second["sentences"]) == (1, 4, 5, 0)


def test_two_characters_without_spaces_make_a_word():
    assert measure("港は今朝閉まった。")[0]["words"] == 5


def test_the_beginning_of_a_long_block_gives_its_shares():
    (long,) = measure("a" * 600 + "1" * 400)
    assert (long["digit_share"], long["characters"]) == (0.0, 1000)


def test_characters_beyond_the_basic_plane_have_a_place():
    assert np.isfinite(wording(["🚢 sails.", "\ud800"])).all()
