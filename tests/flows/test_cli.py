"""The command line before and after a run: usage errors, exit status, the schedule's words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from copydesk.flows import cli
from copydesk.flows.usage import fetch_options, timetable
from copydesk.tasks.fetch.plan import FetchOptions
from copydesk.tasks.fetch.schedule import Schedule
from copydesk.tasks.write import file_run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "no/such/file"], "no such file"),
        (["run", "https://"], "no address that can be fetched"),
        (["run", "https://news.example.com/", "--delay", "-1"], "--delay is -1.0; give seconds"),
        (["run", "https://news.example.com/", "--contact", "me"], "--contact is 'me'; give a mail address"),
        (["run", "https://news.example.com/", "--sources", "no.toml"], "no.toml: no such file"),
        (["fetch", __file__], "`copydesk run` loads it"),
        (["fetch", "https://news.example.com/", "--output", __file__], "name a directory"),
        (["serve", "--interval", "15m"], "for a SOURCE"),
        (["serve", "--sources", "no.toml"], "no.toml: no such file"),
        (["serve", "https://news.example.com/", "--cron", "at noon"], "is no cron line"),
        (["sources", "--sources", "no.toml"], "no.toml: no such file"),
        (["run", "--workers", "0"], "1 or more"),
        (["run", "--enrich", "langage"], "language"),
        (["run", "--output", __file__], "name a directory"),
        (["serve", ".", "--interval", "soon"], "such as 15m"),
        (["serve", "nowhere", "--interval", "15m"], "no such file"),
        (["check", "--output", "no/such/place"], "no such directory"),
    ],
)
def test_bad_usage_is_status_2_and_says_what_to_do(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["print"], ["fetch"], ["run", "--partition", "week"]])
def test_words_that_the_parser_does_not_know_are_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    for command in ("run", "fetch", "serve", "sources", "check"):
        assert f"copydesk {command}" in readme
    options = ("--output", "--workers", "--enrich", "--partition", "--cron", "--interval", "--port")
    for option in (*options, "--sources", "--contact", "--delay", "--allow-loopback"):
        assert option in readme


TOML = """\
[settings]
contact = "desk@example.org"

[sources.gazette]
url = "https://gazette.example.com/"
schedule = "15m"

[sources.herald]
url = "https://herald.example.com/feed.xml"
schedule = "0 6 * * *"
enabled = false

[sources.backlog]
path = "pages"
"""


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a sources.toml."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources.toml").write_text(TOML)
    (tmp_path / "pages").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "gazete"], "did you mean gazette?"),
        (["run", "quux"], "which has gazette, herald, backlog"),
        (["fetch", "backlog"], "`copydesk run` loads it"),
        (["serve", "backlog"], "backlog has no schedule"),
        (["serve", "pages"], "say when with --cron or --interval"),
    ],
)
def test_bad_usage_of_names(
    configured: Path, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_sources_toml_with_faults_is_bad_usage(
    configured: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (configured / "sources.toml").write_text(TOML.replace("schedule", "shedule"))
    assert cli.main(["sources"]) == 2
    says = capsys.readouterr().err
    assert "line 6: sources.gazette.shedule is not known; did you mean schedule?" in says
    assert "line 10: sources.herald.shedule" in says


def test_sources_are_listed_with_when_they_ran_and_run_next(
    configured: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    began = datetime(2026, 11, 2, 6, tzinfo=UTC)
    row = {"run_id": "r", "started_at": began, "ended_at": began, "filed": 12, "rejected": 3}
    file_run({**row, "sources": ["gazette"]}, configured / "output")
    assert cli.main(["sources"]) == 0
    gazette, herald, backlog = capsys.readouterr().out.splitlines()[1:]
    assert gazette.split()[:3] == ["gazette", "15m", "now"]
    assert "2026-11-02 06:00 UTC" in gazette
    assert gazette.split()[-3:] == ["12", "3", "https://gazette.example.com/"]
    assert herald.split()[:4] == ["herald", "off", "-", "never"]
    assert backlog.split()[:4] == ["backlog", "-", "-", "never"]


def timetable_of(*arguments: str) -> list[tuple[str, list[str], Schedule]]:
    return timetable(cli.parser().parse_args(["serve", *arguments]))


def test_what_serve_runs_and_when(configured: Path) -> None:
    gazette = ("gazette", ["gazette"], Schedule(seconds=900))
    herald = ("herald", ["herald"], Schedule(cron="0 6 * * *"))
    assert timetable_of() == [gazette]
    assert timetable_of("herald", "gazette") == [herald, gazette]
    sources = ["herald", str(configured / "pages"), "https://news.example.com/"]
    given = timetable_of("herald", "pages", "https://news.example.com/", "--interval", "1h")
    assert given == [("scheduled", sources, Schedule(seconds=3600))]


def test_what_a_scheduled_run_is_told_is_found_from_anywhere(configured: Path) -> None:
    options = cli.parser().parse_args(["serve", "--delay", "3"])
    assert fetch_options(options) == FetchOptions(str(configured / "sources.toml"), None, 3.0, False)


def test_a_server_that_does_not_answer_is_named_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    (tmp_path / "a.txt").write_text("x")
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}):
        assert cli.main(["run", str(tmp_path), "--output", str(tmp_path / "out")]) == 1
    assert "unset PREFECT_API_URL" in capsys.readouterr().err
