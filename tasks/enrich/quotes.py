"""The enrichment `quotes`: who said what, in quotation marks or not, and which outlet carried it.

English only. Sentences that quote or hold a word of saying are parsed; learnt weights decide which of
their clauses are said by someone (`quotes_clauses`); quotations find their speaker in their sentence,
beside it, or before it. A quotation that is interrupted (`“We go,” she said. “Now.”`) is one quote, from its
first word to its last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.quotes_marks import Frame, Quotation
from copydesk.tasks.enrich.quotes_parse import Parse
from copydesk.tasks.enrich.quotes_read import (
    Paragraph,
    Saying,
    is_known,
    read_paragraphs,
    score,
    worth_parsing,
)
from copydesk.tasks.enrich.quotes_speakers import Speakers, resolve, speakers_of
from copydesk.tasks.enrich.sentences import parsed
from copydesk.tasks.mention import Quote

LANGUAGES = frozenset({"en"})
SAID_FROM = -0.35
"""Log-odds from which a clause is taken as said by someone; tuned for F1 on publishers not seen."""
_IN_MARKS = 0.8
"""Share of its letters in quotation marks from which a quote is direct."""
_OUTLET_ALONE = re.compile(
    r"^(?:[Tt]he )?(?:.*[’']s )?(?:[Tt]he )?(?:[a-z-]+ )*| (?:news agency|newspaper|agency)$"
)

Found = tuple[int, int, Saying | None]
"""A quotation or clause: offsets into its paragraph, and what attributes it."""


@dataclass(slots=True)
class Scene:
    """What the reading of an article has come to know: its people, where paragraphs start, who spoke last."""

    speakers: Speakers
    breaks: list[int]
    carried: str | None = None


def quotes(article: Article) -> dict[str, object]:
    """Return `quotes`: what is said in the body, in order; None for a language other than English."""
    if language_to_read(article) not in LANGUAGES:
        return {"quotes": None}
    return {"quotes": find_quotes(article)}


def find_quotes(
    article: Article,
    parser: Callable[[Sequence[str]], list[Parse]] = parsed,
    worth: Callable[[Frame], bool] = worth_parsing,
) -> tuple[Quote, ...]:
    """Return the quotes of an English article's body."""
    paragraphs = read_paragraphs(article.body, parser, worth)
    scene = Scene(speakers_of(article), [paragraph.start for paragraph in paragraphs])
    found: list[Quote] = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            score(sentence)
        direct = _quotations(paragraph)
        for start, end, saying in sorted(
            [*direct, *_clauses(paragraph, direct)], key=lambda f: (f[0], -f[1])
        ):
            quote = _quote(article.body, paragraph, (start, end, saying), scene)
            found.append(quote)
            if quote.direct and quote.speaker:
                scene.carried = quote.speaker
    return tuple(found)


def _quote(body: str, paragraph: Paragraph, found: Found, scene: Scene) -> Quote:
    start, end, saying = found
    speakers = scene.speakers
    begin, stop = paragraph.start + start, paragraph.start + end
    speaker = None
    if saying is not None and saying.source is not None:
        speaker = resolve(speakers, saying.source, paragraph.start + saying.source_at, scene.breaks)
        speakers.spoke(speaker, paragraph.start + saying.source_at)
    elif saying is None:
        speaker = scene.carried
    via = _OUTLET_ALONE.sub("", saying.via) if saying is not None and saying.via is not None else None
    entity = speaker if speaker is not None and speaker in speakers.canonicals else None
    cue = saying.cue if saying is not None else None
    return Quote(begin, stop, body[begin:stop], speaker, entity, cue, via, _in_marks(paragraph, start, end))


def _in_marks(paragraph: Paragraph, start: int, end: int) -> bool:
    letters = sum(map(str.isalnum, paragraph.text[start:end]))
    inside = sum(
        sum(map(str.isalnum, paragraph.text[max(start, q.start) : min(end, q.end)]))
        for q in paragraph.quotations
        if q.start < end and q.end > start
    )
    # What interrupts a quotation does not make it another's words.
    begins = any(q.start == start and q.whole for q in paragraph.quotations)
    ends = any(q.end == end and q.whole for q in paragraph.quotations)
    return (begins and ends) or inside >= _IN_MARKS * max(1, letters)


