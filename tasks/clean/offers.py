"""Reads subscription offers out of the lines of a paywall: name, price, period, renewal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from copydesk.tasks.article import Block, Offer
from copydesk.tasks.clean.rule import plain
from copydesk.tasks.clean.rules_offers import AMOUNT, PERIOD

# The longer signs stand first: `a$` is no dollar of the United States.
_CURRENCIES = (
    ("us$", "USD"), ("a$", "AUD"), ("au$", "AUD"), ("c$", "CAD"), ("ca$", "CAD"), ("nz$", "NZD"),
    ("hk$", "HKD"), ("s$", "SGD"), ("r$", "BRL"), ("mx$", "MXN"), ("₹", "INR"), ("rs", "INR"),
    ("rupees", "INR"), ("€", "EUR"), ("euro", "EUR"), ("£", "GBP"), ("pounds", "GBP"), ("¥", "JPY"),
    ("円", "JPY"), ("元", "CNY"), ("₩", "KRW"), ("원", "KRW"), ("₽", "RUB"), ("руб", "RUB"), ("₺",
    "TRY"), ("₴", "UAH"), ("฿", "THB"), ("zł", "PLN"), ("$", "USD"), ("dollar", "USD"),
)  # fmt: skip
_CODE = re.compile(r"\b(?:inr|usd|eur|gbp|chf|cad|aud|nzd|jpy|sek|nok|dkk|pln|aed|sar|zar|rub)\b")
_MONTHS = (
    (
        12,
        r"year|yr|annual|jahr|jähr|\ban\b|\bans\b|année|año|anual|anno|anni|\bano|jaar|\brok|lata|год|лет"
        r"|\bår\b"
        r"|年|साल|वर्ष|سنة",
    ),
    (3, r"quarter"),
    (
        1,
        r"mo\b|mo\.|mth|month|monat|mois|\bmes\b|meses|mensual|mese|mesi|mês|maand|miesi|месяц|mån|måned"
        r"|月|महीन"
        r"|माह|شهر|أشهر",
    ),
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12}
_AMOUNT = re.compile(AMOUNT)
_PER = r"(?:/|-|for|a|an|per|every|each|billed|pro|im|für|par|al|por|ao|la|в|за|på|om)"
_PRICED = re.compile(
    rf"(?P<amount>{AMOUNT})(?:\*? ?{_PER}? ?(?:the first |der ersten? )?(?P<period>{PERIOD})(?!\w))?"
)
_PERIOD = re.compile(
    rf"(?:(?:for|billed|every|für|durée) )?{PERIOD}(?: (?:plan|pass|access|abo|subscription))?"
)
_PERIOD_BEFORE = re.compile(
    rf"(?:{PERIOD}|月額|月々|年額)(?:$| (?:for|für|à|por|per|a)(?: only| just| nur| solo)?$)"
)
_ONLY = re.compile(r"(?:only|just|from|now|was|nur|ab|dès|solo|desde|por|für|for)")
_AFTERWARDS = re.compile(
    r"(?:then|danach|anschließend|puis|ensuite|luego|después|poi|depois|daarna|was|statt)\b"
)
_RENEWAL = "rule:offer.renews"
_RENEWS = re.compile(
    r"(?<!not )(?:(?:automatically |auto-?)renews?|renews? (?:automatically|at|every|each|monthly"
    r"|annually)|auto-?renewal"
    r"|verlängert sich|automatische verlängerung|renouvellement automatique|reconduction tacite|se renueva"
    r"|renovación automática|si rinnova|rinnovo automatico|renovação automática|automatisch verlengd"
    r"|自動更新)"
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What was read so far of one offer."""

    name: str | None = None
    price: float | None = None
    currency: str | None = None
    period_months: int | None = None
    monthly_price: float | None = None


def read_offers(blocks: Sequence[Block]) -> tuple[Offer, ...]:
    """Return the offers in the blocks labelled `offer`, and in paywall prompts that name a price, in order.

    Periods that are no whole number of months are None; `$` without more is read as the US dollar.
    """
    offers: list[Offer] = []
    for run in _runs(blocks):
        texts = [plain(block.text) for block in run]
        renews = True if any(_RENEWS.search(text) for text in texts) else None
        plans = _plans(run)
        offers.extend(_offer(plan, renews) for plan in plans if plan.price is not None)
    return tuple(dict.fromkeys(offers))


