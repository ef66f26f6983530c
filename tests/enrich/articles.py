"""A cleaned article for tests to change."""

from copydesk.tasks.article import Article

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
