"""What happens to the disk under the working store is said in one sentence, and nothing is lost."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.file.planfile import open_plan
from db.log.changes import recording
from db.store.working import BUSY_SECONDS
from plan.changes import created
from plan.errors import PlanError
from plan.ids import RecordId
from tests.db.plans import HANAKO, retitle, title


def test_a_full_disk_under_the_working_store_is_said_and_takes_nothing_back(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        with plan.store.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(PlanError, match="空き容量がないため"):
            retitle(plan, "長い" * 99_999)
        assert title(plan) == "第1次あゆみ計画"


def test_a_working_store_that_vanished_is_said_and_never_made_anew(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        plan.store.close()
        content = plan.store.path.read_bytes()
        plan.store.path.unlink()
        with pytest.raises(PlanError, match="作業用フォルダー"):
            title(plan)
        assert not plan.store.path.exists()
        plan.store.path.write_bytes(content)


def test_a_writer_that_waits_too_long_is_told_so(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert BUSY_SECONDS > 1
    monkeypatch.setattr("db.store.working.BUSY_SECONDS", 0)
    with open_plan(plan_path, HANAKO) as plan:
        other = sqlite3.connect(plan.store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PlanError, match="少し待ってから"):
            retitle(plan, "新しい計画")
        other.close()


def test_a_store_that_only_seems_malformed_is_looked_at_again(plan_path: Path) -> None:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    with open_plan(plan_path, HANAKO) as plan:
        with pytest.raises(PlanError, match="一時的に失敗しました"), plan.store.reading():
            raise error
        healthy = plan.store.path.read_bytes()
        plan.store.path.write_bytes(healthy[:8192] + b"x" * 8192)
        with pytest.raises(PlanError, match="壊れています"), plan.store.reading():
            raise error
        plan.store.path.write_bytes(healthy)


def test_a_report_of_a_fault_quotes_no_text_of_the_plan(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        with pytest.raises(sa.exc.IntegrityError) as failed, recording(plan.store, "入力") as door:
            door.apply([created("level", RecordId("x"), position=1, name="花子の電話番号")] * 2)
        assert "花子" not in str(failed.value)
