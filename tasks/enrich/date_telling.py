"""A text and the day that it is told on, and what its relative dates are read with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from copydesk.tasks.mention import DateMention

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
STEPS = {"last": -1, "this": 0, "next": 1}

# How far rules look for words beside a mention, and for the quotation marks of its paragraph.
REACH = 48
_LINE = 2000


@dataclass(frozen=True, slots=True)
class Telling:
    """A text and the day that it is told on."""

    body: str
    today: date

    def mention(self, start: int, end: int, value: str, granularity: str) -> DateMention:
        """Return the mention of body[start:end]."""
        return DateMention(start, end, self.body[start:end], value, granularity)

    def before(self, start: int) -> str:
        """Return the line before an offset, as far as rules look."""
        return self.body[max(0, start - REACH) : start].rpartition("\n")[2]

    def behind(self, end: int) -> str:
        """Return the line behind an offset, as far as rules look."""
        return self.body[end : end + REACH].partition("\n")[0]

    def spoken(self, offset: int) -> bool:
        """Whether an offset lies in direct speech, by the English quotation marks of its paragraph."""
        line = self.body[max(0, offset - _LINE) : offset].rpartition("\n")[2]
        return line.count("“") > line.count("”") or (line.count('"') + line.count("''")) % 2 == 1
