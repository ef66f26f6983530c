"""The gate's items: pages and texts written for these tests, each with what a careful reader takes from it.

`pages/<language>_<kind>.html` and `texts/<language>_<kind>.txt` are the sources, `<same name>.json` beside each
its gold:

- `body`: the article's paragraphs, subheadings, list items and table rows in order; no headline, standfirst,
  byline, caption, related link, credit line or initials; no embedded tweet; no pull quote that a paragraph says.
  A dateline stays in the paragraph that it opens.
- `struck`: the beginning of a block that must be struck, and its label; `a|b` where either is right.
- `published` as the page says it (ISO), `published_day` its day there; null where it says none.
- `known_gaps`: field (also `body`, `struck`) and the reason why copydesk is wrong about it today. A gap that has
  healed fails the test.
- every other key is a field of `Article` and its value; a list where one of several is right (but `authors`,
  `tags` and `desk_initials`, which are lists). A key that is not there is not tested.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from copydesk.tasks.article import Article, RawArticle
from copydesk.tasks.clean.desk import clean_article
from copydesk.tasks.enrich.registry import choose, enrich
from tests.gate.scores import comparable, shingle_f1, with_words

FOLDER = Path(__file__).parent
KEYS = ("url", "body", "struck", "known_gaps")
COLUMNS = {"published": "published_at", "published_day": "published_date"}
LISTS = ("authors", "tags", "desk_initials")


@dataclass(frozen=True)
class Item:
    """One source with its gold."""

    path: Path

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def kind(self) -> str:
        """`pages` or `texts`."""
        return self.path.parent.name

    @property
    def language(self) -> str:
        return self.path.name.partition("_")[0]

    @property
    def gold_path(self) -> Path:
        return self.path.with_suffix(".json")

    @cached_property
    def gold(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.gold_path.read_text(encoding="utf-8"))
        return found

    @property
    def gaps(self) -> dict[str, str]:
        found: dict[str, str] = self.gold.get("known_gaps", {})
        return found

    @cached_property
    def article(self) -> Article:
        data = self.path.read_bytes()
        raw = RawArticle(
            self.name,
            html=data if self.kind == "pages" else None,
            text=data if self.kind == "texts" else None,
            url=self.gold.get("url"),
        )
        return enrich(clean_article(raw), choose("language,wire"))[0]

    @property
    def body_f1(self) -> float:
        return shingle_f1("\n".join(self.gold["body"]), self.article.body)

    def missing(self) -> list[str]:
        """Paragraphs of the gold that the article's body lacks."""
        return [text for text in self.gold["body"] if self._balance(text) < 0]

    def extra(self) -> list[str]:
        """Kept blocks that the gold's body has not, with the reason for which each was kept."""
        kept = (block for block in self.article.blocks if block.kept)
        return [f"{block.text} ({block.reason})" for block in kept if self._balance(block.text) > 0]

    def _balance(self, text: str) -> int:
        """How many times more often the article's body says a text than the gold's."""
        wanted, found = comparable("\n".join(self.gold["body"])), comparable(self.article.body)
        return found.count(comparable(text)) - wanted.count(comparable(text))

    def wrong_fields(self) -> dict[str, str]:
        """Fields that differ from the gold, known gaps or not: what was found and what was expected."""
        return {name: text for name, text in self._compared() if text}

    def healed_gaps(self) -> list[str]:
        """Known gaps in which copydesk is right now."""
        wrong = set(self.wrong_fields())
        wrong |= {"body"} if "body" in self.gold and (self.missing() or self.extra()) else set()
        wrong |= {"struck"} if self.wrong_labels() else set()
        return sorted(set(self.gaps) - wrong)

    def write_gold(self, gold: dict[str, Any]) -> None:
        self.gold_path.write_text(as_written(gold), encoding="utf-8")

    def tested_fields(self) -> list[str]:
        return [name for name, _ in self._compared()]

    def _compared(self) -> Iterator[tuple[str, str]]:
        for name, wanted in self.gold.items():
            if name not in KEYS:
                got = getattr(self.article, COLUMNS.get(name, name))
                right = _same_time(got, wanted) if name == "published" else _same(name, got, wanted)
                yield name, "" if right else f"{got!r}, expected {wanted!r}"

    def wrong_labels(self) -> list[str]:
        """Struck blocks that carry another label than the gold's, or are kept, or not there."""
        return [text for text in map(self._wrong_label, self.gold.get("struck", {}).items()) if text]

    def _wrong_label(self, wanted: tuple[str, str]) -> str:
        beginning, labels = wanted
        blocks = with_words(self.article.blocks, beginning)
        if any(block.label in labels.split("|") for block in blocks):
            return ""
        found = ", ".join(f"{block.label} ({block.reason})" for block in blocks) or "no such block"
        return f"{beginning!r}: {found}, expected {labels}"


def _same(name: str, got: Any, wanted: Any) -> bool:
    if name in LISTS:
        return [text.casefold() for text in got] == [text.casefold() for text in wanted]
    if isinstance(got, str):
        got = " ".join(got.split())
    return got in wanted if isinstance(wanted, list) else str(got) == str(wanted)


def _same_time(got: datetime | None, wanted: str | None) -> bool:
    """The same instant where the page names its offset from UTC, else the same day."""
    if got is None or wanted is None:
        return got is None and wanted is None
    said = datetime.fromisoformat(wanted)
    return got == said.replace(microsecond=0) if said.tzinfo else got.date() == said.date()


def as_written(gold: dict[str, Any]) -> str:
    """A gold file's text: one form, so that only what changed shows in a diff."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def read_items() -> list[Item]:
    """All items, pages before texts, by name."""
    return [Item(path) for path in sorted([*FOLDER.glob("pages/*.html"), *FOLDER.glob("texts/*.txt")])]
