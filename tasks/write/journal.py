"""Several partitions change in one run: a journal makes them change all or, after a crash, all the same."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from copydesk.tasks.durable import state_folder, sync_folder, write_small
from copydesk.tasks.output_error import OutputError, explained
from copydesk.tasks.write.layout import staging_folder
from copydesk.tasks.write.replace import put_in_place, take_away


@dataclass(frozen=True, slots=True)
class Swap:
    """A partition that waits to be put in place."""

    dataset: str
    partition: str
    file: str | None
    """The staged file's name; None where the partition became empty and goes."""


def staged_folder(output: Path, dataset: str, partition: str) -> Path:
    """Return the folder in which a partition is made."""
    return staging_folder(output) / "new" / dataset / partition


def journal_path(output: Path) -> Path:
    """Return where an unfinished commit is written down."""
    return state_folder(output) / "journal.json"


def commit(output: Path, swaps: Sequence[Swap]) -> None:
    """Put all staged partitions in place. Once the journal is written, `recover` can finish the rest.

    Each partition changes in one step; between partitions a reader may see some old and some new.
    """
    if swaps:
        # What the journal promises has to be on the disk before it.
        for folder in sorted({staged_folder(output, s.dataset, s.partition).parent for s in swaps if s.file}):
            sync_folder(folder)
            sync_folder(folder.parent)
        sync_folder(staging_folder(output))
        sync_folder(state_folder(output))
        write_small(journal_path(output), orjson.dumps([asdict(swap) for swap in swaps]))
        _roll_forward(output, swaps)
    clear_staging(output)


def recover(output: Path) -> None:
    """Finish what a run that died had begun to put in place, and clear what it had only staged.

    Raises:
        OutputError: where the disk fails, or the journal can't be read.
    """
    with explained(output):
        journal = journal_path(output)
        if journal.exists():
            try:
                swaps = [Swap(**swap) for swap in orjson.loads(journal.read_bytes())]
            except (ValueError, TypeError) as error:
                raise OutputError(
                    f"{journal} can't be read ({error}): delete it, then run `copydesk check`"
                ) from error
            _roll_forward(output, swaps)
        clear_staging(output)


def clear_staging(output: Path) -> None:
    """Delete what lies in staging."""
    if staging_folder(output).exists():
        shutil.rmtree(staging_folder(output))


def _roll_forward(output: Path, swaps: Sequence[Swap]) -> None:
    for dataset in {swap.dataset for swap in swaps}:
        (output / dataset).mkdir(exist_ok=True)
    for swap in swaps:
        target = output / swap.dataset / swap.partition
        if swap.file is None:
            if target.exists():
                take_away(target, staging_folder(output) / "old" / swap.dataset / swap.partition)
            continue
        staged = staged_folder(output, swap.dataset, swap.partition)
        # The new file's name is not the old one's, so it lies in staging until it is in place.
        if (staged / swap.file).exists():
            put_in_place(staged, target)
    for folder in (output, *sorted({output / swap.dataset for swap in swaps})):
        sync_folder(folder)
    journal_path(output).unlink()
    sync_folder(state_folder(output))
