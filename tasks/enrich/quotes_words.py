"""Words that attribute, outlets that carry, names that tell of men and women."""

from __future__ import annotations

import re
from functools import cache

from copydesk.tasks.agencies import first_agency


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_IRREGULAR = {
    form: stem
    for stem, forms in {
        "say": "says said saying",
        "tell": "tells told telling",
        "think": "thinks thought thinking",
        "know": "knows knew known knowing",
        "write": "writes wrote written writing",
        "see": "sees saw seen seeing",
        "hold": "holds held holding",
        "feel": "feels felt feeling",
        "find": "finds found finding",
        "swear": "swore sworn",
        "make": "makes made making",
        "go": "goes went gone going",
        "read": "reads reading",
        "give": "gives gave given giving",
        "take": "takes took taken taking",
        "hear": "heard hears hearing",
        "mean": "meant means meaning",
        "understand": "understood understands",
        "speak": "spoke spoken speaks speaking",
        "come": "came comes coming",
        "put": "puts putting",
        "have": "has had having",
        "be": "is are was were been being am",
        "do": "does did done doing",
        "show": "shows showed shown showing",
        "seek": "sought seeks seeking",
        "foresee": "foresaw foreseen",
        "forget": "forgot forgotten",
        "let": "lets letting",
    }.items()
    for form in forms.split()
}
_ENDING = re.compile(r"(?:ies|ied|es|ed|ing|s|e|y)$")
_OUTLET = re.compile(
    r"\b(?:Times|Post|Journal|News|Telegraph|Guardian|Herald|Tribune|Gazette|Chronicle|Mail|Mirror|Observer|Express|Press|Daily"
    r"|Radio|TV|Television|CNN|BBC|NBC|ABC|CBS|MSNBC|NPR|PBS|Fox|Politico|BuzzFeed|Bild|Spiegel|Zeitung|Monde|Figaro|País|Repubblica"
    r"|Today|Magazine|Newsweek|Economist|Independent|Standard|Sun|Star|Jazeera|Arabiya|TASS|agency|newspaper|magazine|broadcaster)\b"
)
MEN = _words(
    "aaron adam ahmed al alan albert alexander ali andrew angus antonio arthur austin barack bashar ben "
    "benjamin bernie bill billy bob bobby boris brandon brian bruce bryan carl carlos charles chris "
    "christian dan daniel david dennis dick don donald douglas dylan edward emmanuel eric ethan eugene "
    "frank fred gabriel gary george gerald greg gregory hans harold harry hassan henry hugo ivan jack "
    "jacob james jason jean jeb jeff jeffrey jeremy jerry jesse jim jimmy joe john johnny jon jonathan "
    "jordan jose joseph josh joshua juan justin keith ken kenneth kevin kyle larry lawrence leo lindsey "
    "logan louis luis marco mark matt matthew max michael miguel mike mitch mitt mohammad mohammed "
    "muhammad narendra nathan newt nicholas nigel noah oscar patrick paul pedro peter philip pierre ralph "
    "rand randy raymond recep richard rick rob robert roger ron ronald roy rudy russell ryan sam samuel "
    "scott sean sergei shinzo stephen steve steven ted terry thomas tim timothy tom tommy tony tyler "
    "vincent vladimir walter wayne william willie xi zachary"
)
WOMEN = _words(
    "abigail ada aisha alexis alice amanda amber amy andrea angela ann anna ashley barbara betty beverly "
    "brenda brittany carly carol carolyn catherine charlotte cheryl christina christine claire clara "
    "cynthia danielle debbie deborah debra denise diana diane donna doris dorothy elena elizabeth emily "
    "emma eva evelyn fatima frances gloria grace haley hannah heather helen hillary ines isabella ivanka "
    "jacqueline jane janet janice jean jennifer jessica jill joan joyce judith judy julia julie karen "
    "kate katherine kathleen kathryn katie kayla kelly kellyanne kimberly laura lauren leila linda lisa "
    "loretta lori madison margaret maria marilyn marine martha mary megan melania melissa michelle nancy "
    "natalie nicole nikki olivia pamela patricia rachel rebecca rosa ruth samantha sandra sara sarah "
    "sharon shirley sofia sonia sophia stephanie susan teresa theresa victoria virginia"
)


@cache
def cue_stem(word: str) -> str:
    """Return what a word's forms share, lower case: `says` and `said` give `say`; good enough to look up."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    stem = _ENDING.sub("", word) if len(word) > 4 else word
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


def is_outlet(name: str) -> bool:
    """Whether a name is that of a paper, broadcaster or agency, or says that it is one."""
    return bool(_OUTLET.search(name)) or first_agency(name) is not None


ROLES = _words(
    "actor actress analyst attorney author billionaire businessman businesswoman candidate captain "
    "chairman chairwoman chancellor coach congressman congresswoman democrat developer director former "
    "front-runner frontrunner governor judge lawmaker lawyer leader mayor minister mogul neurosurgeon "
    "nominee officer official pastor premier president professor republican secretary senator sheriff "
    "singer spokesman spokesperson spokeswoman strategist"
)
"""Words for one person whom the article has named before: `the senator said`."""
SAYING = _words(
    "acknowledg add admit announc argu ask assert claim conced conclud contend continu cry declar explain "
    "insist joke not observ pledg predict promi quip read recall remark repl report respond say shout "
    "stat suggest tell tweet urg vow warn writ write yell"
)
"""Stems of verbs that any whole quotation beside them is said by the subject of."""
