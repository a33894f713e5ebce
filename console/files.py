"""The file that a command opens: what somebody who opens it should know is told, and it is closed again."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from console import telling
from db.exchange.department_file import DepartmentFile, is_department_file, open_department_file
from db.file.planfile import PlanFile, open_plan
from db.store.working import Actor


@contextmanager
def plan_of(path: Path, *, read_only: bool = False) -> Iterator[PlanFile]:
    """A plan, for as long as the command works with it."""
    with closing(open_plan(path, Actor.here(), read_only=read_only)) as plan:
        telling.notices(plan.notices)
        yield plan


@contextmanager
def part_of(path: Path, *, read_only: bool = False) -> Iterator[DepartmentFile]:
    """A department file, likewise."""
    with closing(open_department_file(path, Actor.here(), read_only=read_only)) as part:
        telling.notices(part.notices)
        yield part


def plan_or_part(path: Path) -> AbstractContextManager[PlanFile | DepartmentFile]:
    """Whichever of the two it is, for reading."""
    return part_of(path, read_only=True) if is_department_file(path) else plan_of(path, read_only=True)
