"""Numbers, days and times are read as the spreadsheet shows them; what we cannot show is never shown wrong."""

import random
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from imports.files.number_format import BUILT_IN, FormatUnknownError
from imports.files.open_document import read_open_sheets
from imports.files.shown_numbers import general, shown, shown_text
from tests.imports.tables import converted

ACCOUNTING = r'_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ '
APRIL = 44_287  # 1 April 2021


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1, "General", "1"), (1.0, "General", "1"), (0.1 + 0.2, "General", "0.3"), (1e20, "General", "1" + "0" * 20),
        (12, 'General"人"', "12人"), (2, '"第"General"回"', "第2回"), (3, "@", "3"), (3, "", "3"),
        (0.5, "0%", "50%"), (0.1234, "0.0%", "12.3%"), (9813, "#,##0", "9,813"), (12, '0"人"', "12人"),
        (-3, '#,##0;"▲"#,##0', "▲3"), (-3, "#,##0_ ;[Red]-#,##0", "-3"), (0, '0;-0;"－"', "－"), (7, "0000", "0007"),
        (7, "00-00", "00-07"), (1234.5, '"¥"#,##0', "¥1,235"), (1234, "[$¥-411]#,##0", "¥1,234"),
        (2.5, "# ?/?", "2 1/2"), (0.75, "# ??/??", "3/4"), (0, "# ?/?", "0"), (2.5, "0/0", "5/2"),
        (0.5, "# ?/8", "4/8"),
        (12345, "0.00E+00", "1.23E+04"), (0.00012, "0.0E-0", "1.2E-4"), (12345, "##0.0E+0", "12.3E+3"),
        (99_995, "0.00E+0", "1.00E+5"), (0, "0.0E+0", "0.0E+0"),
        (0, ACCOUNTING, "-"), (1234, ACCOUNTING, "1,234"), (-1234, ACCOUNTING, "-1,234"),
        (1_234_567, "#,##0,", "1,235"), (1_234_567, '#,##0,"千円"', "1,235千円"),
        (12_345_678, '0.0,,"百万円"', "12.3百万円"),
        (1, '[=1]"○";[=2]"△";"×"', "○"), (2, '[=1]"○";[=2]"△";"×"', "△"), (3, '[=1]"○";[=2]"△";"×"', "×"),
        (850, '[>=1000]#,##0"千円";0"円"', "850円"), (2500, '[>=1000]#,##0"千円";0"円"', "2,500千円"),
        (1.5, "[h]:mm", "36:00"), (0.375, "h:mm", "9:00"), (0.5, "h:mm AM/PM", "12:00 PM"),
        (0.75, "[mm]:ss", "1080:00"),
        (0.5 + 1e-5, "h:mm:ss.0", "12:00:00.9"), (0.381_944_444_4, "h:mm", "9:10"),
        (APRIL, '[$-411]ggge"年"m"月"d"日"', "令和3年4月1日"), (APRIL, "[$-411]ge.m.d;@", "R3.4.1"),
        (APRIL, "gge", "令3"),
        (43_586, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', "令和元年5月1日"), (43_585, '[$-411]ggge"年度"', "平成31年度"),
        (APRIL, 'yyyy"年"m"月"', "2021年4月"), (APRIL, 'm"月"', "4月"), (APRIL, "yyyy/mm/dd", "2021/04/01"),
        (APRIL, "aaa", "木"), (APRIL, 'm"月"d"日("aaaa")"', "4月1日(木曜日)"), (APRIL, "d-mmm-yy", "1-Apr-21"),
        (APRIL + 0.5625, 'm/d h"時"mm"分"', "4/1 13時30分"), (99_999_999_999, "yyyy/m/d", "######"),
        (1, "yyyy/m/d", "1900/1/1"), (61, "yyyy/m/d", "1900/3/1"), (float("inf"), "0", "inf"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_its_format_shows_it(value: float, code: str, text: str) -> None:
    assert shown(value, code)[0] == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (14, "2021/4/1"), (27, "R3.4.1"), (28, "令和3年4月1日"), (30, "4/1/21"), (31, "2021年4月1日"),
        (34, "2021年4月"), (35, "4月1日"), (36, "R3.4.1"), (50, "R3.4.1"), (52, "2021年4月"),
        (54, "令和3年4月1日"), (56, "4月1日"),
        (57, "R3.4.1"), (58, "令和3年4月1日"), (22, "2021/4/1 0:00"),
    ],
)  # fmt: skip
def test_a_format_that_is_only_a_number_is_shown_as_a_japanese_excel_does(number: int, text: str) -> None:
    assert shown(APRIL, BUILT_IN[number]) == (text, True)


