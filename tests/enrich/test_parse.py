from __future__ import annotations

import time

import numpy as np
import pytest

from copydesk.tasks.enrich.parse_decode import parsed, trees
from copydesk.tasks.enrich.parse_net import LABELS, TAGS, groups
from copydesk.tasks.enrich.parse_tokens import words_of
from copydesk.tasks.enrich.parse_tree import Parse
from copydesk.tasks.enrich.quotes_parse import parse


def checked(sentences: list[str]) -> list[Parse]:
    found = parse(sentences)
    assert len(found) == len(sentences)
    for sentence, one in zip(sentences, found, strict=True):
        assert len({len(one), len(one.starts), len(one.tags), len(one.deps), len(one.heads)}) == 1
        assert "".join(one.words) == "".join(sentence.split())
        for token, (word, start) in enumerate(zip(one.words, one.starts, strict=True)):
            assert sentence[start : start + len(word)] == word
            assert one.tags[token] in TAGS and one.deps[token] in LABELS
            assert (one.heads[token] == token) == (one.deps[token] == "ROOT")
            here, steps = token, 0
            while one.heads[here] != here:
                here, steps = one.heads[here], steps + 1
                assert steps <= len(one)
    return found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "“We don’t know,” Mr. Haddad’s aide said.",
            "“ We do n’t know , ” Mr. Haddad ’s aide said .",
        ),
        (
            "The U.S. can't pay $5.2m at 10am (Jan. 3)...",
            "The U.S. ca n't pay $ 5.2 m at 10 am ( Jan. 3 ) ...",
        ),
        ("a well-known, 12-year-old weir", "a well - known , 12 - year - old weir"),
        ("She'd've gone; they're at https://a.example/b-c?d=1 now", None),
        (
            "the boats' crews cannot vote 3-2 at 9:30 p.m.",
            "the boats ' crews can not vote 3 - 2 at 9:30 p.m.",
        ),
        ("It cost 40% of £1,200,000 and/or €3bn.", "It cost 40 % of £ 1,200,000 and / or € 3bn ."),
        ("", ""),
        (" \u200b\n ", "\u200b"),
    ],
)
def test_sentences_are_cut_as_the_treebank_cuts(sentence: str, words: str | None) -> None:
    found, starts = words_of(sentence)
    assert [sentence[s : s + len(w)] for w, s in zip(found, starts, strict=True)] == list(found)
    if words is None:
        assert found == (
            "She",
            "'d",
            "'ve",
            "gone",
            ";",
            "they",
            "'re",
            "at",
            "https://a.example/b-c?d=1",
            "now",
        )
    else:
        assert found == tuple(words.split())


def test_a_sentence_is_read_as_its_reader_does() -> None:
    (one,) = checked(["Clara Novak, the harbour master, said on Monday that the old weir would be rebuilt."])
    at = {word: place for place, word in enumerate(one.words)}
    said, rebuilt, novak = at["said"], at["rebuilt"], at["Novak"]
    assert (one.deps[said], one.tags[said]) == ("ROOT", "VBD")
    assert (one.heads[novak], one.deps[novak], one.tags[novak]) == (said, "nsubj", "NNP")
    assert (one.heads[at["master"]], one.deps[at["master"]]) == (novak, "appos")
    assert (one.heads[rebuilt], one.deps[rebuilt]) == (said, "ccomp")
    assert (one.heads[at["weir"]], one.deps[at["weir"]]) == (rebuilt, "nsubjpass")
    assert (one.heads[at["that"]], one.deps[at["that"]]) == (rebuilt, "mark")
    assert one.child(at["on"], "pobj") == at["Monday"]


@pytest.mark.parametrize(
    ("sentence", "child", "label", "head"),
    [
        ("Police arrested two men in Aldham on Friday.", "men", "dobj", "arrested"),
        ("The bridge was closed by the council after the flood.", "by", "agent", "closed"),
        ("“It works,” she said.", "works", "ccomp", "said"),
        ("Officials want the ferry to turn back.", "ferry", "nsubj", "turn"),
        ("The skipper who saved them did not speak.", "saved", "relcl", "skipper"),
        ("The mayor's plan to sell the mill has failed.", "mayor", "poss", "plan"),
    ],
)
def test_what_hangs_from_what(sentence: str, child: str, label: str, head: str) -> None:
    (one,) = checked([sentence])
    token = one.words.index(child)
    assert (one.deps[token], one.words[one.heads[token]]) == (label, head)


def test_a_sentence_reads_the_same_alone_and_among_others() -> None:
    sentences = [
        "Rain fell on the hills.",
        "The weir at Aldham will be rebuilt this autumn, she said.",
        "No.",
    ]
    assert checked(sentences) == [checked([one])[0] for one in sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        " ",
        ".",
        "said " * 1_000,
        '"' * 1_500,
        "(" * 700 + ")" * 700,
        "x" * 1_500,
        "that he said " * 200,
        "\ud800 said \udfff",
        "\u200b\u202e\u2066 she said \u2069",
        "'s n't 's n't " * 100,
        "a-" * 700,
        "ظ" * 400 + " 東京" * 200,
        "1.2.3.4.5 " * 200,
    ],
)
def test_any_text_gives_trees(sentence: str) -> None:
    checked([sentence, "Rain fell.", sentence])


def test_long_texts_take_bounded_time() -> None:
    begun = time.perf_counter()
    checked(["and he said that " * 90] * 25)
    checked(["x" * 100_000, "(" * 20_000, "a.b," * 5_000, "’" * 20_000])
    assert time.perf_counter() - begun < 20


def test_circles_are_opened_where_it_costs_least() -> None:
    draw = np.random.default_rng(3)
    for width in (1, 2, 3, 8, 40):
        scores = draw.standard_normal((50, width, width)).astype(np.float32)
        lengths = draw.integers(1, width + 1, 50)
        scores += np.where(np.arange(width) < lengths[:, None], 0, -1e9)[:, None, :]
        for heads, length in zip(trees(scores, lengths), lengths, strict=True):
            for token in range(length):
                here = token
                for _ in range(length):
                    here = heads[here]
                assert heads[here] == here < length
    scores = np.array([[[0, 5, 1], [4, 0, 3], [0, 0, 9]]], dtype=np.float32)
    assert trees(scores, np.array([3])).tolist() == [[1, 2, 2]]


def test_groups_hold_each_sentence_once_with_a_free_row_behind() -> None:
    made = groups([5, 192, 1, 30, 5])
    assert sorted(number for group in made for number in group.sentences) == [0, 1, 2, 3, 4]
    assert all((group.lengths < group.width).all() for group in made)
    assert [group.begin for group in made[1:]] == [group.end for group in made[:-1]]


def test_no_sentences_give_no_parses() -> None:
    assert parsed([]) == []
