"""What may pass and is asked again, when, and when to leave a host alone for the rest of the run."""

from __future__ import annotations

import random
import threading
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from copydesk.tasks.fetch.exchange import Exchange

PASSING_STATUS = frozenset({408, 429, 500, 502, 503, 504})
PASSING_OUTCOMES = frozenset({"timeout", "connection", "broken_body"})
LONGEST_WAIT = 300.0
"""Seconds. A host that asks for more is asked again by the next run."""
_LONGEST_BACKOFF = 60.0
FAILURES_IN_A_ROW = 10
"""So many failed exchanges in a row, and a host is left alone until the next run."""


def may_pass(exchange: Exchange) -> bool:
    """Whether what went wrong may be over the next time."""
    if exchange.outcome == "http_error":
        return exchange.status in PASSING_STATUS
    return exchange.outcome in PASSING_OUTCOMES


def wait_before_retry(exchange: Exchange, attempt: int, attempts: int, backoff: float) -> float | None:
    """Return the seconds to wait before attempt `attempt` + 1; None where there is none in this run.

    Exponential backoff with full jitter, but for what a Retry-After asks.
    """
    if attempt >= attempts or not may_pass(exchange):
        return None
    asked = retry_after(exchange.header("Retry-After"), exchange.asked_at)
    if asked is not None:
        return asked if asked <= LONGEST_WAIT else None
    longest = min(_LONGEST_BACKOFF, backoff * 2.0**attempt)
    return random.uniform(longest / 4, longest)  # noqa: S311 -- spreads load, keeps no secret


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After asks to wait (a number, an HTTP date), None if unreadable."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return max(0.0, (at - now).total_seconds())


def rest_asked(exchange: Exchange) -> float:
    """Return the seconds for which the whole host asks to be left alone, 0 where it does not."""
    if exchange.outcome != "http_error" or exchange.status not in (429, 503):
        return 0.0
    return retry_after(exchange.header("Retry-After"), exchange.asked_at) or 0.0


class Breaker:
    """Counts each host's failures in a row; one that asks for a longer rest than a run has failed enough."""

    def __init__(self) -> None:
        """Begin with all hosts in good standing."""
        self._failures = Counter[str]()
        self._lock = threading.Lock()

    def note(self, host: str, exchange: Exchange) -> None:
        """Take note of how an exchange with a host went."""
        with self._lock:
            if rest_asked(exchange) > LONGEST_WAIT:
                self._failures[host] = FAILURES_IN_A_ROW
            elif may_pass(exchange):
                self._failures[host] += 1
            else:
                self._failures.pop(host, None)

    def is_open(self, host: str) -> bool:
        """Whether a host is to be left alone."""
        return self._failures[host] >= FAILURES_IN_A_ROW
