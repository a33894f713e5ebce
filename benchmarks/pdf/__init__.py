"""The progress table as PDF on A3, set in the same font, size and widths by everybody."""

import importlib.util
import shutil

from benchmarks.subject import OURS, Aim, Contestant, Subject

WRITING = "PDF: from the table to the file"
PAGE, CHARACTERS = "PDF: one page of it", "PDF: a thousand characters of it"
_PEERS = ("reportlab LongTable", "typst", "LibreOffice")


def _typst() -> str:
    return "" if importlib.util.find_spec("typst") else "the package typst is not installed"


def _office() -> str:
    return "" if shutil.which("soffice") else "LibreOffice is not installed"


SUBJECT = Subject(
    "pdf",
    "PDF",
    (
        Contestant(OURS, "benchmarks.pdf.ours:write", "S M L"),
        Contestant(_PEERS[0], "benchmarks.pdf.with_longtable:write", "S M"),
        Contestant(_PEERS[1], "benchmarks.pdf.with_typst:write", "S M", _typst),
        Contestant(_PEERS[2], "benchmarks.pdf.with_office:write", "S M", _office),
    ),
    (
        Aim(WRITING, "S", 1 / 5, _PEERS),
        Aim(WRITING, "M", 1 / 8, _PEERS),
        Aim(PAGE, "L", 1.1, since="M"),
        Aim(CHARACTERS, "L", 1.1, since="M"),
    ),
    "Ours begins with the table as the grid has it; the others are given the finished texts. LibreOffice is given "
    "the workbook, and its own process is timed with its start; its memory is not told. The texts of every file are "
    "read back with PDFium before its time counts. A page of L holds more than one of M: 25 columns in place of 15, "
    "in smaller letters.",
)
