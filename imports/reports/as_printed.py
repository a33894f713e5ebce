"""How our own documents print a value: what comes back so has not been changed by anybody."""

from collections.abc import Callable, Iterator, Mapping

from imports.reports.record_matching import PlanRecords
from plan.changes import Value
from plan.documents.results import basic_goals_of, period_of
from plan.folding import as_seen
from plan.ids import RecordId

_HEADINGS = {"outline": "【事業概要】", "volume": "【事業量】"}
_COMMENTED = {
    "interim_result": ("interim", "own"),
    "committee_remark": ("interim", "committee"),
    "summary": ("final", "own"),
    "committee_opinion": ("final", "committee"),
}

_Form = Callable[[PlanRecords, RecordId], Value]
_REFERENCES: Mapping[str, _Form] = {
    "reference_text": lambda known, item: known.references[item],
    "reference_id": lambda known, item: known.referred.get(known.references[item]),
}
_UNWRITTEN: Mapping[str, _Form] = {
    "project_title": lambda known, plan: known.table("plan")[plan]["title"],
    "period_text": lambda known, _plan: period_of(known.results.outline),
    "basic_goals": lambda known, _plan: basic_goals_of(known.results),
}
"""What is printed of the plan where its own words are not written."""


def is_same(known: PlanRecords, place: tuple[str, RecordId, str], after: Value) -> bool:
    """Whether the value at a place (table, record, field) is the one that was read."""
    return any(_seen(after) == _seen(form) for form in _forms(known, *place))


def _seen(value: Value) -> Value:
    return as_seen(value) if isinstance(value, str) else value


def _forms(known: PlanRecords, table: str, record_id: RecordId, name: str) -> Iterator[Value]:
    value = known.table(table)[record_id][name]
    yield value
    if table == "evaluation_sheet":
        yield from _on_a_sheet(known, record_id, name, str(value or ""))
    elif table == "indicator" and name == "method":
        results = known.table("indicator_result").values()
        yield from (result["source"] for result in results if result["indicator_id"] == record_id)
    elif table == "item" and name in _REFERENCES:
        yield _REFERENCES[name](known, record_id)
    elif table == "plan" and name in _UNWRITTEN and not value:
        yield _UNWRITTEN[name](known, record_id)


def _on_a_sheet(known: PlanRecords, sheet: RecordId, name: str, text: str) -> Iterator[Value]:
    yield text.removeprefix(_HEADINGS.get(name, "")).strip()
    for grade in known.table("sheet_grade").values() if name in _COMMENTED else ():
        if (grade["sheet_id"], grade["stage"], grade["grader"]) == (sheet, *_COMMENTED[name]):
            yield "\n".join(filter(None, (text, str(grade["comment"] or ""))))
