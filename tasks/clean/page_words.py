"""What the names that a page gives its elements (class, id, itemprop, role) say of their content."""

from __future__ import annotations

import re
from functools import lru_cache

# A word belongs to a group where it begins with one of the group's stems. Stems, since names
# are compounds (`storybody`, `navbar`); the order fixes the bits.
GROUPS: dict[str, str] = {
    "content": (
        "article articulo artikel content contenu contenido inhalt story storie entry main maincontent "
        "richtext rich cuerpo noticia nota news text txt texto testo wysiwyg prose"
    ),
    "body": (
        "body articlebody storybody bodytext bodycopy articletext articlecontent entrycontent postcontent "
        "postbody maintext copy fulltext paragraph paragraphs parrafo absatz"
    ),
    "post": "post blog single page detail",
    "headline": "headline heading title titre titulo titel hed ueberschrift kicker overline dachzeile",
    "lead": (
        "lead lede intro summary standfirst dek deck subtitle subhead subheadline subline teasertext "
        "excerpt abstract vorspann chapo entradilla sommario tldr keypoints highlights bullets "
        "description desc"
    ),
    "byline": "byline author autor autore auteur contributor writer bio profile avatar by kuerzel",
    "date": "date time timestamp datetime published pubdate updated dateline datum fecha",
    "meta": (
        "meta info infos infobar tag tags taxonomy category categories keyword keywords topic topics label"
    ),
    "caption": (
        "caption figcaption figure image img photo picture foto bild credit copyright gallery slideshow "
        "slider carousel lightbox legend legende didascalia media"
    ),
    "video": "video player audio podcast embed iframe youtube twitter tweet instagram facebook oembed",
    "navigation": (
        "nav navbar navigation navi menu menubar submenu breadcrumb breadcrumbs crumb crumbs toolbar "
        "pagination pager paging skip skiplink tabs tab tablist dropdown hamburger megamenu topbar "
        "navigazione"
    ),
    "header": "header masthead banner top logo branding",
    "footer": "footer foot colophon bottom siteinfo footnote footnotes",
    "sidebar": "sidebar aside side rail widget widgets complementary secondary",
    "related": (
        "related relate more readmore recommend recommended recommendation recommendations recirc "
        "recirculation outbrain taboola trending popular mostread latest similar suggested suggestion "
        "also next prev previous empfehl verwandt mehr relacionad correlat leggi liesauch onward "
        "interlinks seealso"
    ),
    "teaser": "teaser card cards tile tiles promo thumb thumbnail",
    "share": ("share sharing shares social socials addtoany sharedaddy sns follow email whatsapp partager"),
    "comment": (
        "comment comments commentlist disqus reply replies respond respuesta kommentar kommentare komment "
        "discussion forum livefyre coral"
    ),
    "newsletter": (
        "newsletter newsletters subscribe subscription signup optin mailing mailchimp abo alert alerts "
        "notification notifications register"
    ),
    "paywall": (
        "paywall premium paid piano regwall gate gateway metered offer offers pricing plan plans upsell "
        "locked restricted login signin account plus"
    ),
    "consent": (
        "cookie cookies consent gdpr onetrust privacy didomi ccpa usercentrics cookiebot cookielaw truste"
    ),
    "advertisement": (
        "ad ads adv advert adverts advertisement advertising adslot adunit anzeige werbung sponsor "
        "sponsored dfp gpt googlead publicidad pub pubblicita commercial native"
    ),
    "popup": "popup modal overlay dialog tooltip toast lightbox interstitial flyout offcanvas drawer",
    "legal": (
        "legal disclaimer disclosure terms impressum imprint rights corrections correction ethics policy"
    ),
    "form": "form search searchbox input button btn submit poll quiz survey vote",
    "hidden": (
        "hidden hide invisible visually sr screenreader offscreen noprint accessibility assistive none"
    ),
    "quote": "quote blockquote pullquote pull quotation zitat citation cita",
    "infobox": (
        "infobox factbox fact facts sidebarbox inset callout highlightbox timeline table toc contents "
        "accordion faq faqs collapse expand glossary references reference sources refs citations"
    ),
    "event": (
        "event events schedule weather stock stocks ticker market score scoreboard live liveblog breaking"
    ),
    "column": "column columns col right left module box",
    "list": "list listing grid item items feed stream archive results collection loop",
    "review": "review reviews rating ratings stars pros cons verdict",
    "shop": "shop buy product products price prices cta calltoaction affiliate deal deals",
}
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}|[a-z](?![^\W\d_])")
_BITS: dict[str, int] = {}
for _bit, _stems in enumerate(GROUPS.values()):
    for _stem in _stems.split():
        _BITS[_stem] = _BITS.get(_stem, 0) | (1 << _bit)
# Long stems also count inside compounds without a separator, such as `relatedarticles`.
_LONG = re.compile("|".join(sorted((stem for stem in _BITS if len(stem) >= 5), key=len, reverse=True)))


@lru_cache(maxsize=50_000)
def word_bits(names: str) -> int:
    """Return the groups of `GROUPS` that the words of `names` belong to, a bit for each in order."""
    bits = 0
    for word in _WORD.findall(names):
        bits |= _bits_of_word(word)
    return bits


# Few words make up many names.
@lru_cache(maxsize=50_000)
def _bits_of_word(cased: str) -> int:
    word = cased.lower()
    bits = _BITS.get(word, 0)
    if not bits and len(word) > 6:
        for stem in _LONG.findall(word):
            bits |= _BITS[stem]
    return bits
