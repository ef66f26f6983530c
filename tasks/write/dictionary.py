"""The data dictionary, for people (DICTIONARY.md) and for programs (datapackage.json).

Both come from `schema.py` and differ between outputs only by what these are partitioned by.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa

from copydesk.tasks.durable import write_small
from copydesk.tasks.output_error import explained
from copydesk.tasks.schema import DATASETS, FILED, SCHEMA_VERSION, Dataset
from copydesk.tasks.schema_column import Column
from copydesk.tasks.write.layout import granularity_of, partition_key

_TYPES = (
    (pa.types.is_string, "string"),
    (pa.types.is_integer, "integer"),
    (pa.types.is_floating, "number"),
    (pa.types.is_boolean, "boolean"),
    (pa.types.is_timestamp, "datetime"),
    (pa.types.is_date, "date"),
    (pa.types.is_list, "array"),
)

_HOW_TO_READ = """
    -- DuckDB
    SELECT * FROM read_parquet('{name}/**/*.parquet', hive_partitioning = true);

    # pandas
    pandas.read_parquet("{name}")

    # polars
    polars.scan_parquet("{name}/**/*.parquet", hive_partitioning=True)

    # pyarrow
    pyarrow.dataset.dataset("{name}", partitioning="hive")
"""


def write_dictionary(output: Path) -> None:
    """Write `DICTIONARY.md` and `datapackage.json` into the output directory, where they would differ.

    Raises:
        OutputError: where they can't be written.
    """
    granularity = granularity_of(output) or "month"
    contents = {
        "DICTIONARY.md": dictionary(granularity).encode(),
        "datapackage.json": orjson.dumps(data_package(granularity), option=orjson.OPT_INDENT_2) + b"\n",
    }
    with explained(output):
        for name, content in contents.items():
            path = output / name
            if not path.exists() or path.read_bytes() != content:
                write_small(path, content)


def dictionary(granularity: str) -> str:
    """Return the data dictionary in Markdown."""
    return "\n".join(_lines(granularity)) + "\n"


def data_package(granularity: str) -> dict[str, Any]:
    """Return a description of the datasets as a Frictionless Data Package (specs.frictionlessdata.io).

    A resource's path is a glob, since files come and go with every run.
    """
    return {
        "profile": "data-package",
        "name": "copydesk-output",
        "title": "News articles, cleaned and marked up by copydesk",
        "version": SCHEMA_VERSION,
        "resources": [_resource(DATASETS[name], granularity) for name in FILED],
    }


def _lines(granularity: str) -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield f"Version {SCHEMA_VERSION} of the columns. Every dataset is a folder of Parquet files, partitioned"
    yield "in hive's way: the partition key stands in the folders' names, and is `unknown` for rows whose"
    yield "time is not known. Join on `article_id`."
    for name in FILED:
        dataset = DATASETS[name]
        yield from ("", f"## {name}", "")
        key = ", ".join(f"`{column}`" for column in dataset.key)
        yield f"A row is {dataset.row}. Identified by {key}."
        yield f"Partitioned by `{partition_key(dataset, granularity)}`."
        yield _HOW_TO_READ.format(name=name)
        yield "| column | type | unit | meaning |"
        yield "|---|---|---|---|"
        for column in dataset.columns:
            cells = (f"`{column.name}`", _type_name(column.type), column.unit or "", column.description)
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _type_name(kind: pa.DataType) -> str:
    if not pa.types.is_list(kind):
        return str(kind)
    if not pa.types.is_struct(kind.value_type):
        return f"list of {kind.value_type}"
    return f"list of ({', '.join(f'{field.name} {field.type}' for field in kind.value_type)})"


def _resource(dataset: Dataset, granularity: str) -> dict[str, Any]:
    partition = {
        "name": partition_key(dataset, granularity),
        "type": "string",
        "description": "the partition; stands in the folder's name, not in the file",
    }
    schema: dict[str, Any] = {"fields": [*(_field(column) for column in dataset.columns), partition]}
    nullable = {column.name for column in dataset.columns if column.nullable}
    if not nullable.intersection(dataset.key):
        schema["primaryKey"] = list(dataset.key)
    if dataset.name != "articles" and "article_id" in dataset.key:
        reference = {"resource": "articles", "fields": ["article_id"]}
        schema["foreignKeys"] = [{"fields": ["article_id"], "reference": reference}]
    return {
        "name": dataset.name,
        "description": f"A row is {dataset.row}.",
        "path": f"{dataset.name}/**/*.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    kind = next(name for fits, name in _TYPES if fits(column.type))
    field = {"name": column.name, "type": kind, "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    if not column.nullable:
        return {**field, "constraints": {"required": True}}
    return field
