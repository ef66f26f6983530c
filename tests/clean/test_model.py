from pathlib import Path

import numpy as np
import pytest

from copydesk.tasks.clean.model import Model, read_model


def small_model() -> Model:
    # One tree of one split on `length`, one that is a lone leaf.
    return Model(
        names=("links", "length"),
        roots=np.array([0, 3], dtype=np.int32),
        feature=np.array([1, 0, 0, 0], dtype=np.int32),
        threshold=np.array([10, np.inf, np.inf, np.inf], dtype=np.float32),
        child=np.array([1, 1, 2, 3], dtype=np.int32),
        value=np.array([9, -2, 2, 0.5], dtype=np.float32),
        deep=(1,),
        bias=-0.5,
    )


def test_a_row_takes_the_upper_child_above_the_threshold_only() -> None:
    scores = small_model().scores(np.array([[0, 10], [0, 10.5]], dtype=np.float32))
    assert np.allclose(scores, 1 / (1 + np.exp([2.0, -2.0])))


def test_many_rows_score_as_each_alone() -> None:
    rows = np.random.default_rng(1).uniform(0, 20, (40_000, 2)).astype(np.float32)
    scores = small_model().scores(rows)
    assert scores.shape == (40_000,)
    assert np.array_equal(scores > 0.5, rows[:, 1] > 10)


def test_no_rows_no_scores() -> None:
    assert small_model().scores(np.empty((0, 2), dtype=np.float32)).shape == (0,)


def test_a_matrix_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="2 features"):
        small_model().scores(np.zeros((3, 5), dtype=np.float32))


def test_weights_are_read_without_pickles(tmp_path: Path) -> None:
    model = small_model()
    path = tmp_path / "weights_small.npz"
    arrays = {name: getattr(model, name) for name in ("roots", "feature", "threshold", "child", "value")}
    np.savez_compressed(path, names=np.array(model.names), bias=-0.5, **arrays)
    again = read_model(path)
    assert (again.names, again.deep) == (model.names, model.deep)
    assert np.array_equal(again.threshold, model.threshold)
