"""What a distribution wrote: a file for each department, and the mail that goes with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.read.table import departments, plan_facts
from desktop.exchange.distributing import Handed
from desktop.exchange.letter_pane import LetterPane
from desktop.exchange.list_parts import choose_first
from desktop.exchange.submitting import show_folder
from desktop.kit.icons import icon
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from work.language import _
from work.letters import handing_letter

_SIZE = (1080, 600)
_NAME_WIDTH = 180


class HandedWindow(QDialog):
    """Shows the files; choosing one shows its mail."""

    def __init__(self, parent: QWidget | None, plan: ShownPlan, handed: Sequence[Handed]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("配布したファイル"))
        self.resize(*_SIZE)
        self._handed = handed
        with plan.file.store.reading() as connection:
            self._title = plan_facts(connection).title
            self._labels = {d.id: d.label for d in departments(connection)}
        self.files = styled(QTreeWidget(self), "list")
        self.letter = LetterPane(self)
        self._arrange()
        self.files.currentItemChanged.connect(self._show_letter)
        self._fill()

    def _arrange(self) -> None:
        self.files.setHeaderLabels([_("部署"), _("ファイル")])
        self.files.setAccessibleName(_("配布したファイル"))
        self.files.setRootIsDecorated(False)
        self.files.header().resizeSection(0, _NAME_WIDTH)
        folder = self._handed[0].file.parent
        told = _("{count} 個のファイルを「{folder}」に作りました。メールなどで各部署へ送ってください。")
        splitter = QSplitter(self)
        splitter.addWidget(self.files)
        splitter.addWidget(self.letter)
        splitter.setSizes([520, 520])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        show = QPushButton(icon("folder-open"), _("フォルダーを開く"), self, autoDefault=False)
        buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
        show.clicked.connect(lambda: show_folder(folder))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(told.format(count=len(self._handed), folder=folder), self, wordWrap=True))
        column.addWidget(splitter, 1)
        column.addWidget(buttons)

    def _fill(self) -> None:
        for handed in self._handed:
            line = QTreeWidgetItem([self._labels[handed.distribution.department], handed.file.name])
            line.setToolTip(1, str(handed.file))
            self.files.addTopLevelItem(line)
        choose_first(self.files)

    def _show_letter(self, line: QTreeWidgetItem | None) -> None:
        if line is not None:
            handed = self._handed[self.files.indexOfTopLevelItem(line)]
            label = self._labels[handed.distribution.department]
            self.letter.show_letter(handing_letter(self._title, label, handed.distribution, handed.file.name))
