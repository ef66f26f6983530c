"""Addresses: one spelling for one page, and the domain that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

import ada_url
import tldextract


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
# Browsers and servers give up long before; the patterns would take minutes.
_LONGEST = 8_000

# The snapshot of the public suffix list that the package carries: no network, no cache on disk.
_DOMAINS = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def canonical_url(url: str) -> str | None:
    """Return the one spelling of an http(s) address (WHATWG), without fragment and tracking parameters.

    None where it is no such address.
    """
    parsed = parsed_url(url)
    if parsed is None:
        return None
    parsed.hash = ""
    if parsed.search:
        kept = [part for part in parsed.search[1:].split("&") if part and not _tracks(part)]
        parsed.search = "&".join(kept)
    return str(parsed.href)


def _tracks(part: str) -> bool:
    return _TRACKING.fullmatch(unquote(part.partition("=")[0])) is not None


def parsed_url(url: str, base: str | None = None) -> ada_url.URL | None:
    """Return an http(s) address with a host, parsed by the WHATWG rules; None for anything else."""
    if len(url) > _LONGEST:
        return None
    try:
        parsed = ada_url.URL(url.strip(), base=base) if base else ada_url.URL(url.strip())
    except (ValueError, UnicodeError):
        return None
    return parsed if parsed.protocol in ("http:", "https:") and parsed.hostname else None


def registered_domain(url: str) -> str | None:
    """Return the registered domain of an address (`example.co.uk`), or its host where it has none."""
    parsed = parsed_url(url)
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
    parsed = parsed_url(url, base)
    return str(parsed.href) if parsed else None
