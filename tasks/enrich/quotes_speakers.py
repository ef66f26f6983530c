"""Who a source is: the name that the article gives it, a pronoun's or a title's bearer, or its own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.quotes_words import MEN, ROLES, WOMEN

_NAME = re.compile(
    r"(?<![\w.])(?:[A-Z][\w’'-]+|[A-Z]\.)"
    r"(?: (?:[A-Z][\w’'-]+|[A-Z]\.|al|bin|de|van|von|der|la|el)){1,3}(?<![’'-])"
)
_TITLE = re.compile(
    r"^(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Rev|Prof|Sir|Dame|Lord|Lady|President|Senator|Governor|Secretary"
    r"|Congressman|Congresswoman|Representative|Minister|Chancellor|Spokesman|Spokeswoman|Former|Republican|Democratic|Democrat)\b\.?\s*)+"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_LADY, _GENTLEMAN = re.compile(r"^(?:Mrs|Ms|Miss|Dame|Lady)\b"), re.compile(r"^(?:Mr|Sir|Lord)\b")
_NOT_NAMES = re.compile(
    r"^(?:The|A|An|In|On|At|But|And|If|When|As|For|He|She|It|They|We|I|This|That|What|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|New|South|North|United|White|Super)\b"
)
_LONGEST_SOURCE = 12
_PARAGRAPHS_BACK = 4


@dataclass(frozen=True, slots=True)
class Person:
    """A person's mention: offsets into the body, the fullest name, `m`, `f` or unknown."""

    start: int
    end: int
    name: str
    gender: str


@dataclass(slots=True)
class Speakers:
    """The article's people in order of mention, and who spoke last."""

    persons: list[Person]
    canonicals: dict[str, str]
    """Every name and last name to the fullest name, of people and of all else that has a name."""
    starts: list[int]
    last: Person | None = None
    last_group: tuple[str, int] | None = None
    """What is no person and said something last, and where."""

    def named(self, name: str) -> str:
        """Return the fullest form of a name, without title and possessive."""
        bare = _POSSESSIVE.sub("", _TITLE.sub("", name).strip() or name).strip()
        return self.canonicals.get(bare) or self.canonicals.get(bare.rsplit(" ", 1)[-1], bare)

    def bearer(self, at: int, gender: str, breaks: Sequence[int]) -> str | None:
        """Return whom a pronoun or title at `at` most likely means; `breaks` are paragraphs' starts."""
        here = bisect_left(breaks, at + 1) - 1
        end = bisect_left(self.starts, at)
        for number in range(here, max(-1, here - _PARAGRAPHS_BACK), -1):
            begin = bisect_left(self.starts, breaks[number])
            fits = [p for p in self.persons[begin:end] if self._fits(p, gender)]
            last = self.last
            if last is not None and last.start >= breaks[number] and self._fits(last, gender):
                return last.name
            if fits:
                return fits[0].name
            end = begin
        if self.last is not None and self._fits(self.last, gender):
            return self.last.name
        return None

    def _fits(self, person: Person, gender: str) -> bool:
        return not gender or not person.gender or person.gender == gender

    def spoke(self, name: str | None, at: int) -> None:
        """Remember who spoke, for those who go on."""
        if name is None:
            return
        person = next((p for p in self.persons if p.name == name), None)
        if person is not None:
            self.last = Person(at, at, name, person.gender)
        elif name[:1].isupper():
            self.last_group = name, at


def speakers_of(article: Article) -> Speakers:
    """Return the people of an article: of its entities, else of its capitalised names."""
    entities = article.entities
    if entities:
        found = [(e.start, e.end, e.canonical or e.text, e.label == "person") for e in entities]
    else:
        found = list(_capitalised(article.body))
    canonicals: dict[str, str] = {}
    genders: dict[str, str] = {}
    for start, end, name, is_person in found:
        canonicals.setdefault(article.body[start:end], name)
        canonicals.setdefault(name, name)
        if is_person and " " in name:
            canonicals.setdefault(name.rsplit(" ", 1)[-1], name)
            genders[name] = genders.get(name) or _gender(article.body[max(0, start - 5) : start], name)
        elif is_person:
            genders[name] = genders.get(name) or _gender(article.body[max(0, start - 5) : start], name)
    persons = [
        Person(start, end, name, genders.get(name, "")) for start, end, name, person in found if person
    ]
    if not entities:
        persons = _with_last_names(article.body, persons)
    return Speakers(persons, canonicals, [person.start for person in persons])


