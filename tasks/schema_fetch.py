"""The columns of `fetches`: what each HTTP exchange was, or why there was none."""

from __future__ import annotations

import pyarrow as pa

from copydesk.tasks.schema_column import Column

_TEXT = pa.string()
_TIME = pa.timestamp("us", tz="UTC")

FETCH_COLUMNS = (
    Column("fetch_id", _TEXT, "the exchange: from address, time and attempt", nullable=False),
    Column("run_id", _TEXT, "the run that asked"),
    Column("source", _TEXT, "the source on whose behalf, as given or named in sources.toml"),
    Column("kind", _TEXT, "what was sought: `robots`, `home`, `feed`, `sitemap`, `list`, `page`, `archive`"),
    Column("url", _TEXT, "the address that was asked"),
    Column("host", _TEXT, "its host and port"),
    Column("asked_at", _TIME, "when the request began, or was declined", "UTC"),
    Column("attempt", pa.int32(), "which attempt at this address", "from 1"),
    Column("hop", pa.int32(), "redirects that led here", "from 0"),
    Column("outcome", _TEXT, "how it ended, such as `ok`, `not_modified`, `redirect`, `robots_disallowed`"),
    Column("message", _TEXT, "what went wrong and what can be done"),
    Column("status", pa.int32(), "the HTTP status; null where no answer came"),
    Column("robots", _TEXT, "what robots.txt said: `allow`, `disallow`, `unreachable`; null where not asked"),
    Column("robots_tag", _TEXT, "X-Robots-Tag and the page's own robots meta, such as `noarchive`"),
    Column("redirect_to", _TEXT, "where it was sent on"),
    Column("address", _TEXT, "the IP address that was connected to"),
    Column("content_type", _TEXT, "as the answer declares it"),
    Column("etag", _TEXT, "the answer's validator"),
    Column("last_modified", _TEXT, "as the answer declares it"),
    Column("wire_bytes", pa.int64(), "the body as it came", "bytes"),
    Column("decoded_bytes", pa.int64(), "the body decoded", "bytes"),
    Column("seconds", pa.float64(), "from the request to the end of the answer", "seconds"),
    Column("warc_file", _TEXT, "the archive's file, in the output's folder `raw`; null where none"),
    Column("warc_offset", pa.int64(), "where its record starts in the file", "bytes"),
)
