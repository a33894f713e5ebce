"""Promises about the sample plan, read as the plain JSON that it is."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

Record = dict[str, str | int | float]
Tables = dict[str, list[Record]]

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "real"
LONGEST_SHARED_TEXT = 25

REFERENCES = {
    "plan": {"scale_id": "scale"},
    "item": {"parent_id": "item", "reference_id": "item", "listing_of": "item"},
    "item_status": {"item_id": "item"},
    "succession": {"from_id": "department", "to_id": "department"},
    "assignment": {"item_id": "item", "department_id": "department", "former_department_id": "department"},
    "year_entry": {"assignment_id": "assignment"},
    "scale_grade": {"scale_id": "scale"},
    "indicator": {"item_id": "item"},
    "indicator_target": {"indicator_id": "indicator"},
    "indicator_result": {"indicator_id": "indicator"},
    "evaluation_sheet": {"item_id": "item", "department_id": "department"},
    "schedule_line": {"sheet_id": "evaluation_sheet"},
    "sheet_grade": {"sheet_id": "evaluation_sheet"},
    "footnote": {"item_id": "item"},
}
OF_EACH_DOCUMENT = {
    "progress table": ("plan.document_label", "assignment.baseline_and_goal", "year_entry.target", "year_entry.grade"),
    "evaluation sheet": ("evaluation_sheet.summary", "evaluation_sheet.settlement", "schedule_line.label"),
    "results report": ("plan.purpose", "phase.name", "item.goal", "item.result", "item_status.status"),
    "plan book": ("indicator.note", "indicator_target.label", "item.narrative", "footnote.text", "related_plan.title"),
    "outcome report": ("plan.mayor", "plan.project_outline", "indicator_result.grade", "indicator_result.reason"),
}


@pytest.fixture(scope="module")
def tables() -> Tables:
    content = json.loads((ROOT / "resources" / "sample" / "plan.json").read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == ("ayumi-plan", 1)
    found: Tables = content["tables"]
    return found


def _years(tables: Tables) -> range:
    (plan,) = tables["plan"]
    return range(int(plan["first_year"]), int(plan["last_year"]) + 1)


def _texts(tables: Tables) -> Iterator[str]:
    for records in tables.values():
        for record in records:
            yield from (value for value in record.values() if isinstance(value, str))


def test_every_record_has_an_id_of_its_own(tables: Tables) -> None:
    ids = [record["id"] for records in tables.values() for record in records]
    assert len(set(ids)) == len(ids)


def test_every_reference_points_to_a_record(tables: Tables) -> None:
    ids = {name: {record["id"] for record in records} for name, records in tables.items()}
    lost = [
        (name, field, record["id"])
        for name, fields in REFERENCES.items()
        for field, target in fields.items()
        for record in tables[name]
        if field in record and record[field] not in ids[target]
    ]
    assert lost == []


def test_no_reference_is_left_unwatched(tables: Tables) -> None:
    seen = {(name, key) for name, rows in tables.items() for row in rows for key in row}
    pointing = {(name, key) for name, key in seen if key.endswith("_id") or key == "listing_of"}
    assert pointing == {(name, field) for name, fields in REFERENCES.items() for field in fields}


def test_every_row_has_one_entry_for_every_year(tables: Tables) -> None:
    entries = Counter((entry["assignment_id"], entry["fiscal_year"]) for entry in tables["year_entry"])
    assert entries == Counter((row["id"], year) for row in tables["assignment"] for year in _years(tables))


def test_the_table_is_long_enough_to_show(tables: Tables) -> None:
    assert len(tables["assignment"]) >= 55
    assert {item["level"] for item in tables["item"]} == {0, 1, 2, 3}


@pytest.mark.parametrize("document", OF_EACH_DOCUMENT)
def test_each_of_the_five_documents_has_something_to_print(tables: Tables, document: str) -> None:
    for place in OF_EACH_DOCUMENT[document]:
        table, field = place.split(".")
        assert any(record.get(field) for record in tables[table]), place


def test_a_content_has_one_lead_at_most(tables: Tables) -> None:
    leads = Counter(row["item_id"] for row in tables["assignment"] if row.get("lead") == "○")
    assert leads
    assert max(leads.values()) == 1


def test_rows_stand_under_contents(tables: Tables) -> None:
    contents = {item["id"] for item in tables["item"] if item["level"] == 3}
    assert {row["item_id"] for row in tables["assignment"]} == contents


def test_no_department_writes_before_it_begins_or_after_it_ends(tables: Tables) -> None:
    rows = {row["id"]: row for row in tables["assignment"]}
    for entry in tables["year_entry"]:
        row = rows[entry["assignment_id"]]
        alive = int(row.get("first_year", 0)) <= int(entry["fiscal_year"]) <= int(row.get("ended_year", 9999))
        assert ("target" in entry) == alive, (row["number"], entry["fiscal_year"])


def test_the_last_year_is_still_to_be_evaluated(tables: Tables) -> None:
    evaluated = Counter(entry["fiscal_year"] for entry in tables["year_entry"] if "evaluation" in entry)
    due = Counter(entry["fiscal_year"] for entry in tables["year_entry"] if "target" in entry)
    last = _years(tables)[-1]
    assert evaluated[last] == 0
    assert 0 < due[last - 1] - evaluated[last - 1] < 10
    assert all(due[year] == evaluated[year] for year in _years(tables)[:-2])


def test_every_grade_is_one_of_its_scale(tables: Tables) -> None:
    kinds = {scale["id"]: scale["kind"] for scale in tables["scale"]}
    symbols = {(str(kinds[grade["scale_id"]]), grade["symbol"]) for grade in tables["scale_grade"]}
    given = {("achievement", entry["grade"]) for entry in tables["year_entry"] if "grade" in entry}
    given |= {("achievement", result["grade"]) for result in tables["indicator_result"] if "grade" in result}
    given |= {("outcome", status["status"]) for status in tables["item_status"]}
    given |= {(str(grade["stage"]), grade["grade"]) for grade in tables["sheet_grade"]}
    assert given <= symbols


@pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not here")
def test_nothing_is_copied_from_a_real_city(tables: Tables) -> None:
    size = LONGEST_SHARED_TEXT + 1
    real = {
        text[start : start + size]
        for path in REAL.glob("*.txt")
        for text in [_closed_up(path.read_text(encoding="utf-8"))]
        for start in range(len(text) - size + 1)
    }
    ours = (_closed_up(text) for text in _texts(tables))
    shared = {text[start : start + size] for text in ours for start in range(len(text) - size + 1)} & real
    assert shared == set()


def _closed_up(text: str) -> str:
    return re.sub(r"\s", "", text)
