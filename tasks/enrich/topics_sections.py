"""Topics by what the publisher says: the section's name, the tags, the folders of the address.

`topics_sections.json` holds the names of sections in some thirty languages by the topic that they stand for.
A section of everything (`News`, `Panorama`, `Cronaca`) stands for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import unquote, urlsplit

from copydesk.tasks.enrich.topics_names import folded, read_table, topic_named

LONGEST_NAME = 80
"""Characters; what is longer is no section and no tag."""
MOST_TAGS = 40
_LEVELS = re.compile(r"\s*(?:[>|/»›:;•·]|\s[-–—]\s)\s*")
_AROUND = re.compile(r"^(?:latest|breaking) | (?:news|nachrichten|section)$")
_SERVERS = re.compile(r"^(?:[a-z]{2}|www\d?|m|amp|edition|news)$")


@cache
def _sections() -> dict[str, str]:
    return {
        folded(name): topic
        for topic, names in read_table("topics_sections.json").items()
        for name in str(names).split(", ")
    }


def section_topic(name: str) -> str | None:
    """Return the topic that a section of this name stands for, None where it is no one topic's."""
    plain = folded(name)
    return _sections().get(plain) or _sections().get(_AROUND.sub("", plain))


def topics_of_section(section: str | None) -> list[str]:
    """Return the topics of a section, `Sport > Football` being of two."""
    if not section or len(section) > LONGEST_NAME:
        return []
    whole = section_topic(section)
    return [whole] if whole else _known(_LEVELS.split(section))


def topics_of_url(url: str | None) -> list[str]:
    """Return the topics of an address by its server's name (`sport.example.org`) and its folders.

    The last part, which names the article, is not read.
    """
    try:
        parts = urlsplit(url or "")
        server, path = parts.hostname or "", unquote(parts.path[:500])
    except ValueError:
        return []
    servers = [name for name in server.split(".")[:-2] if not _SERVERS.match(name)]
    folders = [folder for folder in path.split("/") if folder][:-1]
    return _known(name for name in (*servers, *folders) if len(name) <= LONGEST_NAME)


def topics_of_tags(tags: Sequence[str]) -> list[str]:
    """Return the topics that tags name, by IPTC's names for them or as a section would be called."""
    named = (topic_named(tag) or section_topic(tag) for tag in tags[:MOST_TAGS] if len(tag) <= LONGEST_NAME)
    return list(dict.fromkeys(topic for topic in named if topic))


def _known(names: Sequence[str] | Iterator[str]) -> list[str]:
    found = (section_topic(name) for name in names)
    return list(dict.fromkeys(topic for topic in found if topic))
