"""The stages as Prefect tasks: thin wrappers, so that all under `tasks/` runs and tests without Prefect.

None is cached or stored by Prefect: a batch knows by its own files what is done (`tasks/batch.py`), which
also holds after a crash, and hashing every input would cost more than it saves.
"""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from copydesk.tasks.clean import clean_batch, recall_sites
from copydesk.tasks.enrich import enrich_batch
from copydesk.tasks.fetch import fetch_sources
from copydesk.tasks.load import load_shard
from copydesk.tasks.write import write_batches

# Not tried again by Prefect: it tries what may pass by itself, and never raises for what a server does.
fetch = task(name="fetch", cache_policy=NO_CACHE)(fetch_sources)
# A shared disk may hiccup; what is wrong with an input is a reject and never raises.
load = task(name="load", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)(load_shard)
clean = task(name="clean", cache_policy=NO_CACHE)(clean_batch)
recall = task(name="recall", cache_policy=NO_CACHE)(recall_sites)
enrich = task(name="enrich", cache_policy=NO_CACHE)(enrich_batch)
write = task(name="write", cache_policy=NO_CACHE)(write_batches)
