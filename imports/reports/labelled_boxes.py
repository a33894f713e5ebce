"""Forms as labelled boxes: every text beside its label, wherever the label stands; what a box repeats counts once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from imports.reports.report_lines import Line
from plan.folding import same_words

Cell = tuple[int, str]


@dataclass(slots=True)
class Box:
    """A label, in which part of the form it stands, and the rows of cells beside and below it."""

    label: str
    part: str
    line: Line
    column: int
    rows: list[tuple[Line, list[Cell]]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """Its texts in order; those that a tall or wide box repeats count once."""
        return list(dict.fromkeys(text for _, cells in self.rows for _, text in cells))

    @property
    def text(self) -> str:
        """Its texts in one."""
        return "\n".join(self.texts)


def boxes_of(lines: Iterable[Line], labels: Mapping[str, str], parts: Mapping[str, str]) -> list[Box]:
    """Every box of a form. `labels` and `parts` give what the printed words are called, as words are compared.

    A label may stand in one cell with its text (スケジュール 4月 …); cells before the first label of a row belong to
    the box that the row above ended with.
    """
    found: list[Box] = []
    part, above = "", dict[int, str]()
    for line in lines:
        box = found[-1] if found else None
        now: dict[int, str] = {}
        for column, text in _cells(line):
            name, rest = _label(text, labels)
            now[column] = text
            if same_words(text) in parts:
                part = parts[same_words(text)]
            elif name and above.get(column) == text and not rest:
                box = next((b for b in reversed(found) if b.label == name and b.column == column), box)
                _begin_row(box, line)
            elif name:
                box = Box(name, part, line, column, [(line, [(column, rest)] if rest else [])])
                found.append(box)
            elif box is not None:
                _begin_row(box, line)
                box.rows[-1][1].append((column, text))
        above = now
    return found


def _begin_row(box: Box | None, line: Line) -> None:
    if box is not None and (not box.rows or box.rows[-1][0] is not line):
        box.rows.append((line, []))


def _cells(line: Line) -> list[Cell]:
    """The cells that say something; one that repeats its left neighbour is merged with it."""
    cells = [(at, text) for at, text in enumerate(line.cells) if text]
    return [(at, text) for at, text in cells if not (at and line.cells[at - 1] == text)]


def _label(text: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """What a cell is the label of ("" for none), and the text that stands in the same cell."""
    bare = same_words(text)
    if bare in labels:
        return labels[bare], ""
    first, _, rest = text.partition(" ")
    words = same_words(first)
    inline = words in labels and (words.startswith("【") or words in ("スケジュール", "予算執行"))
    return (labels[words], rest.strip()) if inline else ("", text)
