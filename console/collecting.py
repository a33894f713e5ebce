"""`ayumi collect` and `status`: what came back, what becomes of it, and who has not sent."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from console import telling
from console.files import part_of, plan_of
from console.progress import bar
from console.status import DONE, REFUSED, REMAINS
from db.exchange.board import Missing, Progress, Standing, board
from db.exchange.collection import collect as take
from db.exchange.collection import examine
from db.exchange.conflicts import Choice, Conflict, Settlement, open_conflicts, settle
from db.exchange.department_file import is_department_file
from db.exchange.examination import CellReport, Examined
from db.file import backups
from db.log.changes import Recording, recording
from db.read.row_names import RowFacts, row_facts
from db.read.table import Scope, plan_facts, progress_table
from db.store.working import Connection
from exports.forms.board import STATES
from plan.checks.checked_rows import rows_of, used_columns
from plan.due import fiscal_year_of, is_due, waiting
from plan.errors import say
from plan.exchange.returns import Cell, Return, ReturnState
from plan.ids import DepartmentId
from work import steps
from work.days import today
from work.language import N_, _, sentence
from work.returns import files_in, read_returns, without

_HARMLESS = (ReturnState.ALREADY, ReturnState.OLDER)


def collect(arguments: argparse.Namespace) -> int:
    """Examine returned files and, with --apply, take them as one step."""
    files = files_in(arguments.returns)
    with bar(_("返送されたファイルを読んでいます")) as progress:
        returns = without(read_returns(files, progress), arguments.left_out)
    with plan_of(arguments.file, read_only=not arguments.apply) as plan:
        if arguments.apply:
            backups.take(plan.store, backups.Reason.COLLECTION)
            with recording(plan.store, say(steps.COLLECTION, count=len(returns))) as door:
                examined, remaining = _taken(door, returns, arguments.settle)
        else:
            with plan.store.reading() as connection:
                examined = examine(connection, returns)
            remaining = 0 if arguments.settle else sum(len(e.conflicts) for e in examined)
    if arguments.json:
        telling.document({"returns": [_as_json(e, applied=arguments.apply) for e in examined]})
    else:
        _tell(examined, applied=arguments.apply)
    return _status(examined, remaining)


def _taken(door: Recording, returns: Sequence[Return], choice: str | None) -> tuple[list[Examined], int]:
    """Take the returns and settle their conflicts if that is asked; answers how many remain."""
    examined = take(door, returns)
    receipts = {e.receipt for e in examined if e.receipt is not None}
    found = open_conflicts(door.connection, receipts)
    if choice is not None:
        settled = [Settlement(c, Choice(choice)) for c in found if choice == "ours" or _alone(c, found)]
        settle(door, settled)
        found = open_conflicts(door.connection, receipts)
    return examined, len(found)


def _alone(conflict: Conflict, found: Sequence[Conflict]) -> bool:
    """Whether "theirs" is one text only: between two departments' texts a person has to choose."""
    return sum(other.cell == conflict.cell for other in found) == 1


def _status(examined: Sequence[Examined], remaining: int) -> int:
    if all(e.refusal is not None and e.state not in _HARMLESS for e in examined):
        return REFUSED
    return REMAINS if remaining else DONE


def _as_json(found: Examined, *, applied: bool) -> dict[str, object]:
    return {
        "file": found.file,
        "department": found.department,
        "state": "taken" if applied and found.state is ReturnState.NEW else found.state.value,
        "complete": found.complete,
        "return": found.number,
        "replaces": list(found.replaces),
        "person": found.person,
        "taken": len(found.taken),
        "same": found.same,
        "conflicts": [_cell_json(report) for report in found.conflicts],
        "refused": [str(found.refusal)] * (found.refusal is not None) + [_cell_json(r) for r in found.refused],
        "proposals": [row.content for row in found.proposals],
        "findings": [telling.finding(finding) for finding in found.findings],
    }


def _cell_json(report: CellReport) -> dict[str, object]:
    return {
        "row": report.row.number,
        "content": report.row.content,
        "year": int(report.cell.year),
        "field": report.cell.field,
        "base": report.base,
        "ours": report.ours,
        "theirs": report.theirs,
    }


_STATES = {
    ReturnState.NEW: N_("取り込めます"),
    ReturnState.FORKED: N_("別々に記入された写しです"),
    ReturnState.ALREADY: N_("取り込み済みです"),
    ReturnState.OLDER: N_("古い版です"),
}


