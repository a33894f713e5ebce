"""The tables of a plan file.

Records are plain rows with a UUID; every write of them goes through `db.log.changes`. There are no mapped classes
on purpose: an edit is a value (table, id, field, before, after), and a second truth in an identity map beside it
would only have to be kept in step.
"""

import sqlalchemy as sa

from db.dialect import KEYED, STRICT, AnyValue, real, reference
from plan.fields import YEARLY

METADATA = sa.MetaData()


def _table(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(name, METADATA, *columns, **STRICT)


def _records(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """A table of records: what the door writes and the history follows."""
    key = sa.Column("id", sa.Text, primary_key=True)
    return sa.Table(name, METADATA, key, *columns, **KEYED)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text)


def _required(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} IN (0, 1)"), nullable=False)


def _to(name: str, target: str, *, required: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text, reference(f"{target}.id"), nullable=not required, index=True)


PLAN = _records(
    "plan",
    _required("title"),
    _text("city"),
    _text("mayor"),
    _count("first_year"),
    _count("last_year"),
    _text("document_label"),
    _text("purpose"),
    _text("project_title"),
    _text("project_outline"),
    _text("evaluation_summary"),
    _text("notes"),
    _to("scale_id", "scale", required=False),
    _text("period_text"),
    _text("basic_goals"),
)
PHASE = _records("phase", _count("position"), _required("name"), _count("first_year"), _count("last_year"))
LEVEL = _records("level", _count("position"), _required("name"))
ITEM = _records(
    "item",
    _to("parent_id", "item", required=False),
    _count("level"),
    _count("position"),
    _text("code"),
    _text("joint"),
    _text("name"),
    _text("mark"),
    _text("narrative"),
    _text("goal"),
    _text("result"),
    _to("reference_id", "item", required=False),
    _text("reference_text"),
    _to("listing_of", "item", required=False),
    _text("narrative_with"),
)
"""`narrative_with` is the item whose narrative tells of this one too, as long as there is one."""
ITEM_STATUS = _records("item_status", _to("item_id", "item"), _count("fiscal_year"), _text("status"), _text("note"))
DEPARTMENT = _records(
    "department",
    _count("position"),
    _required("name"),
    _text("division"),
    _text("section"),
    _text("brackets"),
    _integer("first_year"),
    _integer("last_year"),
)
SUCCESSION = _records(
    "succession",
    _to("from_id", "department"),
    _to("to_id", "department"),
    _integer("fiscal_year"),
    _required("kind"),
)
ASSIGNMENT = _records(
    "assignment",
    _to("item_id", "item"),
    _to("department_id", "department"),
    _to("former_department_id", "department", required=False),
    _text("lead"),
    _text("number"),
    _count("position"),
    _text("baseline_and_goal"),
    _integer("first_year"),
    _integer("ended_year"),
    _text("ended_reason"),
)
YEAR_ENTRY = _records(
    "year_entry",
    sa.Column("assignment_id", sa.Text, reference("assignment.id"), nullable=False),
    _count("fiscal_year"),
    *(_text(field.name) for field in YEARLY),
    sa.UniqueConstraint("assignment_id", "fiscal_year"),
)
SCALE = _records("scale", _count("position"), _required("name"), _required("kind"))
SCALE_GRADE = _records(
    "scale_grade",
    _to("scale_id", "scale"),
    _count("position"),
    _required("symbol"),
    _text("meaning"),
    _flag("achieved"),
    _flag("reason_required"),
    sa.Column("threshold", real()),
)
INDICATOR = _records(
    "indicator",
    _to("item_id", "item", required=False),
    _count("position"),
    _required("name"),
    _text("unit"),
    _text("direction"),
    _integer("baseline_year"),
    _text("baseline"),
    _text("method"),
    _text("note"),
)
INDICATOR_TARGET = _records(
    "indicator_target", _to("indicator_id", "indicator"), _count("fiscal_year"), _text("label"), _text("value")
)
INDICATOR_RESULT = _records(
    "indicator_result",
    _to("indicator_id", "indicator"),
    _count("fiscal_year"),
    _text("value"),
    _text("grade"),
    _text("source"),
    _text("reason"),
)
EVALUATION_SHEET = _records(
    "evaluation_sheet",
    _to("item_id", "item", required=False),
    _to("department_id", "department", required=False),
    _count("fiscal_year"),
    _count("position"),
    _text("number"),
    _text("outline"),
    _text("volume"),
    _text("outcome_goal"),
    _text("interim_result"),
    _text("committee_remark"),
    _text("policy_opinion"),
    _text("actual_volume"),
    _text("outcome_status"),
    _text("summary"),
    _text("committee_opinion"),
    _text("budget_initial"),
    _text("budget_revised"),
    _text("settlement"),
    _text("typed_rate"),
    _text("planned_undrawn"),
    _text("actual_undrawn"),
)
SCHEDULE_LINE = _records(
    "schedule_line",
    _to("sheet_id", "evaluation_sheet"),
    sa.Column("kind", sa.Text, sa.CheckConstraint("kind IN ('planned', 'actual')"), nullable=False),
    _count("line"),
    _count("position"),
    sa.Column("from_month", sa.Integer, sa.CheckConstraint("from_month BETWEEN 4 AND 15"), nullable=False),
    sa.Column("to_month", sa.Integer, sa.CheckConstraint("to_month BETWEEN 4 AND 15"), nullable=False),
    _flag("point"),
    _text("label"),
)
SHEET_GRADE = _records(
    "sheet_grade",
    _to("sheet_id", "evaluation_sheet"),
    sa.Column("stage", sa.Text, sa.CheckConstraint("stage IN ('interim', 'final')"), nullable=False),
    sa.Column("grader", sa.Text, sa.CheckConstraint("grader IN ('own', 'committee')"), nullable=False),
    _text("grade"),
    _text("comment"),
)
FOOTNOTE = _records(
    "footnote", _to("item_id", "item", required=False), _count("position"), _required("term"), _text("text")
)
RELATED_PLAN = _records("related_plan", _count("position"), _required("title"), _text("note"))
ACCEPTED_FINDING = _records(
    "accepted_finding", _required("check_name"), _text("record_id"), _text("field"), _required("reason")
)
SETTING = _records("setting", _required("name"), _text("value"))
DISTRIBUTION = _records(
    "distribution",
    _to("department_id", "department"),
    sa.Column("kind", sa.Text, sa.CheckConstraint("kind IN ('file', 'excel')"), nullable=False),
    _count("base_revision"),
    _required("asked"),
    _required("asked_rows"),
    _text("due"),
    _text("note"),
    _text("coordinator"),
    _required("sent_at"),
)
"""What a department was handed out: `asked` are columns, `asked_rows` rows with the asked columns' places, as JSON."""
CONTRIBUTION = _records(
    "contribution",
    _to("distribution_id", "distribution"),
    _integer("edition"),
    _required("hash"),
    _flag("complete"),
    _required("source"),
    _required("said"),
    _text("added"),
    _text("person"),
    _text("findings"),
)
"""The receipt of one return; `said` is what differs from the base, `added` the rows it proposes, both as JSON.

`findings` are what was found in the file, as JSON too, `person` is who saved it last.
"""
DECISION = _records(
    "decision",
    _required("assignment_id"),
    _count("fiscal_year"),
    _required("field"),
    _text("text"),
    _required("seen"),
)
"""What the coordinator settled for a cell, and which texts of which distributions had been seen then, as JSON."""
CONFLICT = _records(
    "conflict",
    _required("assignment_id"),
    _count("fiscal_year"),
    _required("field"),
    _to("contribution_id", "contribution"),
    _text("base"),
    _text("theirs"),
    _required("said_by"),
)
"""An unsettled conflict: one text for one cell, and the contributions that said it; ours stands in the cell."""

RECORDS = tuple(t for t in METADATA.tables.values() if "id" in t.c)
"""The tables that the door writes; everything but the history and the file's own identity."""

REVISION = _table(
    "revision",
    sa.Column("number", sa.Integer, primary_key=True),
    _required("at"),
    _required("actor"),
    _required("pc"),
    _required("label"),
    sa.Column("kind", sa.Text, sa.CheckConstraint("kind IN ('edit', 'undo', 'redo')"), nullable=False),
    sa.Column("of", sa.Integer, reference("revision.number")),
    sa.Column("filling", sa.Text),
)
"""The steps; `label` is the template of what a step is called, `filling` what fills its places, as JSON."""
CHANGE = _table(
    "change",
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("revision", sa.Integer, reference("revision.number"), nullable=False, index=True),
    _required("record_table"),
    _required("record_id"),
    _required("field"),
    sa.Column("before", AnyValue),
    sa.Column("after", AnyValue),
    sa.Index("ix_change_record", "record_id", "field"),
)
FILE = _table(
    "file",
    sa.Column("plan_id", sa.Text, primary_key=True),
    _count("generation"),
    _required("parent_hash"),
    _required("seal"),
)
"""Whose file this is: one row; `seal` is the hash of a plan file over itself, empty in a working store."""
EDITION = _table(
    "edition",
    sa.Column("hash", sa.Text, primary_key=True),
    _count("generation"),
    _count("revision"),
    sa.Column("state", sa.Text, sa.CheckConstraint("state IN ('seen', 'intended', 'copy')"), nullable=False),
)
"""The files known to hold this working store's plan, up to which revision; empty in a plan file."""
