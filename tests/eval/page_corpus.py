"""Pages with gold bodies (or passages to keep and drop), read into what the body model learns from."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import tldextract
from gold_blocks import align

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.features import OWN_NAMES
from copydesk.tasks.clean.label_page import PageEvidence, label_blocks, line_verdicts, page_matrix
from copydesk.tasks.clean.metadata import read_metadata
from copydesk.tasks.clean.page import PageBlock, parse_page, read_blocks
from copydesk.tasks.clean.rule import Verdict

_DOMAIN = tldextract.TLDExtract(suffix_list_urls=())
_WORDS = OWN_NAMES.index("words")


@dataclass(slots=True)
class Page:
    """One page: its blocks' features, which of them stand in the body, and how much each weighs."""

    corpus: str
    key: str
    publisher: str
    blocks: list[PageBlock]
    evidence: PageEvidence
    verdicts: list[list[Verdict | None]]
    matrix: np.ndarray
    kept: np.ndarray
    weight: np.ndarray
    body: str | None
    keep: list[str]
    drop: list[str]
    is_article: bool

    @property
    def words(self) -> np.ndarray:
        return self.matrix[:, _WORDS]

    def text(self, scores: np.ndarray) -> str:
        """Return the body that is filed where the model gives the blocks these scores."""
        labelled = label_blocks(self.blocks, self.evidence, self.verdicts, self.matrix, scores)
        return "\n\n".join(block.text for block in labelled if block.kept)

    def fold(self, folds: int) -> int:
        """The publisher's fold: all pages of a publisher fall into one."""
        return int(hashlib.md5(self.publisher.encode()).hexdigest(), 16) % folds


def read_pages(paths: Sequence[Path]) -> list[Page]:
    """Read the pages of Parquet corpora with `corpus, id, url, html, page_type, body, keep, drop`."""
    pages = []
    for path in paths:
        for row in pq.read_table(path).to_pylist():
            page = _page(row)
            if page is None:
                print(f"no blocks: {row['corpus']}:{row['id']}", file=sys.stderr)
            else:
                pages.append(page)
    return pages


def publisher_of(row: dict[str, Any]) -> str:
    """Return the registered domain of a row's `url`; its `id` without one."""
    return _DOMAIN(row["url"] or "").top_domain_under_public_suffix or row["url"] or row["id"]


def _page(row: dict[str, Any]) -> Page | None:
    try:
        root = parse_page(row["html"].decode("utf-8", "replace"))
    except RejectedInputError:
        return None
    blocks = read_blocks(root)
    if not blocks:
        return None
    texts = [block.text for block in blocks]
    metadata = read_metadata(root, row["url"], None)
    evidence = PageEvidence.of(metadata)
    verdicts = line_verdicts(blocks)
    matrix = page_matrix(blocks, evidence, verdicts)
    keep, drop = row["keep"] or [], row["drop"] or []
    if row["body"]:
        kept, sure = align(texts, row["body"])
    else:
        kept, sure = _by_passages(texts, keep, drop)
    # Pages weigh alike, whatever their length; a page known by passages alone knows few of its blocks.
    length = np.sqrt(matrix[:, _WORDS])
    weight = length / length.sum() * 40 if row["body"] else np.full(len(texts), 0.3)
    return Page(
        corpus=row["corpus"],
        key=f"{row['corpus']}:{row['id']}",
        publisher=publisher_of(row),
        blocks=blocks,
        evidence=evidence,
        verdicts=verdicts,
        matrix=matrix,
        kept=kept,
        weight=np.where(sure, weight, 0.0),
        body=row["body"],
        keep=[" ".join(passage.split()) for passage in keep],
        drop=[" ".join(passage.split()) for passage in drop],
        is_article=row["page_type"] in (None, "article"),
    )


def _by_passages(
    texts: Sequence[str], keep: Sequence[str], drop: Sequence[str]
) -> tuple[np.ndarray, np.ndarray]:
    kept = np.zeros(len(texts), dtype=bool)
    sure = np.zeros(len(texts), dtype=bool)
    disputed = set()
    flat = [" ".join(text.split()) for text in texts]
    for value, passage in _passages(keep, drop):
        for number, text in enumerate(flat):
            if passage in text:
                if sure[number] and kept[number] != value:
                    disputed.add(number)
                kept[number], sure[number] = value, True
    sure[list(disputed)] = False
    return kept, sure


def _passages(keep: Sequence[str], drop: Sequence[str]) -> Iterator[tuple[bool, str]]:
    for value, passages in ((True, keep), (False, drop)):
        for passage in passages:
            yield value, " ".join(passage.split())
