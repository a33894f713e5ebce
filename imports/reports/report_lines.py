"""The lines of a report, whatever it is kept in: without page numbers, rules and the marks that extraction leaves."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from imports.files.rectangle import MAX_COLUMNS, Sheet, Span
from imports.table.captions import texts_of
from plan.findings import Place
from plan.folding import fold

_BULLET = re.compile(r"^[ \t　]*[-*•‣◦][ \t]+")
_BOLD = re.compile(r"\*\*")
_RULE = re.compile(r"[-‐－–—=＝_＿|\s]{2,}")
_PAGE = re.compile(r"[-‐－–—\s]*\d{1,4}\s*(?:/\s*\d{1,4})?\s*(?:ページ|頁)?[-‐－–—\s]*")
_LONGEST = 300  # characters of a line in a table of contents
_PAGED = re.compile(r"(?:[.．…‥・·]{2}\s*[-‐－–—]?\s*\d{1,3}\s*[-‐－–—]?|\s[-‐－–—]\s*\d{1,3}\s*[-‐－–—])\s*$")
_OPENING, _CLOSING = "(（「『【〔［[", ")）」』】〕］]"


@dataclass(frozen=True, slots=True)
class Merges:
    """The merged cells of one line: where each range ends that begins here, and what belongs to one begun elsewhere."""

    ends: Mapping[int, int]
    covered: frozenset[int]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its place, its cells as they stand, and its different texts on one line ("" for a blank one)."""

    sheet: str
    number: int  # from 1
    cells: tuple[str, ...]
    text: str
    after_blank: bool = False
    merges: Merges | None = None  # None: the source does not know merged cells

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(sheet=self.sheet, line=self.number)

    @property
    def texts(self) -> list[str]:
        """Its different texts in order; what is merged over many cells counts once."""
        return texts_of(self.cells)


def lines_of(sheets: Iterable[Sheet]) -> list[Line]:
    """Every line that says something or has an arrow; a blank one is told by the next (`after_blank`)."""
    found: list[Line] = []
    for sheet in sheets:
        blank, merges, drawn = True, _merges(sheet), {arrow.top + 1 for arrow in sheet.arrows}
        for number, row in enumerate(sheet.rows, start=1):
            cells = tuple(cell.strip() if merges else _bare(cell) for cell in row)
            text = "\t".join(texts_of(cells))
            if number not in drawn and (not text.strip() or _is_furniture(text)):
                blank = True
                continue
            found.append(Line(sheet.name, number, cells, text, blank, merges(number - 1) if merges else None))
            blank = False
    return found


def _merges(sheet: Sheet) -> Callable[[int], Merges] | None:
    """The merged cells of a row (counted from 0), where the sheet has any."""
    rows = defaultdict[int, list[Span]](list)
    for span in sheet.handling.merged:
        for row in range(span.top, min(span.bottom + 1, len(sheet.rows))):
            rows[row].append(span)
    return (lambda row: _merged_in(row, rows.get(row, []))) if rows else None


def _merged_in(row: int, spans: Sequence[Span]) -> Merges:
    columns = {at for span in spans for at in range(span.left, min(span.right, MAX_COLUMNS) + 1)}
    begun = {span.left: span.right for span in spans if span.top == row}
    return Merges(begun, frozenset(columns - begun.keys()))


def is_contents(text: str) -> bool:
    """Whether a line is one of a table of contents: its text, and the page where that stands."""
    return len(text) <= _LONGEST and _PAGED.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a bracket is still open at the text's end."""
    return sum(text.count(c) for c in _OPENING) > sum(text.count(c) for c in _CLOSING)


def width(text: str) -> int:
    """The text's width, full-width characters counted twice."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def joined(parts: Sequence[str]) -> str:
    """A text that was broken over lines, in one; Latin words keep a blank between them."""
    whole = ""
    for part in parts:
        both_latin = whole[-1:].isascii() and part[:1].isascii() and whole[-1:].isalnum() and part[:1].isalnum()
        whole += (" " if both_latin else "") + part
    return whole


def _bare(cell: str) -> str:
    return _BOLD.sub("", _BULLET.sub("", cell)).strip()


def _is_furniture(text: str) -> bool:
    bare = fold(text)
    return _RULE.fullmatch(bare) is not None or _PAGE.fullmatch(bare) is not None
