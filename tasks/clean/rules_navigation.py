"""Rules for finding one's way on a page, and for passing it on: navigation and share bars."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

_NETWORK = (
    r"(?:facebook|twitter|x|x \(twitter\)|x-twitter|linkedin|whatsapp|reddit|pinterest|tumblr|telegram"
    r"|e-?mail|mail|print|instagram|youtube|tiktok|threads|bluesky|mastodon|flipboard|pocket|messenger|sms"
    r"|line|viber|vk|вконтакте|одноклассники"
    r"|signal|weibo|wechat|微信|微博|xing|truth social|snapchat|copy(?: the)? (?:link|url)|link kopieren"
    r"|copier le lien|copiar enlace|копировать ссылку|rss|google news|apple news|skype|drucken|imprimer"
    r"|imprimir|stampa|comments?)"
)
_SHARED = (
    r"(?:this|this (?:article|story|post|page|video|image|gallery|recipe|content|blog)|article|story"
    r"|post|options?|on|via|with|to|the (?:article|story|post|link))"
)

RULES = (
    Rule(
        "navigation.skip",
        "navigation",
        "*",
        r"(?:(?:skip|jump)(?: directly| straight)? to (?:(?:the )?(?:main |primary |page )?(?:content"
        r"|navigation|menu|search|footer|site navigation|sidebar|article|body|secondary menu|main|results"
        r"|section navigation)s?)){1,4}(?: .{0,30})?|accessibility (?:links|help|options|menu|statement)"
        r"|(?:zum|direkt zum|zur|springe? zum|zu den) (?:haupt)?(?:inhalt|navigation|hauptnavigation|menü"
        r"|suche|footer|startseite)(?: springen| wechseln)?|zu weiteren angeboten .{0,40}"
        r"|aller (?:directement )?au (?:contenu|menu)(?: principal)?|passer au contenu(?: principal)?"
        r"|(?:saltar|ir|pasar) al contenido(?: principal)?"
        r"|(?:vai|salta) al contenuto(?: principale)?|(?:pular|ir|saltar) para o conteúdo(?: principal)?"
        r"|(?:ga"
        r"|spring|direct) naar (?:de )?(?:hoofd)?(?:inhoud|navigatie)|(?:hopp|gå|till) (?:til"
        r"|till)? ?(?:hoved)?(?:innhold|innehåll|indhold)(?:et)?|przejdź do (?:głównej )?(?:treści"
        r"|zawartości)"
        r"|перейти к (?:основному )?(?:содержанию|содержимому|контенту)"
        r"|(?:メイン)?コンテンツ(?:へ|に)(?:スキップ|移動)|本文へ(?:スキップ|移動)?|本文 바로가기|跳(?:至"
        r"|到|转到)(?:主要)?内容|मुख्य (?:सामग्री"
        r"|कंटेंट) पर जाएं|(?:تخطى|انتقل|تجاوز) إلى المحتوى",
        (
            "Skip to main content",
            "Zum Inhalt springen",
            "Aller au contenu principal",
            "Saltar al contenido",
            "Skip to content",
            "Skip to main contentSkip to navigation",
        ),
        ("Skip to the end if you must, the author says.", "Zum Inhalt sagte sie nichts."),
        140,
    ),
    Rule(
        "navigation.top",
        "navigation",
        "*",
        r"(?:(?:back|return|scroll|go)? ?to (?:the )?top(?: of (?:the )?page)?|(?:top|bottom) of page"
        r"|back to (?:blog|home|news|all .{2,20}|(?:the )?(?:main|home) ?page|overview|search|list|top)"
        r"|nach oben|(?:zur|zurück zur) (?:startseite|übersicht)|haut de page|retour (?:en haut|à l'accueil"
        r"|au sommaire)|volver arriba|ir arriba|torna (?:su|in alto|alla home)"
        r"|voltar ao topo|terug naar boven|наверх|вернуться наверх|на главную|ページ(?:の)?(?:トップ"
        r"|先頭)(?:へ"
        r"|に)?(?:戻る)?|トップ(?:へ戻る)?|返回顶部|回到頂部|맨 위로|do góry|til toppen|till toppen)",
        ("Back to top", "Top of page", "Nach oben", "Haut de page", "Наверх", "ページトップへ"),
        ("Back to the top of the table went the home side.",),
        50,
    ),
    Rule(
        "navigation.word",
        "navigation",
        "*",
        r"(?:home ?page|home|menu|main menu|open menu|close menu|toggle (?:navigation|menu|search)|search"
        r"|search for|close|previous|next|prev|previous (?:article|post|story|page)|next (?:article|post"
        r"|story"
        r"|page)|sections|site ?map|sitemap|navigation|my account|all rights|contents?|table of contents"
        r"|on this page|in this article|jump to(?: section)?|load more|show more|view all|see all|see more"
        r"|show less|show all"
        r"|more|read in app|open in app|listen(?: to (?:this )?(?:article|story))?(?: \d.{0,12})?"
        r"|listen to this article|print this page|play|pause|mute|loading\.{0,3}|search results"
        r"|breadcrumbs?"
        r"|you are here:?|categories|category|tags?|topics?|filed under:?.{0,60}|posted in:?.{0,60}"
        r"|tagged(?: with| in)?:?.{0,80}|tags: .{0,200}|topics: .{0,160}|themen: .{0,160}|schlagw(?:ort"
        r"|örter).{0,100}|themen|startseite|suche|menü|schließen|zurück|weiter|vorherig\S+"
        r"|nächst\S+(?: artikel| beitrag)?"
        r"|accueil|rechercher|fermer|suivant|précédent|inicio|buscar|cerrar|siguiente|anterior|menú|cerca"
        r"|chiudi|início|fechar|pesquisar|hoofdmenu|zoeken|sluiten|главная|поиск|меню|теги:?.{0,80}|закрыть"
        r"|ホーム|検索|メニュー|閉じる|目次|首页|首頁|搜索|搜尋|关闭|홈|검색|메뉴|닫기|szukaj|zamknij"
        r"|strona główna|होम|खोजें|मेनू"
        r"|الرئيسية"
        r"|بحث|القائمة|إغلاق)",
        (
            "Home",
            "Menu",
            "Search",
            "Table of contents",
            "Next article",
            "Startseite",
            "Tags: floods, harbour",
            "目次",
        ),
        ("Home is where the water was.", "More than forty people came.", "Search teams went out at dawn"),
        200,
    ),
    Rule(
        "navigation.breadcrumb",
        "navigation",
        "*",
        r"(?:home ?page|home|startseite|accueil|inicio|início|главная|ホーム|start|nachrichten"
        r"|news)(?: ?[>›»/"
        r"|→] ?[^>›»/|→]{2,60}){1,6}",
        ("Home > News > Harbour", "Startseite › Politik › Ausland", "Home / Blog / Floods"),
        ("Home and away", "News of the flood"),
        180,
    ),
    Rule(
        "share.bar",
        "share",
        "*",
        rf"(?:shares?|share:|\d+ shares?|total shares|sharing|tweet(?: this)?"
        rf"|share (?:{_SHARED} ?){{1,3}}(?:{_NETWORK})?|(?:share|post|send|save|pin|email|print|copy"
        rf"|bookmark"
        rf"|like|flip|tweet)(?: (?:this|link|it|by|on|to|via|in|with|article|story|post|page|url|for later"
        rf"|now"
        rf"|using))*(?: (?:{_NETWORK}|friends?|a friend|facebook|page|article|story))?"
        rf"|{_NETWORK}(?:[ ,|/·]+(?:{_NETWORK}|share|save|and|or))*|(?:link )?copied!?"
        rf"|link copied to clipboard!?|(?:click to share|opens in (?:a )?new window|share this).{{0,60}}"
        rf"|gift (?:this )?article|follow us(?: on)?(?: .{{0,60}})?|(?:thanks|thank you) for sharing!?"
        rf"|pin it(?: on pinterest)?|add .{{2,40}} (?:as a|to your) (?:preferred|google).{{0,40}}"
        rf"|google preferred source.{{0,40}})",
        (
            "Share",
            "Tweet",
            "Facebook",
            "Copy link",
            "Share this article",
            "Facebook Twitter WhatsApp",
            "Share on Facebook",
            "0 Shares",
            "Email this story to a friend",
        ),
        (
            "Share prices fell by a tenth.",
            "Share of the vote by party",
            "Print is not dead, says the publisher",
        ),
        90,
    ),
    Rule(
        "share.world",
        "share",
        "*",
        r"(?:(?:artikel |beitrag |jetzt )?(?:teilen|merken|drucken|vorlesen|versenden"
        r"|verschicken)(?: .{0,30})?|(?:link|url) (?:kopieren|kopiert).{0,20}|folgen sie uns.{0,40}"
        r"|partager(?: .{0,30})?|(?:partagez|suivez)(?:[- ]nous)?(?: .{0,30})?|(?:envoyer"
        r"|imprimer)(?: .{0,20})?|compart(?:ir|e|a)(?: .{0,30})?|síguenos .{0,40}|guardar"
        r"|condividi(?: .{0,30})?|seguici .{0,40}|compartilh(?:ar|e)(?: .{0,30})?|siga(?:-nos)? .{0,40}"
        r"|del(?:en|a|)(?: (?:artikel|via|op|på|artikeln|saken|dit artikel))?(?: .{0,20})?|deel (?:dit|via"
        r"|op).{0,30}|udostępnij(?: .{0,30})?|поделиться(?: .{0,30})?|シェア(?:する)?|ツイート(?:する)?"
        r"|分享(?:到"
        r"|至)?.{0,10}"
        r"|공유(?:하기)?|스크랩|프린트|شارك(?: .{0,20})?|शेयर(?: करें)?)",
        (
            "Artikel teilen",
            "Partager sur Facebook",
            "Compartir",
            "Condividi",
            "Поделиться",
            "シェアする",
            "分享",
            "Teilen",
        ),
        (
            "Teilen sich beide das Ufer, wächst der Streit.",
            "Partager le gâteau reste difficile pour un pays qui n'en a plus.",
        ),
        42,
    ),
)
