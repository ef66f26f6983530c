"""How bodies are compared: F1 of 4-word shingles, and lines by their words alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from copydesk.tasks.article import Block

# Scripts that leave no space between words are counted by the character, marks of other scripts belong to words.
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def comparable(text: str) -> str:
    """The words of a text with a space around each, so that one text's can be looked for in another's."""
    return f" {' '.join(words_of(text))} "


def with_words(blocks: Sequence[Block], beginning: str) -> list[Block]:
    """Blocks that begin with these words; those that hold them where none does.

    Spans side by side may run together in a block's text, so white space does not count.
    """
    letters = {id(block): "".join(words_of(block.text)) for block in blocks}
    wanted = "".join(words_of(beginning))
    found = [block for block in blocks if letters[id(block)].startswith(wanted)]
    return found or [block for block in blocks if wanted in letters[id(block)]]


def shingle_f1(gold: str, found: str) -> float:
    """F1 of 4-word shingles of a body; 1 where both are empty."""
    true, got = _shingles(gold), _shingles(found)
    both = sum((true & got).values())
    return 2 * both / (sum(true.values()) + sum(got.values())) if true or got else 1.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = words_of(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()
