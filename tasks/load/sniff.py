"""Tell HTML from text where a file's name does not."""

from __future__ import annotations

import re

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|title|meta|div|p|h1)[\s>/]", re.IGNORECASE)


def looks_like_html(data: bytes) -> bool:
    """Whether the first 4 KiB hold a tag that pages begin with (UTF-16 included)."""
    return _MARKUP.search(data[:4096].replace(b"\0", b"")) is not None
