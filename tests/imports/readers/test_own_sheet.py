"""Every value of an evaluation sheet comes back from our own workbook as it was printed."""

from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.formats.excel import workbook
from exports.forms import evaluation_sheet
from imports.files.rectangle import Sheet
from imports.kinds import open_any, read_any_sheets
from imports.reports.records import ReportReading, SourceRecord
from plan.documents.budget import Budget
from plan.documents.reports import EvaluationSheet, EvaluationSheets, Grades, ScheduleLine, SheetTexts
from plan.era import FiscalYear
from plan.ids import RecordId

WORDS = (
    "講座を開いた。",
    "特になし",
    "・5校",
    "- 10人",
    "成果目標",
    "A & B < C",
    "24",
    "1,200千円",
    "**強調**",
    "令和4年度実績",
)
texts = st.lists(st.sampled_from(WORDS), max_size=3).map("\n".join)
amounts = st.sampled_from(("", "1,200", "608", "0", "－", "調整中"))
bars = st.tuples(st.integers(4, 15), st.integers(0, 4), st.sampled_from(("会議", "募集", "講座の準備")), st.booleans())
PROSE = tuple(name for name in asdict(SheetTexts()) if not name.endswith("_undrawn"))


@st.composite
def sheets(draw: st.DrawFn) -> EvaluationSheet:
    lines = [
        ScheduleLine(n, first, first if point else min(15, first + more), label, point=point, actual=actual)
        for actual in (False, True)
        for n, (first, more, label, point) in enumerate(draw(st.lists(bars, max_size=3)))
    ]
    grades = [Grades(*(draw(st.sampled_from(("", "1", "S"))) for _ in range(2))) for _ in range(2)]
    return EvaluationSheet(
        RecordId("1"), FiscalYear(2022), "図 — 1", "おはなし会",
        texts=SheetTexts(**{name: draw(texts) for name in PROSE}),
        schedule=tuple(lines), budget=Budget(draw(amounts), draw(amounts), draw(amounts)),
        interim=grades[0], final=grades[1],
    )  # fmt: skip


def printed(sheet: EvaluationSheet) -> list[Sheet]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "評価表.xlsx"
        with path.open("wb") as file:
            workbook.write(evaluation_sheet.compose(EvaluationSheets("みなと市の方針", "みなと市", (sheet,))), file)
        return open_any(path)


def drawn(records: list[SourceRecord]) -> set[tuple[object, ...]]:
    names = ("kind", "from_month", "to_month", "label", "point")
    return {tuple(r.key[name] for name in names) for r in records if r.table == "schedule_line"}


@settings(max_examples=15, deadline=None)
@given(sheets())
def test_every_value_of_a_sheet_comes_back_from_our_own_form(sheet: EvaluationSheet) -> None:
    reading = read_any_sheets(printed(sheet), "評価表.xlsx")
    assert isinstance(reading, ReportReading)
    records = list(reading.records)
    values = next(r for r in records if r.table == "evaluation_sheet").values
    assert {name: values[name] or "" for name in PROSE} == {name: getattr(sheet.texts, name) for name in PROSE}
    budget = sheet.budget
    assert [values[n] or "" for n in ("budget_initial", "budget_revised", "settlement")] == [
        budget.initial, budget.revised, budget.settlement,
    ]  # fmt: skip
    assert drawn(records) == {
        ("actual" if s.actual else "planned", s.first, s.last, s.label, int(s.point)) for s in sheet.schedule
    }
    grades = {(r.key["stage"], r.key["grader"]): r.values["grade"] for r in records if r.table == "sheet_grade"}
    given_grades = {
        (stage, grader): grade
        for stage, both in (("interim", sheet.interim), ("final", sheet.final))
        for grader, grade in (("own", both.own), ("committee", both.committee))
    }
    assert grades == {place: grade for place, grade in given_grades.items() if grade}
    assert "line_not_read" not in {f.check for f in reading.findings}
