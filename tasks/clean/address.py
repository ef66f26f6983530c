"""Addresses of a page: which of those that it names of itself to believe."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ada_url
import lxml.html

from copydesk.tasks.address import absolute_url, canonical_url, parsed_url, registered_domain
from copydesk.tasks.clean.markup import read_markup

# Copies of the one article: its AMP form, its pages, its print form.
_COPY_OF_ARTICLE = re.compile(
    r"(?:amp|amp\.html|print|drucken|imprimir|full|index\.\w+|page|seite|p|\d{1,2})", re.IGNORECASE
)
_AMP_CACHES = (".cdn.ampproject.org", ".bing-amp.com")
_LOOKS_DEEP = re.compile(r"\d{4,}|(?:[^-_/]+[-_]){2,}[^-_/]+")


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
    named = parsed_url(address)
    page = parsed_url(fetched) if fetched else None
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
