"""Returned questionnaires: what was filled in is read whatever became of the workbook, and every alteration is told."""

import shutil
import subprocess
from collections.abc import Callable
from copy import copy
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from exports.formats.excel.answer_workbook import write
from exports.formats.excel.rows_xml import clean
from imports.files.workbook import read_sheets
from imports.questionnaire.workbook_reading import read_questionnaire
from plan.exchange import questionnaire as words
from plan.exchange.returns import Contribution, Return, ReturnState
from plan.findings import Finding
from tests.asking import DISTRIBUTION, ROWS, book, evaluation
from tests.imports.tables import HEADINGS, plain_workbook
from tests.thorough import thorough

FIRST = 6
"""The line of the first row."""
Change = Callable[[Worksheet], object]


def table_of(made: Workbook) -> Worksheet:
    sheet = made[words.TABLE]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(sheet: Worksheet, key: str) -> int:
    return next(cell.column for cell in sheet[3] if cell.value == key)


def put(sheet: Worksheet, row: int, key: str, value: object) -> None:
    """Fill in a cell of a row (from 0)."""
    sheet.cell(FIRST + row, column(sheet, key)).value = value  # type: ignore[assignment]


def answered(sheet: Worksheet) -> None:
    """The one answer that every altered questionnaire here has."""
    put(sheet, 1, "evaluation:2020", "開いた。")


ANSWER = {evaluation(ROWS[1]): "開いた。"}


def returned(folder: Path, change: Callable[[Workbook], object]) -> Return:
    """A questionnaire with the answer, altered and sent back."""
    made = load_workbook(BytesIO(write(book({evaluation(ROWS[0]): "前の文章"}))))
    answered(table_of(made))
    change(made)
    path = folder / "返送.xlsx"
    made.save(path)
    return read_questionnaire(path)


def said(found: Return) -> Contribution:
    assert found.refusal is None, found.refusal
    assert found.contribution is not None
    return found.contribution


def checks(found: Return) -> list[str]:
    return [finding.check for finding in found.findings]


def only(found: Return) -> Finding:
    (finding,) = found.findings
    return finding


def test_an_untouched_questionnaire_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(write(book({evaluation(ROWS[0]): "前の文章 \n_x000D_\x0b=1"})))
    found = read_questionnaire(path)
    assert (said(found).distribution, said(found).edition) == (DISTRIBUTION, None)
    assert (said(found).values, said(found).complete, found.findings) == ({}, False, ())


def test_answers_and_the_word_that_all_is_done_arrive(tmp_path: Path) -> None:
    def finish(made: Workbook) -> None:
        guide = made[words.GUIDE]
        line = next(row for row in guide.iter_rows() if row[0].value == words.STANDING_LABEL)
        line[2].value = words.COMPLETE
        put(table_of(made), 0, "evaluation:2020", None)

    found = said(returned(tmp_path, finish))
    assert found.values == {evaluation(ROWS[0]): None, **ANSWER}
    assert found.complete


def _typed(row: int, key: str, value: object, number_format: str = "@") -> Change:
    def type_in(sheet: Worksheet) -> None:
        put(sheet, row, key, value)
        sheet.cell(FIRST + row, column(sheet, key)).number_format = number_format

    return type_in


