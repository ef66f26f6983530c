"""The names of the months, for dates as newspapers print them."""

from __future__ import annotations

# ISO 639-1, then January to December, inflected forms after a bar. Abbreviations need no entry:
# any beginning of three letters or more that stands for one month only is understood.
MONTHS: dict[str, str] = {
    "en": "january february march april may june july august september|sept october november december",
    "de": "januar|jänner februar|feber märz|maerz april mai juni juli august september oktober"
    " november dezember",
    "fr": "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre"
    " décembre|decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre"
    " diciembre",
    "pt": "janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "nl": "januari februari maart|mrt april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu"
    " toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu"
    " syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
    "pl": "stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec"
    " lipca|lipiec sierpnia|sierpień września|wrzesień października|październik"
    " listopada|listopad grudnia|grudzień",
    "cs": "ledna|leden února|únor března|březen dubna|duben května|květen června|červen"
    " července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec",
    "sk": "januára|január februára|február marca|marec apríla|apríl mája|máj júna|jún júla|júl"
    " augusta|august septembra|september októbra|október novembra|november decembra|december",
    "sl": "januar|januarja februar|februarja marec|marca april|aprila maj|maja junij|junija"
    " julij|julija avgust|avgusta september|septembra oktober|oktobra november|novembra"
    " december|decembra",
    "hr": "siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj"
    " lipnja|lipanj srpnja|srpanj kolovoza|kolovoz rujna|rujan listopada|listopad"
    " studenoga|studenog|studeni prosinca|prosinac",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "lv": "janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā"
    " jūlijs|jūlijā augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī"
    " decembris|decembrī",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "ru": "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль"
    " августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь",
    "uk": "січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень"
    " липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад"
    " грудня|грудень",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "el": "ιανουαρίου|ιανουάριος φεβρουαρίου|φεβρουάριος μαρτίου|μάρτιος απριλίου|απρίλιος"
    " μαΐου|μάιος|μαϊου ιουνίου|ιούνιος ιουλίου|ιούλιος αυγούστου|αύγουστος"
    " σεπτεμβρίου|σεπτέμβριος οκτωβρίου|οκτώβριος νοεμβρίου|νοέμβριος δεκεμβρίου|δεκέμβριος",
    "he": "ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט"
    " ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
    "hi": "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    "sr": "јануар|јануара фебруар|фебруара март|марта април|априла мај|маја јун|јуна јул|јула август|августа"
    " септембар|септембра октобар|октобра новембар|новембра децембар|децембра",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "ar": "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
}


def _by_word() -> dict[str, int]:
    meant: dict[str, set[int]] = {}
    whole: dict[str, set[int]] = {}
    for names in MONTHS.values():
        for month, forms in enumerate(names.split(), start=1):
            for form in forms.split("|"):
                whole.setdefault(form, set()).add(month)
                for end in range(3, len(form)):
                    meant.setdefault(form[:end], set()).add(month)
    found = {word: next(iter(months)) for word, months in meant.items() if len(months) == 1}
    # A whole name in one language outweighs a beginning in another (French "mars", English "mar").
    for word, months in whole.items():
        if len(months) == 1:
            found[word] = next(iter(months))
        else:
            found.pop(word, None)
    for month, name in enumerate(MONTHS["en"].split(), start=1):
        # Everyone prints these; Finnish, where "mar" could be November, abbreviates no months.
        found[name[:3]] = month
    return found


MONTH_BY_WORD = _by_word()

# Hours from UTC. Only abbreviations that newspapers use for one zone; IST and BST stand for
# several, and are read as the outlets that print them mean them.
ZONES: dict[str, float] = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2,
    "eet": 2, "sast": 2, "eest": 3, "msk": 3, "trt": 3, "eat": 3, "gst": 4, "pkt": 5, "ist": 5.5,
    "wib": 7, "sgt": 8, "hkt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13, "edt": -4, "est": -5, "et": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7,
    "pdt": -7, "pst": -8, "brt": -3,
}  # fmt: skip
