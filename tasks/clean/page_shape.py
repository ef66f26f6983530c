"""How a page is built: where its running text stands, what repeats, what its elements are called.

It hangs on no label, so that it stays what it is when the body's weights are learnt anew.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from copydesk.tasks.clean.page import TAGS, Container, PageBlock
from copydesk.tasks.clean.page_words import GROUPS

# Words: a paragraph of a sentence or two.
_PARAGRAPH = 25
# Characters: words longer than this on average are of a script without spaces, where two make a word.
_LONGEST_WORD = 15
_MOST_LINKED = 0.35
# Characters that are listened to: a page has said by then whom it speaks to.
_HEARD = 6_000
# An element's names, and those of the three around it.
_NAMED_BY = 4
_COUNTED = (
    *("article", "section", "form", "button", "pre", "table", "li", "h2", "h3", "h4", "p", "blockquote"),
    *("figure", "dl", "details", "time"),
)
_REPEATED = frozenset(("div", "article", "section", "li", "tr"))
_OWN_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "li"))
# Spoken by guides and sellers, by companies, by forums and diaries, by reporters.
_VOICES = {
    "voice_you": (" you ", " your "),
    "voice_we": (" we ", " our ", " us "),
    "voice_i": (" i ", " my ", " i'm ", " i’m "),
    "voice_they": (" he ", " she ", " his ", " her ", " they ", " their ", " said "),
    "voice_past": (" was ", " were ", " had ", " did ", "ed "),
    "voice_asking": ("?",),
    "voice_calling": ("!",),
}
_LINES = {
    "lines_price": ("$", "€", "£"),
    "lines_year": ("/20", "-20", " 20", ".20"),
    "lines_forum": (
        *("ago", "joined", "posts", "repl", "quote", "member", "like", "points", "answer", "edited"),
        *("moderator", "thanks", "#"),
    ),
    "lines_asking": ("?",),
}


def shape(blocks: Sequence[PageBlock]) -> dict[str, float]:
    """Return all evidence of a page's `blocks` by name."""
    words = [count_words(block.text) for block in blocks]
    prose = [
        (block, count)
        for block, count in zip(blocks, words, strict=True)
        if count >= _PARAGRAPH
        and block.link_characters < _MOST_LINKED * len(block.text)
        and not block.container.hidden
    ]
    return {
        **_of_text(blocks, words, prose),
        **_of_places(prose),
        **_of_names(blocks, words),
        **_of_containers(blocks),
        **_of_speech(blocks, words, prose),
    }


def count_words(text: str) -> int:
    """Return about how many words a text has, in scripts without spaces too."""
    words = text.count(" ") + 1
    unspaced = not text.isascii() and len(text) > _LONGEST_WORD * words
    return len(text) // 2 if unspaced else words


def containers_of(blocks: Iterable[PageBlock]) -> list[Container]:
    """Return the containers of the blocks and all around them, each once."""
    seen: dict[int, Container] = {}
    for block in blocks:
        around: Container | None = block.container
        while around is not None and around.index not in seen:
            seen[around.index] = around
            around = around.parent
    return list(seen.values())


def _of_text(
    blocks: Sequence[PageBlock], words: Sequence[int], prose: Sequence[tuple[PageBlock, int]]
) -> dict[str, float]:
    total, characters = 1 + sum(words), 1 + sum(len(block.text) for block in blocks)
    running = sum(count for _, count in prose)
    links = sum(block.links for block in blocks)
    first = next((at for at, block in enumerate(blocks) if prose and block is prose[0][0]), len(blocks))
    before = sum(words[:first])
    return {
        "blocks": math.log1p(len(blocks)),
        "words": math.log1p(total),
        "link_share": sum(block.link_characters for block in blocks) / characters,
        "links": math.log1p(links),
        "links_a_word": links / total,
        "running": math.log1p(running),
        "running_share": running / total,
        "running_blocks": math.log1p(len(prose)),
        "running_length": running / max(1, len(prose)),
        "running_links": sum(block.links for block, _ in prose) / max(1, running),
        "first_running": first / max(1, len(blocks)),
        "words_before": math.log1p(before),
        "share_before": before / total,
        "strong_share": sum(block.strong_characters for block in blocks) / characters,
        "heading_words": sum(count for block, count in zip(blocks, words, strict=True) if block.heading)
        / total,
        "headings": sum(block.heading > 0 for block in blocks) / (1 + len(prose)),
        "preformatted": sum(
            count for block, count in zip(blocks, words, strict=True) if block.container.tag == "pre"
        )
        / total,
    }


