from __future__ import annotations

import pytest

from copydesk.tasks.article import RawArticle
from copydesk.tasks.clean.desk import clean_article

MENU = "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a> <a href='/culture'>Culture</a></nav>"
FOOTER = "<footer><a href='/imprint'>Imprint</a> <a href='/privacy'>Privacy</a> © 2024 Norhaven Post</footer>"


def kind(title: str, body: str, head: str = "") -> str:
    html = f"<html><head><title>{title}</title>{head}</head><body>{MENU}<main>{body}</main>{FOOTER}</body></html>"
    raw = RawArticle(
        "test", html=html.encode(), declared_encoding="utf-8", url="https://example.org/news/x-1"
    )
    return clean_article(raw).page_kind


ERRORS = {
    "en": ("Page not found | Norhaven Post", "<h1>404</h1><p>The page you are looking for has moved.</p>"),
    "de": (
        "Norhaven Post",
        "<h1>Seite nicht gefunden</h1><p>Die gesuchte Seite gibt es leider nicht mehr.</p>",
    ),
    "fr": (
        "Erreur 404 - Norhaven Post",
        "<h1>Page introuvable</h1><p>La page que vous cherchez n'existe pas.</p>",
    ),
    "es": ("Página no encontrada", "<h1>Error 404</h1><p>La página que buscas ya no existe.</p>"),
    "it": ("Norhaven Post", "<h1>Pagina non trovata</h1><p>La pagina che stai cercando non esiste.</p>"),
    "pt": ("Norhaven Post", "<h1>Página não encontrada</h1><p>A página que você procura foi removida.</p>"),
    "nl": ("Pagina niet gevonden", "<p>De pagina die je zoekt bestaat niet meer.</p>"),
    "sv": ("Norhaven Post", "<h1>Sidan kunde inte hittas</h1><p>Sidan du söker finns inte längre.</p>"),
    "da": ("Norhaven Post", "<h1>Siden findes ikke</h1><p>Siden, du leder efter, er flyttet.</p>"),
    "no": ("Norhaven Post", "<h1>Fant ikke siden</h1><p>Siden du leter etter finnes ikke.</p>"),
    "fi": ("Sivua ei löytynyt", "<p>Etsimääsi sivua ei ole olemassa.</p>"),
    "pl": ("Nie znaleziono strony", "<p>Strona, której szukasz, nie istnieje.</p>"),
    "cs": ("Stránka nebyla nalezena", "<p>Požadovaná stránka neexistuje.</p>"),
    "tr": ("Sayfa bulunamadı", "<p>Aradığınız sayfa kaldırılmış olabilir.</p>"),
    "ru": ("Страница не найдена", "<p>Запрашиваемая страница была удалена.</p>"),
    "ja": ("ページが見つかりません", "<p>お探しのページは移動または削除された可能性があります。</p>"),
    "zh": ("页面不存在", "<p>抱歉，您访问的页面已被删除。</p>"),
    "ar": ("الصفحة غير موجودة", "<p>الصفحة التي تبحث عنها غير متوفرة.</p>"),
}
CHECKS = {
    "cloudflare": (
        "Just a moment...",
        "<h1>example.org</h1><p>Verifying you are human. This may take a few seconds.</p>"
        "<p>example.org needs to review the security of your connection before proceeding.</p>",
    ),
    "blocked": (
        "Attention Required! | Cloudflare",
        "<h1>Sorry, you have been blocked</h1><p>This website is using a security service to protect itself from"
        " online attacks.</p>",
    ),
    "denied": (
        "Access Denied",
        '<h1>Access Denied</h1><p>You don\'t have permission to access "/news/x-1" on this server.</p>',
    ),
    "forbidden": ("403 Forbidden", "<h1>403 Forbidden</h1><p>nginx</p>"),
    "gone": ("410 Gone", "<h1>410 Gone</h1><p>nginx</p>"),
    "server": ("500 Internal Server Error", "<h1>Internal Server Error</h1><p>Please try again later.</p>"),
    "gateway": ("example.org | 502: Bad gateway", "<h1>Bad gateway</h1><p>Error code 502</p>"),
    "script": (
        "example.org",
        "<p>Please enable JS and disable any ad blocker</p>",
    ),
    "interruption": (
        "Pardon Our Interruption",
        "<h1>Pardon Our Interruption...</h1><p>As you were browsing, something about your browser made us think"
        " you might be a bot.</p>",
    ),
    "traffic": (
        "Norhaven Post - Are you a robot?",
        "<p>We've detected unusual activity from your computer network. To continue, please click the box below"
        " to let us know you're not a robot.</p>",
    ),
}
WALLS = {
    "en": (
        "Before you continue",
        "<h1>Before you continue to Norhaven Post</h1><p>We and our 842 partners store and access information on"
        " your device, such as cookies, and process personal data for personalised ads and content.</p><p>If you"
        " choose “Accept all”, we will also use cookies and data to develop new services. You can change your"
        " choices at any time.</p><button>Accept all</button><button>Reject all</button>",
    ),
    "de": (
        "Zustimmung | Norhaven Post",
        "<h1>Willkommen</h1><p>Weiter mit Werbung: Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Ihre"
        " Zustimmung können Sie jederzeit widerrufen.</p><p>Wir und unsere 210 Partner verwenden Cookies und"
        " speichern Informationen auf Ihrem Gerät, um personalisierte Werbung anzuzeigen.</p>"
        "<button>Akzeptieren und weiter</button><p>oder Pur-Abo für 4,99 € im Monat</p>",
    ),
    "fr": (
        "Norhaven Post",
        "<p>Nous et nos 143 partenaires utilisons des cookies pour stocker des informations sur votre appareil et"
        " vous proposer des publicités personnalisées. Avec votre consentement, nous traitons vos données. Vous"
        " pouvez retirer votre consentement à tout moment.</p><button>Continuer sans accepter</button>"
        "<button>Tout accepter</button>",
    ),
    "es": (
        "Norhaven Post",
        "<p>Nosotros y nuestros 815 socios almacenamos y accedemos a información en tu dispositivo, como cookies,"
        " para mostrar publicidad personalizada. Puedes retirar tu consentimiento en cualquier momento.</p>"
        "<button>Aceptar y continuar</button><button>Rechazar y suscribirse</button>",
    ),
    "it": (
        "Norhaven Post",
        "<p>Noi e i nostri 600 partner utilizziamo cookie per archiviare informazioni sul tuo dispositivo e per"
        " annunci personalizzati. Puoi revocare il tuo consenso in qualsiasi momento.</p>"
        "<button>Accetta e continua</button><button>Rifiuta e abbonati</button>",
    ),
    "nl": (
        "Norhaven Post",
        "<h1>Privacy-instellingen</h1><p>Wij en onze 160 partners gebruiken cookies om gegevens op je apparaat op"
        " te slaan en je gepersonaliseerde advertenties te tonen. Je kunt je toestemming altijd intrekken.</p>"
        "<button>Akkoord</button><button>Instellingen</button>",
    ),
    "pl": (
        "Norhaven Post",
        "<p>My i nasi partnerzy używamy plików cookie, aby przechowywać dane na urządzeniu i wyświetlać"
        " spersonalizowane reklamy. Twoja zgoda jest dobrowolna i możesz ją wycofać w każdej chwili.</p>"
        "<button>Przechodzę do serwisu</button>",
    ),
}
DATED = (
    "<meta property='og:type' content='article'><meta property='article:published_time' content='2024-05-12'>"
)
# Long and short, of what walls speak of.
ARTICLES = {
    "cookies": (
        "Regulator fines Norhaven publisher over cookie banners",
        "<h1>Regulator fines Norhaven publisher over cookie banners</h1><p>By Ada Moreno</p>"
        "<p>The data protection authority has fined the publisher of three newspapers because their cookie banners"
        " made it harder to refuse tracking than to accept it, it said on Monday.</p>"
        "<p>Readers had to open two further windows before they could withhold their consent, while a single button"
        " accepted advertising partners, the authority found after complaints by a consumer group.</p>"
        "<p>“We use cookies to pay for journalism,” said Ivo Lund, who runs the company. He added that it would"
        " appeal against the fine of 400,000 crowns.</p>"
        "<p>The ruling does not touch walls that offer a subscription instead of tracking, which a court will"
        " hear in autumn, but lawyers expect other publishers to change their banners before then.</p>",
    ),
    "404": (
        "Page not found: how museums lose their websites",
        "<h1>Page not found: how museums lose their websites</h1><p>By Ada Moreno</p>"
        "<p>When the maritime museum of Norhaven moved to a new system last spring, some nine thousand pages"
        " vanished overnight, and with them the only catalogue of its charts.</p>"
        "<p>“Visitors see a 404 and think that the thing never existed,” said Ivo Lund, the museum's archivist,"
        " who has since found two thirds of the pages in the national web archive.</p>"
        "<p>A survey of sixty museums found that one in five links printed in their catalogues leads nowhere, and"
        " that few have money to keep old addresses alive.</p>",
    ),
    "brief": (
        "Hiker not found after three days",
        "<h1>Hiker not found after three days</h1><p>Rescuers have called off the search for a hiker missing in"
        " the Nor hills since Friday, police said on Monday. Access to the northern slope has been forbidden since"
        " the storm.</p>",
    ),
    "days": (
        "500 days after the flood, the harbour reopens",
        "<h1>500 days after the flood, the harbour reopens</h1><p>Ferries are to leave the old harbour of Norhaven"
        " again from Monday, 500 days after the flood that destroyed its quay, the mayor said.</p>"
        "<p>The first is to sail to the islands at six in the morning with the crew that brought the last one"
        " home. The new quay stands a metre higher and cost 12 million crowns.</p>",
    ),
}


