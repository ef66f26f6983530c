"""The headline: what the page's several titles agree on, without site name and kicker."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from urllib.parse import unquote, urlsplit

import lxml.html

from copydesk.tasks.address import registered_domain
from copydesk.tasks.clean.elements import short_text
from copydesk.tasks.clean.jsonld import text_of, types_of
from copydesk.tasks.clean.markup import Markup
from copydesk.tasks.clean.squash import squash

_SEPARATOR = re.compile(
    r"\s+[|\-–—:·*•»«/~>]+\s+|\s*[|｜ㅣ]\s*|\s*：\s*|\s+::\s+|\s+-{2,}\s+|:\s+|(?<=\S)-(?=[^\s-]+$)"
)
# What a title's place is worth, where the page calls itself a news article and where not. In news
# the social title is the editor's and the h1 may carry the kicker; elsewhere the social title is
# written for search engines. Rounded from a logistic regression over the candidates of news and
# web pages (held out by site).
WEIGHTS: dict[str, tuple[float, float]] = {
    "h1": (1.4, 2.9),
    "later-h1": (0.2, 1.6),
    "json-ld": (2.5, 1.1),
    "og": (2.8, 1.6),
    "twitter": (0.3, 0.2),
    "meta": (1.4, 1.2),
    "itemprop": (1.1, 1.2),
    "title": (-1.5, 0.1),
}
_PUBLISHER_METAS = ("publisher", "dc.publisher", "apple-mobile-web-app-title", "twitter:app:name:iphone")
_TAG = re.compile(r"<[^<>]{1,200}>")
_LONGEST = 400
_HOME = re.compile(r"(?:(?:https?:)?//[^/?#]+)?/?", re.IGNORECASE)
# Letters that do not fall apart into one of ASCII and a mark.
_ASCII = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ð": "d"})
_FEWEST_SLUG_WORDS = 3
# What it is worth that the address is made of a title's words: half of them by chance, all of them fully.
_HALF_OF_SLUG, _SLUG_WEIGHT = 0.5, 2.0


def find_headline(markup: Markup, names: frozenset[str], url: str | None = None) -> str | None:
    """Return the page's headline, None where no title says more than the outlet's name.

    `names` are those of the outlet, as `site_names` returns them; `url` is where the page was fetched.
    """
    titles = _titles(markup)
    found = [(source, cleaned) for source, title in titles if (cleaned := _without_site(title, names))]
    found = [(source, title) for source, title in found if squash(title) and squash(title) not in names]
    return _agreed(found, markup, url) if found else None


def site_names(markup: Markup, url: str | None) -> frozenset[str]:
    """Return the names that the outlet goes by, squashed: its site's, its publisher's, its domain's."""
    names = [*markup.metas.get("og:site_name", ()), *markup.metas.get("application-name", ())]
    names += [value for name in _PUBLISHER_METAS for value in markup.metas.get(name, ())]
    names += [text for node in (markup.article, markup.page) if (text := text_of(node.get("publisher")))]
    for node in markup.nodes:
        if types_of(node) & {"website", "organization", "newsmediaorganization"}:
            names += [text for key in ("name", "alternateName") if (text := text_of(node.get(key)))]
    for address in (url, *markup.metas.get("og:url", ())[:1]):
        domain = registered_domain(address) if address else None
        if domain:
            names += [domain, domain.partition(".")[0], "www." + domain]
    names += [short_text(heading) for heading in markup.headings[:3] if _leads_home(heading)]
    return frozenset(name for name in map(squash, names) if name)


def _leads_home(heading: lxml.html.HtmlElement) -> bool:
    """Whether a heading links to the front page, as the outlet's name does where it stands in an h1."""
    links = [*islice(heading.iter("a"), 1), *islice(heading.iterancestors("a"), 1)]
    return any(_HOME.fullmatch((link.get("href") or "-").strip()) for link in links)


