"""The reader and our own form agree: every value of an evaluation sheet comes back through Excel as it was."""

from collections.abc import Iterable
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from exports.formats.excel import workbook
from exports.forms.evaluation_sheet import compose
from imports.files.workbook import read_sheets
from imports.kinds import read_any_sheets
from imports.readers.month_names import named_months
from imports.reports.records import ReportReading, SourceRecord
from plan.documents.budget import Budget
from plan.documents.reports import EvaluationSheet, EvaluationSheets, Grades, ScheduleLine, SheetTexts
from plan.era import FiscalYear
from plan.ids import RecordId
from tests.thorough import thorough

_TEXT_NAMES = (
    *("outline", "volume", "outcome_goal", "interim_result", "committee_remark", "policy_opinion", "actual_volume"),
    *("outcome_status", "summary", "committee_opinion", "planned_undrawn", "actual_undrawn"),
)
_SIGNS = (
    "本 ー ～ ① 1 2月 (6～8月) 千円 ○ → ← - ・ * < & 。 : 【目標】 該当なし － 特になし 12 個別事業評価表 スケジュール"
    " 成果目標 1,200千円 **強調** 令和4年度実績"
)
_WORDS = st.sampled_from([*_SIGNS.split(" "), " ", "　", "\n"])
TEXTS = st.lists(_WORDS, max_size=5).map("".join)
LABELS = st.sampled_from(
    ["", "講座", "12", "研修会と報告会", "- 会議", "募集（6～8月）", "4月", "A", "長い名前の作業をして、公表する"]
)
AMOUNTS = st.sampled_from(["", "0", "1,000", "１，２００", "▲5", "1.5", "－", "調整中"])


@st.composite
def _schedules(draw: st.DrawFn) -> tuple[ScheduleLine, ...]:
    """Arrows and points, one on a line, planned and as it came; a point that names its month stands there."""
    found = []
    for actual in (False, True):
        for line in range(draw(st.integers(0, 3))):
            first = draw(st.integers(4, 15))
            point = draw(st.booleans())
            last = first if point else draw(st.integers(first, 15))
            label = draw(LABELS.filter(lambda text: not named_months(text)) if point else LABELS)
            found.append(ScheduleLine(line, first, last, label, point, actual))
    return tuple(found)


SHEETS = st.builds(
    EvaluationSheet,
    id=st.just(RecordId("s")),
    year=st.sampled_from([FiscalYear(2018), FiscalYear(2019), FiscalYear(2022)]),
    number=st.sampled_from(["", "図 — 1", "1"]),
    project=st.sampled_from(["おはなし会の充実", "12", "講座 A"]),
    department=st.sampled_from(["", "図書館", "生涯学習課(公民館)"]),
    division=st.sampled_from(["", "教育部"]),
    texts=st.builds(SheetTexts, **dict.fromkeys(_TEXT_NAMES, TEXTS)),
    schedule=_schedules(),
    budget=st.builds(Budget, AMOUNTS, AMOUNTS, AMOUNTS),
    interim=st.builds(Grades, *[st.sampled_from(["", "1", "2", "3"])] * 2),
    final=st.builds(Grades, *[st.sampled_from(["", "S", "1", "2", "達成せず"])] * 2),
)


def _read_back(sheet: EvaluationSheet) -> ReportReading:
    written = BytesIO()
    workbook.write(compose(EvaluationSheets("第2次みなと市読書計画", "みなと市", (sheet,)), proof=True), written)
    found = read_any_sheets(read_sheets(written.getvalue(), "評価表.xlsx"), "評価表.xlsx")
    assert isinstance(found, ReportReading)
    return found


def _of(records: Iterable[SourceRecord], table: str) -> list[SourceRecord]:
    return [record for record in records if record.table == table]


@given(SHEETS)
@thorough(40)
def test_every_value_of_a_sheet_comes_back_through_our_own_form(sheet: EvaluationSheet) -> None:
    told = _read_back(sheet)
    records = list(told.records)
    (read,) = _of(records, "evaluation_sheet")
    assert read.key["fiscal_year"] == sheet.year
    assert str(read.key.get("number", "")) == sheet.number
    assert [item.key["name"] for item in _of(records, "item")] == [sheet.project]
    for name in _TEXT_NAMES:
        assert str(read.values.get(name) or "") == getattr(sheet.texts, name).strip(), name
    money = [read.values[name] or "" for name in ("budget_initial", "budget_revised", "settlement")]
    assert money == [sheet.budget.initial, sheet.budget.revised, sheet.budget.settlement]
    assert _drawn_of(records) == sorted((s.actual, s.first, s.last, s.label, s.point) for s in sheet.schedule)
    grades = {(g.key["stage"], g.key["grader"]): g.values["grade"] for g in _of(records, "sheet_grade")}
    expected = {(stage, who): getattr(getattr(sheet, stage), who) for stage in ("interim", "final") for who in _GRADERS}
    assert grades == {place: grade for place, grade in expected.items() if grade}
    assert [str(found.sentence) for found in told.findings] == []


_GRADERS = ("own", "committee")


def _drawn_of(records: Iterable[SourceRecord]) -> list[tuple[object, ...]]:
    keys = [line.key for line in _of(records, "schedule_line")]
    return sorted(
        (key["kind"] == "actual", key["from_month"], key["to_month"], key["label"] or "", bool(key["point"]))
        for key in keys
    )
