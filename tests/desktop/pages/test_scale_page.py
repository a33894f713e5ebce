"""A city may have scales of its own; what was graded follows a renamed symbol and survives a removed one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.read.reports import scale
from desktop.pages.entry_window import EntryWindow
from desktop.pages.scales.scale_page import ScalePage
from plan.scales import FINAL, Scale
from tests.desktop.entries import Dump, contents, entry_window, page_of, steps_taken

Shown = tuple[EntryWindow, ScalePage, Dump]


@pytest.fixture
def shown(sample: Path) -> Iterator[Shown]:
    with entry_window(sample) as window:
        yield window, page_of(window, "scales", ScalePage), contents(window)


def stored(window: EntryWindow, kind: str = "achievement") -> Scale:
    with window.plan.file.store.reading() as connection:
        return scale(connection, kind)


def enter(page: ScalePage, row: int, name: str, value: object) -> None:
    model = page.grades.model
    assert model.setData(model.index(row, model.column(name)), value)


def test_meanings_and_thresholds_are_entered(shown: Shown) -> None:
    window, page, before = shown
    enter(page, 1, "meaning", "おおむね達成")
    enter(page, 1, "threshold", "70%")
    grade = stored(window).grades[1]
    assert (grade.meaning, grade.threshold) == ("おおむね達成", 0.7)
    assert page.grades.model.text(1, "threshold") == "70"
    window.undo.trigger()
    window.undo.trigger()
    assert contents(window) == before


def test_a_renamed_symbol_is_renamed_wherever_it_was_given(shown: Shown) -> None:
    window, page, before = shown
    given = page.grades.model.value(1, "given")
    enter(page, 1, "symbol", "▲")
    assert page.grades.model.value(1, "given") == given
    assert page.grades.note.isHidden()
    steps_taken(window, before)


def test_a_removed_grade_stays_where_it_was_given_and_is_told(shown: Shown) -> None:
    window, page, before = shown
    page.grades.view.setCurrentIndex(page.grades.model.index(1, 0))
    page.grades.remove.click()
    assert "「△」" in page.grades.note.text()
    assert not page.grades.note.isHidden()
    steps_taken(window, before)


def test_a_new_grade_joins_the_scale(shown: Shown) -> None:
    window, page, _ = shown
    page.grades.add.click()
    enter(page, 4, "symbol", "◎")
    assert [g.symbol for g in stored(window).grades] == ["○", "△", "×", "－", "◎"]


def test_what_cannot_be_is_refused_and_the_scale_stays(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page, before = shown
    said: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _page, error: said.append(str(error)))
    enter(page, 1, "threshold", "たくさん")
    enter(page, 1, "symbol", "○")
    assert len(said) == 2
    assert contents(window) == before
    assert page.grades.model.text(1, "symbol") == "△"


def test_a_built_in_scale_takes_another_ones_place(shown: Shown) -> None:
    window, page, before = shown
    page.replace.menu().actions()[3].trigger()
    assert stored(window).grades == FINAL.grades
    steps_taken(window, before)


def test_every_kind_of_grade_has_its_own_scale(shown: Shown) -> None:
    window, page, before = shown
    page.list.setCurrentRow(3)
    assert page.name.text() == "事後評価"
    page.name.setText("最終評価")
    page.commit()
    assert stored(window, "final").name == "最終評価"
    assert stored(window).name == "達成状況"
    steps_taken(window, before)
