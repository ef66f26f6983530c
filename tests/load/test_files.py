from pathlib import Path

from copydesk.tasks.article import Reject
from copydesk.tasks.load.files import BYTES_AN_ARTICLE, InputFile, file_kind, walk_sources


def names(found: list[InputFile | Reject]) -> list[str]:
    return [Path(item.path).name for item in found if isinstance(item, InputFile)]


def reasons(found: list[InputFile | Reject]) -> dict[str, str]:
    return {Path(item.raw_ref).name: item.reason for item in found if isinstance(item, Reject)}


def test_a_folder_is_read_recursively_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/er/c.jsonl", "deep/d.parquet"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(list(walk_sources([str(tmp_path)]))) == ["a.html", "b.txt", "d.parquet", "c.jsonl"]


def test_hidden_files_and_the_output_are_no_input(tmp_path: Path) -> None:
    for name in (".DS_Store", "output/articles/x.parquet", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(list(walk_sources([str(tmp_path)], leave_out=tmp_path / "output"))) == ["a.txt"]


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "sheet.csv").write_text("a,b")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(BYTES_AN_ARTICLE + 1)  # sparse: no disk is used
    assert reasons(list(walk_sources([str(tmp_path)]))) == {
        "empty.txt": "empty",
        "sheet.csv": "unsupported",
        "self": "unreadable",
        "gone.txt": "unreadable",
        "loop": "symlink_loop",
        "huge.txt": "too_large",
    }


def test_every_refusal_names_the_file_and_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("[]")
    (refused,) = walk_sources([str(tmp_path)])
    assert isinstance(refused, Reject)
    assert str(tmp_path / "old.json") in refused.message
    assert ".jsonl" in refused.message


def test_kinds_by_name() -> None:
    kinds = {
        name: file_kind(name) for name in ("a.JSONL.GZ", "a.ndjson.zst", "a.htm", "a.md", "a", "a.parquet")
    }
    assert list(kinds.values()) == ["jsonl", "jsonl", "html", "text", "unknown", "parquet"]
