"""Where a source comes from: a file that is chosen or dropped, or text that is pasted."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.kit.icons import icon
from desktop.kit.preferences import IMPORT_FOLDER, Settings
from desktop.kit.theme import styled
from imports.kinds import names as readable
from work.language import _, pgettext

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
_PICTURE = QSize(48, 48)


class SourcePage(QFrame):
    """Asks for the source; `chosen` brings the file's path, or the text that was pasted."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "card")
        self.setAcceptDrops(True)
        self._settings = settings
        self.choose_button = QPushButton(icon("folder-open"), pgettext("source", "ファイルを選ぶ…"), self)
        self.paste_button = QPushButton(icon("clipboard-paste"), _("貼り付け"), self)
        self.paste_button.setToolTip(_("Excel やほかのソフトで写し取った表や文章を貼り付けます (Ctrl+V)"))
        self.warning = styled(QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), "warning")
        self._arrange()
        self.choose_button.clicked.connect(self.ask)
        self.paste_button.clicked.connect(self.paste)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)

    def _arrange(self) -> None:
        picture = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(icon("file-input").pixmap(_PICTURE, self.devicePixelRatio()))
        words = QLabel(_("取り込む資料を、ここに落としてください。"), self)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        names = "、".join(_(name) for name in readable().values())
        kinds = _("{names}を、Excel・CSV・文章のどれからでも読み、どの資料かを見分けます。").format(names=names)
        help_line = styled(QLabel(kinds, self, alignment=Qt.AlignmentFlag.AlignCenter), "muted")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(1)
        for part in (picture, words, help_line):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.warning)
        column.addStretch(1)

    def ask(self) -> None:
        """Ask for a file, beginning in the folder of last time."""
        kinds = _("資料 ({suffixes})").format(suffixes=" ".join(f"*{s}" for s in SUFFIXES))
        folder = self._settings.get(IMPORT_FOLDER)
        name = QFileDialog.getOpenFileName(self, _("取り込む資料"), folder, kinds)[0]
        if name:
            self.choose(Path(name))

    def choose(self, path: Path) -> None:
        """Take a file."""
        self._settings.put(IMPORT_FOLDER, str(path.parent))
        self.chosen.emit(path)

    def paste(self) -> None:
        """Take the clipboard's text."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.chosen.emit(text)
        else:
            self.warning.setText(_("貼り付けるものがありません。表や文章を写し取ってからお試しください。"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file, or a text."""
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        source = dropped(event)
        if isinstance(source, Path):
            self.choose(source)
        elif source is not None:
            self.chosen.emit(source)


def dropped(event: QDropEvent) -> Path | str | None:
    """The file or text that is being dropped; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if len(paths) == 1:
        return paths[0]
    return event.mimeData().text() if not paths and event.mimeData().hasText() else None
