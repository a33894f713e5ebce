"""The parts of a form on paper: named cells in rows, and stages that can be folded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.kit.theme import styled
from work.language import _

NAME_WIDTH = 128
_TOP = Qt.AlignmentFlag.AlignTop


def cell(name: str, *content: QWidget, width: int = NAME_WIDTH) -> QWidget:
    """What stands beside a name; the first of the content is what the name's label belongs to."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    if name:
        label = styled(QLabel(name, made, wordWrap=True), "paperName")
        label.setFixedWidth(width)
        label.setBuddy(content[0])
        row.addWidget(label)
    inside = styled(QFrame(made), "paperCell")
    column = QVBoxLayout(inside)
    column.setContentsMargins(4, 3, 4, 3)
    column.setSpacing(2)
    for widget in content:
        column.addWidget(widget)
    column.addStretch(1)
    row.addWidget(inside, 1)
    return made


def row(*cells: QWidget, shares: tuple[int, ...] = ()) -> QWidget:
    """Cells side by side, equally wide unless their shares are given."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    for place, widget in enumerate(cells):
        across.addWidget(widget, shares[place] if shares else 1)
    return made


class Stage(QWidget):
    """A part of the sheet under its heading; folded, the heading tells what is in it."""

    def __init__(self, title: str, *rows: QWidget) -> None:
        super().__init__()
        self._title, self._summary, self._is_due = title, "", False
        self.heading = styled(QToolButton(self), "stage")
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QWidget(self)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for widget in rows:
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.body)
        self.heading.toggled.connect(self._show)
        self.heading.setChecked(True)

    @property
    def is_open(self) -> bool:
        """Whether the stage is unfolded."""
        return self.heading.isChecked()

    def open(self, *, opened: bool) -> None:
        """Fold or unfold it."""
        self.heading.setChecked(opened)

    def tell(self, summary: str, *, due: bool) -> None:
        """Say in the heading what is in the stage, and whether it is to be filled in now."""
        self._summary, self._is_due = summary, due
        self.heading.setProperty("due", due)
        self.heading.style().polish(self.heading)
        self._show()

    def _show(self) -> None:
        self.body.setVisible(self.is_open)
        self.heading.setArrowType(Qt.ArrowType.DownArrow if self.is_open else Qt.ArrowType.RightArrow)
        told = [self._title, _("いま記入する段階です") if self._is_due else "", self._summary]
        self.heading.setText("　".join(filter(None, told)))
        state = _("開いています") if self.is_open else _("畳んでいます")
        self.heading.setAccessibleName(f"{self._title} {state}")
        self.heading.setToolTip(_("押すと畳み、もう一度押すと開きます。"))
