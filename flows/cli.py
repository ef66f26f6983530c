"""The command `copydesk`. Exit status: 0 all filed, 1 failed, 2 bad usage, 3 finished with some rejected."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from copydesk.flows.usage import UsageError, check_fetch, check_run, found_sources, timetable
from copydesk.tasks.version import VERSION

FILED, FAILED, USAGE, SOME_REJECTED = 0, 1, 2, 3

_ADDRESS = (
    "the http(s) address of a feed, a sitemap, a site's home page, a page or a web archive; a text file "
    "of such addresses, one a line; the name of a source in sources.toml"
)
_SOURCE = (
    "a text or HTML file, a directory (recursively), a .jsonl, .jsonl.gz, .jsonl.zst or .parquet file "
    "with a column `html` or `text` and optionally `url`, `id`, `fetched_at`, `title`, `published`, "
    f"a .warc or .warc.gz file; {_ADDRESS}"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except UsageError as error:
        return _say(str(error), USAGE)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(
        "copydesk",
        description="News in, clean partitioned Parquet out.",
        epilog="Exit status: " + str(__doc__).split(": ")[1],
    )
    whole.add_argument("--version", action="version", version=f"copydesk {VERSION}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    run = _command(commands, "run", _run, "load or fetch, clean, enrich, write")
    run.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=f"{_SOURCE}; the samples that ship, where none is given"
    )
    _add_settings(run)
    _add_fetching(run)
    fetch = _command(commands, "fetch", _fetch, "fetch only, into the raw archive")
    fetch.add_argument("sources", nargs="+", metavar="SOURCE", help=_ADDRESS)
    _add_output(fetch, "where the raw archive is kept")
    _add_fetching(fetch)
    serve = _command(commands, "serve", _serve, "run on a schedule until stopped")
    serve.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help=f"{_SOURCE}; all that have a schedule, where none is given",
    )
    _add_settings(serve)
    _add_fetching(serve)
    when = serve.add_mutually_exclusive_group()
    when.add_argument("--cron", help="when, as a cron line in UTC, such as '0 6 * * *'")
    when.add_argument("--interval", help="how often, such as 30s, 15m, 2h or 1d")
    serve.add_argument(
        "--port", type=int, default=4200, help="where the Prefect server listens (default 4200)"
    )
    sources = _command(commands, "sources", _sources, "list the configured sources and how they fare")
    _add_sources_file(sources)
    _add_output(sources, "where their runs are written")
    check = _command(commands, "check", _check, "verify every file, key and fingerprint")
    _add_output(check, "the directory to verify")
    return whole


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: Callable[[argparse.Namespace], int],
    does: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=does[0].upper() + does[1:] + ".")
    parser.set_defaults(command=command)
    return parser


def _add_output(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--output", default="output", help=f"{what} (default output/)")


def _add_sources_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sources",
        dest="sources_file",
        metavar="FILE",
        help="default: sources.toml in the working directory",
    )


def _add_settings(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, "where the datasets are written")
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


def _add_fetching(parser: argparse.ArgumentParser) -> None:
    _add_sources_file(parser)
    parser.add_argument("--contact", help="a mail or web address where sites' operators reach you")
    parser.add_argument("--delay", type=float, help="seconds between two requests to a host (default 1)")
    parser.add_argument(
        "--allow-loopback", action="store_true", help="fetch from this machine too, for tests; else refused"
    )


def _run(options: argparse.Namespace) -> int:
    check_run(options)
    return _watched(options, "run_once")


def _fetch(options: argparse.Namespace) -> int:
    check_fetch(options)
    return _watched(options, "fetch_once")


def _watched(options: argparse.Namespace, what: str) -> int:
    from copydesk.flows.terminal import Terminal

    with Terminal() as terminal:
        try:
            from copydesk.flows import start

            summary = getattr(start, what)(options, terminal)
        except KeyboardInterrupt:
            return _say("stopped; the same command goes on from where it was", FAILED)
        except Exception as error:
            return _say(_explain(error), FAILED)
    terminal.close(summary)
    return SOME_REJECTED if summary.rejected else FILED


def _serve(options: argparse.Namespace) -> int:
    from copydesk.flows.start import settle_prefect

    table = timetable(options)
    check_run(options)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
    settle_prefect()
    from copydesk.flows.serve import serve

    return serve(options, table)


def _sources(options: argparse.Namespace) -> int:
    from copydesk.flows.listing import list_sources

    list_sources(found_sources(options), Path(options.output))
    return FILED


def _check(options: argparse.Namespace) -> int:
    from copydesk.tasks.write import check_output

    if not Path(options.output).is_dir():
        raise UsageError(
            f"{options.output}: no such directory; name one that a run has written with --output"
        )
    problems = check_output(Path(options.output))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems in {options.output}" if problems else f"{options.output} is whole")
    return FAILED if problems else FILED


def _explain(error: Exception) -> str:
    from copydesk.tasks.fetch.sources import SourcesError
    from copydesk.tasks.write import OutputError

    if isinstance(error, OutputError | ConnectionError | SourcesError):
        return str(error)
    return (
        f"{type(error).__name__}: {error}; the same command goes on from where it was, and with "
        "PREFECT_LOGGING_LEVEL=ERROR set it says where this came from"
    )


def _say(text: str, status: int) -> int:
    for line in text.splitlines():
        print(f"copydesk: {line}", file=sys.stderr)
    return status