@pytest.mark.parametrize("name", ERRORS)
def test_a_page_that_is_not_there_is_an_error(name: str) -> None:
    assert kind(*ERRORS[name]) == "error"


@pytest.mark.parametrize("name", CHECKS)
def test_servers_errors_and_checks_for_robots_are_errors(name: str) -> None:
    assert kind(*CHECKS[name]) == "error"


def test_suggestions_make_no_article_of_an_error_page() -> None:
    teaser = "<h3><a href='/a'>Ferries return</a></h3><p>Ferries are to leave the old harbour again on Monday, said the mayor.</p>"
    assert kind("Page not found - Norhaven Post", f"<h1>Page not found</h1>{teaser * 8}") == "error"


@pytest.mark.parametrize("name", WALLS)
def test_a_page_that_asks_for_consent_is_a_wall(name: str) -> None:
    assert kind(*WALLS[name]) == "consent_wall"


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_on_what_walls_speak_of_is_none(name: str) -> None:
    title, body = ARTICLES[name]
    assert kind(title, body, DATED) == "article"


@pytest.mark.parametrize("name", ["cookies", "404"])
def test_a_banner_makes_no_wall_of_an_article(name: str) -> None:
    title, body = ARTICLES[name]
    assert kind(title, body + f"<div class='cookie-banner'>{WALLS['en'][1]}</div>", DATED) == "article"
