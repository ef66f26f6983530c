"""Which currency an amount is in: by its sign, its code or its name, and the country where these are shared.

`$` and `dollars` are those of the article's country where it has dollars of its own, else of the United
States. The country is the one of the outlet (the end of its domain, or the region of its declared language);
where neither names one, that of the dateline, unless the copy is an international agency's, which says `A$`
where it means it. `pesos`, `kroner` and the like go by the country too, else by the only one of their
countries that the body names; where that leaves it open, the amount is left out.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from copydesk.tasks.article import Article

SIGNS: dict[str, str] = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "Z$": "ZWL", "J$": "JMD",
    "TT$": "TTD", "MX$": "MXN", "$": "$", "€": "EUR", "£": "GBP", "¥": "¥", "￥": "¥", "₹": "INR",
    "₽": "RUB",
    "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "₸": "KZT", "Rs": "rupee", "Rs.": "rupee", "Re": "rupee", "RM": "MYR", "＄": "$", "$US": "USD",
    "Dh": "AED", "Dhs": "AED", "Dh.": "AED", "Dhs.": "AED", "SR": "SAR", "Sh": "shilling",
    "Shs": "shilling", "Sh.": "shilling", "N": "N", "R": "R", "KSh": "KES", "Ksh": "KES",
    "KSh.": "KES",
    "Ksh.": "KES", "USh": "UGX", "Tk": "BDT", "Tk.": "BDT", "GH¢": "GHS", "GH₵": "GHS", "B$": "BND",
}  # fmt: skip
_CODES = (
    "USD EUR GBP JPY CNY INR AUD CAD CHF HKD NZD SGD TWD BRL MXN RUB KRW ZAR TRY SEK NOK DKK PLN CZK HUF ILS"
    " AED SAR QAR KWD EGP NGN KES GHS PKR BDT LKR NPR THB IDR MYR PHP VND UAH KZT ARS CLP COP RMB MNT ETB TZS"
    " UGX MMK IQD IRR SYP LBP JOD OMR BHD TND DZD RON BGN RSD ISK XOF XAF VES UYU JMD TTD"
)
CODES = tuple(_CODES.split())
# By country code: what its dollars, pesos, … are.
_LOCAL: dict[str, dict[str, str]] = {
    "$": {
        "AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "JM": "JMD",
        "TT": "TTD",
        "FJ": "FJD", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP",
    },
    "dollar": {
        "AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "JM": "JMD",
        "TT": "TTD",
        "FJ": "FJD",
    },
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "pound": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "SS": "SSP"},
    "peso": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU", "CU": "CUP",
             "DO": "DOP"},
    "krone": {"NO": "NOK", "DK": "DKK"},
    "krona": {"SE": "SEK", "IS": "ISK"},
    "franc": {"CH": "CHF", "SN": "XOF", "CI": "XOF", "ML": "XOF", "CM": "XAF", "GA": "XAF", "CD": "CDF",
              "RW": "RWF", "BI": "BIF"},
    "dinar": {"KW": "KWD", "IQ": "IQD", "JO": "JOD", "DZ": "DZD", "TN": "TND", "LY": "LYD", "RS": "RSD",
              "BH": "BHD"},
    "riyal": {"SA": "SAR", "QA": "QAR", "YE": "YER", "IR": "IRR", "OM": "OMR"},
    "dirham": {"AE": "AED", "MA": "MAD"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"},
    "N": {"NG": "NGN"},
    "R": {"ZA": "ZAR"},
    "crown": {"CZ": "CZK", "SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "lira": {"TR": "TRY", "LB": "LBP", "SY": "SYP"},
    "¥": {"CN": "CNY", "JP": "JPY"},
    "won": {"KR": "KRW", "KP": "KPW"},
    "leu": {"RO": "RON", "MD": "MDL"},
}  # fmt: skip
_DEFAULT = {"$": "USD", "dollar": "USD", "rupee": "INR", "pound": "GBP", "lira": "TRY", "won": "KRW",
    "¥": "JPY",
            "leu": "RON"}  # fmt: skip
_UNAMBIGUOUS = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB",
    "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "baht": "THB", "ringgit": "MYR", "dong": "VND",
    "rupiah": "IDR", "taka": "BDT", "real": "BRL", "reais": "BRL", "zloty": "PLN", "zlotys": "PLN",
    "zlotych": "PLN", "forint": "HUF", "hryvnia": "UAH", "hryvnias": "UAH", "tenge": "KZT", "shekel": "ILS",
    "sterling": "GBP", "pence": "GBP", "birr": "ETB", "lei": "RON", "kronor": "SEK", "afghani": "AFN",
    "kyat": "MMK",
}  # fmt: skip
_NATIONS = {
    "NG": "Nigeria|Nigerian|Abuja|Lagos",
    "ZA": "South Africa|South African|Johannesburg|Pretoria|Cape Town|Durban",
    "US": "US|U.S.|American|United States", "AU": "Australian", "CA": "Canadian", "NZ": "New Zealand",
    "SG": "Singapore|Singaporean", "HK": "Hong Kong", "TW": "Taiwan|Taiwanese", "JM": "Jamaican",
    "IN": "Indian", "PK": "Pakistani|Pakistan", "LK": "Sri Lankan|Sri Lanka", "NP": "Nepali|Nepalese"
    "|Nepal",
    "MU": "Mauritian|Mauritius",
    "GB": "British|Britain", "EG": "Egyptian|Egypt", "LB": "Lebanese|Lebanon", "SY": "Syrian|Syria",
    "SD": "Sudanese|Sudan", "MX": "Mexican|Mexico", "AR": "Argentine|Argentinian|Argentina",
    "CL": "Chilean|Chile", "CO": "Colombian|Colombia", "PH": "Philippine|Philippines|Filipino",
    "UY": "Uruguayan|Uruguay", "CU": "Cuban|Cuba", "DO": "Dominican", "NO": "Norwegian|Norway",
    "DK": "Danish|Denmark", "SE": "Swedish|Sweden", "IS": "Icelandic|Iceland", "CH": "Swiss|Switzerland",
    "SN": "CFA|Senegal", "CM": "Cameroon", "RW": "Rwandan|Rwanda", "CD": "Congolese", "BI": "Burundi",
    "KW": "Kuwaiti|Kuwait", "IQ": "Iraqi|Iraq", "JO": "Jordanian|Jordan", "DZ": "Algerian|Algeria",
    "TN": "Tunisian|Tunisia", "LY": "Libyan|Libya", "RS": "Serbian|Serbia", "BH": "Bahraini|Bahrain",
    "SA": "Saudi", "QA": "Qatari|Qatar", "YE": "Yemeni|Yemen", "IR": "Iranian|Iran", "OM": "Omani|Oman",
    "AE": "Emirati|UAE|Dubai|Abu Dhabi|Emirates", "MA": "Moroccan|Morocco", "KE": "Kenyan|Kenya|Nairobi",
    "UG": "Ugandan|Uganda|Kampala", "TZ": "Tanzanian|Tanzania|Dar es Salaam", "SO": "Somali|Somalia",
    "CZ": "Czech",
    "TR": "Turkish|Turkey", "KR": "South Korean|South Korea|Korean", "KP": "North Korean|North Korea",
    "CN": "Chinese|China", "JP": "Japanese|Japan", "RO": "Romanian|Romania", "MD": "Moldovan|Moldova",
}  # fmt: skip
_NATION_OF = {name: code for code, names in _NATIONS.items() for name in names.split("|")}
# Cities of the countries whose dollars are not the United States' own.
_CITIES = {
    "AU": "SYDNEY MELBOURNE CANBERRA BRISBANE PERTH ADELAIDE HOBART DARWIN",
    "CA": "TORONTO OTTAWA MONTREAL VANCOUVER CALGARY EDMONTON WINNIPEG HALIFAX QUEBEC REGINA",
    "NZ": "WELLINGTON AUCKLAND CHRISTCHURCH",
    "SG": "SINGAPORE",
    "HK": "HONG_KONG",
    "TW": "TAIPEI",
    "IN": "NEW_DELHI MUMBAI CHENNAI KOLKATA BENGALURU BANGALORE HYDERABAD DELHI AHMEDABAD PUNE",
    "PK": "ISLAMABAD KARACHI LAHORE PESHAWAR QUETTA",
    "KE": "NAIROBI MOMBASA KISUMU",
    "UG": "KAMPALA",
    "NG": "ABUJA LAGOS",
    "ZA": "JOHANNESBURG PRETORIA CAPE_TOWN DURBAN",
    "GB": "LONDON MANCHESTER EDINBURGH GLASGOW BELFAST CARDIFF",
}
_COUNTRY_OF_CITY = {
    city.replace("_", " "): code for code, cities in _CITIES.items() for city in cities.split()
}
_HOME_AGENCIES = frozenset(("AAP", "CP", "PA", "PTI", "IANS", "ANI", "UNI", "APP", "CNA"))
# Ends of domains that are bought for their sound.
_NO_COUNTRY = frozenset(("co", "tv", "me", "io", "fm", "ai", "cc", "ly", "to", "am", "is"))


def country_of(article: Article) -> str | None:
    """Return the country (ISO 3166-1) whose currency the article means by a name that several share."""
    last = (article.source or "").rpartition(".")[2]
    if len(last) == 2 and last not in _NO_COUNTRY:
        return "GB" if last == "uk" else last.upper()
    region = re.search(r"[-_]([A-Za-z]{2})$", article.declared_language or "")
    if region and region[1].upper() != "US":
        return region[1].upper()
    if article.dateline and (article.wire_agency is None or article.wire_agency in _HOME_AGENCIES):
        return _COUNTRY_OF_CITY.get(re.split(r",|\(|\d", article.dateline)[0].strip().upper())
    return None


_SINGULARS = {
    "krone": "krone", "kroner": "krone", "krona": "krona", "kronur": "krona", "koruna": "crown",
    "rial": "riyal",
    "roubles": "ruble", "liras": "lira", "pesos": "peso", "kronas": "krona", "rials": "riyal",
    "lire": "lira",
}  # fmt: skip
NAMES = sorted(
    {*_LOCAL, *_UNAMBIGUOUS, *_SINGULARS, "cent"} - {"$", "¥", "N", "R"}, key=lambda name: -len(name)
)
_NATION = "|".join(re.escape(name) for name in sorted(_NATION_OF, key=lambda name: -len(name)))
NAMED = re.compile(
    rf"(?:[ \u00a0\u202f-](?:of )?)?(?:(?P<nation>{_NATION})[ -])?"
    rf"(?P<name>(?:euro[ -])?(?:{'|'.join(NAMES)}))s?(?: sterling)?\b(?!-denominated)|["
    rf" \u00a0\u202f]?(?P<sign>€|£|₽|₹|zł\b|kr\b)|[ \u00a0\u202f]?(?P<code>{'|'.join(CODES)})\b"
)
_HUNDREDTHS = {"cent": 0.01, "pence": 0.01}


def currency_named(match: re.Match[str], article: Article) -> tuple[str, float] | None:
    """Return the currency that follows a number and what it counts of it (.01 for cents); None if unknown."""
    if match["code"]:
        return _code(match["code"]), 1.0
    if match["sign"]:
        sign = {"zł": "PLN", "kr": "krone"}.get(match["sign"]) or SIGNS[match["sign"]]
        currency = currency_of(sign, article)
        return (currency, 1.0) if currency else None
    name = match["name"].lower()
    if name.startswith("euro"):
        return "EUR", 0.01 if name.endswith("cent") else 1.0
    nation = _NATION_OF.get(match["nation"] or "")
    name = _SINGULARS.get(name, name)
    if name == "cent":
        found = currency_of("$" if nation is None else "dollar", article, nation)
        return (found, 0.01) if found else None
    found = _UNAMBIGUOUS.get(name) or currency_of(name, article, nation)
    return (found, _HUNDREDTHS.get(name, 1.0)) if found else None


def _code(code: str) -> str:
    return "CNY" if code == "RMB" else code


def currency_of(sign: str, article: Article, nation: str | None = None) -> str | None:
    """Return the ISO 4217 code of what SIGNS and names give, by the nation beside it or the article's."""
    local = _LOCAL.get(sign)
    if local is None:
        return _code(sign)
    if nation is not None:
        return "USD" if nation == "US" else local.get(nation)
    country = country_of(article)
    if country in local:
        return local[country]
    if sign in ("$", "dollar"):
        return "USD"
    currencies = _named(sign, article.body[:_FAR])
    if len(currencies) == 1:
        return next(iter(currencies))
    return _DEFAULT.get(sign)


_FAR = 20_000


# An article that names a currency at all names it often.
@lru_cache(maxsize=16)
def _named(sign: str, text: str) -> frozenset[str]:
    """Return the currencies of this name whose countries a text names."""
    local = _LOCAL[sign]
    return frozenset(local[code] for code in local if _nation_pattern(code).search(text))


@cache
def _nation_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _NATIONS.get(code, code).split('|')))})\b")