def _tell(examined: Sequence[Examined], *, applied: bool) -> None:
    for found in examined:
        if found.refusal is not None:
            telling.line(sentence(found.refusal))
        else:
            state = _("取り込みました") if applied else _(_STATES[found.state])
            telling.tell(
                "{file}（{department}）: {state}。変更 {taken} 件、同じ {same} 件、食い違い {conflicts} 件。",
                file=found.file,
                department=found.department,
                state=state,
                taken=len(found.taken),
                same=found.same,
                conflicts=len(found.conflicts),
            )
        for file in found.replaces:
            telling.tell("  {number} 回目の返送です。「{file}」に代えて使います。", number=found.number, file=file)
        for report in found.conflicts:
            telling.line(_conflict_line(report))
        for row in found.proposals:
            telling.tell("  追加の提案: {content}", content=row.content)
        for finding in found.findings:
            telling.tell_finding(finding)


def _conflict_line(report: CellReport) -> str:
    texts = " / ".join(text or _("（未入力）") for text in (report.base, report.ours, report.theirs))
    told = _("  食い違い: {row} {heading}: {texts}")
    return told.format(row=report.row.name, heading=report.cell.column.heading, texts=texts)


def status(arguments: argparse.Namespace) -> int:
    """Where every department stands; of a department file, where that one stands."""
    if is_department_file(arguments.file):
        found, waits = [_own_standing(arguments.file)], Counter[DepartmentId]()
    else:
        with plan_of(arguments.file, read_only=True) as plan, plan.store.reading() as connection:
            found = board(connection, today())
            waits = _waiting(connection)
    if arguments.json:
        telling.document({"departments": [_standing_json(s, _blank(s, waits)) for s in found]})
    else:
        for standing in found:
            _tell_standing(standing, _blank(standing, waits))
    return DONE


def _waiting(connection: Connection) -> Counter[DepartmentId]:
    """How many cells ought to be entered by now and are not, as the checks see it: in columns that are in use."""
    table, current = progress_table(connection, Scope(grades=True)), fiscal_year_of(today())
    used = used_columns(rows_of(table))
    found: Counter[DepartmentId] = Counter()
    for year in plan_facts(connection).years:
        of = waiting(table, year)
        for row in table.rows:
            blank = [c for c in of(row) if not c.field.optional and (year, c.field.name) in used]
            found[row.department] += sum(is_due(column, current) for column in blank)
    return found


def _blank(standing: Standing, waits: Counter[DepartmentId]) -> int:
    """What is not entered: of what was asked, or, where nothing was handed out, of what ought to be entered by now."""
    return waits[standing.department] if standing.state is Progress.NOT_SENT else len(standing.missing)


def _own_standing(path: Path) -> Standing:
    with part_of(path, read_only=True) as file:
        cells, handed = file.missing(), file.handed
        with file.store.reading() as connection:
            rows = row_facts(connection, {cell.assignment for cell in cells})
        state = Progress.COMPLETE if file.complete else Progress.SENT
        missing = tuple(Missing(cell, rows[cell.assignment]) for cell in cells)
        return Standing(handed.department, file.department, state, handed, missing)


def _standing_json(standing: Standing, blank: int) -> dict[str, object]:
    due = standing.distribution.asking.due if standing.distribution is not None else None
    return {
        "department": standing.label,
        "state": standing.state.value,
        "due": due.isoformat() if due else None,
        "conflicts": standing.conflicts,
        "said_complete": standing.said_complete,
        "not_entered": blank,
        "missing": [_place_json(m.cell, m.row) for m in standing.missing],
        "held": [telling.finding(finding) for finding in standing.held],
        "returns": [{"file": r.source, "person": r.person} for r in standing.returns],
    }


def _place_json(cell: Cell, row: RowFacts) -> dict[str, object]:
    return {
        "row": row.number,
        "department": row.label,
        "content": row.content,
        "year": int(cell.year),
        "field": cell.field,
    }


def _tell_standing(standing: Standing, blank: int) -> None:
    telling.tell(
        "{department}: {state}、未入力 {missing} 件{conflicts}{held}",
        department=standing.label,
        state=_(STATES[standing.state]),
        missing=blank,
        conflicts=_("、食い違い {count} 件").format(count=standing.conflicts) * bool(standing.conflicts),
        held=_("、取り込めなかった箇所 {count} 件").format(count=len(standing.held)) * bool(standing.held),
    )
    for m in standing.missing:
        telling.tell("  {row} {heading}", row=m.row.name, heading=m.cell.column.heading)
    for finding in standing.held:
        telling.tell_finding(finding)
