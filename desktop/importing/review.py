"""What was read, to be looked at before it is accepted: columns, rows, and what is odd."""

from collections import Counter
from collections.abc import Mapping, Sequence

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

from desktop.grid.wording import year_label
from desktop.icons import icon
from desktop.importing.findings import FindingsList
from desktop.importing.looking import Line, Outcome, Wish, lines_of
from desktop.importing.matching import MatchingPanel
from desktop.importing.rows import RowsModel, fate_label
from desktop.theme import styled
from imports.proposals import Fate
from plan.era import FiscalYear
from plan.findings import Place
from plan.table import Column

_FATES: tuple[Fate | None, ...] = (Fate.NEW, Fate.CHANGED, Fate.SAME, None)
_FATE_WIDTH, _SHORT_WIDTH, _TEXT_WIDTH = 64, 90, 190
_SPLIT, _DETAIL_SPLIT = [300, 860], [300, 190]
_SHORT = ("番号", "主担当", "達成状況")


class Review(QWidget):
    """Shows an Outcome; `wished` asks for another sheet or matching, `other_asked` for another source."""

    wished = Signal(object)
    other_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.outcome: Outcome | None = None
        self.wish = Wish()
        self.source = styled(QLabel(self), "paneTitle")
        self.sheets = QComboBox(self)
        self.summary = QLabel(self, wordWrap=True)
        self.warning = styled(QLabel(self, wordWrap=True), "warning")
        self.matching = MatchingPanel(self)
        self.tabs = QTabBar(self)
        self.rows = RowsModel(self)
        self.table = QTableView(self)
        self.detail = QTextBrowser(self)
        self.findings_title = styled(QLabel(self), "paneTitle")
        self.findings = FindingsList(self)
        self._lines: list[Line] = []
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.sheets.setAccessibleName(self.tr("シート"))
        self.detail.setAccessibleName(self.tr("選んだセルの内容"))
        self.tabs.setAccessibleName(self.tr("示す行"))
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
        self.table.setAccessibleName(self.tr("取り込む行"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def _top(self) -> QHBoxLayout:
        other = QPushButton(icon("file-input"), self.tr("別の表を選ぶ…"), self)
        other.setAutoDefault(False)
        other.clicked.connect(self.other_asked)
        row = QHBoxLayout()
        row.addWidget(self.source)
        row.addWidget(self.sheets)
        row.addStretch(1)
        row.addWidget(other)
        return row

    def _middle(self) -> QSplitter:
        left, right = QWidget(self), QWidget(self)
        for part, contents in (
            (left, (styled(QLabel(self.tr("列の対応"), self), "paneTitle"), self.matching)),
            (right, (self.tabs, self._details())),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            for widget in contents:
                column.addWidget(widget)
            column.setStretch(1, 1)
        middle = QSplitter(self)
        middle.addWidget(left)
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
        self.tabs.currentChanged.connect(self._show_lines)
        self.findings.pointed.connect(self.go_to)
        self.table.selectionModel().currentChanged.connect(self._show_cell)

    # What is shown

    def show_outcome(self, outcome: Outcome, wish: Wish) -> None:
        """Show what was read and what it would change."""
        other_source = self.outcome is None or self.outcome.sheets is not outcome.sheets
        self.outcome, self.wish = outcome, wish
        self._lines = lines_of(outcome)
        reading = outcome.reading
        self.source.setText(reading.source or self.tr("貼り付けた表"))
        self._show_sheets(outcome)
        self._show_summary(outcome)
        matches = [
            m for m in reading.header.matches if m.heading.strip() or m.column or m.index in reading.table.unmatched
        ]
        self.matching.show_matches(matches, _years(outcome), wish.columns)
        self._show_tabs(fresh=other_source)
        self._show_lines()
        self.findings.show_findings(outcome.findings, reading.table.sheet)
        count = len(outcome.findings)
        self.findings_title.setText(self.tr("気になる点 {count} 件（選ぶと、その場所に移ります）").format(count=count))
        for widget in (self.findings, self.findings_title):
            widget.setVisible(bool(outcome.findings))

    def _show_sheets(self, outcome: Outcome) -> None:
        self.sheets.clear()
        for sheet in outcome.reading.sheets:
            if sheet.has_table:
                text = self.tr("{name}（{rows} 行）").format(name=sheet.name, rows=sheet.rows)
                self.sheets.addItem(text, sheet.name)
        self.sheets.setCurrentIndex(self.sheets.findData(outcome.reading.table.sheet))
        self.sheets.setVisible(self.sheets.count() > 1)

    def _show_summary(self, outcome: Outcome) -> None:
        rows, counts = len(outcome.reading.table.rows), self._counts()
        if outcome.proposal is None:
            years = "、".join(year_label(year) for year in outcome.reading.years)
            text = self.tr("{rows} 行を読みました。年度: {years}").format(rows=rows, years=years)
        elif outcome.proposal.changes_something:
            text = self.tr("{rows} 行を読みました。新規 {new} 行、変更 {changed} 行、同じ {same} 行です。").format(
                rows=rows, new=counts[Fate.NEW], changed=counts[Fate.CHANGED], same=counts[Fate.SAME]
            )
        else:
            text = self.tr("{rows} 行を読みました。どの行も計画と同じで、取り込むものはありません。").format(rows=rows)
        self.summary.setText("　".join((text, *self._additions(outcome))))
        self.warning.setText(self._warning(outcome))
        self.warning.setVisible(bool(self.warning.text()))

    def _warning(self, outcome: Outcome) -> str:
        if outcome.is_foreign:
            return self.tr("計画と同じ行が一つもありません。別の計画の表ではないか、確かめてください。")
        if outcome.erased:
            erased = self.tr("計画の文章が {count} か所で空欄になります。「変更」の行を確かめてください。")
            return erased.format(count=outcome.erased)
        return ""

    def _additions(self, outcome: Outcome) -> list[str]:
        """What the plan would have more of."""
        if outcome.proposal is None:
            return []
        parts = []
        if outcome.proposal.new_departments:
            names = "、".join(outcome.proposal.new_departments)
            parts.append(self.tr("新しい課: {names}").format(names=names))
        if outcome.proposal.new_years:
            years = "、".join(year_label(year) for year in outcome.proposal.new_years)
            parts.append(self.tr("新しい年度: {years}").format(years=years))
        return parts

    def _counts(self) -> Counter[Fate | None]:
        return Counter(line.fate for line in self._lines)

    def _show_tabs(self, *, fresh: bool) -> None:
        """A tab for all rows and one for each fate: first what needs a look, later the one that was open."""
        counts = self._counts()
        telling = next((n for n in (2, 1) if 0 < counts[_FATES[n - 1]] < len(self._lines)), 0)
        current = telling if fresh else max(0, self.tabs.currentIndex())
        texts = [(self.tr("すべて"), len(self._lines)), *((fate_label(fate), counts[fate]) for fate in _FATES)]
        for place, (text, count) in enumerate(texts):
            if place == self.tabs.count():
                self.tabs.addTab("")
            self.tabs.setTabText(place, f"{text} {count}")
            self.tabs.setTabEnabled(place, place == 0 or count > 0)
        self.tabs.setCurrentIndex(current if self.tabs.isTabEnabled(current) else 0)
        self.tabs.setAccessibleDescription(self.tabs.tabText(self.tabs.currentIndex()))
        self.tabs.setVisible(self.outcome is not None and self.outcome.proposal is not None)

    def _show_lines(self) -> None:
        if self.outcome is None:
            return
        place = self.tabs.currentIndex()
        shown: Sequence[Line] = self._lines if place <= 0 else [x for x in self._lines if x.fate is _FATES[place - 1]]
        columns_stay = self.rows.columns == self.outcome.reading.table.columns
        self.rows.show_lines(self.outcome.reading.table, shown)
        if not columns_stay:
            self._set_widths()
        first = next(iter(shown[0].before), None) if shown else None
        self.table.setCurrentIndex(self.rows.index(0, 1 + self.rows.columns.index(first) if first else 0))

    def _set_widths(self) -> None:
        self.table.setColumnWidth(0, _FATE_WIDTH)
        for place, column in enumerate(self.rows.columns, start=1):
            short = column.field.label in _SHORT
            self.table.setColumnWidth(place, _SHORT_WIDTH if short else _TEXT_WIDTH)
        self.table.setColumnHidden(0, self.outcome is None or self.outcome.proposal is None)

    def _show_cell(self, index: QModelIndex) -> None:
        self.detail.setHtml(self.rows.html(index))

    def go_to(self, place: Place) -> None:
        """Go to the cell that a finding is about; one about a heading leads to the column's meaning."""
        index = self.rows.place_of(place.line, place.column)
        if not index.isValid():
            self.tabs.setCurrentIndex(0)
            index = self.rows.place_of(place.line, place.column)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        elif place.column is not None:
            self.matching.point_to(place.column - 1)

    # What is wished

    def _wish_sheet(self) -> None:
        self.wished.emit(Wish(self.sheets.currentData()))

    def _wish_column(self, position: int, meaning: Column | None) -> None:
        self.wished.emit(Wish(self.wish.sheet, _with(self.wish.columns, position, meaning)))


def _with(columns: Mapping[int, Column | None], position: int, meaning: Column | None) -> dict[int, Column | None]:
    """The choices with one more; a meaning that another column was given by hand is taken from it."""
    kept = {p: None if c == meaning and meaning is not None else c for p, c in columns.items()}
    return kept | {position: meaning}


def _years(outcome: Outcome) -> list[FiscalYear]:
    """The years that a column can be of: those read, and one before and after for a heading that was misread."""
    years = outcome.reading.years
    return [FiscalYear(y) for y in range(years[0] - 1, years[-1] + 2)] if years else []
