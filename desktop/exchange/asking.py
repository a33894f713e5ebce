"""What departments are asked for: the years and fields to tick."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.kit.theme import styled
from plan.era import YearRange
from plan.fields import YEARLY
from plan.table import Column
from work.language import _
from work.wording import column_label, field_label, year_label


class ColumnChoice(QWidget):
    """A line for each fiscal year with a box for each field, those that are due ticked at first.

    `changed` tells that others are ticked now.
    """

    changed = Signal()

    def __init__(self, years: YearRange, due: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {Column(field, year): self._box(Column(field, year)) for year in years for field in YEARLY}
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        for place, field in enumerate(YEARLY):
            grid.addWidget(styled(QLabel(field_label(field), self), "muted"), 0, place + 1)
        for line, year in enumerate(years):
            grid.addWidget(QLabel(year_label(year), self), line + 1, 0)
            for place, field in enumerate(YEARLY):
                grid.addWidget(self.boxes[Column(field, year)], line + 1, place + 1, Qt.AlignmentFlag.AlignHCenter)
        grid.setColumnStretch(len(YEARLY) + 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addLayout(self._presets(due))
        self.choose(due)

    def _box(self, column: Column) -> QCheckBox:
        box = QCheckBox(self)
        box.setAccessibleName(column_label(column))
        box.setToolTip(column_label(column))
        box.toggled.connect(self.changed)
        return box

    def _presets(self, due: Sequence[Column]) -> QHBoxLayout:
        row = QHBoxLayout()
        presets: tuple[tuple[str, Sequence[Column]], ...] = (
            (_("次に必要な評価と目標"), due),
            (_("すべて選ぶ"), [c for c in self.boxes if not c.field.optional]),
            (_("すべて外す"), []),
        )
        for text, columns in presets:
            button = styled(QPushButton(text, self), "flat")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, columns=columns: self.choose(columns))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def choose(self, columns: Iterable[Column]) -> None:
        """Tick these and no others."""
        wanted = set(columns)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        for column, box in self.boxes.items():
            box.setChecked(column in wanted)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.changed.emit()

    @property
    def chosen(self) -> tuple[Column, ...]:
        """What is ticked, year by year."""
        return tuple(column for column, box in self.boxes.items() if box.isChecked())
