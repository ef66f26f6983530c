"""Inputs that no newsroom publishes cost their own time only: each is a record or a reject, within bounds.

The bounds are about ten times what an idle machine takes, so that they fail for a method that is
quadratic and not for a busy machine.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copydesk.tasks.article import Article, RawArticle, RejectedInputError
from copydesk.tasks.clean.desk import clean_article
from copydesk.tasks.clean.squash import compatible, squash
from tests.clean.hostile_inputs import PAGES, page
from tests.clean.hostile_texts import TEXTS

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tasks" / "load" / "samples"
SECONDS, SECONDS_A_MEGABYTE = 2.0, 20.0
FULL_SECONDS_A_MEGABYTE = 3.0
MEGABYTES = 1_000
"""Peak of a process, in which an input has at most 20 MB."""
ADDRESS = "https://news.example.com/2024/05/two-ferries-stay-in-port"


def clean(kind: str, data: bytes) -> Article | str:
    raw = RawArticle("x", **{kind: data}, url=ADDRESS)  # type: ignore[arg-type]
    try:
        article = clean_article(raw)
    except RejectedInputError as error:
        assert error.message.strip().endswith(".")
        return error.reason
    article.body.encode("utf-8")
    assert all(block.text and block.reason for block in article.blocks)
    return article


@pytest.mark.parametrize(
    ("kind", "name"), [("html", name) for name in PAGES] + [("text", name) for name in TEXTS]
)
def test_it_is_a_record_or_a_reject_in_time(kind: str, name: str) -> None:
    make, size, _ = (PAGES if kind == "html" else TEXTS)[name]
    data = make(size)
    start = time.process_time()
    clean(kind, data)
    assert time.process_time() - start < SECONDS + SECONDS_A_MEGABYTE * len(data) / 1e6


@pytest.mark.parametrize(
    ("kind", "name", "reason"),
    [
        ("html", "nested div", "too_complex"),
        ("html", "attributes on one element", "too_complex"),
        ("html", "only NUL bytes", "binary"),
        ("html", "zero length", "empty"),
        ("html", "only white space", "empty"),
        ("html", "only no-break spaces", "no_text"),
        ("html", "a PDF", "binary"),
        ("html", "gzip", "binary"),
        ("html", "a ZIP", "binary"),
        ("html", "unclosed comment first", "not_html"),
        ("html", "unclosed script first", "no_text"),
        ("text", "no text, a ZIP", "binary"),
    ],
)
def test_what_cannot_be_an_article_says_why(kind: str, name: str, reason: str) -> None:
    make, size, _ = (PAGES if kind == "html" else TEXTS)[name]
    assert clean(kind, make(size)) == reason


# Each stays the one article that it is beside what is too much.
@pytest.mark.parametrize(
    "name",
    ["JSON-LD, brackets", "JSON-LD, braces", "one long address", "one long style", "comments", "line breaks",
     "script in title", "bases and charsets", "metas", "empty blocks", "billion laughs", "only closing tags"],
)  # fmt: skip
def test_the_story_is_kept_beside_it(name: str) -> None:
    make, size, _ = PAGES[name]
    article = clean("html", make(size))
    assert isinstance(article, Article)
    assert article.body.startswith("The ferry company said on Tuesday")
    assert article.title == "Two ferries stay in port until spring"


def test_the_limits_are_far_above_what_articles_have() -> None:
    paragraphs = "".join(
        f"<div><div><p>Paragraph {n} of a long ticker, it said.</p></div>" for n in range(900)
    )
    article = clean("html", page(paragraphs + "<p " + " ".join(f"a{n}='1'" for n in range(500)) + ">"))
    assert isinstance(article, Article)
    assert len(article.blocks) > 900


def test_marks_without_end_are_cut() -> None:
    assert len(compatible("a" + "\u0301\u0323" * 500_000 + "b")) <= 33
    assert squash("Tiếng Việt") == "tiếng việt"


# Children, so that the memory of one is not counted for the next; in few, since each start costs a second.
_CHILD = """
import json, resource, sys, time
from copydesk.tasks.article import RawArticle
from copydesk.tasks.clean.batch import clean_raws
from tests.clean.hostile_inputs import PAGES
from tests.clean.hostile_texts import TEXTS
resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
for kind, name in json.loads(sys.argv[1]):
    make, _, size = (PAGES if kind == "html" else TEXTS)[name]
    data = make(size)
    start = time.process_time()
    articles, rejects = clean_raws([RawArticle(name, **{kind: data})])
    seconds = time.process_time() - start
    said = rejects[0].reason if rejects else articles[0].page_kind
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps([name, len(data) / 1e6, seconds, peak, said]), flush=True)
"""


def measure(cases: list[tuple[str, str]]) -> dict[str, tuple[float, float, int, str]]:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, json.dumps(cases)],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    return {name: tuple(found) for name, *found in map(json.loads, done.stdout.splitlines())}


# Those that take a second or two; the others are the same at other sizes.
FULL = (
    "large page", "one large paragraph", "nested div", "nested bold", "no closing tags",
    "attributes on one element", "attributes over elements", "one long attribute", "one long address",
    "only NUL bytes", "JSON-LD, large", "JSON-LD, cut off", "JSON-LD, brackets", "JSON-LD, brackets closed",
    "JSON-LD, braces", "JSON-LD, braces closed", "empty blocks", "tiny blocks", "combining marks",
    "billion laughs", "one long comment", "a PDF", "numbered short lines", "empty lines",
)  # fmt: skip


def test_full_sizes_stay_within_time_and_memory() -> None:
    measured = measure([("html" if name in PAGES else "text", name) for name in FULL])
    assert set(measured) == set(FULL)
    for name, (megabytes, seconds, peak, said) in measured.items():
        assert said not in ("cleaner_failed", "too_slow"), name
        assert seconds < 2 + FULL_SECONDS_A_MEGABYTE * megabytes, name
        assert peak < MEGABYTES, name


def test_fifty_megabytes_are_refused_at_once() -> None:
    for kind in ("html", "text"):
        start = time.process_time()
        assert clean(kind, b"<p>word " * 6_250_000) == "too_large"
        assert time.process_time() - start < 1


def mutations(data: bytes, random_: random.Random) -> bytes:
    """Cut, flip, double or shuffle parts of a page."""
    kind = random_.randrange(6)
    start, stop = sorted(random_.randrange(len(data)) for _ in range(2))
    if kind == 0:
        return data[:start] + data[stop:]
    if kind == 1:
        return data[:stop] + data[start:stop] * random_.randrange(1, 5) + data[stop:]
    if kind == 2:
        flipped = bytearray(data)
        for _ in range(random_.randrange(1, 60)):
            flipped[random_.randrange(len(data))] = random_.randrange(256)
        return bytes(flipped)
    if kind == 3:
        tags = data.split(b"<")
        random_.shuffle(tags)
        return b"<".join(tags)
    if kind == 4:
        return data.translate(None, bytes(random_.sample(b"<>\"'/= {}[]:,&;-", 2)))
    return data[start:stop] + data[:start]


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_damaged_samples_never_raise(path: Path) -> None:
    random_ = random.Random(path.name)
    data = path.read_bytes()
    kind = "html" if path.suffix == ".html" else "text"
    for _ in range(20):
        damaged = mutations(data, random_)
        for _ in range(random_.randrange(3)):
            damaged = mutations(damaged, random_) if damaged else damaged
        clean(kind, damaged)
