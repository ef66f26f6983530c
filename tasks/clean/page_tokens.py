"""The words by which a page's makers name it: in its address, head, element names, title and headings.

Each of `VOICES` is a bag of words, hashed into bins; a logistic regression for each says how much its words
speak for an article (`weights_kind_words.npz`, learnt by `tests/eval/train_page_kind.py`).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.page import PageBlock
from copydesk.tasks.clean.page_shape import containers_of

VOICES = ("address", "head", "names", "title", "headings")
BINS = 8192

_SPLIT = re.compile(r"[^a-z0-9]+")
_NAME = re.compile(r"[a-z]{2,}")
_WORD = re.compile(r"\w+")
# Metas of which the content says something too.
_TELLING = frozenset(
    (
        *("og:type", "twitter:card", "twitter:label1", "twitter:label2", "robots", "page-type", "pagetype"),
        *("content-type", "type", "template"),
    )
)
_LONGEST_CLASS = 1_500
_MOST_IN_HEAD = 400


def page_tokens(
    metadata: Metadata, address: str, root: HtmlElement | None, blocks: Sequence[PageBlock]
) -> list[set[str]]:
    """Return the words of each of `VOICES`, none where the page lacks it."""
    headings = " ".join(block.text for block in blocks if block.heading).lower()
    title = _WORD.findall((metadata.title or "").lower())
    return [
        _address_tokens(address) if address else set(),
        (_head_tokens(root) | {f"type {name}" for name in metadata.schema_types})
        if root is not None
        else set(),
        {token for names in {one.names for one in containers_of(blocks)} for token in _name_tokens(names)},
        {*title, f"first {title[0]}"} if title else set(),
        set(_WORD.findall(headings)),
    ]


def bins(tokens: Iterable[str]) -> list[int]:
    """Return the bins of a bag of words, each once, in order."""
    return sorted({zlib.crc32(token.encode("utf-8", "replace")) % BINS for token in tokens})


def voice_scores(voices: Sequence[Iterable[str]]) -> list[float]:
    """Return what each of a page's bags of words says in log-odds; 0 where it is empty."""
    weights, biases = _weights()
    return [
        float(weights[number, bins(tokens)].sum() + biases[number]) if tokens else 0.0
        for number, tokens in enumerate(voices)
    ]


@cache
def _weights() -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    with np.load(Path(__file__).with_name("weights_kind_words.npz"), allow_pickle=False) as arrays:
        return arrays["weights"].astype(np.float32), arrays["biases"].astype(np.float32)


def _address_tokens(address: str) -> set[str]:
    parts = urlsplit(address)
    labels = (parts.hostname or "").split(".")
    segments = [segment.lower() for segment in parts.path.split("/") if segment]
    found = {f"host {label}" for label in labels} | {f"below {label}" for label in labels[:-2]}
    for segment in segments[:-1]:
        found |= {f"path {_shaped(word)}" for word in _SPLIT.split(segment) if word}
        found.add(f"segment {segment[:30]}")
    found |= {f"last {_shaped(word)}" for word in _SPLIT.split(segments[-1] if segments else "") if word}
    found |= {f"query {pair.partition('=')[0]}" for pair in parts.query.split("&") if pair}
    return found | {f"depth {len(segments)}"}


def _shaped(word: str) -> str:
    return f"digits {len(word)}" if word.isdigit() else word


def _head_tokens(root: HtmlElement) -> set[str]:
    found: set[str] = set()
    body, head = root.find("body"), root.find("head")
    names = (body.get("class") or "")[:_LONGEST_CLASS].lower() if body is not None else ""
    found |= {f"body {word}" for word in _SPLIT.split(names) if len(word) > 2 and not word.isdigit()}
    found |= {f"class {word}" for word in names.split() if len(word) > 2}
    for element in list(head if head is not None else ())[:_MOST_IN_HEAD]:
        if element.tag == "meta":
            found |= _meta_tokens(element)
        elif element.tag == "link":
            found.add(f"link {(element.get('rel') or '').lower()} {(element.get('type') or '').lower()}")
    return found


def _meta_tokens(element: HtmlElement) -> set[str]:
    name = (element.get("name") or element.get("property") or element.get("itemprop") or "").lower()
    content = (element.get("content") or "")[:40].lower()
    found = {f"meta {name}"}
    if name in _TELLING:
        found.add(f"meta {name} {content}")
    elif name == "generator":
        found.add(f"generator {_SPLIT.split(content)[0]}")
    return found


@lru_cache(maxsize=50_000)
def _name_tokens(names: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(names.lower()))
