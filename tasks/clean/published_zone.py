"""What the clock shows where an outlet is: instants that lack their zone, days that only UTC names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from copydesk.tasks.clean.published_text import Stamp

_UTC = timedelta(0)
_QUARTER = timedelta(minutes=15)
# The zones that many people live in.
_WEST, _EAST = timedelta(hours=-10), timedelta(hours=13)


def true_instant(stamp: Stamp, same: Iterable[Stamp], others: Iterable[Stamp]) -> Stamp:
    """Return a time without zone as the instant that the page's other dates make of it, else as it is.

    `same` are other words for the same event: the same minute with a zone settles it. `others` are dates of
    other events: where all write one offset, it is the outlet's.
    """
    if not stamp.has_time or stamp.offset is not None:
        return stamp
    zoned = [other for other in same if other.has_time and other.offset is not None]
    offset = next((away for other in zoned if (away := _shown_at(stamp, other.at)) is not None), None)
    if offset is None:
        offset = _one_offset([*zoned, *others])
    return stamp if offset is None else replace(stamp, at=stamp.at - offset, offset=offset)


def local_day(stamp: Stamp, same: Sequence[Stamp], others: Iterable[Stamp], days: Iterable[date]) -> date:
    """Return the day of an instant where the outlet is: the day that the page writes.

    Where it writes UTC, which is no outlet's clock, the day is told by other words for the same event,
    then by the offset of other dates, then by one of `days` that the page is known by, if the instant can
    be in it.
    """
    if not stamp.has_time or stamp.offset != _UTC:
        return stamp.day
    bare = [other for other in same if other.has_time and other.offset is None]
    shown = next((other.day for other in bare if _shown_at(other, stamp.at)), None)
    if shown:
        return shown
    offset = _one_offset([*same, *others])
    if offset:
        return (stamp.at + offset).date()
    said = (*(other.day for other in same if not other.has_time), *days)
    return next((day for day in said if day != stamp.day and _can_be_in(day, stamp.at)), stamp.day)


def _shown_at(written: Stamp, instant: datetime) -> timedelta | None:
    """Return the offset of a clock that shows what is written at that instant, None where none can."""
    away = written.at - instant
    # One of two places leaves out the seconds at times.
    offset = round(away / _QUARTER) * _QUARTER
    near = abs(away - offset) < timedelta(minutes=1)
    return offset if near and _WEST <= offset <= _EAST else None


def _one_offset(stamps: Iterable[Stamp]) -> timedelta | None:
    offsets = {stamp.offset for stamp in stamps if stamp.offset}
    return offsets.pop() if len(offsets) == 1 else None


def _can_be_in(day: date, instant: datetime) -> bool:
    start = datetime.combine(day, time(), UTC)
    return start - _EAST <= instant < start + timedelta(days=1) - _WEST
