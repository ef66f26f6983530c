import time
from dataclasses import replace

import pytest

from copydesk.tasks.enrich.readability import readability, reading_ease, sentences
from copydesk.tasks.enrich.readability_syllables import syllables
from tests.enrich.articles import ARTICLE

ENGLISH = {
    1: "the cat make makes moved strength through scale whole sales wives league asked watched moves breathe queue"
    " world knives prayed guessed tongue schemes yard",
    2: "table wanted houses watches people business hopeful lately didn't player royal science create"
    " moment statement evening Russia patient being trial rhythm careful prison message movements"
    " therefore wasn't ocean lion spokesman chaos senate soldiers measure Wednesday",
    3: "government president official minister area violence museum radio company companies agreement hospital"
    " everyone influence theater family policeman residents committee united nuclear idea"
    " industry protested employee serious criminal holiday attorney hurricane basically",
    4: "political economy society security material experience associate California European variety military"
    " negotiate january television necessary activity majority original",
    5: "university opportunity economically international individual electricity communications investigation",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in ENGLISH.items() for word in words.split()],
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        *(
            ("de", *pair)
            for pair in (("neue", 2), ("Bundesregierung", 5), ("Häuser", 2), ("Quelle", 2), ("Nation", 3))
        ),
        *(
            ("es", *pair)
            for pair in (("gobierno", 3), ("país", 2), ("queremos", 3), ("leyes", 2), ("aéreo", 4), ("y", 1))
        ),
        *(
            ("fr", *pair)
            for pair in (("ministre", 2), ("femmes", 1), ("théâtre", 2), ("école", 2), ("le", 1))
        ),
        *(("it", *pair) for pair in (("città", 2), ("paese", 3), ("guerra", 2), ("milioni", 3), ("più", 2))),
        *((language, *pair) for language in ("en", "de") for pair in (("BBC", 3), ("DNS", 3))),
    ],
)
def test_syllables_of_other_languages(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count


@pytest.mark.parametrize(
    ("paragraph", "language", "count"),
    [
        ("The U.S. envoy met Mr. Lavrov. They spoke for an hour.", "en", 2),
        ('"We are ready," he said. "Are you?" "No."', "en", 3),
        ("It cost $3.5 million at No. 10. J. K. Rowling paid.", "en", 2),
        ("Der Termin ist am 3. Mai. Dann wird gewählt.", "de", 2),
        ("Wait... what? Yes!!", "en", 2),
        ("no capital. no end", "en", 1),
        ("", "en", 0),
    ],
)
def test_sentences(paragraph: str, language: str, count: int) -> None:
    assert len(list(sentences(paragraph, language))) == count


PLAIN = "The cat sat on the mat. The dog ran to the park. " * 5
HEAVY = (
    "Notwithstanding considerable administrative difficulties, international organisations subsequently"
    " communicated unprecedented recommendations regarding environmental accountability and transparency. "
) * 5


def test_the_formula_is_fleschs() -> None:
    # Twelve words of one syllable in each two sentences: 206.835 - 1.015 * 6 - 84.6 = 116.1, cut to the scale.
    assert reading_ease(PLAIN, "en") == 100
    assert reading_ease(HEAVY, "en") == 0
    middle = (
        "The minister said on Tuesday that the village would get a new school by the end of next year. " * 4
    )
    # 19 words and 23 syllables a sentence.
    assert reading_ease(middle, "en") == pytest.approx(206.835 - 1.015 * 19 - 84.6 * 23 / 19, abs=0.1)


def test_subheadings_are_no_sentences() -> None:
    middle = (
        "The minister said on Tuesday that the village would get a new school by the end of next year.\n\n"
        * 4
    )
    assert reading_ease("A new school\n\n" * 10 + middle, "en") == reading_ease(middle, "en")


@pytest.mark.parametrize("language", ["de", "es", "fr", "it"])
def test_other_languages_have_their_constants(language: str) -> None:
    text = "La ville de Rome a une grande place, et le gouvernement national reconnaît une importance. " * 6
    values = {reading_ease(text, known) for known in ("en", language)}
    assert len(values) == 2 and None not in values


def test_what_cannot_be_told_is_null() -> None:
    assert readability(replace(ARTICLE, body=PLAIN, language="ru")) == {"readability": None}
    assert readability(replace(ARTICLE, body="Too short.", language="en")) == {"readability": None}
    assert readability(replace(ARTICLE, body=PLAIN, declared_language="en-GB")) == {"readability": 100}


@pytest.mark.parametrize(
    "body",
    [
        "a. " * 300_000,
        "!" * 1_000_000,
        "." * 500_000 + "x",
        '"' * 1_000_000,
        "x" * 100_000,
        ("ou" * 20 + " ") * 20_000,
        "." + " " * 1_000_000 + "x.",
        "\ud800. \u202e" * 100_000,
        "l'" * 300_000,
    ],
    ids=lambda body: body[:6].encode("unicode_escape").decode(),
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_hostile_text_costs_no_time(body: str, language: str) -> None:
    start = time.process_time()
    ease = reading_ease(body, language)
    assert ease is None or 0 <= ease <= 100
    assert time.process_time() - start < 2
