"""Web archives become raw articles: which records are pages, and what each says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.tasks.article import BYTES_AN_ARTICLE, RawArticle, Reject
from copydesk.tasks.load.files import too_large
from copydesk.tasks.load.sniff import looks_like_html
from copydesk.tasks.load.warc_http import Answer, decoded_body, read_answer
from copydesk.tasks.load.warc_records import ARC, KEPT_BYTES, WARC, Damage, Grammar, Record, records
from copydesk.tasks.warc_entry import ENTRY_FIELD, ENTRY_TYPE, KIND_FIELD, unpack_entry

_HTML = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_XML = frozenset({"text/xml", "application/xml"})
_UNTOLD = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "unknown", "unknown/unknown", "no-type"}
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b", re.I | re.S
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_NO_CONTENT = (204, 205)


def grammar_of(path: str) -> Grammar:
    """Return the format that a file's name tells."""
    return ARC if path.lower().endswith((".arc", ".arc.gz")) else WARC


def read_archive(path: str, name: str, start: int, stop: int) -> Iterator[RawArticle | Reject]:
    """Yield the pages of `path` that begin in the bytes from `start` to `stop`, and what of them is lost.

    `name` is the file as the user gave it: a page is `NAME#OFFSET`, the place of its record (or of its gzip
    member, with `+` how far into that). Requests, redirects, images, feeds and the like are no inputs.
    """
    try:
        with Path(path).open("rb") as file:
            for count, item in enumerate(records(file, start, stop, grammar_of(path))):
                if isinstance(item, Damage):
                    yield _lost(name, item)
                elif not (count == 0 and start and ENTRY_FIELD.lower() in item.fields):
                    # (A first record whose entry stands before it was read with that, by the shard before.)
                    yield from _read_record(item, f"{name}#{_place(item.place)}")
    except OSError as error:
        message = f"{name} could not be read ({error.strerror or error}); check it and run again."
        yield Reject(name, "unreadable", message)


def _place(place: tuple[int, int]) -> str:
    return f"{place[0]}+{place[1]}" if place[1] else str(place[0])


def _lost(name: str, damage: Damage) -> Reject:
    ref = f"{name}#{_place(damage.place)}"
    size = f"{damage.bytes_lost} bytes are lost" if damage.bytes_lost else "a record is lost"
    message = (
        f"{ref} is damaged: {damage.why}; {size}, what stands before and after is read. "
        "Get the archive again for the rest."
    )
    return Reject(ref, "damaged", message)


def _read_record(record: Record, ref: str) -> Iterator[RawArticle | Reject]:
    fields = record.fields
    if record.kind == "metadata" and fields.get("content-type") == ENTRY_TYPE:
        yield from _teaser(record, ref)
        return
    ours = fields.get(KIND_FIELD.lower())
    # What broke off when we fetched it was asked for again, or stands among the rejects of that run.
    if ours and (ours != "page" or "warc-truncated" in fields):
        return
    if record.kind not in ("response", "resource", "conversion") or not _is_address(_url(record)):
        return
    answer = read_answer(record.content) if record.kind == "response" else None
    if answer and not (200 <= answer.status < 300 and answer.status not in _NO_CONTENT):
        return
    if record.kind == "response" and not answer and "http" in fields.get("content-type", ""):
        yield Reject(ref, "damaged", f"{ref} holds no HTTP answer; get the archive again.", url=_url(record))
        return
    yield from _page(record, answer or Answer(200, dict(fields), record.content), ref)


def _page(record: Record, answer: Answer, ref: str) -> Iterator[RawArticle | Reject]:
    url, content_type = _url(record), answer.fields.get("content-type", "")
    form = content_type.partition(";")[0].strip().lower()
    # What we fetched as a page was judged by its content then: the server's word on it may be wrong.
    ours = KIND_FIELD.lower() in record.fields
    if not ours and form not in _HTML | _XML | _UNTOLD and form != "text/plain":
        return
    decoded = decoded_body(answer, BYTES_AN_ARTICLE)
    kind = _kind(form, decoded.body)
    size = max(record.size, len(decoded.body))
    if decoded.too_large or record.size > KEPT_BYTES:
        yield Reject(ref, "too_large", too_large(ref, max(size, BYTES_AN_ARTICLE + 1)), url=url)
    elif not decoded.body:
        why = decoded.problem or "the answer has no body"
        yield Reject(ref, "empty", f"{ref} has no text: {why}; fetch the page again.", url=url)
    elif kind:
        charset = _CHARSET.search(content_type)
        declared = charset[1] if charset else ("utf-8" if record.kind == "conversion" else None)
        entry = unpack_entry(record.entry.content) if record.entry else None
        yield RawArticle(
            ref,
            html=decoded.body if kind == "html" else None,
            text=decoded.body if kind == "text" else None,
            declared_encoding=declared,
            url=url,
            fetched_at=_time(record),
            feed=entry[0] if entry else None,
        )
    elif ours:
        message = f"{ref} holds no page and no text ({form or 'no type'}); see what the address serves."
        yield Reject(ref, "wrong_type", message, url=url)


def _kind(form: str, body: bytes) -> str | None:
    """Return whether a body is `html` or `text`; None where it is something else."""
    if form in _HTML:
        return None if _FEED.match(body, 0, 4096) else "html"
    if form in _XML:
        return "html" if b"<html" in body[:4096].lower() else None
    if looks_like_html(body):
        return "html"
    return "text" if form == "text/plain" else None


def _teaser(record: Record, ref: str) -> Iterator[RawArticle]:
    unpacked = unpack_entry(record.content)
    entry, text = unpacked or (None, None)
    if entry and text:
        yield RawArticle(
            ref,
            text=text.encode(),
            declared_encoding="utf-8",
            url=_url(record) or entry.url,
            fetched_at=_time(record),
            feed=entry,
        )


def _url(record: Record) -> str:
    # wget writes the address in angle brackets, as the first drafts of the standard had it.
    return record.fields.get("warc-target-uri", "").strip("<> \t")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.path != "/robots.txt"


def _time(record: Record) -> datetime | None:
    try:
        at = datetime.fromisoformat(record.fields.get("warc-date", ""))
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
