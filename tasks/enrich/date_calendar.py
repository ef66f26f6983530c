"""The calendar's arithmetic: weeks, weekends, months and quarters around a day, written in ISO 8601."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

WEEK = timedelta(days=7)


def add_months(day: date, months: int) -> tuple[int, int]:
    """Return year and month so many months after the month of `day`."""
    counted = day.year * 12 + day.month - 1 + months
    return counted // 12, counted % 12 + 1


def month_value(year: int, month: int) -> str:
    """Write a month: `2017-01`."""
    return f"{year:04}-{month:02}"


def week_value(day: date) -> str:
    """Write the week, Monday to Sunday, that `day` lies in: `2017-W02`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def weekend_value(day: date) -> str:
    """Write the Saturday and Sunday of the week that `day` lies in: `2017-01-14/2017-01-15`."""
    saturday = day + timedelta(days=5 - day.weekday())
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def quarter_value(year: int, quarter: int) -> str:
    """Write a quarter (1-4) as its first and last month: `2016-07/2016-09`."""
    return f"{month_value(year, 3 * quarter - 2)}/{month_value(year, 3 * quarter)}"


def quarter_of(day: date) -> int:
    """Return the quarter, 1-4, that a day lies in."""
    return (day.month + 2) // 3


def quarter_beside(day: date, step: int) -> str:
    """Write the quarter so many quarters after that of `day`."""
    year, month = add_months(day, 3 * step)
    return quarter_value(year, (month + 2) // 3)


def weekday_before(day: date, weekday: int) -> date:
    """Return the last such weekday (Monday 0), `day` itself included."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_behind(day: date, weekday: int) -> date:
    """Return the next such weekday (Monday 0), `day` itself included."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def weekday_in_week(day: date, weekday: int, weeks: int) -> date:
    """Return a weekday of the week so many weeks after that of `day`."""
    return day + timedelta(days=weekday - day.weekday()) + weeks * WEEK


def year_of_month(day: date, month: int, ahead: bool | None) -> int:
    """Return the year of the month named: the next one ahead, the last one behind, or the nearest.

    The month of `day` itself is this year's in each case.
    """
    if ahead is True:
        return day.year + (month < day.month)
    if ahead is False:
        return day.year - (month > day.month)
    return min(
        (day.year, day.year - 1, day.year + 1), key=lambda y: abs(12 * (y - day.year) + month - day.month)
    )


def same_day_in_year(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, None where it does not exist."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)
