"""The units of measure that English news counts in, by how they are written. Data, and its expression."""

from __future__ import annotations

import re

# Canonical name, then the spellings that follow a number; those behind `:` follow digits only.
_UNITS = """
kilometre = kilometres kilometers kilometre kilometer : km kms Km
metre = metres meters metre meter
centimetre = centimetres centimeters centimetre centimeter : cm cms
millimetre = millimetres millimeters millimetre millimeter : mm
mile = miles mile
nautical mile = nautical_miles nautical_mile
yard = yards yard
foot = feet foot : ft ft.
inch = inches inch
light year = light_years light-years light_year light-year
square kilometre = square_kilometres square_kilometers square_kilometre square_kilometer square-kilometre
  square-kilometer square_km : sq_km sq._km sqkm km²
square metre = square_metres square_meters square_metre square_meter square-metre square-meter
  : sq_m sqm sq._m m²
square mile = square_miles square_mile square-mile : sq_mi sq_miles
square foot = square_feet square_foot square-foot : sq_ft sq._ft. sqft sq._ft
hectare = hectares hectare : ha
acre = acres acre
kilogram = kilograms kilogrammes kilogram kilogramme kilos kilo : kg kgs Kg
gram = grams grammes gram gramme : gm gms
milligram = milligrams milligram : mg
tonne = tonnes tonne metric_tons metric_ton metric_tonnes : mt
ton = tons ton
pound = pounds pound : lb lbs lb. lbs.
ounce = ounces ounce : oz
litre = litres liters litre liter
millilitre = millilitres milliliters millilitre milliliter : ml
gallon = gallons gallon
barrel = barrels barrel : bbl
barrel per day = barrels_per_day barrels_a_day barrel-per-day barrel-a-day barrels_daily : bpd b/d
cubic metre = cubic_metres cubic_meters cubic_metre cubic_meter cubic-metre cubic-meter : m³
cubic foot = cubic_feet cubic_foot cubic-foot
kilometre per hour = kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour
  kilometer-per-hour kilometre-per-hour : km/h kph kmh kmph km/hr
mile per hour = miles_per_hour miles_an_hour mile-per-hour mile-an-hour : mph
metre per second = metres_per_second meters_per_second : m/s
knot = knots
watt = watts watt
kilowatt = kilowatts kilowatt : kW
megawatt = megawatts megawatt : MW
gigawatt = gigawatts gigawatt : GW
kilowatt hour = kilowatt_hours kilowatt-hours kilowatt-hour : kWh
megawatt hour = megawatt_hours megawatt-hours : MWh
gigawatt hour = gigawatt_hours gigawatt-hours : GWh
terawatt hour = terawatt_hours terawatt-hours : TWh
horsepower = horsepower : hp bhp
kiloton = kilotons kiloton
megaton = megatons megaton
degree Celsius = degrees_Celsius degrees_celsius degree_Celsius degrees_centigrade degrees_Centigrade : °C °_C
  degrees_C
degree Fahrenheit = degrees_Fahrenheit degrees_fahrenheit degree_Fahrenheit : °F °_F degrees_F
degree = : degrees degree
gigabyte = gigabytes gigabyte : GB
megabyte = megabytes megabyte : MB
terabyte = terabytes terabyte : TB
percent = percent per_cent percentage per-cent : % pct pct. pc p.c. ％
percentage point = percentage_points percentage_point percentage-point
basis point = basis_points basis_point basis-point : bps bp
"""
PERCENTAGES = frozenset(("percent", "percentage point", "basis point"))

_NAMED: dict[str, str] = {}
_SHORT: dict[str, str] = {}
for _line in re.sub(r"\n  ", " ", _UNITS.strip()).splitlines():
    _unit, _, _spellings = _line.partition(" = ")
    _long, _, _abbreviated = _spellings.partition(":")
    _NAMED |= {spelling.replace("_", " "): _unit for spelling in _long.split()}
    _SHORT |= {spelling.replace("_", " "): _unit for spelling in _abbreviated.split()}
_NAMED.pop("percentage")


def _alternatives(spellings: dict[str, str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", " ").replace("/", " ?/ ?")
        for word in sorted(spellings, key=lambda w: -len(w))
    )


_SPACE = "[ \u00a0\u202f]"
_ENDS = r"(?![\w²³]| ?/ ?[a-z]\b)"
_AFTER_WORDS = re.compile(rf"(?:{_SPACE}|-)(?P<unit>{_alternatives(_NAMED)}){_ENDS}")
_AFTER_DIGITS = re.compile(
    rf"(?:{_SPACE}|-)?(?P<unit>{_alternatives(_NAMED | _SHORT)})(?:(?<=[%％.²³])|{_ENDS})"
)
_ALL = _NAMED | _SHORT
# 100m is a length beside what has one, a hundred million elsewhere; 30C a temperature beside what has one.
_METRES = re.compile(
    r"m(?= (?:tall|high|wide|deep|long|away|from|above|below|sprint|freestyle|final|hurdles|butterfly"
    r"|backstroke"
    r"|breaststroke|race|relay|across|apart|tower|pool|cliff|fence|wall|drop|north|south|east|west"
    r"|off)\b)"
)
_CELSIUS = re.compile(rf"{_SPACE}?(?P<scale>[CF])(?![\w'’-])")
_WARMTH = re.compile(
    r"temperature|mercury|degrees|heat|cold|warm|weather|high|low|minus|fever", re.IGNORECASE
)
_INCHES = re.compile(
    rf"(?:,?{_SPACE})?(?P<inches>\d{{1,2}})(?:{_SPACE}|-)?(?:in\b|ins\b|inch(?:es)?\b|\")"
    r"|-(?P<bare>\d|1[01])(?![\d-])"
)
_HIS = re.compile(r"\b(?:his|her|their|its|on|my|your|our|both|these|those) (?:own )?$", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:half|quarter|third|tenths?) of $")
_LONG = re.compile(r" (?:of|deep|high|tall|wide|long|above|below|thick|in diameter|from|away)\b|[.,;)]")
_FEW = 3
_NEAR = 60


def unit_behind(text: str, end: int, *, in_words: bool) -> tuple[str, int] | None:
    """Return the unit that follows a number which ends at `end`, and where it ends; None where none does."""
    found = (_AFTER_WORDS if in_words else _AFTER_DIGITS).match(text, end)
    if found:
        return _ALL[found["unit"].replace(" / ", "/")], found.end()
    if in_words:
        return None
    metres = _METRES.match(text, end)
    if metres:
        return "metre", metres.end()
    scale = _CELSIUS.match(text, end)
    if scale and _WARMTH.search(text, max(0, end - _NEAR), end + _NEAR):
        return ("degree Celsius" if scale["scale"] == "C" else "degree Fahrenheit"), scale.end()
    return None


def inches_behind(text: str, end: int) -> tuple[float, int] | None:
    """Return the inches behind feet, in feet, and where they end: the second half of `6ft 2in`."""
    found = _INCHES.match(text, end)
    return (int(found["inches"] or found["bare"]) / 12, found.end()) if found else None


def is_no_measure(text: str, start: int, value: float, unit: tuple[str, int]) -> bool:
    """Whether a number and a unit only look like a measure: `on his two feet`, `half of 1 percent`."""
    name, end = unit
    if name == "foot" and value <= _FEW:
        return _HIS.search(text, max(0, start - 12), start) is not None or (
            value == 1 and text.endswith("foot", 0, end) and not _LONG.match(text, end)
        )
    return name == "percent" and _PART_OF.search(text, max(0, start - 12), start) is not None
