"""The memory of sites on disk: it reads back as written, and damage is said."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from copydesk.tasks.clean.site_file import History, Unfinished
from copydesk.tasks.clean.site_lines import Sightings
from tests.clean.made_sites import article, paragraphs, remembered


def written(path: Path) -> dict[int, Sightings]:
    names = itertools.cycle(["gazette.example", "courier.example", "post.example"])
    memory = remembered(
        [article(n, paragraphs(n), site=name) for n, name in zip(range(30), names, strict=False)]
    )
    file = Unfinished(path)
    for number, rows in memory.items():
        file.add(number, rows)
    file.close()
    return memory


def test_a_memory_reads_back_as_it_was_written(tmp_path: Path) -> None:
    memory, said = written(tmp_path / "sites.parquet"), list[str]()
    history = History(tmp_path / "sites.parquet", said.append)
    assert all(np.array_equal(history.bucket(number), rows) for number, rows in memory.items())
    assert not said
    assert pq.read_table(tmp_path / "sites.parquet").num_rows == sum(map(len, memory.values()))


@pytest.mark.parametrize("damage", ["cut", "empty", "flipped", "other", "text"])
def test_a_damaged_memory_is_said_and_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "sites.parquet"
    memory, said = written(path), list[str]()
    content = path.read_bytes()
    middle = len(content) // 8
    path.write_bytes(
        {
            "cut": content[:-50],
            "empty": b"",
            "flipped": content[:middle]
            + bytes(255 - byte for byte in content[middle : middle + 64])
            + content[middle + 64 :],
            "other": content,
            "text": b"no Parquet",
        }[damage]
    )
    if damage == "other":
        pq.write_table(pq.read_table(path).drop_columns("day"), path)
    history = History(path, said.append)
    found = [history.bucket(number) for number in memory]
    assert len(said) == 1
    assert "sites.parquet" in said[0]
    assert sum(map(len, found)) < sum(map(len, memory.values()))
