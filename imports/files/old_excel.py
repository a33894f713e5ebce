"""Old Excel (.xls) and OpenDocument (.ods) sheets through calamine, where it is installed; in the child process only.

calamine aborts the whole process over a cell at the far corner of a sheet: the parent makes one sentence of that.
"""

from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from pathlib import Path

from imports.files.rectangle import Grid, Sheet, Span
from imports.files.shown_numbers import general, shown_date
from imports.files.workbook import date_finding, decoded, fill_merged, put_checked
from plan.errors import PlanError
from plan.findings import Finding

Value = int | float | str | bool | time | date | datetime | timedelta


def read_old_sheets(path: Path) -> list[Sheet]:
    """Every sheet of the file, hidden ones too."""
    if find_spec("python_calamine") is None:
        raise PlanError(
            "「{file}」は古い形式（.xls・.ods）のため、この環境では読み込めません。"
            "Excel で開き、.xlsx 形式で保存し直してください。",
            file=path.name,
        )
    from python_calamine import CalamineSheet, PasswordError, SheetVisibleEnum, load_workbook  # noqa: PLC0415  # may be absent

    def read(sheet: CalamineSheet, *, hidden: bool) -> Sheet:
        spans = [Span(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        return _sheet(sheet.name, sheet.to_python(skip_empty_area=False), spans, hidden=hidden)

    try:
        book = load_workbook(path)
    except PasswordError as error:
        raise PlanError(
            "「{file}」にはパスワードがかかっています。Excel で開き、パスワードを外して保存し直してください。",
            file=path.name,
        ) from error
    return [
        read(book.get_sheet_by_name(sheet.name), hidden=sheet.visible != SheetVisibleEnum.Visible)
        for sheet in book.sheets_metadata
    ]


def _sheet(name: str, rows: list[list[Value]], spans: list[Span], *, hidden: bool) -> Sheet:
    grid, findings = Grid(), list[Finding]()
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            text = _shown(value)
            if text:
                put_checked(grid, name, (row, column), text)
            if isinstance(value, date | time):
                findings.append(date_finding(name, row, column, text))
    fill_merged(grid, name, spans)
    return Sheet(name, grid.rows, hidden, tuple(findings))


def _shown(value: Value) -> str:
    """The text of a value; calamine tells no formats, so a date is shown with its year."""
    match value:
        case str():
            return decoded(value)
        case bool():
            return str(value).upper()
        case int() | float():
            return general(value)
        case date():
            return shown_date(value, "yyyy")
        case _:
            return str(value)
