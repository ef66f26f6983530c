"""Reads the sign-off that ends wire copy within its last paragraph: `… he said. (ANI)`, `… PTI RKS MNV`."""

from __future__ import annotations

import re

from copydesk.tasks.agencies import AGENCIES_PATTERN, AGENCY_PATTERN

_SIGNED = re.compile(
    rf"[.!?\"”'’»)।。」』][\"”'’»)」』]* ?(?P<credit>(?:--?|[–—]) ?{AGENCIES_PATTERN}"
    rf"|[(\[（【] ?(?:©|[Ww]ith (?:[Ii]nputs? from )?|[Aa]vec |[Mm]it |[Cc]on )?{AGENCIES_PATTERN} ?[)\]）】]"
    rf"|©(?: ?20\d\d)? ?{AGENCIES_PATTERN}|(?:PTI|ANI|UNI)(?=(?: [A-Z]{{2,4}}){{1,5}}(?: \d{{3,4}})?$)"
    rf"|/\. ?{AGENCY_PATTERN}|{AGENCY_PATTERN}(?=/ ?\()"
    # Short names only: a longer one by itself may be the source of a table or a chart.
    rf"|(?<=[.!?\"”] )(?=[A-Za-z]{{2,5}}\.?$){AGENCY_PATTERN}(?=\.?$))"
    r"(?:/ ?\([^()]{3,160}\)|(?: ?\([\w.]+\.\w{2,8}\)))?"
    r"\.?(?P<initials>(?: (?:[a-z]{2,4}(?:/[a-z]{2,4})*|[A-Z]{2,4}(?: [A-Z]{2,4}){0,4}))?)(?: \d{3,4})?$"
)
_LONGEST = 80
_LONGEST_WITH_NAMES = 240


def sign_off(paragraph: str) -> tuple[str, str] | None:
    """Return the credit and the initials, perhaps empty, that end a paragraph after its last sentence."""
    text = paragraph.rstrip()
    # Some name their authors and editors behind it: AGERPRES/(autor: …, editor: …)
    found = _SIGNED.search(text[-(_LONGEST_WITH_NAMES if text.endswith(")") else _LONGEST) :])
    return (found["credit"].strip(" ./"), found["initials"].strip()) if found else None
