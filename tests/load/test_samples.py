"""The sample articles that ship with the package, and what a reader would mark on them.

Every file in `tasks/load/samples` is an input of `copydesk run` without a source, so nothing else may lie
there. Outlets, people and places are invented; agencies are named as the source of copy, as in print.
What is expected stands in `samples_gold.json`, by file name (`wire-feed.jsonl#N` is record N, from 1):

- `title`, `published` (day, UTC), `authors`, `wire_agency`, `language`, `page_kind`: the values; null or
  empty where the source does not tell. `authors_may_be` are credits that are right beside none;
  with `authors_ignore_case` only the letters count.
- `access`, `completeness`, `encoding`: the values that are right, any of them.
- `first_sentence`, `last_sentence`: of the body, without the dateline before and a sign-off behind it.
- `paragraphs`: blocks of the body, subheadings included; `paragraphs_between` where both are right.
- `never`: in the source, and in no block of the body; `must`: in the body although it looks like dirt.
- `known_gaps`: what a reader would strike and the labeller still keeps (side columns of old layout tables).
- `dates`: mentions that must be found, as text and value (the dateline may give one more).
- `dateline` (the place), `wire_credit`, `desk_initials` or `desk_initials_may_be`, `input_id`.
- `offers`: name, price, currency, months, price of a month, whether it renews.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "tasks" / "load" / "samples"
GOLD: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("samples_gold.json").read_text(encoding="utf-8")
)
_LINK = re.compile(r"https?://([^/\"'\s<>]+)|[\w.]+@([\w.-]+)")
# Vocabularies that pages name, which are no outlets.
_VOCABULARIES = {"schema.org", "www.w3.org", "ogp.me"}


def _source(name: str) -> str:
    """Return what a reader sees of a sample: decoded, entities resolved, records of JSONL unpacked."""
    file, _, record = name.partition("#")
    encoding = GOLD[name].get("encoding", ["utf-8"])[0]
    text = (SAMPLES / file).read_bytes().decode(encoding)
    if record:
        fields = json.loads(text.splitlines()[int(record) - 1])
        text = fields.get("text") or fields["html"]
    return html.unescape(text)


def test_every_sample_has_its_gold_and_nothing_else_lies_there() -> None:
    names = set()
    for file in SAMPLES.iterdir():
        assert file.suffix in {".html", ".txt", ".jsonl"}
        if file.suffix == ".jsonl":
            records = len(file.read_text(encoding="utf-8").splitlines())
            names |= {f"{file.name}#{number}" for number in range(1, records + 1)}
        else:
            names.add(file.name)
    assert names == set(GOLD)


def test_samples_are_as_various_as_news() -> None:
    files = {name.partition("#")[0] for name in GOLD}
    assert len(GOLD) >= 14
    assert sum(name.endswith(".html") for name in files) >= 7
    assert sum(name.endswith(".txt") for name in files) >= 4
    assert {gold["language"] for gold in GOLD.values()} >= {"en", "de", "es", "fr", "ja", "hi"}
    agencies = {gold["wire_agency"] for gold in GOLD.values()}
    assert agencies >= {"AP", "Reuters", "AFP", "dpa", "EFE", "PTI", "IANS", "ANI", "UPI", None}


@pytest.mark.parametrize("name", GOLD)
def test_gold_quotes_its_sample(name: str) -> None:
    gold, source = GOLD[name], _source(name)
    for key in ("first_sentence", "last_sentence"):
        assert gold.get(key, "") in source
    for text in gold["never"]:
        # Signs of wrong decoding are never in the source either.
        assert text in source or text in "\ufffd\u0093", text
    for text in gold.get("must", ()):
        assert text in source
    for text, _ in gold["dates"]:
        assert text in source


@pytest.mark.parametrize("file", sorted({name.partition("#")[0] for name in GOLD}))
def test_outlets_are_invented(file: str) -> None:
    for host, mail_host in _LINK.findall((SAMPLES / file).read_bytes().decode("latin-1")):
        name = host or mail_host
        assert name in _VOCABULARIES or re.search(r"(?:^|\.)example\.(?:com|org|net)$", name), name


@pytest.mark.parametrize("name", GOLD)
def test_gold_is_complete(name: str) -> None:
    gold = GOLD[name]
    assert {"title", "published", "authors", "wire_agency", "language", "page_kind", "access"} <= set(gold)
    assert gold["published"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", gold["published"])
    assert gold["paragraphs"] >= 3
