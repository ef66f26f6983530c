"""Who wrote it: people and desks, without what stands around their names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from copydesk.tasks.clean.headline import site_names
from copydesk.tasks.clean.jsonld import Node, names_of
from copydesk.tasks.clean.markup import Markup, is_aside, short_text
from copydesk.tasks.clean.published_text import read_date
from copydesk.tasks.clean.squash import squash

AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator", "dcterms.creator",
    "citation_author", "article:author_name", "og:article:author", "cxenseparse:author", "authors", "dc.contributor",
    "article.author", "bt:author", "author_name", "rbauthors", "vr:author", "creator", "writer", "twitter:creator:name",
)  # fmt: skip

_BY = re.compile(
    r"^\W*(?:(?:written|words|story|text|article|posted|published|reported|analysis|opinion|review|photos?)?\s*by|by:|from"
    r"|(?:ein\s(?:beitrag|kommentar|gastbeitrag|interview|artikel)\s)?von|text(?:er)?|autor(?:in|en|a|es|e)?|auteurs?|autore|author[s]?"
    r"|redakt(?:ion|ør|ör)|reporter|journalist|par|por|di|da|door|av|af|skrevet av|przez|tekst|writer|escrito por|redacción|publié par|written"
    r"|mit|texte?\sde|propos recueillis par|автор|текст|記者|文|기자)\s*[:：]?\s+",
    re.IGNORECASE,
)  # fmt: skip
_NOT_A_NAME = re.compile(
    r"https?://|www\.|^@|\.(?:com|org|net|de|fr|html?|php)\b|facebook|twitter|linkedin|instagram|^\W*$|^\d+$|\{|\}|<|>|undefined|^null$|^none$|^n/?a$"
    r"|^(?:admin|administrator|author|autor|editor|staff|unknown|guest|user|webmaster|root|anonymous|by|view all posts|read more|more by|follow|share)$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\(?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b\)?")
_HANDLE = re.compile(r"\(?(?<!\w)@\w+\)?")
_ROLE = re.compile(
    r"\b(?:editor|reporter|writer|correspondent|journalist|columnist|staff|contributor|producer|director|manager|chief|head|senior|"
    r"analyst|fellow|professor|specialist|expert|author|founder|ceo|president|bureau|desk|political|digital|news|sports?|"
    r"redakteur(?:in)?|reporterin|korrespondent(?:in)?|journaliste|rédact\w+|redactor\w*|periodista|giornalista|redaktör|"
    r"phd|md|rn|mba|jr|esq|cpa|rd|msc|ma|bsc|dvm|lcsw)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|i|и|ve|med|con|mit|with)\s+|\s*&\s*", re.IGNORECASE)
_LIST = re.compile(r"\s*[;|•·\n]\s*|\s+/\s+|\s+[-–—]\s+")
_GROUP = re.compile(
    r"\b(?:team|desk|staff|news|agency|press|agentur|redaktion|redacción|rédaction|redazione|center|centre|institute|office|department|"
    r"university|college|company|group|inc|ltd|llc|gmbh|media|magazine|times|post|editors?|association|society|council|network)\b",
    re.IGNORECASE,
)


def find_authors(markup: Markup, url: str | None) -> tuple[str, ...]:
    """Return the article's authors in the page's order, the outlet itself only where nobody else is named."""
    outlet = site_names(markup, url)
    outlets: tuple[str, ...] = ()
    for raw in _sources(markup):
        names = clean_authors(raw)
        people = tuple(name for name in names if squash(name) not in outlet)
        if people:
            return people
        outlets = outlets or names
    return outlets


def _sources(markup: Markup) -> Iterable[list[str]]:
    by_id: dict[str, Node] = {node["@id"]: node for node in markup.nodes if isinstance(node.get("@id"), str)}
    for key in ("author", "creator"):
        yield names_of(markup.article.get(key), by_id)
    yield names_of(markup.page.get("author"), by_id)
    for name in AUTHOR_METAS:
        yield markup.metas.get(name, [])
    yield _labelled(markup)
    yield _itemprops(markup)
    yield _visible(markup)


def _labelled(markup: Markup) -> list[str]:
    """Twitter cards carry free labels; blogs use them for "Written by"."""
    for number in ("1", "2"):
        label = (markup.first(f"twitter:label{number}") or "").lower()
        if re.search(
            r"written|by|author|autor|verfasst|geschrieben|auteur|escrit|scritto|écrit|skre|napisane", label
        ):
            return markup.metas.get(f"twitter:data{number}", [])
    return []


def _itemprops(markup: Markup) -> list[str]:
    found: list[str] = []
    for element in markup.marked:
        if "author" in (element.get("itemprop") or "").split() and not is_aside(element):
            named = element.xpath(".//*[@itemprop='name']")
            inner = named[0] if named else element
            found.append(inner.get("content") or short_text(inner, 120))
    return found


def _visible(markup: Markup) -> list[str]:
    for element in markup.marked:
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('rel') or ''}".lower()
        if (
            element.tag in ("h1", "time", "meta")
            or not re.search(r"author|byline|autor", names)
            or is_aside(element)
        ):
            continue
        text = short_text(element, 120)
        if 3 < len(text) < 90 and clean_authors([text]):
            return [text]
    return []


def clean_authors(raw: Sequence[str]) -> tuple[str, ...]:
    """Return the names in bylines as they stand on pages, each once, in order."""
    found: dict[str, str] = {}
    for text in raw:
        for name in _split(text):
            cleaned = _clean(name)
            if cleaned:
                found.setdefault(squash(cleaned), cleaned)
    return tuple(found.values())


def _split(text: str) -> list[str]:
    text = " ".join(html.unescape(text).split())
    text = _HANDLE.sub(" ", _EMAIL.sub(" ", text))
    text = _BY.sub("", text).strip()
    names: list[str] = []
    for part in _LIST.split(text):
        pieces = [piece for piece in re.split(r"\s*[,、，]\s*", part) if piece]
        kept = [piece for place, piece in enumerate(pieces) if place == 0 or not _ROLE.search(piece)]
        for piece in kept:
            ends = [end.strip() for end in _AND.split(piece)]
            whole = len(ends) > 1 and (_GROUP.search(piece) or not all(_is_full_name(end) for end in ends))
            names += [piece] if whole else ends
    return names


def _is_full_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and words[0][:1].isupper() and words[-1][:1].isupper()


def _clean(name: str) -> str | None:
    name = _BY.sub("", name.strip(" \t\"'“”„.,:;|·•-–—()[]*")).strip(" .,:;|-–—()")
    if not 2 <= len(name) <= 80 or len(name.split()) > 9 or _NOT_A_NAME.search(name):
        return None
    if any(char.isdigit() for char in name) and read_date(name, True):
        return None
    return name
