"""Before anything big a copy is kept; the old ones thin out; what is restored is the plan as it was."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db.file.backups import Reason, backups, keep, kept, restore, take
from db.file.editions import plan_id
from db.file.planfile import PlanFile, open_plan, verify_plan
from plan.errors import PlanError
from tests.db.plans import HANAKO, held, retitle

TODAY = date(2026, 11, 21)


def daily(days: int) -> list[datetime]:
    """Two backups a day, at nine and at five, for so many days up to today."""
    morning = datetime(2026, 11, 21, 9, tzinfo=UTC)
    return [morning - timedelta(days=d) + timedelta(hours=h) for d in range(days) for h in (0, 8)]


def id_of(plan: PlanFile) -> str:
    with plan.store.reading() as connection:
        return plan_id(connection)


def test_all_of_today_and_yesterday_stay() -> None:
    times = daily(2)
    assert kept(times, TODAY) == set(times)


def test_of_a_year_of_backups_days_then_weeks_then_months_stay() -> None:
    standing = kept(daily(400), TODAY)
    recent = set(daily(2))
    days = {date(2026, 11, day) for day in range(8, 20)}
    sundays = {date(2026, 11, 15) - timedelta(weeks=n) for n in range(9)}
    ends_of_months = {date(2026, month + 1, 1) - timedelta(days=1) for month in range(3, 11)}
    assert recent <= standing
    assert {at.date() for at in standing - recent} == days | sundays | ends_of_months
    assert all(at.hour == 17 for at in standing - recent)


def test_backups_of_years_ago_stay_when_there_are_no_newer_ones() -> None:
    times = [datetime(2020, 5, 1, tzinfo=UTC), datetime(2021, 6, 1, tzinfo=UTC)]
    assert kept(times, TODAY) == set(times)


def test_taking_a_backup_lets_go_of_those_that_have_had_their_time(plan_path: Path) -> None:
    content = plan_path.read_bytes()
    times = daily(60)
    for at in reversed(times):
        keep(content, "一", Reason.IMPORT, at)
    assert {b.at for b in backups("一")} == kept((at.astimezone() for at in times), TODAY)
    assert backups("二") == []


def test_a_backup_is_a_whole_plan_file_with_what_was_not_published_yet(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "取り込み前の計画")
        taken = take(plan.store, Reason.IMPORT)
        retitle(plan, "取り込み後の計画")
        assert backups(id_of(plan)) == [taken]
    assert (taken.reason.value, verify_plan(taken.path)) == ("取り込み前", [])
    assert held(taken.path)["plan"][0][1] == "取り込み前の計画"


def test_a_restored_backup_is_a_new_plan_file_that_opens(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        taken = take(plan.store, Reason.COLLECTION)
        retitle(plan, "回収後の計画")
    restored = plan_path.with_name("戻した計画.ayumi")
    restore(taken.path, restored)
    with open_plan(restored, HANAKO) as again:
        retitle(again, "戻した計画")
    assert held(restored)["plan"][0][1] == "戻した計画"
    assert held(plan_path)["plan"][0][1] == "回収後の計画"


def test_restoring_never_writes_over_a_file(plan_path: Path) -> None:
    taken = keep(plan_path.read_bytes(), "一", Reason.UNDO, datetime.now(UTC))
    before = plan_path.read_bytes()
    with pytest.raises(PlanError, match="すでにあります"):
        restore(taken.path, plan_path)
    assert plan_path.read_bytes() == before


def test_a_damaged_backup_is_not_restored(plan_path: Path) -> None:
    taken = keep(plan_path.read_bytes()[:-4096], "一", Reason.UNDO, datetime.now(UTC))
    restored = plan_path.with_name("戻した計画.ayumi")
    with pytest.raises(PlanError, match="壊れているか"):
        restore(taken.path, restored)
    assert not restored.exists()


def test_a_strangers_file_among_the_backups_is_left_alone(plan_path: Path) -> None:
    taken = keep(plan_path.read_bytes(), "一", Reason.UNDO, datetime.now(UTC))
    stranger = taken.path.with_name("覚え書き.ayumi")
    stranger.write_text("メモ", encoding="utf-8")
    assert backups("一") == [taken]
    assert stranger.exists()
