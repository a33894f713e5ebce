"""Membership in a set of any size as one parameter of a statement, whatever SQLite's limit of parameters is."""

import json
from collections.abc import Collection

import sqlalchemy as sa


def among(column: sa.ColumnElement[str], values: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether the column holds one of the values."""
    given = sa.func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(sa.select(given.c.value))
