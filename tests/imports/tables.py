"""An invented city's table in the shapes in which cities keep theirs, and workbooks that nobody should open."""

import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

TITLE = "第2次みなと市読書計画 進行管理表"
KEYS = ["番号", "実施事業", "主担当", "担当課", "実施内容", "現状及び事業目標"]
YEARS = ["平成30年度", "令和元年度"]
FIELDS = ["内容及び目標", "評価"]
ROWS = [
    ["1", "1-①-ア. 本に親しむ場づくり", "○", "図書館", "おはなし会の開催", "【現状】月1回\n【事業目標】月2回",
     "月2回開く。\n【目標】24回", "【結果/目標】22回/24回", "引き続き開催する。", "毎月2回開催した。"],
    ["2", "1-①-ア. 本に親しむ場づくり", "", "子育て支援課(旧児童課)", "おはなし会の開催", "主担当課に準ずる。",
     "会場を貸し出す。", "9,813人が来場した。", "", ""],
    ["3", "1-①-イ. 学校との連携", "○", "学務課", "巡回文庫", "【現状】5校 【事業目標】全校",
     "巡回校を増やす。", "「文庫」を7校に広げた。", "10校を目指す。", "－"],
    ["4", "1-①-イ. 学校との連携", "", "生涯学習課(公民館)", "巡回文庫", "主担当課に準ずる。",
     "該当なし", "", "㈱港書店・髙島氏と協議する。", "4-1"],
]  # fmt: skip
HEADINGS = [*KEYS, *(year + field for year in YEARS for field in FIELDS)]
CELLS = [tuple(cell or None for cell in row) for row in ROWS]


def as_lines(pages: int = 2) -> list[list[str]]:
    """The rows page by page, each page with its title, its label and the header again."""
    size = -(-len(ROWS) // pages)
    lines: list[list[str]] = []
    for start in range(0, len(ROWS), size):
        rows = map(list, [HEADINGS, *ROWS[start : start + size]])  # a test may write into them
        lines += [[TITLE], [], ["資料3"], [], *rows, [f"- {start // size + 1} -"]]
    return lines


def merged_workbook(path: Path) -> Path:
    """Two header rows with merged years, merged 実施事業 cells, a title block and the header again on the next page."""
    book = Workbook()
    sheet = book.worksheets[0]
    line = 0
    for start in (0, 2):
        sheet.cell(line + 1, 1, TITLE)
        sheet.merge_cells(start_row=line + 1, end_row=line + 1, start_column=1, end_column=9)
        sheet.cell(line + 2, 10, "資料3")
        for column, heading in enumerate(KEYS, 1):
            sheet.cell(line + 3, column, heading)
            sheet.merge_cells(start_row=line + 3, end_row=line + 4, start_column=column, end_column=column)
        for n, year in enumerate(YEARS):
            sheet.cell(line + 3, 7 + 2 * n, year)
            sheet.merge_cells(start_row=line + 3, end_row=line + 3, start_column=7 + 2 * n, end_column=8 + 2 * n)
        for column in range(7, 11):
            sheet.cell(line + 4, column, FIELDS[(column - 7) % 2].replace("及び", "及び\n"))
        for n, row in enumerate(ROWS[start : start + 2]):
            for column, text in enumerate(row, 1):
                if text and not (n == 1 and column == 2):
                    sheet.cell(line + 5 + n, column, text)
        sheet.merge_cells(start_row=line + 5, end_row=line + 6, start_column=2, end_column=2)
        line += 6
    sheet.cell(line + 1, 1, "※ ○は主担当課です。")
    sheet.merge_cells(start_row=line + 1, end_row=line + 1, start_column=1, end_column=9)
    book.save(path)
    return path


def plain_workbook(rows: Sequence[Sequence[object]], path: Path) -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def converted(path: Path, form: str) -> None:
    """The workbook once more beside itself, in the form in which LibreOffice saves it."""
    home = f"-env:UserInstallation={(path.parent / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


SHEET = "xl/worksheets/sheet1.xml"
Edit = Callable[[bytes], bytes]


def edited(path: Path, edits: Mapping[str, Edit], added: Mapping[str, bytes] | None = None) -> Path:
    """A plain workbook with parts of its package changed or added."""
    plain_workbook([HEADINGS, *ROWS], path)
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, edits.get(name, bytes)(old.read(name)))
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return path


def before_end_of_rows(xml: bytes) -> Edit:
    """An edit that puts more rows into a sheet."""
    return lambda sheet: sheet.replace(b"</sheetData>", xml + b"</sheetData>")


def after_rows(xml: bytes) -> Edit:
    """An edit that puts something behind a sheet's rows."""
    return lambda sheet: sheet.replace(b"</sheetData>", b"</sheetData>" + xml)


def with_doctype(sheet: bytes) -> bytes:
    """A sheet that declares entities which grow a thousandfold."""
    entities = b'<!ENTITY a "lol"><!ENTITY b "' + b"&a;" * 1000 + b'">'
    return b"<!DOCTYPE worksheet [" + entities + b"]>" + re.sub(rb"^<\?xml[^>]*\?>", b"", sheet)
