"""What was read, to be looked at before it is accepted: which document, its columns and rows, and what is odd."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabBar,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.importing.column_matching import MatchingPanel
from desktop.importing.oddity_list import FindingsList
from desktop.importing.preview_rows import FATE, FIRST, SUBJECT, RowsModel, fate_label
from desktop.importing.summary import summary_of, warning_of
from desktop.kit.icons import icon
from desktop.kit.theme import styled
from imports.table.row_comparing import Fate
from plan.era import FiscalYear
from plan.fields import Kind
from plan.findings import Place
from plan.table import Column
from work.language import _
from work.sources import Outcome, Wish
from work.wording import year_label

_FATES: tuple[Fate | None, ...] = (Fate.NEW, Fate.CHANGED, Fate.SAME, None)
_FATE_WIDTH, _SHORT_WIDTH, _TEXT_WIDTH, _SUBJECT_WIDTH = 64, 90, 190, 320
_SPLIT, _DETAIL_SPLIT = [300, 860], [300, 190]
_SHORT = (Kind.CODE, Kind.MARK, Kind.GRADE, Kind.NUMBER, Kind.YEAR)


class Review(QWidget):
    """Shows an Outcome; `wished` asks for another sheet or matching, `other_asked` for another source."""

    wished = Signal(object)
    other_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.outcome: Outcome | None = None
        self.wish = Wish()
        self.source = styled(QLabel(self), "paneTitle")
        self.sheets, self.years = QComboBox(self), QComboBox(self)
        self.years_label = QLabel(_("この資料の年度:"), self)
        self.summary = QLabel(self, wordWrap=True)
        self.warning = styled(QLabel(self, wordWrap=True), "warning")
        self.columns, self.matching = QWidget(self), MatchingPanel(self)
        self.tabs = QTabBar(self)
        self.rows = RowsModel(self)
        self.table = QTableView(self)
        self.detail = QTextBrowser(self)
        self.findings_title = styled(QLabel(self), "paneTitle")
        self.findings = FindingsList(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.sheets.setAccessibleName(_("シート"))
        self.years_label.setBuddy(self.years)
        self.years.setToolTip(_("年度の書かれていない実績を、どの年度のものとして取り込むかを選びます。"))
        self.detail.setAccessibleName(_("選んだセルの内容"))
        self.tabs.setAccessibleName(_("示す行"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._set_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._top())
        column.addWidget(self.summary)
        column.addWidget(self.warning)
        column.addWidget(self._middle(), 1)
        column.addWidget(self.findings_title)
        column.addWidget(self.findings)

    def _set_table(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName(_("取り込む行"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def _top(self) -> QHBoxLayout:
        other = QPushButton(icon("file-input"), _("別の資料を選ぶ…"), self)
        other.setAutoDefault(False)
        other.clicked.connect(self.other_asked)
        row = QHBoxLayout()
        for part in (self.source, self.sheets, self.years_label, self.years):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(other)
        return row

    def _middle(self) -> QSplitter:
        right = QWidget(self)
        for part, contents in (
            (self.columns, (styled(QLabel(_("列の対応"), self), "paneTitle"), self.matching)),
            (right, (self.tabs, self._details())),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            for widget in contents:
                column.addWidget(widget)
            column.setStretch(1, 1)
        middle = QSplitter(self)
        middle.addWidget(self.columns)
        middle.addWidget(right)
        middle.setSizes(_SPLIT)
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        return middle

    def _details(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setSizes(_DETAIL_SPLIT)
        splitter.setStretchFactor(0, 1)
        return splitter

    def _connect(self) -> None:
        self.sheets.activated.connect(self._wish_sheet)
        self.matching.changed.connect(self._wish_column)
        self.years.activated.connect(self._wish_year)
        self.tabs.currentChanged.connect(self._show_rows)
        self.findings.pointed.connect(self.go_to)
        self.table.selectionModel().currentChanged.connect(self._show_cell)

    # What is shown

    def show_outcome(self, outcome: Outcome, wish: Wish) -> None:
        """Show what was read and what it would change."""
        other_source = self.outcome is None or self.outcome.sheets is not outcome.sheets
        self.outcome, self.wish = outcome, wish
        self.source.setText(outcome.reading.source or _("貼り付けた資料"))
        self._show_sheets(outcome)
        self._show_years(outcome)
        self.summary.setText(summary_of(outcome))
        self.warning.setText(warning_of(outcome))
        self.warning.setVisible(bool(self.warning.text()))
        self.columns.setVisible(bool(outcome.reading.columns))
        self.matching.show_matches(outcome.reading.matches, outcome.reading.named_years, wish.columns)
        self._show_tabs(outcome, fresh=other_source)
        self._show_rows()
        self.findings.show_findings(outcome.findings, outcome.reading.sheet)
        count = len(outcome.findings)
        self.findings_title.setText(_("気になる点 {count} 件（選ぶと、その場所に移ります）").format(count=count))
        for widget in (self.findings, self.findings_title):
            widget.setVisible(bool(outcome.findings))

    def _show_sheets(self, outcome: Outcome) -> None:
        """The sheets to choose from: those with a table in them, or all that a report may stand on."""
        self.sheets.clear()
        seen = outcome.reading.sheets_to_choose(outcome.sheets)
        is_table = bool(outcome.reading.columns)
        if not is_table:
            self.sheets.addItem(_("すべてのシート"), "")
        for name, rows in seen:
            self.sheets.addItem(_("{name}（{rows} 行）").format(name=name, rows=rows), name)
        current = outcome.reading.sheet if is_table else self.wish.sheet
        self.sheets.setCurrentIndex(self.sheets.findData(current))
        self.sheets.setVisible(len(seen) > 1)

    def _show_years(self, outcome: Outcome) -> None:
        self.years.clear()
        if outcome.lacks_year:
            self.years.addItem(_("（選んでください）"), None)
        for year in outcome.years:
            self.years.addItem(year_label(year), int(year))
        self.years.setCurrentIndex(max(0, self.years.findData(outcome.chosen_year and int(outcome.chosen_year))))
        for widget in (self.years_label, self.years):
            widget.setVisible(bool(outcome.years))

    def _show_tabs(self, outcome: Outcome, *, fresh: bool) -> None:
        """A tab for all rows and one for each fate: first what needs a look, later the one that was open."""
        counts, every = Counter(row.fate for row in outcome.rows), len(outcome.rows)
        telling = next((n for n in (2, 1) if 0 < counts[_FATES[n - 1]] < every), 0)
        current = telling if fresh else max(0, self.tabs.currentIndex())
        texts = [(_("すべて"), every), *((fate_label(fate), counts[fate]) for fate in _FATES)]
        for place, (text, count) in enumerate(texts):
            if place == self.tabs.count():
                self.tabs.addTab("")
            self.tabs.setTabText(place, f"{text} {count}")
            self.tabs.setTabEnabled(place, place == 0 or count > 0)
        self.tabs.setCurrentIndex(current if self.tabs.isTabEnabled(current) else 0)
        self.tabs.setAccessibleDescription(self.tabs.tabText(self.tabs.currentIndex()))
        self.tabs.setVisible(outcome.proposal is not None)

    def _show_rows(self) -> None:
        if self.outcome is None:
            return
        tab, reading = self.tabs.currentIndex(), self.outcome.reading
        shown = [row for row in self.outcome.rows if tab <= 0 or row.fate is _FATES[tab - 1]]
        headings, stood = self.outcome.headings, self.rows.headings
        self.rows.show_rows(headings, shown, reading.positions)
        if headings != stood:
            self._set_widths(self.outcome)
        is_change = bool(shown) and shown[0].fate is Fate.CHANGED and bool(shown[0].cells)
        first = FIRST + headings.index(shown[0].cells[0].heading) if is_change else FATE
        self.table.setCurrentIndex(self.rows.index(0, first))

    def _set_widths(self, outcome: Outcome) -> None:
        self.table.setColumnWidth(FATE, _FATE_WIDTH)
        self.table.setColumnWidth(SUBJECT, _SUBJECT_WIDTH)
        for place, heading in enumerate(outcome.headings, start=FIRST):
            of_label = max(_SHORT_WIDTH, self.table.horizontalHeader().sectionSizeHint(place))
            self.table.setColumnWidth(place, of_label if heading.field.kind in _SHORT else _TEXT_WIDTH)
        self.table.setColumnHidden(FATE, outcome.proposal is None)
        self.table.setColumnHidden(SUBJECT, bool(outcome.reading.columns))

    def _show_cell(self, index: QModelIndex) -> None:
        self.detail.setHtml(self.rows.html(index))

    def go_to(self, place: Place) -> None:
        """Go to the cell that a finding is about; one about a heading leads to the column's meaning."""
        index = self.rows.place_of(place)
        if not index.isValid():
            self.tabs.setCurrentIndex(0)
            index = self.rows.place_of(place)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        elif place.column is not None:
            self.matching.point_to(place.column - 1)

    # What is wished

    def _wish_sheet(self) -> None:
        self.wished.emit(Wish(self.sheets.currentData(), year=self.wish.year))

    def _wish_year(self) -> None:
        if self.years.currentData() is not None:
            self.wished.emit(Wish(self.wish.sheet, year=FiscalYear(self.years.currentData())))

    def _wish_column(self, position: int, meaning: Column | None) -> None:
        self.wished.emit(Wish(self.wish.sheet, _with(self.wish.columns, position, meaning)))


def _with(columns: Mapping[int, Column | None], position: int, meaning: Column | None) -> dict[int, Column | None]:
    """The choices with one more; a meaning that another column was given by hand is taken from it."""
    kept = {p: None if c == meaning and meaning is not None else c for p, c in columns.items()}
    return kept | {position: meaning}
