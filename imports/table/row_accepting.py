"""An accepted proposal goes into the plan, all of it in one step that can be undone."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from db.edit.cells import Place, field_changes, set_cells
from db.edit.structure import (
    NewAssignment,
    NewPlan,
    add_assignments,
    add_departments,
    add_succession,
    cover_years,
    start_plan,
)
from db.log.changes import Recording
from db.models import ASSIGNMENT
from db.read.table import departments
from imports.table.branches import Branch, grow, level_names_for
from imports.table.row_comparing import CellChange, Fate, Proposal, RowProposal, propose
from imports.table.table_reading import Reading
from imports.table.table_rows import ReadRow
from plan.departments import DepartmentLabel, split_label
from plan.era import YearRange
from plan.errors import PlanError
from plan.fields import BASELINE_AND_GOAL, CONTENT, DEPARTMENT, KEYS, LEAD, NUMBER, PROJECT, Field
from plan.folding import as_seen
from plan.ids import AssignmentId, DepartmentId, ItemId
from plan.table import CellEdit, ProgressRow

if TYPE_CHECKING:
    from plan.changes import Value

_TREE = (PROJECT, CONTENT)
Offices = dict[str, tuple[DepartmentId, DepartmentId | None]]
"""Department and former department of every label."""


def plan_from(reading: Reading) -> NewPlan:
    """The plan that a table speaks of, for a file that does not exist yet."""
    if not reading.years:
        raise PlanError(
            "「{file}」の表に年度が見つからないため、計画期間が分かりません。先に空の計画を作ってから取り込んでください。",
            file=reading.source,
        )
    years = YearRange(reading.years[0], reading.years[-1])
    branches = [_branch(reading, row) for row in reading.table.rows]
    captions = reading.captions
    return NewPlan(
        captions.title or "（計画名なし）",
        "",
        years,
        captions.label,
        reading.table.notes,
        level_names_for(branches),
    )


def start_from(door: Recording, reading: Reading, new: NewPlan | None = None) -> Proposal:
    """Fill an empty file with a table: the plan first, then every row; `new` is the plan as the person named it."""
    start_plan(door, new or plan_from(reading))
    proposal = propose(door.connection, reading)
    accept(door, proposal)
    return proposal


def accept(door: Recording, proposal: Proposal) -> None:
    """Bring the plan to what the proposal says; rows that only the plan has stay."""
    reading = proposal.reading
    cover_years(door, reading.years)
    offices = _offices(door, reading)
    changed = [row for row in proposal.rows if row.fate is Fate.CHANGED]
    renamed = _renamed(proposal)
    set_cells(door, [e for row in changed for e in _edits(row, renamed)])
    moved = [row for row in changed if _moves(row, renamed)]
    new = [row for row in proposal.rows if row.fate is Fate.NEW]
    contents = grow(door, [_branch(reading, row.read) for row in (*moved, *new)])
    homes: dict[Place, Value] = {
        (ASSIGNMENT.name, "item_id", _id(r)): contents[_branch(reading, r.read)] for r in moved
    }
    door.apply(field_changes(door.connection, homes))
    _add(door, proposal, offices, contents)


def _branch(reading: Reading, row: ReadRow) -> Branch:
    return Branch(reading.table.text(row, PROJECT), reading.table.text(row, CONTENT), row.band)


def _id(row: RowProposal) -> AssignmentId:
    assert row.known is not None
    return row.known.id


def _renamed(proposal: Proposal) -> frozenset[ItemId]:
    """The items whose every row reads alike, but otherwise than before: they bear a new name, no row moves."""
    return frozenset(item for wanted in _TREE for item in _of_one_new_name(proposal, wanted))


def _of_one_new_name(proposal: Proposal, wanted: Field) -> Iterator[ItemId]:
    at = KEYS.index(wanted)
    now: dict[ItemId, set[str | None]] = defaultdict(set)
    for missing in proposal.missing:
        now[_item(missing, wanted)].add(missing.cells[at])
    old: set[str | None] = set()
    for row in proposal.rows:
        if row.known is not None:
            old.add(row.known.cells[at])
            now[_item(row.known, wanted)].add(_after(row, wanted, row.known.cells[at]))
    yield from (item for item, names in now.items() if len(names) == 1 and not names <= old)


def _item(row: ProgressRow, wanted: Field) -> ItemId:
    return row.project if wanted == PROJECT else row.content


def _after(row: RowProposal, wanted: Field, before: str | None) -> str | None:
    return next((c.after for c in row.changes if c.column.field == wanted), before)


def _stays(row: RowProposal, change: CellChange, renamed: frozenset[ItemId]) -> bool:
    """Whether a change is an edit of what the row shows, not a move to another branch."""
    assert row.known is not None
    return change.column.field not in _TREE or _item(row.known, change.column.field) in renamed


def _edits(row: RowProposal, renamed: frozenset[ItemId]) -> list[CellEdit]:
    return [CellEdit(_id(row), c.column, c.after) for c in row.changes if _stays(row, c, renamed)]


def _moves(row: RowProposal, renamed: frozenset[ItemId]) -> bool:
    return not all(_stays(row, change, renamed) for change in row.changes)


def _offices(door: Recording, reading: Reading) -> Offices:
    """Every department that the rows name, those that are new added; a former name is a department of its own."""
    texts = dict.fromkeys(reading.table.text(row, DEPARTMENT) for row in reading.table.rows)
    labels = {text: split_label(text) for text in texts}
    of_today = {text: replace(label, former="") for text, label in labels.items()}
    former = {t: DepartmentLabel(x.former, "", x.former_brackets) for t, x in labels.items() if x.former}
    known = {_name(d.name, d.section, d.brackets): d.id for d in departments(door.connection)}
    wanted = {_label_name(label): label for label in (*of_today.values(), *former.values())}
    new = {name: label for name, label in wanted.items() if name not in known}
    known |= dict(zip(new, add_departments(door, list(new.values())), strict=True))
    offices: Offices = {
        text: (known[_label_name(label)], known[_label_name(former[text])] if text in former else None)
        for text, label in of_today.items()
    }
    _remember_successions(door, offices, {known[name] for name in new})
    return offices


def _label_name(label: DepartmentLabel) -> tuple[str, str, str]:
    return _name(label.name, label.section, label.section_brackets)


def _name(name: str, section: str, brackets: str) -> tuple[str, str, str]:
    """What tells departments apart: also the width of the brackets, which is printed as it was written."""
    return as_seen(name), as_seen(section), brackets


def _remember_successions(door: Recording, offices: Offices, new: set[DepartmentId]) -> None:
    for now, former in dict.fromkeys(offices.values()):
        if former in new:
            assert former is not None
            add_succession(door, former, now, None)


def _add(door: Recording, proposal: Proposal, offices: Offices, contents: dict[Branch, ItemId]) -> None:
    """Put the new rows where the source has them: behind the known row above them."""
    after: AssignmentId | None = None
    for known, run in groupby(proposal.rows, key=lambda row: row.known is not None):
        rows = list(run)
        if known:
            after = _id(rows[-1])
        else:
            add_assignments(door, [_new(proposal.reading, r.read, offices, contents) for r in rows], after)


def _new(reading: Reading, row: ReadRow, offices: Offices, contents: dict[Branch, ItemId]) -> NewAssignment:
    table = reading.table
    department, former = offices[table.text(row, DEPARTMENT)]
    cells = zip(table.columns, row.cells, strict=True)
    return NewAssignment(
        contents[_branch(reading, row)],
        department,
        former,
        table.text(row, LEAD) or None,
        table.text(row, NUMBER) or None,
        table.text(row, BASELINE_AND_GOAL) or None,
        {(c.field.name, c.year): text for c, text in cells if c.year is not None and text is not None},
    )
