"""Words of dates and amounts in any order: nothing raises, and every mention is where it says."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.amounts import amounts
from copydesk.tasks.enrich.dates import dates
from copydesk.tasks.mention import Amount, DateMention
from tests.enrich.articles import ARTICLE

WORDS = [
    "1",
    "2",
    "3.5",
    ".5",
    "1,000",
    "12,00,000",
    "2016",
    "2015-16",
    "1990s",
    "'90s",
    "Q3",
    "half",
    "a",
    "dozen",
    "two",
    "twenty",
    "five",
    "hundred",
    "and",
    "thousand",
    "million",
    "percent",
    "%",
    "percentage",
    "points",
    "point",
    "basis",
    "$",
    "US$",
    "€",
    "£",
    "Rs",
    "Rs.",
    "¥",
    "COP",
    "crore",
    "lakh",
    "bn",
    "m",
    "k",
    "km",
    "miles",
    "ft",
    "6ft",
    "2in",
    "-foot-",
    "C",
    "°",
    "minus",
    "-",
    "–",
    "to",
    "or",
    "between",
    "from",
    "at",
    "least",
    "over",
    "about",
    "up",
    "killed",
    "injured",
    "dead",
    "people",
    "died",
    "missing",
    "toll",
    "rose",
    "left",
    "of",
    "the",
    "on",
    "Monday",
    "Tuesday",
    "night",
    "last",
    "next",
    "this",
    "week",
    "weekend",
    "month",
    "year",
    "ago",
    "March",
    "May",
    "June",
    "Jan.",
    "3",
    "third",
    "quarter",
    "first",
    "end",
    "early",
    "mid-",
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "8:30",
    "p.m.",
    "20:45",
    "noon",
    "GMT",
    "Christmas",
    "Eve",
    "New",
    "Year's",
    ",",
    ".",
    ";",
    "(",
    ")",
    "|",
    "“",
    "”",
    '"',
    "'",
    "will",
    "was",
    "said",
    "scheduled",
    "until",
    "by",
    "in",
    "for",
    "since",
    "after",
    "Euro",
    "Prozent",
    "Mrd.",
    "gestern",
    "Montag",
    "hier",
    "円",
    "億",
    "万",
    "元",
    "昨日",
    "करोड़",
    "रुपये",
    "آج",
    "مليار",
    "أمس",
    "вчера",
    "млрд",
    "рублей",
    "２０",
    "٣",
    "½",
    "1/2",
    "/",
    "#",
    "+",
    "�",
    "\u200b",
    "\u202e",
    "\xa0",
]
LANGUAGES = ("en", "en", "en", "de", "fr", "es", "ru", "hi", "ar", "zh", "ja", "ko", "tr", "xx", None)


def _shuffled(seed: int) -> Article:
    dice = random.Random(seed)
    body = "".join(
        dice.choice(WORDS) + dice.choice((" ", " ", " ", "", "-", "\n")) for _ in range(dice.randint(1, 40))
    )
    published = dice.choice((None, datetime(2017, 1, 17, tzinfo=UTC), datetime(2024, 2, 29, tzinfo=UTC)))
    source = dice.choice((None, "x.com", "y.co.in", "z.mx"))
    language = dice.choice(LANGUAGES)
    return replace(ARTICLE, body=body, language=language, published_at=published, source=source)


@pytest.mark.parametrize("seed", range(0, 3000, 300))
def test_words_in_any_order(seed: int) -> None:
    for number in range(seed, seed + 300):
        article = _shuffled(number)
        for name, found in (*dates(article).items(), *amounts(article).items()):
            assert found is None or isinstance(found, tuple), name
            for mention in found or ():
                assert isinstance(mention, DateMention | Amount)
                assert article.body[mention.start : mention.end] == mention.text != ""
