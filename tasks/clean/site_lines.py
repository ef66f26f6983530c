"""What an article shows of its site: which lines it has, how each was judged, and where it stood."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from hashlib import blake2b
from zlib import crc32

import numpy as np
import numpy.typing as npt

from copydesk.tasks.article import LABELS, Article, Block

SIGHTING = np.dtype(
    [
        ("site", np.uint64),
        ("line", np.uint64),
        ("article", np.uint64),
        ("next", np.uint64),
        ("day", np.int32),
        ("label", np.uint8),
        ("place", np.uint8),
        ("sketch", np.uint16, (8,)),
    ]
)
"""A line in an article.

site, line, article: hashes of the registered domain, of the line with its site, of the article's id.
    `NO_ARTICLE` stands for pages of other kinds: they prove nothing, but what is proven is struck there too.
next: the hash of the next running text that was kept behind it; 0 where there is none.
day: when the article was published, else fetched, in days since 1970; `UNKNOWN_DAY` where neither is known.
label: index into `LABELS`.
place: `STRUCK`, or where in the body it was kept: `INNER`, `HEAD`, `TAIL`.
sketch: of the article's body, for telling near-identical ones (`sketch_of`).
"""
Sightings = npt.NDArray[np.void]

STRUCK, INNER, HEAD, TAIL = range(4)
NO_ARTICLE = 0
UNKNOWN_DAY = int(np.iinfo(np.int32).max)
SHORTEST_LINE = 8
"""Characters: what is shorter (a number, an initial, a mark between parts) stands anywhere by chance."""
PROSE = 60
"""Characters of the shortest paragraph that counts as running text."""
# That a line is said twice in an article tells nothing of the site.
_SAID_BEFORE = frozenset(("html:repeat", "html:pull_quote"))
_NUMBERS = {label: number for number, label in enumerate(LABELS)}
_HASHES = np.random.default_rng(7).integers(1 << 62, size=(8, 1), dtype=np.uint64) * np.uint64(2) + np.uint64(
    1
)


def sightings(articles: Iterable[Article]) -> Sightings:
    """Return the lines of the articles whose site is known, in any order, a line once an article."""
    parts = [_of_article(article) for article in articles if article.source]
    return np.concatenate([np.zeros(0, SIGHTING), *parts])


def hash_of(text: str) -> int:
    """Return 64 bits of BLAKE2b over the text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def line_hash(site: str, text: str) -> int:
    """Return the number of a line of a site (a registered domain), the same whatever its case."""
    return hash_of(f"{site}\0{text.casefold()}")


def places(blocks: Sequence[Block], passing: Container[int] = ()) -> list[int]:
    """Return where each block stands: struck, at the head or tail of the body, or inside its running text.

    Inside is all that has running text behind it, unless it is a short line that has none before it: a lede
    and the head of a column stand inside, a prompt above the lede and all behind the last paragraph do not.
    The blocks whose numbers are in `passing` do not count as running text.
    """
    prose = [n for n, block in enumerate(blocks) if _is_prose(block) and n not in passing]
    first, last = (prose[0], prose[-1]) if prose else (0, 0)

    def place(number: int, block: Block) -> int:
        if not block.kept:
            return STRUCK
        if number >= last:
            return TAIL
        return HEAD if number < first and len(block.text) < PROSE else INNER

    return [place(number, block) for number, block in enumerate(blocks)]


def sketch_of(body: str) -> npt.NDArray[np.uint16]:
    """Return eight numbers, of which two bodies share about as large a part as of all their sentences.

    A MinHash (Broder 1997) over the set of sentences, cut to 16 bits.
    """
    sentences = body.casefold().replace("\n\n", ". ").split(". ")
    hashes = np.array([crc32(sentence.encode()) for sentence in sentences], dtype=np.uint64)
    return np.asarray((hashes * _HASHES).min(axis=1) & np.uint64(0xFFFF), dtype=np.uint16)


def _of_article(article: Article) -> Sightings:
    domain = article.source or ""
    at = article.published_at or article.fetched_at
    found: dict[int, tuple[int, int, int]] = {}
    following = 0
    blocks = article.blocks
    for block, place in zip(reversed(blocks), reversed(places(blocks)), strict=True):
        if len(block.text) < SHORTEST_LINE or block.reason in _SAID_BEFORE:
            continue
        line = line_hash(domain, block.text)
        # Of a line that stands there twice, the place counts that protects it most.
        if line not in found or place == INNER or (place and found[line][2] == STRUCK):
            found[line] = (following, _NUMBERS[block.label], place)
        if place and _is_prose(block):
            following = line
    rows = np.zeros(len(found), SIGHTING)
    rows["site"] = hash_of(domain)
    rows["article"] = hash_of(article.article_id) if article.page_kind == "article" else NO_ARTICLE
    rows["day"] = int(at.timestamp() // 86_400) if at else UNKNOWN_DAY
    rows["line"] = list(found)
    rows["next"], rows["label"], rows["place"] = zip(*found.values(), strict=True) if found else ((), (), ())
    rows["sketch"] = sketch_of(article.body)
    return rows


def _is_prose(block: Block) -> bool:
    return block.kept and len(block.text) >= PROSE
