"""An evaluation sheet comes in by its labels: texts, schedules, grades, amounts; a rate that disagrees is told."""

import datetime as dt
from dataclasses import replace

import pytest

from db.log.changes import recording
from db.read.grades import evaluation_sheets
from db.store.working import Store
from imports.kinds import accept, compare, compared_rows, read_any
from imports.reports.records import ReportReading, SourceRecord
from imports.source_kind import SourceKind
from imports.table.row_comparing import Fate
from plan.checks.check import Subject
from plan.checks.checked_rows import Terms
from plan.checks.evaluation_sheets import sheet_findings
from plan.documents.budget import Budget
from plan.documents.reports import EvaluationSheet, Grades
from plan.findings import Finding
from tests.imports.reports import SHEETS

Drawn = tuple[int, int, str, bool]
_UNDRAWN = "schedule_not_drawn"


def reading(text: str = SHEETS) -> ReportReading:
    found = read_any(text)
    assert isinstance(found, ReportReading)
    return found


def taken(plan: Store, told: ReportReading) -> tuple[EvaluationSheet, ...]:
    with recording(plan, "取り込み") as door:
        accept(door, compare(door.connection, told))
    with plan.reading() as connection:
        return evaluation_sheets(connection).sheets


def drawn(sheet: EvaluationSheet, *, actual: bool = False) -> set[Drawn]:
    return {(s.first, s.last, s.label, s.point) for s in sheet.schedule if s.actual is actual}


def test_every_text_stands_under_its_own_name(plan: Store) -> None:
    first, second = taken(plan, reading())
    assert (first.number, first.project, int(first.year)) == ("図 — 1", "おはなし会の充実", 2022)
    texts = first.texts
    assert (texts.outline, texts.volume, texts.outcome_goal) == (
        "読み手を育てる。",
        "おはなし会 24回",
        "参加者 1,000人",
    )
    assert (texts.interim_result, texts.committee_remark, texts.policy_opinion) == (
        "12回開いた。",
        "",
        "広く知らせること。",
    )
    assert (texts.actual_volume, texts.outcome_status) == ("24回開いた。", "1,100人が参加した。")
    assert (texts.summary, texts.committee_opinion) == ("よくできた。", "")
    assert (second.number, second.texts.outline, second.texts.volume) == ("図 — 2", "司書を置く。", "・5校")


def test_two_graders_stand_side_by_side_and_the_scale_is_no_grade(plan: Store) -> None:
    first, second = taken(plan, reading())
    assert (first.interim, first.final) == (Grades("1", "2"), Grades("S", "1"))
    assert second.interim == Grades()


def test_amounts_are_read_beside_their_names_in_cells_or_all_in_one(plan: Store) -> None:
    first, second = taken(plan, reading())
    assert first.budget == Budget("1,000", "1,200", "900", "90.0%")
    assert second.budget == Budget("2,000", "1,900", "1,805", "95.0%")
    assert str(second.budget.rate) == "95.0"


def test_a_rate_that_disagrees_with_the_revised_budget_is_told() -> None:
    told = [f for f in reading().findings if f.check == "rate_disagrees"]
    assert [f.place.line for f in told] == [24]
    assert "75.0%" in str(told[0].sentence)


def test_amounts_without_a_name_or_in_yen_are_not_read_but_told() -> None:
    text = SHEETS.replace("\t予算額\t1,000千円", "\t\t1,000千円").replace("900千円", "900,000円")
    told = reading(text)
    assert {"amount_without_name", "amount_unit"} <= {f.check for f in told.findings}
    sheet = next(r for r in told.records if r.table == "evaluation_sheet")
    assert (sheet.values["budget_initial"], sheet.values["settlement"]) == (None, None)


def test_arrows_points_and_named_months_become_a_schedule(plan: Store) -> None:
    first, _ = taken(plan, reading())
    assert drawn(first) == {
        (4, 7, "講座", False),
        (10, 10, "発表会", True),
        (5, 5, "会議（5、1月）", False),
        (13, 13, "", False),
        (6, 8, "募集（6～8月）", False),
    }


def test_what_has_no_end_or_no_month_is_kept_to_be_drawn_and_told_with_its_sheet_and_line(plan: Store) -> None:
    told = [f for f in reading().findings if f.check == _UNDRAWN]
    assert [(f.place.number, f.place.line) for f in told] == [("図 — 1", 8), ("図 — 1", 9), ("図 — 1", 18)]
    labels = ["「巡回（5月から）」", "「○研修会」", "「○発表会」「講座」"]
    assert [label in str(f.sentence) for f, label in zip(told, labels, strict=True)] == [True] * 3
    first, second = taken(plan, reading())
    assert first.texts.planned_undrawn == "巡回（5月から）\n○研修会"
    assert first.texts.actual_undrawn == "○発表会\n講座"
    assert (second.texts.planned_undrawn, second.texts.actual_undrawn) == ("", "")


def _subject(*sheets: EvaluationSheet) -> Subject:
    return Subject(Terms(dt.date(2026, 5, 1)), sheets=sheets)


def test_what_is_still_to_be_drawn_is_found_until_somebody_has_drawn_it(plan: Store) -> None:
    first, second = taken(plan, reading())
    found = [(f.place.number, str(f.sentence)) for f in sheet_findings(_subject(first, second)) if f.check == _UNDRAWN]
    assert [number for number, _ in found] == ["図 — 1", "図 — 1"]
    assert "まだ描いていない予定（計画）に「巡回（5月から）」「○研修会」が残っています" in found[0][1]
    drawn_by_hand = replace(first, texts=replace(first.texts, planned_undrawn="", actual_undrawn=""))
    assert _UNDRAWN not in {f.check for f in sheet_findings(_subject(drawn_by_hand))}


