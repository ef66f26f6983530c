"""What a page says of its article, judged: each fact from whichever of its many places can be trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

import lxml.html

from copydesk.tasks.address import absolute_url
from copydesk.tasks.clean.address import choose_address
from copydesk.tasks.clean.authors import find_authors
from copydesk.tasks.clean.elements import is_aside, short_text
from copydesk.tasks.clean.headline import find_headline, site_names
from copydesk.tasks.clean.jsonld import address_of, flag_of, list_of, plain_body, text_of, types_of
from copydesk.tasks.clean.markup import Markup, read_markup
from copydesk.tasks.clean.published import find_dates
from copydesk.tasks.clean.squash import squash

_KEYWORD_METAS = (
    "article:tag",
    "news_keywords",
    "parsely-tags",
    "keywords",
    "sailthru.tags",
    "cxenseparse:keywords",
)
_SECTION_METAS = (
    "article:section",
    "parsely-section",
    "section",
    "cxenseparse:section",
    "dc.subject",
    "og:section",
)
_MOST_TAGS = 50
_LONGEST_TAG = 100
_LIST_MARK = re.compile(r"[;；、，|]")
_TAG = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article; None and empty where it does not say."""

    title: str | None = None
    lead: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    """UTC; midnight where only a day is known."""
    published_date: date | None = None
    """The day in the outlet's own zone, as far as the page tells."""
    published_raw: str | None = None
    published_from: str | None = None
    """`json-ld`, `meta`, `time`, `url`, `text` or `script`."""
    modified_at: datetime | None = None
    """UTC."""
    modified_raw: str | None = None
    modified_from: str | None = None
    """As `published_from`."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    image_url: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    language: str | None = None
    """BCP 47 as it stands on the page."""
    is_accessible_for_free: bool | None = None
    is_metered: bool = False
    """Whether the page says that readers may have a number of such articles for free."""
    article_body: str | None = None
    """JSON-LD `articleBody` as plain text."""
    schema_types: frozenset[str] = frozenset()
    """The `@type`s of the page's JSON-LD and the types of its microdata, in lower case."""
    og_type: str | None = None


def read_metadata(
    root: lxml.html.HtmlElement, url: str | None, fetched_at: datetime | None, microdata: bool = True
) -> Metadata:
    """Read a parsed page's metadata; `url` is where it was fetched, `fetched_at` bounds its dates.

    `microdata`: whether the page may have any, or dates in RDFa; it costs time to look for them.
    """
    markup = read_markup(root, microdata)
    outlet = site_names(markup, url)
    published, modified = find_dates(markup, url, fetched_at)
    canonical = choose_address(markup.addresses, url)
    base = absolute_url(markup.base, url) or url or canonical
    return Metadata(
        title=find_headline(markup, outlet, url),
        lead=_lead(markup),
        authors=find_authors(markup, outlet),
        published_at=published.at if published else None,
        published_date=published.day if published else None,
        published_raw=published.raw if published else None,
        published_from=published.source if published else None,
        modified_at=modified.at if modified else None,
        modified_raw=modified.raw if modified else None,
        modified_from=modified.source if modified else None,
        section=_section(markup),
        tags=_tags(markup),
        image_url=_image(markup, base),
        canonical_url=canonical,
        site_name=_site_name(markup),
        language=_language(markup),
        is_accessible_for_free=_free(markup),
        is_metered=_tier(markup) == "metered",
        article_body=plain_body(markup.article),
        schema_types=markup.types,
        og_type=(markup.first("og:type") or "").lower() or None,
    )


def _lead(markup: Markup) -> str | None:
    said = (
        markup.first("og:description", "description", "twitter:description", "dc.description"),
        markup.article.get("description"),
        markup.article.get("alternativeHeadline"),
    )
    return next((lead for value in said if (lead := _plain(text_of(value)))), None)


def _plain(text: str | None) -> str | None:
    """Descriptions are written for HTML: some still hold its tags."""
    return " ".join(_TAG.sub(" ", text).split()) or None if text else None


def _section(markup: Markup) -> str | None:
    said = list_of(markup.article.get("articleSection"))
    said += [text for name in _SECTION_METAS if (text := text_of(markup.first(name)))]
    # Open Graph allows the section's address too.
    return next((name for name in said if "://" not in name), None) or _breadcrumb(markup)


def _breadcrumb(markup: Markup) -> str | None:
    """The crumb before the article itself, never the home page's."""
    for node in markup.nodes:
        crumbs = node.get("itemListElement")
        if "breadcrumblist" in types_of(node) and isinstance(crumbs, list) and len(crumbs) > 2:
            crumb = crumbs[1]
            if isinstance(crumb, dict):
                return text_of(crumb.get("name")) or text_of(crumb.get("item"))
    return None


def _tags(markup: Markup) -> tuple[str, ...]:
    found = list_of(markup.article.get("keywords"))
    for name in _KEYWORD_METAS:
        if found:
            break
        values = markup.metas.get(name, [])
        # Where each tag has a meta of its own, a comma is part of it.
        found = values if len(values) > 1 else [word for value in values for word in _listed(value)]
    found = found or [short_text(link, _LONGEST_TAG) for link in _tag_links(markup)]
    unique = {squash(word): word for word in reversed(found) if 0 < len(word) < _LONGEST_TAG}
    return tuple(word for word in dict.fromkeys(found) if unique.get(squash(word)) == word)[:_MOST_TAGS]


def _listed(value: str) -> list[str]:
    return list_of(value) if "," in value else list_of(_LIST_MARK.split(value))


def _tag_links(markup: Markup) -> list[lxml.html.HtmlElement]:
    links = (link for link in markup.root.iter("a") if link.get("rel") == "tag")
    return [link for link in islice(links, _MOST_TAGS) if not is_aside(link)]


def _image(markup: Markup, base: str | None) -> str | None:
    candidates = (
        markup.first("og:image", "og:image:url", "og:image:secure_url"),
        address_of(markup.article.get("image")),
        markup.first(
            "twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail"
        ),
        next(iter(markup.links.get("image_src", ())), None),
        address_of(markup.article.get("thumbnailUrl")),
    )
    return next((found for candidate in candidates if (found := absolute_url(candidate, base))), None)


def _site_name(markup: Markup) -> str | None:
    name = markup.first("og:site_name") or text_of(markup.article.get("publisher"))
    for node in markup.nodes:
        if name is None and types_of(node) & {"website", "newsmediaorganization"}:
            name = text_of(node.get("name"))
    return text_of(name) or text_of(markup.first("application-name"))


def _language(markup: Markup) -> str | None:
    said = (
        markup.language
        or text_of(markup.article.get("inLanguage"))
        or markup.first("content-language", "language")
    )
    return said or (markup.first("og:locale") or "").replace("_", "-") or None


def _free(markup: Markup) -> bool | None:
    said = [node.get("isAccessibleForFree") for node in (markup.article, markup.page)]
    said += markup.metas.get("isaccessibleforfree", [])
    flags = [flag for value in said if (flag := flag_of(value)) is not None]
    # Some flag only the part that is behind the wall.
    parts = markup.article.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and flag_of(part.get("isAccessibleForFree")) is False:
            flags.append(False)
    if flags:
        return flags[0]
    return {"free": True, "locked": False}.get(_tier(markup))


def _tier(markup: Markup) -> str:
    return (markup.first("article:content_tier", "og:article:content_tier") or "").lower()
