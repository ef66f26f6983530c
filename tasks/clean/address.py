"""Addresses: one spelling for one page, the domain that it belongs to, and which to believe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

import ada_url
import lxml.html
import tldextract

from copydesk.tasks.clean.markup import read_markup


@dataclass(frozen=True, slots=True)
class TrackingParameter:
    """A query parameter that tells where a reader came from, not which page it is."""

    pattern: str
    """A regular expression that the whole name matches, case ignored."""
    whose: str
    struck: str
    """A query that loses it."""
    kept: str
    """A query that looks like it and stays."""


TRACKING_PARAMETERS: tuple[TrackingParameter, ...] = (
    TrackingParameter(r"utm_\w+", "Google Analytics", "utm_source=rss", "utm=32N"),
    TrackingParameter(r"[gdw]clid|gclsrc|[gw]braid|gad_source|srsltid", "Google Ads", "gclid=Cj0", "clid=7"),
    TrackingParameter(r"_ga|_gl", "Google Analytics", "_ga=2.1", "ga=1"),
    TrackingParameter(
        r"fbclid|fb_(action_ids|action_types|ref|source|comment_id)", "Facebook", "fbclid=IwAR", "fb=1"
    ),
    TrackingParameter(r"igshid|igsh", "Instagram", "igshid=x", "ig=x"),
    TrackingParameter(r"msclkid", "Microsoft", "msclkid=9f", "msid=9"),
    TrackingParameter(r"twclid|ttclid|li_fat_id|rdt_cid|epik|sccid", "social networks", "twclid=1", "clip=1"),
    TrackingParameter(r"yclid|ysclid|_openstat", "Yandex", "yclid=8", "cid=8"),
    TrackingParameter(r"mc_[ce]id|_hs(enc|mi)|hsctatracking|mkt_tok", "mailings", "mc_cid=4a", "mc=4a"),
    TrackingParameter(
        r"wickedid|vero_(conv|id)|oly_(anon|enc)_id|rb_clickid", "mailings", "oly_anon_id=1", "id=1"
    ),
    TrackingParameter(r"(pk|mtm|piwik|matomo)_\w+", "Matomo", "pk_campaign=x", "pk=12"),
    TrackingParameter(
        r"at_(medium|campaign|custom\d|link\w*|format|ptr_name)", "Piano", "at_medium=RSS", "at=1"
    ),
    TrackingParameter(r"ns_(campaign|mchannel|source|linkname|fee)", "Comscore", "ns_source=x", "ns=1"),
    TrackingParameter(r"xtor|wt_(zmc|mc)", "AT Internet, Webtrekk", "xtor=RSS-1", "vector=1"),
    TrackingParameter(
        r"s_cid|icid|ncid|ocid|cmpid|smid|smtyp|soc_(src|trk)", "campaign codes", "ocid=social", "cid=5"
    ),
    TrackingParameter(r"__twitter_impression|amp_js_v|amp_gsa|usqp", "AMP caches", "usqp=mq331", "amp=1"),
)

_TRACKING = re.compile("|".join(f"(?:{rule.pattern})" for rule in TRACKING_PARAMETERS), re.IGNORECASE)
# Copies of the one article: its AMP form, its pages, its print form.
_COPY_OF_ARTICLE = re.compile(
    r"(?:amp|amp\.html|print|drucken|imprimir|full|index\.\w+|page|seite|p|\d{1,2})", re.IGNORECASE
)
# Browsers and servers give up long before; the patterns would take minutes.
_LONGEST = 8_000
_AMP_CACHES = (".cdn.ampproject.org", ".bing-amp.com")
_LOOKS_DEEP = re.compile(r"\d{4,}|(?:[^-_/]+[-_]){2,}[^-_/]+")

# The snapshot of the public suffix list that the package carries: no network, no cache on disk.
_DOMAINS = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def canonical_url(url: str) -> str | None:
    """Return the one spelling of an http(s) address (WHATWG), without fragment and tracking parameters.

    None where it is no such address.
    """
    parsed = _parsed(url)
    if parsed is None:
        return None
    parsed.hash = ""
    if parsed.search:
        kept = [part for part in parsed.search[1:].split("&") if part and not _tracks(part)]
        parsed.search = "&".join(kept)
    return str(parsed.href)


def _tracks(part: str) -> bool:
    return _TRACKING.fullmatch(unquote(part.partition("=")[0])) is not None


def _parsed(url: str, base: str | None = None) -> ada_url.URL | None:
    if len(url) > _LONGEST:
        return None
    try:
        parsed = ada_url.URL(url.strip(), base=base) if base else ada_url.URL(url.strip())
    except (ValueError, UnicodeError):
        return None
    return parsed if parsed.protocol in ("http:", "https:") and parsed.hostname else None


def registered_domain(url: str) -> str | None:
    """Return the registered domain of an address (`example.co.uk`), or its host where it has none."""
    parsed = _parsed(url)
    if parsed is None:
        return None
    return _domain_of(parsed.hostname)


@lru_cache(maxsize=4_096)
def _domain_of(host: str) -> str:
    return _DOMAINS(host).top_domain_under_public_suffix or host


def absolute_url(url: str | None, base: str | None) -> str | None:
    """Return the absolute http(s) form of an address that a page gives, None where there is none."""
    if not url:
        return None
    parsed = _parsed(url, base)
    return str(parsed.href) if parsed else None


def page_address(root: lxml.html.HtmlElement, url: str | None) -> str | None:
    """Return the canonical address of a page: its own word where that can be trusted, else `url`'s."""
    return choose_address(read_markup(root).addresses, url)


def choose_address(candidates: Iterable[str], url: str | None) -> str | None:
    """Return the first candidate to be trusted in canonical form, else the canonical form of `url`.

    One wrong canonical address would file many articles as one, so it must lie on the same
    registered domain and be no home page or section of a deeper page. Only caches of AMP pages are
    on a domain that is not the outlet's.
    """
    fetched = canonical_url(url) if url else None
    for candidate in candidates:
        named = absolute_url(candidate, fetched)
        address = canonical_url(named) if named else None
        if address and _trusted(address, fetched):
            return address
    return fetched


def _trusted(address: str, fetched: str | None) -> bool:
    named = _parsed(address)
    page = _parsed(fetched) if fetched else None
    if named is None:
        return False
    if page is None:
        return named.pathname != "/" or bool(named.search)
    same = registered_domain(address) == registered_domain(str(page.href))
    return (same or _is_amp_cache(page)) and _as_deep(named, page)


def _is_amp_cache(page: ada_url.URL) -> bool:
    host = page.hostname
    return host.endswith(_AMP_CACHES) or (
        host.startswith("www.google.") and page.pathname.startswith("/amp/")
    )


def _as_deep(named: ada_url.URL, page: ada_url.URL) -> bool:
    """Whether the address that a page names tells articles apart as well as the fetched one does."""
    named_path, path = named.pathname.rstrip("/"), page.pathname.rstrip("/")
    if named_path == path and not named.search and page.search:
        # The query may be what tells articles apart, unless the path names one already.
        return _LOOKS_DEEP.search(path) is not None
    if named.search or not path:
        return True
    if named_path and path.startswith(named_path + "/"):
        return all(_COPY_OF_ARTICLE.fullmatch(part) for part in path[len(named_path) + 1 :].split("/"))
    return bool(named_path) and (_LOOKS_DEEP.search(named_path) is not None or not _LOOKS_DEEP.search(path))
