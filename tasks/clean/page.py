"""A page's HTML to its blocks: runs of text between block-level tags, each with where it stood.

The tree is walked once and without recursion, so that depth is no danger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from copydesk.tasks.article import RejectedInputError
from copydesk.tasks.clean.limits import MOST_BLOCKS, refuse_excess, too_complex
from copydesk.tasks.clean.page_block import OBJECT_TAGS, OBJECTS, TAG_BITS, TAGS, Container, PageBlock
from copydesk.tasks.clean.page_words import word_bits

__all__ = ["TAGS", "Container", "PageBlock", "parse_page", "read_blocks"]


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


INLINE = _tags(
    "a abbr acronym b bdi bdo big blink center cite code data del dfn em font i ins kbd label mark math "
    "nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr img input "
    "picture source amp-img"
)
SKIPPED = _tags(
    "head script style noscript template svg canvas iframe object embed audio video map select option "
    "datalist textarea link meta base param track frame frameset noframes title progress meter "
    "amp-ad amp-script amp-state amp-analytics"
)
_INLINE, _SKIPPED, _BREAK, _CELL = "inline", "skipped", "break", "cell"
_KINDS = {
    **dict.fromkeys(INLINE, _INLINE),
    **dict.fromkeys(SKIPPED, _SKIPPED),
    **dict.fromkeys(("td", "th"), _CELL),
    "br": _BREAK,
}
_STRONG = frozenset(("b", "strong"))
_ITALIC = frozenset(("em", "i", "cite"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NAMED_BY = _tags(
    "class id itemprop role data-testid data-component data-type data-role data-module data-qa "
    "data-block data-name data-tb-region property"
)
_HIDING = frozenset(("style", "hidden", "aria-hidden"))
# XML's forbidden characters end a document for libxml2; NUL would cut it off.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r\x0c")
_BLANKED = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")
# Templates close the document in their middle, and libxml2 drops all that follows.
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A table's cells make one row, unless the table lays out the page: a cell holds running text, or lines.
_LONG_CELL = 200


@dataclass(slots=True)
class _Run:
    # The run of text that is being read, and where the walk stands.
    blocks: list[PageBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """Empty, or beginning with text or a line break: white space before them is left out."""
    length: int = 0
    link_characters: int = 0
    links: int = 0
    strong_characters: int = 0
    italic_characters: int = 0
    words: int = 0
    breaks: int = 0
    link_depth: int = 0
    strong_depth: int = 0
    italic_depth: int = 0
    objects: list[int] = field(default_factory=lambda: [0] * len(OBJECTS))

    def add(self, text: str) -> None:
        if text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        characters = len(text) if len(text) < 40 else len(text.strip())
        self.breaks = 0
        self.length += characters
        if self.link_depth:
            self.link_characters += characters
        if self.strong_depth:
            self.strong_characters += characters
        if self.italic_depth:
            self.italic_characters += characters
        self.parts.append(text)

    def leave_out(self, kind: str, tag: str, container: Container) -> None:
        if kind != _BREAK:
            if tag in OBJECT_TAGS:
                self.objects[OBJECT_TAGS[tag]] += 1
            return
        self.breaks += 1
        if self.breaks > 1:
            self.flush(container)
        else:
            self.parts.append("\x1f")

    def flush(self, container: Container) -> None:
        if self.parts:
            text = _collapsed("".join(self.parts)) if self.length else ""
            if text:
                if len(self.blocks) >= MOST_BLOCKS:
                    raise too_complex(f"more than {MOST_BLOCKS:,} blocks of text")
                shares = self.link_characters, self.links, self.strong_characters, self.italic_characters
                beside = tuple(self.objects), _heading(container), self.words
                self.blocks.append(PageBlock(text, container, *shares, *beside))
                self.objects = [0] * len(OBJECTS)
            self.parts = []
            self.length = self.link_characters = self.strong_characters = self.italic_characters = (
                self.breaks
            ) = 0
        self.words = 0
        self.links = 1 if self.link_depth else 0  # a link goes on behind a block-level tag within it


def _collapsed(raw: str) -> str:
    if "\x1f" not in raw:
        return " ".join(raw.split())
    lines = (" ".join(line.split()) for line in raw.split("\x1f"))
    return "\n".join(line for line in lines if line)


def parse_page(text: str) -> html.HtmlElement:
    """Parse HTML of any quality.

    Raises RejectedInputError: `not_html` where nothing is left to parse, `too_complex`.
    """
    clean = _END.sub("", _DECLARATION.sub("", text)).replace("\ufffe", " ").replace("\uffff", " ")
    encoded = _utf8(clean).translate(_BLANKED).strip()
    refuse_excess(encoded)
    parser = html.HTMLParser(huge_tree=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    # One class for all elements, chosen in C: the default asks Python at every element.
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)
    )
    try:
        root = html.document_fromstring(encoded, parser=parser) if encoded else None
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    if root is None or not isinstance(root.tag, str):
        raise RejectedInputError("not_html", "no HTML element was found; check that the input is a web page.")
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        # The parser has left out what lies deeper.
        raise too_complex("elements within more than 2,000 others")
    return root


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATES.sub(" ", text).encode("utf-8")


def read_blocks(root: html.HtmlElement) -> list[PageBlock]:
    """Return the page's runs of text in document order, those that it hides included."""
    run = _Run()
    container = Container(0, None, str(root.tag), 0, 0, 0, False, "")
    containers = 0
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    next(walk)
    run.add(root.text or " ")
    for event, element in walk:
        # Most of the time of reading a page goes into this loop: it calls nothing that it need not.
        tag = element.tag
        kind = _KINDS.get(tag)
        if kind is None and event != "comment":
            if run.parts or run.links or run.words:
                run.flush(container)
        elif kind == _CELL:
            _part_cells(run, element, container)
        if event == "start":
            if kind is None or kind == _CELL:
                containers += 1
                container = _contain(element, tag, container, containers)
            elif kind == _INLINE:
                _open_inline(run, element, tag)
            else:
                walk.skip_subtree()
                run.leave_out(kind, tag, container)
                continue
            text = element.text
        else:
            if kind == _INLINE:
                _close_inline(run, tag)
            elif event == "end" and (kind is None or kind == _CELL):
                container = container.parent or container  # the root's is its own
            text = element.tail
        if text:
            run.add(text)
    return run.blocks


