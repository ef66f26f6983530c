"""The one place where a column is named, typed, described and given its unit.

The data dictionary, the footer metadata and the schemas that are written all come from here.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from copydesk.tasks.article import LABELS
from copydesk.tasks.schema_column import Column
from copydesk.tasks.schema_fetch import FETCH_COLUMNS
from copydesk.tasks.schema_mention import FACT_COLUMNS, MENTIONS, NESTED_COLUMNS, mention_columns, nested
from copydesk.tasks.schema_offer import OFFER_COLUMNS
from copydesk.tasks.schema_revision import HISTORY_COLUMNS, REVISION_COLUMNS
from copydesk.tasks.schema_story import DUPLICATE_OF, STORY_COLUMNS, STORY_ID

SCHEMA_VERSION = "1"

_TEXT = pa.string()
_TIME = pa.timestamp("us", tz="UTC")
_NUMBER = pa.float64()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset: what a row is, its columns, the columns that identify a row, and its partition key."""

    name: str
    row: str
    partition: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of every file of the dataset (the partition key stands in the path only)."""
        return pa.schema([c.field for c in self.columns])


def _key(name: str, description: str) -> Column:
    return Column(name, _TEXT, description, nullable=False)


_ARTICLE_ID = _key("article_id", "the article, as in `articles`")

_WORDS = pa.list_(_TEXT)

ARTICLE_COLUMNS = (
    _key("article_id", "stable id: from the canonical URL, else from the normalised body"),
    Column("input_id", _TEXT, "the id that the input gave"),
    Column("url", _TEXT, "the address as fetched or given"),
    Column("canonical_url", _TEXT, "the address after canonicalisation, tracking parameters gone"),
    Column("source", _TEXT, "the registered domain of the address"),
    Column("site_name", _TEXT, "the outlet's name as the page gives it"),
    Column("page_kind", _TEXT, "`article`, `index`, `consent_wall`, `error` or `other`"),
    Column("title", _TEXT, "the headline, without site name and kicker"),
    Column("lead", _TEXT, "the standfirst"),
    Column("body", _TEXT, "the article's paragraphs, separated by a blank line; nothing else"),
    Column("authors", _WORDS, "people or desks, cleaned"),
    Column(
        "published_at",
        _TIME,
        "when it was published; null where unknown",
        "UTC; midnight where only a day is known",
    ),
    Column("published_date", pa.date32(), "its day where the outlet is; in UTC where the page does not tell"),
    Column("modified_at", _TIME, "when it was last changed; null where unknown", "UTC"),
    Column("fetched_at", _TIME, "when it was fetched; null where unknown", "UTC"),
    Column("published_raw", _TEXT, "the string that `published_at` was read from"),
    Column(
        "published_from",
        _TEXT,
        "where it was found: `json-ld`, `meta`, `time`, `url`, `feed`, `text`, `script`, `header` or `input`",
    ),
    Column("modified_raw", _TEXT, "the string that `modified_at` was read from"),
    Column("modified_from", _TEXT, "where it was found: `json-ld`, `meta`, `time`, `text` or `feed`"),
    Column(
        "wire_agency", _TEXT, "the news agency that the copy is credited to, such as `IANS`, `AP`, `Reuters`"
    ),
    Column("wire_credit", _TEXT, "the credit as it stands, such as `--IANS`"),
    Column("desk_initials", _WORDS, "the initials of the desk that handled the copy, such as `ahm`, `dg`"),
    Column("dateline", _TEXT, "the place (and date) that opens the copy"),
    Column("section", _TEXT, "the section that the publisher filed it under"),
    Column("tags", _WORDS, "the publisher's own keywords"),
    Column("language", _TEXT, "the body's language", "ISO 639-1, where there is one"),
    Column("declared_language", _TEXT, "the language that the page declares", "BCP 47, as it stands"),
    Column("image_url", _TEXT, "the lead picture's address"),
    Column("access", _TEXT, "`open`, `metered`, `paid` or `unknown`"),
    Column("completeness", _TEXT, "`full`, `truncated`, `teaser` or `unknown`"),
    Column("word_count", pa.int32(), "the length of `body`", "words; characters in scripts without spaces"),
    STORY_ID,
    DUPLICATE_OF,
    *NESTED_COLUMNS,
    Column("offers", nested(OFFER_COLUMNS), "nested form of the dataset `offers`"),
    *FACT_COLUMNS,
    Column("body_sha256", _TEXT, "SHA-256 of `body` in UTF-8", "hexadecimal"),
    Column("encoding", _TEXT, "the character encoding that the input was decoded with"),
    Column("encoding_from", _TEXT, "what decided the encoding: `bom`, `header`, `meta` or `detection`"),
    *HISTORY_COLUMNS,
    Column("raw_ref", _TEXT, "the file, and the record in it, that the article was read from"),
    Column("run_id", _TEXT, "the run that filed this row as it stands"),
    Column("schema_version", _TEXT, "the version of these columns"),
    Column("rules_version", _TEXT, "the version of the cleaning rules, weights and enrichments"),
    _key("fingerprint", "SHA-256 over all that was filed of the article but times and places of the run"),
)

_DATASETS = (
    Dataset("articles", "an article", "published_month", ("article_id",), ARTICLE_COLUMNS),
    Dataset(
        "blocks",
        "a block of an article's source, kept or struck, in order",
        "published_month",
        ("article_id", "position"),
        (
            _ARTICLE_ID,
            Column(
                "position", pa.int32(), "the block's place in its source", "blocks from 0", nullable=False
            ),
            Column("text", _TEXT, "the block's text"),
            Column("label", _TEXT, f"what the block is: {', '.join(f'`{label}`' for label in LABELS)}"),
            Column(
                "reason",
                _TEXT,
                "what gave the label: a rule, the model's score, the page's markup, the site's articles",
            ),
            Column("kept", pa.bool_(), "whether it stands in `body`"),
        ),
    ),
    Dataset(
        "revisions",
        "what an article said before it was changed",
        "fetched_month",
        ("article_id", "revision"),
        REVISION_COLUMNS,
    ),
    *(
        Dataset(
            name,
            row,
            "published_month",
            ("article_id", "start", "end"),
            (_ARTICLE_ID, *mention_columns(name)),
        )
        for name, (row, _) in MENTIONS.items()
    ),
    Dataset(
        "offers",
        "a subscription offer found in a paywall block",
        "published_month",
        ("article_id", "name", "price"),
        (_ARTICLE_ID, *OFFER_COLUMNS),
    ),
    Dataset(
        "stories",
        "a story that several near-identical articles tell",
        "published_month",
        ("story_id",),
        STORY_COLUMNS,
    ),
    Dataset(
        "rejects",
        "an input that could not be filed, and why",
        "run_month",
        ("reject_id",),
        (
            _key("reject_id", "stable id: from the input's place, its content and the reason"),
            Column("raw_ref", _TEXT, "the file, and the record in it"),
            Column("input_id", _TEXT, "the id that the input gave"),
            Column("url", _TEXT, "the address, where it has one"),
            Column("reason", _TEXT, "a short code, such as `empty`, `binary`, `invalid_json`"),
            Column("message", _TEXT, "what was wrong and what can be done about it"),
            Column("rejected_at", _TIME, "when the run that met it first began", "UTC"),
            Column("run_id", _TEXT, "that run"),
        ),
    ),
    Dataset(
        "fetches",
        "an HTTP exchange, or the decision not to make one",
        "fetched_month",
        ("fetch_id",),
        FETCH_COLUMNS,
    ),
    Dataset(
        "runs",
        "one run: settings, counts, timings, versions",
        "run_month",
        ("run_id",),
        (
            _key("run_id", "the run"),
            Column("started_at", _TIME, "when it began", "UTC"),
            Column("ended_at", _TIME, "when it ended", "UTC"),
            Column("sources", _WORDS, "the sources as they were given"),
            Column("settings", _TEXT, "the run's settings", "JSON"),
            Column("requests", pa.int64(), "HTTP requests made; null, as the next five, where none were due"),
            Column("fetched", pa.int64(), "pages that came, new or changed"),
            Column("not_modified", pa.int64(), "answers that what is known is not modified"),
            Column("declined", pa.int64(), "addresses not asked since robots.txt forbids it"),
            Column("failed", pa.int64(), "exchanges that brought nothing"),
            Column("wire_bytes", pa.int64(), "the bodies as they came", "bytes"),
            Column("articles_in", pa.int64(), "inputs read, rejects included"),
            Column("filed", pa.int64(), "articles new or changed in the datasets"),
            Column("unchanged", pa.int64(), "articles that stood there already, just so"),
            Column("duplicates", pa.int64(), "inputs that were another input's article"),
            Column("rejected", pa.int64(), "inputs in `rejects`"),
            Column("struck", _TEXT, "blocks struck, by label", "JSON"),
            Column("seconds", _NUMBER, "how long it took", "seconds"),
            Column(
                "profile",
                _TEXT,
                "CPU seconds of the cleaning and of each enrichment, over all workers",
                "JSON",
            ),
            Column("versions", _TEXT, "versions of copydesk and of what it stands on", "JSON"),
        ),
    ),
)

DATASETS: dict[str, Dataset] = {dataset.name: dataset for dataset in _DATASETS}
DERIVED = (*MENTIONS, "offers")
"""Flat datasets that are built from nested columns of `articles`."""

FILED = ("articles", "blocks", "revisions", *DERIVED, "stories", "rejects", "fetches", "runs")
"""The datasets that this version files, in the order in which a reader meets them."""
