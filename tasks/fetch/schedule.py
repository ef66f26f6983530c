"""When a source is due: a cron line in UTC, or an interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from cronsim import CronSim, CronSimError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_INTERVAL = re.compile(r"(\d+)\s*([smhd])")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Exactly one of the two is set."""

    cron: str | None = None
    """Five fields, in UTC."""
    seconds: int | None = None

    def next_after(self, now: datetime, last: datetime | None = None) -> datetime:
        """Return when it is due next, given when it ran `last`; all times aware, UTC."""
        if self.seconds is None:
            moment: datetime = next(CronSim(str(self.cron), now))
            return moment
        return max(now, last + timedelta(seconds=self.seconds)) if last else now

    def __str__(self) -> str:
        """Give it as sources.toml has it."""
        if self.seconds is None:
            return str(self.cron)
        unit = next(unit for unit in reversed(_UNITS) if self.seconds % _UNITS[unit] == 0)
        return f"{self.seconds // _UNITS[unit]}{unit}"


def read_schedule(text: str) -> Schedule:
    """Read a cron line such as `0 6 * * *`, or an interval such as `15m`; raises ValueError."""
    if len(text.split()) >= 5:
        return Schedule(cron=read_cron(text))
    try:
        return Schedule(seconds=interval_seconds(text))
    except ValueError:
        raise ValueError(
            f"{text!r} is no schedule; give an interval such as 15m, or a cron line such as '0 6 * * *'"
        ) from None


def read_cron(text: str) -> str:
    """Return the cron line where it is one that comes up some day; raises ValueError for anything else."""
    try:
        if len(text.split()) != 5:
            raise CronSimError("it has not five fields")
        next(CronSim(text, datetime(2024, 1, 1)))
    except (CronSimError, StopIteration) as error:
        reason = str(error) or "it never comes up"
        raise ValueError(
            f"{text!r} is no cron line ({reason}); give minute, hour, day, month and weekday in UTC, "
            "such as '0 6 * * *'"
        ) from None
    return " ".join(text.split())


def interval_seconds(text: str) -> int:
    """Read an interval such as `30s`, `15m`, `2h` or `1d`; raises ValueError for anything else."""
    found = _INTERVAL.fullmatch(text.strip().lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if not seconds:
        raise ValueError(f"{text!r} is no interval; give a number and s, m, h or d, such as 15m")
    return seconds
