"""What no article has, and what would keep the parser busy for hours or fill the memory.

The parser is C code that no alarm interrupts: what stalls it is looked for before it begins.
"""

from __future__ import annotations

import re

from copydesk.tasks.article import BYTES_AN_ARTICLE, RejectedInputError

MOST_TAGS = 1_000_000
"""Each takes about 250 bytes of memory in a tree."""
MOST_ATTRIBUTES = 2_000
"""Of one element: libxml2 goes through all of them for each, so that a million take hours."""
MOST_BLOCKS = 50_000
"""The longest tables and live tickers have a tenth; each takes 5 kB of memory when it is judged."""

_MANY_ATTRIBUTES = re.compile(
    rb"<[a-zA-Z][^\s>/]*+(?:[\s/]++[^\s>/=\"']++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']++))?+){%d}"
    % MOST_ATTRIBUTES
)


def refuse_large(data: bytes) -> None:
    """Raise RejectedInputError (`too_large`) where an input has more bytes than any article."""
    if len(data) > BYTES_AN_ARTICLE:
        raise RejectedInputError(
            "too_large",
            f"it has more than {BYTES_AN_ARTICLE / 1e6:.0f} MB; if it holds many articles, give them as "
            ".jsonl, one a line.",
        )


def refuse_excess(encoded: bytes) -> None:
    """Raise RejectedInputError (`too_complex`) where a page's HTML, in UTF-8, has too much of something."""
    if encoded.count(b"<") > MOST_TAGS:
        raise too_complex(f"more than {MOST_TAGS:,} tags")
    if _MANY_ATTRIBUTES.search(encoded):
        raise too_complex(f"an element with more than {MOST_ATTRIBUTES:,} attributes")


def too_complex(what: str) -> RejectedInputError:
    """Return the error for a page that has `what`."""
    return RejectedInputError(
        "too_complex",
        f"it has {what}, as no article has; if it is a dump of many articles, split it, else leave it out.",
    )
