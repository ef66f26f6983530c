"""Copies of the corpora's articles as editors would make them, and distractors, with which story each tells.

Gold: a copy tells the story of the text that it was made from. A page merged of two texts tells the story of
the one that it holds more words of (the two never hold as many), and pairs it with that story only: a page
has one `story_id`, and the other text's story must stay apart. A distractor tells a story of its own: a
weather or market report that has another's words with other figures, a text that shares another's
boilerplate, a text that quotes two of another's sentences. Texts under 200 words are
not cut to a third: with another lede little of them would be left. Texts of the corpora of which a third is in
another one are left out, since what they are to each other nobody has judged; those that share less (the
same event in other words, the same quotations) stay, as distractors of each other.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq

_COLUMNS = {"articles": "body", "attributions": "text", "places": "text", "entities": "text"}
_FEWEST_WORDS = 80
_FEWEST_TO_CUT = 200
_SHARED = 1 / 3
_START = datetime(2026, 1, 1, tzinfo=UTC)
_BOILERPLATE = (
    "Sign up for our morning briefing and get the day's most important stories in your inbox every weekday.",
    "The Harbour Herald is a member of the Independent Press Council. If you have a complaint about accuracy "
    "that you believe we have not resolved, contact the council at the address on our imprint page.",
    "Reporting by the Courier's foreign desk; additional reporting by our correspondents in the region.",
    "Read also: five things to know before the markets open. Watch: how the city prepared for the storm.",
    "We use your sign-up to provide content in ways you have consented to and to improve our understanding of "
    "you. You can unsubscribe at any time using the link at the foot of every message that we send.",
    "This story has not been edited by our staff and is published from a syndicated feed. The views expressed "
    "are those of the agency and do not reflect the position of this newspaper or of its publishers.",
    "Follow us on social media for live updates, photographs and video from our reporters on the ground.",
    "Comments are moderated between eight in the morning and ten at night. Please keep to the subject, be kind "
    "to others and do not post links. Comments that break our rules are removed without further notice.",
    "Copyright by the Northern Tribune Publishing Company. All rights reserved. This material may not be "
    "published, broadcast, rewritten or redistributed in any form without prior written permission.",
    "Our journalism depends on readers like you. Support independent reporting with a monthly contribution, "
    "however small; it takes less than a minute and makes a difference to the whole newsroom.",
)
_LEDES = (
    "Officials and residents gave their accounts on {day} of what had happened, in a matter that has kept "
    "{place} talking for weeks and shows few signs of being settled soon.",
    "It began as an ordinary {day} in {place}; by the evening it was what everyone spoke about, and those in "
    "charge were being asked what they had known and since when.",
    "There was more news from {place} on {day}, as people familiar with the case laid out what they know and "
    "what remains in doubt after a long night.",
    "What looked like a small affair in {place} has grown into something that many more people are following, "
    "our correspondent reports this {day}.",
    "{place} woke up on {day} to a question that had been put off for too long, and to answers that will not "
    "please everybody.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLACES = ("Varnholm", "Ostrava", "Kisumu", "Port Ellery", "Nagpur", "Tampico", "Leeds", "Gdynia", "Salta")
_WEATHER = (
    "{place}: It will be mostly sunny with a light breeze from the west on {day}. The maximum temperature is "
    "expected to reach {n} degrees Celsius while the minimum will settle around {n} degrees. Relative humidity "
    "was recorded at {n} per cent at {n} in the morning. The chance of rain is {n} per cent and winds of up to "
    "{n} kilometres an hour are likely along the coast. The sun rises at {n}.{n} and sets at {n}.{n}. The "
    "weather office asked fishermen to watch the forecast before they put to sea.",
    "The air quality index of {place} stood at {n} on {day} morning, in the category that the authorities call "
    "moderate. At the station near the central market it was {n}, at the university {n} and at the airport "
    "{n}. The index is good between 0 and 50, satisfactory between 51 and 100, moderate between 101 and 200, "
    "poor between 201 and 300, very poor between 301 and 400 and severe beyond that. The lowest temperature "
    "of the night was {n} degrees, {n} below what is normal for the season.",
)
_MARKETS = (
    "Shares in {place} closed higher on {day} as investors bought banks and carmakers. The benchmark index "
    "gained {n} points, or 0.{n} per cent, to end at {n},{n}. Turnover was {n} million shares, compared with "
    "{n} million in the session before. Advancing stocks outnumbered declining ones by {n} to {n}. The "
    "currency traded at {n}.{n} to the dollar. Brent crude was at {n}.{n} dollars a barrel, gold at {n},{n} "
    "dollars an ounce. Analysts said that trading would remain cautious ahead of the central bank's meeting.",
    "{place} Commodity Exchange, {day}: Wheat futures for delivery next month settled at {n}.{n} a tonne, up "
    "{n} cents from the previous close. Maize was quoted at {n}.{n}, soya at {n}.{n} and sugar at {n}.{n}. "
    "Open interest rose by {n} contracts to {n},{n}. Volume was {n},{n} lots. Traders said that dry weather in "
    "growing regions supported prices, while a firm dollar limited the gains. The exchange will be closed on "
    "the coming public holiday and trade as usual on the day after it.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An article that was made, the story that it tells, and how it was made."""

    story: str
    way: str
    title: str
    body: str
    published_at: datetime | None
    fetched_at: datetime


