"""The window of findings lists them, leads to their cells, keeps reasons, and follows every edit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.file.planfile import open_plan
from db.read.checking import switched_off
from db.read.table import rows_numbered
from db.store.working import Actor
from desktop.app import create_application
from desktop.checking.checking_window import CheckingWindow
from desktop.checking.lists import VALUE, Grouping
from desktop.kit.plain_text import PlainText
from desktop.kit.preferences import Settings
from desktop.kit.qt_language import speak
from desktop.kit.shown_plan import ShownPlan
from plan.era import FiscalYear
from plan.fields import EVALUATION
from plan.findings import Finding
from plan.table import CellEdit, Column


@pytest.fixture(scope="module")
def application() -> QApplication:
    """The one application."""
    return create_application(Settings())


@pytest.fixture
def window(application: QApplication, sample: Path) -> Iterator[CheckingWindow]:
    """The findings of the sample plan."""
    speak(application, "ja")
    host = QWidget()
    opened = ShownPlan(open_plan(sample, Actor("青葉", "PC-1")), host)
    made = CheckingWindow(opened, host)
    made.show()
    yield made
    made.close()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
    opened.close()
    host.deleteLater()
    QApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete.value)


def _findings(window: CheckingWindow) -> list[Finding]:
    return [line.data(0, VALUE) for line in window.findings.lines()]


def _choose(window: CheckingWindow, check: str) -> Finding:
    for line in window.findings.lines():
        window.findings.setCurrentItem(line)
        chosen = window.findings.chosen
        if chosen is not None and chosen.check == check:
            return chosen
    pytest.fail(f"no finding of {check}")


def _write(window: CheckingWindow, number: str, text: str | None) -> None:
    with window.plan.file.store.reading() as connection:
        (row,) = rows_numbered(connection, number)
    window.plan.set_cells([CellEdit(row, Column(EVALUATION, FiscalYear(2024)), text)], "セルの入力")


def _click(button: QPushButton) -> None:
    assert button.isEnabled()
    button.click()


def test_findings_are_grouped_as_a_person_chooses(window: CheckingWindow) -> None:
    grave = [head.text(0).split("　")[0] for head in window.findings.heads()]
    assert grave == ["エラー", "警告", "お知らせ"]
    everything = {(f.check, f.place) for f in _findings(window)}
    for grouping in (Grouping.CHECK, Grouping.DEPARTMENT):
        window.grouping.setCurrentIndex(window.grouping.findData(grouping))
        assert {(f.check, f.place) for f in _findings(window)} == everything
    assert "未入力の欄" not in [head.text(0).split("　")[0] for head in window.findings.heads()]


def test_a_finding_leads_to_its_place(window: CheckingWindow) -> None:
    pointed: list[Finding] = []
    window.pointed.connect(pointed.append)
    finding = _choose(window, "evaluation_repeats_last")
    _click(window.go)
    assert pointed == [finding]


def test_an_edit_is_followed_and_so_is_its_undoing(window: CheckingWindow) -> None:
    window.live.settle()
    before = [(f.check, f.place) for f in _findings(window)]
    finding = _choose(window, "evaluation_repeats_last")
    _write(window, finding.place.number, "お知らせの文面を見直し、配信の時期を早めた。")
    window.live.settle()
    assert (finding.check, finding.place) not in [(f.check, f.place) for f in _findings(window)]
    window.plan.undo()
    window.live.settle()
    assert [(f.check, f.place) for f in _findings(window)] == before


def test_a_finding_is_accepted_with_a_reason_and_told_again(window: CheckingWindow) -> None:
    finding = _choose(window, "evaluation_repeats_last")
    form = window.reason_form(finding)
    form.accept()
    assert finding in _findings(window)
    form.findChildren(PlainText)[0].setPlainText("毎年同じ内容のため")
    form.accept()
    assert finding not in _findings(window)
    line = window.settled.list.topLevelItem(0)
    assert line is not None
    assert line.text(2) == "毎年同じ内容のため"
    window.settled.list.setCurrentItem(line)
    _click(window.settled.button)
    assert finding in _findings(window)


def test_a_check_is_switched_off_and_on_again(window: CheckingWindow) -> None:
    finding = _choose(window, "word_variant")
    _click(window.off)
    assert finding not in _findings(window)
    with window.plan.file.store.reading() as connection:
        assert switched_off(connection) == {"word_variant"}
    line = window.settled.list.topLevelItem(0)
    assert line is not None
    window.settled.list.setCurrentItem(line)
    _click(window.settled.button)
    assert finding in _findings(window)


def test_a_plan_that_cannot_be_edited_is_only_looked_at(application: QApplication, sample: Path) -> None:
    speak(application, "ja")
    host = QWidget()
    opened = ShownPlan(open_plan(sample, Actor("青葉", "PC-1"), read_only=True), host)
    looked_at = CheckingWindow(opened, host)
    _choose(looked_at, "word_variant")
    assert looked_at.go.isEnabled()
    assert not looked_at.accept.isEnabled()
    assert not looked_at.off.isEnabled()
    looked_at.close()
    opened.close()
    host.deleteLater()
    QApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete.value)


def test_a_large_plan_is_checked_little_by_little(
    window: CheckingWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.checking.live._AT_ONCE", 0)
    monkeypatch.setattr("desktop.checking.live._SLICE", 0.001)
    later = CheckingWindow(window.plan, window)
    assert later.live.waiting
    assert str(later.live.waiting) in later.counts.text()
    qtbot.waitUntil(lambda: not later.live.waiting)
    assert _findings(later) == _findings(window)
    assert later.counts.text() == window.counts.text()
