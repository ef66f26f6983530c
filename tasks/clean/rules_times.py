"""Rules for lines that only say when: dates, times, labels before them, reading times."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

_MONTH = (
    r"(?:jan(?:uary|uar|vier|eiro|ner)?|feb(?:ruary|ruar|rero|braio)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo"
    r"|ço|t)?|märz|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|ma[yiï]o?|mag(?:gio)?|jun[ie]?o?|juin|giu(?:gno)?"
    r"|jul[iy]?o?|juil(?:let)?|lug(?:lio)?|aug(?:ust|ustus)?|août|ago(?:sto)?|sep(?:t(?:ember|embre"
    r"|iembre)?)?|set(?:tembre|embro)?"
    r"|o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember"
    r"|embre|embro)?|déc(?:embre)?|dic(?:embre|iembre)?|januari|februari|maart|mei|des(?:ember)?"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|जनवरी|फरवरी|मार्च"
    r"|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)\.?"
)
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: de"
    rf"| of)? {_MONTH}(?: de|,)?(?: (?:19|20)\d\d)?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?:19"
    rf"|20)\d\d[-/.年] ?\d{{1,2}}[-/.月] ?\d{{1,2}}[日.]?|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d\d"
    rf"|{_MONTH} (?:19|20)\d\d)"
)
_CLOCK = (
    r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?"
    r"|\d{1,2}時\d{1,2}分)(?: ?(?:\(?[a-z]{2,4}\)?|uhr|h|utc"
    r"|gmt)(?:[+-]\d{1,2}(?::\d\d)?)?(?: ?\([a-z]{2,4}\))?)?"
)
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles"
    r"|jueves|viernes|sábado|domingo"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda(?:-feira)?|terça(?:-feira)?"
    r"|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|m[oa]\.?|di\.?|mi\.?|do\.?|fr\.?|sa\.?|so\.?"
)
_AGO = (
    r"(?:(?:about |over )?(?:\d+|an?|one|two|three) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?"
    r"|years?) ago|vor \d+ \w+|il y a \d+ \w+|hace \d+ \w+|\d+ \w+ fa|há \d+ \w+|\d+ \w+ geleden"
    r"|\d+ (?:минут|час|дн|недел)\w* назад|\d+ ?(?:分|時間|日)前|\d+(?:分钟|小时|天)前|just now"
    r"|yesterday|today)"
)
_STAMPED = (
    r"(?:first )?(?:published|updated|posted|last (?:updated|modified|edited|reviewed)|modified|created"
    r"|date|publication date|upd|pub|veröffentlicht|aktualisiert|erstellt|stand|online seit(?: heute)?"
    r"|publié|mis à jour|mise à jour|modifié|publicado|actualizado|creado|pubblicato|aggiornato|atualizado"
    r"|gepubliceerd|bijgewerkt|laatste update|publisert|oppdatert|publicerad|uppdaterad|publiceret"
    r"|opdateret"
    r"|opublikowano|aktualizacja|data publikacji|опубликовано|обновлено|дата публикации|公開|更新"
    r"|公開日|更新日|発行"
    r"|发布时间|来源|입력|수정|प्रकाशित|अपडेट(?:ेड)?|نشر|آخر تحديث|uppfært)(?: (?:on|at|le|el|il|em|am"
    r"|op|den|um"
    r"|date|à|in|:))*"
)
STAMP = (
    rf"(?:(?:{_STAMPED}) ?[:|]? ?)?(?:(?:{_WEEKDAY}),? ?)?(?:{_DAY}|{_AGO}|{_CLOCK})(?:(?: ?[-,;|•·/] ?"
    rf"| at | um | à | a las | às | alle | om | kl\.? | о | в | t| )?(?:{_CLOCK}|{_AGO}|{_DAY}))?"
)

RULES = (
    Rule(
        "dateline.stamp",
        "dateline",
        "*",
        rf"[(\[]?{STAMP}(?: ?[-,;|•·/] ?(?:(?:{_STAMPED}) ?[:|]? ?)?{STAMP})?(?: ?[-,;"
        rf"|•·/(]? ?(?:\d+ min(?:ute)?s?(?: read)?|\d+ minute read|ist|edt?|est|utc|gmt|cet|cest"
        rf"|uhr)\)?)?[)\]]?",
        (
            "Published 12 May 2024, 10:15",
            "May 3, 2024",
            "Updated: 2 hours ago",
            "12.05.2024, 10:15 Uhr",
            "Wednesday, April 16, 2025",
            "Publié le 3 mai 2024 à 10h15",
            "2024年5月3日",
            "First published on 3 May 2024",
            "2024-05-03 10:15",
        ),
        (
            "May 3, 2024 was the day the dam broke.",
            "Today the harbour opened.",
            "Published works by the poet",
        ),
        110,
    ),
    Rule(
        "dateline.iso",
        "dateline",
        "*",
        rf"(?:(?:{_STAMPED}) ?[:|]? ?)?(?:19|20)\d\d-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z"
        rf"|[+-]\d\d:?\d\d)?",
        ("2024-05-03T10:15:30Z", "Published: 2024-05-03T10:15+02:00"),
        ("2024-05-03 broke every record",),
        70,
    ),
    Rule(
        "dateline.label",
        "dateline",
        "*",
        rf"(?:{_STAMPED}|first published|last update)",
        ("Published", "Updated:", "Erstellt:", "Publié le", "Last updated on"),
        ("Published authors", "Stand by me"),
        30,
    ),
    Rule(
        "dateline.reading_time",
        "dateline",
        "*",
        r"[(\[]?(?:(?:est(?:imated)?\.? )?(?:reading|read) time ?[:~]? ?(?:about "
        r"|approx\.? )?\d{0,2}(?: ?min(?:ute)?s?)?|(?:a )?\d{1,3}[- ]?(?:min(?:ute)?s?)(?:\."
        r"|ute)?(?: (?:read"
        r"|to read|reading(?: time)?|listen|watch|video))?|lesezeit ?:? ?(?:ca\. )?\d{0,2} ?(?:min(?:\."
        r"|uten?)?)?|\d{1,2} ?(?:min\.?|minuten?) ?(?:lesezeit|lesedauer)?"
        r"|(?:temps de )?lecture ?:? ?\d{1,2} ?(?:min(?:utes?)?\.?)|\d{1,2} ?min(?:utos?)? (?:de lectura"
        r"|de leitura|di lettura|leestijd|lesetid|czytania)|(?:tiempo de lectura|tempo di lettura"
        r"|tempo de leitura|leestijd|lesetid|время чтения|czas czytania) ?:? ?\d{0,2} ?\S{0,8}"
        r"|この記事は約\d+分.{0,10}|読了時間.{0,10})[)\]]?",
        (
            "11 min read",
            "5 minute read",
            "Lesezeit: 4 Min.",
            "Lecture 3 min",
            "Reading time: 6 minutes",
            "3 min de lectura",
        ),
        ("11 minutes later he scored.", "Reading time is lost time for none."),
        50,
    ),
)