def texts(corpora: Path) -> list[str]:
    """Return the corpora's texts without those of which a third is in another one."""
    found: list[str] = []
    for name, column in _COLUMNS.items():
        rows = pq.read_table(corpora / f"{name}.parquet").to_pylist()
        found += [row[column] or "" for row in rows if row.get("page_type") in (None, "article")]
    bodies = [re.sub(r"\n\s*\n\s*", "\n\n", text).strip() for text in dict.fromkeys(found)]
    bodies = sorted(text for text in bodies if len(text.split()) >= _FEWEST_WORDS)
    near = _near(bodies)
    return [text for number, text in enumerate(bodies) if number not in near]


def _near(bodies: Sequence[str]) -> set[int]:
    """Return the texts that share a third of the shorter one's runs of four words with a shorter text."""
    runs = [_runs(text) for text in bodies]
    holders = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= 50:
            shared.update((a, b) for place, a in enumerate(numbers) for b in numbers[place + 1 :])
    near = set()
    for (a, b), count in shared.items():
        if count >= _SHARED * min(len(runs[a]), len(runs[b])):
            near.add(max(a, b, key=lambda number: (len(runs[number]), number)))
    return near


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w", text.casefold()) if _unspaced(text) else re.findall(r"\w+", text.casefold())
    return set(zip(*(words[place:] for place in range(4)), strict=False))


def _unspaced(text: str) -> bool:
    return len(text.split()) < len(text) / 20


def make(bodies: Sequence[str], chance: random.Random) -> Iterator[Made]:
    """Yield the copies of every text, and the distractors."""
    for number, body in enumerate(bodies):
        story, when = f"text-{number}", _START + timedelta(minutes=chance.randrange(400_000))
        yield _made(story, "original", body, when, chance)
        ways = [way for way in _WAYS if "third" not in way or len(body.split()) >= _FEWEST_TO_CUT]
        for way, edit in ((way, _WAYS[way]) for way in ways):
            if chance.random() < 0.95:
                yield _made(story, way, edit(body, chance), when, chance)
        if chance.random() < 0.3:
            other = chance.randrange(len(bodies))
            larger, smaller = sorted((number, other), key=lambda n: -len(bodies[n].split()))
            words = [len(bodies[n].split()) for n in (larger, smaller)]
            if larger != smaller and words[0] > 1.1 * words[1]:
                merged = [bodies[larger], bodies[smaller]]
                chance.shuffle(merged)
                yield _made(f"text-{larger}", "merged", "\n\n".join(merged), when, chance)
    yield from _distractors(bodies, chance)


