"""Who has not sent: the state of every department's return, what is missing, and the words to remind them with."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

import sqlalchemy as sa

from db.exchange.cell_history import texts_now
from db.exchange.conflicts import open_conflicts
from db.exchange.distribution import EXCEL, Distribution, distributions
from db.exchange.merge import newest
from db.exchange.receipts import Receipt, receipts
from db.models import ASSIGNMENT
from db.read.row_names import RowFacts, row_facts
from db.read.table import departments, plan_facts
from plan.due import is_over
from plan.exchange import questionnaire as words
from plan.exchange.merging import Text
from plan.exchange.returns import Cell, left_blank
from plan.findings import Finding
from plan.ids import AssignmentId, DepartmentId, RecordId


class Progress(Enum):
    """How far a department's return has come."""

    NOT_SENT = "not sent"  # nothing was handed out to it
    SENT = "sent"
    RETURNED = "returned"  # it came back, and something is to be settled or taken
    TAKEN = "taken"
    COMPLETE = "complete"  # taken, and the department says that it is done
    OVERDUE = "overdue"  # past its due date, and not complete


@dataclass(frozen=True, slots=True)
class Missing:
    """An asked cell that is still blank, and its row."""

    cell: Cell
    row: RowFacts


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one department stands; `conflicts` are those still to be settled.

    `held` is what of its returns was not taken, until a later return comes in their place or somebody has looked at it;
    `returns` are those that count, `said_complete` whether the department says that it is done.
    """

    department: DepartmentId
    label: str
    state: Progress
    distribution: Distribution | None = None
    missing: tuple[Missing, ...] = ()
    conflicts: int = 0
    held: tuple[Finding, ...] = ()
    returns: tuple[Receipt, ...] = ()

    @property
    def said_complete(self) -> bool:
        """Whether the department says that it is done."""
        return any(r.complete for r in self.returns)


def board(connection: sa.Connection, today: date, arrived: Collection[RecordId] = ()) -> list[Standing]:
    """Every department that has rows or was handed something out, in the order of the office.

    `arrived` are distributions whose files lie in a folder and were not taken yet. Of several distributions of a row
    the newest counts.
    """
    current = _current(distributions(connection))
    found = _standings(connection, current, arrived, today)
    asked = {row for d in current for row in d.rows}
    query = sa.select(ASSIGNMENT.c.id, ASSIGNMENT.c.department_id)
    waiting: dict[DepartmentId, bool] = {}
    for row, department in connection.execute(query):
        waiting[department] = waiting.get(department, False) or row in asked
    known = {s.department for s in found}
    labels = {d.id: d.label for d in departments(connection)}
    found += [
        Standing(d, labels[d], Progress.NOT_SENT) for d, handed in waiting.items() if not handed and d not in known
    ]
    order = {department: place for place, department in enumerate(labels)}
    return sorted(found, key=lambda s: order[s.department])


def _current(everything: list[Distribution]) -> list[Distribution]:
    """The distributions that have a row which no later one has."""
    current: list[Distribution] = []
    covered: set[AssignmentId] = set()
    for d in reversed(everything):
        if not covered.issuperset(d.rows):
            current.append(d)
            covered |= d.rows.keys()
    return current


def _standings(
    connection: sa.Connection, current: list[Distribution], arrived: Collection[RecordId], today: date
) -> list[Standing]:
    labels = {d.id: d.label for d in departments(connection)}
    kept = newest(receipts(connection, [d.id for d in current]))
    came = {d.id: [r for r in kept if r.distribution == d.id] for d in current}
    rows = {row for d in current for row in d.rows}
    facts = row_facts(connection, rows)
    texts = texts_now(connection, rows, {column for d in current for column in d.asking.columns})
    open_for = _open_counts(connection, kept)
    found = [
        Standing(
            d.department,
            _label(d, labels[d.department], facts),
            Progress.SENT,
            d,
            tuple(_missing(d, texts, facts)),
            open_for.get(d.id, 0),
            tuple(f for r in came[d.id] for f in r.held),
            tuple(came[d.id]),
        )
        for d in current
    ]
    return [replace(s, state=_progress(d, s, today, arrived)) for d, s in zip(current, found, strict=True)]


def _label(handed: Distribution, name: str, facts: dict[AssignmentId, RowFacts]) -> str:
    """The department; where all its rows have gone to others, these, who are to be reminded, and its former name."""
    owners = dict.fromkeys(facts[row].label for row in handed.rows if not facts[row].gone)
    return name if name in owners or not owners else f"{'、'.join(owners)}(旧{name})"


def _open_counts(connection: sa.Connection, kept: Iterable[Receipt]) -> dict[RecordId, int]:
    distribution = {r.id: r.distribution for r in kept}
    cells: dict[RecordId, set[Cell]] = {}
    for conflict in open_conflicts(connection):
        place = distribution.get(conflict.contribution)
        if place is not None:
            cells.setdefault(place, set()).add(conflict.cell)
    return {place: len(found) for place, found in cells.items()}


def _progress(handed: Distribution, found: Standing, today: date, arrived: Collection[RecordId]) -> Progress:
    """Complete is only what was said to be, and leaves nothing blank, held back or unsettled."""
    if found.conflicts or found.held or handed.id in arrived:
        return Progress.RETURNED
    if found.said_complete:
        return Progress.RETURNED if found.missing else Progress.COMPLETE
    if handed.asking.due is not None and today > handed.asking.due:
        return Progress.OVERDUE
    return Progress.TAKEN if found.returns else Progress.SENT


def _missing(handed: Distribution, texts: dict[Cell, Text], facts: dict[AssignmentId, RowFacts]) -> Iterable[Missing]:
    """What is blank in rows that the plan still has, in years in which they still live."""
    living = [cell for cell in handed.cells() if cell in texts and _lives(cell, facts[cell.assignment])]
    return (Missing(cell, facts[cell.assignment]) for cell in left_blank(living, texts))


def _lives(cell: Cell, row: RowFacts) -> bool:
    return not is_over(cell.year, row.ended_year)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be sent as it stands."""

    subject: str
    body: str


