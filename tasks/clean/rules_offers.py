"""Rules for subscription offers: priced prompts, renewal, pitches, and the heads of benefit lists."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

_MONEY = (
    r"(?:(?:us|a|c|nz|hk|s|r|mx|ca|au)?[$€£¥₹₩₽₺₴฿]|rs\.?|inr|usd|eur|gbp|chf|cad|aud|nzd|jpy|kr\.?|sek"
    r"|nok|dkk|zł|pln|r\$|rub|aed|sar|zar|r)"
)
AMOUNT = (
    rf"(?<![^\W\d_])(?:{_MONEY} ?\d[\d.,' ]*(?:\.-|,-)?|\d[\d.,' ]*(?:\.-|,-)? ?(?:{_MONEY}|euros?|dollars?"
    rf"|pounds|rupees|cents?|円|руб\.?|рублей|元|원|p|c)(?![^\W\d_]))"
)
PERIOD = (
    r"(?:(?:\d{1,2}|one|two|three|six|twelve|a|an|per|each|every|/|jeden|pro|im|par|al|por|per|ao|a|per|за"
    r"|в|på|om) ?)?"
    r"(?:months?|mo\.?|mth|years?|yrs?\.?|weeks?|wk|days?|quarters?|quarterly|monthly|yearly|annual(?:ly)?"
    r"|weekly|monate?n?|monat|monatlich|jahre?n?|jährlich|woche|wochen|wöchentlich|tage?"
    r"|mois|ans?|année|semaines?|jours?|mes(?:es)?|años?|semanas?|días?|mensual(?:es)?|anual(?:es)?|mesi"
    r"|mese|anni|anno|settiman[ae]|mês|ano|anos|semana|maand(?:en)?|jaar|week|weken"
    r"|miesiąc[ea]?|miesięcy|rok|lata|tydzień|месяц(?:а|ев)?|год|года|лет|недел[яюи]|mån(?:ad(?:er)?)?"
    r"|måned(?:er)?|år|uker?|か月|ヶ月|カ月|年|月|个月|महीने|माह|साल|वर्ष|شهر|سنة|أشهر)"
)

RULES = (
    Rule(
        "paywall.priced_prompt",
        "paywall",
        "*",
        rf"(?:subscribe|get|try|join|start|unlock|keep|continue|read|enjoy|access|(?:digital"
        rf"|unlimited) (?:access|subscription|reading)"
        rf"|only|just|from|for|first|then|jetzt|nur|ab|dès|seulement|à partir|s'abonner|suscríbete"
        rf"|desde|por solo|solo|abbonati|a soli|assine|vanaf|probeer)\b.{{0,50}}"
        rf"{AMOUNT}(?: ?(?:/|a|an|per|for|every|pro|im|je|par|al|por|ao|for the first|während|für|pendant"
        rf"|durante|voor)? ?.{{0,16}}\b{PERIOD})(?:[.,!* ].{{0,60}})?",
        (
            "Subscribe for $4.99 a month",
            "Get unlimited access for just $1 for 6 months",
            "Jetzt für 1 € pro Monat",
            "Dès 1€ par mois",
            "Suscríbete por 1 € al mes",
        ),
        (
            "The town pays from $40 a month to a carrier that nobody has seen since the spring of last year, "
            "records show.",
        ),
        110,
    ),
    Rule(
        "offer.renews",
        "offer",
        "*",
        r"(?:\*? ?(?:automatically renews|auto[- ]?renews?|renews? (?:automatically|at|every|each|monthly"
        r"|annually|on)|(?:your )?subscription(?:s)? (?:will )?(?:automatically )?renews?"
        r"|auto[- ]?renewal)\b.{0,90}|(?:you can )?cancel (?:at )?any ?time.{0,60}|no commitment.{0,40}"
        r"|billed (?:monthly|annually|yearly|every|as|quarterly).{0,60}"
        r"|(?:verlängert sich|automatische verlängerung|jederzeit kündbar|monatlich kündbar).{0,80}"
        r"|(?:sans engagement|résiliable|renouvellement automatique|reconduction tacite).{0,60}"
        r"|(?:se renueva"
        r"|renovación automática|cancela cuando|cancele cuando|sin permanencia).{0,60}"
        r"|(?:si rinnova|rinnovo automatico|disdici quando|disdici in qualsiasi).{0,60}"
        r"|(?:renova(?:ção)? automátic|cancele quando).{0,60}|(?:opzeggen kan|maandelijks opzegbaar"
        r"|automatisch verlengd).{0,40}|自動更新.{0,20}|いつでも解約.{0,20})",
        (
            "Renews automatically, cancel anytime",
            "Cancel anytime.",
            "Jederzeit kündbar",
            "Sans engagement",
            "Billed annually",
            "Se renueva automáticamente",
            "いつでも解約可能",
        ),
        (
            "Renews its call for peace: the council",
            "The lease renews automatically unless one side objects, the court was told.",
        ),
        110,
    ),
    Rule(
        "offer.pitch",
        "offer",
        "*",
        r"(?:(?:best|most) (?:value|popular|chosen)(?: (?:plan|offer|deal))?|(?:save|spare|économisez"
        r"|ahorra"
        r"|risparmia|economize|bespaar) (?:up to |bis zu |jusqu'à |hasta )?(?:\d{1,2} ?%"
        r"|.{0,6}\d+ ?[€$£]).{0,40}|(?:choose|select|see|view|compare|pick) (?:a |your |our "
        r"|all )?(?:subscription )?plans?(?: .{0,30})?"
        r"|(?:limited[- ]time|special|introductory|exclusive|festive|launch) (?:offer|deal|price"
        r"|discount).{0,30}|(?:our |all )?(?:subscription|digital|print)(?: subscription)? (?:plans|offers"
        r"|options)|(?:view|see) (?:all )?(?:subscription )?(?:offers|options)|alle abo-?angebote"
        r"|unsere (?:abo-?)?angebote|zum angebot|nos offres(?: d'abonnement)?)",
        (
            "Most popular",
            "Best value",
            "Save 40%",
            "Choose your plan",
            "Limited time offer",
            "Nos offres d'abonnement",
        ),
        ("Best value is found in the north of the city", "The most popular of them won."),
        70,
    ),
    Rule(
        "benefit.head",
        "benefit",
        "en",
        r"(?:here(?:'s| is) )?what(?:'s| is) included\b.{0,60}|(?:your |the |a "
        r"|all )?(?:\w+ )?(?:subscriptions?|membership|plans?) (?:also )?(?:includes?|gives? you"
        r"|comes? with)\b.{0,40}|(?:as a|for|our) (?:\w+ )?(?:subscribers?"
        r"|members?),? (?:you(?:'ll)? (?:get"
        r"|receive|enjoy|have)|(?:get|receive|enjoy)|benefits).{0,50}"
        r"|(?:subscriber|subscription|member(?:ship)?|premium) (?:benefits|perks|features|exclusives)"
        r"|benefits of (?:subscribing|membership|your subscription|being a).{0,40}|why (?:subscribe"
        r"|join)(?: .{0,30})?\??|(?:what you(?:'ll)? get|you'll get|you will get"
        r"|everything in .{2,30}, plus)(?: with .{0,30})?",
        (
            "Here’s what’s included in our digital plans",
            "Your subscription includes:",
            "Subscriber benefits",
            "Why subscribe?",
            "What you get",
        ),
        (
            "What is included in the bill remains a secret, even to those who must vote on it.",
            "You get up at six.",
        ),
        90,
        needs=("includ", "subscri", "member", "get", "benefit", "plan", "join", "plus"),
    ),
    Rule(
        "benefit.head_world",
        "benefit",
        "*",
        r"(?:(?:ihre|deine|alle|die) (?:abo-?)?vorteile(?: (?:im|auf|mit|als|des|ihres)\b.{0,50})?|(?:ihr"
        r"|dein"
        r"|das) abo (?:enthält|beinhaltet|umfasst).{0,30}|(?:vos|les) avantages (?:abonnés?|de l'abonnement"
        r"|d'abonné).{0,30}|(?:votre|l')abonnement comprend.{0,30}|(?:ventajas|beneficios) (?:de"
        r"|para) (?:la suscripción|(?:los )?suscriptores|suscribirte).{0,20}"
        r"|(?:tu|su) suscripción incluye.{0,30}|(?:il tuo |l')abbonamento (?:include|comprende).{0,30}"
        r"|i vantaggi (?:dell'abbonamento|per gli abbonati)|(?:sua )?assinatura inclui.{0,30}"
        r"|vantagens d[aeo]s? assina.{0,30}|(?:voordelen van|uw) (?:een |het )?abonnement.{0,30}|購読の特典"
        r"|会員特典)",
        ("Ihre Vorteile", "Ihr Abo enthält:", "Vos avantages abonnés", "Tu suscripción incluye", "会員特典"),
        ("Ihre Vorteile hat diese Lösung auch, sagt der Planer.",),
        80,
    ),
)
