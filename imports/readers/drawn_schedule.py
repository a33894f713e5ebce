"""The schedules of evaluation sheets: read from their boxes, and what cannot be drawn for certain told row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from imports.files.rectangle import Span
from imports.readers.sheet_schedule import Bar, ReadSchedule, Row, month_columns, read_rows, without_months
from imports.reports.labelled_boxes import Box
from imports.reports.report_lines import Line
from plan.errors import say
from plan.findings import Finding, Severity

_NOWHERE = -1
_ARROW = re.compile("[←→⇐⇒➡↔⇔]")

Arrows = Mapping[str, Sequence[Span]]
"""The arrows that are drawn over each sheet's cells."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One schedule of a sheet as it was read, with the lines of its rows."""

    name: str
    read: ReadSchedule
    lines: Sequence[Line]

    @property
    def undrawn(self) -> str:
        """What somebody has to draw, one label a line."""
        return "\n".join(label for _, label in self.read.undrawn)


def read_drawing(name: str, box: Box | None, arrows: Arrows, entries: Sequence[tuple[Line, str]] = ()) -> Drawing:
    """The rows below the months; where all is in one cell, what stands behind them; and `entries` of another box."""
    months: dict[int, int] = {}
    rows: list[Row] = []
    lines: list[Line] = []
    for line, cells in box.rows if box else ():
        found = month_columns(cells)
        months = found or months
        drawn = [(a.left, a.right) for a in arrows.get(line.sheet, ()) if a.top == line.number - 1]
        texts = [] if found else [(at, rest) for at, text in cells if (rest := without_months(text))]
        if texts or drawn:
            rows.append(Row(texts, drawn, line.merges.ends if line.merges else {}))
            lines.append(line)
    for line, text in entries:
        rows.append(Row([(_NOWHERE, _ARROW.sub(" ", text))]))  # an arrow in prose stands in no month
        lines.append(line)
    return Drawing(name, read_rows(rows, months), lines)


def about_drawing(drawing: Drawing, number: str) -> Iterator[Finding]:
    """What was not drawn, row by row, and what was drawn where columns may have slipped; `number` is the sheet's."""
    for at, line in enumerate(drawing.lines):
        labels = [label for row, label in drawing.read.undrawn if row == at]
        if labels:
            sentence = say(
                "{name}の「{labels}」は、何月から何月までか読み取れないため、矢印を引かずに「まだ描いていない予定」に残します。"
                "評価表の画面で描いてください。",
                name=drawing.name,
                labels="」「".join(labels),
            )
            yield Finding(Severity.WARNING, "schedule_not_drawn", sentence, replace(line.place, number=number))
    if drawing.read.shifted and drawing.read.placed:
        sentence = say(
            "{name}では「{shifted}」が別の月の列にあり、列がずれているようです。"
            "「{placed}」は列のとおりに引きます。元の資料と見比べてください。",
            name=drawing.name,
            shifted=drawing.read.shifted[0],
            placed="」「".join(map(_told, drawing.read.placed)),
        )
        yield Finding(Severity.WARNING, "schedule_shifted", sentence, replace(drawing.lines[0].place, number=number))


def _told(bar: Bar) -> str:
    first, last = ((month - 1) % 12 + 1 for month in (bar.first, bar.last))
    return f"{bar.label}（{first}月～{last}月）"