_SHOWN = 20


def answering(kind: str, file: str) -> str:
    """How a department answers in the kind of file that it got, in Japanese; `file` is what the sentence calls it."""
    if kind != EXCEL:
        return f"{file}を「あゆみ」で開いて記入し、「提出」をしてからご返送ください。"
    done = f"「{words.GUIDE}」のシートの「{words.STANDING_LABEL}」で「{words.COMPLETE}」を選んで保存"
    return f"{file}を Excel で開いて黄色のセルに記入し、{done}してからご返送ください。"


def _listed(lines: Iterable[str]) -> list[str]:
    told = list(lines)
    return told[:_SHOWN] + ([f"ほか{len(told) - _SHOWN}件"] if len(told) > _SHOWN else [])


def reminder(connection: sa.Connection, standing: Standing) -> Letter:
    """The words by which a department is reminded of what it has not returned, in Japanese as offices write."""
    title = plan_facts(connection).title
    lines = [f"{standing.label} 御中", "", f"「{title}」の進行管理について、記入をお願いしています。"]
    handed = standing.distribution
    if handed is not None and handed.asking.due is not None:
        due = handed.asking.due
        lines.append(f"提出期限は{due.year}年{due.month}月{due.day}日です。")
    if standing.missing:
        lines += ["", f"未入力の欄（{len(standing.missing)}件）:"]
        lines += _listed(f"・{m.row.name} {m.cell.column.heading}" for m in standing.missing)
    if standing.held:
        lines += ["", f"お送りいただいたファイルから取り込めなかった箇所（{len(standing.held)}件）:"]
        lines += _listed(f"・{f.place.words}　{f.sentence}" for f in standing.held)
    if handed is not None:
        kind = handed.asking.kind
        lines += ["", answering(kind, "お送りした調査票" if kind == EXCEL else "お送りしたファイル")]
        lines += ["", handed.asking.coordinator] if handed.asking.coordinator else []
    return Letter(f"【お願い】{title}の記入について（{standing.label}）", "\n".join(lines) + "\n")
