"""Print the gate's figures beside their floors, and every fault of the items named.

python -m tests.gate.report [ITEM...]     figures; for each item whose name has one of the words, its faults
python -m tests.gate.report --pin         pin today's figures and new items, take out gaps that have healed
python -m tests.gate.report --pin --lower the same, and lower floors where figures fell: say why in the commit
python -m tests.gate.report --corpora     the figures and floors on the corpora that COPYDESK_CORPORA names
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.gate import corpora
from tests.gate.figures import fallen, fallen_figures, figures, measure, read_floors, write_floors
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
    return _corpora(at, options) if options.corpora and at else _gate(items, options)


def _gate(items: Sequence[Item], options: argparse.Namespace) -> int:
    measured, pinned = measure(items), read_floors()
    _table(figures(measured), figures(pinned))
    if _refused(fallen_figures(measured, pinned), options):
        return 1
    if options.pin:
        write_floors(measured)
        _take_out_healed(items)
    return 0


def _corpora(at: Path, options: argparse.Namespace) -> int:
    found, floors = corpora.corpora_figures(at), corpora.read_floors()
    _table(found, floors)
    if _refused(fallen(found, floors), options):
        return 1
    if options.pin:
        corpora.write_floors(found)
    return 0


def _refused(fell: Mapping[str, tuple[float, float]], options: argparse.Namespace) -> bool:
    if not fell or (options.pin and options.lower):
        return False
    told = ", ".join(f"{name} {found:.4f} < {floor:.4f}" for name, (found, floor) in fell.items())
    print(f"fell: {told}; --pin --lower pins them all the same", file=sys.stderr)
    return True


def _table(found: Mapping[str, float], floors: Mapping[str, float]) -> None:
    for name in sorted({*found, *floors}):
        print(f"{name:24} {found.get(name, math.nan):.4f}  floor {floors.get(name, math.nan):.4f}")


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
