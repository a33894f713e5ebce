"""The outcome report: several indicators per project or none this year, reasons where asked, three pages at most."""

from dataclasses import replace
from io import BytesIO

from exports.document import Document, Paragraph, Style, Table, TooManyPages
from exports.formats.pdf import drawing
from exports.forms.outcome_report import compose
from plan.documents.reports import Indicator, IndicatorYear, OutcomeReport, ProjectOutcome
from plan.era import FiscalYear
from plan.ids import RecordId
from tests.exports.sisters import as_page, as_pdf, documents, pages, sample

YEAR = FiscalYear(2024)


def indicator(name: str, unit: str = "件", **told: str) -> Indicator:
    return Indicator(RecordId(name), None, name, unit, years={YEAR: IndicatorYear(**told)}, method="毎月の集計")


def report(*projects: ProjectOutcome) -> OutcomeReport:
    return replace(sample().outcome, projects=projects)


def table(document: Document, name: str) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table) and b.name == name)


VISITS = indicator("来場者", "人", target="1,200", result="980", grade="△", source="入場券の数", reason="雨天のため")
CALLS = indicator("相談", target="30", result="41", grade="○")
SHOPS = ProjectOutcome("1-1 商店街の催し", (VISITS, CALLS))
IDLE = ProjectOutcome("1-2 案内板の設置", (), "今年度は事業展開なし")


def test_a_project_with_several_indicators_is_named_once() -> None:
    rows = table(compose(report(SHOPS, IDLE)), "個別事業の指標と結果").rows
    assert rows[0].cells == ("1-1 商店街の催し", "来場者", "1,200人", "980人", "△", "入場券の数")
    assert rows[1].cells[1:] == ("相談", "30件", "41件", "○", "毎月の集計")
    assert [row.joined for row in rows] == [frozenset(), {0}, frozenset()]
    assert '<th scope="rowgroup" rowspan="2">1-1 商店街の催し</th>' in as_page(compose(report(SHOPS, IDLE)))
    assert "".join(pages(as_pdf(compose(report(SHOPS, IDLE))))).count("1-1商店街の催し") == 2  # and in the list above


def test_a_project_without_activity_says_so_in_dashes() -> None:
    row = table(compose(report(SHOPS, IDLE)), "個別事業の指標と結果").rows[2]
    assert row.cells == ("1-2 案内板の設置", "－", "－", "－", "－", "今年度は事業展開なし")


def test_reasons_are_printed_for_the_grades_that_ask_for_them_even_while_missing() -> None:
    unsaid = indicator("回遊", target="5", result="0", grade="×")
    reasons = table(compose(report(SHOPS, ProjectOutcome("1-3 回遊", (unsaid,)))), "達成できなかった理由")
    assert [row.cells for row in reasons.rows] == [
        ("達成できなかった理由（△又は×の場合）", "来場者（△）：雨天のため\n回遊（×）：")
    ]


def test_without_such_a_grade_the_box_of_reasons_is_blank() -> None:
    document = compose(report(ProjectOutcome("1-1 相談", (CALLS,))))
    assert [row.cells[1] for row in table(document, "達成できなかった理由").rows] == [""]


def test_the_title_is_that_of_the_prescribed_form_and_the_year_stands_with_the_file_alone() -> None:
    document = documents()["outcome-report"]
    assert document.title == "成果報告書（令和6年度）"
    first = pages(as_pdf(document))[0]
    assert first.startswith("成果報告書（全般）")
    assert "令和6年度）" not in first
    assert "<h1>成果報告書（全般）</h1>" in as_page(document)
    assert "<title>成果報告書（令和6年度）</title>" in as_page(document)


def test_a_title_that_names_most_of_the_projects_is_printed_as_it_stands() -> None:
    told = report(SHOPS, IDLE)
    title = "まちづくり推進事業　１－１　商店街の催し\n1-2 案内板の設置"
    named = replace(told, outline=replace(told.outline, project_title=title))
    assert table(compose(named), "事業の概要").rows[2].cells[1] == title
    half = replace(told, outline=replace(told.outline, project_title="1-1 商店街の催し"))
    assert "（2）1-2 案内板の設置" in table(compose(half), "事業の概要").rows[2].cells[1]


def test_a_report_over_three_pages_is_told_with_what_is_too_long() -> None:
    told = sample().outcome
    long = replace(told, outline=replace(told.outline, project_outline="推進本部を開いた。\n" * 250))
    (loss,) = drawing.write(compose(long), BytesIO())
    assert isinstance(loss, TooManyPages)
    assert (loss.pages > 3, loss.limit, loss.longest[0]) == (True, 3, "事業実施概要")
    assert drawing.write(documents()["outcome-report"], BytesIO()) == []


def test_a_table_cut_by_a_page_names_its_project_again() -> None:
    many = tuple(indicator(f"指標{i}", target=str(i), result=str(i), grade="○") for i in range(60))
    found = pages(as_pdf(compose(report(ProjectOutcome("1-1 商店街の催し", many)))))
    assert len(found) == 2
    assert found[1].count("1-1商店街の催し") == 1
    assert all(any(f"指標{i}{i}件{i}件○" in text for text in found) for i in range(60))


def test_the_notes_are_those_of_the_prescribed_form() -> None:
    (note,) = (
        b.text for b in documents()["outcome-report"].blocks if isinstance(b, Paragraph) and b.style is Style.NOTE
    )
    marks = "○（達成）、△（一部達成）、×（全く達成されていない）"
    assert note == f"注）成果の達成状況欄には{marks}を記入すること。\n注）合計3枚まで。"
