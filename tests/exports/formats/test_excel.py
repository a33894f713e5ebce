"""Excel workbooks: what stands in the cells, and how the sheet lies on the screen and on paper."""

import re
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from exports.document import (
    Align,
    Block,
    Clipped,
    Column,
    Document,
    Loss,
    Page,
    Paragraph,
    Row,
    Table,
    TooLongError,
    Unprintable,
)
from exports.formats.excel import fitting
from exports.formats.excel.workbook import write
from plan.progress import Cancelled
from tests.exports.real import real_document, real_rows

COLUMNS = (
    Column(("番号",), 8, Align.CENTER, key=True),
    Column(("実施内容",), 28, key=True),
    Column(("平成30年度", "内容及び目標"), 31, filling=True),
    Column(("平成30年度", "評価"), 31, filling=True),
    Column(("令和元年度", "内容及び目標"), 31, filling=True),
)
NASTY = ["=1+1", "+1", "-1", "@a", "#N/A", "4-1", "'a", "1", "007", "TRUE", " 前後 ", "a\nb", "\t", "_x000D_", "<&>\"'"]


def table(*rows: Sequence[str], columns: tuple[Column, ...] = COLUMNS, name: str = "進行管理表") -> Table:
    return Table(columns, [Row(tuple(r), name=f"{r[0]} 市民課") for r in rows], name)


def document(*blocks: Block, title: str = "夕凪市総合計画 進行管理表") -> Document:
    return Document(title, blocks, label="資料2", author="夕凪市")


def texts(*cells: str) -> list[Sequence[str]]:
    return [("1", cell, "", "", "") for cell in cells]


def write_to(out: BytesIO, *blocks: Block) -> list[Loss]:
    return write(document(*blocks), out)


