"""What bounds an amount: `at least 14`, `up to $5 million`, `about 40 per cent`, `30 or more`."""

from __future__ import annotations

import re

_AT_LEAST = (
    r"at least|(?:no|not) (?:fewer|less) than|more than|greater than|in excess of|upwards of|a minimum"
    r" of|over|above"
    r"|exceed(?:ing|ed|s)?|(?:just|well|slightly|a little) (?:over|above)|north of|minimum of|topp(?:ed"
    r"|ing)"
)
_AT_MOST = (
    r"at most|(?:no|not) more than|(?:not|never|cannot|n[’']t) exceed(?:ing)?|fewer than|less than|up to"
    r"|as much as|as many as|a maximum of"
    r"|maximum of|under|below"
    r"|(?:just|slightly|well) (?:under|below)"
)
_ABOUT = (
    r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|circa|near"
    r"|approx\.?"
    r"|somewhere around|virtually|practically|or so"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<at_most>{_AT_MOST})|(?P<at_least>{_AT_LEAST})|(?P<about>{_ABOUT}))(?: an? estimated)? $",
    re.IGNORECASE,
)
# What before `over` and `about` makes them name a subject: a row over £5 million, talk about 5 percent.
_SUBJECT = re.compile(
    r"\b(?:row|dispute|fights?|concerns?|outrage|anger|talks?|talk(?:ed|ing)|worr(?:y|ied|ies)"
    r"|controversy|lawsuit"
    r"|battles?|questions?|debate|argument|all|think(?:ing)?|know|complain(?:ed|ts?)?|what|information"
    r"|spread|cloud"
    r"|hand(?:ed|ing)?|tak(?:en?|ing)|took|gave|sign(?:ed)?|turn(?:ed|ing)?) (?:over|about|under|near) $",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\+| (?P<more>or (?:more|above)|plus\b|or higher)| (?P<less>or (?:less|fewer))| (?P<so>or so))"
)
REACH = 32


def bound(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Return the bound of the amount text[start:end], None without one, and where the words for it begin."""
    window = max(0, start - REACH)
    found = _BEFORE.search(text, window, start)
    if found and not _SUBJECT.search(text, window, start):
        return found.lastgroup, found.start()
    behind = _BEHIND.match(text, end)
    if behind:
        return ("at_most" if behind["less"] else "about" if behind["so"] else "at_least"), start
    return None, start
