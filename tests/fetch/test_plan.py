"""What users name: addresses, names of sources, files, lists of addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.tasks.fetch.plan import FetchOptions, Plan, listed_addresses, plan_sources
from copydesk.tasks.fetch.seeds import Seed
from copydesk.tasks.fetch.sources import SourcesError

TOML = """\
[settings]
contact = "desk@example.org"
delay = 4

[sources.gazette]
urls = ["https://gazette.example.com/", "https://gazette.example.com/extra.xml"]
kind = "feed"
include = "/news/"
most = 20
delay = 9

[sources.backlog]
list = "backlog.txt"
path = "pages"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources.toml").write_text(TOML)
    (tmp_path / "backlog.txt").write_text(
        "# old stories\nhttps://gazette.example.com/1\n\nhttp://x.example/2\n"
    )
    (tmp_path / "pages").mkdir()
    return tmp_path


def planned(*given: str, **options: object) -> Plan:
    return plan_sources(given, FetchOptions(**options))  # type: ignore[arg-type]


def test_all_sorts_of_sources_at_once(here: Path) -> None:
    plan = planned("HTTPS://news.example.com/feed", "gazette", "backlog", "pages", "backlog.txt")
    assert [(Path(seed.url).name or seed.url, seed.source) for seed in plan.seeds] == [
        ("feed", "HTTPS://news.example.com/feed"),
        ("gazette.example.com", "gazette"),
        ("extra.xml", "gazette"),
        ("backlog.txt", "backlog"),
        ("backlog.txt", "backlog.txt"),
    ]
    listed = ("https://gazette.example.com/1", "http://x.example/2")
    assert [seed.pages for seed in plan.seeds[-2:]] == [listed, listed]
    assert plan.paths == (str(here / "pages"), "pages")
    assert plan.seeds[1] == Seed(
        "https://gazette.example.com/", "gazette", "feed", ("/news/",), (), most=20, delay=9.0
    )


def test_the_command_overrides_the_file(here: Path) -> None:
    settings = planned("gazette").settings
    assert (settings.contact, settings.delay, settings.allow_loopback) == ("desk@example.org", 4.0, False)
    settings = planned("gazette", contact="me@example.org", delay=0.5, allow_loopback=True).settings
    assert (settings.contact, settings.delay, settings.allow_loopback) == ("me@example.org", 0.5, True)


def test_a_name_wins_over_a_file_that_is_called_so(here: Path) -> None:
    (here / "gazette").mkdir()
    assert not planned("gazette").paths
    assert planned("./gazette").paths == ("./gazette",)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("gazettte", "did you mean gazette?"),
        ("nowhere/at/all", "no such file or directory"),
        ("https:///", "no address that can be fetched"),
    ],
)
def test_what_is_no_source_is_said_with_the_remedy(here: Path, given: str, says: str) -> None:
    with pytest.raises(SourcesError) as error:
        planned(given)
    assert says in str(error.value)


def test_what_a_source_names_must_be_there_and_right(here: Path) -> None:
    (here / "backlog.txt").write_text("https://gazette.example.com/1\ngazette.example.com/2\n")
    with pytest.raises(SourcesError, match=r"line 2: 'gazette\.example\.com/2' is no whole"):
        planned("backlog")
    (here / "backlog.txt").unlink()
    with pytest.raises(SourcesError, match=r"backlog\.txt can't be read .* source backlog names it"):
        planned("backlog")
    (here / "backlog.txt").write_text("https://gazette.example.com/1\n")
    (here / "pages").rmdir()
    with pytest.raises(SourcesError, match=r"pages: no such file .* source backlog names it"):
        planned("backlog")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing",
        "https://a.example/\nA story about it.",
        "https://a.example/ is where it stands",
        "\ufffd",
    ],
)
def test_a_text_that_holds_more_than_addresses_is_an_article(tmp_path: Path, text: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(text)
    assert listed_addresses(path) is None
    path.write_bytes(b"https://a.example/\n\xff\xfe")
    assert listed_addresses(path) is None


def test_only_text_files_can_be_lists(tmp_path: Path) -> None:
    for name, is_list in (
        ("a.txt", True),
        ("a", True),
        ("a.urls", True),
        ("a.html", False),
        ("a.jsonl", False),
    ):
        (tmp_path / name).write_text("https://a.example/\r\nhttps://b.example/\r\n")
        assert (listed_addresses(tmp_path / name) is not None) is is_list