def test_tags_of_an_extraction_are_taken_out_and_told() -> None:
    assert [f.place.line for f in reading().findings if f.check == "markup_removed"] == [3]


def test_the_same_sheets_again_change_nothing(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        proposal = compare(connection, reading())
    assert proposal.counts == {Fate.SAME: 2}
    assert not proposal.changes_something


def test_a_schedule_that_reads_differently_takes_the_place_of_the_old_one(plan: Store) -> None:
    before = drawn(taken(plan, reading())[0])
    after = drawn(taken(plan, reading(SHEETS.replace("○発表会\t\t", "\t○発表会\t")))[0])
    assert before ^ after == {(10, 10, "発表会", True), (11, 11, "発表会", True)}


def test_a_blank_box_leaves_what_the_plan_has_and_is_told(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        proposal = compare(connection, reading(SHEETS.replace("よくできた。", "")))
    assert not proposal.changes_something
    assert "blank_left" in {f.check for f in proposal.findings}


def test_the_preview_tells_old_and_new_of_each_value(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        rows = list(compared_rows(compare(connection, reading(SHEETS.replace("広く知らせる", "早く知らせる")))))
    changed = [(row.name, c.label, c.before, c.after) for row in rows for c in row.cells]
    assert changed == [("図 — 1 おはなし会の充実", "政策会議評価・意見等", "広く知らせること。", "早く知らせること。")]


def test_the_preview_tells_all_lines_of_a_schedule_that_changes(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        rows = list(compared_rows(compare(connection, reading(SHEETS.replace("○発表会\t\t", "○講習会\t\t")))))
    (cell,) = rows[0].cells
    assert cell.label == "計画 スケジュール"
    before, after = (set(str(text).split("\n")) for text in (cell.before, cell.after))
    assert {line.split(" ")[-1] for line in before - after} == {"○発表会"}
    assert {line.split(" ")[-1] for line in after - before} == {"○講習会"}
    assert before & after
    assert rows[1].cells == ()


@pytest.mark.parametrize("word", ["個別事業掲載No", "主管課評価"])
def test_what_lacks_the_labels_is_no_evaluation_sheet(word: str) -> None:
    assert reading().kind is SourceKind.SHEETS
    assert reading(SHEETS.replace(word, "※ ①ほか\n◎ ②ほか")).kind is not SourceKind.SHEETS


def sheet_of(text: str) -> tuple[SourceRecord, list[Finding]]:
    told = reading(text)
    return next(r for r in told.records if r.table == "evaluation_sheet"), list(told.findings)


UNKNOWN = "\t今後の課題\t来年度に検討する。\n\t満足度\t78.5%\n"


def test_a_box_that_nobody_knows_is_told_and_never_put_into_its_neighbour() -> None:
    sheet, findings = sheet_of(
        SHEETS.replace("事業評価審査会評価・意見等\t\t予算執行", UNKNOWN + "事業評価審査会評価・意見等\t\t予算執行")
    )
    assert sheet.values["summary"] == "よくできた。"
    told = [str(f.sentence) for f in findings if f.check == "box_unknown"]
    assert any("「今後の課題」" in text and "「来年度に検討する。」" in text for text in told)
    assert any("「満足度」" in text and "「78.5%」" in text for text in told)


def test_a_box_that_the_form_has_twice_is_told() -> None:
    line = "\t成果目標の達成状況\t1,100人が参加した。\n"
    _, findings = sheet_of(SHEETS.replace(line, "\t事業の総括（主管課）\t別の総括。\n" + line))
    assert any("よくできた。" in str(f.sentence) for f in findings)


@pytest.mark.parametrize("cells", ["1,200千円\t1,200千円", "1,200千円\t\t1,200千円", "\t\t1,200千円\t1,200千円"])
def test_equal_budgets_are_two_budgets(cells: str) -> None:
    sheet, _ = sheet_of(SHEETS.replace("1,000千円\t\t1,200千円", cells))
    assert (sheet.values["budget_initial"], sheet.values["budget_revised"]) == ("1,200", "1,200")


@pytest.mark.parametrize("label", ["予算額（千円）", "予算額(千円)"])
def test_amounts_without_a_unit_are_read_where_the_form_names_it_once(label: str) -> None:
    sheet, findings = sheet_of(SHEETS.replace("予算額\t1,000千円\t\t1,200千円", f"{label}\t1,000\t\t1,200"))
    assert (sheet.values["budget_initial"], sheet.values["budget_revised"]) == ("1,000", "1,200")
    assert "amount_unit" not in {f.check for f in findings}


def test_amounts_whose_unit_nobody_says_are_taken_as_thousand_yen_and_told() -> None:
    sheet, findings = sheet_of(SHEETS.replace("予算額\t1,000千円\t\t1,200千円", "予算額\t1,000\t\t1,200"))
    assert (sheet.values["budget_initial"], sheet.values["budget_revised"]) == ("1,000", "1,200")
    told = [str(f.sentence) for f in findings if f.check == "amount_without_unit"]
    assert [("1,000" in text, "1,200" in text) for text in told] == [(True, False), (False, True)]
