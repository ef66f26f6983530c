"""The records of what an article tells: a mention with its place in the body, or a fact of the whole.

Offsets count characters (code points) of `body` from 0; the end is exclusive; `text` is `body[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date named in the body; `start` and `end` count characters of `body`."""

    start: int
    end: int
    text: str
    value: str
    """ISO 8601, cut to its granularity: `2016-12-30`, `2016-W52`, `2016-12`, `2016`, `2016-12-30T20:30`.

    A weekend, quarter, decade or range has its first and last: `2017-01-14/2017-01-15`, `2016-10/2016-12`.
    """
    granularity: str
    """`day`, `week`, `weekend`, `month`, `quarter`, `year`, `decade`, `time` or `range`."""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in the body; `start` and `end` count characters of `body`."""

    start: int
    end: int
    text: str
    label: str
    """`person`, `organization`, `place`, `facility`, `group`, `product`, `event` or `other`."""
    canonical: str
    """The entity's fullest name in the article."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said in the body; `start` and `end` count characters of `body`."""

    start: int
    end: int
    text: str
    speaker: str | None
    """Who said it, by the fullest name that the article gives."""
    speaker_entity: str | None
    """The speaker's `canonical` among the entities."""
    cue: str | None
    via: str | None
    """The outlet that carried it."""
    direct: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the body, as GeoNames knows it."""

    start: int
    end: int
    text: str
    name: str | None
    """GeoNames' name; None where the place is recognised and not known, as are coordinates and id then."""
    country_code: str | None
    """ISO 3166-1 alpha-2; of a place not known, as `admin1`, what the places around it lie in."""
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    kind: str | None
    """`country`, `state`, `county`, `city`, `region`, `continent`, `water`, `facility` or `other`."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount named in the body."""

    start: int
    end: int
    text: str
    value: float
    """With its magnitude: `2,700 crore` is 27000000000."""
    value_to: float | None
    """The upper end, where a range is named (`$20-30 million`)."""
    unit: str | None
    """What is counted, in the singular: `percent`, `kilometre`, `killed`, `injured`; None for money."""
    currency: str | None
    """ISO 4217, where it is money."""
    kind: str
    """`money`, `percentage`, `quantity` or `casualties`."""
    bound: str | None
    """`at_least`, `at_most` or `about`, where the text says so."""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, as a clause of the body says; the offsets are those of its sentence."""

    start: int
    end: int
    text: str
    """The sentence."""
    actor: str | None
    """Who acts, by the entity's `canonical` where it is one; None in a passive that does not say."""
    actor_entity: str | None
    action: str
    """The verb's lemma, with its particle, and with the noun that the target hangs on: `attack`, `shut down`,
    `impose sanctions`."""
    target: str | None
    target_entity: str | None
    date: str | None
    """ISO 8601, of a date in the sentence."""
    place: str | None
    """Of a place in the sentence."""
    passive: bool
    negated: bool
    planned: bool
    """It is to come, wished, or only possible."""
    reported: bool
    """It stands in what someone is quoted as saying."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the article, of the IPTC Media Topics."""

    name: str
    topic_id: str
    """Such as `medtop:16000000`."""
    score: float
    """From 0 to 1."""
    found_in: str
    """What told it: `section`, `tags`, `url` or `text`."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word or phrase that the body turns about."""

    name: str
    score: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who had a hand in the copy besides its authors."""

    name: str
    role: str
    """`reporting`, `writing`, `editing`, `translation`, `photography`, `video`, `graphics` or `agency`."""
