"""A document as PDF: real text in embedded fonts, on sheets that we set ourselves, line by line."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from exports.document import (
    Block,
    Contents,
    Cover,
    Document,
    Entry,
    Form,
    Heading,
    Loss,
    PlainForm,
    Row,
    Table,
    TooManyPages,
    Unprintable,
    every_text,
    longest,
    row_texts,
    texts,
)
from exports.formats.pdf.column_widths import Columns
from exports.formats.pdf.flow import Flow
from exports.formats.pdf.form_sheet import FormDrawing
from exports.formats.pdf.paper import Inks, Sheets
from exports.formats.pdf.table_sheets import TableDrawing
from exports.typeset.truetype import Font
from plan.progress import Progress, silent

_OFTEN = 16  # rows between two calls of a progress


def write(
    document: Document, out: BinaryIO, *, fallbacks: tuple[Font, ...] = (), progress: Progress = silent
) -> list[Loss]:
    """Write a document; the findings are the characters that no font has, drawn as 〓 and yet copied as themselves.

    A form that fits on its page only in a size below the readable, and a document over its number of pages, are drawn
    and told. `fallbacks` serve, in their order, for what BIZ UDGothic lacks. Progress counts rows; what it raises goes
    through, and nothing has then been written. The same document gives the same bytes.
    """
    numbers: dict[int, int] = {}
    if any(isinstance(block, Contents) for block in document.blocks):  # its page numbers are known once it is drawn
        numbers = _drawn(document, fallbacks, numbers, silent).flow.pages
    press = _drawn(document, fallbacks, numbers, progress)
    press.sheets.save(out)
    return press.findings


def examine(document: Document, progress: Progress = silent) -> list[Loss]:
    """What `write` would tell of a document in our own fonts, without a file."""
    return _drawn(document, (), {}, progress).findings


def _drawn(document: Document, fallbacks: tuple[Font, ...], numbers: dict[int, int], progress: Progress) -> "_Press":
    press = _Press(document, Sheets(document, Inks(fallbacks)), numbers, progress)
    press.draw()
    return press


class _Press:
    """One document being drawn: how many rows are done, and what could not be drawn."""

    def __init__(self, document: Document, sheets: Sheets, numbers: dict[int, int], progress: Progress) -> None:
        self.findings: list[Loss] = []
        self.sheets = sheets
        self.flow = Flow(sheets, document, numbers)
        self._document = document
        self._progress = progress
        self._total = sum(_steps(block) for block in document.blocks)
        self._done = 0

    def draw(self) -> None:
        """All blocks, under the title where it is shown."""
        if self._document.titled:
            self._look_at((text, text) for text in (self._document.above, self._document.label))
            self.sheets.draw_title()
        for block in self._document.blocks:
            self._draw_block(block)
            self._look_at(texts(block))
        self._look_at_length()
        self._progress(self._total, self._total)

    def _draw_block(self, block: Block) -> None:
        match block:
            case Table():
                self._draw_table(block)
            case Heading():
                self.flow.heading(block)
            case Entry():
                self.flow.entry(block)
            case Cover():
                self.flow.cover(block)
            case Contents():
                self.flow.contents(block)
            case Form():
                self._draw_form(block)
            case _:
                self.flow.paragraph(block)

    def _draw_table(self, table: Table) -> None:
        self.flow.space()
        columns = Columns(table, self.sheets.inks, self.sheets.margin, self.sheets.breadth)
        TableDrawing(columns, self.sheets).draw(self._counted(table))
        if self.sheets.inks.lacking:
            self._look_at(found for row in table.rows for found in row_texts(table, row))

    def _draw_form(self, form: Form) -> None:
        self._progress(self._done, self._total)
        if not self.sheets.is_empty:
            self.sheets.turn()
        overfull = FormDrawing(form, self.sheets).draw()
        self._done += 1
        if overfull:
            self.findings.append(overfull)

    def _counted(self, table: Table) -> Iterator[Row]:
        """The rows, each told of as it is taken."""
        for row in table.rows:
            if self._done % _OFTEN == 0:
                self._progress(self._done, self._total)
            yield row
            self._done += 1

    def _look_at(self, found: Iterable[tuple[str, str]]) -> None:
        inks = self.sheets.inks
        for where, text in found:
            self.findings += [Unprintable(where, c) for c in inks.missing(text)]
            self.findings += [PlainForm(where, c) for c in inks.plain_forms(text)]

    def _look_at_length(self) -> None:
        limit, pages = self._document.most_pages, self.sheets.printed_number
        if limit is not None and pages > limit:
            self.findings.append(TooManyPages(pages, limit, longest(every_text(self._document))))


def _steps(block: Block) -> int:
    if isinstance(block, Table):
        return len(block.rows)
    return 1 if isinstance(block, Form) else 0