def _of_places(prose: Sequence[tuple[PageBlock, int]]) -> dict[str, float]:
    # An article's paragraphs stand side by side; cards and posts each stand in a place of their own.
    parents: Counter[int] = Counter()
    grandparents: Counter[int] = Counter()
    for block, count in prose:
        own = block.container
        if own.tag in _OWN_PARAGRAPHS:
            own = own.parent or own
        parents[own.index] += count
        grandparents[(own.parent or own).index] += count
    running = max(1, sum(count for _, count in prose))
    return {
        "best_place": max(parents.values(), default=0) / running,
        "best_wider_place": max(grandparents.values(), default=0) / running,
        "places": math.log1p(len(parents)),
        "places_a_block": len(parents) / max(1, len(prose)),
        "running_depth": sum(block.container.depth for block, _ in prose) / max(1, len(prose)),
    }


def _of_names(blocks: Sequence[PageBlock], words: Sequence[int]) -> dict[str, float]:
    groups: Counter[int] = Counter()
    tags: Counter[int] = Counter()
    known: dict[int, int] = {}
    for block, count in zip(blocks, words, strict=True):
        container = block.container
        bits = known.get(container.index)
        if bits is None:
            bits = known[container.index] = _named(container)
        groups[bits] += count
        tags[container.tags] += count
    total = 1 + sum(words)
    return {
        **_shares("group_", tuple(GROUPS), groups, total),
        **_shares("tag_", TAGS, tags, total),
    }


def _shares(prefix: str, names: Sequence[str], counts: Counter[int], total: int) -> dict[str, float]:
    # The share of the words whose bits have each of the names.
    bits = np.array(list(counts), dtype=np.int64)[:, None] >> np.arange(len(names)) & 1
    shares = np.array(list(counts.values()), dtype=np.int64) @ bits / total
    return {f"{prefix}{name}": share for name, share in zip(names, shares.tolist(), strict=True)}


def _named(container: Container) -> int:
    bits = 0
    around: Container | None = container
    for _ in range(_NAMED_BY):
        if around is None:
            break
        bits |= around.words
        around = around.parent
    return bits


def _of_containers(blocks: Sequence[PageBlock]) -> dict[str, float]:
    containers = containers_of(blocks)
    tags = Counter(container.tag for container in containers)
    siblings = Counter(
        (container.parent.index, container.tag, container.names)
        for container in containers
        if container.tag in _REPEATED and container.parent is not None
    )
    named = Counter(
        (container.tag, container.names)
        for container in containers
        if container.tag in _REPEATED and container.names
    )
    kinds = Counter((block.container.tag, block.container.names) for block in blocks)
    cards = [count for (tag, _), count in kinds.items() if tag not in ("p", "li") and count > 3]
    return {
        **{f"count_{tag}": math.log1p(tags[tag]) for tag in _COUNTED},
        "count_h1": float(tags["h1"]),
        "siblings": math.log1p(max(siblings.values(), default=0)),
        "same_named": math.log1p(max(named.values(), default=0)),
        "most_alike": max(kinds.values(), default=0) / max(1, len(blocks)),
        "cards": sum(cards) / max(1, len(blocks)),
        "kinds": len(kinds) / max(1, len(blocks)),
    }


def _of_speech(
    blocks: Sequence[PageBlock], words: Sequence[int], prose: Sequence[tuple[PageBlock, int]]
) -> dict[str, float]:
    spoken = " ".join(block.text for block, _ in prose)[:_HEARD].lower()
    short = [block.text for block, count in zip(blocks, words, strict=True) if count < _PARAGRAPH]
    lines = "\n".join(short)[:_HEARD].lower()
    heard = max(50, spoken.count(" "))
    heard_lines = lines.count("\n") + 1
    found = {name: sum(map(spoken.count, said)) / heard for name, said in _VOICES.items()}
    found |= {name: sum(map(lines.count, said)) / max(10, heard_lines) for name, said in _LINES.items()}
    return found | {"line_length": len(lines) / heard_lines}
