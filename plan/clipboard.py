"""Rows of cells as the clipboard carries them between spreadsheets: tabs, line breaks, and Excel's own way to quote."""

import re
from collections.abc import Iterator, Sequence

# Excel quotes a cell only where it holds a tab or a line break, and doubles the quotes within only then; "語" typed
# by a clerk travels as it is. The closing quote must therefore stand before a tab, a line break or the end.
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def clipboard_rows(text: str) -> list[list[str]]:
    """The cells that a clipboard's text holds, row by row; line breaks within a cell become LF."""
    text = line_feeds(text)
    rows: list[list[str]] = [[]]
    for cell, after in _cells(text):
        rows[-1].append(cell)
        if after == "\n":
            rows.append([])
    return [row for row in rows if row]


def clipboard_text(rows: Sequence[Sequence[str]]) -> str:
    """The text that `clipboard_rows` and spreadsheets read back as the same cells."""
    lines = ["\t".join(_quoted(line_feeds(cell)) for cell in row) for row in rows]
    closing = "\n" if lines and not lines[-1] else ""
    return "\n".join(lines) + closing


def line_feeds(text: str) -> str:
    """The text with every line break as LF, as the plan keeps it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Each cell with the tab or line break after it ("" at the end); what ends with a line break has no row after."""
    start = 0
    while start < len(text):
        cell, end = _cell(text, start)
        after = text[end : end + 1]
        yield cell, after
        start = end + 1
        if after == "\t" and start == len(text):
            yield "", ""


def _cell(text: str, start: int) -> tuple[str, int]:
    match = _QUOTED.match(text, start)
    if match is not None and _is_quoting(match[1]):
        return match[1].replace('""', '"'), match.end()
    plain = _PLAIN.match(text, start)
    assert plain is not None  # it also matches nothing
    return plain[0], plain.end()


def _is_quoting(body: str) -> bool:
    """Whether the quotes around `body` were set by a program: nobody types a tab, a line break or doubled quotes."""
    return "\t" in body or "\n" in body or '""' in body


def _quoted(cell: str) -> str:
    if "\t" in cell or "\n" in cell or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
