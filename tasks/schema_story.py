"""The columns of stories: what near-identical articles are together."""

from __future__ import annotations

import pyarrow as pa

from copydesk.tasks.schema_column import Column

_TEXT = pa.string()
_TIME = pa.timestamp("us", tz="UTC")

STORY_ID = Column(
    "story_id",
    _TEXT,
    "the story that the copy tells: near-identical articles share it; the `article_id` of the earliest of "
    "them, its own where there is no other; null where there is too little text to tell",
)
DUPLICATE_OF = Column(
    "duplicate_of", _TEXT, "the `article_id` of the story's earliest article; null for that one itself"
)
STORY_COLUMNS = (
    Column("story_id", _TEXT, "the story, as in `articles`", nullable=False),
    Column("article_id", _TEXT, "the earliest of its articles, the original", nullable=False),
    Column("title", _TEXT, "the original's headline"),
    Column("article_ids", pa.list_(_TEXT), "its articles, by time, the original first"),
    Column("sources", pa.list_(_TEXT), "the registered domains that carried it, sorted"),
    Column("size", pa.int32(), "how many articles it has", "articles; at least 2", nullable=False),
    Column("first_published", _TIME, "when the first of them was published; null where unknown", "UTC"),
    Column("last_published", _TIME, "when the last of them was published; null where unknown", "UTC"),
)
