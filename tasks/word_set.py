"""Tables of words, written as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which spaces and line ends divide."""
    return frozenset(text.split())