def _titles(markup: Markup) -> list[tuple[str, str]]:
    found: list[tuple[str, str | None]] = []
    found += [
        ("later-h1" if place else "h1", short_text(element))
        for place, element in enumerate(markup.headings[:3])
    ]
    found += [("json-ld", text_of(markup.article.get("headline")) or text_of(markup.article.get("name")))]
    found += [("og", value) for value in markup.metas.get("og:title", ())[:1]]
    found += [("twitter", value) for value in markup.metas.get("twitter:title", ())[:1]]
    for name in (
        "parsely-title",
        "sailthru.title",
        "citation_title",
        "dc.title",
        "dcterms.title",
        "headline",
        "title",
    ):
        found += [("meta", value) for value in markup.metas.get(name, ())[:1]]
    if not markup.article and markup.microdata:
        found += [("itemprop", short_text(element)) for element in _itemprops(markup)[:1]]
    found += [("title", markup.title)]
    cleaned = [(source, _without_tags(text_of(title[:_LONGEST]) or "")) for source, title in found if title]
    return [(source, title[:_LONGEST]) for source, title in cleaned if title]


def _without_tags(title: str) -> str:
    return " ".join(_TAG.sub("", title).split()) if "<" in title else title


def _itemprops(markup: Markup) -> list[lxml.html.HtmlElement]:
    return [
        element
        for element in markup.marked
        if "headline" in (element.get("itemprop") or "").split() and element.tag not in ("h1", "meta")
    ]


def _without_site(title: str, names: frozenset[str]) -> str:
    """Strip the outlet's name, and the section that stands before it, from either end."""
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts:
        rest = squash(title[cut.end() :])
        # A colon is too common within headlines to take a section along.
        if _is_site(rest, names) or (":" not in cut[0] and _ends_with_site(rest, names)):
            return title[: cut.start()].strip()
    for cut in reversed(cuts):
        if _is_site(squash(title[: cut.start()]), names):
            return title[cut.end() :].strip()
    return title


def _is_site(words: str, names: frozenset[str]) -> bool:
    solid = words.replace(" ", "")
    return any(solid == name.replace(" ", "") for name in names)


def _ends_with_site(words: str, names: frozenset[str]) -> bool:
    return any(words.endswith(f" {name}") for name in names)


def _agreed(found: list[tuple[str, str]], markup: Markup, url: str | None) -> str:
    """Return the title with the most weight behind it; a title in several places has the sum.

    In news the address is most often made of the title for search engines, elsewhere of the headline.
    """
    news = any("newsarticle" in name for node in markup.nodes for name in types_of(node))
    column = 0 if news else 1
    places: dict[str, list[str]] = {}
    for source, title in found:
        places.setdefault(squash(title), []).append(source)
    scores = {
        key: sum(WEIGHTS[source][column] for source in dict.fromkeys(sources))
        + _form_score(key, list(places))
        for key, sources in places.items()
    }
    slug = _slug_words(url or next(markup.addresses, "")) if not news and len(places) > 1 else frozenset()
    if slug:
        scores = {key: score + _slug_score(key, slug) for key, score in scores.items()}
    best = max(scores, key=lambda key: scores[key])
    return next(title for _, title in found if squash(title) == best)


def _form_score(title: str, others: list[str]) -> float:
    score = -1.2 if len(title) < 25 and len(title.split()) <= 3 else 0.0
    if any(other.startswith(title + " ") for other in others):
        score += 1.3
    if any(title.startswith(other + " ") for other in others):
        score -= 0.6
    return score


def _slug_words(url: str) -> frozenset[str]:
    """Return the words of the part of an address that has the most of them, none where those are few."""
    try:
        path = unquote(urlsplit(url[:2_000]).path)
    except ValueError:
        return frozenset()
    parts = [_plain_words(squash(part.replace("_", "-"))) for part in path.split("/")]
    words = max(parts, key=len)
    return words if len(words) >= _FEWEST_SLUG_WORDS else frozenset()


def _slug_score(title: str, slug: frozenset[str]) -> float:
    words = _plain_words(title)
    alike = 2 * len(words & slug) / (len(words) + len(slug))
    return _SLUG_WEIGHT * max(0.0, alike - _HALF_OF_SLUG)


def _plain_words(words: str) -> frozenset[str]:
    """Return squashed words in ASCII letters where they have such, without numbers and single letters."""
    if not words.isascii():
        apart = unicodedata.normalize("NFKD", words.translate(_ASCII))
        words = "".join(letter for letter in apart if not unicodedata.combining(letter))
    # German addresses write "ae" for "ä".
    words = words.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return frozenset(word for word in words.split() if len(word) > 1 and not word.isdigit())
