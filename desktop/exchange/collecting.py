"""The dialog of a collection: every returned file is looked at first, then all that can be taken becomes one step."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.exchange.collection import take
from db.exchange.examination import Examined, Weighed
from db.file.backups import Reason
from desktop.exchange.letter_pane import LetterPane
from desktop.exchange.list_parts import choose_first
from desktop.exchange.return_details import details
from desktop.kit import failures
from desktop.kit.background import Latest, Work
from desktop.kit.icons import coloured_icon, icon
from desktop.kit.preferences import DISTRIBUTION_FOLDER, RETURNS_FOLDER, Settings
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import colours, styled
from plan.errors import PlanError, say
from plan.exchange.returns import ReturnState
from work import steps
from work.language import _, sentence
from work.letters import sending_back_letter, worth_sending_back
from work.return_examination import Look, chosen, look
from work.return_words import return_text

_SIZE = (1180, 690)
_WIDTHS = (150, 170, 70, 60, 70, 70, 80)
_HARMLESS = (ReturnState.ALREADY, ReturnState.OLDER)


class CollectDialog(QDialog):
    """Reads in the background, tells what would happen, and takes it when that is accepted."""

    def __init__(self, parent: QWidget | None, plan: ShownPlan, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("返送ファイルの回収"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._plan, self._settings = plan, settings
        self._paths: list[Path] = []
        self._work: Latest[Look] = Latest(self)
        self.found = Look((), Weighed())
        self._left_out: set[int] = set()
        self._title = plan.facts().title
        self.summary = QLabel(self, wordWrap=True)
        self.files = styled(QTreeWidget(self), "list")
        self.details = QTextBrowser(self)
        self.letter = LetterPane(self)
        self.tabs = QTabWidget(self, documentMode=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take_button = self._buttons.addButton(_("取り込む"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._connect()
        self._show()

    def _arrange(self) -> None:
        headings = (_("ファイル"), _("部署"), _("判定"), _("記入の申告"), _("変更"))
        self.files.setHeaderLabels([*headings, _("食い違い"), _("対象外"), _("気になる点")])
        self.files.setAccessibleName(_("返送されたファイル"))
        self.details.setAccessibleName(_("ファイルの内容"))
        self.files.setRootIsDecorated(False)
        header = self.files.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in enumerate(_WIDTHS, 1):
            header.resizeSection(section, width)
        self.tabs.addTab(self.details, _("内容"))
        self.tabs.addTab(self.letter, _("部署に戻すときの文面"))
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.files)
        splitter.addWidget(self.tabs)
        splitter.setSizes([300, 380])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addLayout(self._top())
        column.addWidget(splitter, 1)
        column.addWidget(self._buttons)

    def _top(self) -> QHBoxLayout:
        self.add_files = QPushButton(icon("file-plus"), _("ファイルを選ぶ…"), self, autoDefault=False)
        self.add_folder = QPushButton(icon("folder-open"), _("フォルダーを選ぶ…"), self, autoDefault=False)
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(self.add_files)
        row.addWidget(self.add_folder)
        return row

    def _connect(self) -> None:
        self._work.progressed.connect(self._show_progress)
        self._work.ended.connect(self._take_in)
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        self.files.currentItemChanged.connect(self._show_file)
        self.files.itemChanged.connect(self._tick)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # Reading

    @property
    def _folder(self) -> str:
        """Where returned files were last, else where they were handed out from."""
        return self._settings.get(RETURNS_FOLDER) or self._settings.get(DISTRIBUTION_FOLDER)

    def _ask_files(self) -> None:
        kinds = _("返送されたファイル (*.ayumid *.xlsx *.xlsm *.xls *.ods *.csv *.zip)")
        names = QFileDialog.getOpenFileNames(self, _("返送ファイルの回収"), self._folder, kinds)[0]
        self.add([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("返送ファイルのフォルダー"), self._folder)
        self.add([Path(name)] if name else [])

    def add(self, paths: Sequence[Path]) -> None:
        """Look at these files and folders, too."""
        if not paths:
            return
        self._settings.put(RETURNS_FOLDER, str(paths[0] if paths[0].is_dir() else paths[0].parent))
        self._work.finish()
        self._paths += [path for path in paths if path not in self._paths]
        self.take_button.setEnabled(False)
        self.summary.setText(_("ファイルを調べています…"))
        self._work.start(partial(look, self._plan.file.store, tuple(self._paths)))

    def _show_progress(self, done: int, total: int) -> None:
        self.summary.setText(_("ファイルを調べています… {done} / {total}").format(done=done, total=total))

    def _take_in(self, work: Work[Look]) -> None:
        try:
            self.found = work.result()
        except PlanError as error:
            failures.tell(self, error)
            self._paths = list(self.found.files)
        self._show()

    # What is shown

    def _show(self) -> None:
        self._left_out.clear()
        with QSignalBlocker(self.files):
            self.files.clear()
            self.files.addTopLevelItems([self._line(found) for found in self.found.examined])
        choose_first(self.files)
        self._summarize()
        self.take_button.setEnabled(self.found.acceptable)
        self.take_button.setDefault(True)

    def _tick(self, line: QTreeWidgetItem, column: int) -> None:
        """Take a file in, or leave it out."""
        if column == 0:
            place = self.files.indexOfTopLevelItem(line)
            if line.checkState(0) is Qt.CheckState.Checked:
                self._left_out.discard(place)
            else:
                self._left_out.add(place)
            self._summarize()
            self.take_button.setEnabled(any(found.state.acceptable for found in self._ticked()))

    def _ticked(self) -> list[Examined]:
        """The files that are to be taken."""
        return [found for place, found in enumerate(self.found.examined) if place not in self._left_out]

    def _line(self, found: Examined) -> QTreeWidgetItem:
        said = _("記入済み") if found.complete else _("途中")
        counts = (len(found.taken), len(found.conflicts), len(found.refused), len(found.findings))
        told = [str(count) if count else "" for count in counts]
        complete = said if found.distribution is not None else ""
        line = QTreeWidgetItem([found.file, found.department, return_text(found.state), complete, *told])
        if found.state.acceptable:
            line.setCheckState(0, Qt.CheckState.Checked)
        for place in range(4, 8):
            line.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        look_of, grave = colours(), found.refusal is not None and found.state not in _HARMLESS
        if grave:
            line.setIcon(2, coloured_icon("triangle-alert", QColor(look_of.warning)))
        elif found.state.acceptable:
            line.setIcon(2, coloured_icon("check", QColor(look_of.accent)))
        line.setToolTip(0, found.file)
        line.setToolTip(2, sentence(found.refusal) if found.refusal is not None else "")
        return line

    def _summarize(self) -> None:
        found = self._ticked()
        if not self.found.examined:
            self.summary.setText(_("部署から返ってきたファイルかフォルダーを、ここに落とすか、選んでください。"))
            return
        text = _("{files} ファイル: 変更 {changes} 件、食い違い {conflicts} 件、取り込めないファイル {refused}")
        self.summary.setText(
            text.format(
                files=len(found),
                changes=sum(len(f.taken) for f in found),
                conflicts=sum(len(f.conflicts) for f in found),
                refused=sum(f.refusal is not None and f.state not in _HARMLESS for f in found),
            )
        )

    def _show_file(self, line: QTreeWidgetItem | None) -> None:
        if line is None:
            self.details.clear()
            self.letter.show_letter(None)
            return
        found = self.found.examined[self.files.indexOfTopLevelItem(line)]
        self.details.setHtml(details(found))
        self.letter.show_letter(sending_back_letter(self._title, found) if worth_sending_back(found) else None)

    # The end

    def accept(self) -> None:
        """Keep a backup, then take everything as one step; close only when that is done."""
        if not self.take_button.isEnabled():
            return
        weighed = chosen(self._plan.file.store, self.found, self._left_out) if self._left_out else self.found.weighed
        label = say(steps.COLLECTION, count=len(weighed.returns))
        try:
            done = self._plan.take_in(self, Reason.COLLECTION, label, take, weighed)
        except PlanError as error:
            failures.tell(self, error)
        else:
            if done:
                super().accept()

    def done(self, result: int) -> None:
        """Close; what is still being read is let go."""
        self._work.finish()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped at any time."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
