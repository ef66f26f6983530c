"""The columns of what an article tells: mentions with their offsets, and facts of the whole."""

from __future__ import annotations

import pyarrow as pa

from copydesk.tasks.schema_column import Column

_TEXT = pa.string()
_NUMBER = pa.float64()
_OFFSET = pa.int32()
_FLAG = pa.bool_()
_START = Column("start", _OFFSET, "where the mention starts in `body`", "characters from 0")
_END = Column("end", _OFFSET, "where the mention ends in `body`, exclusive", "characters from 0")
_SURFACE = Column("text", _TEXT, "the mention as it stands in `body`")

MENTIONS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "dates": (
        "a date named in an article's body",
        (
            Column(
                "value",
                _TEXT,
                "the date, resolved against the day of publication or the dateline's; a weekend, quarter,"
                " decade or range as first and last with `/` between (`2017-01-14/2017-01-15`); a time is the"
                " place's own, or Greenwich's with `Z`",
                "ISO 8601, cut to its granularity",
            ),
            Column(
                "granularity",
                _TEXT,
                "`day`, `week`, `weekend`, `month`, `quarter`, `year`, `decade`, `time` or `range`",
            ),
        ),
    ),
    "entities": (
        "a mention of an entity in an article's body",
        (
            Column(
                "label",
                _TEXT,
                "`person`, `organization`, `place`, `facility`, `group`, `product`, `event`, `other`",
            ),
            Column("canonical", _TEXT, "the entity's fullest name in the article"),
        ),
    ),
    "quotes": (
        "something said in an article, and by whom",
        (
            Column("speaker", _TEXT, "who said it"),
            Column("speaker_entity", _TEXT, "the speaker's `canonical` in `entities`"),
            Column("cue", _TEXT, "the word that attributes it, such as `said`"),
            Column("via", _TEXT, "the outlet that carried it"),
            Column("direct", pa.bool_(), "whether it stands in quotation marks"),
        ),
    ),
    "places": (
        "a mention of a place in an article's body",
        (
            Column("name", _TEXT, "the place's name in GeoNames"),
            Column("country_code", _TEXT, "its country", "ISO 3166-1 alpha-2"),
            Column("admin1", _TEXT, "its state or province in GeoNames"),
            Column("latitude", _NUMBER, "its latitude", "degrees, WGS 84"),
            Column("longitude", _NUMBER, "its longitude", "degrees, WGS 84"),
            Column("geonames_id", pa.int64(), "its id in GeoNames"),
            Column(
                "kind",
                _TEXT,
                "`country`, `state`, `county`, `city`, `region`, `continent`, `water`, `facility`, `other`",
            ),
        ),
    ),
    "amounts": (
        "an amount named in an article's body",
        (
            Column("value", _NUMBER, "the amount, magnitude included", "as `unit` or `currency` says"),
            Column("value_to", _NUMBER, "the upper end, where it is a range", "as `unit` or `currency` says"),
            Column(
                "unit",
                _TEXT,
                "what is counted, in the singular: `percent`, `kilometre`, `barrel per day`, `killed`",
            ),
            Column(
                "currency",
                _TEXT,
                "the currency, where it is money; `$` is that of the outlet's country",
                "ISO 4217",
            ),
            Column("kind", _TEXT, "`money`, `percentage`, `quantity` or `casualties`"),
            Column("bound", _TEXT, "`at_least`, `at_most` or `about`, where the text says so"),
        ),
    ),
    "events": (
        "who did what to whom, as a clause of an article says; the offsets are those of its sentence",
        (
            Column("actor", _TEXT, "who acts; null in a passive that does not say"),
            Column("actor_entity", _TEXT, "the actor's `canonical` in `entities`"),
            Column("action", _TEXT, "the verb's lemma, with its particle or noun: `impose sanctions`"),
            Column("target", _TEXT, "whom or what it is done to"),
            Column("target_entity", _TEXT, "the target's `canonical` in `entities`"),
            Column("date", _TEXT, "when, by a date in the sentence", "ISO 8601"),
            Column("place", _TEXT, "where, by a place in the sentence"),
            Column("passive", _FLAG, "whether the clause is in the passive"),
            Column("negated", _FLAG, "whether it says that it was not done"),
            Column("planned", _FLAG, "whether it is to come, wished, or only possible"),
            Column("reported", _FLAG, "whether it stands in what someone is quoted as saying"),
        ),
    ),
}


def mention_columns(name: str) -> tuple[Column, ...]:
    """Return the columns of one mention: offsets, the surface, then the facts of its kind."""
    return (_START, _END, _SURFACE, *MENTIONS[name][1])


def nested(columns: tuple[Column, ...]) -> pa.DataType:
    """Return the Arrow type of a list of records with these columns."""
    return pa.list_(pa.struct([pa.field(c.name, c.type, c.nullable) for c in columns]))


NESTED_COLUMNS = tuple(
    Column(name, nested(mention_columns(name)), f"nested form of the dataset `{name}`; null where not sought")
    for name in MENTIONS
)
_SCORE = Column("score", pa.float32(), "how sure it is", "from 0 to 1")
_TOPIC = (
    Column("name", _TEXT, "the topic's English name"),
    Column("topic_id", _TEXT, "its id, such as `medtop:16000000`"),
    _SCORE,
    Column("found_in", _TEXT, "what told it: `section`, `tags`, `url` or `text`"),
)
_CONTRIBUTOR = (
    Column("name", _TEXT, "the person, desk or agency"),
    Column(
        "role",
        _TEXT,
        "`reporting`, `writing`, `editing`, `translation`, `photography`, `video`, `graphics` or `agency`",
    ),
)
FACT_COLUMNS = (
    Column("contributors", nested(_CONTRIBUTOR), "who had a hand in the copy besides its authors"),
    Column("main_country", _TEXT, "the country that the article is about", "ISO 3166-1 alpha-2"),
    Column("main_place", _TEXT, "the place that the article is about, by its name in GeoNames"),
    Column("main_place_id", pa.int64(), "that place's id in GeoNames"),
    Column("topics", nested(_TOPIC), "IPTC Media Topics; null where not sought"),
    Column(
        "keywords",
        nested((Column("name", _TEXT, "the word or phrase"), _SCORE)),
        "the body's own key words; null where not sought",
    ),
    Column("tone", pa.float32(), "lexical tone; null where not sought", "-1 (negative) to 1 (positive)"),
    Column(
        "readability", pa.float32(), "Flesch reading ease; null where not sought", "0 (hard) to 100 (easy)"
    ),
)
"""Columns of `articles` that the enrichments fill, mentions apart."""
