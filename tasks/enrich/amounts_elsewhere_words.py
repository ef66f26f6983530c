"""How languages other than English write money and percentages: data that `amounts_elsewhere` reads by."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MoneyLanguage:
    """How one language writes magnitudes, currencies and percentages, as regular expressions."""

    magnitudes: dict[str, float]
    currencies: dict[str, str]
    """From a name to an ISO 4217 code, or to a name that `currency_of` reads by country."""
    percent: str
    points: str = "(?!)"
    percent_before: str = "(?!)"
    link: str = ""
    """What may stand between number and currency (`de` in `millones de euros`)."""
    comma_decimals: bool = True
    home: dict[str, str] = field(default_factory=dict)
    """What a shared name or sign means in this language, where the country is unknown."""
    bounds: dict[str, str] = field(default_factory=dict)


_CROWNS = {"sv": "SEK", "da": "DKK", "no": "NOK"}


def _nordic(code: str, million: str, billion: str, thousand: str, percent: str) -> MoneyLanguage:
    return MoneyLanguage(
        {thousand: 1e3, million: 1e6, billion: 1e9},
        {"kronor|kroner|kr": _CROWNS[code], "euro": "EUR", "dollars?": "USD", "pund": "GBP"},
        percent,
        r"procentenheter|procentpoint|prosentpoeng",
    )


ELSEWHERE: dict[str, MoneyLanguage] = {
    "de": MoneyLanguage(
        {"Tausend|Tsd\\.": 1e3, "Millionen|Million|Mio\\.?": 1e6, "Milliarden?|Mrd\\.?": 1e9,
            "Billionen|Billion": 1e12},
        {"Euro": "EUR", "US-Dollar|Dollar": "USD", "Cent": "EURCENT", "(?:Schweizer )?Franken": "CHF",
            "Pfund": "GBP",
         "Yen": "JPY", "Yuan": "CNY", "Rubel": "RUB", "Rupien": "rupee", "Złoty"
         "|Zloty": "PLN", "Forint": "HUF",
         "(?:tschechische )Kronen": "CZK", "(?:schwedische )Kronen": "SEK", "Lira": "TRY"},
        "Prozent",
        "Prozentpunkte?n?",
        bounds={"at_least": "mindestens|mehr als|über|gut|rund mehr als",
            "at_most": "höchstens|bis zu|maximal|weniger als|unter",
            "about": "rund|etwa|knapp|circa|ca\\.|ungefähr|fast"},
    ),
    "fr": MoneyLanguage(
        {"mille": 1e3, "millions?|M": 1e6, "milliards?|Mds?": 1e9, "billions?": 1e12},
        {"euros?": "EUR", "dollars?": "USD", "centimes?": "EURCENT", "francs suisses": "CHF",
            "livres(?: sterling)?": "GBP",
         "yens?": "JPY", "yuans?": "CNY", "roubles?": "RUB", "roupies?": "rupee", "francs CFA"
         "|FCFA": "XOF"},
        "pour cent",
        "points? de pourcentage",
        link="d['’]|de ",
        bounds={"at_least": "au moins|plus de", "at_most": "au plus|jusqu['’]à|moins de",
                "about": "environ|près de|quelque|presque"},
    ),
    "es": MoneyLanguage(
        {"mil millones": 1e9, "mil": 1e3, "millones|millón|mdp|mdd": 1e6, "billones|billón": 1e12},
        {"euros?": "EUR", "dólares|dólar": "USD", "pesos?": "peso", "libras(?: esterlinas)?": "GBP",
            "yenes": "JPY",
         "yuanes": "CNY", "reales": "BRL", "soles": "PEN", "bolívares": "VES", "francos"
         " suizos": "CHF", "rublos": "RUB"},
        "por ciento",
        "puntos porcentuales",
        link="de ",
        bounds={"at_least": "al menos|más de|por lo menos", "at_most": "como máximo|menos de",
                "about": "unos|unas|cerca de|alrededor de|casi|aproximadamente"},
    ),
    "it": MoneyLanguage(
        {"mila": 1e3, "milioni|milione|mln": 1e6, "miliardi|miliardo|mld": 1e9},
        {"euro": "EUR", "dollari|dollaro": "USD", "sterline": "GBP", "franchi svizzeri": "CHF",
            "yen": "JPY",
         "yuan": "CNY", "rubli": "RUB", "centesimi": "EURCENT"},
        "per cento|percento",
        "punti percentuali",
        link="di ",
        bounds={"at_least": "almeno|oltre|più di", "at_most": "al massimo|meno di",
                "about": "circa|quasi"},
    ),
    "pt": MoneyLanguage(
        {"mil milhões": 1e9, "mil": 1e3, "milhões|milhão|mi": 1e6, "bilhões|bilhão|bi": 1e9,
            "trilhões|trilhão|tri": 1e12},
        {"reais|real": "BRL", "euros?": "EUR", "dólares|dólar": "USD", "libras": "GBP", "ienes": "JPY",
            "yuans?": "CNY",
         "pesos": "peso"},
        "por cento",
        "pontos percentuais",
        link="de ",
        bounds={"at_least": "pelo menos|mais de|ao menos", "at_most": "no máximo|menos de",
                "about": "cerca de|quase|aproximadamente"},
    ),
    "nl": MoneyLanguage(
        {"duizend": 1e3, "miljoen|mln": 1e6, "miljard|mld": 1e9, "biljoen": 1e12},
        {"euro": "EUR", "dollar": "USD", "pond": "GBP", "cent": "EURCENT", "yen": "JPY", "yuan": "CNY",
            "roebel": "RUB"},
        "procent",
        "procentpunt(?:en)?",
        bounds={"at_least": "minstens|meer dan|ten minste|ruim", "at_most": "hooguit|minder dan|maximaal",
                "about": "ongeveer|bijna|zo['’]n|circa"},
    ),
    "ru": MoneyLanguage(
        {"тыс\\.|тысяч[аи]?": 1e3, "млн|миллион(?:ов|а)?": 1e6, "млрд|миллиард(?:ов|а)?": 1e9,
            "трлн|триллион(?:ов|а)?": 1e12},
        {"руб\\.|рублей|рубля|рубль": "RUB", "долларов|доллара|доллар": "USD", "евро": "EUR",
            "фунтов(?: стерлингов)?": "GBP",
         "юаней": "CNY", "иен": "JPY", "гривен|гривны": "UAH", "тенге": "KZT", "лир": "TRY"},
        "процент(?:ов|а)?",
        "процентн(?:ых|ого) пункт(?:ов|а)",
        bounds={"at_least": "не менее|более|больше|свыше|как минимум", "at_most": "не более|менее|меньше",
                "about": "около|примерно|почти|порядка"},
    ),
    "uk": MoneyLanguage(
        {"тис\\.|тисяч[аі]?": 1e3, "млн|мільйон(?:ів|а|и)?": 1e6, "млрд|мільярд(?:ів|а|и)?": 1e9},
        {"грн|гривень|гривні": "UAH", "доларів|долари|долара": "USD", "євро": "EUR", "рублів": "RUB"},
        "відсотк(?:ів|и|а)",
        "відсоткових пунктів",
    ),
    "pl": MoneyLanguage(
        {"tys\\.|tysięcy|tysiące": 1e3, "mln|milion(?:ów|y)?": 1e6, "mld|miliard(?:ów|y)?": 1e9},
        {"zł|złotych|złote": "PLN", "euro": "EUR", "dolarów|dolary": "USD", "funtów": "GBP",
            "franków": "CHF"},
        "procent(?:a|u)?|proc\\.",
        "punkt(?:ów|y|u)? procentow(?:ych|e|y)",
    ),
    "tr": MoneyLanguage(
        {"bin": 1e3, "milyon": 1e6, "milyar": 1e9, "trilyon": 1e12},
        {"lira|TL": "TRY", "dolar": "USD", "[eE]uro|avro": "EUR", "sterlin": "GBP"},
        "(?!)",
        "puan",
        percent_before="[Yy]üzde |%",
    ),
    "ar": MoneyLanguage(
        {"ألف|آلاف": 1e3, "مليون|ملايين": 1e6, "مليار|مليارات|بليون": 1e9, "تريليون": 1e12},
        {"دولارا?ً?(?: أمريكي| أميركي)?": "USD", "يورو": "EUR", "جنيه(?: مصري)?": "EGP",
            "ريال سعودي": "SAR", "ريال قطري": "QAR",
         "درهم(?: إماراتي)?": "AED", "دينار كويتي": "KWD", "ليرة تركية": "TRY", "ليرة"
         " لبنانية": "LBP", "روبل": "RUB",
         "يوان": "CNY", "ين": "JPY"},
        "في المئة|في المائة|بالمئة|بالمائة",
        comma_decimals=False,
    ),
    "hi": MoneyLanguage(
        {"लाख करोड़": 1e12, "हज़ार|हजार": 1e3, "लाख": 1e5, "करोड़|करोड": 1e7, "अरब": 1e9, "मिलियन": 1e6,
            "बिलियन": 1e9},
        {"रुपये|रुपए|रुपयों|रूपये|रुपया": "INR", "(?:अमेरिकी )?डॉलर": "USD", "यूरो": "EUR", "पाउंड": "GBP"},
        "प्रतिशत|फीसदी|फ़ीसदी|फीसद",
        "प्रतिशत अंक",
        comma_decimals=False,
        home={"rupee": "INR"},
    ),
    "zh": MoneyLanguage(
        {"万亿|萬億|兆": 1e12, "千亿|千億": 1e11, "百亿|百億": 1e10, "十亿|十億": 1e9, "亿|億": 1e8,
            "千万|千萬": 1e7,
         "百万|百萬": 1e6, "万|萬": 1e4},
        {"美元|美金": "USD", "欧元|歐元": "EUR", "日元|日圆|日圓": "JPY", "英镑|英鎊": "GBP",
            "港元|港币|港幣": "HKD",
         "新台币|新臺幣": "TWD", "卢布|盧布": "RUB", "韩元|韓元": "KRW", "加元": "CAD", "澳元": "AUD",
         "人民币|人民幣": "CNY",
         "元(?:人民币|人民幣)?(?![旦素首老年月帅])": "CNY"},
        "(?!)",
        "个百分点|個百分點",
        percent_before="百分之",
        comma_decimals=False,
        home={"¥": "CNY"},
    ),
    "ja": MoneyLanguage(
        {"兆": 1e12, "億": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4},
        {"円": "JPY", "(?:米)?ドル": "USD", "ユーロ": "EUR", "ポンド": "GBP",
            "人民元|元(?![年月日号])": "CNY", "ウォン": "KRW",
         "ルーブル": "RUB"},
        "パーセント",
        "ポイント",
        comma_decimals=False,
        home={"¥": "JPY"},
    ),
    "ko": MoneyLanguage(
        {"조": 1e12, "억": 1e8, "천만": 1e7, "백만": 1e6, "만": 1e4},
        {"원(?![인주고장칙])": "KRW", "달러": "USD", "유로": "EUR", "엔(?!진)": "JPY", "위안": "CNY",
            "파운드": "GBP"},
        "퍼센트",
        "%?포인트|%p",
        comma_decimals=False,
    ),
    "sv": _nordic("sv", "miljon(?:er)?|mkr|mnkr", "miljard(?:er)?|mdkr", "tusen", "procent"),
    "da": _nordic("da", "million(?:er)?|mio\\.", "milliard(?:er)?|mia\\.", "tusind", "procent|pct\\."),
    "no": _nordic("no", "million(?:er)?", "milliard(?:er)?", "tusen", "prosent"),
}  # fmt: skip
