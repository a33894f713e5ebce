"""A sheet while it is read, whatever its file: cells as they are shown, and what has to be said of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from imports.files.number_format import FormatUnknownError
from imports.files.rectangle import (
    MAX_CELLS,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Grid,
    Handling,
    Kind,
    Sheet,
    Span,
    cell_name,
)
from imports.files.shown_numbers import general, shown, shown_text
from plan.errors import PlanError, say
from plan.findings import Finding, Place, Severity

NOT_READ = "sheet_not_read"
"""The name of the finding about a sheet that could not be read."""

MAX_SHEETS = 300
MAX_MERGED = 200_000
MAX_FILLED = 500_000


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The style of a cell, as far as it changes what is read."""

    code: str = "General"
    struck: bool = False
    open_colour: str = ""  # the fill (ARGB) of a cell that may be written into though its sheet is protected


Runs = Sequence[tuple[str, bool | None]]
"""A text in pieces, each struck out or not; None: as its cell is."""


@dataclass(slots=True)
class SheetDraft:
    """What has been read of a sheet so far; cells are counted from 0."""

    name: str
    since_1904: bool = False
    grid: Grid = field(default_factory=Grid)
    kinds: dict[Cell, Kind] = field(default_factory=dict)
    open_colours: dict[Cell, str] = field(default_factory=dict)
    struck: dict[Cell, str] = field(default_factory=dict)
    uncalculated: set[Cell] = field(default_factory=set)
    unshown: dict[Cell, str] = field(default_factory=dict)
    outside: int = 0  # cells that are beyond any table
    first_outside: Cell = (0, 0)
    dates: list[Finding] = field(default_factory=list)

    def put_text(self, cell: Cell, kept: str, struck: str = "") -> None:
        """A text, and what of it is struck out: that is not read, but told."""
        if struck.strip():
            self.struck[cell] = struck
        self._put(cell, kept)

    def put_number(self, cell: Cell, value: float, style: CellStyle) -> None:
        """A number, a day or a time, as its format shows it."""
        try:
            text, is_date = shown(value, style.code, since_1904=self.since_1904)
        except FormatUnknownError:
            text, is_date = general(value), False
            self.unshown[cell] = style.code
        self.kinds[cell] = Kind.DATE if is_date else Kind.NUMBER if text == general(value) else Kind.FORMATTED
        if style.struck:
            self.put_text(cell, "", text)
            return
        self._put(cell, text)
        self.dates += [date_finding(self.name, cell, text)] if is_date else []

    def put_runs(self, cell: Cell, runs: Runs, style: CellStyle, read: Callable[[str], str]) -> None:
        """A text in pieces, some of which may be struck out; `read` is how the file's texts are to be understood."""
        whole = [(text, style.struck if own is None else own) for text, own in runs]
        kept, lost = (read("".join(text for text, is_lost in whole if is_lost is which)) for which in (False, True))
        self.put_text(cell, shown_text(kept, style.code) if kept and not lost else kept, lost)

    def put_styled(self, cell: Cell, text: str, style: CellStyle) -> None:
        """A text of one style."""
        self.put_runs(cell, [(text, None)], style, str)

    def finished(
        self,
        handling: Handling,
        *,
        hidden: bool = False,
        arrows: tuple[Span, ...] = (),
        findings: Iterable[Finding] = (),
    ) -> Sheet:
        """The sheet, its merged ranges filled with what stands in them; PlanError where they are of no table's size."""
        fill_merged(self.grid, self.name, list(handling.merged))
        told = (*findings, *self.dates, *self._about_outside())
        return Sheet(self.name, self.grid.rows, hidden, told, arrows, handling)

    def _put(self, cell: Cell, text: str) -> None:
        row, column = cell
        if not text:
            return
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            if text.strip():
                self.first_outside = self.first_outside if self.outside else cell
                self.outside += 1
            return
        self.grid.put(row, column, text)
        if self.grid.cells > MAX_CELLS:
            raise too_many(self.name)

    def _about_outside(self) -> list[Finding]:
        if not self.outside:
            return []
        sentence = say(
            "表の範囲（{rows} 行 {columns} 列まで）の外にあるセルが {n} 個あり（最初は {cell}）、読み込んでいません。",
            rows=MAX_ROWS,
            columns=MAX_COLUMNS,
            n=self.outside,
            cell=cell_name(*self.first_outside),
        )
        row, column = self.first_outside
        return [Finding(Severity.ERROR, "cells_outside", sentence, Place(self.name, row + 1, column + 1))]


def kept_sheets(readers: Iterable[tuple[str, bool, Callable[[], Sheet]]]) -> list[Sheet]:
    """The sheets of a book, each by its reader; one that cannot be read keeps none of the others from being read."""
    sheets: list[Sheet] = []
    errors: list[PlanError] = []
    for name, hidden, read in readers:
        try:
            sheets.append(read())
        except PlanError as error:
            errors.append(error)
            finding = Finding(Severity.ERROR, NOT_READ, error.sentence, Place(sheet=name))
            sheets.append(Sheet(name, [], hidden, (finding,)))
    if errors and not any(sheet.rows for sheet in sheets):
        raise errors[0]
    return sheets


def fill_merged(grid: Grid, sheet: str, spans: list[Span]) -> None:
    """Fill the merged ranges, as long as they are of a table's size."""
    if grid.area(spans) > MAX_FILLED:
        raise PlanError("シート「{sheet}」は結合セルが大きすぎます。結合を解除して保存し直してください。", sheet=sheet)
    grid.fill(spans)
    if sum(len(text) for cells in grid.rows for text in cells) > MAX_CHARACTERS:
        raise too_many(sheet)


def too_many(sheet: str) -> PlanError:
    """The sentence for a sheet that holds more than any plan's table."""
    return PlanError("シート「{sheet}」の内容が多すぎます。表だけを新しいブックに写してください。", sheet=sheet)


def too_many_sheets(file: str) -> PlanError:
    """The sentence for a book that has more sheets than anybody looks through."""
    return PlanError("「{file}」はシートが多すぎます。表のシートだけを新しいブックに写してください。", file=file)


def date_finding(sheet: str, cell: Cell, text: str) -> Finding:
    """A date where the person may have typed 4-1."""
    sentence = say(
        "日付「{text}」が入っています。「4-1」のような符号が Excel で日付に変わったものかもしれません。", text=text
    )
    return Finding(Severity.WARNING, "date_cell", sentence, Place(sheet, cell[0] + 1, cell[1] + 1))
