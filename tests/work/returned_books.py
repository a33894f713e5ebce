"""A small plan that was handed out as questionnaires, and one of them on its way back: for tests."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.examination import Examined
from db.store.working import Store
from plan.exchange import questionnaire as words
from tests.db.exchange.returning import look
from work.returns import read_returns

TOP, BELOW = 6, 7
"""The lines of the department's two rows: 番号 2, which is answered, and 番号 3."""
ANSWER = "開いた。"
EVALUATION, TARGET = "K", "L"
"""The asked columns: 令和2年度評価 and 令和3年度内容及び目標."""
Books = list[bytes]
Alteration = Callable[[Workbook], object]


def table_of(made: Workbook) -> Worksheet:
    sheet = made[words.TABLE]
    assert isinstance(sheet, Worksheet)
    return sheet


def answered(content: bytes) -> Workbook:
    made = load_workbook(BytesIO(content))
    table_of(made)[f"{EVALUATION}{TOP}"] = ANSWER
    return made


def returned(folder: Path, made: Workbook) -> Path:
    path = folder / "返送.xlsx"
    made.save(path)
    return path


def examined(store: Store, path: Path) -> Examined:
    (found,) = look(store, *read_returns([path]))
    return found


def taken(found: Examined) -> list[str | None]:
    return [report.theirs for report in found.taken]
