"""A table on a web page: every heading says what it heads, and what is wider than the window scrolls by itself."""

from collections import Counter
from collections.abc import Callable, Iterator
from html import escape

from exports.document import Align, Column, Table, heading_cells
from exports.formats.excel.rows_xml import clean
from exports.formats.spans import reach

_WIDE = 30  # millimetres on paper: a column of whole sentences


class Names:
    """Names for the parts of a page that scroll; one that was given before gets a number."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def name(self, wanted: str) -> str:
        """The name, or the name with a number."""
        self._given[wanted] += 1
        return f"{wanted}（{self._given[wanted]}）" if self._given[wanted] > 1 else wanted


def table(wanted: Table, names: Names, step: Callable[[], None]) -> Iterator[str]:
    """The table in a part of its own that can be scrolled by keyboard."""
    name = escape(names.name(clean(wanted.name) or "表"))
    yield f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">\n<table>\n<caption>{name}</caption>\n'
    yield from _head(wanted)
    yield "<tbody>\n"
    head = next((i for i, column in enumerate(wanted.columns) if column.heads or column.key), None)
    for place, row in enumerate(wanted.rows):
        step()
        cells = (_cell(wanted, place, i, head) for i in range(len(wanted.columns)) if i not in row.joined)
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


def _head(wanted: Table) -> Iterator[str]:
    cells = heading_cells(wanted.columns)
    if not cells:
        return
    yield "<thead>\n"
    for level in range(max(cell.level for cell in cells) + 1):
        yield "<tr>"
        for cell in (c for c in cells if c.level == level):
            scope = "colgroup" if cell.columns > 1 else "col"
            wide = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            tall = f' rowspan="{cell.levels}"' if cell.levels > 1 else ""
            yield f'<th scope="{scope}"{wide}{tall}>{_text(cell.text)}</th>'
        yield "</tr>\n"
    yield "</thead>\n"


def _cell(wanted: Table, place: int, index: int, head: int | None) -> str:
    text, column = wanted.rows[place].cells[index], wanted.columns[index]
    rows = reach(wanted.rows, place, index)
    tall = f' rowspan="{rows}"' if rows > 1 else ""
    if index == head and text.strip():
        return f'<th scope="{"rowgroup" if rows > 1 else "row"}"{tall}{_aligned(column)}>{_text(text)}</th>'
    wide = ' class="wide"' if column.filling or column.width >= _WIDE else ""
    return f"<td{tall}{_aligned(column) or wide}>{_text(text)}</td>"


def _aligned(column: Column) -> str:
    return f' class="{column.align.value}"' if column.align is not Align.LEFT else ""


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
