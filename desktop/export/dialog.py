"""The export: one chooses and sees beforehand what will be printed, then says where it goes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.file.workfile import WorkFile
from db.read.table import Scope, departments, plan_facts, progress_table
from db.store.working import Store
from desktop.export.choices import ExportChoices
from desktop.export.memory import remember, remembered
from desktop.export.saving import save
from desktop.kit.icons import icon
from desktop.kit.preferences import Settings
from desktop.kit.theme import styled
from desktop.kit.window_size import begin_at
from desktop.paper.pane import PagesPane
from desktop.paper.printing import ask_and_print
from exports.document import Loss, Table
from plan.progress import Progress
from work.documents import Asked, Form, file_name, form_named, write_file
from work.language import _
from work.writing import FORMATS

_SIZE = (1240, 760)
_CHOICES_WIDTH = 350
_REST_MS = 250  # this long after the last choice the pages are made anew


class ExportDialog(QDialog):
    """Choices at the left, the pages at the right."""

    def __init__(self, parent: QWidget | None, store: Store, scope: Scope, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("書き出し"))
        begin_at(self, _SIZE)
        self._store, self._settings = store, settings
        with store.reading() as connection:
            self._facts = plan_facts(connection)
            used = {row.department for row in progress_table(connection, Scope(years=self._facts.years)).rows}
            offices = [d for d in departments(connection) if d.id in used]
        chosen = remembered(settings, self._facts, scope, [d.id for d in offices])
        self.choices = ExportChoices(self._facts.years, offices, chosen, self)
        self.pane = PagesPane(self)
        self._note = styled(QLabel(self, wordWrap=True), "help")
        self._warning = styled(QLabel(self, wordWrap=True), "warning")
        self.export_button = QPushButton(icon("file-output"), _("書き出す…"), self)
        self.print_button = QPushButton(icon("printer"), _("印刷…"), self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._arrange()
        self._connect()
        self._show_format()
        self._renew()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        for part in (self.choices, self._note, self._warning):
            left.addWidget(part)
            part.setMaximumWidth(_CHOICES_WIDTH)
        self.choices.setFixedWidth(_CHOICES_WIDTH)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addLayout(left)
        both.addWidget(self.pane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.print_button.setAutoDefault(False)
        self.export_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self._rest.timeout.connect(self._renew)
        self.choices.changed.connect(self._changed)
        self.choices.format.changed.connect(self._show_format)
        self.pane.ready.connect(self._show_ready)
        self.export_button.clicked.connect(self.export)
        self.print_button.clicked.connect(self._print)

    @property
    def form(self) -> Form:
        """The document that is chosen."""
        return form_named(self.choices.form.currentData())

    def _changed(self) -> None:
        self.print_button.setEnabled(False)
        self._rest.start()

    def _renew(self) -> None:
        """Make the pages anew."""
        self._judge()
        self.print_button.setEnabled(False)
        if self.choices.chosen_offices != frozenset():
            self.pane.show_document(partial(self.form.compose, self._store, self.choices.chosen.asked))

    def _show_ready(self) -> None:
        self._judge()
        self.print_button.setEnabled(self.pane.paper is not None)
        if self.pane.paper is None:
            self.export_button.setEnabled(False)

    def _judge(self) -> None:
        """Say what stands in the way of writing the document as it is chosen."""
        warning = ""
        if self.choices.chosen_offices == frozenset():
            warning = _("書き出す課を、一つ以上選んでください。")
        elif FORMATS[self.choices.format.chosen].only_tables and self.pane.paper is not None:
            has_table = any(isinstance(block, Table) for block in self.pane.paper.document.blocks)
            name = FORMATS[self.choices.format.chosen].name
            refused = _("この書類には表がないため、{format} に書き出せません。").format(format=name)
            warning = "" if has_table else refused
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self.export_button.setEnabled(not warning)

    def _show_format(self) -> None:
        self._note.setText(_(FORMATS[self.choices.format.chosen].note))
        self._judge()

    def export(self) -> None:
        """Ask where to, write, and close when it is done."""
        chosen, form = self.choices.chosen, self.form
        remember(self._settings, self._facts, chosen)
        name = file_name(self._facts, form, chosen.asked.scope.years, chosen.suffix)
        self._rest.stop()
        self.pane.stop()
        if save(self, name, self._settings, partial(_write, form, self._store, chosen.asked)) is None:
            self._renew()
        else:
            self.accept()

    def _print(self) -> None:
        paper = self.pane.paper
        if paper is not None:
            ask_and_print(self, paper.pages.pdf, paper.sizes, paper.document.title)

    def done(self, result: int) -> None:
        """Close; the choices are kept, and what is still being made is let go."""
        remember(self._settings, self._facts, self.choices.chosen)
        self._rest.stop()
        self.pane.stop()
        super().done(result)


def _write(form: Form, store: Store, asked: Asked, path: Path, progress: Progress) -> Sequence[Loss]:
    return write_file(form.compose(store, asked), path, progress)


def run_export(parent: QWidget, plan_file: WorkFile, scope: Scope, form: str = "") -> None:
    """Let the person write the plan's documents, at first the one that was written last or is named by its id.

    `scope` is the part of the table that the window shows.
    """
    dialog = ExportDialog(parent, plan_file.store, scope, Settings())
    if form:
        dialog.choices.form.setCurrentIndex(dialog.choices.form.findData(form))
    dialog.exec()
    dialog.deleteLater()
