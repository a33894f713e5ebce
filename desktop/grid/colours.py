"""The grid's colours, drawn from the palette in use, so that they hold in light and in dark."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """What each part is painted with."""

    base: QColor
    text: QColor
    quiet: QColor
    line: QColor
    strong_line: QColor
    heading: QColor
    heading_chosen: QColor
    heading_text: QColor
    accent: QColor
    selection: QColor
    key: QColor
    ended: QColor
    due: QColor
    due_text: QColor
    missing_hatch: QBrush
    due_hatch: QBrush


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`first` with a `share` (0 to 1) of `second`."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index] # the stub says object
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def colours(palette: QPalette) -> Colours:
    """The colours that go with a palette."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    accent = palette.color(QPalette.ColorRole.Highlight)
    amber = QColor("#d08700") if base.lightness() > text.lightness() else QColor("#f0b040")
    selection = QColor(accent)
    selection.setAlpha(46)
    return Colours(
        base=base,
        text=text,
        quiet=mixed(text, base, 0.42),
        line=mixed(base, text, 0.14),
        strong_line=mixed(base, text, 0.34),
        heading=mixed(base, text, 0.055),
        heading_chosen=mixed(mixed(base, text, 0.055), accent, 0.22),
        heading_text=mixed(text, base, 0.12),
        accent=accent,
        selection=selection,
        key=mixed(base, text, 0.022),
        ended=mixed(base, text, 0.07),
        due=mixed(base, amber, 0.12),
        due_text=mixed(amber, text, 0.35),
        missing_hatch=QBrush(mixed(base, text, 0.10), Qt.BrushStyle.BDiagPattern),
        due_hatch=QBrush(mixed(base, amber, 0.32), Qt.BrushStyle.BDiagPattern),
    )
