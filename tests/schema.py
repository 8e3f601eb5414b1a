"""A database's schema as readable lines: one per column, key, index and rule, in no order."""

import re
from collections import Counter
from collections.abc import Iterator

from peewee import Database, PostgresqlDatabase

POSTGRES_COLUMNS = """
    SELECT table_of.relname, attname, format_type(atttypid, atttypmod), attnotnull,
           pg_get_expr(adbin, adrelid)
    FROM pg_attribute
    JOIN pg_class table_of ON table_of.oid = attrelid AND relkind = 'r'
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = current_schema()::regnamespace AND attnum > 0 AND NOT attisdropped
"""
POSTGRES_RULES = """
    SELECT relname, pg_get_constraintdef(pg_constraint.oid)
    FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    WHERE connamespace = current_schema()::regnamespace
"""
POSTGRES_INDEXES = "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = current_schema()"


def schema(database: Database, leave_out: str) -> Counter[str]:
    """Every line of the schema, save those of the table `leave_out`; what stands twice counts twice."""
    lines = _postgres(database) if isinstance(database, PostgresqlDatabase) else _sqlite(database)
    return Counter(line for table, line in lines if table != leave_out)


def difference(migrated: Counter[str], created: Counter[str]) -> str:
    """What one has and the other has not, as text to read; empty when they are equal."""
    missing = [f"the migrations do not make   {line}" for line in (created - migrated).elements()]
    surplus = [f"only the migrations make     {line}" for line in (migrated - created).elements()]
    return "\n".join(sorted(missing + surplus, key=lambda line: line[29:]))


def _postgres(database: Database) -> Iterator[tuple[str, str]]:
    for table, name, kind, filled, default in database.execute_sql(POSTGRES_COLUMNS):
        yield table, _column(table, name, kind, filled, default)
    for table, rule in database.execute_sql(POSTGRES_RULES):
        yield table, f"{table}: {rule}"
    for table, index in database.execute_sql(POSTGRES_INDEXES):
        yield table, f"{table}: " + re.sub(r"INDEX \S+ ON \S+", "INDEX", index)


def _sqlite(database: Database) -> Iterator[tuple[str, str]]:
    tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    for table, sql in database.execute_sql(tables).fetchall():
        for line in (*_sqlite_columns(database, table), *_sqlite_rules(database, table, sql)):
            yield table, line
        for line in _sqlite_indexes(database, table):
            yield table, line


def _sqlite_columns(database: Database, table: str) -> Iterator[str]:
    key = []
    for _, name, kind, filled, default, place in database.execute_sql(f'PRAGMA table_info("{table}")'):
        yield _column(table, name, kind, filled, default)
        key += [(place, name)] if place else []
    yield f"{table}: PRIMARY KEY {[name for _, name in sorted(key)]}"


def _sqlite_rules(database: Database, table: str, sql: str) -> Iterator[str]:
    for row in database.execute_sql(f'PRAGMA foreign_key_list("{table}")'):
        _, _, target, column, target_column, on_update, on_delete, _ = row
        yield f"{table}.{column} → {target}.{target_column} ON UPDATE {on_update} ON DELETE {on_delete}"
    for start in re.finditer(r"\bCHECK\s*(?=\()", sql, re.IGNORECASE):
        yield f"{table}: CHECK {_in_brackets(sql[start.end() :])}"


def _sqlite_indexes(database: Database, table: str) -> Iterator[str]:
    texts = dict(database.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall())
    for _, name, unique, _, _ in database.execute_sql(f'PRAGMA index_list("{table}")').fetchall():
        columns = [row[2] for row in database.execute_sql(f'PRAGMA index_info("{name}")')]
        where = re.search(r"\bWHERE\b.*", texts[name] or "", re.IGNORECASE | re.DOTALL)
        yield f"{table}: {'UNIQUE ' if unique else ''}INDEX {columns} {where[0] if where else ''}".rstrip()


def _column(table: str, name: str, kind: str, filled: bool, default: object) -> str:
    end = f" DEFAULT {default}" if default is not None else ""
    return f"{table}.{name}: {kind}{' NOT NULL' if filled else ''}{end}"


def _in_brackets(text: str) -> str:
    """From the first bracket to the one that closes it."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return " ".join(text[: place + 1].split())
    raise ValueError(f"a bracket is never closed: {text}")
