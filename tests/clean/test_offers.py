from __future__ import annotations

import pytest

from copydesk.tasks.article import Block, Offer
from copydesk.tasks.clean.offers import money, months, read_offers
from copydesk.tasks.clean.rules import apply_rules


def blocks(text: str) -> list[Block]:
    lines = text.strip().split("\n")
    return [
        Block(line, verdict.label if verdict else "body", verdict.reason if verdict else "model:1.00")
        for line, verdict in zip(lines, apply_rules(lines), strict=True)
    ]


def test_plans_with_monthly_prices() -> None:
    text = """
Subscribe to read the whole report
Harbour Half-Year
₹1,20,000
6 Months
₹20,000/Month
Harbour Life
₹3,600
3 Years
₹100/Month
Renews automatically, cancel anytime
"""
    assert read_offers(blocks(text)) == (
        Offer("Harbour Half-Year", 120000.0, "INR", 6, 20000.0, True),
        Offer("Harbour Life", 3600.0, "INR", 36, 100.0, True),
    )


def test_monthly_price_is_worked_out_and_renewal_stays_unknown() -> None:
    text = """
This article is for subscribers only
Digital
€30
3 months
"""
    assert read_offers(blocks(text)) == (Offer("Digital", 30.0, "EUR", 3, 10.0, None),)


def test_prompt_that_names_a_price() -> None:
    assert read_offers(blocks("Subscribe for $4.99 a month")) == (Offer(None, 4.99, "USD", 1, 4.99, None),)
    assert read_offers(blocks("Get unlimited access for just £1 for 6 months")) == (
        Offer(None, 1.0, "GBP", 6, 0.17, None),
    )


def test_plan_in_one_line() -> None:
    text = """
Choose your plan
Digital Plus: 9,99 € pro Monat
Jederzeit kündbar
"""
    assert read_offers(blocks(text)) == (Offer("Digital Plus", 9.99, "EUR", 1, 9.99, None),)


def test_period_under_its_price_and_names_that_are_periods() -> None:
    text = """
Subscribe now
Rs 99
for 1 month
Annual
Rs 999
per year
Auto-renewal. Cancel anytime.
"""
    assert read_offers(blocks(text)) == (
        Offer(None, 99.0, "INR", 1, 99.0, True),
        Offer("Annual", 999.0, "INR", 12, 83.25, True),
    )


def test_introductory_price_and_what_follows_it_are_one_offer() -> None:
    text = """
Jetzt abonnieren
Digital-Abo
3 Monate für 6 €
danach 9,99 € pro Monat
"""
    assert read_offers(blocks(text)) == (Offer("Digital-Abo", 6.0, "EUR", 3, 2.0, None),)


def test_japanese_month() -> None:
    text = """
この記事は会員限定です
月額 1,980円
自動更新
"""
    assert read_offers(blocks(text)) == (Offer(None, 1980.0, "JPY", 1, 1980.0, True),)


def test_weeks_are_no_months() -> None:
    (offer,) = read_offers(blocks("Subscribe for A$2 a week"))
    assert (offer.currency, offer.period_months, offer.monthly_price) == ("AUD", None, None)


def test_articles_without_offers_have_none() -> None:
    assert read_offers(blocks("The pump costs $640, says the mayor.\nIt was paid for in March.")) == ()


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("₹2,700", 2700.0, "INR"),
        ("₹1,00,000", 100000.0, "INR"),
        ("Rs. 999", 999.0, "INR"),
        ("9,99 €", 9.99, "EUR"),
        ("1.234,50 €", 1234.5, "EUR"),
        ("$1,234.50", 1234.5, "USD"),
        ("CHF 1'250", 1250.0, "CHF"),
        ("A$12", 12.0, "AUD"),
        ("R$ 19,90", 19.9, "BRL"),
        ("49 kr", 49.0, None),
        ("199 SEK", 199.0, "SEK"),
        ("29,99 zł", 29.99, "PLN"),
        ("¥980", 980.0, "JPY"),
        ("980円", 980.0, "JPY"),
        ("299 ₽", 299.0, "RUB"),
    ],
)
def test_money(text: str, value: float, currency: str | None) -> None:
    assert money(text) == (value, currency)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1 year", 12),
        ("2 years", 24),
        ("month", 1),
        ("3 months", 3),
        ("six months", 6),
        ("quarterly", 3),
        ("pro monat", 1),
        ("12 monate", 12),
        ("par an", 12),
        ("6 mois", 6),
        ("al mes", 1),
        ("1年", 12),
        ("4 weeks", None),
        ("per day", None),
    ],
)
def test_months(text: str, length: int | None) -> None:
    assert months(text) == length
