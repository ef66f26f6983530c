import pytest

from copydesk.tasks.enrich.model import LONGEST_TEXT, VARIABLE, analysed, language_model


def test_the_steps_that_are_named_run_and_no_others() -> None:
    with analysed(["Ada Weber spoke in Paris."], "tok2vec", "tagger", "parser") as (doc,):
        assert [token.dep_ for token in doc][:3] == ["compound", "nsubj", "ROOT"]
        assert not doc.ents


def test_texts_that_no_model_foresees() -> None:
    with analysed(["", "\ud800 \udfff", "a" * 300_000], "tok2vec", "ner") as docs:
        assert [len(doc.text) for doc in docs] == [0, 3, LONGEST_TEXT]


def test_a_model_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no_such_model")
    with pytest.raises(ValueError, match="no_such_model: install its package"):
        language_model()
