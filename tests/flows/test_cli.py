"""The command line before and after a run: usage errors, exit status, the schedule's words."""

from pathlib import Path

import pytest

from copydesk.flows import cli
from copydesk.flows.serve import interval_seconds


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "no/such/file"], "no such file"),
        (["run", "https://news.example.com/feed"], "does not fetch yet"),
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


@pytest.mark.parametrize("arguments", [[], ["print"], ["serve", "."], ["run", "--partition", "week"]])
def test_words_that_the_parser_does_not_know_are_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    for command in ("run", "serve", "check"):
        assert f"copydesk {command}" in readme
    for option in ("--output", "--workers", "--enrich", "--partition", "--cron", "--interval", "--port"):
        assert option in readme


def test_intervals() -> None:
    assert [interval_seconds(text) for text in ("30s", "15m", "2 h", "1D")] == [30, 900, 7200, 86400]
    for text in ("", "15", "0m", "-5m", "1.5h"):
        with pytest.raises(ValueError, match="interval"):
            interval_seconds(text)


def test_a_server_that_does_not_answer_is_named_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    (tmp_path / "a.txt").write_text("x")
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}):
        assert cli.main(["run", str(tmp_path), "--output", str(tmp_path / "out")]) == 1
    assert "unset PREFECT_API_URL" in capsys.readouterr().err
