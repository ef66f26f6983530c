"""JSON-LD as newsrooms publish it: often damaged, always repeated, sometimes of other articles too."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import orjson
from bs4 import BeautifulSoup

from copydesk.tasks.clean.squash import squash

Node = dict[str, Any]

ARTICLE_TYPES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "askpublicnewsarticle", "backgroundnewsarticle", "reviewnewsarticle", "advertisercontentarticle",
    "satiricalarticle", "blogposting", "liveblogposting", "techarticle", "scholarlyarticle",
    "medicalscholarlyarticle", "report", "review", "criticreview", "claimreview", "socialmediaposting",
    "discussionforumposting", "interview", "analysis",
})  # fmt: skip

NEWS_TYPES = frozenset({
    "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "liveblogposting",
})  # fmt: skip
"""Those of them that newsrooms use, and hardly anyone else."""

# Only these lead to what the page itself is; other properties lead to other pages' articles.
_WRAPPERS = ("@graph", "mainEntity", "mainEntityOfPage", "item", "itemReviewed")
_MOST_NODES = 2_000
# No newsroom nests deeper; whoever does means to overflow the stack.
_DEEPEST = 8
_LONGEST_TO_REPAIR = 1_000_000
_MOST_MARKS = 6

_OPENING = re.compile(r"(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)\s*")
_CLOSINGS = ("-->", "/*]]>*/", "]]>", "//", ";")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MISSING_COMMA = re.compile(r"([}\]\"])([ \t\r]*\n\s*)(?=[\"{])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
# Half of an emoji, cut by a length limit: no text, and nothing that UTF-8 can write.
_LONE_SURROGATE = re.compile(
    r"\\u[dD][89aAbB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89aAbB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_PLAIN_STRING = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection|url)"\s*:\s*"((?:[^"\\\n]|\\.)*)"'
)


def read_json_ld(scripts: Iterable[str]) -> list[Node]:
    """Return the typed nodes of a page's JSON-LD scripts, in order, `@id` references resolved.

    Damaged scripts are repaired where that is plain, and left out otherwise; never raises.
    """
    nodes: list[Node] = []
    for script in scripts:
        for value in _parse(script):
            for node in _walk(value):
                nodes.append(node)
                if len(nodes) >= _MOST_NODES:
                    return nodes
    return nodes


def _parse(script: str) -> list[Any]:
    try:
        return [orjson.loads(script)]
    except orjson.JSONDecodeError:
        pass
    if len(script) > _LONGEST_TO_REPAIR:
        return []
    text = _LONE_SURROGATE.sub(r"\\ufffd", _unwrapped(script))
    for repair in (_as_it_is, _without_commas, _unescaped, _with_commas):
        try:
            return list(_values(repair(text)))
        except (ValueError, RecursionError):
            continue
    return [_salvaged(text)]


def _unwrapped(script: str) -> str:
    """Strip the comments and CDATA marks that keep old browsers from showing a script."""
    text = script.strip()
    for _ in range(_MOST_MARKS):
        opening = _OPENING.match(text)
        closing = next((mark for mark in _CLOSINGS if text.endswith(mark)), "")
        if not opening and not closing:
            break
        text = text[opening.end() if opening else 0 :].removesuffix(closing).rstrip()
    return text


def _salvaged(text: str) -> Node:
    """Read the plain strings of a script that no repair makes readable, the first of each name."""
    found: Node = {}
    for name, value in _PLAIN_STRING.findall(text):
        try:
            found.setdefault(name, json.loads(f'"{value}"', strict=False))
        except ValueError:
            found.setdefault(name, value)
    return found


def _as_it_is(text: str) -> str:
    return text


def _without_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", _BAD_ESCAPE.sub(r"\\\\", text))


def _unescaped(text: str) -> str:
    if "&quot;" not in text and "&#34;" not in text:
        raise ValueError("nothing to unescape")
    return html.unescape(text)


def _with_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", _MISSING_COMMA.sub(r"\1,\2", text))


def _values(text: str) -> Iterator[Any]:
    """Yield each of several values written one after the other; raw newlines in strings pass."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        yield value
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1


