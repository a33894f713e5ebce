"""The progress table as a styled workbook: borders, wrapped texts, row heights, frozen panes, print settings."""

import importlib.util

from benchmarks.subject import OURS, Aim, Contestant, Subject

WRITING, READING = "Excel: from the table to the workbook", "Excel: the texts of a workbook"
_XLSXWRITER, _OPENPYXL, _READ_ONLY = "XlsxWriter", "openpyxl, shared styles", "openpyxl, read_only"


def _xlsxwriter() -> str:
    return "" if importlib.util.find_spec("xlsxwriter") else "the package XlsxWriter is not installed"


SUBJECT = Subject(
    "excel",
    "Excel",
    (
        Contestant(OURS, "benchmarks.excel.ours:write"),
        Contestant(_XLSXWRITER, "benchmarks.excel.with_xlsxwriter:write", lacking=_xlsxwriter),
        Contestant(_OPENPYXL, "benchmarks.excel.with_openpyxl:write"),
        Contestant(OURS, "benchmarks.excel.ours:read"),
        Contestant(_READ_ONLY, "benchmarks.excel.with_openpyxl:read_streaming"),
        Contestant("openpyxl", "benchmarks.excel.with_openpyxl:read_whole"),
    ),
    (
        Aim(WRITING, "M", 1.5, (_XLSXWRITER,)),
        Aim(WRITING, "L", 2.1, (_XLSXWRITER,)),
        Aim(READING, "L", 1.0, (_READ_ONLY,)),
    ),
    "Every workbook is read back with openpyxl, cell by cell, before its time counts. Ours measures each text for its "
    "row's height; the others guess it from its length. Ours reads in a process of its own, with its start.",
)
