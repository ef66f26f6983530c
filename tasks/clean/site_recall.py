"""Between cleaning and enriching: what all batches of a run, and earlier runs, prove of their sites.

A run's memory is put in place when its articles are filed: one that was killed before that finds, when it is
run again, what it found the first time. What it strikes is judged by the memory that it leaves, so that the
same run over that memory judges the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from copydesk.tasks.batch import Batch
from copydesk.tasks.clean.site_file import History, Unfinished, memory_path, read_lines, unfinished_path
from copydesk.tasks.clean.site_lines import SIGHTING, STRUCK
from copydesk.tasks.clean.site_memory import BUCKETS, merge
from copydesk.tasks.clean.site_proof import Lines, Proof, prove


def recall(batches: Sequence[Batch], output: Path, say: Callable[[str], None]) -> list[list[Proof]]:
    """Return, for each batch, the proven lines that its articles keep; write what will be remembered.

    `say` is told where the memory of earlier runs is damaged.
    """
    proofs: list[list[Proof]] = [[] for _ in batches]
    history, memory = History(memory_path(output), say), Unfinished(unfinished_path(output))
    try:
        for number in range(BUCKETS):
            parts = [read_lines(Path(batch.folder), number) for batch in batches]
            rows = merge(history.bucket(number), np.concatenate([np.zeros(0, SIGHTING), *parts]))
            memory.add(number, rows)
            kept = [np.unique(part["line"][part["place"] != STRUCK]) for part in parts]
            found = list(prove(rows, np.unique(np.concatenate([np.zeros(0, np.uint64), *kept]))))
            for batch_proofs, batch_kept in zip(proofs, kept, strict=True):
                batch_proofs += [proof for proof in found if _holds(batch_kept, proof.line)]
    finally:
        history.close()
        memory.close()
    return proofs


def _holds(lines: Lines, line: int) -> bool:
    place = int(np.searchsorted(lines, np.uint64(line)))
    return place < len(lines) and int(lines[place]) == line
