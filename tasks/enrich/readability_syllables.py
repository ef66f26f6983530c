"""How many syllables a word has, by its letters.

English: groups of vowels, less the silent ones, more where neighbours are spoken apart, and a list of common
words that defy the rules. The rules were set by the CMU Pronouncing Dictionary: 99 of 100 words of running
news are counted as there, and their sum is within 1 %. The other languages are spelt more nearly as they are
spoken.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_WORD = 40
"""Letters; what is longer is no word."""

_DEFIANT = {
    word: count
    for count, words in {
        1: "drawer george league leagues tier tiers tongue torque vague vogue yard",
        2: "acres ancient asia backyard baseball baseline beverage beyond brilliant business buyer buyers"
        " centre centres chaos chocolate colleague colleagues dr evening facebook fashion fired forecast"
        " forecasts foreground frontier fuels genre georgia georgian guidelines hired household households"
        " hundred jr junior layer layers layout layouts lifestyle lion loyal maybe mayor mayors mr mrs"
        " patience patient patients pipeline pipelines player players premier really reuse royal royals"
        " ruin ruins russia safety salesman senior seniors sideline soldier soldiers someone something"
        " somewhat spokesman spokesmen statesman technique techniques therefore timeline timelines tire"
        " tired tires typeface unique wednesday widespread william williams",
        3: "acquire acquired adobe angeles anime anyone area areas basically behavior behaviors beverages"
        " businesses businessman businessmen carefully catalogue convenience convenient desire desired"
        " dialogue diego efficient element elements empire employee employees employer employers entire"
        " everyday everything everywhere familiar genuine gunfire homeowners hopefully idea ideas"
        " influence influenced inspired italian italians libya likelihood loyalty moreover nuclear"
        " parliament proactive recipe recipes require required retired royalty socialist somebody"
        " specialist specialists specialize specialized specialty spokesperson spokeswoman stakeholder"
        " stakeholders sufficient suicide taxpayer taxpayers theater theaters theatre theatres tokyo usa"
        " vegetable vegetables virginia visually wildfire",
        4: "appreciate associate associates behavioral california coalition coordinate diabetes efficiently"
        " enjoyable entirely european europeans everybody influential influenza initiative initiatives"
        " negotiate pennsylvania reinforcement retirement specifically strategically",
        5: "associated automatically coordinated coordination coordinator experiencing reiterated",
        6: "simultaneously",
    }.items()
    for word in words.split()
}
_VOWEL = re.compile(r"[AEIOUY]")
_GROUP = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"[^aeiouy]e$(?<![^aeiouylr]le)"  # make, whole; not table
    r"|[^aeiouydt]ed$(?<![^aeiouylr]led)"  # moved; not wanted, settled
    r"|[^aeiouysxzcg]es$(?<![cs]hes)(?<![^aeiouylr]les)"  # makes; not houses, watches, tables
)
_SILENT_WITHIN = re.compile(
    r"(?<=[aeiouy])[^aeiouy]{1,2}(?<![^aeiouy]l)e"
    r"(?=(?:ment|ful|less|ly|ness|wise|some|time|work|man|men|land|where)s?$)"
)
_APART = re.compile(
    r"i(?:a(?=(?:l|n|te)(?:s|ly|d)?$)(?<![tcsgx]ia)|a(?!(?:l|n|ge|lly|te)(?:s|ly|ed|d)?$)|o(?!u|n)"
    r"|o(?=us)(?<![tcsgx]io)|o(?=ns?$)(?<![tscgxnl]io)|u|ing|e(?=nce|nt|ty|r(?:s|ed)?$|st$|t))"
    r"|[aeouy]ing|eo(?!u|p)|ua(?=[ltr])(?<![qg]ua)|[^qg]ui(?=t[iy])|uou|creat|rea(?=l[il]|ct)|useum|oe(?=t|m)"
    r"|[sdt]ue(?=l|t)|ya(?=n|r)|fluid"
)
_SPOKEN_M = re.compile(r"(?:[aeiou]s|th)ms?$")
_SPOKEN_NOT = re.compile(r"[ds]n't$")
_BEFORE_VOWEL = re.compile(r"[aou]y(?=[aeo])(?!ed$)")  # player, loyal
_LETTERS = re.compile(r"[^a-z']")

# A group of vowels is more than one syllable in most languages: what makes one is listed.
_NUCLEI = {
    "de": re.compile(r"ei|ai|au|äu|eu|ie|ee|aa|oo|ay|ey|oi|ui|(?<!q)u|[aeioyäöü]"),
    "es": re.compile(r"[iu]?[aeoáéó](?:[iuy](?![aeoáéóíú]))?|[íú]|[iuü]+|y(?![aeiouáéó])"),
    "it": re.compile(r"[iu]?[aeoàèéòó][iu]?|[ìíùú]|[iuy]+"),
    "fr": re.compile(r"é(?=[aeiouâèô])|[aeiouyàâèéêëîïôöùûüœæ]+"),
}
_FRENCH_MUTE = re.compile(r"[^aeiouyàâèéêëîïôöùûüœæ]es?$")


def _english(word: str) -> int:
    word = _LETTERS.sub("", word)
    known = _DEFIANT.get(word) or _DEFIANT.get(word.removesuffix("'s"))
    if known:
        return known
    letters = word.replace("'", "")
    count = len(_GROUP.findall(letters)) + len(_APART.findall(letters))
    count -= bool(_SILENT.search(letters)) + len(_SILENT_WITHIN.findall(letters))
    count -= letters.endswith("ically")
    count += bool(_SPOKEN_M.search(letters)) + bool(_SPOKEN_NOT.search(word))
    count += len(_BEFORE_VOWEL.findall(letters))
    return max(1, count)


@lru_cache(maxsize=50_000)
def syllables(word: str, language: str) -> int:
    """Count a word's syllables, at least one. Raises KeyError for a language that is not known.

    Capitals without a vowel (`BBC`, `DNS`) are spelt out, a syllable a letter.
    """
    letters = unicodedata.normalize("NFC", word.lower().replace("’", "'"))
    if word.isupper() and 1 < len(word) < 6 and not _VOWEL.search(word):
        return len(word)
    if language == "en":
        return _english(letters)
    count = len(_NUCLEI[language].findall(letters))
    if language == "fr" and count > 1 and _FRENCH_MUTE.search(letters):
        count -= 1
    return max(1, count)
