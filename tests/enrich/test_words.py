import time

import pytest

from copydesk.tasks.enrich.words import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("\n\n – — … --", 0),
        ("The six-year-old war isn't over.", 5),
        ("It cost ₹2,700, or $32.50 – a lot.", 7),
        ("The vote—his third—failed…again", 6),
        ("One paragraph.\n\nAnother one.", 4),
        ("AT&T and S-300", 3),
        ("Der Straßenbauträger zahlt 3 %.", 4),
        ("पुल को खोला गया।", 4),
        ("다리는 지난주 개통됐다.", 3),
        ("افتتح الجسر أمس", 3),
        ("大桥通车。", 4),
        ("橋は5月3日に開通した。", 11),
        ("東京でAI会議", 6),
        ("ตลาดปิด", 6),
        ("a\u200bb c", 2),
        ("\ud800 word", 1),
    ],
)
def test_count_words(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize("text", ["." * 1_000_000, "x" * 1_000_000, "大" * 300_000, "a-" * 500_000])
def test_odd_text_is_counted_in_time(text: str) -> None:
    started = time.perf_counter()
    count_words(text)
    assert time.perf_counter() - started < 2
