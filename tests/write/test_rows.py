import pyarrow as pa
import pytest

from copydesk.tasks.write.rows import merged, row_groups, without


def tables(*groups):
    schema = pa.schema([("id", pa.string()), ("text", pa.string())])
    return [
        pa.table({"id": list(group), "text": [f"text of {name}" for name in group]}, schema=schema)
        for group in groups
    ]


def ids(stream):
    return [name for table in stream for name in table["id"].to_pylist()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["abc", "g"], ["de", "fh"]),
        (["a", "bbb", "bb", "d"], ["c", "e", "f"]),
        ([], ["ab"]),
        (["ab"], ["", "cd", ""]),
        (["xyz"], ["abc"]),
        ([], []),
    ],
)
def test_sorted_streams_merge_in_order(one, other):
    assert ids(merged(tables(*one), tables(*other), ("id",))) == sorted("".join((*one, *other)))


def test_rows_that_go_are_left_out():
    stream = tables("abc", "", "def")
    assert ids(without(stream, "id", pa.array(["a", "c", "d", "z"]))) == ["b", "e", "f"]
    assert ids(without(stream, "id", pa.array([], pa.string()))) == list("abcdef")


@pytest.mark.parametrize("cut", [["abcdefgh"], ["a", "bcd", "", "efgh"], list("abcdefgh")])
def test_row_groups_do_not_depend_on_how_rows_arrive(cut):
    by_rows = [table["id"].to_pylist() for table in row_groups(tables(*cut), 3, 1_000, None)]
    assert by_rows == [["a", "b", "c"], ["d", "e", "f"], ["g", "h"]]
    # "text of a" has 9 bytes: the second row reaches the bound.
    by_bytes = [table["id"].to_pylist() for table in row_groups(tables(*cut), 100, 18, "text")]
    assert by_bytes == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]


def test_a_row_beyond_the_bound_is_a_group_of_its_own():
    assert [len(table) for table in row_groups(tables("abc"), 100, 1, "text")] == [1, 1, 1]
