"""Fragments of HTML in feeds become a teaser's paragraphs."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

from copydesk.tasks.article import FeedEntry

_LONGEST = 2_000_000
_MARKUP = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>", re.DOTALL)
_NOT_TEXT = (
    *("script", "style", "noscript", "template", "iframe", "object", "form", "button", "svg", "audio"),
    *("video", "head", "select", "math"),
)
_BREAKING = (
    *("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tr"),
    *("td", "th", "section", "article", "figure", "figcaption", "pre", "hr", "dl", "dt", "dd", "aside"),
    *("header", "footer", "main", "center", "address", "details", "summary"),
)
_BREAK = "\x1e"


@dataclass(frozen=True, slots=True)
class TeaserRule:
    """What feeds add to a teaser that is no part of it: a whole paragraph, or the end of the last ones."""

    name: str
    language: str
    pattern: str
    """A regular expression that the whole paragraph, or its end, matches, case ignored."""
    struck: str
    """A paragraph that goes."""
    kept: str
    """A paragraph that looks like it and stays."""
    ends: bool = False
    """Whether it is also struck at the end of a paragraph."""


_ARROWS = r"[\s.…:!»›→>\]\[)(]*"
TEASER_RULES: tuple[TeaserRule, ...] = (
    TeaserRule(
        "appeared_first",
        "en",
        r"(?:the post|this (?:article|story|post)|the article)\b.{0,300}?\b(?:first appeared|appeared first"
        r"|was (?:originally|first) published|originally appeared)(?: on| in| at)\b.{0,120}",
        "The post Council votes on harbour appeared first on Bay Herald.",
        "The post of harbour master was advertised first in March.",
        ends=True,
    ),
    TeaserRule(
        "read_on",
        "en",
        r"(?:continue reading|keep reading|read (?:more|on|the (?:full|whole|rest)(?: \w+){0,4})"
        r"|full (?:story|article)"
        r"|view (?:full |the )?(?:article|post|story)|more\s*[»›→]|click here to (?:read|continue)[^.]{0,60}"
        r"|(?:continue reading|read more)\b[^.!?]{0,150})" + _ARROWS,
        "Continue reading…",
        "Readers continue reading the old edition, the librarian said.",
        ends=False,
    ),
    TeaserRule(
        "read_on_end",
        "en",
        r"(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*(?:(?:continue reading|read more|read on)\b[^.!?]{0,150}|more)"
        + _ARROWS,
        "… Continue reading",
        "He paused … more than once.",
        ends=True,
    ),
    TeaserRule(
        "read_on",
        "de",
        r"(?:weiterlesen|mehr (?:lesen|dazu)|zum (?:ganzen |vollständigen )?artikel|jetzt lesen)" + _ARROWS,
        "Weiterlesen »",
        "Weiterlesen lohnt sich, sagt der Verlag.",
    ),
    TeaserRule(
        "appeared_first",
        "de",
        r"der (?:beitrag|artikel)\b.{0,300}?\berschien zuerst (?:auf|bei|in)\b.{0,120}",
        "Der Beitrag Hafen wird gebaut erschien zuerst auf Küstenblatt.",
        "Der Beitrag steigt auf zwei Prozent.",
        ends=True,
    ),
    TeaserRule(
        "read_on",
        "fr",
        r"(?:lire (?:la suite|plus|l['’]article(?: complet)?)|continuer (?:la|à) (?:lecture|lire)"
        r"|en savoir plus)" + _ARROWS,
        "Lire la suite…",
        "Lire la suite du rapport prend deux heures, dit-il.",
    ),
    TeaserRule(
        "appeared_first",
        "fr",
        r"(?:cet article|l['’]article)\b.{0,300}?\best apparu en premier sur\b.{0,120}",
        "L’article Le port est apparu en premier sur Le Phare.",
        "L’article premier de la loi est cité.",
        ends=True,
    ),
    TeaserRule(
        "read_on",
        "es",
        r"(?:leer (?:más|mas|la nota completa|el artículo completo)|seguir leyendo|sigue leyendo"
        r"|continuar leyendo|ver más)" + _ARROWS,
        "Seguir leyendo",
        "Seguir leyendo a los clásicos es un placer.",
    ),
    TeaserRule(
        "appeared_first",
        "es",
        r"(?:la entrada|el (?:cargo|post|artículo))\b.{0,300}?\b(?:se publicó|apareció) primero en\b.{0,120}",
        "La entrada El puerto se publicó primero en El Faro.",
        "La entrada cuesta diez euros.",
        ends=True,
    ),
    TeaserRule(
        "read_on",
        "pt",
        r"(?:leia mais|ler mais|continue (?:a ler|lendo)|continuar a ler|saiba mais|veja mais)" + _ARROWS,
        "Leia mais",
        "Leia mais livros, pediu a ministra.",
    ),
    TeaserRule(
        "read_on",
        "it",
        r"(?:leggi (?:tutto|di più|ancora|l['’]articolo(?: completo)?)|continua a leggere|continua)"
        + _ARROWS,
        "Continua a leggere »",
        "Continua a leggere i giornali ogni mattina.",
    ),
    TeaserRule(
        "read_on",
        "nl",
        r"(?:lees (?:meer|verder|het hele artikel)|meer lezen)" + _ARROWS,
        "Lees verder →",
        "Lees verder dan de eerste bladzijde, zegt hij.",
    ),
    TeaserRule(
        "read_on",
        "ru",
        r"(?:читать (?:далее|дальше|полностью)|подробнее)" + _ARROWS,
        "Читать далее…",
        "Читать далее он не стал.",
    ),
    TeaserRule(
        "cut_mark",
        "any",
        r"\[\s*(?:…|\.\.\.)\s*\]",
        "[…]",
        "[sic]",
        ends=True,
    ),
    TeaserRule(
        "feed_counts",
        "en",
        r"(?:\d+ (?:comments?|shares?|likes?)|comments?|tweet|email this|share on \w+|submitted by .{1,60})"
        + _ARROWS,
        "12 comments",
        "12 comments by the judge were struck from the record.",
    ),
)
_WHOLE = re.compile("|".join(f"(?:{rule.pattern})" for rule in TEASER_RULES), re.IGNORECASE)
_END = re.compile(
    r"\s*(?:" + "|".join(f"(?:{rule.pattern})" for rule in TEASER_RULES if rule.ends) + r")\s*$",
    re.IGNORECASE,
)


def teaser_text(entry: FeedEntry) -> str:
    """Return the paragraphs of a feed's own text, parted by an empty line; "" where it has none.

    Of content and summary the one with more text. What feeds add (scripts, tracking pixels, "Continue
    reading", "The post … appeared first on …") is left out.
    """
    texts = [fragment_text(fragment) for fragment in (entry.content, entry.summary) if fragment]
    return max(texts, key=len, default="")


def fragment_text(fragment: str) -> str:
    """Return a fragment's paragraphs, parted by an empty line."""
    # JSON can carry half a character, which no parser takes.
    whole = fragment[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    paragraphs = [struck for paragraph in _paragraphs(whole) if (struck := _struck(paragraph))]
    return "\n\n".join(paragraphs)


def _struck(paragraph: str) -> str:
    """The paragraph without what feeds add, "" where nothing else is in it."""
    if _WHOLE.fullmatch(paragraph[:600]) and len(paragraph) <= 600:
        return ""
    # Additions are short and stand at the end; the search from there stays linear.
    head, tail = paragraph[:-600], paragraph[-600:]
    return (head + _END.sub("", tail)).strip()


def _paragraphs(fragment: str) -> list[str]:
    if not _MARKUP.search(fragment):
        lines = re.split(r"\n\s*\n|\r\n?|\n", _unescaped(fragment))
        return [line for line in (" ".join(line.split()) for line in lines) if line]
    soup = parsed_fragment(fragment)
    for element in soup.find_all(_NOT_TEXT):
        element.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in soup.find_all(_BREAKING):
        element.insert_before(_BREAK)
        element.insert_after(_BREAK)
    lines = soup.get_text().split(_BREAK)
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _unescaped(fragment: str) -> str:
    return parsed_fragment(fragment).get_text() if "&" in fragment and "<" not in fragment else fragment


def parsed_fragment(fragment: str) -> BeautifulSoup:
    """Return a fragment of HTML, or of what was meant as such, as a tree."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(fragment, "lxml")
