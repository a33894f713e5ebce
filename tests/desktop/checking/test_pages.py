"""What fits on no page is found before it is printed, in the window and on the console."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.cli import main
from db.edit.findings import switch
from db.edit.records import set_values
from db.file.planfile import open_plan
from db.log.changes import recording
from db.models import EVALUATION_SHEET, PLAN
from db.read.sheets import entered_sheets
from db.store.working import Actor, Store
from desktop.checking.checking_window import CheckingWindow
from desktop.checking.lists import VALUE
from plan.findings import Finding
from plan.ids import RecordId
from plan.progress import Progress
from tests.desktop.screens import closed, do, opened_window
from work.pages import page_findings

HANAKO = Actor("青葉", "PC-1")
LONG = "多くの市民に参加してもらうことができた。" * 400


@pytest.fixture
def overlong(sample: Path) -> tuple[Path, RecordId]:
    """The sample plan with one summary and one outline that are too long, and the sheet of the summary."""
    with closing(open_plan(sample, HANAKO)) as plan, recording(plan.store, "長い文") as door:
        sheet = entered_sheets(door.connection)[1].sheet.id
        (whole,) = door.connection.scalars(PLAN.select())
        set_values(
            door,
            {(EVALUATION_SHEET.name, "summary", sheet): LONG, (PLAN.name, "project_outline", RecordId(whole)): LONG},
        )
    return sample, sheet


def _told(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, str]:
    main(["check", str(path), "--json"])
    found = json.loads(capsys.readouterr().out)
    return {f["check"]: f["message"] for f in found if f["check"] in ("sheet_overfull", "too_many_pages")}


def test_the_sample_plan_fits_on_its_pages(sample: Path) -> None:
    with closing(open_plan(sample, HANAKO)) as plan:
        assert page_findings(plan.store) == []


def test_the_console_tells_a_sheet_and_a_report_that_are_too_long_with_what_to_shorten(
    overlong: tuple[Path, RecordId], capsys: pytest.CaptureFixture[str]
) -> None:
    told = _told(capsys, overlong[0])
    assert "「事後評価 事業の総括（主管課）」" in told["sheet_overfull"]
    assert "3 ページを超えています。いちばん長い「事業実施概要」" in told["too_many_pages"]


def test_the_window_follows_with_them_and_hears_when_a_text_is_shortened(
    overlong: tuple[Path, RecordId], qtbot: QtBot
) -> None:
    path, sheet = overlong
    window, view = opened_window(path)
    do(window, "plan.check")
    (checking,) = window.findChildren(CheckingWindow)
    qtbot.waitUntil(lambda: {"sheet_overfull", "too_many_pages"} <= _checks(checking))
    view.plan.do("短い文", set_values, {(EVALUATION_SHEET.name, "summary", sheet): "よくできた。"})
    qtbot.waitUntil(lambda: "sheet_overfull" not in _checks(checking))
    assert "too_many_pages" in _checks(checking)
    closed(window)


def test_a_check_that_is_switched_off_is_not_told(
    overlong: tuple[Path, RecordId], capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_plan(overlong[0], HANAKO)) as plan, recording(plan.store, "点検") as door:
        switch(door, "too_many_pages", on=False)
    assert _told(capsys, overlong[0]).keys() == {"sheet_overfull"}


def test_closing_the_window_ends_the_reading_of_the_plan(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []

    def endless(_store: Store, progress: Progress) -> list[Finding]:
        try:
            while True:
                progress(0, 0)
        finally:
            ended.append(True)

    monkeypatch.setattr("desktop.checking.live.page_findings", endless)
    window, _ = opened_window(sample)
    do(window, "plan.check")
    (checking,) = window.findChildren(CheckingWindow)
    checking.close()
    assert ended
    closed(window)


def _checks(checking: CheckingWindow) -> set[str]:
    return {line.data(0, VALUE).check for line in checking.findings.lines()}
