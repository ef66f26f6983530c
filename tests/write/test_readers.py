"""The datasets read, with the same counts, in the readers that people use."""

import duckdb
import pandas
import polars
import pyarrow.dataset
import pytest

COUNTS = {"articles": 7, "blocks": 28, "dates": 4, "offers": 3, "rejects": 1}


@pytest.fixture
def output(desk, article):
    articles = [article(n) for n in range(6)]
    desk.file([*articles, article(9, published_at=None)], rejects=[("x", "empty", "m")])
    return desk.output


@pytest.mark.parametrize("dataset", COUNTS)
def test_every_reader_counts_the_same(output, dataset):
    folder = output / dataset
    files = f"{folder}/**/*.parquet"
    sql = f"select count(*) from read_parquet('{files}', hive_partitioning=true)"
    counts = {
        "duckdb": duckdb.sql(sql).fetchone()[0],
        "pandas": len(pandas.read_parquet(folder)),
        "polars": polars.scan_parquet(files, hive_partitioning=True).collect().height,
        "pyarrow": pyarrow.dataset.dataset(folder, partitioning="hive").count_rows(),
    }
    assert counts == dict.fromkeys(counts, COUNTS[dataset])


def test_readers_agree_on_articles_without_a_date(desk, article):
    folder = desk.output / "articles"
    files = f"{folder}/**/*.parquet"
    for articles, months in (
        ([article(1, published_at=None)], ["unknown"]),
        ([article(0)], ["2017-01", "unknown"]),
    ):
        desk.file(articles)
        sql = f"select published_month from read_parquet('{files}', hive_partitioning=true) order by 1"
        assert [row[0] for row in duckdb.sql(sql).fetchall()] == months
        assert sorted(pandas.read_parquet(folder)["published_month"]) == months
        frame = polars.scan_parquet(files, hive_partitioning=True).collect()
        assert sorted(frame["published_month"]) == months
        table = pyarrow.dataset.dataset(folder, partitioning="hive").to_table()
        assert sorted(table["published_month"].to_pylist()) == months
