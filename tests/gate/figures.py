"""The gate's figures over all items, and the floors that they must not fall below.

`floors.json` pins what each item reached; a figure's floor is the mean of these. So an item that gains may pay for
one that loses, items can be added without touching what is pinned of others, and a figure that falls says where.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tests.gate.items import FOLDER, Item

FLOORS = FOLDER / "floors.json"
FIELDS = ("title", "authors", "published", "page_kind")
WORST = 5
Measured = dict[str, dict[str, float]]
"""By item's name what it reaches in each respect, from 0 to 1."""


def measure(items: Sequence[Item]) -> Measured:
    """What the items reach today."""
    return {item.name: dict(_measured(item)) for item in items}


def _measured(item: Item) -> Iterator[tuple[str, float]]:
    if "body" in item.gold:
        yield "body", item.body_f1
    wrong, tested = item.wrong_fields(), item.tested_fields()
    yield from ((name, float(name not in wrong)) for name in FIELDS if name in tested)
    struck = len(item.gold.get("struck", {}))
    if struck:
        yield "struck labels", 1 - len(item.wrong_labels()) / struck


def figures(measured: Measured) -> dict[str, float]:
    """The means over items, of bodies by kind of source and by language too."""
    sums: dict[str, list[float]] = defaultdict(list)
    for item, values in measured.items():
        for respect, value in values.items():
            for name in _figures_of(item, respect):
                sums[name].append(value)
    return {name: sum(values) / len(values) for name, values in sorted(sums.items())}


def _figures_of(item: str, respect: str) -> tuple[str, ...]:
    if respect != "body":
        return (respect,)
    kind, _, name = item.partition("/")
    return f"body {kind}", f"body {kind} {name.partition('_')[0]}"


def read_floors() -> Measured:
    found: Measured = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return found


def write_floors(measured: Measured) -> None:
    """Pin what the items reach; a line each, so that what two people add merges."""
    cut = {
        item: {name: cut_off(value) for name, value in values.items()} for item, values in measured.items()
    }
    lines = ",\n".join(f" {json.dumps(item)}: {json.dumps(values)}" for item, values in cut.items())
    FLOORS.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def cut_off(value: float) -> float:
    """Four digits, never rounded up."""
    return math.floor(value * 10_000 + 1e-6) / 10_000


def fallen(found: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Figures below their floor, or gone: what was found (0 where gone) and the floor."""
    got = {name: found.get(name, 0.0) for name in floors}
    return {name: (got[name], floor) for name, floor in floors.items() if got[name] < floor - 1e-9}


def fallen_figures(measured: Measured, pinned: Measured) -> dict[str, tuple[float, float]]:
    """The same of the gate's figures, over the items that are pinned."""
    known = {item: values for item, values in measured.items() if item in pinned}
    return fallen(figures(known), figures({item: pinned[item] for item in known}))


def explain(name: str, items: Sequence[Item], pinned: Measured) -> str:
    """The items that pull a figure down most against what is pinned, with what each gets wrong."""
    losses = []
    for item in items:
        for respect, value in _measured(item):
            loss = pinned.get(item.name, {}).get(respect, 0.0) - value
            if name in _figures_of(item.name, respect) and loss > 1e-9:
                losses.append((loss, value, respect, item))
    lines = []
    for loss, value, respect, item in sorted(losses, key=lambda found: -found[0])[:WORST]:
        lines.append(f"  {item.name} {value:.4f}, was {value + loss:.4f}")
        lines += [f"    {line[:160]}" for line in _faults(respect, item)]
    return "\n".join(lines)


def _faults(respect: str, item: Item) -> list[str]:
    if respect == "body":
        missing = [f"missing: {text}" for text in item.missing()]
        return [*missing, *(f"extra: {text}" for text in item.extra())]
    return item.wrong_labels() if respect == "struck labels" else [item.wrong_fields().get(respect, "")]
