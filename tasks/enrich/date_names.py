"""How each language writes a calendar date: its months, the words around them, what makes a number a year.

Data only; `date_patterns` builds the expressions. Month names are the languages' own; of abbreviations only
those that newspapers print. Alternatives are divided by `|`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateLanguage:
    """The dates of one language. All strings but `code` and `months` are regular expressions."""

    code: str
    """ISO 639-1."""
    months: tuple[str, ...]
    """The names of the twelve months, without the full stop of an abbreviation."""
    ordinal: str = ""
    """What may stand right behind the number of a day."""
    link: str = ""
    """A word that may stand between day and month, and between month and year."""
    span: str = ""
    """Words between two days of the same month (`3 to 5 March`), beside the dashes."""
    month_first: bool = False
    """Whether `March 3` is written, beside `3 March`."""
    year_before: str = ""
    """Words after which a bare number is a year."""
    year_after: str = ""
    """Words before which a bare number is a year."""
    year_inside: str = ""
    """What, before a number and a noun, makes it a year (`the 2012 attack`); each of one length."""
    year_span: str = ""
    """Words between two years (`from 2012 to 2016`)."""


def _months(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ENGLISH_SEASONS = (
    r"(?:summer|spring|autumn|fall|winter|end|start|beginning|middle|half|quarter|rest|year|early|late|election"
    r"|elections|census|budget|season)"
)

LANGUAGES: dict[str, DateLanguage] = {
    language.code: language
    for language in (
        DateLanguage(
            "en",
            _months(
                "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug"
                " September|Sept|Sep October|Oct November|Nov December|Dec"
            ),
            ordinal="st|nd|rd|th",
            link="of",
            span="to|and|through|until|till",
            month_first=True,
            year_before=(
                r"[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Aa]fter|[Bb]efore|[Dd]uring|[Tt]hroughout|[Ff]rom|[Bb]etween|[Ff]or"
                rf"|[Ee]arly|[Ll]ate|[Mm]id|{_ENGLISH_SEASONS} of|[Tt]he year|[Aa]s of|[Cc]lass of"
                "|[Dd]at(?:ing|es|ed) to|[Bb]ack to"
            ),
            year_after=r"(?:[Pp]residential |[Gg]eneral )?(?:election|Olympics|census|World Cup)s?\b",
            year_inside=(
                r"\Wthe|\WThe|\Wa|\WA|\Wthis|\Wthat|\Whis|\Wher|\Wtheir|\Wits|\Wour|\Wmy|['’]s|s['’]"
            ),
            year_span="to|and|through|until",
        ),
        DateLanguage(
            "de",
            _months(
                "Januar|Jänner|Jan Februar|Feber|Feb März|Mrz April|Apr Mai Juni|Jun Juli|Jul August|Aug"
                " September|Sept|Sep Oktober|Okt November|Nov Dezember|Dez"
            ),
            ordinal=r"\.",
            span="bis|und|bis zum|auf den",
            year_before=(
                "Jahr|Jahre|Jahres|Jahren|[Ss]eit|Ende|Anfang|Mitte|Sommer|Herbst|Winter|Frühjahr|Frühling"
                "|(?:[Ff]ür|[Aa]b|[Bb]is|[Bb]ereits|[Zz]uletzt|[Zz]wischen|[Ii]n)(?= \\d{4}(?! [A-ZÄÖÜ]))"
            ),
            year_span="bis|und",
        ),
        DateLanguage(
            "fr",
            _months(
                "janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août|aout"
                " septembre|sept octobre|oct novembre|nov décembre|déc"
            ),
            ordinal="er",
            span="au|et|et le|à",
            year_before="[Ee]n|[Dd]epuis|[Ff]in|[Dd]ébut|[Mm]i|[Ll]'an|[Ll]’an|année|d'ici|d’ici|[Dd]ès|[Ee]ntre",
            year_span="et|à",
        ),
        DateLanguage(
            "es",
            _months(
                "enero|ene febrero|feb marzo|mar abril|abr mayo junio|jun julio|jul agosto|ago"
                " septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic"
            ),
            ordinal="º|°|ero",
            link="del?",
            span="al?|y|y el|hasta el",
            year_before=(
                "[Ee]n|[Dd]esde|[Hh]asta|[Aa]ño|(?:[Ff]inales|[Pp]rincipios|[Ff]ines|[Mm]ediados) de|[Ee]ntre"
            ),
            year_span="y|a",
        ),
        DateLanguage(
            "it",
            _months(
                "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago"
                " settembre|sett|set ottobre|ott novembre|nov dicembre|dic"
            ),
            ordinal="º|°",
            link="del",
            span="al|e|e il|e l'",
            year_before="[Nn]el|[Dd]al|[Dd]el|[Aa]l|[Aa]nno|[Ee]ntro il|[Ff]ine|[Ii]nizio",
            year_span="e il|al",
        ),
        DateLanguage(
            "pt",
            _months(
                "janeiro|jan fevereiro|fev março|mar abril|abr maio junho|jun julho|jul agosto|ago"
                " setembro|set outubro|out novembro|nov dezembro|dez"
            ),
            ordinal="º|°",
            link="de",
            span="a|e|até",
            year_before="[Ee]m|[Dd]esde|[Aa]té|[Aa]no de|[Aa]no|(?:[Ff]inal|[Ii]nício|[Mm]eados) de|[Ee]ntre",
            year_span="e|a",
        ),
        DateLanguage(
            "nl",
            _months(
                "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug"
                " september|sept|sep oktober|okt november|nov december|dec"
            ),
            ordinal="e|ste|de",
            span="tot|en|tot en met|t/m",
            year_before="[Ii]n|[Ss]inds|[Vv]anaf|[Ee]ind|[Bb]egin|[Mm]edio|[Jj]aar|[Zz]omer van|[Tt]ussen",
            year_span="en|tot",
        ),
        DateLanguage(
            "ru",
            _months(
                "января|январе|январь|январю февраля|феврале|февраль|февралю марта|марте|март|марту"
                " апреля|апреле|апрель|апрелю мая|мае|май|маю июня|июне|июнь|июню июля|июле|июль|июлю"
                " августа|августе|август|августу сентября|сентябре|сентябрь|сентябрю"
                " октября|октябре|октябрь|октябрю ноября|ноябре|ноябрь|ноябрю"
                " декабря|декабре|декабрь|декабрю"
            ),
            ordinal="-го|-е",
            span="и|по|до",
            year_after=r"год(?:а|у|ом|е)?\b|гг?\.",
        ),
        DateLanguage(
            "uk",
            _months(
                "січня|січні|січень лютого|лютому|лютий березня|березні|березень квітня|квітні|квітень"
                " травня|травні|травень червня|червні|червень липня|липні|липень серпня|серпні|серпень"
                " вересня|вересні|вересень жовтня|жовтні|жовтень листопада|листопаді|листопад"
                " грудня|грудні|грудень"
            ),
            ordinal="-го|-е",
            span="і|й|та|по|до",
            year_after=r"рік\b|рок(?:у|ом|ові)\b|році\b|рр?\.",
        ),
        DateLanguage(
            "pl",
            _months(
                "stycznia|styczniu|styczeń lutego|lutym|luty marca|marcu|marzec kwietnia|kwietniu|kwiecień"
                " maja|maju|maj czerwca|czerwcu|czerwiec lipca|lipcu|lipiec sierpnia|sierpniu|sierpień"
                " września|wrześniu|wrzesień października|październiku|październik"
                " listopada|listopadzie|listopad grudnia|grudniu|grudzień"
            ),
            span="do|i|oraz",
            year_after=r"rok(?:u|iem|owi)?\b|r\.",
        ),
        DateLanguage(
            "tr",
            _months(
                "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
            ),
            span="ile|ve",
            year_after=r"yılı\w*|senesi\w*",
        ),
        DateLanguage(
            "ar",
            tuple(
                names.replace("_", " ")
                for names in _months(
                    "يناير|كانون_الثاني|جانفي فبراير|شباط|فيفري مارس|آذار أبريل|إبريل|ابريل|نيسان|أفريل"
                    " مايو|أيار|ماي يونيو|حزيران|جوان يوليو|تموز|جويلية أغسطس|اغسطس|آب|أوت سبتمبر|أيلول"
                    " أكتوبر|اكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول"
                )
            ),
            link="من",
            span="إلى|و|وحتى|حتى",
            year_before="عام|العام|سنة|عامي|منذ عام|لعام|بعام",
            year_span="و|إلى",
        ),
        DateLanguage(
            "hi",
            _months(
                "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर"
            ),
            span="से|और|व",
            year_before="साल|वर्ष|सन|सन्",
            year_span="से|और",
        ),
        DateLanguage(
            "sv",
            _months(
                "januari|jan februari|feb mars april|apr maj juni|jun juli|jul augusti|aug"
                " september|sept|sep oktober|okt november|nov december|dec"
            ),
            ordinal=":e|:a",
            span="till|och|till och med",
            year_before="[Ss]edan|[Ff]ram till|[Åå]r|[Åå]ret|[Ss]ommaren|[Hh]östen|[Vv]åren|[Vv]intern",
            year_span="till|och",
        ),
        DateLanguage(
            "da",
            _months(
                "januar|jan februar|feb marts april|apr maj juni|jun juli|jul august|aug"
                " september|sept|sep oktober|okt november|nov december|dec"
            ),
            ordinal=r"\.",
            span="til|og",
            year_before="[Ii]|[Ss]iden|[Åå]r|[Åå]ret|[Ss]ommeren|[Ee]fteråret|[Ff]oråret",
            year_span="til|og",
        ),
        DateLanguage(
            "no",
            _months(
                "januar|jan februar|feb mars april|apr mai juni|jun juli|jul august|aug"
                " september|sept|sep oktober|okt november|nov desember|des"
            ),
            ordinal=r"\.",
            span="til|og",
            year_before="[Ii]|[Ss]iden|[Åå]r|[Åå]ret|[Ss]ommeren|[Hh]østen|[Vv]åren",
            year_span="til|og",
        ),
        DateLanguage(
            "cs",
            _months(
                "ledna|lednu|leden února|únoru|únor března|březnu|březen dubna|dubnu|duben"
                " května|květnu|květen června|červnu|červen července|červenci|červenec srpna|srpnu|srpen"
                " září října|říjnu|říjen listopadu|listopad prosince|prosinci|prosinec"
            ),
            ordinal=r"\.",
            span="až|a|do",
            year_before="roce|roku|rok|[Ll]éta",
        ),
        DateLanguage(
            "ro",
            _months(
                "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
                " noiembrie decembrie"
            ),
            span="și|şi|până la",
            year_before="[Îî]n|[Dd]in|anul|anului",
        ),
        DateLanguage(
            "id",
            _months(
                "Januari|Jan Februari|Feb Maret|Mar April|Apr Mei Juni|Jun Juli|Jul Agustus|Agu"
                " September|Sep Oktober|Okt November|Nov Desember|Des"
            ),
            span="sampai|hingga|dan",
            year_before="tahun|[Tt]ahun|[Ss]ejak|[Pp]ada",
        ),
        DateLanguage(
            "el",
            _months(
                "Ιανουαρίου|Ιανουάριο|Ιανουάριος Φεβρουαρίου|Φεβρουάριο|Φεβρουάριος Μαρτίου|Μάρτιο|Μάρτιος"
                " Απριλίου|Απρίλιο|Απρίλιος Μαΐου|Μάιο|Μάιος Ιουνίου|Ιούνιο|Ιούνιος Ιουλίου|Ιούλιο|Ιούλιος"
                " Αυγούστου|Αύγουστο|Αύγουστος Σεπτεμβρίου|Σεπτέμβριο|Σεπτέμβριος"
                " Οκτωβρίου|Οκτώβριο|Οκτώβριος Νοεμβρίου|Νοέμβριο|Νοέμβριος"
                " Δεκεμβρίου|Δεκέμβριο|Δεκέμβριος"
            ),
            ordinal="η|ης",
            link="του",
            span="έως|και|μέχρι",
            year_before="[Ττ]ο|[Αα]πό το|[Ττ]ου|έτος",
        ),
        DateLanguage(
            "bg",
            _months(
                "януари февруари март април май юни юли август септември октомври ноември декември",
            ),
            ordinal="-ти|-ви|-ри",
            span="до|и",
            year_after=r"година\b|г\.",
        ),
    )
}
