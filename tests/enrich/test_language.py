import socket
import time
from dataclasses import replace
from typing import Any

import pytest

from copydesk.tasks.enrich.language import language, language_of, primary_language
from tests.enrich.articles import ARTICLE

SENTENCES = {
    "en": "The council voted on Monday to close the old bridge for repairs that will last until spring.",
    "de": "Der Stadtrat hat am Montag beschlossen, die alte Brücke bis zum Frühjahr zu sperren.",
    "fr": "Le conseil municipal a décidé lundi de fermer le vieux pont jusqu'au printemps.",
    "es": "El ayuntamiento decidió el lunes cerrar el viejo puente hasta la primavera.",
    "it": "Il consiglio comunale ha deciso lunedì di chiudere il vecchio ponte fino alla primavera.",
    "pt": "A câmara municipal decidiu na segunda-feira fechar a velha ponte até a primavera.",
    "nl": "De gemeenteraad heeft maandag besloten de oude brug tot het voorjaar te sluiten.",
    "ru": "Городской совет в понедельник решил закрыть старый мост до весны.",
    "pl": "Rada miasta zdecydowała w poniedziałek o zamknięciu starego mostu do wiosny.",
    "tr": "Belediye meclisi pazartesi günü eski köprünün ilkbahara kadar kapatılmasına karar verdi.",
    "ar": "قرر المجلس البلدي يوم الاثنين إغلاق الجسر القديم حتى الربيع.",
    "hi": "नगर परिषद ने सोमवार को पुराने पुल को वसंत तक बंद करने का फैसला किया।",
    "ja": "市議会は月曜日、古い橋を春まで閉鎖することを決めた。",
    "zh": "市议会周一决定将旧桥关闭至春季。",
    "ko": "시의회는 월요일 낡은 다리를 봄까지 폐쇄하기로 결정했다.",
    "uk": "Міська рада в понеділок вирішила закрити старий міст до весни.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_language_of_a_sentence(code: str) -> None:
    assert language_of(SENTENCES[code]) == code
    assert language_of(SENTENCES[code].replace(" ", "\n\x00")) == code


@pytest.mark.parametrize(
    ("body", "declared", "expected"),
    [
        (SENTENCES["de"], "en", "de"),
        ("Kurz.", "de-AT", "de"),
        ("Kurz.", None, None),
        ("", "x-default", None),
        ("12.5 – 33, 48 % …", "pt_BR", "pt"),
        ("https://example.org/the-council-voted-on-monday-to-close-the-bridge", None, None),
    ],
)
def test_body_first_then_what_the_page_declares(
    body: str, declared: str | None, expected: str | None
) -> None:
    assert language(replace(ARTICLE, body=body, declared_language=declared)) == {"language": expected}


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "en"),
        ("EN", "en"),
        ("zh-Hans-CN", "zh"),
        ("nb-NO", "no"),
        ("und", None),
        ("deu", "de"),
        ("", None),
        (None, None),
        ("english", None),
        ("{{lang}}", None),
        ("iw", "he"),
    ],
)
def test_primary_language(tag: str | None, code: str | None) -> None:
    assert primary_language(tag) == code


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    assert language_of(SENTENCES["en"]) == "en"


@pytest.mark.parametrize(
    "body",
    ["x" * 100_000, "word " * 200_000, "\ud800" * 5000, "\u202e\u2066abc" * 5000, "@" * 100_000, "1 " * 9999],
)
def test_odd_text_is_read_in_time(body: str) -> None:
    started = time.perf_counter()
    language_of(body)
    assert time.perf_counter() - started < 1
