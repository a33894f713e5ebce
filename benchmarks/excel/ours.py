"""Ours: the table composed and written; and read as an import reads it."""

from benchmarks.excel import READING, WRITING
from benchmarks.excel.book import book, expect_rows, finish
from benchmarks.excel.prepared import workbook
from benchmarks.measuring import Bench
from benchmarks.worlds import table
from exports.formats.excel import workbook as excel
from exports.forms.progress_table import compose
from imports.table.table_reading import open_source


def write(bench: Bench) -> None:
    """Compose and write."""
    shown, path = table(bench.worlds, bench.size), bench.folder / "ours.xlsx"
    with bench.clock(WRITING), path.open("wb") as out:
        excel.write(compose(shown), out)
    finish(bench, path)


def read(bench: Bench) -> None:
    """Read the sheets in the child process."""
    path = workbook(bench)
    with bench.clock(READING):
        sheets = open_source(path)
    expect_rows(sheets[0].rows, book(bench).rows)
