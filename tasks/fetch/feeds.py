"""Feeds: RSS, RDF, Atom and JSON Feed become entries, whatever state they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.tasks.address import canonical_url
from copydesk.tasks.article import FeedEntry
from copydesk.tasks.fetch.feed_entries import FeedFacts, entry_of, facts_of
from copydesk.tasks.fetch.feed_parser import MOST_ENTRIES, parse_feed
from copydesk.tasks.fetch.json_feed import read_json
from copydesk.tasks.fetch.markup import bare_xml, decoded, fault_of, repaired
from copydesk.tasks.fetch.unpack import unpacked

MOST_BYTES = 50 << 20


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself and of the articles that it lists."""

    title: str | None = None
    language: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    """In the feed's order, each article once; entries without a readable http(s) address are left out."""
    problems: tuple[str, ...] = ()
    """What was wrong with it, or cut; what could be read is there all the same."""


def read_feed(body: bytes, url: str, content_type: str | None = None) -> Feed:
    """Read a feed of any kind from its bytes; raises nothing.

    `url` is the feed's own address, against which relative addresses are read; `content_type` the header
    as it came. At most `MOST_BYTES` and `MOST_ENTRIES` are read. feedparser gets nothing but well-formed
    XML without a document type: its own parser for broken feeds takes quadratic time, libxml2 repairs
    them in linear time.
    """
    inner, problem = unpacked(body, MOST_BYTES)
    problems = [problem] if problem else []
    try:
        text = decoded(inner, content_type)
        if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
            facts, entries = read_json(text, url)
        else:
            facts, entries = _read_xml(text, url, problems)
        kept = _each_once(_within(entries, problems))
    # feedparser fails in a hundred ways on feeds that nobody foresaw; a run goes on.
    except Exception as error:
        problems.append(f"cannot be read: {type(error).__name__}: {str(error)[:200]}")
        return Feed(problems=tuple(problems))
    if not kept and not problems:
        problems.append("no entries with an address")
    return Feed(facts.title, facts.language, kept, tuple(problems))


def _read_xml(text: str, url: str, problems: list[str]) -> tuple[FeedFacts, Iterator[FeedEntry | None]]:
    sound = bare_xml(text)
    fault = fault_of(sound)
    if fault:
        problems.append(f"no well-formed XML: {fault}; read as far as it can be repaired")
        sound = repaired(sound)
    if not sound or fault_of(sound):
        return FeedFacts(), iter(())
    parsed = parse_feed(sound, url)
    problems += parsed.problems
    facts = facts_of(parsed, url)
    return facts, (entry_of(entry, facts) for entry in parsed.entries)


def _within(entries: Iterable[FeedEntry | None], problems: list[str]) -> Iterator[FeedEntry]:
    left_out = 0
    for number, entry in enumerate(entries):
        if number >= MOST_ENTRIES:
            problems.append(f"entries after the first {MOST_ENTRIES} are left out")
            break
        if entry is None:
            left_out += 1
        else:
            yield entry
    if left_out:
        problems.append(f"{left_out} entries without a readable http(s) address are left out")


def _each_once(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Keep the first of the entries whose addresses differ in fragment, tracking or spelling only."""
    first: dict[str, FeedEntry] = {}
    for entry in entries:
        first.setdefault(canonical_url(entry.url) or entry.url, entry)
    return tuple(first.values())
