"""The short lines around a headline, where bylines and dates stand that no markup marks out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import lxml.html

from copydesk.tasks.clean.markup import Markup, names_aside, short_text

_LONGEST = 160
_INVISIBLE = frozenset({"script", "style", "noscript", "template", "svg", "select"})
_APART = frozenset({"nav", "footer", "aside", "form"})


def lines_after(markup: Markup, most: int = 60) -> list[str]:
    """Return the short lines that follow the headline (or open the body), nearest first."""
    if not markup.headings:
        body = markup.root.find("body")
        return list(islice(_lines(body), most)) if body is not None else []
    return list(islice(_following(markup.headings[0]), most))


def lines_before(markup: Markup, most: int = 12) -> list[str]:
    """Return the short lines that stand before the headline, nearest first."""
    if not markup.headings:
        return []
    return list(islice(_preceding(markup.headings[0]), most))


def lines_anywhere(markup: Markup, most: int = 1_500) -> list[str]:
    """Return the short lines of the whole page in order, sidebars and footers included."""
    body = markup.root.find("body")
    return list(islice(_lines(body, everywhere=True), most)) if body is not None else []


def _following(element: lxml.html.HtmlElement) -> Iterator[str]:
    yield from _line(element.tail)
    for sibling in element.itersiblings():
        yield from _lines(sibling)
        yield from _line(sibling.tail)
    parent = element.getparent()
    if parent is not None and parent.tag != "body":
        yield from _following(parent)


def _preceding(element: lxml.html.HtmlElement) -> Iterator[str]:
    for sibling in element.itersiblings(preceding=True):
        yield from _line(sibling.tail)
        yield from reversed(list(islice(_lines(sibling), 30)))
    parent = element.getparent()
    if parent is not None and parent.tag != "body":
        yield from _line(parent.text)
        yield from _preceding(parent)


def _lines(element: lxml.html.HtmlElement, everywhere: bool = False) -> Iterator[str]:
    """Yield an element's text as one line where it is short, else the lines of its parts."""
    if not isinstance(element.tag, str) or element.tag in _INVISIBLE:
        return
    if not everywhere and (element.tag in _APART or names_aside(element)):
        return
    text = short_text(element, _LONGEST)
    if not text:
        return
    if len(text) <= _LONGEST:
        yield text
        return
    if element.tag == "p":
        return
    yield from _line(element.text)
    for child in element:
        yield from _lines(child, everywhere)
        yield from _line(child.tail)


def _line(text: str | None) -> Iterator[str]:
    words = " ".join((text or "").split())
    if words and len(words) <= _LONGEST:
        yield words
