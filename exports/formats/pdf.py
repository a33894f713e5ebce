"""A document as PDF: real text in embedded fonts, on sheets that we set ourselves, line by line."""

from collections.abc import Iterator
from typing import BinaryIO

from exports.document import Block, Document, Paragraph, Row, Table, Unprintable, place
from exports.formats.pdf_columns import Columns
from exports.formats.pdf_sheets import PAD, Box, Inks, Sheets
from exports.formats.pdf_table import TableDrawing
from exports.progress import Progress, silent
from exports.truetype import Font

_PARAGRAPH = 9.0
_OFTEN = 16  # rows between two calls of a progress


def write(
    document: Document, out: BinaryIO, *, fallbacks: tuple[Font, ...] = (), progress: Progress = silent
) -> list[Unprintable]:
    """Write a document; the findings are the characters that no font has, drawn as 〓 and yet copied as themselves.

    `fallbacks` serve, in their order, for what BIZ UDGothic lacks. Progress counts rows; what it raises goes through,
    and nothing has then been written. The same document gives the same bytes.
    """
    inks = Inks(fallbacks)
    sheets = Sheets(document, inks)
    press = _Press(document, sheets, progress)
    press.draw()
    sheets.save(out)
    return press.findings


class _Press:
    """One document being drawn: how many rows are done, and what could not be drawn."""

    def __init__(self, document: Document, sheets: Sheets, progress: Progress) -> None:
        self.findings: list[Unprintable] = []
        self._document = document
        self._sheets = sheets
        self._progress = progress
        self._total = sum(len(b.rows) for b in document.blocks if isinstance(b, Table))
        self._done = 0

    def draw(self) -> None:
        """All blocks under the title."""
        for text in (self._document.title, self._document.label):
            self._look_at(text, text)
        self._sheets.draw_title()
        for block in self._document.blocks:
            self._draw_block(block)
        self._progress(self._total, self._total)

    def _draw_block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._draw_paragraph(block.text)
            return
        assert isinstance(block, Table)
        for column in block.columns:
            self._look_at("".join(column.headings), " ".join(column.headings))
        columns = Columns(block, self._sheets.inks, self._sheets.margin, self._sheets.breadth)
        TableDrawing(columns, self._sheets).draw(self._counted(block))

    def _counted(self, table: Table) -> Iterator[Row]:
        """The rows, each looked at after it has been drawn."""
        for row in table.rows:
            if self._done % _OFTEN == 0:
                self._progress(self._done, self._total)
            yield row
            self._done += 1
            if self._sheets.inks.lacking:
                for column, text in zip(table.columns, row.cells, strict=True):
                    self._look_at(text, place(row, column))

    def _look_at(self, text: str, where: str) -> None:
        self.findings += [Unprintable(where, c) for c in self._sheets.inks.missing(text)]

    def _draw_paragraph(self, text: str) -> None:
        self._look_at(text, text.partition("\n")[0])
        sheets, ink = self._sheets, self._sheets.inks.plain(_PARAGRAPH)
        for line in ink.lines(text, sheets.breadth):
            if sheets.room < ink.leading:
                sheets.turn()
            sheets.write(ink, (line,), Box(sheets.margin, sheets.y, sheets.breadth, ink.leading), piece=0)
            sheets.y += ink.leading
        sheets.y += 3 * PAD
