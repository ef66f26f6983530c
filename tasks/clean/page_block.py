"""What a block of a page is: a run of text, and the element that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

TAGS = (
    *("article", "main", "aside", "nav", "header", "footer", "figure", "figcaption", "form", "blockquote"),
    *("ul", "ol", "table", "button", "address", "section", "dl", "details", "dialog"),
)
"""Elements that tell what stands in them; the order fixes the bits of `Container.tags`."""
TAG_BITS = {tag: 1 << number for number, tag in enumerate(TAGS)}
OBJECTS = ("image", "embed", "icon", "control")
"""What stands between texts without being text: `PageBlock.objects` counts them in this order."""
OBJECT_TAGS = {
    **dict.fromkeys(("img", "amp-img"), 0),
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed", "canvas"), 1),
    "svg": 2,
    **dict.fromkeys(("input", "select", "textarea"), 3),
}
"""The place in `OBJECTS` of the elements that are one."""


@dataclass(slots=True)
class Container:
    """A block-level element around blocks, with what it inherits from those around it."""

    index: int
    """Its number in the page, in document order; the root has 0."""
    parent: Container | None
    tag: str
    depth: int
    words: int
    """Bits of `page_words.GROUPS`: what its own class, id, itemprop and role say."""
    tags: int
    """Bits of `TAGS`: its tag and all around it."""
    hidden: bool
    names: str
    """Its class, id and the like, as they stand."""

    def within(self, tag: str) -> bool:
        """Whether it is, or stands in, an element of this tag (one of `TAGS`)."""
        return bool(self.tags & TAG_BITS[tag])


@dataclass(slots=True)
class PageBlock:
    """A run of text of a page, and the evidence of its markup."""

    text: str
    """White space collapsed; a line break within the run (`<br>`) stays as a newline."""
    container: Container
    link_characters: int
    links: int
    strong_characters: int
    """Characters in b or strong."""
    italic_characters: int
    """Characters in em, i or cite."""
    objects: tuple[int, ...]
    """How many of each of `OBJECTS` stand in the run or between it and the one before."""
    heading: int
    """1 to 6 within h1 to h6, else 0."""
    words: int
    """Bits of `page_words.GROUPS` of the inline elements in the run."""
