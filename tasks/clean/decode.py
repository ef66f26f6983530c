"""From bytes to text: which character encoding an input is in, and who said so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import chardet
from bs4.dammit import EncodingDetector

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.limits import refuse_large
from copydesk.tasks.clean.signatures import looks_binary, name_format

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read under a label (WHATWG Encoding), where Python's codec of that name would
# read less or something else.
_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_FURTHER_LABELS = {"x-gbk": "gb18030", "x-sjis": "cp932", "windows-31j": "cp932", "x-mac-roman": "mac_roman"}
# Codecs that are no character encodings, or that no page is in although its bytes would pass.
_REFUSED = frozenset({"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined"})

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was decoded with (a Python codec name), and what decided it."""

    text: str
    encoding: str
    decided_by: str
    """`bom`, `header`, `meta` or `detection`."""


def decode(data: bytes, declared: str | None, is_html: bool) -> Decoded:
    """Decode an input by its byte order mark, the transport's word, its own word, or detection.

    `declared` is an encoding's label or a whole Content-Type. A declaration that the bytes
    contradict is passed over. Raises `RejectedInputError` (`empty`, `too_large`, `binary`).
    """
    if not data or data.isspace():
        raise _empty()
    refuse_large(data)
    decoded = _by_mark(data) or _by_zeros(data)
    if decoded is None:
        if looks_binary(data):
            raise _binary(data)
        decoded = _by_declaration(data, declared, is_html) or _by_detection(data)
    text = decoded.text.replace("\0", "").removeprefix("\ufeff")
    if not text or text.isspace():
        raise _empty()
    return Decoded(text, decoded.encoding, decoded.decided_by)


def _empty() -> RejectedInputError:
    return RejectedInputError("empty", "There is no text in it. Check that it was written or fetched whole.")


def _binary(data: bytes) -> RejectedInputError:
    found = name_format(data)
    what = f"It is {found}, not text or HTML" if found else "Its bytes are no text in any known encoding"
    return RejectedInputError("binary", f"{what}. Convert it to text or HTML first, or leave it out.")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return None if _mostly_wrong(text) else Decoded(text, encoding, "bom")
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark: markup and spaces leave zeros at every other place."""
    head = data[:4096]
    if head.count(0) * 50 < len(head):
        return None
    zeros = [head[place::4].count(0) for place in range(4)]
    most = len(head) / 4 * 0.9
    if sum(count > most for count in zeros) == 3:
        encoding = "utf-32-le" if zeros[0] < most else "utf-32-be"
    else:
        even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
        if min(even, odd) * 4 > max(even, odd):
            return None
        encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = data.decode(encoding, "replace")
    return None if _mostly_wrong(text) else Decoded(text, encoding, "detection")


def _mostly_wrong(text: str) -> bool:
    """Whether so much is unreadable that the bytes are something else."""
    head = text[:10_000]
    wrong = sum(not (char.isprintable() or char.isspace() or char == "\ufeff") for char in head)
    return (wrong + head.count(_REPLACEMENT)) * 20 > len(head)


def _by_declaration(data: bytes, declared: str | None, is_html: bool) -> Decoded | None:
    said = [(source, codec) for source, codec in _declarations(data, declared, is_html) if codec]
    utf8 = _strict(data, "utf-8")
    # Well-formed UTF-8 with a letter beyond ASCII is nothing else by chance, whatever is declared.
    if utf8 is not None and (len(utf8) != len(data) or b"\x1b" not in data):
        source = next((source for source, codec in said if codec == "utf-8"), "detection")
        return Decoded(utf8, "utf-8", source)
    for source, codec in said:
        text = _mostly_utf8(data) if codec == "utf-8" else _strict(data, codec)
        if text is not None:
            return Decoded(text, codec, source)
    return None


def _by_detection(data: bytes) -> Decoded:
    text = _mostly_utf8(data)
    if text is not None:
        return Decoded(text, "utf-8", "detection")
    guess = chardet.detect(data, prefer_superset=True)["encoding"]
    for codec in (_codec(guess), "cp1252"):
        if codec and (text := _strict(data, codec)) is not None:
            return Decoded(text, codec, "detection")
    codec = _codec(guess) or "cp1252"
    return Decoded(data.decode(codec, "replace"), codec, "detection")


def _declarations(data: bytes, declared: str | None, is_html: bool) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    if declared:
        label = _CHARSET.search(declared)
        found.append(("header", _codec(label[1] if label else declared)))
    if is_html:
        found.append(("meta", _codec(EncodingDetector.find_declared_encoding(data, is_html=True))))
    elif xml := _XML_DECLARATION.match(data):
        found.append(("meta", _codec(xml[1].decode("ascii"))))
    return found


def _codec(label: str | None) -> str | None:
    """Return the Python codec for a label as a browser understands it, None where it is unknown."""
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_FURTHER_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    if name in _REFUSED or name.endswith(("_codec", "-sig")):
        return "utf-8" if name == "utf-8-sig" else None
    return _AS_BROWSERS_READ.get(name, name)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        if codec != "cp1252":
            return None
    # Five bytes have no letter in windows-1252; browsers read them as control characters.
    text = data.decode("cp1252", "replace")
    stray = text.count(_REPLACEMENT)
    return text.replace(_REPLACEMENT, "") if stray * 100 < len(text) and stray < 10 else None


def _mostly_utf8(data: bytes) -> str | None:
    """Read a UTF-8 page with a few stray bytes; None where the well-formed letters are no majority."""
    text = data.decode("utf-8", "replace")
    stray = text.count(_REPLACEMENT)
    letters = len(text) - len(text.encode("ascii", "ignore")) - stray
    return text if letters > 4 * stray else None
