"""Rules for picture captions and their credits."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

_SOURCE = (
    r"(?:getty(?: images)?|reuters|ap|afp|epa|epa-efe|shutterstock|imago|istock|alamy|picture alliance"
    r"|zuma press|unsplash|pexels|pixabay|dpa|wikimedia commons)"
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
        # A bare agency in brackets or after a full stop and a dash is a sign-off, not a picture's source.
        rf".{{8,260}}(?:[(\[](?=[^()]*(?:/|photo|image|via|pool|file|handout))[^()\[\]|]{{0,60}}\b{_SOURCE}\b"
        rf"[^()\[\]|]{{0,40}}[)\]]|[^.!?\"] [|-] (?:[\w .'-]{{2,40}} ?[/|] ?)?{_SOURCE}(?: images| photo)?"
        rf"|\w/ ?{_SOURCE}(?: images| photo)?|[.|(] ?(?:photo|foto|bild|image|credit) (?:by|von|par|di"
        rf"|©) [^.:]{{3,60}}"
        r"|[ .(|](?:foto|photo|fotos|photos|bild|image|ljósmynd|фото|zdj|credit|kuva) ?(?::|/"
        r"|©) ?[^.:]{3,60}"
        r"|[^|] © ?[^.:|©\d]{3,60})",
        (
            "Le pont de Norhaven, le 2 juin 2023 © AFP – Théo Marchand",
            "The bell is raised from the harbour. (Ana Weber/Getty Images)",
            "Das Wehr nach der Flut Foto: Karla Brand/imago",
            "The bell is raised. | Photo by Ana Weber",
            "La cloche sort de l'eau - AFP",
        ),
        (
            "The bell was raised (photographs show a crack) and then it sank.",
            "She told Reuters that the bell had cracked.",
            "The bell is of a low-cost alloy, the Eastmere-based foundry told Reuters on Friday.",
            "The bell is safe, the mayor said. (Reuters)",
            "The bell is safe, the mayor said. – AFP",
            "He showed them a photo by his wife.",
            "Norhaven Post Copyright © 2024 Norhaven Post",
        ),
        330,
        needs=(
            "©",
            "getty",
            "reuters",
            "ap",
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
)
