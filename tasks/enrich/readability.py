"""The enrichment `readability`: how easy the body is to read, by Flesch's reading ease.

The length of sentences and of words tells it: 206.835 - 1.015 words a sentence - 84.6 syllables a word (R.
Flesch, *A New Readability Yardstick*, 1948), with the constants that were published for other languages:
German (T. Amstad, 1978), Spanish (J. Fernández Huerta, 1959), French (L. Kandel and A. Moles, 1958), Italian
(V. Franchina and R. Vacca, 1972). What exceeds the scale is cut to 0 and 100. Figures of two languages are
not to be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.tasks.article import Article
from copydesk.tasks.enrich.language import language_to_read
from copydesk.tasks.enrich.readability_syllables import LONGEST_WORD, syllables

READ = 20_000
"""Characters of the body that are read."""
FEWEST_WORDS = 50
"""With fewer the figure says nothing."""
_FORMULAS = {
    "en": (206.835, 1.015, 84.6),
    "de": (180.0, 1.0, 58.5),
    "es": (206.84, 1.02, 60.0),
    "fr": (207.0, 1.015, 73.6),
    "it": (206.0, 1.0, 65.0),
}
"""The constant, what a word more in each sentence takes off, what a syllable more in each word."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ELISION = re.compile(r"(?<=\b[a-zàâéèA-ZÀÂÉÈ])['’](?=\w)|(?<=\b[ldnsmtLDNSMT]{2})['’](?=\w)|(?<=\w{2}l)['’]")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»“)\]]*+(?=\s+[\"'“„«‘(\[¿¡–—-]*[A-ZÀ-ÖØ-Þ\d]|\s*$)")
# A dot that ends no sentence: initials, titles, abbreviations.
_NO_END = re.compile(
    r"(?:\b[A-ZÀ-Þ]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|Jr|Sr|No|vs|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|z\. ?B|bzw|ca|Nr|Sra?|Sig|etc|p\. ?ex|Mme|art|pág"
    r"|U\.S|U\.K|U\.N|D\.C|a\.m|p\.m))$"
)
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")  # am 3. Mai


def sentences(paragraph: str, language: str) -> Iterator[str]:
    """Give the sentences of a paragraph, by their final marks and the capitals that follow."""
    no_ends = (_NO_END, _ORDINAL) if language == "de" else (_NO_END,)
    start = 0
    for end in _END.finditer(paragraph):
        before = paragraph[max(start, end.start() - 12) : end.start()]
        last = end.end() == len(paragraph)
        if end[0].startswith(".") and not last and any(no_end.search(before) for no_end in no_ends):
            continue
        yield paragraph[start : end.end()]
        start = end.end()
    if paragraph[start:].strip():
        yield paragraph[start:]


def reading_ease(text: str, language: str) -> float | None:
    """Return Flesch's reading ease, from 0 (hard) to 100 (easy); None for a short text or another language.

    Paragraphs that end in no mark (subheadings, items of a list) are left out: they are no sentences.
    """
    if language not in _FORMULAS:
        return None
    words = counted = sentence_count = 0
    for line in text[:READ].split("\n"):
        paragraph = line.strip()
        if not paragraph or paragraph[-1].isalnum():
            continue
        if language in ("fr", "it"):
            paragraph = _ELISION.sub(" ", paragraph)
        for sentence in sentences(paragraph, language):
            found = [word for word in _WORD.findall(sentence) if len(word) <= LONGEST_WORD]
            words += len(found)
            counted += sum(syllables(word, language) for word in found)
            sentence_count += bool(found)
    if words < FEWEST_WORDS:
        return None
    constant, per_word, per_syllable = _FORMULAS[language]
    ease = constant - per_word * words / sentence_count - per_syllable * counted / words
    return round(min(100.0, max(0.0, ease)), 1)


def readability(article: Article) -> dict[str, object]:
    """Return `readability` of the body; None where the language has no formula."""
    return {"readability": reading_ease(article.body, language_to_read(article) or "")}
