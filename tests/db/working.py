"""What the killed processes do: every verb that writes, on a plan of forty rows."""

import json
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from db.edit.cells import set_cells
from db.edit.structure import (
    NewAssignment,
    NewItem,
    NewPlan,
    add_assignments,
    add_departments,
    add_items,
    open_year,
    remove_assignments,
    start_plan,
)
from db.file import backups
from db.file.planfile import PlanFile, create_plan
from db.log.changes import recording
from db.log.history import newest_revision, redo, stacks, undo
from db.read.table import departments, progress_table
from db.store.folders import VARIABLE
from db.store.working import Actor, Announcement
from plan.codes import split_heading
from plan.departments import split_label
from plan.era import FiscalYear, YearRange
from plan.table import CellEdit

ROWS = 40
ACTOR = Actor("試験 花子", "PC-1")


@dataclass(frozen=True, slots=True)
class Life:
    """A child at work: its plan, its dice, and the pipe over which it says what is done."""

    plan: PlanFile
    dice: random.Random
    pipe: int

    def say(self, **facts: object) -> None:
        """Tell the parent, in one write, which is whole or not there."""
        os.write(self.pipe, (json.dumps(facts) + "\n").encode())

    def acknowledge(self, announcement: Announcement) -> None:
        """The step is durable: from now on it must be found again."""
        self.say(revision=announcement.revision.number, digest=digest(announcement.changes))


def digest(changes: object) -> str:
    """A step's changes in short."""
    return sha256(repr(changes).encode()).hexdigest()[:16]


def edit(life: Life) -> None:
    """One cell."""
    write_cells(life, 1)


def paste(life: Life) -> None:
    """Many cells at once."""
    write_cells(life, 60)


def write_cells(life: Life, count: int) -> None:
    """Random texts into random yearly cells."""
    with life.plan.store.reading() as connection:
        table = progress_table(connection)
    yearly = [column for column in table.columns if column.year is not None]
    with recording(life.plan.store, "セルの入力") as door:
        pairs = [(life.dice.choice(table.rows), life.dice.choice(yearly)) for _ in range(count)]
        set_cells(door, [CellEdit(row.id, column, new_text(life.dice)) for row, column in pairs])


def new_text(dice: random.Random) -> str:
    """A text of any length that a cell may have."""
    return f"{dice.random()} " + "講座を開催した。" * dice.randrange(40)


def take_in(life: Life) -> None:
    """An import: items, rows and their texts in one step."""
    with recording(life.plan.store, "取り込み") as door:
        (project,) = add_items(door, [NewItem(None, 2, split_heading("1-①-ア. 周知"))])
        office = departments(door.connection)[0].id
        texts = {("target", FiscalYear(2019)): new_text(life.dice)}
        add_assignments(door, [NewAssignment(project, office, texts=texts) for _ in range(10)])


def take_out(life: Life) -> None:
    """A few rows removed, with all their years."""
    with life.plan.store.reading() as connection:
        rows = progress_table(connection).rows
    with recording(life.plan.store, "行の削除") as door:
        remove_assignments(door, [row.id for row in life.dice.sample(rows, min(5, len(rows) - 1))])


def lengthen(life: Life) -> None:
    """One more fiscal year."""
    with recording(life.plan.store, "年度の追加") as door:
        open_year(door)


def take_back(life: Life) -> None:
    """Undo, but never the beginning of the plan."""
    with life.plan.store.reading() as connection:
        steps = stacks(connection, life.plan.store.actor).undo
    if len(steps) > 1:
        undo(life.plan.store)


def do_again(life: Life) -> None:
    """Redo."""
    redo(life.plan.store)


def publish(life: Life) -> None:
    """The plan file brought up to date, and acknowledged as such."""
    with life.plan.store.reading() as connection:
        position = newest_revision(connection)
    life.plan.publish()
    life.say(published=position)


def create(life: Life) -> None:
    """Another plan file in the same folder."""
    create_plan(life.plan.path.with_name(f"{life.dice.random()}.ayumi"), ACTOR).close()


def back_up(life: Life) -> None:
    """A copy kept on this PC."""
    backups.take(life.plan.store, backups.Reason.IMPORT)


WORK: tuple[Callable[[Life], None], ...] = (
    edit, edit, edit, paste, take_in, take_out, lengthen, take_back, do_again, publish, publish, publish, create,
    back_up,
)  # fmt: skip


def new_folder(root: Path, number: int) -> Path:
    """A fresh folder with a plan of forty rows; answers the plan file."""
    folder = root / str(number)
    folder.mkdir()
    os.environ[VARIABLE] = str(folder / "home")
    path = folder / "計画.ayumi"
    with create_plan(path, ACTOR) as plan, recording(plan.store, "計画の作成") as door:
        start_plan(door, NewPlan("第1次あゆみ計画", "あゆみ市", YearRange.parse("2019-2021")))
        (project,) = add_items(door, [NewItem(None, 2, split_heading("1-①-ア. 情報の発信"))])
        (office,) = add_departments(door, [split_label("広報課")])
        add_assignments(door, [NewAssignment(project, office, number=str(n)) for n in range(ROWS)])
    return path
