"""The gold set for wire and credit: small articles as outlets sign them, read by the cleaner, then by `wire`."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from copydesk.tasks.enrich.wire import wire
from tests.enrich.articles import cleaned, gold

COLUMNS = ("wire_agency", "wire_credit", "desk_initials", "dateline")
# Share of what the gold marks that is found, and share of what is found that the gold marks.
FLOORS = {
    "wire_agency": (0.98, 1.0),
    "wire_credit": (0.97, 0.98),
    "desk_initials": (0.94, 0.94),
    "dateline": (0.98, 0.98),
}


@cache
def _found() -> tuple[tuple[dict[str, Any], dict[str, Any]], ...]:
    """The gold beside what `wire` says, both without what is not there."""
    cases = gold("wire")
    said = (wire(cleaned(case["lines"])) for case in cases)
    return tuple(
        (
            {name: case[name] for name in COLUMNS if name in case},
            {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()},
        )
        for case, found in zip(cases, said, strict=True)
    )


@pytest.mark.parametrize("column", COLUMNS)
def test_floors(column: str) -> None:
    right = sum(case[column] == found.get(column) for case, found in _found() if column in case)
    marked = sum(column in case for case, _ in _found())
    told = sum(column in found for _, found in _found())
    recall, precision = FLOORS[column]
    assert right / marked >= recall
    assert right / told >= precision


def test_gold_covers_the_world() -> None:
    cases = gold("wire")
    agencies = Counter(case.get("wire_agency") for case in cases)
    assert len(cases) >= 325
    assert agencies[None] >= 65
    assert len(agencies) >= 75
    assert len({case["language"] for case in cases}) >= 30
