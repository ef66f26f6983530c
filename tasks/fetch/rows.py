"""An exchange as a row of the dataset `fetches`, and what it means for whoever wanted the page."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import Any

from copydesk.tasks.article import Reject
from copydesk.tasks.fetch.exchange import Exchange
from copydesk.tasks.fetch.frontier import Job
from copydesk.tasks.fetch.retries import may_pass

_META = re.compile(
    rb"<meta\s[^>]*?name\s*=\s*[\"']?(?:robots|googlebot|copydesk)(?=[\"'\s/>])[^>]*>", re.IGNORECASE
)
_CONTENT = re.compile(rb"content\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*))", re.IGNORECASE)
_HEAD = 100_000
# These may be otherwise tomorrow, though the page has not changed.
_ASK_TOMORROW = frozenset({"robots_disallowed", "robots_unreachable", "circuit_open", "dns"})
_REMEDIES = {
    "http_error": "open the address in a browser; if it works there, the site refuses programs",
    "robots_disallowed": "the site does not want programs to read it: ask its operator",
    "robots_unreachable": "run again later: as long as robots.txt can't be had, nothing may be read",
    "circuit_open": "the host failed again and again: run again later",
    "timeout": "run again later",
    "connection": "run again later",
    "dns": "check the address, and that this machine resolves names",
    "too_large": "save the page and give it as a file, if it is one article",
    "broken_body": "run again later: the answer broke off",
    "wrong_type": "give pages, feeds, sitemaps or web archives",
}


def fetch_row(
    job: Job, exchange: Exchange, run_id: str, robots: str | None, place: tuple[str, int] | None
) -> dict[str, Any]:
    """Return the row; `robots` is what robots.txt said, `place` the archive's file and offset."""
    asked_at = exchange.asked_at.isoformat()
    seed = "\0".join((run_id, job.url, job.kind, asked_at, str(job.attempt), str(len(job.trail))))
    return {
        "fetch_id": hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:32],
        "run_id": run_id,
        "source": job.source,
        "kind": exchange.kind,
        "url": job.url,
        "host": job.host,
        "asked_at": asked_at,
        "attempt": job.attempt,
        "hop": len(job.trail),
        "outcome": exchange.outcome,
        "message": exchange.message,
        "status": exchange.status,
        "robots": robots,
        "robots_tag": robots_tag(exchange),
        "redirect_to": exchange.redirect_to,
        "address": exchange.address,
        "content_type": exchange.header("Content-Type"),
        **exchange.validators,
        "wire_bytes": exchange.wire_bytes or len(exchange.wire),
        "decoded_bytes": len(exchange.body),
        "seconds": exchange.seconds,
        "warc_file": place[0] if place else None,
        "warc_offset": place[1] if place else None,
    }


def robots_tag(exchange: Exchange) -> str | None:
    """Return what X-Robots-Tag headers and the page's own robots meta say, None where nothing."""
    said = [value.strip() for name, value in exchange.headers if name.lower() == "x-robots-tag"]
    if exchange.kind == "page":
        for meta in _META.findall(exchange.body[:_HEAD]):
            found = _CONTENT.search(meta)
            if found:
                said.append(next(filter(None, found.groups()), b"").decode("utf-8", "replace").strip())
    return ", ".join(dict.fromkeys(filter(None, said)))[:500] or None


def declined(job: Job, outcome: str, message: str, now: datetime) -> Exchange:
    """Return the exchange that was not made."""
    return Exchange(job.url, job.kind, now, 0.0, outcome, message)


def reason_of(exchange: Exchange) -> str:
    """Return the countable reason of a reject: the outcome, or `http_404` and the like."""
    return f"http_{exchange.status}" if exchange.outcome == "http_error" else exchange.outcome


def message_of(url: str, exchange: Exchange) -> str:
    """Return what went wrong and what can be done."""
    remedy = _REMEDIES.get(exchange.outcome)
    if exchange.status in (404, 410):
        remedy = "it is not there any more; it is asked again in a week, if it is still listed"
    what = exchange.message or (
        f"the server answered {exchange.status} {exchange.reason}".strip()
        if exchange.status
        else exchange.outcome.replace("_", " ")
    )
    return f"{url} could not be fetched: {what}" + (f"; {remedy}." if remedy else ".")


def reject_of(url: str, exchange: Exchange) -> Reject:
    """Return the reject for an address that could not be had."""
    return Reject(url, reason_of(exchange), message_of(url, exchange), url=url)


def lost_for_good(exchange: Exchange) -> bool:
    """Whether asking again tomorrow is no use."""
    return not may_pass(exchange) and exchange.outcome not in _ASK_TOMORROW