def sheet(*blocks: Block, losses: Sequence[Loss] = ()) -> Worksheet:
    """The first sheet, read back; exactly those losses were told."""
    out = BytesIO()
    assert write_to(out, *blocks) == list(losses)
    worksheet = openpyxl.load_workbook(out).worksheets[0]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def stored(value: object) -> str:
    """The text that Excel shows for what the file holds."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), str(value or ""))


def bodies(worksheet: Worksheet, first: int = 4) -> list[list[str]]:
    return [[stored(value) for value in row] for row in worksheet.iter_rows(min_row=first, values_only=True)]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_a_text(text: str) -> None:
    cell = sheet(table(*texts(text)))["B4"]
    assert stored(cell.value) == text
    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)


WRITABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")


@settings(deadline=None)
@given(st.lists(st.text(WRITABLE | st.sampled_from("\n\t=_x05FD<&> 　𠮷㈱髙－")), max_size=8))
def test_every_text_comes_back_character_for_character(cells: list[str]) -> None:
    assert [row[1] for row in bodies(sheet(table(*texts(*cells))))] == cells


def test_line_breaks_become_those_of_a_workbook() -> None:
    assert bodies(sheet(table(*texts("a\r\nb\rc"))))[0][1] == "a\nb\nc"


def test_characters_that_a_workbook_cannot_hold_are_left_out_and_told_with_their_cell() -> None:
    expected = [Unprintable("1 市民課 実施内容", c) for c in "\x07\x1b\ud842\uffff"]
    assert bodies(sheet(table(*texts("あ\x07い\x1b\ud842う\uffff\x07")), losses=expected))[0][1] == "あいう"


@pytest.mark.parametrize(("text", "fits"), [("あ" * 32767, True), ("あ" * 32768, False), ("𠮷" * 16384, False)])
def test_a_text_that_excel_would_cut_is_refused_with_its_cell(text: str, *, fits: bool) -> None:
    if fits:
        sheet(table(*texts(text)), losses=[Clipped("1 市民課 実施内容")])
        return
    with pytest.raises(TooLongError) as refusal:
        write_to(BytesIO(), table(*texts(text)))
    assert (refusal.value.where, refusal.value.limit) == ("1 市民課 実施内容", 32767)


def test_headings_stand_in_two_levels_with_merged_years() -> None:
    worksheet = sheet(table(*texts("あ")))
    top, below = worksheet.iter_rows(min_row=2, max_row=3, values_only=True)
    assert top == ("番号", "実施内容", "平成30年度", None, "令和元年度")
    assert below == (None, None, "内容及び目標", "評価", "内容及び目標")
    assert {str(m) for m in worksheet.merged_cells.ranges} == {"A2:A3", "B2:B3", "C2:D2"}


def test_the_title_stands_at_the_left_and_the_label_at_the_right() -> None:
    worksheet = sheet(table(*texts("あ")))
    assert (worksheet["A1"].value, worksheet["E1"].value) == ("夕凪市総合計画 進行管理表", "資料2")
    assert worksheet["E1"].alignment.horizontal == "right"


def test_keys_and_headings_are_frozen_printed_on_each_page_and_filtered_by() -> None:
    worksheet = sheet(table(*texts("あ", "い")))
    assert worksheet.freeze_panes == "C4"
    assert worksheet.print_title_rows == "$1:$3"
    assert worksheet.auto_filter.ref == "A3:E5"


def test_the_sheet_is_a3_landscape_one_page_wide_with_page_numbers() -> None:
    worksheet = sheet(table(*texts("あ")))
    assert (worksheet.page_setup.paperSize, worksheet.page_setup.orientation) == (8, "landscape")
    assert worksheet.sheet_properties.pageSetUpPr is not None
    assert worksheet.sheet_properties.pageSetUpPr.fitToPage
    assert worksheet.page_setup.fitToHeight == 0
    assert worksheet.oddFooter is not None
    assert worksheet.oddFooter.center.text == "&P / &N"


def test_another_paper_is_as_the_document_says() -> None:
    out = BytesIO()
    write(Document("報告", (Paragraph("本文"),), page=Page(210, 297, 20)), out)
    worksheet = openpyxl.load_workbook(out).worksheets[0]
    assert (worksheet.page_setup.paperSize, worksheet.page_setup.orientation) == (9, "portrait")
    assert [stored(row[0].value) for row in worksheet.iter_rows()] == ["報告", "本文"]


def test_cells_are_ruled_wrapped_and_written_in_the_windows_name_of_the_font() -> None:
    for cell in sheet(table(*texts("あ")))[4]:
        assert (cell.font.name, cell.alignment.wrap_text, cell.alignment.vertical) == ("BIZ UDゴシック", True, "top")
        assert (cell.border.left.style, cell.border.bottom.style) == ("thin", "thin")
        assert (cell.alignment.horizontal == "center") == (cell.column == 1)


def test_notes_stand_below_the_table_line_by_line_and_a_foreword_above_it() -> None:
    worksheet = sheet(Paragraph("まえがき"), table(*texts("あ")), Paragraph("注1\n注2"))
    assert [row[0] for row in bodies(worksheet, 1)] == [
        "夕凪市総合計画 進行管理表",
        "まえがき",
        "番号",
        "",
        "1",
        "注1",
        "注2",
    ]
    assert {"A2:E2", "A6:E6", "A7:E7"} <= {str(m) for m in worksheet.merged_cells.ranges}
    assert (worksheet.print_title_rows, worksheet.freeze_panes) == ("$3:$4", "C5")


def test_every_table_has_a_sheet_whose_name_excel_allows() -> None:
    out = BytesIO()
    wanted = ("令和7年度[前期]/進行管理表", "長" * 40, "長" * 40, "", "𠮷" * 40)
    write_to(out, *(table(name=name) for name in wanted))
    names = openpyxl.load_workbook(out).sheetnames
    assert names[0] == "令和7年度［前期］／進行管理表"
    assert len(set(names)) == 5
    assert all(0 < len(name.encode("utf-16-le")) <= 2 * 31 and not set(name) & set("/\\?*[]:") for name in names)


def test_title_author_and_language_are_in_the_workbooks_properties() -> None:
    out = BytesIO()
    write_to(out, table())
    properties = openpyxl.load_workbook(out).properties
    assert (properties.title, properties.creator, properties.language) == (document().title, "夕凪市", "ja-JP")


def test_a_row_is_as_tall_as_its_longest_text_and_never_taller_than_excel_allows() -> None:
    worksheet = sheet(table(*texts("あ", "あ" * 60, "行\n" * 20, "あ" * 500, "あ" * 786)))
    heights = [worksheet.row_dimensions[i].height for i in range(4, 9)]
    assert heights == sorted(set(heights))
    assert heights[-1] <= 409.5


def test_a_column_grows_for_a_text_too_tall_for_any_row() -> None:
    short, tall = (sheet(table(*texts(text))).column_dimensions for text in ("あ" * 300, "あ" * 786))
    assert tall["B"].width > short["B"].width
    assert tall["A"].width == short["A"].width


def test_a_text_that_no_column_is_wide_enough_for_is_told_and_takes_no_room_from_the_others() -> None:
    losses = [Clipped("1 市民課 実施内容")]
    worksheet = sheet(table(*texts("行\n" * 60)), losses=losses)
    assert worksheet.column_dimensions["B"].width == sheet(table(*texts("あ"))).column_dimensions["B"].width


@given(st.text(st.sampled_from("あ、。「」a0 \n/-"), max_size=200), st.integers(2, 60))
def test_no_text_takes_fewer_lines_than_its_characters_fill(text: str, capacity: int) -> None:
    filled = sum(max(1, -(-sum(1 if c.isascii() else 2 for c in part) // capacity)) for part in text.split("\n"))
    assert fitting.lines(text, capacity) >= filled
    assert fitting.most_lines([text], [capacity]) == fitting.lines(text, capacity)


def test_filling_columns_share_what_is_left_of_the_page() -> None:
    assert fitting.widths(COLUMNS, (), 400) == pytest.approx([8, 28, 364 / 3, 364 / 3, 364 / 3])
    assert fitting.widths(COLUMNS, (), 100) == pytest.approx([8, 28, 31, 31, 31])


def test_an_export_tells_how_far_it_is_and_can_be_stopped() -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(document(table(*texts(*"あいうえお"))), BytesIO(), stop)
    assert seen == [(i, 8) for i in range(1, 6)]


def test_no_part_of_the_workbook_claims_rows_that_are_not_there() -> None:
    out = BytesIO()
    write_to(out, table(*texts("あ", "い")))
    worksheet = openpyxl.load_workbook(out, read_only=True).worksheets[0]
    assert len(list(worksheet.iter_rows())) == 5
    with ZipFile(out) as parts:
        assert parts.testzip() is None
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_citys_own_table_comes_back_cell_by_cell() -> None:
    assert bodies(sheet(*real_document().blocks)) == real_rows()
