import random
import time

import numpy as np
import pytest

from copydesk.tasks.write.stories_links import near_identical, text_of
from copydesk.tasks.write.stories_sketch import restored, sketch

ENGLISH = "The council's “plan” for the old harbour — a bridge, 2 quays and a café — was voted down on Monday, again. "
ENGLISH += (
    "Members who had backed it said they'd try once more in spring; others called it the end of the matter."
)
CHINESE = "新华社北京3月1日电 市政府星期一宣布，将在今年内修建一座跨越旧港口的大桥，以缓解老城区的交通压力，工程预计明年春天开工。"
HINDI = (
    "नगर परिषद ने सोमवार को पुराने बंदरगाह पर पुल बनाने की योजना को ठुकरा दिया और कहा कि अगले साल वसंत में इस पर फिर से "
    "विचार किया जाएगा क्योंकि शहर के कई निवासियों ने विरोध किया था"
)


def near(one, other):
    found, share, of_other = near_identical(sketch(one), [sketch(other)])
    return bool(found[0]), float(share[0]), float(of_other[0])


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, HINDI])
def test_typography_does_not_show(text):
    changes = [
        ("“", '"'),
        ("”", '"'),
        ("’", "'"),
        (" — ", " - "),
        ("é", "e\u0301"),
        ("，", ","),
        (" ", "\u00a0 "),
    ]
    other = text
    for old, new in changes:
        other = other.replace(old, new)
    other = other.upper() + "\u200b"
    assert (sketch(text).keys == sketch(other).keys).all()
    assert near(text, text[: len(text) * 2 // 3])[0]


def test_a_sketch_comes_back_as_it_was():
    one = sketch(" ".join(str(n % 7) + "word" + str(n) for n in range(2000)))
    again = restored(one.stored(), one.scale)
    assert again.scale == one.scale > 0 and again.keys.dtype == np.uint64 and (again.keys == one.keys).all()


def test_how_much_of_one_lies_in_the_other_is_read_from_samples_of_other_scales():
    words = [f"word{n}" for n in range(6000)]
    found, share, of_other = near(" ".join(words), " ".join(words[:2000]))
    assert found and 0.2 < share < 0.5 and of_other == 1.0
    assert not near(" ".join(words), " ".join(words[:600]))[0]


def test_too_little_text_has_no_sketch():
    for text in ("", "Read on.", "one two three four five " * 100, "\u200b" * 1000, '"' * 1000):
        assert sketch(text) is None


def test_what_is_common_counts_only_where_there_is_little_else():
    own, notice = ENGLISH, " ".join(f"notice{n}" for n in range(60))
    common = sketch(notice).hashes()
    assert not text_of(sketch(f"{own} {notice}"), common).common
    assert text_of(sketch(f"Read: {notice}"), common).common


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        '"' * 1_000_000,
        "\u200b\u202e" * 500_000,
        "\ud800 " * 100_000,
        "a1 b2 c3 d4 " * 80_000,
        "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9000), k=1_000_000))),
        " ".join(map(str, range(150_000))),
        "e" + "\u0301" * 1_000_000,
    ],
)
def test_hostile_texts_take_bounded_time(text):
    began = time.process_time()
    found = sketch(text)
    assert time.process_time() - began < 5
    assert found is None or len(found.keys) <= 96
