"""What may pass is asked again, in time; what will not is not; a host that fails on and on is left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from copydesk.tasks.fetch.exchange import OUTCOMES, Exchange
from copydesk.tasks.fetch.retries import (
    FAILURES_IN_A_ROW,
    LONGEST_WAIT,
    Breaker,
    may_pass,
    rest_asked,
    retry_after,
    wait_before_retry,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PASSING = (408, 429, 500, 502, 503, 504)


def answer(outcome: str, status: int | None = None, after: str | None = None) -> Exchange:
    headers = (("retry-after", after),) if after is not None else ()
    return Exchange("https://a.example/", "page", NOW, 0.1, outcome, status=status, headers=headers)


@pytest.mark.parametrize("status", range(400, 600))
def test_of_statuses_only_those_that_may_pass(status: int) -> None:
    assert may_pass(answer("http_error", status)) == (status in PASSING)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_of_outcomes_only_those_of_the_line(outcome: str) -> None:
    assert may_pass(answer(outcome, 404)) == (outcome in ("timeout", "connection", "broken_body"))


def test_backoff_grows_and_is_drawn_at_random() -> None:
    draws = [
        [wait_before_retry(answer("timeout"), attempt, 9, 1.0) or 0.0 for _ in range(200)]
        for attempt in (1, 2, 3, 4)
    ]
    for attempt, waits in enumerate(draws, 1):
        assert min(waits) > 0 and max(waits) <= 2.0**attempt
        assert max(waits) - min(waits) > 2.0**attempt / 3, "spread over its span"
    assert all(sum(one) < sum(two) for one, two in pairwise(draws))
    assert max(wait_before_retry(answer("timeout"), 30, 99, 1.0) or 0.0 for _ in range(50)) <= 60.0


def test_after_the_last_attempt_none_is_left() -> None:
    assert wait_before_retry(answer("timeout"), 4, 4, 1.0) is None
    assert wait_before_retry(answer("http_error", 503, "1"), 4, 4, 1.0) is None
    assert wait_before_retry(answer("http_error", 404), 1, 4, 1.0) is None
    assert wait_before_retry(answer("tls"), 1, 4, 1.0) is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Tue, 24 Nov 2026 12:01:30 GMT", 90.0),
        ("Tuesday, 24-Nov-26 12:01:30 GMT", 90.0),
        ("Tue Nov 24 12:01:30 2026", 90.0),
        ("Tue, 24 Nov 2026 13:01:30 +0100", 90.0),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("\u0663", None),
        ("Tue, 99 Nov 2026 12:00:00 GMT", None),
        ("Tue, 24 Nov 99999999999999999999 12:00:00 GMT", None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_a_retry_after_of_any_length_is_read() -> None:
    assert (retry_after("9" * 100_000, NOW) or 0) > LONGEST_WAIT


def test_what_the_server_asks_goes_before_backoff() -> None:
    assert wait_before_retry(answer("http_error", 429, "17"), 1, 4, 1.0) == 17.0
    assert wait_before_retry(answer("http_error", 503, "17"), 3, 4, 1.0) == 17.0
    assert wait_before_retry(answer("http_error", 429, "3600"), 1, 4, 1.0) is None, "the next run's"
    assert wait_before_retry(answer("http_error", 429, "rubbish"), 1, 4, 1.0) is not None


def test_the_rest_that_a_whole_host_asks_for() -> None:
    assert rest_asked(answer("http_error", 429, "17")) == 17.0
    assert rest_asked(answer("http_error", 503, "Tue, 24 Nov 2026 12:00:09 GMT")) == 9.0
    assert rest_asked(answer("http_error", 503)) == 0.0
    assert rest_asked(answer("http_error", 404, "17")) == 0.0
    assert rest_asked(answer("redirect", 301, "17")) == 0.0


def test_the_breaker_opens_after_failures_in_a_row_of_one_host() -> None:
    breaker = Breaker()
    for _ in range(FAILURES_IN_A_ROW - 1):
        breaker.note("a.example", answer("http_error", 500))
    breaker.note("b.example", answer("timeout"))
    assert not breaker.is_open("a.example")
    breaker.note("a.example", answer("timeout"))
    assert breaker.is_open("a.example")
    assert not breaker.is_open("b.example")


@pytest.mark.parametrize("good", [answer("ok", 200), answer("http_error", 404), answer("not_modified", 304)])
def test_a_host_that_answers_is_in_good_standing(good: Exchange) -> None:
    breaker = Breaker()
    for _ in range(FAILURES_IN_A_ROW - 1):
        breaker.note("a.example", answer("connection"))
    breaker.note("a.example", good)
    breaker.note("a.example", answer("connection"))
    assert not breaker.is_open("a.example")


def test_a_host_that_asks_for_a_long_rest_is_left_alone_at_once() -> None:
    breaker = Breaker()
    breaker.note("a.example", answer("http_error", 429, "3600"))
    assert breaker.is_open("a.example")
