"""What a row of the table is called, also when the master has removed it since."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from db.dialect import among
from db.models import ASSIGNMENT, CHANGE, ITEM
from db.read.table import departments, rows_numbered
from plan.changes import RECORD, unpacked
from plan.era import FiscalYear
from plan.folding import same_words, unified
from plan.ids import AssignmentId, DepartmentId, RecordId

_SHOWN = 30  # characters of a 実施内容


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row by its printed number, its department and its 実施内容; `gone` when it is no longer in the table."""

    number: str
    department: DepartmentId
    label: str
    ended_year: FiscalYear | None = None
    gone: bool = False
    content: str = ""

    @property
    def short(self) -> str:
        """Its number, or what it is about where it has none."""
        return self.number or self.content[:_SHOWN]

    @property
    def name(self) -> str:
        """What a sentence calls it: 番号「12」, or 防災課の「避難所の開設」 where it has no number."""
        if self.number:
            return f"番号「{self.number}」"
        return f"{self.label}の「{self.short}」" if self.content else f"{self.label}の番号のない行"


def row_facts(connection: sa.Connection, wanted: Collection[AssignmentId]) -> dict[AssignmentId, RowFacts]:
    """The facts of the named rows; rows that never were are left out."""
    labels = {d.id: d.label for d in departments(connection)}
    found: dict[AssignmentId, RowFacts] = {}
    columns = ASSIGNMENT.c
    query = sa.select(columns.id, columns.number, columns.department_id, columns.ended_year, ITEM.c.name).join(ITEM)
    for row, number, department, ended, content in connection.execute(query.where(among(columns.id, wanted))):
        year = None if ended is None else FiscalYear(ended)
        found[row] = RowFacts(number or "", department, labels[department], year, content=content or "")
    return found | _removed(connection, [i for i in wanted if i not in found], labels)


def rows_called(connection: sa.Connection, words: str) -> dict[AssignmentId, RowFacts]:
    """The rows that a printed number names, or else 担当課/実施内容: the whole of it, or how it begins."""
    numbered = rows_numbered(connection, words)
    if numbered:
        return row_facts(connection, numbered)
    department, mark, content = unified(words).partition("/")
    if not mark:
        return {}
    every = row_facts(connection, connection.scalars(sa.select(ASSIGNMENT.c.id).order_by(ASSIGNMENT.c.position)).all())
    own = {row: facts for row, facts in every.items() if same_words(facts.label) == same_words(department)}
    wanted = same_words(content)
    exact = {row: facts for row, facts in own.items() if same_words(facts.content) == wanted}
    return exact or {row: facts for row, facts in own.items() if same_words(facts.content).startswith(wanted)}


def _removed(
    connection: sa.Connection, wanted: Collection[AssignmentId], labels: dict[DepartmentId, str]
) -> dict[AssignmentId, RowFacts]:
    found: dict[AssignmentId, RowFacts] = {}
    change = CHANGE.c
    query = sa.select(change.record_id, change.before).where(
        change.record_table == ASSIGNMENT.name, change.field == RECORD, change.after.is_(None)
    )
    contents = dict(connection.execute(sa.select(ITEM.c.id, ITEM.c.name)).all()) if wanted else {}
    for row, before in connection.execute(query.where(among(change.record_id, wanted)).order_by(change.number)):
        values = unpacked(before)
        department = DepartmentId(RecordId(str(values["department_id"])))
        number, content = str(values.get("number") or ""), contents.get(str(values["item_id"])) or ""
        found[row] = RowFacts(number, department, labels.get(department, ""), gone=True, content=content)
    return found