def _runs(blocks: Sequence[Block]) -> Iterable[list[Block]]:
    """Yield the stretches of blocks that sell: an offer's lines stand together."""
    run: list[Block] = []
    for block in blocks:
        if block.label == "offer" or (block.label == "paywall" and _AMOUNT.search(plain(block.text))):
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _plans(run: Sequence[Block]) -> list[_Plan]:
    plans = [_Plan()]
    for block in run:
        text = plain(block.text)
        found = _PRICED.search(text)
        if found and plans[-1].price is not None and (block.reason == _RENEWAL or _AFTERWARDS.match(text)):
            continue
        if found:
            plans[-1:] = _with_price(plans[-1], block, text, found)
        elif _PERIOD.fullmatch(text):
            plans[-1:] = _with_period(plans[-1], block, months(text))
        elif block.label == "offer" and block.reason == "rule:offer.plan":
            plans.append(_Plan(name=" ".join(block.text.split())))
    return plans


def _with_price(plan: _Plan, block: Block, text: str, found: re.Match[str]) -> list[_Plan]:
    price, currency = money(found["amount"])
    period = months(found["period"]) if found["period"] else None
    if plan.price is not None and period == 1 and plan.monthly_price is None and found.start() == 0:
        return [replace(plan, monthly_price=price)]
    finished, current = ([plan], _Plan()) if plan.price is not None else ([], plan)
    before = text[: found.start()].strip(" :,|(-")
    if period is None and not found["period"]:
        stated = _PERIOD_BEFORE.search(before)
        period = months(stated[0]) if stated else None
    named = block.label == "offer" and len(before) > 2 and not _PERIOD_BEFORE.search(before)
    name = current.name or (
        block.text.strip()[: len(before)] if named and not _ONLY.fullmatch(before) else None
    )
    period = period or current.period_months
    return [*finished, replace(current, name=name, price=price, currency=currency, period_months=period)]


def _with_period(plan: _Plan, block: Block, period: int | None) -> list[_Plan]:
    # "Annual" over a price is the plan's name as well.
    name = block.text.strip() if re.fullmatch(r"[^\W\d_]{5,}", block.text.strip()) else None
    if plan.price is not None and (plan.period_months is not None or name):
        return [plan, _Plan(name=name, period_months=period)]
    return [replace(plan, period_months=period, name=plan.name or (None if plan.price is not None else name))]


def _offer(plan: _Plan, renews: bool | None) -> Offer:
    monthly = plan.monthly_price
    if monthly is None and plan.price is not None and plan.period_months:
        monthly = round(plan.price / plan.period_months, 2)
    return Offer(plan.name, plan.price, plan.currency, plan.period_months, monthly, renews)


def money(text: str) -> tuple[float | None, str | None]:
    """Read an amount such as `₹2,700` or `9,99 €`: its value, and the currency by ISO 4217."""
    folded = text.casefold()
    currency = next((code for sign, code in _CURRENCIES if sign in folded), None)
    code = _CODE.search(folded)
    digits = re.search(r"\d[\d.,' ]*", folded)
    return (_number(digits[0]) if digits else None), (code[0].upper() if code else currency)


def _number(digits: str) -> float:
    """Read digits grouped in any way: the last mark is the decimal one where 1 or 2 digits follow it."""
    whole, fraction = digits.strip(" .,'"), ""
    if found := re.fullmatch(r"(.*)[.,](\d{1,2})", whole):
        whole, fraction = found[1], found[2]
    return float(re.sub(r"\D", "", whole) + "." + (fraction or "0"))


def months(text: str) -> int | None:
    """Return how many months a period such as `1 Year` or `per month` is; None for weeks and days."""
    count = re.search(r"\d+", text)
    number = int(count[0]) if count else next((_NUMBERS[w] for w in text.split() if w in _NUMBERS), 1)
    return next((number * length for length, pattern in _MONTHS if re.search(pattern, text)), None)
