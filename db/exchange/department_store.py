"""A department's own working store: filled from its file, and back into one; what may be edited, and what is left."""

from collections.abc import Sequence

import sqlalchemy as sa

from db.dialect import defer_references
from db.edit.cells import set_cells
from db.edit.structure import NewAssignment, NewItem, add_assignments, add_items
from db.exchange.cell_history import texts_now
from db.exchange.context import creations
from db.exchange.distribution import Asking, Distribution, distributed, distributions
from db.exchange.handout import package_of
from db.exchange.package import Package, pack
from db.file.publishing import next_generation
from db.file.snapshot import Snapshot
from db.log.changes import Recording
from db.log.history import newest_revision
from db.models import ASSIGNMENT, EDITION, ITEM, SETTING
from db.read.row_names import row_facts
from db.store.working import Store
from plan.changes import created, deleted
from plan.codes import Heading
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.exchange.merging import Text
from plan.exchange.returns import AddedRow, Cell, left_blank
from plan.fields import BASELINE_AND_GOAL, CONTENT
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import CellEdit

_COMPLETE, _ADDED = "complete", "added row"
"""Settings of a department's store: the department says that it is done; a row that it proposes."""


def fill(store: Store, package: Package, file_hash: str) -> None:
    """Put a department file's content into an empty store; being no step of the history, it cannot be undone."""
    with store.writing() as connection:
        defer_references(connection)
        unwritten = Recording(connection, store.source, 0)
        unwritten.apply(creations(package.records, package.answers))
        unwritten.apply([distributed(_handed(connection, package))])
        for row in package.added:
            _add(unwritten, row)
        if package.complete:
            _set(unwritten, _COMPLETE, "1")
        facts = {"hash": file_hash, "generation": package.edition, "revision": 0, "state": "seen"}
        connection.execute(EDITION.insert().values(facts))


def _handed(connection: sa.Connection, package: Package) -> Distribution:
    first = next(iter(package.rows))
    department = connection.scalar(sa.select(ASSIGNMENT.c.department_id).where(ASSIGNMENT.c.id == first))
    asking = Asking(package.columns, package.due, package.note, package.coordinator)
    return Distribution(
        package.distribution, DepartmentId(RecordId(department or "")), 0, asking, dict(package.rows), ""
    )


def image(store: Store) -> Snapshot:
    """The store's content as the next edition of its file."""
    with store.reading() as connection:
        edition = next_generation(connection)
        package = package_of(
            connection, handed(connection), edition, added_rows(connection), complete=is_complete(connection)
        )
        return Snapshot(pack(package), edition, newest_revision(connection))


def handed(connection: sa.Connection) -> Distribution:
    """What the department was asked for."""
    (found,) = distributions(connection)
    return found


def asked_cells(connection: sa.Connection) -> list[Cell]:
    """Every cell that the department fills in, those of the rows that it added at the end."""
    asked = handed(connection)
    added = [Cell(row, c.year, c.field.name) for row in _added(connection) for c in asked.asking.columns if c.year]
    return [*asked.cells(), *added]


def missing(connection: sa.Connection) -> list[Cell]:
    """The asked cells that are still blank."""
    cells = asked_cells(connection)
    columns = handed(connection).asking.columns
    return left_blank(cells, texts_now(connection, {cell.assignment for cell in cells}, columns))


def is_complete(connection: sa.Connection) -> bool:
    """Whether the department has said that it is done."""
    return bool(connection.scalar(sa.select(sa.func.count()).where(SETTING.c.name == _COMPLETE)))


def fill_in(door: Recording, edits: Sequence[CellEdit]) -> None:
    """Write texts into asked cells; a PlanError names the row or the column that is not this department's to fill."""
    asked = {(cell.assignment, cell.column) for cell in asked_cells(door.connection)}
    own = set(_added(door.connection))
    for edit in edits:
        proposed = edit.assignment in own and edit.column.field in (CONTENT, BASELINE_AND_GOAL)
        if (edit.assignment, edit.column) not in asked and not proposed:
            raise _not_asked(door.connection, edit)
    left = len(missing(door.connection))
    set_cells(door, edits)
    _take_submission_back(door, left)


