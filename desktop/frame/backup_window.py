"""What this PC still has of a plan: backups and working stores, each to be brought back as a new file."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.exchange.package import SUFFIX as PART_SUFFIX
from db.file.remains import Remains, remains_of, remains_without_file
from desktop.frame.opening import SUFFIX, ask_place
from desktop.kit import failures
from desktop.kit.theme import styled
from plan.errors import PlanError
from work.backups import kind_label, restore, size_label
from work.language import _, moment

_ITEM = Qt.ItemDataRole.UserRole
_SIZE = (820, 460)


class BackupWindow(QDialog):
    """Lists what can be brought back, newest first; `restored` is the file that was made of one."""

    def __init__(self, files: Iterable[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("控えから戻す"))
        self.resize(*_SIZE)
        self.restored: Path | None = None
        self.list = styled(QTreeWidget(self), "list")
        self._told = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._back = self._buttons.addButton(_("新しいファイルに戻す…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._arrange()
        self._fill(_found(files))

    def _arrange(self) -> None:
        self.list.setHeaderLabels([_("日時"), _("種類"), _("ファイル"), _("大きさ")])
        self.list.setAccessibleName(_("控えの一覧"))
        self.list.setRootIsDecorated(False)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 150), (1, 230), (3, 90)):
            header.resizeSection(section, width)
        self.list.itemDoubleClicked.connect(self._bring_back)
        self._back.clicked.connect(self._bring_back)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._told, self.list, self._buttons):
            column.addWidget(widget)

    def _fill(self, found: list[Remains]) -> None:
        for kept in reversed(found):
            line = QTreeWidgetItem([moment(kept.at.isoformat()), kind_label(kept), kept.file.name, size_label(kept)])
            line.setTextAlignment(3, Qt.AlignmentFlag.AlignRight)
            line.setToolTip(2, str(kept.file).replace("<", "＜"))
            line.setData(0, _ITEM, kept)
            self.list.insertTopLevelItem(0, line)
            self.list.setCurrentItem(line)
        self._back.setEnabled(bool(found))
        if found:
            self.list.setFocus()
            self._told.setText(_("このパソコンに残っている控えです。選んだものを、新しいファイルとして戻します。"))
        else:
            self._told.setText(_("このパソコンには、まだ控えがありません。取り込みや回収の前に、自動で作られます。"))

    def _bring_back(self) -> None:
        line = self.list.currentItem()
        if line is None:
            return
        kept: Remains = line.data(0, _ITEM)
        suffix = PART_SUFFIX if kept.file.suffix.lower() == PART_SUFFIX else SUFFIX
        name = _("{name}（{when} の控え）").format(name=kept.file.stem, when=f"{kept.at.astimezone():%Y-%m-%d %H%M}")
        target = ask_place(self, _("控えから戻す"), kept.file.with_name(name + suffix), suffix)
        if target is None:
            return
        try:
            restore(kept, target)
        except PlanError as error:
            failures.tell(self, error)
            return
        self.restored = target
        self.accept()


def _found(files: Iterable[Path]) -> list[Remains]:
    """What there is of these files, and of those that are gone; each once, newest first."""
    kept = {each.path: each for file in files for each in remains_of(file)}
    kept |= {each.path: each for each in remains_without_file()}
    return sorted(kept.values(), key=lambda each: each.at, reverse=True)
