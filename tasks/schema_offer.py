"""The columns of `offers`: what a paywall asks for."""

from __future__ import annotations

import pyarrow as pa

from copydesk.tasks.schema_column import Column

_TEXT = pa.string()
_NUMBER = pa.float64()

OFFER_COLUMNS = (
    Column("name", _TEXT, "the plan's name"),
    Column("price", _NUMBER, "the price of one period", "as `currency` says"),
    Column("currency", _TEXT, "the currency", "ISO 4217"),
    Column("period_months", pa.int32(), "how long one payment lasts", "months"),
    Column(
        "monthly_price",
        _NUMBER,
        "the price of a month, as stated or as price over period",
        "as `currency` says",
    ),
    Column("renews", pa.bool_(), "whether it renews by itself; null where the page does not say"),
)
