"""The dialog of a distribution: what is asked, until when, of whom, and where the files go."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.exchange.distribution import Asking, Distribution, distribute, due_columns, rows_asked
from db.log.changes import Recording
from db.read.table import departments, plan_facts
from desktop.exchange.asking import ColumnChoice
from desktop.exchange.offices import OfficeList
from desktop.kit.form import small_text
from desktop.kit.preferences import DISTRIBUTION_FOLDER, PERSON, Settings
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from plan.errors import PlanError, say
from plan.ids import DepartmentId
from work import steps
from work.handout_kinds import KINDS, Kind, kind_named
from work.language import _, sentence

_SIZE = (980, 690)
_USUAL_DAYS = 14


@dataclass(frozen=True, slots=True)
class Handed:
    """A distribution and the file that was written for it."""

    distribution: Distribution
    file: Path


def hand_out(door: Recording, wanted: dict[DepartmentId, str], asking: Asking, folder: Path) -> list[Handed]:
    """Remember what each department (with the kind of its file) is asked, and write the files: all, or a PlanError."""
    handed: list[Handed] = []
    for kind in dict.fromkeys(wanted.values()):
        offices = [office for office, chosen in wanted.items() if chosen == kind]
        made = distribute(door, offices, replace(asking, kind=kind))
        files = kind_named(kind).write(door.connection, made, folder)
        handed += [Handed(d, file) for d, file in zip(made, files, strict=True)]
    return handed


class DistributeDialog(QDialog):
    """Asks, and hands out; `handed` is what was written."""

    def __init__(self, parent: QWidget | None, plan: ShownPlan, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("部署に配布"))
        self.resize(*_SIZE)
        self._plan, self._settings = plan, settings
        self.handed: list[Handed] = []
        with plan.file.store.reading() as connection:
            facts, due = plan_facts(connection), due_columns(connection)
            self._labels = {d.id: d.label for d in departments(connection)}
        self.columns = ColumnChoice(facts.years, due, self)
        self.offices = OfficeList(self)
        self._fields(facts.title)
        self._warning = styled(QLabel(self, wordWrap=True), "warning")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.write_button = self._buttons.addButton(_("ファイルを作る"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._connect()
        self._show_offices()

    def _fields(self, title: str) -> None:
        soon = QDate.currentDate().addDays(_USUAL_DAYS)
        self.has_due = QCheckBox(_("期限を決める"), self)
        self.has_due.setChecked(True)
        self.due = QDateEdit(soon, self)
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("yyyy/MM/dd")
        self.due.setAccessibleName(_("提出期限"))
        self.note = small_text()
        self.coordinator = QLineEdit(self._settings.get(PERSON), self)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = Path(self._settings.get(DISTRIBUTION_FOLDER) or documents)
        self.folder = QLineEdit(str(usual / _("配布_{plan}").format(plan=_file_part(title))), self)

    def _arrange(self) -> None:
        due = QHBoxLayout()
        due.addWidget(self.has_due)
        due.addWidget(self.due, 1)
        choose = QPushButton(_("選ぶ…"), self, autoDefault=False)
        choose.clicked.connect(self._choose_folder)
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(choose)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self._label(_("提出期限(&D)"), self.due), due)
        form.addRow(_("連絡事項(&N)"), self.note)
        form.addRow(_("問い合わせ先(&P)"), self.coordinator)
        form.addRow(self._label(_("作る場所(&F)"), self.folder), folder)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(styled(QLabel(_("記入してもらう欄"), self), "paneTitle"))
        left.addWidget(self.columns)
        left.addLayout(form)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addLayout(left, 1)
        both.addLayout(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addWidget(self._warning)
        column.addWidget(self._buttons)

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field)
        return label

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(styled(QLabel(_("配布する部署"), self), "paneTitle"))
        column.addWidget(self.offices, 1)
        row = QHBoxLayout()
        for text, on in ((_("すべて選ぶ"), True), (_("すべて外す"), False)):
            button = styled(QPushButton(text, self, autoDefault=False), "flat")
            button.clicked.connect(lambda _checked=False, on=on: self.offices.tick_all(on=on))
            row.addWidget(button)
        row.addStretch(1)
        for kind in KINDS if len(KINDS) > 1 else ():
            button = styled(QPushButton(self._all_as(kind), self, autoDefault=False), "flat")
            button.clicked.connect(lambda _checked=False, kind=kind: self.offices.set_kind(kind.id))
            row.addWidget(button)
        column.addLayout(row)
        return column

    def _all_as(self, kind: Kind) -> str:
        return _("すべて {kind}").format(kind=_(kind.name))

    def _connect(self) -> None:
        self.columns.changed.connect(self._show_offices)
        self.has_due.toggled.connect(self.due.setEnabled)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.write_button.setDefault(True)

    def _show_offices(self) -> None:
        with self._plan.file.store.reading() as connection:
            asked = rows_asked(connection, self.columns.chosen)
        self.offices.show_offices([(office, self._labels[office]) for office in asked], asked)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("ファイルを作る場所"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    @property
    def asking(self) -> Asking:
        """What is to be asked."""
        due = self.due.date()
        until = date(due.year(), due.month(), due.day()) if self.has_due.isChecked() else None
        note, who = self.note.text.strip(), self.coordinator.text().strip()
        return Asking(self.columns.chosen, until, note, who)

    def accept(self) -> None:
        """Hand out; close only when that is done."""
        try:
            self._hand_out()
        except PlanError as error:
            self._warning.setText(sentence(error.sentence))
        else:
            super().accept()

    def _hand_out(self) -> None:
        wanted, folder = self.offices.chosen, Path(self.folder.text().strip())
        if not wanted:
            raise PlanError("配布する部署を選んでください。")
        if not self.folder.text().strip():
            raise PlanError("ファイルを作る場所を選んでください。")
        label = say(steps.DISTRIBUTION, count=len(wanted))
        self.handed = self._plan.do(label, hand_out, wanted, self.asking, folder)
        self._settings.put(DISTRIBUTION_FOLDER, str(folder.parent))


def _file_part(title: str) -> str:
    return title.translate({ord(c): "_" for c in '\\/:*?"<>|'})
