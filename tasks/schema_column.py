"""What a column is."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, Arrow type, meaning, unit, and the values it may take where they are few."""

    name: str
    type: pa.DataType
    description: str
    unit: str | None = None
    nullable: bool = True

    @property
    def field(self) -> pa.Field:
        """The Arrow field; its metadata carry the description and the unit into the file."""
        unit = {"unit": self.unit} if self.unit else {}
        return pa.field(self.name, self.type, self.nullable, {"description": self.description, **unit})
