"""Cuts English sentences into the words that are parsed, as the Penn treebank and spaCy cut them.

`don't` is `do` and `n't`, `Trump's` is `Trump` and `'s`, `well-known` is three; `U.S.`, `Mr.` and `a.m.` are
one. A token never holds white space, and white space is no token.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_WORD = 200
"""Characters of a run without white space that is cut; a longer one is cut there first."""

_RUN = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
_PLAIN = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(
    r"(?:US|C|A)\$|\.\.+|\+(?!\d)|[§%=—–,:;!?¿¡()\[\]{}<>_#*&…'\"”“`‘´’‚„»«·$£€¥₹₽₩₪₺฿¢°©®™•●■▪►▶★→\U0001f000-\U0001faff]"
)
_CLOSING = frozenset(",:;!?¿¡()[]{}<>_#*&…'\"”“`‘´’‚„»«·—–©®™•●■▪►▶★→")
_STOP_AFTER = re.compile(r"[\da-zß-öø-ÿ%²+\-'\"”“`‘´’‚„»«,:;!?)\]}>…]|[A-ZÀ-Þ]{2}")
_UNIT = re.compile(
    r"\d(km[²³]?|[dcm]?m[²³]?|ha|[µn]m|yd|in|ft|k?g|mg|µg|t|lb|oz|m/s|km/h|kmh|mph|mb|MB|kb|KB|gb|GB|tb|TB|[TGMK%$£€¥+])$"
)
_INSIDE = re.compile(
    r"\.\.+|…|(?<=\d)[+\-*^](?=[\d-])|(?<=[a-zß-öø-ÿ'\"”“’])\.(?=[A-ZÀ-Þ'\"”“’])|(?<=[^\W\d_]),(?=[^\W\d_])"
    r"|(?<=[^\W_])(?:---?|——|[-–—~]|[:<>=/])(?=[^\W\d_])"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[\w-]+\.)+(?:com|org|net|gov|edu|co\.uk|info|io|tv|eu|uk|us)(?:/\S*)?",
    re.IGNORECASE,
)
_WITH_STOPS = (
    "Adm. Ala. Apr. Ariz. Ark. Aug. Bros. Calif. Co. Colo. Conn. Corp. D.C. Dec. Del. Dr. E.g. Feb."
    " Fla. Ga. Gen. Gov. I.e. Ia. Ill. Inc. Ind. Jan. Jr. Jul. Jun. Kan. Ky. La. Ltd. Mar. Mass. Md."
    " Messrs. Mich. Minn. Miss. Mo. Mont. Mr. Mrs. Ms. Mt. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Nov."
    " Oct. Okla. Ore. Pa. Ph.D. Prof. Rep. Rev. S.C. Sen. Sep. Sept. St. Tenn. Va. Wash. Wis. a.m. e.g."
    " i.e. p.m. v.s. vs. co. 'em ’em 'S 's ’s 'cause"
)
_KEPT = frozenset(_WITH_STOPS.split())
_MARK = "['’]"
_JOINED = re.compile(
    rf"(?:i|you|he|she|it|we|they|that|this|these|those|there|who|what|when|where|why|how)(?P<a>{_MARK}(?:ll|ve|d|re|s|m))(?P<b>{_MARK}ve)?"
    rf"|(?:ca|could|do|does|did|had|has|have|is|are|was|were|wo|would|should|must|might|need|sha|ai|ought|dare|may)"
    rf"(?P<c>n{_MARK}?t)(?P<d>{_MARK}ve)?"
    rf"|(?:could|might|must|should|would)(?P<e>{_MARK}ve)|let(?P<f>{_MARK}s)|can(?P<g>not)|gon(?P<h>na)|got(?P<i>ta)"
    r"|\d{1,2}(?P<j>[ap]\.?m\.?)|i(?P<k>m)|(?:that|there)(?P<l>s)",
    re.IGNORECASE,
)


def words_of(sentence: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return a sentence's words and the offset of each in it."""
    words: list[str] = []
    starts: list[int] = []
    for match in _RUN.finditer(sentence):
        run, start = match[0], match.start()
        if _PLAIN.fullmatch(run) and len(run) > 8:
            words.append(run)
            starts.append(start)
            continue
        place = 0
        for end in _ends(run):
            words.append(run[place:end])
            starts.append(start + place)
            place = end
    return tuple(words), tuple(starts)


@lru_cache(maxsize=1 << 15)
def _ends(run: str) -> tuple[int, ...]:
    """Return where the words of a run end in it."""
    first, last = 0, len(run)
    opened: list[int] = []
    closed: list[int] = []
    while first < last and not _whole(run[first:last]):
        opening = _OPENING.match(run, first, last)
        if opening:
            first = opening.end()
            opened.append(first)
        if first == last or _whole(run[first:last]):
            break
        closing = _closing(run, first, last)
        if closing < last:
            closed.append(last)
            last = closing
        elif not opening:
            break
    return (*opened, *_inner(run, first, last), *reversed(closed))


def _whole(core: str) -> bool:
    return core in _KEPT or _JOINED.fullmatch(core) is not None or _ADDRESS.fullmatch(core) is not None


def _closing(run: str, first: int, last: int) -> int:
    """Return where what stands apart at a run's end begins; `last` where nothing does."""
    final = run[last - 1]
    if final in "sS" and last - first > 2 and run[last - 2] in "'’":
        return last - 2
    if final in _CLOSING:
        return last - 1
    if final == ".":
        begin = last - 1
        while begin > first and run[begin - 1] == ".":
            begin -= 1
        if begin < last - 1:
            return begin
        before = run[max(first, begin - 2) : begin]
        apart = before and (_STOP_AFTER.match(before[-1]) or _STOP_AFTER.fullmatch(before))
        return begin if apart else last
    unit = _UNIT.search(run, max(first, last - 6), last)
    return unit.start(1) if unit else last


def _inner(run: str, first: int, last: int) -> list[int]:
    if first >= last:
        return []
    core = run[first:last]
    joined = _JOINED.fullmatch(core)
    if joined:
        return [first + joined.start(part) for part in joined.groupdict() if joined[part]] + [last]
    if core in _KEPT or core.isalpha() or _ADDRESS.fullmatch(core):
        return [last]
    cuts = [place for match in _INSIDE.finditer(run, first, last) for place in match.span()]
    return [*cuts, last]
