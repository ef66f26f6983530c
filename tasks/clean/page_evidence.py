"""What speaks for and against a page being an article: its markup, its address, its prose.

`tests/eval/train_page_kind.py` learns from it the weights in `weights_kind.npz`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from urllib.parse import SplitResult, urlsplit

from copydesk.tasks.article import KEPT_LABELS, Block
from copydesk.tasks.clean.jsonld import NEWS_TYPES
from copydesk.tasks.clean.metadata import Metadata
from copydesk.tasks.clean.page_shape import count_words

INDEX_TYPES = frozenset({"collectionpage", "searchresultspage", "itemlist", "offercatalog"})
INDEX_PATH = re.compile(
    r"/(?:tags?|category|categories|collections?|c|authors?|search|archives?|browse|list|all|catalog|shop-by"
    r"|departments?|directory|events|jobs|careers|courses|recipes)(?:/|$)",
    re.IGNORECASE,
)
_PATHS = {
    "path_article": re.compile(
        r"/(?:articles?|news|story|stories|blogs?|posts?|magazine|opinion|politics|insights?|knowledge|learn"
        r"|guides?|journal|press|resources?|features?)(?:/|$)",
        re.IGNORECASE,
    ),
    "path_product": re.compile(r"/(?:products?|shop|store|p|dp|item|itm|buy)(?:/|$)", re.IGNORECASE),
    "path_forum": re.compile(
        r"/(?:forums?|threads?|t|topics?|questions?|discussions?|comments|r|community)\b"
        r"|showthread|viewtopic",
        re.IGNORECASE,
    ),
    "path_manual": re.compile(
        r"/(?:docs?|documentation|reference|api|manual|tutorials?|help|kb|wiki|stable|latest|en-us|guide"
        r"|library|v\d)(?:/|$)",
        re.IGNORECASE,
    ),
    "path_file": re.compile(r"\.(?:html?|php|aspx?|cms|ece)$", re.IGNORECASE),
    "path_number": re.compile(r"\d{5,}|/(?:19|20)\d\d/"),
    "path_service": re.compile(
        r"/(?:services?|solutions?|pricing|about|contact|company|features|platform|industries|what-we-do"
        r"|practice-areas)\b",
        re.IGNORECASE,
    ),
    "path_index": INDEX_PATH,
}
_HOSTS = {
    "host_manual": re.compile(
        r"^(?:docs?|developer|dev|learn|support|help|wiki|api)\.|readthedocs|\.github\.io"
    ),
    "host_forum": re.compile(r"^(?:forums?|community|discuss|discourse|answers|talk)\b|stackexchange|forum"),
}
_TYPES = {
    "type_news": NEWS_TYPES,
    "type_article": frozenset({"article"}),
    "type_blog": frozenset({"blogposting"}),
    "type_product": frozenset({"product", "offer", "productgroup", "aggregateoffer", "aggregaterating"}),
    "type_forum": frozenset({"discussionforumposting", "qapage", "question", "answer", "comment"}),
}
_PHRASES = {
    "buying": ("add to cart", "add to bag", "add to basket", "in stock", "free shipping", "checkout"),
    "calls_to_action": (
        *("contact us", "get started", "free trial", "free quote", "free consultation", "free demo"),
        *("request a demo", "request demo", "request a quote", "book a", "schedule a", "schedule your"),
        *("sign up", "learn more", "our services", "our team", "our clients", "our solutions"),
        *("we offer", "we provide", "we help"),
    ),
    "code": ("()", "=>", "::", "def ", "import ", "const ", "return ", "npm ", "pip ", "sudo "),
    "listing": ("view all", "sort by", "filter", "results", "show more", "load more", "next page"),
}
# Each begins with one of few characters, so that they are found as fast as phrases.
_FORMS = {
    "buying": re.compile(r"[$€£]\s?\d"),
    "code": re.compile(r"[{};]$", re.MULTILINE),
    "listing": re.compile(r"page \d"),
}


_DATED_BY = {"json-ld": 5.0, "meta": 4.0, "time": 3.0, "url": 2.0, "text": 1.0}
_QUOTE = re.compile('["“”„«»‘「『]')
# Whatever a page sells or signs with says nothing of its kind: articles have it too.
_BESIDE = frozenset(("paywall", "offer", "benefit", "legal", "consent", "newsletter", "share", "disclaimer"))
_AROUND = ("navigation", "related", "comment", "byline", "caption", "other")
_NEWS_MARKS = frozenset(("dateline", "byline", "wire_credit", "desk_initials"))
# Characters of short lines that are looked through.
_HEARD = 8_000
# Words: a paragraph of a sentence or two.
_PARAGRAPH = 25


def evidence(metadata: Metadata, blocks: Sequence[Block], address: str) -> dict[str, float]:
    """Return all evidence by name; that of the address is -1 where there is no address."""
    return {
        **_of_address(urlsplit(address)),
        **_of_title(metadata),
        **{name: float(bool(metadata.schema_types & types)) for name, types in _TYPES.items()},
        "social_article": float(metadata.og_type == "article"),
        "social_product": float("product" in (metadata.og_type or "")),
        "dated": _DATED_BY.get(metadata.published_from or "", 0.0),
        "author": float(len(metadata.authors)),
        "section": float(metadata.section is not None),
        "article_body": math.log1p(len(metadata.article_body or "")),
        "social_website": float(metadata.og_type == "website"),
        "social_none": float(metadata.og_type is None),
        "modified": float(metadata.modified_at is not None),
        "tags": math.log1p(len(metadata.tags)),
        "lead_words": float(len((metadata.lead or "").split())),
        "image": float(metadata.image_url is not None),
        "types": float(len(metadata.schema_types)),
        **_of_prose(blocks),
        **_of_lines(blocks),
    }


def _of_title(metadata: Metadata) -> dict[str, float]:
    title = metadata.title or ""
    words = title.split()
    return {
        "title_words": float(len(words)),
        "title_characters": float(len(title)),
        "title_asks": float("?" in title),
        "title_colon": float(":" in title),
        "title_counts": float(any(map(str.isdigit, title))),
        "title_capitals": sum(word[0].isupper() for word in words) / max(1, len(words)),
        "title_names_site": float(bool(metadata.site_name) and (metadata.site_name or "") in title),
    }


def _of_address(address: SplitResult) -> dict[str, float]:
    segments = [segment for segment in address.path.split("/") if segment]
    found = {name: float(bool(form.search(address.path))) for name, form in _PATHS.items()}
    found |= {name: float(bool(form.search(address.hostname or ""))) for name, form in _HOSTS.items()}
    found |= {
        # The slug is not always last: a number may follow it.
        "slug_words": float(max((len(re.findall(r"[-_]", segment)) for segment in segments), default=0)),
        "path_depth": float(len(segments)),
        "last_length": float(len(segments[-1])) if segments else 0.0,
        "last_digits": float(sum(map(str.isdigit, segments[-1]))) if segments else 0.0,
        "query": float(bool(address.query)),
        "folder": float(address.path.endswith("/")),
        "home": float(not segments),
        "host_labels": float((address.hostname or "").count(".")),
    }
    return found if address.netloc else dict.fromkeys(found, -1.0)


def _of_prose(blocks: Sequence[Block]) -> dict[str, float]:
    by_label: Counter[str] = Counter()
    kept: list[int] = []
    quoting = subheadings = 0
    for block in blocks:
        count, label = count_words(block.text), block.label
        by_label[label] += count
        if label in KEPT_LABELS:
            kept.append(count)
            quoting += _QUOTE.search(block.text) is not None
            subheadings += label == "subheading"
    everything = 1 + sum(count for label, count in by_label.items() if label not in _BESIDE)
    prose = [count for count in kept if count >= _PARAGRAPH]
    return {
        "kept_share": sum(kept) / everything,
        "prose_length": math.log1p(sum(prose)),
        "prose_share": sum(prose) / everything,
        "prose_in_kept": sum(prose) / max(1, sum(kept)),
        "paragraphs": float(len(prose)),
        "paragraph_length": sum(prose) / max(1, len(prose)),
        "kept_runs": float(_runs(blocks)),
        "subheadings": subheadings / max(1, len(kept)),
        "quoting": quoting / max(1, len(kept)),
        "headline": float("headline" in by_label),
        "news_marks": float(len(_NEWS_MARKS & by_label.keys())),
        "standfirst": float("standfirst" in by_label),
        **{f"share_{label}": by_label[label] / everything for label in _AROUND},
    }


def _runs(blocks: Sequence[Block]) -> int:
    return sum(kept for kept, _ in groupby(blocks, attrgetter("kept")))


def _of_lines(blocks: Sequence[Block]) -> dict[str, float]:
    lines = [block.text for block in blocks if len(block.text) < 400 and block.label not in _BESIDE]
    joined = "\n".join(lines)[:_HEARD].lower()
    count = joined.count("\n") + 1
    return {name: _said(joined, name) / count for name in _PHRASES}


def _said(joined: str, name: str) -> int:
    said = sum(map(joined.count, _PHRASES[name]))
    return said + (len(_FORMS[name].findall(joined)) if name in _FORMS else 0)
