"""What stands around an agency's name in credits, in the languages that copy is signed in."""

from __future__ import annotations

from copydesk.tasks.agencies import AGENCY_PATTERN

AGENCY = rf"(?:(?:[Tt]he |die |l['’]|d['’]|de l['’])?{AGENCY_PATTERN}(?:\.RU)?(?: ?\({AGENCY_PATTERN}\))?)"
DESKS = (
    r"(?:[Nn]ewswires?|(?:[Nn]ews |[Nn]ewswire |[Ww]ire |[Pp]ress )?[Aa]genc(?:y|ies)"
    r"|[Aa]genturen|[Aa]genturmaterial"
    r"|[Nn]achrichtenagenturen|[Aa]gencias?|[Aa]gences?|[Aa]genzie|[Aa]gências?|[Aa]gencje|[Aa]gentury"
    r"|[Aa]gentúry|[Aa]ģentūras|[Aa]gencije|[Aa]genții|[Pp]ersbureaus|[Bb]yråerne|[Ww]ires?|[Ww]ire services?"
    r"|[Bb]ureaus?|एजेंसी|एजेंसियां|एजेंसियाँ|সংস্থা|وكالات|الوكالات|خبرگزاری‌ها|агентства|агенції|агенции"
    r"|外電|外电|綜合外電|综合外电|[Aa]janslar)"
)
"""Agencies that are not named."""
JOIN = r"(?: ?(?://?|[,&+|=＝・、–-]) ?| (?:and|und|et|y|e|i|og|och|en|és|a|и|та|ve|và) | و ?)"
DRAWS_ON = (
    r"(?:[Ww]ith (?:additional |some )?(?:[Ii]nputs?|[Rr]eports?|[Rr]eporting|[Ff]iles|[Mm]aterial"
    r"|[Ii]nformation) (?:from|by|of) |(?:[Ii]nputs?|[Rr]eports) from |WITH INPUTS? FROM |[Ww]ith "
    r"|\+ |[Mm]it (?:Material |Informationen |Agenturmaterial )?(?:von |der )?(?:den )?"
    r"|इनपुट ?[-:–] ?|[Uu]nter Verwendung von |[Aa]vec (?:des informations de |les )?"
    r"|[Cc]on (?:informaci[óo]n|datos|informes|informazioni) de |[Cc]on "
    r"|[Cc]om (?:informa[çc][õo]es|ag[êe]ncia)?(?: ?d[aeo]s? )?|[Mm]et (?:medewerking van )?|[Mm]ed "
    r"|[Zz] |[Nn]a podstawie |[Пп]о материалам |[Зз]а матеріалами |[Пп]о информации |[Tt]heo |[Ss] využitím )"
)
SOURCE = (
    r"(?:(?:[Nn]ews )?(?:[Ss]ources?|SOURCE)|[Qq]uellen?|[Ff]ontes?|[Ff]uentes?|[Źź]ródł[oa]|[Kk]ild[er]{1,2}"
    r"|[Kk]älla|[Ll]ähde|[Bb]ron(?:nen)?|[Zz]droj|[Ii]zvor|[Vv]ir|[Ff]orrás|[Ss]ursa|[Aa]llikas|[Šš]altinis"
    r"|[Ии]сточник|[Дд]жерело|[Ии]зточник|[Ии]звор|[Ππ]ηγή|[Kk]aynak|KAYNAK|[Mm]ənbə|[Ss]umber|[Nn]guồn"
    r"|המקור|מקור|المصدر|منبع|स्रोत|सोर्स|সূত্র|出典|来源|來源|출처|[Cc]redits?|[Vv]ia|[Tt]ext)(?: ?[:：] ?| )"
)
BY = r"(?:[Bb]y|BY|[Pp]ar|[Vv]on|VON|[Pp]or|[Dd]oor|[Dd]i|[Aa]f|[Aa]v|[Aa]utor):? "
PICTURE = (
    r"(?:[Pp]hotos?|[Ff]otos?|[Bb]ild(?:er)?|[Gg]rafik|[Ii]mages?|[Pp]ic|[Vv]ideo|[Фф]ото|图|圖|写真|사진)\b"
)
RIGHTS_RESERVED = (
    r"(?:RIPRODUZIONE RISERVATA|Riproduzione riservata|Reproduction interdite|Tous droits réservés"
    r"|Todos los derechos reservados|Alle Rechte vorbehalten|All rights reserved)[. ]*"
)
RIGHTS = (
    r"[.,;]? (?:All rights|Tous droits|Alle Rechte|Todos los|Todos os|Tutti i diritti|Riproduzione"
    r"|This material|No portion|Distributed|Visit|Click).*"
)
"""What the law has to say behind the owner's name."""
STAFF = (
    r"(?: (?:[Ss]taff|[Ww]riters?|[Nn]ews|[Ss]ports [Ww]riter|[Cc]orrespondents?|[Rr]eporters?"
    r"|[Ee]ditors?))*"
)
"""What an agency's people sign with beside their names."""
