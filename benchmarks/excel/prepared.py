"""The workbook that everybody reads: written by openpyxl in the ordinary way."""

from pathlib import Path

from benchmarks.excel.book import book
from benchmarks.excel.with_openpyxl import written
from benchmarks.measuring import Bench


def workbook(bench: Bench) -> Path:
    """The workbook of the bench's size; made when first asked for."""
    path = bench.worlds / f"{bench.size}.xlsx"
    if not path.exists():
        written(book(bench)).save(path)
    return path
