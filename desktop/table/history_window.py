"""All steps of the plan, newest first, each with what it changed."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.log.history import revisions
from db.store.working import Revision, Store
from desktop.kit.differences import marked
from desktop.kit.theme import colours, styled
from plan.table import ProgressTable
from work.language import _, moment, pgettext, sentence
from work.past import step_past

_LINE_HEIGHT = 135  # per cent
_PAGE = 200  # steps read at a time
_MOST_CHANGES = 200  # shown of one step
_NUMBER = Qt.ItemDataRole.UserRole


class HistoryWindow(QDialog):
    """Who did what and when."""

    def __init__(self, store: Store, table: ProgressTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._table = store, table
        self.setWindowTitle(_("変更の履歴"))
        self.resize(1100, 640)
        self.steps = styled(QTreeWidget(self), "list")
        self.changes = QTextBrowser(self)
        self._more = styled(QPushButton(_("さらに前の変更を見る"), self), "flat")
        self._arrange()
        self.steps.currentItemChanged.connect(self._show_step)
        self._more.clicked.connect(self._read_more)
        self._read_more()
        for newest in self._lines()[:1]:
            self.steps.setCurrentItem(newest)

    def _arrange(self) -> None:
        self.steps.setHeaderLabels([_("日時"), _("操作"), pgettext("history", "お名前"), _("件数")])
        self.steps.setAccessibleName(_("変更の一覧"))
        self.changes.setAccessibleName(_("変更の内容"))
        self.steps.setRootIsDecorated(False)
        self.steps.setUniformRowHeights(True)
        header = self.steps.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 140), (2, 110), (3, 60)):
            header.resizeSection(section, width)
        splitter = QSplitter(self)
        splitter.addWidget(self.steps)
        splitter.addWidget(self.changes)
        splitter.setSizes([620, 480])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        column.addWidget(self._more)
        column.addWidget(buttons)

    def _lines(self) -> list[QTreeWidgetItem]:
        found = (self.steps.topLevelItem(n) for n in range(self.steps.topLevelItemCount()))
        return [line for line in found if line is not None]

    def _read_more(self) -> None:
        lines = self._lines()
        oldest = lines[-1].data(0, _NUMBER) if lines else None
        with self._store.reading() as connection:
            found = revisions(connection, _PAGE, oldest)
        for revision, changes in found:
            self.steps.addTopLevelItem(self._line(revision, changes))
        self._more.setVisible(len(found) == _PAGE)

    def _line(self, revision: Revision, changes: int) -> QTreeWidgetItem:
        kind = {"undo": _("元に戻す: "), "redo": _("やり直し: ")}.get(revision.kind, "")
        line = QTreeWidgetItem([moment(revision.at), kind + sentence(revision.name), revision.actor, str(changes)])
        line.setData(0, _NUMBER, revision.number)
        line.setToolTip(2, f"{revision.actor}（{revision.pc}）")
        line.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    def _show_step(self, line: QTreeWidgetItem | None) -> None:
        if line is None:
            return
        happenings, count = step_past(self._store, line.data(0, _NUMBER), self._table, _MOST_CHANGES)
        look = colours()
        parts = [
            f'<p style="margin:6px 0 0 0;color:{look.accent}"><b>{escape(h.place)}</b></p>'
            f'<p style="margin:0 0 10px 0;line-height:{_LINE_HEIGHT}%">{marked(h.before, h.after, look)}</p>'
            for h in happenings
        ]
        if count > len(happenings):
            more = _("ほか {count} 件").format(count=count - len(happenings))
            parts.append(f"<p>{escape(more)}</p>")
        self.changes.setHtml("".join(parts))
