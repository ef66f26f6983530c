"""Scraped texts with gold bodies, read into what the text labeller learns from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from gold_blocks import align
from page_corpus import publisher_of
from resiliparse.extract.html2text import extract_plain_text

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.label_page import PageEvidence, label_page
from copydesk.tasks.clean.metadata import read_metadata
from copydesk.tasks.clean.page import parse_page
from copydesk.tasks.clean.rule import Verdict
from copydesk.tasks.clean.rules import apply_rules
from copydesk.tasks.clean.text_features import line_matrix
from copydesk.tasks.clean.text_lines import blocks_of
from copydesk.tasks.clean.text_scores import line_lengths

_WORD = re.compile(r"\w+")
_LIST_MARK = re.compile(r"^\s+(?:\d+\.|[*•])\s+", re.M)
_WHOLE = 0.8
"""The share of its body's words that a page's text must hold to be learnt from."""


@dataclass(frozen=True, slots=True)
class Text:
    """One scraped text with its body."""

    corpus: str
    publisher: str
    body: str
    judged: bool
    """Whether it counts in the scores: its body is gold, its text was scraped by others."""
    lines: list[str]
    verdicts: list[Verdict | None]
    matrix: np.ndarray
    kept: np.ndarray
    weights: np.ndarray
    characters: np.ndarray


def read_texts(corpus: Path, pages: Sequence[Path]) -> list[Text]:
    """Read the scraped texts of `corpus`, then the articles among `pages` that are not among them.

    A page without a gold body is given the one that the labeller of pages finds.
    """
    rows = [row for path in pages for row in pq.read_table(path).to_pylist()]
    publishers = {(row["corpus"], row["id"]): publisher_of(row) for row in rows}
    texts = []
    for row in pq.read_table(corpus).to_pylist():
        key = row["corpus"], row["id"]
        texts.append(
            _text(row["corpus"], publishers.get(key, row["id"]), row["text"], row["body"], judged=True)
        )
        publishers.pop(key, None)
    return texts + [
        text for row in rows if (row["corpus"], row["id"]) in publishers for text in _of_page(row)
    ]


def _of_page(row: dict[str, Any]) -> Iterator[Text]:
    if row["page_type"] not in ("article", None):
        return
    html = row["html"].decode("utf-8", "replace")
    scraped = _LIST_MARK.sub("", extract_plain_text(html, main_content=True, alt_texts=False))
    body = row["body"] or _found_body(html, row["url"])
    if not body or not scraped.strip():
        return
    text = _text(row["corpus"], publisher_of(row), scraped, body, judged=False)
    gold, held = _words(body), _words(" ".join(np.array(text.lines, dtype=object)[text.kept]))
    if sum((gold & held).values()) > _WHOLE * sum(gold.values()):
        yield text


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _found_body(html: str, url: str | None) -> str | None:
    try:
        root = parse_page(html)
    except RejectedInputError:
        return None
    known = read_metadata(root, url, None)
    evidence = PageEvidence.of(known)
    return "\n\n".join(block.text for block in label_page(root, evidence) if block.kept)


def _text(corpus: str, publisher: str, scraped: str, body: str, *, judged: bool) -> Text:
    lines = blocks_of(scraped)
    verdicts = apply_rules(lines)
    kept, _ = align(lines, body)
    words = np.array([len(_WORD.findall(line)) for line in lines]) + 0.3
    return Text(
        corpus=corpus,
        publisher=publisher,
        body=body,
        judged=judged,
        lines=lines,
        verdicts=verdicts,
        matrix=line_matrix(lines, verdicts),
        kept=kept,
        # Texts count alike, lines by their words: so does the score.
        weights=words / words.sum() * 20,
        characters=line_lengths(lines),
    )


def word_f1(gold: str, found: str) -> float:
    """Return the F1 of the words, as bags."""
    true, got = _words(gold), _words(found)
    shared = sum((true & got).values())
    if not shared:
        return 0.0
    precision, recall = shared / sum(got.values()), shared / sum(true.values())
    return 2 * precision * recall / (precision + recall)
