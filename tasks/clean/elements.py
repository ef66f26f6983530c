"""Small questions to an element: its text, and whether it is part of something other than the article."""

from __future__ import annotations

import re
from functools import lru_cache

import lxml.html

_ASIDE = re.compile(
    r"comment|related|sidebar|recommend|teaser|footer|widget|most-?read|popular|recirc|latest|trending"
    r"|read-?more|read-?next|also-?like|promo",
    re.IGNORECASE,
)
_ASIDE_TAGS = frozenset({"aside", "footer", "nav", "figure"})
_ASIDE_DEPTH = 12


def short_text(element: lxml.html.HtmlElement, longest: int = 300) -> str:
    """Return the text of an element, at most about `longest` characters, a space at each inner border."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        if part.isspace():
            continue
        words = " ".join(part[: 4 * longest].split())
        if words:
            parts.append(words)
            length += len(words)
            if length > longest:
                break
    return " ".join(parts)


def is_aside(element: lxml.html.HtmlElement) -> bool:
    """Whether an element lies in a sidebar, footer, comment or list of other articles."""
    for depth, ancestor in enumerate(element.iterancestors()):
        if depth > _ASIDE_DEPTH or ancestor.tag in ("body", "main"):
            return False
        if ancestor.tag in _ASIDE_TAGS or names_aside(ancestor):
            return True
    return False


def names_aside(element: lxml.html.HtmlElement) -> bool:
    """Whether an element's class or id says that it is a sidebar, comment or list of other articles."""
    names = element.get("class"), element.get("id")
    return names != (None, None) and _names_aside(*names)


@lru_cache(maxsize=16_384)
def _names_aside(names: str | None, name: str | None) -> bool:
    return _ASIDE.search(f"{names or ''} {name or ''}") is not None
