"""What a person at a terminal sees: progress, the closing table, errors that say what to do."""

from __future__ import annotations

from collections import Counter
from types import TracebackType

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from copydesk.flows.summary import Summary


class Terminal:
    """Watches a run. The table goes to standard output, all else to standard error."""

    def __init__(self) -> None:
        """Open both; nothing shows yet."""
        self._errors = Console(stderr=True, highlight=False)
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self._errors,
            transient=True,
        )
        self._row = self._bar.add_task("starting Prefect")
        self._articles, self._rejected = Counter[str](), Counter[str]()

    def __enter__(self) -> Terminal:
        """Show progress."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the progress off the screen."""
        self._bar.stop()

    def message(self, text: str) -> None:
        """Show a sentence that stays."""
        self._errors.print(text, markup=False)

    def batch(self, stage: str, articles: int, rejected: int) -> None:
        """Count another batch."""
        self._articles[stage] += articles
        self._rejected[stage] += rejected
        refused = f", {self._rejected[stage]} rejected" if self._rejected[stage] else ""
        self._bar.update(self._row, description=f"{self._articles[stage]} articles {stage}{refused}")

    def close(self, summary: Summary) -> None:
        """Print the closing table."""
        table = Table(show_header=False, box=None, pad_edge=False)
        table.add_column(style="bold")
        table.add_column(overflow="fold")
        for name, value in summary.lines():
            # As Text: names of files may hold square brackets, which are markup otherwise.
            table.add_row(name, Text(value))
        screen = Console(highlight=False)
        screen.print(table)
        screen.print(summary.verdict(), markup=False)
        if summary.rejected and not summary.loads:
            screen.print(
                f"{summary.rejected} pages could not be had; {summary.output}/fetches says why, and the next "
                "`copydesk run` files them in rejects.",
                markup=False,
            )
        elif summary.rejected:
            screen.print(
                f"{summary.rejected} inputs were rejected; {summary.output}/rejects says which and why.",
                markup=False,
            )
