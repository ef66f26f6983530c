"""Bytes of XML become text that a strict parser takes: decoded, without document type, repaired."""

from __future__ import annotations

import codecs
import re
from xml.parsers import expat

import chardet
from lxml import etree

from copydesk.tasks.fetch.balance import balanced, first_marks, known_characters

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# What browsers read under these names.
_READ_AS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "utf-8",
}
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BEFORE_ROOT = re.compile(
    r"(?P<comment><!--)|(?P<instruction><\?)|(?P<type><!DOCTYPE\b[^>\[]*(?P<subset>\[)?)|(?P<element><[A-Za-z_])",
    re.IGNORECASE,
)
_COMMENT_END = re.compile("-->")
_INSTRUCTION_END = re.compile(r"\?>|>|(?=<)")
_SUBSET_END = re.compile(r"\]\s*>")
_TAG_END = re.compile(">")
_DEEPEST = 500
_PREFIX = re.compile(r"[<\s](?:/)?([A-Za-z_][\w.-]{0,30}):[A-Za-z_]")
_PREFIX_DECLARED = re.compile(r"xmlns:([A-Za-z_][\w.-]{0,30})\s*=")
_PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/DTDs/PodCast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def decoded(body: bytes, content_type: str | None = None) -> str:
    """Return the text of an XML, JSON or plain document; never fails.

    In this order: a byte order mark, UTF-8 where the bytes are UTF-8 (servers name a wrong charset more
    often than other text passes for UTF-8), the document's own declaration, the transport's charset,
    detection.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    names = [name for name in (_declared(body), _charset(content_type)) if name]
    if not body.isascii():
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.start > len(body) - 4:
                return body.decode("utf-8", "ignore")
    for name in names:
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _detected(body, names)


def _declared(body: bytes) -> str | None:
    found = _DECLARED.match(body[:1_000])
    return _text_encoding(found[1].decode("ascii")) if found else None


def _charset(content_type: str | None) -> str | None:
    found = _CHARSET.search(content_type or "")
    return _text_encoding(found[1]) if found else None


def _text_encoding(name: str) -> str | None:
    """Return the codec of an encoding's name, None where Python knows none that gives text."""
    name = name.lower()
    try:
        known = codecs.lookup(_READ_AS.get(name, name))
        known.decode(b"a")
    except (LookupError, ValueError):
        return None
    return known.name if getattr(known, "_is_text_encoding", True) else None


def _detected(body: bytes, names: list[str]) -> str:
    if body.isascii():
        return body.decode("ascii")
    mostly = body.decode("utf-8", "replace")
    # A few broken characters in a long text of UTF-8 are damage, not another encoding.
    if mostly.count("\ufffd") * 10 <= sum(character > "\x7f" for character in mostly[:200_000]):
        return mostly
    guess = chardet.detect(body[:100_000])["encoding"]
    name = _text_encoding(guess) if guess else None
    return body.decode(name or (names[0] if names else "cp1252"), "replace")


def bare_xml(text: str) -> str:
    """Return XML from its first element on, without declaration, document type and forbidden characters.

    Without the document type no entity can be defined: no expansion, no reference to a file or address.
    """
    text = _NO_CHARACTERS.sub("", text)
    place = 0
    while (found := _BEFORE_ROOT.search(text, place)) is not None:
        if found.lastgroup == "element":
            return text[found.start() :]
        ends = {"comment": _COMMENT_END, "instruction": _INSTRUCTION_END}
        end = ends.get(found.lastgroup or "", _SUBSET_END if found["subset"] else _TAG_END)
        closed = end.search(text, found.end())
        # What never ends is passed over: with its first characters gone it declares nothing.
        place = closed.end() if closed else found.end()
    return ""


class _TooDeepError(Exception):
    """expat would keep every open element in memory, a hostile document's ten million too."""


def fault_of(text: str) -> str | None:
    """Return where and why XML is not well formed or nested absurdly deep, None where it is sound."""
    parser = expat.ParserCreate("utf-8", " ")
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _TooDeepError

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        return f"{expat.ErrorString(error.code)}, line {error.lineno}"
    except _TooDeepError:
        return f"more than {_DEEPEST} elements deep"
    return None


def repaired(text: str) -> str:
    """Return ill-formed XML (as from `bare_xml`) made well formed, "" where nothing can be saved of it.

    HTML's named characters, bare ampersands, tags that nobody closed and prefixes that nobody declared are
    what feeds get wrong; the rest libxml2 drops.
    """
    text = _declare_prefixes(balanced(known_characters(first_marks(text))))
    if fault_of(text) is None:
        return text
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return "" if root is None else etree.tostring(root, encoding="unicode")


def _declare_prefixes(text: str) -> str:
    used = set(_PREFIX.findall(text)) - {"xml", "xmlns"}
    unknown = sorted(used - set(_PREFIX_DECLARED.findall(text)))[:100]
    end = re.match(r"<[^\s/>]+", text)
    if not unknown or not end:
        return text
    added = "".join(f' xmlns:{name}="{_PREFIXES.get(name, f"urn:undeclared:{name}")}"' for name in unknown)
    return f"{text[: end.end()]}{added}{text[end.end() :]}"
