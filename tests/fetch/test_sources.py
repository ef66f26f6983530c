"""sources.toml: what it may say, and what is said where it is wrong: line, key, remedy."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from copydesk.tasks.fetch.schedule import Schedule, interval_seconds, read_schedule
from copydesk.tasks.fetch.settings import FetchSettings
from copydesk.tasks.fetch.sources import Sources, SourcesError, described, find_sources, read_sources
from copydesk.tasks.fetch.sources_keys import SETTINGS

WHOLE = """\
[settings]
contact = "desk@example.org"
delay = 2
page_bytes = "5 MB"
trust_environment = true

# A comment with an = in it.
[sources.gazette]
url = "https://gazette.example.com/"
schedule = "15m"
include = '/news/\\d+'
exclude = ["/video/", "/live/"]
most = 200
delay = 5

[sources."the.herald"]
urls = ["https://herald.example.com/feed.xml", "https://herald.example.com/news-sitemap.xml"]
schedule = "0 6 * * 1-5"

[sources.backlog]
list = "addresses.txt"
path = ["pages/", "/var/wire.jsonl"]
kind = "page"
enabled = false
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, "utf-8")
    return path


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(SourcesError) as error:
        read_sources(written(folder, text))
    return str(error.value).splitlines()


def test_all_that_it_may_say(tmp_path: Path) -> None:
    found = read_sources(written(tmp_path, WHOLE))
    assert found.settings.contact == "desk@example.org"
    assert (found.settings.delay, found.settings.page_bytes) == (2.0, 5 << 20)
    assert found.settings.trust_environment
    gazette, herald, backlog = found.named.values()
    assert gazette.urls == ("https://gazette.example.com/",)
    assert gazette.schedule == Schedule(seconds=900)
    assert (gazette.include, gazette.exclude) == ((r"/news/\d+",), ("/video/", "/live/"))
    assert (gazette.most, gazette.delay, gazette.kind, gazette.enabled) == (200, 5.0, "auto", True)
    assert (herald.name, len(herald.urls), herald.schedule) == ("the.herald", 2, Schedule("0 6 * * 1-5"))
    assert backlog.lists == (str(tmp_path / "addresses.txt"),)
    assert backlog.paths == (str(tmp_path / "pages"), "/var/wire.jsonl")
    assert (backlog.kind, backlog.enabled, backlog.schedule) == ("page", False, None)


def test_without_a_file_there_are_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_sources(None) == Sources(FetchSettings(), {}, None)
    written(tmp_path, WHOLE)
    assert list(find_sources(None).named) == ["gazette", "the.herald", "backlog"]
    with pytest.raises(SourcesError, match=r"other\.toml: no such file"):
        find_sources("other.toml")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('schedul = "15m"', "line 3: sources.a.schedul is not known; did you mean schedule?"),
        ("quux = 1", "line 3: sources.a.quux is not known; known are url, urls, list"),
        (
            'schedule = "soon"',
            "line 3: sources.a.schedule is 'soon' is no schedule; give an interval such as 15m",
        ),
        ('schedule = "61 6 * * *"', "line 3: sources.a.schedule is '61 6 * * *' is no cron line"),
        ('schedule = "0 6 31 2 *"', "is no cron line"),
        ('kind = "rss"', "line 3: sources.a.kind is 'rss'; give one of auto, feed, sitemap"),
        ('include = "("', "line 3: sources.a.include is '(', no regular expression"),
        ("include = []", "is empty"),
        ('most = "10"', "line 3: sources.a.most is '10'; give a whole number"),
        ("most = 0", "whole number from 1"),
        ("delay = -1", "line 3: sources.a.delay is -1; give seconds"),
        ("enabled = 1", "give true or false"),
        ('urls = ["example.com"]', "line 3: sources.a.urls is 'example.com'; give a whole address"),
        ('urls = "ftp://example.com/"', "begins with http://"),
        ("path = 7", "give a text in quotes"),
    ],
)
def test_faults_of_a_source_name_line_key_and_remedy(tmp_path: Path, line: str, says: str) -> None:
    (fault,) = faults(tmp_path, f'[sources.a]\nurl = "https://example.com/"\n{line}\n')
    assert says in fault
    assert str(tmp_path / "sources.toml") in fault


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[setings]\n", "line 1: setings is not known; did you mean settings?"),
        ("[settings]\n\ncontact = 'me'\n", "line 3: settings.contact is 'me'; give a mail address"),
        ("settings.contact = 'é@example.org'\n", "line 1: settings.contact"),
        ("[settings]\nallow_loopback = 'yes'", "line 2: settings.allow_loopback"),
        ("[settings]\npage_bytes = '5 miles'", "line 2: settings.page_bytes is '5 miles'; give bytes"),
        ("[settings]\ncertificates = 'no.pem'", "line 2: settings.certificates is 'no.pem', no file"),
        ("[settings]\nhosts_at_once = 0", "line 2: settings.hosts_at_once"),
        ("settings = 3", "line 1: settings is no table"),
        ("sources = []", "line 1: sources is no table"),
        ("[sources]\n\ngazette = 'https://example.com/'", "line 3: sources.gazette is no table"),
        ("[sources.a]\nmost = 3", "line 1: sources.a names nothing to read; add url, list or path"),
        ("[sources.'a/b']\nurl = 'https://example.com/'", "line 1: sources.a/b is no name"),
        ("[sources]\n\na = { url = 'x' }", "line 3: sources.a.url is 'x'"),
        ("[sources.a]\nurl = \n", "at line 2"),
    ],
)
def test_faults_of_the_file_name_their_line(tmp_path: Path, text: str, says: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert says in fault


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    text = WHOLE.replace("delay = 5", "delays = 5").replace('"page"', '"pages"').replace('"15m"', '"15"')
    lines = [fault.partition("line ")[2].partition(":")[0] for fault in faults(tmp_path, text)]
    assert lines == ["10", "14", "23"]


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_bytes(b"\xff\xfe[\x00")
    with pytest.raises(SourcesError, match="not UTF-8"):
        read_sources(tmp_path / "sources.toml")


def test_every_setting_can_be_set() -> None:
    assert [field.name for field in fields(FetchSettings) if field.name not in SETTINGS] == []
    assert [key for key in SETTINGS if not hasattr(FetchSettings(), key)] == []


def test_every_key_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    missing = [key for key in described() if f"`{key.rpartition('.')[2]}`" not in readme]
    assert not missing


def test_intervals() -> None:
    assert [interval_seconds(text) for text in ("30s", "15m", "2 h", "1D")] == [30, 900, 7200, 86400]
    for text in ("", "15", "0m", "-5m", "1.5h"):
        with pytest.raises(ValueError, match="interval"):
            interval_seconds(text)


def test_when_a_schedule_is_due_next() -> None:
    now, last = datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 11, 50, tzinfo=UTC)
    assert read_schedule("15m").next_after(now, last) == datetime(2026, 1, 1, 12, 5, tzinfo=UTC)
    assert read_schedule("5m").next_after(now, last) == now
    assert read_schedule("1d").next_after(now) == now
    assert read_schedule("0 6 * * *").next_after(now, last) == datetime(2026, 1, 2, 6, tzinfo=UTC)
    assert [str(read_schedule(text)) for text in ("90m", "24h", "0 6 * * *")] == ["90m", "1d", "0 6 * * *"]
