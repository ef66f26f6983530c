"""Where a web archive may be cut into shards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from copydesk.tasks.load.warc import grammar_of
from copydesk.tasks.load.warc_records import Damage, is_packed, records


def archive_cuts(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield the byte ranges, of some `size` each, whose records are to be read together.

    A gzip file is cut anywhere: a shard finds its first member by itself. In a plain file a page may hold
    what looks like a record, so that it is cut only where a walk from record to record finds one.
    """
    with Path(path).open("rb") as file:
        end = Path(path).stat().st_size
        grammar = grammar_of(path)
        if is_packed(file, grammar):
            cuts = list(range(0, end, size))
        else:
            cuts = [0]
            for record in records(file, 0, end, grammar, contents=False):
                if not isinstance(record, Damage) and record.place[0] >= cuts[-1] + size:
                    cuts.append(record.place[0])
    yield from pairwise([*cuts, end])
