"""A city's published table as a document; the tests that ask for it are skipped where it is not at hand."""

from pathlib import Path

import pytest

from exports.document import Align, Column, Document, Row, Table
from plan.era import FiscalYear
from plan.table import columns

PUBLISHED = Path(__file__).parents[2].parent / "shared" / "real" / "progress-table.txt"


def real_rows() -> list[list[str]]:
    """The 133 rows with 15 cells each."""
    if not PUBLISHED.exists():
        pytest.skip("the published table is not at hand")
    records = [line.split("\t") for line in PUBLISHED.read_text(encoding="utf-8").split("\n")]
    return [r for r in records if len(r) == 15 and r[0] != "番号"]


def real_document() -> Document:
    """The rows under the headings they are printed with."""
    rows = [Row(tuple(cells), name=f"{cells[0]} {cells[3]}") for cells in real_rows()]
    printed = [
        Column(c.headings, c.field.width, Align.LEFT, key=i < 5, filling=c.field.yearly)
        for i, c in enumerate(columns(FiscalYear(y) for y in range(2017, 2022)))
    ]
    return Document("進行管理表", (Table(tuple(printed[:15]), rows, "進行管理表"),))
