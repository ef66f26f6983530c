"""The enrichment `words`: how long the body is.

Scripts written with spaces count words. Scripts written without (Chinese, Japanese, Thai, Lao, Khmer,
Burmese, Tibetan) count characters, combining marks apart, since where a word ends there is itself a guess.
"""

from __future__ import annotations

import re
from unicodedata import category

from copydesk.tasks.article import Article

_UNSPACED = re.compile(
    "["
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
    "\u0e01-\u0e4e\u0e80-\u0ece"  # Thai, Lao
    "\u1000-\u103f\u1050-\u108f\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17d3\u0f40-\u0fbc"  # Khmer, Tibetan
    "]+"
)
_HAS_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

# Dashes and ellipses that are set without spaces join sentences, not words.
_BREAKS = re.compile("[—―…]|--+")


def count_words(text: str) -> int:
    """Count the words of a text, and the characters of the scripts that have no spaces.

    A word is a run between spaces (or long dashes) with a letter or a digit in it, so `six-year-old`,
    `2,700` and `don't` are one each and a lone dash is none. A text of both kinds counts both.
    """
    unspaced = "".join(_UNSPACED.findall(text))
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    spaced = sum(
        1 for word in _BREAKS.sub(" ", text).split() if word.isalnum() or _HAS_LETTER_OR_DIGIT.search(word)
    )
    return spaced + sum(1 for character in unspaced if category(character)[0] != "M")


def words(article: Article) -> dict[str, object]:
    """Return `word_count` of the body."""
    return {"word_count": count_words(article.body)}
