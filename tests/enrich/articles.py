"""A cleaned article for tests to change."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from copydesk.tasks.article import Article, RawArticle
from copydesk.tasks.clean.desk import clean_article

ARTICLE = Article(
    raw_ref="test",
    article_id="test",
    body="",
    body_sha256="",
    word_count=0,
    page_kind="article",
    access="open",
    completeness="full",
    encoding="utf-8",
    encoding_from="bom",
    rules_version="test",
)


def cleaned(lines: Sequence[str]) -> Article:
    """Return the article that the cleaner makes of lines of text, the first of which is given as its title."""
    text = "\n".join(lines).encode("utf-8", "surrogatepass")
    return clean_article(RawArticle(raw_ref="test", text=text, declared_encoding="utf-8", title=lines[0]))


def gold(name: str) -> list[dict[str, Any]]:
    """Return the passages of a gold set of this folder."""
    lines = Path(__file__).with_name(f"gold_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