def _walk(value: Any) -> Iterator[Node]:
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting:
        now, depth = waiting.pop(0)
        if depth > 6:
            continue
        if isinstance(now, list):
            waiting[:0] = [(part, depth + 1) for part in now[:_MOST_NODES]]
        elif isinstance(now, dict):
            if "@type" in now or "headline" in now:
                yield now
            waiting[:0] = [
                (now[key], depth + 1) for key in _WRAPPERS if isinstance(now.get(key), dict | list)
            ]


def types_of(node: Node) -> frozenset[str]:
    """Return a node's types in lower case, without `schema:` or `https://schema.org/` before them."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return frozenset(_type_name(name) for name in names if isinstance(name, str) and name)


@lru_cache(maxsize=1_024)
def _type_name(name: str) -> str:
    return re.split(r"[/:#]", name)[-1].lower()


def main_article(nodes: Sequence[Node], titles: Iterable[str]) -> Node | None:
    """Return the node that describes the page's own article, None where there is none.

    Of several articles the page's own is the one whose headline the page itself shows; where
    none is, it is the fullest of the first.
    """
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    if not articles:
        return None
    shown = {squash(title) for title in titles if title}
    for node in articles:
        if squash(text_of(node.get("headline")) or text_of(node.get("name")) or "") in shown - {""}:
            return node
    dated = [node for node in articles if node.get("datePublished") and node.get("headline")]
    return (dated or articles)[0]


def main_page(nodes: Sequence[Node]) -> Node | None:
    """Return the node that describes the page as a web page, None where there is none."""
    return next((node for node in nodes if any(name.endswith("page") for name in types_of(node))), None)


def text_of(value: Any, depth: int = 0) -> str | None:
    """Return a property's text: the string, its `@value`, or the first of a list; unescaped, trimmed."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return next((text for part in value if (text := text_of(part, depth + 1))), None)
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name"), depth + 1)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    # Twice, since some escape what is escaped already.
    text = html.unescape(html.unescape(value)) if "&" in value else value
    return " ".join(text.split()) or None


def address_of(value: Any, depth: int = 0) -> str | None:
    """Return the address that a property names: the string, an object's `url` or `@id`, a list's first."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return next((found for part in value if (found := address_of(part, depth + 1))), None)
    if isinstance(value, dict):
        return address_of(value.get("url") or value.get("contentUrl") or value.get("@id"), depth + 1)
    return value.strip() or None if isinstance(value, str) else None


def names_of(value: Any, by_id: dict[str, Node], depth: int = 0) -> list[str]:
    """Return the names of persons or organisations: strings, objects, references, or lists of them."""
    if isinstance(value, list):
        parts_of_it = value[:50] if depth < _DEEPEST else []
        return [name for part in parts_of_it for name in names_of(part, by_id, depth + 1)]
    if isinstance(value, dict):
        name = text_of(value.get("name"))
        if name is None and isinstance(value.get("@id"), str):
            name = text_of(by_id.get(value["@id"], {}).get("name"))
        if name is None:
            parts = (text_of(value.get("givenName")), text_of(value.get("familyName")))
            name = " ".join(part for part in parts if part) or None
        return [name] if name else []
    name = text_of(value)
    return [name] if name else []


def flag_of(value: Any) -> bool | None:
    """Return a property that is true or false, however it is written; None where it is neither."""
    if isinstance(value, bool):
        return value
    word = text_of(value)
    return (
        {"true": True, "false": False, "1": True, "0": False}.get(re.split(r"[/#]", word.lower())[-1])
        if word
        else None
    )


def list_of(value: Any) -> list[str]:
    """Return a property's words: a list, or one string with commas between them."""
    if isinstance(value, str):
        return [word for part in value.split(",") if (word := text_of(part))]
    parts = value if isinstance(value, list) else [value]
    return [text for part in parts if (text := text_of(part))]


def plain_body(node: Node) -> str | None:
    """Return `articleBody` as plain text, a line a paragraph; None where there is none."""
    body = node.get("articleBody") or node.get("text")
    if not isinstance(body, str) or not body.strip():
        return None
    if "<" not in body and "&" not in body:
        return body.strip()
    text = html.unescape(body) if "&lt;" in body else body
    return BeautifulSoup(text, "lxml").get_text("\n").strip() or None
