"""The gate's figures over all items, and the floors that they must not fall below."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.gate.items import FOLDER, Item

FLOORS = FOLDER / "floors.json"
FIELDS = ("title", "authors", "published", "page_kind")
WORST = 5


def figures(items: Sequence[Item]) -> dict[str, float]:
    """Every figure by its name, from 0 to 1, means over items (labels: over struck lines)."""
    sums: dict[str, list[float]] = defaultdict(list)
    for item in items:
        for name, value in _figures_of(item):
            sums[name].append(value)
    return {name: sum(values) / len(values) for name, values in sorted(sums.items())}


def _figures_of(item: Item) -> Iterator[tuple[str, float]]:
    if "body" in item.gold:
        yield f"body {item.kind}", item.body_f1
        yield f"body {item.kind} {item.language}", item.body_f1
    wrong, tested = item.wrong_fields(), item.tested_fields()
    yield from ((name, float(name not in wrong)) for name in FIELDS if name in tested)
    wrong_labels = len(item.wrong_labels())
    struck = len(item.gold.get("struck", {}))
    yield from (("struck labels", float(number >= wrong_labels)) for number in range(struck))


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def write_floors(found: Mapping[str, float], path: Path = FLOORS) -> None:
    """Pin figures, cut to three digits."""
    pinned = {name: math.floor(value * 1000 + 1e-6) / 1000 for name, value in sorted(found.items())}
    path.write_text(json.dumps(pinned, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def fallen(found: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Figures below their floor, or gone: what was found (0 where gone) and the floor."""
    return {
        name: (found.get(name, 0.0), floor) for name, floor in floors.items() if found.get(name, 0.0) < floor
    }


def explain(name: str, items: Sequence[Item]) -> str:
    """The items that pull a figure down most, with what each gets wrong."""
    blamed = sorted(((value, item) for value, item in _blamed(name, items)), key=lambda pair: pair[0])
    lines = []
    for value, item in blamed[:WORST]:
        lines.append(f"  {item.name} {value:.3f}")
        lines += [f"    {line}" for line in _faults(name, item)]
    return "\n".join(lines)


def _blamed(name: str, items: Sequence[Item]) -> Iterator[tuple[float, Item]]:
    for item in items:
        own = [value for figure, value in _figures_of(item) if figure == name]
        if own and (value := sum(own) / len(own)) < 1:
            yield value, item


def _faults(name: str, item: Item) -> list[str]:
    if name.startswith("body"):
        lines = [f"missing: {text}" for text in item.missing()]
        return [line[:160] for line in [*lines, *(f"extra: {text}" for text in item.extra())]]
    if name == "struck labels":
        return item.wrong_labels()
    return [item.wrong_fields()[name]]
