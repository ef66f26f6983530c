"""The words that say who had which hand in copy, in the languages that copy is signed in.

Each cue stands before the names: `additional reporting by`, `Mitarbeit:`, `traduit par`.
"""

from __future__ import annotations

import re

_CUES = {
    "reporting": (
        r"(?:with )?(?:additional |further )?(?:reporting|research)(?: and (?:writing|research))?(?: by"
        r"| from| ?:)"
        r"|reported by|(?:additional )?contributions? by|contributed by|contributors? ?:"
        r"|with (?:assistance|help|contributions?) (?:from|by)|(?:with )?inputs? (?:from|by)"
        r"|(?:unter )?(?:redaktionelle[r]? )?mitarbeit(?: von| ?:)|recherche ?:|bericht von"
        r"|avec la (?:collaboration|contribution) (?:de |d['’])|reportage (?:de |d['’]| ?:)"
        r"|con la colaboraci[óo]n de|con reporter[íi]a de|reporte de|informaci[óo]n de|colaboraci[óo]n ?:"
        r"|com (?:a )?colabora[çc][ãa]o de|reportagem(?: de| ?:)|colabora[çc][ãa]o ?:|(?<=\()por (?=[^()]*;)"
        r"|con la collaborazione di|ha collaborato ?:?|met medewerking van|medarbeid(?:er|ere)? ?:"
        r"|współpraca ?:|при участии|reporters? ?:|pewarta ?:|muhabir ?:|haber ?:"
    ),
    "writing": (
        r"writing by|compiled by|(?<=[;,] )written by|geschrieben von|rédigé par|escrito por|autor ?:"
        r"|texte? ?:"
        r"|texto ?:|tekst ?:"
    ),
    "editing": (
        r"edit(?:ing|ed) by|editors?(?: online)? ?:|(?:schluss)?redaktion ?:|redigiert von|édité par"
        r"|editado (?:en español )?por|edi[çc][ãa]o(?: de| ?:)|edici[óo]n(?: de| ?:)|redigering ?:"
        r"|redakcja ?:|redaktor ?:|redactie ?:|редактор ?:|editör ?:"
    ),
    "translation": (
        r"translat(?:ed|ion)(?: (?:from|into) (?:the )?\w+)?(?: by| ?:)|(?:deutsche )?übersetzung"
        r"(?: aus dem \w+)?(?: von| ?:)|übersetzt von|aus dem \w+(?: übersetzt)? von"
        r"|traduit (?:de l['’]\w+ |du \w+ )?par|traduction(?: de| par| ?:)|version française (?:de |par )?"
        r"|traducido (?:del \w+ )?por|traducci[óo]n(?: de| ?:)|tradotto (?:dall['’]\w+ )?da"
        r"|traduzione(?: di| ?:)|tradu[çc][ãa]o(?: de| por| ?:)|traduzido por|vertaling ?:|vertaald door"
        r"|oversettelse ?:|översättning ?:|oversættelse ?:|tłumaczenie ?:|przekład ?:|перевод ?:|переклад ?:"
        r"|翻译[:：]|翻訳[:：＝=]|번역[:=]"
    ),
    "photography": (
        r"(?:ap |afp |reuters |file |crédits? |créditos? )?(?:photo(?:graph)?(?:s|y)?|pictures?|images?)"
        r"(?: credits?| copyright)?(?: by| par| de| ?[:©/])|image source, |(?:titel|symbol"
        r"|archiv)?(?:fotos?|bild(?:er)?)"
        r"(?:credit|nachweis)?(?: von| de| di| ?[:©/])|bildquelle ?:|fot\.:?|fotografie ?:"
        r"|fotoğraf(?:lar)? ?:"
        r"|фото ?:|kuvat? ?:|valokuvat? ?:|zdjęci[ae] ?:|zdj\.|crédits? ?:|credit ?:|(?:写真|撮影|摄影|攝影"
        r"|图|圖)[:：＝=/]"
        r"|사진 ?[:=/]"
    ),
    "video": r"videos?(?: by| ?:)|vidéos? ?:|kamera ?:|camera(?: by| ?:)",
    "graphics": (
        r"graphics?(?: by| ?:)|illustrations?(?: by| von| ?:)|illustrationen ?:|grafik(?:en)? ?:"
        r"|infographie ?:"
        r"|infograf[íi]a ?:|ilustraci[óo]n(?:es)?(?: de| ?:)|maps? by|karten? ?:|art by|графика ?:"
    ),
}
CUE = re.compile(
    r"(?:(?<=[(\[;,.–—/-] )|(?<=[(\[|©—–*])|(?<!\S))(?<!of )(?:"
    + "|".join(f"(?P<{role}>{cues})" for role, cues in _CUES.items())
    + r")\s*",
    re.IGNORECASE,
)
"""Matches a cue where a line, a bracket or a clause begins; the group that matched is the role."""
CONTRIBUTED = re.compile(
    r"(?:^|(?<=[a-z]\. ))[_\s-]*(?P<names>[^.;:]{4,180}?) (?:also )?(?:reported from(?= [A-Z])"
    r"|contributed(?: reporting| to (?:this|the) (?:report|story|article|content|post|piece)|(?=\.?$)))"
)
HANDS = re.compile(
    r"^(?:[Tt]he )?(?:[A-Z][\w.]*(?: [A-Z][\w.]*){0,3} )?(?:[Ss]taff )?(?:[Ss]ports "
    r"|[Bb]usiness )?(?:[Ww]riters?|[Jj]ournalists?"
    r"|[Rr]eporters?|[Cc]orrespondents?|[Vv]ideo ?journalists?|[Pp]hotographers?|[Rr]esearchers?"
    r"|[Pp]roducers?"
    r"|[Ee]ditors?) (?=[A-Z])"
)
"""What stands before a name: `Associated Press writer`."""
WHERE = re.compile(r"\s+(?:in|aus|à|au|en|em|from|at|near|outside|w|v|в|у|i) (?=[^\W\d_]).*$")
LIST = re.compile(r"\s*[,、，;]\s*(?:and |und |et )?|\s+(?:and|und|et|y|e|og|och|&|и|та|ve)\s+")
HOUSES = re.compile(
    r"(?:getty(?: images)?|shutterstock(?:\.com)?|i?stock(?:photo)?|alamy(?: stock photo)?|imago(?: images)?"
    r"|epa(?:-efe)?|unsplash|pexels|pixabay|picture[ -]alliance|zuma(?: press)?(?: wire)?|wikimedia commons"
    r"|adobe ?stock|afp photo|ap photo|(?:ntb |ritzau )?scanpix|keystone|belga image|lehtikuva|depositphotos"
    r"|freepik|reuters|nurphoto|sipa(?: usa)?|abaca|bloomberg|afp|ap|dpa|cover images|usa today sports"
    r"|imagn images|icon sportswire|action images|pa wire|pa images|alamy live news)",
    re.IGNORECASE,
)
"""Who sells pictures: named where no photographer is."""
NO_HAND = re.compile(
    r"(?:file|pool|hand-?out|archiv\w*|courtesy|supplied|privat|symbol\w+|screenshot|facebook|twitter"
    r"|instagram|youtube|x"
    r"|stock|creative commons|cc.*|files?|all rights reserved|collection|rights|reserved|flickr"
    r"|social media|live news)",
    re.IGNORECASE,
)
