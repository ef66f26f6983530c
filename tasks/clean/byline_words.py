"""The words around names in bylines: what opens them, ends them, and what is no name."""

from __future__ import annotations

import re


def _any_of(*words: str) -> str:
    return "|".join(part for line in words for part in line.split())


PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le",
    "el", "al", "bin", "ibn", "ter", "ten", "zu", "af", "y", "e",
})  # fmt: skip

_BY_WORD = "by|von|par|por|di|da|av|af|door"
_WROTE = _any_of(
    "written words story text article posted published reported reporting report analysis opinion",
    "review photos?",
)
_ROLES = _any_of(
    "editor reporter writer correspondent journalist columnist staff contributor producer director manager",
    "chief head senior analyst fellow professor specialist expert author founder ceo president bureau desk",
    r"political digital news sports? redakteur(?:in)? reporterin korrespondent(?:in)? journaliste rédact\w+",
    r"redactor\w* periodista giornalista redaktör",
)
_AFTER_NAME = _any_of(
    "senior staff chief deputy managing contributing political associate assistant editor reporter writer",
    "correspondent columnist journalist coordinator content marketing redakteur(?:in)? reporterin",
    "korrespondent(?:in)?",
)
_CALENDAR = _any_of(
    "monday tuesday wednesday thursday friday saturday sunday jan(?:uary)? feb(?:ruary)?",
    "mar(?:ch)? apr(?:il)?",
    "may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?",
)
_ENDING = _any_of(
    "updated? published posted last reviewed edited fact medically min(?:ute)?s? read view see follow share",
    "about on in for at aktualisiert veröffentlicht am publié le el",
)
_NO_NAMES = _any_of(
    "admin administrator author autor editor staff unknown guest user webmaster root anonymous by follow",
    "share undefined null none n/?a وكالات الوكالات एजेंसी एजेंसियां агентства агенції 外電",
)
_SITE_WORDS = _any_of(
    "the more read all posts? our your my about this view blog comments? share photo image getty subscribe",
    "newsletter youtube home min follow contact privacy policy updated published by",
)
_GROUPS = _any_of(
    "team desk staff news agency press agentur redaktion redacción rédaction redazione center centre",
    "institute office department university college company group inc ltd llc gmbh media magazine times post",
    "editors? association society council network",
)

BY = re.compile(
    rf"^\W*(?:(?:{_WROTE})?\s*by|by:|from|(?:ein\s(?:beitrag|kommentar|gastbeitrag|interview|artikel)\s)?von"
    r"|text(?:er)?|autor(?:in|en|a|es|e)?|auteurs?|autore|author[s]?|redakt(?:ion:|ør|ör)|reporter"
    r"|journalist|par|por|di|da|door|av|af|skrevet av|przez|tekst|writer|escrito por|redacción|publié par"
    r"|written|mit|texte?\sde|propos recueillis par|автор|текст|記者|文|기자|기자명|撰文"
    r"|作者|מאת|بقلم|كتبت?|เขียนโดย|โดย|लेखक|γράφει(?:\s[οη])?)\s*[:：]?\s+",
    re.IGNORECASE,
)
"""What opens a byline, to be cut."""

NOT_A_NAME = re.compile(
    r"https?://|www\.|^@|^\S+\.(?:com|org|net|de|fr|html?|php)$|^\w+(?:\.\w+){2,}$|facebook|twitter|youtube"
    rf"|linkedin|instagram|^\W*$|^\d+$|[{{}}<>]|^(?:{_NO_NAMES}|view all posts|read more|more by)$",
    re.IGNORECASE,
)
"""Addresses, networks, placeholders and links that stand where a name should."""

IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
EMAIL = re.compile(r"\(?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b\)?")
HANDLE = re.compile(r"\(?(?<!\w)@\w+\)?")
# "Md" is a given name.
ROLE = re.compile(rf"\b(?:(?i:{_ROLES})|Ph\.?D|M\.?D|RN|MBA|[JS]r|Esq|CPA|RD|MSc|MA|BSc|DVM|LCSW)\b")
DEGREE = re.compile(
    r"(?:[A-Z]{2,6}®?|Ph\.?\s?D\.?|M\.?D\.?|[JS]r\.?|I{2,3}|[A-Z]\.[A-Z.]+)(?:\s[A-Z]{2,6}®?)*"
)
TRAILING = re.compile(r"\s*(?:(?:인턴|수습|선임|객원)\s?)?(?:기자|記者|记者|특파원|논설위원)$")
NOT_WRITING = re.compile(
    r"^\W*(?:updated|edited|reviewed|translated|fact.checked|medically reviewed|foto|photo"
    r"|quelle|source)s?\b",
    re.IGNORECASE,
)
"""Who edited, reviewed or photographed did not write."""

TITLE_AFTER_NAME = re.compile(rf"\s(?:{_AFTER_NAME})\b.*$", re.IGNORECASE)
AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|i|и|ve|med|con|mit|with)\s+|\s*&\s*", re.IGNORECASE)
LIST = re.compile(r"\s*[;|•·\n]\s*|\s+/\s+|\s+[-–—]\s+")
NAMED = re.compile(r"author|byline|autor", re.IGNORECASE)
"""The class of an element that holds a byline."""

BEGINS = re.compile(
    rf"(?:^|\b(?:{_WROTE})\s+)(?:{_BY_WORD})\b\s*:?\s*"
    r"|^(?:author|autor(?:in)?(?:/autor)?)\s+(?=[A-Z][^\W\d_]*\s[A-Z])"
    r"|^(?:text|autor(?:in)?|authors?|auteur|autore|reporter|skrevet av|tekst|escrito por|publicado por)"
    r"\s*:\s*"
    r"|^(?:автор|текст|מאת|بقلم|كتبت?|تقرير|نویسنده|เขียนโดย|โดย|ผู้เขียน|लेखक|লেখক|文|撰文|作者|記者|记者"
    r"|글|취재|기자명)\s*[:：／/]\s*|^(?:מאת|بقلم|โดย|기자명|γράφ(?:ει|ουν)(?:\s(?:ο|η|οι))?)\s+",
    re.IGNORECASE,
)
"""How a line begins that is surely a byline."""

LABEL = re.compile(
    r"(?:written\s)?by:?|authors?:?|autor(?:in)?(?:/autor)?:?|von:?|text:?|par:?|auteur:?", re.IGNORECASE
)
"""A line whose next line is the byline."""

WRITTEN_BY = re.compile(
    r"written|author|autor|verfasst|geschrieben|auteur|escrit|scritto|écrit|skre|napisan|\bby\b|автор|yazar",
    re.IGNORECASE,
)
BYLINE_END = re.compile(rf"\s*(?:[|•·⋅–—(\[]|\s-\s|\d|\b(?:{_ENDING}|{_CALENDAR})\b)", re.IGNORECASE)
"""Where a byline's names end and its date or links begin."""

OPENING_DATE = re.compile(
    rf"^(?:(?:{_CALENDAR})\.?,?\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\.?\s(?:{_CALENDAR})\.?\s\d{{4}}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[\s,|•·⋅–—-]*",
    re.IGNORECASE,
)
"""The date in front of a name."""

NO_PERSON = re.compile(rf"\b(?:{_SITE_WORDS})\b", re.IGNORECASE)
GROUP = re.compile(rf"\b(?:{_GROUPS})\b", re.IGNORECASE)
"""Names of desks and institutions, in which "and" joins no two persons."""
DESK = re.compile(
    r"\b(?:staff|team|desk|editors|newsroom|redaktion|redacción|redação|redazione|rédaction|redactie)$",
    re.IGNORECASE,
)
"""How the names of desks end."""
