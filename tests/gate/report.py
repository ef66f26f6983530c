"""Print the gate's figures beside their floors, and every fault of the items named.

python -m tests.gate.report [ITEM...]     figures; for each item whose name has one of the words, its faults
python -m tests.gate.report --pin         raise the floors to today's figures, take out gaps that have healed
python -m tests.gate.report --pin --lower the same, and lower floors where figures fell: say why in the commit
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence

from tests.gate.figures import FLOORS, fallen, figures, read_floors
from tests.gate.items import Item, read_items

DIGITS = 3


def main() -> int:
    """Print, and pin where told; 1 where figures fell and are not to be lowered."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("items", nargs="*", help="part of an item's name, or `all`")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    items = read_items()
    for item in items:
        if any(word == "all" or word in item.name for word in options.items):
            _tell(item)
    found, floors = figures(items), read_floors() if FLOORS.exists() else {}
    for name in sorted({*found, *floors}):
        print(f"{name:24} {found.get(name, math.nan):.4f}  floor {floors.get(name, math.nan):.3f}")
    if options.pin:
        return pin(items, found, floors, options.lower)
    return 1 if fallen(found, floors) else 0


def pin(items: Sequence[Item], found: Mapping[str, float], floors: Mapping[str, float], lower: bool) -> int:
    """Write the floors; refuse to lower one unless told."""
    fell = fallen(found, floors)
    if fell and not lower:
        print(f"not pinned: {', '.join(fell)} fell; --pin --lower pins them all the same", file=sys.stderr)
        return 1
    pinned = {name: math.floor(value * 10**DIGITS) / 10**DIGITS for name, value in found.items()}
    FLOORS.write_text(json.dumps(pinned, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for item in items:
        for healed in item.healed_gaps():
            print(f"{item.name}: {healed} is right now")
            item.write_gold({**item.gold, "known_gaps": {k: v for k, v in item.gaps.items() if k != healed}})
            del item.gold
    return 0


def _tell(item: Item) -> None:
    body = f" body {item.body_f1:.3f}" if "body" in item.gold else ""
    print(f"{item.name}{body}")
    for field, text in item.wrong_fields().items():
        print(f"    {field}: {text}{' (known)' if field in item.gaps else ''}")
    faults = [("missing", item.missing()), ("extra", item.extra())] if body else []
    for what, lines in [*faults, ("label", item.wrong_labels())]:
        for line in lines:
            print(f"    {what}: {line[:200]}")


if __name__ == "__main__":
    sys.exit(main())
