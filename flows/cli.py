"""The command `copydesk`. Exit status: 0 all filed, 1 failed, 2 bad usage, 3 finished with some rejected."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from copydesk.tasks.version import VERSION

FILED, FAILED, USAGE, SOME_REJECTED = 0, 1, 2, 3

_SOURCE = (
    "a text or HTML file, a directory (recursively), or a .jsonl, .jsonl.gz, .jsonl.zst or .parquet file "
    "with a column `html` or `text` and optionally `url`, `id`, `fetched_at`, `title`, `published`"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    status: int = options.command(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "copydesk",
        description="News in, clean partitioned Parquet out.",
        epilog="Exit status: " + str(__doc__).split(": ")[1],
    )
    parser.add_argument("--version", action="version", version=f"copydesk {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser(
        "run", help="load, clean, enrich, write", description="Load, clean, enrich and write."
    )
    run.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=f"{_SOURCE}; the samples that ship, where none is given"
    )
    _add_settings(run)
    run.set_defaults(command=_run)
    serve = commands.add_parser(
        "serve", help="run on a schedule until stopped", description="Run again and again."
    )
    serve.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCE)
    _add_settings(serve)
    when = serve.add_mutually_exclusive_group(required=True)
    when.add_argument("--cron", help="when, as a cron line in UTC, such as '0 6 * * *'")
    when.add_argument("--interval", help="how often, such as 30s, 15m, 2h or 1d")
    serve.add_argument(
        "--port", type=int, default=4200, help="where the Prefect server listens (default 4200)"
    )
    serve.set_defaults(command=_serve)
    check = commands.add_parser(
        "check", help="verify every file, key and fingerprint", description="Verify an output."
    )
    check.add_argument("--output", default="output", help="the directory to verify (default output/)")
    check.set_defaults(command=_check)
    return parser


def _add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", default="output", help="where the datasets are written (default output/)")
    parser.add_argument("--workers", type=int, help="processes that clean (default: one a core)")
    parser.add_argument(
        "--enrich", default="all", metavar="all|none|NAME,...", help="which enrichments (default all)"
    )
    parser.add_argument(
        "--partition",
        choices=("year", "month", "day"),
        default="month",
        help="set once for an output (default month)",
    )


def _usage_error(options: argparse.Namespace) -> str | None:
    """Return what is wrong with the options, before Prefect is started for nothing."""
    from copydesk.tasks.enrich.registry import choose

    for source in options.sources:
        if source.startswith(("http://", "https://")):
            return f"{source}: copydesk does not fetch yet; save the pages and give their directory"
        if not os.path.lexists(source):
            return f"{source}: no such file or directory; a SOURCE is {_SOURCE}"
    if options.workers is not None and options.workers < 1:
        return f"--workers {options.workers}: give 1 or more"
    try:
        choose(options.enrich)
    except ValueError as error:
        return f"--enrich: {error}"
    if Path(options.output).exists() and not Path(options.output).is_dir():
        return f"--output {options.output} is a file; name a directory"
    return None


def _run(options: argparse.Namespace) -> int:
    if problem := _usage_error(options):
        return _say(problem, USAGE)
    from copydesk.flows.terminal import Terminal

    with Terminal() as terminal:
        try:
            from copydesk.flows.start import run_once

            summary = run_once(options, terminal)
        except KeyboardInterrupt:
            return _say("stopped; the same command goes on from where it was", FAILED)
        except Exception as error:
            return _say(_explain(error), FAILED)
    terminal.close(summary)
    return SOME_REJECTED if summary.rejected else FILED


def _serve(options: argparse.Namespace) -> int:
    from copydesk.flows.start import settle_prefect

    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
    settle_prefect()
    from copydesk.flows.serve import interval_seconds, serve

    if problem := _usage_error(options):
        return _say(problem, USAGE)
    try:
        seconds = interval_seconds(options.interval) if options.interval else None
    except ValueError as error:
        return _say(f"--interval: {error}", USAGE)
    return serve(options, seconds)


def _check(options: argparse.Namespace) -> int:
    from copydesk.tasks.write import check_output

    if not Path(options.output).is_dir():
        return _say(
            f"{options.output}: no such directory; name one that a run has written with --output", USAGE
        )
    problems = check_output(Path(options.output))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems in {options.output}" if problems else f"{options.output} is whole")
    return FAILED if problems else FILED


def _explain(error: Exception) -> str:
    from copydesk.tasks.write import OutputError

    if isinstance(error, OutputError | ConnectionError):
        return str(error)
    return (
        f"{type(error).__name__}: {error}; the same command goes on from where it was, and with "
        "PREFECT_LOGGING_LEVEL=ERROR set it says where this came from"
    )


def _say(text: str, status: int) -> int:
    print(f"copydesk: {text}", file=sys.stderr)
    return status
