"""Rules for consent, legal lines, forms, and templates that were never filled in."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "consent.cookies",
        "consent",
        "*",
        r"(?:we|our (?:site|website|partners)|this (?:site|website|page)|wir(?: und unsere partner)?"
        r"|diese (?:seite|website|webseite)|unsere (?:seite|website)|nous|ce site|este sitio|esta web"
        r"|nosotros"
        r"|utilizamos|usamos|questo sito|deze (?:site|website)|wij|ta strona|этот сайт|мы|vi|by (?:clicking"
        r"|continuing|using)|durch|en poursuivant|al continuar|if you|to provide the best|hinweis:?|privacy"
        r"|we value your privacy)\b.{0,300}\b(?:cookies?(?!-)|куки|ciasteczka|piasteczka"
        r"|informationskapsler)\b.{0,600}"
        r"|(?:wir verwenden|nous utilisons(?: des)?|we use|usamos|utilizamos|utilizziamo(?: i)?"
        r"|wij gebruiken"
        r"|używamy|мы используем(?: файлы)?|vi bruker|vi använder|vi bruger) cookies?.{0,300}",
        (
            "We use cookies to improve your experience.",
            "Wir verwenden Cookies",
            "Ce site utilise des cookies pour mesurer son audience.",
            "Utilizamos cookies propias y de terceros.",
        ),
        ("The cookies were gone.", "Cookies for all", "We understand that cookie-cutter plans fail here."),
        900,
    ),
    Rule(
        "consent.button",
        "consent",
        "*",
        r"(?:accept|reject|allow|deny|decline|refuse|agree to)(?: (?:all|only|and|necessary|optional"
        r"|non-essential|essential|the|our))*(?: (?:cookies?|close|continue|all))?|(?:manage|cookie|privacy"
        r"|consent|change|your|customi[sz]e|update|do not sell)(?: (?:my|your|all|or share my|personal"
        r"|privacy"
        r"|cookie))*(?: (?:consent|settings?|preferences?|options|choices|policy|cookies?|information"
        r"|notice"
        r"|banner))+|i (?:agree|accept|consent)|got it!?|alle akzeptieren"
        r"|(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|annehmen|zustimmen)|ich stimme zu|einverstanden"
        r"|cookie-?einstellungen|datenschutz-?einstellungen|einstellungen (?:verwalten|ändern)"
        r"|tout (?:accepter|refuser)|accepter(?: et (?:fermer|continuer)| tout| les cookies)?"
        r"|refuser(?: tout)?|(?:gérer|paramétrer) (?:les |mes )?(?:cookies|préférences)|(?:aceptar"
        r"|rechazar)(?: (?:todo|todas|cookies|y continuar|y cerrar))*|configurar(?: cookies)?|(?:accetta"
        r"|rifiuta)(?: (?:tutti|tutto|i cookie|e continua))*|(?:aceitar|rejeitar)(?: (?:todos|todas|cookies"
        r"|e continuar))*|(?:alles )?(?:accepteren|weigeren)|akkoord"
        r"|zgadzam się|akceptuję(?: .{0,20})?|принять(?: все)?|согласен|同意する|すべて(?:受け入れる|許可)"
        r"|同意"
        r"|godta(?: alle)?|godkänn(?: alla)?|accepter alle",
        (
            "Accept all",
            "Manage consent",
            "Cookie settings",
            "Alle akzeptieren",
            "Tout accepter",
            "Aceptar",
            "Reject all cookies",
            "Got it",
        ),
        ("Accept all that comes, he told them.", "Refuser tout compromis, dit-elle."),
        60,
    ),
    Rule(
        "consent.embed",
        "consent",
        "de",
        r"(?:empfohlener (?:redaktioneller|externer) inhalt|externer inhalt|(?:an dieser stelle"
        r"|hier) (?:finden sie|befindet sich|steht|sehen sie|möchten wir)\b.{0,60}(?:extern|inhalt).{0,200}"
        r"|ich bin (?:damit )?einverstanden, dass (?:mir )?(?:der )?extern.{0,300}|(?:externen inhalt"
        r"|inhalt"
        r"|inhalte) (?:anzeigen|laden|zulassen|einblenden|erlauben|nachladen).{0,40}|damit (?:können"
        r"|werden) personenbezogene daten an .{0,160}|mehr dazu in unserer datenschutzerklärung.{0,20})",
        (
            "Empfohlener redaktioneller Inhalt",
            "Externen Inhalt anzeigen",
            "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
        ),
        ("Der Inhalt des Briefs ist nicht bekannt.",),
        600,
    ),
    Rule(
        "legal.copyright",
        "legal",
        "*",
        r"(?:(?:copyright|©|\(c\)|ⓒ)(?: ?(?:©|\(c\)|ⓒ))?.{0,120}|.{0,80}(?:copyright ?©|©|\(c\)"
        r"|ⓒ) ?(?:copyright )?(?:19|20)\d\d.{0,100}|.{0,100}\ball rights? reserved\b.{0,120}"
        r"|.{0,60}(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
        r"|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden"
        r"|wszelkie prawa zastrzeżone|все права защищены|無断転載.{0,4}禁|禁止转载|版权所有|版權所有"
        r"|무단.{0,4}전재"
        r"|सर्वाधिकार सुरक्षित|جميع الحقوق محفوظة).{0,60})",
        (
            "© 2024 The Harbour Post. All rights reserved.",
            "Copyright 2023 Example Media",
            "Alle Rechte vorbehalten",
            "Tous droits réservés",
            "無断転載を禁じます",
        ),
        ("Copying is right, she says.", "The rights of the heirs are reserved for the court."),
        260,
        needs=(
            "©",
            "(c)",
            "ⓒ",
            "copyright",
            "right",
            "rechte",
            "droits",
            "derechos",
            "diritti",
            "direitos",
            "rechten",
            "prawa",
            "права",
            "転載",
            "转载",
            "版权",
            "版權",
            "전재",
            "सर्वाधिकार",
            "الحقوق",
        ),
    ),
    Rule(
        "legal.links",
        "legal",
        "*",
        r"(?:(?:terms|conditions)(?: (?:of|and|&) (?:use|service|sale|conditions|privacy))*"
        r"|privacy(?: (?:policy|notice|statement|center|& terms|and terms|manager))?(?: (?:and"
        r"|&) (?:cookies?"
        r"|terms).{0,20})?|(?:your )?(?:us )?privacy (?:rights|choices)|cookie policy|cookies"
        r"|legal(?: notice)?|imprint|about(?: us)?|contact(?: us)?|careers|help(?: center)?|advertise"
        r"|accessibility|ethics policy|editorial (?:policy|guidelines|standards|team)"
        r"|contact information|press(?: room| releases?)?"
        r"|impressum|datenschutz(?:erklärung)?|agb|nutzungsbedingungen|kontakt|über uns|karriere|mediadaten"
        r"|barrierefreiheit|mentions légales|cgu|cgv|politique de confidentialité|contact(?:ez-nous)?"
        r"|qui sommes-nous|plan du site|aviso legal|política de (?:privacidad|cookies|privacidade)|contacto"
        r"|quiénes somos|términos (?:y condiciones|de uso)|condizioni|note legali|informativa privacy"
        r"|chi siamo|contatti|termos de uso|quem somos|fale conosco|contato|algemene voorwaarden"
        r"|privacybeleid"
        r"|colofon|over ons|polityka prywatności|regulamin|o nas"
        r"|политика конфиденциальности|пользовательское соглашение|о нас|контакты|プライバシーポリシー"
        r"|利用規約|お問い合わせ"
        r"|会社概要"
        r"|隐私政策|關於我們|关于我们|联系我们|개인정보처리방침|이용약관|गोपनीयता नीति|हमसे संपर्क करें"
        r"|سياسة الخصوصية|اتصل بنا"
        r"|من نحن)(?: ?[|·•/-] ?.{2,60}){0,6}",
        (
            "Terms of use",
            "Privacy Policy",
            "Impressum",
            "Mentions légales",
            "About us",
            "利用規約",
            "Contact Us",
        ),
        ("Contact with the probe was lost at noon.", "Privacy is a right, the court said."),
        160,
    ),
    Rule(
        "legal.form",
        "legal",
        "en",
        r"(?:this (?:site|form|page) is protected by (?:re|h)captcha.{0,140}|by (?:signing up|subscribing"
        r"|submitting|clicking|registering|providing|continuing|creating an account|joining).{0,60}(?:you"
        r"|i)(?:'re| are)? (?:agree|acknowledge|consent|confirm|accept|accepting|opting).{0,300}"
        r"|this field is for validation purposes.{0,60}|(?:no part of|reproduction (?:of|in whole)"
        r"|unauthorized|this material may not be).{0,200}(?:prohibited|permission|redistributed"
        r"|reproduced).{0,80}"
        r"|(?:thank you|thanks)!? your (?:submission|message|comment) (?:has been|was) .{0,40}"
        r"|oops!? something went wrong.{0,60}|(?:\* )?(?:indicates|required|required fields?"
        r"|denotes)(?: required)?(?: fields?)?|an official website of the .{0,80}|(?:official websites use"
        r"|secure \.gov).{0,200}|a lock \( ?\) or https.{0,140}|no credit card required\.?|email address"
        r"|(?:first|last|full|your|company) (?:name|email)(?: ?\(required\)| ?\*)?|e-?mail ?\*|name ?\*"
        r"|name ?\(required\)|phone(?: number)?|submit|please (?:enable|turn on) javascript.{0,160}"
        r"|your browser .{0,160})",
        (
            "This site is protected by reCAPTCHA and a privacy policy applies.",
            "By signing up, you agree to our terms.",
            "This field is for validation purposes and should be left unchanged.",
            "Oops! Something went wrong while submitting the form.",
            "Please enable JavaScript to view this page.",
        ),
        ("By signing the paper, the mayor ended the strike.", "This form is old."),
        460,
    ),
    Rule(
        "template.placeholder",
        "template",
        "*",
        r"[^{}]{0,40}\{\{[^{}]{1,60}\}\}.{0,60}|.{0,30}\$\{[\w.]{1,60}\}.{0,60}"
        r"|.{0,30}%%[\w.]{2,40}%%.{0,60}"
        r"|.{0,30}\{%[^%]{1,80}%\}.{0,60}|.{0,20}<%=?[^%]{1,60}%>.{0,40}|.{0,30}\[object object\].{0,40}"
        r"|undefined|null|nan|\[\[[\w.]+\]\]|\[/?[a-z_]{3,30}(?: [^\]]{0,120})?\]",
        (
            "{{ article.title }}",
            "Hello ${user.name}",
            "%%first_name%%",
            "[object Object]",
            "{% include share.html %}",
            "undefined",
        ),
        ("It costs 100 %% more, she wrote.", "Null points for the home side"),
        160,
        False,
        needs=("{", "[", "$", "%", "undefined", "null", "nan"),
    ),
    Rule(
        "template.code",
        "template",
        "*",
        r"(?:[{}();\[\],]+|(?:(?:var|let|const) [\w$]+ ?=.{0,400}|function ?\w*\(.{0,400}|window\..{0,400}"
        r"|document\.\w+.{0,400}|if ?\(.{0,200}\) ?\{.{0,200}|\$\(.{0,200}|googletag.{0,200}|@(?:media"
        r"|import"
        r"|font-face).{0,200}|return .{0,100};)|[.#][\w-]+(?:[ ,>.:#][\w .:#,>-]*)?\{.{0,300}"
        r"|[a-z-]+ ?: ?[^;{}]{1,60}(?:;|\{)\}?|/?(?:div|span|iframe|script|img|p|a|br)(?: [\w-]+=.{0,200}"
        r"|/)?"
        r"|/\*.{0,300}\*/|//.{0,20}<!\[cdata\[.*|\w+: ?\{)",
        ("var slot = window.adSlot;", "};", ".teaser { display: none }", "document.write('x');", "</div>"),
        ("Let us go then; the evening waits.", "if only (he said) it rained"),
        460,
        needs=(";", "{", "}", "(", "[", "/", "="),
    ),
)
