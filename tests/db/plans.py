"""What the tests of plan files share: two people, one edit, another PC, a dead process, a refusing disk."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from db.file.planfile import PlanFile, open_plan
from db.file.workfile import WorkFile
from db.log.changes import dump, recording
from db.store.working import Actor
from plan.changes import Change

HANAKO, TARO = Actor("試験 花子", "PC-1"), Actor("防災 太郎", "PC-2")
Dump = dict[str, list[tuple[object, ...]]]


def retitle(plan: PlanFile, title: str) -> None:
    """One edit."""
    with recording(plan.store, "計画名の変更") as door:
        before, record = door.connection.exec_driver_sql("SELECT title, id FROM plan").one()
        door.apply([Change("plan", record, "title", before, title)])


def title(plan: PlanFile) -> str:
    """What the edit edits."""
    with plan.store.reading() as connection:
        return str(connection.exec_driver_sql("SELECT title FROM plan").scalar_one())


def held(path: Path) -> Dump:
    """Everything that a plan file holds."""
    with open_plan(path, HANAKO, read_only=True) as plan, plan.store.reading() as connection:
        return dump(connection)


def copies(path: Path) -> list[Path]:
    """The copies that were put beside a plan file."""
    return sorted(path.parent.glob("*控え*"))


def elsewhere(path: Path, monkeypatch: pytest.MonkeyPatch, new_title: str) -> None:
    """Another PC, which knows nothing of ours, opens the plan, changes its title and closes it."""
    with monkeypatch.context() as there:
        there.setenv("AYUMI_HOME", str(path.parent / "another PC"))
        path.with_name("moved").write_bytes(path.read_bytes())
        arrived = path.parent / "there" / path.name
        arrived.parent.mkdir(exist_ok=True)
        path.with_name("moved").replace(arrived)
        with open_plan(arrived, TARO) as plan:
            retitle(plan, new_title)
        arrived.replace(path)


def lost_process(plan: WorkFile) -> None:
    """What the operating system does when a process dies."""
    assert plan.lock is not None
    plan.store.close()
    plan.lock.release()


def refuse(code: int) -> Callable[..., None]:
    """A call that the operating system refuses with this error."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail
