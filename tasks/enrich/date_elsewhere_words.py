"""How ten languages tell dates from the day of writing. Data only; `date_elsewhere` reads by it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The relative dates of one language, as regular expressions."""

    days: dict[int, str]
    """From days after today to the words for it."""
    spans: dict[tuple[str, int], str]
    """From a unit and how many after this one to the words for it."""
    weekdays: str = ""
    """Monday first, divided by spaces; `_` stands for a space."""
    last: tuple[str, str] = ("", "")
    """What makes a weekday the last one: before it, behind it."""
    following: tuple[str, str] = ("", "")
    no_weekday: str = ""
    """What before a weekday makes it a habit."""
    ahead: str = ""
    """What in a clause puts its weekday after today."""
    spaced: bool = True
    """Whether words are divided by spaces."""
    past: str = ""
    """What in a clause puts its weekday before today; where known, a clause with neither tells nothing."""


def _units(week: str, month: str, year: str) -> dict[tuple[str, int], str]:
    """Read the words for the last, this and the next, divided by `/`."""
    table = {}
    for unit, cell in (("week", week), ("month", month), ("year", year)):
        for step, words in zip((-1, 0, 1), cell.split("/"), strict=True):
            table[unit, step] = words
    return table


ELSEWHERE: dict[str, Elsewhere] = {
    "de": Elsewhere(
        {
            -2: "vorgestern",
            -1: "[Gg]estern",
            0: "[Hh]eute(?= (?:Morgen|Vormittag|Nachmittag|Abend|Nacht|früh)\\b)",
            1: "morgen",
            2: "übermorgen",
        },
        _units(
            "(?:[Ll]etzte|[Vv]ergangene|[Vv]orige)[nr]? Woche/[Dd]iese[rn]? Woche/(?:[Nn]ächste"
            "|[Kk]ommende)[nr]? Woche",
            "(?:[Ll]etzten|[Vv]ergangenen|[Vv]origen) Monat/[Dd]iese[nm] Monat/(?:[Nn]ächsten"
            "|[Kk]ommenden) Monat",
            "(?:[Ll]etzte|[Vv]ergangene|[Vv]orige)[ns] Jahr(?:es)?/[Dd]iese[smn]"
            " Jahr(?:es)?/(?:[Nn]ächste"
            "|[Kk]ommende)[ns] Jahr(?:es)?",
        ),
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag",
        (r"(?:letzten|vergangenen|vorigen) ", ""),
        (r"(?:nächsten|kommenden) ", ""),
        "[Jj]eden|[Ee]inem|[Ee]inen|[Ee]in|[Jj]edem|[Dd]en",
        "wird|werden|soll|sollen|sollte|sollten|will|wollen|würden?|bis|geplant|voraussichtlich|findet"
        "|finden|beginnt"
        "|beginnen|startet|starten|tagt|endet|ab|muss|müssen|kann|können|spielt|spielen|trifft|treffen"
        "|tritt|treten"
        "|empfängt|reist|wechselt|entscheidet|entscheiden|debattiert|stimmt|stimmen|berät|wählt|wählen"
        "|fliegt|eröffnet|erwartet|für (?:den )?",
        past=r"\w{3,}te[nt]?|wurden?|war|waren|hatten?|kam|kamen|ging|gingen|starb|starben|fiel|fielen|gab|gaben|wies|hat|haben"
        r"|seien|sei|habe|sprach|traf|trafen|trat|lag|stand|fand|zog|nahm|ließ|rief|schrieb|verlor"
        r"|gewann|stieg|begann"
        r"|zeigten|blieb|erhielt|unterlag|schlug|bekam|(?:ist|sind) (?:\S+ ){0,8}ge\w+",
    ),
    "fr": Elsewhere(
        {
            -2: "avant-hier",
            -1: "[Hh]ier",
            0: "(?<!d['’])(?<!encore )(?<!jusqu['’]à )[Aa]ujourd['’]hui(?! encore)",
            1: "[Dd]emain",
            2: "après-demain",
        },
        _units(
            "[Ss]emaine (?:dernière|passée)/[Cc]ette semaine/[Ss]emaine prochaine",
            "[Mm]ois dernier/[Cc]e mois-ci/[Mm]ois prochain",
            "(?:an dernier|année dernière|année passée|an passé)/[Cc]ette année/(?:an prochain|année"
            " prochaine)",
        ),
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        ("", " dernier"),
        ("", " prochain"),
        "chaque|un|[Ll]e|tous les|du|au|Mardi",
        r"[a-zé]{2,}(?:era|ira|dra|tra|ront|rait|raient)|sera|aura|ira|prévue?s?|doit|doivent|d['’]ici"
        r"|jusqu['’]à|à partir",
        past=r"(?:a|ont|avait|avaient|est|sont|était|étaient|s['’]est) "
        r"(?:\w+ ){0,2}?\w+(?:é|ée|és|ées|i|is|ie|it|u|us|ue"
        r"|ert|int)|fut|furent|\w+èrent|était|étaient|avait",
    ),
    "es": Elsewhere(
        {
            -2: "anteayer|antier",
            -1: "[Aa]yer",
            0: "(?<!de )(?<!hasta )[Hh]oy(?! en día| por hoy)",
            1: "(?<!la )(?<!una )(?<!esta )(?<!cada )(?<!media )(?<!el )(?<!de )[Mm]añana(?!s)",
            2: "pasado mañana",
        },
        _units(
            "(?:[Ss]emana pasada|[Pp]asada semana)/[Ee]sta semana/(?:[Pp]róxima semana|[Ss]emana"
            " (?:próxima|que viene))",
            "(?:[Mm]es pasado|[Pp]asado mes)(?! de)/[Ee]ste mes/(?:[Pp]róximo mes(?! de)|[Mm]es que viene)",
            "(?:[Aa]ño pasado|[Pp]asado año)/[Ee]ste año/(?:[Pp]róximo año|[Aa]ño (?:próximo|que viene))",
        ),
        "lunes martes miércoles jueves viernes sábado domingo",
        ("pasado ", " pasado"),
        ("próximo ", " próximo| que viene"),
        "cada|un|los|todos los",
        r"[a-z]{2,}(?:rá|rán|ría|rían)|hasta|previst[oa]s?|deben?|va a|van a",
        past=r"\w{2,}ó|\w+(?:aron|ieron|eron)|fue|dijo|hizo|hubo|estuvo|tuvo|era|eran|estaba|(?:ha|han|había|habían)"
        r" (?:\w+ )?\w+[dt]o",
    ),
    "it": Elsewhere(
        {
            -2: "l['’]altro ieri",
            -1: "[Ii]eri(?! l['’]altro)",
            0: "(?<!d['’])(?<!di )(?<!ancora )[Oo]ggi",
            1: "[Dd]omani",
            2: "dopodomani",
        },
        _units(
            "(?:[Ss]ettimana scorsa|[Ss]corsa settimana)/[Qq]uesta settimana"
            "/(?:[Pp]rossima settimana|[Ss]ettimana prossima)",
            "(?:[Mm]ese scorso|[Ss]corso mese)/[Qq]uesto mese/(?:[Pp]rossimo mese|[Mm]ese prossimo)",
            "(?:[Aa]nno scorso|[Ss]corso anno)/[Qq]uest['’]anno/(?:[Pp]rossimo anno|[Aa]nno prossimo)",
        ),
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        ("(?:scors[oa]) ", " scors[oa]"),
        ("(?:prossim[oa]) ", " prossim[oa]"),
        "ogni|un|una|il|la|al|dal|alla|i",
        r"[a-z]{2,}(?:erà|irà|drà|rrà|ranno|rebbe)|sarà|avrà|previst[oaie]|fino a|entro",
        past=r"(?:ha|hanno|è|sono|era|erano|aveva|avevano|si è) "
        r"(?:\w+ ){0,2}?\w+(?:ato|uto|ito|ata|uta|ita|ati|iti|uti|sto"
        r"|tto|so|rto|nto)|fu|furono|era|erano|aveva",
    ),
    "pt": Elsewhere(
        {
            -2: "anteontem",
            -1: "[Oo]ntem",
            0: "(?<!de )(?<!até )[Hh]oje(?! em dia)",
            1: "(?<!de )(?<!o )[Aa]manhã",
            2: "depois de amanhã",
        },
        _units(
            "(?:[Ss]emana passada)/(?:[NnDd]?[Ee]sta semana)/(?:[Pp]róxima semana|[Ss]emana que vem)",
            "[Mm]ês passado/[NnDd]?[Ee]ste mês/(?:[Pp]róximo mês|[Mm]ês que vem)",
            "[Aa]no passado/[NnDd]?[Ee]ste ano/(?:[Pp]róximo ano|[Aa]no que vem)",
        ),
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        ("(?:passad[oa]|últim[oa]) ", " passad[oa]"),
        ("(?:próxim[oa]) ", " que vem"),
        "cada|um|uma|toda|todo|às|aos",
        r"[a-z]{2,}(?:rá|rão|ria|riam)|até|previst[oa]s?|deve|devem|vai|vão",
        past=r"\w{2,}(?:ou|eu|iu)|\w+(?:aram|eram|iram)|foi|foram|disse"
        r"|fez|esteve|era|(?:tem|têm|havia) \w+do",
    ),
    "ru": Elsewhere(
        {
            -2: "[Пп]озавчера",
            -1: "[Вв]чера(?!шн)",
            0: "(?<!на )[Сс]егодня(?!шн)",
            1: "[Зз]автра(?!шн|к)",
            2: "[Пп]ослезавтра",
        },
        _units(
            "[Пп]рошлой неделе/[Ээ]той неделе/(?:[Сс]ледующей|[Бб]удущей) неделе",
            "[Пп]рошлом месяце/[Ээ]том месяце/[Сс]ледующем месяце",
            "[Пп]рошл(?:ом году|ого года|ый год)/(?:[Ээ]то|[Тт]екуще|[Нн]ынешне)(?:м году|го года)"
            "/(?:[Сс]ледующ|[Бб]удущ)(?:ем году|его года|ий год)",
        ),
        "понедельник вторник среду четверг пятницу субботу воскресенье",
        ("прошл(?:ый|ую|ое) |минувш(?:ий|ую|ее) ", ""),
        ("следующ(?:ий|ую|ее) |ближайш(?:ий|ую|ее) ", ""),
        "кажд(?:ый|ую|ое)",
        r"буд(?:ет|ут)|пройд[её]т|пройдут|состо(?:ится|ятся)|планиру\w+|намерен\w*|должн\w+|начн[её]тся"
        r"|ожида\w+|до"
        r"|приед\w+|посетит|вступит",
        past=r"\w+(?:л|ла|ло|ли|лся|лась|лось|лись)|\w+(?:ан|ен|ана|ена|аны|ены|ано|ено)",
    ),
    "hi": Elsewhere(
        {0: "आज(?!कल|ाद| तक| भी| की दुनिया)"},
        _units(
            "(?:पिछले|बीते|गत) (?:सप्ताह|हफ्ते|हफ़्ते)/इस (?:सप्ताह|हफ्ते|हफ़्ते)/अगले (?:सप्ताह|हफ्ते|हफ़्ते)",
            "(?:पिछले|बीते) (?:महीने|माह)/इस (?:महीने|माह)/अगले (?:महीने|माह)",
            "(?:पिछले|बीते|गत) (?:साल|वर्ष)/इस (?:साल|वर्ष)/अगले (?:साल|वर्ष)",
        ),
        "सोमवार मंगलवार बुधवार गुरुवार|गुरूवार|बृहस्पतिवार शुक्रवार शनिवार रविवार",
        ("(?:पिछले|बीते) ", ""),
        ("अगले ", ""),
        "हर|प्रत्येक",
        "होगा|होगी|होंगे|करेगा|करेगी|करेंगे|जाएगा|जाएगी|जाएंगे|तक|[क-ह][ा-ौ]*(?:एगा|एगी|एंगे|ेगा|ेगी|ेंगे)",
    ),
    "ar": Elsewhere(
        {-2: "(?:أول|أمس الأول) أمس", -1: "أمس(?! الأول)", 1: "غد[اًا]{1,2}"},
        _units(
            "الأسبوع (?:الماضي|المنصرم)/(?:هذا الأسبوع|الأسبوع (?:الجاري|الحالي))/الأسبوع (?:المقبل|القادم)",
            "الشهر (?:الماضي|المنصرم)/(?:هذا الشهر|الشهر (?:الجاري|الحالي))/الشهر (?:المقبل|القادم)",
            "العام (?:الماضي|المنصرم)/(?:هذا العام|العام (?:الجاري|الحالي))/العام (?:المقبل|القادم)",
        ),
        "الاثنين|الإثنين الثلاثاء الأربعاء|الاربعاء الخميس الجمعة السبت الأحد|الاحد",
        ("", " الماضي"),
        ("", " (?:المقبل|القادم)"),
        "كل|صلاة|خطبة",
        "سوف|المقرر|المقرّر|حتى|ست[ء-ي]{3,}|سي[ء-ي]{3,}|يتوقع|المتوقع",
    ),
    "zh": Elsewhere(
        {-2: "前天", -1: "昨[天日晚]", 0: "今[天日晚](?!的世界)", 1: "明[天日]", 2: "[后後]天"},
        _units(
            "(?:上周|上週|上星期|上个星期)(?![一二三四五六日天末])/(?:本周|本週|这周|這週|本星期)(?![一二三四五六日天末])"
            "/(?:下周|下週|下星期)(?![一二三四五六日天末])",
            "(?:上个?月|上個月)(?![初底])/(?:本月|这个月|這個月)/(?:下个?月|下個月)",
            "(?:去年)/(?:今年)/(?:明年)(?!度)",
        ),
        "周一|星期一|週一 周二|星期二|週二 周三|星期三|週三"
        " 周四|星期四|週四 周五|星期五|週五 周六|星期六|週六 周日|星期日|週日",
        ("[上](?:个)?", ""),
        ("[下](?:个)?", ""),
        "每|逢",
        "将|將|预计|預計|计划|計劃|定于",
        spaced=False,
    ),
    "ja": Elsewhere(
        {
            -2: "一昨日|おととい",
            -1: "昨[日夜晩]",
            0: "(?<!月)(?<!\\d)今日(?!的|では)",
            1: "(?<!月)明日",
            2: "明後日",
        },
        _units(
            "先週(?!末)/今週(?!末)/来週(?!末)",
            "先月/今月/来月",
            "(?:昨年|去年)(?!度)/今年(?!度)/来年(?!度)",
        ),
        " ".join(f"{day}曜日?(?!曜|日|版|を除|以外|休|定休|大工|劇場)" for day in "月火水木金土日"),
        ("先週の?", ""),
        ("来週の?", ""),
        "毎週|毎|第[一二三四１-５1-5]",
        "予定|見通し|方針|までに|開く|する(?:[。、]|と)|行う",
        spaced=False,
    ),
}