def test_a_workbook_of_the_other_calendar_counts_from_1904() -> None:
    assert shown(APRIL - 1462, "yyyy/m/d", since_1904=True)[0] == "2021/4/1"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (123, "[DBNum1]General"), (5, "0n"), (-5, '[<100]0"円";0"千円"'), (-5, '0"点";;"なし"'), (5, ";;;"),
        (5, "[>100]0;[>10]0"), (5, '"' * 100 + "[nonsense"), (5, "[unheard]0"), (APRIL, "yyyy/m/d 0"),
    ],
)  # fmt: skip
def test_a_format_that_we_cannot_show_is_none(value: float, code: str) -> None:
    with pytest.raises(FormatUnknownError):
        shown(value, code)


def test_numbers_of_a_value_without_a_format_have_no_tail() -> None:
    assert [general(x) for x in (2, 2.0, 2.50, 1e-7)] == ["2", "2", "2.5", "0.0000001"]


@pytest.mark.parametrize(
    ("text", "code", "seen"),
    [
        (" 防災課 ", "@", " 防災課 "), ("防災課", 'General"様"', "防災課"), ("12", '0;-0;0;"第"@"号"', "第12号"),
        ("調整中", ACCOUNTING, "調整中"), ("調整中", ";;;", "調整中"), ("調整中", "[unheard]@", "調整中"),
    ],
)  # fmt: skip
def test_a_text_keeps_its_blanks_and_gets_the_words_of_its_format(text: str, code: str, seen: str) -> None:
    assert shown_text(text, code) == seen


NUMBERS = (0, 1, 2, 3, 7, 12, 850, -850, 1234, 1_234_567, -1_234_567, 0.5, 0.125, 1.5, 2.25, 12_345.678, 0.85532)
NUMBER_CODES = (
    "0", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "0.00E+00", "##0.0E+0", "# ?/?", "0.0#", "000", "00-00",
    '000"-"0000', "#,##0,", '#,##0,"千円"', 'General"人"', '"第"General"回"', "[Red]#,##0;[Blue]-#,##0",
    '#,##0;"▲"#,##0', '#,##0;▲#,##0;"－"', ACCOUNTING, r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    '[=1]"○";[=2]"△";"×"', "#,##0.00_);[Red](#,##0.00)", '"¥"#,##0', "[$¥-411]#,##0;-[$¥-411]#,##0", "@", '0.0"%"',
    "?0.0?", "(0)", "+0;-0;±0", "00000000", '#,##0"円/人"', '0"か所";"減"0"か所"',
)  # fmt: skip
MOMENTS = (APRIL, 43_586, 43_585, 32_515, 32_516, 6_520, 61, APRIL + 0.5625, APRIL + 0.25)
MOMENT_CODES = (
    '[$-411]ggge"年"m"月"d"日"', "[$-411]ge.m.d", '[$-411]ggge"年度"', "[$-411]ge", 'yyyy"年"m"月"', 'm"月"',
    "[$-411]aaa", 'm"月"d"日"', "yyyy/m/d", "yyyy/mm/dd", "yy/m/d", "m/d/yy", "h:mm", "h:mm:ss", 'hh"時"mm"分"',
    "[h]:mm",
    "[mm]:ss", "mm:ss", "mm:ss.0", "h:mm AM/PM", '[$-411]AM/PM h"時"', "ddd", "dddd", "mmm-yy", "d-mmm", "mmmm", "m-d",
    "yyyy/m/d h:mm", "[$-411]ee", 'yyyy-mm-dd"T"hh:mm:ss', "s",
)  # fmt: skip


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_cell_is_shown_as_another_spreadsheet_shows_it(tmp_path: Path) -> None:
    cases = [(value, code) for code in NUMBER_CODES for value in NUMBERS]
    cases += [(value, code) for code in MOMENT_CODES for value in MOMENTS]
    dice = random.Random(4)
    codes = (NUMBER_CODES[1:4], MOMENT_CODES[8:11])
    cases += [(dice.uniform(-1e6, 1e6), dice.choice(codes[0])) for _ in range(100)]
    cases += [(dice.uniform(100, 60_000), dice.choice(codes[1])) for _ in range(100)]
    sheet = (book := Workbook()).worksheets[0]
    for line, (value, code) in enumerate(cases, 1):
        sheet.cell(line, 1).value = value
        sheet.cell(line, 1).number_format = code
        sheet.cell(line, 2).value = "行"
    book.save(tmp_path / "書式.xlsx")
    converted(tmp_path / "書式.xlsx", "ods")
    (seen,) = read_open_sheets((tmp_path / "書式.ods").read_bytes(), "書式.ods")
    theirs = [row[0].strip() for row in seen.rows]
    ours = [shown(value, code)[0] for value, code in cases]
    odd = [(*case, our, their) for case, our, their in zip(cases, ours, theirs, strict=True) if our != their]
    assert odd == []
