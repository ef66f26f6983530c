"""A page's metadata for training alone: title, lead, author and JSON-LD's articleBody, simply read."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from copydesk.tasks.clean.features_text import PageEvidence

_TAG = re.compile(r"<[^<>]+>")


def evidence_of(root: HtmlElement) -> PageEvidence:
    """Read the evidence as far as it is there, in the plainest way."""
    metas = {}
    for meta in root.iter("meta"):
        name, content = meta.get("property") or meta.get("name"), meta.get("content")
        if name and content:
            metas.setdefault(name.lower(), content)
    nodes = list(_nodes(root))
    bodies = [node["articleBody"] for node in nodes if isinstance(node.get("articleBody"), str)]
    headlines = [node["headline"] for node in nodes if isinstance(node.get("headline"), str)]
    page_title = root.findtext(".//title")
    body = max(bodies, key=len, default="")
    return PageEvidence(
        title=metas.get("og:title") or (headlines[0] if headlines else None) or page_title,
        lead=metas.get("og:description") or metas.get("description"),
        authors=tuple(filter(None, [metas.get("author")])),
        article_body=_TAG.sub(" ", html.unescape(body)) if len(body) > 100 else None,
        language=root.get("lang"),
    )


def _nodes(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop()
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                yield node
                waiting += [value for value in node.values() if isinstance(value, dict | list)]
