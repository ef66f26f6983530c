"""The samples that ship come out as their gold says, on the pure parts."""

import pytest

from tests.eval.sample_check import check, golds


@pytest.mark.parametrize("name", sorted(golds()))
def test_a_sample_comes_out_as_a_reader_marked_it(name: str) -> None:
    assert not check(name)
