"""Writing a document under a name: where to, again when the file was open elsewhere, and opening it then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.store.disk import write_whole
from desktop.kit.background import run
from desktop.kit.form import confirmed
from desktop.kit.icons import icon
from desktop.kit.preferences import EXPORT_FOLDER, Settings
from desktop.kit.theme import styled
from desktop.paper.losses import LossesPanel
from exports.document import Loss
from plan.errors import PlanError
from plan.progress import Progress
from work.documents import Pages
from work.language import _, sentence
from work.writing import FORMATS

_WIDTH = 520
Writing = Callable[[Path, Progress], Sequence[Loss]]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that stands, and what of it a reader will not see."""

    path: Path
    losses: Sequence[Loss]


def save_pages(parent: QWidget, pages: Pages, name: str, settings: Settings) -> Written | None:
    """Save pages that are set already as a PDF."""
    return save(parent, name, settings, partial(_write_pages, pages))


def _write_pages(pages: Pages, path: Path, progress: Progress) -> Sequence[Loss]:
    progress(0, 1)
    write_whole(path, pages.pdf)
    return pages.losses


def save(parent: QWidget, name: str, settings: Settings, writing: Writing) -> Written | None:
    """Ask where to, write, and show what is written; None where the person left it."""
    target = ask_target(parent, name, settings)
    while target is not None:
        try:
            losses = run(
                parent,
                _("「{file}」に書き出しています…").format(file=target.name),
                partial(writing, target),
            )
        except PlanError as error:
            target = _after(parent, error, target, settings)
            continue
        if losses is None:
            return None
        written = Written(target, losses)
        WrittenDialog(parent, written).exec()
        return written
    return None


def ask_target(parent: QWidget, name: str, settings: Settings) -> Path | None:
    """Ask for a name, beginning in the folder of last time; the ending is ours."""
    suffix = Path(name).suffix
    kinds = f"{FORMATS[suffix].name} (*{suffix})"
    folder = settings.get(EXPORT_FOLDER)
    if not folder or not Path(folder).is_dir():
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getSaveFileName(parent, _("書き出し先"), str(Path(folder, name)), kinds)[0]
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix.lower() != suffix:
        target = target.with_name(target.name + suffix)
        if target.exists() and not _may_replace(parent, target):
            return None
    settings.put(EXPORT_FOLDER, str(target.parent))
    return target


def _may_replace(parent: QWidget, target: Path) -> bool:
    return confirmed(
        parent,
        _("「{file}」はすでにあります。").format(file=target.name),
        _("置き換えると、今のファイルの内容は失われます。"),
        _("置き換える"),
    )


def _after(parent: QWidget, error: PlanError, target: Path, settings: Settings) -> Path | None:
    """What the person wants after a refusal: the same again, another name, or nothing."""
    title = QApplication.applicationDisplayName()
    box = QMessageBox(QMessageBox.Icon.Information, title, sentence(error.sentence), parent=parent)
    again = box.addButton(_("もう一度"), QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(_("別の名前で…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(again)
    box.exec()
    if box.clickedButton() is other:
        return ask_target(parent, target.name, settings)
    return target if box.clickedButton() is again else None


class WrittenDialog(QDialog):
    """Says that the file is there, what of it cannot be seen, and opens it or its folder."""

    def __init__(self, parent: QWidget, written: Written) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("書き出しました"))
        self.setMinimumWidth(_WIDTH)
        path = written.path
        text = QLabel(_("「{file}」に書き出しました。").format(file=path.name), self, wordWrap=True)
        place = styled(QLabel(str(path.parent), self, wordWrap=True), "muted")
        losses = LossesPanel(self)
        losses.show_losses(written.losses)
        self.open_button = QPushButton(icon("file-text"), _("開く"), self)
        self.folder_button = QPushButton(icon("folder-open"), _("フォルダーを開く"), self)
        self.open_button.clicked.connect(lambda: self._open(path))
        self.folder_button.clicked.connect(lambda: self._open(path.parent))
        self._arrange((text, place, losses))

    def _arrange(self, parts: Sequence[QWidget]) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self.open_button, self.folder_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (*parts, buttons):
            column.addWidget(part)

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.accept()