def _quotations(paragraph: Paragraph) -> list[Found]:
    """Return a paragraph's whole quotations with what attributes them; interrupted ones as one."""
    whole = [q for q in paragraph.quotations if q.whole]
    own = [_attribution(paragraph, number) for number, q in enumerate(paragraph.quotations) if q.whole]
    merged: list[tuple[Quotation, Quotation, Saying | None]] = []
    for quotation, saying in zip(whole, own, strict=True):
        if merged and _goes_on(paragraph, merged[-1][1], quotation, merged[-1][2], saying):
            first, _, before = merged[-1]
            merged[-1] = (first, quotation, before or saying)
        else:
            merged.append((quotation, quotation, saying))
    sayings = [saying for _, _, saying in merged]
    for here, (before, after) in enumerate(pairwise([*sayings, None])):
        if before is None and here:
            sayings[here] = sayings[here - 1]
        elif before is None:
            sayings[here] = after
    return [(first.start, last.end, saying) for (first, last, _), saying in zip(merged, sayings, strict=True)]


def _goes_on(
    paragraph: Paragraph, before: Quotation, after: Quotation, said: Saying | None, says: Saying | None
) -> bool:
    between = paragraph.text[before.end : after.start]
    if says is not None and said is not None and says.source_at != said.source_at:
        return False
    return (
        len(between) <= 4
        or (said is not None and before.end <= said.source_at < after.start)
        or (said is not None and says is said)
    )


def _attribution(paragraph: Paragraph, number: int) -> Saying | None:
    """Return what attributes a quotation: in its sentence, else in the one before that a colon ends."""
    quotation = paragraph.quotations[number]
    holding = [s for s in paragraph.sentences if number in s.frame.quotations]
    for sentence in holding:
        over = [
            s
            for s in sentence.sayings
            if s.source is not None and s.start < quotation.end and s.end > quotation.start
        ]
        over = [s for s in over if not quotation.start <= s.source_at < quotation.end]
        best = max(over, key=lambda s: s.score, default=None)
        if best is not None and (best.score > SAID_FROM or sentence.speaking is None):
            return best
        if sentence.speaking is not None:
            return sentence.speaking
    place = paragraph.sentences.index(holding[0]) if holding else 0
    if place and paragraph.text[: quotation.start].rstrip(" “\"'`").endswith(":"):
        return paragraph.sentences[place - 1].speaking
    return None


def _clauses(paragraph: Paragraph, direct: list[Found]) -> list[Found]:
    """Return the clauses that are said by someone, the surest first where two say the same."""
    taken = [(start, end) for start, end, _ in direct]
    kept: list[Found] = []
    sayings = [s for sentence in paragraph.sentences for s in sentence.sayings if s.score > SAID_FROM]
    for saying in sorted(sayings, key=lambda s: -s.score):
        if not is_known(saying) or any(_within(saying, quotation) for quotation in direct):
            continue
        # A finite clause inside another's content is said by someone else.
        most = 0.6 if saying.kind == "clause" else 0.5
        start, end = _to_the_marks(saying, paragraph.quotations)
        if start < end and not any(_common(start, end, *other) > most for other in taken):
            taken.append((start, end))
            kept.append((start, end, saying))
    return kept


def _to_the_marks(saying: Saying, quoted: Sequence[Quotation]) -> tuple[int, int]:
    """Return a clause's span, quotations that it holds part of taken whole; nothing for a part of one."""
    start, end = saying.start, saying.end
    for quotation in quoted:
        if quotation.start < end and quotation.end > start:
            if (
                quotation.start <= start
                and end <= quotation.end
                and end - start < 0.8 * (quotation.end - quotation.start)
            ):
                return start, start
            start, end = min(start, quotation.start), max(end, quotation.end)
    return start, end


def _common(start: int, end: int, other_start: int, other_end: int) -> float:
    common = min(end, other_end) - max(start, other_start)
    return common / (max(end, other_end) - min(start, other_start))


def _within(saying: Saying, quotation: Found) -> bool:
    common = min(saying.end, quotation[1]) - max(saying.start, quotation[0])
    return common > 0.8 * (saying.end - saying.start)