def _capitalised(body: str) -> Iterable[tuple[int, int, str, bool]]:
    for match in _NAME.finditer(body):
        titles = _TITLE.match(match[0])
        start = match.start() + (titles.end() if titles else 0)
        name = _POSSESSIVE.sub("", body[start : match.end()])
        if name and not _NOT_NAMES.match(name):
            yield start, start + len(name), name, " " in name


def _with_last_names(body: str, persons: list[Person]) -> list[Person]:
    by_last: dict[str, Person] = {}
    for person in persons:
        by_last.setdefault(person.name.rsplit(" ", 1)[-1], person)
    taken = {person.end for person in persons}
    found = [
        Person(match.start(), match.end(), by_last[match[0]].name, by_last[match[0]].gender)
        for match in re.finditer(r"[A-Z][\w-]+", body)
        if match[0] in by_last and match.end() not in taken
    ]
    return sorted([*persons, *found], key=lambda person: person.start)


def _gender(before: str, name: str) -> str:
    before = before.strip()
    if _LADY.search(before.rsplit(" ", 1)[-1]):
        return "f"
    if _GENTLEMAN.search(before.rsplit(" ", 1)[-1]):
        return "m"
    first = name.split(" ", 1)[0].lower()
    return "m" if first in MEN else "f" if first in WOMEN else ""


def source_words(parse: Parse, source: int) -> tuple[str, str, int]:
    """Return a source's kind (`name`, `noun`, `pronoun`), its words and its first token."""
    if parse.tags[source] in ("PRP", "PRP$", "WP", "WDT", "DT", "EX"):
        return "pronoun", parse.words[source], source
    if parse.tags[source].startswith("NNP"):
        first = source
        while (
            first
            and parse.heads[first - 1] in range(first, source + 1)
            and parse.tags[first - 1].startswith("NNP")
        ):
            first -= 1
        return "name", _joined(parse, first, source), first
    for below in parse.children[source]:
        if parse.deps[below] == "appos" and parse.tags[below].startswith("NNP"):
            kind, words, _ = source_words(parse, below)
            return kind, words, below
    tokens = [source]
    for below in parse.children[source]:
        if (
            below < source and parse.deps[below] in ("det", "amod", "compound", "poss", "nummod", "nmod")
        ) or (below > source and parse.deps[below] == "prep" and below - source < 3):
            tokens += parse.subtree(below)
    first = min(tokens)
    last = source
    for token in sorted(t for t in tokens if t > source):
        if token != last + 1 or parse.tags[token] in (",", ":", "-LRB-") or token - first >= _LONGEST_SOURCE:
            break
        last = token
    return "noun", _joined(parse, first, last), first


def _joined(parse: Parse, first: int, last: int) -> str:
    begin = parse.starts[first]
    text = ""
    for token in range(first, last + 1):
        text = text.ljust(parse.starts[token] - begin) + parse.words[token]
    return text


def resolve(speakers: Speakers, source: tuple[str, str, str], at: int, breaks: Sequence[int]) -> str | None:
    """Return a source's name: `source` is its kind, words and head, `at` its offset in the body."""
    kind, words, head = source
    lower = words.lower()
    if kind == "name":
        return speakers.named(words)
    if kind == "pronoun":
        if lower in ("he", "his", "him", "she", "her"):
            return speakers.bearer(at, "m" if lower in ("he", "his", "him") else "f", breaks)
        group = speakers.last_group
        # Further off, `they` are too many to guess.
        near = group is not None and breaks[bisect_left(breaks, at + 1) - 1] <= group[1] < at
        return group[0] if group is not None and near and lower in ("they", "it", "its", "their") else None
    if (
        head.lower() in ROLES
        and not re.search(r"[A-Z]", words)
        and lower.startswith(("the ", "his ", "her "))
    ):
        return speakers.bearer(at, "", breaks) or words
    return words
