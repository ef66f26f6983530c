"""Figures on larger corpora do not fall, where such corpora are at hand."""

import pytest

from tests.gate.corpora import FILES, VARIABLE, corpora_figures, folder, read_floors
from tests.gate.figures import fallen


def test_no_figure_on_the_corpora_falls() -> None:
    at = folder()
    if at is None:
        pytest.skip(f"{VARIABLE} names no directory with {', '.join(FILES)}")
    absent = [name for name in FILES if not (at / name).exists()]
    assert not absent, f"{VARIABLE} names {at}, which lacks {absent}"
    failures = fallen(corpora_figures(at), read_floors())
    told = [f"{name}: {found:.4f}, floor {floor:.4f}" for name, (found, floor) in failures.items()]
    assert not told, "\n".join([*told, "(python -m tests.gate.report --corpora prints all)"])
