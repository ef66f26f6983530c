"""The short lines around a headline, where bylines and dates stand that no markup marks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import lxml.html

from copydesk.tasks.clean.elements import names_aside, short_text

_LONGEST = 160
_DEEPEST = 100
"""Elements within one another, beyond which the search would overflow the stack."""
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "nav", "footer", "aside", "form"}
)


def lines_after(root: lxml.html.HtmlElement, headings: Sequence[lxml.html.HtmlElement]) -> Iterator[str]:
    """Yield up to 40 short lines that follow the headline (or open the body), nearest first."""
    body = root.find("body")
    start = _following(headings[0]) if headings else _lines(body) if body is not None else iter(())
    return islice(start, 40)


def lines_before(headings: Sequence[lxml.html.HtmlElement]) -> Iterator[str]:
    """Yield up to 12 short lines that stand before the headline, nearest first."""
    return islice(_preceding(headings[0]) if headings else iter(()), 12)


def _following(element: lxml.html.HtmlElement) -> Iterator[str]:
    at: lxml.html.HtmlElement | None = element
    while at is not None and at.tag != "body":
        yield from _line(at.tail)
        for sibling in at.itersiblings():
            yield from _lines(sibling)
            yield from _line(sibling.tail)
        at = at.getparent()


def _preceding(element: lxml.html.HtmlElement) -> Iterator[str]:
    at: lxml.html.HtmlElement | None = element
    while at is not None and at.tag != "body":
        for sibling in at.itersiblings(preceding=True):
            yield from _line(sibling.tail)
            yield from reversed(list(islice(_lines(sibling), 30)))
        at = at.getparent()
        if at is not None and at.tag != "body":
            yield from _line(at.text)


def _lines(element: lxml.html.HtmlElement, depth: int = 0) -> Iterator[str]:
    """Yield an element's text as one line where it is short, else the lines of its parts."""
    if depth > _DEEPEST or not isinstance(element.tag, str) or element.tag in _UNSEEN or names_aside(element):
        return
    if len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        # A wrapper has the text of what it wraps.
        yield from _lines(element[0], depth + 1)
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
        yield from _lines(child, depth + 1)
        yield from _line(child.tail)


def _line(text: str | None) -> Iterator[str]:
    words = " ".join((text or "").split())
    if words and len(words) <= _LONGEST:
        yield words
