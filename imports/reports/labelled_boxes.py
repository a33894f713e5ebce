"""Forms as labelled boxes: every text beside its label, wherever the label stands; an unknown label has its own box."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from imports.reports.report_lines import Line
from plan.folding import same_words

Cell = tuple[int, str]
_INLINE = frozenset({"スケジュール", "予算執行"})
_WITH_TEXT = re.compile(r"(【[^】]{1,30}】|[^\s:：]{1,30}[\s:：])[\s:：]*(\S.*)", re.DOTALL)
_LONGEST = 20  # characters of a label
_NO_LABEL = re.compile(r"[・○●※←→⇒◎△×▲(（\[【0-9０-９]|.*[。、]")


@dataclass(slots=True)
class Box:
    """A label, in which part of the form it stands, and the rows of cells beside and below it.

    The label is "" where the form has a box of its own that nobody here knows; its first text is what is printed there.
    """

    label: str
    part: str
    line: Line
    column: int
    rows: list[tuple[Line, list[Cell]]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """Its texts in order."""
        return [text for _, cells in self.rows for _, text in cells]

    @property
    def text(self) -> str:
        """Its texts in one."""
        return "\n".join(self.texts)


def boxes_of(
    lines: Iterable[Line], labels: Mapping[str, str], parts: Mapping[str, str], many: frozenset[str]
) -> list[Box]:
    """Every box of a form. `labels` and `parts` give what the printed words are called, as words are compared.

    A label may stand in one cell with its text (スケジュール 4月 …); cells before the first label of a row belong to
    the box that the row above ended with, unless they are a label themselves. Boxes of `many` have several cells in a
    row.
    """
    form = _Form(labels, parts, many)
    for line in lines:
        form.read(line)
    return form.boxes


class _Form:
    """A form on its way to boxes, line by line."""

    def __init__(self, labels: Mapping[str, str], parts: Mapping[str, str], many: frozenset[str]) -> None:
        self.boxes: list[Box] = []
        self._labels = labels
        self._parts = parts
        self._many = many
        self._part = ""
        self._above: Line | None = None

    def read(self, line: Line) -> None:
        """Put the cells of one line where they belong."""
        box = self.boxes[-1] if self.boxes else None
        if box is not None and not any(line.cells):
            _row_of(box, line)  # it has arrows
        for column, text in enumerate(line.cells):
            if text:
                box = self._put(box, line, column, text)
        self._above = line

    def _put(self, box: Box | None, line: Line, column: int, text: str) -> Box | None:
        """Put one cell where it belongs; answers the box that goes on behind it."""
        name, rest = _label(text, self._labels)
        if self._is_repeat(line, column, name and not rest):
            return self._begun_above(name, line, column) or box
        if same_words(text) in self._parts:
            self._part = self._parts[same_words(text)]
            return box
        if name and not (box and self._is_beside(box, line, column)):
            return self._begin(name, line, column, rest)
        if box is not None and self._is_unknown(box, line, column, text):
            return self._begin("", line, column, text)
        if box is not None:
            _row_of(box, line).append((column, text))
        return box

    def _begin(self, name: str, line: Line, column: int, text: str) -> Box:
        box = Box(name, self._part, line, column, [(line, [(column, text)] if text else [])])
        self.boxes.append(box)
        return box

    def _is_repeat(self, line: Line, column: int, is_label: object) -> bool:
        """Whether a cell only repeats what a merged range begins with; of a text, a label that stands above it."""
        if line.merges is not None:
            return column in line.merges.covered
        above = self._above.cells if self._above else ()
        return bool(is_label) and column < len(above) and above[column] == line.cells[column]

    def _begun_above(self, name: str, line: Line, column: int) -> Box | None:
        """The box whose label reaches down into this line."""
        found = next((b for b in reversed(self.boxes) if name and (b.label, b.column) == (name, column)), None)
        if found is not None:
            _row_of(found, line)
        return found

    def _is_beside(self, box: Box, line: Line, column: int) -> bool:
        """Whether a cell of a worksheet is right beside a label for a text, whatever the text says."""
        if line.merges is None or line is not box.line or box.label in self._many:
            return False
        return column == line.merges.ends.get(box.column, box.column) + 1

    def _is_unknown(self, box: Box, line: Line, column: int, text: str) -> bool:
        """Whether a text is the label of a box that the form has and nobody here knows."""
        if len(text) > _LONGEST or _NO_LABEL.match(text):
            return False
        beside = any(cell and cell != text for cell in line.cells[column + 1 :])
        if column > box.column:
            is_behind = box.label not in self._many and _is_behind(box, line, column)
            return is_behind or (beside and self._is_below_labels(box, line, column))
        return beside or (line.merges is not None and bool(box.texts))

    def _is_below_labels(self, box: Box, line: Line, column: int) -> bool:
        """Whether a cell of a worksheet begins its row where other labels of this part stand; a schedule has rows."""
        if line.merges is None or box.label == "schedule":
            return False
        first = next(at for at, text in enumerate(line.cells) if text and at not in line.merges.covered)
        return column == first and any(b.column == column and b.part == self._part for b in self.boxes)


def _is_behind(box: Box, line: Line, column: int) -> bool:
    """Whether a cell of a worksheet stands behind the one that holds the box's text, which may be blank."""
    if line.merges is None or line is not box.line:
        return False
    first = line.merges.ends.get(box.column, box.column) + 1
    return bool(_row_of(box, line)) or (column > first and first in line.merges.ends)


def _row_of(box: Box, line: Line) -> list[Cell]:
    if not box.rows or box.rows[-1][0] is not line:
        box.rows.append((line, []))
    return box.rows[-1][1]


def _label(text: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """What a cell is the label of ("" for none), and the text that stands in the same cell."""
    bare = same_words(text)
    if bare in labels:
        return labels[bare], ""
    match = _WITH_TEXT.fullmatch(text)
    words = same_words(match[1].rstrip(":：")) if match else ""
    if match is None or words not in labels or not (words.startswith("【") or words in _INLINE):
        return "", text
    return labels[words], match[2].strip()
