"""Settings, errors, marked differences and counts: the small parts keep their promises alone too."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.frame.plan_verbs import YearBox
from desktop.kit import failures
from desktop.kit.differences import marked
from desktop.kit.preferences import FOLDER, GEOMETRY, LAYOUT, SETTINGS, THEME, Settings
from desktop.kit.theme import DARK, LIGHT, Colours
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.ids import ItemId, RecordId
from plan.states import state_of
from tests.desktop.screens import closed, new_window, opened_window
from work.missing import below, missing
from work.wording import year_label


def test_what_is_put_into_the_settings_is_there_next_time(home: Path) -> None:
    settings = Settings()
    settings.put(GEOMETRY, b"\x00\xff")
    settings.put(LAYOUT, {"widths": {"a": 1.5}, "hidden_years": [2021], "zoom": 1.25})
    settings.put(THEME, "dark")
    settings.keep()
    again = Settings(home)
    assert again.get(GEOMETRY) == b"\x00\xff"
    assert again.get(LAYOUT) == {"widths": {"a": 1.5}, "hidden_years": [2021], "zoom": 1.25}
    assert again.get(THEME) == "dark"


def test_spoilt_settings_count_as_never_chosen(home: Path) -> None:
    lines = (f"{s.name.replace('/', '_')}=%%\n" for s in SETTINGS)
    (home / "settings.ini").write_text("[General]\n" + "".join(lines) + "[window]\ngeometry=%%%\nsplitter={\n")
    settings = Settings()
    assert settings.get(GEOMETRY) == b""
    assert settings.get(LAYOUT) == {}
    closed(new_window(settings))


def test_the_recent_plans_are_few_newest_first_and_each_once(tmp_path: Path) -> None:
    settings = Settings()
    for n in (*range(12), 5):
        settings.remember(tmp_path / f"{n}.ayumi")
    names = [path.stem for path in settings.recent()]
    assert names[:2] == ["5", "11"]
    assert len(names) == len(set(names)) == 10
    assert settings.get(FOLDER) == str(tmp_path)


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_differences_are_marked_by_more_than_colour(look: Colours) -> None:
    page = marked("4回開催\nした。", "5回開催\nした。", look)
    assert f'background-color:{look.removed};text-decoration:line-through">4</span>' in page
    assert f'background-color:{look.added};text-decoration:underline">5</span>' in page
    assert page.endswith("回開催<br/>した。")
    assert "&lt;b&gt;" in marked("", "<b>", look)
    assert marked("x" * 5000, "y" * 5000, look).count("<span") == 2


def test_what_is_missing_is_what_a_person_would_count(sample: Path) -> None:
    window, view = opened_window(sample)
    year = FiscalYear(2025)
    table = view.model.table
    places = [n for n, column in enumerate(table.columns) if column.year == year]
    rows = [r for r in table.rows if r.ended_year is None or r.ended_year >= year]
    expected = sum(state_of(row.cells[n]).name == "NOT_ENTERED" for row in rows for n in places)
    found = missing(table, year)
    assert found.total == expected == sum(found.departments.values()) == sum(found.items.values())
    closed(window)


def test_everything_below_a_chosen_heading_is_chosen_with_it(sample: Path) -> None:
    window, view = opened_window(sample)
    row = view.model.table.rows[0]
    tree = view.sidebar.tree
    top = next(i for i in tree if i.heading == row.branch)
    assert {row.project, row.content} <= below(tree, frozenset({top.id}))
    assert below(tree, frozenset({ItemId(RecordId("none"))})) == {"none"}
    closed(window)


def test_what_a_person_can_act_on_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    failures.caught(PlanError, PlanError("「{file}」が見つかりません。", file="a"), None)
    assert shown == ["「a」が見つかりません。"]


def test_our_own_faults_end_in_a_report_and_not_in_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[QMessageBox] = []

    def answer(box: QMessageBox) -> None:
        shown.append(box)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    failures.caught(ZeroDivisionError, ZeroDivisionError("division by zero"), None)
    assert "Traceback" not in shown[0].text() + shown[0].informativeText()
    assert "ZeroDivisionError: division by zero" in shown[0].detailedText()
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["2021", "R3", "令和3年度", "２０２１"])
def test_a_year_is_understood_as_people_write_it(typed: str) -> None:
    closed(new_window())
    box = YearBox()
    box.setRange(1950, 2100)
    box.setValue(1999)
    assert box.valueFromText(typed) == 2021
    assert box.valueFromText("?") == 1999
    assert year_label(FiscalYear(2021)) == "令和3年度"
