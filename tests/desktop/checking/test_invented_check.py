"""A check is one row of a table: one that nobody has ever seen goes through command line, window and switching off."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.cli import main
from db.file.planfile import open_plan
from db.read.checking import switched_off
from db.store.working import Actor
from desktop.app import create_application
from desktop.checking.checking_window import CheckingWindow
from desktop.checking.lists import Grouping
from desktop.kit.preferences import Settings
from desktop.kit.shown_plan import ShownPlan
from plan.checks.check import Check
from plan.checks.checked_rows import Row, Terms
from plan.checks.every import CHECKS
from plan.errors import say
from plan.fields import EVALUATION
from plan.findings import Finding, Severity


def _exclaiming(row: Row, _: Terms) -> Iterator[Finding]:
    """Evaluations that exclaim."""
    for texts in row.years:
        if "！" in texts.evaluation:
            yield EXCLAIMING.found_in(row, say("感嘆符を取ってください。"), EVALUATION, texts.year)


EXCLAIMING = Check("exclaiming", say("感嘆符のある評価"), Severity.ERROR, of_row=_exclaiming)


@pytest.fixture
def exclaiming(monkeypatch: pytest.MonkeyPatch, sample: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sample plan with an exclamation, and the check that finds it."""
    monkeypatch.setitem(CHECKS, EXCLAIMING.name, EXCLAIMING)
    given = ("--row", "1", "--year", "R5", "--field", "evaluation", "広報で案内した！")
    assert main(["set", str(sample), *given]) == 0
    capsys.readouterr()
    return sample


def _told(plan: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    main(["check", str(plan), "--json"])
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return [finding for finding in found if finding["check"] == "exclaiming"]


def test_an_invented_check_is_told_listed_and_switched_off(
    exclaiming: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    (finding,) = _told(exclaiming, capsys)
    assert (finding["severity"], finding["row"], finding["year"]) == ("error", "1", 2023)
    create_application(Settings())
    host = QWidget()
    qtbot.addWidget(host)
    opened = ShownPlan(open_plan(exclaiming, Actor("青葉", "PC-1")), host)
    window = CheckingWindow(opened, host)
    window.grouping.setCurrentIndex(window.grouping.findData(Grouping.CHECK))
    heads = [head.text(0) for head in window.findings.heads()]
    assert "感嘆符のある評価　1" in heads
    line = window.findings.heads()[heads.index("感嘆符のある評価　1")].child(0)
    assert line is not None
    window.findings.setCurrentItem(line)
    window.off.click()
    assert "感嘆符のある評価　1" not in [head.text(0) for head in window.findings.heads()]
    listed = window.settled.list.topLevelItem(0)
    assert listed is not None
    assert listed.text(0) == "感嘆符のある評価"
    with opened.file.store.reading() as connection:
        assert switched_off(connection) == {"exclaiming"}
    window.close()
    opened.close()
    assert _told(exclaiming, capsys) == []
