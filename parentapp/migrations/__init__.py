"""The tables, as the migrations make them: numbered, forward only. `Tables` is what they share."""

from collections.abc import Sequence
from typing import Any

from peewee import Database, Field, ForeignKeyField, Model, UUIDField

Columns = Sequence[tuple[str, ...]]


class Tables:
    """Makes tables one by one; each may point to those before it, also to those of earlier migrations."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.made: dict[str, type[Model]] = {}

    def make(self, name: str, /, *, unique: Columns = (), index: Columns = (), **columns: Field) -> None:
        indexes = [(each, True) for each in unique] + [(each, False) for each in index]
        meta = type("Meta", (), {"database": self.database, "table_name": name, "indexes": indexes})
        self.made[name] = type(name, (Model,), {"id": UUIDField(primary_key=True), **columns, "Meta": meta})
        self.made[name].create_table(safe=False)

    def to(self, name: str, on_delete: str = "RESTRICT", **options: Any) -> Field:
        if name not in self.made:
            self.made[name] = self._there(name)
        there: Any = self.made[name]
        return ForeignKeyField(there, field=there.id, backref="+", on_delete=on_delete, **options)

    def _there(self, name: str) -> type[Model]:
        meta = type("Meta", (), {"database": self.database, "table_name": name})
        return type(name, (Model,), {"id": UUIDField(primary_key=True), "Meta": meta})
