from __future__ import annotations

import pytest

from copydesk.tasks.article import Block
from copydesk.tasks.clean.access import judge_access
from copydesk.tasks.clean.rules import apply_rules

PROSE = (
    "The harbour board met on Monday and put off the vote on the new sea wall until spring.",
    "Two of its members had asked for more time to read the engineers' report, which came late.",
    "“We have waited forty years and can wait forty days,” the mayor said after the meeting.",
    "The wall, planned since the flood of 1911, would be the longest on the coast.",
)


def judged(*lines: str, free: bool | None = None) -> tuple[str, str]:
    blocks = [
        Block(line, verdict.label if verdict else "body", verdict.reason if verdict else "model:1.00")
        for line, verdict in zip(lines, apply_rules(lines), strict=True)
    ]
    return judge_access(blocks, free)


def test_plain_article() -> None:
    assert judged(*PROSE) == ("unknown", "full")
    assert judged(*PROSE, free=True) == ("open", "full")


def test_metered() -> None:
    prompt = "You've reached your limit of 4 free articles this month."
    assert judged(*PROSE, "--ANI", prompt) == ("metered", "full")
    assert judged(*PROSE, prompt, free=False)[0] == "metered"


def test_metered_by_the_pages_own_word() -> None:
    blocks = [Block(line, "body", "model:1.00") for line in PROSE]
    assert judge_access(blocks, None, is_metered=True)[0] == "metered"
    hard = [*blocks, Block("This story is for members only", "paywall", "rule:paywall.subscribers_only")]
    assert judge_access(hard, None, is_metered=True)[0] == "paid"


@pytest.mark.parametrize(
    "prompt",
    [
        "This article is for subscribers only",
        "Dieser Artikel ist nur für Abonnenten lesbar.",
        "Cet article est réservé aux abonnés",
        "Este contenido es exclusivo para suscriptores",
        "この記事は会員限定です",
    ],
)
def test_teaser_before_a_wall(prompt: str) -> None:
    assert judged(PROSE[0], prompt) == ("paid", "teaser")


def test_hard_wall_outweighs_a_meter_and_cuts_right_after_the_body() -> None:
    meter = "You have read {{ meter.count }} of 5 free articles this month."
    assert judged(*PROSE, "This story is for members only", meter) == ("paid", "teaser")


def test_sign_off_within_the_last_paragraph_ends_the_copy() -> None:
    assert judged(*PROSE[:3], PROSE[3] + " (ANI)")[1] == "full"
    assert judged(*PROSE[:3], PROSE[3] + " PTI RKS MNV")[1] == "full"


def test_markup_says_it_is_paid() -> None:
    assert judged(PROSE[0], "Subscribe", free=False) == ("paid", "teaser")
    assert judged(*PROSE, free=False) == ("paid", "unknown")
    assert judged(*PROSE, "(With inputs from agencies)", free=False) == ("paid", "full")


@pytest.mark.parametrize(
    "last",
    [
        "The wall, planned since the flood, would be the longest on…",
        "The wall, planned since the flood, would be the longest [+1234 chars]",
        "The wall, planned since the flood of 1911 and drawn three times since by engineers from the",
        "Die Mauer ist seit der Flut von 1911 geplant und",
        "Le mur est prévu depuis longtemps et serait le plus long de la …",
    ],
)
def test_truncated(last: str) -> None:
    assert judged(*PROSE[:3], last)[1] == "truncated"


@pytest.mark.parametrize(
    "last",
    [
        "The wall would be the longest on the coast, if it ever comes…",
        "More on the harbour board at harbour.example.org",
        "Ask the board of the harbour, the engineers of the wall or Ada Moreno",
    ],
)
def test_an_end_without_a_full_stop_may_be_the_end(last: str) -> None:
    assert judged(*PROSE[:3], last)[1] == "unknown"


def test_dots_before_a_prompt_to_read_on() -> None:
    assert judged(*PROSE, PROSE[0][:40] + "...", "Continue reading with a free account")[1] == "truncated"


def test_prompt_to_read_on_cuts_a_short_body() -> None:
    assert (
        judged("The board met on Monday and put off", "Continue reading with a free account")[1]
        == "truncated"
    )


def test_nothing_to_tell_by() -> None:
    assert judged() == ("unknown", "unknown")
    assert judged(PROSE[0]) == ("unknown", "unknown")
    assert judged(*PROSE, "Harbour, wall, flood")[1] == "unknown"


def test_thai_ends_without_a_mark() -> None:
    last = "ทั้งนี้ ตลาดน้ำจะเปิดให้บริการทุกวันเสาร์และอาทิตย์ ส่วนแผนเปิดตลาดกลางคืนนั้น เทศบาลอยู่ระหว่างรับฟังความคิดเห็นของชาวบ้าน"
    assert judged(*PROSE, last)[1] == "unknown"


@pytest.mark.parametrize(
    "prompt",
    [
        "この記事は有料記事です。",
        "구독자 전용 콘텐츠입니다",
        "הכתבה המלאה למנויים בלבד",
        "本文为付费内容，订阅后可阅读全文",
    ],
)
def test_hard_walls_in_other_scripts(prompt: str) -> None:
    assert judged(PROSE[0], prompt)[0] == "paid"
