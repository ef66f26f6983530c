"""How often the day of publication is right: in UTC (`published_at`) and where the outlet is (`published_date`).

    python tests/eval/dates_check.py CORPUS.parquet [--misses]

CORPUS has the columns `html`, `url`, `published` (starting with YYYY-MM-DD) and `corpus`; rows without
`published` are left out, and pages that cannot be cleaned count as misses.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

from copydesk.tasks.clean.decode import decode
from copydesk.tasks.clean.metadata import Metadata, read_metadata
from copydesk.tasks.clean.page import parse_page


def read(html: bytes, url: str | None) -> Metadata:
    """Return a page's metadata; those of no page where it cannot be read."""
    try:
        return read_metadata(parse_page(decode(html, None, is_html=True).text), url, None)
    except Exception:  # a page that we refuse is a miss, whatever the reason
        return Metadata()


def main() -> None:
    """Print, for each corpus, the share of right days and how many pages have none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each page whose own day is wrong")
    options = parser.parse_args()
    columns = ["corpus", "html", "url", "published"]
    right: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for row in pq.read_table(options.corpus, columns=columns).to_pylist():
        if not row["published"]:
            continue
        found, gold = read(row["html"], row["url"]), row["published"][:10]
        days = str(found.published_at)[:10], str(found.published_date)
        right[row["corpus"]].append((days[0] == gold, days[1] == gold, found.published_at is None))
        if options.misses and days[1] != gold:
            print(f"{gold} {days[1]:10} {found.published_from} {found.published_raw!r} {row['url']}")
    for corpus, results in sorted(right.items()):
        utc, own, none = (sum(column) for column in zip(*results, strict=True))
        count = len(results)
        print(
            f"{corpus}: published_at {utc / count:.4f}, published_date {own / count:.4f}, none {none} of {count}"
        )


if __name__ == "__main__":
    main()
