"""Texts that no newsroom publishes: as `hostile_inputs.PAGES`, without markup."""

from __future__ import annotations

from tests.clean.hostile_inputs import MARKS, PROSE, TITLE, Case, Make, zipped

_LONG_LINES: dict[str, str] = {
    "spaces": " ", "tabs": "\t", "dashes": "-", "long dashes": "—", "digits": "7", "dots": ".", "commas": ",",
    "quotation marks": '"', "single quotation marks": "'", "opening marks": "“", "closing marks": "”",
    "brackets": "(", "closing brackets": ")", "square brackets": "[", "stars": "*", "bars": "|", "slashes": "/",
    "equal signs": "=", "underscores": "_", "colons": ":", "ats": "@", "hashes": "#", "braces": "{{", "euros": "€",
    "By": "By ", "and": "and ", "a ": "a ", "A.": "A.", "A. ": "A. ", "1.": "1.", "1, ": "1, ", "$1": "$1 ", "1 month": "1 month ",
    "letters": "x", "capitals": "X", "kana": "あ", "Arabic": "م ", "emoji": "🔒", "no-break spaces": "\u00a0",
    "zero-width": "\u200b", "marks": MARKS,  "word and space": "word ", "dash in spaces": " - ", "sentence": "Yes. ", "http": "http://",
    "www.": "www.", "a@": "a@", "ampersands": "&amp;", "lower than": "<", "tags": "<b>", "line ends": "\r",
    "names": "Ada Berg, ", "AP": "(AP) ", "dateline": "LONDON, ", "May 1": "May 1, ", "12:30": "12:30 ", "subscribe": "subscribe ",
    "related": "related: ", "copyright": "© ", "photo": "Photo: ", "read more": "read more ", "share": "share ",
}  # fmt: skip


def _line(part: str) -> Make:
    """Lines of one string again and again: as it is, and with a letter before or behind."""
    return lambda size: (
        f"{TITLE}\n{PROSE}\n{(part * size)[:size]}\nx{(part * size)[:size]}\n{(part * size)[:size]}x\n{PROSE}"
    ).encode()


TEXTS: dict[str, Case] = {
    **{f"one line of {name}": (_line(part), 20_000, 300_000) for name, part in _LONG_LINES.items()},
    **{
        f"lines of {name}": (
            lambda size, part=part: (
                f"{PROSE}\n{(part * 150)[:150]}\nx{(part * 150)[:150]}\n".encode() * (size // 300)
            ),
            20_000,
            300_000,
        )
        for name, part in _LONG_LINES.items()
    },
    "binary from its middle": (lambda size: PROSE.encode() * size + bytes(range(256)) * size, 500, 50_000),
    "large text": (lambda size: f"{PROSE}\n\n".encode() * size, 2_000, 80_000),
    "numbered lines": (
        lambda size: "".join(f"Line {n} of {size}: {PROSE}\n" for n in range(size)).encode(),
        1_000,
        70_000,
    ),
    "short lines": (lambda size: b"a\n" * size, 10_000, 1_000_000),
    "numbered short lines": (
        lambda size: "".join(f"line {n}\n" for n in range(size)).encode(),
        10_000,
        1_000_000,
    ),
    "empty lines": (lambda size: b"\n" * size + b"word", 50_000, 10_000_000),
    "one line": (lambda size: (PROSE + " ").encode() * size, 2_000, 80_000),
    "no text, a ZIP": (zipped, 100, 10_000),
    "only white space": (lambda size: b" \n" * size, 50_000, 4_000_000),
    "zero length": (lambda size: b"", 1, 1),
    "wrapped lines": (lambda size: (("word " * 14).strip() + "\n").encode() * size, 5_000, 200_000),
    "wrapped lines with hyphens": (
        lambda size: (("word " * 14) + "hyphen-\n").encode() * size,
        5_000,
        200_000,
    ),
    "replies": (
        lambda size: b"Reply\nAda Berg\n2 hours ago\nI do not agree with that at all.\n" * size,
        1_000,
        100_000,
    ),
}
