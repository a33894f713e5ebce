"""Small things that the lists of these windows share."""

from PySide6.QtWidgets import QTreeWidget, QVBoxLayout, QWidget


def choose_first(lines: QTreeWidget) -> None:
    """Choose the first line, where there is one."""
    first = lines.topLevelItem(0)
    if first is not None:
        lines.setCurrentItem(first)


def put_above(strip: QWidget, below: QWidget) -> None:
    """Put a strip at the top of the column that `below` stands in."""
    parent = below.parentWidget()
    column = parent.layout() if parent is not None else None
    assert isinstance(column, QVBoxLayout)  # both are made by PlanView
    column.insertWidget(0, strip)