def _sort(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    for line, values in enumerate(reversed(rows), FIRST):
        for place, value in enumerate(values, 1):
            sheet.cell(line, place).value = value


def _move_columns(sheet: Worksheet) -> None:
    sheet.merged_cells.ranges.clear()
    for row in sheet.iter_rows():
        cells = [(cell.value, copy(cell._style)) for cell in row]  # type: ignore[union-attr]  # noqa: SLF001 - openpyxl gives looks no other name
        for cell, content in zip(row, [*cells[7:], *cells[:7]], strict=True):
            if type(cell).__name__ == "Cell":
                cell.value, cell._style = content  # type: ignore[union-attr]  # noqa: SLF001


def _copy_row(sheet: Worksheet) -> None:
    for place, cell in enumerate(sheet[FIRST + 1], 1):
        sheet.cell(FIRST + 4, place).value = cell.value


def _double(sheet: Worksheet) -> None:
    sheet.cell(3, column(sheet, "evaluation:2019")).value = "grade:2020"


def _hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[FIRST + 1].hidden = True
    sheet.column_dimensions["K"].hidden = True


def _insert(sheet: Worksheet) -> None:
    sheet.cell(FIRST + 4, column(sheet, "evaluation:2020")).value = "新しい行です。"


def _unlock(sheet: Worksheet) -> None:
    sheet.protection.sheet = False


ACCEPTED: dict[str, tuple[Change, *tuple[str, ...]]] = {
    "rows sorted": (_sort, "rows_sorted"),
    "columns moved": (_move_columns, "columns_moved"),
    "protection removed": (_unlock, "unprotected"),
    "a row copied": (_copy_row, "row_doubled"),
    "a row inserted": (_insert, "row_inserted"),
    "a row deleted": (lambda sheet: sheet.delete_rows(FIRST + 2), "row_missing"),
    "a column deleted": (lambda s: s.delete_cols(column(s, "target:2021")), "column_missing"),
    "a column doubled": (_double, "column_missing", "column_doubled"),
    "the key of a row emptied": (
        lambda s: setattr(s.cell(FIRST + 2, 1), "value", None),
        "rows_refound",
    ),
    "the check of a row emptied": (
        lambda s: setattr(s.cell(FIRST + 2, 2), "value", None),
        "rows_refound",
    ),
    "the key of another row": (
        lambda s: setattr(s.cell(FIRST + 2, 1), "value", ROWS[0]),
        "rows_refound",
    ),
    "a formula": (_typed(0, "evaluation:2020", "=1+1", "General"), "cell_not_taken"),
    "4-1 as a date": (_typed(0, "evaluation:2020", datetime(2021, 4, 1), 'm"月"d"日"'), "cell_not_taken"),  # noqa: DTZ001
    "a percentage": (_typed(0, "evaluation:2020", 0.5, "0%"), "cell_not_taken"),
    "a truth": (_typed(0, "evaluation:2020", True), "cell_not_taken"),  # noqa: FBT003
    "an error": (_typed(0, "evaluation:2020", "#N/A"), "cell_not_taken"),
    "a text that may have been cut": (_typed(0, "evaluation:2020", "長" * 32767), "cell_not_taken"),
    "a key's text edited": (_typed(0, "name", "別の内容"), "outside_of_asked"),
    "last year's text edited": (_typed(0, "evaluation:2019", "直した文章"), "outside_of_asked"),
    "an ended row's later year": (_typed(3, "target:2021", "続ける。"), "outside_of_asked"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_altered_questionnaire_keeps_its_answer_and_the_alteration_is_told(name: str, tmp_path: Path) -> None:
    change, *expected = ACCEPTED[name]
    found = returned(tmp_path, lambda made: change(table_of(made)))
    assert said(found).values == ANSWER
    assert checks(found) == expected
    assert all(finding.place.sheet == words.TABLE for finding in found.findings)
    assert all(str(finding.sentence).endswith("。") for finding in found.findings)


def test_a_finding_names_the_line_the_column_and_the_row(tmp_path: Path) -> None:
    place = only(returned(tmp_path, lambda m: _typed(0, "evaluation:2020", "=1+1", "General")(table_of(m)))).place
    assert (place.line, place.column, place.number, place.year) == (6, 12, "1", 2020)


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    found = returned(tmp_path, lambda made: _hide(table_of(made)))
    assert said(found).values == ANSWER
    assert checks(found) == ["rows_hidden", "column_hidden"]


def test_the_same_row_twice_with_two_answers_is_taken_from_neither(tmp_path: Path) -> None:
    def differ(made: Workbook) -> None:
        _copy_row(table_of(made))
        put(table_of(made), 4, "evaluation:2020", "開かなかった。")

    found = returned(tmp_path, differ)
    assert (said(found).values, checks(found)) == ({}, ["row_doubled", "row_doubled"])


def test_a_number_is_taken_as_it_is_seen(tmp_path: Path) -> None:
    found = returned(tmp_path, lambda made: _typed(0, "evaluation:2020", 30, "General")(table_of(made)))
    assert said(found).values == {evaluation(ROWS[0]): "30", **ANSWER}
    assert checks(found) == ["cell_is_number"]


def test_cells_merged_into_one_answer_for_the_first_row_only(tmp_path: Path) -> None:
    def merge(made: Workbook) -> None:
        sheet = table_of(made)
        place = column(sheet, "evaluation:2020")
        sheet.merge_cells(start_row=FIRST + 1, end_row=FIRST + 2, start_column=place, end_column=place)

    found = returned(tmp_path, merge)
    assert (said(found).values, checks(found)) == (ANSWER, ["cell_merged"])


def test_what_is_struck_out_is_no_answer_and_comments_are_told(tmp_path: Path) -> None:
    def strike(made: Workbook) -> None:
        sheet = table_of(made)
        cell = sheet.cell(FIRST, column(sheet, "evaluation:2020"))
        cell.value = CellRichText(TextBlock(InlineFont(strike=True), "20回"), TextBlock(InlineFont(), "22回"))
        cell.comment = Comment("数え直しました。", "課長")

    found = returned(tmp_path, strike)
    assert said(found).values[evaluation(ROWS[0])] == "22回"
    told = {f.check: f for f in found.findings}
    assert sorted(told) == ["comments", "struck_text"]
    assert "「20回」" in str(told["struck_text"].sentence)
    assert told["struck_text"].place.line == FIRST


def test_line_breaks_are_kept_as_the_plan_keeps_them(tmp_path: Path) -> None:
    found = returned(tmp_path, lambda m: put(table_of(m), 0, "evaluation:2020", "一行目_x000D_\n二行目_x000D_三行目 "))
    assert said(found).values[evaluation(ROWS[0])] == "一行目\n二行目\n三行目 "


def test_sheets_copied_into_a_workbook_without_the_others_still_arrive(tmp_path: Path) -> None:
    def strip(made: Workbook) -> None:
        made.remove(made[words.GUIDE])
        made.remove(made[words.LISTS])
        table_of(made).title = "Sheet1"

    found = returned(tmp_path, strip)
    assert said(found).values == ANSWER
    assert checks(found) == ["list_gone", "standing_unclear"]


def _without_identity(made: Workbook) -> None:
    made.remove(made[words.GUIDE])
    table_of(made).delete_rows(2)


def _of_two(made: Workbook) -> None:
    sheet = made[words.GUIDE]
    cell = next(row[2] for row in sheet.iter_rows() if row[0].value == words.DISTRIBUTION_LABEL)
    cell.value = "00000000-0000-4000-8000-000000000098"


def _of_the_future(made: Workbook) -> None:
    for sheet in made.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == f"{words.FORMAT} {words.VERSION}":
                    cell.value = f"{words.FORMAT} {words.VERSION + 1}"


REFUSED: dict[str, tuple[Callable[[Workbook], object], ReturnState, str]] = {
    "the identity removed": (_without_identity, ReturnState.ALTERED, "配布ID"),
    "two questionnaires in one": (_of_two, ReturnState.ALTERED, "混ざっています"),
    "a newer program's": (_of_the_future, ReturnState.NEWER_PROGRAM, "新しい版"),
    "the columns' names removed": (lambda m: table_of(m).delete_rows(3), ReturnState.ALTERED, "灰色の文字"),
    "the table twice": (lambda m: m.copy_worksheet(table_of(m)), ReturnState.ALTERED, "2 枚"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_workbook_that_cannot_be_understood_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    change, state, sentence = REFUSED[name]
    found = returned(tmp_path, change)
    assert found.contribution is None
    assert found.refusal is not None
    assert found.refusal.state is state
    assert sentence in str(found.refusal)
    assert "返送.xlsx" in str(found.refusal)


def test_other_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    plain = plain_workbook([HEADINGS], tmp_path / "表.xlsx")
    broken, text = tmp_path / "壊れた.xlsx", tmp_path / "文.xls"
    broken.write_bytes(write(book())[:-400])
    text.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    for path, state in ((plain, "foreign"), (broken, "damaged"), (text, "damaged"), (tmp_path / "無.xlsx", "damaged")):
        refusal = read_questionnaire(path).refusal
        assert refusal is not None
        assert (refusal.state.value, path.name in str(refusal)) == (state, True)


TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cs"]),
        st.sampled_from("=+-@'\"\t\n\r ,;_x000D_\u3000髙﨑㈱𠮷\u200b①&<>"),
    ),
    max_size=60,
)


@given(texts=st.lists(TEXTS, min_size=4, max_size=4))
@thorough(20)
def test_any_text_comes_back_as_it_went_out(texts: list[str]) -> None:
    """In this process; the child reads the very same, only slower."""
    cells = {evaluation(row): text for row, text in zip(ROWS, texts, strict=True)}
    (sheet,) = (s for s in read_sheets(write(book(cells)), "a") if s.name == words.TABLE)
    place = sheet.rows[2].index("evaluation:2020")
    found = [(row + [""] * place)[place] for row in sheet.rows[FIRST - 1 :]]
    assert found == [clean(text) for text in texts]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_that_another_program_wrote_anew_is_read_all_the_same(tmp_path: Path) -> None:
    path, home = tmp_path / "回答.xlsx", (tmp_path / "home").as_uri()
    text = "=1+1\n 「語」 _x000D_ 4-1 \u3000 髙﨑㈱𠮷① "
    made = load_workbook(BytesIO(write(book({evaluation(ROWS[0]): "前の文章\t \n=A1"}))))
    put(table_of(made), 1, "evaluation:2020", text.replace("_x", "_x005F_x"))
    table_of(made).cell(FIRST + 1, column(table_of(made), "evaluation:2020")).data_type = "s"
    made.save(path)
    for form in ("ods", "xlsx"):
        source = path if form == "ods" else tmp_path / "回答.ods"
        command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", form, "--outdir", tmp_path]
        subprocess.run([*command, source], check=True, capture_output=True, timeout=60)
    found = read_questionnaire(path)
    assert said(found).values == {evaluation(ROWS[1]): text}
    assert found.findings == ()


@pytest.mark.parametrize("row", [0, 1], ids=["where a text was", "where nothing was"])
def test_an_answer_that_is_struck_out_whole_is_told_and_changes_nothing(tmp_path: Path, row: int) -> None:
    def strike(made: Workbook) -> None:
        sheet = table_of(made)
        cell = sheet.cell(FIRST + row, column(sheet, "evaluation:2020"))
        cell.value, cell.font = "20回開いた。", Font(strike=True)

    found = returned(tmp_path, strike)
    assert evaluation(ROWS[row]) not in said(found).values
    told = [f for f in found.findings if f.check == "cell_not_taken"]
    assert [(f.quote, f.place.line) for f in told] == [("20回開いた。", FIRST + row)]
