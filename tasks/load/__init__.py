"""Load: files and directories, JSONL and Parquet become batches of raw articles.

In: a `Shard`, which names a few hundred inputs. Out: a `Batch` whose `loaded.parquet` holds the bytes as
they came, undecoded, and whose rejects name every input that could not be read. Always: an input is in
exactly one of the two; a broken one costs no other; no more than a shard is in memory.
"""

from __future__ import annotations

from pathlib import Path

from copydesk.tasks.article import RawArticle, Reject
from copydesk.tasks.batch import Batch
from copydesk.tasks.load.read import read_shard
from copydesk.tasks.load.shards import Shard, plan_shards
from copydesk.tasks.staging import write_raw

__all__ = ["SAMPLES", "Shard", "load_shard", "plan_shards"]

SAMPLES = Path(__file__).parent / "samples"
"""The articles that ship with the package; every file in the folder is an input."""


def load_shard(shard: Shard, work: Path) -> Batch:
    """Read `shard` into its folder under `work`, unless an earlier run did."""
    batch = Batch(str(work / shard.key))
    if not batch.done("loaded"):
        Path(batch.folder).mkdir(parents=True, exist_ok=True)
        inputs = list(read_shard(shard))
        batch.refuse("loaded", (item for item in inputs if isinstance(item, Reject)))
        write_raw([item for item in inputs if isinstance(item, RawArticle)], batch.path("loaded"))
    return batch
