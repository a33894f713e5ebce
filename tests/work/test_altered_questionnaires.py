"""Whatever was done to a questionnaire on its way: it is told where, in words to send back as they stand."""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from db.store.working import Store
from plan.exchange import questionnaire as words
from tests.work.returned_books import (
    ANSWER,
    BELOW,
    EVALUATION,
    TARGET,
    TOP,
    Alteration,
    Books,
    answered,
    examined,
    returned,
    table_of,
    taken,
)
from work.letters import sending_back_letter, worth_sending_back
from work.wording import place_text

HERE = "調査票 K7 3 令和2年度 評価"


def put(cell: str, value: object, number_format: str = "General") -> Alteration:
    def type_in(made: Workbook) -> None:
        filled = table_of(made)[cell]
        filled.value, filled.number_format = value, number_format

    return type_in


def merge(made: Workbook) -> None:
    table_of(made).merge_cells(f"{EVALUATION}{TOP}:{EVALUATION}{BELOW}")


def swap_columns(made: Workbook) -> None:
    sheet = table_of(made)
    for line in (3, TOP, BELOW):
        one, other = sheet[f"{EVALUATION}{line}"], sheet[f"{TARGET}{line}"]
        one.value, other.value = other.value, one.value
        one._style, other._style = other._style, one._style  # noqa: SLF001 - openpyxl gives looks no other name


def insert_column(made: Workbook) -> None:
    table_of(made).insert_cols(11)
    table_of(made)[f"K{BELOW}"] = "挿入した列の記入"


def insert_row(made: Workbook) -> None:
    table_of(made).insert_rows(BELOW)
    table_of(made)[f"{EVALUATION}{BELOW}"] = "挿入した行の記入"


def sort_rows(made: Workbook) -> None:
    sheet = table_of(made)
    for one, other in zip(sheet[TOP], sheet[BELOW], strict=True):
        one.value, other.value = other.value, one.value


def double_row(made: Workbook, answer: str = "別の答え。") -> None:
    sheet = table_of(made)
    for cell in sheet[TOP]:
        sheet.cell(BELOW + 1, cell.column or 1).value = cell.value
    sheet[f"{EVALUATION}{BELOW + 1}"] = answer


def unprotect(made: Workbook) -> None:
    table_of(made).protection.sheet = False


# What was done; the place and the sentence of what is told; whether the department is to mend it; what is taken.
ALTERED: dict[str, tuple[Alteration, str, str, bool, list[str]]] = {
    "columns moved": (swap_columns, "調査票 3 行目", "列の並びが変わっています", False, [ANSWER]),
    "a column inserted": (insert_column, "調査票 K7", "調査票になかった列に記入があります", True, [ANSWER]),
    "a column deleted": (
        lambda made: table_of(made).delete_cols(12),
        "調査票 3 行目 令和3年度 内容及び目標",
        "列「令和3年度 内容及び目標」がありません",
        True,
        [ANSWER],
    ),
    "a row inserted": (insert_row, "調査票 7 行目", "行ID のない行です", True, [ANSWER]),
    "rows sorted": (sort_rows, "調査票", "行の並びが変わっています", False, [ANSWER]),
    "a row deleted": (
        lambda made: table_of(made).delete_rows(BELOW),
        "調査票 3",
        "番号「3」の行がありません",
        True,
        [ANSWER],
    ),
    "a row doubled with the same answer": (
        lambda made: double_row(made, ANSWER),
        "調査票 8 行目 2",
        "記入は同じなので",
        False,
        [ANSWER],
    ),
    "a row doubled with another answer": (
        double_row,
        "調査票 8 行目 2",
        "どちらも取り込んでいません（もうひとつは 6 行目）",
        True,
        [],
    ),
    "protection removed": (unprotect, "調査票 3 行目", "シートの保護が解除されています", False, [ANSWER]),
    "a formula that was never calculated": (
        put(f"{EVALUATION}{BELOW}", "=1+1"),
        HERE,
        "計算式が入っています",
        True,
        [ANSWER],
    ),
    "a formula over a range": (
        put(f"{EVALUATION}{BELOW}", ArrayFormula("K7", "=SUM(A1:A2)")),
        HERE,
        "計算式が入っています",
        True,
        [ANSWER],
    ),
    "4-1 that became a date": (
        put(f"{EVALUATION}{BELOW}", datetime(2021, 4, 1), 'm"月"d"日"'),  # noqa: DTZ001
        HERE,
        "日付になっています",
        True,
        [ANSWER],
    ),
    "a percentage": (
        put(f"{EVALUATION}{BELOW}", 0.5, "0%"),
        HERE,
        "貼り付けた書式で表示された数値",
        True,
        [ANSWER],
    ),
    "a number with its commas": (
        put(f"{EVALUATION}{BELOW}", 1234, "#,##0"),
        HERE,
        "貼り付けた書式で表示された数値",
        True,
        [ANSWER],
    ),
    "a plain number": (
        put(f"{EVALUATION}{BELOW}", 1234),
        HERE,
        "見えているとおりに取り込みます",
        False,
        [ANSWER, "1234"],
    ),
    "a truth": (
        put(f"{EVALUATION}{BELOW}", value=True),
        HERE,
        "文字でも数値でもない値",
        True,
        [ANSWER],
    ),
    "cells merged": (merge, HERE, "6 行目のセルと結合されています", True, [ANSWER]),
    "the key of a row overwritten": (
        put(f"A{BELOW}", "3"),
        "調査票 7 行目 3",
        "行ID と、番号や実施内容などの並びが合いません",
        False,
        [ANSWER],
    ),
    "the check of a row overwritten": (
        put(f"B{BELOW}", "済"),
        "調査票 7 行目 3",
        "行ID と、番号や実施内容などの並びが合いません",
        False,
        [ANSWER],
    ),
    "the number of a row overwritten": (
        put(f"C{BELOW}", "30"),
        "調査票 C7 30 番号",
        "「番号」が「30」に書き換えられています",
        True,
        [ANSWER],
    ),
    "last year's text overwritten": (
        put(f"I{BELOW}", "直した"),
        "調査票 I7 3 令和元年度 評価",
        "お願いしていない欄が「直した」に書き換えられています",
        True,
        [ANSWER],
    ),
    "the guide deleted": (
        lambda made: made.remove(made[words.GUIDE]),
        "",
        "「記入状況」に「記入済み」とも「記入中」とも書かれていません",
        False,
        [ANSWER],
    ),
    "the list deleted": (
        lambda made: made.remove(made[words.LISTS]),
        "調査票",
        "配布した行の一覧がない",
        False,
        [ANSWER],
    ),
    "the sheet for new rows deleted": (
        lambda made: made.remove(made[words.ADDITIONS]),
        "",
        "「行の追加」のシートを読み取れません",
        False,
        [ANSWER],
    ),
}


