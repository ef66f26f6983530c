"""Rules for readers' comments and for advertisements."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "comment.head",
        "comment",
        "*",
        r"(?:(?:\(?\d+\)?|no|add|view|read|see|show|hide|post|leave|write|all|submit|load|one|join|reader"
        r"|load more)? ?(?:an? |all |the |your |more |reader |readers' |user |new |\d+ )*(?:comments?"
        r"|repl(?:y|ies)"
        r"|responses?)(?: ?\(?\d*\)?)?(?: (?:on|to|for) .{2,120})?|comments? ?(?:are )?(?:closed|off"
        r"|disabled"
        r"|on this.{0,30}|policy|rules|guidelines).{0,60}|comments?:? ?\(?\d+\)?|join the (?:conversation"
        r"|discussion)(?: .{0,60})?|have your say.{0,40}|what do you think\?.{0,60}|share your (?:thoughts"
        r"|views|opinion).{0,60}"
        r"|cancel reply|leave a (?:reply|comment)(?: .{0,80})?"
        r"|your email address will not be published\b.{0,80}|(?:you must be|please) (?:logged|log|sign"
        r"|signed)[ -]?in to (?:post|comment|leave|reply|join|view).{0,80}|log ?in to (?:post|comment|reply"
        r"|leave).{0,40}|this site uses akismet.{0,100}|notify (?:me )?of.{0,80}|inline feedbacks|(?:newest"
        r"|oldest|most voted)(?: (?:newest|oldest|most voted))*|view all comments.{0,20}"
        r"|save my name, email.{0,120}|required fields are marked.{0,10}"
        r"|please enter your (?:comment|name|email).{0,40}|have something to say\?.{0,100}|we (?:welcome"
        r"|encourage|want) .{0,30}comments.{0,100})!?",
        (
            "0 Comments",
            "Post a comment",
            "Comments",
            "Leave a Reply",
            "Join the conversation",
            "12 comments",
            "Your email address will not be published. Required fields are marked *",
            "Comments are closed.",
        ),
        (
            "Comments by the minister drew fire.",
            "No comment was the reply of all four banks that we asked on Monday about the fund.",
        ),
        160,
    ),
    Rule(
        "comment.world",
        "comment",
        "*",
        r"(?:\(?\d*\)? ?(?:kommentare?|leserkommentare?)(?: ?\(?\d*\)?)?(?: (?:schreiben|lesen|anzeigen"
        r"|zu .{2,80}|verfassen))?|(?:schreiben sie (?:einen|den ersten|ihren)|zum|zu den"
        r"|einen) kommentar(?:en?|bereich)?.{0,40}|kommentar (?:schreiben|verfassen|hinterlassen|absenden)"
        r"|diskutieren sie mit.{0,40}|ihre e-mail-adresse wird nicht veröffentlicht\b.{0,80}"
        r"|\d* ?commentaires?(?: ?\(?\d*\)?)?|(?:laisser|écrire|ajouter|poster|voir|lire) (?:un |les |des "
        r"|\d+ )?commentaires?.{0,30}|réagir.{0,20}|votre adresse (?:e-mail"
        r"|de messagerie) ne sera pas publiée\b.{0,80}|\d* ?comentarios?(?: ?\(?\d*\)?)?|(?:deja|dejar|ver"
        r"|escribe|añadir|añade) (?:un |los |tu |\d+ )?comentarios?.{0,40}|(?:tu"
        r"|su) (?:dirección de )?correo electrónico no será publicad.{0,80}|\d* ?commenti?|(?:lascia|scrivi"
        r"|vedi|leggi) (?:un |i |\d+ )?comment[oi].{0,30}"
        r"|\d* ?comentários?(?: ?\(?\d*\)?)?|(?:deixe|deixar|ver|escreva) (?:um |seu "
        r"|os )?comentários?.{0,40}"
        r"|(?:\d* ?reacties?|reageer|geef een reactie|plaats een reactie)(?: ?\(?\d*\)?)?"
        r"|\d* ?komentarz[ey]?"
        r"|(?:dodaj|napisz|pokaż) komentarz.{0,20}|\d* ?комментари(?:и|ев|й|я)|(?:добавить|оставить"
        r"|написать"
        r"|читать) комментари.{0,20}|コメント(?:する|を(?:見る|書く|投稿).{0,6})?(?: ?\(?\d*\)?件?)?"
        r"|(?:\d+ ?)?(?:条)?评论(?:\d+)?|發表評論|댓글(?: ?\d*)?|(?:\d+ )?(?:टिप्पणी|टिप्पणियां"
        r"|कमेंट)(?: करें)?"
        r"|(?:أضف )?(?:تعليق|تعليقات|التعليقات).{0,10})",
        (
            "3 Kommentare",
            "Schreiben Sie einen Kommentar",
            "Laisser un commentaire",
            "Deja un comentario",
            "Reacties",
            "Комментарии",
            "コメント",
            "댓글0",
        ),
        ("Kommentare dazu gab es gestern keine.", "Commentaires acerbes à l'Assemblée"),
        110,
    ),
    Rule(
        "advertisement.mark",
        "advertisement",
        "*",
        r"(?:skip )?(?:advert(?:isement|isment|s|ising)?|ads?|sponsored(?: content| by .{0,40}| links?)?"
        r"|paid (?:content|post|partnership)|promoted(?: content)?|ad feedback|remove ads|advertise with us"
        r"|sponsor(?:ed)? message|publicity)(?: ?[·|:.-]? ?(?:scroll (?:to|down to) continue"
        r"|continue reading(?: below)?|article continues(?: below)?(?: this ad)?|story continues below"
        r"|\d{1,3}"
        r"|keep reading|below))?"
        r"|(?:story|article|content|post|text|your story|reading) continues? (?:below|after"
        r"|beneath)(?: (?:the |this )?(?:ad|advert|advertisement|video|photo|gallery|slideshow|image)s?)?"
        r"|(?:continue|keep|scroll)(?: (?:reading|down|to))*(?: (?:continue|reading))? (?:below|after"
        r"|beneath)? ?(?:the |this )?(?:ad|advertisement|advert)?(?: to continue)?|after (?:the|this) (?:ad"
        r"|advertisement)"
        r"|anzeige|werbung|bezahlte anzeige|advertorial|publicité|(?:la suite|l'article continue"
        r"|suite de l'article) après (?:la|cette|cet?te) (?:publicité|pub|vidéo)|publicidad(?:e)?"
        r"|(?:continua"
        r"|continúa|sigue|segue) (?:después de|tras|depois d[ae]|dopo) (?:la |esta )?(?:publicidad"
        r"|publicidade"
        r"|pubblicità)|pubblicità|advertentie|annons|annonse|annonce|reklam[aey]?|mainos|реклама|広告"
        r"|広告の後にも続きます"
        r"|廣告|广告|광고|विज्ञापन|إعلان|reklame",
        (
            "Advertisement",
            "ANZEIGE",
            "Story continues below this advertisement",
            "Publicité",
            "Advertisement · Scroll to continue",
            "広告",
            "Sponsored by Harbour Bank",
            "SKIP ADVERTISEMENT",
        ),
        ("Advertisements for the post drew forty replies.", "Werbung wirkt, sagt der Händler."),
        80,
    ),
)
