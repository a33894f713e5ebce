"""The print preview: the pages as they will be printed, and the way to the printer or into a PDF."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from db.file.workfile import WorkFile
from db.read.table import Scope, plan_facts
from desktop.export.saving import save_pages
from desktop.kit.icons import icon
from desktop.kit.preferences import Settings
from desktop.kit.window_size import begin_at
from desktop.paper.pane import PagesPane
from desktop.paper.printing import ask_and_print
from exports.document import Document
from work.documents import FORMS, Asked, file_name
from work.language import _

_SIZE = (1180, 860)


class Preview(QDialog):
    """Shows a document's pages; `name` is what a PDF of it will be called."""

    def __init__(self, parent: QWidget | None, compose: Callable[[], Document], name: str, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("印刷プレビュー"))
        begin_at(self, _SIZE)
        self._name, self._settings = name, settings
        self.pane = PagesPane(self)
        self.print_button = QPushButton(icon("printer"), _("印刷…"), self)
        self.save_button = QPushButton(icon("file-output"), _("PDF に保存…"), self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._arrange()
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        self.pane.ready.connect(self._show_ready)
        self._show_ready()
        self.pane.show_document(compose)
        self.pane.view.setFocus()

    def _arrange(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setAutoDefault(False)
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.pane, 1)
        column.addWidget(self._buttons)

    def _show_ready(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.pane.paper is not None)

    def _print(self) -> None:
        paper = self.pane.paper
        if paper is not None:
            ask_and_print(self, paper.pages.pdf, paper.sizes, paper.document.title)

    def _save(self) -> None:
        if self.pane.paper is not None:
            save_pages(self, self.pane.paper.pages, self._name, self._settings)

    def done(self, result: int) -> None:
        """Close; what is still being made is let go."""
        self.pane.stop()
        super().done(result)


def run_preview(parent: QWidget, plan_file: WorkFile, scope: Scope) -> None:
    """Show the progress table as it will be printed."""
    form = FORMS[0]
    name = file_name(plan_file.store.ask(plan_facts), form, scope.years, ".pdf")
    window = Preview(parent, partial(form.compose, plan_file.store, Asked(scope)), name, Settings())
    window.exec()
    window.deleteLater()
