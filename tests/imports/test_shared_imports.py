"""Inputs of the public record and their right outcomes, where the folder with them is at hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.log.changes import recording
from db.read.table import progress_table
from db.store.working import Store
from imports.kinds import accept, compare, read_any, start
from imports.reports.records import ReportReading, SourceRecord
from imports.table.row_comparing import Fate
from plan.findings import Severity
from tests.db.conftest import empty_store

CASES = Path(__file__).parents[3] / "shared" / "cases"
ONTO = ("10b-update-with-a-blank", "11b-other-line-breaks", "12b-same-from-a-mac")
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases are not at hand")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "work.db")
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ONTO)
def test_a_table_onto_its_plan_has_the_right_outcome(store: Store, name: str) -> None:
    folder = CASES / "public"
    right = json.loads((folder / f"{name}.right.json").read_text(encoding="utf-8"))
    with recording(store, "取り込み") as door:
        start(door, read_any(folder / right["onto"]))
    with recording(store, "取り込み") as door:
        proposal = compare(door.connection, read_any(folder / f"{name}.csv"))
        accept(door, proposal)
    with store.reading() as connection:
        found = {
            "new": proposal.counts[Fate.NEW],
            "changed": proposal.counts[Fate.CHANGED],
            "rows_after": len(progress_table(connection).rows),
            "finding": any(f.severity is not Severity.NOTICE for f in proposal.findings),
        }
    assert {key: found[key] for key in right if key in found} == {k: v for k, v in right.items() if k in found}


def sheet_in(name: str) -> tuple[ReportReading, SourceRecord]:
    reading = read_any(next((CASES / "tables").glob(f"{name}_*")))
    assert isinstance(reading, ReportReading)
    return reading, next(r for r in reading.records if r.table == "evaluation_sheet")


def test_an_arrow_in_a_merged_cell_reaches_over_its_months() -> None:
    reading, _ = sheet_in("e01")
    lines = [r.key for r in reading.records if r.table == "schedule_line" and r.key["kind"] == "planned"]
    assert [(key["from_month"], key["to_month"]) for key in lines][:2] == [(6, 8), (10, 13)]


def test_yen_shown_in_thousands_are_thousands() -> None:
    _, sheet = sheet_in("e02")
    assert [sheet.values[n] for n in ("budget_initial", "budget_revised", "settlement")] == ["472", "608", "393"]


def test_equal_budgets_are_both_read() -> None:
    _, sheet = sheet_in("e04")
    assert (sheet.values["budget_initial"], sheet.values["budget_revised"]) == ("608", "608")


def test_boxes_that_nobody_knows_are_told() -> None:
    reading, sheet = sheet_in("e06")
    assert sheet.values["summary"] == "見本の総括。"
    told = " ".join(str(f.sentence) for f in reading.findings if f.check in ("line_not_read", "box_unknown"))
    assert "次年度に検討する。" in told
    assert "78.5%" in told
