"""An outcome report comes in with its indicators and marks, what a scanner misread, and its idle projects."""

from dataclasses import replace

from db.log.changes import recording
from db.read.reports import outcome_report
from db.store.working import Store
from imports.kinds import accept, compare, open_any, read_any, read_any_sheets
from imports.reports.records import ReportReading
from imports.source_kind import SourceKind
from plan.documents.reports import OutcomeReport
from plan.era import FiscalYear
from tests.imports.reports import OUTCOMES


def reading(text: str = OUTCOMES) -> ReportReading:
    found = read_any(text)
    assert isinstance(found, ReportReading)
    return found


def taken(plan: Store, told: ReportReading) -> OutcomeReport:
    with recording(plan, "取り込み") as door:
        accept(door, compare(door.connection, told))
    with plan.reading() as connection:
        return outcome_report(connection, FiscalYear(2022))


def test_projects_have_their_indicators_with_targets_results_and_marks(plan: Store) -> None:
    storytelling, school = taken(plan, reading()).projects
    assert storytelling.heading == "1 【読書の場】事業 おはなし会の充実"
    found = [(i.name, i.unit, i.method, i.of(FiscalYear(2022))) for i in storytelling.indicators]
    assert [(name, unit, method) for name, unit, method, _ in found] == [
        ("開催回数", "回", "館の記録"),
        ("参加者数", "人", "_"),
    ]
    assert [(y.target, y.result, y.grade) for *_, y in found] == [("24", "22", "△"), ("1,200", "1,350", "○")]
    assert (school.heading, school.indicators, school.idle) == ("2 【学校】事業 司書の配置", (), "今年度は事業展開なし")


def test_what_a_scanner_misread_is_told_with_its_line(plan: Store) -> None:
    told = reading()
    marks = [(f.place.line, dict(f.sentence.values)["text"]) for f in told.findings if f.check == "mark_misread"]
    assert marks == [(10, "0"), (11, "ı"), (11, "_")]
    assert taken(plan, told).projects


def test_a_reason_that_names_no_indicator_is_left_alone_and_told() -> None:
    left = [f for f in reading().findings if f.check == "reason_without_indicator"]
    assert len(left) == 1
    assert "雨で中止した" in str(left[0].sentence)


def test_a_reason_of_an_indicator_that_the_report_does_not_have_is_told_with_its_line() -> None:
    told = reading(OUTCOMES.replace("- 注)", "指標\t達成状況\t理由\n来館者数\t×\t休館した。\n- 注)"))
    left = [(f.place.line, str(f.sentence)) for f in told.findings if f.check == "reason_without_indicator"][-1]
    assert left[0] == 14
    assert "休館した" in left[1]


def test_a_line_that_is_no_part_of_the_report_is_told_and_its_headings_are_not() -> None:
    told = reading(OUTCOMES.replace("\t個別事業\t指標", "来年度は会場を広げる。\n\t個別事業\t指標"))
    assert [(f.place.line, f.check) for f in told.findings if f.check == "line_not_read"] == [(8, "line_not_read")]
    assert not [f for f in reading().findings if f.check == "line_not_read"]


def test_reasons_beside_their_indicators_are_read(plan: Store) -> None:
    text = OUTCOMES.replace("- 注)", "指標\t達成状況\t理由\n開催回数\t△\t雨で中止した。\n- 注)")
    assert taken(plan, reading(text)).reasons == [("開催回数", "△", "雨で中止した。")]


def test_reasons_in_their_box_are_read_with_all_their_lines(plan: Store) -> None:
    told = "開催回数（△）：雨で中止した。\n会場（港）：満席だった。"
    box = [["達成できなかった理由（△又は×の場合）", told]]
    (sheet,) = open_any(OUTCOMES)
    rows = [*(row for row in sheet.rows if "達成できなかった理由" not in "".join(row)), *box]
    found = read_any_sheets([replace(sheet, rows=rows, name="成果報告書（令和4年度）")], "")
    assert isinstance(found, ReportReading)
    assert (found.year, taken(plan, found).reasons) == (2022, [("開催回数", "△", told.partition("：")[2])])


def test_the_facts_above_the_table_are_read(plan: Store) -> None:
    outline = taken(plan, reading()).outline
    assert (outline.mayor, outline.project_outline) == ("みなと市長 港 太郎", "図書館と学校が協力して進めた。")
    assert outline.project_title.startswith("みなと読書推進事業")


def test_a_report_without_a_year_is_of_the_plans_last_and_says_so() -> None:
    told = reading()
    assert told.kind is SourceKind.OUTCOMES
    assert [f.check for f in told.findings if f.place.line is None] == ["year_unknown"]
    assert reading(OUTCOMES.replace("成果報告書", "成果報告書（令和2年度）")).year == 2020


def test_the_same_report_again_changes_nothing(plan: Store) -> None:
    taken(plan, reading())
    with plan.reading() as connection:
        assert not compare(connection, reading()).changes_something


def test_a_project_cell_torn_by_the_end_of_a_page_is_put_together() -> None:
    text = OUTCOMES.replace("\t1【読書の 場】事業 おはなし会の 充実\t", "\t1【読書の\t").replace(
        "\t\t参加者数", "\t場】事業 おはなし会の充実\t参加者数"
    )
    items = [r.key for r in reading(text).records if r.table == "item"]
    assert items[0] == {"code": "1", "name": "【読書の場】事業 おはなし会の充実"}


def test_an_indicator_without_a_name_is_told_and_not_read() -> None:
    told = reading(OUTCOMES.replace("\t参加者数\t", "\t-\t"))
    assert [f.place.line for f in told.findings if f.check == "indicator_missing"] == [10]


def test_what_stands_outside_of_the_form_is_told_with_its_line() -> None:
    assert "line_not_read" not in {f.check for f in reading().findings}
    more = reading(OUTCOMES.replace("事業名称\t", "補助率\t10/10\n事業名称\t") + "注)写しを保管すること。\n")
    told = [(f.place.line, str(f.sentence)) for f in more.findings if f.check == "line_not_read"]
    assert [line for line, _ in told] == [5, 15]
    assert "「補助率" in told[0][1]
    assert "「注)写しを保管すること。」" in told[1][1]
