"""The questionnaire as a workbook: what is asked is open, everything else locked, and nothing is a formula."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from exports.formats.excel.answer_workbook import write
from plan.errors import PlanError
from plan.exchange import questionnaire as words
from plan.scales import Scale, ScaleGrade
from tests.asking import DISTRIBUTION, ENDED, ROWS, book, evaluation

NASTY = "=1+1\n 「語」 _x000D_ 4-1  "


@pytest.fixture(scope="module")
def made() -> Workbook:
    return load_workbook(BytesIO(write(book({evaluation(ROWS[0]): NASTY}))))


def sheet_of(made: Workbook, name: str) -> Worksheet:
    sheet = made[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def body(sheet: Worksheet) -> dict[str, dict[str, Cell]]:
    """The cells of every row by the row's and the column's names."""
    keys = [str(cell.value) for cell in sheet[3]]
    rows = sheet.iter_rows(min_row=6)
    return {str(row[0].value): dict(zip(keys, row, strict=True)) for row in rows}  # type: ignore[arg-type]


def test_only_the_asked_cells_are_open_and_each_has_a_yellow_of_its_own(made: Workbook) -> None:
    yellows: list[str] = []
    asked = {"evaluation:2020", "grade:2020", "target:2021"}
    for row, cells in body(sheet_of(made, words.TABLE)).items():
        opened = {key for key, cell in cells.items() if not cell.protection.locked}
        assert opened == (asked - {"target:2021"} if row == ENDED else asked)
        colours = [str(cells[key].fill.fgColor.rgb) for key in opened]
        assert None not in map(words.shade_of, colours)
        assert set(colours).isdisjoint(cells[key].fill.fgColor.rgb for key in cells.keys() - opened)
        yellows += colours
    assert len(set(yellows)) == len(yellows)


def test_every_visible_sheet_is_locked_without_a_password_and_may_be_made_wider(made: Workbook) -> None:
    for name in (words.GUIDE, words.TABLE, words.LISTS):
        protection = made[name].protection
        assert protection.sheet
        assert not protection.password
        assert not protection.formatColumns
        assert not protection.formatRows
    assert made[words.LISTS].sheet_state == "hidden"


def test_every_cell_is_a_text(made: Workbook) -> None:
    cells = [cell for sheet in made.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert body(sheet_of(made, words.TABLE))[ROWS[0]]["evaluation:2020"].value == NASTY.replace("_x0", "_x005F_x0")


def test_the_guide_tells_whose_it_is_until_when_and_for_whom(made: Workbook) -> None:
    told = {str(cell.value) for row in made[words.GUIDE].iter_rows() for cell in row}
    assert {"図書館", "2021年5月31日（月）", "企画課", "=数値も入れてください。", DISTRIBUTION} <= told
    assert "令和2年度 評価、令和2年度 達成状況、令和3年度 内容及び目標（4 行）" in told
    assert any("該当なし" in text for text in told)


def test_last_years_text_and_the_target_stand_beside_what_is_asked(made: Workbook) -> None:
    keys = [cell.value for cell in sheet_of(made, words.TABLE)[3]]
    yearly = [key for key in keys if ":" in str(key)]
    assert yearly == [
        "evaluation:2019", "grade:2019", "target:2020", "evaluation:2020", "grade:2020", "target:2021",
    ]  # fmt: skip


def test_states_can_be_chosen_and_texts_typed_all_the_same_but_grades_are_of_the_scale(made: Workbook) -> None:
    offered = {found.formula1: found.showErrorMessage for found in made[words.TABLE].data_validations.dataValidation}
    assert offered == {'"該当なし,事業展開なし"': False, '"○,△,×,－"': True}


def test_a_long_list_and_one_with_commas_stand_on_the_hidden_sheet() -> None:
    long = tuple(ScaleGrade(f"{n:02d} とてもよく達成された", "") for n in range(30))
    for grades in (long, (ScaleGrade("1,000", ""), ScaleGrade("2", ""))):
        made = load_workbook(BytesIO(write(book(scale=Scale("achievement", "", grades)))))
        (name,) = (d.formula1 for d in made[words.TABLE].data_validations.dataValidation if d.showErrorMessage)
        ((title, reference),) = made.defined_names[str(name)].destinations
        symbols = [row[0].value for row in sheet_of(made, title)[reference.replace("$", "")]]
        assert symbols == [grade.symbol for grade in grades]


def test_the_keys_stay_in_view_and_the_headings_are_printed_on_every_page(made: Workbook) -> None:
    sheet = sheet_of(made, words.TABLE)
    assert sheet.freeze_panes == "H6"
    assert sheet.print_title_rows == "$4:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_cursor_begins_in_the_first_open_cell_and_no_button_hides_a_narrow_heading(made: Workbook) -> None:
    for name, cell in ((words.TABLE, "L6"), (words.ADDITIONS, "C6")):
        sheet = sheet_of(made, name)
        assert sheet.sheet_view.selection[-1].activeCell == cell
        assert not sheet[cell].protection.locked
    keys = [str(cell.value) for cell in sheet_of(made, words.TABLE)[3]]
    hidden = [keys[found.colId] for found in sheet_of(made, words.TABLE).auto_filter.filterColumn if found.hiddenButton]
    assert hidden == [words.ROW_LABEL, words.CHECK_LABEL, "number", "lead", "grade:2019", "grade:2020"]


def test_new_rows_have_ten_open_lines_a_list_of_projects_and_no_filter(made: Workbook) -> None:
    sheet, lists = sheet_of(made, words.ADDITIONS), sheet_of(made, words.LISTS)
    assert [cell.value for cell in sheet[3] if cell.value] == [
        words.ADDED_LABEL, "heading", "name", "baseline_and_goal", "evaluation:2020", "grade:2020", "target:2021",
    ]  # fmt: skip
    lines = [row for row in sheet.iter_rows(min_col=3) if not row[0].protection.locked]
    assert len(lines) == 10
    assert not any(cell.protection.locked or cell.value for row in lines for cell in row)
    assert not sheet.auto_filter.ref
    offered = {found.formula1: str(found.sqref) for found in sheet.data_validations.dataValidation}
    (name,) = (formula for formula, cells in offered.items() if cells.startswith("C6"))
    ((title, reference),) = made.defined_names[name].destinations
    assert title == words.LISTS
    place = reference.replace("$", "")
    assert [row[0].value for row in lists[place]] == [f"1-①-{n}. 読書の場" for n in range(1, 5)]


def test_an_open_row_has_room_to_write_and_grows_with_what_is_written() -> None:
    with ZipFile(BytesIO(write(book()))) as package:
        xml = package.read("xl/worksheets/sheet2.xml").decode()
    opening = re.search(r'<row r="6" ht="([0-9.]+)">', xml)  # a row that keeps its height would say customHeight
    assert opening is not None
    assert float(opening[1]) >= 36


def test_the_same_questions_are_the_same_bytes() -> None:
    assert write(book()) == write(book())


def test_a_text_that_a_cell_cannot_hold_is_refused_by_name() -> None:
    with pytest.raises(PlanError, match="1 図書館 令和2年度 評価 の文章が長すぎて"):
        book({evaluation(ROWS[0]): "長" * 32768})
