"""What error pages, checks for robots and walls that ask for consent say, by language.

Patterns meet lines in lower case, as `rule.plain` makes them.
"""

from __future__ import annotations

# A title or line that is nothing but one of these.
ERROR_TITLES = {
    "en": (
        r"(?:(?:this |the |that |web ?)?(?:page|file|content|article|story|url|resource)s? )?(?:is "
        r"|was |could )?(?:not (?:be )?found|not available|unavailable|no longer (?:available|exists)"
        r"|missing|expired|(?:does not|doesn't|can't|cannot) (?:exist|be found)|(?:has been )?removed)"
        r"|(?:we )?(?:can't|cannot|couldn't) find (?:that|this|the) page|access (?:to this page "
        r")?(?:has been )?(?:denied|forbidden)|forbidden|permission denied|request (?:blocked|rejected)"
        r"|(?:page|server|internal server|application|unexpected|client-side) error|error(?: page)?"
        r"|(?:an )?error occurred|something went wrong|(?:service|site|website|temporarily|server)(?: "
        r"is)?(?: temporarily)? (?:unavailable|down)|bad gateway|gateway time-?out|too many requests"
        r"|bad request|under maintenance|just a moment|one moment,? please|attention required!?(?: \| "
        r"cloudflare)?|security check|checking your browser|pardon our interruption|(?:captcha|human"
        r"|robot|bot) (?:check|verification)|are you (?:a robot|human)\??|(?:please )?(?:verify|confirm"
        r"|prove) (?:that )?you(?:'re| are) (?:human|not a (?:ro)?bot)|making sure you're not a bot!?"
        r"|(?:please )?(?:enable|turn on|activate) java ?script|java ?script (?:is )?(?:required"
        r"|disabled)"
    ),
    "de": (
        r"(?:die |diese )?seite (?:wurde |konnte )?(?:leider )?(?:nicht (?:gefunden|verfügbar"
        r"|vorhanden)|existiert nicht(?: mehr)?)(?: werden)?|(?:artikel|inhalt|dokument) nicht "
        r"(?:gefunden|verfügbar)|zugriff verweigert|fehlerseite|(?:interner )?serverfehler|einen "
        r"moment(?: bitte)?|sicherheitsprüfung|wartungsarbeiten"
    ),
    "fr": (
        r"(?:cette |la )?page (?:web )?(?:est )?(?:introuvable|non trouvée|inexistante|indisponible)"
        r"|(?:cette |la )?page (?:demandée )?n'(?:existe (?:pas|plus)|est (?:pas|plus) disponible)"
        r"|(?:article|contenu|document) (?:introuvable|indisponible)|accès (?:refusé|interdit)"
        r"|erreur(?: serveur)?|un instant|service indisponible"
    ),
    "es": (
        r"(?:la |esta )?página (?:no (?:encontrada|disponible|existe|se encuentra|se ha encontrado)"
        r"|inexistente)|no (?:se (?:ha )?)?(?:encontr(?:ada|amos|ado|ó) )?(?:la )?página(?: no "
        r"encontrada)?|(?:artículo|contenido) no (?:encontrado|disponible)|acceso denegado|error(?: "
        r"del servidor| interno)?|un momento(?: por favor)?"
    ),
    "it": (
        r"(?:la )?pagina (?:non (?:trovata|disponibile|esiste)|inesistente)|articolo non (?:trovato"
        r"|disponibile)|accesso (?:negato|vietato)|errore(?: del server)?|un momento"
    ),
    "pt": (
        r"(?:a )?página (?:não (?:encontrada|disponível|existe|foi encontrada)|inexistente)|conteúdo "
        r"não encontrado|acesso negado|erro(?: interno)?|um momento"
    ),
    "nl": (
        r"(?:de )?pagina (?:is )?(?:niet (?:gevonden|beschikbaar)|bestaat niet(?: meer)?)|artikel niet "
        r"gevonden|toegang geweigerd|foutmelding|een ogenblik(?: geduld)?"
    ),
    "sv": (
        r"sidan (?:kan inte (?:hittas|visas)|kunde inte hittas|hittades inte|finns inte(?: längre)?"
        r"|saknas)|åtkomst nekad"
    ),
    "da": r"siden (?:blev ikke fundet|findes ikke|kunne ikke findes|kan ikke findes)|adgang nægtet",
    "no": (
        r"siden (?:ble ikke funnet|finnes ikke|eksisterer ikke|ikke funnet)|fant ikke siden|ingen "
        r"tilgang"
    ),
    "fi": r"sivua ei (?:löydy|löytynyt|ole)|sivu ei ole käytettävissä|pääsy (?:estetty|evätty)",
    "pl": (
        r"(?:nie znaleziono (?:takiej )?strony|strona nie (?:została znaleziona|istnieje)|brak strony)"
        r"|odmowa dostępu|brak dostępu"
    ),
    "cs": (
        r"stránka (?:nebyla nalezena|neexistuje|nenalezena)|stránk[au] nenalezen[ao]|přístup (?:odepřen"
        r"|zamítnut)"
    ),
    "hu": r"az? oldal nem (?:található|létezik)|a keresett oldal nem található|hozzáférés megtagadva",
    "ro": r"pagina nu (?:a fost găsită|există)|acces interzis",
    "el": r"η σελίδα δεν (?:βρέθηκε|υπάρχει)|δεν βρέθηκε",
    "tr": (
        r"(?:aradığınız )?sayfa (?:bulunamadı|mevcut değil)|erişim (?:engellendi|reddedildi)|hata(?: "
        r"sayfası)?"
    ),
    "id": r"halaman tidak (?:ditemukan|tersedia)|akses ditolak",
    "vi": r"không tìm thấy trang|trang không tồn tại",
    "ru": r"страница не (?:найдена|существует)|ошибка(?: сервера)?|доступ (?:запрещ[её]н|ограничен)",
    "uk": r"сторінк[ау] не (?:знайдено|знайдена|існує)|доступ (?:заборонено|обмежено)",
    "ar": r"الصفحة غير (?:موجودة|متاحة|متوفرة)|لم يتم العثور على الصفحة|خطأ",
    "he": r"(?:ה)?(?:דף|עמוד) לא נמצא",
    "hi": r"(?:पेज|पृष्ठ) नहीं मिला",
    "ja": (
        r"(?:お探しの|指定された)?ページが(?:見つかりません(?:でした)?|存在しません)"
        r"|アクセスが拒否されました"
    ),
    "ko": r"(?:요청하신 )?페이지를 찾을 수 없습니다|존재하지 않는 페이지(?:입니다)?",
    "zh": (
        r"(?:抱歉[,，]?)?(?:您访问的|该|此)?[页頁]面(?:不存在|未找到|找不到)"
        r"|(?:抱歉[,，]?)?(?:找不到|未找到)(?:该|此)?[页頁]面"
        r"|访问被拒绝"
    ),
}
# What is said to whoever came upon the page.
ERROR_SPEECH = {
    "en": (
        r"(?:the|this) (?:page|article|content|link|url) (?:that )?you(?:'re| are| were|'ve| have)? "
        r"(?:just )?(?:looking for|request|follow|tr(?:y|ied)|search)|(?:can't|cannot|couldn't|could "
        r"not|unable to|don't seem to) find (?:the|that|this) page|(?:page|url) (?:was )?not found on "
        r"this server|you don't have permission to access|unusual (?:traffic|activity) (?:from|on) your"
        r"|(?:that |if )?you(?:'re| are) not a (?:ro)?bot|(?:verify|verifying|confirm) (?:that )?you "
        r"are (?:a )?human|checking (?:if the site|your browser)|enable (?:js|java ?script|cookies)(?: "
        r"and| to continue| to view this)|this (?:site|page|app|website) requires java ?script|without "
        r"java ?script enabled|you need to enable java ?script|security service to protect itself"
    ),
    "de": (
        r"(?:gesuchte|angeforderte|aufgerufene|gewünschte)[nrs]? (?:seite|inhalt|artikel|dokument|url)"
        r"|die seite,? die sie (?:suchen|aufrufen)|aktivieren sie (?:bitte )?java ?script"
    ),
    "fr": (
        r"la page que vous (?:recherchez|cherchez|demandez|avez demandée)|page demandée|(?:activer"
        r"|activez) java ?script|vous n'êtes pas un robot"
    ),
    "es": (
        r"la página que (?:está[s]? )?(?:buscas?|buscando|ha[s]? solicitado|intentas)|página solicitada"
        r"|(?:activa|habilita)(?:r|s)? java ?script|no eres un robot"
    ),
    "it": (
        r"la pagina che (?:stai |hai )?(?:cerca|richiest)|pagina richiesta|(?:abilita|attiva)(?:re)? "
        r"java ?script"
    ),
    "pt": (
        r"a página que (?:você )?(?:está )?(?:procura|busca|solicitou)|página solicitada|(?:ative"
        r"|habilite) o java ?script"
    ),
    "nl": r"de (?:opgevraagde )?pagina (?:die|waar) (?:je|u) (?:zoekt|probeert|naar)|opgevraagde pagina",
    "sv": r"sidan (?:som )?du (?:söker|letar efter|försök)",
    "da": r"siden,? (?:som )?du (?:leder efter|søger|har søgt)",
    "no": r"siden (?:som )?du (?:leter etter|prøver|søker|ser etter)",
    "fi": r"(?:etsimääsi|hakemaasi|pyytämääsi) sivua|etsimäsi sivu",
    "pl": r"stron[ay],? któr(?:ej|ą) (?:szukasz|próbujesz)|szukana strona",
    "cs": r"(?:požadovan|hledan)(?:á|ou) stránk|stránka,? kterou hledáte",
    "hu": r"a keresett (?:oldal|cikk)",
    "ro": r"pagina pe care (?:o )?(?:ați |o )?căuta",
    "el": r"η σελίδα που (?:ζητήσατε|αναζητάτε|ψάχνετε)",
    "tr": r"aradığınız (?:sayfa|içerik|haber)",
    "id": r"halaman yang (?:anda|kamu) cari",
    "ru": r"(?:запрашиваем|запрошенн)(?:ая|ой|ую) (?:вами )?страниц|страниц[аы],? котор(?:ую|ая) вы",
    "uk": r"сторінк[ау],? яку ви",
    "ar": r"الصفحة التي (?:تبحث|طلبت|تحاول)",
    "ja": r"お探しのページ|ご指定のページ|javascriptを有効",
    "ko": r"요청하신 페이지|찾으시는 페이지",
    "zh": r"您(?:所)?(?:访问|查找|请求)的[页頁]面",
}
# What a publisher says of itself where it asks for consent; who writes about consent speaks of others.
CONSENT_SPEECH = {
    "en": (
        r"we(?:,)? (?:and|along with) (?:our|up to|\d+)|\b(?:we|this (?:site|website)|our (?:site"
        r"|website)s?) (?:also )?uses? (?:\w+ )?(?:cookies|technolog)|(?:our|with) (?:\d+ )?(?:\w+ "
        r")?(?:partners|vendors)\b|your (?:consent|choices|privacy|personal data|preferences|data)\b"
        r"|(?:store|access) (?:and/or access )?information on (?:a|your) device|personali[sz]ed (?:ads"
        r"|advertising|content)|cookies and (?:data|similar)|(?:accept|reject|refuse) all|legitimate "
        r"interest"
    ),
    "de": (
        r"\bwir (?:und|verwenden|nutzen|setzen|benötigen)|unsere[nr]? (?:\d+ )?(?:partner|dienstleister"
        r"|website)|ihre[rn]? (?:einwilligung|zustimmung|daten|auswahl|privatsphäre)|(?:einwilligung"
        r"|zustimmung) (?:jederzeit )?(?:widerrufen|erteilen)|auf (?:einem|ihrem) (?:end)?gerät"
        r"|personalisierte (?:werbung|anzeigen|inhalte)|mit werbung|ohne (?:werbe)?tracking|alle[ns]? "
        r"akzeptieren|stimmen sie"
    ),
    "fr": (
        r"\bnous(?:,)? (?:et nos|utilisons|stockons|et nos \d+)|nos (?:\d+ )?partenaires|votre "
        r"(?:consentement|appareil|choix|vie privée|accord)|vos (?:choix|données|préférences)|sur (?:un"
        r"|votre) (?:terminal|appareil)|publicités? (?:et contenus? )?personnalisée?s?|(?:tout "
        r")?(?:accepter|refuser)|continuer sans accepter"
    ),
    "es": (
        r"(?:nosotros y|utilizamos|usamos|almacenamos)|nuestros (?:\d+ )?(?:socios|proveedores"
        r"|colaboradores)|(?:tu|su) (?:consentimiento|dispositivo|privacidad|elección)|(?:tus|sus) "
        r"(?:datos|preferencias)|(?:publicidad|anuncios) personalizad|aceptar (?:y continuar|todo)"
        r"|rechazar"
    ),
    "it": (
        r"\bnoi e (?:i nostri|\d+)|utilizziamo|(?:i )?nostri (?:\d+ )?(?:partner|fornitori)|(?:tuo"
        r"|vostro|suo) (?:consenso|dispositivo)|(?:tue|vostre) (?:preferenze|scelte)|(?:pubblicità"
        r"|annunci|contenuti) personalizzat|accetta(?:re)? (?:e continua|tutti|tutto)|rifiuta"
    ),
    "pt": (
        r"nós e (?:os )?nossos|(?:utilizamos|usamos|armazenamos)|nossos (?:\d+ )?parceiros|(?:seu|teu) "
        r"(?:consentimento|dispositivo)|(?:suas|seus|tuas) (?:preferências|dados|escolhas)"
        r"|(?:publicidade|anúncios) personalizad|aceitar"
    ),
    "nl": (
        r"\bwij (?:en|gebruiken|verwerken)|onze (?:\d+ )?partners|(?:je|jouw|uw) (?:toestemming"
        r"|apparaat|privacy|gegevens|keuze|voorkeuren)|gepersonaliseerde (?:advertenties|content"
        r"|inhoud)|(?:alles )?(?:accepteren|weigeren)|akkoord"
    ),
    "sv": (
        r"\bvi (?:och|använder|lagrar)|våra (?:\d+ )?(?:partner|leverantörer)|(?:ditt|dina) (?:samtycke"
        r"|val|data|enhet)|godkänn|anpassade annonser"
    ),
    "da": (
        r"\bvi (?:og|bruger|anvender)|vores (?:\d+ )?(?:partnere|samarbejdspartnere)|(?:dit|dine) "
        r"(?:samtykke|valg|data)|accept[eé]r|afvis"
    ),
    "no": (
        r"\bvi (?:og|bruker|lagrer)|våre (?:\d+ )?(?:partnere|samarbeidspartnere)|(?:ditt|dine|dine) "
        r"(?:samtykke|valg|data)|godta|avvis"
    ),
    "fi": r"käytämme|kumppanimme|suostumu(?:s|kse)|tietojasi|hyväksy|evästeit|hylkää",
    "pl": (
        r"\bmy i nasi|(?:nasi|naszych|naszymi) (?:\w+ )?partner|używamy|(?:twoja|twoją|twojej|państwa) "
        r"zgod|(?:twoje|twoich|państwa) dan|spersonalizowan|akceptuj|przechodzę do serwisu"
    ),
    "cs": (
        r"\bmy a naši|naši(?:ch|mi)? partner|používáme|(?:váš|vaší?m?) souhlas|vaše údaje|přijmout"
        r"|souhlasím|personalizovan"
    ),
    "hu": r"mi és (?:\d+ )?partner|partnereink|sütiket használunk|hozzájárul|elfogad|személyre szabott",
    "ro": r"noi și partenerii|partenerii noștri|utilizăm|consimțământ|accept(?:ă|ați)? tot|personalizată",
    "el": r"εμείς και οι|συνεργάτες μας|χρησιμοποιούμε|συγκατάθεσή σας|αποδοχή|συμφωνώ|εξατομικευμέν",
    "tr": r"biz ve (?:\d+ )?|iş ortaklarımız|çerez(?:ler)? kullan|onay|kabul et|reddet|kişiselleştirilmiş",
    "ru": r"мы (?:и наши|используем)|наши партн[её]ры|ваш(?:его|е)? соглас|персонализированн|принять",
    "ja": r"当社(?:は|および|と)|(?:cookie|クッキー)を使用|同意",
}
CONSENT_NOUN = (
    r"cookie|consent|gdpr|tcf\b|privacy|tracking|partner|vendor|device|personali[sz]|datenschutz"
    r"|einwilligung|zustimm|werbung|gerät|consentement|données|traceur|terminal|publicit|consentimiento"
    r"|datos|dispositivo|consenso|dati|dados|consentimento|toestemming|gegevens|advertent|samtyck"
    r"|samtykke|annons|suostum|eväste|zgod|danych|reklam|souhlas|údaj|hozzájárul|süti|consimțăm"
    r"|συγκατάθ|çerez|onay|veri|соглас|данн|файл|accept|akzeptier|aceptar|accetta|aceita|akkoord"
    r"|godkänn|godta|hyväksy|akcept|přijmout|elfogad|クッキー|同意|reject|refus|rechaz|rifiut"
)
STATUS_CODE = (
    r"\b(?:error|http|status|code|erreur|fehler|errore|erro|fout|fel|feil|fejl|błąd|chyba|hata"
    r"|ошибка)?[ :#-]*(?:40[01345]|410|429|451|50[0234])\b"
)
