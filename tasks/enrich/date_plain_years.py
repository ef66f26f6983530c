"""English years that stand alone: `(2005)`, `the campaign of 2016`, `the 2016 Republican race`.

`date_patterns` finds those behind `in`, `since` and the like; these need more around them to be no count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.tasks.enrich.date_patterns import Windows, matches
from copydesk.tasks.mention import DateMention

_YEAR = r"(?P<year>(?:19|20)\d\d)"
# Digits first, then what stands before them: several times faster than the other way.
_ALONE = re.compile(rf"{_YEAR}(?<=[ (]\d{{4}})(?![\w%°°]|[.,:/]\d|[-–]|s\b)")
_BRACKETS = re.compile(r"\($")
_OF = re.compile(
    r"(?<!\btotal)(?<!\baverage)(?<!\bnumber)(?<!\bamount)(?<!\bprice)(?<!\blist)(?<!\bgroup)(?<!\bpopulation)"
    r"(?<!\bcrowd)(?<!\bfine)(?<!\bsum)(?<!\bout)(?<!\bspeed)(?<!\bdistance)(?<!\baltitude)(?<!\bheight)"
    r"(?<!\bmajority)(?<!\bmost)(?<!\bmaximum)(?<!\bminimum)(?<!\bsome)(?<!\ball)(?<!\bfleet) of $"
)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) $|['’]s? $")
_COUNTED = re.compile(
    r" (?!(?:in|at|to|for|with|on|by|as|from|when|after|before|the|and|but|that|where|which|is|was|were"
    r"|will|has|had"
    r"|during|between|because|while|under|until|through|he|she|it|they|a|against|without|into|over|since"
    r"|who|if"
    r"|saw|came|have|can|could|would|may|also|or|not|so)\b)[^\W\d_A-Z]"
)
# The 2016 Republican race is of a year, the 2007 Toyota Camry is a car.
_NAMED = re.compile(
    r" (?:[A-Z][\w.’'-]*,? ){1,3}(?!(?:that|with|from|when|which|were|was|will|after|before|into|over"
    r"|have|has|had"
    r"|parked|sedan|pickup|truck|model|driven|registered|owned|carrying|and)\b)[a-z]{4,}"
    r"| (?:GOP|Olympics?|Games|World Cup|Republican|Democratic|Iowa|New Hampshire|Paralympics|Super Bowl"
    r"|Oscars|Grammys"
    r"|Act|Constitution|Convention|Agreement|Treaty|Accord|Census)\b"
)


def plain_years(body: str, windows: Windows) -> Iterator[DateMention]:
    """Find years by what stands on both sides of them."""
    for match in matches(_ALONE, body, windows):
        before = body[max(0, match.start() - 16) : match.start()]
        behind = body[match.end() : match.end() + 48]
        bracketed = _BRACKETS.search(before) and behind.startswith(")")
        of = _OF.search(before) and not _COUNTED.match(behind)
        if bracketed or of or (_THE.search(before) and _NAMED.match(behind)):
            yield DateMention(match.start(), match.end(), match[0], match[0], "year")
