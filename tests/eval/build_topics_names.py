"""Write the names of the IPTC Media Topics, as IPTC's spreadsheet of all languages gives them.

    python tests/eval/build_topics_names.py IPTC-MediaTopic-NewsCodes.xlsx --out tasks/enrich/topics_names.json

The Media Topics are IPTC's, under CC BY 4.0 (https://iptc.org/standards/media-topics/). Retired topics are left out,
and so are names that two topics share and names that need their brackets to be understood.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LEVELS = "CDEFGH"
NAME, RETIRED = "P", "I"
OTHER_NAMES = ("J", "L", "N", "P", "R", "T", "V", "X", "Z", "AB", "AD", "AF", "AH")
"""The columns of names: ar, de, da, en-GB, en-US, es, fr, nb, nn, pt-PT, pt-BR, sv, zh-Hans."""
# What IPTC's earlier Subject Codes say (16009001), and what an editor would.
RENAMED = {"20000076": "peace negotiations"}


def rows(path: str) -> Iterator[dict[str, str]]:
    """Give the first sheet's rows, each cell by its column's letters."""
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{SHEET}t"))
            for item in etree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")
        ]
        for row in etree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{SHEET}row"):
            cells = {}
            for cell in row.iter(f"{SHEET}c"):
                value = cell.findtext(f"{SHEET}v") or ""
                text = shared[int(value)] if cell.get("t") == "s" else value
                cells[re.sub(r"\d", "", cell.get("r", ""))] = text.strip()
            yield cells


def names(path: str) -> dict[str, list[str]]:
    """Return for each topic its English name, the topic above it and all its names that are no other's."""
    above: dict[int, str] = {}
    found: dict[str, tuple[str, str]] = {}
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for cells in rows(path):
        level = next((level for level, letters in enumerate(LEVELS) if cells.get(letters)), None)
        if level is None or not cells[LEVELS[level]].startswith("medtop:"):
            continue
        topic = cells[LEVELS[level]].removeprefix("medtop:")
        above[level] = topic
        if cells.get(RETIRED):
            continue
        found[topic] = (RENAMED.get(topic, cells[NAME]), above[level - 1] if level else "")
        for letters in OTHER_NAMES:
            name = unicodedata.normalize(
                "NFC", " ".join(cells.get(letters, "").split()).strip(" :").casefold()
            )
            if name and "(" not in name and "|" not in name:
                bearers[name].add(topic)
    own: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(bearers):
        if len(bearers[name]) == 1:
            own[min(bearers[name])].append(name)
    return {topic: [name, parent, "|".join(own[topic])] for topic, (name, parent) in found.items()}


def main() -> None:
    """Read the spreadsheet and write one topic a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("spreadsheet")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    lines = (
        f"  {json.dumps(topic)}: {json.dumps(values, ensure_ascii=False)}"
        for topic, values in names(args.spreadsheet).items()
    )
    args.out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
