"""Small tables to be checked: rows of three years, written as the differences from a faultless one."""

import datetime as dt
from dataclasses import replace

from plan.checks.check import Subject
from plan.checks.checked_rows import Row, Terms, YearTexts, used_columns
from plan.checks.every import check
from plan.era import FiscalYear
from plan.findings import Finding
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId

TODAY = dt.date(2024, 5, 1)
YEARS = tuple(FiscalYear(year) for year in (2021, 2022, 2023))
_TEXTS = tuple(
    YearTexts(year, (f"案内を広げる。\n【目標】{n}回", f"{n}か所で案内した。\n【結果/目標】{n}/{n}回", "○"))
    for n, year in enumerate(YEARS, start=4)
)
GOOD = Row(
    AssignmentId(RecordId("row 1")), ItemId(RecordId("content 1")), DepartmentId(RecordId("office 1")),
    "1", "1-①-ア. 案内", "○", "広報課", "窓口の案内", "【現状】紙の案内", _TEXTS,
)  # fmt: skip


def with_year(row: Row, at: int, target: str | None = None, evaluation: str | None = None, grade: str = "○") -> Row:
    """The row with other texts in one of its years; None leaves a text as it is."""
    old = row.years[at]
    told = (old.target if target is None else target, old.evaluation if evaluation is None else evaluation, grade)
    return replace(row, years=(*row.years[:at], YearTexts(old.year, told), *row.years[at + 1 :]))


def numbered(n: int, row: Row = GOOD) -> Row:
    """The row as the n-th of a table, with a content and a department of its own."""
    return replace(
        row,
        id=AssignmentId(RecordId(f"row {n}")),
        content=ItemId(RecordId(f"content {n}")),
        department=DepartmentId(RecordId(f"office {n}")),
        number=str(n),
    )


def found(*rows: Row, beside: bool = True, terms: Terms | None = None) -> list[Finding]:
    """What is found in the rows; where `beside`, they follow a faultless row, which opens every column."""
    every = [GOOD, *rows] if beside else list(rows)
    return check(Subject(terms or Terms(TODAY, used=used_columns(every)), every))


def told(*rows: Row, beside: bool = True, terms: Terms | None = None) -> list[tuple[str, str, str]]:
    """The findings in short: check, field, fiscal year."""
    return [
        (f.check, f.place.field.name if f.place.field else "", f.place.year.short if f.place.year else "")
        for f in found(*rows, beside=beside, terms=terms)
    ]
