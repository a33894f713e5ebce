"""What is dropped is used one thing at a time, and nothing is taken in where nothing may be edited."""

from pathlib import Path

from db.file.planfile import open_plan
from db.store.working import Actor
from desktop.frame.dropping import Use, use_of
from desktop.kit.shown_plan import ShownPlan
from tests.desktop.exchange.journeys import clerk_window, distributed
from tests.desktop.screens import closed, opened_window

_TABLE, _PLAN, _PART = Path("表.XLSX"), Path("計画.ayumi"), Path("防災課.ayumid")


def test_two_plans_are_not_opened_at_once() -> None:
    assert use_of([_PLAN, Path("別の計画.ayumi")], None) is None
    assert use_of([_PART, Path("総務課.ayumid")], None) is None


def test_a_plan_that_is_only_read_takes_no_table_in(sample: Path) -> None:
    with open_plan(sample, Actor("青葉", "PC-1"), read_only=True) as plan:
        opened = ShownPlan(plan)
        assert use_of([_TABLE], opened) is None
        assert use_of([_PLAN], opened) is Use.OPEN
        assert use_of([_PART], opened) is Use.OPEN


def test_a_departments_file_takes_no_table_in(sample: Path, tmp_path: Path) -> None:
    window, view = opened_window(sample)
    file = distributed(window, view, tmp_path / "配布")[0]
    closed(window)
    clerk, part = clerk_window(file)
    assert use_of([_TABLE], part.plan) is None
    assert use_of([_PART], part.plan) is Use.OPEN
    closed(clerk)
