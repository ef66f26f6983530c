"""Rules for the prompts of paywalls in other languages."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "paywall.limit_reached_world",
        "paywall",
        "*",
        r"(?:sie haben (?:ihr|ihre|das) .{0,30}(?:limit\b|artikel).{0,40}(?:erreicht|gelesen|aufgebraucht"
        r"|verbraucht)|vous avez (?:atteint|lu|épuisé) .{0,50}articles?.{0,50}|ha (?:alcanzado|llegado"
        r"|superado|leído) .{0,50}artículos.{0,40}"
        r"|has (?:alcanzado|llegado|superado|leído) .{0,50}artículos.{0,40}|hai (?:raggiunto|letto"
        r"|esaurito) .{0,50}articoli.{0,40}|você (?:atingiu|leu) .{0,50}(?:matérias|artigos"
        r"|notícias).{0,40}"
        r"|je hebt .{0,40}(?:gratis artikelen|limiet).{0,40}|無料(?:記事|会員).{0,30}(?:残り|上限"
        r"|本).{0,20})",
        (
            "Sie haben Ihr Limit von 5 Artikeln erreicht.",
            "Vous avez atteint la limite de 3 articles gratuits.",
            "Has alcanzado el límite de artículos gratis.",
            "Você atingiu o limite de 5 matérias por mês",
            "無料記事の残りはあと1本です",
        ),
        ("Sie haben ihr Limit nie gekannt, sagt der Trainer.",),
    ),
    Rule(
        "paywall.german",
        "paywall",
        "de",
        r"(?:(?:jetzt )?(?:weiterlesen|weiter ?lesen)(?: (?:mit|für|auf|als|nach|und)\b.{0,60})?"
        r"|jetzt (?:\S+ ){0,3}(?:abonnieren|freischalten|testen|registrieren|anmelden|bestellen|kaufen"
        r"|einloggen|abo abschließen|sichern)(?: .{0,60})?"
        r"|(?:dieser|diesen|der|den) (?:artikel|beitrag|text|inhalt) (?:ist|gibt es|lesen|können|steht"
        r"|weiterlesen)\b.{0,40}\b(?:abonnent|abo\b|exklusiv|mitglied|plus|kostenpflichtig|registrier"
        r"|premium).{0,80}"
        r"|(?:sie (?:sind|haben) )?(?:bereits|schon) (?:ein(?:e|en)? )?(?:abo(?:nnent(?:in)?|nnement)?"
        r"|abonniert|registriert|digital-?abo|mitglied|kunde|konto|angemeldet|einen zugang"
        r"|plus-abonnent)\b.{0,60}|nur für (?:abonnenten|mitglieder|abonnent:innen).{0,40}"
        r"|(?:zum |zur )?(?:anmeldung|anmelden|einloggen|registrieren|abonnieren|abo|login|abo abschließen)"
        r"|mit .{2,30}(?:plus|abo|\+) (?:weiterlesen|lesen).{0,40}|exklusiv für .{0,20}abonnent\S*.{0,30})",
        (
            "Jetzt weiterlesen mit Probeabo",
            "Weiterlesen mit Hafenbote Plus",
            "Dieser Artikel ist nur für Abonnenten lesbar.",
            "Sie haben bereits ein Abo?",
            "Bereits Abonnent? Hier anmelden",
            "Jetzt abonnieren",
        ),
        ("Der Artikel ist seit Jahren umstritten, schreibt das Gericht.", "Jetzt ist es still im Dorf."),
        140,
    ),
    Rule(
        "paywall.french",
        "paywall",
        "fr",
        r"(?:(?:cet|ce|l[ae']|le) ?(?:article|contenu|suite|lecture)\b.{0,40}(?:réservé|abonné"
        r"|exclusif).{0,80}|(?:déjà|vous êtes) (?:abonné|inscrit|membre|client|un compte).{0,60}"
        r"|(?:je m'abonne|s'abonner|abonnez-vous|me connecter|se connecter|connectez-vous|identifiez-vous"
        r"|inscrivez-vous|découvrir (?:nos|les) offres)(?: .{0,80})?"
        r"|(?:pour )?(?:lire|poursuivre|continuer)(?: la suite| la lecture| votre lecture)(?:,? .{0,80})?"
        r"|il vous reste .{0,40} (?:à lire|de cet article).{0,60}|réservé (?:à nos|aux) abonnés.{0,30}"
        r"|la suite est réservée.{0,60})",
        (
            "Cet article est réservé aux abonnés",
            "Déjà abonné ? Connectez-vous",
            "Pour lire la suite, abonnez-vous",
            "Il vous reste 70% de cet article à lire.",
            "Je m'abonne",
        ),
        ("Cet article du code civil date de 1804.", "La suite a été confiée à un juge de paix."),
        140,
    ),
    Rule(
        "paywall.spanish",
        "paywall",
        "es",
        r"(?:(?:este|esta) (?:contenido|artículo|nota|noticia) (?:es|está) (?:exclusiv|solo|sólo|reservad"
        r"|disponible).{0,80}|(?:suscríbete|suscríbase|suscribirme|suscribirse|hazte socio|hazte suscriptor"
        r"|inicia(?:r)? sesión|regístrate|regístrese|identifícate)(?: .{0,90})?"
        r"|(?:ya eres|¿ya eres|ya tienes|¿ya tienes|ya soy|¿ya estás) .{0,50}|(?:para )?(?:seguir|continuar"
        r"|continúa|sigue|continúe) leyendo(?:,? (?:suscr|regís|inici|este|esta|con|gratis|la nota|hazte"
        r"|por).{0,70})?|(?:contenido |solo |sólo )?(?:exclusivo |para )?(?:para )suscriptores)",
        (
            "Este contenido es exclusivo para suscriptores",
            "Suscríbete para seguir leyendo",
            "¿Ya eres suscriptor? Inicia sesión",
            "Para seguir leyendo, suscríbete",
        ),
        ("Este artículo de la ley no cambia nada.", "Seguir leyendo es un placer, dijo la autora."),
        130,
    ),
    Rule(
        "paywall.italian",
        "paywall",
        "it",
        r"(?:(?:questo|l'|il) ?(?:articolo|contenuto) è (?:riservat|disponibil|esclusiv|per).{0,80}"
        r"|(?:sei già"
        r"|hai già) (?:un )?(?:abbonat|abbonamento|registrat|account).{0,50}|(?:abbonati|accedi|registrati"
        r"|attiva)(?: (?:ora|subito|e|per|a|al|qui)\b.{0,70})?"
        r"|(?:per )?continua(?:re)? (?:a leggere|la lettura)(?: .{0,60})?|(?:contenuto )?(?:riservato agli"
        r"|per gli) abbonati)",
        (
            "Questo articolo è riservato agli abbonati",
            "Sei già abbonato? Accedi",
            "Abbonati per continuare a leggere",
        ),
        ("Il contenuto della lettera è noto da ieri.",),
        130,
    ),
    Rule(
        "paywall.portuguese",
        "paywall",
        "pt",
        r"(?:(?:este|esta|esse) (?:conteúdo|artigo|matéria|reportagem) (?:é|está) (?:exclusiv|restrit"
        r"|reservad"
        r"|disponível).{0,80}|já (?:é|sou|tem) (?:assinante|cadastr|conta|um).{0,50}|(?:assine|assine já"
        r"|assinar|faça login|entrar|cadastre-se)(?: (?:agora|já|e|para|o|a|por)\b.{0,70})?"
        r"|(?:para )?(?:continuar?|continue) (?:a ler|lendo|a leitura)(?: .{0,60})?|(?:exclusivo"
        r"|só) para assinantes)",
        (
            "Este conteúdo é exclusivo para assinantes",
            "Já é assinante? Faça login",
            "Continue lendo",
            "Assine agora",
        ),
        ("Este artigo da lei foi vetado ontem.",),
        130,
    ),
    Rule(
        "paywall.dutch_nordic",
        "paywall",
        "*",
        r"(?:dit artikel is (?:alleen|exclusief|enkel|voorbehouden|uitsluitend).{0,60}"
        r"|al (?:een )?(?:abonnee"
        r"|abonnement|geabonneerd)\b.{0,40}|(?:neem|word) (?:een )?(?:abonnement|abonnee|lid).{0,50}"
        r"|verder lezen\b.{0,40}|lees (?:verder|direct verder)(?: met .{0,40})?"
        r"|(?:denne|dette) (?:saken|artikkelen|artiklen|artikel)(?: er)? (?:er )?(?:kun |for "
        r"|forbeholdt ).{0,50}|(?:for|kun for) abonnent(?:er)?|bli abonnent.{0,40}|les videre(?: .{0,40})?"
        r"|læs (?:videre|mere)|allerede abonnent.{0,40}|"
        r"(?:den här|denna) artikeln är (?:bara |låst |för |endast ).{0,50}|redan prenumerant.{0,40}"
        r"|bli prenumerant.{0,40}|logg? inn?)",
        (
            "Dit artikel is alleen voor abonnees",
            "Al abonnee? Log in",
            "Denne saken er kun for abonnenter",
            "Redan prenumerant? Logga in",
            "Logg inn",
        ),
        ("Dit artikel is geschreven in 1920 en werd later verboden.",),
        100,
    ),
    Rule(
        "paywall.slavic",
        "paywall",
        "*",
        r"(?:(?:ten )?(?:artykuł|tekst|materiał) (?:jest )?(?:dostępny |tylko ).{0,20}(?:dla|prenumerat"
        r"|subskryb).{0,50}|masz już (?:prenumerat|subskrypcj|konto).{0,40}|(?:czytaj|kup) dalej.{0,30}"
        r"|zaloguj(?: się)?.{0,30}|kup (?:dostęp|subskrypcję|prenumeratę).{0,40}"
        r"|(?:материал|статья|текст|эта статья|этот материал) (?:доступ[ен]н?|только для) ?.{0,60}"
        r"|(?:оформите"
        r"|оформить) подписку.{0,60}|уже (?:есть подписка|подписаны|подписчик).{0,40}|(?:войти|войдите"
        r"|подписаться|зарегистрироваться)(?: .{0,30})?)",
        (
            "Artykuł dostępny tylko dla prenumeratorów",
            "Masz już prenumeratę? Zaloguj się",
            "Материал доступен только подписчикам",
            "Оформите подписку",
            "Войти",
        ),
        ("Материал суда лежал на столе.", "Tekst ustawy trafił do Senatu."),
        100,
    ),
    Rule(
        "paywall.eastern",
        "paywall",
        "*",
        r"(?:この(?:記事|コンテンツ|ページ)は.{0,20}(?:会員限定|有料|会員のみ|登録|購読).{0,30}|(?:有料"
        r"|会員)(?:会員)?限定(?:記事|の記事です)?。?"
        r"|(?:会員)?(?:ログイン|会員登録|新規登録|購読する|続きを読む)(?:する|はこちら)?"
        r"|残り ?\d+ ?文字.{0,30}"
        r"|(?:本文|此文章|本文章|該文).{0,6}(?:仅限|僅限|订阅|訂閱|会员|會員).{0,30}|(?:登录|登錄|登入"
        r"|订阅|訂閱|註冊|注册)(?:后|後)?(?:阅读|閱讀"
        r"|即可)?.{0,16}|(?:로그인|회원가입|구독하기|유료회원 전용|기사 전문 보기)"
        r"|هذا (?:المقال|المحتوى) (?:متاح|مخصص|للمشتركين).{0,60}|(?:اشترك|سجل|تسجيل) (?:الآن|الدخول"
        r"|في).{0,40}"
        r"|यह (?:लेख|खबर|स्टोरी) (?:केवल|सिर्फ|सिर्फ़).{0,60}|(?:सब्सक्राइब करें|लॉग ?इन करें|साइन इन करें"
        r"|अभी सब्सक्राइब करें).{0,40})",
        (
            "この記事は会員限定です",
            "続きを読む",
            "残り1234文字",
            "登录后阅读全文",
            "로그인",
            "هذا المقال متاح للمشتركين فقط",
            "यह लेख केवल सदस्यों के लिए है",
        ),
        ("この記事は十年前に書かれた。", "登山者が救助された。", "اشترك ثلاثة آلاف شخص في السباق."),
        80,
    ),
)
