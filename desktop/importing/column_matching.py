"""What each column of the source is taken for, and the person's way to say otherwise."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.kit.theme import styled
from imports.table.header import Match
from plan.era import FiscalYear
from plan.fields import KEYS, YEARLY
from plan.table import Column
from work.language import _
from work.wording import column_label, letters

_CERTAIN = 0.9
_LETTERS = 26


class MeaningBox(QComboBox):
    """The meanings that a column can have; the wheel scrolls the panel, not the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


class MatchingPanel(QScrollArea):
    """A line for every column of the source; `changed` brings its position (from 0) and the meaning chosen, or None."""

    changed = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: dict[int, MeaningBox] = {}
        self.marks: dict[int, QLabel] = {}
        self._shown: tuple[object, ...] = ()

    def show_matches(
        self, matches: Sequence[Match], years: Sequence[FiscalYear], by_hand: Mapping[int, Column | None]
    ) -> None:
        """Show the columns; boxes that are there already stay, so that the keyboard stays where it is.

        A column can be of the `years` that were read, and of one before and after for a heading that was misread.
        """
        span = [FiscalYear(y) for y in range(years[0] - 1, years[-1] + 2)] if years else []
        meanings = (None, *(Column(f) for f in KEYS), *(Column(f, y) for y in span for f in YEARLY))
        frame = (meanings, tuple((match.index, match.heading) for match in matches))
        if frame != self._shown:
            self._shown = frame
            self._build(matches, meanings)
        for match in matches:
            box = self.boxes[match.index]
            with QSignalBlocker(box):
                box.setCurrentIndex(meanings.index(match.column) if match.column in meanings else 0)
            self._mark(match, by_hand=match.index in by_hand)

    def _build(self, matches: Sequence[Match], meanings: Sequence[Column | None]) -> None:
        page = QWidget(self)
        lines = QGridLayout(page)
        lines.setColumnStretch(1, 1)
        lines.setVerticalSpacing(4)
        self.boxes, self.marks = {}, {}
        for place, match in enumerate(matches):
            heading = QLabel(f"{letters(match.index)}  {_on_one_line(match.heading)}", page, wordWrap=True)
            box = self._box(match, meanings, page)
            heading.setBuddy(box)
            self.boxes[match.index], self.marks[match.index] = box, QLabel(page)
            lines.addWidget(heading, 2 * place, 0, 1, 2)
            lines.addWidget(box, 2 * place + 1, 0, 1, 2)
            lines.addWidget(self.marks[match.index], 2 * place + 1, 2)
            lines.setRowMinimumHeight(2 * place, heading.sizeHint().height() + 6)
        lines.setRowStretch(2 * len(matches), 1)
        self.setWidget(page)

    def _box(self, match: Match, meanings: Sequence[Column | None], page: QWidget) -> MeaningBox:
        box = MeaningBox(page)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMaxVisibleItems(24)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.setAccessibleName(_("列 {heading} の項目").format(heading=_on_one_line(match.heading)))
        for meaning in meanings:
            box.addItem(_("（取り込まない）") if meaning is None else column_label(meaning), meaning)
        box.currentIndexChanged.connect(partial(self._choose, match.index))
        return box

    def _choose(self, position: int, _entry: int) -> None:
        self.changed.emit(position, self.boxes[position].currentData())

    def _mark(self, match: Match, *, by_hand: bool) -> None:
        """Say how sure the reading is of a column."""
        label = self.marks[match.index]
        if by_hand:
            text, rule = _("手で選択"), "muted"
        elif match.column is None:
            text, rule = "－", "muted"
        elif match.confidence >= _CERTAIN:
            text, rule = _("確実"), "muted"
        else:
            text, rule = _("要確認"), "warning"
        styled(label, rule).setText(text)
        label.style().polish(label)
        label.setToolTip(
            _("見出しの一致 {percent} %").format(percent=round(match.confidence * 100)) if match.column else ""
        )

    def point_to(self, position: int) -> bool:
        """Take the keyboard to a column's box; whether it has one."""
        box = self.boxes.get(position)
        if box is not None:
            self.ensureWidgetVisible(box)
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box is not None


def _on_one_line(heading: str) -> str:
    return heading.replace("\n", " ").strip() or _("（見出しなし）")
