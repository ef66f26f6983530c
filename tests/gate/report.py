"""Print the gate's figures beside their floors, and every fault of the items named.

    python -m tests.gate.report [ITEM...]     figures; for each item whose name has one of the words, its faults
    python -m tests.gate.report --pin         raise the floors to today's figures, take out gaps that have healed
    python -m tests.gate.report --pin --lower the same, and lower floors where figures fell: say why in the commit
    python -m tests.gate.report --corpora     the figures and floors on the corpora that COPYDESK_CORPORA names

New items can lower a mean without anything having got worse; their pin needs --lower too.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping, Sequence

from tests.gate import corpora
from tests.gate.figures import FLOORS, fallen, figures, read_floors, write_floors
from tests.gate.items import Item, read_items


def main() -> int:
    """Print, and pin where told; 1 where figures fell and are not to be lowered."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("items", nargs="*", help="part of an item's name, or `all`")
    parser.add_argument("--corpora", action="store_true")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    at, items = corpora.folder(), read_items()
    if options.corpora and not at:
        parser.error(f"{corpora.VARIABLE} names no directory")
    for item in items:
        if any(word == "all" or word in item.name for word in options.items):
            _tell(item)
    path = corpora.FLOORS if options.corpora else FLOORS
    found = corpora.corpora_figures(at) if options.corpora and at else figures(items)
    floors = read_floors(path)
    _table(found, floors)
    fell = fallen(found, floors)
    if fell and not (options.pin and options.lower):
        print(f"fell: {', '.join(fell)}; --pin --lower pins them all the same", file=sys.stderr)
        return 1
    if options.pin:
        write_floors(found, path)
        if not options.corpora:
            _take_out_healed(items)
    return 0


def _table(found: Mapping[str, float], floors: Mapping[str, float]) -> None:
    for name in sorted({*found, *floors}):
        print(f"{name:24} {found.get(name, math.nan):.4f}  floor {floors.get(name, math.nan):.3f}")


def _take_out_healed(items: Sequence[Item]) -> None:
    for item in items:
        healed = item.healed_gaps()
        if healed:
            print(f"{item.name}: right now: {', '.join(healed)}")
            gaps = {field: why for field, why in item.gaps.items() if field not in healed}
            item.write_gold({**item.gold, "known_gaps": gaps})


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
