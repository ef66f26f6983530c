"""The columns of an article's past: what its copies were, and what it said before."""

from __future__ import annotations

import pyarrow as pa

from copydesk.tasks.schema_column import Column

_TEXT = pa.string()
_TIME = pa.timestamp("us", tz="UTC")
COPIES_TYPE = pa.list_(pa.struct([pa.field("fetched_at", _TIME), pa.field("raw_ref", _TEXT)]))

TEXT_FROM = Column(
    "text_from", _TEXT, "`feed` where the page could not be had and the text is its feed's; else null"
)
REVISION = Column("revision", pa.int32(), "which revision of the article this is", "from 1")
COPIES = Column(
    "copies", COPIES_TYPE, "the fetches that gave this text, by time; null where no time of fetching is known"
)
HISTORY_COLUMNS = (TEXT_FROM, REVISION, COPIES)
"""What `articles` says of an article's past."""

REVISION_COLUMNS = (
    Column("article_id", _TEXT, "the article, as in `articles`", nullable=False),
    Column("revision", pa.int32(), "its number among the article's revisions", "from 1", nullable=False),
    Column("fetched_at", _TIME, "when it was last fetched so", "UTC"),
    COPIES,
    Column("url", _TEXT, "the address as fetched or given"),
    Column("title", _TEXT, "its headline"),
    Column("lead", _TEXT, "its standfirst"),
    Column("body", _TEXT, "its paragraphs, separated by a blank line"),
    Column("authors", pa.list_(_TEXT), "people or desks, cleaned"),
    Column("published_at", _TIME, "when it said that it was published", "UTC"),
    Column("modified_at", _TIME, "when it said that it was last changed", "UTC"),
    Column("completeness", _TEXT, "`full`, `truncated`, `teaser` or `unknown`"),
    TEXT_FROM,
    Column("word_count", pa.int32(), "the length of `body`", "words; characters in scripts without spaces"),
    Column("body_sha256", _TEXT, "SHA-256 of `body` in UTF-8", "hexadecimal"),
    Column("raw_ref", _TEXT, "the file, and the record in it, that it was read from"),
    Column("run_id", _TEXT, "the run that filed it"),
    Column("schema_version", _TEXT, "the version of the columns that it was filed in"),
    Column("rules_version", _TEXT, "the version of the cleaning rules, weights and enrichments"),
    Column("fingerprint", _TEXT, "as in `articles`, of this revision", nullable=False),
)
