"""Rules for what a house says of its copy: disclaimers, bylines, how to reach the desk."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "disclaimer.syndicated",
        "disclaimer",
        "en",
        r"[(\[]?(?:disclaimer:? ?)?(?:\(?this (?:story|article|report|content|copy|news)|the above (?:story"
        r"|article|news)|except for the headline|"
        r"only the headline|apart from the headline|barring the headline"
        r"|other than the headline).{0,120}\b(?:"
        r"not been (?:edited|created|modified|altered)|has been (?:published|sourced|taken|received"
        r"|generated"
        r"|auto[- ]generated) (?:from|without|by)|"
        r"auto[- ]?(?:generated|published)|syndicated (?:feed|news)|(?:wire|news) agency feed"
        r"|may have been reworked).{0,200}",
        (
            "(This story has not been edited by Harbour Post staff and is auto-generated from a syndicated "
            "feed.)",
            "Except for the headline, this story has not been edited by our staff and is published from a "
            "syndicated feed.",
            "(Only the headline and picture of this report may have been reworked by our staff; the rest is "
            "from "
            "a syndicated feed.)",
            "This report is auto-generated from a news agency feed.",
        ),
        ("This story has not been told before, because the witnesses feared for their jobs.",),
        420,
    ),
    Rule(
        "disclaimer.named",
        "disclaimer",
        "en",
        r"[(\[]?disclaimer ?: ?.{10,800}",
        (
            "Disclaimer: No Harbour Post journalist was involved in creation of this content",
            "Disclaimer: The views expressed are the author's own.",
        ),
        ("The disclaimer: a line that no reader of the leaflet ever saw", "Disclaimer"),
        820,
    ),
    Rule(
        "disclaimer.opinions",
        "disclaimer",
        "en",
        r"[(\[]?(?:the )?(?:views|opinions)(?:,? (?:and|or) (?:views|opinions"
        r"|thoughts))?,?(?: [a-z, ]{0,40})? (?:expressed|stated|given|represented|shared) .{0,60}"
        r"\b(?:are|belong|do not|does not|represent)\b.{2,260}",
        (
            "The views expressed in this article are the author's own and do not reflect the paper's "
            "position.",
            "Opinions expressed by contributors are their own.",
        ),
        ("The views from the tower are the best in the region.", "Opinions differ."),
        420,
    ),
    Rule(
        "disclaimer.standards",
        "disclaimer",
        "en",
        r"our standards: .{4,80}|(?:read|see|learn|find out"
        r"|more about) .{0,20}\bour (?:editorial )?(?:standards|ethics|guidelines"
        r"|process|policies|policy|methodology)(?: .{0,40})?|why (?:you can |should you )?trust us\??"
        r"|(?:acquire|purchase|request) licensing rights.{0,40}|buy (?:reprints?|licensing rights).{0,40}",
        ("Our Standards: The Eastmere Trust Principles.", "Why you can trust us", "Acquire Licensing Rights"),
        ("Our standards fell, the coach said.", "How we test laptops", "Why trust the harbour master?"),
        130,
    ),
    Rule(
        "disclaimer.translation",
        "disclaimer",
        "*",
        r"[(\[]?(?:this (?:article|story|text|post|piece|interview|essay) (?:was|is|has been|first"
        r"|originally)(?: (?:originally|first|also))?(?: been)? "
        r"(?:published|appeared|translated|produced|written|republished|adapted|updated|reviewed"
        r"|corrected)\b.{0,220}"
        r"|(?:originally|first) published (?:in|on|by|at)\b.{2,120}|dieser (?:artikel|text|beitrag) (?:ist"
        r"|erschien|wurde|erscheint).{0,60}"
        r"(?:erschienen|zuerst|übersetzt|veröffentlicht|automatisch|erstellt).{0,120}|cet article (?:a été"
        r"|est) (?:initialement |d'abord )?(?:publié|paru|traduit|republié).{0,160}"
        r"|este artículo (?:fue|se|ha sido) (?:publicado|traducido|publicó).{0,160})",
        (
            "This article was originally published by The Lantern.",
            "Originally published in The Lantern",
            "Dieser Artikel erschien zuerst im Hafenboten.",
            "Cet article a été initialement publié par La Lanterne.",
        ),
        ("This story was told to me by a fisherman who had known the captain.",),
        300,
    ),
    Rule(
        "disclaimer.commission",
        "disclaimer",
        "en",
        r"(?:when|if) you (?:buy|purchase|click|make a purchase)\b.{0,80}\b(?:we|our|us"
        r"|may)\b.{0,60}\b(?:commissions?|earn|compensation|paid)\b.{0,160}"
        r"|(?:we|this (?:post|article|page|site|website)) (?:may|might|can|could)?(?: also)? ?(?:earn"
        r"|contains?|receives?|get|include)s? .{0,60}(?:commissions?|affiliate|compensation).{0,240}"
        r"|.{0,140}purchases made through (?:our|these|the) links may earn.{0,80}"
        r"|.{0,60}as an amazon associate.{0,80}|all products? (?:featured"
        r"|are) .{0,60}independently (?:selected|chosen|reviewed).{0,200}",
        (
            "If you buy through links on this page, we may earn a commission.",
            "This post may contain affiliate links.",
            "As an Amazon Associate we earn from qualifying purchases.",
        ),
        ("If you buy a ticket at the gate, our driver may wait.", "We may earn a draw."),
        420,
        needs=("commission", "affiliate", "compensat", "earn", "amazon", "independently"),
    ),
    Rule(
        "disclaimer.advice",
        "disclaimer",
        "en",
        r".{0,160}\b(?:not (?:be )?(?:intended|used|a substitute|financial|investment|legal|medical"
        r"|constitute"
        r"|provide)|for (?:informational|educational|general information)).{0,60}"
        r"\b(?:medical|financial|investment|legal|professional|informational"
        r"|purposes only).{0,40}\b(?:advice"
        r"|purposes|diagnosis|recommendation)\b.{0,200}",
        (
            "This content is for informational purposes only and does not constitute financial advice.",
            "Not intended as a substitute for professional medical advice.",
        ),
        ("He gave medical advice for free.",),
        420,
        needs=("advice", "purposes", "diagnosis", "recommendation"),
    ),
    Rule(
        "byline.by",
        "byline",
        "en",
        r"(?:written |story |reported |words |text |posted |reviewed |medically reviewed |fact checked "
        r"|edited )?by:? (?!then\b|now\b|the (?:time|end|way)\b"
        r"|\w+day\b)(?:[^\W\d_][\w.'-]*,? ?(?:and |& |de |van |von |bin |al-)?){1,5}"
        r"(?:(?:,| -| \|) ?(?:[\w' -]{3,50}))?(?:(?: ?\||,| -| on| at|;) ?.{0,40}\d{4}.{0,30})?",
        ("By Jane Doe, Staff Writer", "By Ana Weber", "Written by Tom Pike", "By Mia Cole and Lee Chan"),
        ("By Monday the water had reached the second floor of the school.", "By then, all was lost."),
        90,
        needs=("by",),
    ),
    Rule(
        "byline.native",
        "byline",
        "*",
        r"(?:von|par|por|di|door|av|af|autor(?:in|a|e)?|author|auteur|autore|автор|текст|text|texte|testo"
        r"|texto|foto|writer|contributor|opracowa[łn][aeo]?|geschreven door|"
        r"written by|skrevet av|ein gastbeitrag von|ein kommentar von|eine analyse von"
        r"|propos recueillis par)"
        r":? [^\W\d_][^\W\d_.'-]*\.?(?: [^\W\d_][^\W\d_.'-]*\.?){1,3}(?: (?:und|et|y|e|en|og|i"
        r"|и) [^\W\d_.'-]+ [^\W\d_.'-]+)?",
        ("Von Karla Brand", "Par Luc Morel", "Por Ana Gil y Juan Paz", "Автор: Иван Петров", "Di Carla Riva"),
        ("Von Anfang an war klar, dass es eng wird.", "Por la tarde llovió en toda la provincia."),
        60,
    ),
    Rule(
        "byline.role",
        "byline",
        "en",
        r"(?:(?:[^\W\d_][\w.'-]* ){0,4})?(?:staff (?:writer|reporter|correspondent)|(?:senior |chief "
        r"|associate |contributing |managing |deputy |political |foreign |business |science |health "
        r"|sports? "
        r"|news )+"
        r"(?:writer|editor|reporter|correspondent|columnist|producer)|contributing writer|web desk"
        r"|news desk"
        r"|our (?:special |staff )?(?:correspondent|reporter)|express news service|guest (?:author"
        r"|contributor"
        r"|writer))",
        ("Staff Writer", "Political Correspondent", "Jane Doe Senior Reporter", "Web Desk"),
        ("The staff writers went on strike.", "The reporter left"),
        70,
        needs=(
            "writer",
            "reporter",
            "editor",
            "correspondent",
            "columnist",
            "producer",
            "desk",
            "service",
            "guest",
        ),
    ),
    Rule(
        "byline.japanese",
        "byline",
        "ja",
        r"(?:【?(?:文|写真|取材)[・/:= ].{1,20}|[（(][一-龠々]{2,3}[ 　]?[一-龠々]{1,3}[)）]"
        r"|.{2,8}記者)】?",
        ("文・山田太郎", "（山田太郎）", "山田太郎記者"),
        ("文化祭が始まった。",),
        24,
        needs=("文", "写", "取", "（", "(", "記者"),
    ),
    Rule(
        "byline.updated_by",
        "byline",
        "*",
        r"(?:about the (?:authors?|writer|contributor)|(?:über|zu) de[nr] autor(?:in)?|à propos de l'auteur"
        r"|sobre (?:el|la|o|a) autora?|l'autore|over de auteur|об авторе|the authors?|die autorin|der autor"
        r"|(?:more|read more|all posts|all articles|alle artikel|mehr|see more|view all posts"
        r"|more (?:articles"
        r"|posts|stories)|articles|posts) (?:by|from|von|par) [^\W\d_][\w.' -]{2,40}|(?:contact"
        r"|follow) the author.{0,40})",
        ("About the Author", "Der Autor", "All posts by Tom Pike", "Sobre el autor"),
        ("The author of the letter is unknown", "About the author nothing is known but her name."),
        60,
    ),
    Rule(
        "note.address",
        "other",
        "*",
        r"https?://[^ ]+(?: .{0,120})?|[\w.+-]+@[\w-]+\.[\w.]+|@\w{3,20}",
        ("https://www.example.com/news/flood-1911", "desk@example.org", "@mia_example"),
        ("The address https://www.example.com was down.",),
        260,
        needs=("http", "@"),
    ),
    Rule(
        "note.correction_contact",
        "other",
        "en",
        r"(?:contact|e-?mail|reach|write to|follow|tweet|call) (?!us on)(?:[\w.' -]{2,40} )?(?:at|on|via"
        r"|us at"
        r"|@)\b ?:? ?(?:@?\S+@?\S*|twitter|x|instagram|facebook|linkedin)(?:(?: and|,| or)? ?(?:on"
        r"|at)? ?\S{2,40}){0,4}"
        r"|(?:do you have|got|have) (?:a )?(?:news )?(?:tips?|story)(?: .{0,60})?\?.{0,160}|(?:send"
        r"|email) (?:your )?(?:tips|corrections|letters|feedback) .{0,120}",
        (
            "Contact Tom Pike at tpike@example.com",
            "Follow Mia Cole on Twitter @mia_example",
            "Got a tip? Write to the desk.",
        ),
        ("Call it a draw at half time, and nobody in the stands would have complained.",),
        260,
    ),
)