@pytest.mark.parametrize("name", ALTERED)
def test_what_was_altered_is_told_with_its_place_and_everything_else_arrives(
    name: str, handed: tuple[Store, Books], tmp_path: Path
) -> None:
    change, place, sentence, is_theirs, expected = ALTERED[name]
    made = answered(handed[1][1])
    change(made)
    found = examined(handed[0], returned(tmp_path, made))
    told = {str(f.sentence): place_text(f.place, "") for f in found.findings}
    (text,) = [text for text in told if sentence in text]
    assert told[text] == place
    assert taken(found) == expected
    assert worth_sending_back(found) is is_theirs
    assert (text in sending_back_letter("計画", found).body) is is_theirs


def test_values_pasted_a_line_too_low_are_held_back(handed: tuple[Store, Books], tmp_path: Path) -> None:
    made = answered(handed[1][1])
    sheet = table_of(made)
    sheet.protection.sheet = False
    for line, text in ((TOP, None), (BELOW, ANSWER), (BELOW + 1, "閉じた。")):
        sheet[f"{EVALUATION}{line}"] = text
    found = examined(handed[0], returned(tmp_path, made))
    assert taken(found) == []
    assert {"cell_displaced", "row_inserted"} <= {finding.check for finding in found.findings}


def rename(made: Workbook) -> None:
    table_of(made).title = "Sheet1"


def as_a_mail_gateway(content: bytes) -> bytes:
    """The workbook built anew from what stands in its cells: no styles, names, properties or protection."""
    source, target = load_workbook(BytesIO(content)), Workbook()
    target.remove(target.worksheets[0])
    for sheet in source.worksheets:
        copy = target.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.cell(cell.row, cell.column or 1).value = cell.value
    whole, out = BytesIO(), BytesIO()
    target.save(whole)
    with ZipFile(whole) as old, ZipFile(out, "w") as new:
        for part in old.namelist():
            if not part.startswith(("docProps/", "xl/theme/")):
                new.writestr(part, old.read(part))
    return out.getvalue()


def test_a_renamed_sheet_makes_no_difference(handed: tuple[Store, Books], tmp_path: Path) -> None:
    made = answered(handed[1][1])
    rename(made)
    found = examined(handed[0], returned(tmp_path, made))
    assert (taken(found), found.findings) == ([ANSWER], [])


def test_a_workbook_that_a_mail_gateway_built_anew_has_lost_nothing(
    handed: tuple[Store, Books], tmp_path: Path
) -> None:
    path = returned(tmp_path, answered(handed[1][1]))
    path.write_bytes(as_a_mail_gateway(path.read_bytes()))
    found = examined(handed[0], path)
    assert taken(found) == [ANSWER]
    assert [f.check for f in found.findings] == ["unprotected"]


def test_a_formula_is_told_also_where_its_result_stands_in_the_cell(
    handed: tuple[Store, Books], tmp_path: Path
) -> None:
    made = answered(handed[1][1])
    put(f"{EVALUATION}{BELOW}", "=1+1")(made)
    path = returned(tmp_path, made)
    with ZipFile(BytesIO(path.read_bytes())) as old, ZipFile(path, "w") as new:
        for part in old.namelist():
            xml = old.read(part)
            calculated = re.sub(rb"<f>1\+1</f><v ?/>|<f>1\+1</f><v></v>", b"<f>1+1</f><v>2</v>", xml)
            new.writestr(part, calculated)
            assert (calculated != xml) is (part == "xl/worksheets/sheet2.xml")
    found = examined(handed[0], path)
    (finding,) = found.findings
    assert (taken(found), place_text(finding.place, "")) == ([ANSWER], HERE)
    assert "計算式が入っています" in str(finding.sentence)
