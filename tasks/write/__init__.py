"""Write: batches of enriched articles become partitioned Parquet, replaced whole.

In: `Batch`es, the output directory. Out: `Filed`, the counts. Always: a reader finds exactly one row per
article at every instant; what did not change is not written; a run that was killed while it wrote is
finished by the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from copydesk.tasks.batch import STAGES, Batch
from copydesk.tasks.output_error import OutputError
from copydesk.tasks.write.check import check_output
from copydesk.tasks.write.dictionary import write_dictionary
from copydesk.tasks.write.filing import Filed, RunStamp, file_batches, file_run
from copydesk.tasks.write.filing_fetches import file_fetches
from copydesk.tasks.write.journal import recover
from copydesk.tasks.write.lock import writer_lock

__all__ = [
    "Filed",
    "OutputError",
    "RunStamp",
    "check_output",
    "file_fetches",
    "file_run",
    "recover",
    "write_batches",
    "write_dictionary",
    "writer_lock",
]


def write_batches(batches: Sequence[Batch], output: Path, run: RunStamp, granularity: str) -> Filed:
    """File what `batches` hold: their enriched articles, and what any stage refused."""
    staged = [batch.path("enriched") for batch in batches]
    refused = [path for batch in batches for stage in STAGES if (path := batch.rejects_path(stage)).exists()]
    return file_batches(staged, refused, output, run, granularity)