def _distractors(bodies: Sequence[str], chance: random.Random) -> Iterator[Made]:
    for kind, templates in (("weather", _WEATHER), ("market", _MARKETS)):
        for number in range(1200):
            day, place = chance.choice(_DAYS), chance.choice(_PLACES)
            text = re.sub(r"\{n\}", lambda _: str(chance.randrange(3, 998)), chance.choice(templates))
            when = _START + timedelta(minutes=chance.randrange(400_000))
            yield _made(f"{kind}-{number}", kind, text.format(place=place, day=day), when, chance)
    for number in range(1200):
        when = _START + timedelta(minutes=chance.randrange(400_000))
        sentences = [s for text in chance.sample(bodies, 30) for s in _sentences(text)[3:] if len(s) > 60]
        own = chance.sample(sentences, min(len(sentences), chance.randrange(5, 12)))
        added = chance.sample(_BOILERPLATE, 2)
        yield _made(f"boilerplate-{number}", "same boilerplate", "\n\n".join([*own, *added]), when, chance)
        quoted = _sentences(chance.choice(bodies))[:8][-2:]
        own = chance.sample(sentences, min(len(sentences), chance.randrange(6, 12)))
        own[3:3] = quoted
        yield _made(f"quoting-{number}", "quoting", "\n\n".join(own), when, chance)


def _made(story: str, way: str, body: str, when: datetime, chance: random.Random) -> Made:
    title = " ".join(chance.sample(body.split(), 6)) if len(body.split()) > 6 else body
    later = when + timedelta(minutes=0 if way == "original" else chance.randrange(-200, 4000))
    published = None if chance.random() < 0.1 else later
    return Made(story, way, title, body, published, later + timedelta(minutes=chance.randrange(5, 500)))


def _sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?。！？])\s+|\n+|(?<=[。！？])", text) if s.strip()]


def _cut(body: str, chance: random.Random) -> str:
    """A third of it: mostly the top, as an editor cuts; now and then another part."""
    sentences = _sentences(body)
    wanted, total = sum(map(len, sentences)) / 3, 0
    start = 0 if chance.random() < 0.75 else chance.randrange(max(1, len(sentences) * 2 // 3))
    kept = []
    for sentence in sentences[start:]:
        if total >= wanted:
            break
        kept.append(sentence)
        total += len(sentence)
    return "\n\n".join(kept)


def _new_lede(body: str, chance: random.Random) -> str:
    lede = chance.choice(_LEDES).format(day=chance.choice(_DAYS), place=chance.choice(_PLACES))
    return "\n\n".join([lede, *_sentences(body)[1:]])


def _new_head(body: str, chance: random.Random) -> str:
    place, day = chance.choice(_PLACES), chance.choice(_DAYS)
    return f"By {place} Staff Writer\n\n{place.upper()}, {day} (NNA) — {body}\n\n--NNA\n\nxy/{day[:2]}"


def _with_boilerplate(body: str, chance: random.Random) -> str:
    some = chance.sample(_BOILERPLATE, chance.randrange(1, 4))
    cut = chance.randrange(len(some) + 1)
    return "\n\n".join([*some[:cut], body, *some[cut:]])


def _typographic(body: str, chance: random.Random) -> str:
    for old, new in chance.sample(_TYPOGRAPHY, 6):
        body = re.sub(old, new, body)
    return body


_TYPOGRAPHY: Sequence[tuple[str, str]] = (
    (r"\"(\w)", "“\\1"),
    (r"[“”„]", '"'),
    (r"[’‘]", "'"),
    (r"'", "’"),
    (r" - | – ", " — "),
    ("—", "-"),
    (r"\.\.\.", "…"),
    (r"(\d) (\w)", "\\1\N{NO-BREAK SPACE}\\2"),
    ("fi", "ﬁ"),
    (r"(\w{6})(\w{4})", "\\1\N{SOFT HYPHEN}\\2"),
    (r"\n\n", "\n"),
    (r"\. ", ".  "),
    (r"^(\w+ \w+ \w+)", lambda match: match[1].upper()),  # type: ignore[list-item]
)
_WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "third": _cut,
    "lede": _new_lede,
    "head": _new_head,
    "boilerplate": _with_boilerplate,
    "typography": _typographic,
    "third+lede": lambda body, chance: _new_lede(_cut(body, chance), chance),
    "third+all": lambda body, chance: _typographic(
        _with_boilerplate(_new_head(_new_lede(_cut(body, chance), chance), chance), chance), chance
    ),
    "all": lambda body, chance: _typographic(
        _with_boilerplate(_new_head(_new_lede(body, chance), chance), chance), chance
    ),
}
