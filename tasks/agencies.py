"""The world's news agencies: the name that `wire_agency` files, and how credits write them.

Aliases are what stands in credits and datelines, in the agency's own script too. Short forms
are matched with their case, since `pa`, `ap` or `sta` are words of some language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its usual short name, its full name, ISO 3166-1 country, other spellings."""

    name: str
    full_name: str
    country: str
    aliases: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every form that may stand in a credit."""
        return (self.name, self.full_name, *self.aliases)


AGENCIES = (
    Agency("AP", "Associated Press", "US", ("The Associated Press", "A.P.", "APTN", "ا ب", "أ ب")),
    Agency("AFP", "Agence France-Presse", "FR", ("Agence France Presse", "ا ف ب", "أ ف ب", "АФП", "एएफपी")),
    Agency(
        "Reuters", "Thomson Reuters", "GB", ("REUTERS", "رويترز", "ロイター", "路透社", "Рейтер", "रॉयटर्स")
    ),
    Agency("UPI", "United Press International", "US"),
    Agency("Bloomberg", "Bloomberg News", "US", ("ブルームバーグ",)),
    Agency("Dow Jones", "Dow Jones Newswires", "US", ("DJN",)),
    Agency("CNS", "Catholic News Service", "US"),
    Agency("RNS", "Religion News Service", "US"),
    Agency("The Canadian Press", "La Presse Canadienne", "CA", ("Canadian Press", "Presse Canadienne")),
    Agency("PA", "PA Media", "GB", ("Press Association", "PA Wire")),
    Agency("IANS", "Indo-Asian News Service", "IN", ("Indo Asian News Service", "आईएएनएस")),
    Agency("PTI", "Press Trust of India", "IN", ("Press Trust Of India", "पीटीआई", "PTI-Bhasha", "भाषा")),
    Agency("ANI", "Asian News International", "IN", ("एएनआई",)),
    Agency("UNI", "United News of India", "IN", ("यूएनआई",)),
    Agency("HT Syndication", "HT Digital Streams", "IN"),
    Agency("APP", "Associated Press of Pakistan", "PK"),
    Agency("PPI", "Pakistan Press International", "PK"),
    Agency("BSS", "Bangladesh Sangbad Sangstha", "BD", ("বাসস",)),
    Agency("UNB", "United News of Bangladesh", "BD", ("ইউএনবি",)),
    Agency("dpa", "Deutsche Presse-Agentur", "DE", ("DPA", "dpa-AFX", "dpa-infocom")),
    Agency("epd", "Evangelischer Pressedienst", "DE"),
    Agency("KNA", "Katholische Nachrichten-Agentur", "DE"),
    Agency("SID", "Sport-Informations-Dienst", "DE"),
    Agency("dts", "dts Nachrichtenagentur", "DE"),
    Agency("APA", "Austria Presse Agentur", "AT"),
    Agency("Keystone-SDA", "Schweizerische Depeschenagentur", "CH", ("SDA", "sda", "Keystone-ATS", "ATS")),
    Agency("EFE", "Agencia EFE", "ES", ("Efe", "Agencia Efe")),
    Agency("Europa Press", "Agencia Europa Press", "ES", ("EUROPA PRESS",)),
    Agency("ANSA", "Agenzia ANSA", "IT", ("Ansa",)),
    Agency("Adnkronos", "Adnkronos", "IT", ("ADNKRONOS", "AdnKronos")),
    Agency("AGI", "Agenzia Giornalistica Italia", "IT"),
    Agency("LaPresse", "LaPresse", "IT", ("LAPRESSE",)),
    Agency("Lusa", "Agência Lusa", "PT", ("LUSA",)),
    Agency("Agência Brasil", "Agência Brasil", "BR", ("Agencia Brasil",)),
    Agency("Estadão Conteúdo", "Estadão Conteúdo", "BR", ("Folhapress", "FolhaPress")),
    Agency("Télam", "Télam", "AR", ("Telam", "TELAM")),
    Agency("Notimex", "Notimex", "MX", ("NOTIMEX",)),
    Agency("Prensa Latina", "Prensa Latina", "CU"),
    Agency("ANP", "Algemeen Nederlands Persbureau", "NL"),
    Agency("Belga", "Belga News Agency", "BE", ("BELGA",)),
    Agency("NTB", "Norsk Telegrambyrå", "NO"),
    Agency("TT", "Tidningarnas Telegrambyrå", "SE"),
    Agency("Ritzau", "Ritzaus Bureau", "DK", ("/ritzau/", "RITZAU")),
    Agency("STT", "Suomen Tietotoimisto", "FI"),
    Agency("BNS", "Baltic News Service", "LT"),
    Agency("LETA", "LETA", "LV"),
    Agency("PAP", "Polska Agencja Prasowa", "PL"),
    Agency("ČTK", "Česká tisková kancelář", "CZ", ("CTK",)),
    Agency("TASR", "Tlačová agentúra SR", "SK"),
    Agency("MTI", "Magyar Távirati Iroda", "HU"),
    Agency("Agerpres", "Agenția Națională de Presă", "RO", ("AGERPRES",)),
    Agency("AMNA", "Athens-Macedonian News Agency", "GR", ("ΑΠΕ-ΜΠΕ", "ΑΠΕ - ΜΠΕ", "ANA-MPA")),
    Agency("BTA", "Bulgarian News Agency", "BG", ("БТА",)),
    Agency("HINA", "Hrvatska izvještajna novinska agencija", "HR", ("Hina",)),
    Agency("Tanjug", "Tanjug", "RS", ("TANJUG", "Танјуг")),
    Agency("Beta", "Novinska agencija Beta", "RS"),
    Agency("TASS", "Russian News Agency TASS", "RU", ("ITAR-TASS", "ТАСС", "ИТАР-ТАСС")),
    Agency("Interfax", "Interfax News Agency", "RU", ("INTERFAX", "Интерфакс")),
    Agency("RIA Novosti", "RIA Novosti", "RU", ("RIA", "РИА Новости", "РИА")),
    Agency("Sputnik", "Sputnik", "RU", ("Спутник",)),
    Agency("BelTA", "Belarusian Telegraph Agency", "BY", ("БелТА",)),
    Agency("Ukrinform", "Ukrinform", "UA", ("Укрінформ", "Укринформ")),
    Agency("UNIAN", "UNIAN", "UA", ("УНІАН", "УНИАН")),
    Agency("Interfax-Ukraine", "Interfax-Ukraine", "UA", ("Інтерфакс-Україна",)),
    Agency("Anadolu", "Anadolu Agency", "TR", ("Anadolu Ajansı", "AA")),
    Agency("DHA", "Demirören Haber Ajansı", "TR"),
    Agency("İHA", "İhlas Haber Ajansı", "TR", ("IHA",)),
    Agency("SANA", "Syrian Arab News Agency", "SY", ("سانا",)),
    Agency("WAFA", "Palestine News Agency", "PS", ("وفا",)),
    Agency("MENA", "Middle East News Agency", "EG", ("أ ش أ",)),
    Agency("WAM", "Emirates News Agency", "AE", ("وام",)),
    Agency("SPA", "Saudi Press Agency", "SA", ("واس",)),
    Agency("QNA", "Qatar News Agency", "QA", ("قنا",)),
    Agency("KUNA", "Kuwait News Agency", "KW", ("كونا",)),
    Agency("Petra", "Jordan News Agency", "JO", ("بترا",)),
    Agency("IRNA", "Islamic Republic News Agency", "IR", ("ایرنا",)),
    Agency("ISNA", "Iranian Students' News Agency", "IR", ("ایسنا",)),
    Agency("Tasnim", "Tasnim News Agency", "IR", ("تسنیم",)),
    Agency("MAP", "Maghreb Arabe Presse", "MA"),
    Agency("TAP", "Tunis Afrique Presse", "TN"),
    Agency("APS", "Algérie Presse Service", "DZ"),
    Agency("NAN", "News Agency of Nigeria", "NG"),
    Agency("GNA", "Ghana News Agency", "GH"),
    Agency("Xinhua", "Xinhua News Agency", "CN", ("XINHUA", "新华社", "新華社", "Синьхуа", "شينخوا")),
    Agency("China News Service", "中国新闻社", "CN", ("中新社", "中新网")),
    Agency("CNA", "Central News Agency", "TW", ("中央社",)),
    Agency("Kyodo", "Kyodo News", "JP", ("KYODO", "共同通信", "共同通信社", "共同")),
    Agency("Jiji", "Jiji Press", "JP", ("JIJI", "JIJI Press", "時事通信", "時事通信社", "時事")),
    Agency("Yonhap", "Yonhap News Agency", "KR", ("YONHAP", "연합뉴스")),
    Agency("Newsis", "Newsis News Agency", "KR", ("NEWSIS", "뉴시스")),
    Agency("News1", "News1 Korea", "KR", ("뉴스1",)),
    Agency("KCNA", "Korean Central News Agency", "KP"),
    Agency("Bernama", "Malaysian National News Agency", "MY", ("BERNAMA",)),
    Agency("Antara", "Antara News Agency", "ID", ("ANTARA",)),
    Agency("PNA", "Philippine News Agency", "PH"),
    Agency("VNA", "Vietnam News Agency", "VN", ("TTXVN",)),
    Agency("AAP", "Australian Associated Press", "AU"),
)

_BY_SPELLING = {spelling: agency.name for agency in AGENCIES for spelling in agency.spellings}
_BY_FOLDED = {
    spelling.casefold(): name
    for spelling, name in _BY_SPELLING.items()
    if len(spelling) > 5 or " " in spelling
}
AGENCY_PATTERN = (
    "(?:" + "|".join(re.escape(s) for s in sorted(_BY_SPELLING, key=lambda s: (-len(s), s))) + ")"
)
"""Matches any spelling, longest first; the case counts."""
AGENCIES_PATTERN = rf"{AGENCY_PATTERN}(?: ?[/,&+-] ?{AGENCY_PATTERN})*"
_AGENCY = re.compile(rf"(?<!\w){AGENCY_PATTERN}(?!\w)")


def agency_named(spelling: str) -> str | None:
    """Return the agency that a spelling names, or None. Short forms are read with their case."""
    return _BY_SPELLING.get(spelling) or _BY_FOLDED.get(spelling.casefold())


def first_agency(text: str) -> str | None:
    """Return the agency that is named first in a text that is known to be a credit, or None."""
    found = _AGENCY.search(text)
    return agency_named(found[0]) if found else None
