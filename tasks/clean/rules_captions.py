"""Rules for picture captions and credits, and for lines that only date the article."""

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
        "caption.labelled",
        "caption",
        "*",
        r"[(\[]?(?:(?:photo|image|picture|pic|video|illustration|graphic|map|file|foto|fotos|bild|grafik"
        r"|symbolbild|video still|symbolfoto|titelbild|photographs?|photos|images|crédits?|imagen"
        r"|fotografía"
        r"|immagine|imagem|zdjęcie|фото|видео|иллюстрация|zdj|写真|画像|图|图片|사진|फोटो|तस्वीर|صورة"
        r"|photo/video"
        r"|cover"
        r"|featured image|screenshot|archivbild|bildquelle|bildrechte|bildnachweis|fotocredit|image credit"
        r"|photo credit|picture credit|credit|crédit photo|crédito|ljósmynd|kuva|afp photo|ap photo)s?"
        r"(?: (?:credits?|courtesy|source|via|from|caption|copyright|illustration|quelle|rechte))*(?: ?[:/"
        r"|©] ?| by (?!the (?:hundred|thousand))| courtesy (?:of )?| via | von | par | di ).{2,160}|(?:show"
        r"|hide|toggle) caption|(?:image|photo) (?:source|caption|gallery)|bildbeitrag|caption|credit"
        r"|(?:image"
        r"|photo|picture) credits?|enlarge(?: (?:this )?image)?|bild vergrößern|agrandir l'image"
        r"|expand image"
        r"|view gallery|\d+ (?:images?|photos?|pictures?|bilder|fotos?)"
        r"|picture alliance ?/ ?.{2,60})[)\]]?",
        (
            "Photo: Ana Weber",
            "(Image: Example Pictures)",
            "Foto: Karla Brand/Beispiel",
            "Bildrechte: Beispielagentur",
            "Photo by Lee Chan on Unsplash",
            "Show caption",
            "写真:山田太郎",
        ),
        (
            "Photographs by the hundred lay in the mud.",
            "Video games sell well.",
            "Image is everything, she says.",
        ),
        220,
    ),
    Rule(
        "caption.credit_at_end",
        "caption",
        "*",
        r".{4,220}\((?:image|photo|foto|picture|pic|file photo|credit|bild|crédit|photo credit|image credit"
        r"|source|photograph)s?(?: ?:| by| courtesy| via| credit).{2,80}\)",
        ("The bell after its rescue (Photo: Ana Weber)", "Das Wehr im Mai (Foto: Karla Brand)"),
        ("The bell was raised (photographs by a diver show the crack) and then sank.",),
        300,
        needs=("(",),
    ),
    Rule(
        "caption.source_at_end",
        "caption",
        "*",
        r".{8,260}(?:[(\[|/-] ?[^()\[\]|]{0,60}(?:getty(?: images)?|reuters|ap photo|afp|epa|epa-efe"
        r"|shutterstock|imago"
        r"|istock|alamy|picture alliance|zuma press|unsplash|pexels|pixabay|dpa|wikimedia commons)"
        r"[^()\[\]|]{0,40}[)\]]?|[ .(|](?:foto|photo|fotos|photos|bild|image|ljósmynd|фото|zdj|credit|foto"
        r"|kuva)"
        r" ?(?::|/|by|©) ?[^.:]{3,60})",
        (
            "The bell is raised from the harbour. (Ana Weber/Getty Images)",
            "Das Wehr nach der Flut Foto: Karla Brand/imago",
            "The bell is raised. | Photo by Ana Weber",
            "La cloche sort de l'eau - AFP",
        ),
        (
            "The bell was raised (photographs show a crack) and then it sank.",
            "She told Reuters that the bell had cracked.",
        ),
        330,
        needs=(
            "getty",
            "reuters",
            "ap photo",
            "afp",
            "epa",
            "shutterstock",
            "imago",
            "istock",
            "alamy",
            "alliance",
            "zuma",
            "unsplash",
            "pexels",
            "pixabay",
            "dpa",
            "wikimedia",
            "foto",
            "photo",
            "bild",
            "image",
            "ljósmynd",
            "фото",
            "zdj",
            "credit",
            "kuva",
        ),
    ),
    Rule(
        "caption.korean",
        "caption",
        "ko",
        r".{10,200}(?:연합뉴스|뉴스1|뉴시스|[가-힣]{2,4} 기자|자료사진|제공)",
        ("종이 항구에서 올라오고 있다. 연합뉴스", "종이 올라오고 있다. 김하늘 기자"),
        ("그는 연합뉴스 기자에게 말했다.",),
        220,
        needs=("연합뉴스", "뉴스1", "뉴시스", "기자", "자료사진", "제공"),
    ),
    Rule(
        "caption.image_source",
        "caption",
        "en",
        r"(?:image (?:source|caption|copyright|rights),? .{2,200}|(?:media|video|figure"
        r"|image) caption,? .{0,200}|file (?:photo|image|picture|pic)(?:s)?(?: of .{2,80})?"
        r"|representational (?:image|photo|picture|pic).{0,40}|representative image.{0,40})",
        (
            "Image source, Example Images",
            "Image caption, The bell is raised",
            "File photo",
            "Representational image",
        ),
        ("Image-makers met in Ghent.",),
        240,
    ),
    Rule(
        "caption.agency",
        "caption",
        "*",
        r"(?:[(\[]?(?:getty|getty images|ap photo|afp photo|reuters|istock|shutterstock|unsplash|pexels"
        r"|pixabay|alamy|imago|picture alliance|epa|epa-efe|zuma press|wireimage|afp|ap"
        r"|the associated press"
        r"|associated press|adobe ?stock|dpa|depositphotos|wikimedia commons|creative commons|freepik|pti"
        r"|ani"
        r"|ians|efe)(?: images?| photos?| stock photo| via .{2,40}| photo)?"
        r"(?: ?[/|,] ?| - | via )[\w .&'|/()-]{2,80}[)\]]?|[\w .'-]{3,50} ?(?:/|\||via|for|,|-"
        r"|\() ?(?:getty images?(?: .{0,20})?|ap photo|associated press|ap|afp|afp/getty images|reuters"
        r"|istock(?:photo)?|shutterstock|unsplash|pexels|pixabay|alamy(?: .{0,20})?|imago|epa|epa-efe"
        r"|picture alliance|dpa|adobe ?stock|zuma press|wikimedia commons)\)?|(?:getty images"
        r"|istock(?:photo)?"
        r"|shutterstock|unsplash|pexels|pixabay|alamy|adobe ?stock))",
        (
            "Ana Weber/Getty Images",
            "Getty Images",
            "(AP Photo/Tom Pike)",
            "REUTERS/Mia Cole",
            "Lee Chan via AP",
            "IMAGO / Beispiel",
        ),
        ("Reuters, which first reported the sale, gave no price.", "Shutterstock sued, and lost"),
        90,
        needs=(
            "getty",
            "reuters",
            "afp",
            "/",
            "|",
            "via ",
            "photo",
            "istock",
            "shutterstock",
            "unsplash",
            "pexels",
            "pixabay",
            "alamy",
            "imago",
            "epa",
            "dpa",
            "adobe",
            "press",
            "commons",
        ),
    ),
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
