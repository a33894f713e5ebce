"""方眼紙: a sheet of small cells merged into large ones, in which a merged cell counts once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from imports.files.rectangle import Sheet, Span

Cell = tuple[int, int]


def without_echoes(sheet: Sheet) -> Sheet:
    """The sheet with those rows and columns blank that only repeat the row above or the column to the left.

    Every other cell of a merged range keeps the range's text; lines and columns keep their places.
    """
    spans = sheet.handling.merged
    if not spans:
        return sheet
    filled = {(row, column) for row, cells in enumerate(sheet.rows) for column, cell in enumerate(cells) if cell}
    rows = {row for row, _ in filled} - {row for row, _ in filled - set(_repeated(sheet, spans, down=True))}
    columns = {at for _, at in filled} - {at for _, at in filled - set(_repeated(sheet, spans, down=False))}
    return replace(
        sheet,
        rows=[
            [] if row in rows else ["" if column in columns else cell for column, cell in enumerate(cells)]
            for row, cells in enumerate(sheet.rows)
        ],
    )


def _repeated(sheet: Sheet, spans: Iterable[Span], *, down: bool) -> Iterator[Cell]:
    """The cells of merged ranges below their first row, or beside their first column."""
    for span in spans:
        for row in range(span.top + down, min(span.bottom + 1, len(sheet.rows))):
            last = min(span.right + 1, len(sheet.rows[row]))
            yield from ((row, column) for column in range(span.left + (not down), last))
