"""Rules for what leads to other articles: related links and newsletters."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "related.inline",
        "related",
        "en",
        r"(?:also read|also see|see also|read also|read (?:more|next|this)|must read|don't miss"
        r"|related(?: (?:stories|story|articles?|posts?|coverage|content|links?|topics?|news|reading"
        r"|video))?"
        r"|more (?:on this(?: story| topic)?|stories|news|coverage|like this|to read)|you (?:may"
        r"|might) (?:also )?(?:like|be interested in|enjoy)|recommended(?: (?:stories|articles|reading"
        r"|for you"
        r"|from .{2,40}))?"
        r"|more(?= from)|watch(?: also| now| live| more)?|explore more|in case you missed it|icymi"
        r"|click here(?: to| for)?|for more|up next|what to read next|further reading|popular|opinion"
        r"|listen"
        r"|in pictures|in photos)(?: ?(?::|\||->|>>|») ?.{3,200}|(?<=more) from [^.]{2,80})",
        (
            "Also read: Floods close three schools",
            "READ MORE: What the harbour inquiry found",
            "Related: How the dam failed",
            "Watch: divers raise the bell",
            "More from the Harbour Post",
        ),
        (
            "Read more books, the librarian says.",
            "Related matters were put off until Tuesday.",
            "Opinion was divided.",
        ),
        240,
    ),
    Rule(
        "related.head",
        "related",
        "en",
        r"(?:also read|see also|read also|read (?:more|next|this next|this|on)|read more\.*|must[- ]reads?"
        r"|don't miss(?: (?:this|it|a thing))?|(?:you (?:may|might) (?:also )?(?:like|be interested in"
        r"|enjoy"
        r"|have missed)|recommended|suggested|trending|most (?:read|viewed|popular|recent|shared|commented)"
        r"|latest|top|recent|featured|popular|related|similar|more|other|editor'?s'?|further)"
        r"(?: (?:stories|articles?|posts?|news|coverage|content|links?|topics?|reading|videos?|headlines"
        r"|picks"
        r"|for you|now|today|this week|in [\w &'-]{2,24}|on [\w &'-]{2,30}|from [\w &'-]{2,30}"
        r"|by [\w &'.-]{2,30}|stories from.{0,40}|updates|blog posts?|searches|resources|guides|reads?"
        r"|like this|products|items|pages|tags|choice|reviews?|this))*|recommended from .{2,40}"
        r"|more(?: news"
        r"| stories| articles)? (?:on this(?: story| topic)?|stories|news|from (?:us|the web|around the web"
        r"|this (?:author|section|category)))"
        r"|explore(?: more)?(?: (?:on|in) .{2,60}| topics| related content)?|in case you missed it"
        r"|what to (?:read|watch) next|(?:up|coming) next|keep reading|continue reading|learn more"
        r"|find out more|discover more|further reading|next in .{2,40}|from around the web|around the web"
        r"|elsewhere on .{2,30}|people also (?:read|ask|viewed)|you might also like|stories you (?:may"
        r"|might) .{2,30}|no items found|new(?:est)? (?:articles|posts|stories)|view related .{2,20})",
        (
            "Related articles",
            "Also read",
            "Read more",
            "You might also like",
            "Most read",
            "Recommended",
            "Trending now",
            "More from Politics",
            "Recommended from Editorial",
        ),
        (
            "Latest figures show a drop in crime.",
            "More in sorrow than in anger, he left the hall.",
            "Top scientists met in Bern",
        ),
        90,
    ),
    Rule(
        "related.world",
        "related",
        "*",
        r"(?:(?:lesen sie|lies|hören sie|sehen sie) (?:auch|mehr|dazu|hier|weiter)(?::? .{0,160})?|(?:mehr"
        r"|alles|weitere (?:artikel|informationen|nachrichten|themen|beiträge)) (?:zum thema"
        r"|zu(?: diesem thema)?|dazu|aus|über|von)\b.{0,100}|(?:das könnte|dies könnte|könnte) (?:sie"
        r"|dich) (?:auch )?interessieren.{0,40}|auch interessant.{0,160}|(?:passend|mehr|lesetipp"
        r"|siehe auch"
        r"|zum thema|verwandte (?:artikel|themen|beiträge)|weiterführende links|meistgelesen"
        r"|ähnliche (?:artikel|beiträge)|empfehlungen|hintergrund|interview|kommentar|rückblick|newsblog"
        r"|liveblog|video)(?: ?: ?.{3,160})|(?:lesetipps?|siehe auch|zum thema|verwandte (?:artikel|themen"
        r"|beiträge)|weiterführende links|meistgelesen|am meisten gelesen|ähnliche (?:artikel|beiträge)"
        r"|empfehlungen|weitere artikel|links)"
        r"|(?:à lire|lire|à voir|à écouter|voir)(?: (?:aussi|également|ensuite|plus tard))(?: ?[:|].{0,180}"
        r"| .{0,80})?|(?:sur le même (?:sujet|thème)|les plus lus|dans la même rubrique"
        r"|nos derniers articles"
        r"|lire la suite|en savoir plus|articles? (?:similaires|liés|associés|recommandés)"
        r"|recommandé pour vous|vous aimerez aussi)(?: .{0,60})?"
        r"|(?:lee|lea|leer|ver|mira|te puede|te podría|puede|también te puede) (?:también|interesar|además"
        r"|más(?: artículos| noticias| sobre)?)(?:[ :].{0,180})?|(?:más (?:sobre|noticias|información"
        r"|leídas?"
        r"|leído)|lo más (?:leído|visto)|(?:noticias|artículos|notas) (?:relacionad[oa]s|recomendad[oa]s)"
        r"|relacionad[oa]s|archivado en)(?:[ :].{0,80})?"
        r"|(?:leggi|guarda|vedi|ascolta) (?:anche|pure|l'articolo|tutto)(?:[ :].{0,180})?"
        r"|(?:articoli correlati|i più letti|potrebbe interessarti(?: anche)?|notizie correlate"
        r"|per approfondire|altre notizie)(?:[ :].{0,60})?|(?:leia|veja|saiba|assista|confira"
        r"|ouça) (?:também"
        r"|mais|ainda|a íntegra)(?:[ :].{0,180})?|(?:mais lidas|notícias relacionadas|artigos relacionados"
        r"|você pode gostar|relacionadas?|matérias relacionadas)(?:[ :].{0,60})?"
        r"|(?:lees|bekijk|luister|kijk) (?:ook|verder|meer|hier)(?:[ :].{0,180})?|(?:meer over|gerelateerd"
        r"|meest gelezen|ook interessant|meer (?:artikelen|nieuws))(?:[ :].{0,80})?|(?:les|læs|läs|se|hør"
        r"|hör) (?:også|også:|mer|mere|også om|också|även)(?:[ :].{0,180})?|(?:mer om|mest lest|mest läst"
        r"|mest læst|mer fra|relaterte|flere nyheter|fleira áhugavert)(?:[ :].{0,60})?"
        r"|(?:czytaj|zobacz|przeczytaj|sprawdź|polecamy)(?: (?:też|także|również"
        r"|więcej))?(?: ?: ?.{3,180})?"
        r"|(?:najczęściej czytane|podobne artykuły|powiązane)|(?:читайте|смотрите|см\.|подробнее"
        r"|слушайте) ?(?:также|ещё|еще|по теме|на тему|об этом)?(?: ?: ?.{3,180})?|(?:по теме"
        r"|материалы по теме|похожие новости|самое читаемое|популярное|другие новости"
        r"|рекомендуем)(?: ?: ?.{3,120})?"
        r"|[【《]?(?:関連(?:記事|ニュース|リンク|キーワード|トピックス|動画)?|おすすめ(?:の)?記事"
        r"|あわせて読みたい|人気記事|アクセスランキング|(?:新着|最新)(?:記事"
        r"|ニュース)"
        r"|もっと見る|続きを見る)[】》]?(?: ?[:>].{0,120})?|[【]?(?:相关(?:阅读|新闻|文章|报道)"
        r"|相關(?:新聞|文章|報導)|推荐阅读|推薦閱讀|延伸閱讀|延伸阅读"
        r"|热门(?:文章|新闻)|更多)[】]?(?:[::].{0,100})?|(?:관련 ?기사|추천 ?기사|인기 ?기사"
        r"|많이 본 (?:뉴스|기사)|더보기|관련 ?뉴스)"
        r"|(?:यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|यह भी देखें|ये भी पढे़ं"
        r"|संबंधित खबरें?)(?: ?[:-].{0,180})?|(?:اقرأ (?:أيضا|أيضاً|أيضًا|المزيد)|موضوعات ذات صلة"
        r"|أخبار ذات صلة|شاهد أيضا|شاهد أيضاً|مواضيع متعلقة|الأكثر قراءة)(?: ?:.{0,160})?)",
        (
            "Lesen Sie auch: Der Streit um den Damm",
            "Mehr zum Thema",
            "À lire aussi : la crue en images",
            "Lee también",
            "Leggi anche: la piena del porto",
            "Leia também",
            "Lees ook: de dijk",
            "Читайте также",
            "関連記事",
            "यह भी पढ़ें",
            "اقرأ أيضا",
            "Les også: Flommen kom i går",
        ),
        (
            "Mehr als hundert Menschen kamen.",
            "Lire est un plaisir.",
            "Ver la casa fue triste.",
            "更多人来了。",
        ),
        240,
    ),
    Rule(
        "newsletter.english",
        "newsletter",
        "en",
        r"(?:(?:sign up|subscribe|register|join)(?: (?:now|here|today|for free|free))? (?:to|for|and get"
        r"|with) (?:our |the |my |your |a |free |daily |weekly |\S+ ){0,6}(?:newsletters?|e-?newsletters?"
        r"|email(?:s| updates| alerts| list)?|mailing list|inbox|blog|updates|alerts|briefings?|digest"
        r"|whatsapp channel|telegram channel|youtube channel|podcast|rss)\b.{0,200}|(?:get|have|receive"
        r"|read) .{0,100}(?:in|to|into|straight to|direct to) your (?:e-?mail )?(?:inbox|email"
        r"|mailbox)\b.{0,120}"
        r"|(?:our |the |daily |weekly |free |email |e-?mail )*newsletters?(?: sign-?up| signup| archive"
        r"| preferences)?|(?:stay|keep) (?:connected|informed|up to date|updated|in the loop|in the know"
        r"|on top of .{2,40})(?: (?:with|on|by) .{2,100})?|never miss (?:a|an|our|the) .{2,60}|(?:enter"
        r"|type) your e-?mail(?: address)?.{0,60}|your e-?mail(?: address)?|(?:sign me up|sign up(?: now"
        r"| here"
        r"| today)?|subscribe to)|don't miss (?:out|an? (?:update|story|issue)).{0,60}"
        r"|subscribe (?:to|for) (?:the |our )?[\w' -]{2,40}(?:newsletter|daily|weekly|morning"
        r"|briefing).{0,60}"
        r"|(?:follow|join|like) (?:us|our|\w+ \w+|\w+)(?: channel)? (?:on|channel on) (?:whatsapp|telegram"
        r"|facebook|twitter|x|instagram|youtube|google news|linkedin|tiktok|threads)\b.{0,140}"
        r"|download (?:our"
        r"|the) (?:\w+ ){0,4}app\b.{0,80}|get the app.{0,40}|a weekly .{0,60}newsletter.{0,60})",
        (
            "Sign up for our newsletter",
            "Get the day's top stories in your inbox",
            "Subscribe to our free daily newsletter",
            "Enter your email address",
            "Stay informed",
            "Follow us on WhatsApp",
        ),
        ("Newsletters of the sect were found in the cellar.", "Stay connected to the rope, the guide said."),
        300,
    ),
    Rule(
        "newsletter.consent",
        "newsletter",
        "*",
        r"(?:i would like|i'd like|yes, (?:i|please)|please (?:send|email|keep)|ja, ich|ich möchte|oui, je"
        r"|j'accepte|sí, "
        r"(?:quiero|deseo)|sì, )\b.{0,140}(?:e-?mail|newsletter|updates|offers|angebote|offres"
        r"|ofertas).{0,200}",
        (
            "I would like to be emailed about offers and events from the Harbour Post.",
            "Ich möchte Nachrichten der Hafenbote GmbH per E-Mail erhalten.",
        ),
        ("I would like to thank the divers, the mayor said.",),
        420,
        needs=("mail", "newsletter", "updates", "offers", "angebote", "offres", "ofertas"),
    ),
    Rule(
        "newsletter.inbox",
        "newsletter",
        "en",
        r".{4,120} (?:delivered|sent|straight|direct(?:ly)?) (?:straight |directly |right )?(?:to|into"
        r"|in) your (?:e-?mail )?(?:inbox|email)\b.{0,80}",
        ("Curated stories delivered straight to your inbox",),
        ("He wrote that the letter was delivered to your office.",),
        240,
        needs=("inbox", "email"),
    ),
    Rule(
        "newsletter.world",
        "newsletter",
        "*",
        r"(?:(?:jetzt |hier |zum |unser(?:en)? |der |den |kostenlosen? |täglichen? "
        r"|wöchentlichen? )*newsletter(?: (?:abonnieren|bestellen|anmelden|anmeldung"
        r"|abonnement))?(?: .{0,60})?|(?:melden sie sich|abonnieren sie|bestellen sie"
        r"|ich möchte) .{0,60}(?:newsletter|per e-mail|whatsapp-kanal).{0,160}|(?:inscrivez-vous"
        r"|abonnez-vous"
        r"|recevez|s'inscrire|je m'inscris) .{0,60}(?:newsletter|lettre|infolettre|boîte mail"
        r"|par e-?mail).{0,120}"
        r"|(?:suscríbete|suscríbase|regístrate|recibe|apúntate) .{0,60}(?:newsletter|boletín|boletines"
        r"|correo).{0,100}|(?:iscriviti|ricevi|abbonati) .{0,60}(?:newsletter|mail).{0,80}|(?:assine|receba"
        r"|inscreva-se|cadastre-se) .{0,60}(?:newsletter|e-mail|boletim|canal).{0,80}|(?:schrijf je|meld je"
        r"|ontvang|abonneer) .{0,60}(?:nieuwsbrief|mail).{0,80}|nieuwsbrief|(?:meld deg|abonner|anmäl dig"
        r"|tilmeld dig) .{0,60}(?:nyhetsbrev|nyhedsbrev).{0,60}|(?:zapisz się"
        r"|subskrybuj) .{0,50}newsletter.{0,60}|(?:подпишитесь|подписывайтесь|подписывайся) .{0,100}"
        r"|メルマガ(?:登録)?.{0,30}|ニュースレター.{0,30}|订阅(?:我们的)?(?:新闻|邮件|电子).{0,20}"
        r"|뉴스레터(?: 구독)?.{0,20})",
        (
            "Newsletter abonnieren",
            "Inscrivez-vous à notre newsletter",
            "Suscríbete a nuestro boletín",
            "Iscriviti alla newsletter",
            "Подпишитесь на наш канал",
            "Nieuwsbrief",
            "メルマガ登録",
        ),
        ("Newsletters gab es damals nicht.", "Recibe el premio en mayo."),
        240,
    ),
)
