"""A form on a web page: its boxes as labels and texts one below the other, its schedule as a table of months."""

from collections.abc import Iterator
from html import escape

from exports.document import Bar, Box, Form, Part, Schedule
from exports.formats.excel.rows_xml import clean
from exports.formats.html.table_markup import Names
from exports.formats.schedules import POINT, said


def form(wanted: Form, names: Names) -> Iterator[str]:
    """The form as a section of its own."""
    yield f'<section class="form">\n<h2>{_text(wanted.name or wanted.title)}</h2>\n<p>{_text(wanted.title)}</p>\n'
    for part in wanted.parts:
        if part.name:
            yield f"<h3>{_text(part.name)}</h3>\n"
        yield from _part(part, names)
    yield "</section>\n"


def _part(part: Part, names: Names) -> Iterator[str]:
    """The boxes in reading order; a schedule stands between the lists."""
    listed = False
    for box in sorted(part.boxes, key=lambda b: (b.row, b.column)):
        if box.content is None:
            continue
        is_text = isinstance(box.content, str)
        if is_text != listed:
            yield "<dl>\n" if is_text else "</dl>\n"
            listed = is_text
        yield from _box(box, names)
    if listed:
        yield "</dl>\n"


def _box(box: Box, names: Names) -> Iterator[str]:
    label = box.spoken or box.label
    if isinstance(box.content, Schedule):
        yield from _schedule(box.content, names.name(clean(label)))
    elif box.content or box.label_columns:
        yield f"<dt>{_text(label)}</dt><dd>{_text(box.content or '')}</dd>\n"


def _schedule(schedule: Schedule, name: str) -> Iterator[str]:
    label = escape(name)
    yield f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">\n<table class="schedule">\n'
    months = "".join(f'<th scope="col">{_text(month)}</th>' for month in schedule.months)
    yield f'<caption>{label}</caption>\n<thead>\n<tr><th scope="col">内容</th><th scope="col">時期</th>{months}</tr>\n'
    yield "</thead>\n<tbody>\n"
    for bar in sorted(schedule.bars, key=lambda b: (b.line, b.first)):
        cells = "".join(f"<td>{_mark(bar, month)}</td>" for month in range(len(schedule.months)))
        when = said(bar, schedule.months)
        label = f'<th scope="row">{_text(bar.label)}</th>' if bar.label.strip() else "<td></td>"
        yield f'<tr>{label}<td class="when">{when}</td>{cells}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n"


def _mark(bar: Bar, month: int) -> str:
    """What is seen in a month; the words stand in the column before."""
    if not bar.first <= month <= bar.last:
        return ""
    if bar.point:
        shown = POINT
    elif bar.first == bar.last:
        shown = "↔"
    else:
        shown = "←" if month == bar.first else "→" if month == bar.last else "―"
    return f'<span aria-hidden="true">{shown}</span>'


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
