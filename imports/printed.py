"""How our own documents print a value: what comes back so has not been changed by anybody."""

from collections.abc import Iterator

from db.changes import Value
from imports.known import Known
from plan.closing import basic_goals_of, period_of
from plan.ids import RecordId

_HEADINGS = {"outline": "【事業概要】", "volume": "【事業量】"}
_COMMENTED = {
    "interim_result": ("interim", "own"),
    "committee_remark": ("interim", "committee"),
    "summary": ("final", "own"),
    "committee_opinion": ("final", "committee"),
}


def is_same(known: Known, place: tuple[str, RecordId, str], after: Value) -> bool:
    """Whether the value at a place (table, record, field) is the one that was read."""
    return any(after == form for form in _forms(known, *place))


def _forms(known: Known, table: str, record_id: RecordId, name: str) -> Iterator[Value]:
    record = known.table(table)[record_id]
    value = record[name]
    yield value
    if table == "evaluation_sheet":
        text = str(value or "")
        yield text.removeprefix(_HEADINGS.get(name, "")).strip()
        for grade in known.table("sheet_grade").values() if name in _COMMENTED else ():
            if (grade["sheet_id"], grade["stage"], grade["grader"]) == (record_id, *_COMMENTED[name]):
                yield "\n".join(filter(None, (text, str(grade["comment"] or ""))))
    elif (table, name) == ("item", "reference_text"):
        yield known.references[record_id]
    elif (table, name) == ("item", "reference_id"):
        yield known.referred.get(known.references[record_id])
    elif (table, name) == ("plan", "project_title") and not value:
        yield record["title"]
    elif (table, name) == ("plan", "period_text") and not value:
        yield period_of(known.results.outline)
    elif (table, name) == ("plan", "basic_goals") and not value:
        yield basic_goals_of(known.results)
    elif (table, name) == ("indicator", "method"):
        results = known.table("indicator_result").values()
        yield from (result["source"] for result in results if result["indicator_id"] == record_id)
