"""What is wrong with a command's options, said before Prefect is started for nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from copydesk.tasks.fetch.plan import FetchOptions, Plan, is_address, plan_sources
from copydesk.tasks.fetch.schedule import Schedule, interval_seconds, read_cron
from copydesk.tasks.fetch.sources import SOURCES_FILE, Sources, SourcesError, find_sources
from copydesk.tasks.fetch.sources_keys import SETTINGS


class UsageError(Exception):
    """The command can't be done as it was given; the message says what to give instead."""


def fetch_options(options: argparse.Namespace) -> FetchOptions:
    """Return what the command says of fetching; raises UsageError."""
    for name in ("contact", "delay"):
        value = getattr(options, name)
        if value is not None:
            try:
                SETTINGS[name](value)
            except ValueError as error:
                raise UsageError(f"--{name} {error}") from None
    path = options.sources_file or (SOURCES_FILE if Path(SOURCES_FILE).is_file() else None)
    # A scheduled run has another working directory.
    return FetchOptions(
        str(Path(path).absolute()) if path else None, options.contact, options.delay, options.allow_loopback
    )


def checked_plan(options: argparse.Namespace) -> Plan:
    """Return what the command's sources are; raises UsageError for what can't be a source."""
    try:
        return plan_sources(options.sources, fetch_options(options))
    except SourcesError as error:
        raise UsageError(str(error)) from None


def check_output_option(options: argparse.Namespace) -> None:
    """Raise UsageError where the output is no place to write to."""
    if Path(options.output).exists() and not Path(options.output).is_dir():
        raise UsageError(f"--output {options.output} is a file; name a directory")


def check_run(options: argparse.Namespace) -> None:
    """Raise UsageError for what `run` and `serve` can't do."""
    from copydesk.tasks.enrich.registry import choose

    checked_plan(options)
    check_output_option(options)
    if options.workers is not None and options.workers < 1:
        raise UsageError(f"--workers {options.workers}: give 1 or more")
    try:
        choose(options.enrich)
    except ValueError as error:
        raise UsageError(f"--enrich: {error}") from None


def check_fetch(options: argparse.Namespace) -> None:
    """Raise UsageError for what `fetch` can't do."""
    plan = checked_plan(options)
    check_output_option(options)
    if not options.sources:
        raise UsageError("name what is to be fetched: an address, or a source of sources.toml")
    if plan.paths:
        raise UsageError(f"{plan.paths[0]} is here already; `copydesk run` loads it")


def found_sources(options: argparse.Namespace) -> Sources:
    """Return what sources.toml says; raises UsageError where it is not there, or wrong."""
    try:
        found = find_sources(options.sources_file)
    except SourcesError as error:
        raise UsageError(str(error)) from None
    if found.path is None:
        raise UsageError(
            "there is no sources.toml here; write one (README.md shows how), or name it with --sources"
        )
    return found


def timetable(options: argparse.Namespace) -> list[tuple[str, list[str], Schedule]]:
    """Return what `serve` runs: each deployment's name, its sources, its schedule; raises UsageError."""
    given = _given_schedule(options)
    if given and not options.sources:
        raise UsageError("--cron and --interval are for a SOURCE; the schedules of sources.toml stand there")
    if given:
        return [("scheduled", [_lasting(source, options) for source in options.sources], given)]
    named = found_sources(options).named
    for source in options.sources:
        if source not in named:
            raise UsageError(f"{source}: say when with --cron or --interval")
        if named[source].schedule is None:
            raise UsageError(
                f"{source} has no schedule in sources.toml; add one, or give --cron or --interval"
            )
    chosen = [named[name] for name in options.sources or named]
    table = [(s.name, [s.name], s.schedule) for s in chosen if s.schedule and (s.enabled or options.sources)]
    if not table:
        raise UsageError('no source of sources.toml has a schedule; add one, such as schedule = "15m"')
    return table


def _given_schedule(options: argparse.Namespace) -> Schedule | None:
    try:
        if options.cron:
            return Schedule(cron=read_cron(options.cron))
        return Schedule(seconds=interval_seconds(options.interval)) if options.interval else None
    except ValueError as error:
        raise UsageError(f"--{'cron' if options.cron else 'interval'}: {error}") from None


def _lasting(source: str, options: argparse.Namespace) -> str:
    """Return a source so that it is found from another working directory."""
    if is_address(source):
        return source
    try:
        if source in find_sources(options.sources_file).named:
            return source
    except SourcesError as error:
        raise UsageError(str(error)) from None
    return str(Path(source).absolute())
