"""The copy of a made-up newspaper: stories that differ from one another, written by a generator of our own."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

PLACES = (
    "Harwick", "Port Ellery", "Saltmarsh", "Dunmore Cross", "Kestrel Bay", "Upper Wendle", "Market Ashby", "Fenwater",
    "Coldbrook", "Marrow Heath", "Linden Vale", "St Orrin", "Greyfield", "Tarn Bridge", "Oakhampton", "Silverdale",
)  # fmt: skip
FIRST = (
    "Amara",
    "Tobias",
    "Nell",
    "Ravi",
    "Ingrid",
    "Cormac",
    "Leila",
    "Piotr",
    "Hana",
    "Edmund",
    "Sofia",
    "Jomo",
)
LAST = (
    "Thackeray", "Oduya", "Bellweather", "Castellan", "Norrgard", "Pemberly", "Vasquez", "Whitlock", "Achterberg",
    "Hollis", "Marchetti", "Dunsany", "Kowal", "Prideaux", "Sandoval", "Tregarth",
)  # fmt: skip
ROLES = (
    "the harbour master", "a spokesman for the council", "the head of the school board", "the union's secretary",
    "the chief engineer", "a farmer who owns two fields there", "the hospital's director", "the mayor",
)  # fmt: skip
THINGS = (
    "the new ferry terminal", "the disused railway line", "the covered market", "the flood barrier", "the old mill",
    "the swimming baths", "the bus depot", "the lending library", "the grain exchange", "the coastal footpath",
    "the fish auction hall", "the winter gardens", "the water tower", "the night school", "the tram workshop",
)  # fmt: skip
VERBS = (
    "has been reopened", "will be closed for repairs", "is to be sold", "was damaged in the storm", "is to be extended",
    "has lost its licence", "will be run by volunteers", "is to get a second entrance", "was inspected again",
)  # fmt: skip
REASONS = (
    "after three years of wrangling over who should pay", "because too few people used it in the winter months",
    "following a petition that drew {n} signatures", "at a cost of {n},000 pounds, most of it borrowed",
    "despite the objections of {n} households in the streets around it", "once the last of {n} leases has run out",
    "although an audit had found {n} faults in its accounts", "in the hope of drawing {n} visitors a week",
)  # fmt: skip
SENTENCES = (
    "{person}, {role}, told a meeting in {place} that nobody had been asked.",
    "Work had begun on {weekday} and was stopped two days later when the drains gave way.",
    "About {n} people live within sight of it, and most of them learnt of the plan from the radio.",
    "The county keeps {n} such buildings and has money for repairs to a third of them.",
    "In {place}, {m} miles to the north, the same question was settled by a vote {m} years ago.",
    "The figures, which were read out without comment, show {n} complaints since the spring.",
    "A first estimate of {n},000 pounds turned out to have left out the roof.",
    "The builder, a family firm from {place} with {m} employees, declined to say when it would be paid.",
    "\"We were told to wait, and we have waited for {m} years,\" {person} said.",
    "{person} pointed out that the bridge at {place} had been finished in {m} months.",
    "Those who had come by bus left early, since the last one goes at half past {hour}.",
    "No decision is expected before the {ordinal} of next month, when the committee meets again.",
    "An engineer who walked the site on {weekday} counted {m} cracks and photographed each of them.",
    "The rain of the past week has made the lane to it impassable for anything but tractors.",
    "{person}, who kept the keys for {m} years, said that the boiler alone would ruin any buyer.",
    "Two of the {m} councillors abstained; the others were divided along the usual lines.",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


@dataclass(frozen=True)
class Story:
    """One story as the desk filed it."""

    number: int
    title: str
    author: str
    published: datetime
    paragraphs: tuple[str, ...]
    modified: datetime | None = None

    @property
    def slug(self) -> str:
        words = "".join(c if c.isalnum() else "-" for c in self.title.lower())
        return f"{self.number:03}-{words[:40].strip('-')}"


def story(number: int) -> Story:
    """Write story `number`: the same each time, and unlike every other."""
    chance = random.Random(f"story {number}")
    thing, place = chance.choice(THINGS), chance.choice(PLACES)
    opening = f"{thing[0].upper()}{thing[1:]} in {place} {chance.choice(VERBS)} {chance.choice(REASONS)}."
    lead = _filled(opening, chance) + f" It is the {number + 2}th such case that this newspaper has counted."
    paragraphs = [lead]
    for _ in range(chance.randint(4, 8)):
        sentences = chance.sample(SENTENCES, chance.randint(2, 4))
        paragraphs.append(" ".join(_filled(sentence, chance) for sentence in sentences))
    title = f"{place}: {thing.removeprefix('the ')} {chance.choice(('in doubt', 'divides town', 'to change hands'))}"
    author = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    published = datetime(2026, 9, 1, 6, tzinfo=UTC) + timedelta(
        hours=7 * number, minutes=chance.randint(0, 59)
    )
    return Story(number, title, author, published, tuple(paragraphs))


def _filled(sentence: str, chance: random.Random) -> str:
    return sentence.format(
        person=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        role=chance.choice(ROLES),
        place=chance.choice(PLACES),
        n=chance.randint(12, 990),
        m=chance.randint(3, 40),
        weekday=chance.choice(WEEKDAYS),
        hour=chance.choice(("seven", "eight", "nine", "ten")),
        ordinal=chance.choice(("3rd", "9th", "14th", "21st", "28th")),
    )
