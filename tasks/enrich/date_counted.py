"""The calendar dates of Chinese, Japanese and Korean, which count their months: `2024年5月3日`, `5월 3일`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.tasks.enrich.date_patterns import FoundDate, Windows, matches

# Chinese, Japanese and Korean count their months: what stands behind the numbers of year, month and day.
COUNTED_MONTHS: dict[str, tuple[str, str, str]] = {
    "zh": ("年", "月", "[日号號]"),
    "ja": ("年", "月", "日"),
    "ko": ("년", "월", "일"),
}

# The year before the first of each Japanese era still met in print.
JAPANESE_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}

_NOT_BEFORE = r"(?<![\d.\-–~〜～])"
_DASH = "[-–~〜～∼]"
# 2024年度 is a fiscal year, 2000年間 a length, 2000年代 a decade.
_NO_YEAR = "(?!度|间|間|前|后|後|来|來|代|级|級|生|간|대|생|전 )"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    year, month, day = COUNTED_MONTHS[language]
    eras = "|".join(JAPANESE_ERAS)
    full = re.compile(
        rf"{_NOT_BEFORE}(?:(?:(?P<year>\d{{4}})|(?P<era>{eras})(?P<era_year>\d{{1,2}}|元)){year} ?)?"
        rf"(?P<month>\d{{1,2}}){month}(?!期)"
        rf"(?: ?(?P<day>\d{{1,2}})(?:(?P<mark>{day})|(?= ?{_DASH} ?\d{{1,2}}{day}))"
        rf"(?: ?(?:{_DASH}|から|부터|至|到) ?(?P<last>\d{{1,2}}{day}))?)?"
    )
    return full, re.compile(rf"{_NOT_BEFORE}(?P<year>(?:19|20)\d\d){year}{_NO_YEAR}")


def _year(match: re.Match[str]) -> int | None:
    if match["era"]:
        return JAPANESE_ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))
    return int(match["year"]) if match["year"] else None


def counted_dates(text: str, windows: Windows, language: str) -> Iterator[FoundDate]:
    """Find the dates of `zh`, `ja` or `ko`; they may overlap. A month alone, without year, is none."""
    full, year_alone = _patterns(language)
    for match in matches(full, text, windows):
        year, month = _year(match), int(match["month"])
        if match["day"]:
            end = match.end("mark" if match["mark"] else "day")
            yield FoundDate(match.start(), end, year, month, int(match["day"]))
        elif year is not None:
            yield FoundDate(match.start(), match.end(), year, month, None)
        if match["last"]:
            yield FoundDate(*match.span("last"), year, month, int(match["last"].rstrip("日号號일")))
    for match in matches(year_alone, text, windows):
        yield FoundDate(match.start(), match.end(), int(match["year"]), None, None)
