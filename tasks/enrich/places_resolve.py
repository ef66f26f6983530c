"""Which of the places of a name is meant: a choice by what the article's other places make likely.

All mentions of one name in an article mean one place, unless a mention says which (`Paris, Texas`). Each
place that a name may mean is described by numbers (FEATURES), weighed, and the weights of a name made
probabilities; places near to, or in the same state or country as, what other names may mean gain in the next
round. The method is mean field over a conditional logit; `tests/eval/train_places.py` makes the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.places_gazetteer import KINDS, VIAS, Gazetteer

ROUNDS = 3
MOST_PLACES = 40
"""Of one name; the largest."""
MOST_NAMES = 150
"""That are weighed together; further ones of a long text are weighed by their population alone."""
_PARTS = (KINDS.index("state"), KINDS.index("county"))
_LARGE_PART = 0.05
DOUBT = 0.02
"""How likely a name's near places must be together to count for half."""
_REACHES = (30, 100, 300)
_NEAR = np.cos(np.array(_REACHES) / 6371.0)
FEATURES = (
    *(f"kind {kind}" for kind in KINDS),
    *(f"via {via}" for via in VIAS),
    "population",
    "share of the people of all that it may mean",
    "capital of a country",
    "county said",
    "county not said",
    "named after its own state or county",
    "inside what is said behind it",
    "not inside what is said behind it",
    "town in the dateline",
    "in the country of the source",
    # From here on the other names tell.
    *(f"names within {reach} km" for reach in _REACHES),
    *(f"likely places within {reach} km" for reach in _REACHES),
    "likely places in its county",
    "likely places in its state",
    "likely places in its country",
    "share of its country's likely places that are in its state",
)
_AT = {name: column for column, name in enumerate(FEATURES)}
_Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an article, to be resolved."""

    number: int
    """In the gazetteer."""
    weight: float
    """Grows with its mentions."""
    says_county: bool
    """`County`, `Parish` and the like is part of it."""
    datelined: bool
    """It opens the copy, where a town stands."""
    containers: tuple[int, ...]
    """The rows of what stands behind it, as Texas behind `Paris, Texas`; empty where nothing does."""


class Choice:
    """The places that the names of an article may mean, and how likely each is."""

    def __init__(self, names: Sequence[Name], known: Gazetteer, home: int) -> None:
        """Take the names in order of appearance, and the row of the source's country (-1 where unknown)."""
        places = [tuple(part[:MOST_PLACES] for part in known.places(name.number)) for name in names]
        sizes = [len(rows) for rows, _ in places]
        self.rows = np.concatenate([rows for rows, _ in places])
        self.of_name = np.repeat(np.arange(len(names)), sizes)
        self.firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        self.known = known
        weights = np.array([name.weight for name in names], dtype=np.float32)
        self.weight = weights[self.of_name]
        self.state, self.county = known.state[self.rows], known.county[self.rows]
        self.country = known.country[self.rows]
        vias = np.concatenate([vias for _, vias in places])
        self.fixed = self._fixed(names, vias, home)
        self._near = self._nearness()

    def _fixed(self, names: Sequence[Name], vias: NDArray[np.uint8], home: int) -> _Array:
        """Return the features that other names do not change; the columns of the rest stay empty."""
        known, rows = self.known, self.rows
        x = np.zeros((len(rows), len(FEATURES)), dtype=np.float32)
        kind = known.kind[rows]
        x[np.arange(len(rows)), kind] = 1
        x[np.arange(len(rows)), len(KINDS) + vias] = 1
        population = np.log10(known.population[rows] + 1.0)
        people = known.population[rows] + 100.0
        said = np.array([name.says_county for name in names])[self.of_name]
        county = kind == KINDS.index("county")
        x[:, _AT["population"]] = population / 4
        x[:, _AT["share of the people of all that it may mean"]] = np.log(people / self._total(people))
        x[:, _AT["capital of a country"]] = known.is_capital[rows]
        x[:, _AT["county said"]] = county & said
        x[:, _AT["county not said"]] = county & ~said
        datelined = np.array([name.datelined for name in names])[self.of_name]
        x[:, _AT["town in the dateline"]] = datelined & (kind == KINDS.index("city"))
        x[:, _AT["named after its own state or county"]] = self._own_namesake()
        x[:, _AT["in the country of the source"]] = (self.country == home) & (home >= 0)
        for place, name in enumerate(names):
            if name.containers:
                its = np.flatnonzero(self.of_name == place)
                inside = self._inside(its, name.containers)
                x[its, _AT["inside what is said behind it"]] = inside
                x[its, _AT["not inside what is said behind it"]] = ~inside
        return x

    def _inside(self, its: NDArray[np.intp], containers: Sequence[int]) -> NDArray[np.bool_]:
        rows = self.rows[its]
        parts = (self.state[its], self.county[its], self.country[its])
        inside = np.any([np.isin(part, containers) for part in parts], axis=0)
        return np.asarray(inside & ~np.isin(rows, containers))

    def _total(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.add.reduceat(values, self.firsts)[self.of_name])

    def _own_namesake(self) -> NDArray[np.bool_]:
        """Whether a state or county has a large part of its people in a town of its name (`Moscow`)."""
        known = self.known
        people: dict[tuple[int, int], int] = {}
        rows, names = self.rows.tolist(), self.of_name.tolist()
        for row, name, state, county in zip(
            rows, names, self.state.tolist(), self.county.tolist(), strict=True
        ):
            if known.kind[row] == KINDS.index("city"):
                for part in (state, county):
                    people[name, part] = max(people.get((name, part), 0), int(known.population[row]))
        return np.array(
            [
                known.kind[row] in _PARTS and people.get((name, row), 0) > _LARGE_PART * known.population[row]
                for row, name in zip(rows, names, strict=True)
            ]
        )

    def _nearness(self) -> list[_Array]:
        latitude, longitude = (
            np.radians(self.known.latitude[self.rows]),
            np.radians(self.known.longitude[self.rows]),
        )
        points = np.stack(
            (np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)),
            axis=1,
        ).astype(np.float32)
        cosines = points @ points.T
        other = self.of_name[:, None] != self.of_name[None, :]
        return [((cosines > near) & other).astype(np.float32) for near in _NEAR]

    def features(self, likely: _Array) -> _Array:
        """Return all features, given the probability of each place; shape (places, FEATURES)."""
        x = self.fixed.copy()
        mass = likely * self.weight
        for near, reach in zip(self._near, _REACHES, strict=True):
            # A name counts once, however many of its places are near, and less where they are unlikely.
            of_names = np.add.reduceat(near * likely, self.firsts, axis=1)
            x[:, _AT[f"names within {reach} km"]] = np.log1p((of_names / (of_names + DOUBT)).sum(axis=1))
            x[:, _AT[f"likely places within {reach} km"]] = np.log(near @ mass + 0.05)
        in_country = self._together(self.country, mass)
        in_state = self._together(self.state, mass)
        x[:, _AT["likely places in its state"]] = np.log(in_state + 0.1)
        x[:, _AT["likely places in its country"]] = np.log(in_country + 0.1)
        x[:, _AT["likely places in its county"]] = np.log(self._together(self.county, mass) + 0.1)
        x[:, _AT["share of its country's likely places that are in its state"]] = in_state / (
            in_country + 0.1
        )
        return x

    def _together(self, part: NDArray[np.int32] | NDArray[np.int16], mass: _Array) -> _Array:
        """Return for each place the mass of other names' places in the same `part`; 0 where in none."""
        same = (part[:, None] == part[None, :]) & (part[:, None] >= 0)
        same &= self.of_name[:, None] != self.of_name[None, :]
        return np.asarray(same @ mass, dtype=np.float32)

    def probabilities(self, scores: _Array) -> _Array:
        """Make the scores of each name's places probabilities."""
        scores = scores - np.maximum.reduceat(scores, self.firsts)[self.of_name]
        odds = np.exp(scores)
        return np.asarray(odds / self._total(odds), dtype=np.float32)

    def resolve(self, alone: _Array, together: _Array) -> _Array:
        """Return the probability of each place: by `alone` at first, then by `together`."""
        likely = self.probabilities(self.fixed @ alone)
        for _ in range(ROUNDS):
            likely = self.probabilities(self.features(likely) @ together)
        return likely