def _not_asked(connection: sa.Connection, edit: CellEdit) -> PlanError:
    row = row_facts(connection, [edit.assignment])[edit.assignment]
    if edit.assignment not in handed(connection).rows:
        return PlanError(
            "{row}は「{department}」の行のため、このファイルでは書き換えられません。",
            row=row.name,
            department=row.label,
        )
    return PlanError(
        "「{heading}」は、今回記入をお願いしている欄ではないため、書き換えられません。", heading=edit.column.heading
    )


def add_row(door: Recording, project: ItemId, content: str) -> AssignmentId:
    """Propose a row: a new 実施内容 under a 実施事業 of the file; the coordinator decides whether to take it."""
    row, left = AssignmentId(door.source.new_id()), len(missing(door.connection))
    _add(door, AddedRow(row, project, content))
    _take_submission_back(door, left)
    return row


def _take_submission_back(door: Recording, left: int) -> None:
    """Where more is missing than when the department said that it is done, it is to say so again."""
    said = door.connection.execute(sa.select(SETTING).where(SETTING.c.name == _COMPLETE)).mappings().first()
    if said is not None and len(missing(door.connection)) > left:
        door.apply([deleted(SETTING.name, RecordId(said["id"]), name=said["name"], value=said["value"])])


def _add(door: Recording, row: AddedRow) -> None:
    level = door.connection.scalar(sa.select(ITEM.c.level).where(ITEM.c.id == row.project)) or 0
    (content,) = add_items(door, [NewItem(row.project, level + 1, Heading("", "", row.content))])
    department = handed(door.connection).department
    add_assignments(door, [NewAssignment(content, department, baseline_and_goal=row.baseline_and_goal, id=row.id)])
    _set(door, _ADDED, row.id)
    set_cells(door, [CellEdit(row.id, cell.column, text) for cell, text in row.values().items()])


def added_rows(connection: sa.Connection) -> tuple[AddedRow, ...]:
    """The rows that the department proposes, with their texts."""
    rows = _added(connection)
    texts = texts_now(connection, rows, handed(connection).asking.columns)
    query = (
        sa.select(ASSIGNMENT.c.id, ASSIGNMENT.c.baseline_and_goal, ITEM.c.parent_id, ITEM.c.name)
        .join(ITEM, ITEM.c.id == ASSIGNMENT.c.item_id)
        .where(ASSIGNMENT.c.id.in_(rows))
        .order_by(ASSIGNMENT.c.id)
    )
    return tuple(
        AddedRow(row, ItemId(RecordId(project)), content or "", baseline, _texts(texts, row))
        for row, baseline, project, content in connection.execute(query)
    )


def _texts(texts: dict[Cell, Text], row: AssignmentId) -> tuple[tuple[FiscalYear, str, str], ...]:
    return tuple(sorted((c.year, c.field, text) for c, text in texts.items() if c.assignment == row and text))


def _added(connection: sa.Connection) -> list[AssignmentId]:
    query = sa.select(SETTING.c.value).where(SETTING.c.name == _ADDED).order_by(SETTING.c.value)
    return [AssignmentId(RecordId(row or "")) for row in connection.scalars(query)]


def submit(door: Recording, *, as_it_is: bool = False) -> None:
    """Say that the department is done; a PlanError tells how much is left, unless it is to go as it is."""
    left = missing(door.connection)
    if left and not as_it_is:
        row = row_facts(door.connection, [left[0].assignment])[left[0].assignment]
        raise PlanError(
            "あと {count} 件が未入力のため、提出できません（{row}の{heading}など）。"
            "記入するか、「該当なし」「事業展開なし」を入れてください。",
            count=len(left),
            row=row.name,
            heading=left[0].column.heading,
        )
    if not is_complete(door.connection):
        _set(door, _COMPLETE, "1")


def _set(door: Recording, name: str, value: str) -> None:
    door.apply([created(SETTING.name, door.source.new_id(), name=name, value=value)])
