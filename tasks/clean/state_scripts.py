"""The state that a page's scripts carry: JSON in elements and assignments, React's rows, templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import lxml.html
import orjson
from lxml import etree

SHORTEST = 500
"""Characters: what is shorter holds no article."""
# Sites with megabytes of state hold the wordings of their interface in it.
_MOST_CHARACTERS = 5_000_000
_MOST_ASSIGNMENTS = 50
_TEMPLATES = ("text/template", "text/html", "text/x-template")
_CODE = ("", "module", "text/javascript", "application/javascript")
_ASSIGNED = re.compile(
    r"([A-Za-z_$][\w$.]{2,60})(?:\[[\"'][\w$.-]{1,60}[\"']\])?\s*=\s*(?=[{\[]|JSON\.parse\()"
)
_PARSED = re.compile(r"JSON\.parse\(\s*(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)')", re.DOTALL)
_UNDEFINED = re.compile(r"(?<=[:\[,])\s*undefined\b")
_ESCAPED = re.compile(r"\\x([0-9A-Fa-f]{2})|\\'|\\.|\"", re.DOTALL)
_PUSHED = re.compile(r"__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
# Of scripts that compute their state, the long strings of HTML: the body is one of them.
_LONG_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.){500,}+)\"|'((?:[^'\\\n]|\\.){500,}+)'")
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class State:
    """What one script holds."""

    name: str
    """The variable, or the element's id or type, such as `__NEXT_DATA__`."""
    value: Any
    """Parsed JSON; or one string of HTML, of a template."""
    references: Mapping[str, str] = field(default_factory=dict)
    """Texts by the strings that stand for them elsewhere in `value` (`$24`)."""


def read_states(root: lxml.html.HtmlElement) -> Iterator[State]:
    """Yield what a page's scripts, templates and `noscript` elements hold, of 5 million characters in all."""
    pushed: list[str] = []
    left = _MOST_CHARACTERS
    for element in root.iter("script", "template"):
        text = _source(element)
        left -= len(text)
        if left < 0:
            break
        if "__next_f.push" in text:
            pushed += _pushes(text)
        elif len(text) >= SHORTEST:
            yield from _of_element(element, text)
    if pushed:
        yield _streamed("".join(pushed))


def _source(element: lxml.html.HtmlElement) -> str:
    if element.tag == "script":
        return "" if element.get("src") else element.text or ""
    if len(element) and element.getparent() is not None and element.getparent().tag != "head":
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return ""


def _of_element(element: lxml.html.HtmlElement, text: str) -> Iterator[State]:
    kind = (element.get("type") or "").strip().lower()
    if element.tag != "script" or kind in _TEMPLATES:
        yield State("template" if element.tag == "script" else str(element.tag), text)
    elif "json" in kind and "ld+json" not in kind:
        value = _json(text)
        if value is not None:
            yield State(_plain_name(element.get("id") or kind), value)
    elif kind in _CODE:
        yield from _assigned(text)


def _plain_name(name: str) -> str:
    return re.sub(r"[^\w.$/-]", "", name.removeprefix("window.").removeprefix("self."))[:60]


def _json(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    try:
        return _DECODER.decode(_UNDEFINED.sub("null", text).strip())
    except (ValueError, RecursionError):
        return None


def _assigned(text: str) -> Iterator[State]:
    found, at = 0, 0
    for _ in range(_MOST_ASSIGNMENTS):
        match = _ASSIGNED.search(text, at)
        if match is None:
            break
        value, at = _value_at(text, match.end())
        if isinstance(value, dict | list) and value:
            found += 1
            yield State(_plain_name(match[1]), value)
    if not found:
        strings = [_literal(one, other) for one, other in _LONG_STRING.findall(text)]
        yield State("script", [string for string in strings if string.lstrip().startswith("<")])


def _value_at(text: str, start: int) -> tuple[Any, int]:
    """Return the value that is written from `start` on, None where it is no JSON; and where to go on."""
    parsed = _PARSED.match(text, start)
    if parsed:
        return _json(_literal(parsed[1] or "", parsed[2] or "")), parsed.end()
    try:
        return _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        pass
    end = text.find("</script", start)
    try:
        return _DECODER.raw_decode(_UNDEFINED.sub("null", text[start : end if end > 0 else None]))[0], start
    except (ValueError, RecursionError):
        return None, start


def _literal(double: str, single: str) -> str:
    """Return the string that a literal in double or in single quotes stands for, empty where it is broken."""

    def as_json(part: re.Match[str]) -> str:
        if part[1]:
            return f"\\u00{part[1]}"
        return {'"': '\\"', "\\'": "'", "\\\n": ""}.get(part[0], part[0])

    written = _ESCAPED.sub(as_json, double or single)
    try:
        return str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return ""


def _pushes(text: str) -> Iterator[str]:
    for match in _PUSHED.finditer(text):
        try:
            value, _ = _DECODER.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            continue
        if len(value) > 1 and isinstance(value[1], str):
            yield value[1]


def _streamed(payload: str) -> State:
    """Read React's rows: `id:JSON` to the line's end, and `id:Tlength,text` with a length in bytes."""
    data = payload.encode("utf-8", "replace")
    values: list[Any] = []
    texts: dict[str, str] = {}
    at = 0
    while at < len(data):
        row = _ROW.match(data, at)
        if row and row[2]:
            end = row.end() + int(row[2], 16)
            texts[f"${row[1].decode()}"] = data[row.end() : end].decode("utf-8", "replace")
            at = end
            continue
        end = data.find(b"\n", at)
        end = end if end >= 0 else len(data)
        if row and data[row.end() : row.end() + 1] in (b"[", b"{"):
            value = _json(data[row.end() : end].decode("utf-8", "replace"))
            if value is not None:
                values.append(value)
        at = end + 1
    return State("__next_f", values, texts)
