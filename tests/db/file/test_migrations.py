"""Every step of the form is frozen, runs whole or not at all, and leaves a backup of what was before."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
import sqlalchemy as sa

from db.file import migrations, received
from db.file.backups import Reason, backups
from db.file.editions import plan_id
from db.file.lock import lock_path
from db.file.planfile import PlanFile, open_plan
from db.models import METADATA
from plan.errors import PlanError
from tests.db.forging import forged
from tests.db.plans import HANAKO, held, lost_process, retitle, title

SECOND = "CREATE TABLE motto (id TEXT PRIMARY KEY, text TEXT) STRICT; INSERT INTO motto VALUES ('1', '一歩ずつ');"
FAILING = f"{SECOND} INSERT INTO nowhere VALUES (1);"  # noqa: S608 - a step is SQL
DANGLING = f"{SECOND} UPDATE assignment SET item_id = 'x';"  # noqa: S608


def with_step(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """The program of tomorrow, which has one step more."""
    longer = (*migrations.steps(), step)
    monkeypatch.setattr(migrations, "steps", lambda: longer)


def motto(plan: PlanFile) -> str:
    with plan.store.reading() as connection:
        return str(connection.exec_driver_sql("SELECT text FROM motto").scalar_one())


def migration_backups(plan: PlanFile) -> list[Path]:
    with plan.store.reading() as connection:
        return [b.path for b in backups(plan_id(connection)) if b.reason is Reason.MIGRATION]


def stripped(schema: frozenset[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    # A reference that may be deferred, but is not, is to SQLite one like any other: files never said so.
    return {(kind, name, re.sub(r"\s|DEFERRABLE INITIALLY IMMEDIATE", "", sql)) for kind, name, sql in schema}


def test_the_steps_lead_to_what_the_models_say() -> None:
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        METADATA.create_all(connection)
        raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        assert stripped(migrations.schema_of(raw)) == stripped(migrations.expected_schema(migrations.current_version()))
    engine.dispose()


def test_a_plan_of_an_older_form_opens_in_the_new_one_and_its_file_waits_for_the_next_edit(
    plan_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, before = plan_path.read_bytes(), held(plan_path)
    with_step(monkeypatch, SECOND)
    arrived = tmp_path / "届いた.ayumi"
    arrived.write_bytes(old)
    with open_plan(arrived, HANAKO) as plan:
        assert (motto(plan), title(plan)) == ("一歩ずつ", "第1次あゆみ計画")
        (kept,) = migration_backups(plan)
    assert kept.read_bytes() == old
    assert arrived.read_bytes() == old
    assert held(arrived) == before
    with open_plan(arrived, HANAKO) as plan:
        retitle(plan, "新しい計画")
    assert received.received(arrived.read_bytes(), arrived.name).version == migrations.current_version()


def test_a_plan_of_the_first_form_opens_with_all_that_it_held_and_a_backup(plan_path: Path, tmp_path: Path) -> None:
    before, first = held(plan_path), tmp_path / "最初の形式.ayumi"
    first.write_bytes(forged(plan_path.read_bytes(), _in_first_form()))
    assert received.received(first.read_bytes(), first.name).version == 1
    content = first.read_bytes()
    with open_plan(first, HANAKO) as plan:
        (kept,) = migration_backups(plan)
        assert (kept.read_bytes(), title(plan)) == (content, "第1次あゆみ計画")
    assert held(first) == before


def _in_first_form() -> str:
    """SQL that gives a plan of today the form of step 1."""
    added = re.findall(r'ALTER TABLE "?(\w+)"? ADD COLUMN (\w+)', "".join(migrations.steps()[1:]))
    dropped = (f"ALTER TABLE {table} DROP COLUMN {column};" for table, column in reversed(added))
    return f"{''.join(dropped)} PRAGMA user_version=1"


def test_unpublished_work_of_an_older_form_is_brought_up_with_a_backup(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    with_step(monkeypatch, SECOND)
    with open_plan(plan_path, HANAKO) as again:
        assert (again.recovered, title(again), motto(again)) == (1, "途中の計画", "一歩ずつ")
        (kept,) = migration_backups(again)
    assert held(kept)["plan"][0][1] == "途中の計画"


@pytest.mark.parametrize("step", [FAILING, DANGLING], ids=["a step that fails", "a step that leaves loose ends"])
@pytest.mark.parametrize("known", [True, False], ids=["known here", "new here"])
def test_a_failing_step_changes_nothing_and_its_backup_stands(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, *, known: bool
) -> None:
    before, content = held(plan_path), plan_path.read_bytes()
    if not known:
        monkeypatch.setenv("AYUMI_HOME", str(plan_path.parent / "another PC"))
    with monkeypatch.context() as tomorrow:
        with_step(tomorrow, step)
        with pytest.raises(PlanError, match=r"「計画\.ayumi」を新しい形式に更新できませんでした"):
            open_plan(plan_path, HANAKO)
    assert plan_path.read_bytes() == content
    assert not lock_path(plan_path).exists()
    with open_plan(plan_path, HANAKO) as plan:
        (kept,) = migration_backups(plan)
    assert held(kept) == held(plan_path) == before
    assert not list(plan_path.parent.glob("*控え*"))


def test_a_step_is_one_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(tmp_path / "work.db")) as connection:
        migrations.migrate(connection, "work.db")
        before = migrations.schema_of(connection)
        with_step(monkeypatch, FAILING)
        with pytest.raises(PlanError, match="更新できませんでした"):
            migrations.migrate(connection, "work.db")
        version = migrations.current_version() - 1
        assert (migrations.version_of(connection), migrations.schema_of(connection)) == (version, before)
        assert not connection.in_transaction


def test_a_plan_of_a_newer_form_is_refused(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as tomorrow:
        with_step(tomorrow, SECOND)
        with open_plan(plan_path, HANAKO) as plan:
            retitle(plan, "明日の計画")
    content = plan_path.read_bytes()
    with pytest.raises(PlanError, match="新しい版のあゆみ"):
        open_plan(plan_path, HANAKO)
    assert plan_path.read_bytes() == content
