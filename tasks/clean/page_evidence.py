"""What speaks for and against a page being an article: its markup, its address, its prose."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from copydesk.tasks.article import Block
from copydesk.tasks.clean.metadata import Metadata

# Log odds, from a logistic regression over news pages and six other kinds of pages
# (tests/eval/train_page_kind.py); held out by site, precision .92 and recall .91.
START = -2.84
EVIDENCE_WEIGHTS: dict[str, float] = {
    "path_article": 1.55,
    "path_product": -1.13,
    "path_forum": -1.52,
    "path_manual": -1.18,
    "path_service": -1.22,
    "path_index": -0.37,
    "host_manual": -1.66,
    "host_forum": -1.68,
    "path_home": -0.66,
    "slug_words": 1.34,
    "slug_of_one_word": -0.80,
    "path_depth": 0.88,
    "type_news": 1.91,
    "type_article": 1.24,
    "type_blog": 0.56,
    "type_product": -1.39,
    "type_forum": -1.56,
    "social_article": 1.07,
    "social_product": -1.26,
    "no_date": -0.51,
    "author": 1.14,
    "kept_share": 1.57,
    "prose_length": 0.42,
    "prose_share": 1.43,
    "buying": -1.03,
    "calls_to_action": -0.93,
    "code": -0.99,
    "listing": -0.53,
    "comments": -0.39,
    "title_length": 1.59,
}

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
        r"|library|v\d)(?:/|$)|\.html?$",
        re.IGNORECASE,
    ),
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
    "type_news": frozenset(
        {
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "liveblogposting",
        }
    ),
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


def evidence(metadata: Metadata, blocks: Sequence[Block], address: str) -> dict[str, float]:
    """Return what `EVIDENCE_WEIGHTS` weighs, each from 0 to about 1."""
    return {
        **_of_address(urlsplit(address)),
        **{name: float(bool(metadata.schema_types & types)) for name, types in _TYPES.items()},
        "social_article": float(metadata.og_type == "article"),
        "social_product": float("product" in (metadata.og_type or "")),
        "no_date": float(metadata.published_at is None),
        "author": float(bool(metadata.authors)),
        "title_length": min(len((metadata.title or "").split()), 14) / 14,
        **_of_blocks(blocks),
    }


def _of_address(address: SplitResult) -> dict[str, float]:
    segments = [segment for segment in address.path.split("/") if segment]
    joints = len(re.findall(r"[-_]", segments[-1])) if segments else 0
    found = {name: float(bool(form.search(address.path))) for name, form in _PATHS.items()}
    found |= {name: float(bool(form.search(address.hostname or ""))) for name, form in _HOSTS.items()}
    return found | {
        "path_home": float(not segments),
        "slug_words": min(joints, 8) / 8,
        "slug_of_one_word": float(joints == 0),
        "path_depth": min(len(segments), 6) / 6,
    }


def _of_blocks(blocks: Sequence[Block]) -> dict[str, float]:
    everything = sum(len(block.text.split()) for block in blocks) or 1
    kept = [len(block.text.split()) for block in blocks if block.kept]
    prose = sum(length for length in kept if length >= 25)
    lines = [block.text for block in blocks if len(block.text) < 400]
    joined = "\n".join(lines).lower()
    found = {name: min(1.0, 10 * _said(joined, name) / max(1, len(lines))) for name in _PHRASES}
    comments = sum(block.label == "comment" for block in blocks)
    return found | {
        "kept_share": sum(kept) / everything,
        "prose_length": math.log1p(prose) / 8,
        "prose_share": prose / everything,
        "comments": min(1.0, 5 * comments / max(1, len(blocks))),
    }


def _said(joined: str, name: str) -> int:
    said = sum(map(joined.count, _PHRASES[name]))
    return said + (len(_FORMS[name].findall(joined)) if name in _FORMS else 0)
