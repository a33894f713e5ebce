"""The sheet as ours sets it, for the others to set alike; and the check that a file says all of its texts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

import resources
from benchmarks.measuring import Bench
from benchmarks.pdf import CHARACTERS, PAGE, WRITING
from benchmarks.worlds import table
from exports.document import Align, Document, Table
from exports.formats.pdf.column_widths import Columns
from exports.formats.pdf.paper import MM, PAD, Inks
from exports.forms.progress_table import compose
from plan.folding import fold

FONT = Path(resources.__file__).parent / "fonts" / "BIZUDGothic-Regular.ttf"
_LOOKED_FOR = 1000  # cells from all over the table
_BROKEN = 0.1  # the share of cells that page breaks may cut in two


@dataclass(frozen=True, slots=True)
class Sheet:
    """Texts and measures (points) of the table on A3."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]
    widths: list[float]
    size: float
    leading: float
    centered: frozenset[int]
    margin: float
    page: tuple[float, float]
    pad: float = PAD


def sheet(bench: Bench) -> Sheet:
    """What the others print."""
    document = compose(table(bench.worlds, bench.size))
    block = _table(document)
    page = document.page
    margin = page.margin * MM
    columns = Columns(block, Inks(()), margin, page.width * MM - 2 * margin)
    return Sheet(
        document.title,
        tuple("".join(column.headings) for column in block.columns),
        [row.cells for row in block.rows],
        columns.widths,
        columns.ink.size,
        columns.ink.leading,
        frozenset(i for i, column in enumerate(block.columns) if column.align is Align.CENTER),
        margin,
        (page.width * MM, page.height * MM),
    )


def _table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def finish(bench: Bench, path: Path) -> None:
    """Share the time out among pages and characters, and read the texts back the first time."""
    rows = [row.cells for row in _table(compose(table(bench.worlds, bench.size))).rows]
    bench.figures[CHARACTERS] = bench.figures[WRITING] / sum(map(len, chain.from_iterable(rows))) * 1000
    with pypdfium2.PdfDocument(path) as written:
        bench.figures[PAGE] = bench.figures[WRITING] / len(written)
        if bench.is_first:
            said = "".join(page.get_textpage().get_text_range() for page in written)
            expect_texts(said, rows)


def expect_texts(said: str, rows: Sequence[tuple[str, ...]]) -> None:
    """Every character of every cell is there, and nearly every cell that is looked for in one piece."""
    said = _bare(said)
    cells = [_bare(cell) for cells in rows for cell in cells if cell]
    missing = Counter("".join(cells)) - Counter(said)
    assert not missing, f"characters are missing: {missing.most_common(5)}"
    looked_for = sorted(set(cells))[:: max(1, len(set(cells)) // _LOOKED_FOR)]
    broken = sum(cell not in said for cell in looked_for)
    assert broken <= _BROKEN * len(looked_for), f"{broken} cells of {len(looked_for)} are not found"


def _bare(text: str) -> str:
    """Without white space, and without the hyphens that PDFium takes for hyphenation."""
    return "".join(c for c in fold(text) if not c.isspace() and c not in "-\x02\ufffe")
