from datetime import UTC, datetime, timedelta, timezone

import pytest

from copydesk.tasks.article import RawArticle, Reject
from copydesk.tasks.staging import (
    fingerprint,
    read_articles,
    read_raw,
    read_rejects,
    write_articles,
    write_raw,
    write_rejects,
)


def test_articles_come_back_as_they_were(article, tmp_path):
    articles = [
        article(1),
        article(2, dates=None, blocks=(), offers=(), published_at=None, title=None),
        article(
            3, authors=("Ilse Maar", "Courier desk"), desk_initials=("im",), fetched_at=datetime.now(UTC)
        ),
    ]
    write_articles(articles, tmp_path / "batch.parquet")
    assert read_articles(tmp_path / "batch.parquet") == articles


def test_no_articles_come_back_as_none(tmp_path):
    write_articles([], tmp_path / "batch.parquet")
    assert read_articles(tmp_path / "batch.parquet") == []


def test_raw_bytes_and_rejects_come_back_as_they_were(tmp_path):
    raws = [
        RawArticle("a.html", html=b"<p>\xff\x00</p>", url="https://example.com/a"),
        RawArticle("b.txt#2", text=b"", fetched_at=datetime(2020, 1, 2, tzinfo=UTC), input_id="7"),
    ]
    rejects = [Reject("c.bin", "binary", "not text; name text or HTML files", url="https://example.com/c")]
    write_raw(raws, tmp_path / "raw.parquet")
    write_rejects(rejects, tmp_path / "rejects.parquet")
    assert read_raw(tmp_path / "raw.parquet") == raws
    assert read_rejects(tmp_path / "rejects.parquet") == rejects


def test_a_file_name_that_is_not_utf8_can_be_staged(tmp_path):
    write_rejects([Reject("caf\udce9.txt", "empty", "empty")], tmp_path / "rejects.parquet")
    assert read_rejects(tmp_path / "rejects.parquet")[0].raw_ref == "caf\\udce9.txt"


def test_nothing_but_the_finished_file_is_left(article, tmp_path):
    write_articles([article(1)], tmp_path / "batch.parquet")
    with pytest.raises(TypeError):
        write_articles([article(1, title=5j)], tmp_path / "batch.parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["batch.parquet"]
    assert len(read_articles(tmp_path / "batch.parquet")) == 1


def test_the_fingerprint_is_of_the_content_not_of_the_run(article):
    one = article(1)
    paris = timezone(timedelta(hours=1))
    assert fingerprint(one) == fingerprint(article(1, raw_ref="other", fetched_at=datetime.now(UTC)))
    assert fingerprint(one) == fingerprint(article(1, published_at=one.published_at.astimezone(paris)))
    assert fingerprint(one) != fingerprint(article(1, title="Ferry delayed"))
    assert fingerprint(one) != fingerprint(article(1, blocks=one.blocks[:-1]))
    assert fingerprint(article(2, dates=None)) != fingerprint(article(2, dates=()))
