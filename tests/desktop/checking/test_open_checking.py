"""From the main window to the findings, and from a finding to its cell or page."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.cli import main
from console.status import DONE
from desktop.checking.checking_window import CheckingWindow
from desktop.checking.lists import Grouping
from desktop.frame.open_checking import open_checking
from desktop.pages.entry_window import EntryWindow
from plan.fields import EVALUATION
from plan.table import Column
from tests.desktop.screens import closed, do, opened_window


def test_the_command_opens_one_window_and_findings_lead_to_cells_and_pages(sample: Path) -> None:
    window, view = opened_window(sample)
    do(window, "plan.check")
    (checking,) = window.findChildren(CheckingWindow)
    assert open_checking(window, view) is checking
    while checking.live.waiting:
        QApplication.processEvents()
    checking.live.settle()
    checking.grouping.setCurrentIndex(checking.grouping.findData(Grouping.CHECK))
    for line in checking.findings.lines():
        checking.findings.setCurrentItem(line)
        finding = checking.findings.chosen
        assert finding is not None
        if finding.check in ("evaluation_promises", "rate_disagrees"):
            checking.go.click()
            QApplication.processEvents()
        if finding.check == "evaluation_promises":
            assert view.current is not None
            row, column = view.current
            assert (row.id, column) == (finding.place.record, Column(EVALUATION, finding.place.year))
    assert [w.isVisible() for w in window.findChildren(EntryWindow)] == [True]
    closed(window)


def test_a_department_sees_what_concerns_its_cells_and_cannot_settle_it(sample: Path, tmp_path: Path) -> None:
    asked = ["--department", "健康づくり課", "--ask", "evaluation:R6"]
    assert main(["distribute", str(sample), str(tmp_path / "配布"), *asked]) == DONE
    (file,) = (tmp_path / "配布").iterdir()
    window, view = opened_window(file)
    do(window, "plan.check")
    (checking,) = window.findChildren(CheckingWindow)
    (line,) = checking.findings.lines()
    checking.findings.setCurrentItem(line)
    assert not checking.accept.isEnabled()
    checking.go.click()
    assert view.current is not None
    assert view.current[0].cells[0] == "19"
    closed(window)
