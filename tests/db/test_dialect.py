"""The rooms speak no SQLite: what another database says otherwise stands in one module."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from db import dialect
from db.dialect import Dialect, among, execute, references_hold, tuples
from db.log.changes import recording
from db.models import LEVEL, RECORDS, SCALE_GRADE
from db.store.working import Store
from plan.changes import created
from plan.ids import RecordId

DB = Path(dialect.__file__).parent
FILES = {"store/faults", "store/working"} | {
    f"file/{name}"
    for name in ("editions", "kinship", "migrations", "places", "received", "salvage", "snapshot", "verify")
}
"""The modules that know that a plan file, or a working store, is one of SQLite's."""
WORDS = re.compile(r"PRAGMA|sqlite|json_each|rowid|OR REPLACE|OR IGNORE|IS \?|GLOB|group_concat|VACUUM", re.IGNORECASE)
RAW = {"exec_driver_sql", "cursor", "json_each", "prefix_with"}
OWN = {"REAL", "Double", "ForeignKey", "text", "literal_column"}


def oddities(path: Path) -> Iterator[str]:
    """What one database says its own way, in a module's code: not in what it says to people."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield from WORDS.findall(node.value)
        elif isinstance(node, ast.Import):
            yield from {alias.name for alias in node.names} & {"sqlite3"}
        elif isinstance(node, ast.Attribute):
            of_sqlalchemy = isinstance(node.value, ast.Name) and node.value.id == "sa"
            yield from {node.attr} & (RAW | OWN if of_sqlalchemy else RAW)


def test_the_rooms_say_nothing_that_only_one_database_understands() -> None:
    modules = {path.relative_to(DB).with_suffix("").as_posix(): path for path in DB.rglob("*.py")}
    assert {name for name, path in modules.items() if list(oddities(path))} == {"dialect", *FILES}


def test_another_word_is_said_in_every_raw_statement(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    own = dialect.DIALECTS["sqlite"]
    others = Dialect((*own.words, ("?", ":value")), own.deferral, own.broken_references)
    said: list[str] = []
    with store.reading() as connection:
        monkeypatch.setitem(dialect.DIALECTS, "sqlite", others)
        sa.event.listen(connection, "before_cursor_execute", lambda *about: said.append(about[2]))
        execute(connection, "SELECT id FROM plan WHERE title IS NOT DISTINCT FROM ?", [("x",)])
    assert said[-1] == "SELECT id FROM plan WHERE title IS :value"


def test_nothing_is_the_same_as_nothing(store: Store) -> None:
    with recording(store, "見るだけ") as door:
        statement = "UPDATE item SET code = ? WHERE code IS NOT DISTINCT FROM ?"
        nameless = door.connection.scalar(sa.text("SELECT count(*) FROM item WHERE code IS NULL"))
        assert execute(door.connection, statement, [(None, None)]) == nameless > 0


def test_any_number_of_ids_is_one_parameter(store: Store) -> None:
    ids = [str(number) for number in range(70_000)]
    with recording(store, "段階の追加") as door:
        door.apply([created(LEVEL.name, RecordId(i), position=9, name="細目") for i in ("7", "69999")])
        found = door.connection.scalars(sa.select(LEVEL.c.id).where(among(LEVEL.c.id, ids))).all()
        assert sorted(found) == ["69999", "7"]


def test_records_may_come_before_what_they_refer_to_and_a_lasting_gap_is_seen(store: Store) -> None:
    with store.reading() as connection:
        assert references_hold(connection)
    with recording(store, "段階の追加") as door:
        door.apply([created("indicator", RecordId("i"), position=1, name="利用者数", item_id="later")])
        assert not references_hold(door.connection)
        door.apply([created("item", RecordId("later"), level=1, position=99)])
        assert references_hold(door.connection)


def test_the_drivers_own_tuples_are_what_was_asked_for(store: Store) -> None:
    with store.reading() as connection:
        query = "SELECT name FROM level WHERE position BETWEEN ? AND ? ORDER BY position"
        expected = connection.scalars(sa.select(LEVEL.c.name).order_by(LEVEL.c.position)).all()
        assert [name for (name,) in tuples(connection, query, (-1, 99))] == expected


def test_on_another_database_a_threshold_has_all_its_digits_and_references_can_wait() -> None:
    server = postgresql.dialect()  # type: ignore[no-untyped-call]
    assert str(SCALE_GRADE.c.threshold.type.compile(server)) == "DOUBLE PRECISION"
    assert all(key.deferrable for table in RECORDS for key in table.foreign_keys)