def _part_cells(run: _Run, element: html.HtmlElement, container: Container) -> None:
    if run.length > _LONG_CELL or len(element.findall(".//br")) > 1:
        run.flush(container)
    else:
        run.add(" ")


def _open_inline(run: _Run, element: html.HtmlElement, tag: str) -> None:
    if tag == "a":
        run.link_depth += 1
        run.links += 1
    elif tag in _STRONG:
        run.strong_depth += 1
    elif tag in _ITALIC:
        run.italic_depth += 1
    elif tag in OBJECT_TAGS:
        run.objects[OBJECT_TAGS[tag]] += 1
    name = element.get("class")
    if name:
        run.words |= word_bits(name)


def _close_inline(run: _Run, tag: str) -> None:
    if tag == "a":
        run.link_depth -= 1
    elif tag in _STRONG:
        run.strong_depth -= 1
    elif tag in _ITALIC:
        run.italic_depth -= 1


def _contain(element: html.HtmlElement, tag: str, around: Container, index: int) -> Container:
    name = ""
    hidden = around.hidden
    for key, value in element.items():
        if key in _NAMED_BY:
            name = f"{name} {value}" if name else value
        elif not hidden and key in _HIDING:
            hidden = _hides(key, value)
    words = word_bits(name) if name and tag != "body" else 0
    tags = around.tags | TAG_BITS.get(tag, 0)
    return Container(index, around, tag, around.depth + 1, words, tags, hidden, name)


def _hides(key: str, value: str) -> bool:
    if key == "style":
        return _NO_DISPLAY.search(value) is not None
    return key == "hidden" or (key == "aria-hidden" and value == "true")


def _heading(container: Container | None) -> int:
    steps = 0
    while container is not None and steps < 3:
        level = _HEADINGS.get(container.tag)
        if level:
            return level
        container = container.parent
        steps += 1
    return 0
