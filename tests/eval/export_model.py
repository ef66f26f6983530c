"""Write a model of two classes, scikit-learn's HistGradientBoostingClassifier or LightGBM's, as copydesk's weights.

    from export_model import export_model
    classifier.fit(matrix, kept)          # matrix: float32, no NaN, no categorical features
    export_model(classifier, names, Path("tasks/clean/weights_NAME.npz"))
    copydesk.tasks.clean.model.load_model("NAME").scores(matrix)   # == predict_proba(matrix)[:, 1]

The file holds no pickles and, of the same classifier, has the same bytes every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np


def export_model(classifier: Any, names: Sequence[str], path: Path) -> None:
    """Write the fitted `classifier`, whose matrix has the columns `names`, to `path`."""
    trees = [tree.nodes for (tree,) in classifier._predictors]
    _write(trees, float(np.ravel(classifier._baseline_prediction)[0]), names, path)


def export_booster(booster: Any, names: Sequence[str], path: Path) -> None:
    """Write the trained LightGBM `booster`, whose matrix has the columns `names`, to `path`."""
    trees = [_nodes(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    _write(trees, 0.0, names, path)


def _nodes(root: dict[str, Any]) -> list[dict[str, Any]]:
    # LightGBM nests its nodes; scikit-learn, and what is written, number them.
    nodes: list[dict[str, Any]] = []
    waiting: list[tuple[dict[str, Any], dict[str, Any], str]] = [(root, {}, "")]
    while waiting:
        node, above, side = waiting.pop()
        above[side] = len(nodes)
        is_leaf = "leaf_value" in node
        mine: dict[str, Any] = {"is_leaf": is_leaf, "value": node.get("leaf_value", 0.0)}
        nodes.append(mine)
        if not is_leaf:
            mine |= {"feature_idx": node["split_feature"], "num_threshold": node["threshold"]}
            waiting += [(node["left_child"], mine, "left"), (node["right_child"], mine, "right")]
    return nodes


def _write(trees: Sequence[Any], bias: float, names: Sequence[str], path: Path) -> None:
    roots: list[int] = []
    feature: list[int] = []
    threshold: list[float] = []
    child: list[int] = []
    value: list[float] = []
    for nodes in trees:
        roots.append(len(feature))
        _append_tree(nodes, feature, threshold, child, value)
    np.savez_compressed(
        path,
        names=np.array(list(names), dtype=np.str_),
        roots=np.array(roots, dtype=np.int32),
        feature=np.array(feature, dtype=np.int16),
        threshold=_rounded_down(np.array(threshold)),
        child=np.array(child, dtype=np.int32),
        value=np.array(value, dtype=np.float32),
        bias=np.array(bias),
    )


def _append_tree(
    nodes: Any,
    feature: list[int],
    threshold: list[float],
    child: list[int],
    value: list[float],
) -> None:
    # The children of a node are laid out side by side, level by level.
    start = len(feature)
    order = [0]
    for index in order:
        node = nodes[index]
        here = len(feature)
        leaf = bool(node["is_leaf"])
        feature.append(0 if leaf else int(node["feature_idx"]))
        threshold.append(np.inf if leaf else float(node["num_threshold"]))
        child.append(here if leaf else start + len(order))
        value.append(float(node["value"]))
        if not leaf:
            order += [int(node["left"]), int(node["right"])]


def _rounded_down(threshold: np.ndarray) -> np.ndarray:
    # A threshold lies between two float32 values; rounded up it could meet the upper one.
    single = threshold.astype(np.float32)
    return np.where(single > threshold, np.nextafter(single, np.float32(-np.inf)), single).astype(np.float32)
