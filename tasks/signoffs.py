"""Reads the sign-off that ends wire copy within its last paragraph: `… he said. (ANI)`, `… PTI RKS MNV`."""

from __future__ import annotations

import re

from copydesk.tasks.agencies import AGENCIES_PATTERN, AGENCY_PATTERN

_SIGNED = re.compile(
    rf"[.!?\"”'’»)।。]['\"”’»)]* ?(?P<credit>(?:--?|[–—]) ?{AGENCIES_PATTERN}"
    rf"|[(\[] ?(?:[Ww]ith (?:[Ii]nputs? from )?)?{AGENCIES_PATTERN} ?[)\]]"
    rf"|©(?: ?20\d\d)? ?{AGENCIES_PATTERN}|(?:PTI|ANI)(?=(?: [A-Z]{{2,4}}){{1,5}}$)"
    # Short names only: a longer one by itself may be the source of a table or a chart.
    rf"|(?<=[.!?\"”] )(?=[A-Za-z]{{2,5}}\.?$){AGENCY_PATTERN}(?=\.?$))"
    r"\.?(?P<initials>(?: (?:[a-z]{2,4}(?:/[a-z]{2,4})*|[A-Z]{2,4}(?: [A-Z]{2,4}){0,4}))?)$"
)
_LONGEST = 80


def sign_off(paragraph: str) -> tuple[str, str] | None:
    """Return the credit and the initials, perhaps empty, that end a paragraph after its last sentence."""
    found = _SIGNED.search(paragraph.rstrip()[-_LONGEST:])
    return (found["credit"].strip(), found["initials"].strip()) if found else None
