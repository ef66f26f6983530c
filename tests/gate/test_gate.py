"""What copydesk makes of the gate's items: no field and no figure falls without notice."""

import pytest
from lxml import html

from copydesk.tasks.article import LABELS
from tests.gate.figures import explain, fallen_figures, measure, read_floors
from tests.gate.items import FOLDER, Item, as_written, read_items
from tests.gate.scores import words_of

ITEMS = read_items()
by_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)


@by_item
def test_fields_are_as_a_reader_took_them(item: Item) -> None:
    wrong = item.wrong_fields()
    assert not {name: text for name, text in wrong.items() if name not in item.gaps}


@by_item
def test_a_known_gap_is_still_one(item: Item) -> None:
    healed = item.healed_gaps()
    assert not healed, f"right now: take {healed} out of known_gaps (python -m tests.gate.report --pin does)"


def test_no_figure_falls() -> None:
    pinned = read_floors()
    told = [
        f"{name}: {found:.4f}, floor {floor:.4f}\n{explain(name, ITEMS, pinned)}"
        for name, (found, floor) in fallen_figures(measure(ITEMS), pinned).items()
    ]
    assert not told, "\n".join(["figures fell:", *told])


def test_every_item_is_pinned() -> None:
    assert set(read_floors()) == {item.name for item in ITEMS}, "pin: python -m tests.gate.report --pin"


@by_item
def test_the_gold_stands_in_its_source(item: Item) -> None:
    data = item.path.read_bytes()
    encoding = item.gold.get("encoding", "utf-8")
    source = data.decode(encoding)
    if item.kind == "pages":
        source = "".join(html.fromstring(data.decode(encoding)).itertext())
    words = "".join(words_of(source))
    said = [*item.gold.get("body", ()), *item.gold.get("struck", {})]
    assert not [text for text in said if "".join(words_of(text)) not in words]
    struck = item.gold.get("struck", {}).values()
    assert not [label for labels in struck for label in labels.split("|") if label not in LABELS]


def test_every_source_has_its_gold_and_every_gold_its_source() -> None:
    golds = {path.with_suffix("") for path in FOLDER.glob("*s/*.json")}
    assert golds == {item.path.with_suffix("") for item in ITEMS}


@by_item
def test_gold_is_written_one_way(item: Item) -> None:
    assert item.gold_path.read_text(encoding="utf-8") == as_written(item.gold)
